import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarBins, singleTicks } from '../../src/layout/bins.ts';
import { AXIS_HEIGHT, layoutTicks } from '../../src/layout/ticks.ts';
import { toCivil, toDays } from '../../src/model/days.ts';
import { textWidth } from '../../src/scene/advances.ts';
import { boundsOf, overlaps } from '../../src/scene/bounds.ts';
import type { Box, Group, Line, Text } from '../../src/scene/scene.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { chance } from '../gallery/case.ts';

const plot: Box = { x: 120, y: 60, width: 1000, height: 300 };

function axis(start: number, end: number, locale = 'en', box = plot) {
  const marks = layoutTicks(
    { start, end, width: box.x + box.width + 16, height: 400 },
    box,
    LIGHT,
    locale,
  ) as Group[];
  const texts = (marks[1]?.marks ?? []).filter((mark): mark is Text => mark.kind === 'text');
  return {
    coarse: texts.filter((text) => text.weight === 650),
    fine: texts.filter((text) => text.weight === 400),
    lines: (marks[0]?.marks ?? []) as Line[],
    width: box.x + box.width + 16,
  };
}
const words = (texts: readonly Text[]) => texts.map((text) => text.text);
const between = (from: number, to: number, locale?: string) => {
  const { coarse, fine } = axis(from, to, locale);
  return { coarse: words(coarse), fine: words(fine) };
};

describe('layoutTicks', () => {
  test('minutes of a day', () => {
    const noon = toDays(2024, 5, 16) + 0.5;
    expect(between(noon, noon + 1 / 24)).toEqual({
      coarse: ['Thu, 16 May 2024'],
      fine: Array.from({ length: 12 }, (_, i) => `12:${String(i * 5).padStart(2, '0')}`),
    });
  });

  test('days of two months, the month at the left edge kept', () => {
    const { coarse, fine } = between(toDays(2024, 2, 20), toDays(2024, 3, 12));
    expect(coarse).toEqual(['Feb 2024', 'Mar 2024']);
    expect(fine.slice(8, 13)).toEqual(['28', '29', '1', '2', '3']);
  });

  test('months of years', () => {
    expect(between(toDays(2022), toDays(2024, 6)).fine.slice(0, 5)).toEqual([
      'Jan',
      'Apr',
      'Jul',
      'Oct',
      'Jan',
    ]);
    expect(between(toDays(2022), toDays(2024, 6)).coarse).toEqual(['2022', '2023', '2024']);
  });

  test('decades have their name, centuries their first year', () => {
    expect(between(toDays(1965), toDays(1995)).coarse).toEqual(['1960s', '1970s', '1980s', '1990s']);
    expect(between(toDays(1965), toDays(1995), 'de').coarse).toEqual([
      '1960er',
      '1970er',
      '1980er',
      '1990er',
    ]);
    expect(between(toDays(1650), toDays(2000)).coarse).toEqual(['1600', '1700', '1800', '1900']);
  });

  test('R19 there is no year 0: 1 BC is followed by AD 1', () => {
    expect(between(toDays(-3), toDays(5)).coarse).toEqual([
      '4 BC',
      '3 BC',
      '2 BC',
      '1 BC',
      'AD 1',
      'AD 2',
      'AD 3',
      'AD 4',
    ]);
    expect(between(toDays(-22), toDays(25)).fine).toEqual([
      '20 BC',
      '15 BC',
      '10 BC',
      '5 BC',
      'AD 1',
      '5',
      '10',
      '15',
      '20',
    ]);
    expect(between(toDays(-22), toDays(25), 'de').fine.slice(3, 5)).toEqual(['5 v. Chr.', '1 n. Chr.']);
  });

  test('ticks stand where the years begin', () => {
    const [start, end] = [toDays(-22), toDays(25)];
    const { fine } = axis(start, end);
    const at = (label: string) => {
      const x = (fine.find((text) => text.text === label)?.x ?? 0) - 6;
      return start + ((x - plot.x) / plot.width) * (end - start);
    };
    expect(at('10 BC')).toBeCloseTo(toDays(-9), 5);
    expect(at('AD 1')).toBeCloseTo(toDays(1), 5);
    expect(at('10')).toBeCloseTo(toDays(10), 5);
  });

  test('far years have separators, and Date’s limit is no limit', () => {
    expect(between(toDays(-12_000), toDays(-9000)).coarse).toContain('12,000 BC');
    expect(between(toDays(-13_800_000_000), toDays(2026)).fine).toContain('12 billion BC');
    expect(between(toDays(-400_000), toDays(-399_990)).coarse).toContain('399,999 BC');
  });

  test('R17 the label of the left edge is pushed out by the next, not under it', () => {
    const { coarse } = axis(toDays(2023, 12, 20), toDays(2026));
    const [first, second] = coarse;
    expect(words(coarse).slice(0, 2)).toEqual(['2023', '2024']);
    expect((first?.x ?? 0) + textWidth('2023', 13, 650, true)).toBeLessThanOrEqual(second?.x ?? 0);
    // Where nothing is free at the left it gives way.
    const narrow = axis(toDays(2023, 12, 20), toDays(2026), 'en', { ...plot, x: 8 });
    expect(words(narrow.coarse)[0]).toBe('2024');
  });

  test('nothing for a view that is empty, backwards or unbounded', () => {
    for (const [start, end] of [
      [5, 5],
      [9, 5],
      [Number.NaN, 5],
      [0, Number.POSITIVE_INFINITY],
    ] as const) {
      expect(layoutTicks({ start, end, width: 100, height: 100 }, plot, LIGHT, 'en')).toEqual([]);
    }
  });

  test('what is no language tag is taken for English', () => {
    expect(between(toDays(2022), toDays(2024, 6), 'not a tag').fine[0]).toBe('Jan');
  });
});

