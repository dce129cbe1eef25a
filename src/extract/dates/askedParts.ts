import type { Found } from './find.ts';
import type { Said } from './pattern.ts';

const WHEN =
  '(?:in the |in |(?:early|late|later) (?:in the |at )?(?:hours of the )?|(?:in the )?early hours of the )';
const MEAL = '(?:at|around|during|after) ';
const part = (source: string) => new RegExp(`\\b${source}\\b`, 'gi');
const PARTS: readonly (readonly [RegExp, string])[] = [
  [part(`${WHEN}(?:morning|am)`), 'MO'],
  [part(`${WHEN}afternoon`), 'AF'],
  [part(`${WHEN}evening`), 'EV'],
  [part('(?:in the )?night-time'), 'NI'],
  [part(`(?:in the |at |late (?:at )?)night`), 'NI'],
  [part('(?:in the )?day-?time'), 'DT'],
  [/(?<=\b(?:today|tomorrow|yesterday) )am\b/gi, 'MO'],
  [/(?<=\b(?:today|tomorrow|yesterday) )pm\b/gi, 'AF'],
  [part(`${MEAL}breakfast|breakfast ?time`), 'MEB'],
  [part(`${MEAL}lunch(?: ?time)?|lunch ?time`), 'MEL'],
  [part(`${MEAL}(?:dinner|supper)(?: ?time)?|(?:dinner|supper) ?time`), 'MED'],
];

/** Parts of the day without a day: "in the evening", "at lunch". */
export function partsOfDay(text: string, found: readonly Found[]): Found[] {
  const parts = PARTS.flatMap(([regex, daypart]) =>
    [...text.matchAll(regex)].flatMap((match): Found[] => {
      const [start, end] = [match.index, match.index + match[0].length];
      const known = found.some(
        (other) => other.start < end && start < other.end && other.said.type !== 'DURATION',
      );
      return known ? [] : [{ start, end, said: { type: 'TIME', daypart }, tie: null }];
    }),
  );
  // "in the night" within "in the night-time"
  return parts.filter(
    (each, i) => !parts.some((other, j) => j < i && other.start < each.end && each.start < other.end),
  );
}

/** "tomorrow in the afternoon", "15 May in the morning". */
export function joinParts(text: string, found: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const each of found) {
    const before = joined.at(-1);
    const { daypart, unit, weekday } = each.said;
    const bare =
      daypart !== undefined && unit === undefined && weekday === undefined && !daypart.startsWith('ME');
    if (bare && before && isDay(before.said) && /^[\s,]*$/.test(text.slice(before.end, each.start)))
      joined[joined.length - 1] = {
        ...before,
        end: each.end,
        said: { ...before.said, type: 'TIME', daypart },
      };
    else joined.push(each);
  }
  return joined;
}

const isDay = (said: Said) =>
  said.type === 'DATE' &&
  (said.day !== undefined ||
    said.weekday !== undefined ||
    said.holiday !== undefined ||
    (said.unit === 'day' && said.step !== undefined));
