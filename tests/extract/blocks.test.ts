import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBlocks } from '../../src/extract/blocks.ts';
import type { Block } from '../../src/extract/reading.ts';

const SHORT: Record<Block['kind'], string> = {
  heading: 'h',
  paragraph: 'p',
  list: 'l',
  quote: 'q',
  caption: 'c',
  note: 'n',
  byline: 'b',
  navigation: '-',
};

/** Each block as `h2 words`, `p words`: its kind, a heading's level, its text. */
const read = (text: string, format: 'text' | 'markdown' = 'text') =>
  findBlocks(text, format).map(
    ({ kind, level, start, end }) =>
      `${SHORT[kind]}${kind === 'heading' ? level : ''} ${text.slice(start, end)}`,
  );
const kinds = (text: string, format: 'text' | 'markdown' = 'text') =>
  read(text, format).map((line) => line.slice(0, line.indexOf(' ')));

/** A paragraph that is longer than any headline. */
const STORY =
  'The harbour board met twice before it agreed to rent the eastern quay to the new company, which had promised two hundred jobs and a cold store by the spring.';

describe('plain text', () => {
  test('title, sections and paragraphs', () => {
    expect(read(`A harbour and its people\n\n${STORY}\n\nThe first strike\n\n${STORY}\n`)).toEqual([
      'h1 A harbour and its people',
      `p ${STORY}`,
      'h2 The first strike',
      `p ${STORY}`,
    ]);
  });

  test('one line per paragraph and no blank lines', () => {
    expect(kinds(`Harbour news\n${STORY}\nA quay for rent\n${STORY}\n${STORY}`)).toEqual([
      'h1',
      'p',
      'h2',
      'p',
      'p',
    ]);
  });

  test('what a text says of itself is a note', () => {
    expect(kinds(`${STORY}\n\nCorrection: An earlier version gave a wrong year. It was 1953.`)).toEqual([
      'p',
      'n',
    ]);
  });

  test('a line that cannot end there goes on, whatever the next begins with', () => {
    const prose =
      'After the flood of\n6 September 1930 the board met. It sold the quay on 1\nJune 1931 to a firm of\nPorto.';
    expect(kinds(prose)).toEqual(['p']);
    expect(kinds(`${STORY}\n(b. 1923), who went to sea.`)).not.toContain('l');
  });

  test('a label with a colon is a heading, a phrase that leads to a quotation is not', () => {
    expect(kinds(`${STORY}\nEarly years:\n${STORY}`)).toEqual(['p', 'h2', 'p']);
    expect(kinds(`${STORY}\nThe mayor said the following:\n${STORY}`)).toEqual(['p', 'p', 'p']);
  });

  test('a question over a story is a headline, a sentence is not', () => {
    expect(kinds(`Title\n${STORY}\nWho will pay for the quay?\n${STORY}`)).toEqual(['h1', 'p', 'h2', 'p']);
    expect(kinds(`Title\n${STORY}\nThe quay was sold.\n${STORY}`)).toEqual(['h1', 'p', 'p', 'p']);
  });

  test('short titles with a full stop, where there are several', () => {
    const text = (title: string) => `Port\n\n${STORY}\n\nEarly days.\n\n${STORY}\n\n${title}\n\n${STORY}`;
    expect(kinds(text('Move to the bay.'))).toEqual(['h1', 'p', 'h2', 'p', 'h2', 'p']);
    expect(kinds(text('Both men refused.'))).toEqual(['h1', 'p', 'p', 'p', 'p', 'p']);
  });

  test('counts without a table are items, a salutation is no title', () => {
    expect(kinds(`Port\n\nDead: 192\nInjured: 4,257\nShare: 12 %\n\n${STORY}`)).toEqual([
      'h1',
      'l',
      'l',
      'l',
      'p',
    ]);
    expect(kinds(`Dear Ann:\n\n${STORY}`)).toEqual(['p', 'p']);
  });

  test('a sentence with its note mark apart is no headline', () => {
    expect(kinds(`Port\n${STORY}\nThe quay was sold. [5]\n${STORY}`)).toEqual(['h1', 'p', 'p', 'p']);
  });

  test('a line alone, or the last line, is text and no heading', () => {
    expect(kinds('Alice visited Lima in May 2018')).toEqual(['p']);
    expect(kinds(`${STORY}\n\nThe inquiry goes on`)).toEqual(['p', 'p']);
  });

  test('wrapped lines are one paragraph, and a short line ends it', () => {
    const text = [
      'The ferry had been in service for eleven years when the inspectors',
      'came aboard in March. They found that two of the six doors did not',
      'close, and that the log had not been kept since the autumn of the',
      'year before.',
      'The owner was fined. He appealed, and lost, and appealed again, and',
      'when the second court had spoken he sold the ship to a company from',
      'Bergen.',
    ].join('\n');
    expect(read(text).map((block) => block.replaceAll('\n', ' ').slice(0, 22))).toEqual([
      'p The ferry had been i',
      'p The owner was fined.',
    ]);
    expect(findBlocks(text, 'text').map((block) => block.sentences.length)).toEqual([2, 2]);
  });

  test('wrapped paragraphs with indented first lines', () => {
    const text = [
      '   The ferry had been in service for eleven years when the',
      'inspectors came aboard in March. They found that two of the',
      'six doors did not close at all, and they said so plainly.',
      '   The owner was fined. He appealed, and lost, and appealed',
      'again, and when the second court had spoken he sold the ship',
      'to a company from Bergen, which still runs it twice a week.',
    ].join('\n');
    expect(kinds(text)).toEqual(['p', 'p']);
  });

  test('lines that are cut in mid-clause are joined', () => {
    expect(read('The story of the canal\nand of those who dug it, from 1850 to 1862.\n')).toEqual([
      'p The story of the canal\nand of those who dug it, from 1850 to 1862.',
    ]);
  });
});

