import { describe, expect, test } from 'vitest';
import { tokensOf, verbGroups } from '../../src/extract/language.ts';
import { titlesOf } from './extracted.ts';

/** `verb tense` of each verb of a sentence. */
const verbs = (text: string): string[] => {
  const tokens = tokensOf(text, 0, text.length);
  return verbGroups(tokens).map(({ lemma, tense }) => `${lemma} ${tense}`);
};

describe('a word that looks like another', () => {
  test.each([
    ['a past whose base the dictionary lacks', 'A storm gutted the chapel.', ['gut past']],
    ['a past whose base the dictionary lacks', 'The vandals uprooted the vines.', ['uproot past']],
    ['the second noun of two', 'The boiler cracked on the test stand.', ['crack past']],
    ['the second noun of two', 'Nurses laid mats in the drill shed.', ['lay past']],
    ['the only word that can be a verb', 'Dr Holm retired in 1988.', ['retire past']],
    ['the only word that can be a verb', 'The judges retired on 3 March.', ['retire past']],
    ['what is done, as a subject', 'Fighting broke out in Orla.', ['break past']],
    ['what is done, as a subject', 'Shelling began at dawn.', ['begin past']],
    ['the month between its numbers', 'The court sat from 5 to 21 May 1931.', ['sit past']],
    ['a law with brackets in its name', 'The Ports (Lights) Act 1933 made lamps compulsory.', ['make past']],
    ['an age', 'The first victim was a clerk, aged 19.', ['be past']],
    [
      'who has an object, with its sum',
      'Fernlight raised €3 million in a round led by Vale Capital.',
      ['raise past', 'lead participle'],
    ],
  ])('is told from it: %s', (_, text, expected) => {
    expect(verbs(text)).toEqual(expected);
  });

  test('a letter that counts is nobody who speaks', () => {
    expect(titlesOf('The Mark I went on sale in February 1957.')).toEqual(['Mark I goes on sale']);
    expect(titlesOf('In May 1957 I sold the mill.')).toEqual(['Sold the mill']);
  });

  test('a relative clause has its own verb', () => {
    expect(titlesOf('Orla Rovers was a village team that competed from 1909 to 1917.')).toHaveLength(1);
    expect(verbs('She read a letter that papers printed on 1 May 1906.')).toEqual([
      'read past',
      'print past',
    ]);
  });
});

describe('what looks like a verb', () => {
  test.each([
    ['opens a sentence before its verb', 'Launch slipped to August 2018.', 'Launch slips'],
    ['is a ward', 'Ward 8 reopened on 13 October 1984.', 'Ward 8 reopens'],
    [
      'ends what was moved',
      'The board moved the Carrick buoy 200 metres west in 1984.',
      'Board moves the Carrick buoy 200 metres west',
    ],
    [
      'stays one behind who is let',
      'The clerk let the crowd pass on 3 May 1984.',
      'Clerk lets the crowd pass',
    ],
  ])('%s', (_, text, expected) => {
    expect(titlesOf(text)).toEqual([expected]);
  });
  test('remains a verb behind a number', () => {
    expect(verbs('Ward 7 remains closed until 3 May 1984.')).toContain('remain present');
  });
});
