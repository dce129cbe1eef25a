import { type Days, toCivil, toDays, weekdayOf } from '../../model/days.ts';
import { type Precision, readEdtf } from '../../model/edtf.ts';
import type { Regime } from '../reading.ts';
import { fewFrom } from './few.ts';
import { holidayDays, holidayPoint } from './holidays.ts';
import type { Said } from './pattern.ts';
import {
  dayPoint,
  edtfOf,
  endOf,
  FINENESS,
  holding,
  monthPoint,
  type Point,
  type PointUnit,
  seasonPoint,
  shifted,
  timexOf,
  weekPoint,
  yearOf,
  yearPoint,
} from './point.ts';

/** What an expression means where it stands, one reading of possibly several. */
export interface Resolved {
  readonly value: string;
  readonly mod: string | null;
  readonly edtf: string | null;
  readonly precision: Precision | null;
  readonly point: Point | null;
  /** The words alone say it; nothing was taken from elsewhere. */
  readonly explicit: boolean;
  /** Readable steps, from the words to the anchor. */
  readonly steps: readonly string[];
  /** How unlikely this reading is by itself, 0 for the plain one. */
  readonly cost: number;
}

/** Where the reader stands when an expression comes. */
export interface Place {
  readonly regime: Regime;
  /** The day of speaking, null when nothing tells it. */
  readonly speech: Point | null;
  /** What gives the day of speaking, for people. */
  readonly speechName: string;
  /** The last date the story reached, and its words. */
  readonly story: Point | null;
  readonly storyName: string;
  /** The day of which times were told last, and its words. */
  readonly timed?: Timed | null;
  readonly tense: Tense;
  /** Told from further back than the story stands: had begun on 24 January. */
  readonly further: boolean;
  /** It opens its sentence, and with it what comes next: "In May …". */
  readonly fronted?: boolean;
  /** A request or a note to oneself: what has no year lies ahead. */
  readonly utterance: boolean;
}

/** A time that was told, minutes after midnight, with its day and with the words that name the day. */
export interface Timed {
  readonly point: Point;
  readonly name: string;
  readonly clock: number;
}

/** `plan`: what the day of speaking itself still awaits. `future` may also be later than the story only. */
export type Tense = 'past' | 'future' | 'plan' | 'none';

const MODS: Readonly<Record<string, string>> = {
  early: 'START',
  start: 'START',
  mid: 'MID',
  late: 'END',
  end: 'END',
};

const plain = (value: string, mod: string | null = null): Resolved => ({
  value,
  mod,
  edtf: null,
  precision: null,
  point: null,
  explicit: true,
  steps: [],
  cost: 0,
});

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
  if (!point) return resolveDuration(said, place, mod);
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
      (edtf === first ? timexOf(point) : edtf) +
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

const LETTERS: Readonly<Record<string, string>> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  daypart: 'D',
  day: 'D',
  weekend: 'WE',
  week: 'W',
  fortnight: 'W',
  month: 'M',
  season: 'M',
  quarter: 'M',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
  millennium: 'Y',
};
const FACTORS: Readonly<Record<string, number>> = {
  fortnight: 2,
  season: 3,
  quarter: 3,
  decade: 10,
  century: 100,
  millennium: 1000,
};

/** TIMEX3 value of a duration: `P2M`, `PT90M`, `PXY`. */
export function durationValue(unit: NonNullable<Said['unit']>, count: number | null): string {
  const letter = LETTERS[unit]!;
  if (count === null) {
    const whole = unit === 'decade' ? 'DE' : unit === 'century' ? 'CE' : letter;
    return whole.startsWith('T') ? `PTX${whole[1]}` : `PX${whole}`;
  }
  const number = Math.round(count * (FACTORS[unit] ?? 1) * 100) / 100;
  return letter.startsWith('T') ? `PT${number}${letter[1]}` : `P${number}${letter}`;
}

