import { type ActorIndex, actorsIn, kindsOfPronoun, nearestActor } from './actors.ts';
import { type Clause, parseClauses, SAYING } from './clauses.ts';
import { type Token, tokensOf, verbGroups } from './language.ts';
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
 * @returns at most {@link MOST_WORDS} words; an empty string where no headline can be made.
 */
export function titleOf(occurrence: Occurrence, reading: Reading, actors: ActorIndex): string {
  const { tokens, clause, kind } = occurrence;
  const hidden = hide(occurrence, reading.words);
  if (kind === 'headline') return write(tokens, range(0, tokens.length - 1), hidden, MOST_WORDS);
  if (occurrence.label !== undefined) return tidy(occurrence.label);
  if (kind === 'named') return namedTitle(occurrence, hidden);
  if (!clause) return nounTitle(occurrence, reading, actors, hidden);
  const subject = subjectWords(occurrence, clause, reading, actors, hidden);
  const verb = verbWords(tokens, clause, subject.plural);
  const objects = objectTokens(occurrence, clause, hidden);
  const rest = phrase(
    tokens,
    objects,
    MOST_WORDS - count(subject.text) - count(verb),
    ENOUGH_WORDS - count(subject.text) - count(verb),
  );
  return tidy([subject.text, verb, rest].filter(Boolean).join(' '));
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
const count = (text: string): number => (text === '' ? 0 : text.split(/\s+/).length);

/* ---- what to leave out ---- */

/** Tokens that no title shows: dates with their preposition, brackets, note numbers, words of comment. */
function hide(occurrence: Occurrence, text: string): ReadonlySet<number> {
  const { tokens } = occurrence;
  const hidden = new Set<number>();
  for (const [first, last] of occurrence.dated) {
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
  void text;
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
  // "after replacing Li": who replaces is the subject of the verb that stands for itself.
  if (!span && (clause.kind === 'gerund' || clause.kind === 'reduced')) span = mainSubject(occurrence);
  if (!span) return { text: '', plural: false };
  const own = tokens[span[0]];
  if (own && span[0] === span[1] && PRONOUNS.has(own.lower)) {
    return antecedent(own.lower, occurrence, reading, actors);
  }
  return subjectText(tokens, span, hidden, actors);
}

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
    // "the new minister, Dong Jun": the name says it shorter; "Dong Jun, the new minister" has it already.
    const named = middle.length > 0 && middle.every((i) => tokens[i]?.pos === 'PROPN');
    if (!isList) list = named && tokens[before[0] ?? 0]?.pos === 'DET' ? middle : before;
  }
  list = cutPhrases(tokens, list, LONG_SUBJECT);
  const plural = isPlural(tokens, list);
  while (list.length > 1 && /^(?:the|a|an)$/.test(tokens[list[0] ?? 0]?.lower ?? '')) list = list.slice(1);
  return { text: spell(tokens, list), plural };
}

/** Words of a subject from which on a person's name alone stands for it. */
const LONG_NAME = 4;

/** "Foreign Minister Wang Yi and President Li" → "Wang Yi and Li": the names, where the phrase is about persons. */
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
      if (t?.pos === 'ADP' && t.lower !== 'of') {
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
  let { block, sentence } = occurrence;
  for (let steps = 0; steps < 6; steps++) {
    const current = reading.blocks[block];
    const span = current?.sentences[sentence];
    if (!current || !span) break;
    const tokens = tokensOf(text, span.start, span.end);
    const { clauses } = parseClauses(tokens, verbGroups(tokens));
    const limit = steps === 0 ? (occurrence.clause?.verb.first ?? 0) : tokens.length;
    for (const clause of [...clauses].reverse()) {
      if (clause.verb.first >= limit || !clause.subject || clause.borrowed) continue;
      const head = tokens[clause.subject[0]];
      if (!head || (clause.subject[0] === clause.subject[1] && PRONOUNS.has(head.lower))) continue;
      const found = subjectText(tokens, clause.subject, new Set(), actors);
      if (fits(pronoun, found, tokens, clause.subject, actors)) return found;
    }
    sentence--;
    if (sentence < 0) {
      block--;
      const kind = reading.blocks[block]?.kind;
      if (kind !== 'paragraph' && kind !== 'list') break;
      sentence = (reading.blocks[block]?.sentences.length ?? 0) - 1;
    }
  }
  const kind = kindsOfPronoun(pronoun);
  const offset = occurrence.tokens[occurrence.clause?.verb.first ?? 0]?.start ?? 0;
  const near = kind && nearestActor(actors, offset, { kind, within: Math.max(0, offset - REACH_OF_PRONOUN) });
  return near ? { text: near.name, plural: false } : empty;
}

/** Characters before a pronoun within which its name is looked for. */
const REACH_OF_PRONOUN = 600;

