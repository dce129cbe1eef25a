import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCivil } from '../../src/model/days.ts';
import { edtfDate, readEdtf } from '../../src/model/edtf.ts';
import { type Grip, isMovable, moveDate } from '../../src/state/moveDate.ts';

describe('moving a date by hand', () => {
  test.each([
    ['2024-05-14', 'both', 2, '2024-05-16'],
    ['2024-05-14', 'both', 0.4, '2024-05-14'],
    ['2024-05-30', 'both', 3, '2024-06-02'],
    ['2024-05', 'both', 31, '2024-06'],
    ['2024-05', 'both', 10, '2024-05'],
    ['1912', 'both', -366, '1911'],
    ['-0043', 'both', -366, '-0044'],
    ['1912~', 'both', 366, '1913~'],
    ['2024-05-14T09:30', 'both', 1, '2024-05-15T09:30'],
    ['2024-05-14/2024-05-16', 'both', 7, '2024-05-21/2024-05-23'],
    ['2024-05-14/2024-05-16', 'end', 4, '2024-05-14/2024-05-20'],
    ['2024-05-14/2024-05-16', 'start', 1, '2024-05-15/2024-05-16'],
    ['2024-05-14/2024-05-16', 'start', 30, '2024-05-16'],
    ['2024-05-14/2024-05-16', 'end', -30, '2024-05-14'],
    ['2024-05-14', 'end', 3, '2024-05-14/2024-05-17'],
    ['1914/..', 'both', 366, '1915/..'],
    ['../1914', 'end', 366, '../1915'],
    ['1914/1918-11', 'end', 31, '1914/1918-12'],
  ] as const)('%s: %s by %d days is %s', (edtf, grip, by, wanted) => {
    expect(moveDate(edtf, grip, by)).toBe(wanted);
  });

  test.each(['195X', '2024-21', '19XX', '2024-33', 'once'])('%s has no step to be moved by', (edtf) => {
    expect(isMovable(edtf)).toBe(false);
    expect(moveDate(edtf, 'both', 400)).toBeNull();
  });

  test('always gives a date, and days come back to where they were', () => {
    const day = fc.integer({ min: -900_000, max: 900_000 });
    const of = (days: number): string => {
      const { year, month, day } = toCivil(days);
      return edtfDate(year, month, day);
    };
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 500 }),
        fc.constantFrom<Grip>('start', 'end', 'both'),
        fc.integer({ min: -2000, max: 2000 }),
        (first, length, grip, by) => {
          const edtf = length === 0 ? of(first) : `${of(first)}/${of(first + length)}`;
          const moved = moveDate(edtf, grip, by) ?? '';
          const span = readEdtf(moved);
          expect(span).not.toHaveProperty('problem');
          if (grip === 'both') expect(moveDate(moved, 'both', -by)).toBe(edtf);
        },
      ),
      { seed: 7 },
    );
  });
});
