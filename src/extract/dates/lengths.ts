import type { Option } from './option.ts';
import type { Said } from './pattern.ts';
import { edtfOf, endOf, FINENESS, holding, type Point, type PointUnit, shifted, timexOf } from './point.ts';
import { plain, type Resolved } from './resolved.ts';
import type { Place } from './standpoint.ts';

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

/**
 * "the past decade" has a place on the calendar, "two months" has none.
 * @param outer what it is a part of: "the first nine months of 2023".
 */
export function resolveDuration(
  said: Said,
  place: Place,
  mod: string | null,
  outer: Option | undefined,
): Resolved {
  const unit = said.unit!;
  const value = durationValue(unit, said.count ?? null);
  if (said.within) return partOfDuration(said, outer, plain(value, mod));
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
function partOfDuration(said: Said, outer: Option | undefined, bare: Resolved): Resolved {
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
