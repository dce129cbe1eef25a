import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeIcs } from '../../../src/formats/ics/write.ts';
import { readIcs } from '../../../src/formats/ics.ts';
import { inCalendar } from '../../../src/formats/lacks.ts';
import { byTime } from '../../../src/model/current.ts';
import type { TimelineEvent } from '../../../src/model/event.ts';
import { eventOf, smallCollection } from '../../model/events.ts';
import { arbitraryEvents } from '../arbitrary.ts';

const small = smallCollection();
const holding = (events: readonly TimelineEvent[]) => ({ ...small, name: 'Mill; or: the fire', events });
const read = (text: string) => readIcs(text, 'x.ics', [], null);

/** Sources must fit their documents to be read back: here there are none. */
const tame = (events: readonly TimelineEvent[]) =>
  events
    .filter(inCalendar)
    .map((event) => ({ ...event, category: 'other', sources: [] }))
    .sort(byTime);

test('our own calendars are read back whole, with their name and the names of categories', () => {
  fc.assert(
    fc.property(arbitraryEvents, (given) => {
      const events = tame(given);
      if (events.length === 0) return;
      const { collection, problems, leftOut } = read(writeIcs(holding(events), 'de'));
      expect([problems, leftOut]).toEqual([[], []]);
      expect(collection?.events).toEqual(events);
      expect([collection?.name, collection?.categories[0]?.name]).toEqual(['Mill; or: the fire', 'Other']);
    }),
    { seed: 15, numRuns: 80 },
  );
});

test('what was moved or renamed in a calendar program counts', () => {
  const text = writeIcs(
    holding([eventOf('a', '1934', { title: 'Mill rises', place: 'Aldern' }), ...small.events]),
    'en',
  );
  const moved = text
    .replace('SUMMARY:Mill rises (1934\\, day not known)', 'SUMMARY:Mill stands')
    .replace('DTSTART;VALUE=DATE:19340101', 'DTSTART;VALUE=DATE:19350101')
    .replace('DTEND;VALUE=DATE:19350101', 'DTEND;VALUE=DATE:19350103')
    .replace('LOCATION:Aldern', 'LOCATION:Halden');
  const [first, second] = read(moved).collection?.events ?? [];
  expect(first).toEqual(small.events[0]);
  expect(second).toMatchObject({
    id: 'a',
    title: 'Mill stands',
    place: 'Halden',
    time: { edtf: '1935-01-01/1935-01-02', how: 'edited' },
  });
});

test('a calendar with an entry of somebody else is read like any other', () => {
  const foreign =
    'BEGIN:VEVENT\r\nUID:x\r\nDTSTART;VALUE=DATE:19400501\r\nSUMMARY:Fair\r\nEND:VEVENT\r\nEND:VCALENDAR';
  const { collection } = read(writeIcs(holding(small.events), 'en').replace('END:VCALENDAR', foreign));
  expect(collection?.events.map(({ title }) => title)).toEqual(['Mill at Aldern burns down', 'Fair']);
});
