import { describe, expect, test } from 'vitest';
import { occurrencesIn, titlesOf, told } from './extracted.ts';

describe('what a date says of the clause around it', () => {
  test.each([
    ['what is not so until then, is so then', 'The synod did not meet again until 1351.', ['meet 1351']],
    [
      'what is not so until then, is so then',
      'The lift was not repaired until May 2003.',
      ['repair 2003-05'],
    ],
    [
      'a comma alone may part two shares',
      'A bridge came in 1767, the ferry in 1794.',
      ['come 1767', 'come 1794'],
    ],
    [
      'a comma alone may part two shares',
      'Gas arrived in 1934, mains water not until 1951.',
      ['arrive 1934', 'arrive 1951'],
    ],
    [
      'the date may stand before what the verb means again',
      'In 1910 the crew won six races and in 1911 nine.',
      ['win 1910', 'win 1911'],
    ],
    [
      'days in a row are one stretch',
      'Talks in Leith on 22 and 23 January 2003 failed.',
      ['fail 2003-01-22/2003-01-23'],
    ],
    ['months in a row are one stretch', 'Vos sold shares in July and August 2003.', ['sell 2003-07/2003-08']],
    ['years are two', 'Vos won the cup in 2002 and 2003.', ['win 2002', 'win 2003']],
    [
      'what is moved is then when it is moved to',
      'The opening was moved from May 2005 to June 2006.',
      ['move 2006-06'],
    ],
    ['who takes part, does so then', 'Berg led the weavers’ strike of 1979.', ['lead 1979']],
    ['who takes part, does so then', 'Holm won the election of 12 June 2011.', ['win 2011-06-12']],
    [
      'what happens at it, happens then',
      'The town reached 900 people at the census of 1871.',
      ['reach 1871'],
    ],
    ['who speaks of it, speaks another time', 'Berg described the strike of 1979.', ['strike 1979']],
    ['a season may only say what kind', 'In 1983 she left. She began the winter lectures.', ['leave 1983']],
  ])('%s: %s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('what must be done by a day ahead is planned', () => {
    const [due] = occurrencesIn('Entries must reach the office by 14 March 2025.', '2025-02-06');
    expect([due?.time.edtf, due?.status]).toEqual(['2025-03-14', 'planned']);
    expect(told('Entries must reach the office by 14 March 2025.', '2025-05-06')).toEqual([]);
  });

  test('a sentence shares the date of its “when”', () => {
    expect(told('When the bank failed in May 1931, nine mills closed.').sort()).toEqual([
      'close 1931-05',
      'fail 1931-05',
    ]);
    expect(told('Orders fell by half when the plague came in March 1720.').sort()).toEqual([
      'come 1720-03',
      'fall 1720-03',
    ]);
    expect(told('When the bank failed in 1931, mills closed in 1932.').sort()).toEqual([
      'close 1932',
      'fail 1931',
    ]);
    expect(told('When the bank failed in 1931, people thought themselves safe.')).toEqual(['fail 1931']);
  });

  test('how long before something has no part in a title', () => {
    expect(
      titlesOf('The treaty was signed on 8 May 1745. Two days before the treaty the mayor fled.'),
    ).toEqual(['Mayor flees', 'Treaty signed']);
  });

  test('a law inherits its own year, and none where two are told of', () => {
    const sentences = 'The Harbour Act of 1908 came late. The Act constituted a board of nine members.';
    expect(told(sentences).at(-1)).toBe('constitute 1908');
    expect(told(`It followed the Canal Act of 1906. ${sentences}`)).not.toContain('constitute 1906');
  });

  test('what is told with when has the date before it', () => {
    expect(told('Rebels have held Kurna since 2021, when they overran it in three days.')).toEqual([
      'hold 2021/..',
      'overrun 2021',
    ]);
    expect(told('The village is named in a charter of 1147, when King Oswin gave it away.')).toContain(
      'give 1147',
    );
    expect(told('The village was named in 1147, when it had been given away for years.')).not.toContain(
      'give 1147',
    );
  });

  test('a dateline dates nothing that has a day of its own', () => {
    expect(told('OSLO, 15 May 2024 — The port was closed on Tuesday by its owners.')).toEqual([
      'close 2024-05-14',
    ]);
    expect(told('OSLO, 15 May 2024 — The port was closed by its owners.')).toEqual(['close 2024-05-15']);
  });

  test('what slipped or was moved is dated by its new day', () => {
    expect(told('The launch slipped from March 2018 to August 2018.')).toEqual(['slip 2018-08']);
  });

  test('a date before an aside belongs to what is told behind it', () => {
    expect(told('Income in May 1998, which had been poor for years, rose by a third.')).toContain(
      'rise 1998-05',
    );
  });

  test('how things were is no event', () => {
    expect(told('By the 1860s the old bridge was too narrow for the traffic.')).toEqual([]);
  });
});
