import oracle from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDays } from '../../src/model/days.ts';
import { type EdtfSpan, edtfDate, readEdtf } from '../../src/model/edtf.ts';

const SEED = 20_240_516;
const DAY = 86_400_000;

const ok = (text: string): EdtfSpan => {
  const span = readEdtf(text);
  if ('problem' in span) throw new Error(span.problem);
  return span;
};
const days = (text: string) => [ok(text).start, ok(text).end];

// ── The grammar, as far as events need it ────────────────────────────────────────────────────────────────────────

const pad = (n: number, width = 2) => String(Math.abs(n)).padStart(width, '0');
const year = fc.integer({ min: -9999, max: 9999 }).map((n) => `${n < 0 ? '-' : ''}${pad(n, 4)}`);
const farYear = fc
  .integer({ min: -200_000, max: 200_000 })
  .filter((n) => Math.abs(n) > 9999)
  .map((n) => `Y${n}`);
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${pad(m)}`);
const day = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 365 }))
  .map(([y, n]) => {
    const date = new Date(0);
    date.setUTCFullYear(y, 0, 1 + n);
    return edtfDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  })
  .filter((text) => !text.startsWith('Y'));
const unknown = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
  .map(([n, k, negative]) => `${negative ? '-' : ''}${pad(n, 4).slice(0, 4 - k)}${'X'.repeat(k)}`);
const partly = fc.oneof(
  fc.tuple(month).map(([m]) => `${m}-XX`),
  year.map((y) => `${y}-XX`),
);
const quarter = fc.tuple(year, fc.integer({ min: 33, max: 36 })).map(([y, q]) => `${y}-${q}`);
const half = fc.tuple(year, fc.constantFrom(40, 41)).map(([y, h]) => `${y}-${h}`);
const mark = fc.constantFrom('', '', '~', '?', '%');
const marked = fc.tuple(fc.oneof(year, month, day), mark).map(([date, m]) => date + m);
const single = fc.oneof(marked, farYear, unknown, partly, quarter, half);
const end = fc.oneof(marked, unknown);
const interval = fc.tuple(end, end).map(([a, b]) => `${a}/${b}`);
const open = fc.oneof(
  end.map((date) => `${date}/..`),
  end.map((date) => `../${date}`),
);

/**
 * Where edtf 4.11.1 is wrong and ISO 8601-2 (or the calendar) is followed here instead:
 * seasons are quarters to it; a quarter or half of a negative year ends in the positive one; `-37` has five months;
 * `-00XX` and `-000X` lose their sign; `XX` for a month or day of a negative year starts
 * with the last one; every negative year has a 29 February, and year 0 has none;
 * `2024/` and `/2024` are bounded by 1970; `0000001` is a date to it.
 */
const oracleErrs = (text: string): boolean =>
  /-(2[1-9]|3[0-2]|3[789])/.test(text.replace(/^-?\d{4}-\d\d-\d\d.*/, '')) ||
  /^-\d{4}-(3[3-6]|4[01])/.test(text) ||
  /-0+X/.test(text) ||
  /-\d{4}-(\d\d-)?XX/.test(text) ||
  /-\d{4}-02-29/.test(text) ||
  text.includes('0000-02-29') ||
  /^-?0000-02/.test(text) ||
  /^\/|\/$/.test(text);

interface Known {
  readonly min: number;
  readonly max: number;
}

function ask(text: string): Known | null {
  try {
    return oracle(text) as Known;
  } catch {
    return null;
  }
}

describe('readEdtf agrees with the edtf package', () => {
  test.each([
    ['dates', single],
    ['intervals', interval],
    ['open intervals', open],
  ] as const)('%s generated from the grammar', (_name, arbitrary) => {
    let compared = 0;
    fc.assert(
      fc.property(arbitrary, (text) => {
        if (oracleErrs(text)) return;
        const theirs = ask(text);
        // It does not read some intervals of level 2 and refuses ends that lie within one another.
        if (!theirs) return;
        const ours = ok(text);
        compared++;
        if (!ours.openStart) expect(ours.start * DAY).toBe(theirs.min);
        else expect(theirs.min).toBe(-Infinity);
        if (!ours.openEnd) expect(ours.end * DAY - 1).toBe(theirs.max);
        else expect(theirs.max).toBe(Infinity);
      }),
      { seed: SEED, numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  test('refuses the same dates with one digit changed', () => {
    const mutated = fc
      .tuple(fc.oneof(month, day), fc.integer({ min: 0, max: 9 }), fc.constantFrom('0', '9', '4', '1', ' '))
      .filter(([text, i]) => /\d/.test(text[i] ?? ''))
      .map(([text, i, letter]) => text.slice(0, i) + letter + text.slice(i + 1));
    fc.assert(
      fc.property(mutated, (text) => {
        if (oracleErrs(text)) return;
        const theirs = ask(text);
        expect('problem' in readEdtf(text), text).toBe(theirs === null);
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });
});

describe('where the edtf package errs', () => {
  test.each([
    ['2024-21', '2024-03-01', '2024-06-01'],
    ['2024-24', '2024-12-01', '2025-03-01'],
    ['2024-29', '2024-09-01', '2024-12-01'],
    ['-0043-33', '-0043-01-01', '-0043-04-01'],
    ['-0043-41', '-0043-07-01', '-0042-01-01'],
    ['2024-37', '2024-01-01', '2024-05-01'],
    ['-00XX', '-0099-01-01', '0001-01-01'],
    ['0000-02-29', '0000-02-29', '0000-03-01'],
    ['0000-02', '0000-02-01', '0000-03-01'],
  ])('%s runs from %s to before %s', (text, first, after) =>
    expect(days(text)).toEqual([ok(first).start, ok(after).start]),
  );
  test('an end left empty is open', () => {
    expect(ok('2024/')).toMatchObject({ openEnd: true, start: toDays(2024) });
    expect(ok('/2024')).toMatchObject({ openStart: true, end: toDays(2025) });
  });
});

describe('readEdtf', () => {
  test.each([
    ['2024', 'year'],
    ['2024-05', 'month'],
    ['2024-05-16', 'day'],
    ['2024-05-16T14:30', 'time'],
    ['2024-22', 'season'],
    ['2024-34', 'quarter'],
    ['2024-40', 'half'],
    ['198X', 'decade'],
    ['19XX', 'century'],
    ['1XXX', 'millennium'],
    ['2024-05-16/2024-06', 'month'],
    ['Y12024-05-16', 'day'],
  ])('%s is known to the %s', (text, precision) => expect(ok(text).precision).toBe(precision));

  test('keeps doubt about either end', () => {
    expect(ok('1900~/1910?')).toMatchObject({ approximate: true, uncertain: true });
    expect(ok('1900%')).toMatchObject({ approximate: true, uncertain: true });
    expect(ok('1900')).toMatchObject({ approximate: false, uncertain: false });
  });

  test('keeps the minute of a time', () => expect(ok('2024-05-16T14:30').minute).toBe(870));

  test.each([
    ['2024-13', /month 13 .*01 to 12/],
    ['2024-13-40', /month 13/],
    ['2024-02-30', /day 30 .*01 to 29/],
    ['2024-05-16/2024-05-15', /not before the start/],
    ['-0000', /0000/],
    ['198X-05', /unknown digits/],
    ['../..', /one end/],
    ['2024-05-16T25:00', /time 25:00/],
    ['', /expected an EDTF date/],
    ['16 May 2024', /expected an EDTF date/],
    ['2024-5-6', /expected an EDTF date/],
    ['2024-21-03', /month 21/],
    ['Y99999999999', /year/],
    ['2024/2025/2026', /expected an EDTF date/],
  ])('refuses %j with what was found and expected', (text, said) => {
    const span = readEdtf(text);
    expect('problem' in span ? span.problem : '').toMatch(/^found .*expected/);
    expect('problem' in span ? span.problem : '').toMatch(said);
  });

  test('never throws, and every span runs forward over whole days', () => {
    const noise = fc.oneof(fc.string(), fc.stringMatching(/^[-0-9XYT~?%/.:]{0,24}$/));
    fc.assert(
      fc.property(noise, (text) => {
        const span = readEdtf(text);
        if ('problem' in span) return;
        expect(Number.isSafeInteger(span.start) && Number.isSafeInteger(span.end)).toBe(true);
        expect(span.end).toBeGreaterThan(span.start);
      }),
      { seed: SEED, numRuns: 5000 },
    );
  });
});
