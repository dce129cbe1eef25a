import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify, makeUnique } from '../../src/extract/identity.ts';
import { extracted } from './extracted.ts';

const parts = { document: 'a.txt', quote: 'The bridge opened in 1932.', mention: '1932', head: 'open' };

describe('ids', () => {
  test('follow from document, passage, date and verb, and from nothing else', () => {
    expect(identify({ ...parts })).toBe(identify(parts));
    expect(identify(parts)).toMatch(/^e[0-9a-z]{12}$/);
    for (const change of [
      { document: 'b.txt' },
      { quote: 'It opened in 1932.' },
      { mention: 'May' },
      { head: 'close' },
    ]) {
      expect(identify({ ...parts, ...change })).not.toBe(identify(parts));
    }
  });

  test('do not change with white space: a passage that is wrapped otherwise is the same', () => {
    expect(identify({ ...parts, quote: 'The bridge\n  opened in 1932.' })).toBe(identify(parts));
  });

  test('parts do not run into each other', () => {
    expect(identify({ ...parts, mention: '1932 open', head: '' })).not.toBe(
      identify({ ...parts, mention: '1932', head: 'open' }),
    );
  });

  test('differ for different passages', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }).map((s) => s.replace(/\s+/g, ' ').trim())),
        (quotes) => {
          expect(new Set(quotes.map((quote) => identify({ ...parts, quote }))).size).toBe(quotes.length);
        },
      ),
      { seed: 7 },
    );
  });

  test('the second of the same id gets a number', () => {
    const unique = makeUnique();
    expect(['x', 'y', 'x', 'x'].map(unique)).toEqual(['x', 'y', 'x-2', 'x-3']);
  });
});

describe('as documents are added', () => {
  const first = 'On 3 May 1998 the Orla ferry sank off Leith. Vos & Sons bought the yard in 1999.';
  const poorer = 'The Orla ferry sank off Leith in May 1998, and many still remember the night.';
  const other = 'The Ghent library was closed on 9 June 2004.';
  const ids = (...texts: string[]) => new Map(extracted(texts).events.map(({ id, title }) => [title, id]));
  const alone = ids(first);

  test('what no other tells keeps its id', () => {
    const more = ids(first, other);
    for (const [title, id] of alone) expect(more.get(title)).toBe(id);
  });
  test('and so does what another tells less well', () => {
    const more = ids(first, poorer);
    expect(more.size).toBe(alone.size);
    expect([...more.values()].sort()).toEqual([...alone.values()].sort());
  });
});
