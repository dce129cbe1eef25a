import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FoundFigure, findFigures, periodOf } from '../../src/extract/figures.ts';
import { tokensOf } from '../../src/extract/language.ts';
import type { DatedMention } from '../../src/extract/reading.ts';

/** Figures of the last sentence of a text; ` | ` parts sentences. */
function figures(text: string): FoundFigure[] {
  const plain = text.replaceAll(' | ', ' ');
  const start = text.includes(' | ') ? text.lastIndexOf(' | ') - (text.split(' | ').length - 2) * 2 + 1 : 0;
  return findFigures(plain, { start, end: plain.length }, tokensOf(plain, start, plain.length));
}

/** `312 cases: confirmed cases`, with `≥`, `≤`, `~` for bounds and `?` for a scale that was assumed. */
const said = (text: string): string[] =>
  figures(text).map((f) => {
    const bound = f.bound === 'min' ? '≥' : f.bound === 'max' ? '≤' : '';
    const value = Number(f.value.toPrecision(6));
    return `${bound}${f.approximate ? '~' : ''}${value} ${f.unit}${f.scaleAssumed ? '?' : ''}: ${f.label}`;
  });

describe('money', () => {
  test.each<[string, string[]]>([
    ['Last year bilateral trade reached a record US$52-billion.', ['52000000000 USD: bilateral trade']],
    ['Revenue rose to £3.2m in 2011.', ['3200000 GBP: Revenue']],
    ['The firm paid €45 million for a rival in Oslo.', ['45000000 EUR: rival in Oslo']],
    ['The museum, built at a cost of $2.5 million, opened.', ['2500000 USD: cost']],
    ['She won a $750,000 grant for her work.', ['750000 USD: grant']],
    ['Donations totalled 1.4m kroner.', ['1400000 NOK: Donations']],
    ['The road cost 2.1 billion yuan.', ['2100000000 CNY: road']],
    ['The budget of 300 million roubles was spent.', ['300000000 RUB: budget']],
    ['Beijing said ¥900 million had gone to Chinese banks.', ['900000000 CNY: Chinese banks']],
    ['Tokyo spent ¥900 million on dams.', ['900000000 JPY: dams']],
    ['Rs 500 crore was raised for relief.', ['5000000000 INR: relief']],
    ['Exports exceeded C$2.4bn.', ['≥2400000000 CAD: Exports']],
    ['Oil fell below $40 a barrel.', ['≤40 USD: Oil per barrel']],
    ['The court fined the contractor $7,500.', ['7500 USD: fine']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('shares', () => {
  test.each<[string, string[]]>([
    ['Europe bought 40% of its gas from Norway.', ['40 %: share of gas from Norway']],
    ['About 90 percent of payments are made in francs.', ['~90 %: share of payments']],
    ['Roughly half of the country’s imports come by sea.', ['~50 %: share of country’s imports']],
    ['The yard shut, and a third of the men were let go.', ['33.3333 %: share of men']],
    ['Coverage was 81%, well below the 95% that is needed.', ['81 %: Coverage']],
    ['Two-thirds of voters backed it.', ['66.6667 %: share of voters']],
    ['A third of the staff left.', ['33.3333 %: share of staff']],
    ['One in five households had no water.', ['20 %: share of households']],
    ['Salaries were cut by up to 23%.', ['≤23 %: Salaries']],
    ['Inflation hit 8.5 per cent.', ['8.5 %: Inflation']],
    ['They put 100% tariffs on foreign cars.', ['100 %: tariffs on foreign cars']],
    ['Margins of 3–5 percent were usual.', ['≥3 %: Margins', '≤5 %: Margins']],
    ['The bank raised its key rate by 75 basis points.', ['75 basis points: key rate']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each([
    'In the first half of the year nothing changed.',
    'Half an hour later it was over.',
    'A quarter of a century passed.',
    'They met in the third quarter of 2019.',
  ])('not in: %s', (text) => expect(said(text)).toEqual([]));
});

describe('counts', () => {
  test.each<[string, string[]]>([
    ['The fleet had eleven ships.', ['11 ships: ships']],
    ['Two dozen mayors came with more than a hundred guests.', ['24 mayors: mayors', '≥100 guests: guests']],
    [
      'The ministry reported 312 confirmed cases and 17 deaths.',
      ['312 cases: confirmed cases', '17 deaths: deaths'],
    ],
    ['Fifty-six thousand signatures were handed in.', ['56000 signatures: signatures']],
    ['The twelve-hundred-strong student body marched.', ['1200 people: student body']],
    ['The five-nation bloc grew.', ['5 nations: nations of bloc']],
    ['It sold 2.5 million bicycles.', ['2500000 bicycles: bicycles']],
    ['About 12 500 soldiers took part.', ['~12500 soldiers: soldiers']],
    ['A fire killed 14 and left 60 homeless.', ['14 people: people killed', '60 people: people homeless']],
    ['One man was drowned and one died of cold.', ['1 people: people drowned', '1 deaths: deaths']],
    ['The blast killed one and injured 12.', ['1 people: people killed', '12 people: people injured']],
    ['The bombs killed 31 people.', ['31 people: people killed']],
    ['At least 45 were injured.', ['≥45 people: people injured']],
    ['The death toll rose to 1,204.', ['1204 deaths: death toll']],
    ['Membership grew to 12,400.', ['12400 members: Membership']],
    [
      'Numbers of pupils rose from 2,974 in 1944 to 9,374 in 1947.',
      ['2974 pupils: pupils', '9374 pupils: pupils'],
    ],
    ['He pleaded guilty to two counts of fraud.', ['2 counts: counts of fraud']],
    ['In the 1980s 200 families left.', ['200 families: families']],
    ['The village lost 1500 people.', ['1500 people: people']],
    ['Of the crew, nine had died and 41 were rescued.', ['9 deaths: deaths', '41 people: people rescued']],
    ['The Act set up a twenty-one member senate.', ['21 members: members of senate']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('measures', () => {
  test.each<[string, string[]]>([
    ['They sold 180bn cubic metres of gas.', ['180000000000 m3: gas']],
    ['The dam is 185 metres high.', ['185 m: dam']],
    ['An 11-mile bridge was planned.', ['11 miles: bridge']],
    ['The gully took 100,000 cubic yards (76,455 m3).', ['100000 cubic yards: gully']],
    ['The plant emits 4.2 million tonnes of carbon dioxide.', ['4200000 t: carbon dioxide']],
    ['The strike of August lasted 23 days.', ['23 days: strike']],
    ['The turbines made 6.4 GW.', ['6400 MW: turbines']],
    ['Temperatures reached 41 °C.', ['41 °C: Temperatures']],
    ['Output dropped to 9.8 million barrels per day.', ['9800000 barrels/day: Output']],
    ['A 7.1-magnitude earthquake struck.', ['7.1 magnitude: earthquake']],
    ['He was sentenced to 12 years in prison.', ['12 years: years in prison']],
    ['They mark 75 years of diplomatic relations.', ['75 years: years of diplomatic relations']],
    ['The quake measured 6.9 on the Richter scale.', ['6.9 magnitude: quake']],
    ['A magnitude 5.2 tremor followed.', ['5.2 magnitude: tremor']],
    ['Each patient was given 20 mg of the drug.', ['20 mg: drug']],
    ['He served as mayor for eleven years.', ['11 years: mayor']],
    ['The oil wells burned for nine months.', ['9 months: oil wells']],
    ['Her sister held the post for six years from 1990.', ['6 years: post']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('a figure that leaves out what the one before it said', () => {
  test.each<[string, string[]]>([
    [
      'The village had 412 inhabitants in 1801 and 1,206 in 1851.',
      ['412 inhabitants: inhabitants', '1206 inhabitants: inhabitants'],
    ],
    ['Sales came to £41.2m, up from £35m a year earlier.', ['41200000 GBP: Sales', '35000000 GBP: Sales']],
    ['Boats landed 60 tonnes of cod, against 95 tonnes the year before.', ['60 t: cod', '95 t: cod']],
    ['Wages rose 3%, prices 5%.', ['3 %: Wages', '5 %: prices']],
    [
      'The museum had 1.2m visitors in 2018 and 1.5m in 2019.',
      ['1200000 visitors: visitors', '1500000 visitors: visitors'],
    ],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each<[string, string[]]>([
    // Another unit, another thing: nothing is taken over.
    ['The wreck lies in 38 metres of water, 14 miles off the cape.', ['38 m: water', '14 miles: wreck']],
    ['The village had 412 inhabitants in 1801 and a mill in 1851.', ['412 inhabitants: inhabitants']],
    ['It had 40 beds in 1920 and 12 nurses in 1930.', ['40 beds: beds', '12 nurses: nurses']],
  ])('but not in: %s', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('labels', () => {
  test.each<[string, string[]]>([
    ['After a small dip in 2002 the total reached 3 million tonnes.', ['3e+06 t: total']],
    ['Cargo on the lake tells another story: 3 million tonnes in 2002.', ['3e+06 t: Cargo on the lake']],
    [
      'Trade between Oslo and Riga fell to €9 billion in the first half.',
      ['9e+09 EUR: Trade between Oslo and Riga'],
    ],
    ['She was given six months and a fine of £500.', ['500 GBP: fine']],
    [
      'Revenue in the third quarter of fiscal 2014, which ended in May, rose to $4 million.',
      ['4e+06 USD: Revenue'],
    ],
  ])('name what is measured: %s', (text, expected) =>
    expect(said(text)).toEqual(expected.map((line) => line.replace(/^\S+/, (n) => `${Number(n)}`))),
  );

  test.each([
    'The firm gave €45 million to a rival and spent £3m.',
    'She was paid $900 and left.',
    'The gully consumed 100,000 cubic yards.',
    'The salvage took 61 days and cost €18 million.',
    'He won the prize twice.',
  ])('name no deed: %s', (text) => {
    const verbs = /\b(?:gave|given|spent|paid|left|consumed|took|cost|won)\b/;
    expect(figures(text).filter((f) => verbs.test(f.label))).toEqual([]);
  });
});

describe('how many times', () => {
  test.each<[string, string[]]>([
    ['The leaders met for the 43rd time.', ['43 times: leaders']],
    ['This year brings the 75th anniversary of the treaty.', ['75 years: years of treaty']],
    ['The state has twice tightened sanctions.', ['2 times: sanctions']],
    ['She won the prize three times.', ['3 times: prize']],
    ['Prices tripled.', ['3 times: Prices']],
    ['It doubled its output.', ['2 times: output']],
    ['The bridge that has been bombed twice was closed.', ['2 times: bridge']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each(['They met for the first time.', 'His third term began.', 'He serves twice a week.'])(
    'not in: %s',
    (text) => expect(said(text)).toEqual([]),
  );
});

describe('ranges', () => {
  test('are two figures that know each other', () => {
    const [low, high] = figures('Between $15 billion and $25 billion flows through third ports.');
    expect(low).toMatchObject({ value: 15e9, low: 15e9, high: 25e9, bound: 'min', unit: 'USD' });
    expect(high).toMatchObject({ value: 25e9, low: 15e9, high: 25e9, bound: 'max', unit: 'USD' });
  });
  test('share a scale, and say so where each has its own sign', () => {
    expect(said('It will invest between $5 and $7 billion in rail.')).toEqual([
      '≥5000000000 USD?: rail',
      '≤7000000000 USD: rail',
    ]);
    expect(said('Some 5–7 million people fled.').map((s) => s.split(':')[0])).toEqual([
      '≥5000000 people',
      '≤7000000 people',
    ]);
  });
  test('a change is no range', () =>
    expect(said('Case fatality fell from 12 per cent to 4 per cent.')).toEqual([
      '12 %: Case fatality',
      '4 %: Case fatality',
    ]));
});

describe('a scale that is not printed', () => {
  test('is taken from the sentence before, about the same thing', () => {
    expect(said('Exports came to $31.5 billion in 2019. | A year later exports exceeded $34.')).toEqual([
      '≥34000000000 USD?: exports',
    ]);
  });
  test.each<[string, string[]]>([
    ['Turnover was US$190 in 2022 and US$240 billion in 2023.', ['190000000000 USD?', '240000000000 USD']],
    ['Output rose from 3.1 in 2001 to 4.4 million tonnes in 2010.', ['3100000 t?', '4400000 t']],
  ])('is taken from the amount behind it: %s', (text, expected) =>
    expect(said(text).map((s) => s.split(':')[0])).toEqual(expected),
  );
  test.each([
    'A ticket cost $190 in 2022 and the hall $240 million in 2023.',
    'She gave $2 in 1990 and $240 million in 2023.',
  ])('but not where it is another thing or size: %s', (text) =>
    expect(figures(text).every((f) => !f.scaleAssumed)).toBe(true),
  );
  test.each([
    'Profits came to $4.1 billion. | A ticket for the profits tour cost $5.',
    'Exports came to $31.5 billion. | A farmer was paid $34.',
    'Exports came to $31.5 billion. | Exports of one crate brought $900.',
  ])('not in: %s', (text) =>
    expect(figures(text).every((f) => !f.scaleAssumed && f.value < 1000)).toBe(true),
  );
});

describe('what is no quantity', () => {
  test.each([
    'On 3 June 1987 he left.',
    'In 2020 elections were held.',
    'See pages 12-14 and note 3.',
    'Article 5 was invoked under section 23.',
    'Call 020 7946 0958 or 555-0123.',
    'Flight 370 vanished; Route 66 closed.',
    'At 10:30 a.m. the 54-year-old driver stopped.',
    'He was 54 years old.',
    'She won 3-2.',
    'Version 2.1 shipped.',
    'World War 2 ended.',
    'They boarded a Boeing 737.',
    'One of the men spoke; one was silent.',
    'In the twenty-first century things changed.',
    'It was an alignment.3 Others followed.12',
    'The two sides met; both countries agreed.',
    'Three years later he resigned.',
    'The library opens for six hours.',
    'One of the rooms was large, and one man left.',
    'The G20 met about COVID-19.',
    'She lives at 221b Long Street.',
    'From 1914 to 1918 it was shut.',
    'the 1990s and the 19th century',
    'It joins the United States’ two biggest rivals.',
    'A two-day visit and a four-part series began.',
  ])('%s', (text) => expect(said(text)).toEqual([]));

  test('nor a number inside a date that was found', () => {
    const text = 'On 12 May 2001, 40 people came.';
    const found = findFigures(text, { start: 0, end: text.length }, tokensOf(text, 0, text.length), [
      { start: 3, end: 14, type: 'DATE' },
    ]);
    expect(found.map((f) => f.text)).toEqual(['40 people']);
  });
});

describe('the period of a figure', () => {
  const mention = (
    start: number,
    end: number,
    edtf: string | null,
    more: Partial<DatedMention> = {},
  ): DatedMention => ({
    start,
    end,
    text: '',
    type: 'DATE',
    value: '',
    mod: null,
    edtf,
    precision: edtf && /^\d{4}-\d\d-\d\d$/.test(edtf) ? 'day' : 'year',
    route: 'explicit',
    how: '',
    confidence: 1,
    alternatives: [],
    block: 0,
    sentence: 0,
    range: null,
    ...more,
  });
  const figure = { start: 50, end: 60 };

  test('is not the date of what a number is compared with', () => {
    const text = 'In the year 2023 debt fell to 8 million dollars from 9 million in 2019.';
    const at = text.indexOf('8 million');
    const dates = [mention(12, 16, '2023'), mention(text.length - 5, text.length - 1, '2019')];
    expect(periodOf({ start: at, end: at + 17 }, dates, null, text)).toBe('2023');
  });

  test('is the date before it rather than that of the next number', () => {
    const text = 'By 1851 it counted 1,206 souls, and by 1901 barely 800.';
    const dates = [mention(3, 7, '1851'), mention(text.indexOf('1901'), text.indexOf('1901') + 4, '1901')];
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    expect(periodOf(at('1,206'), dates, null, text)).toBe('1851');
    expect(periodOf(at('800'), dates, null, text)).toBe('1901');
  });

  test('is that of its own clause, not that of the next or of the one before', () => {
    const within = (text: string, words: string, ...years: string[]) => {
      const at = text.indexOf(words);
      const dates = years.map((year) => mention(text.indexOf(year), text.indexOf(year) + 4, year));
      return periodOf({ start: at, end: at + words.length }, dates, null, text);
    };
    const bridge = 'He left in 1943 and built a bridge, a span of 86 metres over the Maros, in 1947.';
    expect(within(bridge, '86 metres', '1943', '1947')).toBe('1947');
    const office = 'In 1968 they opened with four clerks; by 1980 there were 120.';
    expect(within(office, 'four clerks', '1968', '1980')).toBe('1968');
    const fall = 'Output fell from 640 in 1889 to 410 in 1896.';
    expect(within(fall, '640', '1889', '1896')).toBe('1889');
    expect(within(fall, '410', '1889', '1896')).toBe('1896');
    const lead = 'In 1851, as many as 40 came.';
    expect(within(lead, '40', '1851')).toBe('1851');
  });

  test('is the nearest, behind rather than before', () => {
    expect(periodOf(figure, [mention(0, 4, '1950'), mention(65, 69, '1960')], null)).toBe('1960');
    expect(periodOf(figure, [mention(44, 48, '1950'), mention(90, 94, '1960')], null)).toBe('1950');
  });
  test('is a year rather than the day of a report', () =>
    expect(periodOf(figure, [mention(62, 70, '2020-05-05'), mention(80, 84, '2019')], null)).toBe('2019'));
  test('is the whole of a range, also when its second end is nearer', () => {
    const first = mention(20, 24, '2018', {
      range: { start: 12, end: 33, edtf: '2018/2023', precision: 'year' },
    });
    expect(periodOf(figure, [first, mention(29, 33, '2023')], null)).toBe('2018/2023');
  });
  test('is the fallback where there is none', () => {
    expect(periodOf(figure, [], '2024-05')).toBe('2024-05');
    expect(
      periodOf(figure, [mention(1, 3, null), mention(4, 6, '2020', { type: 'DURATION' })], null),
    ).toBeNull();
  });
});

test('any input gives figures that lie in it, finite and labelled', () => {
  const word = fc.constantFrom(
    '$',
    '5',
    '–',
    'to',
    'between',
    'and',
    'half',
    'of',
    'the',
    'a',
    'hundred',
    'million',
    '12,000',
    'per',
    'cent',
    '%',
    '(',
    ')',
    'twice',
    'ships',
    'rose',
    'from',
    '3rd',
    'time',
    '£3bn',
    'one',
    'in',
    '.',
    '1,2',
    '½',
    '-',
    'km',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 25 }), (list) => {
      const text = list.join(' ');
      for (const f of figures(text)) {
        expect(text.slice(f.start, f.end)).toBe(f.text);
        expect(Number.isFinite(f.value)).toBe(true);
        expect(f.label.length).toBeGreaterThan(0);
        expect(f.unit.length).toBeGreaterThan(0);
        expect(f.label.split(' ').length).toBeLessThanOrEqual(10);
      }
    }),
    { seed: 43, numRuns: 500 },
  );
});

test('a share of a million is a number, and a decade in words is none', () => {
  expect(figures('About a quarter of a million people fled.').map((f) => f.value)).toEqual([250_000]);
  expect(figures('In the eighteen-eighties a hall was added.')).toEqual([]);
});
