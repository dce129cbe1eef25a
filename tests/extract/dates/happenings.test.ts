import { describe, expect, it } from 'vitest';
import { stemOf } from '../../../src/extract/dates/happenings.ts';
import { mention, read, readUndated } from './notation.ts';

const SIEGE =
  'The siege of Karsk began on 4 May 1642. The town was held by two hundred men. Three weeks after the siege began, the well was poisoned. ' +
  'Two days before the surrender the mayor fled. The surrender came on 12 August 1642.';

describe('steps from what happened', () => {
  it('count from the date that the text gives it, before or behind', () => {
    const reading = readUndated(SIEGE);
    expect(mention(reading, 'Three weeks').edtf).toBe('1642-05-25');
    expect(mention(reading, 'Three weeks').how).toBe('Three weeks → after the siege began → 4 May 1642');
    expect(mention(reading, 'Two days').edtf).toBe('1642-08-10');
    // TIMEX3 keeps the stretch that the words are.
    expect(mention(reading, 'Three weeks').value).toBe('P3W');
  });
  it('know the noun by its verb', () => {
    const text =
      'The Aurora collided with a barge on 3 May 2011. An inquiry opened. Six weeks after the collision, the captain was charged. ' +
      'The day after the collision a diver found the bell.';
    expect(mention(readUndated(text), 'Six weeks').edtf).toBe('2011-06-14');
    expect(mention(readUndated(text), 'The day').edtf).toBe('2011-05-04');
    const ward =
      'The patient was admitted on 3 February 2020. Five days after admission, he developed a fever.';
    expect(mention(readUndated(ward), 'Five days').edtf).toBe('2020-02-08');
  });
  it('count from each other', () => {
    const text =
      'Maria Lund was sworn in as governor on 20 January 2019. A week after she was sworn in, she dismissed the harbour board. ' +
      'Two months after the dismissal the board sued.';
    const reading = read(text, '2021-06-01');
    expect(mention(reading, 'A week').edtf).toBe('2019-01-27');
    expect(mention(reading, 'Two months').edtf).toBe('2019-03');
  });
  it('take the end of what has both, and keep its beginning as an alternative', () => {
    const text =
      'The strike at the mill began on 2 March 1926 and ended on 30 April 1926. Two days after the strike the foundry reopened. ' +
      'One month before the strike the owners had cut wages.';
    const reading = readUndated(text);
    expect(mention(reading, 'Two days').edtf).toBe('1926-05-02');
    expect(mention(reading, 'Two days').alternatives).toEqual([
      { edtf: '1926-03-04', reason: 'counted from 2 March 1926' },
    ]);
    expect(mention(reading, 'One month').edtf).toBe('1926-02');
  });
  it('count from a date in their own words', () => {
    const text = 'He fell ill in January 2020. Two weeks after surgery on 10 February, he was sent home.';
    expect(mention(readUndated(text), 'Two weeks').edtf).toBe('2020-02-24');
  });
  it('claim nothing where nothing dates it, or the day is said already', () => {
    const text =
      'The library opened on 4 June 1909. Ten days after the flood, the shops shut. A few days after the opening it rained.';
    const reading = readUndated(text);
    expect(mention(reading, 'Ten days').edtf).toBeNull();
    expect(mention(reading, 'A few days').edtf).toBeNull();
    expect(
      readUndated('The flood came on 4 June 1909. The day after the fair it rained.').mentions,
    ).toHaveLength(1);
    const said =
      'The siege began on 2 May 1642. On 9 May, two weeks after the siege began, the well ran dry.';
    expect(mention(readUndated(said), 'two weeks').edtf).toBeNull();
  });
  it('keep a far word of the same name apart', () => {
    const far = `The battle was fought on 3 June 1809. ${'The valley lay quiet and nobody spoke of it. '.repeat(20)}Ten days after the battle, the shops shut.`;
    expect(mention(readUndated(far), 'Ten days').edtf).toBeNull();
  });
});

describe('stems', () => {
  it('join verb and noun', () => {
    for (const [verb, noun] of [
      ['resigned', 'resignation'],
      ['elected', 'election'],
      ['admitted', 'admission'],
      ['invaded', 'invasion'],
      ['exploded', 'explosion'],
      ['dismissed', 'dismissal'],
      ['died', 'death'],
      ['married', 'wedding'],
      ['agreed', 'agreement'],
      ['launched', 'launch'],
    ] as const)
      expect(stemOf(verb), `${verb}, ${noun}`).toBe(stemOf(noun));
  });
  it('keep others apart', () => {
    expect(stemOf('marched')).not.toBe(stemOf('marriage'));
    expect(stemOf('selling')).not.toBe(stemOf('election'));
  });
});

describe('a step whose clause runs on without a comma', () => {
  it.each([
    [
      'The kitchen was closed on 1 October 2018. A week after the kitchen had been closed no new cases were seen.',
      'A week',
      '2018-10-08',
    ],
    [
      'The ward was shut on 3 June 1998 and stayed empty until 20 June. Two days after the ward was shut it rained.',
      'Two days',
      '1998-06-05',
    ],
    [
      'The lock was drained on 4 May 1911. Two weeks after the lock was drained a boat was found in it.',
      'Two weeks',
      '1911-05-18',
    ],
  ])('%s', (text, words, expected) => {
    expect(readUndated(text).mentions.find((each) => each.text === words)?.edtf).toBe(expected);
  });
});

describe('the accident of a report', () => {
  const told =
    'On 9 February 2016 the ferry Orla ran aground off Leith. Her pilot had joined in May 2013.\n\n';
  const days = (text: string) =>
    readUndated(text).mentions.find((each) => each.text === 'Two days')?.edtf ?? null;
  it('is the one that it tells of', () => {
    expect(days(`${told}Two days after the accident the owners suspended the mate.`)).toBe('2016-02-11');
  });
  it('may be told right behind its day', () => {
    const trip = 'On 9 February 2016 the ferry Orla left Leith in fog. She struck a rock off the pier.\n\n';
    expect(days(`${trip}Two days after the accident the owners suspended the mate.`)).toBe('2016-02-11');
    const apart = 'On 9 February 2016 the ferry Orla left Leith.\n\nA tug struck a rock off the pier.\n\n';
    expect(days(`${apart}Two days after the accident the owners suspended the mate.`)).toBeNull();
  });
  it('may be a fire', () => {
    const fire = `The mill burned down on 4 May 2016.\n\n${told.replaceAll('2016', '2015')}`;
    expect(days(`${fire}Two days before the fire the owner sold it.`)).toBe('2016-05-02');
    expect(days(`${told}Two days before the fire the owner sold it.`)).toBeNull();
  });
  it('is not known where there were two, or none', () => {
    const other = 'On 3 March 2016 the tug Ida sank there.\n\n';
    expect(days(`${told}${other}Two days after the accident the owners suspended the mate.`)).toBeNull();
    expect(days('The hall was opened on 9 May 2016. Two days after the accident it was shut.')).toBeNull();
  });
});
