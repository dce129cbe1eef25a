import { isFiniteTense, type Token, type VerbGroup } from '../language.ts';
import type { Clause, ClauseKind } from './clause.ts';
import { contactAt, isOpener } from './starts.ts';
import { CONDITION, COORDINATORS, GROUND, RELATIVE, SAYING, TIME } from './words.ts';

/** What a clause is to its sentence, by the word that opens it and the clause before. */
export function kindOf(
  tokens: readonly Token[],
  first: number,
  verb: VerbGroup,
  before: Clause | undefined,
): ClauseKind {
  let i = first;
  while (i < verb.first && (tokens[i]?.pos === 'ADV' || tokens[i]?.text === ',')) {
    if (TIME.has(tokens[i]?.lower ?? '') || CONDITION.has(tokens[i]?.lower ?? '')) break;
    i++;
  }
  const opener = tokens[i];
  const previous = tokens[i - 1];
  if (verb.tense === 'participle') return 'reduced';
  if (verb.tense === 'gerund') return 'gerund';
  if (!opener || i >= verb.first) return before && takesContent(before, first) ? 'content' : 'main';
  const word = opener.pos === 'ADP' && tokens[i + 1] ? (tokens[i + 1]?.lower ?? '') : opener.lower;
  if (CONDITION.has(opener.lower) || isInverted(tokens, i, verb)) return 'condition';
  if (TIME.has(opener.lower) && isOpener(tokens, i, verb.first)) return 'time';
  if (GROUND.has(opener.lower)) return 'ground';
  if (opener.lower === 'that') {
    if (!previous) return 'main';
    if (before && hasOwnObject(tokens, before, i)) return 'relative';
    return previous.pos === 'VERB' || (before && takesContent(before, first)) ? 'content' : isThat(tokens, i);
  }
  const named = opener.text.length > 1 && opener.text === opener.text.toUpperCase();
  if (!named && (RELATIVE.has(opener.lower) || (opener.pos === 'ADP' && RELATIVE.has(word)))) {
    return !previous || previous.pos === 'VERB' ? 'content' : 'relative';
  }
  if (before && takesContent(before, first) && !COORDINATORS.has(opener.lower) && previous?.text !== ',')
    return 'content';
  if (before?.kind === 'content' && COORDINATORS.has(opener.lower) && previous?.text !== ',') {
    const goesOn = i + 1 === verb.first && before.verb.tense !== verb.tense;
    return goesOn ? 'main' : 'content';
  }
  if (before && contactAt(tokens, verb.first, before.verb.last + 1) === first) return 'relative';
  return 'main';
}

/** Verbs that tell someone something: whom stands between them and `that`. */
const TELLING = new Set(
  'tell inform assure warn remind notify show convince persuade advise promise'.split(' '),
);

/** "observed a comet that": the verb has its object, which the clause describes. */
function hasOwnObject(tokens: readonly Token[], { verb, last }: Clause, that: number): boolean {
  const noun = tokens[that - 1];
  if (TELLING.has(verb.lemma) || last !== that - 1 || noun?.pos !== 'NOUN') return false;
  if (CONTENT_NOUNS.has(noun.lemma)) return false;
  return tokens
    .slice(verb.last + 1, that)
    .every(
      (t, k) => /^(?:DET|ADJ|NOUN|NUM|PROPN)$/.test(t.pos) && (k > 0 || t.pos === 'DET' || t.pos === 'NUM'),
    );
}

/** "Should the talks fail, …", "Had he stayed, …": a helper before its subject sets a condition. */
const isInverted = (tokens: readonly Token[], i: number, verb: VerbGroup): boolean =>
  /^(?:should|had|were)$/.test(tokens[i]?.lower ?? '') &&
  i + 1 < verb.last &&
  /^(?:DET|PROPN|PRON)$/.test(tokens[i + 1]?.pos ?? '') &&
  tokens.at(-1)?.text !== '?';

/** "the claim that trade fell" is content, "the firm that fell", "the land that it took" are relative. */
const isThat = (tokens: readonly Token[], that: number): ClauseKind =>
  CONTENT_NOUNS.has(tokens[that - 1]?.lemma ?? '') ? 'content' : 'relative';

const CONTENT_NOUNS = new Set(
  (
    'fact claim belief idea view news hope proof sign evidence announcement report conclusion warning statement fear assumption allegation ' +
    'suggestion possibility danger risk doubt promise argument notion assertion condition question'
  ).split(' '),
);

const takesContent = (clause: Clause, at: number): boolean =>
  SAYING.has(clause.verb.lemma) &&
  isFiniteTense(clause.verb.tense) &&
  at - clause.verb.last <= REACH_OF_SAYING;

/** Tokens between a verb of saying and the clause it takes: "told the Russian state media on Wednesday that". */
const REACH_OF_SAYING = 14;
