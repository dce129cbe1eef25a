import { type Clause, SAYING } from '../clauses.ts';
import { isFiniteTense, type Token } from '../language.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { withoutAsides } from './asides.ts';
import { count, ENOUGH_WORDS, join, MOST_WORDS, range } from './length.ts';
import { isArticle, phrase, withoutWeak } from './phrase.ts';

const capital = (text: string): string => (text[0] ?? '').toUpperCase() + text.slice(1);

/** What they say is not what they report: the verb must stand. */
export const DENYING = new Set(
  'deny doubt dispute reject promise vow agree decide ask wonder hope fear expect'.split(' '),
);

/**
 * "Ruiz said she backed the plan", "said she was given a car": what one says of oneself so is what happened; else null.
 * @returns the clause of what is said, with who says it as its subject.
 */
export function standTaken({ parse, tokens }: Occurrence, clause: Clause): Clause | null {
  const c = parse.clauses.indexOf(clause);
  const next = parse.clauses[c + 1];
  if (!next?.subject || next.subject[0] !== next.subject[1] || clause.verb.passive) return null;
  if (clause.verb.negated || next.verb.negated || !SAYING.has(clause.verb.lemma)) return null;
  const own = /^(?:he|she|it|they|we)$/.test(tokens[next.subject[0]]?.lower ?? '');
  // "said in Oslo that he backed it": nothing of more weight between.
  const right = next.kind === 'content' && next.parent === c && clause.verb.lemma === 'say';
  if (
    !own ||
    !right ||
    !(next.verb.passive || STANDS.has(next.verb.lemma)) ||
    !/^(?:past|present)$/.test(next.verb.tense)
  )
    return null;
  return { ...next, subject: clause.subject, borrowed: clause.borrowed };
}

/** Verbs of taking a stand. */
const STANDS = new Set(
  'back support oppose hope fear expect regret reject welcome favour favor want doubt condemn accept plan intend'.split(
    ' ',
  ),
);

/** Verbs that take what was decided behind `that`. */
const HOLDING = new Set(
  'hold order rule realize realise decide guide direct propose require demand request'.split(' '),
);

/** Tokens of whom something is told, and of what. */
export interface Said {
  readonly whom: readonly number[];
  readonly content: readonly number[];
}

/**
 * "Ruiz says tickets are sold online"; too long with its verb, "Ruiz: 40 percent of tickets are sold online".
 * @param denies what is said is not so: the verb must stay. @param most words of it; an empty text
 * where fewer than usual are too few.
 */
export function saidTitle(
  tokens: readonly Token[],
  { whom, content }: Said,
  subject: string,
  verb: string,
  denies: boolean,
  most = MOST_WORDS,
): string {
  const enough = Math.min(ENOUGH_WORDS, most);
  const used = count(subject) + count(verb);
  const plain = tokens[content[0] ?? -1]?.lower === 'that' ? content.slice(1) : content;
  const told = isArticle(tokens[whom[0] ?? -1]) ? whom.slice(1) : whom;
  const all = [...told, ...plain];
  const whole = phrase(tokens, all, most - used, enough - used);
  // "their cooperation" can only be theirs.
  const own = /^(?:his|her|its|their)$/.test(tokens[plain[0] ?? -1]?.lower ?? '') ? plain.slice(1) : plain;
  const short = phrase(tokens, own, most - count(subject), enough - count(subject) + 1);
  const bare = subject === '' || denies || !isNamed(tokens[own[0] ?? -1]);
  const longer = count(short) > count(whole) - whom.length + 1;
  // "Vos tells Ruiz the boats are late": whom belongs to it.
  if (whom.length > 0 && count(whole) > whom.length + 2 && hasVerb(tokens, all, whole))
    return join(subject, verb, whole);
  if (!bare && hasVerb(tokens, own, short) && (longer || !hasVerb(tokens, all, whole)))
    return `${subject}: ${capital(short)}`;
  // Without articles there may be room for the verb of what is said.
  const lean = phrase(tokens, withoutWeak(tokens, own), most - count(subject), enough - count(subject) + 1);
  if (!bare && !hasVerb(tokens, all, whole) && hasVerb(tokens, withoutWeak(tokens, own), lean))
    return `${subject}: ${capital(lean)}`;
  // What is said needs its verb, above all where there is little room.
  if (most < MOST_WORDS && !hasVerb(tokens, all, whole)) return '';
  return join(subject, verb, whole);
}

