import { type Precision, readEdtf } from '../model/edtf.ts';
import type { Status } from '../model/event.ts';
import { when } from '../model/when.ts';
import { type Clause, SAYING } from './clauses.ts';
import { COURSE, isWork, STATIVE } from './eventWords.ts';
import type { Token } from './language.ts';
import { alongside } from './occurrences/alongside.ts';
import { atOnce } from './occurrences/atOnce.ts';
import { besideDated, mayCarry, undated } from './occurrences/carried.ts';
import { type Place, places } from './occurrences/dating.ts';
import { afterwards, apart } from './occurrences/distances.ts';
import { anchorsWithEntries } from './occurrences/entries.ts';
import { sharesOf } from './occurrences/gaps.ts';
import { headlineOf } from './occurrences/headlines.ts';
import { withImplied } from './occurrences/implied.ts';
import { lifeIn, lifeLine } from './occurrences/life.ts';
import { figureFor } from './occurrences/measured.ts';
import { listEntry, marking, namedThing, nounEvent, verbless } from './occurrences/nouns.ts';
import {
  make,
  type Occurrence,
  readSentence,
  type Sentence,
  sourceMention,
  timeOf,
} from './occurrences/occurrence.ts';
import { settled } from './occurrences/settled.ts';
import type { DatedMention, Reading } from './reading.ts';
import { isNow, isUntil, type Judged, judge, statusOf, stillGoesOn } from './status.ts';
import { stretches } from './stretches.ts';

/**
 * Finds the occurrences of a document, in the order of its text. Linear in its length.
 * @param onPart hears now and then how much is done, 0 … 1.
 */
export function findOccurrences(plain: Reading, onPart: (share: number) => void = () => {}): Occurrence[] {
  const reading: Reading = { ...plain, anchors: anchorsWithEntries(plain) };
  const found: Occurrence[] = [];
  const text = reading.words;
  const mentions = bySentence(reading.mentions);
  let last: Occurrence | null = null;
  let recent: readonly Occurrence[] = [];
  reading.blocks.forEach((block, b) => {
    if (b % 64 === 0) onPart(b / reading.blocks.length);
    if (block.kind === 'heading' || (last && b - last.block > 1)) {
      last = null;
      recent = [];
    }
    if (block.kind === 'note' || block.kind === 'byline' || block.kind === 'navigation') return;
    if (block.kind === 'heading') {
      found.push(...headlineOf(reading, b));
      return;
    }
    const line = lifeLine(reading, b, mentions);
    found.push(...line, ...lifeIn(reading, b, mentions));
    if (line.length > 0) return;
    block.sentences.forEach((whole, s) => {
      const dates = mentions.get(`${b} ${s}`) ?? [];
      for (const span of stretches(text, whole)) {
        const said = dates.filter((m) => m.start >= span.start && m.start < span.end);
        const own = withImplied(reading, b, s, span, said, found);
        const hasDate = own.some((m) => m.edtf !== null);
        if (!hasDate && !mayCarry(reading, b, s, span, last)) continue;
        const sentence = readSentence(reading, b, s, span, own);
        const told = hasDate ? dated(sentence) : [];
        const more = told.length > 0 ? besideDated(sentence, told, last) : undated(sentence, last, recent);
        found.push(...told, ...more);
        last = told.at(-1) ?? last;
        // "SAM (Vos, 1978)" names a work in passing.
        const story = told.filter((o) => o.kind !== 'named').reverse();
        if (story.length > 0) recent = story.concat(recent).slice(0, MOST_RECENT);
      }
    });
  });
  return settled(found, reading);
}

/** Events of a section that a later sentence may go on about. */
const MOST_RECENT = 4;

/** Mentions by `block sentence`. */
export function bySentence(mentions: readonly DatedMention[]): Map<string, DatedMention[]> {
  const map = new Map<string, DatedMention[]>();
  for (const m of mentions) {
    const key = `${m.block} ${m.sentence}`;
    const list = map.get(key);
    if (list) list.push(m);
    else map.set(key, [m]);
  }
  return map;
}

