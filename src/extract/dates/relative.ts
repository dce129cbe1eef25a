import { DAYPARTS, FROM_STORY, UNITS, UP_TO_NOW } from './lexicon.ts';
import { type Match, pattern, type Said, type SpanUnit } from './pattern.ts';
import { endsClause } from './shifts.ts';

/** Units named from an anchor: `last month`, `that year`, `the following week`, `March last year`. */
export const RELATIVE = [
  pattern('the? [past next this that same] unit', (m) => relative(m)),
  pattern('[this that] [past next same] unit', (m) => relative(m)),
  // last fiscal year
  pattern('the? [past next this that] fiscal unit', (m) =>
    /^(?:year|quarter)$/.test(m.word(m.to - 1)) ? relative(m) : null,
  ),
  pattern('the? [past next this] season', (m) => {
    const step = stepOf(m);
    return step === null ? null : { type: 'DATE', season: m.value('season')!, ...step };
  }),
  pattern('that same? season', (m) => ({ type: 'DATE', season: m.value('season')!, step: 0, from: 'story' })),
  pattern('the? [past next] may', (m) => ({ type: 'DATE', month: m.value('may')!, ...stepOf(m)! })),
  pattern('the? [past next this] [month mon]', (m) => {
    const month = m.value('month') ?? m.value('mon')!;
    const step = stepOf(m);
    return step === null ? null : { type: 'DATE', month, ...step };
  }),
  pattern('that same? [month]', (m) => ({ type: 'DATE', month: m.value('month')!, step: 0, from: 'story' })),
  // last May 5
  pattern('[past next this] [month mon] [day dayth]', (m) => {
    const step = stepOf(m);
    if (step === null) return null;
    return {
      type: 'DATE',
      month: m.value('month') ?? m.value('mon')!,
      day: m.value('day') ?? m.value('dayth')!,
      ...step,
    };
  }),
  pattern('the? [past next this]? [weekday wday]', (m) => {
    const weekday = m.value('weekday') ?? m.value('wday')!;
    if (isName(m)) return null;
    if (m.has('the') && !m.has('past') && !m.has('next')) return null;
    // left the Sun. That day …
    if (m.has('wday') && m.from === m.to - 1 && /^(?:the|a|our|its)$/.test(m.word(m.from - 1))) return null;
    // a Sunday, a grey Sunday: what kind of day it was
    const { tags } = m.tokens;
    if (
      tags[m.from - 1] === 'A' ||
      (/^\p{Ll}/u.test(m.printed(m.from - 1)) &&
        tags[m.from - 1] === ' ' &&
        tags[m.from - 2] === 'A' &&
        /^(?:,|on|was)$/.test(m.word(m.from - 3)))
    )
      return null;
    if (/days$/.test(m.word(m.to - 1))) return { type: 'SET', set: `XXXX-WXX-${((weekday + 6) % 7) + 1}` };
    if (isHabit(m)) return { type: 'SET', set: `XXXX-WXX-${((weekday + 6) % 7) + 1}` };
    if (m.has('wday') && !m.has('past') && !m.has('next') && !m.has('this') && !abbreviatedAlone(m))
      return null;
    const step = m.has('past') || m.has('next') || m.has('this') ? stepOf(m) : {};
    if (step === null) return null;
    return { type: 'DATE', weekday, ...step };
  }),
  pattern('[past next this]? [weekday wday] daypart', (m) => {
    const step = m.has('past') || m.has('next') || m.has('this') ? stepOf(m) : {};
    if (step === null || m.word(m.to - 1).endsWith('s')) return null;
    const weekday = m.value('weekday') ?? m.value('wday')!;
    if (isName(m)) return null;
    if (isHabit(m))
      return {
        type: 'SET',
        set: `XXXX-WXX-${((weekday + 6) % 7) + 1}T${DAYPARTS[m.value('daypart')!]!}`,
      };
    return { type: 'TIME', weekday, ...step, daypart: DAYPARTS[m.value('daypart')!]! };
  }),
  pattern('the? [past next same] daypart', (m) => {
    const word = m.word(m.index(m.has('past') ? 'past' : m.has('next') ? 'next' : 'same'));
    const step =
      word === 'same' ? 0 : word === 'next' || word === 'following' ? 1 : word === 'previous' ? -1 : null;
    if (step === null || !m.has('the')) return null;
    return { type: 'TIME', unit: 'day', step, from: 'story', daypart: DAYPARTS[m.value('daypart')!]! };
  }),
  // Monday last, Tuesday next, the Friday following
  pattern('the? [weekday wday] [past next]', (m) => {
    const word = m.word(m.to - 1);
    if (!/^(?:last|next|following|previous)$/.test(word) || !endsClause(m)) return null;
    return { type: 'DATE', weekday: m.value('weekday') ?? m.value('wday')!, ...stepOf(m)! };
  }),
  pattern('that weekday', (m) => ({ type: 'DATE', weekday: m.value('weekday')!, step: 0, from: 'story' })),
  pattern('the? now unit', (m) =>
    m.word(m.to - 2) === 'current' ? { type: 'DATE', unit: unitOf(m)!, step: 0, from: 'speech' } : null,
  ),
  // the day before, the year after
  pattern('the unit [before after]', (m) => {
    const unit = unitOf(m);
    if (unit === null) return null;
    const before = m.has('before');
    const word = m.word(m.index(before ? 'before' : 'after'));
    if (!/^(?:before|after|earlier)$/.test(word) || !endsClause(m)) return null;
    return { type: 'DATE', unit, step: before ? -1 : 1, from: 'story' };
  }),
  // not last week, the week before that
  pattern('the unit [before after] that', (m) => {
    const unit = unitOf(m);
    const word = m.word(m.to - 2);
    if (unit === null || !/^(?:before|after)$/.test(word) || !endsClause(m)) return null;
    return { type: 'DATE', unit, step: word === 'before' ? -1 : 1, from: 'story' };
  }),
  pattern('the unit next', (m) =>
    m.word(m.to - 1) === 'following' && endsClause(m)
      ? { type: 'DATE', unit: unitOf(m)!, step: 1, from: 'story' }
      : null,
  ),
  pattern('the unit', (m) => {
    const unit = unitOf(m);
    const after = m.word(m.to);
    const before = m.word(m.from - 1);
    if (unit === 'weekend' && /^(?:over|during|of|for|on|at|throughout)$/.test(before)) {
      return { type: 'DATE', unit, step: 0, from: 'speech' };
    }
    const part = /^(?:end|start|beginning|middle|close|rest|remainder|earlier|later|early|late)$/;
    const within = before === 'of' || before === 'in';
    if (
      within &&
      part.test(m.word(m.from - 2)) &&
      /^(?:week|quarter|decade|century)$/.test(unit ?? '') &&
      after !== 'of'
    )
      return { type: 'DATE', unit: unit!, step: 0, from: 'speech' };
    if (unit !== 'year' && unit !== 'month') return null;
    if (
      /^(?:of|ended|ending|to|that|when|which|3[2-9]|[4-9]\d|\d{3,})$/.test(after) ||
      !/^(?:in|of|during|for)$/.test(before)
    )
      return null;
    // "player of the year" is a title, "the hottest day of the year" is not
    if (before === 'of' && m.tokens.tags[m.from - 2] === ' ' && !superlative(m)) return null;
    return { type: 'DATE', unit, step: 0, from: 'story' };
  }),
];

