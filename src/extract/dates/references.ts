import { DAYPARTS, REFERENCES } from './lexicon.ts';
import { pattern } from './pattern.ts';

/** Words that point: `today`, `yesterday`, and, without a place on the calendar, `now`, `the future`. */
export const REFERENCE_WORDS = [
  pattern('deictic', (m) => ({ type: 'DATE', unit: 'day', step: m.value('deictic')!, from: 'speech' })),
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
  pattern('the vague', (m) => ({ type: 'DATE', reference: REFERENCES[m.value('vague')!]! })),
  pattern('vague', (m) => (m.word(m.from) === 'future' ? { type: 'DATE', reference: 'FUTURE_REF' } : null)),
];
