import type { TextSpan } from '../../model/document.ts';
import type { Standing } from './counted.ts';
import type { Chosen, Step } from './walk.ts';

/** Longer than this is no quotation, but a mark that was never closed. */
const LONGEST = 1500;
const QUOTED = new RegExp(
  `“([^“”]{2,${LONGEST}})”|\`\`([^\`]{2,${LONGEST}}?)''|(?<![\\p{L}\\p{N}])"([^"]{2,${LONGEST}})"`,
  'gu',
);
/** Words looked at before a quotation and behind it for who speaks, and when. */
const AROUND = 140;

const SAYS =
  /\b(?:said|says|told|asked|wrote|writes|declared|announced|promised|warned|added|recalled|testified|replied|noted|argued|explained|remarked|cabled|insisted|claimed|speech|address|letter|statement|interview|diary|telegram|dispatch|testimony|sermon|report(?:ed)?|posted|tweeted)\b/i;

/**
 * For each expression inside a quotation, which expression dates the speaking: "In a speech on 2 June he said: …",
 * “…,” she wrote on 4 May. The next quotation of the paragraph goes on under the same day until another is given.
 * @param standing in order of the text. @returns parallel to it; -1 where nothing dates who speaks.
 */
export function speakersDays(
  text: string,
  blocks: readonly TextSpan[],
  standing: readonly Standing[],
): Int32Array {
  const days = new Int32Array(standing.length).fill(-1);
  let at = 0;
  for (const block of blocks) {
    const first = at;
    while (at < standing.length && standing[at]!.found.start < block.end) at++;
    if (at - first < 2) continue;
    const quotes = [...text.slice(block.start, block.end).matchAll(QUOTED)].map(({ index, 0: words }) => ({
      start: block.start + index,
      end: block.start + index + words.length,
    }));
    let speaker = -1;
    quotes.forEach((quote, n) => {
      const before = {
        start: Math.max(quotes[n - 1]?.end ?? block.start, quote.start - AROUND),
        end: quote.start,
      };
      const behind = {
        start: quote.end,
        end: Math.min(quotes[n + 1]?.start ?? block.end, quote.end + AROUND),
      };
      const leads = lastSentence(text.slice(before.start, before.end));
      const follows = firstSentence(text.slice(behind.start, behind.end));
      const opened = /[:,]\s*$/.test(leads) && SAYS.test(leads);
      // After a full stop a new sentence begins: who is quoted is named before.
      const goesOn =
        /^[\s,]*\p{Ll}/u.test(follows) || !/\.\P{L}{1,2}$/u.test(text.slice(quote.start, quote.end));
      const closed = goesOn && /^[\s,]*\p{L}/u.test(follows) && SAYS.test(follows);
      const own = closed
        ? dayIn(standing, behind.start, behind.start + follows.length)
        : opened
          ? dayIn(standing, before.end - leads.length, before.end)
          : -1;
      if (own >= 0) speaker = own;
      if (speaker < 0) return;
      for (let i = firstFrom(standing, quote.start); i < at && standing[i]!.found.start < quote.end; i++)
        days[i] = speaker;
    });
  }
  return days;
}

const SENTENCE_END = /[.!?]["”’)]*\s+(?=["“]?\p{Lu})/gu;

function lastSentence(words: string): string {
  let from = 0;
  for (const { index, 0: end } of words.matchAll(SENTENCE_END)) from = index + end.length;
  return words.slice(from);
}

function firstSentence(words: string): string {
  for (const { index } of words.matchAll(SENTENCE_END)) return words.slice(0, index + 1);
  return words;
}

/** The last expression in the words that names a day, or points to one. */
function dayIn(standing: readonly Standing[], start: number, end: number): number {
  for (let i = firstFrom(standing, end) - 1; i >= 0; i--) {
    const { found, step } = standing[i]!;
    if (found.start < start) break;
    if (found.end > end || found.tie) continue;
    const { type, day, weekday, unit, reference } = step.said;
    if (reference || (type !== 'DATE' && type !== 'TIME')) continue;
    if (day !== undefined || weekday !== undefined || unit === 'day') return i;
  }
  return -1;
}

/** Index of the first expression that stands at `offset` or behind it. */
function firstFrom(standing: readonly Standing[], offset: number): number {
  let [low, high] = [0, standing.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if (standing[mid]!.found.start < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

/**
 * The steps again, those of quotations with the day of who speaks in place of the passage's own. null when nothing
 * changes.
 * @param days of {@link speakersDays}.
 */
export function hearSpeakers(
  steps: readonly Step[],
  days: Int32Array,
  chosen: readonly Chosen[],
): Step[] | null {
  let changed = false;
  const heard = steps.map((step, i): Step => {
    const by = days[i]!;
    const point = by < 0 ? null : chosen[by]!.reading.point;
    if (point?.unit !== 'day' || (step.speech?.unit === 'day' && step.speech.start === point.start))
      return step;
    changed = true;
    return {
      ...step,
      quoted: true,
      regime: 'report',
      speech: point,
      speechName: `the day of speaking, ${steps[by]!.words}`,
    };
  });
  return changed ? heard : null;
}