const unitOf = (m: Match): SpanUnit | null => {
  const value = m.value('unit');
  if (value === undefined) return null;
  const unit = UNITS[value]!;
  return unit as SpanUnit;
};

function relative(m: Match): Said | null {
  const unit = unitOf(m);
  if (unit === null || unit === 'season') return null;
  if (unit === 'second' || unit === 'minute' || unit === 'hour') return null;
  // to this day; in this day and age
  if (
    unit === 'day' &&
    m.text.toLowerCase() === 'this day' &&
    (m.word(m.from - 1) === 'to' || m.word(m.to + 1) === 'age')
  )
    return { type: 'DATE', reference: 'PRESENT_REF' };
  if (m.has('past') && m.value('past') === UP_TO_NOW && !m.has('this')) {
    // "the past year": twelve months up to now
    return { type: 'DURATION', unit, count: 1, stretch: 'past' };
  }
  if (m.has('same')) {
    if (m.word(m.index('same')) === 'same' && !m.has('the') && !m.has('that') && !m.has('this')) return null;
    return { type: 'DATE', unit, step: 0, from: m.has('this') ? 'speech' : 'story' };
  }
  const step = stepOf(m);
  if (step === null) return null;
  // "the last decade" ends now, "last decade" is the one before this.
  if (m.has('the') && (unit === 'decade' || unit === 'century') && m.word(m.index('past')) === 'last') {
    return { type: 'DURATION', unit, count: 1, stretch: 'past' };
  }
  // "Next day we sailed": nobody calls tomorrow so.
  if (unit === 'day' && m.text.toLowerCase() === 'next day')
    return { type: 'DATE', unit, step: 1, from: 'story' };
  if (m.has('that') && m.word(m.from) === 'those') return null;
  if (m.word(m.from) === 'these') return null;
  return { type: 'DATE', unit, ...step };
}

