/** Whether a UTF-16 unit is 0 … 9. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Whether a UTF-16 unit is a letter of an alphabet, as far as dates ask. */
export const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code !== 0xd7 && code < 0x2000);
/** Straight or curved, on either side. */
export const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 0x2018;
