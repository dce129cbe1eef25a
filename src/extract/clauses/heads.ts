import { isFiniteTense, type Token, type VerbGroup } from '../language.ts';
import { COORDINATORS, INTRANSITIVE, TIME } from './words.ts';

/**
 * A verb with the helper that stands before another of its row: "was appointed lecturer and elected to the academy",
 * "was approved in 2006, withdrawn in 2009 and approved again". @param before as mended itself.
 */
export function withHelper(
  tokens: readonly Token[],
  verb: VerbGroup,
  before: VerbGroup | undefined,
  next: VerbGroup | undefined,
): VerbGroup {
  if (sharesHelper(tokens, verb, before)) return { ...verb, passive: true };
  return isRowed(tokens, verb, before, next) ? { ...verb, tense: 'past', passive: true } : verb;
}

/** Between two commas of a row of participles: the next one has its "and". */
function isRowed(
  tokens: readonly Token[],
  verb: VerbGroup,
  before: VerbGroup | undefined,
  next: VerbGroup | undefined,
): boolean {
  if (!before?.passive || !next || verb.first !== verb.last || next.first !== next.last) return false;
  if (!/^(?:past|participle)$/.test(verb.tense) || !/^(?:past|participle)$/.test(next.tense)) return false;
  if (tokens[verb.first - 1]?.text !== ',' || INTRANSITIVE.has(verb.lemma)) return false;
  const and = tokens[next.first - 1];
  return and?.lower === 'and' || (and?.text === ',' && tokens[verb.last + 1]?.pos === 'ADP');
}

/** "was appointed lecturer and elected to the academy": the second verb is passive, too. */
function sharesHelper(tokens: readonly Token[], verb: VerbGroup, before: VerbGroup | undefined): boolean {
  if (!before?.passive || verb.passive || verb.tense !== 'past' || verb.first !== verb.last) return false;
  if (INTRANSITIVE.has(verb.lemma)) return false;
  // "was signed in Bern and entered into force": who enters does so by themselves.
  if (/^(?:enter|turn|grow|develop|evolve)$/.test(verb.lemma) && tokens[verb.last + 1]?.lower === 'into')
    return false;
  const coordinator = tokens[verb.first - 1];
  if (!coordinator || !COORDINATORS.has(coordinator.lower)) return false;
  // "was burned in 1904 and restored the year after": a time is no object.
  const next = tokens[verb.last + 1];
  const unit = tokens[verb.last + 2];
  const timed =
    next?.pos === 'DET' &&
    /^(?:day|week|month|year|spring|summer|autumn|winter|following|next|same)$/.test(unit?.lower ?? '');
  return (
    /(?:ed|en|nt|ld|ht|de)$/.test(tokens[verb.last]?.lower ?? '') &&
    (timed || !/^(?:DET|PROPN|PRON|NUM)$/.test(next?.pos ?? ''))
  );
}

/** Infinitives belong to the verb that takes them; so do gerunds and participles inside a noun phrase. */
export function carriesClause(
  tokens: readonly Token[],
  g: VerbGroup,
  before: VerbGroup | undefined,
): boolean {
  if (isFiniteTense(g.tense)) return true;
  const previous = tokens[g.first - 1];
  const next = tokens[g.last + 1];
  if (g.tense === 'participle') {
    if (!next || !previous) return previous === undefined;
    return next.pos !== 'NOUN' && next.pos !== 'PROPN' && previous.pos !== 'DET' && previous.pos !== 'ADP';
  }
  if (g.tense !== 'gerund' || PREPOSITIONS_IN_ING.has(g.lemma)) return false;
  // "Starting in the 1980s": a preposition in all but form.
  if (/^(?:start|begin)$/.test(g.lemma) && next?.pos === 'ADP') return false;
  if (!previous) return true;
  if (previous.text === ',' || TIME.has(previous.lower)) return true;
  return previous.lower === 'by' && before !== undefined && next !== undefined;
}

/** They look like gerunds and lead a noun. */
const PREPOSITIONS_IN_ING = new Set([
  'accord',
  'include',
  'follow',
  'regard',
  'concern',
  'depend',
  'exclude',
  'bar',
]);
