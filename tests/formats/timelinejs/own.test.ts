import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeTimelineJs } from '../../../src/formats/timelinejs/write.ts';
import { readTimelineJs } from '../../../src/formats/timelinejs.ts';
import { byTime } from '../../../src/model/current.ts';
import type { TimelineEvent } from '../../../src/model/event.ts';
import { eventOf, smallCollection } from '../../model/events.ts';
import { arbitraryEvents } from '../arbitrary.ts';

const written = (events: readonly TimelineEvent[]) =>
  JSON.parse(writeTimelineJs({ ...smallCollection(), events }, 'en'));
const read = (value: unknown) => readTimelineJs(value, 'x.json', [], null);

test('our own timelines are read back whole', () => {
  fc.assert(
    fc.property(arbitraryEvents, (given) => {
      const events = given.map((event) => ({ ...event, category: 'other', sources: [] })).sort(byTime);
      if (events.length === 0) return;
      const { collection, problems, leftOut } = read(written(events));
      expect([problems, leftOut]).toEqual([[], []]);
      expect(collection?.events).toEqual(events);
      expect(collection?.name).toBe('Mill');
    }),
    { seed: 16, numRuns: 80 },
  );
});

test('a slide that was changed is read as it stands now', () => {
  const timeline = written([eventOf('a', '1934', { title: 'Mill rises' })]);
  timeline.events[0].start_date = { year: 1935, month: 4 };
  timeline.events[0].text.headline = 'Mill stands';
  expect(read(timeline).collection?.events).toMatchObject([
    { title: 'Mill stands', time: { edtf: '1935-04' } },
  ]);
});
