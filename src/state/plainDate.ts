import { edtfDate, readEdtf } from '../model/edtf.ts';
import { inEnglish } from './germanDates.ts';

/**
 * A date in words, English or German, that needs neither context nor the reader of documents: EDTF itself, a year with
 * or without its era, a decade, a month or a day in words or figures. null: none of that.
 */
export function plainDate(text: string): string | null {
  const given = text.trim().replace(/\s+/g, ' ');
  if (!('problem' in readEdtf(given))) return given;
  const words = inEnglish(given);
  const year = yearOf(words);
  if (year !== null) return edtfDate(year);
  const decade = /^(?:the )?(\d{3})0s$/.exec(words)?.[1];
  if (decade) return `${decade}X`;
  const figures = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(words);
  if (figures) return dayOf(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  return inWords(words);
}

const ERA = /^(?<ad>AD )?(?<n>\d{1,3}(?:[,.]?\d{3})*|\d+)(?: ?(?<era>BCE?|CE|AD))?$/i;

/** `1848`, `44 BC`, `AD 79`; astronomical. */
function yearOf(words: string): number | null {
  const parts = ERA.exec(words)?.groups;
  if (!parts?.n) return null;
  const n = Number(parts.n.replace(/[,.]/g, ''));
  return n > 0 && /^b/i.test(parts.era ?? '') ? 1 - n : n;
}

const month = String.raw`(?<month>\p{L}{3,})\.?`;
const WORDS = [
  new RegExp(`^(?<day>\\d{1,2}) ${month},? (?<year>.+)$`, 'u'),
  new RegExp(`^${month} (?<day>\\d{1,2}),? (?<year>\\d{4}.*)$`, 'u'),
  // `May 14` is a day of some year.
  new RegExp(`^${month} (?<year>(?!\\d{1,2}$).+)$`, 'u'),
];

/** `16 May 2024`, `May 16, 2024`, `May 2024`. */
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

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 1 … 12, by a name or its first three letters at least. */
function monthOf(word: string): number | null {
  const at = MONTHS.findIndex((name) => name.startsWith(word.toLowerCase()));
  return at < 0 ? null : at + 1;
}
