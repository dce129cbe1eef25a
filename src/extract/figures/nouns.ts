import type { Token } from '../language.ts';

/** Plurals without an s, and what is counted without one. */
export const IRREGULAR: ReadonlySet<string> = new Set(
  'people men women children police troops staff personnel cattle sheep fish cod salmon trout deer aircraft spacecraft feet mice geese teeth crew crews dead wounded injured killed missing species series data criteria phenomena media alumni faculty clergy households policemen policewomen servicemen fishermen businessmen congressmen firemen'.split(
    ' ',
  ),
);

/** Whether a token is a noun in the plural. */
export const isPlural = (t: Token): boolean =>
  IRREGULAR.has(t.lower) ||
  (/[^s'u]s$/.test(t.lower) &&
    t.lower.length > 3 &&
    (t.pos === 'PROPN' || t.lemma !== t.lower || t.pos === 'NOUN'));

/** The plural of a regular noun in lower case. */
export const pluralOf = (noun: string): string =>
  /[^aeiou]y$/.test(noun)
    ? `${noun.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh)$/.test(noun)
      ? `${noun}es`
      : `${noun}s`;
