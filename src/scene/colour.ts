import type { Theme } from './theme.ts';

/** WCAG 2 contrast of two colours, 1 … 21. Order does not matter. @param a `#rrggbb`. @throws RangeError for other forms. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** `#rrggbb` between two colours: 0 is `a`, 1 is `b`; shares beyond are cut. Straight in sRGB, as a translucent fill is. */
export function mix(a: string, b: string, share: number): string {
  const t = Math.min(1, Math.max(0, share));
  const [p, q] = [channels(a), channels(b)];
  return hex(p.map((c, i) => c + ((q[i] ?? c) - c) * t));
}

/**
 * A category's colour for a theme: itself where it stands out 3:1 from the paper, else moved towards ink just as far
 * as it takes. Marks need 3:1; text in this colour needs {@link inkOnTheme}.
 */
export const onTheme = (colour: string, theme: Theme): string => reach(colour, theme, 3);

/** The same for letters: at least 4.5:1 against the paper. */
export const inkOnTheme = (colour: string, theme: Theme): string => reach(colour, theme, 4.5);

const reached = new Map<string, string>();

function reach(colour: string, theme: Theme, least: number): string {
  const key = `${colour} ${theme.paper} ${theme.ink} ${least}`;
  const known = reached.get(key);
  if (known) return known;
  let answer = colour.toLowerCase();
  for (let share = 1; contrast(answer, theme.paper) < least && share <= 50; share++) {
    answer = mix(colour, theme.ink, share / 50);
  }
  // A page may try many colours in a picker; the list of a collection is short.
  if (reached.size > 500) reached.clear();
  reached.set(key, answer);
  return answer;
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour).map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const parsed = new Map<string, readonly number[]>();

function channels(colour: string): readonly number[] {
  const known = parsed.get(colour);
  if (known) return known;
  const answer = parse(colour);
  if (parsed.size > 500) parsed.clear();
  parsed.set(colour, answer);
  return answer;
}

function parse(colour: string): readonly number[] {
  const digits = /^#([0-9a-f]{6})$/i.exec(colour)?.[1];
  if (!digits) throw new RangeError(`found the colour "${colour}", expected #rrggbb`);
  return [0, 2, 4].map((i) => Number.parseInt(digits.slice(i, i + 2), 16));
}

const hex = (rgb: readonly number[]): string =>
  `#${rgb.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`;
