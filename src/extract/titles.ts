import type { ActorIndex } from './actors.ts';
import type { Clause } from './clauses.ts';
import type { Token } from './language.ts';
import { lookup } from './lookup.ts';
import type { Occurrence } from './occurrences/occurrence.ts';
import type { Reading } from './reading.ts';
import { datedBeing, firstTo } from './titles/being.ts';
import { hide } from './titles/hidden.ts';
import { count, ENOUGH_WORDS, join, MOST_WORDS, range } from './titles/length.ts';
import { namedTitle, nounTitle } from './titles/nouns.ts';
import { objectTokens } from './titles/objects.ts';
import { occasionOf } from './titles/occasion.ts';
import { withShortStates } from './titles/official.ts';
import { isNoun, phrase, withoutWeak } from './titles/phrase.ts';
import { pressTitle } from './titles/press.ts';
import { withNames } from './titles/pronouns.ts';
import { publisherOf } from './titles/publisher.ts';
import { DENYING, saidIn, saidTitle, standTaken } from './titles/said.ts';
import { spell, tidy } from './titles/spelling.ts';
import { headOf, NOBODY, subjectWords } from './titles/subject.ts';
import { particleOf, verbWords } from './titles/verb.ts';

export { MOST_WORDS } from './titles/length.ts';
export { present } from './titles/verb.ts';

/**
 * Writes the headline of an occurrence from the passage's own words: who, does what, to whom, where. The past becomes
 * the headline's present ("joined" → "joins"), helpers go ("was chosen" → "chosen", "will meet" → "to meet"), dates,
 * brackets, note numbers, comment and attribution are left out, a pronoun is replaced by what it stands for.
 * @returns two to {@link MOST_WORDS} words; an empty string where no headline can be made.
 */
export function titleOf(told: Occurrence, reading: Reading, actors: ActorIndex): string {
  const occurrence = withShortStates(told, actors);
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
  const title = plainHeadline(occurrence, reading, actors);
  const { clause, kind, tokens } = occurrence;
  if (!clause || kind !== 'clause' || count(title) < 2) return title;
  // Where there is room: on what occasion, or what it followed.
  const hidden = hide(occurrence, reading, actors);
  const source = reportedBy(occurrence, hidden);
  if (source !== '' && count(title) + count(source) <= MOST_WORDS) return `${source}: ${title}`;
  const cause = count(title) <= SHORT_TITLE ? followedBy(occurrence, clause, hidden) : '';
  if (cause !== '' && count(title) + count(cause) <= MOST_WORDS) return tidy(join(title, cause));
  const more = occasionOf(tokens, clause, hidden);
  if (more === '' || title.includes(more.split(' ').at(-1) ?? '')) return title;
  // "Vos in a speech: Boats are late" leaves no doubt about who speaks where.
  const colon = title.indexOf(': ');
  if (colon < 0 && saidIn(occurrence, clause, hidden)) return title;
  const on = (text: string, what: string): string =>
    colon > 0 ? tidy(`${join(text.slice(0, colon), what)}${text.slice(colon)}`) : tidy(join(text, what));
  if (count(title) + count(more) <= MOST_WORDS) return on(title, more);
  const lean = more.replace(/^(\w+) (?:the|an?) /, '$1 ');
  const short = plainHeadline(occurrence, reading, actors, MOST_WORDS - count(lean));
  return count(short) >= LEAST_BESIDE && colon < 0 ? on(short, lean) : title;
}

/** Words of a headline that is cut short to make room for its occasion. */
const LEAST_BESIDE = 4;

/** "was robbed, according to a report in the Polar Post on Friday": whose report has the date; empty for any other. */
function reportedBy({ tokens, dated }: Occurrence, hidden: ReadonlySet<number>): string {
  const at = tokens.findIndex((t, i) => t.lower === 'according' && tokens[i + 1]?.lower === 'to');
  const date = dated[0]?.[0] ?? -1;
  if (at < 0 || date < at) return '';
  let last = date - 1;
  while (hidden.has(last)) last--;
  let first = last;
  while (first > at + 2 && tokens[first]?.capital) first--;
  // "a report from the Polar Post"
  return tokens[last]?.pos === 'PROPN' ? spell(tokens, range(first + 1, last)) : '';
}

/** Words of a cause that may be cut short. */
const LONGEST_CAUSE = 14;

/** A headline of so few words says what it followed, too. */
const SHORT_TITLE = 4;

