import type { TextSpan } from '../../model/document.ts';
import { pronounOf } from '../actors/hero.ts';
import { type ActorIndex, actorsIn, kindsOfPronoun, nearestActor } from '../actors.ts';
import { type Clause, parseClauses } from '../clauses.ts';
import { type Token, tokensOf, verbGroups } from '../language.ts';
import { lookup } from '../lookup.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import type { Reading } from '../reading.ts';
import { isNoun } from './phrase.ts';
import { shortName } from './shortNames.ts';
import { type Subject, subjectText } from './subject.ts';
import { writerOf } from './writer.ts';

/** Pronouns among the objects, with the names that they stand for: "issues a warrant for him". */
export function withNames(
  occurrence: Occurrence,
  list: readonly number[],
  reading: Reading,
  actors: ActorIndex,
): { list: readonly number[]; names: ReadonlyMap<number, string> } {
  const { tokens } = occurrence;
  const names = new Map<number, string>();
  const left = new Set<number>();
  for (const i of list) {
    const t = tokens[i];
    // "appointed her head": behind such a verb stands a person.
    const verb = tokens[i - 1];
    const named =
      verb?.pos === 'VERB' &&
      NAMING.has(verb.lemma) &&
      // "made her debut" is hers, "made her head" is she.
      (verb.lemma !== 'make' || MADE.test(tokens[i + 1]?.lower ?? ''));
    const her =
      t?.lower === 'her' && (named || !/^(?:NOUN|ADJ|PROPN|NUM|VERB)$/.test(tokens[i + 1]?.pos ?? ''));
    // "bought a boat and sold it": the object again.
    if (t?.lower === 'it' && i === (occurrence.clause?.verb.last ?? -2) + 1) {
      const thing = objectAgain(occurrence, reading, actors);
      if (thing !== '') names.set(i, thing);
      continue;
    }
    // "came to inspect us", "their rival sued us in 2003", "took my rounds": who writes.
    const writer = t && /^(?:me|us|my|our)$/.test(t.lower) ? writerOf(reading, actors) : null;
    if (t && writer && t.text !== 'US') {
      const name =
        writer[t.lower === 'me' || t.lower === 'my' ? 'i' : 'we'] || (t.lower === 'us' ? writer.i : '');
      const owns = t.lower === 'my' || t.lower === 'our';
      if (name !== '') names.set(i, owns ? `${name}${/s$/.test(name) ? '’' : '’s'}` : name);
      else if (owns) left.add(i);
      continue;
    }
    if (!t || !(her || (t.pos === 'PRON' && /^(?:him|them)$/.test(t.lower)))) continue;
    // "one of them": which of whom is not known here.
    if (tokens[i - 1]?.lower === 'of') {
      left.add(i).add(i - 1);
      continue;
    }
    // The person named last in the sentence, unless it is who does it.
    const near =
      t.lower === 'them'
        ? null
        : nearestActor(actors, t.start, { kind: 'person', within: occurrence.passage.start });
    const doer = occurrence.clause?.subject;
    const does =
      near && doer && near.start >= spanOf(tokens, doer).start && near.end <= spanOf(tokens, doer).end;
    const who =
      near && !does
        ? shortName(near.name, reading, actors)
        : antecedent(PERSONAL[t.lower] ?? 'they', occurrence, reading, actors).text;
    if (who !== '') names.set(i, who);
  }
  return { list: list.filter((i) => !left.has(i)), names };
}

