import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClauses } from '../../src/extract/clauses.ts';
import { tokensOf, verbGroups } from '../../src/extract/language.ts';

/** The clauses of a sentence, each as `kind subject | verb`. */
function clausesOf(text: string): string[] {
  const tokens = tokensOf(text, 0, text.length);
  const words = (from: number, to: number) => text.slice(tokens[from]?.start ?? 0, tokens[to]?.end ?? 0);
  return parseClauses(tokens, verbGroups(tokens)).clauses.map(
    ({ kind, subject, verb }) =>
      `${kind} ${subject ? words(subject[0], subject[1]) : '-'} | ${words(verb.first, verb.last)}`,
  );
}

describe('a sentence is cut where a verb with its words ends', () => {
  test.each([
    ['The mill closed and the owners moved to Vale.', ['main The mill | closed', 'main the owners | moved']],
    ['He was arrested and charged with fraud.', ['main He | was arrested', 'main He | charged']],
    ['After the war ended, prices fell.', ['time the war | ended', 'main prices | fell']],
    ['After the war, prices fell.', ['main prices | fell']],
    ['If it rains, the match will move.', ['condition it | rains', 'main the match | will move']],
    [
      'The firm, which was sold by Vos, makes pumps.',
      ['relative The firm | was sold', 'main The firm | makes'],
    ],
    ['The bill, amended in committee, passed.', ['reduced The bill | amended', 'main The bill | passed']],
    ['She said that Oslo and Bonn had signed.', ['main She | said', 'content Oslo and Bonn | had signed']],
    ['She said Oslo and Bonn had signed.', ['main She | said', 'content Oslo and Bonn | had signed']],
    [
      'Ada Lund, a nurse whose diary charmed Oslo, died in Bergen.',
      ['relative whose diary | charmed', 'main Ada Lund, a nurse | died'],
    ],
    ['By noon everything had been sold.', ['main everything | had been sold']],
    ['His father cast the bell.', ['main His father | cast']],
    ['Vos married the painter Eva Boe.', ['main Vos | married']],
    ['Letters stolen from the vault fed the feud.', ['reduced Letters | stolen', 'main Letters | fed']],
    ['A survey led by Oslo University.', ['reduced A survey | led']],
    ['She saw a comet that bears her name.', ['main She | saw', 'relative a comet | bears']],
    ['Fighting resumed in the hills.', ['main Fighting | resumed']],
    ['Three days before the fire, a guard replaced a lamp.', ['main a guard | replaced']],
    [
      'Should the talks fail, the union could strike.',
      ['condition the talks | fail', 'main the union | could strike'],
    ],
    ['The new minister, Dong Li, told reporters.', ['main The new minister, Dong Li | told']],
    [
      'In an interview published on Monday, Ruiz said no.',
      ['reduced an interview | published', 'main Ruiz | said'],
    ],
    [
      'The college (as it was called) moved.',
      ['time it | was called', 'main The college (as it was called) | moved'],
    ],
    ['The WHO sent a team.', ['main The WHO | sent']],
    ['The company plans to open a mine.', ['main The company | plans']],
    ['Copper fell from the all-time high it hit in May.', ['main Copper | fell', 'relative it | hit']],
    ['Federal Reserve releases minutes of the talks.', ['main Federal Reserve | releases']],
  ])('%s', (text, expected) => {
    expect(clausesOf(text)).toEqual(expected);
  });

  test('a capital inside a sentence is no verb', () => {
    expect(clausesOf('The governance was modelled on the Toronto Act of that year.')).toEqual([
      'main The governance | was modelled',
    ]);
  });

  test('every token of a sentence with a verb has an owner among the clauses, or none at all', () => {
    const word = fc.constantFrom(
      'the',
      'king',
      'who',
      'said',
      'that',
      ',',
      '(',
      ')',
      'opened',
      'by',
      'and',
      'after',
      'was',
      '“',
      'Bonn',
      'to',
      'go',
      ';',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(' ');
        const tokens = tokensOf(text, 0, text.length);
        const { clauses, owner } = parseClauses(tokens, verbGroups(tokens));
        expect(owner).toHaveLength(tokens.length);
        for (const c of owner) expect(c >= -1 && c < clauses.length).toBe(true);
        for (const { first, last, verb, subject } of clauses) {
          expect(first <= verb.first && verb.last <= last).toBe(true);
          if (subject)
            expect(subject[0] <= subject[1] && subject[0] >= 0 && subject[1] < tokens.length).toBe(true);
        }
      }),
      { seed: 2, numRuns: 400 },
    );
  });
});
