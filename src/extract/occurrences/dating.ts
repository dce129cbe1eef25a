import { readEdtf } from '../../model/edtf.ts';
import { type Clause, SAYING } from '../clauses.ts';
import { COURSE, STATIVE } from '../eventWords.ts';
import type { Token } from '../language.ts';
import type { DatedMention } from '../reading.ts';
import { citation, isPeriod, nounBefore, nounBehind } from './datedNouns.ts';
import type { Sentence } from './occurrence.ts';

/** How a date stands in its sentence. */
export interface Place {
  readonly mention: DatedMention;
  /** Tokens of the date, [first, last], with the whole of a range. */
  readonly at: readonly [number, number];
  /** The preposition before it, lower case, or an empty string. */
  readonly lead: string;
  /** Clause in which it stands, or -1. */
  readonly clause: number;
  /** Noun phrase that it belongs to, [first, last, head], or null where it dates the clause. */
  readonly phrase: readonly [number, number, number] | null;
  /** "At a meeting in 1951, …": the noun phrase leads the clause and so its date is the clause's. */
  readonly leads: boolean;
  readonly role: 'clause' | 'phrase' | 'named' | 'none';
}

export function places(sentence: Sentence): Place[] {
  const { tokens } = sentence;
  const list: Place[] = [];
  let covered = -1;
  for (const mention of together(sentence)) {
    if (mention.edtf === null || mention.start < covered) continue;
    const span = mention.range ?? mention;
    covered = mention.range ? mention.range.end : covered;
    const first = tokens.findIndex((t) => t.end > span.start);
    if (first < 0) continue;
    let last = first;
    while (last + 1 < tokens.length && (tokens[last + 1]?.start ?? 0) < span.end) last++;
    list.push(place(sentence, mention, first, last, clauseOf(sentence, first, last)));
  }
  return withoutDateline(sentence, list);
}

/** "OSLO, 4 May — The port on Tuesday …": where the clause has a day of its own, the dateline only says who tells. */
function withoutDateline({ reading, block }: Sentence, list: readonly Place[]): Place[] {
  const [line, ...others] = list;
  if (!line || others.length === 0 || line.mention.precision !== 'day') return [...list];
  const text = reading.words;
  const heads =
    DATELINE.test(text.slice(reading.blocks[block]?.start ?? 0, line.mention.start)) &&
    BEHIND_DATELINE.test(text.slice(line.mention.end, line.mention.end + 40));
  const own = others.some(
    ({ clause, role, mention }) =>
      clause === line?.clause && role === 'clause' && mention.precision === 'day',
  );
  return heads && own ? others : [...list];
}

