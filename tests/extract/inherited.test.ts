import { describe, expect, test } from 'vitest';
import { occurrencesIn, told } from './extracted.ts';

/** Each occurrence as `verb date how`. */
const reached = (text: string): string[] =>
  occurrencesIn(text, '2010').map((o) => `${o.head} ${o.time.edtf} ${o.time.how}`);

describe('a date that is inherited', () => {
  test('comes with “during this time”, from the story and not from a work named in passing', () => {
    expect(
      reached('In the 1920s the town laid a tram line. During this period, three cinemas were built.'),
    ).toEqual(['lay 192X explicit', 'build 192X inherited']);
  });

  test('is that of the law which does what is told', () => {
    expect(
      reached(
        'The Harbour Act of 1908 was long in the making. It had been debated twice. The Act created a board of nine members.',
      ).at(-1),
    ).toBe('create 1908 inherited');
  });

  test('is not taken by what merely stands behind something dated', () => {
    expect(reached('The mill burned in 1902. World war broke out.')).toEqual(['burn 1902 explicit']);
    expect(reached('The mill opened in 1902. Later, a chapel was built.')).toEqual(['open 1902 explicit']);
  });

  test('is about that of what it follows, also in the second half of a sentence', () => {
    expect(
      reached('Costs rose, and after the Harmon report in 1966 the grants were cut.').filter((line) =>
        line.startsWith('cut'),
      ),
    ).toEqual(['cut 1966~ inherited']);
  });

  test('says from where', () => {
    const built = occurrencesIn(
      'In the 1920s the town laid a tram line. During this period, three cinemas were built.',
      '2010',
    ).at(-1);
    expect(built?.mention.how).toBe('the 1920s → the same time');
  });
});

describe('an entry under a dated heading', () => {
  const entry = (text: string) =>
    told(`Log of the Petrel\n\n4 June 1956\n${text}\n\n5 June 1956\nWe reached Usk.`);
  test('keeps its date where only an aside has another', () => {
    expect(entry('We visited the castle, which was built in 1533.')).toEqual(
      expect.arrayContaining(['visit 1956-06-04', 'build 1533']),
    );
  });
  test('goes on after it has looked back', () => {
    expect(entry('The mill closed in 1931. Anna sold the boat.')).toEqual(
      expect.arrayContaining(['close 1931', 'sell 1956-06-04']),
    );
  });
});

describe('an age dates what happened at it', () => {
  const life = (text: string) =>
    reached(`Ines Moral\n\nInes Moral was born in Usk on 4 May 1902.\n\n${text}`).slice(1);
  test.each([
    ['Her father died when she was six.', ['die 1908~ inferred']],
    ['When she was twenty-one, she entered the academy.', ['enter 1923~ inferred']],
    ['At the age of 31 she took command of the Vesta.', ['take 1933~ inferred']],
    ['Aged nineteen, she left Usk.', ['leave 1921~ inferred']],
  ])('%s', (text, expected) => {
    expect(life(text)).toEqual(expected);
  });
  test.each([
    ['of somebody else', 'She married Olaf Brekke, aged 40.'],
    ['in months', 'She was weaned at the age of nine months.'],
  ])('not %s', (_, text) => {
    expect(life(text).filter((line) => line.endsWith('inferred'))).toEqual([]);
  });
  test('not where two were born, and not without a birth', () => {
    expect(
      reached(
        'Ana was born in 1902.\n\nHer sister Ida was born in 1907. When she was six, she left Usk.',
      ).filter((line) => line.startsWith('leave')),
    ).toEqual([]);
    expect(reached('Ana Ruiz left Usk when she was six.')).toEqual([]);
  });
});

test('how somebody has been since a year is no event, what they have done is', () => {
  expect(told('Mrs Ruiz has been its engineer since 2005.')).toEqual([]);
  expect(told('The board has owned the mill since 2005, and it has built two more since 2008.')).not.toEqual(
    [],
  );
});

test('how long something lasts that follows a dated deed is not how long the deed took', () => {
  expect(told('After the coup of 6 September 1930 he was held for four months.')).toContain(
    'coup 1930-09-06',
  );
});

test('one line that is a date is the day of an article, not the first entry of a log', () => {
  const article =
    'A year on the quay\n\n16 May 2024\n\nThe crane fell in March 2023. Arrests followed. The firm sued.';
  expect(told(article, '2024-05-16')).toEqual(['fall 2023-03']);
});

test('what nobody did, and no ship, is no event', () => {
  expect(told('In May 2020 nobody was hurt. No ship came in 1931. Nothing was built in 1940.')).toEqual([]);
  expect(told('No fewer than nine ships sank in 1931.')).toEqual(['sink 1931']);
});

test('a year with its day behind it opens an entry', () => {
  expect(told('1963, 9 May — Fire in the sail loft')).toEqual(['fire 1963-05-09']);
});
