import { DAYPARTS, REFERENCES } from './lexicon.ts';
import { type Match, pattern } from './pattern.ts';

/** Words that point: `today`, `yesterday`, and, without a place on the calendar, `now`, `the future`. */
export const REFERENCE_WORDS = [
  pattern('deictic', (m) =>
    isNamed(m)
      ? null
      : isTheseDays(m)
        ? { type: 'DATE', reference: REFERENCES[m.value('deictic')! > 0 ? 2 : 0]! }
        : { type: 'DATE', unit: 'day', step: m.value('deictic')!, from: 'speech' },
  ),
  pattern('deictic daypart', (m) => ({
    type: 'TIME',
    unit: 'day',
    step: m.value('deictic')!,
    from: 'speech',
    daypart: DAYPARTS[m.value('daypart')!]!,
  })),
  pattern('tonight', () => ({ type: 'TIME', unit: 'day', step: 0, from: 'speech', daypart: 'NI' })),
  pattern('this daypart', (m) => ({
    type: 'TIME',
    unit: 'day',
    step: 0,
    from: 'speech',
    daypart: DAYPARTS[m.value('daypart')!]!,
  })),
  pattern('past daypart', (m) =>
    m.word(m.from) === 'last' ? { type: 'TIME', unit: 'day', step: -1, from: 'speech', daypart: 'NI' } : null,
  ),
  pattern('that [daypart]', (m) => ({
    type: 'TIME',
    unit: 'day',
    step: 0,
    from: 'story',
    daypart: DAYPARTS[m.value('daypart')!]!,
  })),
  pattern('now', (m) => {
    // "recent years" is one expression
    return { type: 'DATE', reference: REFERENCES[m.value('now')!]! };
  }),
  pattern('the? now units', (m) =>
    m.word(m.to - 2) === 'recent' ? { type: 'DATE', reference: 'PAST_REF' } : null,
  ),
  pattern('before units', (m) =>
    m.word(m.from) === 'earlier' ? { type: 'DATE', reference: 'PAST_REF' } : null,
  ),
  pattern('the? [next] units', (m) =>
    m.word(m.to - 2) === 'coming' ? { type: 'DATE', reference: 'FUTURE_REF' } : null,
  ),
  // "the present vicar", "the future king" qualify who holds an office
  pattern('the vague', (m) =>
    m.tokens.tags[m.to] === ' ' && OFFICE.test(m.word(m.to))
      ? null
      : { type: 'DATE', reference: REFERENCES[m.value('vague')!]! },
  ),
  pattern('vague', (m) =>
    m.word(m.from) === 'future' && !OFFICE.test(m.word(m.to))
      ? { type: 'DATE', reference: 'FUTURE_REF' }
      : null,
  ),
];

const OFFICE =
  /^(?:vicar|rector|king|queen|emperor|pope|bishop|president|minister|chairman|mayor|owner|tenant|occupant|director|duke|earl|lord|baron|wife|husband|holder|building|house|church|bridge|site|structure|name|author|writer|case|study|work|paper|volume)s?$/;

/** Harbour Today is a magazine. */
const isNamed = (m: Match): boolean =>
  /^\p{Lu}\p{Ll}/u.test(m.text) &&
  m.tokens.tags[m.from - 1] === ' ' &&
  /^\p{Lu}/u.test(m.printed(m.from - 1)) &&
  !m.startsSentence(m.from);

/** "Few survive today", "more than ever today", "Today they remain": nowadays. "A better tomorrow" is no day either. */
function isTheseDays(m: Match): boolean {
  const before = m.word(m.from - 1);
  if (m.value('deictic') === 1) {
    const shaped = /^(?:better|brighter|new|our|preserve|shape|build|secure|create|imagine)$/.test(before);
    return (
      shaped ||
      (before === 'of' && /^(?:leaders|world|cities|technology|generation)$/.test(m.word(m.from - 2)))
    );
  }
  if (m.value('deictic') !== 0) return false;
  const lasting = /^(?:survives?|exists?|stands?|lives?|still|ever)$/;
  for (let i = m.from - 1; i >= m.from - 5 && !/^[.!?;:]$/.test(m.word(i)); i--)
    if (lasting.test(m.word(i)) || (m.word(i) === 'seen' && m.word(i - 1) === 'be')) return true;
  for (let i = m.to; i < m.to + 6 && m.word(i) !== '' && !/^[.!?;:]$/.test(m.word(i)); i++) {
    if (m.word(i) === 'than' && m.word(i + 1) === 'ever') return true;
    if (m.startsSentence(m.from) && /^(?:survives?|exists?|remains?|nearly|almost|most)$/.test(m.word(i)))
      return true;
  }
  return false;
}