/** A place before a day, and what stands between the day and the first word: an agency in brackets, a dash. */
const DATELINE = /^\p{Lu}[^\p{Ll}]*(?:\p{L}[\p{L} .'’/-]{1,40})?[,(]\s*$/u;

const BEHIND_DATELINE = /^\.?\)?,?\s*(?:\([^()]{1,30}\)\s*)?(?:—|–|--|-\s)/;

/** The dates of a sentence; days or months in a row, "on 22 and 23 January", "in July and August", are one stretch. */
function together({ mentions, reading }: Sentence): DatedMention[] {
  const list: DatedMention[] = [];
  for (const mention of mentions) {
    const before = list.at(-1);
    const whole = before && stretchOf(before, mention, reading.words);
    if (whole) list[list.length - 1] = whole;
    else list.push(mention);
  }
  return list;
}

function stretchOf(a: DatedMention, b: DatedMention, text: string): DatedMention | null {
  if (a.edtf === null || b.edtf === null || b.range || a.precision !== b.precision || a.type !== 'DATE')
    return null;
  if (!/^(?:day|month)$/.test(b.precision ?? '')) return null;
  if (!/^\s*(?:,|and|&|, and)\s*$/.test(text.slice((a.range ?? a).end, b.start))) return null;
  const [from, to] = [readEdtf(a.range?.edtf ?? a.edtf), readEdtf(b.edtf)];
  if ('problem' in from || 'problem' in to || from.end !== to.start) return null;
  const first = (a.range?.edtf ?? a.edtf).split('/')[0] ?? a.edtf;
  const precision = b.precision ?? 'day';
  return { ...a, range: { start: (a.range ?? a).start, end: b.end, edtf: `${first}/${b.edtf}`, precision } };
}

/** The clause that a date stands in; a clause that is itself the date ("when she was nineteen") dates the one it hangs on. */
function clauseOf({ parse }: Sentence, first: number, last: number): number {
  const own = parse.owner[last] ?? -1;
  const verb = parse.clauses[own]?.verb;
  if (verb && verb.first >= first && verb.last <= last) {
    return parse.clauses.findIndex((c, i) => i !== own && c.kind === 'main');
  }
  const owner = parse.owner[first] ?? -1;
  if (owner >= 0) return owner;
  // "Sales in the third quarter, which ended in March, rose": in front of the aside stands the subject.
  return parse.clauses.findIndex(
    (c) => c.kind === 'main' && c.subject && c.subject[0] <= first && first <= c.subject[1],
  );
}

const LEADS = new Set(
  'in on at by during since until till from before after around about of between through throughout over for within as to into towards toward up than circa'.split(
    ' ',
  ),
);

const COMPARISONS = new Set(['than', 'compared', 'unlike', 'versus', 'vs', 'like']);

/** Tokens before a date in which what it compares with is looked for. */
const REACH_OF_COMPARISON = 9;

/**
 * "compared with 41 a year ago", "from 1.3 billion in December 2021", "the worst run since 1934": the date of what
 * something is measured against. @param p the word before the date. @param last its last.
 */
function compares(tokens: readonly Token[], p: number, last: number): boolean {
  let amount = false;
  for (let i = p; i >= 0 && p - i < REACH_OF_COMPARISON; i--) {
    const t = tokens[i];
    if (!t) return false;
    if (t.pos === 'NUM' || t.pos === 'SYM') amount = true;
    // "rose from 40 in May to 90 in June" is told with both its ends.
    if (t.lower === 'from' && tokens.slice(last + 1, last + 3).some((w) => w.lower === 'to')) return false;
    if (
      /^(?:from|against|versus|vs|than)$/.test(t.lower) ||
      (t.lower === 'with' && tokens[i - 1]?.lower === 'compared')
    )
      return amount && i < p && (t.lower !== 'from' || isCourse(tokens, i));
    if (t.pos === 'VERB' || t.pos === 'AUX' || t.lower === 'to' || t.text === ',' || t.text === ';') break;
  }
  if (tokens[p]?.lower !== 'since') return false;
  // A superlative since then compares with all between.
  for (let i = p - 1; i >= 0 && p - i < REACH_OF_COMPARISON; i--) {
    const t = tokens[i];
    if (!t || t.pos === 'VERB' || t.pos === 'AUX' || t.text === ';') return false;
    const ranks = /^(?:first|last|most|least|best|worst)$/.test(t.lower) || /[^aeiou]est$/.test(t.lower);
    if (ranks && /^(?:the|its|their|his|her)$/.test(tokens[i - 1]?.lower ?? '')) return true;
  }
  return false;
}

/** "up from 40", "fell to 30 from 50": what `from` leads was before a change. */
function isCourse(tokens: readonly Token[], from: number): boolean {
  if (/^(?:up|down)$/.test(tokens[from - 1]?.lower ?? '')) return true;
  const verb = tokens.slice(0, from).findLast((t) => t.pos === 'VERB');
  return verb !== undefined && COURSE.has(verb.lemma);
}

export function place(
  sentence: Sentence,
  mention: DatedMention,
  first: number,
  last: number,
  clause: number,
): Place {
  const { tokens } = sentence;
  // A range brings its own preposition: "from 1882 to 1889".
  const opens = LEADS.has(tokens[first]?.lower ?? '') && last > first;
  let p = opens ? first : first - 1;
  while (tokens[p]?.pos === 'ADV' && !LEADS.has(tokens[p]?.lower ?? '')) p--;
  const before = tokens[p];
  const lead = before && (LEADS.has(before.lower) || before.pos === 'ADP') ? before.lower : '';
  const base = { mention, at: [first, last] as const, lead, clause, phrase: null, leads: false };
  const earlier = lead ? tokens[p - 1] : before;
  // "the third this year": counts, and does not date.
  if (
    lead === '' &&
    before &&
    p === first - 1 &&
    /^(?:first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th)|last|only)$/.test(before.lower) &&
    tokens[p - 1]?.pos === 'DET'
  )
    return { ...base, role: 'none' };
  if (compares(tokens, p, last)) return { ...base, role: 'none' };
  if (COMPARISONS.has(lead) || (earlier && COMPARISONS.has(earlier.lower)) || earlier?.lower === 'compared')
    return { ...base, role: 'none' };

  // "(Vos, 1975)" behind a name; else what stands in brackets with a name before it cites.
  const named = citation(tokens, first, last, mention.range !== null || /\d\/\d/.test(mention.edtf ?? ''));
  if (named) return { ...base, ...named };
  // "Vision 2030", "Expo 2020": a year that belongs to a name.
  const bare = /^\d{4}$/.test(mention.text);
  if (bare && before?.pos === 'PROPN' && !MONTH.test(before.lower) && p === first - 1)
    return { ...base, role: 'none' };
  // "the winter lectures", "a summer school": what kind they are.
  const article = before?.pos === 'DET' || tokens[first]?.pos === 'DET';
  if (SEASON.test(mention.text) && article && tokens[last + 1]?.pos === 'NOUN')
    return { ...base, role: 'none' };

  const phrase = nounBehind(tokens, first, last, lead, p) ?? nounBefore(tokens, p, lead, sentence);
  if (!phrase || isPeriod(tokens, phrase)) return { ...base, role: 'clause' };
  const owner = sentence.parse.clauses[clause];
  if (owner && lead === 'of' && happensAt(tokens, phrase, owner)) return { ...base, role: 'clause' };
  const leads = owner !== undefined && leadsClause(tokens, phrase, owner);
  return { ...base, mention: withoutLength(mention), phrase, leads, role: 'phrase' };
}

