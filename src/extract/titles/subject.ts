import { type ActorIndex, actorsIn } from '../actors.ts';
import type { Clause } from '../clauses.ts';
import { isEventNoun } from '../eventWords.ts';
import { isFiniteTense, type Token } from '../language.ts';
import { lookup } from '../lookup.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import type { Reading } from '../reading.ts';
import { brackets } from './hidden.ts';
import { range } from './length.ts';
import { withoutWeak } from './phrase.ts';
import { antecedent, PRONOUNS } from './pronouns.ts';
import { shortName } from './shortNames.ts';
import { spell } from './spelling.ts';
import { writerOf } from './writer.ts';

/** Who does it, as a headline names them; an empty text where nobody is named. */
export interface Subject {
  readonly text: string;
  readonly plural: boolean;
  /** With what was cut off its end, but without articles and weak words; where something was. */
  readonly whole?: string;
}

/** The subject of a headline: what the clause names, what a pronoun there stands for, whose it is. */
export function subjectWords(
  occurrence: Occurrence,
  clause: Clause,
  reading: Reading,
  actors: ActorIndex,
  hidden: ReadonlySet<number>,
): Subject {
  const { tokens } = occurrence;
  let span = clause.subject;
  // "after leaving Bonn": who replaces is the subject of the verb that stands for itself.
  if (!span && (clause.kind === 'gerund' || clause.kind === 'reduced')) span = mainSubject(occurrence);
  // "Sept. 21. Took over the ward.": who keeps a diary leaves themselves out.
  if (
    !span &&
    clause.kind === 'main' &&
    clause.opening === clause.verb.first &&
    clause.verb.tense === 'past'
  ) {
    const { i } = writerOf(reading, actors);
    if (i !== '') return { text: i, plural: false };
  }
  // "Relegated to Division Three; promoted again": a line that opens with its verb names nobody anywhere.
  const opening = occurrence.parse.clauses[0];
  const bare =
    opening?.kind === 'main' &&
    tokens.slice(0, opening.verb.first).every((t) => /^(?:NUM|PUNCT|SYM)$/.test(t.pos));
  if (!span && bare && clause !== opening && clause.opening === clause.verb.first) return NOBODY_NAMED;
  if (!span) return actorBefore(occurrence, clause, reading, actors);
  const own = tokens[span[0]];
  // "Whoever counts it" is nobody.
  if (own && /^(?:whoever|whatever|whichever)$/.test(own.lower)) return NOBODY;
  // "We all met": who speaks is named only where the document says who that is.
  if (own && /^(?:we|i|you)$/.test(own.lower) && own.pos === 'PRON')
    return {
      text: speaker(own.lower, span[1] === span[0], reading, actors, clause.verb.lemma),
      plural: false,
    };
  const stands = standsFor(tokens, span, reading, actors);
  if (stands) return stands;
  if (own && span[0] === span[1] && PRONOUNS.has(own.lower) && !isAcronym(own)) {
    return antecedent(own.lower, occurrence, reading, actors);
  }
  // "the institute, whose team arrived": whose, by the words before.
  const relative =
    clause.kind === 'relative' && tokens[clause.opening - 1]?.lower === 'whose' ? clause.opening - 1 : -1;
  const found = subjectText(tokens, span, hidden, actors);
  if (own?.lower === 'whose' || relative >= 0) {
    const whose = ownerBefore(tokens, relative >= 0 ? relative : span[0], actors);
    const team = found.text.replace(/^whose /i, '');
    return { ...found, text: whose === '' ? team : possessive(whose, team) };
  }
  // "Her first paper appeared": whose, by name.
  if (!own || !/^(?:his|her|its|their|our|my)$/.test(own.lower)) return found;
  const speaks = /^(?:our|my)$/.test(own.lower);
  const whose = speaks
    ? speaker(own.lower === 'my' ? 'i' : 'we', true, reading, actors)
    : antecedent(OWNER[own.lower] ?? 'it', occurrence, reading, actors).text;
  // "its first ship, the Orla" is the Orla already.
  if (!found.text.startsWith(own.text)) return found;
  const rest = found.text.slice(own.text.length).trim();
  // "her sister ship Orla": the name says which.
  const ends = tokens[span[1]];
  const things =
    own.lower !== 'their' &&
    ends?.pos === 'PROPN' &&
    found.text.endsWith(ends.text) &&
    span[1] > span[0] + 1 &&
    !KIN.test(found.text);
  if (whose === '' || things) return { ...found, text: rest };
  return { ...found, text: possessive(whose, rest) };
}

