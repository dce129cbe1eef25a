import { endsYear, isThreeDigits } from './ancientYears.ts';
import { type Match, type Piece, pattern, type Said } from './pattern.ts';

/** Days and months of the calendar, with or without their year: `6 October 1952`, `Oct. 6`, `October 1952`, `March`. */
export const CALENDAR = [
  pattern('(weekday comma?)? (the? [day dayth] | the? ordinal of) of? the? [month mon may]', dated),
  pattern(
    '([weekday wday] comma?)? the? [day dayth] of? [month mon may] comma? (of|in)? [year short] era?',
    dated,
  ),
  pattern('([weekday wday] comma?)? the? ordinal unit? of [month mon may] comma? [year short]', (m) =>
    m.has('unit') && m.word(m.index('unit')) !== 'day' ? null : dated(m),
  ),
  // October, 1st
  pattern('[month mon] comma dayth', dated),
  pattern('([weekday wday] comma?)? [month mon may] the? [day dayth ordinal]', (m) =>
    // the May Fourth Movement
    KNOWN_BY_MONTH.test(m.printed(m.to)) || ranksNoun(m) ? null : dated(m),
  ),
  pattern(
    '([weekday wday] comma?)? [month mon may] the? [day dayth ordinal] comma? (of|in)? [year short] era?',
    dated,
  ),
  pattern('wday comma? (the? [day dayth]) [month mon may]', dated),
  pattern('[month mon may] (comma|in)? of? the? (unit)? [year short] era?', (m) => {
    const month = monthOf(m);
    return month === null ? null : { type: 'DATE', month, ...yearOf(m) };
  }),
  // the 12th of October last, in June last: of a letter the last before its day, of a story before where it stands
  pattern('(the? [day dayth] of?)? [month mon] past', (m) => {
    if (m.word(m.to - 1) !== 'last' || !endsThere(m)) return null;
    const day = m.value('day') ?? m.value('dayth');
    return {
      type: 'DATE',
      month: monthOf(m)!,
      ...(day === undefined ? {} : { day }),
      step: -1,
    };
  }),
  // 2017 April, 2017 April 5
  pattern('year [month mon] [day dayth]?', (m) => {
    // In 2017 April Jones left.
    if (!m.has('day') && !m.has('dayth') && /^\p{Lu}/u.test(m.printed(m.to))) return null;
    const day = m.value('day') ?? m.value('dayth');
    const said: Said = { type: 'DATE', year: m.value('year')!, month: monthOf(m)! };
    return day === undefined ? said : { ...said, day };
  }),
  pattern('[month mon may] dash [year]', (m) => ({ type: 'DATE', month: monthOf(m)!, ...yearOf(m) })),
  pattern('[month mon may] [day num word year] era', (m) => ({
    type: 'DATE',
    month: monthOf(m)!,
    ...eraYear(m),
  })),
  // 10 July 138, July 138: in a text that counts eras
  pattern('(the? [day dayth] of?)? [month mon] comma? num', (m) => {
    if (!isThreeDigits(m, m.to - 1) || !endsYear(m)) return null;
    const day = m.value('day') ?? m.value('dayth');
    return {
      type: 'DATE',
      month: monthOf(m)!,
      ...(day === undefined ? {} : { day }),
      year: m.tokens.values[m.to - 1]!,
      eraless: true,
    };
  }),
  pattern('the? [day dayth] [month mon] [num] era', (m) => ({
    type: 'DATE',
    day: m.value('day') ?? m.value('dayth')!,
    month: monthOf(m)!,
    ...eraYear(m),
  })),
  pattern('month', (m) => (standsAlone(m) ? { type: 'DATE', month: m.value('month')! } : null)),
  pattern('mon', (m) => ({ type: 'DATE', month: m.value('mon')! })),
  // 2024-05-16
  pattern('year dash [day num] dash [day num]', (m) => {
    const parts = m.text.split(/\D+/);
    if (!/^\d{4}\D\d\d?\D\d\d?$/.test(m.text)) return null;
    const [year, month, day] = parts.map(Number) as [number, number, number];
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { type: 'DATE', year, month, day } : null;
  }),
  pattern('the dayth', (m) => (dayStandsAlone(m) ? { type: 'DATE', day: m.value('dayth')! } : null)),
  pattern('[weekday wday] comma? the [dayth]', (m) => ({
    type: 'DATE',
    day: m.value('dayth')!,
    weekday: m.value('weekday') ?? m.value('wday')!,
  })),
  pattern('numeric', (m) => {
    const value = m.value('numeric')!;
    return {
      type: 'DATE',
      year: Math.floor(value / 10_000),
      month: Math.floor(value / 100) % 100,
      day: value % 100,
    };
  }),
  // 31/Oct/1974, 05-Aug-2016, 2020/Sep/23, 2014-10
  pattern('[day dayth] [dash slash] [month mon may] [dash slash] [year short]', (m) =>
    m.tight() ? dated(m) : null,
  ),
  pattern('year [dash slash] [month mon may] [dash slash] [day num]', (m) =>
    m.tight()
      ? { type: 'DATE', year: m.value('year')!, month: monthOf(m)!, day: Number(m.printed(m.to - 1)) }
      : null,
  ),
  pattern('year [dash slash] [day num]', (m) => {
    const month = m.tokens.values[m.to - 1]!;
    const whole = /^\d{4}[-/](?:0[1-9]|1[0-2])$/.test(m.text) && !/[-/\d]/.test(m.printed(m.to));
    return whole && (month <= m.value('year')! % 100 || m.printed(m.to - 1).startsWith('0'))
      ? { type: 'DATE', year: m.value('year')!, month }
      : null;
  }),
  // 10/2019
  pattern('day slash year', (m) => {
    const [month, year] = [m.value('day')!, m.value('year')!];
    const plain = m.tight() && !m.glued(m.from) && !/^[/-]/.test(m.printed(m.to));
    return plain && month <= 12 && year >= 1900 && year < 2100 ? { type: 'DATE', month, year } : null;
  }),
  pattern('[month mon may] slash [day]', (m) => (m.tight() ? dated(m) : null)),
  // Apr–Sept, Nov-Feb: months of any year
  pattern('[month mon may] dash [month mon may]', (m) => {
    const capital = (at: number) => /^\p{Lu}/u.test(m.printed(at));
    if (!capital(m.from) || !capital(m.to - 1) || !m.tight()) return null;
    return [m.from, m.to - 1].map((at) => ({
      from: at,
      to: at + 1,
      said: { type: 'DATE' as const, month: m.tokens.values[at]! },
    }));
  }),
  // 25-12-1991, 05-08-2016: the month first unless it cannot be
  pattern('[day num] dash [day num] dash year', (m) => {
    const figures = /^(\d\d?)\D(\d\d?)\D(\d{4})$/.exec(m.text)?.slice(1).map(Number);
    if (!figures || m.glued(m.from) || /^[-/]/.test(m.printed(m.to))) return null;
    const [first, second, year] = figures as [number, number, number];
    const [month, day] = first > 12 ? [second, first] : [first, second];
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { type: 'DATE', year, month, day } : null;
  }),
  // the 14th inst., the 30th ult.
  pattern('the? dayth other', (m) => {
    const step = { inst: 0, instant: 0, ult: -1, ultimo: -1, prox: 1, proximo: 1 }[m.word(m.to - 1)];
    if (step === undefined) return null;
    return {
      type: 'DATE',
      day: m.value('dayth')!,
      within: { type: 'DATE', unit: 'month', step, from: 'speech' },
    };
  }),
  // Jun-21-2019
  pattern('[month mon may] dash [day dayth] dash year', (m) => (m.tight() ? dated(m) : null)),
  // Jan-Mar 2019
  pattern('[month mon may] dash [month mon may] comma? [year short]', (m) => {
    const [first, second] = monthIndices(m);
    if (!/^\p{Lu}/u.test(m.printed(first)) || !/^\p{Lu}/u.test(m.printed(second))) return null;
    const end: Said = { type: 'DATE', month: m.tokens.values[second]!, ...yearOf(m) };
    // The first end is lent its year with those of other ranges.
    return [
      { from: first, to: first + 1, said: { type: 'DATE', month: m.tokens.values[first]! } },
      { from: second, to: m.to, said: end },
    ];
  }),
  // the 28 and 29 August
  pattern('the? [day dayth] [dash and to or comma] the? [day dayth] of? [month mon may]', twoDays),
  pattern(
    'the? [day dayth] [dash and to or comma] the? [day dayth] of? [month mon may] comma? of? [year short]',
    twoDays,
  ),
  pattern('[month mon may] the? [day dayth] [dash and to or] the? [day dayth]', twoDaysAfter),
  // May 5, 6 and 7, 2019; 5, 6 and 7 May 2019
  pattern(
    '[month mon may] [day dayth] (comma [day dayth])+ comma? [and or] [day dayth] (comma [year])?',
    manyDays,
  ),
  pattern(
    'the? [day dayth] (comma [day dayth])+ comma? [and or] [day dayth] of? [month mon may] [year short]?',
    manyDays,
  ),
  pattern(
    '[month mon may] the? [day dayth] [dash and to or] the? [day dayth] comma? [year short]',
    twoDaysAfter,
  ),
];

