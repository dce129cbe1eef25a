import type { TextSpan } from '../../model/document.ts';
import { isDigit, isLetter } from './characters.ts';
import { readMark } from './markTokens.ts';
import { readNumber } from './numberTokens.ts';
import { Row } from './row.ts';
import { readWord } from './wordTokens.ts';

/** A stretch of text as classes of words. All arrays are parallel; offsets are into the whole text. */
export interface Tokens {
  /** One character of {@link CLASSES} per token. */
  readonly tags: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** What the token says, by its class: the number, the month, the unit's index. 0 where a class has none. */
  readonly values: readonly number[];
}

/**
 * Cuts a stretch of text into words, numbers and marks and classifies each. One pass, linear in the length whatever
 * the text: a run of digits or letters is one token however long it is.
 * @param text the whole text. @param start @param end UTF-16 units, half-open, within the text.
 */
export function tokenise(text: string, { start, end }: TextSpan): Tokens {
  const row = new Row();
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === 10 || code === 13 || code === 9 || code === 160) i++;
    else if (isDigit(code)) i = readNumber(text, i, end, row);
    else if (isLetter(code)) i = readWord(text, i, end, row);
    else i = readMark(text, i, end, code, row);
  }
  const { tags, starts, ends, values } = row;
  return { tags: tags.join(''), starts, ends, values };
}