function stepOf(m: Match): { step: number; from: 'speech' | 'story' } | null {
  const past = m.value('past');
  if (past !== undefined) return { step: -1, from: past === FROM_STORY ? 'story' : 'speech' };
  const next = m.value('next');
  if (next !== undefined) {
    const story = next === FROM_STORY || (m.has('the') && m.word(m.index('next')) === 'next');
    return { step: 1, from: story ? 'story' : 'speech' };
  }
  if (m.has('this')) return { step: 0, from: 'speech' };
  if (m.has('that')) return { step: 0, from: 'story' };
  return null;
}

/** Newspapers, programmes and sayings that have a weekday in their name, and days that are known by a colour. */
const NAMED_AFTER =
  /^(?:Times|Telegraph|Express|Mirror|Mail|Herald|Post|Tribune|Independent|Gazette|Schools?|Live|Fever|Breakfast|best|roast|brunch)$/;

function isName(m: Match): boolean {
  if (m.has('past') || m.has('next') || m.has('this') || !/^\p{Lu}/u.test(m.printed(m.to - 1))) return false;
  // Saturday Night Live
  const next = m.tokens.tags[m.to] === 'k' ? m.to + 1 : m.to;
  return NAMED_AFTER.test(m.printed(next)) || /^(?:Bloody|Black|Man|Girl)$/.test(m.printed(m.from - 1));
}

/**
 * What comes again every week: "one flight per week on Thursday", "every Monday or Thursday", "open Monday to Friday".
 * Looks back over a few words of the same sentence.
 */
function isHabit(m: Match): boolean {
  if (m.has('past') || m.has('next') || m.has('this')) return false;
  const { tags } = m.tokens;
  for (let i = m.from - 1, between = 0; i >= 0 && between < 10; i--, between++) {
    const word = m.word(i);
    if (/^[.!?;:]$/.test(word)) return false;
    if (word === 'weekly' || (word === 'except' && between < 2)) return true;
    const often =
      word === 'per' || (word === 'a' && /^(?:times|once|twice|thrice|days|nights)$/.test(m.word(i - 1)));
    if (often && m.word(i + 1) === 'week') return true;
    // Only a list of days stands between: every Monday, Wednesday/Thursday.
    const listed = /^[De,/&~t-]*$/.test(tags.slice(i + 1, m.from));
    if (listed && (tags[i] === 'y' || /^(?:open|opens|opening|hours)$/.test(word))) {
      if (tags[i] === 'y') return i < m.from - 1;
      // The gate stood open until Monday: no hours of opening.
      if (/^(?:until|till)$/.test(m.word(m.from - 1))) return i < m.from - 2;
      return /^[-t][De]/.test(tags.slice(m.to, m.to + 2)) || /[-t]/.test(tags[m.from - 1] ?? '');
    }
  }
  return false;
}

const superlative = (m: Match) => {
  for (let i = m.from - 2; i >= m.from - 8; i--) {
    if (/^(?:most|least|first|last|best|worst|rest|\p{Ll}{3,}est)$/u.test(m.word(i))) return true;
  }
  return false;
};

/** "Sun" and "Sat" are words of their own. */
const abbreviatedAlone = (m: Match) => {
  const word = m.word(m.from);
  if (word.endsWith('.')) return true;
  return !/^(?:sun|sat|wed|mon|fri|thu)$/.test(word) || m.tokens.tags.length <= 2;
};
