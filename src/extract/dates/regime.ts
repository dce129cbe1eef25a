import type { Regime } from '../reading.ts';
import type { Found } from './find.ts';
import { type Point, yearOf } from './point.ts';

/** What in a passage speaks for one way of telling: positive for a report, negative for a narrative. */
export function evidence(found: readonly Found[], speech: Point | null, words: string): number {
  const now = speech ? yearOf(speech) : null;
  let sum = 0;
  for (const { said } of found) {
    const year = said.year ?? said.within?.year;
    if (year !== undefined) {
      sum += yearEvidence(now === null ? -99 : year - now, said.month !== undefined);
    } else if (said.century !== undefined || said.decade !== undefined) sum -= 0.3;
    else if (said.reference) sum += 0.1;
    else if ((said.within?.from ?? said.from) === 'speech' && said.type !== 'DURATION') sum += 1.5;
    else if (said.from === 'story') sum -= 0.8;
    else if (said.weekday !== undefined && said.day === undefined) sum += 1.2;
  }
  if (SAYING.test(words)) sum += 0.8;
  if (EXPECTING.test(words)) sum += 0.6;
  if (found.length > 0 && SPEAKER.test(words)) sum += 2.5;
  return sum;
}

/**
 * A printed year. News leaves out the year of what is near: where it is printed, the year is nothing that goes without
 * saying. A year still to come is told by nobody but who stands before it.
 */
function yearEvidence(gap: number, withMonth: boolean): number {
  if (gap > 0) return 0.2;
  if (gap >= -1) return withMonth ? -0.2 : 0.3;
  if (gap >= -3) return -0.4;
  return withMonth ? -0.8 : -0.4;
}

/** What looks ahead from a day of its own. */
const EXPECTING =
  /\b(?:expects to|(?:is|are) expected to|(?:is|are) scheduled|plans to|will be held|forecasts?)\b/;

/** Who speaks in a record of a session or a talk, "Mrs Vos (Wexford):", speaks from its day. */
const SPEAKER =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Cllr|Senator|The \p{Lu}\p{L}+)\b[^.:\n]{0,70}:\s/u;

/** Newspapers quote in the past tense and histories rarely do. */
const SAYING = /\b(?:said|told reporters|announced (?:on )?[A-Z][a-z]+day)\b/;

/**
 * How each passage speaks. Neighbours agree more often than not, so the cheapest sequence of regimes is chosen, with a
 * price on each change (Viterbi over two states).
 * @param evidences of the passages in order, see {@link evidence}.
 * @returns the regimes, and by how much each was preferred.
 */
export function regimesOf(
  evidences: readonly number[],
): { readonly regime: Regime; readonly margin: number }[] {
  const total = evidences.reduce((a, b) => a + b, 0);
  // The whole document is the best guess for a passage that says little.
  const prior = Math.max(-1, Math.min(1, total / 8));
  const CHANGE = 4;
  const back: [boolean, boolean][] = [];
  let [report, story] = [0, 0];
  for (const value of evidences) {
    const lean = Math.max(-3, Math.min(3, value)) + prior * 0.5;
    const fromStoryToReport = story + CHANGE < report;
    const fromReportToStory = report + CHANGE < story;
    const nextReport = (fromStoryToReport ? story + CHANGE : report) + Math.max(0, -lean);
    const nextStory = (fromReportToStory ? report + CHANGE : story) + Math.max(0, lean);
    back.push([fromStoryToReport, fromReportToStory]);
    [report, story] = [nextReport, nextStory];
  }
  const answer: { regime: Regime; margin: number }[] = [];
  let isReport = report === story ? total >= 0 : report < story;
  const margin = Math.abs(report - story);
  for (let i = evidences.length - 1; i >= 0; i--) {
    answer.push({ regime: isReport ? 'report' : 'narrative', margin });
    if (isReport ? back[i]![0] : back[i]![1]) isReport = !isReport;
  }
  return answer.reverse();
}
