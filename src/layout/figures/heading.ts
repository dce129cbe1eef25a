import { fitText, textWidth } from '../../scene/advances.ts';
import type { Box, Text } from '../../scene/scene.ts';
import { isMeasured, isMoney } from '../amounts.ts';
import type { Look } from './shapes.ts';
import type { LeftOut, Track } from './value.ts';

/** A number of an axis: its height in the picture and its width, px. */
export interface AxisNumber {
  readonly y: number;
  readonly width: number;
}

/** Where names left of the box begin, and from line to line, px. */
const MARGIN = 24;
const LEADING = 15;

/**
 * Name, unit and what is not shown, left of the box or at its top.
 * @param beside the axis numbers that share the room left of the box; null where there is no such room.
 * @param folds bands of folded time, px, rising: words within the box keep clear of them.
 */
export function heading(
  track: Track,
  unit: string,
  inView: number,
  named: number,
  box: Box,
  beside: readonly AxisNumber[] | null,
  left: readonly LeftOut[],
  look: Look,
  folds: readonly Box[] = [],
): Text[] {
  const { theme } = look;
  const name = nameOf(track, look.locale);
  const say = wordsOf(look.locale);
  const rest = left.length === 0 ? '' : `+ ${countOf(left, look.locale)}`;
  const count = named < inView ? `${named} ${say.of} ${inView} ${say.named}` : '';
  const kinds = track.series > 1 ? `${unit}, ${track.series} ${say.kinds}` : unit;
  const text = (words: string, x: number, y: number, bold: boolean): Text => ({
    kind: 'text',
    x,
    y,
    text: words,
    size: bold ? 12 : 11,
    weight: bold ? 650 : 400,
    fill: bold ? theme.ink : theme.muted,
    anchor: 'start',
    ...(beside ? {} : { halo: theme.paper }),
  });
  if (!beside) {
    const line = [name, kinds, count, rest].filter(Boolean).join(' · ');
    const free = clearOf(folds, box);
    return [text(fitText(line, free.width - 8, 11, 400), free.x + 4, box.y + 12, false)];
  }
  const roomAt = roomBeside(box, beside);
  let y = box.y + LEADING / 3;
  const out: Text[] = [];
  /** Writes the first of some ways to say a thing that has room, else the last of them, cut. */
  const add = (ways: readonly string[], bold: boolean) => {
    const [size, weight] = bold ? ([12, 650] as const) : ([11, 400] as const);
    y += LEADING;
    const fits = ways.flatMap((words) => {
      const step = stepTo(roomAt, y, textWidth(words, size, weight));
      return step === null ? [] : [{ words, step }];
    })[0];
    y += fits?.step ?? 0;
    out.push(text(fitText(fits?.words ?? ways.at(-1) ?? '', roomAt(y), size, weight), MARGIN, y, bold));
  };
  const widest = Math.max(...beside.map((number) => number.width + 10));
  // What is not shown is said in any case: a long name and the number of labels give way to it.
  const lines = Math.floor((box.height - LEADING / 3) / LEADING);
  const below = rest ? 2 : 1;
  const whole = textWidth(name, 12, 650) <= roomAt(y + LEADING) || lines < below + 2;
  const room = box.x - MARGIN - 8;
  const wrapped = wrap(name, fitsBeside(track, box, beside, look.locale) ? room : room - widest, 12);
  for (const words of whole ? [name] : wrapped) add([words], true);
  const free = lines - out.length - below;
  const asked = [
    [kinds],
    free > 0 && count ? [count, `${named} ${say.of} ${inView}`] : [],
    rest ? [rest, `+ ${valuesIn(left)} ${say.more}`] : [],
  ].filter((ways) => ways.length > 0);
  for (const ways of asked) if (y + LEADING <= box.y + box.height) add(ways, false);
  return out;
}

/** Whether the name of a track stands uncut beside axis numbers. */
export function fitsBeside(track: Track, box: Box, beside: readonly AxisNumber[], locale: string): boolean {
  const roomAt = roomBeside(box, beside);
  let y = box.y + LEADING / 3;
  return wrap(nameOf(track, locale), box.x - MARGIN - 8, 12).every((words) => {
    y += LEADING;
    const step = stepTo(roomAt, y, textWidth(words, 12, 650));
    y += step ?? 0;
    return step !== null;
  });
}

/** How far below `y` a line of some width has room, at most a line less a little; null where it has none. */
function stepTo(roomAt: (baseline: number) => number, y: number, width: number): number | null {
  for (let step = 0; step < 11; step++) if (roomAt(y + step) >= width) return step;
  return null;
}

