import { describe, expect, test } from 'vitest';
import categories from '../../data/categories.json' with { type: 'json' };
import { extract } from '../../src/extract/pipeline.ts';
import { documentOf, occurrencesIn, told } from './extracted.ts';

describe('a date dates the clause that it stands in', () => {
  test.each([
    ['The harbour opened in 1931.', ['open 1931']],
    [
      'In 1931 the harbour opened, and the city appointed Jan Vos as its master in 1934.',
      ['open 1931', 'appoint 1934'],
    ],
    ['She was born in Leeds in 1901, studied law and moved to Oslo in 1925.', ['bear 1901', 'move 1925']],
    ['The mill, which was built in 1840, burned down on 3 May 1902.', ['build 1840', 'burn 1902-05-03']],
    ['The treaty, renewed in 2011, covers fishing.', ['renew 2011']],
    ['From 1906 to 1915 the school operated in two rented houses.', ['operate 1906/1915']],
    ['Output rose from 20 tonnes in 1990 to 55 tonnes in 1994.', ['rise 1990/1994']],
    ['The team won the cup in 1998 and again in 2004.', ['win 1998', 'win 2004']],
    ['This year marks the tenth anniversary of the merger.', ['anniversary 2024']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('a noun with its date is an event of its own', () => {
  test.each([
    ['Critics still discuss the 1987 trial.', ['trial 1987']],
    ['The region had not recovered after the May 2011 floods.', ['flood 2011-05']],
    ['The 1906 earthquake destroyed the town hall.', ['destroy 1906']],
    ['At the October 2003 meeting of the board, Chen resigned.', ['resign 2003-10']],
    [
      'The outbreak of war in August 1914 and a poor harvest ruined the firm.',
      ['outbreak 1914-08', 'ruin 1914-08'],
    ],
  ])('%s', (text, expected) => {
    expect(told(text).sort()).toEqual([...expected].sort());
  });
});

describe('what is no occurrence', () => {
  test.each([
    ['an opinion', 'Analysts believe that the 2019 plan is sound.'],
    ['a question', 'Did the council meet in 2019?'],
    ['a condition', 'If the bridge closes in 2025, trade will suffer.'],
    ['a negation', 'The council did not meet in 2019.'],
    ['a habit', 'The council usually meets in May.'],
    ['a wish', 'The council might meet in May 2025.'],
    ['a comparison', 'Prices are higher than in 2019.'],
    ['a name with a year', 'The city supports Vision 2030.'],
    ['a citation', 'Such walls fail at the base (Smith, 2010).'],
    ['the span of a life', 'Marie Holm (1867 – 1934) was a physicist.'],
    ['a duration', 'The journey takes three weeks.'],
    ['something vague', 'Ties have grown stronger in recent years.'],
    ['counting', 'It is the third strike this year.'],
    ['a comparison', 'Only 57 families are left, compared with 410 in 1950.'],
    ['a record', 'It is a cold winter, the coldest since 1963.'],
    ['an embedded question', 'Nobody knows who built the tower in 1550.'],
  ])('%s: %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('a modal verb', () => {
  test.each([
    ['The board said it would sell the quay on 3 June 2024.', 'sell planned'],
    ['The quay could be sold in June 2024.', 'sell hypothetical'],
    ['He would return to Oslo in 1931.', 'return happened'],
  ])('%s', (text, expected) => {
    expect(occurrencesIn(text).map((o) => `${o.head} ${o.status}`)).toEqual([expected]);
  });

  test('under a condition tells nothing', () => {
    expect(told('If it rained, the match would move to 4 June 2024.')).toEqual([]);
  });
});

describe('a row of a table', () => {
  test('tells in its second cell what happened', () => {
    const text =
      '# Rockets\n\n| Date | Event | Notes |\n| --- | --- | --- |\n| 2001 | Launch of a second satellite | lost |\n';
    const [event] = extract([{ ...documentOf(text), format: 'markdown' }], { categories }).events;
    expect(event?.title).toBe('Launch of a second satellite');
  });
});

describe('a table of amounts', () => {
  test('says them with the head of their column', () => {
    const text = '# A dairy\n\n| Year | Sales | Staff |\n| --- | --- | --- |\n| 1991 | £4m | 30 |\n';
    const [event] = extract([{ ...documentOf(text), format: 'markdown' }], { categories }).events;
    expect(event?.title).toBe('Sales: £4m');
  });
});

describe('dates from elsewhere', () => {
  test('an entry of a log has the date of its heading, sentence by sentence', () => {
    const text =
      'Log of the Petrel\n\n4 June 1956\nThe crew repaired the mast. Two boats were lost in the storm.\n\n5 June 1956\nThe wind fell.\n';
    expect(told(text)).toEqual(['repair 1956-06-04', 'lose 1956-06-04', 'fall 1956-06-05']);
    expect(occurrencesIn(text).map((o) => o.time.how)).toEqual(['heading', 'heading', 'heading']);
    expect(occurrencesIn(text)[0]?.mention.start).toBe(text.indexOf('4 June'));
  });

  test('what follows soon after has about the same date and says so', () => {
    const text = 'The king died on 9 March 1286. Soon afterwards the barons met at Scone.';
    expect(told(text)).toEqual(['die 1286-03-09', 'meet 1286-03~']);
    expect(occurrencesIn(text)[1]?.time.how).toBe('inherited');
  });

  test('a clause that lies some years from the dated one is counted from it', () => {
    expect(
      told('In 1877, six years after the province joined the union, Ross founded a college.').sort(),
    ).toEqual(['found 1877', 'join 1871']);
  });

  test('a sentence that goes on about an event is a passage of it and no event', () => {
    const text = 'The library opened on 4 May 1992. It cost 3 million dollars.';
    expect(told(text)).toEqual(['open 1992-05-04']);
  });

  test('since goes on, until ends', () => {
    expect(told('The firm has been listed in Stockholm since 2012.')).toEqual(['list 2012/..']);
    expect(told('The court sat in Kells until 1871.')).toEqual(['sit ../1871']);
  });
});

describe('lists', () => {
  test.each([
    ['1994 – Halden acquires its rival Lysglas', 'acquire 1994'],
    ['June 2011: The owner pays 4.2 million euros', 'pay 2011-06'],
    ['1991: Launch of the H2 microscope', 'launch 1991'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

test('who says it is no event beside what they say, unless that is what is dated', () => {
  expect(
    told('A flotilla sailed past the cape earlier this week, two officers said on Sunday.'),
  ).toHaveLength(1);
  expect(told('Mayor Ana Ruiz said on 3 May 2024 that the road would close.')).toEqual(['say 2024-05-03']);
});

test('no evidence is above 1 or below 0, whatever the text', () => {
  for (const text of ['', '1999', '((((', 'In 1999', 'said in 1999 that', '“', '1999: 2000: 2001:']) {
    for (const { evidence } of occurrencesIn(text)) {
      expect(evidence).toBeGreaterThanOrEqual(0);
      expect(evidence).toBeLessThanOrEqual(1);
    }
  }
});
