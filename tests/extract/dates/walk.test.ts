import { describe, expect, it } from 'vitest';
import { edtfs, mention, readUndated, timexes } from './notation.ts';

describe('a report that tells of another year', () => {
  const theft = 'Police arrested two men on Sunday over a theft. The picture was stolen on 14 August 2011.';
  const told = (rest: string) => timexes(`${theft} ${rest}`, '2022-06-13').slice(2);

  it('goes on in it when the next sentence opens with a month', () => {
    expect(told('In November a note came.')).toEqual(['November = 2011-11']);
  });
  it('comes back to its own day elsewhere', () => {
    expect(told('The case was reopened in May after a tip.')).toEqual(['May = 2022-05']);
    expect(told('In July they will appear in court.')).toEqual(['July = 2022-07']);
  });
  it('tells what had been from further back', () => {
    const text = 'On 3 October 1995 the jury returned. The trial had begun on 24 January.';
    expect(timexes(text, '2018-06-12')).toContain('24 January = 1995-01-24');
  });
  it('does not take the day of an interview for what was said in it', () => {
    const text = '“He died in 1998,” she recalled last month. “The next year we sold the farm.”';
    expect(timexes(text, '2019-05-10')).toEqual([
      '1998 = 1998',
      'last month = 2019-04',
      'The next year = 1999',
    ]);
  });
});

describe('a story', () => {
  const story = (text: string) => timexes(text, '2012-06-01');

  it('goes on from a late part of a year', () => {
    expect(story('In late 1931 the bank failed. By February most clerks had gone.')).toEqual([
      'late 1931 = 1931',
      'February = 1932-02',
    ]);
  });
  it('stays in a year that is named whole', () => {
    expect(story('In 1931 the bank failed. In February most clerks had gone.')).toContain(
      'February = 1931-02',
    );
  });
  it('counts on from what "that" names', () => {
    expect(story('In 1889 she left. Ten years after that she came back.')).toEqual([
      '1889 = 1889',
      'Ten years after that = 1899',
    ]);
  });
  it('does not tell on a weekday what lies beyond the day of speaking', () => {
    const text =
      'August 9, 2015\n\nThe painter died on Thursday. She was born in 1924, left in 1942 and came back in 1950.';
    expect(timexes(text, '2015-08-09')).toContain('Thursday = 2015-08-06');
  });
  it('comes back from the last of its kind, and goes on from its own first', () => {
    const text =
      'Cases rose on 3 October 2017. The last outbreak, in 2008, was worse. It was mended on 23 October.';
    expect(story(text)).toContain('23 October = 2017-10-23');
    const show =
      'She left in 1951. Her first show, in March 1954, sold nothing. The next came the following year.';
    expect(timexes(show, '2012-06-01')).toContain('the following year = 1955');
  });
  it('lends both days the year behind them', () => {
    const text = 'The ship sank in 1911. It was raised on 14 to 15 August of that year.';
    expect(edtfs(text, '2022-06-13').slice(1)).toEqual([
      '14 = 1911-08-14 day',
      '15 August of that year = 1911-08-15 day',
    ]);
  });
});