const KIN =
  /\b(?:wife|husband|son|daughter|brother|sister(?! ship)|mother|father|grand\w+|nephew|niece|uncle|aunt|cousin|partner)\b/;

const possessive = (whose: string, what: string): string =>
  `${whose}${/s$/.test(whose) ? '’' : '’s'} ${what}`;

/** The noun phrase right before `whose`. */
function ownerBefore(tokens: readonly Token[], whose: number, actors: ActorIndex): string {
  let last = whose - 1;
  while (tokens[last]?.text === ',') last--;
  let first = last;
  while (first > 0 && /^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(tokens[first - 1]?.pos ?? '')) first--;
  return last >= 0 ? subjectText(tokens, [first, last], new Set(), actors).text : '';
}

/** "the Danish leader", "the two countries": who is meant, by name, where the text before leaves no doubt. */
function standsFor(
  tokens: readonly Token[],
  [first, last]: readonly [number, number],
  reading: Reading,
  actors: ActorIndex,
): Subject | null {
  const a = tokens[first];
  const z = tokens[last];
  if (!a || !z) return null;
  const words = tokens
    .slice(first, last + 1)
    .map((t) => t.lower)
    .join(' ');
  if (BOTH.test(words)) return twoCountries(a.start, actors);
  if (a.lower !== 'the') return null;
  const who = actorsIn(actors, { start: a.start, end: z.end }).find(
    (m) =>
      m.kind === 'person' && m.end === z.end && (m.start === a.start || m.start === tokens[first + 1]?.start),
  );
  const said = who && reading.words.slice(who.start, who.end);
  if (!who || !said || who.name.split(' ').some((word) => said.includes(word))) return null;
  return { text: shortName(who.name, reading, actors), plural: false };
}

const BOTH =
  /^(?:the|both|the two|these two) (?:countries|nations|states|neighbours|neighbors|powers|governments|sides)$/;

/** The two countries that the document names most, where both were named shortly before. */
function twoCountries(at: number, { mentions, counts }: ActorIndex): Subject | null {
  const countries = [...new Set(mentions.filter((m) => m.kind === 'country').map((m) => m.name))];
  const most = countries.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, 2);
  const near = mentions.filter((m) => m.end <= at && m.end > at - REACH_OF_BOTH).map((m) => m.name);
  const two = most.length === 2 && most.every((name) => near.includes(name));
  return two ? { text: most.join(' and '), plural: true } : null;
}

/** Characters before "the two countries" in which both are named. */
const REACH_OF_BOTH = 500;

/**
 * Whose name stands for "I", and for "we" alone: that of who keeps the diary as well, unless it is something that several
 * do to each other.
 */
function speaker(pronoun: string, alone: boolean, reading: Reading, actors: ActorIndex, lemma = ''): string {
  if (pronoun === 'you' || !alone) return '';
  const { i, we } = writerOf(reading, actors);
  return pronoun === 'i' || (we === '' && lemma !== '' && !MUTUAL.test(lemma)) ? i : we;
}
const MUTUAL = /^(?:meet|part|agree|marry|know|quarrel|kiss|divorce|talk|be)$/;

const NOBODY_NAMED: Subject = { text: '', plural: false };

