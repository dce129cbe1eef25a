import { describe, expect, test } from 'vitest';
import { findFigures } from '../../../src/extract/figures.ts';
import { tokensOf } from '../../../src/extract/language.ts';

/** `value unit: label` of the figures of a text's last sentence; ` | ` parts sentences. */
function said(text: string): string[] {
  const parts = text.split(' | ');
  const plain = parts.join(' ');
  const start = plain.length - (parts[parts.length - 1] ?? '').length;
  const found = findFigures(plain, { start, end: plain.length }, tokensOf(plain, start, plain.length));
  return found.map((f) => `${f.value} ${f.unit}: ${f.label}`);
}

describe('a part of what was named', () => {
  test.each<[string, string[]]>([
    ['A collector kept nine kites. | Four of them flew at Dover in 1998.', ['4 kites: kites']],
    ['The depot held 310 drums. | A flood in 1904 ruined eighteen of them.', ['18 drums: drums ruined']],
    [
      'Police arrested forty pickets; eleven of these were charged.',
      ['40 pickets: pickets', '11 pickets: pickets charged'],
    ],
    ['The line ran forty trams. | Of the forty, six were lost in the flood.', ['6 trams: trams lost']],
    ['The clinic examined 50 children. | Of these, twelve had measles.', ['12 children: children']],
    ['The envoys of six towns met. | Three of them signed the pact.', ['3 envoys: envoys']],
    ['The wolves came at night. | Hunters shot three of them.', ['3 wolves: wolves']],
    ['The patients arrived from villages. | Nine of them fled that night.', ['9 patients: patients']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each([
    // No noun stands before, it is a smaller number, or who they are follows.
    'Two of them were later released.',
    'The firm had three vans. | Eleven of them were painted.',
    'The ship carried passengers. | Two of those on board sang.',
    'The guests sat down. | The three of them left for Paris.',
  ])('not in: %s', (text) => expect(said(text)).toEqual([]));
});

describe('a number whose noun is left out', () => {
  test.each<[string, string[]]>([
    ['He restored his first organ in 1960. | By 1980 he owned fourteen.', ['14 organs: organs owned']],
    ['The gallery acquired twenty prints in 1900. | It sold six in 1905.', ['6 prints: prints sold']],
    ['Seven ships left Hull in May 1850. | Only four returned.', ['4 ships: ships']],
    [
      'The club played twenty matches. | It won twelve and lost five.',
      ['12 matches: matches won', '5 matches: matches lost'],
    ],
    ['Ten miners were trapped. | Eight were rescued the next day.', ['8 miners: miners rescued']],
    ['Two boats were wrecked; the other three were saved.', ['2 boats: boats', '3 boats: boats saved']],
    ['The ward has twelve beds. | In 1950 eight more were added.', ['8 beds: beds added']],
    ['The report lists 40 wrecks. | Divers found three.', ['3 wrecks: wrecks found']],
    ['The seedlings, 600 in all, came by cart.', ['600 seedlings: seedlings']],
    ['The union sent 900 pickets. | By noon six hundred had stopped work.', ['600 pickets: pickets']],
    ['It opened its first shop in 1960; three more followed in 1963.', ['3 shops: shops']],
    ['Four of the dogs died; we have eleven left.', ['4 dogs: dogs', '11 dogs: dogs left']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each([
    'The committee met on 4 May. | Two voted against it.',
    'He bought pictures at fairs. | At sixty he retired.',
    'She sold hats. | He was sixty.',
    'The trains were late. | The last left at ten.',
    'The inn had 40 guests. | At eleven came the coach.',
    'He had 40 pupils. | At eleven left the train.',
    'The nurses came early. | She joined them at sixteen.',
    'The fire burned for an hour. | The firm had nine.',
    'The two men met. | Those two had met before.',
  ])('not in: %s', (text) => expect(said(text)).toEqual([]));

  test('is no house of those who came to harm', () =>
    expect(said('Some 40 houses burned. | Eight were injured.')).toEqual(['8 people: people injured']));
});

describe('all and both of what there is', () => {
  test.each<[string, string[]]>([
    ['Damp was found in all three cellars.', ['3 cellars: cellars']],
    ['The other four vessels reached Bergen.', ['4 vessels: vessels']],
    ['Another two wells were drilled in 1988.', ['2 wells: wells']],
    ['Both ferries sank in May 1911.', ['2 ferries: ferries']],
    ['The fire destroyed both wings of the hospital.', ['2 wings: wings of the hospital']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each([
    'Both defendants pleaded guilty.',
    'Both companies built mills in 1890.',
    'The strikers rejected both offers.',
    'At the age of nine he lost both parents.',
    'The first of two trials began.',
    'The first two carriages burned.',
  ])('not in: %s', (text) => expect(said(text)).toEqual([]));
});

test('a part in words lends no per cent to the number behind it', () =>
  expect(said('The workforce was cut by a third to 900.')).not.toContain('900 %: workforce'));

test('what stands before a colon is what is measured', () =>
  expect(said('Harvest: 14 tonnes.')).toEqual(['14 t: Harvest']));

describe('people', () => {
  test.each<[string, string[]]>([
    ['14 people were injured in the crash.', ['14 people: people injured']],
    ['The ship left with a crew of nine.', ['9 people: crew']],
    ['He grew up in a village of about 300.', ['300 people: village']],
    ['Three men were arrested on 4 May.', ['3 men: men']],
    ['The board dismissed three officials.', ['3 officials: officials']],
    ['Of the 66 on board, 41 survived.', ['66 people: people on board', '41 people: people who survived']],
    ['Fourteen were taken to hospital.', ['14 people: people taken to hospital']],
    ['Lost one man overboard.', ['1 people: people lost']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each(['Three men spoke on 4 May.', 'The council of nine cantons met.', 'Lost one mast.'])(
    'who only act are not counted: %s',
    (text) => expect(said(text).filter((figure) => /people|men|members/.test(figure))).toEqual([]),
  );
});

describe('how long it lasted', () => {
  test.each<[string, string[]]>([
    ['The harbour was closed for four and a half days.', ['4.5 days: harbour']],
    ['The lock broke on 3 May 1990. | It was shut for two and a half years.', ['2.5 years: lock']],
    ['He was sentenced to six years.', ['6 years: sentence']],
    ['The court jailed her for six years on 3 May 2010.', ['6 years: jail term']],
    ['The nine-day strike ended on 12 May 1911.', ['9 days: strike']],
    ['The review found that eight years long work had been lost.', ['8 years: work']],
    ['The siege was nine months long.', ['9 months: siege']],
    ['The line was blocked for six hours on 4 May.', ['6 hours: line']],
    ['He trained for four years as a nurse.', ['4 years: years as nurse']],
    ['She spent three years in Paris.', ['3 years: years in Paris']],
    ['Generator down for three hours.', ['3 hours: Generator']],
    ['Sales reached two and a half million copies.', ['2500000 copies: copies']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each([
    'A two-day visit began.',
    'They spent 40 minutes at the gate.',
    'The bank was closed for three days a week.',
    'The state asked that he be jailed for nine years.',
    'He could be sentenced to six years.',
    'The six-year-old girl sang.',
    'Ten years on, nothing is left.',
    'The Six-Day War began.',
    'Four and a half years later it closed.',
  ])('not in: %s', (text) => expect(said(text)).toEqual([]));
});
