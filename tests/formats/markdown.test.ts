import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/formats/markdown.ts';

const date = (matter: string) => readMarkdown('a.md', `---\n${matter}\n---\n\n# Port\n`).date?.edtf ?? null;

test('front matter gives title and date, and says so', () => {
  const text =
    '---\ntitle: "The port"\ndate: 2024-05-16T08:00:00+02:00 # of writing\n---\n\n# Another heading\n';
  expect(readMarkdown('port.md', text)).toEqual({
    id: 'port.md',
    name: 'port.md',
    title: 'The port',
    text,
    format: 'markdown',
    date: { edtf: '2024-05-16', origin: 'metadata', reason: 'front matter: date: 2024-05-16T08:00:00+02:00' },
  });
});

test.each([
  ['date: 2024-05', '2024-05'],
  ['date: "16 May 2024"', '2024-05-16'],
  ["published: 'May 16, 2024'", '2024-05-16'],
  ['lastmod: 2019', '2019'],
  ['updated: 2020-01-01\ndate: 2019-12-31', '2019-12-31'],
  ['date: 2024-13-40', null],
  ['date: soon', null],
  ['dated: 2024-05-16', null],
  ['date:', null],
])('%j is %j', (matter, edtf) => expect(date(matter)).toBe(edtf));

test('TOML front matter', () => {
  expect(readMarkdown('a.md', '+++\ntitle = "Port"\ndate = 2024-05-16\n+++\ntext')).toMatchObject({
    title: 'Port',
    date: { edtf: '2024-05-16' },
  });
});

test('a rule at the top is no front matter', () => {
  expect(readMarkdown('a.md', '---\n\nIn 1931 the port closed.\n')).toMatchObject({ date: null });
  expect(readMarkdown('a.md', 'date: 2024-05-16\n---\n')).toMatchObject({ date: null });
});

test('without a title in the front matter the first heading is it, else the first line', () => {
  expect(readMarkdown('a.md', 'Posted today\n\n## The *old* [port](x.html) ##\n').title).toBe('The old port');
  expect(readMarkdown('a.md', 'The old port\n============\n').title).toBe('The old port');
  expect(readMarkdown('a.md', '\nIn 1931 the port closed.\n').title).toBe('In 1931 the port closed.');
});
