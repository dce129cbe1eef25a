import type { Document } from './document.ts';

/** A document that comes, and the one that is there of which it may be another version. */
export interface MaybeVersion {
  readonly fresh: Document;
  readonly known: Document;
  /** How much of the shorter text stands in the other one as well, by its sentences: 0 … 1. */
  readonly shared: number;
}

/** Of so much of the shorter text, two documents are versions of each other whatever they are called. */
const ALIKE = 0.6;
/** Chapters are not versions of a book that holds them: the longer text has at most so many times the letters. */
const LONGER = 3;
/** Shorter sentences (`Page 3`, `Yes`) stand in many texts. UTF-16 units. */
const TELLING = 20;

/**
 * Which of the documents that come may be other versions of those that are there: by their name, or since they say
 * nearly the same.
 * @param nameless whether the name of a document was given by the program, as that of pasted text, and tells nothing.
 * @returns in the order of `fresh`, each with the likest of those that are there; each of these at most once.
 * O(letters of those that are compared).
 */
export function findVersions(
  known: readonly Document[],
  fresh: readonly Document[],
  nameless: (document: Document) => boolean = () => false,
): MaybeVersion[] {
  const readable = known.filter((document) => document.text !== '');
  const taken = new Set<Document>();
  return fresh.flatMap((document): MaybeVersion[] => {
    const name = nameless(document) ? null : plainName(document.name);
    let best: (MaybeVersion & { readonly named: boolean }) | null = null;
    for (const other of readable) {
      if (taken.has(other)) continue;
      const named = name !== null && plainName(other.name) === name;
      const lengths = [document.text.length, other.text.length];
      const comparable = Math.max(...lengths) <= LONGER * Math.min(...lengths);
      if (!named && !comparable) continue;
      const shared = sharedText(document.text, other.text);
      if (!named && shared < ALIKE) continue;
      if (best && (best.named && !named ? true : best.named === named && best.shared >= shared)) continue;
      best = { fresh: document, known: other, shared, named };
    }
    if (!best) return [];
    taken.add(best.known);
    return [{ fresh: best.fresh, known: best.known, shared: best.shared }];
  });
}

/** How much of the shorter of two texts stands in the other one, by letters of its telling sentences: 0 … 1. */
export function sharedText(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const there = new Set(sentencesOf(long));
  let [all, shared] = [0, 0];
  for (const sentence of sentencesOf(short)) {
    all += sentence.length;
    if (there.has(sentence)) shared += sentence.length;
  }
  if (all === 0) return short.trim() === long.trim() ? 1 : 0;
  return shared / all;
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/[.!?](?=\s|$)|[。！？\n\r]/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence.length >= TELLING);

/** A file's name without its folders, in one spelling, without the number that a browser gives a second download. */
const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? name)
    .normalize('NFC')
    .toLowerCase()
    .replace(/ ?\(\d{1,3}\)(?=\.[a-z]\w{0,5}$)/, '');
