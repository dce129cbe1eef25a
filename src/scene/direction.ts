/** Letters of scripts that run from right to left: Hebrew, Arabic and their kin, in all their blocks. */
const LEFTWARDS = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const FIRST_LETTER = /[\p{Letter}\u200e\u200f]/u;

/** Which way a line of text runs: as its first letter does. What has no letters runs to the right. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  if (!LEFTWARDS.test(text)) return 'ltr';
  const [letter] = FIRST_LETTER.exec(text) ?? [];
  return letter !== undefined && LEFTWARDS.test(letter) ? 'rtl' : 'ltr';
}
