import { describe, expect, it } from 'vitest';
import { mention, read, readUndated } from './dates/notation.ts';

const body =
  'The council opened the new bridge and several hundred people crossed it on foot before noon, the mayor said.';
describe('headings', () => {
  const diary = [
    'Notes of a harbour',
    '',
    'Written by B. Lund // May 16, 2024',
    '',
    '14-16 May',
    `Two ships left on Thursday. ${body}`,
    '',
    '2 February',
    `A crane fell last month. ${body}`,
    '',
    '24 November',
    `The strike ended on Wednesday. ${body}`,
    '',
    '6 August',
    `The pilot retired earlier this week. ${body}`,
  ].join('\n');

  it('a diary without years, newest first, is solved as a whole', () => {
    const reading = readUndated(diary);
    const headings = reading.mentions.filter((each) => reading.blocks[each.block]!.kind === 'heading');
    expect(headings.map((each) => each.range?.edtf ?? each.edtf)).toEqual([
      '2024-05-14/2024-05-16',
      '2024-05-16',
      '2024-02-02',
      '2023-11-24',
      '2023-08-06',
    ]);
  });

  it('weekdays and steps below are counted from their heading', () => {
    const reading = readUndated(diary);
    expect(mention(reading, 'Thursday').edtf).toBe('2024-05-16');
    expect(mention(reading, 'last month').edtf).toBe('2024-01');
    expect(mention(reading, 'Wednesday').edtf).toBe('2023-11-22');
    expect(mention(reading, 'earlier this week').edtf).toBe('2023-07-31/2023-08-06');
    expect(mention(reading, 'Wednesday').how).toBe(
      "Wednesday → heading 24 November → 2023 from the document's date",
    );
  });

  it('the blocks below say which heading they stand under', () => {
    const reading = readUndated(diary);
    const at = reading.blocks.findIndex((block) => diary.slice(block.start).startsWith('The strike'));
    expect(reading.anchors[at]).toMatchObject({ edtf: '2023-11-24', precision: 'day', kind: 'heading' });
  });

  it.each([
    ['Week of 6 May 1996', '1996-05-06', '1996-05-10'],
    ['Week of 8 May 1996', '1996-05-06', '1996-05-10'],
    ['Week of Sunday 5 May 1996', '1996-05-06', '1996-05-10'],
    ['Week commencing 6 May 1996', '1996-05-06', '1996-05-10'],
    ['W/c 6 May 1996', '1996-05-06', '1996-05-10'],
    ['Week ending 12 May 1996', '1996-05-06', '1996-05-10'],
    ['6–12 May 1996', '1996-05-06', '1996-05-10'],
  ])('weekdays under “%s” lie in it', (heading, monday, friday) => {
    const before = '# Lamp log\n\nBy the keeper.\n\n## 28 April 1996\n\nThe old lamp went out.';
    const text = `${before}\n\n## ${heading}\n\nMonday. The boat brought coal.\n\nTuesday. The lamp was cleaned.\n\nOn Friday the board paid the wages.\n`;
    const reading = readUndated(text);
    expect(mention(reading, 'Monday').edtf).toBe(monday);
    expect(mention(reading, 'Friday').edtf).toBe(friday);
    expect(mention(reading, 'Monday').how).toBe(`Monday → in ${heading}`);
  });

  it('weekdays behind an entry of some days come after them', () => {
    const text =
      'Log\n\n3–5 May 1996. At sea.\n\nMonday. The boat brought coal.\n\nTuesday. The lamp was cleaned.\n';
    expect(mention(readUndated(text), 'Monday').edtf).toBe('1996-05-06');
  });

  it('a year as heading gives the year to the days below', () => {
    const text = `The mine\n\n1969\n\nOn 3 March the shaft flooded. It was dry again by June.\n\n1970\n\nOn 4 April it closed and nobody came back to open it.`;
    const reading = readUndated(text);
    expect(mention(reading, '3 March').edtf).toBe('1969-03-03');
    expect(mention(reading, 'June').edtf).toBe('1969-06');
    expect(mention(reading, '4 April').edtf).toBe('1970-04-04');
  });
});

describe('datelines, entries and captions', () => {
  it('a dateline is where the lines below it speak from', () => {
    const text = [
      'Harbour news',
      '',
      '16 May 2024',
      '',
      `OSLO, March 5 (Agency) – The pilot left on Sunday. ${body}`,
      '',
      'He was thanked on Monday by the crew, who said that he had never missed a tide in all his years at the harbour.',
    ].join('\n');
    const reading = readUndated(text);
    expect(mention(reading, 'Sunday')).toMatchObject({
      edtf: '2024-03-03',
      how: "Sunday → dateline March 5 → the document's date",
    });
    expect(mention(reading, 'Monday').edtf).toBe('2024-03-04');
    expect(reading.anchors.at(-1)).toMatchObject({ edtf: '2024-03-05', kind: 'dateline' });
  });

  it('items that begin with their day are headings that share their line', () => {
    const items = [
      '3 May – The crane fell.',
      '2 February – A ship left on Tuesday.',
      '24 November – The strike ended.',
    ];
    const reading = read(`Harbour diary\n\n${items.map((item) => `- ${item}`).join('\n')}\n`);
    expect(mention(reading, '24 November').edtf).toBe('2023-11-24');
    expect(mention(reading, 'Tuesday').edtf).toBe('2024-01-30');
  });
});
