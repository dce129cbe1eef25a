import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCell } from '../../src/extract/cell.ts';
import { cellReader } from '../../src/formats/table/dates.ts';
import { columnsOf, planTable, readTable, type TableChoice } from '../../src/formats/table.ts';
import { parseCollection } from '../../src/model/parse.ts';
import { utf8 } from './made.ts';

const planned = (text: string, choice?: TableChoice) => {
  const plan = planTable(utf8(text), readCell, choice);
  if ('problem' in plan) throw new Error(plan.problem);
  return plan;
};
const rolesOf = (text: string) => planned(text).columns.map(({ name, role }) => `${name}=${role}`);
const read = (text: string, choice?: TableChoice) =>
  readTable('a.csv', planned(text, choice), readCell, [], null);
const told = (text: string, choice?: TableChoice) =>
  read(text, choice).collection?.events.map(({ time, title }) => `${time.edtf} ${title}`) ?? [];

describe('the columns of a table', () => {
  test.each([
    [
      'by their names',
      'Title,Date,Notes\nFire,2001-02-03,It burned',
      'Title=title Date=start Notes=description',
    ],
    [
      'in German, parted by semicolons',
      'Datum;Ende;Ereignis;Ort\n4. Mai 1950;5. Mai 1950;Fest;Ulm',
      'Datum=start Ende=end Ereignis=title Ort=place',
    ],
    [
      'in German, where whole dates are called days',
      'Tag;Ereignis\n04.05.1950;Fest\n17.06.1950;Markt',
      'Tag=start Ereignis=title',
    ],
    [
      'in French',
      'Début\tFin\tTitre\tLieu\n1 mai 1950\t\tFête\tLyon',
      'Début=start Fin=end Titre=title Lieu=place',
    ],
    [
      'by what stands in them',
      'a|b|c\n2001-02-03|2001-02-05|The long rain\n2002-02-03|2002-02-09|The short war',
      'a=start b=end c=title',
    ],
    [
      'of a spreadsheet for TimelineJS',
      'Year,Month,Day,Time,End Year,Headline,Text,Media,Type,Group\n1998,3,4,,,Bridge,Opened,https://a.org/x.jpg,,Works',
      'Year=year Month=month Day=day Time=time End Year=endYear Headline=title Text=description Media=source Type=ignored Group=category',
    ],
    [
      'a kind by its few words',
      `x,y,z\n${Array.from({ length: 8 }, (_, i) => `200${i}-01-01,Event number ${i},${i % 2 ? 'war' : 'peace'}`).join('\n')}`,
      'x=start y=title z=category',
    ],
  ])('are told %s', (_, text, roles) => expect(rolesOf(text).join(' ')).toBe(roles));

  test('are told without a first row that names them', () => {
    const text = '2001-01-02,The shop opened\n2002-03-04,The shop closed';
    expect(planned(text).table.headed).toBe(false);
    expect(told(text)).toEqual(['2001-01-02 The shop opened', '2002-03-04 The shop closed']);
  });

  test('are what a person says, by name or number', () => {
    const text = 'Was,Wann,Wo\nFest,1950,Ulm\nMarkt,1951,Bern';
    expect(told(text, { columns: { title: 'wo', start: '2' } })).toEqual(['1950 Ulm', '1951 Bern']);
    expect(planTable(utf8(text), readCell, { columns: { title: 'Titel' } })).toEqual({
      problem: 'found no column "Titel", expected one of Was, Wann, Wo',
    });
    expect(columnsOf('title=Was, Start=Wann')).toEqual({ title: 'Was', start: 'Wann' });
    expect(columnsOf('what=Was')).toMatchObject({ problem: expect.stringMatching(/^found "what=Was"/) });
  });
});

