import type { TextSpan } from '../../model/document.ts';
import type { Found } from './find.ts';
import { type CountedStep, type Dated, Happenings, StemsAround } from './happenings.ts';
import { FINENESS, type PointUnit } from './point.ts';
import type { Chosen, Step } from './walk.ts';

/** An expression of the text with its sentence, in order. */
export interface Standing {
  readonly found: Found;
  readonly sentence: TextSpan;
  readonly step: Step;
}

const DAY_AFTER =
  /\b[Tt]he (day|week|month|year)(?= (?:after|before) (?:the|his|her|its|their|a|an|he|she|it|they|\p{Lu}\S+) )/gu;

/**
 * Adds "the day" of "the day after the vote". It is a date only where that of the vote is found: what
 * {@link countFromHappenings} leaves without one is to be dropped again.
 * @returns those that were added, and for each block its expressions with them, in order.
 */
export function addDaysAfter(
  text: string,
  blocks: readonly TextSpan[],
  found: readonly (readonly Found[])[],
): { readonly added: ReadonlySet<Found>; readonly found: Found[][] } {
  const added = new Set<Found>();
  const all = blocks.map(({ start, end }, i) => {
    const own = found[i]!;
    const days: Found[] = [];
    let at = 0;
    for (const match of text.slice(start, end).matchAll(DAY_AFTER)) {
      const from = start + match.index;
      const to = from + match[0].length;
      while (at < own.length && own[at]!.end <= from) at++;
      if (at < own.length && own[at]!.start < to) continue;
      days.push({
        start: from,
        end: to,
        said: { type: 'DURATION', unit: match[1] as 'day' | 'week' | 'month' | 'year', count: 1 },
        tie: null,
      });
    }
    if (days.length === 0) return [...own];
    for (const day of days) added.add(day);
    return [...own, ...days].sort((a, b) => a.start - b.start);
  });
  return { added, found: all };
}

/** What every step stands before; nearly no stretch of time does. */
const SIDES = /^\s+(?:after|before|following|into)\s/;

/** What was counted from may itself be counted from something: so often it is looked again. */
const ROUNDS = 2;

/**
 * Gives "three weeks" of "three weeks after the siege began" its day where the text tells on which day that was, before
 * or behind. What nothing dates stays a stretch of time. Linear in the expressions.
 * @returns parallel to `chosen`.
 */
export function countFromHappenings(
  text: string,
  standing: readonly Standing[],
  chosen: readonly Chosen[],
): Chosen[] {
  const steps = standing.map((each, i) =>
    SIDES.test(text.slice(each.found.end, each.found.end + 12)) && !explains(text, standing[i - 1], each)
      ? stepOf(each, chosen[i]!)
      : null,
  );
  let answers = [...chosen];
  if (steps.every((step) => step === null)) return answers;
  const around = new StemsAround(text);
  for (let round = 0; round < ROUNDS; round++) {
    const dates = standing.flatMap((each, i) => datedBy(each, answers[i]!));
    const happenings = new Happenings(text, dates, around);
    let changed = false;
    answers = answers.map((answer, i) => {
      const step = steps[i];
      if (!step || answer.reading.edtf !== null) return answer;
      const reached = happenings.reach(step);
      if (!reached) return answer;
      changed = true;
      const { point, edtf, precision, others } = reached;
      return {
        ...answer,
        reading: { ...answer.reading, point, edtf, precision, explicit: false, steps: reached.steps },
        sure: reached.confidence,
        doubts: others.map((other) => ({ edtf: other.edtf, reason: `counted from ${other.words}` })),
      };
    });
    if (!changed) break;
  }
  return answers;
}

/** "On 4 May, two days after the siege began, …": the day is said already. */
const explains = (text: string, before: Standing | undefined, { found }: Standing): boolean =>
  before?.step.said.type === 'DATE' &&
  found.start - before.found.end < 12 &&
  /^\s*[,–—(-]+\s*(?:\p{Ll}+ )?$/u.test(text.slice(before.found.end, found.start));

function stepOf(
  { found: { start, end }, sentence, step: { said } }: Standing,
  { reading }: Chosen,
): CountedStep | null {
  const { type, unit, within, stretch } = said;
  const count = said.few ? null : said.count;
  if (type !== 'DURATION' || reading.edtf !== null || within || stretch || !unit) return null;
  if (!(unit in FINENESS) || count === undefined || count === 0 || (count === null && !said.few)) return null;
  return { start, end, count, unit: unit as PointUnit, approximate: said.mod === 'APPROX', sentence };
}

/** A date that something may be counted from: a day, a month or a year, not one end of a range. */
function datedBy({ found, sentence, step }: Standing, { reading, sure }: Chosen): Dated[] {
  const { point, edtf, steps } = reading;
  if (!point || !edtf || found.tie || step.said.set !== undefined) return [];
  if (point.unit !== 'day' && point.unit !== 'month' && point.unit !== 'year') return [];
  return [
    {
      start: found.start,
      end: found.end,
      point,
      sentence,
      steps,
      confidence: sure ?? (steps.length === 0 ? 0.95 : 0.85),
    },
  ];
}
