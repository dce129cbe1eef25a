import type { ActorIndex } from './actors.ts';
import type { Clause } from './clauses.ts';
import type { Token } from './language.ts';
import type { Occurrence } from './occurrences/occurrence.ts';
import type { Reading } from './reading.ts';
import { hide } from './titles/hidden.ts';
import { count, ENOUGH_WORDS, join, MOST_WORDS, range } from './titles/length.ts';
import { namedTitle, nounTitle } from './titles/nouns.ts';
import { objectTokens } from './titles/objects.ts';
import { phrase } from './titles/phrase.ts';
import { withNames } from './titles/pronouns.ts';
import { capital, DENYING, hasVerb, saidIn } from './titles/said.ts';
import { spell, tidy } from './titles/spelling.ts';
import { subjectWords } from './titles/subject.ts';
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

/** A press headline as it stands, with what follows a colon; too long, it ends at a good place. */
function pressTitle(tokens: readonly Token[], hidden: ReadonlySet<number>): string {
  const list = range(0, tokens.length - 1).filter((i) => !hidden.has(i));
  const text = spell(tokens, list);
  if (count(text) <= MOST_WORDS) return tidy(text);
  const colon = list.findIndex((i) => /^[:;—–]$/.test(tokens[i]?.text ?? ''));
  const head = colon >= 3 ? list.slice(0, colon) : list;
  return tidy(phrase(tokens, head, MOST_WORDS, MOST_WORDS));
}