describe('dated headings', () => {
  const diary = `Harbour diary\n\n14-16 May\nStrike begins\nBy Ann Lowe\n(AP) — ${STORY}\nOwners meet mayor\n(AP) — ${STORY}\n\n3 May\nTalks fail\n${STORY}`;

  test('a diary: dates are sections, headlines lie within', () => {
    const blocks = findBlocks(diary, 'text');
    expect(kinds(diary)).toEqual(['h1', 'h2', 'h3', 'b', 'p', 'h3', 'p', 'h2', 'h3', 'p']);
    expect(blocks.map((block) => block.heading)).toEqual([-1, 0, 1, 2, 2, 1, 5, 0, 7, 8]);
  });

  test.each([
    '14-16 May',
    'Thursday, 3 June 1998',
    '1969',
    'The 1990s',
    'Spring 2001',
    '44 BC',
    '2024-05-16',
    'May 3rd',
    '1969–1985',
    'Since 1991',
    'Early 2020',
    'Q3 2019',
    '19th century',
    'Christmas Eve',
    'New Year 1920',
    '4 августа',
    '2019年5月',
  ])('a date alone is one: %s', (date) => {
    const blocks = findBlocks(`Harbour diary\n${STORY}\n${date}\n${STORY}`, 'text');
    expect(blocks[2]).toMatchObject({ kind: 'heading', level: 2 });
  });

  test.each([
    '12',
    '300',
    'I met her in May.',
    '3 May: strike begins at the quay, and the port is closed by noon.',
  ])('%s is none', (line) => {
    expect(findBlocks(`Harbour diary\n${STORY}\n${line}\n${STORY}`, 'text')[2]?.kind).not.toBe('heading');
  });

  test('a date glued to the end of a paragraph is a heading that lost its line break', () => {
    expect(
      read(`Diary\n6 August\n${STORY} The mayor spoke on Friday.4 August\nBoard resigns\n${STORY}`).slice(2),
    ).toEqual([`p ${STORY} The mayor spoke on Friday.`, 'h2 4 August', 'h3 Board resigns', `p ${STORY}`]);
  });

  test.each([
    'It ended in 1998.',
    'They agreed.3',
    'They agreed.1998',
    'Prices rose by 3.5',
    'He was back by May.',
  ])('nothing is cut off where no date is glued: %s', (end) =>
    expect(read(`Diary\n${STORY} ${end}\n${STORY}`)[1]).toBe(`p ${STORY} ${end}`),
  );

  test('the day of posting under the title is no heading', () => {
    expect(kinds(`Harbour news\nMay 16, 2024\n${STORY}\n${STORY}`)).toEqual(['h1', 'b', 'p', 'p']);
    expect(kinds(`Harbour diary\n16 May 2024\n${STORY}\n15 May 2024\n${STORY}`)).toEqual([
      'h1',
      'h2',
      'p',
      'h2',
      'p',
    ]);
  });

  test('an outlook after the last day is not under that day', () => {
    const blocks = findBlocks(`${diary}\n\nOutlook\n\n${STORY}`, 'text');
    expect(blocks.at(-2)).toMatchObject({ kind: 'heading', level: 2, heading: 0 });
  });
});

