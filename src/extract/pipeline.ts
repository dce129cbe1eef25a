import type { Category } from '../model/category.ts';
import type { Document } from '../model/document.ts';
import type { Figure, Source, Status, TimelineEvent } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import { type ActorIndex, findActors, namesIn } from './actors.ts';
import { type Classifier, classifier } from './classify.ts';
import { calibrate, combine, LEAST_EVIDENCE } from './confidence.ts';
import { carriedFigures } from './figures/carried.ts';
import { figuresOf } from './figures/owned.ts';
import { identify, makeUnique } from './identity.ts';
import { type Token, tokensOf } from './language.ts';
import { bestTime, type Cluster, merge, type Telling } from './merge.ts';
import type { Occurrence } from './occurrences/occurrence.ts';
import { findOccurrences } from './occurrences.ts';
import { type FoundPlace, findPlaces, placeOf } from './places.ts';
import { readDocument } from './read.ts';
import type { Block, Reading, ReadOptions } from './reading.ts';
import { salienceOf } from './salience.ts';
import { stretches } from './stretches.ts';
import { shortNames } from './titles/shortNames.ts';
import { titleOf } from './titles.ts';
import { contentWords } from './words.ts';

export interface ExtractOptions extends ReadOptions {
  readonly categories: readonly Category[];
  /** Called after each document: how many of `documents` are read, and the id of the one just read. */
  readonly onProgress?: (done: number, id: string) => void;
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
  const read: Document[] = [];
  const problems: Problem[] = [];
  const tellings: Telling[] = [];
  documents.forEach((document, i) => {
    try {
      const reading = readDocument(document, options);
      const found = tellingsOf(reading, classify, options.categories);
      read.push(reading.document);
      for (const telling of found) tellings.push(telling);
      if (found.length === 0) problems.push(nothingIn(reading));
    } catch (fault) {
      // A mistake of the program costs the events of one document, and is said; the others are still read.
      read.push(document);
      problems.push(faultIn(document, fault));
    }
    options.onProgress?.(i + 1, document.id);
  });
  return { documents: read, events: eventsOf(tellings), problems };
}

function faultIn({ id, name }: Document, fault: unknown): Problem {
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
}

/** Reads the occurrences of one document. */
function tellingsOf(reading: Reading, classify: Classifier, categories: readonly Category[]): Telling[] {
  const occurrences = findOccurrences(reading).filter((o) => o.evidence >= LEAST_EVIDENCE);
  if (occurrences.length === 0) return [];
  const text = reading.words;
  const tokensOfBlock = (block: Block): Token[] =>
    block.sentences.flatMap((s) => stretches(text, s)).flatMap((s) => tokensOf(text, s.start, s.end));
  const actors = findActors(reading, tokensOfBlock);
  const names: Names = { actors, places: findPlaces(reading, actors, tokensOfBlock) };
  const figures = figuresOf(reading, occurrences);
  const seen = makeUnique();
  const told = new Map<Occurrence, Telling>();
  occurrences.forEach((occurrence, i) => {
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
  return [...told.values()];
}

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
  { actors, places }: Names,
  figures: readonly Figure[],
  classify: Classifier,
  categories: readonly Category[],
): Telling | null {
  const { tokens, core, passage, head, clause } = occurrence;
  const title = titleOf(occurrence, reading, actors);
  if (title === '') return null;
  const source = sourceOf(occurrence, reading);
  const span = { start: tokens[core[0]]?.start ?? passage.start, end: tokens[core[1]]?.end ?? passage.end };
  const words = reading.words.slice(span.start, span.end);
  const verb = clause ? (tokens[clause.verb.last]?.text ?? '') : '';
  const headline = occurrence.kind === 'headline';
  const named = namesIn(actors, span);
  // Whom the title names although the clause has only a pronoun.
  const meant = namedBy(title, actors, reading).filter((name) => !named.includes(name));
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
    words: contentWords(`${title} ${words}`),
    lead: leadOf(reading.document.title, contentWords(`${title} ${words}`)),
    names: properNames(occurrence),
    at: occurrence.block * 1000 + occurrence.sentence,
  };
}

/** Words of the longest name that is looked for in a title. */
const LONGEST_NAME = 5;

