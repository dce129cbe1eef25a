import type { Found } from './find.ts';
import { numberOf } from './lexicon.ts';
import type { Said, SpanUnit } from './pattern.ts';

/**
 * What only a request or a note to oneself means: "in two days" is a day there, of a history it is how long something
 * took; "in the evening" asks for one, "a few minutes" are about three.
 * @param found what was found in the text, in order, none overlapping.
 */
export function hearRequest(text: string, found: readonly Found[]): Found[] {
  const amounts = amountsOf(text, found);
  const rest = found.filter((each) => !amounts.some((other) => overlaps(each, other)));
  const all = [...rest, ...amounts, ...partsOfDay(text, [...rest, ...amounts])].sort(
    (a, b) => a.start - b.start,
  );
  return stepFrom(
    text,
    joinParts(
      text,
      all.map((each) => someAre(text, each)).map((each) => ahead(text, each)),
    ),
  );
}

const overlaps = (a: Found, b: Found) => a.start < b.end && b.start < a.end;

const UNIT =
  '(?<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|fortnights?|months?|quarters?|years?|yrs?|decades?)';
const LETTER_UNITS: Readonly<Record<string, SpanUnit>> = {
  s: 'second',
  mi: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  f: 'fortnight',
  mo: 'month',
  q: 'quarter',
  y: 'year',
  de: 'decade',
};
const unitOf = (word: string): SpanUnit => {
  const lower = word.toLowerCase();
  return LETTER_UNITS[lower.slice(0, 2)] ?? LETTER_UNITS[lower[0]!]!;
};
const COUNT = '(?<count>an?|\\d+(?:\\.\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const AMOUNTS: readonly (readonly [RegExp, (count: number) => number])[] = [
  // half an hour, 1/2 hour, 3/4 h, a quarter of an hour
  [new RegExp(`(?<![\\w./-])(?:half(?: an?)?|1 ?/ ?2|½) ?${UNIT}\\b`, 'gi'), () => 0.5],
  [new RegExp(`(?<![\\w./-])(?:(?:a )?quarter of an?|1 ?/ ?4|¼) ?${UNIT}\\b`, 'gi'), () => 0.25],
  [new RegExp(`(?<![\\w./-])(?:three[- ]quarters of an?|3 ?/ ?4|¾) ?${UNIT}\\b`, 'gi'), () => 0.75],
  // two and a half hours, an hour and a half, one and a quarter years
  [new RegExp(`(?<![\\w./-])${COUNT},? and (?:an? )?half(?: of)? ${UNIT}\\b`, 'gi'), (n) => n + 0.5],
  [new RegExp(`(?<![\\w./-])${COUNT} and a quarter ${UNIT}\\b`, 'gi'), (n) => n + 0.25],
  [new RegExp(`(?<![\\w./-])${COUNT} ${UNIT} and a half\\b`, 'gi'), (n) => n + 0.5],
  [new RegExp(`(?<![\\w./-])${COUNT} more ${UNIT}\\b`, 'gi'), (n) => n],
  [new RegExp(`(?<![\\w./-])(?:a )?couple(?: of)? ${UNIT}\\b`, 'gi'), () => 2],
  [new RegExp(`(?<![\\w./-])another ${UNIT}\\b`, 'gi'), () => 1],
  // 2h, 30mins, 10D, 2W
  [/(?<![\w./-])(?<count>\d+(?:\.\d+)?) ?(?<unit>h|hrs?|mins?|secs?)\b(?!\.?\d)/gi, (n) => n],
  [/(?<![\w./-])(?<count>\d+)(?<unit>[DWY])\b/g, (n) => n],
];

/** Lengths with fractions and letters for units. */
function amountsOf(text: string, found: readonly Found[]): Found[] {
  const amounts: Found[] = [];
  for (const [regex, change] of AMOUNTS) {
    for (const match of text.matchAll(regex)) {
      const { count = '0', unit = '' } = match.groups ?? {};
      const said: Said = { type: 'DURATION', unit: unitOf(unit), count: change(countOf(count)) };
      const start = match.index;
      const each: Found = { start, end: start + match[0].length, said, tie: null };
      // "14h" is a time of day, unless something counts from it or to it.
      if (
        /^\d+ ?h$/i.test(match[0]) &&
        !/\b(?:in|for|within|after|every|of|next|last)\s+$/i.test(text.slice(0, start))
      )
        continue;
      if (found.some((other) => overlaps(other, each) && (other.start < each.start || other.end > each.end)))
        continue;
      if (!amounts.some((other) => overlaps(other, each))) amounts.push(each);
    }
  }
  return amounts;
}

const countOf = (word: string): number =>
  /^\d/.test(word) ? Number(word) : (numberOf(word.toLowerCase()) ?? 1);

