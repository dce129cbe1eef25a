import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankMarks } from '../../src/extract/blankMarks.ts';

/** The words that are left, spaces made single. */
const words = (text: string, format: 'text' | 'markdown' = 'text') => {
  const bare = blankMarks(text, format);
  expect(bare).toHaveLength(text.length);
  return bare.replace(/ +/g, ' ').trim();
};

test('digits of notes that count up are blanked', () => {
  expect(
    words(
      'Ann Lowe, Baltic Institute1 They signed it on May 11, 2017.2 It was “without limits.”3 Few agreed,4 or knew.',
    ),
  ).toBe(
    'Ann Lowe, Baltic Institute They signed it on May 11, 2017. It was “without limits.” Few agreed, or knew.',
  );
});

test.each([
  'It fell by 3.5 in May and 1.2 in June, to 2.7 at 4,300 m3 an hour.',
  'The CO2 of covid19 and the G20 of 2017.',
  'One note.1 And a second.2 No third.',
  'It rose to 12.1 by noon, 12.2 by one and 12.3 by two.',
  'At 20:15 he came, at 20:16 he left, at 20:17 he was gone.',
])('numbers that are no notes stay: %s', (text) => expect(words(text)).toBe(text));

test('addresses and bracketed marks', () => {
  expect(
    words('See https://example.org/2019/05/03/a_b.html. It closed.[7][8] Then [sic] what?¹ [1990] stays.'),
  ).toBe('See . It closed. Then [sic] what? [1990] stays.');
});

test('Markdown: emphasis, links, notes, tags', () => {
  expect(
    words(
      '**1553** — The *Vega* and [her _crew_](https://x.example/1999 "2001") left in `May`.[^1]\n> it <b>said</b>',
      'markdown',
    ),
  ).toBe('1553 — The Vega and her crew left in May . \n it said'.replace(' . ', ' . '));
  expect(words('snake_case and 2 * 3', 'markdown')).toBe('snake_case and 2 3');
});

test('in plain text such marks are characters', () => {
  expect(words('2 * 3 and _this_ [link](there)')).toBe('2 * 3 and _this_ [link](there)');
});

test('the length never changes and nothing but spaces is put in', () => {
  const piece = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '*',
    '_',
    '1',
    '12',
    '.',
    'https://a.b/1 ',
    'word',
    ' ',
    '\n',
    '>',
    '<b>',
    '`',
    '^',
    '!',
    '“',
    '”',
    '2017',
    '¹',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (parts, markdown) => {
      const text = parts.join('');
      const bare = blankMarks(text, markdown ? 'markdown' : 'text');
      expect(bare).toHaveLength(text.length);
      for (let i = 0; i < text.length; i++) expect(bare[i] === text[i] || bare[i] === ' ').toBe(true);
    }),
    { seed: 5, numRuns: 500 },
  );
});

test('megabytes of marks are no trouble', () => {
  const began = process.cpuUsage();
  for (const mark of [
    '[',
    '![a](',
    '*',
    '_',
    '<a ',
    '`',
    '1',
    'a1 ',
    'https://',
    '[1]',
    'word.1 Next ',
    '[a](b',
  ])
    blankMarks(mark.repeat(200_000), 'markdown');
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(10_000);
});
