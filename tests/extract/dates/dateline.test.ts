import { describe, expect, it } from 'vitest';
import { mention, readUndated } from './notation.ts';

describe('a dateline without its year', () => {
  it('has that of the copyright line', () => {
    const reading = readUndated(
      'GENEVA, March 4 — The health agency said on Tuesday that it had counted 900 cases. Last month it counted 300.\n\n(c) 2014 Lakeside Wire\n',
    );
    expect(reading.document.date).toEqual({
      edtf: '2014-03-04',
      origin: 'inferred',
      reason: 'The dateline says March 4; the year is that of “(c) 2014”.',
    });
    expect(mention(reading, 'Last month').edtf).toBe('2014-02');
    expect(mention(reading, 'Tuesday').how).toBe("Tuesday → dateline March 4 → the document's inferred date");
  });
  it('has the first one after all that the text tells by its year alone', () => {
    const reading = readUndated(
      'BERGEN, Nov. 12 (Lakeside Wire) - The shipping line will lay off 40 workers, it said Tuesday. It lost money in 2015. Its results for 2016 will be published in February.',
    );
    expect(reading.document.date?.edtf).toBe('2016-11-12?');
    expect(reading.document.date?.reason).toContain('2015');
    expect(mention(reading, 'February').edtf).toBe('2017-02');
  });
  it('stays in the year of a day that it tells, where it lies behind it', () => {
    const reading = readUndated(
      'LIMA, Oct. 9 (Wire) - The mine closed on 3 August 2012 after a slide, and its owners have not spoken since.',
    );
    expect(reading.document.date?.edtf).toBe('2012-10-09?');
  });
  it('is the one in which its day is the weekday that it tells of', () => {
    const reading = readUndated(
      'LONDON, May 22 (Wire) - Copper fell on Wednesday from a record. Peru dug 1.1 million tonnes in 2023, and cuts were signalled for 2024.',
    );
    expect(reading.document.date?.edtf).toBe('2024-05-22');
    expect(mention(reading, 'Wednesday').edtf).toBe('2024-05-22');
  });
  it('has none where nothing tells', () => {
    const text = 'GENEVA, March 4 — The agency said on Tuesday that it had counted 900 cases.';
    expect(readUndated(text).document.date).toBeNull();
  });
});

describe('a text whose only year is its copyright', () => {
  it('has about that year', () => {
    const reading = readUndated(
      'Harbour festival draws record crowd\n\nMore than 9,000 people came. The next festival will be held in June.\n\nCopyright 2016-2018 Elm Street Gazette. All rights reserved.\n',
    );
    expect(reading.document.date).toEqual({
      edtf: '2018~',
      origin: 'inferred',
      reason: 'No date is printed, but the year of “Copyright 2016-2018”.',
    });
  });
  it('a date printed near the top wins', () => {
    const text = 'Harbour festival\n\nPublished 3 June 2015\n\nMany came.\n\n© 2018 Elm Street Gazette';
    expect(readUndated(text).document.date?.edtf).toBe('2015-06-03');
  });
});
