import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../src/state/address.ts';

describe('an address', () => {
  test('comes back as it was written, whatever the words', () => {
    const days = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const words = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 3 });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 9999 }),
        words,
        words,
        fc.string(),
        (start, length, hidden, actors, query) => {
          const address = {
            view: { start, end: start + length / 8 },
            hidden: [...hidden].sort(),
            chosen: actors.length > 0 ? { actor: [...actors].sort() } : {},
            ...(length % 3 === 0 ? { between: { from: '-0043', to: length % 2 ? '' : '198X' } } : {}),
            ...(length % 5 === 0 ? { down: length % 2 === 0 } : {}),
            query: query.trim() === '' ? '' : query,
            selected: hidden[0] ?? null,
          };
          expect(readAddress(`#${writeAddress(address)}`)).toEqual(address);
        },
      ),
      { seed: 2024 },
    );
  });

  test('keeps a view of ten minutes to the second, and one of ages short', () => {
    const view = { start: 20_107.45512, end: 20_107.45512 + 1 / 144 };
    const { view: again } = readAddress(
      writeAddress({ hidden: [], chosen: {}, query: '', selected: null, view }),
    );
    expect(Math.abs(again!.start - view.start)).toBeLessThan(1 / 86_400);
    expect(Math.abs(again!.end - view.end)).toBeLessThan(1 / 86_400);
    expect(
      writeAddress({ hidden: [], chosen: {}, query: '', selected: null, view: { start: 1 / 3, end: 3e6 } }),
    ).toBe('view=0.333%2C3000000');
  });

  test('nothing to say is nothing written', () => {
    expect(writeAddress({ hidden: [], chosen: {}, query: ' ', selected: null })).toBe('');
  });

  test.each([
    '#',
    '#view=1',
    '#time=up',
    '#view=5,5',
    '#view=9,3',
    '#view=a,b',
    '#view=,',
    '#view=1e300,2e300',
    '#view=-Infinity,20000',
    '#from=soon&to=2021-13',
    '#section-2',
    '#%E0%A4%A',
  ])('leaves out what it cannot read in %s', (hash) => {
    expect(readAddress(hash)).toEqual({ hidden: [], chosen: {}, query: '', selected: null });
  });
});
