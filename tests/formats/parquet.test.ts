import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { readParquet, writeParquet } from '../../src/formats/parquet.ts';
import { eventOf } from '../model/events.ts';
import { arbitraryEvents } from './arbitrary.ts';

const rowsOf = (bytes: Uint8Array) => parquetReadObjects({ file: bytes.slice().buffer });

describe('Parquet', () => {
  test('has a type for each column', async () => {
    const event = eventOf('a', '1921-03-03/1921-03-05', { actors: ['Ada', 'Ben'], place: 'Aldern' });
    const bytes = writeParquet([event, eventOf('b', '-0043')]);
    expect(await rowsOf(bytes)).toMatchObject([
      {
        id: 'a',
        edtf: '1921-03-03/1921-03-05',
        first: new Date('1921-03-03T00:00Z'),
        last: new Date('1921-03-05T00:00Z'),
        start_day: -17_836n,
        end_day: -17_833n,
        approximate: false,
        confidence: 0.8,
        actors: ['Ada', 'Ben'],
        place: 'Aldern',
      },
      { id: 'b', first: null, last: null, start_day: -735_233n, actors: [], place: null },
    ]);
    expect(parquetMetadata(bytes.slice().buffer).num_rows).toBe(2n);
  });

  test('reads back what it wrote', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, async (events) => {
        expect(await readParquet(writeParquet(events), 'x.parquet')).toEqual({ events, problems: [] });
      }),
      { seed: 8, numRuns: 60 },
    );
  });

  test('gives the same bytes for the same events', () => {
    const events = Array.from({ length: 40 }, (_, i) => eventOf(`e${i}`, `19${10 + i}`));
    expect(writeParquet(events)).toEqual(writeParquet(events.map((event) => ({ ...event }))));
  });

  test('says what is wrong with a file', async () => {
    const whole = writeParquet([eventOf('a', '2001')]);
    const { events, problems } = await readParquet(whole.slice(0, 100), 'cut.parquet');
    expect(events).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^cut\.parquet:1: found a file that cannot be read \(.+\), expected Parquet$/),
    ]);
  });
});