describe('a date in a cell', () => {
  const reader = cellReader(readCell, { order: 'mdy', serial: true });
  test.each([
    ['2022-02-04', '2022-02-04'],
    ['2022-02-04 13:30', '2022-02-04T13:30'],
    ['2022-02-04T00:00:00Z', '2022-02-04'],
    ['20220204', '2022-02-04'],
    ['3/4/21', '2021-03-04'],
    ['13/4/2021', '2021-04-13'],
    ['4-Feb-22', '2022-02-04'],
    ['12/2021', '2021-12'],
    ['44596', '2022-02-04'],
    ['1643968800', '2022-02-04'],
    ['-44', '-0043'],
    ['44 BC', '-0043'],
    ['44 v. Chr.', '-0043'],
    ['um 1450', '1450~'],
    ['1600?', '1600?'],
    ['before 1800', '../1800'],
    ['seit 2014', '2014/..'],
    ['2014–present', '2014/..'],
    ['1939-45', '1939/1945'],
    ['28.07.1914 – 11.11.1918', '1914-07-28/1918-11-11'],
    ['1.–3. Mai 1945', '1945-05-01/1945-05-03'],
    ['12 de octubre de 1492', '1492-10-12'],
    ['1er janvier 1990', '1990-01-01'],
    ['Frühjahr 1945', '1945-21'],
    ['late 1980s', '1985/1989'],
    ['19. Jh.', '18XX'],
    ['x', null],
    ['13/13/2021', null],
    ['Tuesday', null],
  ])('%s: %s', (words, edtf) => expect(reader(words)?.edtf ?? null).toBe(edtf));

  test('is read day first or month first as its column tells, and asked about where nothing tells', () => {
    const dates = (rows: string) => `Title,Date\n${rows}`;
    expect(told(dates('a,3/4/2021\nb,3/14/2021'))[0]).toBe('2021-03-04 a');
    expect(told(dates('a,3/4/2021\nb,14/3/2021'))[1]).toBe('2021-04-03 a');
    expect(planned(dates('a,3/4/2021\nb,5/6/2021')).unsure).toBe(true);
    expect(told(dates('a,3/4/2021'), { order: 'mdy' })).toEqual(['2021-03-04 a']);
  });
});

test('what is no event is left out with a sentence, and the rest is read', () => {
  const { collection, leftOut } = read(
    'Title,Start,End\nA,2001,2003\nB,,\nC,soon,\nD,2005,2004\n,2006,\nE,2007,ongoing\n\n',
  );
  expect(collection?.events.map(({ title, time }) => `${title} ${time.edtf}`)).toEqual([
    'A 2001/2003',
    'E 2007/..',
  ]);
  expect(leftOut.map(({ message }) => message)).toEqual([
    'a.csv:3: found no date, expected one',
    'a.csv:4: found "soon", expected a date',
    'a.csv:5: found the end 2004 before the start 2005, expected it after',
    'a.csv:6: found no title in the column "Title", expected the words of an event',
  ]);
});

test.each([
  [
    '10,000 columns',
    Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(','),
    'found 10000 columns, expected 500 at most',
  ],
  [
    'a quotation mark too few',
    `a,b\n"2001,x\n${'y,z\n'.repeat(60_000)}`,
    /^row 2: found a cell of more than 200000 characters/,
  ],
  ['nothing', '\n\n', 'found no row, expected a table with a row for each event'],
  ['zeros', 'a\0\x01\x02', 'found binary data, expected a table of text'],
  ['JSON that breaks off', '[{"a": 1', 'found JSON that is broken, expected a list of events'],
])('%s: a sentence', (_, text, problem) => {
  const plan = planTable(utf8(text), readCell);
  if (typeof problem === 'string') expect(plan).toEqual({ problem });
  else expect(plan).toEqual({ problem: expect.stringMatching(problem) });
});

test('whatever stands in its cells, passages and dates stand where the events say', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom('=1+1', '@x', '"', ' a\nb ', '\u{1f600}', '|'),
  );
  const dates = ['2001-02-03', '4 May 1950', 'c. 1450', '3/4/2021', 'soon'];
  const row = fc.tuple(fc.constantFrom(...dates), cell, cell);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;
      const text = `Date,Title,Notes\n${rows.map((cells) => cells.map(quoted).join(',')).join('\n')}`;
      const plan = planTable(utf8(text.replace(/\p{Cc}/gu, (c) => (c === '\n' ? c : ''))), readCell);
      if ('problem' in plan) return;
      const { collection, leftOut, problems } = readTable('a.csv', plan, readCell, [], null);
      const out = [...leftOut, ...problems];
      expect((collection?.events.length ?? 0) + out.length).toBe(plan.table.rows.length);
      // Quotes, offsets and references are checked there.
      if (collection) expect(parseCollection(collection).problems).toEqual([]);
      for (const { sources } of collection?.events ?? []) expect(dates).toContain(sources[0]?.mention?.text);
    }),
    { numRuns: 60, seed: 6 },
  );
});
