import type { PictureOptions } from '../../src/layout/picture.ts';
import type { Category } from '../../src/model/category.ts';
import type { Collection } from '../../src/model/collection.ts';
import type { Document } from '../../src/model/document.ts';
import type { Figure, Status, TimelineEvent } from '../../src/model/event.ts';
import { when } from '../../src/model/when.ts';
import { LIGHT } from '../../src/scene/theme.ts';

/** A picture of the gallery: what is drawn and how, and with that a snapshot. */
export interface Case {
  /** What to look at in it. */
  readonly about: string;
  readonly collection: Collection;
  readonly options: PictureOptions;
  /** Only a hash of the picture is kept, because it is large. */
  readonly hashed?: boolean;
}

/** A case in the light theme, 1200 px wide and as high as it takes unless said otherwise. */
export const drawn = (
  about: string,
  collection: Collection,
  options: Partial<PictureOptions> = {},
  hashed = false,
): Case => ({ about, collection, options: { theme: LIGHT, width: 1200, ...options }, hashed });

const COLOURS = ['#3e6fb5', '#7d5fb2', '#c25a2b', '#b3324c', '#a9831a', '#3f8a92', '#2f8a63', '#6b6f76'];

/** Categories in the order given; a key is the name in lower case. */
export const categories = (...names: readonly string[]): Category[] =>
  names.map((name, i) => ({
    key: name.toLowerCase(),
    name,
    about: '',
    colour: COLOURS[i % COLOURS.length] ?? '#6b6f76',
    terms: {},
  }));

/** What may be said of an event in a case; the rest is filled in. */
export interface Told {
  readonly salience?: number;
  readonly status?: Status;
  readonly how?: TimelineEvent['time']['how'];
  readonly precision?: TimelineEvent['time']['precision'];
  readonly figures?: readonly Figure[];
  readonly document?: string;
}

export const told = (
  edtf: string,
  category: string,
  title: string,
  more: Told = {},
): Omit<TimelineEvent, 'id'> => ({
  title,
  category,
  status: more.status ?? 'happened',
  time: when(edtf, more.how ?? 'explicit', more.precision),
  confidence: 0.9,
  salience: more.salience ?? 0.5,
  actors: [],
  place: null,
  figures: more.figures ?? [],
  sources: [{ document: more.document ?? 'notes.txt', start: 0, end: 4, quote: 'Told', mention: null }],
});

/** A collection of events told in any order. */
export function collection(
  name: string,
  kinds: readonly Category[],
  events: readonly Omit<TimelineEvent, 'id'>[],
): Collection {
  const ids = [...new Set(events.flatMap((event) => event.sources.map((source) => source.document)))].sort();
  const documents: Document[] = ids.map((id) => ({
    id,
    name: id,
    title: '',
    text: 'Told',
    format: 'text',
    date: { edtf: '2024-05-20', origin: 'given', reason: 'given' },
  }));
  return {
    dateline: 2,
    name,
    documents,
    events: events.map((event, i) => ({ id: `e${i + 1}`, ...event })),
    categories: kinds,
    edits: [],
    problems: [],
  };
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
