import { describe, expect, test } from 'vitest';
import {
  type ActorIndex,
  actorsIn,
  findActors,
  kindsOfPronoun,
  namesIn,
  nearestActor,
} from '../../src/extract/actors.ts';
import { COUNTRIES, countryNamed, countryOfPart, regionNamed } from '../../src/extract/countries.ts';
import { tokensOf } from '../../src/extract/language.ts';
import { extracted } from './extracted.ts';
import { readingOf } from './readingOf.ts';

function actorsOf(text: string): ActorIndex {
  const reading = readingOf(text);
  return findActors(reading, (block) => block.sentences.flatMap((s) => tokensOf(text, s.start, s.end)));
}

/** `words → name` of each mention; the kind in front where asked for. */
const said = (text: string): string[] =>
  actorsOf(text).mentions.map((m) => `${text.slice(m.start, m.end)} → ${m.name}`);
const kinds = (text: string): string[] => [
  ...new Set(actorsOf(text).mentions.map((m) => `${m.kind} ${m.name}`)),
];

describe('one person has one name', () => {
  test('title, surname and full name', () =>
    expect(
      said('Dr. Kwame Mensah, 54, spoke in Accra. Mensah denied it. Later Mr Mensah appealed.').map(
        (s) => s.split(' → ')[1],
      ),
    ).toEqual(['Kwame Mensah', 'Kwame Mensah', 'Kwame Mensah']));

  test('family name first', () =>
    expect(said('Premier Lin Meihua met farmers. Lin promised help.')).toEqual([
      'Lin Meihua → Lin Meihua',
      'Lin → Lin Meihua',
    ]));

  test('the office with its country', () =>
    expect(
      said(
        'Peruvian President Rosa Quispe flew to Quito. The Peruvian leader signed a pact. The president left.',
      ),
    ).toEqual(['Rosa Quispe → Rosa Quispe', 'Peruvian leader → Rosa Quispe', 'The president → Rosa Quispe']));

  test('initials and spellings', () =>
    expect(
      kinds('Oleh V. Marchenko won. Oleh Marchenko spoke. Oleh Marchenkoi left. Marchenkoi rested.'),
    ).toEqual(['person Oleh Marchenko']));

  test('a bare family name is the person whose life is told', () =>
    expect(
      said(
        'Marie Holt was born in York. Her father, Karl Holt, taught. Marie Holt wrote. In 1893 Holt moved to Bonn.',
      ).pop(),
    ).toBe('Holt → Marie Holt'));

  test('a state of the people is not the other state of its name', () =>
    expect(
      said(
        'The People’s Republic of China signed. The Republic of China left. ' +
          "The Democratic People's Republic of Korea and the Lao People's Democratic Republic stayed away.",
      ).map((s) => s.split(' → ')[1]),
    ).toEqual(['China', 'Taiwan', 'North Korea', 'Laos']));

  test('nobles keep their title', () =>
    expect(kinds('Queen Sofia opened the bridge. Later the Queen left.')).toEqual(['person Queen Sofia']));

  test.each([
    ['Luiz Inácio da Costa spoke; da Costa left.', 'person Luiz Inácio da Costa'],
    ['Nguyen Van Thieu fled. Thieu wrote a book.', 'person Nguyen Van Thieu'],
    ['Chancellor Adaeze Okoro resigned.', 'person Adaeze Okoro'],
    ['Sen. Lena Park voted.', 'person Lena Park'],
    ['U.S. Secretary of State Dana Reyes flew home.', 'person Dana Reyes'],
    ['Its chief executive, Ingrid Holm, resigned.', 'person Ingrid Holm'],
    ['A student, Peter O’Leary, was hurt.', 'person Peter O’Leary'],
    ['Zaltan Verrick was born in 1902.', 'person Zaltan Verrick'],
    ['Napoleon lost his army.', 'person Napoleon'],
  ])('%s', (text, expected) => expect(kinds(text)).toContain(expected));
});

describe('organisations', () => {
  test.each([
    [
      'The World Health Organization (WHO) met. The WHO sent a team.',
      ['organisation World Health Organization'],
    ],
    [
      'The Northern Grain Board (NGB) was set up. NGB officials resigned.',
      ['organisation Northern Grain Board'],
    ],
    ['Varga Motor Corporation recalled cars. Varga apologised.', ['organisation Varga Motor Corporation']],
    ['Carlsen, a Danish brewer, grew. The company moved.', ['organisation Carlsen']],
    [
      'The Bank of England and the Court of Appeal agreed.',
      ['organisation Bank of England', 'organisation Court of Appeal'],
    ],
    [
      'The Department of Health and Social Care wrote.',
      ['organisation Department of Health and Social Care'],
    ],
    ['The University of Lund grew. In 1950 the University closed.', ['organisation University of Lund']],
    ['Japan’s Defence Ministry denied it.', ['country Japan', 'organisation Japanese Defence Ministry']],
    ['the oil company Petrix drilled', ['organisation Petrix']],
    ['The ruling went against Norsk Tau AS in May.', ['organisation Norsk Tau AS']],
  ])('%s', (text, expected) => expect(kinds(text)).toEqual(expected));
});

