import { type ActorIndex, nearestActor } from '../actors.ts';
import type { Clause } from '../clauses.ts';
import { isWork } from '../eventWords.ts';
import type { Token } from '../language.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import type { Reading } from '../reading.ts';
import { count, ENOUGH_WORDS, join, MOST_WORDS, range } from './length.ts';
import { isNoun, phrase } from './phrase.ts';
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
  const span = wholeNoun(occurrence);
  let list = span.filter((i) => !hidden.has(i));
  let owner = '';
  // "that island's elections": which island is said before.
  const clitic = list.findIndex((i) => /^['’]s?$/.test(tokens[i]?.text ?? ''));
  if (clitic > 0 && /^(?:that|this)$/.test(tokens[list[0] ?? -1]?.lower ?? '')) {
    owner = whichOne(occurrence, tokens[list[clitic - 1] ?? -1], actors);
    list = list.slice(clitic + 1);
  }
  // "talks among the leaders of Japan, Chile and Norway": no list is cut in two.
  const led = list.findIndex((i, k) => k > 0 && tokens[i]?.pos === 'ADP');
  const after = (span.at(-1) ?? core[1]) + 1;
  if (led > 0 && tokens[after]?.text === ',' && goesOn(tokens, after)) list = list.slice(0, led);
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
  if (owner === '') list = onWhat(tokens, list);
  return tidy(owner + phrase(tokens, list, MOST_WORDS - count(owner), ENOUGH_WORDS));
}

/**
 * The tokens of the noun phrase that tells it, with what the search for its date left aside: the participle before it
 * ("leaked letters"), the rest of a name ("Treaty of Peace and Friendship"), the members of a list ("talks among the
 * heads of Arden, Vale and Orla") and what for they met ("session in Bonn to choose a new head").
 */
function wholeNoun({ tokens, core }: Occurrence): number[] {
  let [first, last] = core;
  const before = tokens[first - 1];
  if (
    before?.pos === 'VERB' &&
    /(?:ed|en)$/.test(before.lower) &&
    /^(?:ADP|DET|PART)$/.test(tokens[first - 2]?.pos ?? '')
  )
    first--;
  // “Joint Letter of the Towns on …”: a title is named to its end.
  const quote = range(first - 1, last).findLast((i) => /^[“”"]$/.test(tokens[i]?.text ?? ''));
  const close = tokens.findIndex((t, i) => i > last && /^[”"]$/.test(t.text));
  if (quote !== undefined && tokens[quote]?.text !== '”' && close > 0)
    return range(quote + 1, tokens[close - 1]?.text === ',' ? close - 2 : close - 1);
  last = endOfName(tokens, first, endOfList(tokens, first, last));
  const head = range(first, last).findLast((i) => GATHERING.has(tokens[i]?.lemma ?? ''));
  if (head !== undefined && tokens[last + 1]?.lower === 'to' && tokens[last + 2]?.pos === 'VERB') {
    let end = last + 2;
    while (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tokens[end + 1]?.pos ?? '')) end++;
    const closes = tokens[end + 1] === undefined || /^(?:ADP|PUNCT|CCONJ)$/.test(tokens[end + 1]?.pos ?? '');
    if (closes && isNoun(tokens[end])) last = end;
  }
  return range(first, last);
}

/** Where people come together to do something. */
const GATHERING = new Set(
  'meeting summit talk talks conference congress session council assembly forum vote referendum election hearing mission expedition campaign'.split(
    ' ',
  ),
);

/** Of "Treaty of Peace" the last token with "and Friendship": what a name goes on with. */
function endOfName(tokens: readonly Token[], first: number, last: number): number {
  const of = range(first, last).find((i) => tokens[i]?.lower === 'of' && tokens[i - 1]?.capital);
  if (of === undefined || tokens[last + 1]?.lower !== 'and') return last;
  if (!range(of + 1, last).every((i) => tokens[i]?.capital || tokens[i]?.text === '-')) return last;
  let end = last + 1;
  while (tokens[end + 1]?.capital && /^(?:ADJ|NOUN|PROPN)$/.test(tokens[end + 1]?.pos ?? '')) end++;
  return end > last + 1 && isNoun(tokens[end]) ? end : last;
}

/** Of "talks among the heads of Arden" the last token with ", Vale and Orla". */
function endOfList(tokens: readonly Token[], first: number, last: number): number {
  const lead = range(first, last).some((i) => /^(?:among|between|of|with)$/.test(tokens[i]?.lower ?? ''));
  if (!lead || tokens[last]?.pos !== 'PROPN' || tokens[last + 1]?.text !== ',' || !goesOn(tokens, last + 1))
    return last;
  let end = last + 1;
  while (/^(?:PROPN|DET|CCONJ)$/.test(tokens[end + 1]?.pos ?? '') || tokens[end + 1]?.text === ',') end++;
  while (tokens[end]?.pos !== 'PROPN') end--;
  return end;
}

/** "Agreement between the town of Arden and the town of Vale on the ferries": too long, it is the agreement on the ferries. */
function onWhat(tokens: readonly Token[], list: readonly number[]): number[] {
  const whose = list.findIndex((i) => /^(?:of|between|among|by)$/.test(tokens[i]?.lower ?? ''));
  const what = list.findIndex((i) => tokens[i]?.lower === 'on');
  if (
    list.length <= MOST_WORDS ||
    whose < 1 ||
    what < whose ||
    !isWork(tokens[list[whose - 1] ?? -1]?.lemma ?? '')
  )
    return [...list];
  return [...list.slice(0, whose), ...list.slice(what)];
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
