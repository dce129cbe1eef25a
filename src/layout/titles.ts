import type { Category } from '../model/category.ts';
import { textWidth } from '../scene/advances.ts';
import type { EventStore } from '../store/store.ts';

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
  all.sort();
  const upper = all[Math.floor((all.length * 2) / 3)] ?? 1;
  const lower = all[Math.floor(all.length / 3)] ?? 0;
  const most = all[all.length - 1] ?? 1;
  const emphasis = (salience: number): Emphasis =>
    upper > lower && (salience > upper || (salience === upper && upper === most))
      ? 'strong'
      : salience < lower
        ? 'faint'
        : 'plain';
  made.set(store, emphasis);
  return emphasis;
}

/** Left of the plot, px: what names of lanes may take. */
const GUTTER = { least: 120, most: 208, margin: 24, beside: 16 };
/** Size of the name of a lane, px. */
export const NAME_SIZE = 13;

/** Width left of the plot for the names of the lanes, px. */
export function gutterWidth(store: EventStore, categories: readonly Category[]): number {
  const present = new Set(store.categories);
  const longest = categories
    .filter(({ key }) => present.has(key))
    .reduce((most, { name }) => Math.max(most, textWidth(name, NAME_SIZE, 650)), 0);
  const wanted = Math.ceil(GUTTER.margin + longest + GUTTER.beside);
  return Math.min(Math.max(wanted, GUTTER.least), GUTTER.most);
}
