import type { Token } from '../language.ts';
import { lookup } from '../lookup.ts';

/** A unit found behind a number: `last` is the index of its last token. `value` of the text times `factor` is in `unit`. */
export interface FoundUnit {
  readonly unit: string;
  readonly factor: number;
  readonly last: number;
  readonly kind: 'money' | 'share' | 'measure' | 'time';
}

/** Signs before a number. The yen sign is two currencies'; {@link currencyBefore} decides. */
const SIGNS: Readonly<Record<string, string>> = lookup({
  $: 'USD',
  us$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  s$: 'SGD',
  r$: 'BRL',
  nt$: 'TWD',
  '£': 'GBP',
  '€': 'EUR',
  '¥': 'JPY',
  '₽': 'RUB',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  '₴': 'UAH',
  '₪': 'ILS',
});

/** ISO codes and short names that stand before or behind an amount. */
const CODES: Readonly<Record<string, string>> = lookup({
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  jpy: 'JPY',
  cny: 'CNY',
  rmb: 'CNY',
  rub: 'RUB',
  inr: 'INR',
  rs: 'INR',
  'rs.': 'INR',
  chf: 'CHF',
  cad: 'CAD',
  aud: 'AUD',
  sek: 'SEK',
  nok: 'NOK',
  dkk: 'DKK',
  pln: 'PLN',
  zar: 'ZAR',
  brl: 'BRL',
  krw: 'KRW',
  hkd: 'HKD',
  sgd: 'SGD',
});

const MONEY_WORDS: Readonly<Record<string, string>> = lookup({
  dollar: 'USD',
  dollars: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  sterling: 'GBP',
  yen: 'JPY',
  yuan: 'CNY',
  renminbi: 'CNY',
  rouble: 'RUB',
  roubles: 'RUB',
  ruble: 'RUB',
  rubles: 'RUB',
  rupee: 'INR',
  rupees: 'INR',
  franc: 'CHF',
  francs: 'CHF',
  marks: 'DEM',
  deutschmarks: 'DEM',
  won: 'KRW',
  kronor: 'SEK',
  kroner: 'NOK',
  zloty: 'PLN',
  zlotys: 'PLN',
  rand: 'ZAR',
  reais: 'BRL',
  pesos: 'MXN',
  lira: 'TRY',
  liras: 'TRY',
  lire: 'ITL',
  shekels: 'ILS',
  hryvnia: 'UAH',
  hryvnias: 'UAH',
  dirhams: 'AED',
  riyals: 'SAR',
  rials: 'IRR',
  naira: 'NGN',
  baht: 'THB',
  ringgit: 'MYR',
  rupiah: 'IDR',
  dong: 'VND',
  forints: 'HUF',
  guilders: 'NLG',
  drachmas: 'GRD',
  pesetas: 'ESP',
  taka: 'BDT',
});

/** Whose dollars, francs or pesos: `Canadian dollars`. */
const MONEY_OF: Readonly<Record<string, string>> = lookup({
  'us dollars': 'USD',
  'u.s. dollars': 'USD',
  'american dollars': 'USD',
  'canadian dollars': 'CAD',
  'australian dollars': 'AUD',
  'zealand dollars': 'NZD',
  'kong dollars': 'HKD',
  'singapore dollars': 'SGD',
  'taiwan dollars': 'TWD',
  'swiss francs': 'CHF',
  'french francs': 'FRF',
  'belgian francs': 'BEF',
  'cfa francs': 'XOF',
  'german marks': 'DEM',
  'egyptian pounds': 'EGP',
  'turkish lira': 'TRY',
  'swedish kronor': 'SEK',
  'norwegian kroner': 'NOK',
  'danish kroner': 'DKK',
  'pakistani rupees': 'PKR',
  'argentine pesos': 'ARS',
  'chilean pesos': 'CLP',
  'colombian pesos': 'COP',
  'philippine pesos': 'PHP',
});