/**
 * "In August the first convoy sailed", "in June the 19th regiment marched": the first of its kind, no day. A day stands
 * behind "on"; behind "in" a month ends.
 */
function ranksNoun(m: Match): boolean {
  const before = m.word(m.from - 1);
  if (before === 'on' || m.has('day') || !(m.has('the') || before === 'in')) return false;
  const after = m.tokens.tags[m.to] ?? '';
  if (after === 'i') return !/[YH]/.test(m.tokens.tags[m.to + 1] ?? '') && m.word(m.to + 1) !== 'last';
  if (/[UVdwn]/.test(after)) return true;
  return after === ' ' && /^\p{L}/u.test(m.printed(m.to)) && (before === 'in' || !GOES_ON.test(m.word(m.to)));
}

/** With what a clause goes on behind a day; any other word is what "the first" stands before. */
const GOES_ON =
  /^(?:was|were|is|had|has|have|did|will|would|he|she|it|they|we|i|you|who|which|when|where|while|there|his|her|their|our|my|as|but|with|if|because|not|no|came|went|saw|brought|began|left)$/;

/** Nothing behind it that "last" could speak of. */
const endsThere = (m: Match): boolean =>
  !/^[\p{L}\d]/u.test(m.printed(m.to)) ||
  /^(?:and|to|by|in|at|the|he|she|it|we|they|for|was|were|is|has|had)$/.test(m.word(m.to));

