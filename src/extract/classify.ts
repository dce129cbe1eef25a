import type { Category } from '../model/category.ts';

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
/** Least sum for a category; below it the event is of no kind in particular. */
const LEAST = 1;

/** Says of what kind an event is. */
export type Classifier = (clues: Clues) => string;

/**
 * Builds a classifier from the weighted terms of the categories. A term is one or more lower-case words, `*` ends a
 * stem; the longest term at a word counts, and no other of the category at the words it covers: a term of weight 0 takes
 * its words out of the account. Equal sums: the category listed first.
 * @returns for clues, the key of the best category; where none reaches the least sum, that of the category without
 * terms, else of the last; an empty string when there are no categories at all.
 */
export function classifier(categories: readonly Category[]): Classifier {
  const entries = new Map<string, Entry[]>();
  categories.forEach((category, index) => {
    for (const [term, weight] of Object.entries(category.terms)) {
      const words = term.split(' ');
      const first = words[0] ?? '';
      const key = first.slice(0, PREFIX).replace('*', '');
      const list = entries.get(key) ?? [];
      list.push({ words, weight, category: index });
      entries.set(key, list);
    }
  });
  const fallback =
    (categories.find((c) => Object.keys(c.terms).length === 0) ?? categories.at(-1))?.key ?? '';
  return ({ head, title, clause }) => {
    const sums = categories.map(() => 0);
    add(head, IN_HEAD, entries, sums);
    add(title, IN_TITLE, entries, sums);
    add(clause, IN_CLAUSE, entries, sums);
    let best = -1;
    sums.forEach((sum, i) => {
      if (sum >= LEAST && sum > (sums[best] ?? 0)) best = i;
    });
    return categories[best]?.key ?? fallback;
  };
}

interface Entry {
  readonly words: readonly string[];
  readonly weight: number;
  readonly category: number;
}

/** Letters by which terms are filed; a stem may be shorter. */
const PREFIX = 3;

function add(
  text: string,
  share: number,
  entries: ReadonlyMap<string, readonly Entry[]>,
  sums: number[],
): void {
  const words = text.toLowerCase().match(/[\p{L}\d]+(?:[-'][\p{L}\d]+)*/gu) ?? [];
  // A term that is said twice is not twice as true.
  const seen = new Set<string>();
  // First word behind the term of several words that a category has found last: "heart attack" is no attack.
  const free = sums.map(() => 0);
  words.forEach((word, at) => {
    const best = new Map<number, Entry>();
    for (let n = Math.min(PREFIX, word.length); n > 0; n--) {
      for (const entry of entries.get(word.slice(0, n)) ?? []) {
        if (!entry.words.every((part, i) => fits(part, words[at + i]))) continue;
        if (entry.words.length > (best.get(entry.category)?.words.length ?? 0))
          best.set(entry.category, entry);
      }
    }
    for (const entry of best.values()) {
      if (at < (free[entry.category] ?? 0)) continue;
      free[entry.category] = at + entry.words.length;
      const term = entry.words.join(' ');
      if (seen.has(`${entry.category} ${term}`)) continue;
      seen.add(`${entry.category} ${term}`);
      sums[entry.category] = (sums[entry.category] ?? 0) + entry.weight * share;
    }
  });
}

const fits = (part: string, word: string | undefined): boolean =>
  word !== undefined && (part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : part === word);