const spans = fc
  .tuple(
    fc.double({ min: -3, max: 13, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.constantFrom('en', 'de', 'fr', 'ja', 'ar', 'ru'),
  )
  .map(([power, centre, locale]) => {
    const length = Math.min(10 ** power, 7e12);
    const middle = toDays(1900) + centre * length * 0.6;
    return { start: middle - length / 2, end: middle + length / 2, locale };
  });

describe('at any scale', () => {
  test('R17 labels of a tier stand in order, apart, and inside the picture', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 200, max: 2000 }), ({ start, end, locale }, width) => {
        const { coarse, fine, width: picture } = axis(start, end, locale, { ...plot, width });
        // A hundred thousand labels: what is wrong is gathered, since asking of each costs more than drawing it.
        const faults: string[] = [];
        for (const tier of [coarse, fine]) {
          tier.forEach((text, i) => {
            const box = boundsOf(text)!;
            if (!(box.x >= 0 && box.x + box.width <= picture)) faults.push(`${text.text} is outside`);
            const next = tier[i + 1];
            if (!next) return;
            if (!(next.x > text.x)) faults.push(`${next.text} is before ${text.text}`);
            if (overlaps(box, boundsOf(next)!)) faults.push(`${next.text} is over ${text.text}`);
          });
        }
        expect(faults).toEqual([]);
      }),
      { seed: 7, numRuns: 1500 },
    );
  });

  test('neighbouring labels differ, and there are neither too few nor too many', () => {
    fc.assert(
      fc.property(spans, ({ start, end, locale }) => {
        const { coarse, fine } = axis(start, end, locale);
        const all = words(fine);
        expect(all.filter((label, i) => label === all[i - 1])).toEqual([]);
        expect(coarse.length).toBeGreaterThanOrEqual(1);
        if (end - start > 1 / 24) expect(fine.length).toBeGreaterThanOrEqual(3);
        expect(fine.length).toBeLessThanOrEqual(50);
      }),
      { seed: 8, numRuns: 1500 },
    );
  });

  test('R18 panning changes no unit: what is in both pictures has the same label', () => {
    fc.assert(
      fc.property(spans, fc.double({ min: -0.4, max: 0.4, noNaN: true }), ({ start, end, locale }, share) => {
        // Beyond four digits names grow with the year, and steps with them.
        fc.pre(Math.abs(start) < 3_000_000 && Math.abs(end) < 3_000_000);
        const by = (end - start) * share;
        const [a, b] = [axis(start, end, locale), axis(start + by, end + by, locale)];
        const scale = plot.width / (end - start);
        const inside = (x: number) => x > plot.x + 20 && x < plot.x + plot.width - 200;
        const other = a.fine.filter((text) => {
          const x = text.x - by * scale;
          if (!inside(text.x) || !inside(x)) return false;
          return b.fine.find((twin) => Math.abs(twin.x - x) < 0.5)?.text !== text.text;
        });
        expect(words(other)).toEqual([]);
      }),
      { seed: 9, numRuns: 800 },
    );
  });
});

