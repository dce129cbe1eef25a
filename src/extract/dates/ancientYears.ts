import type { Match, Piece, Said } from './pattern.ts';

/** In a text that counts years before or after Christ: "in 514", "by 362,", "until 288". */
export function isAncientYear(m: Match): boolean {
  if (!isThreeDigits(m, m.from) || !ANCIENT_CUE.test(m.word(m.from - 1))) return false;
  return endsYear(m);
}

/** "in 101–106", "(101 to 106)", "in 135 or 136". */
export function ancientRange(m: Match): Piece[] | null {
  const [first, second] = [m.from, m.to - 1];
  if (!isThreeDigits(m, first) || !isThreeDigits(m, second) || !endsYear(m)) return null;
  if (!ANCIENT_CUE.test(m.word(m.from - 1)) && m.word(m.from - 1) !== '(') return null;
  const year = (at: number): Said => ({ type: 'DATE', year: m.tokens.values[at]!, eraless: true });
  return [
    { from: first, to: first + 1, said: year(first) },
    { from: second, to: second + 1, said: year(second) },
  ];
}

const ANCIENT_CUE = /^(?:in|by|until|till|since|from|after|before|around|about|between)$/;

/** Two or three digits that may be a year, in a text that has years of both eras or names one. */
export const isThreeDigits = (m: Match, at: number): boolean =>
  m.ancient && m.tokens.values[at]! >= 32 && /^\d{2,3}$/.test(m.printed(at));

/** What is counted has its noun right behind it, or an "of". */
export function endsYear(m: Match): boolean {
  const after = m.printed(m.to);
  if (m.glued(m.to) && !/^[,.;:)]$/.test(after)) return false;
  // "by 300 or more"
  if (after === 'or' && /^(?:more|less|fewer|so)$/.test(m.word(m.to + 1))) return false;
  return (
    /^[,.;:)]?$/.test(after) ||
    /^(?:the|he|she|they|it|his|her|their|its|a|an|one|two|three|four|and|but|or|to|when|as|with|by|at|after|before|under|until)$/.test(
      after,
    ) ||
    /^\p{Lu}\p{Ll}+$/u.test(after)
  );
}