/** Room for a line at a baseline, left of the axis numbers, px. */
const roomBeside =
  (box: Box, beside: readonly AxisNumber[]) =>
  (baseline: number): number => {
    const close = beside.filter((number) => Math.abs(number.y - (baseline - 4)) < 11);
    return box.x - MARGIN - 8 - Math.max(0, ...close.map((number) => number.width + 10));
  };

/** What a track is called: what most of its values measure, else what its unit is for. */
export function nameOf(track: Track, locale: string): string {
  const called = track.name ?? generalName(track.unit, locale);
  return called.charAt(0).toLocaleUpperCase(locale) + called.slice(1);
}

/** `5 in 3 units`, `2 in t`. */
export function countOf(left: readonly LeftOut[], locale: string): string {
  return `${valuesIn(left)} in ${left.length === 1 ? (left[0]?.unit ?? '') : `${left.length} ${wordsOf(locale).units}`}`;
}

const valuesIn = (left: readonly LeftOut[]): number => left.reduce((sum, other) => sum + other.values, 0);

/** Where there is room for no track: how many figures there are, as a lane says how many events it has. */
export function leftOutBeside(left: readonly LeftOut[], box: Box, { locale, theme }: Look): Text[] {
  const { figures } = wordsOf(locale);
  const room = box.x - MARGIN - 8;
  // As high as a lane of one row, which has its name at the same height.
  const y = box.y + Math.min(19, box.height * 0.75);
  const line = (words: string, dy: number, bold: boolean): Text => ({
    kind: 'text',
    x: MARGIN,
    y: y + dy,
    text: fitText(words, room, bold ? 12 : 11, bold ? 650 : 400),
    size: bold ? 12 : 11,
    weight: bold ? 650 : 400,
    fill: bold ? theme.ink : theme.muted,
    anchor: 'start',
  });
  const name = line(figures, 0, true);
  if (box.height >= 2 * LEADING + 6) return [name, line(countOf(left, locale), LEADING, false)];
  return [line(`${figures}: ${countOf(left, locale)}`, 0, false)];
}

/** The same in one line at the top of the box, where no fold is. */
export function leftOutWithin(
  left: readonly LeftOut[],
  box: Box,
  folds: readonly Box[],
  { locale, theme }: Look,
): Text[] {
  const free = clearOf(folds, box);
  return [
    {
      kind: 'text',
      x: free.x + 4,
      y: box.y + 12,
      text: fitText(`${wordsOf(locale).figures}: ${countOf(left, locale)}`, free.width - 8, 11, 400),
      size: 11,
      weight: 400,
      fill: theme.muted,
      anchor: 'start',
      halo: theme.paper,
    },
  ];
}

/** The widest part of a box that is clear of folds, of equals the first. */
function clearOf(folds: readonly Box[], box: Box): { readonly x: number; readonly width: number } {
  const edges = [box.x, ...folds.flatMap((fold) => [fold.x, fold.x + fold.width]), box.x + box.width];
  let best = { x: box.x, width: 0 };
  for (let i = 0; i < edges.length; i += 2) {
    const [from, to] = [edges[i]!, edges[i + 1]!];
    if (to - from > best.width) best = { x: from, width: to - from };
  }
  return best;
}

/** What values of a unit are called when they are of many kinds. */
function generalName(unit: string, locale: string): string {
  const german = /^de\b/i.test(locale);
  if (unit === '%') return german ? 'Anteile' : 'Shares';
  if (isMoney(unit)) return german ? 'Beträge' : 'Amounts';
  return isMeasured(unit) ? (german ? 'Mengen' : 'Quantities') : unit;
}

/** One or two lines of a name in bold. @param room of a line, px; what is longer than the second is cut when drawn. */
export function wrap(name: string, room: number, size: number): readonly string[] {
  if (textWidth(name, size, 650) <= room) return [name];
  const words = name.split(' ');
  let count = words.length - 1;
  while (count > 1 && textWidth(words.slice(0, count).join(' '), size, 650) > room) count--;
  return count === 0 ? [name] : [words.slice(0, count).join(' '), words.slice(count).join(' ')];
}

const ENGLISH = {
  figures: 'Figures',
  units: 'units',
  of: 'of',
  named: 'named',
  more: 'more',
  kinds: 'kinds',
};
const GERMAN = {
  figures: 'Zahlen',
  units: 'Einheiten',
  of: 'von',
  named: 'benannt',
  more: 'weitere',
  kinds: 'Arten',
};
/** Words about figures in one language. */
export const wordsOf = (locale: string) => (/^de\b/i.test(locale) ? GERMAN : ENGLISH);