/** Canonical names that stand in a title, found by its words: a document may know thousands of names. */
function namedBy(title: string, actors: ActorIndex, reading: Reading): string[] {
  const { counts } = actors;
  const full = new Map([...shortNames(reading, actors)].map(([name, short]) => [short, name]));
  const words = title.replace(/[’']s?(?= |$)/g, '').split(' ');
  const found: string[] = [];
  for (let i = 0; i < words.length; i++) {
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

/** Names in an occurrence, word by word; those of months and weekdays belong to its date. */
function properNames({ tokens, core, dated }: Occurrence): Set<string> {
  const inDate = (i: number) => dated.some(([first, last]) => i >= first && i <= last);
  const names = new Set<string>();
  for (let i = core[0]; i <= core[1]; i++) {
    const t = tokens[i];
    if (t?.pos === 'PROPN' && t.capital && !inDate(i)) names.add(t.lower);
  }
  return names;
}

/** The category of headlines as such: the one that takes them, else what the headline speaks of. */
function press(categories: readonly Category[], classify: Classifier, title: string): string {
  const own = categories.find((c) => c.press);
  return own ? own.key : classify({ head: '', title, clause: title });
}

/* ---- from tellings to events ---- */

function eventsOf(tellings: readonly Telling[]): TimelineEvent[] {
  const clusters = merge(tellings);
  const central = centrality(tellings);
  const unique = makeUnique();
  return clusters
    .map((cluster) => eventOf(cluster, central))
    .sort((a, b) => a.time.start - b.time.start || a.time.end - b.time.end || (a.id < b.id ? -1 : 1))
    .map((event) => ({ ...event, id: unique(event.id) }));
}

function eventOf(cluster: Cluster, central: (actors: readonly string[]) => number): TimelineEvent {
  const lead = cluster[0]!;
  const time = bestTime(cluster);
  const sources = sourcesOf(cluster);
  const actors = [...new Set(cluster.flatMap((t) => t.actors))];
  const figures = distinct(cluster.flatMap((t) => t.figures));
  const confidence = combine(cluster.map((t) => t.confidence));
  const status = statusOf(cluster);
  return {
    id: lead.key,
    title: lead.title,
    category: lead.category,
    status,
    time,
    confidence,
    salience: salienceOf({
      sources: sources.length,
      documents: new Set(sources.map((s) => s.document)).size,
      precision: time.precision,
      confidence,
      status,
      headline: lead.headline,
      figures: figures.length,
      centrality: central(actors),
      lead: Math.max(0, ...cluster.map((t) => t.lead ?? 0)),
      carried: time.how === 'inherited' || time.how === 'inferred',
    }),
    actors,
    place: cluster.find((t) => t.place !== null)?.place ?? null,
    figures,
    sources,
  };
}

/** What happened has happened, whoever planned it before; else what the best telling says. */
const statusOf = (cluster: Cluster): Status =>
  cluster.some((t) => t.status === 'happened') ? 'happened' : (cluster[0]?.status ?? 'happened');

/** Every passage once, by document and then by place. */
function sourcesOf(cluster: Cluster): Source[] {
  const byPlace = new Map<string, Source>();
  for (const source of cluster.flatMap((t) => t.sources)) {
    const key = `${source.document}\u0001${source.start}\u0001${source.end}`;
    if (!byPlace.has(key)) byPlace.set(key, source);
  }
  return [...byPlace.values()].sort(
    (a, b) =>
      (a.document < b.document ? -1 : a.document > b.document ? 1 : 0) || a.start - b.start || a.end - b.end,
  );
}

function distinct(figures: readonly Figure[]): Figure[] {
  const seen = new Map<string, Figure>();
  for (const f of figures) {
    const key = `${f.value} ${f.unit} ${f.period} ${f.bound ?? ''}`;
    if (!seen.has(key)) seen.set(key, f);
  }
  return [...seen.values()];
}

/** How central actors are: the share of tellings that name the most frequent of them, against the most named of all. */
function centrality(tellings: readonly Telling[]): (actors: readonly string[]) => number {
  const counts = new Map<string, number>();
  for (const t of tellings) for (const actor of t.actors) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return (actors) => Math.max(0, ...actors.map((a) => (counts.get(a) ?? 0) / most));
}
