import { casual, type Parser, type Refiner } from 'chrono-node/en';
import { numberOf } from './lexicon.ts';

/** A clock time or a date in figures, as far as its words are certain. */
export interface ClockWords {
  /** Where they begin, and they themselves, with what leads in: "at 5 pm". */
  readonly index: number;
  readonly words: string;
  /** null where they tell no time of day. */
  readonly hour: number | null;
  readonly minute: number;
  /** null where they name no day of a month, or no year with it. */
  readonly month: number | null;
  readonly day: number | null;
  readonly year: number | null;
}

/**
 * Reads clock times and dates in figures by chrono-node, whose patterns for them are many and good. To be given a few
 * words at a time, because the cost grows with the square of what it is given.
 */
export const readClocks = (words: string): readonly ClockWords[] =>
  plainClocks(words) ??
  reader.parse(words, REFERENCE).map(({ index, text, start }): ClockWords => {
    const certain = (part: 'hour' | 'month' | 'day' | 'year') =>
      start.isCertain(part) ? start.get(part) : null;
    return {
      index,
      words: text,
      hour: certain('hour'),
      minute: start.get('minute') ?? 0,
      month: certain('month'),
      day: certain('day'),
      year: certain('year'),
    };
  });

/* ---- what chrono-node is asked ---- */

const reader = casual.clone();

/** A Monday at noon; only what is certain, so nothing of it, is ever used. */
const REFERENCE = { instant: new Date(Date.UTC(2001, 0, 1, 12)), timezone: 0 };

/** 05:30hrs, 19h30, 0630 hours. */
const hours: Parser = {
  pattern: () => /\b([01]?\d|2[0-4])(?::|h)?([0-5]\d)\s?(?:hrs?|hours)\b|\b([01]?\d|2[0-4])h([0-5]\d)?\b/i,
  extract: (_, match) => ({
    hour: Number(match[1] ?? match[3]),
    minute: Number(match[2] ?? match[4] ?? 0),
  }),
};

/** half past three, quarter to nine, 20 past 3pm */
const past: Parser = {
  pattern: () =>
    /\b(half|(?:a )?quarter|\d{1,2}(?: minutes)?) (past|to|before|after|till) (noon|midnight|\d{1,2}|[a-z]{3,6})(?: ?([ap])\.?m\b\.?)?/i,
  extract: (_, match) => {
    const word = match[1]!.toLowerCase();
    const part = word === 'half' ? 30 : word.includes('quarter') ? 15 : Number.parseInt(word, 10);
    const named = match[3]!.toLowerCase();
    const hour =
      named === 'noon' ? 12 : named === 'midnight' ? 0 : /^\d/.test(named) ? Number(named) : numberOf(named);
    if (hour === undefined) return null;
    if (hour > 24 || part > 59) return null;
    const total = (hour * 60 + (/past|after/i.test(match[2]!) ? part : -part) + 1440) % 1440;
    const afternoon = match[4]?.toLowerCase() === 'p' && total < 720;
    return { hour: Math.floor(total / 60) + (afternoon ? 12 : 0), minute: total % 60 };
  },
};

/** Keeps what is certain of a clock or of a date in figures. A year, a month or a weekday alone is ours to read. */
const certain: Refiner = {
  refine: (_, results) =>
    results.filter(
      ({ start, text }) =>
        start.isCertain('hour') ||
        (start.isCertain('day') && start.isCertain('month') && /\d[/.]\d/.test(text)),
    ),
};
reader.parsers.unshift(hours, past);
reader.refiners.push(certain);

const UNIT =
  '(?:s|sec|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|mo|mon|mos|months?|qtr|quarters?|y|yr|years?)(?=\\W|$)';
/** An amount and its unit; what is an amount may touch the unit. */
const AMOUNT = `(?:[\\d\\s]|couple|eight|eleven|few|five|four|half|nine|of|one|seven|several|six|ten|the|three|twelve|two)${UNIT}`;
const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const WEEKDAY = 'sun|mon|tue|wed|thu|fri|sat|week';
const DAY = 'now|to(?:day|night|morrow)|tmr|overmorrow|yesterday|last\\s*night';
const DAYPART = 'morning|afternoon|evening|night|midday|noon';

