import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeTimelineJs } from '../../../src/formats/timelinejs/write.ts';
import { isTimelineJs } from '../../../src/formats/timelinejs.ts';
import type { TimelineEvent } from '../../../src/model/event.ts';
import { eventOf, smallCollection } from '../../model/events.ts';
import { arbitraryEvents } from '../arbitrary.ts';

const holding = (events: readonly TimelineEvent[]) => ({ ...smallCollection(), events });
const slides = (events: readonly TimelineEvent[]) =>
  JSON.parse(writeTimelineJs(holding(events), 'en')).events;
const datesOf = (edtf: string) => {
  const [{ start_date, end_date }] = slides([eventOf('a', edtf)]);
  return [start_date, end_date];
};

describe('TimelineJS', () => {
  test.each([
    ['1921-03-03', { year: 1921, month: 3, day: 3 }, undefined],
    ['1921-03', { year: 1921, month: 3 }, undefined],
    ['1921', { year: 1921 }, undefined],
    ['1921-03-03T14:05', { year: 1921, month: 3, day: 3, hour: 14, minute: 5 }, undefined],
    ['1921-03-03/1921-04-05', { year: 1921, month: 3, day: 3 }, { year: 1921, month: 4, day: 5 }],
    ['1921-03/1922', { year: 1921, month: 3 }, { year: 1922 }],
    ['192X', { year: 1920, month: 1, day: 1 }, { year: 1929, month: 12, day: 31 }],
    ['1921-22', { year: 1921, month: 6, day: 1 }, { year: 1921, month: 8, day: 31 }],
    ['1950-05/..', { year: 1950, month: 5 }, undefined],
    ['../1950-05', { year: 1950, month: 5 }, undefined],
    ['-0043-03-15', { year: -44, month: 3, day: 15 }, undefined],
    ['0000', { year: -1 }, undefined],
  ])('dates %s', (edtf, from, to) => expect(datesOf(edtf)).toEqual([from, to]));

  test('says the date in words, quotes its source, and lets no words be markup', () => {
    const [slide] = slides([
      eventOf('a', '1934~', {
        title: 'Mill <b>rises</b> & "stands"',
        sources: [{ document: 'a&b.txt', start: 0, end: 1, quote: '<i>', mention: null }],
      }),
    ]);
    expect(slide).toMatchObject({
      unique_id: 'a',
      display_date: 'about 1934',
      group: 'Other',
      text: {
        headline: 'Mill &lt;b&gt;rises&lt;/b&gt; &amp; &quot;stands&quot;',
        text: '<p>“&lt;i&gt;”<br><cite>a&amp;b.txt</cite></p>',
      },
    });
  });

  test('takes the scale of deep time where years are too many for the other', () => {
    const scaleOf = (edtf: string) => JSON.parse(writeTimelineJs(holding([eventOf('a', edtf)]), 'en')).scale;
    expect(scaleOf('Y-3000000')).toBe('cosmological');
    expect(scaleOf('-9999')).toBeUndefined();
  });

  test('carries every event whole, however wild its words', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const text = writeTimelineJs(holding(events), 'en');
        if (events.length > 0) expect(isTimelineJs(JSON.parse(text))).toBe(true);
        const held = new Map(
          JSON.parse(text).events.map((slide: { dateline_event: TimelineEvent }) => [
            slide.dateline_event.id,
            slide.dateline_event,
          ]),
        );
        for (const event of events) expect(held.get(event.id)).toEqual(event);
      }),
      { seed: 14, numRuns: 150 },
    );
  });
});
