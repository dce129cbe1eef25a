import { toDays, weekdayOf } from '../../model/days.ts';
import { MOVING_FEASTS } from './movingFeasts.ts';
import { type Match, type Pattern, pattern, prefix } from './pattern.ts';
import { dayPoint, type Point } from './point.ts';
import { endsClause } from './shifts.ts';

type Rule = (year: number) => Point | null;
const fixed =
  (month: number, day: number): Rule =>
  (year) =>
    dayPoint(year, month, day);
/** The nth weekday of a month; -1 the last. */
const nth =
  (n: number, weekday: number, month: number): Rule =>
  (year) => {
    const first = toDays(year, month);
    const start = first + ((weekday - weekdayOf(first) + 7) % 7);
    if (n > 0) return { unit: 'day', start: start + (n - 1) * 7 };
    const last = toDays(year, month + 1) - 1;
    return { unit: 'day', start: last - ((weekdayOf(last) - weekday + 7) % 7) };
  };
const easter =
  (shift: number): Rule =>
  (year) => ({ unit: 'day', start: easterSunday(year) + shift });
const after =
  (rule: Rule, days: number): Rule =>
  (year) => {
    const day = rule(year);
    return day && { unit: 'day', start: day.start + days };
  };
/** The day itself, or the working day nearest to it. */
const workday =
  (month: number, day: number): Rule =>
  (year) => {
    const start = toDays(year, month, day);
    const weekday = weekdayOf(start);
    return { unit: 'day', start: start + (weekday === 6 ? -1 : weekday === 0 ? 1 : 0) };
  };
/** Kept on the Saturday when it is a Sunday. */
const offSunday = (day: Point): Point =>
  weekdayOf(day.start) === 0 ? { unit: 'day', start: day.start - 1 } : day;
const thanksgiving = nth(4, 4, 11);

/** The days of saints by name, month and day: St Mark's Day, the feast of St Mark. */
const saints = (list: string): (readonly [string, Rule])[] =>
  list.split(', ').map((each) => {
    const [name, month, day] = each.split(' ') as [string, string, string];
    const names = ['st', 'st.', 'saint'].flatMap((saint) => [
      `${saint} ${name}'s day`,
      `feast of ${saint} ${name}`,
    ]);
    return [names.join('|'), fixed(Number(month), Number(day))];
  });

