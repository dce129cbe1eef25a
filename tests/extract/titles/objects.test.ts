import { expect, test } from 'vitest';
import { titlesOf } from '../extracted.ts';

test.each([
  [
    'stands before a relative clause',
    'Two clubs came to the Orla Cup, which Vale won on 3 May 1994 with ten men.',
    'Vale wins the Orla Cup with ten men',
  ],
  [
    'keeps a number in its name',
    'Chile began the exercise Orla-1994 in May 1994 with ten ships.',
    'Chile begins the exercise Orla-1994 with ten ships',
  ],
  [
    'is what others refused',
    'In 2003 a small line offered what the large ones refused: a berth in the bay.',
    'Small line offers what the large ones refused',
  ],
  [
    'says where to it was put',
    'The bank on 3 May 1999 placed the firm that runs the mill on its list.',
    'Bank places the firm that runs the mill on its list',
  ],
  ['is met', 'On 3 May 1999 Vos met with Ana Ruiz in Bonn.', 'Vos meets Ana Ruiz in Bonn'],
  ['is met with', 'In May 1999 the plan met with resistance.', 'Plan meets with resistance'],
  [
    'is what a second country ratified',
    'Norway ratified the pact in 1997 and Chile in 2003.',
    'Chile ratifies the pact',
  ],
  [
    'is the treaty that was signed',
    'They ended the dispute, in a treaty signed at Vale on 3 May 1999.',
    'Treaty signed at Vale',
  ],
  [
    'does without articles where that makes room for a name',
    'In May 1999 the council opened the workshop of the old glass painters behind the cathedral of Arden.',
    'Council opens workshop of old glass painters behind cathedral of Arden',
  ],
])('an object %s', (_, text, title) => {
  expect(titlesOf(text)).toContain(title);
});

test.each([
  ['itself', 'The mill itself was sold on 3 May 1999.', 'Mill sold'],
  [
    'where it is based',
    'The Bonn-based Orla Institute opened a school in May 1999.',
    'Orla Institute opens a school',
  ],
  ['the year of another event', 'The 1901 harbour pact was renewed in May 1921.', 'Harbour pact renewed'],
  [
    'how long after it was',
    'A protest letter was sent on 3 May 1999, one year after the flood.',
    'Protest letter sent',
  ],
  [
    'the whole name of a state',
    'On 3 May 1999 the council sent envoys to the Kingdom of Norway, the Republic of Chile and the People’s Republic of China.',
    'Council sends envoys to Norway, Chile and China',
  ],
  [
    'who says so behind it',
    'The plant stopped work in May 1999, according to people who live beside it.',
    'Plant stops work',
  ],
])('a headline does not say %s', (_, text, title) => {
  expect(titlesOf(text)).toContain(title);
});

test.each([
  ['how often', 'Norway has twice raised its prices since May 1999.', 'Norway twice raises its prices'],
  [
    'what it followed, cut short',
    'Chile criticized Norway in May 1999 after its border guards allegedly turned a research vessel away, the third in a year.',
    'Chile criticizes Norway after border guards turned research vessel away',
  ],
  [
    'on what occasion, where the rest is cut for it',
    'At the May 1999 meeting of the Orla Economic Forum, Vos praised the “remarkable” extent of official Chilean deliveries.',
    'Vos praises “remarkable” extent of Chilean deliveries at Orla Economic Forum',
  ],
])('a headline says %s', (_, text, title) => {
  expect(titlesOf(text)).toContain(title);
});
