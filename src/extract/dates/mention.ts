import type { Alternative } from '../../model/when.ts';
import type { HeadingDate } from '../headingDates.ts';
import type { DatedMention } from '../reading.ts';
import type { Found } from './find.ts';
import type { Lasting } from './lasting.ts';
import type { Said } from './pattern.ts';
import { INFERRED_DATE } from './places.ts';
import { edtfOf, FINENESS } from './point.ts';
import type { Resolved } from './resolved.ts';
import type { Chosen, Step } from './walk.ts';

/** Where an expression stands. */
export interface Where {
  readonly block: number;
  readonly sentence: number;
  readonly heading: HeadingDate | undefined;
  /** What begins or ends on this day and lasts longer. */
  readonly lasting: Lasting | null;
}

/** The mention that a document's reading shows, of what was found and how it was read. */
export function mentionOf(
  text: string,
  found: Found,
  { said, words: spoken }: Step,
  { reading, others, doubts = [], sure }: Chosen,
  next: Chosen | undefined,
  { block, sentence, heading, lasting }: Where,
): DatedMention {
  const words = text.slice(found.start, found.end);
  const inHeading =
    heading?.yearFrom && found.start >= heading.start && found.start < heading.end ? heading : null;
  const steps = inHeading ? [inHeading.yearFrom!] : reading.steps;
  const rivals = others.filter((other) => other !== reading);
  const margin = rivals.reduce((least, other) => Math.min(least, other.cost - reading.cost), SURE);
  return {
    start: found.start,
    end: found.end,
    text: words,
    type: said.type === 'DATE' && (said.daypart || said.clock !== undefined) ? 'TIME' : said.type,
    value: reading.value,
    mod: reading.mod,
    edtf: reading.edtf,
    precision: reading.edtf ? reading.precision : null,
    route: steps.length === 0 ? 'explicit' : 'relative',
    how: [...(lasting ? [lasting.words] : []), spoken, ...steps].join(' → '),
    confidence: sure ?? confidenceOf(said, steps, margin, inHeading?.margin ?? SURE),
    alternatives: distinct(
      inHeading ? [...doubts, ...otherWay(inHeading)] : [...doubts, ...rivalsOf(reading, rivals)],
    ),
    block,
    sentence,
    range: lasting
      ? { start: found.start, end: found.end, edtf: lasting.edtf, precision: 'day' }
      : rangeOf(found, reading, next?.reading),
  };
}

/** A margin without a rival. */
const SURE = 9;
/** A reading that costs this much more is no alternative. */
const CLOSE = 0.8;

/** A list that runs the other way has other years, where that is nearly as likely. */
function otherWay({ rival, margin }: HeadingDate): Alternative[] {
  if (!rival || margin >= CLOSE) return [];
  return [{ edtf: edtfOf(rival).edtf, reason: 'where the list runs the other way' }];
}

/** The first reason for a date is enough. */
const distinct = (all: readonly Alternative[]): Alternative[] =>
  all.filter(({ edtf }, i) => all.findIndex((other) => other.edtf === edtf) === i);

/** Readings that were nearly as likely, each with what it would take. */
function rivalsOf(reading: Resolved, rivals: readonly Resolved[]): Alternative[] {
  return rivals.flatMap(({ edtf, cost, point }) => {
    if (!edtf || edtf === reading.edtf || cost - reading.cost >= CLOSE || !point || !reading.point) return [];
    const side = point.start < reading.point.start ? 'before' : 'after';
    const reason = `the one ${side}, nearly as likely`;
    return [{ edtf, reason }];
  });
}

/**
 * How often dates were right that were reached in such a way, measured on annotated news and histories (`npm run eval
 * -- dates` prints the shares): printed with their year; a month or a season whose year was not printed; counted in
 * steps, "last week"; a day or a weekday.
 */
const RIGHT = { printed: 0.98, month: 0.84, counted: 0.9, day: 0.95 } as const;
/** What a rival that is as likely takes away, and how near it must be to count. */
const RIVAL = { most: 0.35, near: 0.5 } as const;

/** Printed dates are nearly always right; of the others the way and the nearest rival tell how far to trust them. */
function confidenceOf(said: Said, steps: readonly string[], margin: number, heading: number): number {
  const base = steps.length === 0 ? RIGHT.printed : RIGHT[wayOf(said)];
  const rival = margin < SURE ? RIVAL.most / (1 + (Math.max(0, margin) / RIVAL.near) ** 2) : 0;
  const order = heading < SURE ? 0.2 / (1 + heading * 3) : 0;
  const guess = steps.some((step) => step.includes(INFERRED_DATE)) ? 0.2 : 0;
  return Math.round(Math.max(0.3, base - rival - order - guess) * 100) / 100;
}

const wayOf = ({ step, day, weekday, holiday, clock }: Said): 'month' | 'counted' | 'day' =>
  step !== undefined
    ? 'counted'
    : day === undefined && weekday === undefined && holiday === undefined && clock === undefined
      ? 'month'
      : 'day';

function rangeOf(found: Found, first: Resolved, second: Resolved | undefined): DatedMention['range'] {
  if (found.open && first.edtf && first.precision && !first.edtf.includes('/'))
    return { ...found.open, edtf: `${first.edtf}/..`, precision: first.precision };
  if (!found.tie || !first.point || !second?.point || !first.edtf || !second.edtf) return null;
  const from = first.edtf.split('/')[0]!;
  const to = second.edtf.split('/').at(-1)!;
  if (first.point.start > second.point.start) return null;
  const precision =
    FINENESS[first.point.unit] > FINENESS[second.point.unit] ? first.precision! : second.precision!;
  return { start: found.tie.start, end: found.tie.end, edtf: `${from}/${to}`, precision };
}
