import { readEdtf } from '../model/edtf.ts';
import type { Status } from '../model/event.ts';
import { type Clause, SAYING } from './clauses.ts';
import { HABIT, isEventNoun, OPINION, STATIVE } from './eventWords.ts';
import { isFiniteTense, type Token } from './language.ts';
import { type Place, places } from './occurrences/dating.ts';
import { COARSE } from './occurrences/nouns.ts';
import type { Sentence } from './occurrences/occurrence.ts';
import type { DatedMention, Reading } from './reading.ts';

export interface Judged {
  readonly clause: Clause;
  readonly status: Status;
  readonly evidence: number;
}

/** Whether a dated clause is an occurrence, and how surely. */
export function judge(sentence: Sentence, said: Clause, c: number, group: readonly Place[]): Judged | null {
  const { tokens, parse } = sentence;
  const clause = isUntil(said, group) ? { ...said, verb: { ...said.verb, negated: false } } : said;
  if (sentence.question || clause.kind === 'condition' || clause.verb.negated) return null;
  if (habit(sentence, clause) || wasPlanned(sentence, clause, group)) return null;
  const attributed = attribution(sentence, c);
  if (attributed === 'trailing') {
    // "…, two lawmakers said on Sunday": the day belongs to what they said, unless that has its own.
    const said = parse.clauses[0];
    if (inQuotes(tokens, Math.max(0, clause.first - 2)) || /^["“‘']$/.test(tokens[0]?.text ?? ''))
      return null;
    if (!said || c === 0 || hasOwnDate(sentence, 0)) return null;
    const inner = judgeVerb(sentence, said);
    return inner && { ...inner, evidence: inner.evidence * 0.75 };
  }
  const judged =
    clause.verb.tense === 'modal' ? judgeModal(sentence, clause, group) : judgeVerb(sentence, clause);
  if (!judged) return null;
  let { evidence } = judged;
  // "has changed in the twenty-first century" says no more than that it has.
  if (clause.verb.perfect && group.every((p) => COARSE.has(p.mention.precision ?? 'century'))) return null;
  if (attributed === 'leading' && !namesSpeaker(tokens, clause)) evidence *= 0.7;
  if (group.every((p) => /^(?:before|after)$/.test(p.lead))) evidence *= 0.7;
  if (inQuotes(tokens, group[0]?.at[0] ?? 0)) evidence *= speaksOfSelf(tokens, clause) ? 0.3 : 0.6;
  return { ...judged, evidence };
}

/** "The court did not sit until 1351": then it did. */
export const isUntil = ({ verb }: Clause, group: readonly Place[]): boolean =>
  verb.negated &&
  verb.tense === 'past' &&
  group.length > 0 &&
  group.every((p) => /^(?:until|till)$/.test(p.lead));

/** "The vote had been planned for 3 May": the day of what may not have come, unless it still lies ahead. */
const wasPlanned = (sentence: Sentence, { verb }: Clause, group: readonly Place[]): boolean =>
  verb.tense === 'past' &&
  verb.passive &&
  PLANS.has(verb.lemma) &&
  group.every((p) => p.lead === 'for' && statusOf(sentence, p.mention.edtf ?? '') !== 'planned');

export const habit = ({ tokens, mentions }: Sentence, clause: Clause): boolean => {
  const from = tokens[clause.first]?.start ?? 0;
  const to = tokens[clause.last]?.end ?? 0;
  // "every May" makes a habit; "the annual meeting" does not.
  const adjective = (m: DatedMention) => tokens.some((t) => t.end === m.end && t.pos === 'ADJ');
  if (mentions.some((m) => m.type === 'SET' && m.start >= from && m.end <= to && !adjective(m))) return true;
  return tokens.slice(clause.first, clause.last + 1).some((t) => HABIT.has(t.lower));
};

/** Whether the clause only says who says it: before what is said (`leading`) or behind it (`trailing`). */
function attribution({ tokens, parse }: Sentence, c: number): 'leading' | 'trailing' | null {
  const clause = parse.clauses[c];
  if (!clause || !SAYING.has(clause.verb.lemma) || clause.verb.passive || !isFiniteTense(clause.verb.tense))
    return null;
  const next = parse.clauses[c + 1];
  if (next?.kind === 'content') return 'leading';
  const before = parse.clauses[c - 1];
  const comma = tokens[clause.first - 1];
  const object = tokens[clause.verb.last + 1];
  const bare =
    !object ||
    object.pos === 'ADP' ||
    object.pos === 'PUNCT' ||
    object.pos === 'PROPN' ||
    object.pos === 'NOUN' ||
    object.pos === 'ADV' ||
    object.pos === 'DET';
  if (
    c > 0 &&
    c === parse.clauses.length - 1 &&
    before &&
    comma &&
    /^[,”"]$/.test(comma.text) &&
    clause.kind === 'main' &&
    bare &&
    !clause.borrowed
  )
    return 'trailing';
  return null;
}

const hasOwnDate = (sentence: Sentence, c: number): boolean =>
  places(sentence).some((p) => p.clause === c && p.role !== 'none');

const namesSpeaker = (tokens: readonly Token[], clause: Clause): boolean =>
  clause.subject !== null &&
  tokens.slice(clause.subject[0], clause.subject[1] + 1).some((t) => t.pos === 'PROPN' || t.pos === 'PRON');

/** "I did", "we built": what a quoted person tells of themselves. */
const speaksOfSelf = (tokens: readonly Token[], clause: Clause): boolean =>
  clause.subject !== null && /^(?:i|we|you|my|our)$/.test(tokens[clause.subject[0]]?.lower ?? '');

function inQuotes(tokens: readonly Token[], at: number): boolean {
  let open = false;
  for (let i = 0; i < at; i++) {
    const t = tokens[i]?.text;
    if (t === '“') open = true;
    else if (t === '”') open = false;
    else if (t === '"') open = !open;
  }
  return open;
}

/**
 * "The dinner would take place on 19 November" is a plan told of later; "could be appointed next week" may come. What
 * would have been or might be under a condition tells nothing.
 */
function judgeModal(sentence: Sentence, clause: Clause, group: readonly Place[]): Judged | null {
  const { tokens, parse } = sentence;
  const { verb } = clause;
  if (verb.perfect || STATIVE.has(verb.lemma) || OPINION.has(verb.lemma)) return null;
  const ahead = group.some((p) => statusOf(sentence, p.mention.edtf ?? '') === 'planned');
  const helper = tokens[verb.first]?.lower ?? '';
  // "Entries must arrive by 3 May": a day that is set.
  if (helper === 'must') {
    const due = ahead && group.every((p) => /^(?:by|before|until)$/.test(p.lead));
    return due ? { clause, status: 'planned', evidence: 0.6 } : null;
  }
  if (/^(?:could|may)$/.test(helper)) return ahead ? { clause, status: 'hypothetical', evidence: 0.5 } : null;
  if (helper !== 'would' || parse.clauses.some((c) => c.kind === 'condition')) return null;
  return { clause, status: ahead ? 'planned' : 'happened', evidence: 0.6 };
}

/** "Nobody was hurt", "No ship came": nothing happened, unless for the first time or longer. */
const ofNobody = (tokens: readonly Token[], { subject }: Clause): boolean =>
  subject !== null &&
  /^(?:nobody|none|nothing|neither|no)$/.test(tokens[subject[0]]?.lower ?? '') &&
  !/^(?:fewer|less|longer)$/.test(tokens[subject[0] + 1]?.lower ?? '');

/** "They walked out, as they did in 2013": what they did is said by the verb before. */
const standsForVerb = (tokens: readonly Token[], { verb, kind }: Clause): boolean =>
  verb.lemma === 'do' &&
  !verb.passive &&
  kind !== 'main' &&
  /^(?:ADP|PUNCT|SCONJ|CCONJ)$/.test(tokens[verb.last + 1]?.pos ?? 'PUNCT');

/** "Had the fan been fitted in 1955, nobody would have died": nothing of it happened. */
const isUnreal = ({ tokens }: Sentence, { verb }: Clause): boolean =>
  tokens.slice(0, verb.first).every((t) => t.text !== ',') &&
  tokens[0]?.lower === 'had' &&
  !/^(?:VERB|PUNCT)$/.test(tokens[1]?.pos ?? '') &&
  tokens.some((t) => /^(?:would|could|might)$/.test(t.lower));

/** What the verb's form and meaning say. */
export function judgeVerb(sentence: Sentence, clause: Clause): Judged | null {
  const { tokens } = sentence;
  const { verb } = clause;
  if (verb.negated || clause.kind === 'condition') return null;
  if (ofNobody(tokens, clause) || standsForVerb(tokens, clause) || isUnreal(sentence, clause)) return null;
  // "no matter who wins", "asked when it began".
  if (tokens[clause.first - 1]?.lower === 'matter') return null;
  if (
    clause.kind === 'content' &&
    /^(?:who|what|when|where|how|why|whether|which)$/.test(tokens[clause.first]?.lower ?? '')
  )
    return null;
  const stative = STATIVE.has(verb.lemma) && !verb.passive;
  const opinion = OPINION.has(verb.lemma) && !verb.passive;
  const counted = tokens.slice(clause.first, clause.last + 1).some((t) => isAmount(t));
  const embedded = clause.kind === 'content' ? 0.85 : clause.kind === 'ground' ? 0.9 : 1;
  const ok = (evidence: number, status: Status): Judged => ({
    clause,
    status,
    evidence: evidence * embedded,
  });
  switch (verb.tense) {
    case 'past':
      if (opinion) return verb.perfect ? null : ok(0.5, 'happened');
      if (!stative) return ok(verb.perfect ? 0.75 : 0.88, 'happened');
      if (existential(tokens, clause)) return ok(0.75, 'happened');
      // "has been its engineer since 2015": how things are.
      if (verb.perfect && !counted && verb.lemma === 'be') return null;
      // "was too narrow by then": how it was.
      if (
        verb.lemma === 'be' &&
        !counted &&
        /^(?:too|so|still|already|no)$/.test(tokens[verb.last + 1]?.lower ?? '')
      )
        return null;
      return ok(counted ? 0.7 : 0.55, 'happened');
    case 'present':
      if (opinion) return null;
      // "is to be unveiled", "is planned for May".
      if (verb.lemma === 'be' && /^(?:to|due)$/.test(tokens[verb.last + 1]?.lower ?? ''))
        return ok(0.68, 'planned');
      if (verb.passive && PLANS.has(verb.lemma)) return ok(0.68, 'planned');
      if (verb.progressive) return ok(0.6, 'ongoing');
      if (stative) return counted ? ok(0.45, 'ongoing') : null;
      return ok(0.6, 'happened');
    case 'future':
      return ok(stative ? 0.4 : 0.68, parentHopes(sentence, clause) ? 'hypothetical' : 'planned');
    case 'modal':
      return null;
    case 'participle':
      return ok(stative ? 0.4 : 0.72, PLANS.has(verb.lemma) ? 'planned' : 'happened');
    case 'gerund':
      return stative || opinion ? null : ok(0.6, 'happened');
    default:
      return null;
  }
}

const PLANS = new Set(['plan', 'schedule', 'slate', 'expect', 'set', 'intend', 'book', 'time']);

const HOPES = new Set(['hope', 'expect', 'want', 'wish', 'believe', 'think', 'fear', 'suggest', 'predict']);

const parentHopes = ({ parse }: Sentence, clause: Clause): boolean =>
  HOPES.has(parse.clauses[clause.parent]?.verb.lemma ?? '');

export const isAmount = (t: Token): boolean =>
  t.pos === 'NUM' && !/^(?:1\d|20)\d\ds?$/.test(t.text) && t.lower !== 'one';

/** "there was a revolution": the noun behind the verb is what happened. */
function existential(tokens: readonly Token[], clause: Clause): boolean {
  for (let i = clause.verb.last + 1; i <= clause.last && i < clause.verb.last + 8; i++) {
    const t = tokens[i];
    if (t?.pos === 'NOUN' && isEventNoun(t.lemma)) return true;
  }
  return false;
}

/** Whether a date lies behind the day from which the document speaks. */
export function statusOf(sentence: Sentence, edtf: string): Status {
  const date = sentence.reading.document.date;
  if (!date) return 'happened';
  const now = readEdtf(date.edtf);
  const then = readEdtf(edtf);
  if ('problem' in now || 'problem' in then) return 'happened';
  return then.start >= now.end && !mostlyAhead(sentence.reading, now.end) ? 'planned' : 'happened';
}

/** Days of a stretch of time from which on what has been done through it still goes on. */
const LONG = 60;

/**
 * "Trade has grown over the past decade", "The firm has been listed since 2012": whether what a present perfect tells
 * reaches from its date to the day from which the document speaks.
 */
export function stillGoesOn({ tokens, reading }: Sentence, helper: number, edtf: string): boolean {
  if (!/^(?:has|have|'ve|’ve)$/.test(tokens[helper]?.lower ?? '')) return false;
  if (edtf.endsWith('/..')) return true;
  const now = reading.document.date && readEdtf(reading.document.date.edtf);
  const then = readEdtf(edtf);
  if (!now || 'problem' in now || 'problem' in then || !edtf.includes('/')) return false;
  return then.end >= now.start && then.end - then.start > LONG;
}

/** "The exhibition runs from 3 May to 9 June": whether a stretch that was said holds the document's own day. */
export function isNow({ reading }: Sentence, edtf: string): boolean {
  const now = reading.document.date && readEdtf(reading.document.date.edtf);
  const then = readEdtf(edtf);
  if (!now || 'problem' in now || 'problem' in then || !edtf.includes('/') || edtf.includes('..'))
    return false;
  return then.start < now.start && then.end > now.end;
}

/** Share of its dates that no document has ahead of itself: one that does was dated wrongly. */
const MOST_AHEAD = 0.6;
const FEW_DATES = 6;
const ahead = new WeakMap<Reading, boolean>();

/** Whether most of a document's dates lie behind `day`: then it does not speak from there. */
function mostlyAhead(reading: Reading, day: number): boolean {
  const known = ahead.get(reading);
  if (known !== undefined) return known;
  let all = 0;
  let later = 0;
  for (const { edtf } of reading.mentions) {
    const span = edtf === null ? null : readEdtf(edtf);
    if (!span || 'problem' in span) continue;
    all++;
    if (span.start >= day) later++;
  }
  const answer = all >= FEW_DATES && later > all * MOST_AHEAD;
  ahead.set(reading, answer);
  return answer;
}
