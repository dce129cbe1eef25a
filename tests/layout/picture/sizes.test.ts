import { expect, test } from 'vitest';
import { lastDayOf } from '../../../src/layout/picture/made.ts';
import { NAMED_SIZES, paperOf, paperSize } from '../../../src/layout/picture/sizes.ts';
import { documentOf } from '../../model/events.ts';

test('sizes of paper are whole pixels at 96 to the inch', () => {
  expect(NAMED_SIZES.slide).toMatchObject({ width: 1280, height: 720 });
  expect(NAMED_SIZES['a4-upright']).toEqual({ width: 794, height: 1123, paper: { width: 210, height: 297 } });
  expect(NAMED_SIZES.letter).toMatchObject({ width: 1056, height: 816 });
});

test('a height that nobody asked for follows from the picture', () => {
  expect(paperOf(paperSize(180, null), { width: 680, height: 1360 })).toEqual({ width: 180, height: 360 });
  expect(paperOf(NAMED_SIZES.a3, { width: 1587, height: 1123 })).toEqual({ width: 420, height: 297 });
  expect(paperOf({ width: 680, height: 400, paper: null }, { width: 680, height: 400 })).toBeUndefined();
});

test('the day on which a picture was made is the last from which a document speaks', () => {
  const dated = (id: string, edtf: string) =>
    documentOf(id, '', { date: { edtf, origin: 'printed', reason: 'Printed.' } });
  expect(lastDayOf([])).toBeNull();
  expect(lastDayOf([documentOf('a', ''), dated('b', '-0043'), dated('c', 'Y12000')])).toBeNull();
  expect(lastDayOf([dated('a', '2024-05-16'), dated('b', '2019/2024-06'), dated('c', '1999')])).toEqual({
    year: 2024,
    month: 6,
    day: 30,
  });
});
