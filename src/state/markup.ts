import type { Document, TextSpan } from '../model/document.ts';

/**
 * Signs of Markdown that a reader need not see: emphasis, code, links' addresses, list markers, quote marks. Sorted
 * by start, without overlap. Only those that are certain: a lone star stays a star.
 * @param span the passage in which to look.
 */
export function markupIn(document: Pick<Document, 'text' | 'format'>, span: TextSpan): readonly TextSpan[] {
  if (document.format !== 'markdown') return [];
  const text = document.text.slice(span.start, span.end);
  const found: TextSpan[] = [];
  const hide = (start: number, end: number) =>
    found.push({ start: span.start + start, end: span.start + end });
  for (const match of text.matchAll(PAIRS)) {
    const { index } = match;
    const { strong, emphasis, code, words, address } = match.groups ?? {};
    const sign = strong ? 2 : emphasis || code ? 1 : 0;
    if (sign > 0) {
      hide(index, index + sign);
      hide(index + match[0].length - sign, index + match[0].length);
    } else if (words !== undefined && address !== undefined) {
      const from = match[0].startsWith('!') ? 2 : 1;
      hide(index, index + from);
      hide(index + from + words.length, index + match[0].length);
    }
  }
  for (const match of text.matchAll(/^[ \t]*(?:>[ \t]?)+/gm))
    hide(match.index, match.index + match[0].length);
  return found.sort((a, b) => a.start - b.start);
}

const PAIRS =
  /(?<strong>\*\*(?=\S)[^*\n]+?(?<=\S)\*\*|__(?=\S)[^_\n]+?(?<=\S)__)|(?<emphasis>(?<![\w*])\*(?=[^\s*])[^*\n]+?(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])[^_\n]+?(?<=[^\s_])_(?![\w_]))|(?<code>`[^`\n]+`)|!?\[(?<words>[^\]\n]*)\](?<address>\([^)\s]*(?:\s+"[^"]*")?\))/g;
