import type { Passage, Regime } from '../../model/document.ts';
import type { HeadingDate } from '../headingDates.ts';
import type { Block } from '../reading.ts';
import type { BlockPlace } from './places.ts';

/**
 * Regime of each block as a reader would call it. What opens with its own date next to others that do is an entry of a
 * list, and so is an item under a dated heading, whatever its sentences speak from.
 * @param told how the sentences of each block speak. Parallel to `blocks`, as are `places`.
 */
export function listsIn(
  blocks: readonly Block[],
  told: readonly Regime[],
  places: readonly BlockPlace[],
  headings: ReadonlyMap<number, HeadingDate>,
): Regime[] {
  const entry = blocks.map((block, i) => block.kind !== 'heading' && headings.has(i));
  return told.map((regime, i) => {
    const beside = entry[i] && (nextEntry(blocks, entry, i, -1) || nextEntry(blocks, entry, i, 1));
    const item = blocks[i]!.kind === 'list' && !entry[i] && places[i]!.anchor !== null;
    return beside || item ? 'list' : regime;
  });
}

/** An entry may go on for a few paragraphs before the next one begins. */
const LONGEST_ENTRY = 4;

function nextEntry(blocks: readonly Block[], entry: readonly boolean[], at: number, step: 1 | -1): boolean {
  for (let n = 1; n <= LONGEST_ENTRY; n++) {
    const i = at + n * step;
    if (!blocks[i]) return false;
    if (entry[i]) return true;
  }
  return false;
}

/**
 * The stretches of a document that speak in one way, for people. Page furniture and notes are in none; a heading
 * belongs to what stands under it. O(blocks).
 */
export function passagesOf(
  blocks: readonly Block[],
  regimes: readonly Regime[],
  places: readonly BlockPlace[],
  headings: ReadonlyMap<number, HeadingDate>,
): Passage[] {
  const passages: Passage[] = [];
  let run: number[] = [];
  let opened: number | null = null;
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return;
    const regime = regimes[first]!;
    const how =
      regime === 'list' ? listHow(run, headings) : regime === 'report' ? reportHow(run, places) : STORY;
    passages.push({ start: blocks[opened ?? first]!.start, end: blocks[last]!.end, regime, how });
    run = [];
    opened = null;
  };
  let pending: number | null = null;
  blocks.forEach(({ kind }, i) => {
    if (kind === 'navigation' || kind === 'note') return;
    if (kind === 'heading') {
      pending ??= i;
      return;
    }
    if (run.length > 0 && regimes[run[0]!] !== regimes[i]) close();
    if (run.length === 0) opened = pending;
    pending = null;
    run.push(i);
  });
  close();
  return passages;
}

const STORY = 'a story, each date read from the one it has reached';

function listHow(run: readonly number[], headings: ReadonlyMap<number, HeadingDate>): string {
  const dates = run.flatMap((i) => headings.get(i)?.first.start ?? []);
  let rises = 0;
  for (let i = 1; i < dates.length; i++) rises += Math.sign(dates[i]! - dates[i - 1]!);
  if (rises === 0) return 'a list under its dated heading';
  return rises > 0 ? 'a list, oldest first' : 'a list, newest first';
}

/** Whose day a report speaks from: that of its headings or its dateline, or the document's own. */
function reportHow(run: readonly number[], places: readonly BlockPlace[]): string {
  const own = run.map((i) => places[i]!).filter(({ speech }) => speech !== null);
  if (own.length === 0) return 'a report that does not tell its day';
  const from = new Set(
    own.map(({ anchor, speechName }) =>
      speechName.startsWith('dateline')
        ? 'its dateline'
        : anchor && speechName === anchor.how
          ? 'its headings'
          : speechName,
    ),
  );
  return `a report, read from ${[...from].join(' and ')}`;
}
