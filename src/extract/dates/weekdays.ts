import { type Days, weekdayOf } from '../../model/days.ts';
import { type Option, via } from './option.ts';
import type { Said } from './pattern.ts';
import { endOf, FINENESS, holding, type Point } from './point.ts';
import type { Place } from './standpoint.ts';

/** A weekday without its date: the last one, the next one, or the one in the week that is spoken of. */
export function weekdayOptions(said: Said, place: Place): Option[] {
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