/** Unit words in lower case, without a period at the end, and what they mean. Systems are not converted into another. */
const MEASURES: Readonly<Record<string, readonly [unit: string, factor: number]>> = lookup({
  bcm: ['m3', 1e9],
  mcm: ['m3', 1e6],
  tcm: ['m3', 1e12],
  m3: ['m3', 1],
  'm³': ['m3', 1],
  'cubic metres': ['m3', 1],
  'cubic metre': ['m3', 1],
  'cubic meters': ['m3', 1],
  'cubic meter': ['m3', 1],
  'cubic feet': ['cubic feet', 1],
  'cubic yards': ['cubic yards', 1],
  'cubic kilometres': ['km3', 1],
  'cubic kilometers': ['km3', 1],
  litres: ['l', 1],
  liters: ['l', 1],
  gallons: ['gallons', 1],
  barrels: ['barrels', 1],
  barrel: ['barrels', 1],
  bpd: ['barrels/day', 1],
  tonnes: ['t', 1],
  tonne: ['t', 1],
  tons: ['t', 1],
  ton: ['t', 1],
  'metric tons': ['t', 1],
  'metric tonnes': ['t', 1],
  kt: ['t', 1e3],
  mt: ['t', 1e6],
  kilograms: ['kg', 1],
  kilogram: ['kg', 1],
  kilogrammes: ['kg', 1],
  kilos: ['kg', 1],
  kg: ['kg', 1],
  grams: ['g', 1],
  mg: ['mg', 1],
  milligrams: ['mg', 1],
  ml: ['ml', 1],
  millilitres: ['ml', 1],
  milliliters: ['ml', 1],
  lb: ['lb', 1],
  lbs: ['lb', 1],
  ounces: ['oz', 1],
  bushels: ['bushels', 1],
  kilometres: ['km', 1],
  kilometers: ['km', 1],
  kilometre: ['km', 1],
  kilometer: ['km', 1],
  km: ['km', 1],
  metres: ['m', 1],
  meters: ['m', 1],
  metre: ['m', 1],
  meter: ['m', 1],
  m: ['m', 1],
  centimetres: ['cm', 1],
  centimeters: ['cm', 1],
  centimetre: ['cm', 1],
  centimeter: ['cm', 1],
  cm: ['cm', 1],
  mm: ['mm', 1],
  millimetres: ['mm', 1],
  millimeters: ['mm', 1],
  miles: ['miles', 1],
  mile: ['miles', 1],
  'nautical miles': ['nautical miles', 1],
  feet: ['feet', 1],
  foot: ['feet', 1],
  ft: ['feet', 1],
  inches: ['inches', 1],
  inch: ['inches', 1],
  yards: ['yards', 1],
  'square kilometres': ['km2', 1],
  'square kilometers': ['km2', 1],
  'square kilometre': ['km2', 1],
  'square kilometer': ['km2', 1],
  'sq km': ['km2', 1],
  km2: ['km2', 1],
  'km²': ['km2', 1],
  'square metres': ['m2', 1],
  'square meters': ['m2', 1],
  'square miles': ['square miles', 1],
  'square mile': ['square miles', 1],
  'square feet': ['square feet', 1],
  hectares: ['ha', 1],
  hectare: ['ha', 1],
  ha: ['ha', 1],
  acres: ['acres', 1],
  acre: ['acres', 1],
  kw: ['MW', 1e-3],
  mw: ['MW', 1],
  gw: ['MW', 1e3],
  tw: ['MW', 1e6],
  megawatts: ['MW', 1],
  megawatt: ['MW', 1],
  gigawatts: ['MW', 1e3],
  gigawatt: ['MW', 1e3],
  kilowatts: ['MW', 1e-3],
  mwh: ['MWh', 1],
  gwh: ['MWh', 1e3],
  twh: ['MWh', 1e6],
  kwh: ['MWh', 1e-3],
  '°c': ['°C', 1],
  '° c': ['°C', 1],
  '°f': ['°F', 1],
  'degrees celsius': ['°C', 1],
  'degrees fahrenheit': ['°F', 1],
  'km/h': ['km/h', 1],
  kph: ['km/h', 1],
  mph: ['mph', 1],
  knots: ['knots', 1],
  magnitude: ['magnitude', 1],
  'percentage points': ['percentage points', 1],
  'percentage point': ['percentage points', 1],
  'basis points': ['basis points', 1],
});

const TIMES = new Set(
  'second seconds minute minutes hour hours day days night nights week weeks fortnight weekend month months quarter quarters year years yr yrs decade decades century centuries generation generations semester semesters season seasons'.split(
    ' ',
  ),
);

/** Whether a lower-case word measures time. */
export const isTimeWord = (lower: string): boolean => TIMES.has(lower);

/** Whether a word, in lower case, may be a sign or code that {@link currencyBefore} knows. */
export const beginsMoney = (lower: string): boolean =>
  lower === '¥' || SIGNS[lower] !== undefined || CODES[lower] !== undefined;

/** Whether a text's yen signs are yuan's. Asked for each sign, of the whole text: the last answer is kept. */
function isChinese(text: string): boolean {
  if (asked?.text !== text) {
    const chinese =
      /\b(?:yuan|renminbi|rmb|beijing|chinese)\b/i.test(text) && !/\b(?:yen|tokyo)\b/i.test(text);
    asked = { text, chinese };
  }
  return asked.chinese;
}

let asked: { readonly text: string; readonly chinese: boolean } | null = null;

/** Currency of the sign or code at token `at`, or null. `text` decides whose ¥ it is. */
export function currencyBefore(tokens: readonly Token[], at: number, text: string): string | null {
  const lower = tokens[at]?.lower;
  if (lower === undefined) return null;
  if (lower === '¥' && isChinese(text)) return 'CNY';
  const sign = SIGNS[lower];
  if (sign) return sign;
  return tokens[at]!.text === tokens[at]!.text.toUpperCase() || lower.startsWith('rs')
    ? (CODES[lower] ?? null)
    : null;
}

