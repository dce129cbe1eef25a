export { PICTURE_LAYOUTS } from '../layout/picture.ts';

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
  /** px, whole, > 0. */
  readonly width: number;
  /** null: as high as it needs, for layouts that grow downwards. */
  readonly height: number | null;
}

/** The picture of a wish. Its edges are whole days, so that the command line can say the same. */
export const pictureOf = (desk: Desk, wish: PictureWish): Picture =>
  layoutPicture(desk.session.collection, optionsOf(desk, wish));

function optionsOf(desk: Desk, { what, theme, layout, width, height }: PictureWish): PictureOptions {
  const plain = { theme, layout, width, ...(height === null ? {} : { height }), locale: speech.tag };
  const { filter, view, chart } = desk;
  // What is indexed for the screen need not be indexed again.
  if (what === 'whole') return chart.complete ? { ...plain, store: chart.whole } : plain;
  const { narrowed } = filter;
  return {
    ...plain,
    from: Math.floor(view.start),
    to: Math.ceil(view.end),
    ...(filter.hidden.size > 0 ? { categories: chart.lanes.map((category) => category.key) } : {}),
    ...(narrowed ? { events: new Set(filter.events.map((event) => event.id)) } : {}),
    ...(chart.complete ? { store: chart.store } : {}),
  };
}

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
  if (wish.layout !== 'lanes') words.push('--layout', wish.layout);
  words.push('--theme', wish.theme.name, '--width', String(wish.width));
  if (wish.height !== null) words.push('--height', String(wish.height));
  return words.join(' ');
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
