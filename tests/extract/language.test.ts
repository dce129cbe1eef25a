import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFiniteTense, type Token, tokensOf, verbGroups } from '../../src/extract/language.ts';

const all = (text: string): Token[] => tokensOf(text, 0, text.length);
/** `The/DET dog/NOUN` */
const tagged = (text: string): string =>
  all(text)
    .map((t) => `${t.text}/${t.pos}`)
    .join(' ');
/** `was sold: sell past passive` for each group. */
const verbs = (text: string): string[] => {
  const tokens = all(text);
  return verbGroups(tokens).map((g) => {
    const words = tokens.slice(g.first, g.last + 1).map((t) => t.text);
    const marks = [
      g.passive && 'passive',
      g.negated && 'negated',
      g.perfect && 'perfect',
      g.progressive && 'progressive',
    ];
    return [`${words.join(' ')}:`, g.lemma, g.tense, ...marks.filter(Boolean)].join(' ');
  });
};

/** Slices equal the token's text, tokens ascend without overlap, and only white space is left out. */
function expectExact(text: string, tokens: readonly Token[], start = 0, end = text.length): void {
  let at = start;
  for (const t of tokens) {
    expect(text.slice(t.start, t.end)).toBe(t.text);
    expect(t.text).not.toBe('');
    expect(t.start).toBeGreaterThanOrEqual(at);
    expect(text.slice(at, t.start)).toMatch(/^[\s\u0085\u200b]*$/);
    at = t.end;
  }
  expect(at).toBeLessThanOrEqual(end);
  expect(text.slice(at, end)).toMatch(/^[\s\u0085\u200b]*$/);
}

describe('tokens', () => {
  test.each([
    ['It opened in 1901.3 Later', ['It', 'opened', 'in', '1901.3', 'Later']],
    ['an agreement.3 Later', ['an', 'agreement', '.', '3', 'Later']],
    ['its founders12 said', ['its', 'founders', '12', 'said']],
    ['They didn’t', ['They', 'did', 'n’t']],
    ["Peru's port, the nuns' home", ['Peru', "'s", 'port', ',', 'the', 'nuns', "'", 'home']],
    ['US$40-million', ['US$', '40', '-', 'million']],
    ['€3.2m', ['€', '3.2', 'm']],
    ['12,500 people', ['12,500', 'people']],
    ['the U.S. Navy', ['the', 'U.S.', 'Navy']],
    ['Dr. Osei met Mr. Lund.', ['Dr.', 'Osei', 'met', 'Mr.', 'Lund', '.']],
    ['the answer is no.', ['the', 'answer', 'is', 'no', '.']],
    ['record-breaking re-elected', ['record-breaking', 're-elected']],
    ['G20, COVID-19 and H1N1', ['G20', ',', 'COVID-19', 'and', 'H1N1']],
    ['the 43rd, the 1980s, at 10:30', ['the', '43rd', ',', 'the', '1980s', ',', 'at', '10:30']],
    ['see https://example.org/a?b=1.', ['see', 'https://example.org/a?b=1', '.']],
    ['40 km2 of land', ['40', 'km2', 'of', 'land']],
    ['4½ days', ['4½', 'days']],
    ['“Yes,” she said…', ['“', 'Yes', ',', '”', 'she', 'said', '…']],
  ])('%s', (text, expected) => expect(all(text).map((t) => t.text)).toEqual(expected));

  test('have offsets in the whole text, and stay within the stretch asked for', () => {
    const text = 'First line.\nThe second one, here.';
    const tokens = tokensOf(text, 12, text.length - 1);
    expectExact(text, tokens, 12, text.length - 1);
    expect(tokens.map((t) => t.text)).toEqual(['The', 'second', 'one', ',', 'here']);
  });

  test('are exact for any input', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        'don’t',
        "can't",
        'U.S.',
        '$5bn',
        '3–5',
        '1,000.5',
        'é́',
        '👩‍🚀',
        'constructor',
        '__proto__',
        '\u00a0',
        '\ud800',
        'x'.repeat(80),
      ),
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        fc.constantFrom(' ', '', '\n', '\t\u2003'),
        (words, gap) => {
          const text = words.join(gap);
          expectExact(text, all(text));
        },
      ),
      { seed: 20241, numRuns: 400 },
    );
  });

  test.each(['the river rose and fell ', 'a1-', 'Xy ', 'ab-', "a'", '.', 'http://x/'])(
    'stay linear where no sentence or word ends: %s',
    (piece) => {
      const text = piece.repeat(Math.ceil(60_000 / piece.length));
      const tokens = all(text);
      expect(tokens[0]?.start).toBe(0);
      expect(tokens[tokens.length - 1]?.end).toBe(text.trimEnd().length);
    },
  );

  test('do not depend on what was read before', () => {
    const text = 'Zorblatt sold the Quuxley works; zorblatt prices rose.';
    const first = tagged(text);
    for (let i = 0; i < 50; i++) all(`Zorblatt${i} quuxley works rose in ${1900 + i}.`);
    expect(tagged(text)).toBe(first);
    expect(all(text)).toBe(all(text));
  });
});