/** The unit that starts at token `at`, behind a number. */
export function unitAt(tokens: readonly Token[], at: number): FoundUnit | null {
  const first = tokens[at];
  if (!first) return null;
  const one = first.lower.replace(/(?<=\p{L})\.$/u, '');
  const two = tokens[at + 1] ? `${one} ${tokens[at + 1]!.lower}` : one;
  if (one === '%' || one === 'percent' || one === 'pct') return share(at);
  if (two === 'per cent') return share(at + 1);
  if (one === '°' && /^[cf]\.?$/i.test(tokens[at + 1]?.lower ?? '')) {
    return {
      unit: tokens[at + 1]!.lower.startsWith('c') ? '°C' : '°F',
      factor: 1,
      last: at + 1,
      kind: 'measure',
    };
  }
  const whose =
    MONEY_OF[two] ??
    (one === 'new' || one === 'hong'
      ? MONEY_OF[`${tokens[at + 1]?.lower} ${tokens[at + 2]?.lower}`]
      : undefined);
  if (whose)
    return { unit: whose, factor: 1, last: one === 'new' || one === 'hong' ? at + 2 : at + 1, kind: 'money' };
  if (two === 'on the' && tokens[at + 2]?.lower === 'richter') {
    return { unit: 'magnitude', factor: 1, last: Math.min(at + 3, tokens.length - 1), kind: 'measure' };
  }
  const measure = MEASURES[two];
  if (measure && two !== one)
    return perWhat(tokens, { unit: measure[0], factor: measure[1], last: at + 1, kind: 'measure' });
  if (first.text in CODES || (first.text === first.text.toUpperCase() && one in CODES && one.length === 3)) {
    return { unit: CODES[one]!, factor: 1, last: at, kind: 'money' };
  }
  const money = MONEY_WORDS[one];
  // "five pounds of butter" is weighed.
  if (money && !(one.startsWith('pound') && tokens[at + 1]?.lower === 'of')) {
    const sterling = tokens[at + 1]?.lower === 'sterling' ? at + 1 : at;
    return { unit: money, factor: 1, last: sterling, kind: 'money' };
  }
  if (one === 'pounds' || one === 'pound') return { unit: 'lb', factor: 1, last: at, kind: 'measure' };
  if (one === 'cents' || one === 'pence') {
    return { unit: one === 'cents' ? 'USD' : 'GBP', factor: 0.01, last: at, kind: 'money' };
  }
  const known = MEASURES[one];
  // Short signs must be printed as such: "M" is no metre, "Mt" a mountain, "ha" a laugh.
  if (known && (one.length > 2 || isSign(first, tokens[at - 1]))) {
    return perWhat(tokens, { unit: known[0], factor: known[1], last: at, kind: 'measure' });
  }
  if (TIMES.has(one)) return { unit: pluralOf(one), factor: 1, last: at, kind: 'time' };
  return null;
}

const share = (last: number): FoundUnit => ({ unit: '%', factor: 1, last, kind: 'share' });

const SIGNS_AS_PRINTED = new Set([
  'm',
  'm3',
  'm³',
  'km',
  'cm',
  'mm',
  'kg',
  'mg',
  'ml',
  'ha',
  'ft',
  'lb',
  'kt',
  'Mt',
  'kW',
  'MW',
  'GW',
  'TW',
]);
const isSign = (token: Token, before: Token | undefined): boolean =>
  SIGNS_AS_PRINTED.has(token.text) &&
  before !== undefined &&
  /\d$|^(?:million|billion|bn|m)$/.test(before.lower);

/** `10 feet per hour`, `2 barrels a day`: a rate is another unit. */
function perWhat(tokens: readonly Token[], unit: FoundUnit): FoundUnit {
  let k = unit.last + 1;
  // A conversion in brackets between unit and rate: "10 feet (3.0 m) per hour".
  if (tokens[k]?.text === '(') {
    for (let c = k + 1; c < Math.min(tokens.length, k + 6); c++) {
      if (tokens[c]!.text === ')') {
        k = c + 1;
        break;
      }
    }
  }
  const link = tokens[k]?.lower;
  const what = tokens[k + 1]?.lower;
  if (!what || (link !== 'per' && link !== 'a' && link !== 'an' && link !== '/')) return unit;
  if (!TIMES.has(what) && !(link === 'per' && tokens[k + 1]!.pos === 'NOUN')) return unit;
  return { ...unit, unit: `${unit.unit}/${what}`, last: k + 1 };
}

const pluralOf = (time: string): string =>
  time.startsWith('centur')
    ? 'centuries'
    : /s$/.test(time)
      ? time
      : time.startsWith('yr')
        ? 'years'
        : `${time}s`;
