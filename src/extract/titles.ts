import { pronounOf } from './actors/hero.ts';
import { type ActorIndex, actorsIn, kindsOfPronoun, nearestActor } from './actors.ts';
import { type Clause, parseClauses, SAYING } from './clauses.ts';
import { isFiniteTense, type Token, tokensOf, verbGroups } from './language.ts';
import type { Occurrence } from './occurrences/occurrence.ts';
import type { Reading } from './reading.ts';

/** Words that a title has at most. */
export const MOST_WORDS = 12;
/** Words after which a title ends at the next good place. */
const ENOUGH_WORDS = 9;
/** Words of a subject before what hangs on it is left out. */
const LONG_SUBJECT = 6;

/**
 * Writes the headline of an occurrence from the passage's own words: who, does what, to whom, where. The past becomes
 * the headline's present ("joined" → "joins"), helpers go ("was chosen" → "chosen", "will meet" → "to meet"), dates,
 * brackets, note numbers, comment and attribution are left out, a pronoun is replaced by what it stands for.
 * @returns two to {@link MOST_WORDS} words; an empty string where no headline can be made.
 */
export function titleOf(occurrence: Occurrence, reading: Reading, actors: ActorIndex): string {
  const title = headlineOf(occurrence, reading, actors);
  if (/\s/.test(title) || title === '') return title;
  // One word says too little. "the floods of 1993": the text itself tells them apart by their date.
  const { mention, tokens, core } = occurrence;
  const next = tokens[core[1] + 1];
  const said = reading.words.slice(mention.start, mention.end).replace(/\s+/g, ' ').trim();
  const dated = occurrence.kind === 'noun' && next?.lower === 'of' && mention.start >= next.end;
  return dated && said.split(' ').length < MOST_WORDS - 1 ? `${title} of ${said}` : '';
}

function headlineOf(occurrence: Occurrence, reading: Reading, actors: ActorIndex): string {
  const { tokens, clause, kind } = occurrence;
  const hidden = hide(occurrence);
  if (kind === 'headline') return pressTitle(tokens, hidden);
  if (occurrence.label !== undefined) return tidy(occurrence.label);
  if (kind === 'named') return namedTitle(occurrence, hidden);
  if (!clause) return nounTitle(occurrence, reading, actors, hidden);
  const subject = subjectWords(occurrence, clause, reading, actors, hidden);
  const verb = verbWords(occurrence, clause, subject);
  const used = count(subject.text) + count(verb);
  const said = saidIn(occurrence, clause, hidden);
  if (said) {
    const rest = phrase(tokens, said, MOST_WORDS - used, ENOUGH_WORDS - used);
    if (hasVerb(tokens, said, rest)) return tidy(join(subject.text, verb, rest));
    // Too long with its verb of saying: "Ruiz: 40 percent of tickets are sold online".
    const content = said.filter((i, k) => k > 0 || tokens[i]?.lower !== 'that');
    const short = phrase(
      tokens,
      content,
      MOST_WORDS - count(subject.text),
      ENOUGH_WORDS - count(subject.text) + 1,
    );
    if (subject.text !== '' && !DENYING.has(clause.verb.lemma) && hasVerb(tokens, content, short))
      return tidy(`${subject.text}: ${capital(short)}`);
    return tidy(join(subject.text, verb, rest));
  }
  if (saysThereIs(tokens, clause) || showsPicture(occurrence, clause)) {
    const there = objectTokens(occurrence, clause, hidden);
    if (/^(?:a|an|the)$/.test(tokens[there[0] ?? -1]?.lower ?? '')) there.shift();
    return tidy(phrase(tokens, there, MOST_WORDS, ENOUGH_WORDS));
  }
  const objects = withNames(occurrence, objectTokens(occurrence, clause, hidden), reading, actors);
  const rest = phrase(tokens, objects.list, MOST_WORDS - used, ENOUGH_WORDS - used, objects.names);
  return tidy(join(subject.text, verb, rest));
}

const join = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');
/** "There was a revolution": what there was is the headline. */
const saysThereIs = (tokens: readonly Token[], { verb }: Clause): boolean =>
  verb.lemma === 'be' && tokens[verb.first - 1]?.lower === 'there';

/** "This photo shows workers": what a caption shows is what happened. */
const showsPicture = ({ tokens }: Occurrence, { verb, subject }: Clause): boolean =>
  /^(?:show|depict|capture)$/.test(verb.lemma) &&
  subject !== null &&
  tokens
    .slice(subject[0], subject[1] + 1)
    .some((t) => /^(?:image|photo|photograph|picture|photos|handout|screenshot|frame|video)$/.test(t.lower));