function dated(sentence: Sentence): Occurrence[] {
  const found: Occurrence[] = [];
  const all = places(sentence);
  const entry = listEntry(sentence, all);
  // "1974 Move to the new hall, opened by the queen on 3 May": what else the line dates is told beside its entry.
  const list = entry ? all.filter((p) => isBeside(sentence, p, entry)) : all;
  if (entry && list.length === 0) return [entry];
  const byClause = new Map<number, Place[]>();
  const subjects = new Set<Place>();
  for (const p of list) {
    let acts: 'alone' | 'among' | null = null;
    if (p.role === 'named') found.push(...namedThing(sentence, p));
    if (p.role === 'phrase' && p.phrase) {
      const noun = nounEvent(sentence, p);
      acts = asSubject(sentence, p);
      if (acts === 'alone') subjects.add(p);
      if (noun && acts !== 'alone' && (!p.leads || isWorkPhrase(sentence, p))) found.push(noun);
    }
    if (p.role === 'clause' || acts !== null || (p.role === 'phrase' && p.leads)) {
      const key = p.clause;
      byClause.set(key, [...(byClause.get(key) ?? []), p]);
    }
  }
  for (const p of list) {
    const c = whenAfter(sentence, p);
    if (c >= 0 && !byClause.has(c) && list.every((other) => other.clause !== c))
      byClause.set(c, [{ ...p, lead: 'in', clause: c, role: 'clause', phrase: null, leads: false }]);
  }
  for (const [c, group] of byClause) {
    const marked = group.map((p) => marking(sentence, p)).find((o) => o !== null);
    const alone = group.find((p) => subjects.has(p));
    let told = marked ? [marked] : clauseEvents(sentence, publishing(sentence, c), group);
    const instead = alone && told.length === 0 ? nounEvent(sentence, alone) : null;
    if (instead) told = [instead];
    const figure = told.length === 0 && group[0] ? figureFor(sentence, c, group[0]) : null;
    found.push(...told, ...(figure ? [figure] : []));
  }
  if (entry) return [entry, ...found];
  found.push(
    ...afterwards(sentence, list, found),
    ...apart(sentence, list),
    ...atOnce(sentence, list, found),
    ...alongside(sentence, all, found),
  );
  return found.sort((a, b) => a.core[0] - b.core[0]);
}

/** Whether a date of an entry's line tells a clause of its own. */
function isBeside({ parse }: Sentence, { role, clause, at }: Place, entry: Occurrence): boolean {
  const own = parse.clauses[clause];
  const leads = entry.dated.some(([, last]) => at[0] <= last);
  return !leads && role === 'clause' && own !== undefined && own !== entry.clause;
}

/** "Held since 2021, when they overran it": the clause that says what happened at a date; -1 where none follows it. */
function whenAfter({ tokens, parse }: Sentence, { at }: Place): number {
  const when = tokens[at[1] + 1]?.text === ',' ? at[1] + 2 : at[1] + 1;
  if (tokens[when]?.lower !== 'when') return -1;
  const c = parse.owner[when] ?? -1;
  const clause = parse.clauses[c];
  return clause && clause.first <= when && clause.verb.tense === 'past' && !clause.verb.perfect ? c : -1;
}

/**
 * "The 1906 earthquake destroyed the city": a dated happening that does something, alone or among others, dates what
 * it does.
 */
