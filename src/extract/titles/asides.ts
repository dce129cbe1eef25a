import type { Parse } from '../clauses.ts';
import type { Token } from '../language.ts';

/**
 * The tokens of a list without what two commas set off and the sentence can do without: "the pipe, found on Sunday, was
 * cut", "the master, Jan Vos, had left". Lists keep their commas. In order.
 */
export function withoutAsides(tokens: readonly Token[], list: readonly number[], parse: Parse): number[] {
  let kept = [...list];
  for (let k = 1; k < kept.length; k++) {
    if (tokens[kept[k] ?? -1]?.text !== ',') continue;
    const close = kept.findIndex((i, at) => at > k && tokens[i]?.text === ',');
    if (close < 0) break;
    const inside = kept.slice(k + 1, close);
    if (
      isClause(inside, kept[close] ?? 0, parse) ||
      isApposition(tokens, inside, tokens[kept[close + 1] ?? -1])
    )
      kept = [...kept.slice(0, k), ...kept.slice(close + 1)];
  }
  return kept;
}

/** A participle or a relative clause of its own. */
const isClause = (inside: readonly number[], close: number, { clauses }: Parse): boolean => {
  const [first, last] = [inside[0] ?? -1, inside.at(-1) ?? -1];
  return clauses.some(
    (c) =>
      (c.kind === 'reduced' || c.kind === 'relative') &&
      c.first === first &&
      c.last >= last &&
      c.last <= close,
  );
};

function isApposition(tokens: readonly Token[], inside: readonly number[], next: Token | undefined): boolean {
  if (!next || !/^(?:VERB|AUX|ADV|ADP)$/.test(next.pos) || inside.length === 0) return false;
  if (!/^(?:DET|PROPN)$/.test(tokens[inside[0] ?? -1]?.pos ?? '')) return false;
  return inside.every((i) => {
    const t = tokens[i];
    return t !== undefined && (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(t.pos) || t.lower === 'of');
  });
}