/** "the past decade" has a place on the calendar, "two months" has none. */
function resolveDuration(said: Said, place: Place, mod: string | null): Resolved {
  const unit = said.unit!;
  const value = durationValue(unit, said.count ?? null);
  if (said.within) return partOfDuration(said, place, plain(value, mod));
  // "Over the next three days 127 people died": what is past to the speaker, or a story tells, goes on from the story.
  const told = place.tense === 'past' || (place.regime === 'narrative' && place.tense === 'none');
  const onward = said.stretch !== 'past' && told && place.story !== null;
  const anchor = onward ? place.story : (place.speech ?? place.story);
  if (!said.stretch || !anchor || said.count === null || said.count === undefined) return plain(value, mod);
  if (unit === 'second' || unit === 'minute' || unit === 'hour' || unit === 'daypart')
    return plain(value, mod);
  const past = said.stretch === 'past';
  if (place.utterance) return askedStretch(anchor, Math.round(said.count), unit, past, place.speechName);
  const other = shifted(anchor, (past ? -1 : 1) * Math.round(said.count), unit);
  const scale = FINENESS[unit] >= FINENESS.year ? 'year' : unit === 'month' ? 'month' : 'day';
  const [from, to] = past ? [other, anchor] : [anchor, other];
  const edge = (point: Point) => edtfOf(holding(point.start, scale)).edtf;
  return {
    ...plain(value, mod),
    edtf: `${edge(from)}/${edge(to)}`,
    precision: scale,
    explicit: false,
    steps: [`${past ? 'up to' : 'from'} ${place.speech && !onward ? place.speechName : place.storyName}`],
    cost: 0,
  };
}

/** "the first nine months of 2023" has both ends on the calendar. */
function partOfDuration(said: Said, place: Place, bare: Resolved): Resolved {
  const [outer] = optionsOf(said.within!, place);
  const { count, ordinal } = said;
  const unit = said.unit as PointUnit;
  if (!outer || !count || !(unit in FINENESS) || FINENESS[unit] >= FINENESS[outer.point.unit]) return bare;
  if (ordinal !== 1 && ordinal !== -1) return bare;
  // Two weeks of May are fourteen days, wherever Mondays fall.
  const scale = unit === 'week' || unit === 'fortnight' ? 'day' : unit;
  const length = Math.round(count) * (unit === 'week' ? 7 : unit === 'fortnight' ? 14 : 1);
  const first = holding(outer.point.start, scale);
  const last = holding(endOf(outer.point) - 1, scale);
  const [from, to] = ordinal === 1 ? [first, shifted(first, length - 1)] : [shifted(last, 1 - length), last];
  const edges = [edtfOf(from).edtf.split('/')[0]!, edtfOf(to).edtf.split('/').at(-1)!];
  return {
    ...bare,
    edtf: edges.join('/'),
    precision: edtfOf(from).precision,
    explicit: outer.steps.length === 0,
    steps: outer.steps,
  };
}

/** "the last two weeks" of a request: that many whole units before this one, or after it. */
function askedStretch(anchor: Point, count: number, unit: PointUnit, past: boolean, name: string): Resolved {
  const here = holding(anchor.start, unit);
  const [from, to] = past
    ? [shifted(here, -count), shifted(here, -1)]
    : [shifted(here, 1), shifted(here, count)];
  const { precision } = edtfOf(from);
  const first = edtfOf(from).edtf.split('/')[0]!;
  const last = edtfOf(to).edtf.split('/').at(-1)!;
  return {
    value: count === 1 ? timexOf(from) : `${timexOf(from)}/${timexOf(to)}`,
    mod: null,
    edtf: count === 1 ? edtfOf(from).edtf : `${first}/${last}`,
    precision,
    point: null,
    explicit: false,
    steps: [name],
    cost: 0,
  };
}

interface Option {
  readonly point: Point;
  readonly cost: number;
  readonly steps: readonly string[];
}

const sure = (point: Point | null): Option[] => (point ? [{ point, cost: 0, steps: [] }] : []);
const via = (point: Point | null, ...steps: string[]): Option[] => (point ? [{ point, cost: 0, steps }] : []);

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

