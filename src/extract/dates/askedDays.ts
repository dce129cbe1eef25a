import type { Found } from './find.ts';
import { lookUp, numberOf, numberWords } from './lexicon.ts';
import type { Said, SpanUnit } from './pattern.ts';

type Say = (match: RegExpMatchArray, text: string) => Said | null;

const WEEKDAY =
  '(?<weekday>mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const COUNT = `(?<count>\\d{1,2}|${numberWords(1, 12)})`;
const GRAIN = '(?<unit>day|week|weekend|month|quarter|year|decade)';
const weekdayOf = (word: string): number => lookUp(word.toLowerCase())!.value;
const countOf = (word: string): number => (/^\d/.test(word) ? Number(word) : numberOf(word.toLowerCase())!);
const here = (unit: SpanUnit): Said => ({ type: 'DATE', unit, step: 0, from: 'speech' });

/**
 * Days, weeks and years as people note them down; the last of the three marks what only a request means. In order: the
 * first that reads a stretch of text keeps it.
 */
const SPOKEN: readonly (readonly [RegExp, Say, onlyAsked?: true])[] = [
  // 3 fridays from now, two Mondays ago
  [
    new RegExp(`\\b${COUNT} ${WEEKDAY}s? (?<way>from (?:now|today)|ago|back)\\b`, 'gi'),
    ({ groups = {} }) => ({
      type: 'DATE',
      weekday: weekdayOf(groups.weekday!),
      count: countOf(groups.count!),
      step: /^from/i.test(groups.way!) ? 1 : -1,
      from: 'speech',
    }),
  ],
  // Mon 13th, Friday 31, Thursday the 4th: behind the number nothing that it could count or be the hour of
  [
    new RegExp(
      `\\b${WEEKDAY}\\.?,? (?:the )?(?<day>[12]?\\d|3[01])(?:(?:st|nd|rd|th)\\b|(?=$|[!?]|\\.(?:\\s|$)))(?! (?:of|week|hour))`,
      'gi',
    ),
    ({ groups = {} }) => ({ type: 'DATE', weekday: weekdayOf(groups.weekday!), day: Number(groups.day) }),
  ],
  // upcoming two week, 2 coming day: the second to come
  [
    new RegExp(
      `\\b(?:(?:upcoming|coming) ${COUNT}|(?<first>\\d{1,2}|two|three|four|five|six) (?:upcoming|coming)) ${GRAIN}\\b(?!s)`,
      'gi',
    ),
    ({ groups = {} }) => ({
      type: 'DATE',
      unit: groups.unit!.toLowerCase() as SpanUnit,
      step: countOf(groups.count ?? groups.first!),
      from: 'speech',
    }),
  ],
  // the 3 next weeks, 5 past years
  [
    new RegExp(`\\b${COUNT} (?<way>upcoming|coming|next|following|past|last|previous) ${GRAIN}s\\b`, 'gi'),
    ({ groups = {} }) => ({
      type: 'DURATION',
      unit: groups.unit!.toLowerCase() as SpanUnit,
      count: countOf(groups.count!),
      stretch: /past|last|previous/i.test(groups.way!) ? 'past' : 'next',
    }),
  ],
  [
    /\b(?:the )?week (?<week>[1-4]?\d|5[0-3])\b(?! ?(?:am|pm|[:-]))/gi,
    ({ groups = {} }) =>
      Number(groups.week) > 0 ? { type: 'DATE', week: Number(groups.week), within: here('year') } : null,
    true,
  ],
  // EOM, beginning of year, the end of the week
  [
    /\b(?:the )?(?<edge>[BE])O(?<unit>[DWMY])\b/g,
    ({ groups = {} }) =>
      edgeOf(groups.edge === 'B', { D: 'day', W: 'week', M: 'month', Y: 'year' }[groups.unit!]! as SpanUnit),
  ],
  [
    /\b(?:the )?(?<edge>beginning|start|end) of (?:the )?(?<unit>day|week|month|year)\b(?! (?:of|before|after))/gi,
    ({ groups = {} }) => edgeOf(!/end/i.test(groups.edge!), groups.unit!.toLowerCase() as SpanUnit),
  ],
  [
    /\b(?:the|all|the current) (?<unit>week|weekend|month|quarter|year)\b(?! (?:of|that|when|which|after|before|beginning|starting|commencing|ending))/gi,
    ({ groups = {} }) => here(groups.unit!.toLowerCase() as SpanUnit),
    true,
  ],
  [
    new RegExp(`\\b(?:${WEEKDAY} )?(?<part>morning|afternoon|evening|night)s\\b`, 'gi'),
    ({ groups = {} }) => {
      const day = groups.weekday ? `XXXX-WXX-${((weekdayOf(groups.weekday) + 6) % 7) + 1}` : '';
      return {
        type: 'SET',
        set: `${day}T${{ m: 'MO', a: 'AF', e: 'EV', n: 'NI' }[groups.part![0]!.toLowerCase()]}`,
      };
    },
  ],
  [/\b(?:all )?weekends\b/gi, () => ({ type: 'SET', set: 'P1WE' })],
  [
    /\b(?:the )?(?<day>[12]?\d|3[01])(?:st|nd|rd|th) of (?:every|each) month\b/gi,
    ({ groups = {} }) => ({ type: 'SET', set: `XXXX-XX-${groups.day!.padStart(2, '0')}` }),
  ],
  [
    /\b(?:tmrw|tmr|tmw|tomorrows|tomorow)\b/gi,
    () => ({ type: 'DATE', unit: 'day', step: 1, from: 'speech' }),
  ],
  [/\btonite\b/gi, () => ({ type: 'TIME', unit: 'day', step: 0, from: 'speech', daypart: 'NI' })],
  [/\bat the minute\b|\b(?:till|until|up to) date\b/gi, () => ({ type: 'DATE', reference: 'PRESENT_REF' })],
  // 20200701
  [
    /(?<!\d)(?<year>19\d\d|20\d\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?!\d)/g,
    ({ groups = {} }) => ({
      type: 'DATE',
      year: Number(groups.year),
      month: Number(groups.month),
      day: Number(groups.day),
    }),
  ],
  // A weekday cut short, as far as it is no other word: Thu, on sat, "mon" alone
  [
    /\b(?<weekday>mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b\.?/gi,
    (match, text) => {
      const word = match.groups!.weekday!;
      const clear = /^(?:tues?|weds|thurs?|thu|fri)$/i.test(word) || /^\p{Lu}/u.test(word);
      const verb =
        /^(?:wed|sat|sun)$/i.test(word) &&
        /^ (?!at\b|from\b|the \d|and\b|or\b|to\b|morning|afternoon|evening|night)\p{Ll}/u.test(
          text.slice((match.index ?? 0) + match[0].length),
        );
      const cued = /\b(?:on|this|next|last|until|by) $/i.test(text.slice(0, match.index));
      return (clear && !verb) || cued || text.trim().length <= match[0].length
        ? { type: 'DATE', weekday: weekdayOf(word) }
        : null;
    },
  ],
];

function edgeOf(first: boolean, unit: SpanUnit): Said | null {
  if (unit === 'day') return first ? null : { ...here('day'), type: 'TIME', phase: 'end' };
  return { ...here(unit), phase: first ? 'start' : 'end' };
}

/**
 * Adds what a request says of days. What our patterns found stays, unless the whole of it is part of more.
 * @param found in order, none overlapping. @param asks what is asked for may say less: of what is told, "the week" and
 * "week 3" are any. @returns the same.
 */
export function spokenDays(text: string, found: readonly Found[], asks: boolean): Found[] {
  let all = [...found];
  for (const [regex, say, onlyAsked] of SPOKEN) {
    if (onlyAsked && !asks) continue;
    for (const match of text.matchAll(regex)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const touched = all.filter((each) => each.start < end && start < each.end);
      // What reaches further, or says as much, has read it better.
      if (
        touched.some((each) => each.start < start || each.end > end || each.end - each.start === end - start)
      )
        continue;
      const said = say(match, text);
      if (!said) continue;
      all = all.filter((each) => !touched.includes(each));
      all.push({ start, end, said, tie: null });
    }
  }
  all.sort((a, b) => a.start - b.start);
  return insideWeeks(text, all);
}

/** "next week on Tuesday", "last week's Sunday", "week 27 of last year", "the end of tomorrow". */
function insideWeeks(text: string, found: readonly Found[]): Found[] {
  const made: Found[] = [];
  for (const each of found) {
    const before = made.at(-1);
    const gap = before ? text.slice(before.end, each.start) : '';
    const { said } = each;
    const inWeek =
      before?.said.unit === 'week' &&
      before.said.step !== undefined &&
      before.said.count === undefined &&
      !before.said.phase;
    const weekday =
      said.weekday !== undefined &&
      said.day === undefined &&
      said.step === undefined &&
      said.within === undefined;
    if (before && inWeek && weekday && /^(?:['’]s| -|,)?(?: on)? $/.test(gap)) {
      made[made.length - 1] = { ...before, end: each.end, said: { ...said, within: before.said } };
      continue;
    }
    if (
      before?.said.week !== undefined &&
      said.type === 'DATE' &&
      (said.unit === 'year' || said.year !== undefined) &&
      said.month === undefined &&
      /^,? (?:of|in) $/.test(gap)
    ) {
      made[made.length - 1] = { ...before, end: each.end, said: { ...before.said, within: said } };
      continue;
    }
    const lead = /\b(?:the )?end of $/i.exec(text.slice(Math.max(0, each.start - 12), each.start));
    const day =
      said.type === 'DATE' && (said.weekday !== undefined || said.unit === 'day') && said.count === undefined;
    made.push(
      lead && day
        ? { ...each, start: each.start - lead[0].length, said: { ...said, type: 'TIME', phase: 'end' } }
        : each,
    );
  }
  return made;
}
