import type { Collection } from '../model/collection.ts';
import { currentEvents } from '../model/current.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import { type Shape, shapeOf } from '../model/when.ts';
import { lacks } from '../texts/texts.json';
import { wording } from '../texts/wording.ts';

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
  return { code: `export/${lack.what}`, message: `${at}: ${lackInWords(lack, 'en')}`, at, level };
}

/** A sentence without its dot about a lack. @param language a column of the texts, such as `de`. */
export function lackInWords({ what, count, lacking }: Lack, language: string): string {
  const words = wording(lacks, language);
  const kinds: Readonly<Record<LackKind, string | ((n: number) => string)>> = words;
  const kind = kinds[what];
  const sentence = typeof kind === 'string' ? kind : kind(count);
  return lacking ? `${sentence}: ${lettersNamed(lacking, words.quoted)}` : sentence;
}

/** Letters and texts that are named; the others are counted. */
const NAMED = { letters: 12, texts: 3 };

/** Names letters and the first texts they are in: `東 京 (“東京 burns”, “京都 falls” + 2)`. No words: for any language. */
function lettersNamed({ letters, texts }: LettersLacking, quoted: (words: string) => string): string {
  const more = (all: readonly string[], most: number): string =>
    all.length > most ? ` + ${all.length - most}` : '';
  const shown = texts.slice(0, NAMED.texts).map((text) => quoted(text));
  return `${letters.slice(0, NAMED.letters).join(' ')}${more(letters, NAMED.letters)} (${shown.join(', ')}${more(texts, NAMED.texts)})`;
}