/** "a few" and "several" of a request are three or so. */
function someAre(text: string, each: Found): Found {
  const { said } = each;
  if (said.count !== null || said.unit === undefined || said.stretch) return each;
  return /\b(?:few|several)\b/i.test(text.slice(each.start, each.end))
    ? { ...each, said: { ...said, count: 3 } }
    : each;
}

/** "in two days", "in about an hour", "in 15 minutes". */
function ahead(text: string, each: Found): Found {
  const { said, start } = each;
  const lead = /\bin (?:about |around |just )?$/i.exec(text.slice(Math.max(0, start - 10), start));
  if (said.type !== 'DURATION' || said.count === undefined || said.count === null || said.stretch || !lead)
    return each;
  return { ...each, start: start - lead[0].length, said: shiftOf(said) };
}

const shiftOf = (said: Said, from: 'speech' | 'within' = 'speech', step = 1): Said => ({
  type: said.unit === 'hour' || said.unit === 'minute' || said.unit === 'second' ? 'TIME' : 'DATE',
  unit: said.unit!,
  count: said.count!,
  step,
  from,
});

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:in the |in |(?:early|late) (?:in the )?|later in the )(?:morning|am)\b/gi, 'MO'],
  [/\b(?:in the |in |(?:early|late) (?:in the )?|later in the )afternoon\b/gi, 'AF'],
  [/\b(?:in the |in |(?:early|late) (?:in the )?|later in the )evening\b/gi, 'EV'],
  [/\b(?:in the |at |(?:early|late) (?:in the |at )?|later in the )night(?:-?time)?\b/gi, 'NI'],
  [/\b(?:in the )?day-?time\b/gi, 'DT'],
  [/\b(?:at |around |during |after )?(?:breakfast)(?: ?time)?\b/gi, 'MEB'],
  [/\b(?:at |around |during |after )?(?:lunch)(?: ?time)?\b/gi, 'MEL'],
  [
    /\b(?:at |around |during |after )?(?:dinner|supper)(?: ?time)\b|\b(?:at|around|during|after) (?:dinner|supper)\b/gi,
    'MED',
  ],
];

/** Parts of the day without a day: "in the evening", "at lunch". */
function partsOfDay(text: string, found: readonly Found[]): Found[] {
  return PARTS.flatMap(([regex, daypart]) =>
    [...text.matchAll(regex)].flatMap((match): Found[] => {
      const each: Found = {
        start: match.index,
        end: match.index + match[0].length,
        said: { type: 'TIME', daypart },
        tie: null,
      };
      if (daypart.startsWith('ME') && !/^(?:at|around|during|after)|time$/i.test(match[0])) return [];
      return found.some((other) => overlaps(other, each)) ? [] : [each];
    }),
  );
}

/** "tomorrow in the afternoon", "15 May in the morning". */
function joinParts(text: string, found: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const each of found) {
    const before = joined.at(-1);
    const { said } = each;
    const part = said.daypart !== undefined && said.unit === undefined && !said.daypart.startsWith('ME');
    if (part && before && isDay(before.said) && /^[\s,]*$/.test(text.slice(before.end, each.start)))
      joined[joined.length - 1] = {
        ...before,
        end: each.end,
        said: { ...before.said, type: 'TIME', daypart: said.daypart! },
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

/** "three days from today", "2 weeks after 15 January", "15 minutes from now". */
function stepFrom(text: string, found: readonly Found[]): Found[] {
  const made: Found[] = [];
  for (let i = found.length - 1; i >= 0; i--) {
    const each = found[i]!;
    const { said } = each;
    const length =
      said.type === 'DURATION' && !said.stretch && said.count !== null && said.count !== undefined;
    const shift =
      said.count !== undefined &&
      said.count !== null &&
      said.from === 'speech' &&
      /^in /i.test(text.slice(each.start));
    const next = made[0];
    const between = next ? text.slice(each.end, next.start) : text.slice(each.end);
    const way = next ? /^ (from|after|before) (?:the )?(?:right )?$/i.exec(between) : null;
    const now = /^ (?:from|after) (?:right )?now\b/i.exec(text.slice(each.end));
    if (length && now) {
      const end = each.end + now[0].length;
      while (made[0] && made[0].start < end) made.shift();
      made.unshift({ ...each, end, said: shiftOf(said) });
    } else if ((length || shift) && next && way && isAnchor(next.said)) {
      const step = way[1]!.toLowerCase() === 'before' ? -1 : 1;
      made[0] = {
        ...each,
        end: next.end,
        said: { ...shiftOf(said, 'within', step), within: next.said },
      };
    } else made.unshift(each);
  }
  return made;
}

const isAnchor = (said: Said) => isDay(said) && said.clock === undefined && !said.daypart;