/** The part of a year that was said; null when there is no such day. */
function partOfYear(said: Said, year: number): Point | null {
  if (said.holiday !== undefined) return holidayPoint(said.holiday, year);
  if (said.day !== undefined && said.month !== undefined) return dayPoint(year, said.month, said.day);
  if (said.month !== undefined) return monthPoint(year, said.month);
  if (said.season !== undefined) return seasonPoint(year, said.season);
  if (said.quarter !== undefined) return { unit: 'quarter', start: toDays(year, said.quarter * 3 - 2) };
  if (said.half !== undefined) return { unit: 'half', start: toDays(year, said.half * 6 - 5) };
  if (said.week !== undefined) return weekPoint(year, said.week);
  return yearPoint(year);
}

/** Two digits: the reading nearest to the story, or to the day of speaking, and not much after that. */
function fullYear(short: number, place: Place): number {
  const near = place.story ?? place.speech;
  if (!near) return short > 40 ? 1900 + short : 2000 + short;
  const year = yearOf(near);
  const century = Math.floor(year / 100) * 100;
  const limit = place.speech ? yearOf(place.speech) + 5 : year + 60;
  const options = [century - 100 + short, century + short];
  const fit = options.filter((y) => y <= limit);
  return (fit.length ? fit : options).reduce((a, b) => (Math.abs(b - year) < Math.abs(a - year) ? b : a));
}

function withinOptions(said: Said, place: Place): Option[] {
  return optionsOf(said.within!, place).flatMap(({ point: outer, cost, steps }) => {
    const point = partOf(said, outer);
    return point ? [{ point, cost, steps }] : [];
  });
}

function partOf(said: Said, outer: Point): Point | null {
  if (said.from === 'within') {
    if (said.count === null || said.count === undefined) return null;
    return steppedBy(outer, said.step! * said.count, said.unit as PointUnit, outer.unit === 'day');
  }
  if (said.ordinal !== undefined) return nthWithin(said, outer);
  if (said.half !== undefined && outer.unit !== 'year') return outer;
  if (said.weekday !== undefined && (outer.unit === 'week' || outer.unit === 'day')) {
    return { unit: 'day', start: holding(outer.start, 'week').start + ((said.weekday + 6) % 7) };
  }
  if (said.unit === 'week' && outer.unit === 'day') return holding(outer.start, 'week');
  // The weekend of a Monday's holiday is the one before it.
  if (said.unit === 'weekend' && outer.unit === 'day') return holding(outer.start - 2, 'weekend');
  if (said.day !== undefined && said.month === undefined && outer.unit === 'month') {
    const { year, month } = toCivil(outer.start);
    return dayPoint(year, month, said.day);
  }
  return outer.unit === 'year' ? partOfYear(said, yearOf(outer)) : null;
}

function nthWithin(said: Said, outer: Point): Point | null {
  const n = said.ordinal!;
  if (said.weekday !== undefined) {
    const first = outer.start + ((said.weekday - weekdayOf(outer.start) + 7) % 7);
    if (n > 0) return { unit: 'day', start: first + (n - 1) * 7 };
    const last = endOf(outer) - 1;
    return { unit: 'day', start: last - ((weekdayOf(last) - said.weekday + 7) % 7) };
  }
  const unit = said.unit as PointUnit;
  if (FINENESS[unit] >= FINENESS[outer.unit]) return null;
  // The last week of a month is the last that ends in it.
  if (n < 0 && unit === 'week' && outer.unit === 'year') return holding(endOf(outer) - 4, unit);
  if (n < 0) return holding(endOf(outer) - (unit === 'week' ? 7 : 1), unit);
  if (unit === 'week' && outer.unit === 'year') return weekPoint(yearOf(outer), n);
  // The first week of a month is the first that begins in it.
  if (unit === 'week') return { unit, start: holding(outer.start + 6, 'week').start + (n - 1) * 7 };
  return shifted(holding(outer.start, unit), n - 1);
}

/** Steps keep the unit that was counted: a year after a day is known to the year. */
function steppedBy(point: Point, count: number, unit: PointUnit, exact = false): Point {
  // Two weeks later is the week that it falls in, however they are counted.
  if (unit === 'fortnight') return steppedBy(point, count * 2, 'week', exact);
  if (!Number.isInteger(count)) {
    const months = Math.round(count * (FINENESS[unit] >= FINENESS.year ? 12 : 1));
    return holding(shifted(point, months, 'month').start, 'month');
  }
  const moved = shifted(point, count, unit);
  if (exact) return moved;
  if (FINENESS[unit] <= FINENESS[point.unit]) return moved;
  return holding(moved.start, FINENESS[unit] > FINENESS.year ? 'year' : unit);
}

