import { describe, expect, test } from 'vitest';
import { findBlocks } from '../../src/extract/blocks.ts';
import { readHtml } from '../../src/formats/html.ts';
import { openFile } from '../../src/formats/open.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const STORY = [
  'On 3 March 1921 the mill at Halden burned to its walls, and forty families lost their wages in one night.',
  'The owners rebuilt it within a year, with brick where there had been timber, and took on twice as many hands.',
  'In May 1926 the weavers laid down their work, and the mill stood still until the harvest was in.',
];
const paragraphs = STORY.map((words) => `<p>${words}</p>`).join('\n');

/** A page of a newspaper, with everything around the story that such pages have. */
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The mill of Halden | Valley Courier</title>
<script>var date = "1 January 1999";</script><style>p { color: red }</style></head><body>
<div id="cookie-banner"><p>We use cookies since 4 June 2018 to make this site better for you and for our partners.</p><button>Accept</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News of 2 May 2024</a></li></ul></nav></header>
<div class="page"><div class="content"><h1>The mill of Halden</h1>
<div class="share-tools">Share this on 5 May 2024</div>
${paragraphs}
<h2>After the war</h2>
<ul><li>1947: the looms were sold.</li><li>1952: the chimney came down.</li></ul>
<table><caption>Hands at the mill</caption><thead><tr><th>Year</th><th>Hands</th></tr></thead>
<tr><td rowspan="2">1921</td><td>40 before the fire</td></tr><tr><td>80 after it</td></tr></table>
<figure><img src="mill.jpg"><figcaption>The mill in June 1930.</figcaption></figure>
<blockquote>We had nothing but our hands, an old weaver wrote.</blockquote>
<p>The last of the walls fell in 1961.<sup>14</sup> The ground is 300 m<sup>2</sup> of grass today, in the 21<sup>st</sup> century.</p>
</div><aside class="related"><h3>Related</h3><p>Another mill burned on 7 July 2007, and nobody knows why it did.</p></aside></div>
<section id="comments"><h2>Comments</h2><p>Written on 9 September 2019 by a reader who knew better than the paper did.</p></section>
<footer>Copyright 2020 Valley Courier</footer></body></html>`;

const blocks = (html: string) => {
  const document = readHtml('a.html', html)!;
  return document.parts!.map(({ start, end, kind, level }) =>
    [kind + (level || ''), document.text.slice(start, end)].join(' '),
  );
};

describe('a page of a newspaper', () => {
  test('is its article: title, paragraphs, items, rows, captions, quotations in order', () => {
    expect(blocks(PAGE)).toEqual([
      'heading1 The mill of Halden',
      ...STORY.map((words) => `paragraph ${words}`),
      'heading2 After the war',
      'list 1947: the looms were sold.',
      'list 1952: the chimney came down.',
      'caption Hands at the mill',
      'navigation Year | Hands',
      'list 1921 | 40 before the fire',
      'list 1921 | 80 after it',
      'caption The mill in June 1930.',
      'quote We had nothing but our hands, an old weaver wrote.',
      'paragraph The last of the walls fell in 1961.¹⁴ The ground is 300 m² of grass today, in the 21st century.',
    ]);
  });

  test('has nothing of the site in its text', () => {
    const { text } = readHtml('a.html', PAGE)!;
    for (const word of [
      'cookies',
      'Home',
      'Share',
      'Another mill',
      'reader',
      'Copyright',
      'var date',
      'color',
    ])
      expect(text).not.toContain(word);
  });

  test('is cut into blocks where it says so', () => {
    const { text, format, parts, title } = readHtml('a.html', PAGE)!;
    const found = findBlocks(text, format, parts);
    expect(title).toBe('The mill of Halden');
    expect(found.map(({ start, end }) => [start, end])).toEqual(parts!.map(({ start, end }) => [start, end]));
    expect(found.filter(({ kind }) => kind === 'heading').map(({ level }) => level)).toEqual([1, 2]);
  });
});

describe('the day of a page', () => {
  const page = (head: string, body = '') =>
    readHtml(
      'a.html',
      `<html><head>${head}</head><body><article>${body}${paragraphs}</article></body></html>`,
    )!.date;
  const linked = (json: unknown) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;

  test.each([
    [linked({ '@type': 'NewsArticle', datePublished: '2024-05-16T23:30:00-05:00' }), '2024-05-16', 'JSON-LD'],
    [
      linked({ '@graph': [{ '@type': 'Person' }, { '@type': ['BlogPosting'], datePublished: '2019-02' }] }),
      '2019-02',
      'JSON-LD',
    ],
    [
      '<meta property="article:published_time" content="2021-03-04T08:00:00Z">',
      '2021-03-04',
      'article:published_time',
    ],
    ['<meta name="citation_publication_date" content="2003/7/9">', '2003-07-09', 'citation_publication_date'],
    ['<meta name="DC.date.issued" content="12 June 1998">', '1998-06-12', 'dc.date.issued'],
    [
      '<meta name="date" content="0001-01-01"><meta name="pubdate" content="20110203">',
      '2011-02-03',
      'pubdate',
    ],
  ])('%s', (head, edtf, from) => {
    expect(page(head)).toMatchObject({ edtf, origin: 'metadata', reason: expect.stringContaining(from) });
  });

  test('stands in a <time>, or in the line of publication', () => {
    expect(page('', '<time datetime="2020-01-02T10:00">two days ago</time>')?.edtf).toBe('2020-01-02');
    expect(page('', '<span class="entry-date">Posted on: March 4, 2015</span>')?.edtf).toBe('2015-03-04');
  });

  test('is of publication before it is of a change, but in an encyclopedia of the change', () => {
    const both = linked({ '@type': 'Article', datePublished: '2003-01-01', dateModified: '2024-02-03' });
    expect(page(both)?.edtf).toBe('2003-01-01');
    expect(page(`<meta name="generator" content="MediaWiki 1.43">${both}`)?.edtf).toBe('2024-02-03');
  });

  test('is nothing where the page says nothing, or nonsense', () => {
    expect(
      page('<meta name="date" content="soon"><script type="application/ld+json">{"a":</script>'),
    ).toBeNull();
    expect(page(linked({ '@type': 'Person', birthDate: '1950-01-01' }))).toBeNull();
  });
});

describe('pages that are made badly', () => {
  test.each([
    ['without body', `<title>Mill</title>${paragraphs}`],
    ['unclosed', `<html><body><div><p>${STORY.join('<p>')}`],
    [
      'in a table',
      `<table><tr><td><table><tr><td>${paragraphs}</td></tr></table></td><td><ul><li>x</ul></td></tr></table>`,
    ],
    ['in a form', `<form><div><center><font size=2>${STORY.join('<br><br>')}</font></center></div></form>`],
    [
      'with a wrapper that is called sidebar',
      `<body><div class="has-sidebar comments">${paragraphs}</div></body>`,
    ],
    ['nested deep', `<body>${'<div>'.repeat(5000)}${paragraphs}`],
    ['nested beyond reason', `<body>${'<b>'.repeat(60_000)}${paragraphs}`],
  ])('%s: every paragraph is there', (_, html) => {
    const { text, parts } = readHtml('a.html', html)!;
    for (const words of STORY) expect(text).toContain(words);
    for (const { start, end } of parts!) expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
  });

  test('breaks part lines that begin with a number, and fold others', () => {
    expect(
      blocks(`<body><p>1921 the fire<br>1922 the new mill<br>of brick</p>${paragraphs}</body>`).slice(0, 2),
    ).toEqual(['paragraph 1921 the fire', 'paragraph 1922 the new mill of brick']);
  });

  test('cells that span everything, and megabytes of white space, are bounded', () => {
    const cells = `<tr>${'<td rowspan="500" colspan="200">1921</td>'.repeat(50)}</tr>`.repeat(40);
    expect(readHtml('a.html', `<body><table>${cells}</table>`)!.text.length).toBeLessThan(200_000);
    expect(blocks(`<body><p>1921 fire${' '.repeat(1_000_000)}ended</p>`)).toEqual([
      'paragraph 1921 fire ended',
    ]);
  });

  test('terms and what is said of them are one item', () => {
    expect(blocks(`<body>${paragraphs}<dl><dt>1921</dt><dd>The fire.</dd></dl></body>`).at(-1)).toBe(
      'list 1921: The fire.',
    );
  });
});

describe('through the door', () => {
  test('by its bytes whatever its ending, and by its ending where it is a piece', async () => {
    for (const [name, html] of [
      ['a.txt', PAGE],
      ['b.htm', paragraphs],
    ] as const) {
      const { documents, problems } = await openFile({ name, bytes: utf8(html) });
      expect(problems).toEqual([]);
      expect(documents[0]).toMatchObject({ format: 'html', name });
    }
  });

  test('in the encoding that it declares', async () => {
    const html =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body><p>';
    const bytes = Uint8Array.from([
      ...utf8(html),
      0xcc,
      0xee,
      0xf1,
      0xea,
      0xe2,
      0xe0,
      ...utf8(' 1921.</p></body></html>'),
    ]);
    const { documents, problems } = await openFile({ name: 'a.html', bytes });
    expect(documents[0]?.text).toBe('Москва 1921.\n');
    expect(problems).toEqual([]);
  });

  test('a page without words is refused with a sentence', async () => {
    const { documents, problems } = await openFile({
      name: 'app.html',
      bytes: utf8('<html><body><div id="root"></div><script>go()</script></body></html>'),
    });
    expect(documents).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      'app.html: found an HTML page without words, expected its text in the file itself',
    ]);
  });

  test('10 MB take seconds', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, i) =>
        `<tr><td>${1000 + (i % 1000)}</td><td>Entry number ${i} of a long list of deeds that were done</td></tr>`,
    );
    const bytes = utf8(`<html><body><table>${rows.join('\n')}</table></body></html>`);
    // Of the processor: what else the machine does is not counted.
    const began = process.cpuUsage();
    const { documents } = await openFile({ name: 'a.html', bytes });
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(15);
    expect(documents[0]?.parts).toHaveLength(100_000);
  }, 120_000);
});