describe('lists', () => {
  test('items with dashes and numbers, without their marks', () => {
    expect(read(`Causes\n\n- Debt: ${STORY}\n– War\n• Frost\n1. Rust\n(a) Rot`)).toEqual([
      'h1 Causes',
      `l Debt: ${STORY}`,
      'l War',
      'l Frost',
      'l Rust',
      'l Rot',
    ]);
  });

  test('a letter quotes another', () => {
    expect(read(`From: Ann Lowe\nThe quay\n\n${STORY}\n\n> Did they meet in May?`)).toEqual([
      'b From: Ann Lowe',
      'h1 The quay',
      `p ${STORY}`,
      'q Did they meet in May?',
    ]);
  });

  test('a chronology keeps its dates', () => {
    expect(
      read(
        `The mine\n\n1969 — The shaft is sunk.\n- 4 February 1971: Fire on the second level\n1980: Closure`,
      ),
    ).toEqual([
      'h1 The mine',
      'l 1969 — The shaft is sunk.',
      'l 4 February 1971: Fire on the second level',
      'l 1980: Closure',
    ]);
  });

  test('rows that open with years or times are one line each, however long', () => {
    const rows = [
      '1953 Reached the last four of the county cup and lost there to Wick',
      '1978 Relegated',
      '7–8 May – the leaders meet; more than a hundred guests are expected',
      '14 May – closing day',
    ];
    const [a, b, c, d] = rows;
    expect(
      read(`The club\n\n${STORY}\n\n${a}\n${b}\n\n${c}\n${d}`)
        .slice(2)
        .map((row) => row.replace(/^\S+ /, '')),
    ).toEqual(rows);
  });

  test('numbered paragraphs of a judgment are paragraphs; initials and years are no marks', () => {
    expect(read(`Judgment\n\n1. ${STORY}\n\n2. ${STORY}\n\n3. ${STORY}`)).toEqual([
      'h1 Judgment',
      `p ${STORY}`,
      `p ${STORY}`,
      `p ${STORY}`,
    ]);
    expect(read(`Judgment\n\nA. Marsh ${STORY}`)[1]).toBe(`p A. Marsh ${STORY}`);
  });

  test('a numbered line over a paragraph is a section', () => {
    expect(kinds(`Report\n\n1. The siege\n\n${STORY}\n\n2. The relief\n\n${STORY}`)).toEqual([
      'h1',
      'h2',
      'p',
      'h2',
      'p',
    ]);
  });
});

