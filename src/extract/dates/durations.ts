import { durationValue } from './lengths.ts';
import { MODS, UNITS, UP_TO_NOW } from './lexicon.ts';
import { type Match, type Piece, pattern, prefix, type Said, type SpanUnit } from './pattern.ts';
import { countOf, fewOf } from './shifts.ts';

const AMOUNT = '(a? few | [day num word dec year] | a)';

/** Stretches of time: `two months`, `the 20-year`, `the past decade`, `at least 90 days`. */
export const DURATIONS = [
  pattern(`more? approx? approx? (the | the approx)? ${AMOUNT} more? [unit units]`, duration),
  pattern(`approx? approx? ${AMOUNT} dash [unit units]`, duration),
  pattern(`approx? approx? ${AMOUNT} dash? [unit units] dash? [old long]`, duration),
  pattern(`approx? approx? [day word] [dash and to or] [day word] dash? units`, duration),
  pattern(`the [ordinal past next] [day word num few] units`, (m) => {
    if (m.has('past') || m.has('next')) return null;
    return { type: 'DURATION', unit: unitOf(m), count: countOf(m) };
  }),
  pattern(`the? [past next] (approx? ${AMOUNT})? units`, stretch),
  pattern(`the? [past next] ${AMOUNT} [unit units]`, stretch),
  pattern('the? past unit', (m) => (m.value('past') === UP_TO_NOW ? stretch(m) : null)),
  // two and a half years, a year and a half, half an hour
  pattern('approx? approx? [day word] and a? half units', (m) => ({
    ...modOf(m),
    type: 'DURATION',
    unit: unitOf(m),
    count: (m.value('word') ?? m.value('day')!) + 0.5,
  })),
  pattern('approx? approx? [a word day] [unit units] and a half', (m) => ({
    ...modOf(m),
    type: 'DURATION',
    unit: unitOf(m),
    count: (m.value('word') ?? m.value('day') ?? 1) + 0.5,
  })),
  pattern('approx? half a unit', (m) => ({ ...modOf(m), type: 'DURATION', unit: unitOf(m), count: 0.5 })),
  pattern('the? a? half dash unit', (m) =>
    /^(?:hour|year|day|century|decade)$/.test(m.word(m.to - 1))
      ? { type: 'DURATION', unit: unitOf(m), count: 0.5 }
      : null,
  ),
  // a quarter of a century
  pattern('(a | the)? unit of a unit', (m) => {
    const whole = UNITS[m.value('unit', 1)!] as SpanUnit;
    if (m.word(m.index('unit')) !== 'quarter' || (whole !== 'century' && whole !== 'hour')) return null;
    return whole === 'century'
      ? { type: 'DURATION', unit: 'year', count: 25 }
      : { type: 'DURATION', unit: 'minute', count: 15 };
  }),
  // a 2000-year-old tradition
  pattern('approx? year dash? unit dash? old', (m) => ({
    ...modOf(m),
    type: 'DURATION',
    unit: unitOf(m),
    count: m.value('year')!,
  })),
  pattern('units', (m) => {
    if (m.word(m.from) === 'weekends') return null;
    const before = m.word(m.from - 1);
    const after = m.word(m.to);
    // Minutes of a meeting
    if (
      m.word(m.from) === 'minutes' &&
      !/^(?:for|within|in|over|took|lasted)$/.test(before) &&
      !/^(?:before|after|passed|went)$/.test(after)
    )
      return null;
    const flanked = /^(?:before|after|of|that)$/.test(after);
    if (!/^(?:for|within|in|over|took|lasted|,|the|be|just|only)$/.test(before) && !m.startsSentence(m.from))
      return null;
    if (/^(?:,|the|be|just|only)$/.test(before) && !flanked) return null;
    if (before === 'the' && after === 'of') return null;
    return { type: 'DURATION', unit: unitOf(m), count: null };
  }),
  pattern('[unit units] dash long', (m) => ({
    type: 'DURATION',
    unit: unitOf(m),
    count: m.has('units') ? null : 1,
  })),
];

const unitOf = (m: Match): SpanUnit => UNITS[(m.value('unit') ?? m.value('units'))!] as SpanUnit;

/** What "about" and "at least" make of an amount. */
function modOf(m: Match): { mod?: string } {
  const mod = m.value('approx');
  return mod === undefined ? {} : { mod: MODS[mod]! };
}