function steppedOptions(said: Said, place: Place): Option[] {
  const unit = said.unit!;
  const told = place.regime === 'narrative' && said.count === undefined && said.step === 0 && unit === 'day';
  // "by the end of the year", of what is still to come, means the year of speaking.
  const ahead = said.step === 0 && unit === 'year' && place.regime === 'report' && place.tense !== 'past';
  const awaited = ahead && place.tense !== 'none' && place.speech !== null;
  const fromStory =
    (said.from === 'story' || told || isOwnStory(said, place)) && place.story !== null && !awaited;
  const anchor = fromStory ? place.story : (place.speech ?? place.story);
  if (!anchor || unit === 'second' || unit === 'daypart') return [];
  if (unit === 'minute' || unit === 'hour') return sameDay(said, place);
  const name = fromStory || !place.speech ? place.storyName : place.speechName;
  if (said.count !== undefined) {
    if (said.count === null) return [];
    // Three days after something that is only known to the month: nothing finer can be said than the month.
    const years = unit === 'month' && anchor.unit === 'year' ? (said.step! * said.count) / 12 : 0.5;
    // Twelve months after something of a year lie in the next.
    if (Number.isInteger(years)) return via(shifted(anchor, years), name);
    if (FINENESS[unit] < FINENESS[anchor.unit]) {
      const coarse = FINENESS[anchor.unit] <= FINENESS.month && unit === 'week';
      return coarse ? via(steppedBy(anchor, said.step! * said.count, unit), name) : [];
    }
    const exact = place.utterance || (said.exact ?? false);
    return via(steppedBy(anchor, said.step! * said.count, unit, exact), name);
  }
  if (FINENESS[unit] < FINENESS[anchor.unit]) return [];
  const point = shifted(holding(anchor.start, unit), said.step!);
  // On a Tuesday, what took place "this weekend" took place on the last one.
  const over = unit === 'weekend' && said.step === 0 && place.tense === 'past' && point.start > anchor.start;
  return via(over ? shifted(point, -1, 'weekend') : point, name);
}

/** "Eleven minutes later" of times that were just told is still that day, as long as it lasts. */
function sameDay({ unit, count, step, from }: Said, { story, storyName, timed, utterance }: Place): Option[] {
  if (from !== 'story' || utterance || !timed || !count || story?.unit !== 'day') return [];
  const clock = timed.clock + step! * count * (unit === 'hour' ? 60 : 1);
  return timed.point.start === story.start && clock >= 0 && clock < 24 * 60 ? via(story, storyName) : [];
}

/** "A month ago" of a letter of 1851 that tells of its own June counts from there: the year alone is too coarse. */
function isOwnStory({ count, unit }: Said, { speech, story }: Place): boolean {
  if (count === undefined || count === null || !speech || !story || !(unit! in FINENESS)) return false;
  if (FINENESS[unit as PointUnit] >= FINENESS[speech.unit] || FINENESS[story.unit] >= FINENESS[speech.unit])
    return false;
  return story.start >= speech.start && endOf(story) <= endOf(speech);
}