describe('what is not the story', () => {
  test.each([
    'The mayor opens the new quay on 4 May 2019. (Lee Park/Reuters)',
    'Strikers at the gate, 1931. (Photo: City Museum/CC BY 4.0)',
    'Strikers at the gate, 3 May 1931. (Ann Lowe/Harbour Post)',
    'Figure 3: Tonnage by year, 1990–2005',
    'Photo: the old crane in 1954',
    'The crane in 1954 (photograph courtesy of the port)',
    'The old crane, seen from the quay. Image: City Museum.',
  ])('caption: %s', (line) => expect(kinds(`Harbour\n${STORY}\n${line}\n${STORY}`)[2]).toBe('c'));

  test.each([
    'The board met on Friday (AP)',
    'Tonnage fell by half (see table 3).',
    'He joined the party (and left it) in 1991.',
    'He knew both towns (Buda/Pest)',
  ])('no caption: %s', (line) => expect(kinds(`Harbour\n${STORY}\n${line}\n${STORY}`)[2]).not.toBe('c'));

  test.each([
    'By Ann Lowe and Piotr Nowak',
    'Written by Ann Lowe // May 16, 2024 // No comments',
    'Ann Lowe, Lima correspondent',
    'Piotr Nowak, Baltic Institute1',
    'Published: 3 May 2024',
    'Last updated 12 September 2023',
    'Reporting by Ann Lowe; Editing by Bo Ek',
    'Port papers. Second edition, revised 4 March 2019',
    'Ordered by the board to be printed 22 November 2011',
  ])('byline: %s', (line) => expect(kinds(`Harbour\n${line}\n${STORY}`)[1]).toBe('b'));

  test.each([
    'By May 1940 the port was shut.',
    'By then Ann Lowe was mayor.',
    'Published in 1954, the book was a failure.',
    'Ann Lowe, the mayor, was not there.',
  ])('no byline: %s', (line) => expect(kinds(`Harbour\n${line}\n${STORY}`)[1]).not.toBe('b'));

  test.each([
    'EMAIL',
    'Subscribe',
    'Leave a Comment',
    'Share on Facebook',
    'READ MORE: Port strike ends',
    'Home > News > Ports',
    'Back to top',
    '3 comments',
    '© 2024 Harbour Press',
    'Advertisement',
    'Related articles',
    '#port #strike',
  ])('page furniture: %s', (line) => expect(kinds(`Harbour\n${STORY}\n${line}\n${STORY}`)[2]).toBe('-'));

  test('promotion between the buttons at the end goes with them', () => {
    const text = `Harbour\n\n${`${STORY}\n\n`.repeat(6)}Subscribe to Quay\n\nQuay Tools\n\nYou can read us every day when you join our friends, who keep these pages going.\n\nOpen popup\n\nX\n\nWelcome back!\n`;
    expect(kinds(text).slice(7)).toEqual(['-', '-', '-', '-', '-', '-']);
  });

  test('notes: under a title, and as a numbered run that none announces', () => {
    expect(
      kinds(
        `Port\n\n${STORY}\n\n${STORY}\n\nReferences\n\nLowe, A. Quays. Lima, 1954.\n\nPort Act 1904, s. 3.`,
      ),
    ).toEqual(['h1', 'p', 'p', 'h2', 'n', 'n']);
    const run = `Port\n\n${STORY}1\n\n${STORY}2\n\n${STORY}3\n\n1.  Ann Lowe, “The quay in winter,” Port Review, May 3, 1954.\n\n2.  Ibid.\n\n3.  “A new crane for the port,” The Post, June 1, 1956, https://post.example/crane.`;
    expect(read(run).slice(4)).toEqual([
      'n Ann Lowe, “The quay in winter,” Port Review, May 3, 1954.',
      'n Ibid.',
      'n “A new crane for the port,” The Post, June 1, 1956, https://post.example/crane.',
    ]);
  });

  test('a single note after the last word', () => {
    expect(
      kinds(`Port\n\n${STORY}\n\n${STORY}1\n\n1. A. Lowe, “Quays in winter,” Port Review, 1930, pp. 12-40.`),
    ).toEqual(['h1', 'p', 'p', 'n']);
  });

  test('a numbered list of steps at the end is no bibliography', () => {
    expect(
      kinds(`Port\n\n${STORY}\n\n${STORY}\n\n1. Close the gate.\n2. Call the master.\n3. Wait.`).slice(3),
    ).toEqual(['l', 'l', 'l']);
  });
});