/** Named days by their words in lower case, and the day of a year. */
const RULES: readonly (readonly [names: string, rule: Rule])[] = [
  ["new year's day|new years day|new year day|new year|the new year", fixed(1, 1)],
  ["new year's eve|new years eve", fixed(12, 31)],
  [
    'mlk day|mlk jr day|mlk jr. day|martin luther king day|martin luther kings day|martin luther king jr day|martin luther king jr. day|civil rights day',
    nth(3, 1, 1),
  ],
  ['groundhog day', fixed(2, 2)],
  ["valentine's day|valentines day|valentine's|valentine day", fixed(2, 14)],
  ["presidents' day|president's day|presidents day|washington's birthday", nth(3, 1, 2)],
  [
    "st patrick's day|st. patrick's day|st patricks day|saint patrick's day|saint patricks day|saint patrick|st paddy's day|st. paddy's day|paddy's day",
    fixed(3, 17),
  ],
  ["april fools' day|april fool's day|april fools", fixed(4, 1)],
  ['earth day', fixed(4, 22)],
  ['may day|international workers day', fixed(5, 1)],
  ['cinco de mayo', fixed(5, 5)],
  ["mother's day|mothers day", nth(2, 0, 5)],
  ['memorial day', nth(-1, 1, 5)],
  ["father's day|fathers day", nth(3, 0, 6)],
  ['juneteenth', fixed(6, 19)],
  ['independence day', fixed(7, 4)],
  ['bastille day', fixed(7, 14)],
  ['labor day|labour day', nth(1, 1, 9)],
  ['columbus day|indigenous peoples day', nth(2, 1, 10)],
  ["boss's day|boss day", workday(10, 16)],
  ['halloween', fixed(10, 31)],
  ["all saints' day|all saints day", fixed(11, 1)],
  ['guy fawkes night|bonfire night', fixed(11, 5)],
  ['election day', after(nth(1, 1, 11), 1)],
  ["veterans day|veterans' day|armistice day|remembrance day", fixed(11, 11)],
  ['thanksgiving day|thanksgiving', thanksgiving],
  ['black friday', after(thanksgiving, 1)],
  ['cyber monday', after(thanksgiving, 4)],
  ['christmas eve|xmas eve', fixed(12, 24)],
  ['christmas day|christmas|xmas day|xmas', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ['ash wednesday', easter(-46)],
  ['shrove tuesday|mardi gras', easter(-47)],
  ['palm sunday', easter(-7)],
  ['maundy thursday', easter(-3)],
  ['good friday', easter(-2)],
  ['easter sunday|easter day|easter', easter(0)],
  ['easter monday', easter(1)],
  ['ascension day', easter(39)],
  ['whit sunday|pentecost', easter(49)],
  ['trinity sunday', easter(56)],
  ["koningsdag|king's day", (year) => offSunday(fixed(4, 27)(year)!)],
  ['earth hour', nth(-1, 6, 3)],
  // Days of saints and of the old quarter, and days that many countries keep.
  ['inauguration day', fixed(1, 20)],
  ['burns night', fixed(1, 25)],
  ['australia day', fixed(1, 26)],
  ['candlemas day|candlemas', fixed(2, 2)],
  ["st david's day|st. david's day|saint david's day", fixed(3, 1)],
  ["international women's day|international womens day", fixed(3, 8)],
  ['lady day', fixed(3, 25)],
  ["st george's day|st. george's day|saint george's day", fixed(4, 23)],
  ['anzac day', fixed(4, 25)],
  ['walpurgis night', fixed(4, 30)],
  ['v-e day|ve day', fixed(5, 8)],
  ["midsummer day|midsummer's day|st john's day|st. john's day|saint john's day", fixed(6, 24)],
  ["midsummer eve|midsummer's eve|st john's eve|st. john's eve|saint john's eve", fixed(6, 23)],
  ['canada day|dominion day', fixed(7, 1)],
  ['lammas day|lammas', fixed(8, 1)],
  ['michaelmas day|michaelmas', fixed(9, 29)],
  ['united nations day', fixed(10, 24)],
  ["all souls' day|all souls day|day of the dead", fixed(11, 2)],
  ["martinmas|st martin's day|st. martin's day|saint martin's day", fixed(11, 11)],
  ["singles' day|singles day", fixed(11, 11)],
  ["st andrew's day|st. andrew's day|saint andrew's day", fixed(11, 30)],
  ['world aids day', fixed(12, 1)],
  ["st nicholas' day|st nicholas day|st. nicholas' day|saint nicholas' day|saint nicholas day", fixed(12, 6)],
  ['human rights day', fixed(12, 10)],
  ["st lucy's day|st. lucy's day|saint lucy's day|st lucia's day", fixed(12, 13)],
  ["st stephen's day|st. stephen's day|saint stephen's day", fixed(12, 26)],
  ['hogmanay', fixed(12, 31)],
  ['epiphany|twelfth day|feast of the epiphany', fixed(1, 6)],
  ['twelfth night', fixed(1, 5)],
  ['feast of the annunciation|annunciation day', fixed(3, 25)],
  ['feast of the assumption|assumption day', fixed(8, 15)],
  ['all hallows|feast of all saints', fixed(11, 1)],
  ['all hallows eve|all hallows’ eve', fixed(10, 31)],
  ['feast of all souls', fixed(11, 2)],
  ['holy innocents|childermas', fixed(12, 28)],
  ['remembrance sunday', nth(2, 0, 11)],
  ...saints(
    'mark 4 25, james 7 25, lawrence 8 10, bartholomew 8 24, matthew 9 21, luke 10 18, simon 10 28, thomas 12 21, ' +
      'swithin 7 15, swithun 7 15, valentine 2 14, david 3 1, patrick 3 17, george 4 23, john 6 24, peter 6 29, ' +
      'michael 9 29, martin 11 11, andrew 11 30, nicholas 12 6, lucy 12 13, stephen 12 26',
  ),
  ['pancake day|fat tuesday', easter(-47)],
  ['mothering sunday', easter(-21)],
  ['holy thursday', easter(-3)],
  ['holy saturday|easter saturday|easter eve', easter(-1)],
  ['whitsun|whitsunday', easter(49)],
  ['whit monday', easter(50)],
  ['corpus christi', easter(60)],
  ...MOVING_FEASTS.map(({ names, day }): readonly [string, Rule] => [
    names,
    (year) => {
      const start = day(year);
      return start === null ? null : { unit: 'day', start };
    },
  ]),
];
const FIXED = RULES.length - MOVING_FEASTS.length;

/** How many days a holiday lasts: Passover eight, most one. */
export const holidayDays = (index: string): number => MOVING_FEASTS[Number(index) - FIXED]?.days ?? 1;

/** Words of each holiday to its index, for the tokeniser: first word → the rest and the index, longest first. */
export const HOLIDAY_WORDS: ReadonlyMap<string, readonly (readonly [rest: string, index: number])[]> =
  (() => {
    const table = new Map<string, [string, number][]>();
    RULES.forEach(([names], index) => {
      for (const name of names.split('|')) {
        const first = /^[\p{L}]+/u.exec(name)![0];
        const list = table.get(first) ?? [];
        list.push([name.slice(first.length), index]);
        table.set(first, list);
      }
    });
    table.delete('the');
    for (const list of table.values()) list.sort((a, b) => b[0].length - a[0].length);
    return table;
  })();

/** What a feast's name qualifies, or wishes, is no day: a Christmas tree, Halloween costumes, Merry Christmas. */
const CUSTOM =
  /^(?:trees?|miracles?|cards?|carols?|presents?|gifts?|shopping|shoppers?|lights?|decorations?|songs?|music|movies?|films?|specials?|spirit|cookies?|cakes?|costumes?|candy|sweets|eggs?|bunn(?:y|ies)|baskets?|stockings?|puddings?|turkeys?|hams?|crackers?|markets?|islands?|stor(?:y|ies)|wish(?:es)?|themes?|themed|jumpers?|sweaters?|wreaths?|traditions?|resolutions?|bonus(?:es)?|pageants?|cactus|lil(?:y|ies))$/;

function isCustom(m: Match): boolean {
  const at = m.tokens.tags[m.to] === "'" ? m.to + 1 : m.to;
  if (CUSTOM.test(m.word(at))) return true;
  const before = m.word(m.from - 1);
  if (/^(?:merry|happy|blessed|joyous|father)$/.test(before)) return true;
  // a New Year's speech was held then; "another Christmas" is any
  return at === m.to && /^(?:a|an|another|any)$/.test(before);
}

const nameOf = (m: Match) => String(m.value('holiday')!);
const stepWords = (m: Match) => (m.has('past') ? -1 : m.has('next') ? 1 : 0);

/** Named days, with or without their year: `Christmas 1914`, `last Thanksgiving`, `Easter`. */
export const HOLIDAYS: readonly Pattern[] = [
  pattern('the? holiday', (m) => {
    // Operation Ramadan is named for it.
    const name = m.tokens.tags[m.from - 1] === ' ' && /^\p{Lu}\p{Ll}+$/u.test(m.printed(m.from - 1));
    if ((name && !m.startsSentence(m.from - 1)) || isCustom(m)) return null;
    return { type: 'DATE', holiday: nameOf(m) };
  }),
  // Christmas last, as letters of old have it
  pattern('holiday past', (m) =>
    m.word(m.to - 1) === 'last' && !/[UVkdw]/.test(m.tokens.tags[m.to] ?? '')
      ? { type: 'DATE', holiday: nameOf(m), step: -1 }
      : null,
  ),
  // last year's Halloween, this year Easter
  pattern('[past next this] unit possessive? holiday', (m) =>
    m.word(m.index('unit')) === 'year'
      ? {
          type: 'DATE',
          holiday: nameOf(m),
          within: { type: 'DATE', unit: 'year', step: stepWords(m), from: 'speech' },
        }
      : null,
  ),
  // the Halloween before
  pattern('the holiday [before after]', (m) =>
    /^(?:before|after)$/.test(m.word(m.to - 1)) && endsClause(m)
      ? { type: 'DATE', holiday: nameOf(m), step: m.has('before') ? -1 : 1, from: 'story' }
      : null,
  ),
  pattern('the? holiday (comma|of|in)? the? [year short]', (m) => ({
    type: 'DATE',
    holiday: nameOf(m),
    ...(m.has('year') ? { year: m.value('year')! } : { shortYear: m.value('short')! }),
  })),
  pattern('[past next this] holiday', (m) => ({
    type: 'DATE',
    holiday: nameOf(m),
    step: stepWords(m),
    from: 'speech',
  })),
  pattern('holiday [past next this] unit', (m) =>
    m.word(m.to - 1) === 'year'
      ? {
          type: 'DATE',
          holiday: nameOf(m),
          within: { type: 'DATE', unit: 'year', step: stepWords(m), from: 'speech' },
        }
      : null,
  ),
  pattern('holiday [daypart unit]', (m) => {
    const word = m.word(m.to - 1);
    if (word === 'weekend')
      return { type: 'DATE', unit: 'weekend', within: { type: 'DATE', holiday: nameOf(m) } };
    if (word === 'week') return { type: 'DATE', unit: 'week', within: { type: 'DATE', holiday: nameOf(m) } };
    return m.has('daypart')
      ? { type: 'TIME', holiday: nameOf(m), daypart: word === 'night' ? 'NI' : 'MO' }
      : null;
  }),
];

export const HOLIDAY_PREFIXES: readonly Pattern[] = [
  prefix('the? unit of', (m, inner) =>
    m.word(m.index('unit')) === 'weekend' && inner.holiday !== undefined && inner.type === 'DATE'
      ? { type: 'DATE', unit: 'weekend', within: inner }
      : null,
  ),
  prefix('holiday (of|in)?', (m, inner) =>
    inner.unit === 'year' && inner.type === 'DATE'
      ? { type: 'DATE', holiday: nameOf(m), within: inner }
      : null,
  ),
];

/** The day a holiday falls on in a year; null for an index that is not known. */
export const holidayPoint = (index: string, year: number): Point | null =>
  RULES[Number(index)]?.[1](year) ?? null;

/** The first year whose Easter the Gregorian calendar gave. */
const REFORM = 1583;

/** Western Easter in the calendar of its time, the Julian one before {@link REFORM}. J. Meeus, Astronomical Algorithms, chapter 8. */
function easterSunday(year: number): number {
  if (year < REFORM) {
    const d = (19 * (((year % 19) + 19) % 19) + 15) % 30;
    const e = (2 * (((year % 4) + 4) % 4) + 4 * (((year % 7) + 7) % 7) - d + 34) % 7;
    return toDays(year, Math.floor((d + e + 114) / 31), ((d + e + 114) % 31) + 1);
  }
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return toDays(year, Math.floor(n / 31), (n % 31) + 1);
}
