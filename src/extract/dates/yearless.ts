import { type Days, toCivil, toDays, weekdayOf } from '../../model/days.ts';
import { type Option, via } from './option.ts';
import { partOfYear } from './partOfYear.ts';
import type { Said } from './pattern.ts';
import { dayPoint, endOf, FINENESS, monthPoint, type Point, shifted, yearOf } from './point.ts';
import type { Place } from './standpoint.ts';

/** A month, a day of a month, a season … whose year is not said. */
export function yearlessOptions(said: Said, place: Place): Option[] {
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
  if (said.weekday !== undefined && points.length === 0) {
    // The day may be right and the weekday a slip; as likely the story is not where it seems to be.
    const { weekday: _, ...rest } = said;
    return yearlessOptions(rest, place).map((each) => ({ ...each, cost: each.cost + SLIP }));
  }
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

/** What it costs that a printed weekday is none that the day has in any year near. */
const SLIP = 2;

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
  // "They hope to sign on the 15th", said on the 31st: in the month after.
  const ahead = (place.tense === 'future' || place.tense === 'plan') && isSpeech(place, anchor);
  if (ahead && anchor.unit === 'day' && here && here.start < anchor.start) {
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
