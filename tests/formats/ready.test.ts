import { describe, expect, test } from 'vitest';
import { readCell } from '../../src/extract/cell.ts';
import { writeCsv } from '../../src/formats/csv.ts';
import { kindOfEvents, readReady } from '../../src/formats/ready.ts';
import { parseCollection } from '../../src/model/parse.ts';
import { utf8 } from './made.ts';

const read = (name: string, text: string) =>
  readReady({ name, bytes: utf8(text) }, { dates: readCell, known: [], sorter: null });
const told = async (name: string, text: string) => {
  const { collection, problems, leftOut } = await read(name, text);
  if (collection) expect(parseCollection(collection).problems).toEqual([]);
  const events = collection?.events.map((event) => `${event.time.edtf} ${event.title}`) ?? [];
  return { events, said: [...problems, ...leftOut].map(({ message }) => message), collection };
};

const calendar = (...events: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'X-WR-CALNAME:Club\\, its days',
    ...events.map((event) => `BEGIN:VEVENT\r\nDTSTAMP:20240101T080000Z\r\n${event}\r\nEND:VEVENT`),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

describe('a calendar', () => {
  test('has whole days without their end, times in its own zone, places and kinds', async () => {
    const { events, collection } = await told(
      'club.ics',
      calendar(
        'UID:1\r\nDTSTART;VALUE=DATE:20230203\r\nDTEND;VALUE=DATE:20230205\r\nSUMMARY:Fair\\, old and new\r\nLOCATION:Hall\r\nCATEGORIES:Public,Fun',
        'UID:2\r\nDTSTART;TZID=Europe/Berlin:20230405T100000\r\nDTEND;TZID=Europe/Berlin:20230405T113000\r\nSUMMARY:Talk',
        'UID:3\r\nDTSTART:20250101T100000Z\r\nSUMMARY:A line that is\r\n  folded',
      ),
    );
    expect(events).toEqual([
      '2023-02-03/2023-02-04 Fair, old and new',
      '2023-04-05T10:00/2023-04-05T11:30 Talk',
      '2025-01-01T10:00Z A line that is folded',
    ]);
    expect(collection?.name).toBe('Club, its days');
    expect(collection?.events[0]).toMatchObject({ category: 'public', place: 'Hall', status: 'happened' });
    // Written on the first day of 2024: what lies behind it is planned.
    expect(collection?.events[2]?.status).toBe('planned');
  });

  test('repeats what is repeated, without what is left out of it, and says where it stopped', async () => {
    const { events, said } = await told(
      'club.ics',
      calendar(
        'UID:1\r\nDTSTART:20230405T100000\r\nSUMMARY:Choir\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE:20230412T100000',
        'UID:1\r\nRECURRENCE-ID:20230419T100000\r\nDTSTART:20230420T180000\r\nSUMMARY:Choir, in the evening',
        'UID:2\r\nDTSTART;VALUE=DATE:20220101\r\nSUMMARY:Rent\r\nRRULE:FREQ=YEARLY',
      ),
    );
    expect(events.filter((event) => /Choir/.test(event))).toEqual([
      '2023-04-05T10:00 Choir',
      '2023-04-20T18:00 Choir, in the evening',
      '2023-04-26T10:00 Choir',
    ]);
    expect(events.filter((event) => /Rent/.test(event))).toEqual([
      '2022-01-01 Rent',
      '2023-01-01 Rent',
      '2024-01-01 Rent',
    ]);
    expect(said).toEqual([
      'club.ics:19: "Rent" is repeated without an end in reach; it was read 3 times, up to 2024-01-01',
    ]);
  });

  test('keeps out what is broken or cancelled, and reads the rest', async () => {
    const { events, said } = await told(
      'club.ics',
      calendar(
        'UID:1\r\nDTSTART:soon\r\nSUMMARY:A',
        'UID:2\r\nSUMMARY:B',
        'UID:3\r\nDTSTART:20230101\r\nSTATUS:CANCELLED\r\nSUMMARY:C',
        'UID:4\r\nDTSTART;VALUE=DATE:20230101\r\nSUMMARY:D',
      ),
    );
    expect(events).toEqual(['2023-01-01 D']);
    expect(said.map((message) => message.replace(/ \(.*?\)/, ''))).toEqual([
      'club.ics:15: found an event that is cancelled, expected one that takes place',
      'club.ics:4: found an event that cannot be read, expected dates of a calendar',
      'club.ics:10: found an event without DTSTART, expected its day',
    ]);
  });
});

test('a timeline of TimelineJS: slides, groups, eras, years before Christ, HTML in its words', async () => {
  const json = {
    title: { text: { headline: 'A <i>story</i>' } },
    events: [
      {
        start_date: { year: '1998', month: '3' },
        text: { headline: 'A &amp; B', text: '<p>One</p><p>two</p>' },
        group: 'Works',
      },
      { start_date: { year: -44 }, text: { headline: 'Ides' } },
      { start_date: { year: 2001, month: 2, day: 30 }, text: { headline: 'No such day' } },
      { text: { headline: 'No date' } },
    ],
    eras: [{ start_date: { year: 1990 }, end_date: { year: 1999 }, text: { headline: 'Nineties' } }],
  };
  const { events, said, collection } = await told('story.json', JSON.stringify(json));
  expect(events).toEqual(['-0043 Ides', '1990/1999 Nineties', '1998-03 A & B']);
  expect(collection?.name).toBe('A story');
  expect(collection?.events[2]?.sources[0]?.quote).toBe('1998-03 | A & B | One two');
  expect(said).toEqual([
    expect.stringMatching(/^story\.json: events\[2\]: start_date: found /),
    'story.json: events[3]: start_date: found no date, expected an object with a year',
  ]);
});

test.each([
  [
    'items.json',
    '[{"id": 1, "content": "Start", "start": "2014-04-20", "group": "site"}]',
    '2014-04-20 Start',
  ],
  [
    'items.json',
    '{"items": [{"content": "Phase", "start": "2014-04-14", "end": "2014-04-19"}]}',
    '2014-04-14/2014-04-19 Phase',
  ],
  [
    'lines.ndjson',
    '{"date": "2020-01-02", "headline": "New"}\n{"date": "soon", "headline": "x"}\n',
    '2020-01-02 New',
  ],
  ['wide.tsv', 'when\twhat\n5 May 2010\tMeeting', '2010-05-05 Meeting'],
])('%s of other programs: %s', async (name, text, event) => {
  expect((await told(name, text)).events).toEqual([event]);
});

test.each([
  ['a.csv', writeCsv([]), 'list'],
  ['a.csv', 'Title,Date\nx,2001', 'table'],
  ['a.TSV', 'x', 'table'],
  ['a.json', '{"dateline": 1}', 'saved'],
  ['a.json', '[{"key": "x", "terms": {}}]', 'saved'],
  ['a.json', '{"events": [{"start_date": {"year": 1}}]}', 'timelinejs'],
  ['a.ndjson', '{"id": "e", "time": {"edtf": "2001"}}', 'list'],
  ['a.txt', '\uFEFFBEGIN:VCALENDAR\r\n', 'calendar'],
  ['a.svg', '<svg/>', 'picture'],
  ['a.parquet', 'PAR1', 'parquet'],
  ['a.txt', 'Date,Title', null],
  ['a.pdf', '%PDF-1.4', null],
])('%s is told by its ending and its head: %s', (name, text, kind) =>
  expect(kindOfEvents(name, utf8(text))).toBe(kind),
);

test.each([
  [
    'a.ics',
    'BEGIN:VCALENDAR\r\nEND:VCALENDAR',
    'a.ics: found a calendar without events, expected VEVENT in it',
  ],
  ['a.json', '{"events": [', /^a\.json: (?:could not be read|found)/],
  ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', /^a\.svg: found a picture without data/],
  ['a.csv', '\0\x01\x02\x03', 'a.csv: found binary data, expected a table of text'],
])('%s that holds nothing to read: a sentence', async (name, text, message) => {
  const { events, said } = await told(name, text);
  expect(events).toEqual([]);
  expect(said).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]);
});

test('kinds that nobody knows have colours of their own', async () => {
  const known = [{ key: 'trade', name: 'Trade', about: '', colour: '#c25a2b', terms: {} }];
  const names = ['Fairs', 'Floods', 'Trade', 'Choirs', 'Fires', 'Ferries'];
  const text = ['date,title,category', ...names.map((name, i) => `200${i}-05-01,Day ${i},${name}`)].join(
    '\n',
  );
  const { collection } = await readReady(
    { name: 'town.csv', bytes: utf8(text) },
    { dates: readCell, known, sorter: null },
  );
  const colours = collection!.categories.map(({ colour }) => colour);
  expect(colours).toHaveLength(6);
  expect(new Set(colours).size).toBe(6);
  expect(collection!.categories.find(({ key }) => key === 'trade')?.colour).toBe('#c25a2b');
});
