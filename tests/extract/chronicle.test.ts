import { expect, test } from 'vitest';
import { told } from './extracted.ts';

const LINES = [
  '1949 Founded by nine players',
  '1952 First tour, to Norway',
  '1963 The hall burns down',
  '1974 Move to a new hall',
  '2008 Jubilee concert on 12 October',
];

test('lines that open with their year tell of it, with no sign between', () => {
  expect(told(`The choir of Oban\n\n${LINES.join('\n')}`)).toEqual([
    'found 1949',
    'tour 1952',
    'burn 1963',
    'hall 1974',
    'jubilee 2008-10-12',
  ]);
});

test('one such line among sentences is none', () => {
  const text = 'The choir of Oban\n\nIt has nine members. They sing well.\n\n1952 First tour, to Norway';
  expect(told(text)).toEqual([]);
});
