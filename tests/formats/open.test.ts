import { constants, deflateRawSync } from 'node:zlib';
import { gzipSync, Zip, type ZipInputFile, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/formats/open.ts';
import { parseCollection } from '../../src/model/parse.ts';
import { docx, mutated, pdf, seeded, utf8 } from './made.ts';

const open = (name: string, bytes: Uint8Array) => openFile({ name, bytes });
const said = async (name: string, bytes: Uint8Array) => {
  const { documents, problems } = await open(name, bytes);
  expect(documents).toEqual([]);
  expect(problems.every(({ level }) => level === 'kept-out')).toBe(true);
  return problems.map(({ message }) => message);
};
const blocksOf = async (name: string, bytes: Uint8Array) => {
  const { documents } = await open(name, bytes);
  const { text, parts } = documents[0]!;
  return parts!.map(({ start, end, kind, level }) => `${kind}${level || ''} ${text.slice(start, end)}`);
};

describe('an archive', () => {
  const papers = zipSync({
    'b/second.md': utf8('# Second\n\nOn 4 May 1922 it rained.'),
    'a/first.txt': utf8('First\n\nOn 3 March 1921 it burned.'),
    'a/picture.jpg': utf8('not read'),
    '__MACOSX/a/._first.txt': utf8('not read'),
    '../../etc/third.txt': utf8('Third, from nowhere, 1931.'),
    'page.html': utf8('<html><body><p>Fourth, a page of 1932.</p></body></html>'),
  });

  test('is its documents in the order of its folders, and nothing leads out of it', async () => {
    const { documents, problems } = await open('papers.zip', papers);
    expect(problems.map(({ level, message }) => `${level} ${message.slice(0, 62)}`)).toEqual([
      'note papers.zip: a file in it is of other kinds and not read; expec',
    ]);
    expect(documents.map(({ name, format }) => `${name} ${format}`)).toEqual([
      'papers.zip/a/first.txt text',
      'papers.zip/b/second.md markdown',
      'papers.zip/etc/third.txt text',
      'papers.zip/page.html html',
    ]);
  });

  test('hands on its lists of events, and passes over what only may be one', async () => {
    const inner = {
      'mill.txt': utf8('On 3 March 1921 it burned.'),
      'list.csv': utf8('date,title\n1907,Work begins\n'),
      'cal/days.ics': utf8('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'),
      'ours.json': utf8('{"dateline":2,"name":"x"}'),
      'package.json': utf8('{"name":"x"}'),
      'icon.svg': utf8('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'lines.ndjson.gz': gzipSync(utf8('{"date":"1950","title":"Closed"}')),
    };
    const { documents, ready, problems } = await open('mix.zip', zipSync(inner));
    expect(documents.map(({ name }) => name)).toEqual(['mix.zip/mill.txt']);
    expect(ready.map(({ name }) => name)).toEqual([
      'mix.zip/cal/days.ics',
      'mix.zip/list.csv',
      'mix.zip/ours.json',
    ]);
    expect(new TextDecoder().decode(ready[1]?.bytes)).toBe('date,title\n1907,Work begins\n');
    expect(problems.map(({ message }) => message.slice(0, 40))).toEqual([
      'mix.zip: 3 files in it are of other kind',
    ]);
    const alone = await open('lines.ndjson.gz', inner['lines.ndjson.gz']);
    expect(alone.ready.map(({ name }) => name)).toEqual(['lines.ndjson']);
  });

  test('one bad file does not stop the rest', async () => {
    const { documents, problems } = await open(
      'p.zip',
      zipSync({
        'a.txt': utf8('Good, 1931.'),
        'b.pdf': utf8('%PDF-1.7 nothing'),
        'c.zip': papers,
        'd.txt': new Uint8Array(),
      }),
    );
    expect(documents.map(({ name }) => name)).toEqual(['p.zip/a.txt']);
    expect(problems.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'p.zip/b.pdf file/broken',
      'p.zip/c.zip file/nested',
      'p.zip/d.txt file/empty',
    ]);
    expect(problems[1]?.message).toBe(
      'p.zip/c.zip: found an archive within an archive, expected documents; unpack it first',
    );
  });

  test('of zeros is stopped at its bound, whatever it claims', async () => {
    const parts: Uint8Array[] = [];
    const zip = new Zip((_, part) => parts.push(part));
    // It claims to be small. Its zeros are packed once, and stand there again and again.
    const zeros: ZipInputFile = { filename: 'zeros.txt', size: 1000, crc: 0, compression: 8 };
    zip.add(zeros);
    const block = deflateRawSync(new Uint8Array(10_000_000), { finishFlush: constants.Z_FULL_FLUSH });
    for (let i = 0; i < 21; i++) zeros.ondata?.(null, block, false);
    zeros.ondata?.(null, deflateRawSync(new Uint8Array(0)), true);
    zip.end();
    const bomb = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      bomb.set(part, at);
      at += part.length;
    }
    expect(bomb.length).toBeLessThan(3_000_000);
    expect(await said('bomb.zip', bomb)).toEqual([
      'bomb.zip/zeros.txt: unpacks to more than 200 MB, expected less',
    ]);
  }, 30_000);

  test.each([
    [
      'cut',
      papers.slice(0, 200),
      'p.zip: could not be read: found a zip archive that breaks off, expected a whole one',
    ],
    [
      'without documents',
      zipSync({ 'a.jpg': utf8('x') }),
      /^p.zip: found an archive without documents, expected \.txt/,
    ],
  ])('%s: a sentence', async (_, bytes, message) => {
    const [sentence] = await said('p.zip', bytes as Uint8Array);
    if (typeof message === 'string') expect(sentence).toBe(message);
    else expect(sentence).toMatch(message as RegExp);
  });

  test('behind a password: a sentence for each file', async () => {
    const locked = zipSync({ 'a.txt': utf8('secret') }, { level: 0 });
    for (let i = 0; i < locked.length - 4; i++) {
      const sign = locked[i]! | (locked[i + 1]! << 8) | (locked[i + 2]! << 16) | (locked[i + 3]! << 24);
      if (sign === 0x02014b50) locked[i + 8]! |= 1;
    }
    expect(await said('p.zip', locked)).toEqual([
      'p.zip/a.txt: is protected by a password, expected a file without one',
    ]);
  });
});

