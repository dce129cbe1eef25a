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
    ['has made what it rules', 'They look for ways around Tuesday’s ruling.', '2024-05-14'],
    ['has still to play what it waits for', 'Tickets for Saturday’s match are gone.', '2024-05-18'],
    ['looks ahead to what will be', 'Saturday’s match will be shown live.', '2024-05-18'],
    ['is no headline where it cites', 'According to papers seen on Monday, the tank leaked.', '2024-05-13'],
  ])('%s', (_, text, expected) => {
    expect(timexes(`Nothing was ready. ${text}`)[0]?.split(' = ')[1]).toBe(expected);
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
