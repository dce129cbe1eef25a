import { when } from '../../model/when.ts';
import { type Clause, SAYING } from '../clauses.ts';
import { OPINION, STATIVE } from '../eventWords.ts';
import { isFiniteTense, type Token } from '../language.ts';
import { habit, judgeVerb } from '../status.ts';
import { carry, type Occurrence, type Sentence } from './occurrence.ts';

/** So sure is a step of a scene of its day. */
const SURE = 0.55;
/** Sentences behind a dated one that still belong to its scene. */
const REACH = 2;

/**
 * What a sentence without a date tells of the day of the one before: a story that has come to a day tells on in the
 * simple past, deed by deed. "On 4 May 1931 the ferry left Oban. It struck a rock, and two boats were lowered."
 * Only from a day: of a month or a year a text may say anything next. Each main clause with a subject of its own is a
 * step; what lasts, is said, thought or done by habit is none.
 * @param last the event told before it. @param recent those before it; where one of its own sentence has another day,
 * the story may be at either.
 */
export function stepsOf(sentence: Sentence, last: Occurrence, recent: readonly Occurrence[]): Occurrence[] {
  if (!isScene(last, sentence) || elsewhere(sentence)) return [];
  const beside = recent.filter((o) => o.block === last.block && o.sentence === last.sentence);
  if (beside.some((o) => dayOf(o) !== dayOf(last))) return [];
  const { mention } = last;
  const about = when(dayOf(last), 'inherited', 'day');
  const how = `${mention.how} → the sentence before`;
  return sentence.parse.clauses.flatMap((clause, c): Occurrence[] => {
    if (clause.kind !== 'main' || clause.subject === null || (c > 0 && clause.borrowed)) return [];
    if (!isDeed(sentence, clause)) return [];
    const judged = judgeVerb(sentence, clause);
    return judged ? [carry(sentence, judged, about, mention, how, SURE * judged.evidence)] : [];
  });
}

/** The day of an event that is dated to the day or the minute. */
const dayOf = ({ time }: Occurrence): string => time.edtf.replace(/T.*$/, '');

/**
 * "Eleven thousand people signed": a count of those who did something is one for the time that was just told, be that
 * a year. Smaller numbers count what things there were.
 */
export function countedIn(sentence: Sentence, last: Occurrence): Occurrence[] {
  const { tokens, parse } = sentence;
  const { time, mention, clause: told } = last;
  const clause = parse.clauses.find((c) => c.kind === 'main');
  if (!clause?.subject || !isMany(tokens, clause.subject[0])) return [];
  if (elsewhere(sentence) || !isDeed(sentence, clause)) return [];
  if (last.status !== 'happened' || told?.kind !== 'main' || told.verb.perfect || time.edtf.includes('/'))
    return [];
  if (sentence.index - last.sentence > 2 || sentence.block !== last.block) return [];
  const judged = judgeVerb(sentence, clause);
  const how = `${mention.how} → the sentence before`;
  const about = when(time.edtf, 'inherited', time.precision);
  return judged ? [carry(sentence, judged, about, mention, how, SURE * judged.evidence)] : [];
}

/** "Eleven thousand", "1,200", "86": ten or more. */
const isMany = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.pos === 'NUM' &&
  (/^\d[\d,]+$/.test(tokens[at]?.text ?? '') || MANY.test(tokens[at + 1]?.lower ?? ''));

const MANY = /^(?:hundred|thousand|million|dozen)s?$/;

/** Whether an event opens a scene: a main clause in the simple past, of one day, in this block and near. */
function isScene({ time, clause, status, block, sentence }: Occurrence, here: Sentence): boolean {
  const { tense, perfect } = clause?.verb ?? { tense: 'present', perfect: false };
  return (
    block === here.block &&
    here.index - sentence <= REACH &&
    status === 'happened' &&
    /^(?:day|time)$/.test(time.precision) &&
    !time.edtf.includes('/') &&
    clause?.kind === 'main' &&
    tense === 'past' &&
    !perfect
  );
}

/** "Two years later", "for months", "in later life": a sentence with a time of its own, though none on a calendar. */
const elsewhere = ({ mentions, tokens }: Sentence): boolean =>
  mentions.some(
    (m) => (m.type === 'DURATION' && /^P(?:\d*X?|\d+)[YMWDC]/.test(m.value)) || m.type === 'SET',
  ) || tokens.some((t) => ELSEWHERE.has(t.lower) || UNITS.has(t.lemma));

const ELSEWHERE = new Set(
  'later earlier previously formerly eventually ultimately subsequently since ago before already still now today then afterwards once finally meanwhile'.split(
    ' ',
  ),
);

/** "in the first year", "that winter": a stretch that is not the day. */
const UNITS = new Set(['week', 'month', 'season', 'year', 'decade', 'century', 'winter', 'summer']);

/** Whether a clause tells a deed: in the simple past, and nothing that lasts, is said, thought or done by habit. */
export function isDeed({ tokens, ...sentence }: Sentence, clause: Clause): boolean {
  const { verb } = clause;
  if (!isFiniteTense(verb.tense) || verb.tense !== 'past' || verb.perfect || verb.progressive || verb.negated)
    return false;
  if (habit({ tokens, ...sentence }, clause) || LASTING.has(verb.lemma)) return false;
  const holds = STATIVE.has(verb.lemma) || OPINION.has(verb.lemma) || SAYING.has(verb.lemma);
  return !holds || (verb.passive && !SAYING.has(verb.lemma) && !OPINION.has(verb.lemma));
}

/** Verbs of doing something for some time, or of how a thing is: no step of a story. */
const LASTING = new Set(
  'use work live serve act try help wait sleep wear play produce describe base lead run build support encourage aim intend mark show explain note prove become get'.split(
    ' ',
  ),
);
