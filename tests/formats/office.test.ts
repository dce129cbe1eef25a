import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/formats/open.ts';
import type { BlockKind } from '../../src/model/document.ts';
import { mutated, pdf, seeded, utf8 } from './made.ts';

/** What a document of these tests is made of. */
interface Said {
  readonly kind: 'heading' | 'paragraph' | 'list';
  readonly words: string;
}

const xml = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const odt = (body: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    ...more,
  });

const epub = (...chapters: readonly string[]): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    ),
    'OPS/book.opf': strToU8(
      `<package><metadata><dc:title>A &amp; B</dc:title></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav"/>${chapters.map((_, i) => `<item id="c${i}" href="text/c%20${i}.xhtml"/>`).join('')}</manifest><spine><itemref idref="nav"/>${chapters.map((_, i) => `<itemref idref="c${i}"/>`).join('')}</spine></package>`,
    ),
    'OPS/nav.xhtml': strToU8('<html><body><nav>Contents</nav></body></html>'),
    ...Object.fromEntries(
      chapters.map((body, i) => [
        `OPS/text/c ${i}.xhtml`,
        strToU8(`<?xml version="1.0"?><html><body>${body}</body></html>`),
      ]),
    ),
  });

const rtf = (body: string): Uint8Array =>
  utf8(
    `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\stylesheet{\\s0 Normal;}{\\s1\\sb240 heading 1;}}{\\info{\\title Never shown}}\n${body}}`,
  );

const blocksOf = async (name: string, bytes: Uint8Array): Promise<string[]> => {
  const { documents, problems } = await openFile({ name, bytes });
  expect(problems.filter(({ level }) => level === 'kept-out')).toEqual([]);
  const { text, parts = [] } = documents[0]!;
  return parts.map(({ start, end, kind, level }) => `${kind}${level || ''} ${text.slice(start, end)}`);
};
const said = async (name: string, bytes: Uint8Array): Promise<string> => {
  const { documents, problems } = await openFile({ name, bytes });
  expect(documents).toEqual([]);
  return problems[0]!.message;
};

