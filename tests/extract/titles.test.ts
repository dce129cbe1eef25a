import { describe, expect, test } from 'vitest';
import { MOST_WORDS, present } from '../../src/extract/titles.ts';
import { extracted, titlesOf } from './extracted.ts';

describe('a headline', () => {
  test.each([
    [
      'takes the present for the past',
      'The harbour company bought two tugs in 1931.',
      'Harbour company buys two tugs',
    ],
    ['drops the helper of a passive', 'The old bridge was closed in 1931.', 'Old bridge closed'],
    [
      'writes plans with to',
      'The minister will open the tunnel on 3 June 2024.',
      'Minister to open the tunnel',
    ],
    ['leaves the date out', 'On 3 May 1902 the mill burned down.', 'Mill burns down'],
    [
      'begins a phrase at a number in words',
      'During the Boer War ninety men were killed, among them two brothers, at Colenso in December 1899.',
      'Ninety men killed',
    ],
    [
      'leaves out who speaks',
      'In May 2016 we laid off a third of the staff.',
      'Laid off a third of the staff',
    ],
    ['keeps a small word', 'The crew shut the engine down on 3 May 2002.', 'Crew shuts the engine down'],
    ['tells floods apart', 'After the floods of 1993 she wrote to him.', 'Floods of 1993'],
    [
      'names who acts behind words between subject and verb',
      'On 1 May 1987 Ana Ruiz, speaking in Bonn, called for a truce.',
      'Ana Ruiz calls for a truce',
    ],
    ['drops brackets', 'The union (founded by miners) called a strike in 1921.', 'Union calls a strike'],
    [
      'drops words of comment',
      'However, the council finally approved the plan in 1931.',
      'Council approves the plan',
    ],
    ['keeps a name before a title', 'The new minister, Ana Ruiz, resigned in May 2011.', 'Ana Ruiz resigns'],
    [
      'puts a name for a pronoun',
      'Ana Ruiz left Bonn in 1930. She opened a school in 1934.',
      'Ana Ruiz opens a school',
    ],
    [
      'says whose',
      'Freedonia ignored protests over its 1934 invasion of Sylvania.',
      'Freedonia’s invasion of Sylvania',
    ],
    ['says what there was', 'In 1848 there was a revolution in Vienna.', 'Revolution in Vienna'],
    [
      'stops before a relative clause',
      'In 1931 the firm hired Jan Vos, who had built ships in Leith.',
      'Firm hires Jan Vos',
    ],
    [
      'does not cut between A and B',
      'In 1931 the board called for closer work between Bonn and Oslo.',
      'Board calls for closer work between Bonn and Oslo',
    ],
    [
      'is the noun where a noun tells it',
      'They still discuss the 1987 trial of Jan Vos.',
      'Trial of Jan Vos',
    ],
  ])('%s', (_, text, title) => {
    expect(titlesOf(text)).toContain(title);
  });

  test('never has more than twelve words, a date, a note number, a pronoun in front or a cut end', () => {
    const text = [
      'In March 2011 the regional assembly, after weeks of debate among members of all four parties, approved by a narrow majority a plan for the reconstruction of the port.12',
      'He was given a medal in 2012. It was sold in 2013 for 300 pounds. They met in 2014 to',
      'On 4 May 2015 the Ministry of Roads, Railways and Waterways of the Republic announced the closure of the canal between Arden and Vale to all ships of more than 40 metres.',
      'Its museum, which had been closed since 2009, was opened again in 2016 by the mayor of the town and a group of pupils from the school.',
    ].join('\n\n');
    for (const title of titlesOf(text)) {
      expect(title.split(' ').length).toBeLessThanOrEqual(MOST_WORDS);
      expect(title).toMatch(/^[\p{Lu}\d“"]/u);
      expect(title).not.toMatch(/\b20\d\d\b|\.\d+$/);
      expect(title).not.toMatch(/^(?:He|She|It|They|Its|This)\b/);
      expect(title).not.toMatch(/\b(?:of|to|the|a|an|and|in|by|for|with|its|that|which)$/);
      expect(title).not.toMatch(/[,;:(–—-]$/);
    }
    expect(titlesOf(text).length).toBeGreaterThan(4);
  });

  test('says nothing that the passages do not say, but for the ending of the verb', () => {
    const text = 'On 3 May 1902 the Orla mill burned down. In 1904 Jan Vos built a new one.';
    const words = new Set(
      text
        .toLowerCase()
        .match(/\p{L}+/gu)
        ?.map((w) => w.slice(0, 3)),
    );
    for (const event of extracted(text).events) {
      for (const word of event.title.toLowerCase().match(/\p{L}+/gu) ?? [])
        expect(words).toContain(word.slice(0, 3));
    }
  });
});

test.each([
  ['open', 'opens'],
  ['carry', 'carries'],
  ['play', 'plays'],
  ['watch', 'watches'],
  ['go', 'goes'],
  ['have', 'has'],
  ['pass', 'passes'],
])('third person of %s: %s; the plural is bare', (lemma, form) => {
  expect(present(lemma, false)).toBe(form);
  expect(present(lemma, true)).toBe(lemma);
});

test('a verb without a passive shares no helper', () => {
  expect(titlesOf('Ana Ruiz was elected in 1934 but resigned in 1936.')).toContain('Ana Ruiz resigns');
});
