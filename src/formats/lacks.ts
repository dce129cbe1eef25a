import type { Collection } from '../model/collection.ts';
import { currentEvents } from '../model/current.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import { type Shape, shapeOf } from '../model/when.ts';

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

/** Letters that a picture's font has not, and the texts in which they are; each once. */
export interface LettersLacking {
  readonly letters: readonly string[];
  readonly texts: readonly string[];
}

/** What a file will not hold, and of how much: events, documents, letters … as the kind has it. */
export interface Lack {
  readonly what: LackKind;
  /** > 0. */
  readonly count: number;
  /** Of `letters`: which. */
  readonly lacking?: LettersLacking;
}

/** Those of some kinds that a collection really has, in the order of {@link LACKS}. O(kinds · events). */
export function lacksOf(collection: Collection, kinds: readonly LackKind[]): Lack[] {
  let current: readonly TimelineEvent[] | null = null;
  const events = (): readonly TimelineEvent[] => {
    current ??= currentEvents(collection);
    return current;
  };
  return LACKS.filter((what) => kinds.includes(what))
    .map((what) => ({ what, count: COUNTS[what](collection, events) }))
    .filter(({ count }) => count > 0);
}

type Count = (collection: Collection, events: () => readonly TimelineEvent[]) => number;

const each =
  (test: (event: TimelineEvent) => boolean): Count =>
  (_, events) =>
    events().filter(test).length;
const all = each(() => true);

/** How many of a collection there are for each kind; letters and characters are counted by who knows them. */
const COUNTS: Readonly<Record<LackKind, Count>> = {
  beyond: each((event) => !inCalendar(event)),
  events: all,
  data: all,
  letters: () => 0,
  texts: ({ documents }) => documents.filter(({ text }) => text !== '').length,
  kinds: ({ categories }) => categories.length,
  edits: ({ edits }) => edits.length,
  problems: ({ problems }) => problems.length,
  clock: each(({ time }) => /T\d/.test(time.edtf)),
  open: each(({ time }) => time.edtf.includes('/') && isOpen(shapeOf(time))),
  vague: each(({ time }) => /[~?%]/.test(time.edtf) || shapeOf(time).kind === 'vague'),
  others: each(({ time }) => (time.alternatives?.length ?? 0) > 0),
  figures: (_, events) => events().reduce((sum, event) => sum + event.figures.length, 0),
  scores: all,
  details: each(({ actors, figures }) => actors.length + figures.length > 0),
  characters: () => 0,
};

const isOpen = ({ openStart, openEnd }: Shape): boolean => openStart || openEnd;

/** First day of the year 1; the last of 9999, by which an event must have ended: what calendars know. */
const CALENDAR = { first: -719_162, last: 2_932_896 };

/** Whether all days of an event lie in years of four digits. */
export const inCalendar = ({ time }: TimelineEvent): boolean =>
  time.start >= CALENDAR.first && time.end <= CALENDAR.last;

/** A lack as a problem of the file that was written, in English. */
export function lackProblem(lack: Lack, at: string): Problem {
  const level = lack.what === 'beyond' ? 'kept-out' : 'note';
  return {
    code: `export/${lack.what}`,
    message: `${at}: ${LACK_WORDS[lack.what](lack.count, lack.lacking)}`,
    at,
    level,
  };
}

const of = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** Letters and texts that are named; the others are counted. */
const NAMED = { letters: 12, texts: 3 };

/**
 * Names letters and the first texts they are in: `東 京 (“東京 burns”, “京都 falls” + 2)`. No words: for any language.
 * @param quotes around a text.
 */
export function lettersNamed({ letters, texts }: LettersLacking, quotes: readonly [string, string]): string {
  const more = (all: readonly string[], most: number): string =>
    all.length > most ? ` + ${all.length - most}` : '';
  const quoted = texts.slice(0, NAMED.texts).map((text) => quotes[0] + text + quotes[1]);
  return `${letters.slice(0, NAMED.letters).join(' ')}${more(letters, NAMED.letters)} (${quoted.join(', ')}${more(texts, NAMED.texts)})`;
}

/** A sentence about a number of things, and about letters which. */
export type LackWords = (count: number, lacking?: LettersLacking) => string;

/** A sentence for each kind of lack, in English. */
export const LACK_WORDS: Readonly<Record<LackKind, LackWords>> = {
  beyond: (n) =>
    `${of(n, 'event', 'events')} before the year 1 or after 9999 cannot be in a calendar and was left out`,
  events: (n) => `it holds documents with their dates; ${of(n, 'event is', 'events are')} not in it`,
  data: (n) => `it is for reading: ${of(n, 'event', 'events')} cannot be read back from it whole`,
  letters: (n, lacking) =>
    `${of(n, 'letter is', 'letters are')} not in the font that comes with the program and shown as ${n === 1 ? 'a box' : 'boxes'}; an SVG keeps ${n === 1 ? 'it' : 'them'}${lacking ? `: ${lettersNamed(lacking, ['“', '”'])}` : ''}`,
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