function weekdayOptions(said: Said, place: Place): Option[] {
  const inStory = said.from === 'story' || (place.regime === 'narrative' && place.story !== null);
  const anchor = (inStory ? place.story : place.speech) ?? place.speech ?? place.story;
  if (!anchor || FINENESS[anchor.unit] > FINENESS.week) return [];
  const name = inStory ? place.storyName : place.speechName;
  const day = anchor.unit === 'day' ? anchor.start : endOf(anchor) - 1;
  const back = (weekdayOf(day) - said.weekday! + 7) % 7;
  const at = (start: Days): Point => ({ unit: 'day', start });
  // A stretch that is over has its end behind the day of speaking, too.
  const lasted = said.untilWeekday === undefined ? 0 : (said.untilWeekday - said.weekday! + 7) % 7;
  const latest = at(day - back - (lasted > back ? 7 : 0));
  const coming = at(day + ((7 - back) % 7 || 7));
  if (said.step === 1)
    return via(place.utterance && !inStory ? nextWeekday(day, said.weekday!) : coming, name);
  if (said.step === -1) {
    const before = holding(day, 'week').start - 7 + ((said.weekday! + 6) % 7);
    return via(at(place.utterance ? before : day - (back || 7)), name);
  }
  if (said.step === 0) {
    // "this Friday" lies in the week of speaking, weeks beginning on Monday.
    return via(at(holding(day, 'week').start + ((said.weekday! + 6) % 7)), name);
  }
  if (place.utterance) return via(coming, name);
  const onward = back === 0 ? latest : coming;
  const future = place.tense === 'future' || place.tense === 'plan';
  if (inStory) {
    // What a story tells as past does not lie after the day of speaking.
    const beyond = place.speech !== null && onward.start >= endOf(place.speech) && !future;
    return via(beyond ? latest : onward, name);
  }
  return [
    { point: future ? onward : latest, cost: 0, steps: [name] },
    { point: future ? latest : onward, cost: 1.5, steps: [name] },
  ];
}

/** "next Friday" said on a Monday is the one of next week. */
function nextWeekday(day: Days, weekday: number): Point {
  const monday = holding(day, 'week').start + 7;
  return { unit: 'day', start: monday + ((weekday + 6) % 7) };
}

/** A clock time alone belongs to the day the story has reached, or to the day of speaking. */
function clockOptions(place: Place): Option[] {
  const inStory = place.regime === 'narrative' || !place.speech;
  const anchor = inStory ? place.story : place.utterance ? place.speech : (place.story ?? place.speech);
  if (anchor?.unit === 'day') return via(anchor, anchor === place.story ? place.storyName : place.speechName);
  // "3. Narrative. The ferry sailed at 0530": of the day that the times above are of.
  return place.timed && !place.utterance ? via(place.timed.point, place.timed.name) : [];
}

/** A month, a day of a month, a season … whose year is not said. */
function yearlessOptions(said: Said, place: Place): Option[] {
  const { story, speech } = place;
  if (said.day !== undefined && said.month === undefined) return dayOnlyOptions(said, place);
  const explicitStep = said.step !== undefined && said.from === 'speech';
  const told = said.from === 'story' && said.step !== undefined;
  const planned = place.tense === 'plan' && speech !== null;
  const inStory =
    told || ((place.regime === 'narrative' || !speech) && !explicitStep && !planned && story !== null);
  const anchor = (inStory ? story : speech) ?? speech ?? story;
  if (!anchor) return [];
  const name = inStory || !speech ? place.storyName : place.speechName;
  const base = yearOf(anchor);
  const points: Point[] = [];
  for (let year = base - 2; year <= base + 1; year++) {
    const point = partOfYear(said, year);
    if (!point) continue;
    // A printed weekday decides the year.
    if (said.weekday !== undefined && said.day !== undefined && weekdayOf(point.start) !== said.weekday)
      continue;
    points.push(point);
  }
  if (said.weekday !== undefined && points.length === 0)
    return yearlessOptions({ ...said, weekday: undefined as never }, place);
  if (said.step === -1)
    return via(points.filter((p) => endOf(p) <= anchor.start && yearOf(p) <= base).at(-1) ?? null, name);
  if (said.step === 1) return via(points.find((p) => p.start >= overAt(anchor)) ?? null, name);
  if (said.step === 0) return via(points.find((p) => yearOf(p) === base) ?? null, name);
  return cheapestTwo(
    points,
    (point) => yearCost(point, anchor, inStory, place) + unended(said, point, place),
    [name],
  );
}

/** The cheapest of some points and the next, of equals the first; fewer where there are fewer. */
function cheapestTwo(
  points: readonly Point[],
  costOf: (point: Point) => number,
  steps: readonly string[],
): Option[] {
  let best: Option | null = null;
  let next: Option | null = null;
  for (const point of points) {
    const cost = costOf(point);
    if (!best || cost < best.cost) {
      next = best;
      best = { point, cost, steps };
    } else if (!next || cost < next.cost) next = { point, cost, steps };
  }
  return best ? (next ? [best, next] : [best]) : [];
}

