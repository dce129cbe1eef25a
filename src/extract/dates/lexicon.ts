/**
 * The words of dates. Every token of a text gets one class, written as a single character, so that the patterns of
 * this folder run over short strings of classes instead of over the text: `the late 1980s` is `TLS`.
 */
export const CLASSES = {
  year: 'Y', // 1000 … 2999
  day: 'd', // 1 … 31, at most two digits
  num: 'n', // any other whole number
  dec: 'f', // 2.5
  word: 'w', // one, twenty-one, three hundred
  few: 'q', // few, several: an amount that is not known
  dayth: 'o', // 1st … 31st
  numth: 'O', // 75th
  ordinal: 'p', // first … thirty-first, spelled out
  decade: 'S', // 1980s, 1980's
  shortdecade: 'z', // 80s, '80s, eighties
  short: 's', // '94
  month: 'M',
  mon: 'm', // abbreviated, with its full stop
  may: 'v', // may, march, mar, sep …: a month only beside a number
  weekday: 'D',
  wday: 'e', // abbreviated
  season: 'E',
  unit: 'U', // day, week, year …
  units: 'V', // days, weeks, years …
  daypart: 'k', // morning, night …
  noon: 'K', // noon, midnight
  deictic: 'r', // today, yesterday, tomorrow
  tonight: 'R',
  now: 'j', // a reference without a place on the calendar: now, recently, former
  vague: 'J', // future, past, present: a reference only behind an article or a preposition
  the: 'T',
  a: 'A',
  this: 'H',
  that: 'h',
  past: 'X', // last, past, previous, preceding
  next: 'N', // next, following, coming
  same: 'C', // same, current
  of: 'i',
  in: 'I',
  on: 'G',
  at: '@',
  for: 'F',
  ago: 'g',
  before: 'b', // earlier, before, previously
  after: 'c', // later, after
  from: 'W',
  between: 'Z',
  to: 't', // to, until, through
  and: '&',
  or: '~',
  phase: 'L', // early, late, mid
  part: 'B', // beginning, end, middle
  half: '=',
  approx: 'x', // about, at least, nearly
  every: 'y', // every, each
  per: '%',
  often: 'Q', // daily, annual
  era: 'a', // BC, AD, CE
  ampm: 'u',
  oclock: '!',
  quarter: '4', // Q3, 3Q
  halfyear: '2', // H1
  fiscal: '#', // fiscal, financial
  holiday: '0',
  old: 'l',
  long: '_',
  clock: '9', // 14:30
  numeric: '*', // 16.05.2024
  more: '+', // another, more, further, other
  dash: '-',
  comma: ',',
  slash: '/',
  possessive: "'",
  open: '(',
  other: ' ',
} as const;
export type ClassName = keyof typeof CLASSES;

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** Units of time from short to long; a token of class `unit` or `units` has the index as its value. */
export const UNITS = [
  'second',
  'minute',
  'hour',
  'daypart',
  'day',
  'weekend',
  'week',
  'fortnight',
  'month',
  'season',
  'quarter',
  'year',
  'decade',
  'century',
  'millennium',
] as const;
export type Unit = (typeof UNITS)[number];

export const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const;
export const DAYPARTS = ['MO', 'MI', 'AF', 'EV', 'NI', 'DT'] as const;

/** A word's class and value. The meaning of the value is the class's own: a month's number, a unit's index … */
export interface Entry {
  readonly tag: string;
  readonly value: number;
}

/** Values of the classes `past` and `next`: what the word counts from. */
export const FROM_SPEECH = 1;
export const FROM_STORY = 2;
/** "past", "recent": a stretch that ends now, not the one before this. */
export const UP_TO_NOW = 3;

/** Values of the class `phase` and of `part`; halves and quarters are of what is longer than a year or shorter. */
export const PHASES = ['early', 'mid', 'late', 'start', 'end', 'earlier', 'later'] as const;
export type Phase = (typeof PHASES)[number] | Fraction;
/** The nth of so many equal parts: the first half, the last quarter. */
export type Fraction = `${1 | 2}/2` | `${1 | 2 | 3 | 4}/4`;

/** Values of the class `approx`, as TIMEX3's mod. */
export const MODS = ['APPROX', 'MORE_THAN', 'LESS_THAN', 'EQUAL_OR_MORE', 'EQUAL_OR_LESS'] as const;

/** Values of the classes `now` and `vague`. */
export const REFERENCES = ['PRESENT_REF', 'PAST_REF', 'FUTURE_REF'] as const;

/** TIMEX3 value of each entry of the class `often`, by its value. */
export const FREQUENCIES = [
  'P1D',
  'P1W',
  'P1M',
  'P3M',
  'P1Y',
  'PT1H',
  'P10Y',
  'P6M',
  'P2W',
  'P1DNI',
] as const;

const ENTRIES = new Map<string, Entry>();
const put = (name: ClassName, value: number, words: string) => {
  for (const word of words.split(' ')) ENTRIES.set(word.replaceAll('_', ' '), { tag: CLASSES[name], value });
};

MONTHS.forEach((name, i) => {
  put('month', i + 1, name.toLowerCase());
});
['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep sept', 'oct', 'nov', 'dec'].forEach(
  (names, i) => {
    if (names !== 'may') put('mon', i + 1, names);
  },
);
// As letters and log books of old cut them short.
['jany', 'feby febr', 'mch', 'aprl', '', '', '', 'augt', 'septr', 'octr', 'novr', 'decr'].forEach(
  (names, i) => {
    if (names) put('mon', i + 1, names);
  },
);
WEEKDAYS.forEach((name, i) => {
  put('weekday', i, name.toLowerCase());
  put('weekday', i, `${name.toLowerCase()}s`);
});
['sun', 'mon', 'tue tues', 'wed weds', 'thu thur thurs', 'fri', 'sat'].forEach((names, i) => {
  put('wday', i, names);
});
put('season', 0, 'spring springtime');
put('season', 1, 'summer summers summertime midsummer');
put('season', 2, 'autumn autumns fall');
put('season', 3, 'winter winters wintertime midwinter');