describe('200 views from ten minutes to five billion years', () => {
  const random = chance(1628);
  const views = Array.from({ length: 200 }, (_, i) => {
    const [least, most] = [Math.log(10 / 1440), Math.log(5e9 * 365.2425)];
    const length = Math.exp(least + ((most - least) * i) / 199);
    // Before Christ, around the turn of eras, now, and ahead.
    const middle =
      toDays(1900) + (random() * 2 - 1) * Math.max(length * 0.7, random() < 0.5 ? 800_000 : 40_000);
    return { start: middle - length / 2, end: middle + length / 2 };
  });
  /** The number that a year's name says, and whether it is before Christ. */
  const read = (words: string, locale: string) => {
    const [, digits = ''] = /([\d.,]+)/.exec(words) ?? [];
    const plain = locale === 'de' ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
    const unit = /billion|Milliarde|Mrd/.test(words) ? 1e9 : /million|Million|Mio/.test(words) ? 1e6 : 1;
    return { count: Math.round(Number(plain) * unit), before: /BC|v\. Chr/.test(words) };
  };

  test.each(['en', 'de'])('R17 R18 R19 %s: apart, in order, round, and where they say', (locale) => {
    for (const { start, end } of views) {
      const { coarse, fine } = axis(start, end, locale);
      const said = `${start} … ${end}`;
      for (const tier of [coarse, fine]) {
        for (let i = 1; i < tier.length; i++) {
          expect(tier[i]!.x, said).toBeGreaterThan(tier[i - 1]!.x);
          expect(overlaps(boundsOf(tier[i - 1]!)!, boundsOf(tier[i]!)!), said).toBe(false);
        }
      }
      expect(fine.length, said).toBeGreaterThanOrEqual(3);
      const scale = plot.width / (end - start);
      const at = fine.map((text) => start + (text.x - 6 - plot.x) / scale);
      if (fine.every((text) => /^\d\d:\d\d$/.test(text.text))) {
        const minutes = at.map((time) => (time - Math.floor(time + 1e-6)) * 1440);
        const step = Math.round(Math.min(...minutes.slice(1).map((m, i) => Math.abs(m - minutes[i]!))));
        expect([1, 5, 10, 15, 30, 60, 180, 360, 720], said).toContain(step);
        minutes.forEach((minute, i) => {
          const [hour = 0, rest = 0] = fine[i]!.text.split(':').map(Number);
          expect(minute, said).toBeCloseTo(hour * 60 + rest, 2);
          expect(Math.round(minute) % step, said).toBe(0);
        });
      } else if (end - start > 200 * 366) {
        const years = at.map((time) => toCivil(time + 180).year);
        const counts = years.map((year) => (year > 0 ? year : 1 - year));
        const step = Math.min(
          ...years
            .slice(1)
            .map((year, i) => year - years[i]!)
            .filter((by, i) => Math.min(counts[i]!, counts[i + 1]!) > 1 && by > 0),
        );
        expect(/^[125]0*$/.test(String(step)), `${said}: ${step}`).toBe(true);
        years.forEach((year, i) => {
          expect(Math.abs(toDays(year) - at[i]!) * scale, said).toBeLessThan(0.02);
          expect(read(fine[i]!.text, locale), said).toEqual({ count: counts[i], before: year < 1 });
          if (counts[i] !== 1) expect(counts[i]! % step, said).toBe(0);
        });
      } else {
        // Days and months begin at midnight.
        for (const time of at) expect(Math.abs(time - Math.round(time)) * scale, said).toBeLessThan(0.02);
      }
    }
  });
});

describe('singleTicks', () => {
  test('names stand alone', () => {
    const labels = (start: number, end: number) =>
      singleTicks(start, end, 800, 11, 28, 'en').map((tick) => tick.label);
    expect(labels(toDays(1949), toDays(2030)).slice(0, 3)).toEqual(['1950', '1960', '1970']);
    expect(labels(toDays(2024, 1), toDays(2024, 8)).slice(0, 2)).toEqual(['Jan 2024', 'Feb 2024']);
    expect(labels(toDays(2024, 5, 15), toDays(2024, 5, 20))).toContain('16 May 2024');
  });
});

describe('calendarBins', () => {
  test('cover the span without a gap, in one unit of the calendar', () => {
    fc.assert(
      fc.property(spans, ({ start, end }) => {
        const bins = calendarBins(start, end, (end - start) / 100);
        expect(bins[0]).toBeLessThanOrEqual(start);
        expect(bins.at(-1)).toBe(end);
        for (let i = 1; i < bins.length; i++) expect(bins[i]!).toBeGreaterThan(bins[i - 1]!);
        expect(bins.length).toBeLessThan(110);
      }),
      { seed: 10 },
    );
  });
});

test('the axis is as high as it says', () => {
  const { coarse, fine, lines } = axis(toDays(1900), toDays(1990));
  for (const text of [...coarse, ...fine]) {
    const box = boundsOf(text)!;
    expect(box.y).toBeGreaterThanOrEqual(plot.y - AXIS_HEIGHT);
    expect(box.y + box.height).toBeLessThanOrEqual(plot.y);
  }
  expect(Math.min(...lines.map((line) => line.y1))).toBeGreaterThanOrEqual(plot.y - AXIS_HEIGHT);
  expect(Math.max(...lines.map((line) => line.y2))).toBe(plot.y + plot.height);
});
