import { timexes, typed } from './notation.ts';

/** Makes a sentence too long for a request or a note to oneself. It has no dates of its own. */
const TAIL =
  'The harbour board heard the report and thanked its author, and the clerk was told to send copies to the members who were absent. Nobody objected to the plan, and the chair closed the meeting with a vote of thanks to the pilots, who had served so well.';

/** What {@link timexes} and {@link typed} find in a sentence that stands in a longer text. */
export const inText = (sentence: string, dct?: string): string[] => timexes(`${sentence} ${TAIL}`, dct);
export const typedInText = (sentence: string, dct?: string): string[] => typed(`${sentence} ${TAIL}`, dct);