/** "said that damage to the pipe, found on Sunday, was great": what is said goes on behind what two commas set off. */
function acrossAside(tokens: readonly Token[], clauses: readonly Clause[], c: number): number[] | null {
  const [clause, aside, rest] = [clauses[c], clauses[c + 1], clauses[c + 2]];
  if (!clause || aside?.kind !== 'reduced' || tokens[aside.first - 1]?.text !== ',' || !rest?.borrowed)
    return null;
  const that = range(clause.verb.last + 1, clause.last).find((i) => tokens[i]?.lower === 'that');
  return that === undefined ? null : range(that + 1, rest.last);
}

/** Last token of what is said: where who says it goes on to do something else, that is no part of it. */
function endOfSaid(tokens: readonly Token[], clauses: readonly Clause[], c: number): number {
  const after = clauses.findIndex(
    (k, i) => i > c + 1 && k.kind === 'main' && k.borrowed && tokens[k.first]?.pos === 'CCONJ',
  );
  const last = clauses.reduce((end, k) => Math.max(end, k.last), 0);
  return after < 0 ? last : (clauses[after]?.first ?? last + 1) - 1;
}

const isNamed = (t: Token | undefined): boolean => /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(t?.pos ?? '');

/** The tokens of what is said, where a verb of saying takes a clause; the words between ("in a statement") are left out. */
export function saidIn(
  { parse, tokens }: Occurrence,
  clause: Clause,
  hidden: ReadonlySet<number>,
): Said | null {
  if (clause.verb.passive) return null;
  const c = parse.clauses.indexOf(clause);
  if (c < 0) return null;
  const next = parse.clauses[c + 1];
  const cut = acrossAside(tokens, parse.clauses, c);
  if (cut && SAYING.has(clause.verb.lemma)) {
    const inside = cut.filter((i) => !hidden.has(i));
    return { whom: [], content: withoutAsides(tokens, inside, parse) };
  }
  if (tokens[next?.first ?? -1]?.text === ';' || tokens[(next?.first ?? 0) - 1]?.text === ';') return null;
  const follows = tokens[next?.first ?? -1]?.lower === 'that' && isFiniteTense(next?.verb.tense ?? 'gerund');
  const rules = HOLDING.has(clause.verb.lemma) && follows;
  if (!next || (!rules && !(SAYING.has(clause.verb.lemma) && next.kind === 'content' && next.parent === c)))
    return null;
  // "tells the Chinese media that": whom stays, where and when goes.
  const between = range(clause.verb.last + 1, next.first - 1);
  const stop = between.findIndex((i) => tokens[i]?.pos === 'ADP' || hidden.has(i));
  const whom = (stop < 0 ? between : between.slice(0, stop)).filter((i) => tokens[i]?.pos !== 'PUNCT');
  const shown = (list: readonly number[]): number[] => list.filter((i) => !hidden.has(i));
  const content = shown(range(next.first, endOfSaid(tokens, parse.clauses, c)));
  return { whom: shown(whom), content: withoutAsides(tokens, content, parse) };
}

/** Whether a phrase cut from `list` still has a verb and something behind it. */
function hasVerb(tokens: readonly Token[], list: readonly number[], text: string): boolean {
  const length = count(text);
  let words = 0;
  for (const i of list) {
    const t = tokens[i];
    if (!t || t.pos === 'PUNCT') continue;
    words++;
    if ((t.pos === 'VERB' || (t.pos === 'AUX' && tokens[i + 1]?.pos !== 'VERB')) && words < length)
      return true;
    if (words >= length) return false;
  }
  return false;
}