const capital = (text: string): string => (text[0] ?? '').toUpperCase() + text.slice(1);

/** What they say is not what they report. */
const DENYING = new Set(['deny', 'doubt', 'dispute', 'reject']);

/** The tokens of what is said, where a verb of saying takes a clause; the words between ("in a statement") are left out. */
function saidIn({ parse, tokens }: Occurrence, clause: Clause, hidden: ReadonlySet<number>): number[] | null {
  if (!SAYING.has(clause.verb.lemma) || clause.verb.passive) return null;
  const c = parse.clauses.indexOf(clause);
  const next = parse.clauses[c + 1];
  if (next?.kind !== 'content' || next.parent !== c) return null;
  // "tells the Chinese media that": whom stays, where and when goes.
  const between = range(clause.verb.last + 1, next.first - 1);
  const stop = between.findIndex((i) => tokens[i]?.pos === 'ADP' || hidden.has(i));
  const whom = (stop < 0 ? between : between.slice(0, stop)).filter((i) => tokens[i]?.pos !== 'PUNCT');
  return [...whom, ...range(next.first, tokens.length - 1)].filter((i) => !hidden.has(i));
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

/** Pronouns among the objects, with the names that they stand for: "issues a warrant for him". */
function withNames(
  occurrence: Occurrence,
  list: readonly number[],
  reading: Reading,
  actors: ActorIndex,
): { list: readonly number[]; names: ReadonlyMap<number, string> } {
  const names = new Map<number, string>();
  for (const i of list) {
    const t = occurrence.tokens[i];
    if (t?.pos !== 'PRON' || !/^(?:him|them)$/.test(t.lower)) continue;
    const who = antecedent(t.lower === 'him' ? 'he' : 'they', occurrence, reading, actors).text;
    if (who !== '') names.set(i, who);
  }
  return { list, names };
}

/** A press headline as it stands, with what follows a colon; too long, it ends at a good place. */
function pressTitle(tokens: readonly Token[], hidden: ReadonlySet<number>): string {
  const list = range(0, tokens.length - 1).filter((i) => !hidden.has(i));
  const text = spell(tokens, list);
  if (count(text) <= MOST_WORDS) return tidy(text);
  const colon = list.findIndex((i) => /^[:;—–]$/.test(tokens[i]?.text ?? ''));
  const head = colon >= 3 ? list.slice(0, colon) : list;
  return tidy(phrase(tokens, head, MOST_WORDS, MOST_WORDS));
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
const count = (text: string): number => (text === '' ? 0 : text.split(/\s+/).length);

/* ---- what to leave out ---- */

/** Tokens that no title shows: dates with their preposition, brackets, note numbers, words of comment. */
function hide(occurrence: Occurrence): ReadonlySet<number> {
  const { tokens } = occurrence;
  const hidden = new Set<number>();
  for (const [first, last] of [...occurrence.dated, ...occurrence.timed]) {
    for (let i = first; i <= last; i++) hidden.add(i);
    let p = first - 1;
    // "burned down on 4 July": only the last preposition belongs to the date.
    let leads = 0;
    for (; p >= 0; p--) {
      const t = tokens[p];
      const lead = t?.pos === 'ADP' && (leads === 0 || DATE_LEADS.has(t.lower));
      if (!lead && !(t?.pos === 'ADV' && DATE_ADVERBS.has(t.lower))) break;
      if (lead) leads++;
      hidden.add(p);
    }
    // "with effect from 1 May"
    if (leads > 0 && tokens[p]?.lower === 'effect' && tokens[p - 1]?.lower === 'with') {
      hidden.add(p);
      hidden.add(p - 1);
    }
    if (tokens[last + 1]?.lower === "'s" || tokens[last + 1]?.lower === "'") hidden.add(last + 1);
    const opens = occurrence.clause !== null && first < occurrence.clause.verb.first;
    if (opens && tokens[last + 1]?.text === ',') hidden.add(last + 1);
  }
  for (const [open, close] of brackets(tokens)) {
    // A sentence that stands in brackets as a whole is still a sentence.
    const around = occurrence.core[0] > open && occurrence.core[1] < close;
    if (!around) for (let i = open; i <= close; i++) hidden.add(i);
  }
  tokens.forEach((t, i) => {
    if (/^[()[\]]$/.test(t.text)) hidden.add(i);
    // A note number is glued to what it annotates.
    const before = tokens[i - 1];
    if (/^\d{1,3}$/.test(t.text) && before && before.end === t.start && /[\p{L}.,”"’]$/u.test(before.text))
      hidden.add(i);
    if (COMMENT.has(t.lower)) hidden.add(i);
    if (t.pos === 'ADV' && /ly$/.test(t.lower) && !KEPT_ADVERBS.has(t.lower)) hidden.add(i);
  });
  return hidden;
}

/** Pairs of brackets, outermost first; one that never closes hides nothing. */
function brackets(tokens: readonly Token[]): [number, number][] {
  const pairs: [number, number][] = [];
  const open: number[] = [];
  tokens.forEach((t, i) => {
    if (t.text === '(' || t.text === '[') open.push(i);
    if (t.text === ')' || t.text === ']') {
      const from = open.pop();
      if (from !== undefined) pairs.push([from, i]);
    }
  });
  return pairs;
}

const DATE_LEADS = new Set([
  'up',
  'as',
  'prior',
  'since',
  'until',
  'till',
  'from',
  'by',
  'around',
  'about',
  'before',
  'after',
]);
const DATE_ADVERBS = new Set([
  'early',
  'late',
  'only',
  'just',
  'around',
  'about',
  'later',
  'earlier',
  'back',
  'again',
]);
const COMMENT = new Set(
  'however meanwhile moreover furthermore also instead indeed therefore thus nevertheless nonetheless finally eventually then soon allegedly reportedly apparently'.split(
    ' ',
  ),
);
const KEPT_ADVERBS = new Set([
  'only',
  'early',
  'nearly',
  'family',
  'fully',
  'jointly',
  'publicly',
  'newly',
  'secretly',
  'approximately',
  'roughly',
  'monthly',
  'daily',
  'weekly',
]);

/* ---- the parts of a headline ---- */

interface Subject {
  readonly text: string;
  readonly plural: boolean;
}

function subjectWords(
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
  if (!span) return actorBefore(occurrence, clause, actors);
  const own = tokens[span[0]];
  // "We all met": who speaks is not named.
  if (own && /^(?:we|i|you)$/.test(own.lower) && own.pos === 'PRON') return { text: '', plural: false };
  if (own && span[0] === span[1] && PRONOUNS.has(own.lower) && !isAcronym(own)) {
    return antecedent(own.lower, occurrence, reading, actors);
  }
  const found = subjectText(tokens, span, hidden, actors);
  // "Her first paper appeared": whose, by name.
  if (!own || !/^(?:his|her|its|their)$/.test(own.lower)) return found;
  const whose = antecedent(OWNER[own.lower] ?? 'it', occurrence, reading, actors).text;
  const rest = found.text.slice(own.text.length).trim();
  if (whose === '') return { ...found, text: rest };
  return { ...found, text: `${whose}${/s$/.test(whose) ? '’' : '’s'} ${rest}` };
}

/**
 * Who acts where the words between subject and verb hide the subject ("Ana Ruiz, speaking in Bonn, called for …"): the
 * first person that the sentence names before a finite verb in the active, else the first actor. Nobody where none is
 * named there.
 */
function actorBefore({ tokens, passage }: Occurrence, { verb }: Clause, actors: ActorIndex): Subject {
  const at = tokens[verb.first]?.start;
  if (at === undefined || verb.passive || !isFiniteTense(verb.tense)) return { text: '', plural: false };
  const named = actorsIn(actors, { start: passage.start, end: at });
  const who = named.find(({ kind }) => kind === 'person') ?? named[0];
  return { text: who?.name ?? '', plural: false };
}

const OWNER: Readonly<Record<string, string>> = { his: 'he', her: 'she', its: 'it', their: 'they' };

/** The WHO is no "who". */
const isAcronym = (t: Token): boolean => t.text.length > 1 && t.text === t.text.toUpperCase();

const mainSubject = ({ parse }: Occurrence): readonly [number, number] | null =>
  parse.clauses.find((c) => c.kind === 'main' && !c.borrowed)?.subject ?? null;

function subjectText(
  tokens: readonly Token[],
  [first, last]: readonly [number, number],
  hidden: ReadonlySet<number>,
  actors: ActorIndex,
): Subject {
  let list = range(first, last).filter((i) => !hidden.has(i));
  while (list.length > 1 && /^\d{4}$/.test(tokens[list[0] ?? 0]?.text ?? '')) list = list.slice(1);
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
    const named = middle.length > 0 && middle.every((i) => tokens[i]?.pos === 'PROPN');
    if (!isList) list = named && tokens[before[0] ?? 0]?.pos === 'DET' ? middle : before;
  }
  list = cutPhrases(tokens, list, LONG_SUBJECT);
  const plural = isPlural(tokens, list);
  while (list.length > 1 && /^(?:the|a|an|this|these|that|those)$/.test(tokens[list[0] ?? 0]?.lower ?? ''))
    list = list.slice(1);
  return { text: spell(tokens, list), plural };
}

/** Words of a subject from which on a person's name alone stands for it. */
const LONG_NAME = 4;

/** "Prime Minister Ana Ruiz and Mayor Vos" → "Ana Ruiz and Vos": the names, where the phrase is about persons. */
function namedPersons(tokens: readonly Token[], list: readonly number[], actors: ActorIndex): Subject | null {
  const first = tokens[list[0] ?? 0];
  const last = tokens[list.at(-1) ?? 0];
  if (!first || !last) return null;
  const persons = actorsIn(actors, { start: first.start, end: last.end }).filter((a) => {
    if (a.kind !== 'person') return false;
    const at = list.findIndex((i) => tokens[i]!.start >= a.start);
    const words = list.filter((i) => tokens[i]!.start >= a.start && tokens[i]!.end <= a.end);
    // "a crater on the Moon" is about the crater; "the owner" names nobody.
    const led = tokens[list[at - 1] ?? -1]?.pos === 'ADP' || tokens[list[at - 2] ?? -1]?.pos === 'ADP';
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

const PRONOUNS = new Set([
  'he',
  'she',
  'it',
  'they',
  'we',
  'i',
  'this',
  'these',
  'that',
  'those',
  'who',
  'which',
  'both',
  'one',
  'all',
]);

function isPlural(tokens: readonly Token[], list: readonly number[]): boolean {
  for (const i of list) {
    const t = tokens[i];
    if (t?.lower === 'and') return true;
    if (t?.pos === 'ADP') break;
  }
  let head: Token | undefined;
  for (const i of list) {
    const t = tokens[i];
    if (t?.pos === 'ADP') break;
    if (t?.pos === 'NOUN' || t?.pos === 'PROPN' || t?.pos === 'PRON' || t?.pos === 'NUM' || t?.pos === 'DET')
      head = t;
  }
  if (!head) return false;
  if (
    /^(?:they|we|these|those|both|many|several|some|few|people|police|men|women|children|troops|forces)$/.test(
      head.lower,
    )
  )
    return true;
  if (head.pos === 'NUM') return head.lower !== 'one' && head.lower !== '1';
  return head.pos === 'NOUN' && head.lower !== head.lemma && /s$/.test(head.lower);
}

/** What a pronoun at the head of a title stands for: the nearest subject before it that can be it. */
function antecedent(pronoun: string, occurrence: Occurrence, reading: Reading, actors: ActorIndex): Subject {
  const text = reading.words;
  const empty = { text: '', plural: false };
  // Who speaks is not named where they speak.
  if (/^(?:we|i|us|you)$/.test(pronoun)) return empty;
  const { hero } = actors;
  const personal = pronoun === 'he' || pronoun === 'she';
  const aboutHero = personal && hero?.pronoun === pronoun;
  let { block, sentence } = occurrence;
  for (let steps = 0; steps < 6; steps++) {
    const current = reading.blocks[block];
    const span = current?.sentences[sentence];
    if (!current || !span) break;
    // A life goes on about whose life it is, unless the sentence before was about someone else.
    if (aboutHero && hero && steps > 1) return { text: hero.name, plural: false };
    const tokens = tokensOf(text, span.start, span.end);
    const { clauses } = parseClauses(tokens, verbGroups(tokens));
    const limit = steps === 0 ? (occurrence.clause?.verb.first ?? 0) : tokens.length;
    for (const clause of [...clauses].reverse()) {
      if (clause.verb.first >= limit || !clause.subject || clause.borrowed) continue;
      const head = tokens[clause.subject[0]];
      if (!head || (clause.subject[0] === clause.subject[1] && PRONOUNS.has(head.lower))) continue;
      const found = withoutOwner(subjectText(tokens, clause.subject, new Set(), actors));
      if (fits(pronoun, found, tokens, clause.subject, actors, text)) return found;
    }
    const object = pronoun === 'it' && steps === 0 ? objectBefore(tokens, clauses, limit, actors) : null;
    if (object) return object;
    sentence--;
    if (sentence < 0) {
      block--;
      const kind = reading.blocks[block]?.kind;
      if (kind !== 'paragraph' && kind !== 'list') break;
      sentence = (reading.blocks[block]?.sentences.length ?? 0) - 1;
    }
  }
  if (aboutHero && hero) return { text: hero.name, plural: false };
  // They are several.
  const kind = kindsOfPronoun(pronoun)?.filter((k) => personal || k !== 'person');
  const offset = occurrence.tokens[occurrence.clause?.verb.first ?? 0]?.start ?? 0;
  const within = Math.max(0, offset - REACH_OF_PRONOUN);
  let near = kind && nearestActor(actors, offset, { kind, within });
  // "He died in 1996" in the life of a woman is not about her.
  while (near && personal && hero && near.name === hero.name)
    near = kind && nearestActor(actors, near.start, { kind, within });
  return near ? { text: near.name, plural: false } : empty;
}

/** "Her first match": whose it was is another question. */
const withoutOwner = (subject: Subject): Subject => ({
  ...subject,
  text: subject.text.replace(/^(?:his|her|its|their|our|my)\s+/i, ''),
});

/** "He saw a comet; it was found again": where a person did something to it, the thing is meant. */
function objectBefore(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  limit: number,
  actors: ActorIndex,
): Subject | null {
  const clause = clauses.findLast((c) => c.verb.first < limit && c.kind === 'main' && c.subject !== null);
  if (!clause?.subject || clause.verb.last + 1 >= limit) return null;
  if (!/^(?:he|she|they|we|i)$/.test(tokens[clause.subject[0]]?.lower ?? '')) return null;
  const first = clause.verb.last + 1;
  if (tokens[first]?.pos !== 'DET') return null;
  let last = first;
  while (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[last + 1]?.pos ?? '')) last++;
  return isNoun(tokens[last]) ? subjectText(tokens, [first, last], new Set(), actors) : null;
}

/** Characters before a pronoun within which its name is looked for. */
const REACH_OF_PRONOUN = 600;
/** Characters before a name in which its bearer's sex may show: "His mother, Ines". */
const AROUND = 16;

/** One of them is many. */
const COLLECTIVE =
  /\b(?:crew|team|couple|family|pair|club|band|union|council|committee|board|jury|group|staff|duo|trio|police|side)\b/i;

function fits(
  pronoun: string,
  found: Subject,
  tokens: readonly Token[],
  span: readonly [number, number],
  actors: ActorIndex,
  text: string,
): boolean {
  if (found.text === '') return false;
  const inside = { start: tokens[span[0]]?.start ?? 0, end: tokens[span[1]]?.end ?? 0 };
  const person = actorsIn(actors, inside).find((a) => a.kind === 'person');
  if (pronoun === 'they' || pronoun === 'these' || pronoun === 'both')
    return found.plural || COLLECTIVE.test(found.text);
  if (found.plural) return false;
  if (pronoun !== 'he' && pronoun !== 'she') return person === undefined;
  // A bare name that nothing says more of: "Lucia bought a loom. She …".
  const bare = !person && tokens.slice(span[0], span[1] + 1).every((t) => t.pos === 'PROPN' && t.capital);
  if (bare && !actorsIn(actors, inside).length) return true;
  // "His first work, a house in Bergen" is no person, whoever is named in it.
  if (!person || !found.text.includes(text.slice(person.start, person.end))) return false;
  const { hero } = actors;
  if (hero?.name === person.name) return hero.pronoun === pronoun;
  const around = text.slice(Math.max(0, person.start - AROUND), person.end);
  return (pronounOf(person.name, around) ?? pronoun) === pronoun;
}

/** The verb as a headline has it. */
function verbWords({ tokens, status }: Occurrence, clause: Clause, { text, plural }: Subject): string {
  const { verb } = clause;
  const main = tokens[verb.last];
  if (!main) return '';
  // "would die in 1940" has happened, "would open in May" may still be ahead.
  if (verb.tense === 'modal') {
    const lead = status === 'happened' ? '' : status === 'hypothetical' ? 'may' : 'to';
    if (verb.passive) return join(lead, lead === '' ? '' : 'be', main.lower);
    return lead === '' ? present(verb.lemma, plural) : `${lead} ${verb.lemma}`;
  }
  // Nobody is named: "Laid off a third of the staff" is a headline, "Lays off" is not.
  const bare = text === '' && !verb.passive && verb.tense === 'past' && verb.lemma !== 'be';
  const alone = bare ? main.text : verbAlone(tokens, clause, plural);
  return join(alone, particleOf(tokens, clause));
}

/** "took over", "burned down": the small word belongs to the verb when no noun follows it. */
function particleOf(tokens: readonly Token[], { verb }: Clause): string {
  const word = tokens[verb.last + 1];
  const next = tokens[verb.last + 2];
  if (!word || !/^(?:up|down|over|out|off|away|back|apart|in)$/.test(word.lower)) return '';
  return !next || next.pos === 'ADP' || next.pos === 'PUNCT' || next.pos === 'CCONJ' ? word.lower : '';
}

function verbAlone(tokens: readonly Token[], clause: Clause, plural: boolean): string {
  const { verb } = clause;
  const main = tokens[verb.last];
  if (!main) return '';
  if (verb.tense === 'participle') return main.text.toLowerCase();
  if (verb.tense === 'future') return verb.passive ? `to be ${main.lower}` : `to ${verb.lemma}`;
  if (verb.passive) return main.lower;
  if (verb.lemma === 'be' && /^(?:to|due)$/.test(tokens[verb.last + 1]?.lower ?? '')) return '';
  if (verb.lemma === 'be')
    return verb.perfect ? (plural ? 'have been' : 'has been') : (tokens[verb.first]?.lower ?? 'was');
  if (verb.tense === 'gerund' || verb.tense === 'past' || verb.perfect || verb.progressive)
    return present(verb.lemma, plural);
  return main.lower;
}

/** Third person of the present: `carry` → `carries`. */
export function present(lemma: string, plural: boolean): string {
  if (plural) return lemma;
  if (lemma === 'have') return 'has';
  if (lemma === 'do' || lemma === 'go') return `${lemma}es`;
  if (/(?:s|x|z|ch|sh)$/.test(lemma)) return `${lemma}es`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return `${lemma}s`;
}

const TIME_UNIT = /^(?:second|minute|hour|day|week|month|year|decade)s?$/;

/** What follows the verb, and for a verb of saying what is said. */
function objectTokens(occurrence: Occurrence, clause: Clause, hidden: ReadonlySet<number>): number[] {
  const { tokens } = occurrence;
  const list: number[] = [];
  // Of several objects, each with its date, the occurrence's own.
  const own = occurrence.core[0] > clause.verb.last ? occurrence.core[0] : 0;
  const from = Math.max(own, clause.verb.last + (particleOf(tokens, clause) === '' ? 1 : 2));
  for (let i = from; i <= clause.last; i++) {
    // "in August and September": with both dates their conjunction goes.
    const joins = tokens[i]?.pos === 'CCONJ' && hidden.has(i - 1) && hidden.has(i + 1);
    if (!hidden.has(i) && !joins) list.push(i);
  }
  // "…, a year before a bomb fell", "left the day before": how long before belongs to the date.
  while (/^[,.;]$/.test(tokens[list.at(-1) ?? -1]?.text ?? '')) list.pop();
  const ends = /^(?:before|after|earlier|later)$/.test(tokens[list.at(-1) ?? -1]?.lower ?? '') ? 1 : 0;
  if (
    (ends === 1 || /^(?:before|after)$/.test(tokens[clause.last + 1]?.lower ?? '')) &&
    TIME_UNIT.test(tokens[list.at(-1 - ends) ?? -1]?.lower ?? '')
  ) {
    list.length -= 1 + ends;
    while (/^(?:NUM|DET|ADJ|PUNCT)$/.test(tokens[list.at(-1) ?? -1]?.pos ?? '')) list.pop();
  }
  const first = tokens[list[0] ?? -1];
  // "were killed, among them two sons": what a passive needs is said.
  if (first?.text === ',' && clause.verb.passive) return [];
  if (!first || first.pos === 'PUNCT')
    return described(tokens, clause) ?? list.filter((_, k) => k > 0 || first?.text !== ',');
  return list;
}

/** "a firm that it bought": the object stands before the clause; of "Orla, a firm" the name. */
function described(tokens: readonly Token[], clause: Clause): number[] | null {
  if (clause.kind !== 'relative' || clause.borrowed || clause.verb.passive) return null;
  let last = clause.first - 1;
  while (tokens[last]?.text === ',') last--;
  let first = last;
  while (first > 0 && /^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(tokens[first - 1]?.pos ?? '')) first--;
  if (tokens[first]?.pos === 'DET' && tokens[first - 1]?.text === ',' && tokens[first - 2]?.pos === 'PROPN') {
    last = first - 2;
    first = last;
    while (tokens[first - 1]?.pos === 'PROPN') first--;
  }
  return last >= first && isNoun(tokens[last]) ? range(first, last) : null;
}

const STOPS = /^(?:[.;:—–()[\]]|--)$/;

/**
 * The tokens up to a good end: before a preposition, conjunction or relative, not behind one, and not within "between A
 * and B" or a list. @param names words to write for some tokens.
 */
function phrase(
  tokens: readonly Token[],
  list: readonly number[],
  most: number,
  enough: number,
  names: ReadonlyMap<number, string> = NO_NAMES,
): string {
  let end = 0;
  let words = 0;
  let best = 0;
  let open = false;
  for (let k = 0; k < list.length; k++) {
    const i = list[k] ?? 0;
    const t = tokens[i];
    if (!t || STOPS.test(t.text)) break;
    if (t.text === ',' && words >= 3 && !inList(tokens, list, k)) break;
    if (k > 0 && !open && startsPhrase(tokens, list, k)) {
      if (words <= most) best = k;
      if (words >= enough) break;
    }
    if (t.lower === 'between') open = true;
    else if (open && t.lower === 'and') open = false;
    const glued = k > 0 && tokens[i - 1]?.end === t.start && list[k - 1] === i - 1;
    if (t.pos !== 'PUNCT' && !(glued && /^['’]/.test(t.text))) words += count(names.get(i) ?? 'word');
    if (words > most) {
      end = -1;
      break;
    }
    end = k + 1;
  }
  if (end < 0 && best === 0) best = lastNoun(tokens, list, most);
  const kept = list.slice(0, end < 0 || (best > 0 && words > enough && end !== list.length) ? best : end);
  return spell(tokens, trim(tokens, kept), names);
}

/** Words left for an object below which its name may be cut before "of". */
const TIGHT = 4;

/** Where nothing else ends a phrase in time: behind the last noun that no further noun follows. */
function lastNoun(tokens: readonly Token[], list: readonly number[], most: number): number {
  for (let k = Math.min(most, list.length - 1); k > 0; k--) {
    const [t, next] = [tokens[list[k - 1] ?? -1], tokens[list[k] ?? -1]];
    const noun = t?.pos === 'NOUN' || t?.pos === 'PROPN';
    if (
      noun &&
      next?.pos !== 'NOUN' &&
      next?.pos !== 'PROPN' &&
      !/^['’]/.test(next?.text ?? '') &&
      (next?.lower !== 'of' || k === 1 || most <= TIGHT)
    )
      return k;
  }
  return 0;
}

const NO_NAMES: ReadonlyMap<number, string> = new Map();

const isNoun = (t: Token | undefined): boolean => t?.pos === 'NOUN' || t?.pos === 'PROPN';

function startsPhrase(tokens: readonly Token[], list: readonly number[], k: number): boolean {
  const t = tokens[list[k] ?? -1];
  const next = tokens[list[k + 1] ?? -1];
  if (!t) return false;
  // "policy and trade" is one thing; "met and agreed" are two.
  // "Academy of Sciences" is one name.
  if (t.lower === 'of' && next?.pos === 'PROPN' && tokens[list[k - 1] ?? -1]?.pos === 'PROPN') return false;
  if (t.pos === 'CCONJ') return next?.pos === 'VERB' || next?.pos === 'AUX' || next?.pos === 'ADV';
  return (
    t.pos === 'ADP' ||
    t.pos === 'SCONJ' ||
    t.text === ',' ||
    (t.pos === 'VERB' && /ing$/.test(t.lower) && isNoun(tokens[list[k - 1] ?? -1])) ||
    (t.pos === 'PART' && t.lower === 'to') ||
    /^(?:who|which|that|where)$/.test(t.lower)
  );
}

/** Tokens ahead in which the conjunction of a list is looked for. */
const LIST_REACH = 7;

/** A comma between the members of a list: "coal, oil and gas". */
function inList(tokens: readonly Token[], list: readonly number[], comma: number): boolean {
  for (let k = comma + 1; k < Math.min(list.length, comma + LIST_REACH); k++) {
    const t = tokens[list[k] ?? -1];
    if (!t) return false;
    if (t.pos === 'CCONJ')
      return (
        k > comma + 1 ||
        tokens[list[k + 1] ?? -1]?.pos === 'NOUN' ||
        tokens[list[k + 1] ?? -1]?.pos === 'PROPN'
      );
    if (!/^(?:NOUN|PROPN|ADJ|PUNCT|NUM|DET)$/.test(t.pos)) return false;
  }
  return false;
}

const PARTICLE = /^(?:down|up|off|out|away|back|apart)$/;

/** Takes off the end what leaves a phrase hanging. */
function trim(tokens: readonly Token[], list: readonly number[]): number[] {
  const kept = [...list];
  while (kept.length > 0) {
    const at = kept.at(-1) ?? 0;
    const t = tokens[at];
    if (!t) break;
    // "comes into being", "shuts the engine down": they end what they belong to.
    if (t.lower === 'being' && tokens[at - 1]?.lower === 'into') break;
    if (
      PARTICLE.test(t.lower) &&
      isNoun(tokens[at - 1]) &&
      !/^(?:DET|NOUN|PROPN|ADJ|NUM|PRON)$/.test(tokens[at + 1]?.pos ?? '')
    )
      break;
    const hangs =
      t.pos === 'ADP' ||
      t.pos === 'DET' ||
      t.pos === 'SCONJ' ||
      t.pos === 'CCONJ' ||
      t.pos === 'AUX' ||
      (t.pos === 'PUNCT' && !/^[”"’%]$/.test(t.text)) ||
      (t.pos === 'PART' && t.lower === 'to') ||
      /^(?:who|which|that|where|its|his|her|their|our|very|more|most|such|as|not|when|while)$/.test(t.lower);
    if (!hangs) break;
    kept.pop();
  }
  return kept;
}

function namedTitle(occurrence: Occurrence, hidden: ReadonlySet<number>): string {
  const { tokens, core } = occurrence;
  const open = range(core[0], core[1]).find((i) => tokens[i]?.text === '(') ?? core[1];
  const name = spell(tokens, range(core[0], open - 1));
  const maker = range(open + 1, core[1]).filter(
    (i) => tokens[i]?.pos !== 'PUNCT' && tokens[i]?.pos !== 'NUM',
  );
  void hidden;
  return tidy(maker.length > 0 ? `${name} by ${spell(tokens, maker)}` : name);
}

function nounTitle(
  occurrence: Occurrence,
  reading: Reading,
  actors: ActorIndex,
  hidden: ReadonlySet<number>,
): string {
  const { tokens, core } = occurrence;
  const list = range(core[0], core[1]).filter((i) => !hidden.has(i));
  let owner = '';
  while (list.length > 1) {
    const t = tokens[list[0] ?? 0];
    if (!t) break;
    if (/^(?:his|her|its|their|our|my)$/.test(t.lower)) {
      const whose = possessor(occurrence, reading, actors);
      owner = whose === '' ? '' : `${whose}${/s$/.test(whose) ? '’' : '’s'} `;
    } else if (t.pos !== 'DET' && t.pos !== 'PUNCT' && t.pos !== 'ADP') break;
    list.shift();
  }
  return tidy(owner + phrase(tokens, list, MOST_WORDS - count(owner), ENOUGH_WORDS));
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

/* ---- spelling ---- */

/** The tokens with the spaces that they had. */
function spell(
  tokens: readonly Token[],
  list: readonly number[],
  names: ReadonlyMap<number, string> = NO_NAMES,
): string {
  let out = '';
  list.forEach((i, k) => {
    const t = tokens[i];
    const before = tokens[list[k - 1] ?? -1];
    if (!t) return;
    const tight =
      before !== undefined && (before.end === t.start || /^(?:[,.;:!?%)\]’”]|['’]s)$/.test(t.text));
    out += (k > 0 && !tight ? ' ' : '') + (names.get(i) ?? t.text);
  });
  return out;
}

/** Balanced quotation marks, one space, a capital at the head, no mark at the end. */
function tidy(title: string): string {
  let text = title
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:!?])/g, '$1')
    .trim();
  const pairs: readonly (readonly [string, string])[] = [
    ['“', '”'],
    ['«', '»'],
  ];
  for (const [open, close] of pairs) {
    if (text.split(open).length !== text.split(close).length)
      text = text.replaceAll(open, '').replaceAll(close, '');
  }
  if (text.split('"').length % 2 === 0) text = text.replaceAll('"', '');
  text = text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:–—-]+/, '')
    .replace(/[\s,.;:–—-]+$/, '')
    .trim();
  const first = text[0] ?? '';
  return first.toUpperCase() + text.slice(first.length);
}
