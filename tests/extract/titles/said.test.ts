import { expect, test } from 'vitest';
import { titlesOf } from '../extracted.ts';

test.each([
  [
    'a stand taken by who speaks of it',
    'On 3 May 2011 Ana Ruiz said she opposed the new bridge.',
    'Ana Ruiz opposes the new bridge',
  ],
  [
    'what befell who speaks of it',
    'On 3 May 2011 Ana Ruiz said she was given a detailed report on the dam.',
    'Ana Ruiz given a detailed report on the dam',
  ],
  [
    'what another one did as said',
    'On 3 May 2011 Ana Ruiz said the boat had sunk.',
    'Ana Ruiz says the boat had sunk',
  ],
  [
    'what one denies as denied',
    'On 3 May 2011 Ana Ruiz said she did not oppose the new bridge.',
    'Ana Ruiz says she did not oppose the new bridge',
  ],
  [
    'whose report has the date',
    'The mill was robbed, according to a report from the Polar Post on 3 May 2011.',
    'Polar Post: Mill robbed',
  ],
  [
    'what is said without articles where its verb has no room else',
    'On 3 May 2011 Jan Vos said that forty percent of all large ferries in the bay were late.',
    'Jan Vos: Forty percent of all large ferries in bay were late',
  ],
  [
    'no small word of a date',
    'The coast guard said in early October 2011 that it had searched the bay.',
    'Coast guard says it had searched the bay',
  ],
])('tells %s', (_, text, title) => {
  expect(titlesOf(text)).toContain(title);
});