/** "criticised Chile after its guards turned a boat back": the clause right behind, where it is short and names who acts. */
function followedBy({ tokens, parse }: Occurrence, clause: Clause, hidden: ReadonlySet<number>): string {
  const next = parse.clauses[parse.clauses.indexOf(clause) + 1];
  const opener = tokens[next?.first ?? -1]?.lower ?? '';
  if (next?.kind !== 'time' || !/^(?:after|when|as)$/.test(opener) || next.first !== clause.last + 1)
    return '';
  if (
    !next.subject ||
    next.borrowed ||
    !/^(?:NOUN|PROPN|ADJ|DET|NUM|PRON)$/.test(tokens[next.subject[0]]?.pos ?? '')
  )
    return '';
  const owner = /^(?:its|his|her|their)$/.test(tokens[next.subject[0]]?.lower ?? '');
  if (tokens[next.subject[0]]?.pos === 'PRON' && !(owner && next.subject[1] > next.subject[0])) return '';
  const comma = range(next.verb.last, next.last).find((i) => tokens[i]?.text === ',');
  const said = range(next.first, comma ?? next.last).filter(
    (i) => !hidden.has(i) && tokens[i]?.pos !== 'PUNCT',
  );
  // "after its guards turned a boat back": whose they are is said before.
  const list = owner ? withoutWeak(tokens, said).filter((i) => i !== next.subject?.[0]) : said;
  const room = MOST_WORDS - 3;
  if (list.length <= 2 || list.length > LONGEST_CAUSE) return '';
  const cause = phrase(tokens, list, room, room);
  // Cut short, it must still say what was done to whom.
  const verb = list.indexOf(next.verb.last);
  return list.length <= room || count(cause) > verb + 2 ? cause : '';
}

