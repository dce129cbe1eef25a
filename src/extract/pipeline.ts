import type { Category } from '../model/category.ts';
import type { Document } from '../model/document.ts';
import type { Figure, Source, TimelineEvent } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import { type ActorIndex, actorsIn, findActors, namesIn } from './actors.ts';
import { type Classifier, classifier } from './classify.ts';
import { SAYING } from './clauses.ts';
import { calibrate, LEAST_EVIDENCE } from './confidence.ts';
import { eventsOf } from './events.ts';
import { carriedFigures } from './figures/carried.ts';
import { figuresOf } from './figures/owned.ts';
import { identify, makeUnique } from './identity.ts';
import { forgetTokens, type Token, tokensOf } from './language.ts';
import { comparedBy } from './merge/compared.ts';
import type { Telling } from './merge.ts';
import type { Occurrence } from './occurrences/occurrence.ts';
import { findOccurrences } from './occurrences.ts';
import { type FoundPlace, findPlaces, placeOf } from './places.ts';
import { readDocument } from './read.ts';
import type { Block, Reading, ReadOptions } from './reading.ts';
import { stretches } from './stretches.ts';
import { shortNames } from './titles/shortNames.ts';
import { titleOf } from './titles.ts';
import { contentWords } from './words.ts';

export interface ExtractOptions extends ReadOptions {
  readonly categories: readonly Category[];
  /** Called after each document: how many of `documents` are read, and the id of the one just read. */
  readonly onProgress?: (done: number, id: string) => void;
  /** Called now and then while a document is read: 0 … 1, about how much of it is done. */
  readonly onPart?: (share: number) => void;
}

export interface Extraction {
  /** As given, each with its own date filled in where one was found. */
  readonly documents: readonly Document[];
  /** Sorted by time.start, then time.end, then id. Independent of the order of `documents`. */
  readonly events: readonly TimelineEvent[];
  /** A document that yields nothing is a `note` here. */
  readonly problems: readonly Problem[];
}

/** Reads documents into one merged list of events. Pure: no clock, no chance, nothing modified. */
export function extract(documents: readonly Document[], options: ExtractOptions): Extraction {
  const classify = classifier(options.categories);
  const told = documents.map((document, i) => {
    const one = tell(document, options, classify);
    options.onProgress?.(i + 1, document.id);
    return one;
  });
  return gather(told);
}

/** What one document tells, before it is known what others tell. Plain data: it can be sent from worker to worker. */
export interface Told {
  /** With its own date filled in where one was found. */
  readonly document: Document;
  readonly tellings: readonly Telling[];
  readonly problems: readonly Problem[];
}

/**
 * Reads one document. No other document has a part in the result, so that documents can be read anywhere and in any
 * order, and what was told can be kept.
 * @param classify made once for many documents.
 */
export function tell(
  document: Document,
  options: ExtractOptions,
  classify: Classifier = classifier(options.categories),
): Told {
  try {
    const reading = readDocument(document, options);
    const tellings = tellingsOf(reading, classify, options);
    return {
      document: reading.document,
      tellings,
      problems: tellings.length === 0 ? [nothingIn(reading)] : [],
    };
  } catch (fault) {
    // A mistake of the program costs the events of one document, and is said; the others are still read.
    return { document, tellings: [], problems: [faultIn(document, fault)] };
  } finally {
    forgetTokens();
  }
}

/** Merges what documents tell into one list of events: `extract` is `tell` for each and then this. */
export function gather(told: readonly Told[]): Extraction {
  return {
    documents: told.map(({ document }) => document),
    events: eventsOf(told.flatMap(({ tellings }) => tellings)),
    problems: told.flatMap(({ problems }) => problems),
  };
}

/** Says that a mistake of the program cost the events of a document. */
export function faultIn({ id, name }: Document, fault: unknown): Problem {
  const what = fault instanceof Error ? fault.message : String(fault);
  return {
    code: 'extract/fault',
    message: `${name} could not be searched for events because of a mistake in Dateline (${what}).`,
    at: id,
    level: 'kept-out',
  };
}

/** Says of a document without events why it has none. */
function nothingIn(reading: Reading): Problem {
  const { document, mentions } = reading;
  const dates = mentions.filter((m) => m.edtf !== null).length;
  const why =
    document.text.trim() === ''
      ? 'it is empty'
      : dates === 0
        ? 'it names no date that could stand on a timeline'
        : `its ${dates === 1 ? 'one date does' : `${dates} dates do`} not say when something happened`;
  return {
    code: 'extract/nothing',
    message: `${document.name} holds no event: ${why}.`,
    at: document.id,
    level: 'note',
  };
}

/* ---- from occurrences to tellings ---- */

