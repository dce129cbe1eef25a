export { lastDayOf } from '../layout/picture/made.ts';
export {
  NAMED_SIZES,
  type PictureSize,
  paperOf,
  SIZE_NAMES,
  type SizeName,
  SLIDE_LETTERS,
} from '../layout/picture/sizes.ts';
export { PICTURE_LAYOUTS, type Picture } from '../layout/picture.ts';

import type { LaneArrangement } from '../layout/arrangement.ts';
import { type SizeName, SLIDE_LETTERS } from '../layout/picture/sizes.ts';
import { layoutPicture, type Picture, type PictureLayout, type PictureOptions } from '../layout/picture.ts';
import { toCivil } from '../model/days.ts';
import { edtfDate } from '../model/edtf.ts';
import type { Theme } from '../scene/theme.ts';
import type { Desk } from './desk.svelte.ts';
import { speech } from './language.svelte.ts';

/** What a person asks of an exported picture. */
export interface PictureWish {
  /** `view`: the time and the events that are seen now. `whole`: everything. */
  readonly what: 'view' | 'whole';
  readonly theme: Theme;
  readonly layout: PictureLayout;
  /** Whether long silences are folded; absent: as on the screen. */
  readonly fold?: boolean;
  /** px, whole, > 0. */
  readonly width: number;
  /** Size of letters and marks, %; 100 where absent. */
  readonly letters?: number;
  /** null: as high as it needs, for layouts that grow downwards. */
  readonly height: number | null;
  /** Name of the size, where it has one; `width` and `height` are what it says. */
  readonly named?: SizeName | null;
  /** Of a PNG: pixels for each px. */
  readonly density?: number | null;
}

/** The picture of a wish. Its edges are whole days, so that the command line can say the same. */
export const pictureOf = (desk: Desk, wish: PictureWish): Picture =>
  layoutPicture(desk.session.collection, optionsOf(desk, wish));

function optionsOf(desk: Desk, wish: PictureWish): PictureOptions {
  const { what, theme, layout, width, height } = wish;
  const fold = foldsIn(desk, wish);
  const plain = {
    theme,
    layout,
    width,
    ...(height === null ? {} : { height }),
    locale: speech.tag,
    ...(fold ? { fold } : {}),
    ...(wish.letters === undefined || wish.letters === 100 ? {} : { scale: wish.letters / 100 }),
    lanes: desk.lanes.now,
  };
  const { filter, view, chart } = desk;
  // What is indexed for the screen need not be indexed again, where its time is that of the picture.
  const indexed = chart.complete && fold === (chart.fold !== null);
  if (what === 'whole') {
    const laned = { store: chart.wholeLanes, keys: chart.laneKeys };
    return indexed ? { ...plain, store: chart.whole, laned } : plain;
  }
  const { narrowed } = filter;
  return {
    ...plain,
    from: Math.floor(view.start),
    to: Math.ceil(view.end),
    ...(filter.hidden.size > 0 ? { categories: chart.lanes.map((category) => category.key) } : {}),
    ...(narrowed ? { events: new Set(filter.events.map((event) => event.id)) } : {}),
    ...(indexed ? { store: chart.store, laned: { store: chart.laneStore, keys: chart.laneKeys } } : {}),
  };
}

const foldsIn = ({ chart }: Desk, { fold = chart.folding }: PictureWish): boolean =>
  fold && chart.silences.length > 0;

/**
 * The command that writes the same bytes from the saved collection; null when filters are set that it has no words
 * for.
 * @param saved name of the collection's file. @param picture name of the picture's.
 */
export function commandOf(desk: Desk, wish: PictureWish, saved: string, picture: string): string | null {
  const words = ['dateline', 'render', quoted(saved), '-o', quoted(picture)];
  if (wish.what === 'view') {
    if (desk.filter.narrowed) return null;
    // With `=`, since a year before 1 BC begins with a minus.
    words.push(`--from=${dayOf(Math.floor(desk.view.start))}`, `--to=${dayOf(Math.ceil(desk.view.end) - 1)}`);
    if (desk.filter.hidden.size > 0) {
      for (const { key } of desk.chart.lanes) words.push('--category', quoted(key));
    }
  }
  if (speech.tag !== 'en') words.push('--locale', speech.tag);
  words.push(...laneWords(desk.lanes.now));
  if (wish.layout !== 'lanes') words.push('--layout', wish.layout);
  if (foldsIn(desk, wish)) words.push('--fold');
  words.push('--theme', wish.theme.name);
  if (wish.named) words.push('--size', wish.named);
  else words.push('--width', String(wish.width));
  if (wish.height !== null && !wish.named) words.push('--height', String(wish.height));
  const usual = wish.named?.startsWith('slide') ? SLIDE_LETTERS : 100;
  const letters = wish.letters ?? 100;
  if (letters !== usual) words.push('--scale', String(letters));
  if (wish.density) words.push('--density', String(wish.density));
  return words.join(' ');
}

/**
 * The command that writes the same bytes of a format that is no picture. @param option `--format` where the ending says
 * another one.
 */
export function convertCommandOf(saved: string, file: string, option: string | null): string {
  const words = ['dateline', 'convert', quoted(saved), '-o', quoted(file)];
  if (option !== null) words.push('--format', option);
  if (speech.tag !== 'en') words.push('--locale', speech.tag);
  return words.join(' ');
}

/** How lanes are arranged. With `=`, since a key may begin with anything. */
function laneWords({ by, order, collapsed, heights }: LaneArrangement): string[] {
  const words: string[] = [];
  if (by !== 'category') words.push('--group', by);
  if (typeof order !== 'string') words.push(...order.map((key) => quoted(`--order=${key}`)));
  else if (order !== 'given') words.push('--order', order);
  for (const key of collapsed) words.push(quoted(`--collapse=${key}`));
  for (const key of Object.keys(heights)) words.push(quoted(`--lane-height=${key}=${heights[key]}`));
  return words;
}

function dayOf(days: number): string {
  const { year, month, day } = toCivil(days);
  return edtfDate(year, month, day);
}

const quoted = (word: string): string =>
  /^[\w.@%+=:,/-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;

/** A file name from the name of a collection. */
export const fileNameOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60) || 'timeline';
