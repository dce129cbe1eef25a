import { toDays } from '../model/days.ts';
import { edtfDate, readEdtf } from '../model/edtf.ts';
import { readMarks } from '../worker/client.ts';
import { LANGUAGES } from '../texts/languages.ts';

/**
 * The date that a person wrote into a field, as EDTF: EDTF itself, a year with or without its era, a month or a day in
 * words or figures, in any language of the page; else what the reader of documents makes of it, such as `summer 1954`.
 * @param ask reads what is none of these; replaced in tests. @returns null when nobody knows what is meant.
 */
export async function askDate(text: string, ask = askReader): Promise<string | null> {
  const words = text.trim();
  return words === '' ? null : (plainDate(words) ?? (await ask(words)));
}

/** What is no matter of context, at once. null: none of that. */
export function plainDate(text: string): string | null {
  const words = text.trim().replace(/\s+/g, ' ');
  if (!('problem' in readEdtf(words))) return words;
  const year = yearOf(words);
  if (year !== null) return edtfDate(year);
  const decade = /^(\d{3})0(?:s|er)$/.exec(words)?.[1];
  if (decade) return `${decade}X`;
  const figures = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(words);
  if (figures) return dayOf(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  return inWords(words);
}

const ERA =
  /^(?<ad>AD |n\. ?Chr\. )?(?<n>\d{1,3}(?:[,.]?\d{3})*|\d+)(?: ?(?<era>BCE?|CE|AD|[vn]\. ?Chr\.?|[vn]\. ?u\. ?Z\.?))?$/i;

/** `1848`, `44 BC`, `AD 79`, `300 v. Chr.`; astronomical. */
function yearOf(words: string): number | null {
  const parts = ERA.exec(words)?.groups;
  if (!parts?.n) return null;
  const n = Number(parts.n.replace(/[,.]/g, ''));
  return n > 0 && /^[bv]/i.test(parts.era ?? '') ? 1 - n : n;
}

const month = String.raw`(?<month>\p{L}{3,})\.?`;
const WORDS = [
  new RegExp(`^(?<day>\\d{1,2})\\.? ${month},? (?<year>.+)$`, 'u'),
  new RegExp(`^${month} (?<day>\\d{1,2}),? (?<year>\\d{4}.*)$`, 'u'),
  new RegExp(`^${month} (?<year>.+)$`, 'u'),
];

/** `16 May 2024`, `May 16, 2024`, `16. Mai 2024`, `Mai 2024`. */
function inWords(words: string): string | null {
  for (const pattern of WORDS) {
    const parts = pattern.exec(words)?.groups;
    const year = parts?.year ? yearOf(parts.year) : null;
    const at = parts?.month ? monthOf(parts.month) : null;
    if (year === null || at === null) continue;
    return parts?.day ? dayOf(year, at, Number(parts.day)) : edtfDate(year, at);
  }
  return null;
}

/** null: there is no such day. */
function dayOf(year: number, month: number, day: number): string | null {
  const text = edtfDate(year, month, day);
  return 'problem' in readEdtf(text) ? null : text;
}

/** Names of months in all languages of the page, lower case. */
let names: readonly (readonly string[])[] | null = null;

/** 1 … 12, by a name or its first three letters at least. */
function monthOf(word: string): number | null {
  names ??= Object.keys(LANGUAGES).map((tag) => {
    const format = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, i) => format.format(toDays(2000, i + 1) * 864e5).toLowerCase());
  });
  for (const months of names) {
    const at = months.findIndex((name) => name.startsWith(word.toLowerCase()));
    if (at >= 0) return at + 1;
  }
  return null;
}

/** Asks the reader of documents, off the main thread. */
async function askReader(text: string): Promise<string | null> {
  const { mentions } = await readMarks({ id: '', name: '', title: '', text, format: 'text', date: null });
  return mentions.find((mention) => mention.edtf !== null)?.edtf ?? null;
}
