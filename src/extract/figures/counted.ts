import type { Token } from '../language.ts';
import { type Phrase, phraseAfter } from './labels.ts';
import { IRREGULAR, isPlural } from './nouns.ts';

/** What a number counts: unit, label and the last token that says it. */
export interface Count {
  readonly unit: string;
  readonly label: string;
  readonly last: number;
}

/** A counted noun phrase; `head` is its plural. */
export interface CountedNoun extends Phrase {
  readonly head: number;
}

/** The noun behind a number: `more than 40 other European states` gives `states`. `first` to `last` is its label. */
export function countedNoun(tokens: readonly Token[], at: number): CountedNoun | null {
  let k = at;
  // "12 of the 40 passengers", "100 or more delegations", "40 or so"
  if (
    tokens[k]?.lower === 'of' &&
    (tokens[k + 1]?.pos === 'DET' || tokens[k + 1]?.pos === 'PRON' || tokens[k + 2]?.lower === "'s")
  ) {
    k += 1;
    while (tokens[k] && (tokens[k]!.pos === 'DET' || tokens[k]!.pos === 'PRON' || tokens[k]!.pos === 'NUM'))
      k++;
  } else if (tokens[k]?.lower === 'or' && /^(?:more|so|fewer)$/.test(tokens[k + 1]?.lower ?? '')) k += 2;
  const first = k;
  for (; k < tokens.length && k - first < 7; k++) {
    const t = tokens[k]!;
    const next = tokens[k + 1];
    const inside =
      t.pos === 'ADJ' ||
      t.pos === 'NOUN' ||
      t.pos === 'PROPN' ||
      t.pos === 'ADV' ||
      (t.pos === 'VERB' && /(?:ed|ing)$/.test(t.lower)) ||
      t.lower === "'s" ||
      t.pos === 'X';
    const joined =
      (t.pos === 'CCONJ' || t.text === ',') && (next?.pos === 'ADJ' || next?.pos === 'PROPN') && k > first;
    if (!inside && !joined) return null;
    if (
      (t.pos === 'NOUN' || t.pos === 'PROPN' || t.pos === 'ADJ') &&
      isPlural(t) &&
      !(t.pos === 'ADJ' && !IRREGULAR.has(t.lower))
    ) {
      // "ships" and not yet "sales records": a further noun right behind takes over.
      if (next && (next.pos === 'NOUN' || next.pos === 'PROPN') && isPlural(next) && next.start - t.end === 1)
        continue;
      if (next && next.pos === 'NOUN' && !isPlural(next) && next.start - t.end === 1) return null;
      const full = phraseAfter(tokens, first);
      const last = full && full.last > k && tokens[k + 1]?.lower === 'of' ? full.last : k;
      let from = first;
      while (
        from < k &&
        /^(?:more|other|further|different|additional|such|new|at|least)$/.test(tokens[from]!.lower)
      )
        from++;
      return { first: from, head: k, last };
    }
  }
  return null;
}

/** Whether a plural, in lower case, is of a manner or a degree rather than of things that are counted: `ways`. */
export const isNeverCounted = (lower: string): boolean => NEVER_COUNTED.has(lower);

const NEVER_COUNTED = new Set(
  'times degrees sides things ways reasons kinds types sorts terms ones others parts points aspects respects fronts steps lots places cases rows ends thirds halves quarters fifths tenths'.split(
    ' ',
  ),
);
