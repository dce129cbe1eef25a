import type { TimelineEvent } from '../model/event.ts';

/** Two events that may be one, told twice. */
export interface Twin {
  /** Id of the other one. */
  readonly event: string;
  /** How much they have in common, 0 … 1. */
  readonly likeness: number;
}

/** From this share of common words on, two events at the same time are shown side by side. */
export const LIKE = 0.55;

/** How many later events at the same time one is compared with: what lasts for years meets thousands. */
const COMPARED = 80;

/** Tellings of one day's doings may be dated by the day of the paper. */
const SLACK = 1;

/** Only what is known to so many days can be a day off: a year is no neighbour of the next. */
const SHORT = 3;

/** Words that tell no events apart. */
const COMMON = new Set(
  'a about after all an and are as at be been before but by der die das for from had has have he her his in into is it its new of on or over she that the their them they this to und under von was were which who will with'.split(
    ' ',
  ),
);

/**
 * Events that may be one and the same: at the same time, as far as their dates say, and in much the same words, where a
 * word counts the more the rarer it is. Those that the extractor was sure of are merged already; these are for a person
 * to decide. O(n · 80) after reading the words.
 * @param events in time order.
 * @returns for each id that has any: the others, likest first.
 */
export function twinsAmong(events: readonly TimelineEvent[]): ReadonlyMap<string, readonly Twin[]> {
  const words = events.map(wordsOf);
  const weigh = rarity(words);
  const found = new Map<string, Twin[]>();
  const add = (from: string, event: string, likeness: number): void => {
    const twins = found.get(from);
    if (twins) twins.push({ event, likeness });
    else found.set(from, [{ event, likeness }]);
  };
  for (const [i, event] of events.entries()) {
    const last = Math.min(events.length, i + 1 + COMPARED);
    for (let j = i + 1; j < last; j++) {
      const other = events[j]!;
      if (other.time.start >= event.time.end + SLACK) break;
      if (!mayCoincide(event, other)) continue;
      const likeness = inCommon(words[i]!, words[j]!, weigh);
      if (likeness < LIKE) continue;
      add(event.id, other.id, likeness);
      add(other.id, event.id, likeness);
    }
  }
  for (const twins of found.values()) twins.sort((a, b) => b.likeness - a.likeness);
  return found;
}

/** A day within a decade proves nothing: of two dates the vaguer is at most some twelve times as long. */
function mayCoincide(a: TimelineEvent, b: TimelineEvent): boolean {
  const apart = b.time.start >= a.time.end;
  if (apart && Math.max(a.time.end - a.time.start, b.time.end - b.time.start) > SHORT) return false;
  const [short, long] = [a.time.end - a.time.start, b.time.end - b.time.start].sort((x, y) => x - y);
  return long! <= 31 || long! <= short! * 13;
}

function wordsOf({ title, actors, place }: TimelineEvent): ReadonlySet<string> {
  const all = [title, ...actors, place ?? ''].join(' ').toLowerCase();
  const words = all.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map(stem));
}

/** `drills`, `drilled` and `drilling` as one word: rough, since rarity and numbers make up for it. */
const stem = (word: string): string =>
  word.length > 5 ? word.replace(/(?:ing|ed|es|s)$/, '') : word.replace(/(?<=\p{L}{3})s$/u, '');

/** How much a word says: nearly nothing when every event has it. */
function rarity(all: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + (all.length + 1) / (counts.get(word) ?? 1));
}

/** The weight of what both have, as a share of the lighter one's; 0 for a single word in common. */
function inCommon(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: (word: string) => number): number {
  let [both, ofA, ofB, shared] = [0, 0, 0, 0];
  for (const word of a) {
    const weight = weigh(word);
    ofA += weight;
    if (b.has(word)) {
      both += weight;
      shared++;
    }
  }
  for (const word of b) ofB += weigh(word);
  return shared < 2 ? 0 : both / Math.max(1e-9, Math.min(ofA, ofB) * 0.5 + Math.max(ofA, ofB) * 0.5);
}
