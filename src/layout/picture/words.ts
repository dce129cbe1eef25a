/** Kinds of mark that a picture explains. */
export type MarkName = 'day' | 'span' | 'vague' | 'open' | 'planned' | 'inferred';

/** What a picture says around its chart, in one language. */
export interface Words {
  readonly untitled: string;
  readonly timeline: string;
  readonly sources: string;
  readonly marks: Readonly<Record<MarkName, string>>;
  /** What a dot means where some events have a time of day. */
  readonly dayOrTime: string;
  readonly events: (count: string, n: number) => string;
  readonly eventsOf: (count: string, all: string) => string;
  readonly documents: (count: string, n: number) => string;
  readonly more: (n: number) => string;
  /** Of a stretch of time in which nothing happened. */
  readonly silence: (span: string) => string;
  /** Of events that found no room: `12 of 80 named`. */
  readonly named: (count: string, all: string) => string;
}

const ENGLISH: Words = {
  untitled: 'Timeline',
  timeline: 'Timeline',
  sources: 'Sources',
  marks: {
    day: 'a day',
    span: 'from – to',
    vague: 'somewhere within',
    open: 'open end',
    planned: 'planned or possible',
    inferred: 'date inferred',
  },
  dayOrTime: 'a day or a time of day',
  events: (count, n) => `${count} ${n === 1 ? 'event' : 'events'}`,
  eventsOf: (count, all) => `${count} of ${all} events`,
  documents: (count, n) => `${count} ${n === 1 ? 'document' : 'documents'}`,
  more: (n) => `and ${n} more`,
  silence: (span) => `${span}: nothing`,
  named: (count, all) => `${count} of ${all} named`,
};

const GERMAN: Words = {
  untitled: 'Zeitleiste',
  timeline: 'Zeitleiste',
  sources: 'Quellen',
  marks: {
    day: 'ein Tag',
    span: 'von – bis',
    vague: 'irgendwann darin',
    open: 'offenes Ende',
    planned: 'geplant oder möglich',
    inferred: 'Datum erschlossen',
  },
  dayOrTime: 'ein Tag oder eine Uhrzeit',
  events: (count, n) => `${count} ${n === 1 ? 'Ereignis' : 'Ereignisse'}`,
  eventsOf: (count, all) => `${count} von ${all} Ereignissen`,
  documents: (count, n) => `${count} ${n === 1 ? 'Dokument' : 'Dokumente'}`,
  more: (n) => `und ${n} weitere`,
  silence: (span) => `${span}: nichts`,
  named: (count, all) => `${count} von ${all} benannt`,
};

/** @param locale BCP 47. */
export const wordsOf = (locale: string): Words => (/^de\b/i.test(locale) ? GERMAN : ENGLISH);
