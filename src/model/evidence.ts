import { squeeze } from './combine.ts';
import { byText, type Evidence, type EvidencePassage, LONGEST_QUOTE } from './edit.ts';
import { readEdtf } from './edtf.ts';
import type { TimelineEvent } from './event.ts';

/** As many passages of an event are kept as evidence. */
const MOST_PASSAGES = 3;
/** Below this likeness an event is not the one that was meant; 0 … 1. */
const LEAST_LIKENESS = 0.6;
/** The same for events without passages, of which only title and date are known. */
const LEAST_BARE = 0.75;
/** Two events that are as like as this are both possible, and neither is taken. */
const TOO_CLOSE = 0.02;
/** As many events are compared with what is looked for. */
const MOST_COMPARED = 24;

/**
 * What says which event is meant, for when it is looked for among others.
 * @param event as extracted. @param events all of them, as extracted.
 */
export function evidenceOf(event: TimelineEvent, events: readonly TimelineEvent[]): Evidence {
  const passages = event.sources.slice(0, MOST_PASSAGES).map(
    ({ document, quote, mention }): EvidencePassage => ({
      document,
      quote: cut(quote),
      mention: mention?.text ?? '',
    }),
  );
  const beside = new Set<string>();
  for (const passage of passages) {
    for (const other of toldBy(passage, events)) {
      if (other !== event && other.id !== event.id) beside.add(other.title);
    }
  }
  return {
    title: event.title,
    date: event.time.edtf,
    passages,
    ...(beside.size > 0 ? { beside: [...beside].sort(byText) } : {}),
  };
}

/** Among more events the few of one passage are looked for one by one: to index all would hold up the page for seconds. */
const MANY = 20_000;

/** The events that the same words of the same document tell. */
function toldBy(
  { document, quote }: Pick<EvidencePassage, 'document' | 'quote'>,
  events: readonly TimelineEvent[],
): readonly TimelineEvent[] {
  const key = quoteKey(document, quote);
  if (events.length <= MANY || indexes.has(events)) return indexOf(events).byQuote.get(key) ?? [];
  return events.filter(({ sources }) =>
    sources.some((source) => source.document === document && quoteKey(document, cut(source.quote)) === key),
  );
}

/** An event that an edit names and that is not there. */
export interface Sought {
  /** The id that is named. */
  readonly id: string;
  readonly about: Evidence;
}

/**
 * Finds the events that are meant by ids which are not there any more: the most alike first, each event for one id at
 * most. What is not like enough, or like two events equally, stays unfound. Does not depend on the order of either.
 * @param sought ids that none of the events has, each once.
 * @param excluded whether an event cannot be the one, since it has an edit of that kind already.
 * @returns ids of events by ids sought.
 */
export function findAgain(
  sought: readonly Sought[],
  events: readonly TimelineEvent[],
  excluded: (id: string, event: TimelineEvent) => boolean = () => false,
): Map<string, string> {
  const found = new Map<string, string>();
  if (sought.length === 0 || events.length === 0) return found;
  const index = indexOf(events);
  const pairs = sought.flatMap(({ id, about }) =>
    candidates(about, index)
      .filter((event) => !excluded(id, event))
      .map((event) => ({ id, event, likeness: likeness(about, event) }))
      .filter((pair) => pair.likeness > 0),
  );
  pairs.sort((a, b) => b.likeness - a.likeness || byText(a.id, b.id) || byText(a.event.id, b.event.id));
  const open = new Set(pairs.map((pair) => pair.id));
  const taken = new Set<string>();
  for (const { id, event, likeness } of pairs) {
    if (!open.has(id) || taken.has(event.id)) continue;
    const rival = pairs.find(
      (other) =>
        other.id === id &&
        other.event !== event &&
        !taken.has(other.event.id) &&
        likeness - other.likeness < TOO_CLOSE,
    );
    open.delete(id);
    if (rival) continue;
    found.set(id, event.id);
    taken.add(event.id);
  }
  return found;
}