const UNIT_WORDS: Readonly<Record<Unit, readonly [one: string, many: string]>> = {
  second: ['second sec', 'seconds secs'],
  minute: ['minute min', 'minutes mins'],
  hour: ['hour hr', 'hours hrs'],
  daypart: ['', ''],
  day: ['day', 'days'],
  weekend: ['weekend', 'weekends'],
  week: ['week wk workweek', 'weeks wks'],
  fortnight: ['fortnight', 'fortnights'],
  month: ['month', 'months'],
  season: ['season', 'seasons'],
  quarter: ['quarter qtr trimester', 'quarters'],
  year: ['year yr', 'years yrs'],
  decade: ['decade', 'decades'],
  century: ['century', 'centuries'],
  millennium: ['millennium', 'millennia millenniums'],
};
UNITS.forEach((unit, i) => {
  const [one, many] = UNIT_WORDS[unit];
  if (one) put('unit', i, one);
  if (many) put('units', i, many);
});
put('daypart', 0, 'morning mornings');
put('daypart', 2, 'afternoon afternoons');
put('daypart', 3, 'evening evenings dusk sunset');
put('daypart', 4, 'night nights nite nighttime overnight');
put('daypart', 0, 'dawn sunrise daybreak');
put('daypart', 5, 'daytime');
put('noon', 12, 'noon midday noontime');
put('noon', 24, 'midnight');
put('deictic', 0, 'today');
put('deictic', -1, 'yesterday');
put('deictic', 1, 'tomorrow');
put('tonight', 0, 'tonight');
put('now', 0, 'now nowadays currently presently current');
put('now', 1, 'recently former formerly previously recent lately once');
put('vague', 2, 'future');
put('vague', 1, 'past');
put('vague', 0, 'present moment');
put('the', 0, 'the');
put('a', 1, 'a an');
put('this', 0, 'this these');
put('that', 0, 'that those');
put('past', FROM_SPEECH, 'last');
put('past', UP_TO_NOW, 'past');
put('past', FROM_STORY, 'previous preceding prior');
put('next', FROM_SPEECH, 'next coming upcoming');
put('next', FROM_STORY, 'following subsequent ensuing');
put('same', 0, 'same');
put('of', 0, 'of');
put('in', 0, 'in during within throughout');
put('on', 0, 'on');
put('at', 0, 'at by');
put('for', 0, 'for');
put('ago', -1, 'ago');
put('before', -1, 'before earlier prior previously beforehand');
put('after', 1, 'after later afterwards afterward thereafter hence');
put('from', 0, 'from since');
put('between', 0, 'between');
put('to', 0, 'to until till through thru til');
put('and', 0, 'and &');
put('or', 0, 'or');
put('phase', 0, 'early');
put('phase', 1, 'mid');
put('phase', 2, 'late');
put('part', 3, 'beginning start outset onset opening turn');
put('part', 4, 'end close ending conclusion');
put('part', 1, 'middle midst midpoint height');
put('half', 0, 'half');
put('approx', 0, 'about around approximately roughly some circa c ca nearly almost');
put('approx', 1, 'over');
put('approx', 2, 'under');
put('every', 0, 'every each');
put('per', 0, 'per');
put('often', 0, 'daily everyday');
put('often', 1, 'weekly');
put('often', 2, 'monthly');
put('often', 3, 'quarterly');
put('often', 4, 'annual annually yearly');
put('often', 5, 'hourly');
put('often', 7, 'biannual biannually semiannual semiannually');
put('often', 8, 'biweekly fortnightly');
put('often', 9, 'nightly');
put('era', -1, 'bc bce');
put('era', 1, 'ad ce');
put('ampm', 0, 'am');
put('ampm', 12, 'pm');
put('fiscal', 0, 'fiscal financial');
put('old', 0, 'old');
put('long', 0, 'long');
put('few', 0, 'few several many numerous multi');
put('more', 0, 'another more further additional other full consecutive straight whole entire successive');

/** `one=1 two=2`: words and what they count. */
const counted = (words: string): Map<string, number> =>
  new Map(
    words.split(/\s+/).map((each) => {
      const [word = '', value] = each.split('=');
      return [word, Number(value)];
    }),
  );

const NUMBERS = counted(
  `zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
  fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50
  sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000 dozen=12`,
);
const ORDINALS = counted(
  `first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12
  thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20
  thirtieth=30`,
);
const DECADES = counted(
  'twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90',
);
for (const [word, value] of DECADES) put('shortdecade', value, word);

/** Class and value of a word in lower case; undefined for a word that says nothing about time. */
export const lookUp = (word: string): Entry | undefined => ENTRIES.get(word);

/** 0 … 19, the tens, hundred, thousand; undefined for other words. */
export const numberOf = (word: string): number | undefined => NUMBERS.get(word);

/** The words of the numbers from `least` to `most` that have one of their own, as alternatives of a regular expression. */
export const numberWords = (least: number, most: number): string =>
  [...NUMBERS].flatMap(([word, value]) => (value >= least && value <= most ? [word] : [])).join('|');

/** First to nineteenth, twentieth, thirtieth; undefined for other words. */
export const ordinalOf = (word: string): number | undefined => ORDINALS.get(word);

/** Every word that {@link lookUp}, {@link numberOf} or {@link ordinalOf} knows. */
export const wordsOfTime = (): string[] => [...ENTRIES.keys(), ...NUMBERS.keys(), ...ORDINALS.keys()];
