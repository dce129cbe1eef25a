import type { Token, VerbGroup } from '../language.ts';
import type { Context } from './context.ts';
import { type Count, countedNoun, isNeverCounted } from './counted.ts';
import { finiteOf, startsDate, subjectOf } from './labels.ts';
import { sentenceBefore } from './neighbours.ts';
import { isPlural, pluralOf } from './nouns.ts';
import { type NumberPhrase, numberAt } from './numbers.ts';
import { isTimeWord } from './units.ts';

/** What a number without a noun may be of. */
interface Named {
  /** In the plural, lower case. */
  readonly noun: string;
  /** How many were told; null for a noun without a number. */
  readonly value: number | null;
  /** Told as a first one, of which more may follow: `his first clock`. */
  readonly opens: boolean;
}

/** A noun farther back than so many tokens of the sentence is not taken up: a list without a period stays linear. */
const REACH = 80;
/** What leads in a number that opens its clause is at most so long. */
const LEAD = 8;

const PRONOUN = /^(?:them|these|those|which|whom)$/;
/** Verbs whose object is counted when it is a bare number: `it sold six`. `turned sixty`, `left at ten` are not of them. */
const TAKING = new Set(
  'own possess have hold keep buy purchase acquire sell lose destroy damage capture seize sink build make produce deliver collect restore repair hire employ dismiss sack treat admit find recover save send receive order plant paint write publish record close add steal win lend borrow demolish scrap replace sign discharge vaccinate release ban retain donate import export operate run register confirm'.split(
    ' ',
  ),
);
/** Past forms that are participles as well; of others the label keeps the noun alone. */
const PARTICIPLE = /(?:ed|sold|bought|built|made|found|lost|held|kept|sent|won|lent)$/;

/** Whether the direct object of a verb, given in base form, is had, gained, lost or made, and so may be counted. */
export const isTaking = (lemma: string): boolean => TAKING.has(lemma);

/**
 * What a part counts whose whole is a pronoun or a bare number: `three of them turned up`, `six of the forty`. The noun
 * stands before it in the sentence or in the one before, and its number, if it has one, is no less.
 * @param first token of the number, `last` its last one.
 */
export function countOfPart(at: Context, first: number, last: number, number: NumberPhrase): Count | null {
  const part = partitive(at.tokens, last + 1);
  const before = at.tokens[first - 1]?.lower ?? '';
  if (part === null || /^(?:the|these|those|first|last)$/.test(before)) return null;
  const object = objectOf(at.tokens, at.groups, first);
  const named = antecedent(
    at,
    // A noun right before the number may be a verb after all, and what stands before it the subject.
    object ? beforeSubject(at, object) : isNoun(at.tokens[first - 1]) ? 0 : first,
    (n) => !n.opens && (n.value === null || n.value >= number.value),
  );
  return named && counted(named, deedOf(at, first, part), part);
}

/**
 * What a number counts whose noun is left out: `of the forty, six were lost`, `he owned sixty`. The noun stands before it
 * in the sentence or in the one before; for a number that is all of a subject that noun must have one which is no less.
 * @param first token of the number, `last` its last one; no noun that it counts follows.
 */
