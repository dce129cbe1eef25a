import { writeCsv } from '../../src/formats/csv.ts';
import { writeJson } from '../../src/formats/json.ts';
import { writeNdjson } from '../../src/formats/ndjson.ts';
import { layoutPicture } from '../../src/layout/picture.ts';
import type { Collection } from '../../src/model/collection.ts';
import type { Edit } from '../../src/model/edit.ts';
import { evidenceOf } from '../../src/model/evidence.ts';
import { when } from '../../src/model/when.ts';
import { paintSvg } from '../../src/render/svg.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { eventOf, OTHER, smallCollection } from '../model/events.ts';

/** What whole files look like before anything is done to them, by the ending of their name. */
export interface Seed {
  readonly name: string;
  readonly text: string;
}

const PROSE = [
  `Bridges of Aldern\n\nPublished 14 May 1931\n\nThe old bridge opened on 3 March 1848. It cost 4,200 pounds. In 1902 a flood took two of its arches, and the council closed it for eleven months. Work on the new bridge began last spring.\n`,
  `Minutes, Tuesday 6 October 1964\n\nMrs Hale said that the mill would close by the end of the year. About 140 people work there. Since 1959 orders have fallen by 30 per cent.\n\n- 2 November: inspection\n- 9 November: hearing\n`,
  `# A voyage\n\n## 12 August 1781\n\nWe left the harbour at six. Two days later the wind turned.\n\n## 15 August\n\nThe captain fell ill; he died the next morning.\n`,
  `In the 5th century BC the town was burned by its neighbours. Around 390 BC it was rebuilt, and from the 1980s on it has been excavated. Between 1991 and 1993 three tombs were found.\n`,
  `Q3 2023: revenue of $4.1 billion, up from $3.6 billion a year earlier. The merger, announced in late June, is expected to be completed in the first half of 2024.\n`,
  `Der Hafen wurde am 3. Mai 1911 eröffnet. 1945 lag er still.\n`,
];

/** A collection with edits of every kind. */
export function fullCollection(): Collection {
  const small = smallCollection();
  const [mill] = small.events;
  const second = eventOf('e2', '1922-05/1922-07', {
    title: 'Mill is rebuilt',
    actors: ['Miller'],
    place: 'Aldern',
  });
  const third = eventOf('e3', '1930~', { title: 'Mill closes', status: 'planned' });
  const events = [mill!, second, third];
  const edits: Edit[] = [
    { kind: 'added', event: eventOf('added-1', '1940', { sources: mill!.sources }) },
    { kind: 'date', document: 'mill.txt', edtf: '1921-03' },
    {
      kind: 'event',
      event: 'e1',
      about: evidenceOf(mill!, events),
      title: 'Fire',
      time: when('1921-03-04', 'edited'),
    },
    { kind: 'merge', id: 'merged-1', events: [{ event: 'e2' }, { event: 'added-1' }] },
    { kind: 'rule', id: 'rule-1', order: 1, term: 'mill*', where: 'passage', status: 'ongoing' },
    { kind: 'split', id: 'split-1', event: 'e3', parts: [{ id: 'split-1.1', passages: null }] },
    { kind: 'story', id: 'story-1', order: 1, event: 'merged-1', note: 'Here.' },
  ];
  return { ...small, events, categories: [OTHER], edits };
}

const full = fullCollection();
const picture = layoutPicture(full, { theme: LIGHT, width: 600 });

export const SEEDS: readonly Seed[] = [
  ...PROSE.map((text, i) => ({ name: i === 2 ? 'a.md' : 'a.txt', text })),
  {
    name: 'a.html',
    text: `<!doctype html><html lang="en"><head><title>News</title><meta property="article:published_time" content="2011-05-04"></head><body><article><h1>Library opens</h1><p>On <time datetime="2011-05-03">3 May 2011</time> the council approved it.</p><table><tr><th>Year<th>Visits<tr><td>2012<td>40,000</table><ul><li>June 2014: opened</ul></article></body></html>`,
  },
  {
    name: 'a.eml',
    text: `From: a@example.org\r\nDate: Tue, 6 Oct 1998 10:00:00 +0200\r\nSubject: =?utf-8?q?Hearing?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nThe hearing is on 9 November.\r\n--x--\r\n`,
  },
  {
    name: 'a.rtf',
    text: `{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 The bridge opened on 3 March 1848.\\par\\b It closed in 1902.\\u233?\\par}`,
  },
  { name: 'a.json', text: writeJson(full) },
  {
    name: 'b.json',
    text: JSON.stringify({ ...smallCollection(), dateline: 1, edits: [{ event: 'e1', dismissed: true }] }),
  },
  {
    name: 'c.json',
    text: JSON.stringify({
      title: { text: { headline: 'T' } },
      events: [{ start_date: { year: '1911', month: '5' }, text: { headline: 'Opened', text: '<b>x</b>' } }],
    }),
  },
  {
    name: 'd.json',
    text: JSON.stringify([
      { date: '3 May 1911', title: 'Opened', kind: 'work' },
      { date: '1912', title: 'Closed', kind: 'work' },
    ]),
  },
  {
    name: 'e.json',
    text: JSON.stringify([
      { key: 'fire', name: 'Fires', about: 'What burns.', colour: '#aa3300', terms: { 'burn*': 1 } },
    ]),
  },
  { name: 'a.ndjson', text: writeNdjson(full.events) },
  { name: 'a.csv', text: writeCsv(full.events) },
  {
    name: 'b.csv',
    text: `Date,What,Where,Sum\n3/4/1911,"Opened, at last",Aldern,40\n1912-05,Closed,,"1,200"\n"late 1913",Burned,Aldern,\n`,
  },
  { name: 'a.tsv', text: `year\tevent\n1911\tOpened\n44 BC\tStabbed\n` },
  {
    name: 'a.ics',
    text: `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20110503\r\nDTEND;VALUE=DATE:20110505\r\nSUMMARY:Council\\, again\r\nCATEGORIES:MEETING\r\nRRULE:FREQ=YEARLY;COUNT=3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  },
  {
    name: 'a.svg',
    text: paintSvg(picture.scene, {
      title: picture.title,
      description: picture.description,
      metadata: picture.metadata,
    }),
  },
];