describe('Markdown', () => {
  const md = (text: string) => read(text, 'markdown');

  test('headings with marks, underlined and in bold', () => {
    expect(
      md(`# The *port*\n\n## Early years ##\n\n${STORY}\n\nLater\n-----\n\n${STORY}\n\n**1931**\n\n${STORY}`),
    ).toEqual([
      'h1 The *port*',
      'h2 Early years',
      `p ${STORY}`,
      'h2 Later',
      `p ${STORY}`,
      'h3 1931',
      `p ${STORY}`,
    ]);
  });

  test('lists, quotations, notes and pictures', () => {
    expect(
      md(
        `# Port\n\n- one\n  goes on\n- [x] two\n1. three\n\n> said the mayor\n> in May\n\n![The crane in 1954](crane.png)\n\n[^1]: Lowe, Quays.\n[site]: https://example.org\n`,
      ),
    ).toEqual([
      'h1 Port',
      'l one\n  goes on',
      'l two',
      'l three',
      'q said the mayor\n> in May',
      'c The crane in 1954',
      'n Lowe, Quays.',
    ]);
  });

  test('rows of tables are items; the rule under the head is nothing', () => {
    expect(md('# Port\n\n| Year | Event |\n|---|:--|\n| 1931 | Strike |\n')).toEqual([
      'h1 Port',
      '- Year | Event',
      'l 1931 | Strike',
    ]);
  });

  test('front matter, code and comments are in no block', () => {
    expect(
      md(
        `---\ntitle: Port\ndate: 2024-05-16\n---\n\n# Port\n\n\`\`\`\n1931: not text\n\`\`\`\n\n<!-- 1932\nnor this -->\n\n${STORY}`,
      ),
    ).toEqual(['h1 Port', `p ${STORY}`]);
  });

  test('soft line ends are joined, hard ones and whole sentences are not', () => {
    expect(md('# Port\n\nThe crane fell\ninto the dock.\nNobody\nwas hurt.')).toEqual([
      'h1 Port',
      'p The crane fell\ninto the dock.',
      'p Nobody\nwas hurt.',
    ]);
    expect(md('# Port\n\nAnn Lowe  \nThe crane fell.')).toHaveLength(3);
  });

  test('several headings of the first depth are sections', () => {
    expect(md(`# 4 May\n\n${STORY}\n\n# 3 May\n\n${STORY}`).map((line) => line.slice(0, 2))).toEqual([
      'h2',
      'p ',
      'h2',
      'p ',
    ]);
  });

  test('a file without marks is read as plain text', () => {
    expect(
      md(`Harbour diary\n\n4 May\n\n${STORY}\n\n3 May\n\n${STORY}`).map((line) => line.slice(0, 2)),
    ).toEqual(['h1', 'h2', 'p ', 'h2', 'p ']);
  });
});

test('blocks lie in order, do not overlap, and their sentences fill them', () => {
  const line = fc.constantFrom(
    '',
    'Strike begins',
    '4 May',
    STORY,
    '- item',
    '# Head',
    '1. one',
    'Subscribe',
    '| a | b |',
    '|--|--|',
    '> q',
    '```',
    '---',
    '===',
    '[^1]: n',
    'By Ann Lowe',
    '\t',
    'a.4 May',
    '![x](y)',
    '![](y)',
    '## ',
    '<!--',
    'ё…',
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 30 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      (lines, end, markdown) => {
        const text = lines.join(end);
        let at = 0;
        findBlocks(text, markdown ? 'markdown' : 'text').forEach((block, i, all) => {
          expect(block.start).toBeGreaterThanOrEqual(at);
          expect(block.end).toBeGreaterThan(block.start);
          at = block.end;
          expect(block.heading).toBeLessThan(i);
          if (block.heading >= 0) expect(all[block.heading]!.kind).toBe('heading');
          expect(block.level > 0).toBe(block.kind === 'heading');
          if (block.sentences.length > 0) {
            expect(block.sentences[0]!.start).toBe(block.start);
            expect(block.sentences.at(-1)!.end).toBe(block.end);
          }
        });
      },
    ),
    { seed: 11, numRuns: 500 },
  );
});

test('a line of megabytes and ten thousand headings are no trouble', () => {
  const from = performance.now();
  findBlocks(`${STORY} `.repeat(30_000), 'text');
  findBlocks(
    Array.from({ length: 10_000 }, (_, i) => `${1 + (i % 28)} May\nNews ${i} from town\n${STORY}`).join(
      '\n\n',
    ),
    'text',
  );
  findBlocks('<!-- **a ![ ``` '.repeat(100_000), 'markdown');
  expect(performance.now() - from).toBeLessThan(15_000);
});