describe('tags', () => {
  test('a capital at the head of a sentence is no name', () => {
    expect(tagged('Students marched.')).toBe('Students/NOUN marched/VERB ./PUNCT');
    expect(tagged('Gdansk marched.')).toBe('Gdansk/PROPN marched/VERB ./PUNCT');
    expect(all('Students saw Gdansk').map((t) => t.common)).toEqual([true, true, false]);
  });

  test('nor are the capitals of a headline', () => {
    expect(tagged('Minister Quits After Riot in Northern Port')).toBe(
      'Minister/NOUN Quits/VERB After/ADP Riot/NOUN in/ADP Northern/ADJ Port/NOUN',
    );
  });

  test.each([
    ['They did not open it', 'open', 'VERB'],
    ['the clinic counted 40 confirmed cases', 'confirmed', 'ADJ'],
    ['convicted on two counts of theft', 'counts', 'NOUN'],
    ['Later exports exceeded imports', 'exports', 'NOUN'],
    ['a two-day visit', 'two-day', 'ADJ'],
    ['Sino-Russian trade', 'Sino-Russian', 'ADJ|PROPN'],
    ['they co-founded it', 'co-founded', 'VERB'],
    ['twenty-six ships', 'twenty-six', 'NUM'],
  ])('%s: %s is %s', (text, word, pos) =>
    expect(all(text).find((t) => t.text === word)?.pos).toMatch(new RegExp(`^(?:${pos})$`)),
  );

  test('lemmas undo regular and irregular forms', () => {
    expect(all('The judge fined and jailed thieves who stole and hid pearls').map((t) => t.lemma)).toEqual([
      'the',
      'judge',
      'fine',
      'and',
      'jail',
      'thief',
      'who',
      'steal',
      'and',
      'hide',
      'pearl',
    ]);
  });
});

describe('verb groups', () => {
  test.each<[string, string[]]>([
    ['The yard was sold to a rival.', ['was sold: sell past passive']],
    ['Work has not yet been finished.', ['has not yet been finished: finish past passive negated perfect']],
    ['They had been waiting.', ['had been waiting: wait past perfect progressive']],
    ['The mill will close.', ['will close: close future']],
    ['The mill would have closed.', ['would have closed: close modal perfect']],
    ['Talks are due to resume.', ['are due to resume: resume future']],
    ['Talks were expected to resume.', ['were expected to resume: resume modal']],
    ['He is to appeal.', ['is to appeal: appeal future']],
    ['She wants to be heard.', ['wants: want present', 'to be heard: hear infinitive passive']],
    ['The board never signed it.', ['signed: sign past negated']],
    ['The bank cut rates.', ['cut: cut past']],
    ['We cut rates every year.', ['cut: cut present']],
    ['The city is large.', ['is: be present']],
    ['Selling the yard helped.', ['Selling: sell gerund', 'helped: help past']],
  ])('%s', (text, expected) => expect(verbs(text)).toEqual(expected));

  describe('tell a participle from the past', () => {
    test.each([
      ['The factory founded by two brothers employs many.', 'found'],
      ['Founded in 1901, the firm moved to Bern.', 'found'],
      ['The bridge, opened in 1932, carries trains.', 'open'],
      ['The treaty, signed by 40 states, took force.', 'sign'],
      ['Police held two men accused of theft.', 'accuse'],
      ['A vaccine developed in Oslo was approved.', 'develop'],
    ])('%s', (text, lemma) => {
      const groups = verbGroups(all(text));
      expect(groups.find((g) => g.lemma === lemma)?.tense).toBe('participle');
      expect(groups.some((g) => isFiniteTense(g.tense))).toBe(true);
    });

    test.each([
      ['She studied in Leeds, moved to York, and died there.', 3],
      ['Troops entered the city and burned the port.', 2],
      ['The minister said prices rose.', 2],
      ['Profit more than doubled.', 1],
      ['They founded a club.', 1],
    ])('but not %s', (text, finite) =>
      expect(verbGroups(all(text)).filter((g) => g.tense === 'past')).toHaveLength(finite),
    );
  });

  test('do not overlap and lie within the tokens', () => {
    const words = fc.constantFrom(
      'has',
      'been',
      'not',
      'to',
      'will',
      'open',
      'opened',
      'opening',
      'is',
      'due',
      'the',
      'port',
      ',',
      'never',
      'by',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (list) => {
        const tokens = all(list.join(' '));
        let at = -1;
        for (const g of verbGroups(tokens)) {
          expect(g.first).toBeGreaterThan(at);
          expect(g.last).toBeGreaterThanOrEqual(g.first);
          at = g.last;
        }
        expect(at).toBeLessThan(tokens.length);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
