import { type ActorIndex, nearestActor } from '../actors.ts';
import type { Clause } from '../clauses.ts';
import type { Token } from '../language.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import type { Reading } from '../reading.ts';
import { count, ENOUGH_WORDS, join, MOST_WORDS, range } from './length.ts';
import { phrase } from './phrase.ts';
import { antecedent, PRONOUNS, withNames } from './pronouns.ts';
import { spell, tidy } from './spelling.ts';
import { OWNER, subjectText } from './subject.ts';
import { present } from './verb.ts';

/** The headline of a thing made, with its maker. */
export function namedTitle(occurrence: Occurrence): string {
  const { tokens, core } = occurrence;
  const open = range(core[0], core[1]).find((i) => tokens[i]?.text === '(') ?? core[1];
  const name = spell(tokens, range(core[0], open - 1));
  const maker = range(open + 1, core[1]).filter(
    (i) => tokens[i]?.pos !== 'PUNCT' && tokens[i]?.pos !== 'NUM',
  );
  return tidy(maker.length > 0 ? `${name} by ${spell(tokens, maker)}` : name);
}

/** The headline where a noun tells it, with its owner by name. */
export function nounTitle(
  occurrence: Occurrence,
  reading: Reading,
  actors: ActorIndex,
  hidden: ReadonlySet<number>,
): string {
  const { tokens, core } = occurrence;
  let list = range(core[0], core[1]).filter((i) => !hidden.has(i));
  let owner = '';
  // "that island's elections": which island is said before.
  const clitic = list.findIndex((i) => /^['’]s?$/.test(tokens[i]?.text ?? ''));
  if (clitic > 0 && /^(?:that|this)$/.test(tokens[list[0] ?? -1]?.lower ?? '')) {
    owner = whichOne(occurrence, tokens[list[clitic - 1] ?? -1], actors);
    list = list.slice(clitic + 1);
  }
  // "talks among the leaders of Japan, Chile and Norway": no list is cut in two.
  const led = list.findIndex((i, k) => k > 0 && tokens[i]?.pos === 'ADP');
  if (led > 0 && tokens[core[1] + 1]?.text === ',' && goesOn(tokens, core[1] + 1)) list = list.slice(0, led);
  while (list.length > 1) {
    const t = tokens[list[0] ?? 0];
    if (!t) break;
    if (/^(?:his|her|its|their|our|my)$/.test(t.lower)) {
      const whose = possessor(occurrence, reading, actors);
      owner = whose === '' ? '' : `${whose}${/s$/.test(whose) ? '’' : '’s'} `;
    } else if (t.pos !== 'DET' && t.pos !== 'PUNCT' && t.pos !== 'ADP') break;
    list.shift();
  }
  const clause = owner === '' ? doneBy(occurrence, hidden) : null;
  if (clause) {
    const name = phrase(tokens, list, MOST_WORDS, ENOUGH_WORDS);
    const told = range(clause.verb.last + 1, clause.last).filter((i) => !hidden.has(i));
    const objects = withNames({ ...occurrence, clause }, told, reading, actors);
    const room = MOST_WORDS - count(name) - 1;
    const what = phrase(tokens, objects.list, room, room, objects.names);
    const plural = tokens[core[1]]?.lemma !== tokens[core[1]]?.lower;
    if (what !== '') return tidy(join(name, present(clause.verb.lemma, plural), what));
  }
  return tidy(owner + phrase(tokens, list, MOST_WORDS - count(owner), ENOUGH_WORDS));
}

/** The name of "that island": the country that the sentence named last; empty where it is of another kind. */
function whichOne({ passage }: Occurrence, noun: Token | undefined, actors: ActorIndex): string {
  if (!noun || !/^(?:island|country|nation|state|kingdom|republic)$/.test(noun.lower)) return '';
  const near = nearestActor(actors, noun.start, { kind: 'country', within: passage.start });
  return near ? `${near.name}${/s$/.test(near.name) ? '’' : '’s'} ` : '';
}

/** Whether the comma at `comma` parts the members of a list of names. */
const goesOn = (tokens: readonly Token[], comma: number): boolean => {
  let k = comma + 1;
  while (/^(?:PROPN|DET)$/.test(tokens[k]?.pos ?? '') || tokens[k]?.text === ',') k++;
  return k > comma + 1 && tokens[k]?.pos === 'CCONJ' && /^(?:PROPN|DET)$/.test(tokens[k + 1]?.pos ?? '');
};

/** "a vote that gave the mayor a second term": what the thing did belongs to its headline; else null. */
function doneBy({ tokens, parse, core }: Occurrence, hidden: ReadonlySet<number>): Clause | null {
  const clause = parse.clauses.find(
    (c) => c.kind === 'relative' && c.borrowed && c.first > core[1] && c.first <= core[1] + 6,
  );
  if (
    !clause ||
    clause.verb.passive ||
    clause.verb.tense !== 'past' ||
    clause.verb.first !== clause.verb.last
  )
    return null;
  // Between the thing and what it did stands only its date.
  if (!range(core[1] + 1, clause.first - 1).every((i) => hidden.has(i))) return null;
  if (!/^(?:NOUN|PROPN|DET|NUM|PRON|ADJ)$/.test(tokens[clause.verb.last + 1]?.pos ?? '')) return null;
  return clause;
}

/** Who "its" and "their" are: the subject of the sentence's verb, when that is no pronoun itself. */
function possessor(occurrence: Occurrence, reading: Reading, actors: ActorIndex): string {
  const { tokens, parse } = occurrence;
  const clause = parse.clauses[parse.owner[occurrence.core[0]] ?? -1];
  if (!clause?.subject) return '';
  const head = tokens[clause.subject[0]];
  if (head && clause.subject[0] === clause.subject[1] && PRONOUNS.has(head.lower))
    return antecedent(head.lower, { ...occurrence, clause }, reading, actors).text;
  // "Her 1967 paper was cited": the phrase is the subject itself.
  const owner = OWNER[head?.lower ?? ''];
  if (owner) return antecedent(owner, { ...occurrence, clause }, reading, actors).text;
  return subjectText(tokens, clause.subject, new Set(), actors).text;
}
