import { UNITS } from './lexicon.ts';
import { type Match, pattern, prefix, type Said, type SpanUnit } from './pattern.ts';

const AMOUNT = '[day num word few a dec]';

/** Counted steps: `two days ago`, `a week later`, `three years earlier`, `two weeks before Christmas`. */
export const SHIFTS = [
  pattern(`approx? (a? few | ${AMOUNT} (more|half)?) [unit units] ago`, (m) => shift(m, -1, 'speech')),
  pattern(`approx? (a? few | ${AMOUNT} more?) [unit units] before`, (m) => {
    const word = m.word(m.index('before'));
    if (word === 'before' && !endsClause(m)) return null;
    return shift(m, -1, 'story');
  }),
  pattern(`approx? (a? few | ${AMOUNT} more?) [unit units] after`, (m) => {
    const word = m.word(m.index('after'));
    if (word === 'after' && !endsClause(m)) return null;
    return shift(m, 1, 'story');
  }),
  // ten years after that
  pattern(`approx? (a? few | ${AMOUNT} more?) [unit units] [before after] [that this]`, (m) => {
    const word = m.word(m.to - 2);
    if (
      (word !== 'before' && word !== 'after') ||
      !/^(?:that|this)$/.test(m.word(m.to - 1)) ||
      !endsPhrase(m)
    )
      return null;
    return shift(m, word === 'before' ? -1 : 1, 'story');
  }),
  // Two years on, the club …
  pattern(`approx? (a? few | ${AMOUNT} more?) [unit units] on`, (m) =>
    (m.startsSentence(m.from) || m.word(m.from - 1) === 'and') && m.word(m.to) === ','
      ? shift(m, 1, 'story')
      : null,
  ),
  // a year to the day later
  pattern('[a word day] [unit units] to the unit [after before]', (m) => {
    const day = m.word(m.to - 2) === 'day';
    if (!day || m.word(m.index('to')) !== 'to' || !endsClause(m)) return null;
    const said = shift(m, m.has('after') ? 1 : -1, 'story');
    return said && { ...said, exact: true };
  }),
  pattern('approx? [day word] dash? [to or and dash] dash? [day word] dash? units ago', (m) => {
    const numbers = [0, 1].map((nth) => m.value('word', nth) ?? m.value('day', nth)!);
    return {
      type: 'DATE',
      unit: unitOf(m)!,
      count: (numbers[0]! + numbers[1]!) / 2,
      step: -1,
      from: 'speech',
      approximate: true,
    };
  }),
  pattern('[units] [ago]', (m) => shift(m, -1, 'speech')),
  pattern('a unit and a half ago', (m) => ({
    type: 'DATE',
    unit: unitOf(m)!,
    count: 1.5,
    step: -1,
    from: 'speech',
  })),
  pattern('[units] before', (m) =>
    /^(?:earlier|before)$/.test(m.word(m.from + 1)) && endsClause(m) ? shift(m, -1, 'story') : null,
  ),
  pattern('[units] after', (m) => (m.word(m.from + 1) === 'later' ? shift(m, 1, 'story') : null)),
  pattern(`(a? few | ${AMOUNT}) [unit units] from now`, (m) => shift(m, 1, 'speech')),
];

/** Steps counted from a date that follows. */
export const SHIFT_PREFIXES = [
  // day after tomorrow
  prefix('unit (before | after)', (m, inner) =>
    unitOf(m) === 'day' &&
    inner.unit === 'day' &&
    inner.from === 'speech' &&
    /^(?:before|after)$/.test(m.word(m.to - 1))
      ? { type: 'DATE', unit: 'day', count: 1, step: m.has('before') ? -1 : 1, from: 'within', within: inner }
      : null,
  ),
  // a week from Friday, two years from today
  prefix(`${AMOUNT} [unit units] from`, (m, inner) => {
    const day = inner.unit === 'day' && inner.from === 'speech' && inner.count === undefined;
    const weekday = inner.weekday !== undefined && inner.day === undefined && inner.type === 'DATE';
    const unit = unitOf(m)!;
    if (m.word(m.to - 1) !== 'from' || (!day && !weekday) || inner.step === -1 || isShort(unit)) return null;
    return { type: 'DATE', unit, count: countOf(m), step: 1, from: 'within', within: inner };
  }),
  prefix(`(the | a? few | ${AMOUNT} more?) [unit units] (before | after)`, (m, inner) => {
    if (!/^(?:before|after)$/.test(m.word(m.to - 1)) || inner.type !== 'DATE' || inner.reference) return null;
    const unit = unitOf(m);
    // Hours before a day or a year name no day.
    if (unit === null || isShort(unit)) return null;
    const count = m.has('the') ? 1 : countOf(m);
    return { type: 'DATE', unit, count, step: m.has('before') ? -1 : 1, from: 'within', within: inner };
  }),
];

const unitOf = (m: Match): SpanUnit | null => {
  const value = m.value('unit') ?? m.value('units');
  return value === undefined ? null : (UNITS[value] as SpanUnit);
};

const isShort = (unit: SpanUnit): boolean =>
  unit === 'second' || unit === 'minute' || unit === 'hour' || unit === 'daypart';

/** A few, several: null. */
export function countOf(m: Match): number | null {
  if (m.has('few')) return null;
  const value = m.value('day') ?? m.value('num') ?? m.value('word') ?? m.value('dec') ?? m.value('a');
  return value ?? null;
}

/** A few and several are small numbers; many are not. */
export const fewOf = (m: Match): { few?: true } =>
  m.has('few') && /^(?:few|several)$/.test(m.word(m.index('few'))) ? { few: true } : {};

function shift(m: Match, step: number, from: 'speech' | 'story'): Said | null {
  const unit = unitOf(m);
  if (unit === null) return null;
  return { type: isShort(unit) ? 'TIME' : 'DATE', unit, count: countOf(m), ...fewOf(m), step, from };
}

/** "two days before" counts from the story when its clause ends there; else from what follows. */
export const endsClause = (m: Match) => {
  const after = m.word(m.to);
  return after === '' || /^(?:[.,;:!?)"”]|and|but|in|at)$/.test(after);
};

/** "that" points back, and does not qualify a noun, when its clause ends or a new one begins with a pronoun. */
const endsPhrase = (m: Match) =>
  endsClause(m) || /^(?:he|she|it|they|we|i|the|there|his|her|its|their|a|an)$/.test(m.word(m.to));
