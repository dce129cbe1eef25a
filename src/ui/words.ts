import type { Precision } from '../model/edtf.ts';
import type { Figure, Status } from '../model/event.ts';
import type { Route } from '../model/when.ts';
import type { Band, Facet } from '../state/facet.ts';
import { LOCALE } from '../state/locale.ts';

const integers = new Intl.NumberFormat(LOCALE);
const decimals = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 6 });
const compact = new Intl.NumberFormat(LOCALE, {
  notation: 'compact',
  compactDisplay: 'long',
  maximumSignificantDigits: 5,
});

/** `1 event`, `1,904 events`. @param plural where it is not the word with an s. */
export const counted = (n: number, word: string, plural = `${word}s`): string =>
  `${integers.format(n)} ${n === 1 ? word : plural}`;

export const number = (n: number): string => integers.format(n);

/** The route by which a date was reached, in a word or two. */
export const ROUTE_WORDS: Readonly<Record<Route, string>> = {
  explicit: 'printed',
  relative: 'counted from another date',
  heading: 'from the heading',
  inherited: 'from the sentence before',
  inferred: 'inferred',
  edited: 'set by hand',
};

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  happened: 'Happened',
  planned: 'Planned',
  ongoing: 'Ongoing',
  hypothetical: 'Hypothetical',
};

const BAND_WORDS: Readonly<Record<Band, string>> = { high: 'Sure', medium: 'Likely', low: 'Doubtful' };

const PRECISION_WORDS: Readonly<Record<Precision, string>> = {
  time: 'Time of day',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  season: 'Season',
  quarter: 'Quarter',
  half: 'Half-year',
  year: 'Year',
  decade: 'Decade',
  century: 'Century',
  millennium: 'Millennium',
};

export const FACET_WORDS: Readonly<Record<Facet, string>> = {
  category: 'Categories',
  source: 'Sources',
  actor: 'Actors',
  place: 'Places',
  status: 'Status',
  confidence: 'Confidence',
  precision: 'Precision',
};

/** A facet's answer as it is shown. */
export function answerInWords(facet: Facet, value: string): string {
  if (facet === 'status') return STATUS_WORDS[value as Status] ?? value;
  if (facet === 'confidence') return BAND_WORDS[value as Band] ?? value;
  if (facet === 'precision') return PRECISION_WORDS[value as Precision] ?? value;
  return value;
}

/** `more than US$ 240 billion`, `90%`, `38 billion m³`, `11 ships`. */
export function figureInWords(figure: Figure): string {
  const bound = figure.bound === 'min' ? 'at least ' : figure.bound === 'max' ? 'at most ' : '';
  return bound + amount(figure.value, figure.unit);
}

function amount(value: number, unit: string): string {
  if (unit === '%') return `${decimals.format(value)}%`;
  const digits = Math.abs(value) >= 1e6 ? compact.format(value) : decimals.format(value);
  if (/^[A-Z]{3}$/.test(unit)) return `${symbolOf(unit)} ${digits}`;
  return `${digits} ${unit.replace(/^(k?m)([23])$/, (_, m, power) => m + (power === '2' ? '²' : '³'))}`.trim();
}

/** How far apart two days are: `9 days`, `7 months`, `3 years`. */
export function distanceInWords(days: number): string {
  const n = Math.abs(Math.round(days));
  if (n < 60) return counted(n, 'day');
  if (n < 730) return counted(Math.round(n / 30.4369), 'month');
  return counted(Math.round(n / 365.2425), 'year');
}

/** `US$`, as on the chart: a bare `$` is several countries' money. */
function symbolOf(currency: string): string {
  if (currency === 'USD') return 'US$';
  const parts = new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}
