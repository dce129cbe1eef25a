import { toDays } from '../../model/days.ts';
import { readEdtf } from '../../model/edtf.ts';
import { fewFrom } from './few.ts';
import { holidayDays } from './holidays.ts';
import { resolveDuration } from './lengths.ts';
import { type Option, sure, via } from './option.ts';
import { partOf } from './partOf.ts';
import { fullYear, partOfYear } from './partOfYear.ts';
import type { Said } from './pattern.ts';
import { edtfOf, holding, type Point, type PointUnit, timexOf, yearOf } from './point.ts';
import { plain, type Resolved } from './resolved.ts';
import type { Place } from './standpoint.ts';
import { steppedOptions } from './stepped.ts';
import { weekdayOptions } from './weekdays.ts';
import { yearlessOptions } from './yearless.ts';

export type { Tense } from './standpoint.ts';

const MODS: Readonly<Record<string, string>> = {
  early: 'START',
  start: 'START',
  mid: 'MID',
  late: 'END',
  end: 'END',
};

/** A reading that is weighed: what tells it from others. {@link settled} gives the whole of it. */
export interface Candidate extends Pick<Resolved, 'point' | 'explicit' | 'steps' | 'cost'> {
  readonly said: Said;
  readonly place: Place;
  /** The whole, where it is known already. */
  whole: Resolved | null;
}

/**
 * The readings of what was said, at least one. At most a handful: the years, weeks or days it could be. Most are weighed
 * and dropped, so that only what tells them apart is found out here.
 */
export function readingsOf(said: Said, place: Place): Candidate[] {
  if (said.set !== undefined) return [known(said, place, plain(said.set))];
  if (said.reference) return [known(said, place, plain(said.reference))];
  if (said.type === 'DURATION')
    return [{ point: null, explicit: true, steps: [], cost: 0, said, place, whole: null }];
  const today = said.unit === 'day' && said.step === 0 && said.from === 'speech' && said.count === undefined;
  if (today && place.regime === 'narrative' && !said.daypart && said.clock === undefined)
    return [known(said, place, plain('PRESENT_REF'))];
  const options = optionsOf(said, place);
  if (options.length === 0)
    return [known(said, place, fewSteps(said, place) ?? plain(unknownValue(said), modOf(said)))];
  return options.map(({ point, cost, steps }) => ({
    point,
    explicit: steps.length === 0,
    steps,
    cost,
    said,
    place,
    whole: null,
  }));
}

const known = (said: Said, place: Place, whole: Resolved): Candidate => ({
  point: whole.point,
  explicit: whole.explicit,
  steps: whole.steps,
  cost: whole.cost,
  said,
  place,
  whole,
});

const modOf = ({ mod, phase }: Said): string | null => mod ?? (phase ? (MODS[phase] ?? null) : null);

/** All that a reading says. The same object each time. */
export function settled(candidate: Candidate): Resolved {
  candidate.whole ??= wholeOf(candidate);
  return candidate.whole;
}

function wholeOf({ said, place, point, explicit, steps, cost }: Candidate): Resolved {
  const mod = modOf(said);
  if (!point) {
    const outer = said.within ? optionsOf(said.within, place)[0] : undefined;
    return resolveDuration(said, place, mod, outer);
  }
  const { edtf: first, precision } = edtfOf(point, said.phase ?? null);
  // Of a feast of several days both ends are known.
  const days =
    said.holiday === undefined || said.within?.holiday !== undefined ? 1 : holidayDays(said.holiday);
  const last = point.start + days - 1;
  const edtf =
    days > 1 && point.unit === 'day' ? `${first}/${edtfOf({ unit: 'day', start: last }).edtf}` : first;
  const clock =
    said.clock === undefined || point.unit !== 'day'
      ? ''
      : `T${two(Math.floor(said.clock / 60) % 24)}${said.hourOnly ? '' : `:${two(said.clock % 60)}`}`;
  return {
    value:
      (edtf === first && !hasDays(said, point, place) ? timexOf(point) : edtf) +
      (clock || (said.daypart && !(place.regime === 'report' && !place.utterance) ? `T${said.daypart}` : '')),
    mod,
    edtf: said.approximate && !edtf.includes('/') ? `${edtf}~` : edtf,
    precision,
    point,
    explicit,
    steps,
    cost,
  };
}

/**
 * Whether a week is written as its seven days: one that the text reaches by counting ("last week") has no number for it,
 * and whoever says it thinks of days. Week 30 has its number, and a request wants a calendar's value.
 */
const hasDays = (said: Said, point: Point, place: Place): boolean =>
  point.unit === 'week' && said.week === undefined && said.phase === undefined && !place.utterance;

