import { expect, test } from 'vitest';
import { LARGEST_FILE, nameDocuments, readFile } from '../../src/formats/document.ts';
import { readText } from '../../src/formats/text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
/** The one sentence that keeps a file out. */
const refusal = (name: string, bytes: Uint8Array) => {
  const { document, problems } = readFile({ name, bytes });
  expect(document).toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ level: 'kept-out', at: name });
  return problems[0]!.message;
};

test('the ending says whether it is Markdown', () => {
  expect(readFile({ name: 'a.txt', bytes: utf8('# One') }).document?.format).toBe('text');
  expect(readFile({ name: 'a.MD', bytes: utf8('# One') }).document).toMatchObject({
    format: 'markdown',
    title: 'One',
  });
  expect(readFile({ name: 'README', bytes: utf8('One') })).toMatchObject({
    document: { format: 'text' },
    problems: [],
  });
});

test.each([
  [
    'a.txt',
    latin1('%PDF-1.7\n%âãÏÓ'),
    'a.txt: found a PDF, expected text, Markdown, HTML, PDF, Word (.docx), OpenDocument (.odt), EPUB, RTF, mail (.eml) or a zip of them',
  ],
  [
    'a.txt',
    latin1('\x89PNG\r\n\x1a\n\0\0'),
    'a.txt: found a PNG image, expected text, Markdown, HTML, PDF, Word (.docx), OpenDocument (.odt), EPUB, RTF, mail (.eml) or a zip of them',
  ],
  [
    'a.md',
    latin1('PK\x03\x04\x14\0\0\0\0\0[Content_Types].xml…word/document.xml'),
    'a.md: found a Word document (.docx), expected text, Markdown, HTML, PDF, Word (.docx), OpenDocument (.odt), EPUB, RTF, mail (.eml) or a zip of them',
  ],
  [
    'a.md',
    latin1('PK\x03\x04\x14\0\0\0\0\0notes.txt'),
    'a.md: found a zip archive, expected text, Markdown, HTML, PDF, Word (.docx), OpenDocument (.odt), EPUB, RTF, mail (.eml) or a zip of them',
  ],
  [
    'a.txt',
    utf8('\n<!DOCTYPE html>\n<html><body>1931</body></html>'),
    'a.txt: found an HTML page, expected text, Markdown, HTML, PDF, Word (.docx), OpenDocument (.odt), EPUB, RTF, mail (.eml) or a zip of them',
  ],
  [
    'a.txt',
    utf8('<?xml version="1.0"?><rss/>'),
    'a.txt: found an XML file, expected text, Markdown, HTML, PDF, Word (.docx), OpenDocument (.odt), EPUB, RTF, mail (.eml) or a zip of them',
  ],
  [
    'a.txt',
    utf8('{"events": []}'),
    'a.txt: found JSON data, expected text, Markdown, HTML, PDF, Word (.docx), OpenDocument (.odt), EPUB, RTF, mail (.eml) or a zip of them',
  ],
  [
    'a.txt',
    latin1('{\\rtf1\\ansi 1931}'),
    'a.txt: found an RTF document, expected text, Markdown, HTML, PDF, Word (.docx), OpenDocument (.odt), EPUB, RTF, mail (.eml) or a zip of them',
  ],
  ['a.txt', latin1('ab\0\0\x01\x02cd\xff'), 'a.txt: found binary data, expected text (.txt or .md)'],
  ['a.txt', utf8(''), 'a.txt: the file is empty, expected text'],
  ['a.txt', utf8(' \n\t\u00a0\n'), 'a.txt: found only white space, expected text'],
])('%s is judged by its bytes: %#', (name, bytes, message) => expect(refusal(name, bytes)).toBe(message));

test('text about markup is text', () => {
  for (const text of [
    'The tag <html> came in 1993.',
    '[1] Lowe, Quays, 1954.',
    '{sic} he wrote in 1931',
    'GIFs came in 1987',
    'MZ was his mark.',
  ]) {
    expect(readFile({ name: 'a.txt', bytes: utf8(text) }).document?.text).toBe(text);
  }
});

test('20 MB are refused with both sizes, a byte less is read', () => {
  const bytes = new Uint8Array(LARGEST_FILE).fill(97);
  expect(refusal('big.txt', bytes)).toBe(
    'big.txt: found 20.0 MB of text, expected less than 20 MB; split it into parts',
  );
  expect(readFile({ name: 'big.txt', bytes: bytes.subarray(1) }).document?.text).toHaveLength(
    LARGEST_FILE - 1,
  );
});

test('a guess at the encoding and broken places are notes', () => {
  const guessed = readFile({
    name: 'a.txt',
    bytes: latin1('It cost \x805 in 1931, at the caf\xe9 by the quay, or so they said.'),
  });
  expect(guessed.document?.text).toContain('€5');
  expect(guessed.problems).toEqual([
    {
      code: 'file/encoding',
      level: 'note',
      at: 'a.txt',
      message: 'a.txt: the text does not say its encoding; read as windows-1252, the likeliest',
    },
  ]);
  const broken = readFile({
    name: 'a.txt',
    bytes: Uint8Array.from([...utf8('Łódź zażółć gęślą jaźń'), 0xff]),
  });
  expect(broken.problems.map((problem) => problem.code)).toEqual(['file/damaged']);
});

test('ids are names, with a number only where two share one', () => {
  const documents = ['a.txt', 'b.txt', 'a.txt', 'a.txt (2)', 'a.txt'].map((name) => readText(name, name));
  const ids = nameDocuments(documents).map(({ id }) => id);
  expect(ids).toEqual(['a.txt', 'b.txt', 'a.txt (3)', 'a.txt (2)', 'a.txt (4)']);
  expect(new Set(ids).size).toBe(5);
  expect(nameDocuments(documents.slice(0, 2))).toEqual(documents.slice(0, 2));
  const others = nameDocuments(documents.slice(0, 2), ['a.txt', 'b.txt (2)']).map(({ id }) => id);
  expect(others).toEqual(['a.txt (2)', 'b.txt']);
});
