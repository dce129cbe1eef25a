import { describe, expect, test } from 'vitest';
import categories from '../../data/categories.json' with { type: 'json' };
import { classifier } from '../../src/extract/classify.ts';

const classify = classifier(categories);
const kind = (title: string, head = '', clause = title) => classify({ head, title, clause });

describe('the default categories', () => {
  test.each([
    ['summit', 'Ministers meet in Geneva', 'meet'],
    ['summit', 'Queen visits Ghana', 'visit'],
    ['drill', 'Navies hold a joint exercise off Malta', 'hold'],
    ['trade', 'Exports reach 40 billion euros', 'reach'],
    ['trade', 'Halden sells the camera division', 'sell'],
    ['agreement', 'Both sides sign a ceasefire', 'sign'],
    ['conflict', 'Army invades the island', 'invade'],
    ['conflict', 'Battle of the river', 'battle'],
    ['sanction', 'Council imposes sanctions on the bank', 'impose'],
    ['sanction', 'Prosecutors charge two engineers with manslaughter', 'charge'],
    ['politics', 'Ana Ruiz elected mayor', 'elect'],
    ['politics', 'Board appoints a new president', 'appoint'],
    ['publication', 'Koch publishes a paper on cholera', 'publish'],
    ['publication', 'Minister says roads will be repaired', 'say'],
    ['politics', 'Owner steps down', 'step down'],
    ['politics', 'General seizes power', 'seize'],
    ['trade', 'Bakery lists on the stock exchange', 'list'],
    ['other', 'Crew drills a well in the valley', 'drill'],
    ['other', 'Mechanic replaces a seal in the gear', 'replace'],
    ['other', 'Ferry arrives in Aberdeen', 'arrive'],
    ['other', 'Volunteers plant 300 trees on the hill', 'plant'],
    ['other', 'Orla Byrne attends the village school', 'attend'],
    ['drill', 'Six bombers fly together near the coast', 'fly'],
    ['drill', 'Drill at the barracks', 'drill'],
    ['politics', 'Sweden becomes a member of the union', 'become'],
    ['politics', 'Council founds a commission for roads', 'found'],
    ['sanction', 'Ministry forbids the sale of peat', 'forbid'],
    ['sanction', 'Authorities withdraw its licence', 'withdraw'],
    ['sanction', 'Ministry freezes the assets of the firm', 'freeze'],
    ['sanction', 'Office adds two customers to its entity list', 'add'],
    ['trade', 'Firm plans to close its depot at Orla', 'close'],
    ['politics', 'New government makes Ana Vos minister of transport', 'make'],
    ['politics', 'Greens win seven of nine seats', 'win'],
    ['other', 'Crew closes the door of the cabin', 'close'],
    ['agreement', 'Two towns end a dispute of forty years', 'end'],
    ['politics', 'Minister resigns after the attack', 'resign'],
    ['agreement', 'Joint statement issued a year after the invasion', 'issue'],
    ['other', 'Mayor unveils the memorial of the battle', 'unveil'],
    ['other', 'Painter dies of a heart attack', 'die'],
    ['other', 'Bridge opens', 'open'],
    ['other', 'Lindqvist marries the engineer', 'marry'],
  ])('%s: %s', (key, title, head) => {
    expect(kind(title, head)).toBe(key);
  });

  test('each has a colour, a name and a sentence about it, and exactly one has no terms', () => {
    for (const { key, name, about, colour } of categories) {
      expect(key).toMatch(/^[a-z]+$/);
      expect(name).not.toBe('');
      expect(about).toMatch(/\.$/);
      expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    }
    expect(categories.filter((c) => Object.keys(c.terms).length === 0).map((c) => c.key)).toEqual(['other']);
  });
});

