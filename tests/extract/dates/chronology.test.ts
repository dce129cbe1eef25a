import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/extract/read.ts';

/** `words = EDTF` of every mention that can stand on a calendar. */
function dated(text: string, format: 'text' | 'markdown' = 'markdown'): string[] {
  const document = { id: 'a', name: 'a.md', title: '', text, format, date: null };
  return readDocument(document)
    .mentions.filter((m) => m.edtf)
    .map((m) => `${m.text} = ${m.edtf}`);
}

describe('chronologies', () => {
  it('reads a year set in bold at the head of an item, and dates the item by it', () => {
    const text = `# The harbour

- **1553** — Two captains leave in May to find a way east. One lands at the river mouth in August.
- **1596** — A pilot finds the island in June.
- **1648** — A Cossack rounds the cape.
`;
    expect(dated(text)).toEqual([
      '1553 = 1553',
      'May = 1553-05',
      'August = 1553-08',
      '1596 = 1596',
      'June = 1596-06',
      '1648 = 1648',
    ]);
  });

  it('gives a bare month the year of its own item, not of the item before', () => {
    const text = '1912: The mill burns down in March.\n1920: The mill is sold in May.\n';
    expect(dated(text, 'text')).toEqual(['1912 = 1912', 'March = 1912-03', '1920 = 1920', 'May = 1920-05']);
  });

  it('takes a year without an era for one of ours where the other reading lies far behind the story', () => {
    const text =
      'Around 325 BC a Greek sailed north. Settlers reached the island in the 870s, and about 985 one of them went on.';
    expect(dated(text, 'text')).toContain('about 985 = 0985~');
  });

  it('never carries a year before Christ to months of later ages', () => {
    const text = `Around 325 BC a Greek sailed north. Settlers reached the island in the 870s.

In 1845 the navy sent two ships. They were last seen by whalers in July of that year.

He left port on 21 July 1878. In late September the ice closed in front of her.

The lake was lower in 2012 than ever before. In September of that year it shrank to half its size.
`;
    expect(dated(text, 'text').filter((line) => line.includes('= -'))).toHaveLength(1);
    expect(dated(text, 'text')).toContain('July of that year = 1845-07');
    expect(dated(text, 'text')).toContain('late September = 1878-09-21/1878-09-30');
  });

  it('goes on from the story, not from the day of speaking, in what is told as past', () => {
    const text =
      'On the night of 31 August 1854 it began. Over the next three days many people died. A copy was put up in 1992.';
    expect(dated(text, 'text')).toContain('the next three days = 1854-08-31/1854-09-03');
  });

  it('takes no caption for the date of its page', () => {
    const text = `Harbour in pictures

Ministers line up before their meeting in Bergen on 20 May 2021. (Ola Lund/Harbour Post)

The old crane is taken down after ninety years at the quay, and nobody can say what comes next.

Divers look for the anchor off the pier on 11 October 2023. (Ola Lund/Harbour Post)
`;
    const document = { id: 'a', name: 'a', title: '', text, format: 'text' as const, date: null };
    expect(readDocument(document).document.date?.edtf).not.toBe('2021-05-20');
  });
});