function asSubject({ parse, tokens }: Sentence, p: Place): 'alone' | 'among' | null {
  const clause = parse.clauses[p.clause];
  if (!clause?.subject || clause.borrowed || !p.phrase || p.lead === 'of') return null;
  const { verb, subject } = clause;
  if (p.phrase[0] < subject[0] || p.phrase[2] > subject[1]) return null;
  if (
    verb.tense !== 'past' ||
    verb.perfect ||
    verb.passive ||
    STATIVE.has(verb.lemma) ||
    SAYING.has(verb.lemma)
  )
    return null;
  const others = tokens
    .slice(p.phrase[1] + 1, subject[1] + 1)
    .some((t) => t.pos === 'CCONJ' && !isWithin(tokens, t, p));
  return p.phrase[0] - subject[0] <= 1 && !others ? 'alone' : 'among';
}

const isWithin = (tokens: readonly Token[], t: Token, { at }: Place): boolean =>
  t.start >= (tokens[at[0]]?.start ?? 0) && t.end <= (tokens[at[1]]?.end ?? 0);

/**
 * "in an interview published on Wednesday, he said …": what appeared that day is what he said.
 * @returns the clause that the date of clause `c` tells.
 */
function publishing({ tokens, parse }: Sentence, c: number): number {
  const clause = parse.clauses[c];
  if (clause?.kind !== 'reduced' || !PUBLISHING.has(clause.verb.lemma)) return c;
  const led = tokens[(clause.subject?.[0] ?? 0) - 1];
  const main = parse.clauses.findIndex((k) => k.kind === 'main' && SAYING.has(k.verb.lemma));
  return main >= 0 && led && /^(?:in|to|at)$/.test(led.lower) ? main : c;
}

const PUBLISHING = new Set(['publish', 'release', 'air', 'broadcast', 'post', 'print', 'issue']);

const isWorkPhrase = (sentence: Sentence, p: Place): boolean =>
  isWork(sentence.tokens[p.phrase?.[2] ?? -1]?.lemma ?? '') && p.lead === 'of';

function clauseEvents(sentence: Sentence, c: number, group: readonly Place[]): Occurrence[] {
  const clause = sentence.parse.clauses[c];
  if (!clause) return verbless(sentence, group);
  const judged = judge(sentence, clause, c, group);
  if (!judged) return [];
  const { tokens } = sentence;
  const shares = sharesOf(tokens, clause, group);
  if (shares.length > 0)
    return shares.map(({ place: p, clause: part, core }) =>
      make(sentence, {
        kind: 'clause',
        core,
        clause: part,
        head: part.verb.lemma,
        time: timeOf(p.mention, notUntil(tokens, p) ? '' : p.lead, part),
        mention: sourceMention(p.mention),
        dated: group.map((g) => g.at),
        status: judged.status === 'happened' ? statusOf(sentence, p.mention.edtf ?? '') : judged.status,
        evidence: judged.evidence * p.mention.confidence,
      }),
    );
  const chosen = choose(group, clause, tokens);
  return chosen.map(({ place: p, edtf }) => {
    const lead = isUntil(clause, group) ? '' : p.lead;
    const time = edtf ? when(edtf, p.mention.route) : timeOf(p.mention, lead, judged.clause);
    return make(sentence, {
      kind: 'clause',
      core: [judged.clause.first, judged.clause.last],
      clause: judged.clause,
      head: judged.clause.verb.lemma,
      time,
      mention: sourceMention(p.mention),
      dated: group.map((g) => g.at),
      status: statusAt(sentence, judged, p, time.edtf),
      evidence: judged.evidence * p.mention.confidence,
    });
  });
}

/** "running water not until 1951": then it came. */
const notUntil = (tokens: readonly Token[], { at, lead }: Place): boolean =>
  lead === 'until' && tokens[at[0] - 2]?.lower === 'not';

/** What the verb says of a clause's status, and where it only says that it happened, what the date says. */
function statusAt(sentence: Sentence, { clause, status }: Judged, p: Place, edtf: string): Status {
  const ahead = statusOf(sentence, p.mention.edtf ?? '');
  // "A hearing is on 12 June": it does not go on yet.
  if (status === 'ongoing') return ahead === 'planned' && !p.mention.range ? 'planned' : 'ongoing';
  if (status !== 'happened') return status;
  if (isDeadline(sentence, clause, p)) return 'planned';
  const { tense, first, perfect } = clause.verb;
  const runs = tense === 'present' && !perfect && isNow(sentence, edtf);
  if (runs || stillGoesOn(sentence, first, edtf)) return 'ongoing';
  return ahead;
}

