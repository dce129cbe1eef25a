import { textWidth } from '../scene/advances.ts';
import type { EventStore } from '../store/store.ts';
import type { Lane } from './arrangement.ts';
import { wholeNumber } from './numbers.ts';

/** How loud a title is: the most salient third, the rest, the least salient third. */
export type Emphasis = 'strong' | 'plain' | 'faint';

/** Size of a title, px. */
export const TITLE_SIZE = 12;

export const titleWeight = (emphasis: Emphasis): 400 | 550 => (emphasis === 'strong' ? 550 : 400);

/** Width of a title, px, never 0. */
export const labelWidth = (title: string, emphasis: Emphasis): number =>
  Math.max(1, textWidth(title, TITLE_SIZE, titleWeight(emphasis)));

const made = new WeakMap<EventStore, (salience: number) => Emphasis>();

/**
 * Sorts saliences into thirds over a whole store, so that a title is as loud at every zoom. Where many events share a
 * salience, none of them is strong or faint for it. Remembered for each store.
 */
export function emphasisOf(store: EventStore): (salience: number) => Emphasis {
  const known = made.get(store);
  if (known) return known;
  const all = new Float32Array(store.size);
  let filled = 0;
  for (const category of store.categories) {
    const { salience } = store.columns(category);
    all.set(salience, filled);
    filled += salience.length;
  }
  const [upper = 1, lower = 0, most = 1] = ranked(all, [
    Math.floor((all.length * 2) / 3),
    Math.floor(all.length / 3),
    all.length - 1,
  ]);
  const emphasis = (salience: number): Emphasis =>
    upper > lower && (salience > upper || (salience === upper && upper === most))
      ? 'strong'
      : salience < lower
        ? 'faint'
        : 'plain';
  made.set(store, emphasis);
  return emphasis;
}

/** Left of the plot, px: least, most, left of names, between counts and the numbers of a ridge, right of those. */
const GUTTER = { least: 120, most: 232, margin: 24, between: 8, right: 14 };
/** Size of the name of a lane and of the count under it, px. */
export const NAME_SIZE = 13;
export const COUNT_SIZE = 11;

/** Shares of 0 … 1 into which saliences are sorted before the right one is sought. */
const SHARES = 4096;

/**
 * The values that would stand at some places if the list were sorted; undefined where there is none. O(n) with plain
 * loops: sorting a million takes a quarter of a second.
 * @param values 0 … 1.
 */
function ranked(values: Float32Array, places: readonly number[]): (number | undefined)[] {
  if (values.length <= SHARES) {
    const rising = values.slice().sort();
    return places.map((place) => rising[place]);
  }
  const shares = new Uint16Array(values.length);
  const counts = new Int32Array(SHARES);
  for (let i = 0; i < values.length; i++) {
    const share = Math.min(Math.max(Math.floor(values[i]! * SHARES), 0), SHARES - 1);
    shares[i] = share;
    counts[share]!++;
  }
  return places.map((place) => {
    let [share, before] = [0, 0];
    while (share < SHARES - 1 && before + counts[share]! <= place) before += counts[share++]!;
    const together: number[] = [];
    for (let i = 0; i < values.length; i++) if (shares[i] === share) together.push(values[i]!);
    return together.sort((a, b) => a - b)[place - before];
  });
}

const gutters = new WeakMap<
  EventStore,
  {
    readonly lanes: readonly Lane[];
    readonly locale: string;
    readonly shared: number;
    readonly width: number;
  }
>();

/**
 * Width left of the plot for the names of the lanes, their counts and the peaks of their ridges, px. Depends on what the
 * store holds and not on the view, so that the plot stays where it is. Remembered for each store.
 * @param shared lanes that share one.
 */
export function gutterWidth(store: EventStore, lanes: readonly Lane[], locale: string, shared = 0): number {
  const known = gutters.get(store);
  if (known?.lanes === lanes && known.locale === locale && known.shared === shared) return known.width;
  const width = measureGutter(store, lanes, locale, shared);
  gutters.set(store, { lanes, locale, shared, width });
  return width;
}

function measureGutter(store: EventStore, lanes: readonly Lane[], locale: string, shared: number): number {
  let [names, counts, peaks] = [
    shared > 0 ? textWidth(sharedName(shared, locale), NAME_SIZE, 650) + GUTTER.between : 0,
    0,
    0,
  ];
  const named = new Map(lanes.map(({ key, name }) => [key, name]));
  for (const key of store.categories) {
    const size = store.extent ? store.count(key, store.extent) : 0;
    const count = digits(size, locale);
    names = Math.max(names, textWidth(named.get(key) ?? key, NAME_SIZE, 650));
    counts = Math.max(counts, textWidth(namedOf(88, size, locale), COUNT_SIZE, 400, true));
    // Only lanes of many events become ridges.
    if (size > 40) peaks = Math.max(peaks, textWidth(count.slice(0, 3), PEAK_SIZE, 400, true));
  }
  const wanted = GUTTER.margin + Math.max(names, counts + GUTTER.between + peaks) + GUTTER.right;
  return Math.ceil(Math.min(Math.max(wanted, GUTTER.least), GUTTER.most));
}

/** `26 more lanes`. @param shared lanes that share one. */
export const sharedName = (shared: number, locale: string): string =>
  `${shared} ${/^de\b/i.test(locale) ? 'weitere Spuren' : 'more lanes'}`;

/** Size of the number at the height of a ridge, px. */
export const PEAK_SIZE = 10;

/** `37 of 412 named`, or `412 events` when all are named. */
export function namedOf(named: number, inView: number, locale: string): string {
  const all = digits(inView, locale);
  const german = /^de\b/i.test(locale);
  if (named < inView)
    return `${digits(named, locale)} ${german ? 'von' : 'of'} ${all} ${german ? 'benannt' : 'named'}`;
  if (german) return `${all} ${inView === 1 ? 'Ereignis' : 'Ereignisse'}`;
  return `${all} ${inView === 1 ? 'event' : 'events'}`;
}

const written = new Map<string, Map<number, string>>();

/** {@link wholeNumber}, kept: the same few counts come again in the next picture, and writing one takes microseconds. */
export function digits(value: number, locale: string): string {
  // No need to wake up the browser's tables for this, nor its patterns, which takes longer than a whole lane.
  const separator = SEPARATORS.get(locale);
  if (separator !== undefined) return inThousands(value, separator);
  const known = written.get(locale) ?? new Map<number, string>();
  written.set(locale, known);
  const before = known.get(value);
  if (before !== undefined) return before;
  const text = wholeNumber(value, locale);
  if (known.size >= MOST_WRITTEN) known.clear();
  known.set(value, text);
  return text;
}

function inThousands(value: number, separator: string): string {
  const all = String(value);
  if (value < 1000) return all;
  let end = all.length;
  let text = '';
  for (; end > 3; end -= 3) text = separator + all.slice(end - 3, end) + text;
  return all.slice(0, end) + text;
}

const MOST_WRITTEN = 5000;
/** What stands between thousands. */
const SEPARATORS = new Map([
  ['en', ','],
  ['en-GB', ','],
  ['en-US', ','],
  ['de', '.'],
  ['de-DE', '.'],
]);
