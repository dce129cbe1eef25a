import type { Category } from '../model/category.ts';
import { remembered } from './memo.ts';

/** What is known of an event when its kind is asked for. Any text, any case. */
export interface Clues {
  /** The verb or noun that says what happened, as it stands and in its base form. */
  readonly head: string;
  readonly title: string;
  /** The clause, or the words of the event. */
  readonly clause: string;
}

/** How much a term counts where it stands. What the event is called decides; its clause tips the scales. */
const IN_HEAD = 1.5;
const IN_TITLE = 1;
const IN_CLAUSE = 0.35;
/** How much of that is left behind `after` and the like, up to a comma: the circumstances, not the event. */
const AS_CIRCUMSTANCE = 0.3;
const CIRCUMSTANCE = /^(?:after|since|before|amid|despite|following|until|because)$/;
/** Least sum for a category; below it the event is of no kind in particular. */
const LEAST = 1;

/** Says of what kind an event is. */
export type Classifier = (clues: Clues) => string;

/**
 * Builds a classifier from the weighted terms of the categories, whose form `model/category.ts` tells. Of the terms
 * that begin at a word the longest counts, and no other of the category at the words it covers: a term of weight 0
 * takes its words out of the account. Equal sums: the category listed first.
 * @returns for clues, the key of the best category; where none reaches the least sum, that of the category without
 * terms, else of the last; an empty string when there are no categories at all.
 */
export function classifier(categories: readonly Category[]): Classifier {
  const before = made.get(categories);
  if (before) return before;
  const classify = makeClassifier(categories);
  made.set(categories, classify);
  return classify;
}

/** Who reads document by document asks for the same one again and again. */
const made = new WeakMap<readonly Category[], Classifier>();

function makeClassifier(categories: readonly Category[]): Classifier {
  const entries = new Map<string, Entry[]>();
  categories.forEach((category, index) => {
    for (const [term, weight] of Object.entries(category.terms)) {
      const parts = term.split(' ').map(readPart);
      const entry: Entry = {
        term,
        parts,
        words: parts.filter((p) => p !== GAP).length,
        weight,
        category: index,
      };
      const keys = (parts[0] ?? []).map(({ letters }) => letters.slice(0, PREFIX));
      for (const key of new Set(keys)) {
        const list = entries.get(key);
        if (list) list.push(entry);
        else entries.set(key, [entry]);
      }
    }
  });
  const at = remembered((word) => entriesAt(entries, word));
  const fallback =
    (categories.find((c) => Object.keys(c.terms).length === 0) ?? categories.at(-1))?.key ?? '';
  return ({ head, title, clause }) => {
    const sums = categories.map(() => 0);
    // What the title takes out of the account does not count in the clause, and neither of them as a head: "drills a well".
    const struck = new Set<string>();
    add(title, IN_TITLE, at, sums, struck);
    add(clause, IN_CLAUSE, at, sums, struck, new Set(struck));
    add(head, IN_HEAD, at, sums, struck, struck);
    let best = -1;
    sums.forEach((sum, i) => {
      if (sum >= LEAST && sum > (sums[best] ?? 0)) best = i;
    });
    return categories[best]?.key ?? fallback;
  };
}

/** What may stand at one place of a term: one of these words, or stems of words. */
type Part = readonly { readonly letters: string; readonly stem: boolean }[];

/** `…`: up to so many words of any kind. */
const GAP: Part = [];
const WIDEST_GAP = 3;

interface Entry {
  readonly term: string;
  readonly parts: readonly Part[];
  /** Places that are no gap. */
  readonly words: number;
  readonly weight: number;
  readonly category: number;
}

/** Letters by which terms are filed; a stem may be shorter. */
const PREFIX = 3;

const readPart = (part: string): Part =>
  part === '…'
    ? GAP
    : part.split('|').map((word) => ({ letters: word.replace(/\*$/, ''), stem: word.endsWith('*') }));

/** The terms that may begin at a word, those filed by more letters first. */
function entriesAt(entries: ReadonlyMap<string, readonly Entry[]>, word: string): readonly Entry[] {
  const found: Entry[] = [];
  for (let n = Math.min(PREFIX, word.length); n > 0; n--) {
    for (const entry of entries.get(word.slice(0, n)) ?? [])
      if (fits(entry.parts[0] ?? GAP, word)) found.push(entry);
  }
  return found;
}

function add(
  text: string,
  share: number,
  entriesOf: (word: string) => readonly Entry[],
  sums: number[],
  struck: Set<string>,
  /** What was taken out of the account before. */
  out: ReadonlySet<string> = NONE_OUT,
): void {
  const words = text.toLowerCase().match(/[\p{L}\d]+(?:[-'][\p{L}\d]+)*|,/gu) ?? [];
  // A term that is said twice is not twice as true.
  const seen = new Set<string>();
  // First word behind the term of several words that a category has found last: "heart attack" is no attack.
  const free = sums.map(() => 0);
  let worth = share;
  words.forEach((word, at) => {
    // At its head a clause can begin with them, and the event comes behind.
    if (word === ',') worth = share;
    else if (at > 1 && CIRCUMSTANCE.test(word)) worth = share * AS_CIRCUMSTANCE;
    const entries = entriesOf(word);
    if (entries.length === 0) return;
    const best = new Map<number, { entry: Entry; end: number }>();
    for (const entry of entries) {
      const rival = best.get(entry.category)?.entry;
      if (rival && entry.words - rival.words <= 0 && !isLonger(entry, rival)) continue;
      const end = matchEnd(entry.parts, 0, words, at);
      if (end >= 0) best.set(entry.category, { entry, end });
    }
    for (const { entry, end } of best.values()) {
      if (at < (free[entry.category] ?? 0)) continue;
      free[entry.category] = end;
      if (entry.weight > 0 && out.has(strikeOf(entry.category, word))) continue;
      if (entry.weight === 0 && entry.words > 1) {
        for (let k = at; k < end; k++) struck.add(strikeOf(entry.category, words[k]!));
      }
      const key = `${entry.category} ${entry.term}`;
      if (seen.has(key)) continue;
      seen.add(key);
      sums[entry.category] = (sums[entry.category] ?? 0) + entry.weight * worth;
    }
  });
}

const NONE_OUT: ReadonlySet<string> = new Set();

/** Of terms with as many words the one with more letters says more: `bomber*` and `bomb*`. */
const isLonger = (a: Entry, b: Entry): boolean =>
  a.words === b.words && a.term.replace(/\|.*/, '').length > b.term.replace(/\|.*/, '').length;

/** Forms of one word share their first letters: `drill`, `drilled`. */
const strikeOf = (category: number, word: string): string => `${category} ${word.slice(0, 5)}`;

/** Index behind the last word that the parts of a term from `part` on fit, or -1. Gaps are as short as they can be. */
function matchEnd(parts: readonly Part[], part: number, words: readonly string[], at: number): number {
  const wanted = parts[part];
  if (!wanted) return at;
  if (wanted !== GAP) return fits(wanted, words[at]) ? matchEnd(parts, part + 1, words, at + 1) : -1;
  for (let skipped = 0; skipped <= WIDEST_GAP; skipped++) {
    const end = matchEnd(parts, part + 1, words, at + skipped);
    if (end >= 0) return end;
  }
  return -1;
}

const fits = (part: Part, word: string | undefined): boolean =>
  word !== undefined &&
  part.some(({ letters, stem }) => (stem ? word.startsWith(letters) : word === letters));