/** What the verb before had for its object, in the sentence or in the one before; empty where it had none. */
function objectAgain(occurrence: Occurrence, reading: Reading, actors: ActorIndex): string {
  const { parse, tokens, clause, block, sentence } = occurrence;
  const earlier = clause ? parse.clauses.slice(0, parse.clauses.indexOf(clause)) : [];
  for (const c of earlier.toReversed()) {
    // "The city chose a side, and a king razed it": it may be the city or the side.
    // "held the town since 2021, when they overran it": what those did who do it now.
    const again = clause?.subject && /^(?:they|he|she|we)$/.test(tokens[clause.subject[0]]?.lower ?? '');
    if (!clause?.borrowed && !(again && earlier.length === 1)) return '';
    const found = objectPhrase(tokens, c, actors);
    if (found) return found.plural ? '' : found.text;
  }
  const span = earlier.length === 0 ? reading.blocks[block]?.sentences[sentence - 1] : undefined;
  if (!span) return '';
  const before = tokensOf(reading.words, span.start, span.end);
  const main = parseClauses(before, verbGroups(before)).clauses.findLast((c) => c.kind === 'main');
  const found = main ? objectPhrase(before, main, actors) : null;
  return found && !found.plural ? found.text : '';
}

const NAMING = new Set(['appoint', 'name', 'elect', 'make', 'call']);

const MADE =
  /^(?:head|director|chair\p{L}*|president|minister|captain|partner|secretary|manager|editor|professor|dean|heir|leader|governor|commander|member|queen|regent|abbess|deputy|a|an|the|its|their)$/u;

const PERSONAL: Readonly<Record<string, string>> = lookup({ him: 'he', her: 'she', them: 'they' });