describe('countries', () => {
  test.each<[string, string[]]>([
    ['Britain and the UK are one.', ['country United Kingdom']],
    ['The Kremlin denied it.', ['country Russia']],
    ['Moscow said it would answer.', ['country Russia']],
    ['Tokyo and Seoul agreed to talks.', ['country Japan', 'country South Korea']],
    ['Beijing’s proposals were read.', ['country China']],
    ['Swedish officials resigned.', ['country Sweden']],
    ['The French voted.', ['group France']],
    ['Sino-Indian trade grew.', ['country China', 'country India']],
    ['Western Europe grew; the Kurds fled.', ['group Western Europe', 'group Kurds']],
  ])('%s', (text, expected) => expect(kinds(text)).toEqual(expected));

  test.each([
    'They met in Moscow.',
    'She flew from Tokyo to Beijing.',
    'He ate Swedish bread.',
    'A museum in Paris opened.',
    'In Western Europe little changed.',
  ])('not in: %s', (text) => expect(kinds(text)).toEqual([]));
});

describe('what is no actor', () => {
  test.each([
    'Students marched on Friday in March.',
    'Rising prices hurt many.',
    'The Treaty of Lund was signed at Easter.',
    'The Second World War began.',
    'It crossed the Black Sea near Cape Horn.',
    'The GDP figures were on TV.',
    '(Reuters) – Prices rose on Monday.',
    'CNN — Prices rose on Monday.',
  ])('%s', (text) => expect(kinds(text)).toEqual([]));

  test('what looks like a name in a headline needs one', () =>
    expect(
      kinds(
        'Strange Lights Seen Over Quiet Harbour\n\nPeople in the harbour saw lights over the water on Monday night.',
      ),
    ).toEqual([]));
});

describe('asking', () => {
  const text = 'Ana Silva met Bo Lund in Oslo. Silva thanked the Nordic Bank. He smiled.';
  const index = actorsOf(text);

  test('mentions are sorted and apart', () => {
    let at = 0;
    for (const m of index.mentions) {
      expect(m.start).toBeGreaterThanOrEqual(at);
      at = m.end;
    }
  });
  test('in a span, most told first', () => {
    expect(actorsIn(index, { start: 0, end: 20 }).map((m) => m.name)).toEqual(['Ana Silva', 'Bo Lund']);
    expect(namesIn(index, { start: 0, end: text.length })).toEqual(['Ana Silva', 'Bo Lund', 'Nordic Bank']);
    expect(namesIn(index, { start: 21, end: 29 })).toEqual([]);
  });
  test('nearest before an offset', () => {
    const at = text.indexOf('He smiled');
    expect(nearestActor(index, at)?.name).toBe('Nordic Bank');
    expect(nearestActor(index, at, { kind: kindsOfPronoun('he') ?? [] })?.name).toBe('Ana Silva');
    expect(nearestActor(index, at, { within: at - 3 })).toBeNull();
    expect(nearestActor(index, 0)).toBeNull();
  });
  test('pronouns', () => {
    expect(kindsOfPronoun('it')).toEqual(['organisation', 'country']);
    expect(kindsOfPronoun('the')).toBeNull();
  });
  test('an empty document has none', () => expect(actorsOf('').mentions).toEqual([]));
  test('time grows with the text, not with its square', () => {
    const many = Array.from(
      { length: 3000 },
      (_, i) => `Zor${i.toString(36)}x Velt${i.toString(36)}q met Kol${i.toString(36)}w.`,
    );
    expect(actorsOf(many.join(' ')).mentions.length).toBeGreaterThan(1000);
  });
});

