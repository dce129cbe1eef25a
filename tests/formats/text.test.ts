import { expect, test } from 'vitest';
import { readText, shortTitle } from '../../src/formats/text.ts';

test('the first line is the title and the text stays as it is', () => {
  const text = '\n\n  The  harbour board \r\nIt met in 1931.\r\n';
  expect(readText('board.txt', text)).toEqual({
    id: 'board.txt',
    name: 'board.txt',
    title: 'The harbour board',
    text,
    format: 'text',
    date: null,
  });
});

test('a button above the title is not the title', () => {
  expect(readText('a.txt', 'Share\n\nEMAIL\n\nThe harbour board\n').title).toBe('The harbour board');
  expect(readText('a.txt', 'Harbour\n').title).toBe('Harbour');
  expect(readText('a.txt', '港口的历史\n').title).toBe('港口的历史');
});

test('a long first line is cut at a word, and the cut is shown', () => {
  const title = shortTitle('harbour '.repeat(60));
  expect(title).toMatch(/ harbour…$/);
  expect(title.length).toBeLessThanOrEqual(140);
  expect(shortTitle('港'.repeat(300))).toHaveLength(140);
  expect(shortTitle(`${'a'.repeat(138)}😀b`)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});
