import type { Collection } from '../model/collection.ts';
import { currentEvents } from '../model/current.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import { shapeOf } from '../model/when.ts';

/**
 * Something that a format has no place for. `texts`: documents without their text. `kinds`: categories by name alone.
 * `edits`: corrections are applied, and what they replaced is gone. `problems`: remarks from reading. `beyond`: events of
 * years that a calendar does not know; they are left out. `clock`: times of day, said in words. `open`: ends that are
 * open, said in words. `vague`: dates not known to the day, said in words beside the whole stretch. `others`: other dates
 * that the text allows. `figures`, `scores`, `details`: quantities; confidence and weight; actors, figures and the like.
 * `data`: it is for reading, and events cannot be had back from it. `events`: it holds documents alone. `letters`: letters
 * that the bundled font has not. `characters`: control characters that XML has no place for.
 */
export const LACKS = [
  'beyond',
  'events',
  'data',
  'letters',
  'texts',
  'kinds',
  'edits',
  'problems',
  'clock',
  'open',
  'vague',
  'others',
  'figures',
  'scores',
  'details',
  'characters',
] as const;
/** A kind of thing that a format may have no place for; see {@link LACKS}. */
export type LackKind = (typeof LACKS)[number];

/** What a file will not hold, and of how much: events, documents, letters … as the kind has it. */
export interface Lack {
  readonly what: LackKind;
  /** > 0. */
  readonly count: number;
}

/** How many of a collection there are for each kind of lack; what is of no account in it is 0. O(events). */
export function countLacks(collection: Collection): Readonly<Record<LackKind, number>> {
  const events = currentEvents(collection);
  const shapes = events.map((event) => shapeOf(event.time));
  const count = (test: (event: TimelineEvent) => boolean) => events.filter(test).length;
  return {
    beyond: count((event) => !inCalendar(event)),
    events: events.length,
    data: events.length,
    letters: 0,
    texts: collection.documents.filter(({ text }) => text !== '').length,
    kinds: collection.categories.length,
    edits: collection.edits.length,
    problems: collection.problems.length,
    clock: count(({ time }) => /T\d/.test(time.edtf)),
    open: shapes.filter(({ openStart, openEnd }) => openStart || openEnd).length,
    vague: events.filter(({ time }, i) => shapes[i]?.kind === 'vague' || /[~?%]/.test(time.edtf)).length,
    others: count(({ time }) => (time.alternatives?.length ?? 0) > 0),
    figures: events.reduce((sum, event) => sum + event.figures.length, 0),
    scores: events.length,
    details: count(({ actors, figures }) => actors.length + figures.length > 0),
    characters: 0,
  };
}

/** Those of some kinds that a collection really has, in the order of {@link LACKS}. */
export function lacksOf(collection: Collection, kinds: readonly LackKind[]): Lack[] {
  if (kinds.length === 0) return [];
  const counts = countLacks(collection);
  return LACKS.filter((what) => kinds.includes(what) && counts[what] > 0).map((what) => ({
    what,
    count: counts[what],
  }));
}

/** First day of the year 1; the last of 9999, by which an event must have ended: what calendars know. */
const CALENDAR = { first: -719_162, last: 2_932_896 };

/** Whether all days of an event lie in years of four digits. */
export const inCalendar = ({ time }: TimelineEvent): boolean =>
  time.start >= CALENDAR.first && time.end <= CALENDAR.last;

/** A lack as a problem of the file that was written, in English. */
export function lackProblem(lack: Lack, at: string): Problem {
  const level = lack.what === 'beyond' ? 'kept-out' : 'note';
  return { code: `export/${lack.what}`, message: `${at}: ${LACK_WORDS[lack.what](lack.count)}`, at, level };
}

const of = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** A sentence for each kind of lack, in English. */
export const LACK_WORDS: Readonly<Record<LackKind, (count: number) => string>> = {
  beyond: (n) =>
    `${of(n, 'event', 'events')} before the year 1 or after 9999 cannot be in a calendar and was left out`,
  events: (n) => `it holds documents with their dates; ${of(n, 'event is', 'events are')} not in it`,
  data: (n) => `it is for reading: ${of(n, 'event', 'events')} cannot be read back from it whole`,
  letters: (n) =>
    `${of(n, 'letter is', 'letters are')} not in the font that comes with the program and shown as a box`,
  texts: (n) => `the text of ${of(n, 'document', 'documents')} is not in it, only the passages quoted`,
  kinds: (n) => `of ${of(n, 'category', 'categories')} it holds the name, not colour and terms`,
  edits: (n) => `${of(n, 'correction is', 'corrections are')} applied; what they replaced is not in it`,
  problems: (n) =>
    `${of(n, 'remark', 'remarks')} from reading the documents ${n === 1 ? 'is' : 'are'} not in it`,
  clock: (n) => `${of(n, 'time of day is', 'times of day are')} said in words only`,
  open: (n) => `${of(n, 'open end is', 'open ends are')} said in words; only the known day is marked`,
  vague: (n) =>
    `${of(n, 'date that is', 'dates that are')} not known to the day ${n === 1 ? 'takes' : 'take'} the whole stretch, and ${n === 1 ? 'is' : 'are'} said in words`,
  others: (n) => `other dates that the text allows, of ${of(n, 'event', 'events')}, are not in it`,
  figures: (n) => `${of(n, 'figure is', 'figures are')} not in it`,
  scores: () => 'how sure and how important an event is, is not in it',
  details: (n) => `actors and figures of ${of(n, 'event', 'events')} are not in it`,
  characters: (n) =>
    `${of(n, 'control character', 'control characters')} that XML cannot hold ${n === 1 ? 'is' : 'are'} shown as \ufffd`,
};
