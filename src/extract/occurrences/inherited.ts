import { when } from '../../model/when.ts';
import { type Clause, SAYING } from '../clauses.ts';
import { isWork, OPINION, STATIVE } from '../eventWords.ts';
import type { Judged } from '../status.ts';
import { carry, type Occurrence, type Sentence } from './occurrence.ts';

/**
 * What a sentence without a date tells at a time that the text itself says it shares: "During this time …", or what a law
 * or treaty does whose making was dated before ("The Act created a senate"). That a sentence merely stands behind a dated
 * one says too little.
 * @param last the event told before, in this block. @param recent those before, latest first.
 */
export function inherited(
  sentence: Sentence,
  clause: Clause,
  judged: Judged,
  last: Occurrence,
  recent: readonly Occurrence[],
): Occurrence | null {
  const { verb } = clause;
  if (verb.tense !== 'past' || verb.perfect || verb.progressive || !clause.subject) return null;
  const law = lawIn(sentence, clause, [last, ...recent]);
  const makes = law && MAKING.has(verb.lemma);
  if (
    !verb.passive &&
    !makes &&
    (STATIVE.has(verb.lemma) || OPINION.has(verb.lemma) || SAYING.has(verb.lemma))
  )
    return null;
  if (law) return at(sentence, judged, law);
  if (!SAME_TIME.test(opening(sentence))) return null;
  const story = [last, ...recent].find((o) => o.kind === 'clause') ?? last;
  return story.kind === 'named' ? null : at(sentence, judged, story);
}

/** Whether a sentence opens in a way that may inherit a date from further away than the sentence before. */
export const mayInherit = (text: string): boolean => SAME_TIME.test(text) || THE_LAW.test(text);

/** What a law does by being made, although of others the verb says how they are. */
const MAKING = new Set([
  'constitute',
  'require',
  'enable',
  'allow',
  'recognize',
  'recognise',
  'declare',
  'state',
]);

/** How a sentence opens that speaks of the time that was just spoken of. */
const SAME_TIME =
  /^(?:(?:during|in|over|throughout|at) (?:this|that|the same) (?:time|period|decade|era|phase)|meanwhile|simultaneously)\b/i;
const THE_LAW = /^The \p{Lu}\p{Ll}+ \p{Ll}/u;

const opening = ({ reading, span }: Sentence): string =>
  reading.words.slice(span.start, Math.min(span.end, span.start + 60)).replace(/\s+/g, ' ');

/** The law or treaty told of late that is a clause's whole subject: "the Act". */
function lawIn({ tokens, block }: Sentence, clause: Clause, told: readonly Occurrence[]): Occurrence | null {
  const [first, last] = clause.subject ?? [0, -1];
  const head = tokens[last];
  if (last - first !== 1 || tokens[first]?.lower !== 'the' || !head?.capital || !isWork(head.lower))
    return null;
  const names = (o: Occurrence) =>
    o.tokens.slice(o.core[0], o.core[1] + 1).some((t) => t.capital && t.lower === head.lower);
  const laws = told.filter((o) => o.block === block && names(o));
  // Of two that are told of, either may be meant.
  return laws.every((o) => o.time.edtf === laws[0]?.time.edtf) ? (laws[0] ?? null) : null;
}

/** An event with the date of another; where that is a day, about then. Null for what lies ahead or goes on. */
function at(sentence: Sentence, judged: Judged, { time, mention, status }: Occurrence): Occurrence | null {
  if (/^\.\.|\.\.$/.test(time.edtf) || status !== 'happened') return null;
  const day = time.precision === 'day' && !time.edtf.includes('/');
  const edtf = day ? `${time.edtf.replace(/[~?%]$/, '')}~` : time.edtf;
  const how = `${mention.how} → the same time`;
  return carry(
    sentence,
    judged,
    when(edtf, 'inherited', time.precision),
    mention,
    how,
    SURE * judged.evidence,
  );
}
const SURE = 0.65;