describe('the year in force', () => {
  const months = (text: string) =>
    edtfs(text, '2012-06-01')
      .filter((each) => !/^\d{4} =/.test(each))
      .map((each) => each.split(' = ')[1]!.split(' ')[0]);

  it('goes on with what had been planned for a day', () => {
    const text =
      'The mill was sold in April 1909. The court agreed on 14 January 1910. The sale had been listed for 7 June, and the owner died on 4 October.';
    const reading = readUndated(text);
    expect(mention(reading, '7 June').edtf).toBe('1910-06-07');
    expect(mention(reading, '4 October').edtf).toBe('1910-10-04');
  });
  it('is not that of what had been before', () => {
    const text =
      'He joined the firm in 1994, having left university in 1988. In March he married. The couple had met in 1990 at a wedding. In June they moved to Leeds.';
    expect(months(text)).toEqual(['1994-03', '1994-06']);
  });
  it('is not that of what it is compared with, or of who is named in passing', () => {
    const text =
      'The ferry line was sold in 1961. It carried more than in 1938, the best year before the war. In May the new owners ordered two ships. The mayor, born in 1902, opposed it. In August a ship sailed.';
    expect(months(text)).toEqual(['1961-05', '1961-08']);
  });
  it('is that of the chapter', () => {
    const text =
      'The strike\n\n1937\n\nThe mill closed at the end of November.\n\n1938\n\nIt opened again in January. By 22 February all were back.\n\n1939\n\nIn May it burned down.';
    expect(months(text)).toEqual(['1937-11-21/1937-11-30', '1938-01', '1938-02-22', '1939-05']);
  });
  it('changes with the story', () => {
    const text = 'The cannery closed in 1974. In 1981 the town bought the site. Work began in April.';
    expect(months(text)).toEqual(['1981-04']);
  });
});

describe('where a story goes on', () => {
  it.each([
    [
      'from what happened, not from the deed that allowed it',
      'The ship was let on a charter dated 4 May 1880. On 3 June 1882 she struck a rock. By a lease dated 1 May 1871 the quay was the town’s. On 18 November the owners sued.',
      '18 November = 1882-11-18',
    ],
    [
      'with the months that soon follow a printed one',
      'The first pictures were taken on 30 May 2020, and they were shown on 16 July.',
      '16 July = 2020-07-16',
    ],
    [
      'but not with those that do not',
      'The mine was opened in May 2020. The union said on Monday that it called a strike in April.',
      'April = 2024-04',
    ],
    [
      'from a date named in passing in the same sentence',
      'Her comeback came in October 1963. Her second quartet (1974) won a prize the year after.',
      'the year after = 1975',
    ],
    [
      'not over what is planned, to go back a week',
      'The clerk said on Monday that work will begin on 25 July. A petition had been handed in the previous week.',
      'the previous week = 2024-05-06/2024-05-12',
    ],
    [
      'not from what would have been',
      'The trial began in March 2009. It would have ended in June 2013. In October it was stopped.',
      'October = 2009-10',
    ],
    [
      'onward with a month that opens its sentence',
      'The first ward was opened in August 1992. In May the second was closed.',
      'May = 1993-05',
    ],
    [
      'and from a printed day, however far it leaps',
      'An organ was bought in 1790. The school was opened on 5 September 1839. In May prizes were given.',
      'May = 1840-05',
    ],
  ])('%s', (_, text, expected) => {
    expect(timexes(text).at(-1)).toBe(expected);
  });
  it('over the days that are next in it', () => {
    const text =
      'On 31 August 1854 the fever broke out. Over the next three days 127 people died. In 1992 a stone was set, and today there is a walk, and last month a talk.';
    const found = readUndated(text).mentions.find((each) => each.text === 'the next three days');
    expect(found?.edtf).toBe('1854-08-31/1854-09-03');
  });
  it('within the year of a letter that has only a year', () => {
    const text =
      'Log of the brig Ann, 1851. We lay off Rio in May. On 17 June it snowed. A boy joined us two weeks ago.';
    expect(timexes(text, '1851').at(-1)).toBe('two weeks ago = 1851-06-02/1851-06-08');
  });
});

it('a printed weekday that no year near has sends the story to where it fits', () => {
  const about =
    'On Tuesday 12 March 1957 the pit at Wick exploded. The shafts were sunk in 1891. A fan was ordered in the autumn of 1955.';
  const { mentions } = readUndated(
    `The pit\n\n${about}\n\nWarnings\n\nGas was found on 4 March. On Friday 8 March the crew refused to go down.`,
  );
  expect(mentions.slice(-2).map((m) => m.value)).toEqual(['1957-03-04', '1957-03-08']);
});
