/** Powers that are said as words: after money, after other units (`m t` would be read as metres), in German. */
interface Scale {
  readonly power: number;
  readonly money: string;
  readonly other: string;
  readonly german: string;
}

const SCALES: readonly Scale[] = [
  { power: 1e12, money: 'tn', other: 'trillion', german: 'Bio.' },
  { power: 1e9, money: 'bn', other: 'billion', german: 'Mrd.' },
  { power: 1e6, money: 'm', other: 'million', german: 'Mio.' },
];

const SQUARES_AND_CUBES: Readonly<Record<string, string>> = { m2: 'm²', m3: 'm³', km2: 'km²', km3: 'km³' };

/**
 * A value with its unit as people write it: `US$ 240 bn`, `90%`, `1.2 million t`, `11 ships`.
 * @param unit ISO 4217, `%`, an SI unit or a plural noun, as in a figure of an event. @param locale BCP 47.
 */
export function amountInWords(value: number, unit: string, locale: string): string {
  const { factor, suffix } = scaleFor(Math.abs(value), unit, locale);
  const digits = Math.abs(value / factor) >= 100 ? 1 : 2;
  const count = format(value / factor, digits, locale);
  if (unit === '%') return percent(count, locale);
  const number = suffix ? `${count} ${suffix}` : count;
  const money = currencySymbol(unit, locale);
  return money ? `${money} ${number}` : `${number} ${unitName(unit)}`;
}

/** What an axis counts in: `US$ bn`, `%`, `million t`, `ships`. @param most the largest value on it, ≥ 0. */
export function axisUnit(
  most: number,
  unit: string,
  locale: string,
): { readonly name: string; readonly factor: number } {
  if (unit === '%') return { name: '%', factor: 1 };
  const { factor, suffix } = scaleFor(most, unit, locale);
  const base = currencySymbol(unit, locale) ?? unitName(unit);
  const name = currencySymbol(unit, locale) ? `${base} ${suffix}` : `${suffix} ${base}`;
  return { name: name.trim(), factor };
}

/** Germans part number and sign. */
const percent = (number: string, locale: string): string =>
  `${number}${/^de\b/i.test(locale) ? '\u00a0' : ''}%`;

/** Whether a unit is a currency code. */
export const isMoney = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

/** Money, shares and SI units, as against plural nouns. */
export const isMeasured = (unit: string): boolean =>
  isMoney(unit) ||
  /^(?:%|[kcmµn]?m|[kcm]?m[23]|ha|[kMG]?t|[kmµ]?g|[hm]?l|[kMGTP]?Wh?|[kMGT]?J|[kMG]?Hz|°[CF]|K|bbl|boe)$/.test(
    unit,
  );

/**
 * Both ends of a range with their unit, in the scale of the higher: `US$ 15–25 bn`, `3–5%`, `0.2–1.3 million t`.
 * @param low < `high`. @param unit as in {@link amountInWords}. @param locale BCP 47.
 */
export function rangeInWords(low: number, high: number, unit: string, locale: string): string {
  const { factor, suffix } = scaleFor(Math.max(Math.abs(low), Math.abs(high)), unit, locale);
  const [from, to] = [low, high].map((end) => format(end / factor, end / factor >= 100 ? 1 : 2, locale));
  // "-5–3" cannot be read.
  const numbers = low < 0 ? `${from} … ${to}` : `${from}–${to}`;
  if (unit === '%') return percent(numbers, locale);
  const words = suffix ? `${numbers} ${suffix}` : numbers;
  const money = currencySymbol(unit, locale);
  return money ? `${money} ${words}` : `${words} ${unitName(unit)}`;
}

/** A number on an axis, without unit. */
export const axisNumber = (value: number, locale: string): string => format(value, 6, locale);

function scaleFor(
  magnitude: number,
  unit: string,
  locale: string,
): { readonly factor: number; readonly suffix: string } {
  const scale = SCALES.find((s) => magnitude >= s.power);
  if (!scale) return { factor: 1, suffix: '' };
  const suffix = /^de\b/i.test(locale) ? scale.german : isMoney(unit) ? scale.money : scale.other;
  return { factor: scale.power, suffix };
}

const formats = new Map<string, Intl.NumberFormat>();

function format(value: number, digits: number, locale: string): string {
  const key = `${locale} ${digits}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.NumberFormat(known(locale), { maximumFractionDigits: digits });
    formats.set(key, made);
  }
  return made.format(value);
}

/** What is not a language tag falls back to English, as it does for dates. */
function known(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

const symbols = new Map<string, string | null>();

/** `US$` for USD; null for what is no currency code. */
function currencySymbol(unit: string, locale: string): string | null {
  if (!isMoney(unit)) return null;
  const key = `${locale} ${unit}`;
  let symbol = symbols.get(key);
  if (symbol === undefined) {
    // British English tells the dollars apart; a plain $ would not.
    const format = new Intl.NumberFormat(/^en\b/i.test(locale) ? 'en-GB' : known(locale), {
      style: 'currency',
      currency: unit,
    });
    symbol = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? unit;
    symbols.set(key, symbol === '$' && unit === 'USD' ? 'US$' : symbol);
    symbol = symbols.get(key) ?? unit;
  }
  return symbol;
}

const unitName = (unit: string): string => SQUARES_AND_CUBES[unit] ?? unit;
