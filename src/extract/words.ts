/** Words that say nothing about what a passage tells: they are in all of them. */
const EMPTY = new Set(
  (
    'the and for that with from this these those was were are has have had been being will would could should may might can its his her their our ' +
    'who whom whose which what when where while after before during into onto upon about above below between among over under than then also ' +
    'other some such only more most very all any both each not but nor yet one two first last new said says told tell year years month day ' +
    'week time made make making take taken took way part many much several there here how why'
  ).split(' '),
);

/** Letters of a word that are compared: endings differ where meanings do not. */
const STEM = 5;

/**
 * The words by which passages are compared: lower case, cut to a stem, at least three letters, numbers whole; common
 * words are left out.
 */
export function contentWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const word of text.toLowerCase().match(WORD) ?? [])
    if (!EMPTY.has(word)) words.add(startsWithDigit(word) ? word : stemOf(word));
  return words;
}

const WORD = /\p{L}{3,}|\d[\d,.]*\d|\d/gu;
const startsWithDigit = (word: string): boolean => word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57;

/** A word, in lower case, as it is compared. */
export const stemOf = (word: string): string => word.slice(0, STEM);
