import { readDocument, readTimexes } from '../../../src/extract/read.ts';
import type { DatedMention, Reading } from '../../../src/extract/reading.ts';

/** Every expression of a text with its TIMEX3 value, `last week = 2024-W19`; read from 16 May 2024, a Thursday. */
export const timexes = (text: string, dct: string | undefined = '2024-05-16'): string[] =>
  readTimexes(text, dct).map((each) => `${each.text} = ${each.value}`);

/** The same with type: `two months = DURATION P2M`. */
export const typed = (text: string, dct: string | undefined = '2024-05-16'): string[] =>
  readTimexes(text, dct).map((each) => `${each.text} = ${each.type} ${each.value}`);

export const read = (text: string, date: string | undefined = '2024-05-16'): Reading =>
  readDocument(
    { id: 'a.txt', name: 'a.txt', title: '', text, format: 'text', date: null },
    date === undefined ? {} : { date },
  );

/** A text that nobody dated. */
export const readUndated = (text: string): Reading =>
  readDocument({ id: 'a.txt', name: 'a.txt', title: '', text, format: 'text', date: null });

/** EDTF of every expression, `late October = 2023-10-21/2023-10-31 month`. */
export const edtfs = (text: string, date: string | undefined = '2024-05-16'): string[] =>
  read(text, date).mentions.map((each) => `${each.text} = ${each.edtf} ${each.precision}`);

export const mention = (reading: Reading, words: string): DatedMention => {
  const found = reading.mentions.find((each) => each.text === words);
  if (!found) throw new Error(`found ${reading.mentions.map((m) => m.text).join(', ')}, expected ${words}`);
  return found;
};
