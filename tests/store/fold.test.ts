import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDays } from '../../src/model/days.ts';
import { foldOf, longGaps, piecesOf } from '../../src/store/fold.ts';
import { foldIndex, foldTable } from '../../src/store/folded.ts';
import { indexTable } from '../../src/store/index.ts';
import { createStore, createTableStore, inOrder } from '../../src/store/memory.ts';
import { sketchStore } from '../../src/store/sketch.ts';
import { tableOf } from '../../src/store/table.ts';
import { event } from '../layout/events.ts';

const SEED = 51_628;

/** Gaps of spans that may come in any order. */
function gapsOf(spans: readonly (readonly [start: number, end: number])[]) {
  const rising = [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return longGaps(
    rising.map(([start]) => start),
    rising.map(([, end]) => end),
  );
}

const day = (edtf: string): readonly [number, number] => {
  const [year = 0, month = 1, of = 1] = edtf.split('-').map(Number);
  const start = toDays(year, month, of);
  return [start, start + 1];
};

/** Clusters of days with long silences between them. */
const clusters = fc
  .array(
    fc.record({
      silence: fc.integer({ min: 40_000, max: 900_000 }),
      days: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 4, maxLength: 12 }),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((list) => {
    let at = -700_000;
    return list.flatMap(({ silence, days }) => {
      at += silence;
      const base = at;
      at += 900;
      return days.map((d): [number, number] => [base + d, base + d + 1]);
    });
  });

describe('longGaps', () => {
  it('R27 finds the silence between a wreck and its discovery', () => {
    const told = ['1626-01-16', '1627-03-01', '1628-08-10', '2021-02-01', '2021-05-20', '2022-10-01'];
    expect(gapsOf(told.map(day))).toEqual([{ start: toDays(1628, 8, 11), end: toDays(2021, 2, 1) }]);
  });

  it('R27 finds two where a village tells of a villa, a fire and of now', () => {
    const told = [
      '0080-01-01',
      '0085-06-01',
      '0090-01-01',
      '1628-05-04',
      '1629-01-01',
      '1630-02-02',
      '2019-01-01',
      '2020-04-04',
      '2021-06-06',
    ];
    expect(gapsOf(told.map(day)).map(({ end }) => end)).toEqual([toDays(1628, 5, 4), toDays(2019)]);
  });

  it('R27 finds none where events lie evenly, or are two, or none', () => {
    expect(gapsOf([])).toEqual([]);
    expect(gapsOf([day('1628-08-10'), day('2021-01-01')])).toEqual([]);
    expect(gapsOf([2000, 2005, 2010, 2015, 2020, 2025].map((year) => day(`${year}`)))).toEqual([]);
    const weekly = Array.from({ length: 60 }, (_, i): [number, number] => [i * 7, i * 7 + 1]);
    expect(gapsOf(weekly)).toEqual([]);
  });

  it('R27 takes what lasts over a gap for told where it begins and ends', () => {
    const told = ['1626-01-16', '1627-03-01', '1628-08-10', '2021-02-01', '2021-05-20', '2022-10-01'].map(
      day,
    );
    const sunk = [toDays(1628, 8, 10), toDays(2021, 2, 2)] as const;
    expect(gapsOf([...told, sunk])).toEqual(gapsOf(told));
    // A century of which something is told somewhere is no silence.
    const century = [toDays(1700), toDays(1800)] as const;
    expect(gapsOf([...told, century]).every((gap) => gap.start >= century[1] || gap.end <= century[0])).toBe(
      true,
    );
  });

  it('R27 finds only stretches of which nothing is told', () => {
    fc.assert(
      fc.property(clusters, (spans) => {
        for (const gap of gapsOf(spans)) {
          expect(spans.every(([start, end]) => end <= gap.start || start >= gap.end)).toBe(true);
        }
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

const folds = clusters
  .map((spans) => ({
    spans,
    gaps: gapsOf(spans),
    extent: { start: Math.min(...spans.flat()), end: Math.max(...spans.flat()) },
  }))
  .filter(({ gaps }) => gaps.length > 0)
  .map(({ gaps, extent, spans }) => ({ fold: foldOf(gaps, extent), extent, spans }));

describe('foldOf', () => {
  const instants = fc.array(fc.double({ min: -800_000, max: 4_000_000, noNaN: true }), {
    minLength: 2,
    maxLength: 40,
  });

  it('R28 rises everywhere and goes both ways', () => {
    fc.assert(
      fc.property(folds, instants, ({ fold }, days) => {
        const rising = [...days].sort((a, b) => a - b);
        for (const [i, at] of rising.entries()) {
          expect(Math.abs(fold.toReal(fold.toFolded(at)) - at)).toBeLessThan(1e-3);
          expect(Math.abs(fold.toFolded(fold.toReal(at)) - at)).toBeLessThan(1e-6);
          const next = rising[i + 1];
          if (next !== undefined && next - at > 1e-3) {
            expect(fold.toFolded(next)).toBeGreaterThan(fold.toFolded(at));
            expect(fold.toReal(next)).toBeGreaterThan(fold.toReal(at));
          }
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('R28 leaves a day a day outside of the gaps, and what comes after the last where it was', () => {
    fc.assert(
      fc.property(folds, ({ fold, spans, extent }) => {
        for (const [start, end] of spans) expect(fold.toFolded(end) - fold.toFolded(start)).toBe(end - start);
        expect(fold.toFolded(extent.end)).toBe(extent.end);
        for (const [i, band] of fold.bands.entries()) {
          expect(fold.toFolded(fold.gaps[i]!.start)).toBe(band.start);
          expect(fold.toFolded(fold.gaps[i]!.end)).toBe(band.end);
        }
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('R28 makes bands narrow, and keeps some air beside them', () => {
    fc.assert(
      fc.property(folds, ({ fold, extent, spans }) => {
        const whole = fold.toFolded(extent.end) - fold.toFolded(extent.start);
        const bands = fold.bands.reduce((sum, band) => sum + band.end - band.start, 0);
        expect(bands / whole).toBeGreaterThan(0.04);
        expect(bands / whole).toBeLessThan(0.26);
        for (const gap of fold.gaps) {
          expect(spans.every(([start, end]) => end < gap.start || start > gap.end)).toBe(true);
        }
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

describe('piecesOf', () => {
  it('R28 cuts a span of folded time at the bands, and knows where each piece lies in real time', () => {
    fc.assert(
      fc.property(folds, ({ fold, extent }) => {
        const span = { start: fold.toFolded(extent.start) - 5, end: extent.end + 5 };
        const pieces = piecesOf(span, fold);
        expect(pieces).toHaveLength(fold.bands.length + 1);
        for (const { start, end, later } of pieces) {
          for (const at of [start, (start + end) / 2, end])
            expect(fold.toReal(at)).toBeCloseTo(at - later, 6);
        }
      }),
      { seed: SEED, numRuns: 50 },
    );
    expect(piecesOf({ start: 1, end: 2 }, undefined)).toEqual([{ start: 1, end: 2, later: 0 }]);
  });
});

describe('foldTable', () => {
  it('R28 gives stores that count the same events in folded time', () => {
    fc.assert(
      fc.property(folds, ({ fold, spans, extent }) => {
        const long = event('long', '2024-01-01');
        const events = inOrder([
          ...spans.map(([start, end], i) => {
            const one = event(`e${i}`, '2024-01-01', { category: i % 2 ? 'a' : 'b' });
            return { ...one, time: { ...one.time, start, end } };
          }),
          { ...long, category: 'a', time: { ...long.time, ...extent } },
        ]);
        const real = createStore(events);
        const table = tableOf(events);
        const whole = { start: fold.toFolded(extent.start), end: fold.toFolded(extent.end) };
        const index = indexTable(table, table.categories.length);
        const plain = createStore(events, undefined, fold);
        const mapped = createTableStore(foldTable(table, fold), foldIndex(index, fold));
        const middle = { start: whole.start, end: (whole.start + whole.end) / 2 };
        for (const store of [plain, mapped]) {
          expect(store.fold).toBe(fold);
          expect(store.extent).toEqual(whole);
          for (const key of ['a', 'b']) {
            expect(store.count(key, whole)).toBe(real.count(key, extent));
            expect(store.histogram(key, whole, 5)).toEqual(plain.histogram(key, whole, 5));
            const asked = { start: fold.toReal(middle.start), end: fold.toReal(middle.end) };
            expect(store.meeting(key, middle)).toEqual(real.meeting(key, asked));
            expect(store.top(key, middle, 3)).toEqual(real.top(key, asked, 3));
          }
        }
        const sketch = sketchStore(foldTable(table, fold));
        expect([sketch.fold, sketch.extent]).toEqual([fold, whole]);
      }),
      { seed: SEED, numRuns: 40 },
    );
    expect(createStore([event('a', '2024')]).fold).toBeUndefined();
  });
});
