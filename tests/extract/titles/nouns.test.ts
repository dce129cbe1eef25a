import { expect, test } from 'vitest';
import { titlesOf } from '../extracted.ts';

test.each([
  [
    'goes on to the end of a name',
    'The envoy recalled the 1904 Chilean Treaty of Peace and Lasting Friendship, renewed in 1911.',
    'Chilean Treaty of Peace and Lasting Friendship',
  ],
  [
    'has all members of a list',
    'They recall the May 1988 Orla summit among the heads of Japan, Chile, Norway, and the United States as a failure.',
    'Orla summit among heads of Japan, Chile, Norway, and United States',
  ],
  [
    'says what they met for',
    'The papers praised the decision at the March 1999 summit in Bonn to widen the Orla League, which ran late.',
    'Summit in Bonn to widen the Orla League',
  ],
  [
    'is about what it is about, not by whom',
    'She named the March 4, 1992, “Joint Statement of the Town of Arden and the Town of Vale on the Ferries of the Northern Bay,” which nobody had read.',
    'Joint Statement on the Ferries of the Northern Bay',
  ],
])('a noun %s', (_, text, title) => {
  expect(titlesOf(text)).toContain(title);
});
