import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../src/extract/sentences.ts';

const split = (text: string) =>
  splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));
/** `|` marks where the text is to be cut. */
const holds = (marked: string) => expect(split(marked.replaceAll('|', ' '))).toEqual(marked.split('|'));

test.each([
  'The ship left port.|It came back in May.',
  'Who paid?|Nobody knew!|The bill lay there.',
  '“We shall sail.”|The captain said no more.',
  '(The mill burned down.)|Nobody was hurt.',
  'He asked why.|“Because,” she said, “it rained.”',
  'It closed in 2001.|42 people lost their work.',
  'Prices rose…|Then they fell.',
  'Договор подписали в мае.|Через год его продлили.',
  'Das Werk schloss 1998.|Übrig blieb die Halle.',
])('a stop ends a sentence: %s', holds);

test.each([
  'Mr. Hale met Dr. Ortiz and Sen. Brandt in St. Louis.',
  'Gen. A. B. Cole and V. Orlov signed on Oct. 3 in No. 10.',
  'J. R. R. Marsh wrote vol. 2, pp. 14–19, in Nov. 1954.',
  'The U.S. Navy and the U.K. Treasury agreed.',
  'Growth was 3.5 per cent, or 1.25 million tonnes, vs. 2.9 before.',
  'It rose approx. 4 per cent, i.e. more than ever, e.g. in Lyon.',
  'The train left at 7 p.m. Monday from platform 4.',
  'Acme Inc. Chairman Lee resigned.',
  'MACON, Ga. — The mill closed.',
  'They moved to Gary, Ind. Mayor Hale met them.',
  'See www.example.org/a.b.html and mail j.doe@mail.example.com today.',
  'She paused … and went on.',
  '“Really?” he asked, “so soon?” and left.',
  'Yahoo! shares fell when “Help!” was shown.',
  'The committee (est. 1904) and the firm of Day, Ltd. of York merged.',
  'Am 4. Mai wurde der Vertrag geschlossen.',
  'Г-н С.В. Ковалев прибыл в Пекин.',
  '3. The court finds for the claimant.',
  'Section 4.2.1 of the Act applies.',
  'Version 2.0 was shown at 9.30 a.m. on Friday.',
])('no cut: %s', (text) => expect(split(text)).toEqual([text]));

test.each([
  'He moved to the U.S.|The family followed.',
  'The firm became Day Ltd.|It failed in 1931.',
  'He fought in World War I.|After it he farmed.',
  'They met at 9 p.m.|The talks were short.',
  'It cost $5 million.|It paid.',
  'He was ill.|Doctors came.',
  'They moved to Gary, Ind.|The mill had closed.',
])('a shortened word may end one: %s', holds);

test('note marks stay with the sentence that they annotate', () => {
  holds('They called the pact a model.3|One critic did not.');
  holds('It was “without limits.”12|Few agreed.');
  holds('The bridge opened in 1931.4|Traffic doubled.');
  holds('The dam broke.[7]|Two died.[8][9]|The town moved.');
  holds('The plan failed. [2]|Its author left.');
  holds('The act passed.¹|It was repealed.');
  holds('The mill failed. [2] [3]|Its owner left. [4]:12–14|Nobody wept.');
});

test('a missing space after a stop does not hide a sentence', () => {
  expect(split('The strike went on for years.During the winter it ended.')).toEqual([
    'The strike went on for years.',
    'During the winter it ended.',
  ]);
});

test('wide stops need no space', () => {
  expect(split('两国于2019年签署协议。第二年扩大合作！')).toEqual([
    '两国于2019年签署协议。',
    '第二年扩大合作！',
  ]);
});

test('line ends within a block mean nothing, and a lone ellipsis is no sentence', () => {
  expect(split('The long line\nwent on. It\nstopped.')).toEqual(['The long line\nwent on.', 'It\nstopped.']);
  expect(split('They want peace. …')).toEqual(['They want peace. …']);
});

test('offsets count from the text, not from the block', () => {
  const text = 'Heading\nFirst one. Second one.  ';
  expect(splitSentences(text, 8, text.length)).toEqual([
    { start: 8, end: 18 },
    { start: 19, end: 30 },
  ]);
  expect(splitSentences('   ', 0, 3)).toEqual([]);
});

test('every character that is no white space is in exactly one sentence', () => {
  const piece = fc.constantFrom(
    'a',
    'A',
    'Bob',
    '.',
    '!',
    '…',
    ' ',
    '\n',
    '”',
    '“',
    '(',
    ')',
    '1',
    '1998',
    '[3]',
    '。',
    'U.S',
    'é',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      let at = 0;
      for (const { start, end } of splitSentences(text, 0, text.length)) {
        expect(end).toBeGreaterThan(start);
        expect(text.slice(at, start).trim()).toBe('');
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
    { seed: 7, numRuns: 400 },
  );
});

test('cost grows with the length, not with its square', () => {
  const once = (text: string) => {
    const began = process.cpuUsage();
    splitSentences(text, 0, text.length);
    return process.cpuUsage(began).user / 1000;
  };
  const text = (n: number) => 'In 1998 the plant opened, said Mr. Hale.3 It closed. '.repeat(n);
  once(text(2000));
  // 32 times the text: a square would need a thousand times as long. Up to three times where it looks so: what else the
  // machine does only ever adds.
  const most = Math.max(once(text(2000)), 2) * 200;
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3 && least >= most; run++) least = Math.min(least, once(text(64_000)));
  expect(least).toBeLessThan(most);
});

test('a degree ends a sentence that it closes', () => {
  expect(split('His temperature was 39.8 °C. Two days later he died.')).toEqual([
    'His temperature was 39.8 °C.',
    'Two days later he died.',
  ]);
  expect(split('The sea was at 5 °C and rising.')).toHaveLength(1);
});