test('an OpenDocument text: headings, tables, captions and notes, without what was deleted', async () => {
  const body =
    '<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:p text:style-name="P1">The mill</text:p><text:h text:outline-level="2">After<text:s/>the fire</text:h><text:p>It burned<text:line-break/>in <text:span>1921</text:span>.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Papers of the mill.</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>One</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>1922</text:p></table:table-cell><table:table-cell><text:p>Rebuilt</text:p></table:table-cell></table:table-row></table:table><text:p text:style-name="Illustration">The mill in 1930</text:p>';
  expect(await blocksOf('a.odt', odt(body))).toEqual([
    'heading1 The mill',
    'heading2 After the fire',
    'paragraph It burned in 1921.¹',
    'list One',
    'list 1922 | Rebuilt',
    'caption The mill in 1930',
    'note 1 Papers of the mill.',
  ]);
  const locked = { 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') };
  expect(await said('a.odt', odt(body, locked))).toMatch(/behind a password, expected one without/);
});

test('a book: its chapters in order, without its contents', async () => {
  const bytes = epub(
    '<h1>One</h1><p>It began.<a id="x"/> Then more.</p>',
    '<section><h1>Two</h1><p>It ended.</p></section>',
  );
  expect(await blocksOf('a.epub', bytes)).toEqual([
    'heading1 One',
    'paragraph It began. Then more.',
    'heading1 Two',
    'paragraph It ended.',
  ]);
  expect((await openFile({ name: 'a.epub', bytes })).documents[0]?.title).toBe('A & B');
});

test('Rich Text: headings by style, letters of its code page, items, rows, notes', async () => {
  const body =
    "\\pard\\s1 The mill\\par\\pard It burned \\endash  all of it \\endash  in the caf\\'e9 of Z\\u252?\\'fcrich.{\\super\\chftn}{\\*\\footnote Papers of the mill.}\\par{\\listtext 1.}\\pard\\ls1 One\\par\\trowd\\intbl 1922\\cell Rebuilt\\cell\\row\\pard{\\deleted gone}{\\v hidden}{\\*\\unknown x}End.\\par";
  expect(await blocksOf('a.rtf', rtf(body))).toEqual([
    'heading1 The mill',
    'paragraph It burned – all of it – in the café of Züürich.¹',
    'list One',
    'list 1922 | Rebuilt',
    'paragraph End.',
    'note 1 Papers of the mill.',
  ]);
});

test('the source of a wiki page: headings, items, links, templates, tables, references', async () => {
  const source = `== 1914 ==
=== July ===
* 28 July – [[War in Europe|War]] is declared.<ref>{{cite book|title=X}} Lowe, p. 3.</ref>
** ''Pilots'' {{nowrap|go home}}.{{citation needed}}
; 1915
: The [https://a.org bell] melts.
{| class="wikitable"
! Date !! Event
|-
| style="x" | {{dts|1916|5|4}} || {{flag|Norway}} buys the yard.
|}
[[Category:Towns]]
`;
  expect(await blocksOf('a.txt', utf8(source))).toEqual([
    'heading2 1914',
    'heading3 July',
    'list 28 July – War is declared.¹',
    'list Pilots go home.',
    'list 1915: The bell melts.',
    'navigation Date | Event',
    'list 1916-05-04 | Norway buys the yard.',
    'note 1 Lowe, p. 3.',
  ]);
});

test('what was copied is read whole, lists of links and all', async () => {
  const html =
    '<meta charset="utf-8"><!--StartFragment--><b id="docs-internal-guid-1"><h2>Bridge</h2><ul><li><a href="#">Opened</a></li><li><a href="#">Closed</a></li></ul><table><tr><td>1922</td><td>Rebuilt</td></tr></table></b><!--EndFragment-->';
  expect(await blocksOf('Pasted text.html', utf8(html))).toEqual([
    'heading2 Bridge',
    'list Opened',
    'list Closed',
    'list 1922 | Rebuilt',
  ]);
});

test('what gzip has packed is what it packed; a tar and a bomb are sentences', async () => {
  const { documents } = await openFile({ name: 'notes.txt.gz', bytes: gzipSync(utf8('It burned in 1921.')) });
  expect(documents.map(({ name, text }) => `${name}: ${text}`)).toEqual(['notes.txt: It burned in 1921.']);
  const tar = new Uint8Array(1024).fill(32);
  tar.set(strToU8('ustar'), 257);
  expect(await said('a.tgz', gzipSync(tar))).toMatch(/found a tar archive, expected a document or a zip/);
  const zipped = zipSync({
    'a.txt.gz': gzipSync(utf8('x')),
    'b.zip': zipSync({ 'c.txt': utf8('x') }),
    'd.txt': utf8('In 1921.'),
  });
  const { problems } = await openFile({ name: 'a.zip', bytes: zipped });
  expect(problems.map(({ code }) => code)).toEqual(['file/others', 'file/nested']);
});

describe('whatever a document says, its blocks stand where it says', () => {
  const word = fc.constantFrom(
    'mill',
    'river',
    'Åse',
    'née',
    '“quoted”',
    '1921',
    'A&B',
    'x<y',
    'don’t',
    '€5',
    '4 May',
  );
  const sentence = fc
    .array(word, { minLength: 2, maxLength: 9 })
    .map((words) => `It ${words.join(' ')} end.`);
  const block: fc.Arbitrary<Said> = fc.record({
    kind: fc.constantFrom('heading' as const, 'paragraph' as const, 'list' as const),
    words: sentence,
  });
  const html = (blocks: readonly Said[]): string =>
    blocks
      .map(({ kind, words }) =>
        kind === 'heading'
          ? `<h2>${xml(words)}</h2>`
          : kind === 'list'
            ? `<ul><li>${xml(words)}</li></ul>`
            : `<p>${xml(words)}</p>`,
      )
      .join('');
  const makers: Readonly<Record<string, (blocks: readonly Said[]) => Uint8Array>> = {
    'a.html': (blocks) =>
      utf8(`<html><body><!--StartFragment-->${html(blocks)}<!--EndFragment--></body></html>`),
    'a.epub': (blocks) => epub(html(blocks)),
    'a.odt': (blocks) =>
      odt(
        blocks
          .map(({ kind, words }) =>
            kind === 'heading'
              ? `<text:h text:outline-level="2">${xml(words)}</text:h>`
              : kind === 'list'
                ? `<text:list><text:list-item><text:p>${xml(words)}</text:p></text:list-item></text:list>`
                : `<text:p>${xml(words)}</text:p>`,
          )
          .join(''),
      ),
    'a.rtf': (blocks) =>
      rtf(
        blocks
          .map(({ kind, words }) => {
            const escaped = Array.from(words, (c) => (c > '\u007e' ? `\\u${c.charCodeAt(0)}?` : c)).join('');
            return `\\pard${kind === 'heading' ? '\\outlinelevel1' : kind === 'list' ? '\\ls1' : ''} ${escaped}\\par`;
          })
          .join('\n'),
      ),
    'a.wiki': (blocks) =>
      utf8(
        blocks
          .map(({ kind, words }) =>
            kind === 'heading'
              ? `== ${xml(words)} ==`
              : kind === 'list'
                ? `* ${xml(words)}`
                : `${xml(words)}\n`,
          )
          .join('\n'),
      ),
  };
  test.each(Object.entries(makers))('%s', async (name, make) => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (blocks) => {
        const kinds: Readonly<Record<BlockKind, number>> = { heading: 2 } as never;
        expect(await blocksOf(name, make(blocks))).toEqual(
          blocks.map(({ kind, words }) => `${kind}${kinds[kind] ?? ''} ${words}`),
        );
      }),
      { numRuns: 15, seed: 6 },
    );
  });
});

describe('damaged files never throw and never hang', () => {
  test.each([
    ['a.odt', odt('<text:h text:outline-level="1">Mill</text:h><text:p>It burned in 1921.</text:p>')],
    ['a.epub', epub('<h1>Mill</h1><p>It burned in 1921.</p>')],
    ['a.rtf', rtf("\\pard\\s1 Mill\\par It burned in {\\b 1921}{\\*\\footnote x}\\'e9.\\par")],
    ['a.wiki', utf8("== 1914 ==\n* {{x|{{y}}}} [[a|b]] <ref>n</ref>\n{|\n! a\n|-\n| b\n|}\n'''c'''")],
    ['a.pdf', pdf([[[50, 700, 11, 'It burned in 1921.']]])],
  ])('%s', async (name, bytes) => {
    const random = seeded(11);
    for (let i = 0; i < 20; i++) {
      const { documents, problems } = await openFile({ name, bytes: mutated(bytes, random) });
      expect(documents.length + problems.length).toBeGreaterThan(0);
      for (const { text, parts = [] } of documents)
        for (const { start, end } of parts) expect(text.slice(start, end).trim()).not.toBe('');
    }
  });
});