const SEASON = /^(?:the )?(?:spring|summer|autumn|fall|winter)$/i;

/**
 * "led the strike of 1979", "wounded at the battle of 6 May 1811": who takes part in a happening, or does something at
 * it, does so at its date, and the verb says more than the noun.
 */
function happensAt(
  tokens: readonly Token[],
  [from, to]: readonly [number, number, number],
  { verb }: Clause,
): boolean {
  if (verb.tense !== 'past' || verb.perfect || verb.negated || from <= verb.last) return false;
  const before = tokens[from - 1]?.lower ?? '';
  if (from === verb.last + 1) return !verb.passive && TAKING_PART.has(verb.lemma);
  const plain = tokens.slice(verb.last + 1, to).every((t) => t.pos !== 'VERB' && t.text !== ',');
  return plain && /^(?:at|during)$/.test(before) && !STATIVE.has(verb.lemma) && !SAYING.has(verb.lemma);
}

const TAKING_PART = new Set(
  'lead win lose fight survive attend host organise organize start cause trigger suppress crush chair join call mediate command open contest'.split(
    ' ',
  ),
);

/** "After the coup of 6 May he was held for four months": how long it lasts is told of the verb, not of the noun. */
const withoutLength = (mention: DatedMention): DatedMention =>
  mention.range?.start === mention.start && mention.range.end === mention.end
    ? { ...mention, range: null }
    : mention;

/** Whether a phrase stands in front of the clause's subject, led by a preposition or as the subject itself. */
function leadsClause(
  tokens: readonly Token[],
  phrase: readonly [number, number, number],
  clause: Clause,
): boolean {
  if (phrase[0] >= clause.verb.first || (phrase[0] < clause.first && clause.kind !== 'main')) return false;
  const before = tokens[phrase[0] - 1];
  const word = tokens[phrase[2]];
  if (!word) return false;
  if (before?.pos === 'ADP' && /^(?:in|at|during|on|under)$/.test(before.lower)) return true;
  return false;
}

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
