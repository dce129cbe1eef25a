import type { Status } from '../model/event.ts';
import type { Route } from '../model/when.ts';

/** What the element says, in one language. */
export interface Words {
  readonly timeline: string;
  readonly keys: string;
  readonly search: string;
  readonly found: (n: number, of: number) => string;
  readonly kinds: string;
  readonly all: string;
  readonly close: string;
  readonly story: string;
  readonly previous: string;
  readonly next: string;
  readonly sources: (n: number) => string;
  readonly where: string;
  readonly who: string;
  readonly events: (n: number) => string;
  readonly nothing: string;
  readonly loading: string;
  readonly failed: string;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly routes: Readonly<Record<Route, string>>;
}

const ENGLISH: Words = {
  timeline: 'Timeline',
  keys: 'Arrow keys up and down go from event to event, left and right through time; plus and minus zoom, 0 shows everything, Enter opens, Escape closes.',
  search: 'Search',
  found: (n, of) => `${n} of ${of}`,
  kinds: 'Kinds of event',
  all: 'Everything',
  close: 'Close',
  story: 'Story',
  previous: 'Previous (k)',
  next: 'Next (j)',
  sources: (n) => (n === 1 ? 'Source' : `${n} sources`),
  where: 'Where',
  who: 'Who',
  events: (n) => (n === 1 ? '1 event' : `${n} events`),
  nothing: 'There are no events to show.',
  loading: 'Loading …',
  failed: 'The timeline could not be shown.',
  statuses: { happened: 'Happened', planned: 'Planned', ongoing: 'Ongoing', hypothetical: 'Possible' },
  routes: {
    explicit: 'printed with its year',
    relative: 'counted from another date',
    heading: 'from the heading above',
    inherited: 'from the sentence before',
    inferred: 'concluded from the text',
    edited: 'set by hand',
  },
};

const GERMAN: Words = {
  timeline: 'Zeitleiste',
  keys: 'Pfeiltasten auf und ab gehen von Ereignis zu Ereignis, links und rechts durch die Zeit; Plus und Minus zoomen, 0 zeigt alles, Enter öffnet, Escape schließt.',
  search: 'Suchen',
  found: (n, of) => `${n} von ${of}`,
  kinds: 'Arten von Ereignissen',
  all: 'Alles',
  close: 'Schließen',
  story: 'Erzählung',
  previous: 'Zurück (k)',
  next: 'Weiter (j)',
  sources: (n) => (n === 1 ? 'Quelle' : `${n} Quellen`),
  where: 'Wo',
  who: 'Wer',
  events: (n) => (n === 1 ? '1 Ereignis' : `${n} Ereignisse`),
  nothing: 'Es gibt keine Ereignisse zu zeigen.',
  loading: 'Lädt …',
  failed: 'Die Zeitleiste konnte nicht gezeigt werden.',
  statuses: { happened: 'Geschehen', planned: 'Geplant', ongoing: 'Andauernd', hypothetical: 'Möglich' },
  routes: {
    explicit: 'mit Jahr gedruckt',
    relative: 'von einem anderen Datum an gezählt',
    heading: 'aus der Überschrift darüber',
    inherited: 'aus dem Satz davor',
    inferred: 'aus dem Text erschlossen',
    edited: 'von Hand gesetzt',
  },
};

/** @param locale BCP 47. */
export const wordsOf = (locale: string): Words => (/^de\b/i.test(locale) ? GERMAN : ENGLISH);
