import { type Days, toDays } from '../../model/days.ts';

/**
 * How a feast of the Hindu calendar is found. `hour`: the hour in India that decides which day holds it.
 * `tithi`: a lunar day, 1 … 30 from the new moon, of a month that ends with the new moon, 1 Chaitra … 12 Phalguna.
 * `entry`: the sun enters a sidereal longitude, degrees. `star`: the moon's thirteen degrees from `from` while the
 * sun is in the sign that begins at `sun`.
 */
export type HinduRule =
  | { readonly kind: 'tithi'; readonly month: number; readonly tithi: number; readonly hour: number }
  | { readonly kind: 'entry'; readonly longitude: number; readonly hour: number }
  | { readonly kind: 'star'; readonly sun: number; readonly from: number; readonly hour: number };

const INDIA = 5.5 / 24;
const KNOWN = new Map<string, Days | null>();

/**
 * The day of a year on which a feast falls; null when the year has none. Positions of sun and moon after J. Meeus,
 * Astronomical Algorithms, chapters 25 and 47, cut to terms above a minute of arc or so: the days agree with printed
 * almanacs but where a lunar day ends within minutes of the deciding hour.
 */
export function hinduDay(rule: HinduRule, year: number): Days | null {
  const key = `${JSON.stringify(rule)} ${year}`;
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const day = search(rule, year);
  KNOWN.set(key, day);
  return day;
}

function search(rule: HinduRule, year: number): Days | null {
  const end = toDays(year + 1);
  let skipped: Days | null = null;
  for (let day = toDays(year); day < end; day++) {
    const time = day + rule.hour / 24 - INDIA;
    if (rule.kind === 'entry') {
      if (
        turned(siderealSun(time) - rule.longitude) < 30 &&
        turned(siderealSun(time - 1) - rule.longitude) >= 30
      )
        return day;
    } else if (rule.kind === 'star') {
      if (turned(siderealSun(time) - rule.sun) < 30 && turned(siderealMoon(time) - rule.from) < 40 / 3)
        return day;
    } else {
      const here = tithiAt(time);
      const near = here === rule.tithi || here === (rule.tithi % 30) + 1;
      if (near && monthAt(time) === rule.month) {
        if (here === rule.tithi) return day;
        // A lunar day may begin and end between two of the deciding hours: the day on which it began.
        if (here === rule.tithi + 1 && skipped === null && tithiAt(time - 1) === ((rule.tithi + 28) % 30) + 1)
          skipped = (day - 1) as Days;
      }
    }
  }
  return skipped;
}

const turned = (degrees: number) => ((degrees % 360) + 360) % 360;
const RADIANS = Math.PI / 180;
const sin = (degrees: number) => Math.sin(degrees * RADIANS);
/** Days since 2000-01-01 12:00, from days since 1970-01-01. */
const sinceEpoch = (time: number) => time - 10_957.5;

/** Apparent longitude of the sun, degrees. */
function sun(time: number): number {
  const t = sinceEpoch(time) / 36_525;
  const m = 357.52911 + 35_999.05029 * t;
  const centre = (1.914602 - 0.004817 * t) * sin(m) + 0.019993 * sin(2 * m) + 0.000289 * sin(3 * m);
  return turned(280.46646 + 36_000.76983 * t + centre - 0.00569);
}

/** The largest terms of the moon's longitude: multiples of elongation, sun's and moon's anomaly, latitude; degrees. */
const TERMS: readonly (readonly [d: number, m: number, a: number, f: number, size: number])[] = [
  [0, 0, 1, 0, 6.288774],
  [2, 0, -1, 0, 1.274027],
  [2, 0, 0, 0, 0.658314],
  [0, 0, 2, 0, 0.213618],
  [0, 1, 0, 0, -0.185116],
  [0, 0, 0, 2, -0.114332],
  [2, 0, -2, 0, 0.058793],
  [2, -1, -1, 0, 0.057066],
  [2, 0, 1, 0, 0.053322],
  [2, -1, 0, 0, 0.045758],
  [0, 1, -1, 0, -0.040923],
  [1, 0, 0, 0, -0.03472],
  [0, 1, 1, 0, -0.030383],
  [2, 0, 0, -2, 0.015327],
];

function moon(time: number): number {
  const t = sinceEpoch(time) / 36_525;
  const d = 297.8501921 + 445_267.1114034 * t;
  const m = 357.5291092 + 35_999.0502909 * t;
  const a = 134.9633964 + 477_198.8675055 * t;
  const f = 93.272095 + 483_202.0175233 * t;
  const sum = TERMS.reduce((all, [i, j, k, l, size]) => all + size * sin(i * d + j * m + k * a + l * f), 0);
  return turned(218.3164477 + 481_267.88123421 * t + sum);
}

/** How far the fixed stars lie behind the equinox, degrees, after Lahiri. */
const ayanamsa = (time: number) => 23.853 + (50.29 / 3600) * (sinceEpoch(time) / 365.25);
const siderealSun = (time: number) => turned(sun(time) - ayanamsa(time));
const siderealMoon = (time: number) => turned(moon(time) - ayanamsa(time));
const elongation = (time: number) => turned(moon(time) - sun(time));
const tithiAt = (time: number) => Math.floor(elongation(time) / 12) + 1;

/** 1 … 12, named by the sign the sun enters before the next new moon; 0 in a month of leap, which it does not. */
function monthAt(time: number): number {
  const passed = newMoonNear(time - elongation(time) / DEGREES_A_DAY);
  const sign = Math.floor(siderealSun(passed) / 30);
  const next = Math.floor(siderealSun(newMoonNear(passed + 29.53)) / 30);
  return sign === next ? 0 : ((sign + 1) % 12) + 1;
}

const DEGREES_A_DAY = 12.190749;

function newMoonNear(time: number): number {
  let at = time;
  for (let n = 0; n < 4; n++) {
    const off = elongation(at);
    at -= (off > 180 ? off - 360 : off) / DEGREES_A_DAY;
  }
  return at;
}
