import { describe, expect, test } from 'vitest';
import { extracted, occurrencesIn } from './extracted.ts';

describe('status', () => {
  test.each([
    ['happened', 'The council met on 3 May 2024.'],
    ['happened', 'In 1987 she won the prize.'],
    ['planned', 'The council will meet on 3 June 2024.'],
    ['planned', 'The council is due to meet on 3 June 2024.'],
    ['planned', 'A memorial is to be unveiled on 14 March 2031.'],
    ['planned', 'A second round is planned for September 2024.'],
    ['planned', 'The firm plans to open a mine in 2026.'],
    ['ongoing', 'This year marks the tenth anniversary of the merger.'],
    ['planned', 'The bridge is set to open on 3 July 2024.'],
    ['planned', 'Ferries are expected to return in autumn 2024.'],
    ['planned', 'A hearing is on 12 June 2024.'],
    ['planned', 'The law takes effect on 1 January 2025.'],
    ['planned', 'The trial is expected to last until July 2024.'],
    ['planned', 'Work on the tunnel began in 2022 and will end in 2029.'],
    ['ongoing', 'The firm has been listed in Lund since 2012.'],
    ['ongoing', 'Prices have risen since 2021.'],
    ['ongoing', 'The exhibition runs from 3 May to 9 September 2024.'],
    ['ongoing', 'Negotiators are meeting in Lund this week.'],
    ['happened', 'The owners have built two mills, the last in 2019.'],
    ['happened', 'The mayor promised on Monday to rebuild the school.'],
    ['hypothetical', 'The clinic could close in December 2024.'],
    ['hypothetical', 'The firm said it may sell its ferries next year.'],
    ['hypothetical', 'Organisers hope the talks will lead to a treaty in 2026.'],
  ])('%s: %s', (status, text) => {
    expect(occurrencesIn(text, '2024-05-16').map((o) => o.status)).toContain(status);
  });

  test('through a stretch of years that reaches to the day of the document it goes on', () => {
    const text =
      'Prices in Usk\n\n16 May 2024\n\nTrade has grown over the past decade. A mill closed in 2019.';
    expect(extracted(text).events.map((e) => e.status)).toEqual(['ongoing', 'happened']);
  });

  test.each([
    'The vote had been planned for 3 May 2024 but was put off.',
    'The clinic might have closed in 2021.',
    'If approved, the port would open in 2027.',
    'The bridge did not open in 2019.',
  ])('nothing happened: %s', (text) => {
    expect(occurrencesIn(text, '2024-05-16')).toEqual([]);
  });

  test('what is planned in one document and told in another has happened', () => {
    const { events } = extracted([
      'Ana Ruiz will open the Orla tunnel on 3 June 2024.',
      'Ana Ruiz opened the Orla tunnel on 3 June 2024.',
    ]);
    expect(events.map((e) => [e.status, e.sources.length])).toEqual([['happened', 2]]);
  });
});

describe('evidence', () => {
  const evidence = (text: string) => Math.max(0, ...occurrencesIn(text).map((o) => o.evidence));

  test.each([
    ['a doing', 'In 1931 the firm opened a mill.', 'a state', 'In 1931 the firm had a mill.'],
    ['a fact', 'The firm closed in 1931.', 'what is hoped', 'They hope the firm will close in 2031.'],
    [
      'plain words',
      'In 1931 the firm opened a mill.',
      'a quotation',
      '“In 1931 we opened a mill,” he recalled.',
    ],
    [
      'a named speaker',
      'Ana Ruiz said in May 2011 that the mill was lost.',
      'some',
      'Some said in May 2011 that the mill was lost.',
    ],
  ])('%s weighs more than %s', (_, more, __, less) => {
    expect(evidence(more)).toBeGreaterThan(evidence(less));
  });
});
