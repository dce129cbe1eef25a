import { type Option, via } from './option.ts';
import type { Said } from './pattern.ts';
import { endOf, FINENESS, holding, type Point, type PointUnit, shifted } from './point.ts';
import type { Place } from './standpoint.ts';

/** Steps keep the unit that was counted: a year after a day is known to the year. */
export function steppedBy(point: Point, count: number, unit: PointUnit, exact = false): Point {
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

/** So many steps of a unit from where one stands: two days ago, last week, three months later. */
export function steppedOptions(said: Said, place: Place): Option[] {
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