/** "A few days later" has its place on the calendar, if not its day. */
function fewSteps(said: Said, place: Place): Resolved | null {
  const { unit, step, few, from } = said;
  if (!few || !unit || !step) return null;
  const inStory = from === 'story' && place.story !== null;
  const anchor = inStory ? place.story : place.speech;
  const about = anchor && fewFrom(anchor, step < 0 ? -1 : 1, unit);
  if (!about) return null;
  const steps = [inStory ? place.storyName : place.speechName];
  return { ...plain(unknownValue(said)), ...about, explicit: false, steps };
}

const two = (n: number) => String(n).padStart(2, '0');

function unknownValue(said: Said): string {
  if (said.clock !== undefined)
    return `T${two(Math.floor(said.clock / 60) % 24)}${said.hourOnly ? '' : `:${two(said.clock % 60)}`}`;
  if (said.daypart && said.unit === undefined) return `T${said.daypart}`;
  if (said.count === null) return (said.step ?? 0) < 0 ? 'PAST_REF' : 'FUTURE_REF';
  if (said.unit || said.weekday !== undefined) return 'XXXX-XX-XX';
  if (said.season !== undefined) return `XXXX-${['SP', 'SU', 'FA', 'WI'][said.season]}`;
  if (said.quarter !== undefined) return `XXXX-Q${said.quarter}`;
  if (said.half !== undefined) return `XXXX-H${said.half}`;
  if (said.holiday !== undefined) return 'XXXX-XX-XX';
  const month = said.month === undefined ? 'XX' : two(said.month);
  return said.day === undefined ? `XXXX-${month}` : `XXXX-${month}-${two(said.day)}`;
}

function optionsOf(said: Said, place: Place): Option[] {
  if (said.within) return withinOptions(said, place);
  if (said.eraless && said.year !== undefined) return eralessOptions(said, said.year, place);
  if (said.year !== undefined) return sure(partOfYear(said, said.year));
  if (said.shortYear !== undefined) return sure(partOfYear(said, fullYear(said.shortYear, place)));
  if (said.decade !== undefined) return sure({ unit: 'decade', start: toDays(said.decade) });
  if (said.shortDecade !== undefined)
    return sure({ unit: 'decade', start: toDays(fullYear(said.shortDecade, place)) });
  if (said.century !== undefined) return sure({ unit: 'century', start: toDays(said.century) });
  if (said.millennium !== undefined) return sure({ unit: 'millennium', start: toDays(said.millennium) });
  if (said.unit !== undefined && said.step !== undefined) return steppedOptions(said, place);
  if (said.weekday !== undefined && said.day === undefined) return weekdayOptions(said, place);
  if (
    said.clock !== undefined &&
    said.month === undefined &&
    said.day === undefined &&
    said.holiday === undefined
  )
    return clockOptions(place);
  return yearlessOptions(said, place);
}

/** Years that a story before Christ goes back without saying so. */
const LONGEST_LOOK_BACK = 100;

/** "In 514" of a story that stands before Christ goes on there, unless the years have begun to count up. */
function eralessOptions(said: Said, year: number, { story, storyName }: Place): Option[] {
  const after = sure(partOfYear(said, year));
  if (!story || yearOf(story) > 0) return after;
  const before = via(partOfYear(said, 1 - year), storyName);
  // Years before Christ run down as a story goes on: "about 985" after 325 BC is no step back of seven lifetimes.
  if (yearOf(story) - (1 - year) > LONGEST_LOOK_BACK)
    return [...after, ...before.map((each) => ({ ...each, cost: 3 }))];
  return [...before, ...after.map((each) => ({ ...each, cost: 1.5 }))];
}

function withinOptions(said: Said, place: Place): Option[] {
  return optionsOf(said.within!, place).flatMap(({ point: outer, cost, steps }) => {
    const point = partOf(said, outer);
    return point ? [{ point, cost, steps }] : [];
  });
}

/** A clock time alone belongs to the day the story has reached, or to the day of speaking. */
function clockOptions(place: Place): Option[] {
  const inStory = place.regime === 'narrative' || !place.speech;
  const anchor = inStory ? place.story : place.utterance ? place.speech : (place.story ?? place.speech);
  if (anchor?.unit === 'day') return via(anchor, anchor === place.story ? place.storyName : place.speechName);
  // "3. Narrative. The ferry sailed at 0530": of the day that the times above are of.
  return place.timed && !place.utterance ? via(place.timed.point, place.timed.name) : [];
}

/** The calendar unit an EDTF expression names, of an interval its last; null when it is no EDTF. */
export function pointFromEdtf(edtf: string): Point | null {
  const span = readEdtf(edtf);
  if ('problem' in span) return null;
  const unit: PointUnit = span.precision === 'time' ? 'day' : span.precision;
  return { unit, start: span.interval && !span.openEnd ? holding(span.end - 1, unit).start : span.start };
}
