import type { Token } from '../language.ts';
import { NO_NAMES } from './pronouns.ts';

/** The tokens with the spaces that they had. */
export function spell(
  tokens: readonly Token[],
  list: readonly number[],
  names: ReadonlyMap<number, string> = NO_NAMES,
): string {
  let out = '';
  list.forEach((i, k) => {
    const t = tokens[i];
    const before = tokens[list[k - 1] ?? -1];
    if (!t) return;
    const tight =
      before !== undefined && (before.end === t.start || /^(?:[,.;:!?%)\]’”]|['’]s)$/.test(t.text));
    out += (k > 0 && !tight ? ' ' : '') + (names.get(i) ?? t.text);
  });
  return out;
}

/** Balanced quotation marks, one space, a capital at the head, no mark at the end. */
export function tidy(title: string): string {
  let text = title
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:!?])/g, '$1')
    .trim();
  const pairs: readonly (readonly [string, string])[] = [
    ['“', '”'],
    ['«', '»'],
  ];
  for (const [open, close] of pairs) {
    if (text.split(open).length !== text.split(close).length)
      text = text.replaceAll(open, '').replaceAll(close, '');
  }
  if (text.split('"').length % 2 === 0) text = text.replaceAll('"', '');
  text = text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:–—-]+/, '')
    .replace(/[\s,.;:–—-]+$/, '')
    .trim();
  const first = text[0] ?? '';
  return first.toUpperCase() + text.slice(first.length);
}
