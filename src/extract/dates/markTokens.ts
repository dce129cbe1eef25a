import { isApostrophe, isDigit, isLetter } from './characters.ts';
import { CLASSES } from './lexicon.ts';
import type { Row } from './row.ts';

/** Reads the mark at `start`. @returns its end. */
export function readMark(text: string, start: number, end: number, code: number, row: Row): number {
  const next = text.charCodeAt(start + 1);
  if (isApostrophe(code)) {
    if (
      start > 0 &&
      isLetter(text.charCodeAt(start - 1)) &&
      text[start + 1] === 's' &&
      !isLetter(text.charCodeAt(start + 2))
    ) {
      row.push(CLASSES.possessive, start, start + 2, 0);
      return start + 2;
    }
    // '94, '80s
    if (isDigit(next) && isDigit(text.charCodeAt(start + 2)) && !isDigit(text.charCodeAt(start + 3))) {
      const value = Number(text.slice(start + 1, start + 3));
      const after = text.charCodeAt(start + 3);
      if (text[start + 3] === 's' && value % 10 === 0) {
        row.push(CLASSES.shortdecade, start, start + 4, value);
        return start + 4;
      }
      if (isApostrophe(after) && text[start + 4] === 's' && value % 10 === 0) {
        row.push(CLASSES.shortdecade, start, start + 5, value);
        return start + 5;
      }
      if (!isLetter(after) && start + 3 <= end) {
        row.push(CLASSES.short, start, start + 3, value);
        return start + 3;
      }
    }
    row.push(CLASSES.other, start, start + 1, 0);
    return start + 1;
  }
  const tag =
    code === 45 || code === 0x2013 || code === 0x2010 || code === 0x2011 || code === 0x2012
      ? CLASSES.dash
      : code === 44
        ? CLASSES.comma
        : code === 47
          ? CLASSES.slash
          : code === 40
            ? CLASSES.open
            : code === 38
              ? CLASSES.and
              : CLASSES.other;
  row.push(tag, start, start + 1, 0);
  return start + 1;
}