/** What is known of a document's names while its occurrences are told. */
interface Names {
  readonly actors: ActorIndex;
  readonly places: readonly FoundPlace[];
  /** The full name behind the word by which a person is called. */
  readonly full: ReadonlyMap<string, string>;
  /** First words of all names. */
  readonly firsts: ReadonlySet<string>;
}

function namesOf(actors: ActorIndex, places: readonly FoundPlace[], reading: Reading): Names {
  const full = new Map([...shortNames(reading, actors)].map(([name, short]) => [short, name]));
  const firsts = new Set([...actors.counts.keys(), ...full.keys()].map((name) => name.split(' ', 1)[0]!));
  return { actors, places, full, firsts };
}

/** Characters of a text whose tokens are held by block while it is read. */
const LONGEST_KEPT = 200_000;

/** How much of the work on a document is done when its dates, its occurrences, its names and what they tell are read. */
const SHARE = { dates: 0.2, occurrences: 0.5, names: 0.7, tellings: 1 };

const between = (from: keyof typeof SHARE, to: keyof typeof SHARE, share: number): number =>
  SHARE[from] + share * (SHARE[to] - SHARE[from]);

/** Reads the occurrences of one document. */
function tellingsOf(
  reading: Reading,
  classify: Classifier,
  { categories, onPart = () => {} }: ExtractOptions,
): Telling[] {
  onPart(SHARE.dates);
  const occurrences = findOccurrences(reading, (share) =>
    onPart(between('dates', 'occurrences', share)),
  ).filter((o) => o.evidence >= LEAST_EVIDENCE);
  if (occurrences.length === 0) return [];
  const text = reading.words;
  // Asked for block by block, several times over; kept where they are not much.
  const kept = text.length <= LONGEST_KEPT ? new Map<Block, readonly Token[]>() : null;
  const tokensOfBlock = (block: Block): readonly Token[] => {
    const known = kept?.get(block);
    if (known) return known;
    const tokens = cutBlock(block);
    kept?.set(block, tokens);
    return tokens;
  };
  const cutBlock = (block: Block): readonly Token[] => {
    const parts = block.sentences.flatMap((s) => stretches(text, s));
    if (parts.length === 1) return tokensOf(text, parts[0]!.start, parts[0]!.end);
    const tokens: Token[] = [];
    for (const { start, end } of parts) for (const token of tokensOf(text, start, end)) tokens.push(token);
    return tokens;
  };
  const actors = findActors(reading, tokensOfBlock);
  const names = namesOf(actors, findPlaces(reading, actors, tokensOfBlock), reading);
  onPart(SHARE.names);
  const figures = figuresOf(reading, occurrences);
  const seen = makeUnique();
  const told = new Map<Occurrence, Telling>();
  occurrences.forEach((occurrence, i) => {
    if (i % 64 === 0) onPart(between('names', 'tellings', i / occurrences.length));
    const about = occurrence.elaborates && told.get(occurrence.elaborates);
    if (about) {
      // A sentence that goes on about an event is one more passage of it.
      told.set(occurrence.elaborates, {
        ...about,
        sources: [...about.sources, sourceOf(occurrence, reading)],
        figures: [...about.figures, ...(figures[i] ?? [])],
      });
      return;
    }
    if (occurrence.elaborates) return;
    const telling = tellingOf(occurrence, reading, names, figures[i] ?? [], classify, categories);
    if (telling) told.set(occurrence, { ...telling, key: seen(telling.key) });
  });
  for (const { of, passage, figures } of carriedFigures(reading, occurrences)) {
    const about = told.get(of);
    if (!about) continue;
    const how = `${of.mention.how} → ${of.kind === 'headline' ? 'the headline above' : 'the sentence before'}`;
    const source = sourceOf({ passage, mention: { ...of.mention, how } }, reading);
    told.set(of, { ...about, sources: [...about.sources, source], figures: [...about.figures, ...figures] });
  }
  return [...told.values()].map((telling) => ({ ...telling, share: shareOf(telling, reading) }));
}

/** The share of a document's text that the passages of a telling take. */
const shareOf = ({ sources }: Telling, { document }: Reading): number =>
  Math.min(1, sources.reduce((sum, { start, end }) => sum + end - start, 0) / document.text.length);

function sourceOf(
  { passage, mention }: Pick<Occurrence, 'passage' | 'mention'>,
  { document }: Reading,
): Source {
  return {
    document: document.id,
    start: passage.start,
    end: passage.end,
    quote: document.text.slice(passage.start, passage.end),
    mention: { ...mention, text: document.text.slice(mention.start, mention.end) },
  };
}

