import type { Status } from '../../model/event.ts';

/** The words of chronologies and calendars in one language. */
export interface ChronologyWords {
  readonly date: string;
  readonly event: string;
  readonly place: string;
  readonly kind: string;
  readonly source: string;
  readonly sources: string;
  readonly chronology: string;
  readonly reached: string;
  readonly dayUnknown: string;
  readonly untitled: string;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly events: (n: number) => string;
  readonly documents: (n: number) => string;
  readonly quoted: (text: string) => string;
  /** How many more there are than are shown. */
  readonly more: (n: number) => string;
}

const ENGLISH: ChronologyWords = {
  date: 'Date',
  event: 'Event',
  place: 'Place',
  kind: 'Kind',
  source: 'Source',
  sources: 'Sources',
  chronology: 'Chronology',
  reached: 'date',
  dayUnknown: 'day not known',
  untitled: 'Timeline',
  statuses: { happened: 'happened', planned: 'planned', ongoing: 'ongoing', hypothetical: 'hypothetical' },
  events: (n) => `${n.toLocaleString('en')} ${n === 1 ? 'event' : 'events'}`,
  documents: (n) => `${n.toLocaleString('en')} ${n === 1 ? 'document' : 'documents'}`,
  quoted: (text) => `“${text}”`,
  more: (n) => `${n.toLocaleString('en')} more ${n === 1 ? 'event is' : 'events are'} not printed here.`,
};

const GERMAN: ChronologyWords = {
  date: 'Datum',
  event: 'Ereignis',
  place: 'Ort',
  kind: 'Art',
  source: 'Quelle',
  sources: 'Quellen',
  chronology: 'Chronologie',
  reached: 'Datum',
  dayUnknown: 'Tag unbekannt',
  untitled: 'Zeitleiste',
  statuses: { happened: 'geschehen', planned: 'geplant', ongoing: 'dauert an', hypothetical: 'hypothetisch' },
  events: (n) => `${n.toLocaleString('de')} ${n === 1 ? 'Ereignis' : 'Ereignisse'}`,
  documents: (n) => `${n.toLocaleString('de')} ${n === 1 ? 'Dokument' : 'Dokumente'}`,
  quoted: (text) => `„${text}“`,
  more: (n) =>
    `${n.toLocaleString('de')} ${n === 1 ? 'weiteres Ereignis ist' : 'weitere Ereignisse sind'} hier nicht gedruckt.`,
};

/** @param locale BCP 47 tag; English in every language but German. */
export const chronologyWords = (locale: string): ChronologyWords =>
  /^de\b/i.test(locale) ? GERMAN : ENGLISH;