function fits(
  pronoun: string,
  found: Subject,
  tokens: readonly Token[],
  span: readonly [number, number],
  actors: ActorIndex,
): boolean {
  if (found.text === '') return false;
  const inside = { start: tokens[span[0]]?.start ?? 0, end: tokens[span[1]]?.end ?? 0 };
  const person = actorsIn(actors, inside).some((a) => a.kind === 'person');
  if (pronoun === 'they' || pronoun === 'these' || pronoun === 'both') return found.plural;
  if (found.plural) return false;
  return pronoun === 'he' || pronoun === 'she' ? person : !person;
}

/** The verb as a headline has it. */
function verbWords(tokens: readonly Token[], clause: Clause, plural: boolean): string {
  const { verb } = clause;
  const main = tokens[verb.last];
  if (!main) return '';
  if (verb.tense === 'participle') return main.text.toLowerCase();
  if (verb.tense === 'future') return verb.passive ? `to be ${main.lower}` : `to ${verb.lemma}`;
  if (verb.passive) return main.lower;
  if (verb.lemma === 'be' && tokens[verb.last + 1]?.lower === 'to') return '';
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

/** What follows the verb, and for a verb of saying what is said. */
function objectTokens(occurrence: Occurrence, clause: Clause, hidden: ReadonlySet<number>): number[] {
  const { tokens } = occurrence;
  const list: number[] = [];
  for (let i = clause.verb.last + 1; i <= clause.last; i++) if (!hidden.has(i)) list.push(i);
  if (SAYING.has(clause.verb.lemma) && list.length < 6) {
    const comma = tokens[clause.last]?.text === ',';
    if (!comma) for (let i = clause.last + 1; i < tokens.length; i++) if (!hidden.has(i)) list.push(i);
  }
  return list;
}

const STOPS = /^(?:[.;:—–()[\]]|--)$/;

/** The tokens up to a good end: before a preposition, conjunction or relative, not behind one. */
function phrase(tokens: readonly Token[], list: readonly number[], most: number, enough: number): string {
  let end = 0;
  let words = 0;
  let best = 0;
  for (let k = 0; k < list.length; k++) {
    const t = tokens[list[k] ?? 0];
    if (!t || STOPS.test(t.text)) break;
    if (startsPhrase(t) && k > 0) {
      best = k;
      if (words >= enough) break;
      if (t.text === ',' && words >= 3) break;
    }
    const glued = k > 0 && tokens[(list[k] ?? 0) - 1]?.end === t.start && list[k - 1] === (list[k] ?? 0) - 1;
    if (t.pos !== 'PUNCT' && !(glued && /^['’]/.test(t.text))) words++;
    if (words > most) {
      end = -1;
      break;
    }
    end = k + 1;
  }
  const kept = list.slice(0, end < 0 || (best > 0 && words > enough && end !== list.length) ? best : end);
  return spell(tokens, trim(tokens, kept));
}

const startsPhrase = (t: Token): boolean =>
  t.pos === 'ADP' ||
  t.pos === 'SCONJ' ||
  t.pos === 'CCONJ' ||
  t.text === ',' ||
  (t.pos === 'PART' && t.lower === 'to') ||
  /^(?:who|which|that|where)$/.test(t.lower);

/** Takes off the end what leaves a phrase hanging. */
function trim(tokens: readonly Token[], list: readonly number[]): number[] {
  const kept = [...list];
  while (kept.length > 0) {
    const t = tokens[kept.at(-1) ?? 0];
    if (!t) break;
    const hangs =
      t.pos === 'ADP' ||
      t.pos === 'DET' ||
      t.pos === 'SCONJ' ||
      t.pos === 'CCONJ' ||
      t.pos === 'AUX' ||
      (t.pos === 'PUNCT' && !/^[”"’%]$/.test(t.text)) ||
      (t.pos === 'PART' && t.lower === 'to') ||
      /^(?:who|which|that|where|its|his|her|their|our|very|more|most|such|as)$/.test(t.lower);
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
  return subjectText(tokens, clause.subject, new Set(), actors).text;
}

/* ---- spelling ---- */

function write(
  tokens: readonly Token[],
  list: readonly number[],
  hidden: ReadonlySet<number>,
  most: number,
): string {
  return tidy(
    phrase(
      tokens,
      list.filter((i) => !hidden.has(i)),
      most,
      most,
    ),
  );
}

/** The tokens with the spaces that they had. */
function spell(tokens: readonly Token[], list: readonly number[]): string {
  let out = '';
  list.forEach((i, k) => {
    const t = tokens[i];
    const before = tokens[list[k - 1] ?? -1];
    if (!t) return;
    const tight =
      before !== undefined && (before.end === t.start || /^(?:[,.;:!?%)\]’”]|['’]s)$/.test(t.text));
    out += (k > 0 && !tight ? ' ' : '') + t.text;
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
