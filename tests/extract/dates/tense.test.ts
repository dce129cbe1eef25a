import { describe, expect, it } from 'vitest';
import { timexes } from './notation.ts';

/** Where nothing but the clause tells on which side of the day of speaking, a Thursday, a weekday lies. */
describe('a clause that looks back or ahead', () => {
  it.each([
    ['looks back by its verb, whatever its nouns promise', 'The deadline passed on Friday.', '2024-05-10'],
    ['looks ahead by a limit without a past verb', 'We hear from the insurer by Friday.', '2024-05-17'],
    ['looks back by a limit behind a past verb', 'Half the crew had gone by Friday.', '2024-05-10'],
    ['looks back where something was open', 'By Friday the pass was open.', '2024-05-10'],
    ['looks ahead to what is looked forward to', 'I look forward to our talk on Tuesday.', '2024-05-21'],
    ['looks ahead in the present of who speaks', 'On Saturday we go on.', '2024-05-18'],
    ['looks ahead where something is put off', 'The vote was postponed until Tuesday.', '2024-05-21'],
    ['looks back behind since', 'Nobody has seen the dog since Sunday.', '2024-05-12'],
    [
      'looks ahead to who succeeds as what',
      'She will follow him as chief officer on Saturday.',
      '2024-05-18',
    ],
    ['looks ahead where it arrives', 'Dr Lund wired that he sails on Saturday.', '2024-05-18'],
    ['looks back with the verb that opens it', 'Left for the coast on Saturday.', '2024-05-11'],
    ['looks back behind a name that ends like one', 'Fred is at sea since Saturday.', '2024-05-11'],
    ['has made what it rules', 'They look for ways around Tuesday’s ruling.', '2024-05-14'],
    ['has still to play what it waits for', 'Tickets for Saturday’s match are gone.', '2024-05-18'],
    ['looks ahead to what will be', 'Saturday’s match will be shown live.', '2024-05-18'],
    ['is no headline where it cites', 'According to papers seen on Monday, the tank leaked.', '2024-05-13'],
  ])('%s', (_, text, expected) => {
    expect(timexes(`Nothing was ready. ${text}`)[0]?.split(' = ')[1]).toBe(expected);
  });

  it('what is adopted begins later, what is told does not', () => {
    expect(timexes('The council adopted a rule banning the sale of it from January.')).toEqual([
      'January = 2025-01',
    ]);
    expect(timexes('The shop sold it from January.')).toEqual(['January = 2024-01']);
  });

  it('both ends of a range look the same way', () => {
    expect(timexes('A second round is planned for 4–10 December.', '2017-11-21')).toEqual([
      '4 = 2017-12-04',
      '10 December = 2017-12-10',
    ]);
  });

  it('what was first set for a day may have passed', () => {
    const text = 'The hearing, first set for April 10, was moved and is expected on September 4.';
    expect(timexes(text, '2018-06-12')).toEqual(['April 10 = 2018-04-10', 'September 4 = 2018-09-04']);
  });

  it('a weekend that is told as past is the last one', () => {
    expect(timexes('The fair took place this weekend and drew thousands.', '2016-09-07')).toEqual([
      'this weekend = 2016-W35-WE',
    ]);
    expect(timexes('The fair will take place this weekend.', '2016-09-07')).toEqual([
      'this weekend = 2016-W36-WE',
    ]);
  });
});

describe('until a day, and what is meant for one', () => {
  it.each([
    ['what went on has ended', 'It rained until Sunday.', '2024-05-12'],
    ['who became something was it so long', 'Ms Tarn became acting head until January.', '2024-01'],
    ['who adjourns comes again', 'The court adjourned until Monday.', '2024-05-20'],
    ['who is banned stays so', 'The goalkeeper was banned until June.', '2024-06'],
    ['who has a term still has it', 'The owners have until Friday to reply.', '2024-05-17'],
    ['who agrees to meet is to meet', 'The ministers agreed to meet on Friday.', '2024-05-17'],
    ['who resolves to raise is to raise', 'The council resolved to raise rents from 1 July.', '2024-07-01'],
    ['what must be done is to be done', 'Bids must be lodged by 4 July.', '2024-07-04'],
    ['what must have been is past', 'The valve must have failed on Sunday.', '2024-05-12'],
    ['who is going goes', "I'm taking the ferry on Monday.", '2024-05-20'],
    ['what is on a day is to come', 'Her flight home is on 3 September.', '2024-09-03'],
    ['who are to travel do so next', 'Four nurses are to travel on Wednesday to the camp.', '2024-05-22'],
    [
      'who gathers on a day is to gather',
      'Ministers from nine states gather in Oslo on Sunday.',
      '2024-05-19',
    ],
    ['who gathered has gathered', 'Ministers from nine states gathered in Oslo on Sunday.', '2024-05-12'],
    ['what is hoped for lies ahead', 'The club hopes to sign a deal on the 15th.', '2024-06-15'],
    ['a name is no verb', 'Mrs May asked why the grant promised in October was late.', '2023-10'],
  ])('%s', (_, text, expected) => {
    expect(timexes(`Nothing was ready. ${text}`).at(-1)?.split(' = ')[1]).toBe(expected);
  });
});

it('the verb next to "until" decides, not the one before', () => {
  const text = 'Nothing was ready. The lock was closed on 4 May and stayed shut until 12 May.';
  expect(timexes(text)).toEqual(['4 May = 2024-05-04', '12 May = 2024-05-12']);
});