/** A season that bears two years, 1927–28, is over with the spring of the second. */
const overAt = (anchor: Point): Days =>
  anchor.unit === 'year' && toCivil(anchor.start).month > 1 ? endOf(anchor) - MONTHS_OFF : endOf(anchor);
const MONTHS_OFF = 92;

/** "the 20th": in the month the story has reached, or the month of speaking. */
function dayOnlyOptions(said: Said, place: Place): Option[] {
  const anchor = place.story && FINENESS[place.story.unit] <= FINENESS.month ? place.story : place.speech;
  if (!anchor || FINENESS[anchor.unit] > FINENESS.month) return [];
  const { year, month } = toCivil(anchor.start);
  const here = dayPoint(year, month, said.day!);
  const name = anchor === place.story ? place.storyName : place.speechName;
  if (place.utterance && here && here.start < anchor.start) {
    const after = toCivil(shifted(monthPoint(year, month), 1).start);
    return via(dayPoint(after.year, after.month, said.day!), name);
  }
  // "Left here on the 20th" of an entry of the 3rd, "closed on the 29th" of a report of the 5th: in the month before.
  const over = anchor.unit === 'day' && isSpeech(place, anchor) && place.tense === 'past';
  if (over && here && here.start > anchor.start) {
    const before = toCivil(shifted(monthPoint(year, month), -1).start);
    return via(dayPoint(before.year, before.month, said.day!), name);
  }
  return via(here, name);
}

/** Whether a day is the one from which the passage speaks. */
const isSpeech = ({ speech, regime }: Place, { start }: Point): boolean =>
  regime === 'report' && speech?.unit === 'day' && speech.start === start;

/** What it costs that a stretch which is told as past, "from October to March", would still last on the day of speaking. */
const UNENDED = 2;
function unended({ month, untilDate }: Said, point: Point, { speech, tense }: Place): number {
  if (!untilDate || month === undefined || !speech || tense !== 'past') return 0;
  const year = yearOf(point) + (untilDate.month < month ? 1 : 0);
  return toDays(year, untilDate.month, untilDate.day ?? 1) >= endOf(speech) ? UNENDED : 0;
}

/** A sentence that opens with a month goes on with the story: it costs so much that it goes back. */
const BACKWARDS = 0.9;

/** In months: how far a reading lies from where it is expected. */
function yearCost(point: Point, anchor: Point, inStory: boolean, place: Place): number {
  const months = distance(point, anchor) / 30.4;
  if (inStory) {
    // What is told as past does not lie after the day of speaking.
    const beyond =
      place.speech !== null && place.tense !== 'future' && point.start >= endOf(place.speech) ? 1 : 0;
    const onward = months >= 0 ? months / 6 : -months / 4 + (place.fronted ? BACKWARDS : 0);
    return beyond + (place.further ? (months > 0 ? 1 + months / 6 : -months / 6) : onward);
  }
  if (place.utterance) return months >= 0 ? months / 12 : 1 - months / 6;
  if (place.tense === 'future' || place.tense === 'plan') return months >= 0 ? months / 12 : 0.6 - months / 6;
  return months <= 0 ? -months / 12 : 0.6 + months / 6;
}

/** Days from the anchor to the point, 0 when they overlap, negative before. */
export function distance(point: Point, anchor: Point): Days {
  if (point.start >= endOf(anchor)) return point.start - endOf(anchor) + 1;
  const from = anchor.from ?? anchor.start;
  if (endOf(point) <= from) return endOf(point) - from - 1;
  return 0;
}

/** The calendar unit an EDTF expression names, of an interval its last; null when it is no EDTF. */
export function pointFromEdtf(edtf: string): Point | null {
  const span = readEdtf(edtf);
  if ('problem' in span) return null;
  const unit: PointUnit = span.precision === 'time' ? 'day' : span.precision;
  return { unit, start: span.interval && !span.openEnd ? holding(span.end - 1, unit).start : span.start };
}