/**
 * What must stand in the words before a parser can find anything, by what stands in its own pattern; the first that fits
 * counts. One look spares most of chrono-node's patterns from being tried, and many from ever being compiled.
 */
const NEEDS: readonly (readonly [inPattern: string, needed: RegExp])[] = (
  [
    ['([01]?\\d|2[0-4])h', '\\d\\s?h'],
    ['(?:a )?quarter', '(?:half|quarter|minutes|\\d) (?:past|to|before|after|till) '],
    ['([0-9]{4})\\-', '\\d{4}-\\d'],
    ['([0-9]{4})[-', '\\d{4}[-./\\s]'],
    ['[\\/\\.\\-]([0-3]', '\\d[/.-]\\d'],
    ['\\/([0-9]{4})', '\\d\\/\\d{4}'],
    ['ago|before|earlier', '(?:ago|before|earlier)(?=\\W|$)'],
    ['later|after|from now', '(?:later|after|now|henceforth|forward|out)(?=\\W|$)'],
    ['within|in|for', AMOUNT],
    ['this|last|past|next|after', `(?:this|last|past|next|after|[+-])`],
    ['tomorrow', DAY],
    ['end)\\s+of', 'month'],
    ['midnight', DAYPART],
    ['sunday', WEEKDAY],
    ['september', MONTH],
  ] as const
).map(([inPattern, needed]) => [inPattern, new RegExp(needed, 'i')]);
const NEVER = /(?!)/;
const NOTHING = { text: '', option: {} } as Parameters<Parser['pattern']>[0];

reader.parsers = reader.parsers.map((parser): Parser => {
  const { source } = parser.pattern(NOTHING);
  const needed = NEEDS.find(([inPattern]) => source.includes(inPattern))?.[1];
  if (!needed) return parser;
  return {
    pattern: (context) => (needed.test(context.text) ? parser.pattern(context) : NEVER),
    extract: (context, match) => parser.extract(context, match),
  };
});

/* ---- what needs no chrono-node ---- */

/** 12:30, at 9 pm, from 7.15 a.m., tomorrow at 6:45 pm: a whole time of day between spaces. */
const PLAIN =
  /(?<=^|[\s("“])(?:(yesterday|today|tomorrow) at |(?:at|from) )?(?:(\d{1,2}):(\d\d)(?: ?([ap])(?:m|\.m\.))?|(\d{1,2}) ?([ap])(?:m|\.m\.))(?=[\s,]|$)/gi;
/** What may stand behind it and tells no more of it: the end, a time, a word that is no half of a day and no time zone. */
const BEHIND =
  /^(?:\s*$|\s+\d|,?\s+(?:(?!until|through)[a-z]{5,}|an|and|as|at|but|by|for|had|has|he|her|his|in|is|it|its|on|she|that|the|they|was|were|when|who|with)(?![\w.]))/i;
/** Figures, words of time and letters that chrono-node may make more of. */
const MORE = new RegExp(
  `\\d|[^\\n\\t -~\u00c0-\u024f“”’‘–—…]|(?:this|last|past|next)${UNIT}|${[AMOUNT, MONTH, WEEKDAY, DAY, DAYPART].join('|')}|past|before|after|till|half|quarter|clock`,
  'i',
);

/** The times among words that hold no other figures and nothing else of time; null where there may be more to read. */
function plainClocks(words: string): readonly ClockWords[] | null {
  const clocks: ClockWords[] = [];
  let at = 0;
  for (const match of words.matchAll(PLAIN)) {
    const [all, day, hours = '', minutes = '0', half, whole = '', itsHalf] = match;
    const hour = Number(hours || whole);
    const later = (half ?? itsHalf)?.toLowerCase();
    const end = match.index + all.length;
    // Of two times beside a day, which one is of that day takes a closer look.
    if (day && at > 0) return null;
    if (hour > (later ? 12 : 23) || Number(minutes) > 59) return null;
    if (!BEHIND.test(words.slice(end)) || MORE.test(words.slice(at, match.index))) return null;
    at = end;
    clocks.push({
      index: match.index,
      words: all,
      hour: later ? (hour % 12) + (later === 'p' ? 12 : 0) : hour,
      minute: Number(minutes),
      month: null,
      day: null,
      year: null,
    });
  }
  return MORE.test(words.slice(at)) ? null : clocks;
}