function tellingOf(
  occurrence: Occurrence,
  reading: Reading,
  names: Names,
  figures: readonly Figure[],
  classify: Classifier,
  categories: readonly Category[],
): Telling | null {
  const { tokens, core, passage, head, clause } = occurrence;
  const { actors, places } = names;
  const title = titleOf(occurrence, reading, actors);
  if (title === '') return null;
  const source = sourceOf(occurrence, reading);
  const span = { start: tokens[core[0]]?.start ?? passage.start, end: tokens[core[1]]?.end ?? passage.end };
  const words = reading.words.slice(span.start, span.end);
  const verb = clause ? (tokens[clause.verb.last]?.text ?? '') : '';
  const headline = occurrence.kind === 'headline';
  const named = namesIn(actors, span);
  // Whom the title names although the clause has only a pronoun.
  const there = new Set(actorsIn(actors, span).map(({ name }) => name));
  const meant = namedBy(title, names).filter((name) => !there.has(name));
  return {
    key: identify({
      document: source.document,
      quote: source.quote,
      mention: source.mention?.text ?? '',
      head,
    }),
    title,
    category: headline
      ? press(categories, classify, title)
      : classify({ head: deedOf(occurrence) ?? withSmallWord(occurrence, head, verb), title, clause: words }),
    status: occurrence.status,
    time: occurrence.time,
    confidence: calibrate(occurrence.evidence),
    actors: [...meant, ...named],
    place: placeOf(places, span)?.name ?? null,
    figures,
    sources: [source],
    head,
    headline,
    ...comparedBy(occurrence, title),
    lead: leadOf(reading.document.title, contentWords(`${title} ${words}`)),
    manner: mannerOf(occurrence, reading),
    at: occurrence.block * 1000 + occurrence.sentence,
  };
}

/** Words of the longest name that is looked for in a title. */
const LONGEST_NAME = 5;

/** Canonical names that stand in a title, found by its words: a document may know thousands of names. */
function namedBy(title: string, { actors: { counts }, full, firsts }: Names): string[] {
  const words = title.replace(/[’']s?(?=[ ,:]|$)|[,:;“”"](?= |$)|(?<=^| )[“"]/g, '').split(' ');
  const found: string[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!firsts.has(words[i]!)) continue;
    for (let n = Math.min(LONGEST_NAME, words.length - i); n > 0; n--) {
      const said = words.slice(i, i + n).join(' ');
      const name = full.get(said) ?? said;
      if (!counts.has(name)) continue;
      found.push(name);
      i += n - 1;
      break;
    }
  }
  return [...new Set(found)];
}

/** Verbs that only say how far along a deed is: what kind it is says the verb behind them. */
const HOW_FAR = new Set(
  'plan intend aim hope begin start continue cease try seek prepare decide vow pledge promise manage want expect schedule help agree'.split(
    ' ',
  ),
);

/** "plans to sell", "begins to publish": the deed. */
function deedOf({ tokens, clause }: Occurrence): string | null {
  if (!clause || !HOW_FAR.has(clause.verb.lemma)) return null;
  const deed = tokens[clause.verb.last + 2];
  const to = tokens[clause.verb.last + 1]?.lower === 'to';
  return to && deed?.pos === 'VERB' ? `${deed.lemma} ${deed.text}` : null;
}

/** How an event is told: see {@link Telling.manner}. */
function mannerOf({ clause, block }: Occurrence, { blocks }: Reading): NonNullable<Telling['manner']> {
  if (blocks[block]?.kind === 'caption') return 'pictured';
  return clause && SAYING.has(clause.verb.lemma) && !clause.verb.passive ? 'said' : 'told';
}

/** Words that an event shares with the title before it counts as what the title speaks of. */
const LEAST_SHARED = 2;

/** How much of a document's title an event tells: the share of the title's words among its own. */
function leadOf(title: string, words: ReadonlySet<string>): number {
  const all = [...contentWords(title)];
  const shared = all.filter((word) => words.has(word)).length;
  return shared < LEAST_SHARED ? 0 : Math.min(1, shared / Math.min(all.length, 5));
}

/** Verb and its base form, each with the small word that changes its meaning: "sign off signed off", "step down". */
function withSmallWord({ tokens, clause }: Occurrence, head: string, verb: string): string {
  const next = clause ? (tokens[clause.verb.last + 1]?.lower ?? '') : '';
  return /^(?:up|down|off|over|out|away)$/.test(next) ? `${head} ${next} ${verb} ${next}` : `${head} ${verb}`;
}

/** The category of headlines as such: the one that takes them, else what the headline speaks of. */
function press(categories: readonly Category[], classify: Classifier, title: string): string {
  const own = categories.find((c) => c.press);
  return own ? own.key : classify({ head: '', title, clause: title });
}
