import { describe, expect, it } from 'vitest';
import { mention, read, readUndated } from './notation.ts';

describe('from which day a block speaks', () => {
  it.each([
    [
      'a dated heading above it',
      'Bank diary\n\n## 4 May 2021\n\nThe vault was opened yesterday.\n\n## 9 May 2021\n\nIt rained.',
      'yesterday',
      '2021-05-03',
    ],
    [
      'its dateline',
      'HULL, March 4, 2019 (Wire) - Two trawlers collided on Sunday, the coastguard said.\n\nBoth were towed in.',
      'Sunday',
      '2019-03-03',
    ],
    [
      'the dateline, in the paragraphs behind it too',
      'HULL, March 4, 2019 (Wire) - Two trawlers collided, the coastguard said.\n\nA third had sunk last month.',
      'last month',
      '2019-02',
    ],
  ])('%s', (_, text, words, expected) => {
    expect(mention(readUndated(text), words).edtf).toBe(expected);
  });

  it('the document’s own day where no heading and no dateline says otherwise', () => {
    const found = mention(read('The vault was opened yesterday.\n\nIt is empty.'), 'yesterday');
    expect(found.edtf).toBe('2024-05-15');
    expect(found.how).toContain("the document's date");
  });

  it('a heading of a year tells of it and does not speak from it', () => {
    const text =
      '## 1917\n\nThe mill burned in June.\n\n## 1918\n\nIt was rebuilt in May. Last week it was sold.';
    const reading = read(text);
    expect(mention(reading, 'June').edtf).toBe('1917-06');
    expect(mention(reading, 'Last week').edtf).toBe('2024-05-06/2024-05-12');
  });
});

describe('what a block stands under', () => {
  it('is told for each block, with the words that give it', () => {
    const text = 'Bank diary\n\n## 4 May 2021\n\nRain fell.\n\n## 9 May 2021\n\nSnow fell.';
    const { blocks, anchors } = readUndated(text);
    expect(blocks.map((_, i) => anchors[i]?.edtf ?? null)).toEqual([
      null,
      '2021-05-04',
      '2021-05-04',
      '2021-05-09',
      '2021-05-09',
    ]);
    expect(anchors[2]).toMatchObject({ kind: 'heading', mention: { text: '4 May 2021' } });
  });

  it('is nothing where a title only speaks of a date', () => {
    const { anchors } = readUndated('The crash of 1929 and what came of it\n\nThe bank was shut.');
    expect(anchors).toEqual([null, null]);
  });
});
