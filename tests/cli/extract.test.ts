import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '../../src/formats/csv.ts';
import { readNdjson } from '../../src/formats/ndjson.ts';
import { IN_FOLDERS } from '../../src/formats/readable.ts';
import { READY } from '../../src/formats/ready/kind.ts';
import { parseCollection } from '../../src/model/parse.ts';
import { builtCommandLine, dateline, folderOf, PROGRAM, spawned } from './dateline.ts';

beforeAll(builtCommandLine, 60_000);

const STORY =
  'Harbour news\n\nOn 12 June 1907 the ferry Alma struck a reef off Brenholm and sank within the hour. ' +
  'The inquiry opened in Brenholm on 3 July 1907.\n';
const OTHER = 'The bridge\n\nThe bridge at Tarn opened on 9 May 1931.\n';

/** UTF-16 with a byte order mark, little or big end first. */
function utf16(text: string, big: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

const ids = (stdout: string): string[] =>
  JSON.parse(stdout).documents.map((document: { id: string }) => document.id);

const FERRIES = JSON.stringify([
  {
    key: 'ship',
    name: 'Ships',
    about: 'Ships.',
    colour: '#3e6fb5',
    terms: { 'ferry|ferries': 3, 'sink|sank': 2 },
  },
  { key: 'rest', name: 'The rest', about: 'All else.', colour: '#6b6f76', terms: {} },
]);

describe('dateline extract --categories', () => {
  test('looks for other kinds, which the collection carries to wherever it is drawn', async () => {
    const folder = folderOf({ 'ferry.txt': STORY, 'kinds.json': FERRIES });
    const made = await dateline(folder, [
      'extract',
      'ferry.txt',
      '--categories',
      'kinds.json',
      '-o',
      'f.json',
    ]);
    expect(made).toEqual({ code: 0, stdout: '', stderr: '' });
    const { collection } = parseCollection(readFileSync(join(folder, 'f.json'), 'utf8'));
    expect(collection?.categories.map((category) => category.key)).toEqual(['ship', 'rest']);
    expect(collection?.events.map((event) => event.category)).toEqual(['ship', 'rest']);
    const drawn = await dateline(folder, ['render', 'f.json']);
    expect(drawn.stderr).toBe('');
    expect(drawn.stdout).toMatch(/>Ships</);
    // A collection can be named for the categories it carries.
    const again = await dateline(folder, [
      'extract',
      'ferry.txt',
      '--categories',
      'f.json',
      '--name',
      'ferry',
    ]);
    expect(JSON.parse(again.stdout).categories).toEqual(JSON.parse(FERRIES));
  });

  test('says what is wrong with the file, and writes nothing', async () => {
    const wrong = FERRIES.replace('#3e6fb5', 'blue').replace('ferry|ferries', 'Ferry');
    const folder = folderOf({ 'ferry.txt': STORY, 'kinds.json': wrong });
    const { code, stdout, stderr } = await dateline(folder, [
      'extract',
      'ferry.txt',
      '--categories',
      'kinds.json',
    ]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/kinds\.json: categories\[0\]\.colour: found "blue", expected a colour/);
    expect(stderr).toMatch(/kinds\.json: not used/);
    const none = await dateline(folder, ['extract', 'ferry.txt', '--categories', 'nowhere.json']);
    expect(none.code).toBe(1);
    expect(none.stderr).toMatch(/nowhere\.json: could not be read: no such file/);
  });
});

describe('dateline extract', () => {
  test('writes a valid collection whose documents are named by their files', async () => {
    const folder = folderOf({ 'ferry.txt': STORY, 'bridge.md': OTHER });
    const { code, stdout, stderr } = await spawned(folder, ['extract', 'ferry.txt', 'bridge.md']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { collection, problems } = parseCollection(stdout);
    expect(problems).toEqual([]);
    expect(collection?.documents.map((document) => [document.id, document.text])).toEqual([
      ['bridge.md', OTHER],
      ['ferry.txt', STORY],
    ]);
    expect(collection?.events.map((event) => event.time.edtf)).toEqual([
      '1907-06-12',
      '1907-07-03',
      '1931-05-09',
    ]);
    expect(collection?.events[0]?.sources[0]?.quote).toContain('the ferry Alma struck a reef');
  });

  test('walks folders in order, past hidden files and other endings', async () => {
    const folder = folderOf({
      'b/two.txt': OTHER,
      'a/one.md': STORY,
      'a/.hidden.txt': STORY,
      '.git/x.txt': STORY,
      'table.csv': 'a,b\n',
      'settings.json': '{"port": 1}',
      'b/fairs.csv': 'date,title\n4 May 1950,Fair at Ulm\n',
      'zero.TXT': STORY,
    });
    const { code, stdout, stderr } = await dateline(folder, ['extract', '.']);
    expect(code).toBe(0);
    expect(ids(stdout)).toEqual(['one.md', 'two.txt', 'zero.TXT', 'fairs.csv']);
    expect(stdout).toContain('"title": "Fair at Ulm"');
    expect(stderr).toMatch(
      /^dateline: note: table\.csv:1: .*\ndateline: note: settings\.json: found no events, and not read\n$/,
    );
  });

  test('puts ready events of tables and calendars beside what documents tell', async () => {
    const folder = folderOf({
      'a.txt': STORY,
      'list.csv': 'Was;Wann;Wo\nFest;4. Mai 1950;Ulm\nMarkt;bald;Bern\n',
      'club.ics':
        'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20230203\r\nSUMMARY:Fair\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    });
    const words = ['extract', 'a.txt', 'club.ics', 'list.csv', '--columns', 'title=Wo,place=Was'];
    const { code, stdout, stderr } = await dateline(folder, words);
    expect(code).toBe(1);
    expect(stderr).toBe('dateline: list.csv:3: found "bald", expected a date\n');
    const { collection, problems } = parseCollection(stdout);
    expect(problems).toEqual([]);
    expect(collection?.documents.map(({ id }) => id)).toEqual(['a.txt', 'club.ics', 'list.csv']);
    const titles = collection?.events.map(({ time, title }) => `${time.edtf} ${title}`);
    expect(titles).toContain('2023-02-03 Fair');
    expect(titles).toContain('1950-05-04 Ulm');
    const { stderr: said } = await dateline(folder, ['extract', 'list.csv', '--columns', 'title=Titel']);
    expect(said).toContain('found no column "Titel", expected one of Was, Wann, Wo');
  });

  test('reads a file once, however often and by whatever way it is named', async () => {
    const folder = folderOf({ 'in/a.txt': STORY });
    symlinkSync(join(folder, 'in'), join(folder, 'in/loop'));
    const { code, stdout } = await dateline(folder, ['extract', 'in', 'in/a.txt', './in/../in']);
    expect(code).toBe(0);
    expect(ids(stdout)).toEqual(['a.txt']);
  });

  test('tells documents apart that share their name', async () => {
    const folder = folderOf({ 'x/a.txt': STORY, 'y/a.txt': OTHER });
    const there = await dateline(folder, ['extract', 'x', 'y']);
    const back = await dateline(folder, ['extract', 'y', 'x', '--name', 'x and 1 more']);
    expect(ids(there.stdout)).toEqual(['a.txt', 'a.txt (2)']);
    expect(back.stdout).toBe(there.stdout);
  });

  test('gives the same bytes for the same input, whatever the time zone', async () => {
    const folder = folderOf({ 'a.txt': STORY });
    const first = await dateline(folder, ['extract', 'a.txt']);
    const second = await spawned(folder, ['extract', 'a.txt'], { env: { TZ: 'Asia/Kolkata' } });
    expect(second.stdout).toBe(first.stdout);
  });

  test('takes the date that is given', async () => {
    const folder = folderOf({ 'a.txt': 'The council met on Tuesday.\n' });
    const { stdout } = await dateline(folder, ['extract', 'a.txt', '--date', '2019-03-08']);
    const [document] = JSON.parse(stdout).documents;
    expect(document.date).toMatchObject({ edtf: '2019-03-08', origin: 'given' });
    const years = await dateline(folder, ['extract', 'a.txt', '--date', '-0043']);
    expect(JSON.parse(years.stdout).documents[0].date.edtf).toBe('-0043');
  });

  test('writes CSV and NDJSON that read back as the same events', async () => {
    const folder = folderOf({ 'a.txt': STORY });
    const { events } = JSON.parse((await dateline(folder, ['extract', 'a.txt'])).stdout);
    const csv = await dateline(folder, ['extract', 'a.txt', '--format', 'csv']);
    const ndjson = await dateline(folder, ['extract', 'a.txt', '--format', 'ndjson']);
    expect(readCsv(csv.stdout, 'x')).toEqual({ events, problems: [] });
    expect(readNdjson(ndjson.stdout, 'x')).toEqual({ events, problems: [] });
    await dateline(folder, ['extract', 'a.txt', '-o', 'out.csv']);
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe(csv.stdout);
  });

  test('reads windows-1252 and UTF-16', async () => {
    const text = 'Café “Zum Löwen” – opened on 4 August 1988, says the owner’s diary.\n';
    const cp1252 = Buffer.from(
      Array.from(text, (c) => ({ '“': 0x93, '”': 0x94, '–': 0x96, '’': 0x92 })[c] ?? c.charCodeAt(0)),
    );
    const folder = folderOf({ 'a.txt': cp1252, 'b.txt': utf16(text, false), 'c.txt': utf16(text, true) });
    const { code, stdout } = await dateline(folder, ['extract', 'a.txt', 'b.txt', 'c.txt']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).documents.map((document: { text: string }) => document.text)).toEqual([
      text,
      text,
      text,
    ]);
  });
});

describe('dateline extract keeps out, says what and why, and reads the others', () => {
  const PDF = '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n';
  const cases: [what: string, name: string, content: string | Uint8Array | null, said: RegExp][] = [
    [
      'a missing path',
      'gone.txt',
      null,
      /^dateline: gone\.txt: could not be opened: no such file or folder$/m,
    ],
    [
      'a binary file',
      'noise.txt',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
      /^dateline: noise\.txt: found .*expected /m,
    ],
    ['an empty file', 'empty.txt', '', /^dateline: empty\.txt: .*empty/m],
    ['a file of white space', 'blank.txt', ' \n\n\t', /^dateline: blank\.txt: .*white space/m],
    [
      'a PDF that calls itself text',
      'paper.txt',
      PDF,
      /^dateline: paper\.txt: found a PDF that is broken \(.*\), expected /m,
    ],
    [
      '20 MB of text',
      'long.txt',
      'All quiet in the valley.\n'.repeat(800_001),
      /^dateline: long\.txt: found 20\.0 MB/m,
    ],
  ];

  test.each(cases)('%s', async (_what, name, content, said) => {
    const folder = folderOf({ 'good.txt': STORY, ...(content === null ? {} : { [name]: content }) });
    // The reader of PDFs is one that a build can break.
    const extract = name === 'paper.txt' ? spawned : dateline;
    const { code, stdout, stderr } = await extract(folder, ['extract', name, 'good.txt']);
    expect(code).toBe(1);
    expect(stderr).toMatch(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(ids(stdout)).toEqual(['good.txt']);
    expect(JSON.parse(stdout).problems).toEqual([expect.objectContaining({ at: name, level: 'kept-out' })]);
    expect(parseCollection(stdout).problems).toEqual([]);
  });

  test('a folder without documents', async () => {
    const folder = folderOf({ 'good.txt': STORY, 'bare/picture.png': 'x' });
    const { code, stderr } = await dateline(folder, ['extract', 'bare', 'good.txt']);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `dateline: bare: found a folder without documents, expected ${[...IN_FOLDERS, ...READY].join(', ')} files in it\n`,
    );
  });

  // Root may read everything: the memory of a process is a file that even root cannot read from its start.
  test.runIf(existsSync('/proc/self/mem'))('an unreadable file', async () => {
    const folder = folderOf({ 'good.txt': STORY });
    const { code, stdout, stderr } = await dateline(folder, ['extract', '/proc/self/mem', 'good.txt']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^dateline: \/proc\/self\/mem: could not be read: /);
    expect(ids(stdout)).toEqual(['good.txt']);
  });

  test.runIf(existsSync('/dev/null'))('a device', async () => {
    const folder = folderOf({ 'good.txt': STORY });
    const { code, stderr } = await dateline(folder, ['extract', '/dev/null', 'good.txt']);
    expect(code).toBe(1);
    expect(stderr).toBe('dateline: /dev/null: found a device or pipe, expected a file or folder\n');
  });

  test('says so when nothing is left, and writes nothing over what was there', async () => {
    const folder = folderOf({ 'empty.txt': '', 'out.json': 'earlier' });
    const { code, stdout, stderr } = await dateline(folder, ['extract', 'empty.txt', '-o', 'out.json']);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/nothing could be read, and nothing was written\n$/);
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('earlier');
  });

  test('a document that yields nothing is a note, no failure', async () => {
    const folder = folderOf({ 'quiet.txt': 'The hills are green and the river is slow.\n' });
    const { code, stdout, stderr } = await dateline(folder, ['extract', 'quiet.txt']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^dateline: note: quiet\.txt\b/);
    expect(JSON.parse(stdout).events).toEqual([]);
  });
});

describe('dateline extract refuses', () => {
  test.each<[what: string, words: string[], said: string]>([
    [
      'a date that is none',
      ['--date', '2024-13-40', 'a.txt'],
      '--date: found the month 13 in "2024-13-40", expected 01 to 12 or a season code 21 to 41. See: dateline extract --help',
    ],
    [
      'an unknown option',
      ['--dat', '2024', 'a.txt'],
      'unknown option --dat, expected --output, --date, --name, --columns, --categories, --format, --threads. See: dateline extract --help',
    ],
    [
      'an option without its value',
      ['a.txt', '--date'],
      '--date needs a value after it. See: dateline extract --help',
    ],
    [
      'an option whose value is another option',
      ['a.txt', '--date', '--name', 'x'],
      '--date needs a value after it. See: dateline extract --help',
    ],
    [
      'an unknown format',
      ['a.txt', '--format', 'xml'],
      '--format: found "xml", expected json, ndjson, csv. See: dateline extract --help',
    ],
    ['no path', [], 'found no path, expected files or folders to read. See: dateline extract --help'],
  ])('%s', async (_what, words, said) => {
    const { code, stdout, stderr } = await dateline(folderOf({ 'a.txt': STORY }), ['extract', ...words]);
    expect(stderr).toBe(`dateline: ${said}\n`);
    expect(code).toBe(2);
    expect(stdout).toBe('');
  });

  test.each<[what: string, output: string, said: string]>([
    [
      'a folder that is not there',
      'no/such/out.json',
      'no/such/out.json: could not be written: there is no folder no/such',
    ],
    ['a folder', 'sub', 'sub: could not be written: it is a folder, expected a file'],
    ['a file in a file', 'a.txt/out.json', 'a.txt/out.json: could not be written: a.txt is not a folder'],
  ])('to write to %s', async (_what, output, said) => {
    const folder = folderOf({ 'a.txt': STORY });
    mkdirSync(join(folder, 'sub'));
    const { code, stderr } = await dateline(folder, ['extract', 'a.txt', '-o', output]);
    expect(stderr).toBe(`dateline: ${said}\n`);
    expect(code).toBe(1);
  });

  test.runIf(existsSync('/dev/full'))('to write to a full disk', async () => {
    const folder = folderOf({ 'a.txt': STORY });
    const { code, stderr } = await dateline(folder, ['extract', 'a.txt', '-o', '/dev/full']);
    expect(stderr).toBe('dateline: /dev/full: could not be written: the disk is full\n');
    expect(code).toBe(1);
  });
});

test('says nothing when the reader of its output goes away', async () => {
  const folder = folderOf({ 'a.txt': STORY });
  writeFileSync(join(folder, 'big.txt'), STORY.repeat(600));
  const child = spawn(process.execPath, [PROGRAM, 'extract', 'big.txt', 'a.txt'], { cwd: folder });
  let stderr = '';
  child.stderr.on('data', (bytes) => {
    stderr += bytes;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(stderr).not.toMatch(/EPIPE|Error|at /);
  expect(code).toBe(0);
}, 30_000);

describe('progress', () => {
  // Lends a terminal to a program; from util-linux.
  const lends = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

  test.runIf(lends)('is shown on a terminal, with count and name, and cleared', () => {
    const folder = folderOf({ 'a.txt': STORY, 'b.txt': OTHER });
    const command = `"${process.execPath}" "${PROGRAM}" extract a.txt b.txt -o out.json`;
    const shown = execFileSync('script', ['-qec', command, '/dev/null'], { cwd: folder, encoding: 'utf8' });
    expect(shown).toContain('Reading 2/2 b.txt');
    expect(shown).toMatch(/Extracting 2\/2 [ab]\.txt/);
    expect(shown.endsWith('\r\u001b[K')).toBe(true);
  });

  test('is not in a pipe', async () => {
    const folder = folderOf({ 'a.txt': STORY });
    expect((await spawned(folder, ['extract', 'a.txt', '-o', 'out.json'])).stderr).toBe('');
  });
});