export function countOfLeftOut(at: Context, first: number, last: number, number: NumberPhrase): Count | null {
  const { tokens, groups } = at;
  const more = /^(?:more|others|another)$/.test(tokens[last + 1]?.lower ?? '');
  const stop = more ? last + 1 : last;
  // "the seedlings, 600 in all, came by cart"
  if (tokens[last + 1]?.lower === 'in' && tokens[last + 2]?.lower === 'all') {
    const named = best(
      nounsOf(tokens.slice(Math.max(0, first - REACH), first)).filter((n) => n.value === null && !n.opens),
    );
    return named && counted(named, '', last + 2);
  }
  const verb = groups.find(
    (g) => g.first === stop + 1 || (g.first === stop + 2 && tokens[stop + 1]?.pos === 'ADV'),
  );
  if (verb && isAllOfSubject(tokens, first)) {
    if (verb.tense !== 'past' || (!verb.passive && /^(?:be|say|do)$/.test(verb.lemma))) return null;
    if (verb.lemma === 'have' && !isOfThese(tokens, first)) return null;
    const rest = more || /^(?:other|remaining)$/.test(tokens[first - 1]?.lower ?? '');
    const whole = ({ value, opens }: Named): boolean =>
      value === null ? more && opens : rest || value >= number.value;
    const named = antecedent(at, first, whole);
    return named && counted(named, verb.passive ? tokens[verb.last]!.lower : '', stop);
  }
  // "her first flight in 1931 and two more in 1932": the verb is left out with the noun.
  if (more && tokens[first - 1]?.pos === 'CCONJ' && closes(tokens, stop + 1)) {
    const named = antecedent(at, first, (n) => n.value !== null || n.opens);
    return named && counted(named, '', stop);
  }
  const object = objectOf(tokens, groups, first);
  if (!object || !isTaking(object.lemma) || object.negated) return null;
  const left = tokens[stop + 1]?.lower === 'left' && closes(tokens, stop + 2);
  if (!left && !closes(tokens, stop + 1)) return null;
  const named = antecedent(at, beforeSubject(at, object), () => true);
  return named && counted(named, left ? 'left' : participleOf(tokens[object.last]!), stop);
}

const counted = ({ noun }: Named, deed: string, last: number): Count => ({
  unit: noun,
  label: deed ? `${noun} ${deed}` : noun,
  last,
});

/** The last token of `of them`, `of the forty`, `of these` at `k` with no noun behind it; null for anything else. */
function partitive(tokens: readonly Token[], k: number): number | null {
  if (tokens[k]?.lower !== 'of') return null;
  if (PRONOUN.test(tokens[k + 1]?.lower ?? '')) {
    // "two of those on board", "of those arrested": who they are follows.
    const own = tokens[k + 1]!.lower === 'those' && !/^(?:AUX|PUNCT)$/.test(tokens[k + 2]?.pos ?? 'PUNCT');
    return own || isNoun(tokens[k + 2]) ? null : k + 1;
  }
  if (tokens[k + 1]?.lower !== 'the') return null;
  const number = numberAt(tokens, k + 2, false);
  return number && !number.rest && !number.bare && !isInPhrase(tokens[number.last + 1]) ? number.last : null;
}

const isNoun = (t: Token | undefined): boolean => t?.pos === 'NOUN' || t?.pos === 'PROPN';
const isInPhrase = (t: Token | undefined): boolean => isNoun(t) || t?.pos === 'ADJ';

/** Whether a number is all that stands before the verb of its clause: `Only four returned`, `Of these, six were lost`. */
function isAllOfSubject(tokens: readonly Token[], first: number): boolean {
  let k = first - 1;
  while (
    k >= 0 &&
    /^(?:only|about|some|nearly|almost|just|all|another|the|other|remaining|least|at|over|than|more)$/.test(
      tokens[k]!.lower,
    )
  )
    k--;
  if (k === first - 2 && tokens[k + 1]!.lower === 'the') return false;
  // "At eleven came the train": a time of day or an age.
  if (tokens[first - 1]?.lower === 'at') return false;
  if (k < 0) return true;
  // "By noon six hundred": when or where, right at the beginning.
  const leads = k < LEAD && tokens[0]!.pos === 'ADP' && isNoun(tokens[k]);
  if (leads && !tokens.slice(0, k).some((t) => /^(?:VERB|AUX|PRON)$/.test(t.pos))) return true;
  return (
    /^(?:[,;:]|[12]\d{3})$/.test(tokens[k]!.text) ||
    tokens[k]!.pos === 'CCONJ' ||
    PRONOUN.test(tokens[k]!.lower)
  );
}

/** "Of these, twelve": the whole stands right before its part. */
const isOfThese = (tokens: readonly Token[], first: number): boolean =>
  tokens.slice(Math.max(0, first - 5), first).some((t) => t.lower === 'of');