/** How much an event is like what was known of one: 0 where it cannot be the same, else 0.6 … 1. */
export function likeness(about: Evidence, event: TimelineEvent): number {
  const title = alike(about.title, event.title);
  // Another event of the same passage is not meant, whatever else fits.
  if (about.beside?.some((other) => alike(other, event.title) > title)) return 0;
  const date = datesAlike(about.date, event.time.edtf);
  if (about.passages.length === 0 || event.sources.length === 0) {
    const bare = 0.6 * title + 0.4 * date;
    return bare >= LEAST_BARE ? bare : 0;
  }
  let best = 0;
  for (const passage of about.passages) {
    for (const source of event.sources) {
      const quote = passagesAlike(passage.quote, cut(source.quote));
      // Elsewhere only the very same words count: documents that tell the same tell it alike.
      if (quote < (passage.document === source.document ? 0.5 : 0.95)) continue;
      const mention = mentionsAlike(passage.mention, source.mention?.text ?? '');
      const place = passage.document === source.document ? 0 : -0.05;
      best = Math.max(best, 0.45 * quote + 0.2 * mention + 0.15 * date + 0.2 * title + place);
    }
  }
  return best >= LEAST_LIKENESS ? best : 0;
}

/** Events by the words of their passages and titles; made once for a list of events. */
interface EventIndex {
  readonly byQuote: ReadonlyMap<string, readonly TimelineEvent[]>;
  /** Made when something is sought that no quote finds. */
  readonly byWord: () => ReadonlyMap<string, readonly TimelineEvent[]>;
}

const indexes = new WeakMap<readonly TimelineEvent[], EventIndex>();

function indexOf(events: readonly TimelineEvent[]): EventIndex {
  const known = indexes.get(events);
  if (known) return known;
  const byQuote = new Map<string, TimelineEvent[]>();
  for (const event of events) {
    for (const source of event.sources) {
      push(byQuote, quoteKey(source.document, cut(source.quote)), event);
    }
  }
  let byWord: Map<string, TimelineEvent[]> | null = null;
  const index = {
    byQuote,
    byWord: () => {
      if (byWord) return byWord;
      byWord = new Map();
      for (const event of events) {
        const words = new Set(wordsOf(event.title));
        for (const source of event.sources) for (const word of wordsOf(cut(source.quote))) words.add(word);
        for (const word of words) push(byWord, word, event);
      }
      return byWord;
    },
  };
  indexes.set(events, index);
  return index;
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

/** Events that share a passage with what is sought; else those that share the most of its words, the rare ones first. */
function candidates(about: Evidence, index: EventIndex): TimelineEvent[] {
  const same = about.passages.flatMap(
    (passage) => index.byQuote.get(quoteKey(passage.document, passage.quote)) ?? [],
  );
  const votes = new Map<TimelineEvent, number>();
  const byWord = index.byWord();
  const words = new Set([...wordsOf(about.title), ...about.passages.flatMap((p) => wordsOf(p.quote))]);
  for (const word of words) {
    const having = byWord.get(word) ?? [];
    // A word that stands everywhere tells nothing and costs the most.
    if (having.length > 2000) continue;
    for (const event of having) votes.set(event, (votes.get(event) ?? 0) + 1 / having.length);
  }
  const voted = [...votes]
    .sort(([a, m], [b, n]) => n - m || byText(a.id, b.id))
    .slice(0, MOST_COMPARED)
    .map(([event]) => event);
  return [...new Set([...same, ...voted])];
}

const cut = (quote: string): string => quote.slice(0, LONGEST_QUOTE);

const quoteKey = (document: string, quote: string): string => JSON.stringify([document, squeeze(quote)]);

/** A word; a sign by itself where a script has no spaces. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(WORD) ?? [];

/** The share of words that two texts have in common, 0 … 1 (Dice). */
function alike(a: string, b: string): number {
  if (a === b) return 1;
  const [x, y] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  if (x.size + y.size === 0) return 0;
  return (2 * common(x, y)) / (x.size + y.size);
}

/** Two passages: one may be a part of the other where sentences are parted in another way. */
function passagesAlike(a: string, b: string): number {
  if (squeeze(a) === squeeze(b)) return 1;
  const [x, y] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const [shared, least] = [common(x, y), Math.min(x.size, y.size)];
  if (shared === 0) return 0;
  const whole = (2 * shared) / (x.size + y.size);
  return Math.min(0.99, Math.max(whole, least >= 4 ? (0.9 * shared) / least : 0));
}

function mentionsAlike(a: string, b: string): number {
  if (squeeze(a) === squeeze(b)) return 1;
  if (a === '' || b === '') return 0.25;
  return alike(a, b);
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

function datesAlike(a: string, b: string): number {
  if (a === b) return 1;
  const [x, y] = [readEdtf(a), readEdtf(b)];
  if ('problem' in x || 'problem' in y) return 0;
  return x.start < y.end && y.start < x.end ? 0.6 : 0;
}
