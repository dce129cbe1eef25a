import { describe, expect, it } from 'vitest';
import { mention, read, readUndated } from './notation.ts';

describe('a quoted speaker', () => {
  it('speaks from the day that the words before tell', () => {
    const reading = read(
      'Mayor Dahl resigned on Wednesday. In a speech on 2 June, he told the council: “I met the builders yesterday and will meet them again next week.” He said no more on Monday.',
      '2022-09-14',
    );
    expect(mention(reading, 'yesterday').edtf).toBe('2022-06-01');
    expect(mention(reading, 'yesterday').how).toBe('yesterday → the day of speaking, 2 June');
    expect(mention(reading, 'next week').edtf).toBe('2022-06-06/2022-06-12');
    expect(mention(reading, 'Monday').edtf).toBe('2022-09-12');
  });
  it('or the words behind, and goes on in the next quotation', () => {
    const reading = read(
      '“The pumps failed yesterday,” the engineer wrote on 3 May. “They will be mended next week.” The company confirmed on Tuesday that they work.',
      '2022-09-14',
    );
    expect(mention(reading, 'yesterday').edtf).toBe('2022-05-02');
    expect(mention(reading, 'next week').edtf).toBe('2022-05-09/2022-05-15');
    expect(mention(reading, 'Tuesday').edtf).toBe('2022-09-13');
  });
  it('may be cited with a weekday, in straight marks', () => {
    const reading = read('"We vote tomorrow," Kovac said Wednesday.', '1998-03-20');
    expect(mention(reading, 'tomorrow').edtf).toBe('1998-03-19');
  });
  it('moves no story but their own', () => {
    const reading = readUndated(
      'The Lang trial opened on 4 October 1932. A letter of 12 August 1931 to his brother said: “The horse died last Monday.” The jury did not believe him. In November he was freed.',
    );
    expect(mention(reading, 'last Monday').edtf).toBe('1931-08-10');
    expect(mention(reading, 'November').edtf).toBe('1932-11');
  });
  it('is no one in a title or a turn of phrase', () => {
    const reading = read(
      'On 2 June the mayor opened the pool. He called it "what we needed yesterday".',
      '2015-07-12',
    );
    expect(mention(reading, 'yesterday').edtf).toBe('2015-07-11');
  });
});

describe('a record of who spoke', () => {
  it('is told from its own day', () => {
    const reading = readUndated(
      'Question Time, Wednesday 22 October 2008\n\nMrs Vos (Wexford): Offices were closed between 1997 and 2003, and grants were raised in 2006.\n\nMr Lund: I went there on 3 October, and a van was sent there on 15 September.',
    );
    expect(reading.mentions.find((each) => each.text === '3 October')?.edtf).toBe('2008-10-03');
  });
});