const monthOf = (m: Match): number | null => m.value('month') ?? m.value('mon') ?? m.value('may') ?? null;

export function yearOf(m: Match): { year?: number; shortYear?: number } {
  const year = m.value('year');
  if (year !== undefined) {
    const era = m.value('era');
    return { year: era !== undefined && era < 0 ? 1 - year : year };
  }
  const shortYear = m.value('short');
  return shortYear === undefined ? {} : { shortYear };
}

function eraYear(m: Match): { year: number } {
  // The number right before the era is the year.
  const value = m.tokens.values[m.index('era') - 1]!;
  return { year: m.value('era')! < 0 ? 1 - value : value };
}

function dated(m: Match): Said | null {
  const month = monthOf(m);
  const day = m.value('day') ?? m.value('dayth') ?? m.value('ordinal');
  if (month === null || day === undefined || day < 1 || day > 31) return null;
  const weekday = m.value('weekday') ?? m.value('wday');
  return {
    type: 'DATE',
    month,
    day,
    ...yearOf(m),
    ...(weekday === undefined ? {} : { weekday }),
  };
}

const nthDay = (m: Match): readonly [index: number, day: number][] => {
  const found: [number, number][] = [];
  for (let i = m.from; i < m.to; i++) {
    const tag = m.tokens.tags[i];
    if (tag === 'd' || tag === 'o') found.push([i, m.tokens.values[i]!]);
  }
  return found;
};

const monthIndices = (m: Match): readonly [first: number, second: number] => {
  const at: number[] = [];
  for (let i = m.from; i < m.to; i++) if (/[Mmv]/.test(m.tokens.tags[i]!)) at.push(i);
  return [at[0]!, at[1]!];
};

/** 6–15 October 1952: two days share what follows. */
function twoDays(m: Match): Piece[] | null {
  const [first, second] = nthDay(m);
  const month = monthOf(m);
  if (!first || !second || month === null) return null;
  const rest = { type: 'DATE' as const, month, ...yearOf(m) };
  if (second[1] <= first[1]) return null;
  return [
    { from: m.from, to: first[0] + 1, said: { ...rest, day: first[1] } },
    {
      from: m.tokens.tags[second[0] - 1] === 'T' ? second[0] - 1 : second[0],
      to: m.to,
      said: { ...rest, day: second[1] },
    },
  ];
}

/** Three days and more of one month. */
function manyDays(m: Match): Piece[] | null {
  const days = nthDay(m);
  const month = monthOf(m);
  if (month === null || days.some(([, day], i) => i > 0 && day <= days[i - 1]![1])) return null;
  const rest = { type: 'DATE' as const, month, ...yearOf(m) };
  return days.map(([at, day], i) => ({
    from: i === 0 ? m.from : at,
    to: i === days.length - 1 ? m.to : at + 1,
    said: { ...rest, day },
  }));
}

/** March 5–9, 1918 */
function twoDaysAfter(m: Match): Piece[] | null {
  const [first, second] = nthDay(m);
  const month = monthOf(m);
  if (!first || !second || month === null || second[1] <= first[1]) return null;
  const rest = { type: 'DATE' as const, month, ...yearOf(m) };
  return [
    { from: m.from, to: first[0] + 1, said: { ...rest, day: first[1] } },
    { from: second[0], to: m.to, said: { ...rest, day: second[1] } },
  ];
}