/** "told the bank to deliver a report by April": the date of what is to be done. */
const isDeadline = ({ tokens }: Sentence, clause: Clause, p: Place): boolean =>
  p.lead === 'by' &&
  p.at[0] > clause.verb.last &&
  tokens
    .slice(clause.verb.last + 1, p.at[0])
    .some((t, i, all) => t.lower === 'to' && all[i + 1]?.pos === 'VERB');

/** Which of a clause's dates count: one, both ends of a course, or each of a row ("in 1998 and again in 2004"). */
function choose(
  group: readonly Place[],
  clause: Clause,
  tokens: readonly Token[],
): { place: Place; edtf: string | null }[] {
  const sorted = [...group].sort((a, b) => weight(b) - weight(a) || a.at[0] - b.at[0]);
  const best = sorted[0];
  if (!best) return [];
  if (group.length >= 2 && COURSE.has(clause.verb.lemma)) {
    const [a, b] = [group[0], group.at(-1)];
    const from = a?.mention.range?.edtf ?? a?.mention.edtf ?? '';
    const to = b?.mention.range?.edtf ?? b?.mention.edtf ?? '';
    const [x, y] = [readEdtf(from), readEdtf(to)];
    if (a && b && !('problem' in x) && !('problem' in y) && x.start < y.start) {
      const edtf = `${from.split('/')[0]}/${to.split('/').at(-1)}`;
      if (!('problem' in readEdtf(edtf))) return [{ place: a, edtf }];
    }
  }
  // "moved from May to November": when it is to be now.
  const moved = RESCHEDULING.has(clause.verb.lemma) ? movedTo(best) : null;
  if (moved !== null) return [{ place: best, edtf: moved }];
  const row = group.filter((p, i) => {
    const before = group[i - 1];
    const after = group[i + 1];
    return (before && joined(before, p, tokens)) || (after && joined(p, after, tokens));
  });
  if (row.includes(best)) return row.map((p) => ({ place: p, edtf: null }));
  return [{ place: best, edtf: null }];
}

const RESCHEDULING = new Set('move postpone delay reschedule shift defer push slip'.split(' '));

/** The new date of what is rescheduled: the end of "from … to …", or what "to" or "until" leads. */
function movedTo({ mention, lead }: Place): string | null {
  const edtf = mention.range?.edtf ?? mention.edtf ?? '';
  if (edtf.includes('/')) return edtf.split('/').at(-1) ?? null;
  return /^(?:to|until|till)$/.test(lead) ? edtf : null;
}

export const joined = (a: Place, b: Place, tokens: readonly Token[]): boolean =>
  a.mention.precision === b.mention.precision &&
  b.at[0] - a.at[1] <= 4 &&
  tokens.slice(a.at[1] + 1, b.at[0]).every((t) => /^(?:and|,|again|in|on|&|then)$/.test(t.lower)) &&
  tokens.slice(a.at[1] + 1, b.at[0]).some((t) => t.lower === 'and' || t.text === ',');

/** A finer date says more; the date of an end ("until", "by") says less about what happened. */
function weight(p: Place): number {
  const fine: Partial<Record<Precision, number>> = {
    time: 4,
    day: 4,
    week: 3,
    month: 3,
    season: 2,
    quarter: 2,
    year: 1.5,
  };
  const w = fine[p.mention.precision ?? 'century'] ?? 1;
  const end = /^(?:until|till|by|before|since|after)$/.test(p.lead) ? 1 : 0;
  return w + p.mention.confidence - end - (p.role === 'phrase' ? 1 : 0);
}