/** Words that stand for a subject named elsewhere. */
export const PRONOUNS = new Set([
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

/** What a pronoun at the head of a title stands for: the nearest subject before it that can be it. */
export function antecedent(
  pronoun: string,
  occurrence: Occurrence,
  reading: Reading,
  actors: ActorIndex,
): Subject {
  const { text, plural } = longAntecedent(pronoun, occurrence, reading, actors);
  return { text: shortName(text, reading, actors), plural };
}

function longAntecedent(
  pronoun: string,
  occurrence: Occurrence,
  reading: Reading,
  actors: ActorIndex,
): Subject {
  const text = reading.words;
  const empty = { text: '', plural: false };
  // Who speaks is not named where they speak.
  if (/^(?:we|i|us|you)$/.test(pronoun)) return empty;
  const { hero } = actors;
  const personal = pronoun === 'he' || pronoun === 'she';
  const aboutHero = personal && hero?.pronoun === pronoun;
  // "It comes into force": a law, not who passed it.
  const isLaw = pronoun === 'it' && takesEffect(occurrence);
  const owner = pronoun === 'it' && !isLaw ? ownerOfIts(occurrence, actors) : '';
  if (owner !== '') return { text: owner, plural: false };
  const ship = pronoun === 'she' && hero?.pronoun !== 'she' ? shipBefore(occurrence, text, actors) : '';
  if (ship !== '') return { text: ship, plural: false };
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
      // "a plan agreed that July": when is nobody.
      const only = tokens[clause.subject[1]];
      if (only && clause.subject[1] - clause.subject[0] <= 1 && WHEN.test(only.lower)) continue;
      const them = tokens
        .slice(clause.subject[0], clause.subject[1] + 1)
        .some((t) => /^(?:them|him|us)$/.test(t.lower));
      // "ten towns, Vale among them, agreed": those are the towns.
      const all = them && pronoun === 'they' ? phraseBefore(tokens, clause.subject[0], actors) : null;
      if (all?.plural) return all;
      if (them) continue;
      if (/^(?:no|some|any|every)(?:thing|one|body)$/.test(head.lower)) continue;
      const found = withoutOwner(subjectText(tokens, clause.subject, new Set(), actors));
      // Who was taken to court is the object: "arrested two men. Their trial"; and what was done to what was done
      // to before: "blew up two arches; they were rebuilt".
      const again =
        clause.kind === 'main' &&
        occurrence.clause?.verb.passive &&
        MENDING.has(occurrence.clause.verb.lemma);
      const tried =
        pronoun === 'they' &&
        !clause.verb.passive &&
        (again || (steps > 0 && ACCUSING.has(clause.verb.lemma)));
      const accused = tried ? objectPhrase(tokens, clause, actors) : null;
      if (accused?.plural) return accused;
      if (isLaw && actorsIn(actors, spanOf(tokens, clause.subject)).length > 0) continue;
      if (fits(pronoun, found, tokens, clause.subject, actors, text)) return found;
    }
    const object =
      pronoun === 'it' && (steps === 0 || isLaw) ? objectBefore(tokens, clauses, limit, actors, isLaw) : null;
    if (object) return object;
    const last = pronoun === 'it' && steps === 1 ? lastObject(tokens, clauses, actors) : null;
    if (last) return last;
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

/** "His first ferry, the Orla Queen, was launched. She …": a name with an article is a ship's; else empty. */
function shipBefore({ tokens, clause }: Occurrence, text: string, actors: ActorIndex): string {
  const offset = tokens[clause?.verb.first ?? 0]?.start ?? 0;
  const from = Math.max(0, offset - REACH_OF_PRONOUN / 2);
  const before = text.slice(from, offset);
  const name = VESSEL.test(before) ? [...before.matchAll(SHIP)].at(-1) : undefined;
  if (!name) return '';
  // Whoever was named since may be meant.
  const since = nearestActor(actors, offset, { kind: 'person', within: from + name.index + name[0].length });
  return since ? '' : name[1]!;
}
const VESSEL =
  /\b(?:ship|boat|ferr(?:y|ies)|vessel|steamer|trawler|yacht|schooner|brig|tanker|liner|launched|sailed|aground)\b/;
const SHIP =
  /\bthe (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2})(?=[,.;]|\s(?:was|were|sailed|had|left|entered|sank|struck)\b)/gu;

const WHEN =
  /^(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|autumn|winter|day|week|month|year|morning|afternoon|evening|night)$/;

/** No token is written by another name. */
export const NO_NAMES: ReadonlyMap<number, string> = new Map();

/** "Thieves took the Kendrick clock. It …": where no subject can be meant, what the last verb was done to. */
function lastObject(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  actors: ActorIndex,
): Subject | null {
  const clause = clauses.at(-1);
  const found = clause && !clause.verb.passive ? objectPhrase(tokens, clause, actors) : null;
  return found && !found.plural ? found : null;
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
  anyone: boolean,
): Subject | null {
  const clause = clauses.findLast((c) => c.verb.first < limit && c.kind === 'main' && c.subject !== null);
  if (!clause?.subject || clause.verb.last + 1 >= limit) return null;
  if (!anyone && !/^(?:he|she|they|we|i)$/.test(tokens[clause.subject[0]]?.lower ?? '')) return null;
  return objectPhrase(tokens, clause, actors);
}

/** "Freedonia's will to keep its hold on a peninsula that it took": whose hold it is took it; else empty. */
function ownerOfIts({ tokens, clause }: Occurrence, actors: ActorIndex): string {
  const it = clause?.kind === 'relative' ? (clause.subject?.[0] ?? -1) : -1;
  const its = tokens.findLastIndex((t, i) => i < it && t.lower === 'its');
  if (its < 0) return '';
  const clitic = tokens.findLastIndex((t, i) => i < its && /^['’]s?$/.test(t.text));
  const name = tokens[clitic - 1];
  if (!name) return '';
  const found = actorsIn(actors, name).find(({ kind }) => kind === 'country' || kind === 'organisation');
  return found?.name ?? '';
}

/** What is done to things, and not to who did something to them. */
const MENDING = new Set(
  'rebuild repair restore replace mend demolish dismantle scrap sell close reopen remove publish release print widen finish complete launch install erect'.split(
    ' ',
  ),
);

const ACCUSING = new Set('arrest charge accuse indict prosecute convict sue detain'.split(' '));

const takesEffect = ({ tokens, clause }: Occurrence): boolean =>
  clause !== null &&
  /^(?:come|enter|take|go)$/.test(clause.verb.lemma) &&
  tokens.slice(clause.verb.last + 1, clause.verb.last + 3).some((t) => /^(?:force|effect)$/.test(t.lower));

const spanOf = (tokens: readonly Token[], [first, last]: readonly [number, number]): TextSpan => ({
  start: tokens[first]?.start ?? 0,
  end: tokens[last]?.end ?? 0,
});

/** The noun phrase right behind a verb, where an article or a number opens it. */
function objectPhrase(tokens: readonly Token[], clause: Clause, actors: ActorIndex): Subject | null {
  // "blew up the piers", "two of the arches"
  const small = /^(?:up|down|out|off|over|away)$/.test(tokens[clause.verb.last + 1]?.lower ?? '') ? 2 : 1;
  const of =
    tokens[clause.verb.last + small]?.pos === 'NUM' && tokens[clause.verb.last + small + 1]?.lower === 'of';
  const first = clause.verb.last + small + (of ? 2 : 0);
  if (tokens[first]?.pos !== 'DET' && tokens[first]?.pos !== 'NUM') return null;
  let last = first;
  while (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[last + 1]?.pos ?? '')) last++;
  // "sued the following month": when, and not what.
  if (WHEN.test(tokens[last]?.lower ?? '')) return null;
  return isNoun(tokens[last]) ? subjectText(tokens, [first, last], new Set(), actors) : null;
}

/** The noun phrase before the comma at which an aside begins; null where none stands there. */
function phraseBefore(tokens: readonly Token[], aside: number, actors: ActorIndex): Subject | null {
  const last = aside - 2;
  if (tokens[aside - 1]?.text !== ',' || !isNoun(tokens[last])) return null;
  let first = last;
  while (/^(?:ADJ|NOUN|PROPN)$/.test(tokens[first - 1]?.pos ?? '')) first--;
  if (/^(?:DET|NUM)$/.test(tokens[first - 1]?.pos ?? '')) first--;
  return subjectText(tokens, [first, last], new Set(), actors);
}

/** Characters before a pronoun within which its name is looked for. */
const REACH_OF_PRONOUN = 600;

/** Characters before a name in which its bearer's sex may show: "His mother, Ines". */
const AROUND = 16;

/** One of them is many. */
const COLLECTIVE =
  /\b(?:crew|team|couple|family|pair|club|band|union|council|committee|board|jury|group|staff|duo|trio|police|side)\b/i;

/** What a person is or does, as the last word of a subject that names nobody. */
const ROLE =
  /(?:^|[ -])(?:doctor|nurse|deputy|manager|captain|chief|governor|mayor|king|emperor|bishop|vicar|rector|priest|judge|teacher|driver|pilot|engineer|officer|sergeant|soldier|sailor|mate|surgeon|servant|guide|boy|girl|man|woman|farmer|miner|shotfirer|clerk|lawyer|widow|patient|prisoner|goalkeeper|striker|coach|owner|suspect|student|\p{Ll}{3,}(?:man|woman|ist))$/iu;

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
  if (person && /^['’]s?(?!\p{L})/u.test(text.slice(person.end, person.end + 3))) return false;
  // "The doctor died at four. We buried him."
  const definite = tokens[span[0]]?.lower === 'the';
  if (!person && definite && ROLE.test(found.text) && actorsIn(actors, inside).length === 0) return true;
  if (!person || !found.text.includes(text.slice(person.start, person.end))) return false;
  const { hero } = actors;
  if (hero?.name === person.name) return hero.pronoun === pronoun;
  const around = text.slice(Math.max(0, person.start - AROUND), person.end);
  // In a life of her, "she" is another only where that one shows as a woman.
  const shown = pronounOf(person.name, around);
  return hero?.pronoun === pronoun ? shown === pronoun : (shown ?? pronoun) === pronoun;
}