/** No headline can be made of what nobody in particular does. */
export const NOBODY: Subject = { text: '', plural: false };

/** Whom a possessive speaks of. */
export const OWNER: Readonly<Record<string, string>> = lookup({
  his: 'he',
  her: 'she',
  its: 'it',
  their: 'they',
});

/** A subject without what hangs on it: "Institute of Physics in Bonn" → "Institute". */
export const headOf = (subject: string): string =>
  /^(.+?) (?:of|in|for|from|on|at|with|between|by|to|and)\b/.exec(subject)?.[1] ?? subject;

/** A noun phrase, [first, last], as the subject of a headline. */
export function subjectText(
  tokens: readonly Token[],
  [first, last]: readonly [number, number],
  hidden: ReadonlySet<number>,
  actors: ActorIndex,
): Subject {
  const aside = new Set(brackets(tokens).flatMap(([open, close]) => range(open, close)));
  const around = aside.has(first);
  let list = range(first, last).filter((i) => !hidden.has(i) && (around || !aside.has(i)));
  const year = tokens[list[0] ?? 0]?.pos === 'DET' ? 1 : 0;
  while (list.length > year + 1 && /^\d{4}$/.test(tokens[list[year] ?? 0]?.text ?? ''))
    list = [...list.slice(0, year), ...list.slice(year + 1)];
  // "the plant itself"
  if (list.length > 1)
    list = list.filter((i) => !/-based$|^(?:it|him|her)self$|^themselves$/.test(tokens[i]?.lower ?? ''));
  const persons = list.length >= LONG_NAME ? namedPersons(tokens, list, actors) : null;
  if (persons) return persons;
  const comma = list.findIndex((i) => tokens[i]?.text === ',');
  if (comma > 0) {
    const [before, after] = [
      list.slice(0, comma),
      list.slice(comma + 1).filter((i) => tokens[i]?.text !== ','),
    ];
    const rest = list.slice(comma + 1);
    const next = rest.findIndex((i) => tokens[i]?.text === ',');
    const middle = next < 0 ? after : rest.slice(0, next);
    const isList = rest.some((i) => tokens[i]?.lower === 'and' || tokens[i]?.lower === 'or');
    // "the new mayor, Ana Ruiz": the name says it shorter; "Ana Ruiz, the new minister" has it already.
    const bare = tokens[middle[0] ?? -1]?.lower === 'the' ? middle.slice(1) : middle;
    const named = bare.length > 0 && bare.every((i) => tokens[i]?.pos === 'PROPN');
    const described = tokens[before[0] ?? 0];
    const leads = described?.pos === 'DET' || /^(?:his|her|its|their)$/.test(described?.lower ?? '');
    // "The capture of the rebels' leader, Ana Ruiz": the name is not the capture's.
    const head = before.map((i) => tokens[i]).find((t) => t?.pos === 'NOUN' || t?.pos === 'PROPN');
    const happens = head !== undefined && !head.capital && isEventNoun(head.lemma);
    if (!isList) list = named && leads && !happens ? bare : before;
  }
  const clitics = list.filter((i) => /^['’]s?$/.test(tokens[i]?.text ?? '')).length;
  const uncut = list;
  list = cutPhrases(tokens, list, LONG_SUBJECT + clitics);
  const cut = list.length < uncut.length;
  // "some forty of them"
  const them = list.findIndex(
    (i, k) => k > 0 && tokens[i]?.lower === 'of' && /^(?:them|us|it)$/.test(tokens[i + 1]?.lower ?? ''),
  );
  if (them > 0) list = list.filter((_, k) => k !== them && k !== them + 1);
  const plural = isPlural(tokens, list);
  while (list.length > 1 && /^(?:the|a|an|this|these|that|those)$/.test(tokens[list[0] ?? 0]?.lower ?? ''))
    list = list.slice(1);
  const text = spell(tokens, list);
  const headed = tokens[uncut[0] ?? -1]?.pos === 'DET' ? uncut.slice(1) : uncut;
  return cut ? { text, plural, whole: spell(tokens, withoutWeak(tokens, headed)) } : { text, plural };
}

/** Words of a subject before what hangs on it is left out. */
const LONG_SUBJECT = 6;

/**
 * Who acts where the words between subject and verb hide the subject ("Ana Ruiz, speaking in Bonn, called for …"): the
 * first person that the sentence names before a finite verb in the active, else the first actor. Nobody where none is
 * named there.
 */
function actorBefore(
  { tokens, passage }: Occurrence,
  { verb }: Clause,
  reading: Reading,
  actors: ActorIndex,
): Subject {
  const at = tokens[verb.first]?.start;
  if (at === undefined || verb.passive || !isFiniteTense(verb.tense)) return { text: '', plural: false };
  const named = actorsIn(actors, { start: passage.start, end: at });
  const who = named.find(({ kind }) => kind === 'person') ?? named[0];
  return { text: who ? shortName(who.name, reading, actors) : '', plural: false };
}

/** The WHO is no "who". */
const isAcronym = (t: Token): boolean => t.text.length > 1 && t.text === t.text.toUpperCase();

const mainSubject = ({ parse }: Occurrence): readonly [number, number] | null =>
  parse.clauses.find((c) => c.kind === 'main' && !c.borrowed)?.subject ?? null;

/** Words of a subject from which on a person's name alone stands for it. */
const LONG_NAME = 4;

/** "Prime Minister Ana Ruiz and Mayor Vos" → "Ana Ruiz and Vos": the names, where the phrase is about persons. */
function namedPersons(tokens: readonly Token[], list: readonly number[], actors: ActorIndex): Subject | null {
  const first = tokens[list[0] ?? 0];
  const last = tokens[list.at(-1) ?? 0];
  if (!first || !last) return null;
  // "The capture of the rebels' leader, Ana Ruiz, in Oslo" is about the capture.
  const lead = list.map((i) => tokens[i]).find((t) => t?.pos === 'NOUN' || t?.pos === 'PROPN');
  if (lead?.pos === 'NOUN' && !lead.capital && isEventNoun(lead.lemma)) return null;
  const persons = actorsIn(actors, { start: first.start, end: last.end }).filter((a) => {
    if (a.kind !== 'person') return false;
    const at = list.findIndex((i) => tokens[i]!.start >= a.start);
    const words = list.filter((i) => tokens[i]!.start >= a.start && tokens[i]!.end <= a.end);
    // "a crater on the Moon" is about the crater; "the owner" names nobody.
    let lead = at - 1;
    while (/^(?:NOUN|ADJ|DET|NUM)$/.test(tokens[list[lead] ?? -1]?.pos ?? '')) lead--;
    const led = tokens[list[lead] ?? -1]?.pos === 'ADP';
    return !led && words.length > 0 && words.every((i) => tokens[i]!.capital && tokens[i]!.pos !== 'DET');
  });
  const ends = persons.filter(({ end }) => {
    const i = tokens.findIndex((t) => t.start >= end);
    const next = list.includes(i) ? tokens[i] : undefined;
    return !next || next.text === ',' || next.lower === 'and';
  });
  if (ends.length === 0 || ends.length > 2) return null;
  if (ends.length < persons.length && !list.some((i) => tokens[i]?.text === ',')) return null;
  const names = ends.map((a) =>
    spell(
      tokens,
      list.filter((i) => tokens[i]!.start >= a.start && tokens[i]!.end <= a.end),
    ),
  );
  if (names.some((n) => n === '')) return null;
  return { text: names.join(' and '), plural: names.length > 1 };
}

/** Leaves out what hangs on a noun phrase, from the end, until it is short enough. */
function cutPhrases(tokens: readonly Token[], list: readonly number[], most: number): number[] {
  let kept = [...list];
  while (kept.length > most) {
    let cut = -1;
    for (let k = kept.length - 1; k > 0; k--) {
      const t = tokens[kept[k] ?? 0];
      // The first "of" belongs to the name, a later one only says more.
      const later = kept.slice(0, k).some((i) => tokens[i]?.lower === 'of');
      if (t?.pos === 'ADP' && (t.lower !== 'of' || later)) {
        cut = k;
        break;
      }
    }
    if (cut < 2) break;
    kept = kept.slice(0, cut);
  }
  return kept;
}

function isPlural(tokens: readonly Token[], list: readonly number[]): boolean {
  const phrase: Token[] = [];
  for (const i of list) {
    const t = tokens[i];
    if (!t) continue;
    // "more than thirty expeditions" are the expeditions.
    if (t.lower === 'than' && /^(?:more|less|fewer)$/.test(phrase.at(-1)?.lower ?? '')) continue;
    // "Between four and six ships" are the ships.
    if (t.pos === 'ADP' && phrase.length === 0) continue;
    if (t.pos === 'ADP' || (t.pos === 'VERB' && phrase.some((w) => w.pos === 'NOUN' || w.pos === 'PROPN')))
      break;
    // "ministers meeting in Oslo" are the ministers.
    const before = phrase.at(-1);
    if (
      /ing$/.test(t.lower) &&
      before?.pos === 'NOUN' &&
      before.lower !== before.lemma &&
      tokens[i + 1]?.pos === 'ADP'
    )
      break;
    // "Russian and Chinese ship" is one.
    if (t.lower === 'and' && /^(?:NOUN|PROPN|PRON|NUM)$/.test(phrase.at(-1)?.pos ?? '')) {
      const after = tokens[i + 1];
      const noun = tokens[i + 2];
      const shared = phrase.at(-1)?.capital && after?.capital && noun?.pos === 'NOUN' && !noun.capital;
      if (!shared) return true;
    }
    phrase.push(t);
  }
  const at = phrase.findLastIndex((t) => /^(?:NOUN|PROPN|PRON|NUM|DET)$/.test(t.pos));
  const head = phrase[at];
  if (!head) return false;
  if (PLURALS.test(head.lower)) return true;
  // "20 percent of the contribution" is as many as the contribution.
  const of = list.findIndex((i) => tokens[i]?.lower === 'of');
  if (
    of > 0 &&
    /^(?:percent|cent|%|half|third|quarter|most|part)$/.test(tokens[list[of - 1] ?? -1]?.lower ?? '')
  )
    return isPlural(tokens, list.slice(of + 1));
  // "127 died", "the 300"; "Convoy PQ 17" is one.
  if (head.pos === 'NUM')
    return head.lower !== 'one' && head.lower !== '1' && phrase.slice(0, at).every((t) => t.pos === 'DET');
  if (head.pos === 'NOUN') return head.lower !== head.lemma ? /s$/.test(head.lower) : isUnknownPlural(head);
  // "the Goths"
  return (
    head.pos === 'PROPN' &&
    at >= 1 &&
    phrase[0]?.lower === 'the' &&
    phrase.slice(1).every((t) => t.capital) &&
    isUnknownPlural(head) &&
    !isState(head)
  );
}

const PLURALS =
  /^(?:they|we|these|those|both|many|several|some|few|people|police|\p{L}*(?:wo)?men|children|troops|forces|dead|wounded|injured)$/u;

/** The tagger's dictionary has no base form for every plural: "dockworkers". */
const isUnknownPlural = (t: Token): boolean =>
  /(?:[^aisu]|[^cghtl]i)s$/.test(t.lower) && !/^(?:news|series|species)$/.test(t.lower);

/** Countries that look like a plural and are one. */
const isState = (t: Token): boolean =>
  /^(?:States|Nations|Times|Netherlands|Philippines|Bahamas|Maldives|Emirates)$/.test(t.text);