describe('terms', () => {
  const of = (terms: Readonly<Record<string, number>>, key: string) => ({
    key,
    name: key,
    about: '',
    colour: '#000000',
    terms,
  });

  test('a star ends a stem; without one the whole word counts', () => {
    const own = classifier([of({ 'cat*': 2 }, 'a'), of({ dog: 2 }, 'b'), of({}, 'rest')]);
    expect(own({ head: '', title: 'Cats sleep', clause: '' })).toBe('a');
    expect(own({ head: '', title: 'Dogs sleep', clause: '' })).toBe('rest');
    expect(own({ head: '', title: 'A dog sleeps', clause: '' })).toBe('b');
  });

  test('a term of weight 0 takes its words out of the account', () => {
    const own = classifier([of({ attack: 4, 'heart attack': 0 }, 'a'), of({}, 'rest')]);
    expect(own({ head: '', title: 'Cook has a heart attack', clause: '' })).toBe('rest');
    expect(own({ head: '', title: 'Rebels attack', clause: '' })).toBe('a');
  });

  test('of terms at one word the longest counts, once', () => {
    const own = classifier([of({ 'gas*': 1, 'gas leak*': 5 }, 'a'), of({ leak: 4 }, 'b'), of({}, 'rest')]);
    expect(own({ head: '', title: 'Gas leak gas leak', clause: '' })).toBe('a');
  });

  test('a bar parts words of which one stands there', () => {
    const own = classifier([of({ 'take|takes|took* office': 5 }, 'a'), of({}, 'rest')]);
    const kindOf = (title: string) => own({ head: '', title, clause: '' });
    expect(['Mayor takes office', 'Mayor took office'].map(kindOf)).toEqual(['a', 'a']);
    expect(['Mayor leaves office', 'Mayor takes the office'].map(kindOf)).toEqual(['rest', 'rest']);
  });

  test('an ellipsis stands for up to three words, and the words it covers are spoken for', () => {
    const own = classifier([
      of({ 'crash … kill*': 0, 'kill*': 4 }, 'a'),
      of({ 'crash*': 1 }, 'b'),
      of({}, 'rest'),
    ]);
    const kindOf = (title: string) => own({ head: '', title, clause: '' });
    expect(kindOf('Crash kills two')).toBe('b');
    expect(kindOf('Crash on the coast kills two')).toBe('b');
    expect(kindOf('Crash on the old coast road kills two')).toBe('a');
  });

  test('a weight below zero speaks against', () => {
    const own = classifier([of({ 'trial*': 3, patient: -3 }, 'a'), of({}, 'rest')]);
    expect(own({ head: '', title: 'Patient enters the trial', clause: '' })).toBe('rest');
  });

  test('words that a title takes out of the account are no head either', () => {
    const own = classifier([of({ 'drill*': 4, 'drill* … well*': 0 }, 'a'), of({}, 'rest')]);
    expect(own({ head: 'drill', title: 'Crew drills two wells', clause: '' })).toBe('rest');
    expect(own({ head: 'drill', title: 'Drill of the guard', clause: '' })).toBe('a');
  });

  test('of two stems at a word the longer counts', () => {
    const own = classifier([of({ 'bomb*': 4, 'bomber*': 0.5 }, 'a'), of({}, 'rest')]);
    expect(own({ head: '', title: 'Bombers seen', clause: '' })).toBe('rest');
    expect(own({ head: '', title: 'Bombs fall', clause: '' })).toBe('a');
  });

  test('what an event comes after is not what it is', () => {
    const own = classifier([of({ 'war*': 4 }, 'a'), of({ 'open*': 2 }, 'b'), of({}, 'rest')]);
    expect(own({ head: '', title: 'Museum opens a year after the war', clause: '' })).toBe('b');
    expect(own({ head: '', title: 'After the war, museum closes', clause: '' })).toBe('a');
  });

  test('what an event is called outweighs what its clause mentions', () => {
    const own = classifier([of({ war: 3 }, 'a'), of({ 'open*': 2 }, 'b'), of({}, 'rest')]);
    expect(own({ head: 'open', title: 'Museum opens', clause: 'museum of the war opens' })).toBe('b');
  });

  test('without categories there is no key, without terms the only one', () => {
    expect(classifier([])({ head: 'x', title: 'x', clause: 'x' })).toBe('');
    expect(classifier([of({}, 'all')])({ head: 'x', title: 'x', clause: 'x' })).toBe('all');
  });
});