/** @param most words of it where a verb tells it. */
function plainHeadline(
  occurrence: Occurrence,
  reading: Reading,
  actors: ActorIndex,
  most = MOST_WORDS,
): string {
  const { tokens, kind } = occurrence;
  const enough = Math.min(ENOUGH_WORDS, most);
  const hidden = hide(occurrence, reading, actors);
  if (kind === 'headline') return pressTitle(tokens, hidden, publisherOf(reading, occurrence.block));
  if (occurrence.label !== undefined) return tidy(occurrence.label);
  if (kind === 'named') return namedTitle(occurrence);
  if (!occurrence.clause) return nounTitle(occurrence, reading, actors, hidden);
  const clause =
    standTaken(occurrence, occurrence.clause) ?? doneTo(tokens, occurrence.clause) ?? occurrence.clause;
  const subject = subjectWords(occurrence, clause, reading, actors, hidden);
  if (subject === NOBODY) return '';
  const told = datedBeing(occurrence, clause, hidden);
  if (told !== null) return told;
  const verb = verbWords(occurrence, clause, subject);
  const used = count(subject.text) + count(verb);
  const said = saidIn(occurrence, clause, hidden);
  if (said) return tidy(saidTitle(tokens, said, subject.text, verb, DENYING.has(clause.verb.lemma), most));
  const first = firstTo(tokens, clause).filter((i) => !hidden.has(i));
  if (first.length > 0)
    return tidy(join(subject.text, phrase(tokens, first, most - count(subject.text), enough)));
  if (saysThereIs(tokens, clause) || showsPicture(occurrence, clause)) {
    const there = objectTokens(occurrence, clause, hidden);
    if (/^(?:a|an|the)$/.test(tokens[there[0] ?? -1]?.lower ?? '')) there.shift();
    return tidy(phrase(tokens, there, most, enough));
  }
  const gap = gapped(occurrence, clause, hidden);
  if (gap) return tidy(join(gap.subject, verb, phrase(tokens, gap.object, most - used, enough - used)));
  const objects = withNames(occurrence, objectTokens(occurrence, clause, hidden), reading, actors);
  const rest = (words: number): string =>
    phrase(tokens, objects.list, most - words, enough - words, objects.names);
  // Nothing is cut off the subject where it fits with all the rest.
  if (subject.whole) {
    const all = phrase(tokens, objects.list, LONG, LONG, objects.names);
    if (count(subject.whole) + count(verb) + count(all) <= most) return tidy(join(subject.whole, verb, all));
  }
  const done = subject.text === '' ? doneByUs(occurrence, clause, objects.list) : null;
  if (done) return tidy(join(phrase(tokens, done.object, most - 1, enough, objects.names), done.participle));
  const behind = rest(used);
  if (behind !== '' || objects.list.length === 0) return tidy(join(subject.text, verb, behind));
  // The object says more than what hangs on the subject.
  // "Institute of Physics in Bonn opens a school of music": where it is tells it from others.
  const where = / in \p{Lu}[\p{L}’'-]+$/u.exec(subject.whole ?? '')?.[0] ?? '';
  const head = headOf(subject.text) + where;
  return tidy(join(head, verb, rest(count(head) + count(verb))));
}

/** "We visited the mine", of nobody knows whom: the mine was visited. null where nothing is done to anything. */
function doneByUs(
  { tokens }: Occurrence,
  clause: Clause,
  list: readonly number[],
): { object: number[]; participle: string } | null {
  const { verb, subject } = clause;
  const own = tokens[subject?.[0] ?? -1]?.lower;
  if (particleOf(tokens, clause) !== '') return null;
  const main = tokens[verb.last];
  if (own !== 'we' || !main || verb.tense !== 'past' || verb.passive || verb.lemma === 'have') return null;
  const first = tokens[list[0] ?? -1];
  if (!first || !/^(?:DET|NUM|NOUN|PROPN|ADJ)$/.test(first.pos)) return null;
  const end = list.findIndex((i) =>
    /^(?:ADP|SCONJ|CCONJ|PUNCT|PART|VERB|AUX|ADV)$/.test(tokens[i]?.pos ?? ''),
  );
  const next = tokens[list[end] ?? -1];
  const object = end < 0 || next?.lower === 'of' ? [...list] : list.slice(0, end);
  if (!isNoun(tokens[object.at(-1) ?? -1])) return null;
  const bare = /^(?:a|an|the)$/.test(first.lower) ? object.slice(1) : object;
  const participle = verb.perfect ? main.lower : (PARTICIPLES[main.lower] ?? main.lower);
  return bare.length > 0 ? { object: bare, participle } : null;
}

/** Where the participle is another word than the past. */
const PARTICIPLES: Readonly<Record<string, string>> = lookup({
  took: 'taken',
  gave: 'given',
  saw: 'seen',
  wrote: 'written',
  chose: 'chosen',
  began: 'begun',
  broke: 'broken',
  drew: 'drawn',
  drove: 'driven',
  knew: 'known',
  threw: 'thrown',
  spoke: 'spoken',
  stole: 'stolen',
  did: 'done',
  flew: 'flown',
  grew: 'grown',
  overthrew: 'overthrown',
  withdrew: 'withdrawn',
  undertook: 'undertaken',
  ate: 'eaten',
  shook: 'shaken',
  tore: 'torn',
  rang: 'rung',
  sang: 'sung',
  swore: 'sworn',
  showed: 'shown',
});

/** More words than an object has. */
const LONG = 100;

/** "Norway ratified the pact in 1997 and Chile in 2003": a name beside a name is who did it, too. */
function gapped(
  { tokens, core }: Occurrence,
  { verb, subject }: Clause,
  hidden: ReadonlySet<number>,
): { subject: string; object: number[] } | null {
  if (core[0] <= verb.last || !subject || !tokens[subject[0]]?.capital) return null;
  const who = range(core[0], core[1]).filter((i) => !hidden.has(i));
  const named = who.length > 0 && who.every((i) => tokens[i]?.pos === 'PROPN' && tokens[i]?.capital);
  if (!named || tokens[verb.last + 1]?.pos !== 'DET') return null;
  const date = range(verb.last + 1, core[0]).find((i) => hidden.has(i)) ?? core[0];
  return { subject: spell(tokens, who), object: range(verb.last + 1, date - 1) };
}

/** "ended with a treaty signed in Oslo": it is the treaty that was signed; else null. */
function doneTo(tokens: readonly Token[], clause: Clause): Clause | null {
  const { verb } = clause;
  const bare = verb.first === verb.last && /^(?:past|participle)$/.test(verb.tense) && !verb.passive;
  if (
    !bare ||
    clause.kind !== 'main' ||
    (clause.subject && !clause.borrowed) ||
    tokens[verb.last + 1]?.pos !== 'ADP'
  )
    return null;
  const last = verb.first - 1;
  let first = last;
  while (/^(?:ADJ|NOUN|PROPN)$/.test(tokens[first]?.pos ?? '')) first--;
  if (
    first === last ||
    tokens[first]?.pos !== 'DET' ||
    !/^(?:in|with|by|under|through)$/.test(tokens[first - 1]?.lower ?? '')
  )
    return null;
  return {
    ...clause,
    subject: [first, last],
    borrowed: false,
    verb: { ...verb, passive: true, tense: 'past' },
  };
}

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
