import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract/pipeline.ts';
import { mention, read, readUndated } from './notation.ts';

const others = (text: string, words: string, date?: string) => {
  const found = mention(date === undefined ? readUndated(text) : read(text, date), words);
  return [found.edtf, ...found.alternatives.map(({ edtf, reason }) => `${edtf}: ${reason}`)];
};

describe('what does not agree is kept', () => {
  it('a weekday that is not the one of its day', () => {
    const text =
      'The board met in Riga on Tuesday, 12 May 2023, and closed two of its mills before the summer.';
    expect(others(text, 'Tuesday, 12 May 2023')).toEqual([
      '2023-05-12',
      '2023-05-09: the Tuesday beside it: 2023-05-12 is a Friday',
      '2020-05-12: there a Tuesday: 2023-05-12 is a Friday',
    ]);
    const doubted = mention(readUndated(text), 'Tuesday, 12 May 2023').confidence;
    const plain = mention(readUndated(text.replace('Tuesday', 'Friday')), 'Friday, 12 May 2023');
    expect(plain.alternatives).toEqual([]);
    expect(doubted).toBeLessThan(plain.confidence);
  });
  it('a weekday that leads to an old year', () => {
    expect(
      others('The ferry sank on Friday, 12 May, and nine were saved.', 'Friday, 12 May', '2019-08-20'),
    ).toEqual(['2017-05-12', '2019-05-12: the nearest year, in which it is a Sunday']);
  });
  it('but not where it was the story that led far back', () => {
    const text =
      'The fever came in August 1854. On Thursday, 7 September, a doctor told the vestry. It fell in October 1854.';
    expect(others(text, 'Thursday, 7 September', '1992-09-10')).toEqual(['1854-09-07']);
  });
  it('a heading of another year', () => {
    const text =
      'Bank diary\n\n14 May 2021\n\nOn 14 May 2022 the bank opened its new branch.\n\n15 May 2021\n\nRain.\n';
    expect(others(text, '14 May 2022')).toEqual(['2022-05-14', '2021-05-14: the heading says 14 May 2021']);
    const agreed =
      'Bank diary\n\n14 May 2021\n\nThe bank was founded on 2 June 1990.\n\n15 May 2021\n\nRain.\n';
    expect(others(agreed, '2 June 1990')).toEqual(['1990-06-02']);
  });
  it('figures of which nothing tells whether the day comes first', () => {
    expect(others('The deed was signed on 3/4/2021.', '3/4/2021')).toEqual([
      '2021-03-04',
      '2021-04-03: where the day comes first',
    ]);
    expect(others('The deed was signed on 3/4/2021 and filed on 25/4/2021.', '3/4/2021')).toEqual([
      '2021-04-03',
    ]);
    expect(others('The deed was signed on 5/5/2021.', '5/5/2021')).toEqual(['2021-05-05']);
  });
  it('old weekdays are of another calendar', () => {
    expect(others('They sailed on Monday, 12 May 1641.', 'Monday, 12 May 1641')).toEqual(['1641-05-12']);
  });
  it('and an event carries it', () => {
    const text = 'The board closed two of its mills in Riga on Tuesday, 12 May 2023.';
    const document = { id: 'a', name: 'a', title: '', text, format: 'text' as const, date: null };
    const { events } = extract([document], { categories: [] });
    expect(events[0]?.time.alternatives?.map(({ edtf }) => edtf)).toEqual(['2023-05-09', '2020-05-12']);
  });
});

describe('a heading whose year breaks the order of all others', () => {
  const log = (dates: readonly string[]) =>
    `Log\n\n${dates.map((date) => `${date}\n\nThe wind fell.`).join('\n\n')}`;
  it.each([
    [['3 May 2021', '5 May 2021', '6 May 2012', '9 May 2021'], '6 May 2012', '2021-05-06'],
    [['9 May 2021', '6 May 2031', '5 May 2021', '3 May 2021'], '6 May 2031', '2021-05-06'],
    [
      ['28 December 1998', '30 December 1998', '2 January 1998', '5 January 1999'],
      '2 January 1998',
      '1999-01-02',
    ],
  ])('%s', (dates, words, expected) => {
    const found = mention(readUndated(log(dates)), words);
    expect(found.alternatives.map(({ edtf }) => edtf)).toEqual([expected]);
    expect(found.confidence).toBeLessThan(0.7);
  });
  it.each([
    [['3 May 2021', '5 May 2021', '6 May 2021', '9 May 2021']],
    [['3 May 2021', '5 May 2012', '6 May 2021', '9 May 2012']],
    [['3 May 2021', '6 May 2012', '9 May 2021']],
  ])('nothing to mend in %s', (dates) => {
    for (const { alternatives } of readUndated(log(dates)).mentions) expect(alternatives).toEqual([]);
  });
});
