import { type Precision, readEdtf } from '../model/edtf.ts';
import type { Figure, Status } from '../model/event.ts';
import { dateInWords } from '../model/words.ts';
import type { Band, Facet } from '../state/facet.ts';
import { speech } from '../state/language.svelte.ts';

const made = new Map<string, Intl.NumberFormat>();

/** A format of the page's language; they are slow to make. */
function format(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${speech.tag} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.NumberFormat(speech.tag, options);
  made.set(key, known);
  return known;
}

const DECIMALS = { maximumSignificantDigits: 6 } as const;
const COMPACT = { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 5 } as const;

export const number = (n: number): string => format().format(n);

/** A facet's answer as it is shown. */
export function answerInWords(facet: Facet, value: string): string {
  if (facet === 'status') return speech.texts.statuses[value as Status] ?? value;
  if (facet === 'confidence') return speech.texts.bands[value as Band] ?? value;
  if (facet === 'precision') return speech.texts.precisions[value as Precision] ?? value;
  return value;
}

/** `at least US$ 240 billion`, `about 90%`, `38 billion m³`, `11 ships`, `€ 190 billion (scale not printed)`. */
export function figureInWords(figure: Figure): string {
  const { atLeast, atMost, about, scaleAssumed } = speech.texts;
  const bound = figure.bound === 'min' ? atLeast : figure.bound === 'max' ? atMost : null;
  const hedge = bound ?? (figure.approximate ? about : null);
  const words = amount(figure.value, figure.unit);
  return `${hedge === null ? '' : `${hedge} `}${words}${figure.scaleAssumed ? ` (${scaleAssumed})` : ''}`;
}

function amount(value: number, unit: string): string {
  if (unit === '%') return format({ ...DECIMALS, style: 'percent' }).format(value / 100);
  const digits = Math.abs(value) >= 1e6 ? format(COMPACT).format(value) : format(DECIMALS).format(value);
  if (/^[A-Z]{3}$/.test(unit)) return money(digits, unit);
  return `${digits} ${unit.replace(/^(k?m)([23])$/, (_, m, power) => m + (power === '2' ? '²' : '³'))}`.trim();
}

/** How far apart two days are: `9 days`, `7 months`, `3 years`. */
export function distanceInWords(days: number): string {
  const n = Math.abs(Math.round(days));
  if (n < 60) return speech.texts.days(n);
  if (n < 730) return speech.texts.months(Math.round(n / 30.4369));
  return speech.texts.years(Math.round(n / 365.2425));
}

/** An amount of money: its sign stands where the language puts it, `US$ 5 billion` but `5 Milliarden US$`. */
function money(digits: string, currency: string): string {
  const parts = format({ style: 'currency', currency }).formatToParts(0);
  // As on the chart: a bare `$` is several countries' money.
  const sign =
    currency === 'USD' ? 'US$' : (parts.find((part) => part.type === 'currency')?.value ?? currency);
  const after = parts.findIndex((part) => part.type === 'currency') > 0;
  return after ? `${digits}\u00a0${sign}` : `${sign} ${digits}`;
}

/** A date that is kept as EDTF, as a person would write it. @param precision where it lies somewhere within that. */
export function edtfInWords(edtf: string, precision?: Precision): string {
  const span = readEdtf(edtf);
  if ('problem' in span) return edtf;
  return dateInWords({ edtf, precision: precision ?? span.precision }, speech.tag);
}
