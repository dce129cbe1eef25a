import { describe, expect, it } from 'vitest';
import { readUndated } from './notation.ts';

/** Every expression with its day or moment. */
const values = (text: string) => readUndated(text).mentions.map((m) => `${m.text} = ${m.value}`);

const ABOUT =
  'On 3 February 1987 the barge Merle sank at her moorings off Kelso Point with the loss of two lives.';
const lines = (...rows: string[]) =>
  `The loss of the Merle\n\n${ABOUT}\n\nCourse of events\n\n${rows.join('\n')}`;

describe('times with which the lines of a log open', () => {
  it.each([
    ['with a full stop', ['05.40  The crew came aboard.', '07.12  She listed to port.'], ['05.40', '07.12']],
    ['as four digits', ['0540 The crew came aboard.', '0712 She listed to port.'], ['0540', '0712']],
    ['with a dash', ['- 09.30 – The crew came aboard.', '- 11.05 – She sank.'], ['09.30', '11.05']],
  ])('%s', (_, rows, [first, second]) => {
    const clock = (time: string) => time.replace(/(\d\d)\.?(\d\d)/, '$1:$2');
    expect(values(lines(...rows)).slice(1)).toEqual([
      `${first} = 1987-02-03T${clock(first!)}`,
      `${second} = 1987-02-03T${clock(second!)}`,
    ]);
  });

  it.each([
    ['numbers of paragraphs', ['5.40 The crew came aboard.', '5.41 She listed to port.']],
    ['a number alone', ['5.40 The crew came aboard.', 'Nobody saw her list.']],
    ['years', ['1940 The yard is built.', '1962 The yard is sold.']],
  ])('are not %s', (_, rows) => {
    expect(values(lines(...rows)).some((value) => value.includes('T'))).toBe(false);
  });
});

describe('the day of a section of times', () => {
  const section = (before: string) =>
    values(
      `The loss of the Merle\n\nBoard of Enquiry, 14 November 1987\n\n${ABOUT}\n\nThe ship\n\n${before}\n\nThe last hours\n\n05:40 The crew came aboard.`,
    ).at(-1);

  it('is the one that the report is about, when it has told of what came before', () => {
    expect(section('She was built in 1961. A leak was found on 30 January 1987.')).toBe(
      '05:40 = 1987-02-03T05:40',
    );
  });

  it('is the one the story has reached, when it has gone on', () => {
    expect(section('A second barge was lost on 9 February 1987.')).toBe('05:40 = 1987-02-09T05:40');
  });
});