describe('a Word file', () => {
  const blocks = [
    'heading1 The mill of Halden',
    'heading1 After the fire',
    'paragraph On 3 March 1921 the mill burned down.[1]',
    'list 4 May 1922 | The new mill was opened.',
    'note The papers of the mill, 1931.',
  ];

  test('is headings, paragraphs, rows and notes; what was deleted is gone', async () => {
    expect(await blocksOf('a.docx', docx())).toEqual(blocks);
  });

  test('with a macro is read without it', async () => {
    expect(await blocksOf('a.docm', docx({ 'word/vbaProject.bin': utf8('Sub AutoOpen') }))).toEqual(blocks);
  });

  test('that blows up is stopped, and so is a billion laughs', async () => {
    const [big] = await said('a.docx', docx({ 'word/comments.xml': new Uint8Array(70_000_000).fill(32) }));
    expect(big).toBe('a.docx: could not be read: unpacks to more than 60 MB, expected less');
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&m;</w:t></w:r></w:p></w:body></w:document>`;
    const { documents } = await open('a.docx', docx({ 'word/document.xml': utf8(laughs) }));
    expect(documents.every(({ text }) => text.length < 1000)).toBe(true);
  }, 20_000);

  test('behind a password: a sentence; an old one: another', async () => {
    const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)];
    const name = [...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0]);
    expect((await said('a.docx', Uint8Array.from([...head, ...name, 0, 0])))[0]).toMatch(
      /behind a password, expected one without/,
    );
    expect((await said('a.doc', Uint8Array.from(head)))[0]).toMatch(/found an old Office document/);
  });
});

describe('a mail', () => {
  const mail = (head: string, body: string) =>
    utf8(
      `From: Ann <ann@example.org>\r\nTo: Ben <ben@example.org>\r\nDate: Thu, 16 May 2024 23:30:00 -0500 (CDT)\r\nSubject: =?utf-8?Q?The_mill_=E2=80=93_papers?=\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n${head}\r\n\r\n${body}`,
    );

  test('has its subject as title and the day of its header, as it was written', async () => {
    const bytes = mail(
      'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable',
      'The caf=C3=A9 burned =\r\nyesterday.\r\n',
    );
    const { documents, problems } = await open('a.eml', bytes);
    expect(problems).toEqual([]);
    expect(documents[0]).toMatchObject({
      title: 'The mill – papers',
      text: 'The mill – papers\n\nThe café burned yesterday.\n',
      format: 'mail',
      date: { edtf: '2024-05-16', origin: 'metadata', reason: expect.stringContaining('Thu, 16 May 2024') },
    });
    // By its bytes, whatever it is called.
    expect((await open('mail.txt', bytes)).documents[0]?.format).toBe('mail');
  });

  test('of HTML alone is read as its blocks, and what is attached is read too', async () => {
    const body = [
      '--x',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<h2>News</h2><p>It burned in <b>1921</b>.</p>',
      '--x',
      'Content-Type: text/plain; name="notes.txt"',
      'Content-Disposition: attachment; filename="notes.txt"',
      'Content-Transfer-Encoding: base64',
      '',
      btoa('Notes of 4 May 1922.'),
      '--x',
      'Content-Type: image/png; name="p.png"',
      'Content-Disposition: attachment; filename="p.png"',
      'Content-Transfer-Encoding: base64',
      '',
      btoa('png'),
      '--x--',
      '',
    ].join('\r\n');
    const { documents } = await open('a.eml', mail('Content-Type: multipart/mixed; boundary=x', body));
    expect(documents.map(({ name, text }) => [name, text])).toEqual([
      ['a.eml', 'The mill – papers\n\nNews\n\nIt burned in 1921.\n'],
      ['a.eml/notes.txt', 'Notes of 4 May 1922.'],
    ]);
  });
});

describe('a PDF', () => {
  const left = [
    'On 3 March 1921 the mill by the',
    'river burned down to its walls,',
    'and forty families lost their',
    'wages in one night, so that the',
    'council had to open its stores',
  ];
  const right = [
    'to all who asked for bread that',
    'winter.12 In May 1926 the weavers',
    'laid down their work, and the',
    'mill stood still until the har-',
    'vest was in.',
  ];
  const page = (n: number) => [
    [50, 760, 8, `Papers of the valley ${n}`] as const,
    ...left.map((words, i) => [50, 700 - i * 14, 11, words] as const),
    ...right.map((words, i) => [320, 700 - i * 14, 11, words] as const),
    [300, 30, 8, String(n)] as const,
  ];

  test('is read column by column, its words joined, its running heads gone', async () => {
    const title = [[50, 740, 20, 'The mill of Halden']] as const;
    expect(await blocksOf('a.pdf', pdf([[...title, ...page(1)], page(2), page(3)]))).toEqual([
      'heading1 The mill of Halden',
      ...Array(3).fill(
        'paragraph On 3 March 1921 the mill by the river burned down to its walls, and forty families lost their wages in one night, so that the council had to open its stores to all who asked for bread that winter.12 In May 1926 the weavers laid down their work, and the mill stood still until the harvest was in.',
      ),
    ]);
  });

  test('tells raised note numbers from digits, and puts notes at the end', async () => {
    const blocks = await blocksOf(
      'a.pdf',
      pdf([
        [
          [50, 700, 11, 'The quay was rebuilt by the town in the long and dry summer of 1954.'],
          [400, 704, 6, '14'],
          [50, 686, 11, 'It held for forty years, and then for as many more, to the surprise of'],
          [50, 80, 8, '14 Lowe, Quays, page 31.'],
        ],
        [[50, 700, 11, 'all who had seen it built.']],
      ]),
    );
    expect(blocks).toEqual([
      expect.stringMatching(
        /1954\.\s?¹⁴ It held for forty years, .* to the surprise of all who had seen it built\.$/,
      ),
      'note 14 Lowe, Quays, page 31.',
    ]);
  });

  test('behind a password, without text, or broken: a sentence', async () => {
    expect((await said('a.pdf', pdf([page(1)], true)))[0]).toMatch(
      /^a\.pdf: found a PDF behind a password, expected one without/,
    );
    expect((await said('a.pdf', pdf([[], []])))[0]).toBe(
      'a.pdf: found 2 pages that are pictures, expected a PDF with text; recognise its letters first (OCR)',
    );
    expect((await said('a.pdf', utf8('%PDF-1.7\nnothing at all')))[0]).toMatch(
      /^a\.pdf: found a PDF that is broken/,
    );
  });
});

test('what was read is a valid collection', async () => {
  const opened = await Promise.all([
    open('a.docx', docx()),
    open('b.html', utf8('<html><body><p>1921</p></body></html>')),
  ]);
  const documents = opened.flatMap((each) => each.documents);
  const collection = {
    dateline: 2,
    name: 'x',
    documents,
    events: [],
    categories: [],
    edits: [],
    problems: [],
  };
  expect(parseCollection(JSON.stringify(collection)).problems).toEqual([]);
});

/** More are run by setting DATELINE_FUZZ: 2000 take some minutes. */
const RUNS = Number(process.env.DATELINE_FUZZ ?? 60);

describe(`damaged files never throw and never hang, ${RUNS} of each`, () => {
  const page =
    '<html><head><meta name="date" content="2020-01-02"></head><body><h1>Mill</h1><table><tr><td rowspan="2">1921</td><td>fire</td></tr><tr><td>x</td></tr></table><dl><dt>a</dt><dd>b</dd></dl><p>It burned<sup>1</sup>.<br>1922 it stood.</p><ul><li>a<ul><li>b</li></ul></li></ul></body></html>';
  const letter =
    'From: a@b.c\nDate: Thu, 16 May 2024 09:30:00 +0200\nSubject: =?utf-8?B?TWlsbA==?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nMTkyMQ==\n--x\nContent-Disposition: attachment; filename=a.txt\n\nhello 1921\n--x--\n';
  test.each([
    ['a.html', utf8(page)],
    ['a.docx', docx()],
    [
      'a.pdf',
      pdf([
        [
          [50, 700, 11, 'It burned in 1921.'],
          [50, 680, 11, 'It was rebuilt in 1922.'],
        ],
      ]),
    ],
    ['a.eml', utf8(letter)],
    ['a.zip', zipSync({ 'a.txt': utf8('Good, 1931.'), 'b.html': utf8(page) })],
  ])(
    '%s',
    async (name, bytes) => {
      const random = seeded(20_241);
      for (let i = 0; i < RUNS; i++) {
        const { documents, problems } = await open(name, mutated(bytes, random));
        expect(documents.length + problems.length, `run ${i}`).toBeGreaterThan(0);
        for (const { text, parts = [] } of documents) {
          let last = 0;
          for (const { start, end } of parts) {
            expect(start >= last && end > start && end <= text.length, `run ${i}`).toBe(true);
            last = end;
          }
        }
      }
    },
    RUNS * 100 + 20_000,
  );
});
