import { type Country, countryNamed } from '../countries.ts';
import type { Token } from '../language.ts';
import type { Block } from '../reading.ts';
import { CALENDAR, isCapital, isFirst } from './nameBounds.ts';
import { type ActorKind, bodyNoun } from './names.ts';

/** Whether a participle stands at `at`: "was bought", "led". */
export const isDone = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.pos === 'VERB' && /(?:ed|en|t|d|n)$/.test(tokens[at]!.lower);

/** "Russia's Defence Ministry": the country that has it. */
export function possessor(tokens: readonly Token[], first: number): Country[] {
  const mark = tokens[first - 1];
  if (mark?.lower !== "'s" && mark?.text !== '’') return [];
  const named = countryNamed(tokens[first - 2]?.text ?? '');
  return named ? [named.country] : [];
}

/** A pronoun for a person close behind, with no other name between: "Lenin, who", "Napoleon lost his". */
export function isHeOrShe(tokens: readonly Token[], last: number): boolean {
  for (let k = last + 1; k < Math.min(tokens.length, last + 16); k++) {
    const t = tokens[k]!;
    if (/^(?:he|she|his|her|him|himself|herself)$/.test(t.lower)) return true;
    if (t.lower === 'who') return k <= last + 2;
    // "Bergen, where he"
    if (/^(?:where|which)$/.test(t.lower)) return false;
    if (/^[.!?;:]$/.test(t.text) || (isCapital(t) && !isFirst(tokens, k) && !CALENDAR.test(t.lower)))
      return false;
  }
  return false;
}

/** "Orsted, a Danish energy group," tells what it is. */
export function calledAfter(tokens: readonly Token[], last: number): ActorKind | null {
  // "Kyodo news agency"
  for (let k = last + 1; k < Math.min(tokens.length, last + 4) && tokens[k]!.pos === 'NOUN'; k++) {
    if (bodyNoun(tokens[k]!.lower)) return 'organisation';
  }
  if (tokens[last + 1]?.text !== ',') return null;
  if (!/^(?:a|an|the|one|\p{Lu}.*)$/u.test(tokens[last + 2]?.text ?? '')) return null;
  for (let k = last + 2; k < Math.min(tokens.length, last + 10); k++) {
    const t = tokens[k]!;
    if (t.text === ',' || t.pos === 'VERB' || t.pos === 'AUX' || t.pos === 'ADP') return null;
    if (bodyNoun(t.lower) && tokens[k + 1]?.pos !== 'NOUN') return 'organisation';
  }
  return null;
}

/** "the oil company Total", "state-owned bank Sber". */
export function calledBefore(tokens: readonly Token[], first: number): ActorKind | null {
  const t = tokens[first - 1];
  return t && !t.capital && bodyNoun(t.lower) && tokens[first]!.start - t.end === 1 ? 'organisation' : null;
}

/** The verb that a name is the subject of, if it stands close behind. */
export function verbAfter(tokens: readonly Token[], last: number): Token | null {
  let k = last + 1;
  // Over an aside in commas: "Ana Silva, a nurse, said".
  if (tokens[k]?.text === ',' || tokens[k]?.text === '(') {
    const close = tokens[k]!.text === '(' ? ')' : ',';
    let n = k + 1;
    while (n < tokens.length && n - k < 25 && tokens[n]!.text !== close && !/^[.;]$/.test(tokens[n]!.text))
      n++;
    if (tokens[n]?.text === close) k = n + 1;
  }
  let seen: Token | null = null;
  for (let steps = 0; steps < 6 && k < tokens.length; steps++, k++) {
    const t = tokens[k]!;
    if (t.pos === 'AUX') seen = t;
    else if (t.pos === 'VERB') return t;
    else if (t.pos !== 'ADV' && t.pos !== 'PART') break;
  }
  return seen;
}

/** "Mann, Bradley and Hughes wrote": the verb that names in a row share. */
export function sharedVerb(tokens: readonly Token[], last: number): Token | null {
  let k = last + 1;
  let joined = false;
  for (; k < Math.min(tokens.length, last + 12); k++) {
    const t = tokens[k]!;
    if (t.lower === 'and') joined = true;
    else if (t.text !== ',' && !isCapital(t)) break;
  }
  return joined && isCapital(tokens[k - 1]) ? verbAfter(tokens, k - 1) : null;
}

/** "Ana Silva, 54,", "Ana Silva (born 1971": what only persons have. */
export const isAgeAfter = (tokens: readonly Token[], last: number): boolean =>
  (tokens[last + 1]?.text === ',' &&
    /^\d{1,2}$/.test(tokens[last + 2]?.lower ?? '') &&
    tokens[last + 3]?.text === ',') ||
  (tokens[last + 1]?.text === '(' && /^(?:born|b|\d{4})\.?$/.test(tokens[last + 2]?.lower ?? ''));

/** "(Reuters) –", "CNN —" at the head of a paragraph. */
export function isCredit(tokens: readonly Token[], first: number, last: number, block: Block): boolean {
  if (tokens[first]!.start - block.start > 60) return false;
  const inBrackets = tokens[first - 1]?.text === '(' && tokens[last + 1]?.text === ')';
  if (inBrackets && tokens[first - 1]!.start - block.start < 40) return true;
  return (
    tokens[first]!.start === block.start &&
    /^[—–-]+$/.test(tokens[last + 1]?.text ?? '') &&
    tokens[last + 1]!.start > tokens[last]!.end
  );
}
