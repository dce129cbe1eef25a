import type { ActorIndex } from './actors.ts';
import type { Clause } from './clauses.ts';
import type { Token } from './language.ts';
import type { Occurrence } from './occurrences/occurrence.ts';
import type { Reading } from './reading.ts';
import { hide } from './titles/hidden.ts';
import { count, ENOUGH_WORDS, join, MOST_WORDS, range } from './titles/length.ts';
import { namedTitle, nounTitle } from './titles/nouns.ts';
import { objectTokens } from './titles/objects.ts';
import { occasionOf } from './titles/occasion.ts';
import { phrase } from './titles/phrase.ts';
import { withNames } from './titles/pronouns.ts';
import { publisherOf } from './titles/publisher.ts';
import { DENYING, saidIn, saidTitle } from './titles/said.ts';
import { spell, tidy } from './titles/spelling.ts';
import { headOf, NOBODY, subjectWords } from './titles/subject.ts';
import { verbWords } from './titles/verb.ts';

export { MOST_WORDS } from './titles/length.ts';
export { present } from './titles/verb.ts';

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
  const title = plainHeadline(occurrence, reading, actors);
  const { clause, kind, tokens } = occurrence;
  if (!clause || kind !== 'clause' || count(title) < 2) return title;
  // Where there is room: on what occasion, or what it followed.
  const more = occasionOf(tokens, clause, hide(occurrence, reading, actors));
  if (
    more !== '' &&
    !title.includes(more.split(' ').at(-1) ?? '') &&
    count(title) + count(more) <= MOST_WORDS
  )
    return tidy(join(title, more));
  return title;
}

function plainHeadline(occurrence: Occurrence, reading: Reading, actors: ActorIndex): string {
  const { tokens, clause, kind } = occurrence;
  const hidden = hide(occurrence, reading, actors);
  if (kind === 'headline') return pressTitle(tokens, hidden, publisherOf(reading, occurrence.block));
  if (occurrence.label !== undefined) return tidy(occurrence.label);
  if (kind === 'named') return namedTitle(occurrence, hidden);
  if (!clause) return nounTitle(occurrence, reading, actors, hidden);
  const subject = subjectWords(occurrence, clause, reading, actors, hidden);
  if (subject === NOBODY) return '';
  const told = datedBeing(occurrence, clause, hidden);
  if (told !== null) return told;
  const verb = verbWords(occurrence, clause, subject);
  const used = count(subject.text) + count(verb);
  const said = saidIn(occurrence, clause, hidden);
  if (said) return tidy(saidTitle(tokens, said, subject.text, verb, DENYING.has(clause.verb.lemma)));
  const first = firstTo(tokens, clause).filter((i) => !hidden.has(i));
  if (first.length > 0)
    return tidy(join(subject.text, phrase(tokens, first, MOST_WORDS - count(subject.text), ENOUGH_WORDS)));
  if (saysThereIs(tokens, clause) || showsPicture(occurrence, clause)) {
    const there = objectTokens(occurrence, clause, hidden);
    if (/^(?:a|an|the)$/.test(tokens[there[0] ?? -1]?.lower ?? '')) there.shift();
    return tidy(phrase(tokens, there, MOST_WORDS, ENOUGH_WORDS));
  }
  const objects = withNames(occurrence, objectTokens(occurrence, clause, hidden), reading, actors);
  const rest = (words: number): string =>
    phrase(tokens, objects.list, MOST_WORDS - words, ENOUGH_WORDS - words, objects.names);
  const behind = rest(used);
  if (behind !== '' || objects.list.length === 0) return tidy(join(subject.text, verb, behind));
  // The object says more than what hangs on the subject.
  const head = headOf(subject.text);
  return tidy(join(head, verb, rest(count(head) + count(verb))));
}

/**
 * "The last flood was in 1953", "The nineties were worse", "In 2019 it was 31 million": of a mere being the subject is the
 * headline where only a date follows; where the date is the subject, what it was; where neither is named, nothing is.
 * @returns null for any other verb.
 */
function datedBeing(occurrence: Occurrence, clause: Clause, hidden: ReadonlySet<number>): string | null {
  const { tokens } = occurrence;
  const { verb, subject } = clause;
  if (
    verb.lemma !== 'be' ||
    verb.first !== verb.last ||
    !subject ||
    tokens[verb.first - 1]?.lower === 'there'
  )
    return null;
  const after = tokens[verb.last + 1];
  const rest = range(verb.last + 1, clause.last).find((i) => !hidden.has(i));
  const alone = rest === undefined || tokens[rest]?.pos === 'PUNCT';
  if (alone && hidden.has(verb.last + 1) && !(occurrence.core[0] > verb.last)) {
    const from = Math.min(
      subject[0],
      occurrence.parse.clauses.indexOf(clause) > 0 && clause.borrowed ? 0 : subject[0],
    );
    const before = range(from, verb.first - 1).filter((i) => !hidden.has(i));
    while (tokens[before[0] ?? -1]?.pos === 'DET') before.shift();
    return tidy(phrase(tokens, before, MOST_WORDS, ENOUGH_WORDS));
  }
  const unnamed = range(subject[0], subject[1]).every((i) => hidden.has(i) || tokens[i]?.pos === 'DET');
  const amount = tokens[subject[0]]?.lower === 'it' && subject[0] === subject[1] && after?.pos === 'NUM';
  if (amount) return '';
  if (!unnamed) return null;
  const what = objectTokens(occurrence, clause, hidden);
  if (tokens[what[0] ?? -1]?.pos !== 'DET') return '';
  return tidy(phrase(tokens, what.slice(1), MOST_WORDS, ENOUGH_WORDS));
}

/** "was the first among several guests to speak": "first to speak". Empty for anything else. */
function firstTo(tokens: readonly Token[], { verb, last }: Clause): number[] {
  const at = verb.last + 2;
  const rank = tokens[at];
  if (
    verb.lemma !== 'be' ||
    tokens[at - 1]?.lower !== 'the' ||
    !/^(?:first|last|only)$/.test(rank?.lower ?? '')
  )
    return [];
  const to = range(at + 1, last).find((i) => tokens[i]?.lower === 'to' && tokens[i + 1]?.pos === 'VERB');
  if (to === undefined || tokens[at + 1]?.pos === 'NOUN') return [];
  return [at, ...range(to, last)];
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

/** A press headline as it stands, behind who published it, with what follows a colon; too long, it ends at a good place. */
function pressTitle(tokens: readonly Token[], hidden: ReadonlySet<number>, publisher: string): string {
  const list = range(0, tokens.length - 1).filter((i) => !hidden.has(i));
  const lead = publisher === '' || spell(tokens, list).includes(publisher) ? '' : `${publisher}: `;
  const most = MOST_WORDS - count(lead.trim());
  const text = spell(tokens, list);
  if (count(text) <= most) return tidy(lead + text);
  const colon = list.findIndex((i) => /^[:;—–]$/.test(tokens[i]?.text ?? ''));
  const head = colon >= 3 ? list.slice(0, colon) : list;
  return tidy(lead + phrase(tokens, head, most, most));
}