describe('the table of countries', () => {
  test('has each name, code and spelling once', () => {
    const seen = new Map<string, string>();
    const clashes: string[] = [];
    for (const country of COUNTRIES) {
      for (const name of [country.name, ...country.others, ...country.demonyms, ...country.governments]) {
        const other = seen.get(name);
        if (other !== undefined && other !== country.name) clashes.push(`${name}: ${other}, ${country.name}`);
        seen.set(name, country.name);
      }
    }
    expect(clashes).toEqual([]);
    const codes = COUNTRIES.flatMap((c) => (c.code ? [c.code] : []));
    expect(new Set(codes).size).toBe(codes.length);
    expect(COUNTRIES.filter((c) => c.code?.length === 2).length).toBeGreaterThan(195);
  });

  test.each([
    ['the Netherlands', 'Netherlands', 'name'],
    ['Türkiye', 'Turkey', 'name'],
    ['PRC', 'China', 'name'],
    ['U.S.', 'United States', 'name'],
    ['Ivorian', 'Ivory Coast', 'demonym'],
    ['Peking', 'China', 'capital'],
    ['Downing Street', 'United Kingdom', 'government'],
    ['People’s Republic of China', 'China', 'name'],
  ])('%s is %s', (name, country, as) =>
    expect(countryNamed(name)).toMatchObject({ country: { name: country }, as }),
  );

  test.each(['us', 'Us', 'polish', 'Atlantis', '', 'constructor'])('%s is none', (name) =>
    expect(countryNamed(name)).toBeNull(),
  );

  test('halves and regions', () => {
    expect(countryOfPart('Franco')?.name).toBe('France');
    expect(countryOfPart('led')).toBeNull();
    expect(regionNamed('Central Asia')).toBe('region');
    expect(regionNamed('Europeans')).toBe('people');
    expect(regionNamed('Western')).toBe('adjective');
    expect(regionNamed('Lund')).toBeNull();
  });
});

describe('who acts and where it happens', () => {
  const actorsOf = (text: string) => extracted(text).events.map((event) => event.actors);
  const placesOf = (text: string) => extracted(text).events.map((event) => event.place);

  test.each([
    ['The ship sailed to Greenland on 3 May 1921.', [[]]],
    ['Ana Otieno arrived in Bali, Indonesia, on 3 May 2004.', [['Ana Otieno']]],
    ['On 3 May 2004 Kenyan president Ana Otieno opened the bridge.', [['Ana Otieno']]],
    ['Robert Hale, back from Egypt and India, opened a clinic on 3 May 1884.', [['Robert Hale']]],
    ['France signed a treaty with Germany on 3 May 1963.', [['France', 'Germany']]],
    ['Norway and Denmark signed a treaty on 3 May 1951.', [['Norway', 'Denmark']]],
    ['The expedition reached the North Pole on 3 May 1921.', [[]]],
    ['Veterans met at the Battle of Britain memorial on 3 May 1981.', [[]]],
    ['Mair, Bradshaw and Huges wrote the report on 3 May 1998.', [['Mair', 'Bradshaw', 'Huges']]],
    ['Harald the Red founded the town on 3 May 1011.', [['Harald the Red']]],
    ['The office of Ekholm & Rosén moved to Lund on 3 May 1990.', [['Ekholm & Rosén']]],
    ['E-mails were stolen from the school on 3 May 2009.', [[]]],
    ["Hanne Dalgård's team drilled the first hole on 3 May 2018.", [['Hanne Dalgård']]],
    ['Ana Otieno signed the Convention on Space and Major Disasters in 2004.', [['Ana Otieno']]],
  ])('%s', (text, expected) => {
    expect(actorsOf(text)).toEqual(expected);
  });

  test.each([
    ['The minister visited Kisumu on 3 May 2004.', 'Kisumu'],
    ['Norway took the chair over from Denmark on 3 May 2004.', null],
    ['Ships took part in Ocean-2024 on 3 May 2024.', null],
    ['The ship left Aberdeen on 3 May 1921.', 'Aberdeen'],
  ])('where: %s', (text, place) => {
    expect(placesOf(text)).toEqual([place]);
  });

  test('a council of a country goes by the name that the document gives it', () => {
    const text =
      'The Malvian Security Council met on 3 May 2020. On 5 May 2020 the Security Council dismissed its secretary.';
    expect(actorsOf(text)).toEqual([['Malvian Security Council'], ['Malvian Security Council']]);
  });

  test('a second given name is not what a person is called by', () => {
    const text = 'Carl Erik Nordlund was born on 3 May 1832. In 985 Erik left Iceland with 25 ships.';
    expect(actorsOf(text)[0]).not.toContain('Carl Erik Nordlund');
  });
});

describe('names that stand in other forms', () => {
  const actorsOf = (text: string) => extracted(text).events.map((event) => event.actors);

  test.each([
    ['The mill was bought by Ardale Lines on 3 May 2004.', [['Ardale Lines']]],
    ['Three Kenyan and two Ugandan bombers flew over the lake on 3 May 2004.', [['Kenya', 'Uganda']]],
    ['The icebreaker was handed over to Rosatom on 3 May 2024.', [['Rosatom']]],
    [
      'The United Nations Mission in Serra (UNMIS) opened on 3 May 1994. The mandate of UNMIS ended on 9 June 1996.',
      [['United Nations Mission'], ['United Nations Mission']],
    ],
    [
      'Ardale Lines bought a ferry on 3 May 2004. The ferry sank in the Sound of Ardale on 9 June 2010.',
      [['Ardale Lines'], []],
    ],
  ])('%s', (text, expected) => {
    expect(actorsOf(text)).toEqual(expected);
  });
});