/** "$5 a day", "twice a week", "three times a year": the count belongs to it, the price does not. */
function rate(m: Match, unit: SpanUnit): Piece[] {
  const said: Said = { type: 'SET', unit, count: 1, set: durationValue(unit, 1) };
  const word = m.word(m.from - 1);
  const counted = word === 'times' && /[dwq]/.test(m.tokens.tags[m.from - 2] ?? '');
  const from = /^(?:once|twice|thrice)$/.test(word) ? m.from - 1 : counted ? m.from - 2 : m.from;
  return [{ from, to: m.to, said }];
}

function duration(m: Match): Said | readonly Piece[] | null {
  const unit = unitOf(m);
  const plural = m.has('units');
  const count = countOf(m) ?? (m.value('year') === undefined ? null : m.value('year')!);
  // 0530 hours is a time of day
  if (/^0\d{3}$/.test(m.printed(m.index('num')))) return null;
  // at 1900 hours
  if (unit === 'hour' && m.has('year') && /[@Wt]/.test(m.tokens.tags[m.from - 1] ?? '')) return null;
  const dashed = m.has('dash');
  // What qualifies a noun has no article of its own: the Hundred Days offensive, a month-long siege.
  if (m.has('the') && /^\p{Lu}/u.test(m.printed(m.to - 1))) return null;
  if (m.has('a') && m.has('long')) return null;
  if (dashed && m.word(m.to) === '-' && m.word(m.to + 1) === 'old' && !m.has('approx')) return null;
  // "the one day", "a day" are; "the day" is not. "5 minute" needs its hyphen.
  if (m.has('a') && m.has('the')) return null;
  if (m.has('a') && plural && !m.has('few')) return null;
  if (!plural && !dashed && !m.has('a') && count !== 1) {
    if (!m.has('day') && !m.has('word')) return null;
  }
  if (m.has('year') && !plural) return null;
  if (m.has('a') && /^(?:per|a)$/.test(m.word(m.from - 1))) return null;
  // "a 6-year-old boy" tells an age
  if (m.has('old') && dashed && !m.has('approx')) return null;
  // "$5 a day", "2000 passengers a day" are rates
  if (
    m.has('a') &&
    (/[ndfw%]/.test(m.tokens.tags[m.from - 1] ?? '') ||
      /^(?:once|twice|thrice|times)$/.test(m.word(m.from - 1)))
  )
    return rate(m, unit);
  // a quarter of the votes, a quarter past two
  if (unit === 'quarter' && !plural && /^(?:of|to|past|till|full|inch|mile|pound)$/.test(m.word(m.to)))
    return null;
  return { type: 'DURATION', unit, count, ...fewOf(m), ...modOf(m) };
}

function stretch(m: Match): Said | Piece[] {
  if (lasts(m)) return [{ from: m.from + 1, to: m.to, said: lengthOf(m) }];
  return { ...lengthOf(m), stretch: m.has('past') ? 'past' : 'next' };
}

/** The talks will last two days: the verb, not the two days that are over. */
function lasts(m: Match): boolean {
  if (m.word(m.from) !== 'last') return false;
  const before = m.word(m.from - 1);
  if (
    /^(?:will|would|to|can|could|may|might|shall|should|must|not|did|does|do|they|usually|often|normally|typically)$/.test(
      before,
    )
  )
    return true;
  return m.tokens.tags[m.from - 1] === ' ' && /^\p{L}\p{Ll}{2,}(?<!s)s$/u.test(m.printed(m.from - 1));
}

function lengthOf(m: Match): Said {
  const unit = unitOf(m);
  const some =
    m.has('few') ||
    (!m.has('day') &&
      !m.has('word') &&
      !m.has('num') &&
      !m.has('dec') &&
      !m.has('year') &&
      !m.has('a') &&
      m.has('units'));
  return {
    type: 'DURATION',
    unit,
    count: some ? null : (countOf(m) ?? 1),
  };
}

/** "the first two months of 1939": a stretch, and what it is part of belongs to it. */
export const DURATION_PREFIXES = [
  prefix('the? [ordinal past] [day word num few] units of', (m, inner) => {
    if (inner.type !== 'DATE' || inner.reference) return null;
    const ordinal = m.has('past') ? -1 : m.value('ordinal')!;
    return { type: 'DURATION', unit: unitOf(m), count: countOf(m), ordinal, within: inner };
  }),
];