/** Words behind which a month stands, even before a name: in April Jones left, the June Summit. */
const DATED_BEFORE =
  /^(?:in|of|by|since|until|till|during|last|next|this|that|early|late|mid|from|to|and|or|between|through|throughout|the|each|every|for|,|-|\(|previous|following|\d+|\d+(?:st|nd|rd|th))$/;

const KNOWN_BY_MONTH =
  /^(?:Revolution(?:ary|aries)?|Crisis|Coup|Putsch|Uprising|Rising|Plot|Days|Monarchy|Manifesto|Movement|Theses|Massacre|Insurrection|Laws|Decree|Constitution)$/;
/** October Revolution, May Fourth Movement. */
const isKnownBy = (m: Match): boolean =>
  KNOWN_BY_MONTH.test(m.printed(/[op]/.test(m.tokens.tags[m.to] ?? '') ? m.to + 1 : m.to));
const SPEAKS =
  /^(?:said|says|told|asked|replied|wrote|insisted|admitted|argued|thought|believed|smiled|nodded|laughed|shrugged|resigned|married)$/;

/** "May" and "March" are words and names too: a month when nothing beside it speaks for those. */
function standsAlone(m: Match): boolean {
  const { tokens, from, to } = m;
  const word = m.text.toLowerCase();
  const before = m.word(from - 1);
  const printedBefore = m.printed(from - 1);
  const after = m.word(to);
  if (m.glued(to) && after !== "'s" && m.tokens.tags[to] === ' ' && /^[\p{L}\d]/u.test(after)) return false;
  if (word === 'may' || word === 'march' || word === 'august' || word === 'april' || word === 'june') {
    // A name: Theresa May, General August, April Jones.
    const name = /^\p{Lu}/u.test(printedBefore) && tokens.tags[from - 1] === ' ';
    if (name) return false;
    // April Jones, May Whitty, when no word says that a month follows.
    if (
      /^\p{Lu}\p{Ll}+$/u.test(m.printed(to)) &&
      word !== 'march' &&
      tokens.tags[to] === ' ' &&
      !DATED_BEFORE.test(before)
    )
      return false;
  }
  // The October Revolution and the July Crisis are known by their month, and seldom of this year.
  if (/^\p{Lu}/u.test(m.printed(to)) && isKnownBy(m) && tokens.tags[from - 1] !== 'i') return false;
  // May told them: who speaks is a person.
  if (m.startsSentence(from) && SPEAKS.test(after)) return false;
  if (word === 'may' && !/^(?:in|by|since|until|till|last|next|during|from|early|late|mid)$/.test(before)) {
    if (/^(?:the|a|he|she|it|they|we|you|i|god|be|have|not|also|this|that)$/.test(after)) return false;
    if (/^(?:mr|mrs|ms|minister|secretary)$/.test(before)) return false;
  }
  if (word === 'march') {
    if (after === 'on' && /^\p{Lu}/u.test(m.printed(to + 1))) return false;
    if (
      /^(?:the|long|great|a|to|first|death|freedom|protest|salt)$/.test(before) &&
      !/^(?:of|to)$/.test(before)
    ) {
      if (!/^\p{Ll}/u.test(printedBefore) || after === 'of' || after === 'to' || before === 'a') return false;
    }
  }
  return true;
}

/** "the 20th" is a day unless something is counted: the 20th regiment, the 19th century. */
function dayStandsAlone(m: Match): boolean {
  const after = m.printed(m.to);
  if (m.tokens.tags[m.to] === undefined) return true;
  // the 23rd and 90th minutes
  if (/[&~t,-]/.test(m.tokens.tags[m.to]!) && /[oO]/.test(m.tokens.tags[m.to + 1] ?? '')) {
    if (/^\p{Ll}{3,}s?$/u.test(m.printed(m.to + 2)) && !/^(?:was|were|when|they|the)$/.test(m.word(m.to + 2)))
      return false;
  }
  if (/^[\p{L}]/u.test(after) && m.tokens.tags[m.to] === ' ') {
    if (/^(?:I|we|you|there|my|our|his|her|its|their|everyone|nobody)$/.test(after))
      return /^(?:on|by|until|till|since)$/.test(m.word(m.from - 1));
    return /^(?:was|were|is|when|he|she|they|it|where|had|saw|but|for|with|as|at|after|he|that)$/.test(after);
  }
  return !/[UVDEMYndi'-]/.test(m.tokens.tags[m.to]!);
}
