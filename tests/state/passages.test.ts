import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markupIn } from '../../src/state/markup.ts';
import { claimsOf, passagesOf, segmentsOf } from '../../src/state/passages.ts';
import { event } from './collection.ts';

const cut = (text: string, format: 'text' | 'markdown' = 'text') =>
  passagesOf({ text, format }).map((p) => (p.level > 0 ? `${p.level} ` : '') + text.slice(p.start, p.end));

describe('passages of a text', () => {
  test('are set apart by empty lines, with either line ending', () => {
    expect(cut('One\ntwo\n\n \n three \n')).toEqual(['One\ntwo', 'three']);
    expect(cut('One\r\n\r\ntwo')).toEqual(['One', 'two']);
    expect(cut('')).toEqual([]);
  });

  test('are lines where these were not broken to fit a page', () => {
    const long = 'The council met. '.repeat(10).trim();
    expect(cut(`Report\n${long}\nEnd`)).toEqual(['Report', long, 'End']);
  });

  test('are headings only in Markdown', () => {
    expect(cut('# Dikes\n## 1953\nWater.', 'markdown')).toEqual(['1 Dikes', '2 1953', 'Water.']);
    expect(cut('# Dikes\nWater.')).toEqual(['# Dikes\nWater.']);
    expect(cut('#hashtag', 'markdown')).toEqual(['#hashtag']);
  });

  test('hold every letter that is not white space, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '\n', '\r\n', '# b', 'c'.repeat(130))), (parts) => {
        const text = parts.join('');
        const passages = passagesOf({ text, format: 'text' });
        const kept = passages.map((p) => text.slice(p.start, p.end)).join('');
        expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const [i, p] of passages.entries())
          expect(p.start).toBeGreaterThanOrEqual(passages[i - 1]?.end ?? 0);
      }),
      { seed: 7 },
    );
  });
});

describe('segments', () => {
  const told = event('1953 flood Surge', {
    sources: [
      {
        document: 'a.txt',
        start: 10,
        end: 30,
        quote: '',
        mention: { start: 2, end: 6, text: '1953', how: 'heading' },
      },
    ],
  });
  const other = event('1953 flood Breach', {
    sources: [
      {
        document: 'a.txt',
        start: 20,
        end: 40,
        quote: '',
        mention: { start: 22, end: 25, text: 'x', how: '' },
      },
    ],
  });

  test('cover a passage without gap, each with the events that claim all of it', () => {
    const claims = claimsOf('a.txt', [told, other]);
    const segments = segmentsOf({ start: 0, end: 50 }, claims);
    expect(segments.map((s) => [s.start, s.end, s.mention, s.events.join()])).toEqual([
      [0, 2, false, ''],
      [2, 6, true, 'surge'],
      [6, 10, false, ''],
      [10, 20, false, 'surge'],
      [20, 22, false, 'surge,breach'],
      [22, 25, true, 'surge,breach'],
      [25, 30, false, 'surge,breach'],
      [30, 40, false, 'breach'],
      [40, 50, false, ''],
    ]);
  });

  test('leave out what other documents claim', () => {
    expect(claimsOf('b.txt', [told, other])).toEqual([]);
  });
});

describe('signs of Markdown', () => {
  const read = (text: string) => {
    const span = { start: 0, end: text.length };
    return segmentsOf(span, [], markupIn({ text, format: 'markdown' }, span))
      .map((s) => text.slice(s.start, s.end))
      .join('');
  };

  test.each([
    ['**1553** a ship', '1553 a ship'],
    ['an *old* and __dry__ dock', 'an old and dry dock'],
    ['see [the map](https://maps.example/a "Map") here', 'see the map here'],
    ['![a dock](dock.png)', 'a dock'],
    ['`code` stays', 'code stays'],
    ['> said\n> twice', 'said\ntwice'],
  ])('are not read in %s', (text, plain) => expect(read(text)).toBe(plain));

  test.each(['2 * 3 * 4', 'snake_case_name', 'a [note] alone', '* star', '5 > 3'])('stay in %s', (text) =>
    expect(read(text)).toBe(text),
  );

  test('are letters like others in plain text', () => {
    expect(markupIn({ text: '**x**', format: 'text' }, { start: 0, end: 5 })).toEqual([]);
  });

  test('front matter is no text, and an item stands without its bullet', () => {
    expect(cut('---\ntitle: A\n---\n\n- one\n- two\n  more\n1. three', 'markdown')).toEqual([
      'one',
      'two\n  more',
      '1. three',
    ]);
  });
});