/** The verb right before a number, with no more than a hedge between. */
function objectOf(tokens: readonly Token[], groups: readonly VerbGroup[], first: number): VerbGroup | null {
  let k = first - 1;
  while (
    k >= 0 &&
    /^(?:only|about|some|nearly|almost|just|another|over|than|more|least|at|around)$/.test(tokens[k]!.lower)
  )
    k--;
  const group = groups.find((g) => g.last === k);
  return group && !group.passive ? group : null;
}

/** Where the subject of a verb begins: who took them is not what was taken. */
function beforeSubject({ tokens, groups }: Context, verb: VerbGroup): number {
  const { first } = finiteOf(groups, verb);
  return subjectOf(tokens, first)?.first ?? first;
}

/** Whether nothing that a number could count follows: the clause ends, or goes on about when and where. */
function closes(tokens: readonly Token[], k: number): boolean {
  const t = tokens[k];
  if (!t || /^[.,;:)!?]$/.test(t.text) || t.pos === 'CCONJ') return true;
  return (
    t.pos === 'ADP' && !/^(?:of|to|per)$/.test(t.lower) && (t.lower !== 'in' || startsDate(tokens, k + 1))
  );
}

/** What was done to the number that begins at `first`, as a participle; empty where that is not said in one word. */
function deedOf({ tokens, groups }: Context, first: number, last: number): string {
  const verb = groups.find((g) => g.first === last + 1);
  if (verb?.passive) return tokens[verb.last]!.lower;
  const object = verb ? null : objectOf(tokens, groups, first);
  return object && object.lemma !== 'be' && object.lemma !== 'have' ? participleOf(tokens[object.last]!) : '';
}

const participleOf = ({ lower }: Token): string => (PARTICIPLE.test(lower) ? lower : '');

/** The noun that a number takes up: the last counted one, else one that is told as a first, else the last plural. */
function antecedent(at: Context, before: number, fits: (named: Named) => boolean): Named | null {
  return (
    best(nounsOf(at.tokens.slice(Math.max(0, before - REACH), before)).filter(fits)) ??
    best(nounsOf(sentenceBefore(at) ?? []).filter(fits))
  );
}

const best = (nouns: readonly Named[]): Named | null =>
  nouns.findLast((n) => n.value !== null) ??
  nouns.findLast((n) => n.opens) ??
  nouns[nouns.length - 1] ??
  null;

/** What may be taken up, in order. A noun behind a preposition is named by the way, unless it is counted. */
function nounsOf(tokens: readonly Token[]): Named[] {
  const nouns: Named[] = [];
  let linked = false;
  for (let k = 0; k < tokens.length; k++) {
    const t = tokens[k]!;
    const number = numberAt(tokens, k, false);
    const thing = number && !number.rest && number.value >= 2 ? countedNoun(tokens, number.last + 1) : null;
    if (number && thing && isTakenUp(tokens[thing.head]!)) {
      // "the ministers of six states": they are meant, not the states.
      const of = tokens[k - 1]?.lower === 'of' && tokens[k - 2]?.pos === 'NOUN' && isPlural(tokens[k - 2]!);
      if (!of) nouns.push({ noun: tokens[thing.head]!.lower, value: number.value, opens: false });
      k = thing.head;
    } else if (t.pos === 'ADP') linked = true;
    else if (t.pos === 'VERB' || t.pos === 'AUX' || t.pos === 'PUNCT') linked = false;
    else if (t.pos === 'NOUN' && !linked && isPlural(t) && isTakenUp(t)) {
      nouns.push({ noun: t.lower, value: null, opens: false });
    } else if (t.pos === 'NOUN' && !isPlural(t) && isFirst(tokens, k) && isTakenUp(t)) {
      nouns.push({ noun: pluralOf(t.lower), value: null, opens: true });
    }
  }
  return nouns;
}

const isTakenUp = (t: Token): boolean =>
  !isTimeWord(t.lower) && !isTimeWord(`${t.lower}s`) && !isNeverCounted(t.lower) && !/^times?$/.test(t.lower);
/** "his first clock": one that is had or made; "the first clock" may be of someone else's. */
const isFirst = (tokens: readonly Token[], k: number): boolean =>
  tokens[k - 1]?.lower === 'first' && /^(?:his|her|its|their)$/.test(tokens[k - 2]?.lower ?? '');
