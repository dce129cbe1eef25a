import type { Category } from '../../model/category.ts';
import { COLLECTION_VERSION } from '../../model/collection.ts';
import { byTime } from '../../model/current.ts';
import type { Document } from '../../model/document.ts';
import type { Precision } from '../../model/edtf.ts';
import type { Status, TimelineEvent } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import { when } from '../../model/when.ts';
import { withColours } from '../list.ts';
import { Layout, tidy } from '../parts.ts';
import type { Saved } from '../saved.ts';
import { shortTitle } from '../text.ts';

/** An event as the file of another program lists it. */
export interface Entry {
  readonly title: string;
  /** EDTF. */
  readonly edtf: string;
  /** Where the date lies somewhere within what `edtf` writes. */
  readonly precision?: Precision;
  /** As the file has it, in the words of its own language; empty where it says none. */
  readonly category: string;
  readonly place: string;
  readonly actors: readonly string[];
  readonly status?: Status;
  /** What the file says of it, piece by piece; the passage of the event is made of these. */
  readonly words: readonly string[];
  /** Which of the `words` is the date; -1 where none is. */
  readonly dated: number;
  /** For a person, how the date was reached: `row 4: 3/4/2021, day first`. */
  readonly how: string;
}

/** Says of what kind an event is that does not say it itself. */
export interface Sorter {
  readonly categories: readonly Category[];
  /** @returns the key of one of the categories. */
  keyOf(title: string, words: string): string;
}

export interface About {
  /** Of the file. */
  readonly name: string;
  /** Of the collection. */
  readonly title: string;
  /** What stands above the entries in the document that is made of them: names of columns, say. */
  readonly above: readonly string[];
  /** Categories whose names and colours are taken for the same names or keys. */
  readonly known: readonly Category[];
  readonly sorter: Sorter | null;
}

/**
 * Makes a collection of the entries of a file: one document, an entry a line, in which each event has its passage, and
 * events sorted by time. Entries that say no kind are sorted by the sorter where none of the file says one, else they
 * are of the kind `other`.
 * @param said what is left out, and notes; in the answer these are apart.
 */
export function collectEntries(entries: readonly Entry[], about: About, said: readonly Problem[]): Saved {
  if (entries.length === 0) return { collection: null, problems: said, leftOut: [] };
  const layout = new Layout();
  layout.add('heading', about.title, 1);
  if (about.above.length > 0) layout.add('navigation', about.above.map(tidy).join(' | '));
  const sorts = about.sorter !== null && entries.every(({ category }) => category === '');
  const kinds = new Kinds(about.known);
  const unique = uniqueIds();
  const placed = entries.map((entry) => {
    const { words, dated } = lined(entry);
    layout.add('list', words.join(' | '));
    const { start, end } = layout.parts.at(-1)!;
    const from = start + words.slice(0, dated).reduce((sum, { length }) => sum + length + 3, 0);
    return {
      entry,
      start,
      end,
      mention: dated < 0 ? null : { start: from, end: from + words[dated]!.length },
    };
  });
  const laid = layout.done();
  const events = placed.map(({ entry, start, end, mention }): TimelineEvent => {
    const quote = laid.text.slice(start, end);
    const title = shortTitle(entry.title);
    return {
      id: unique(`${about.name}\u0001${entry.edtf}\u0001${title}`),
      title,
      category: sorts ? about.sorter!.keyOf(title, quote) : kinds.keyOf(entry.category),
      status: entry.status ?? 'happened',
      time: when(entry.edtf, 'explicit', entry.precision),
      confidence: 1,
      salience: 0.5,
      actors: [...new Set(entry.actors)],
      place: entry.place === '' ? null : entry.place,
      figures: [],
      sources: [
        {
          document: about.name,
          start,
          end,
          quote,
          mention: mention && {
            ...mention,
            text: laid.text.slice(mention.start, mention.end),
            how: entry.how,
          },
        },
      ],
    };
  });
  const document: Document = {
    id: about.name,
    name: about.name,
    title: shortTitle(about.title),
    ...laid,
    format: 'text',
    date: null,
  };
  const collection = {
    dateline: COLLECTION_VERSION,
    name: about.title,
    documents: [document],
    events: events.sort(byTime),
    categories: sorts ? about.sorter!.categories : kinds.categories,
    edits: [],
    problems: [],
  } as const;
  const isOut = ({ level }: Problem): boolean => level === 'kept-out';
  return { collection, problems: said.filter((each) => !isOut(each)), leftOut: said.filter(isOut) };
}

/** The pieces of a passage without empty ones and what a line of a text cannot hold. */
function lined({ words, dated, title }: Entry): { words: string[]; dated: number } {
  const clean = words.map(tidy);
  const kept = clean.flatMap((word, i) => (word === '' ? [] : [i]));
  if (kept.length === 0) return { words: [tidy(title)], dated: -1 };
  return { words: kept.map((i) => clean[i]!), dated: kept.indexOf(dated) };
}

/** Names of kinds, each with its key. */
class Kinds {
  readonly #known: readonly Category[];
  readonly #byName = new Map<string, Category>();
  readonly #keys = new Set<string>();

  constructor(known: readonly Category[]) {
    this.#known = known;
  }

  get categories(): readonly Category[] {
    return withColours([...this.#byName.values()], this.#known);
  }

  keyOf(words: string): string {
    const name = shortTitle(words) || 'Other';
    const folded = name.toLowerCase();
    const before = this.#byName.get(folded);
    if (before) return before.key;
    const known = this.#known.find(
      (category) => category.key === folded || category.name.toLowerCase() === folded,
    );
    const made = known && !this.#keys.has(known.key) ? known : this.#make(name);
    this.#byName.set(folded, made);
    this.#keys.add(made.key);
    return made.key;
  }

  #make(name: string): Category {
    const plain = name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^[-\d]+|-+$/g, '');
    // Of a name in other letters nothing is left; the key is never shown.
    const base = plain || 'kind';
    let key = base;
    for (let n = 2; this.#keys.has(key); n++) key = `${base}-${n}`;
    // Which colours are free is known when all have been named.
    return { key, name, about: '', colour: '', terms: {} };
  }
}

/** Ids that follow from what an event is, with `-2` … behind those of its likes. */
function uniqueIds(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const id = `r${base36(hash(key, 0x9e3779b9))}${base36(hash(key, 0x85ebca6b))}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}

/** FNV-1a over UTF-16 units with a final mix (murmur3's), 32 bits. */
function hash(text: string, seed: number): number {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

const base36 = (n: number): string => (n % 36 ** 6).toString(36).padStart(6, '0');
