import { toCivil } from '../model/days.ts';
import type { TextSpan } from '../model/document.ts';
import { edtfDate, type Precision, readEdtf } from '../model/edtf.ts';
import type { SourceMention, Status } from '../model/event.ts';
import { type Route, type When, when } from '../model/when.ts';
import { type Clause, type Parse, parseClauses, SAYING } from './clauses.ts';
import { COURSE, HABIT, isEventNoun, isOccasion, isWork, OPINION, STATIVE } from './eventWords.ts';
import { type FoundFigure, findFigures } from './figures.ts';
import { isFiniteTense, type Token, tokensOf, verbGroups } from './language.ts';
import type { BlockAnchor, DatedMention, Reading } from './reading.ts';

/** A passage that tells of something that happens at a date. */
export interface Occurrence {
  /** `clause`: a verb tells it. `noun`: a noun does ("the 1906 earthquake"). `named`: a thing made ("ELIZA (1966)"). `headline`: a press item. */
  readonly kind: 'clause' | 'noun' | 'named' | 'figure' | 'headline';
  /** Index of the block and of the sentence in it. */
  readonly block: number;
  readonly sentence: number;
  /** What is quoted: the sentence. */
  readonly passage: TextSpan;
  /** Tokens of the passage, and which of them tell it: [first, last]. */
  readonly tokens: readonly Token[];
  readonly core: readonly [number, number];
  readonly parse: Parse;
  /** Set where a verb tells it. */
  readonly clause: Clause | null;
  /** The verb or noun in its base form. */
  readonly head: string;
  /** What to call it where no verb or noun does: a figure's label and number. */
  readonly label?: string;
  readonly time: When;
  readonly mention: SourceMention;
  /** Token stretches that say the date, to be left out of a title. */
  readonly dated: readonly (readonly [number, number])[];
  readonly status: Status;
  /** 0 … 1, how sure the signs are that this is an occurrence with this date; not calibrated. */
  readonly evidence: number;
  /** The occurrence of a sentence before that this one only goes on about, or null. */
  readonly elaborates: Occurrence | null;
}

/** Finds the occurrences of a document, in the order of its text. Linear in its length. */
export function findOccurrences(reading: Reading): Occurrence[] {
  const found: Occurrence[] = [];
  const mentions = bySentence(reading.mentions);
  let last: Occurrence | null = null;
  reading.blocks.forEach((block, b) => {
    if (block.kind === 'heading' || (last && b - last.block > 1)) last = null;
    if (block.kind === 'note' || block.kind === 'byline' || block.kind === 'navigation') return;
    if (block.kind === 'heading') {
      found.push(...headlineOf(reading, b));
      return;
    }
    block.sentences.forEach((span, s) => {
      const dates = mentions.get(`${b} ${s}`) ?? [];
      const sentence = readSentence(reading, b, s, span, dates);
      const own = dates.some((m) => m.edtf !== null) ? dated(sentence) : [];
      const carried = own.length > 0 ? [] : undated(sentence, last);
      found.push(...own, ...carried);
      last = own.at(-1) ?? last;
    });
  });
  return found;
}

/** Sentences of a block over which an event is gone on about. */
const CARRY = 3;

interface Sentence {
  readonly reading: Reading;
  readonly block: number;
  readonly index: number;
  readonly span: TextSpan;
  readonly tokens: readonly Token[];
  readonly parse: Parse;
  readonly mentions: readonly DatedMention[];
  readonly question: boolean;
}

function bySentence(mentions: readonly DatedMention[]): Map<string, DatedMention[]> {
  const map = new Map<string, DatedMention[]>();
  for (const m of mentions) {
    const key = `${m.block} ${m.sentence}`;
    const list = map.get(key);
    if (list) list.push(m);
    else map.set(key, [m]);
  }
  return map;
}

function readSentence(
  reading: Reading,
  block: number,
  index: number,
  span: TextSpan,
  mentions: readonly DatedMention[],
): Sentence {
  const { text } = reading.document;
  const tokens = tokensOf(text, span.start, span.end);
  const dates = new Set<number>();
  tokens.forEach((t, i) => {
    if (mentions.some((m) => m.edtf !== null && t.start < m.end && t.end > m.start)) dates.add(i);
  });
  return {
    reading,
    block,
    index,
    span,
    tokens,
    parse: parseClauses(tokens, verbGroups(tokens), dates),
    mentions,
    question: /\?["”’)]*$/.test(text.slice(Math.max(span.start, span.end - 4), span.end).trim()),
  };
}

/* ---- what a mention dates ---- */

/** How a date stands in its sentence. */
interface Place {
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

function places(sentence: Sentence): Place[] {
  const { tokens, parse } = sentence;
  const list: Place[] = [];
  let covered = -1;
  for (const mention of sentence.mentions) {
    if (mention.edtf === null || mention.start < covered) continue;
    const span = mention.range ?? mention;
    covered = mention.range ? mention.range.end : covered;
    const first = tokens.findIndex((t) => t.end > span.start);
    if (first < 0) continue;
    let last = first;
    while (last + 1 < tokens.length && (tokens[last + 1]?.start ?? 0) < span.end) last++;
    list.push(place(sentence, mention, first, last, parse.owner[first] ?? -1));
  }
  return list;
}

const LEADS = new Set(
  'in on at by during since until till from before after around about of between through throughout over for within as to into towards toward up than circa'.split(
    ' ',
  ),
);
const COMPARISONS = new Set(['than', 'compared', 'unlike', 'versus', 'vs', 'like']);

function place(
  sentence: Sentence,
  mention: DatedMention,
  first: number,
  last: number,
  clause: number,
): Place {
  const { tokens } = sentence;
  let p = first - 1;
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
  if (COMPARISONS.has(lead) || (earlier && COMPARISONS.has(earlier.lower)) || earlier?.lower === 'compared')
    return { ...base, role: 'none' };

  // "(Schank, 1975)" behind a name; else what stands in brackets with a name before it cites.
  const named = citation(tokens, first, last);
  if (named) return { ...base, ...named };
  // "Vision 2030", "Expo 2020": a year that belongs to a name.
  const bare = /^\d{4}$/.test(mention.text);
  if (bare && before?.pos === 'PROPN' && !MONTH.test(before.lower) && p === first - 1)
    return { ...base, role: 'none' };

  const phrase = before_noun(tokens, first, last, lead, p) ?? behind_noun(tokens, p, lead, sentence);
  if (!phrase || isPeriod(tokens, phrase)) return { ...base, role: 'clause' };
  const owner = sentence.parse.clauses[clause];
  const leads = owner !== undefined && leadsClause(tokens, phrase, owner);
  return { ...base, phrase, leads, role: 'phrase' };
}

/** "during the 1920 session", "in the 2004 season": a stretch of time that the date names. */
const isPeriod = (tokens: readonly Token[], [, , head]: readonly [number, number, number]): boolean =>
  /^(?:session|season|term|year|semester|period|quarter|half|month|week|day|decade|century|edition|issue)$/.test(
    tokens[head]?.lemma ?? '',
  );

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

/** "ELIZA (Weizenbaum, 1966)" names what was made; "(Smith, 2010)" behind anything else cites. */
function citation(
  tokens: readonly Token[],
  first: number,
  last: number,
): Pick<Place, 'role' | 'phrase'> | null {
  let open = first - 1;
  while (open >= 0 && first - open < 8 && tokens[open]?.text !== '(') open--;
  if (tokens[open]?.text !== '(') return null;
  const inside = tokens.slice(open + 1, first);
  const closes = tokens[last + 1]?.text === ')' || tokens[last + 1]?.text === ';';
  if (!closes) return null;
  const names = inside.some((t) => t.pos === 'PROPN');
  // "(7 November 1867 – 4 July 1934)": the span of a life, or of a work, dates no verb.
  if (
    (inside.length > 0 || last > first + 2) &&
    inside.every((t) => /^(?:born|b\.?|c\.?|ca\.?|circa|died|d\.?|†|r\.?|reigned|\*)$/.test(t.lower)) &&
    isName(tokens[open - 1])
  )
    return { role: 'none', phrase: null };
  if (inside.some((t) => t.pos === 'VERB' || t.pos === 'ADP' || t.pos === 'NOUN')) return null;
  const subject = tokens[open - 1];
  if (names) {
    if (!isName(subject)) return { role: 'none', phrase: null };
    let from = open - 1;
    while (isName(tokens[from - 1])) from--;
    return { role: 'named', phrase: [from, last, open - 1] };
  }
  return null;
}

const isName = (t: Token | undefined): boolean =>
  t?.capital === true && (t.pos === 'PROPN' || t.pos === 'NOUN');

/** "the May 2023 G7 summit", "last August’s talks": the noun that follows the date. */
function before_noun(
  tokens: readonly Token[],
  first: number,
  last: number,
  lead: string,
  p: number,
): readonly [number, number, number] | null {
  let i = last + 1;
  const possessive = tokens[i]?.lower === "'s" || tokens[i]?.lower === "'";
  if (possessive) i++;
  // "the February 4, 2022, “Joint Statement”": a comma and a quotation mark may stand between.
  if (tokens[p]?.pos === 'DET') while (/^[,“"‘]$/.test(tokens[i]?.text ?? '')) i++;
  let head = -1;
  for (; i < tokens.length; i++) {
    const t = tokens[i];
    if (!t) break;
    if (t.pos === 'NOUN' || (t.pos === 'PROPN' && t.lower !== "'s")) head = i;
    else if (t.lower === 'and' && head < 0 && tokens[i + 1]?.pos === 'ADJ') continue;
    else if (
      !(t.pos === 'ADJ' || t.pos === 'NUM' || t.text === '-' || (t.pos === 'VERB' && /ing$/.test(t.lower)))
    )
      break;
  }
  if (head < 0) return null;
  const before = tokens[p];
  const owned =
    possessive ||
    before?.pos === 'DET' ||
    before?.lower === "'s" ||
    before?.lower === "'" ||
    before?.pos === 'PRON' ||
    (before?.pos === 'ADJ' && p === first - 1) ||
    /^(?:the|a|an|this|that) /i.test(tokens[first]?.text ?? '') ||
    (tokens[first]?.pos === 'DET' && tokens[last + 1]?.pos !== 'DET' && last > first && possessive);
  const noun = tokens[head];
  if (!noun) return null;
  if (!owned && !(lead !== '' && noun.pos === 'NOUN' && isEventNoun(noun.lemma))) return null;
  let from = first;
  while (
    from > 0 &&
    (isPossessor(tokens[from - 1]) ||
      (/^['’]s?$/.test(tokens[from]?.text ?? '') && tokens[from - 1]?.pos === 'NOUN'))
  )
    from--;
  return [from, head, head];
}

const isPossessor = (t: Token | undefined): boolean =>
  t !== undefined &&
  (t.pos === 'DET' ||
    t.pos === 'ADJ' ||
    t.lower === "'s" ||
    t.lower === "'" ||
    t.pos === 'PROPN' ||
    (t.pos === 'PRON' && /^(?:his|her|its|their|our|my)$/.test(t.lower)));

/** "the Act of 1908", "the outbreak of war in August 1914" before its verb: the noun that stands before the date. */
function behind_noun(
  tokens: readonly Token[],
  p: number,
  lead: string,
  sentence: Sentence,
): readonly [number, number, number] | null {
  if (lead !== 'of' && lead !== 'in' && lead !== 'on' && lead !== 'from') return null;
  const noun = tokens[p - 1];
  if (!noun || (noun.pos !== 'NOUN' && noun.pos !== 'PROPN')) return null;
  const owner = sentence.parse.clauses[sentence.parse.owner[p] ?? -1];
  const verb = owner?.verb.first ?? tokens.length;
  let from = p - 1;
  let head = -1;
  let noun1 = p - 1;
  const take = (i: number) => {
    const t = tokens[i];
    if (t && (isEventNoun(t.lemma) || isEventNoun(t.lower))) head = i;
  };
  take(noun1);
  for (let i = p - 1; i >= 0; i--) {
    const t = tokens[i];
    if (!t) break;
    if (TIES.has(t.lower) && isNoun(tokens[i - 1])) {
      noun1 = i - 1;
      take(noun1);
      continue;
    }
    if (
      isNoun(t) ||
      t.pos === 'ADJ' ||
      t.pos === 'DET' ||
      t.pos === 'NUM' ||
      t.lower === "'s" ||
      t.pos === 'PRON'
    ) {
      from = i;
      if (t.pos === 'DET' && !TIES.has(tokens[i - 1]?.lower ?? '')) break;
      continue;
    }
    if (t.lower === 'and' && tokens[i - 1]?.pos === 'PROPN' && tokens[i + 1]?.pos === 'PROPN') continue;
    break;
  }
  if (head < 0) return null;
  if (lead === 'of') return [from, p - 1, head];
  // Behind the verb a date with "in" dates the verb, unless the phrase is what something came after.
  const aside = /^(?:after|before|since|following|despite|until)$/.test(tokens[from - 1]?.lower ?? '');
  return p < verb || aside ? [from, p - 1, head] : null;
}

const isNoun = (t: Token | undefined): boolean => t?.pos === 'NOUN' || t?.pos === 'PROPN';
/** Prepositions that tie nouns into one phrase. */
const TIES = new Set(['of', 'for', 'on', 'to', 'between', 'in', 'with', 'against']);

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

/* ---- dated sentences ---- */

function dated(sentence: Sentence): Occurrence[] {
  const found: Occurrence[] = [];
  const list = places(sentence);
  const entry = listEntry(sentence, list[0]);
  if (entry) return [entry];
  const byClause = new Map<number, Place[]>();
  for (const p of list) {
    let acts: 'alone' | 'among' | null = null;
    if (p.role === 'named') found.push(...namedThing(sentence, p));
    if (p.role === 'phrase' && p.phrase) {
      const noun = nounEvent(sentence, p);
      acts = asSubject(sentence, p);
      if (noun && acts !== 'alone' && (!p.leads || isWorkPhrase(sentence, p))) found.push(noun);
    }
    if (p.role === 'clause' || acts !== null || (p.role === 'phrase' && p.leads)) {
      const key = p.clause;
      byClause.set(key, [...(byClause.get(key) ?? []), p]);
    }
  }
  for (const [c, group] of byClause) {
    const marked = group.map((p) => marking(sentence, p)).find((o) => o !== null);
    const told = marked ? [marked] : clauseEvents(sentence, c, group);
    const figure = told.length === 0 && group[0] ? figureFor(sentence, c, group[0]) : null;
    found.push(...told, ...(figure ? [figure] : []));
  }
  found.push(...afterwards(sentence, list, found), ...apart(sentence, list));
  return found.sort((a, b) => a.core[0] - b.core[0]);
}

/** "This year marks …", "1969 saw …": the date itself is the subject, what it marks is the event. */
function marking(sentence: Sentence, p: Place): Occurrence | null {
  const { tokens, parse } = sentence;
  let at = p.at[1] + 1;
  if (/^(?:has|have|had|also)$/.test(tokens[at]?.lower ?? '')) at++;
  const word = tokens[at];
  if (p.lead !== '' || !word || !MARKING.has(word.lower) || sentence.question) return null;
  const clause = parse.clauses[parse.owner[at] ?? -1];
  const from = at + 1;
  const last = clause ? Math.max(clause.last, from) : tokens.length - 1;
  if (from > last || (p.at[0] > 0 && !/^(?:,|and|the)$/.test(tokens[p.at[0] - 1]?.lower ?? ','))) return null;
  return make(sentence, {
    kind: 'noun',
    core: [from, last],
    clause: null,
    head: headNoun(tokens, from),
    time: timeOf(p.mention, '', null),
    mention: sourceMention(p.mention),
    dated: [p.at],
    status: /s$/.test(word.lower) ? 'ongoing' : 'happened',
    evidence: 0.72 * p.mention.confidence,
  });
}

const MARKING = new Set(
  'mark marks marked see sees saw seen witness witnesses witnessed bring brings brought'.split(' '),
);

/**
 * "Shortly after replacing Li in December, Dong told …", "… after the January 2024 elections": what comes soon after
 * something dated has about its date, where that is a month or so.
 */
function afterwards(sentence: Sentence, list: readonly Place[], found: readonly Occurrence[]): Occurrence[] {
  const { parse, tokens } = sentence;
  const host =
    list.find((p) => p.phrase && /^(?:after|following)$/.test(tokens[p.phrase[0] - 1]?.lower ?? ''))
      ?.clause ?? -1;
  const c = parse.clauses[host]?.kind === 'main' ? host : parse.clauses.findIndex((k) => k.kind === 'main');
  const clause = parse.clauses[c];
  if (
    !clause ||
    list.some((p) => p.clause === c && p.role !== 'phrase') ||
    found.some((o) => o.clause === clause)
  )
    return [];
  const anchor = list.find((p) => {
    if (!/^(?:day|month|year)$/.test(p.mention.precision ?? '')) return false;
    if (p.phrase) return /^(?:after|following)$/.test(tokens[p.phrase[0] - 1]?.lower ?? '');
    const time = parse.clauses[p.clause];
    return time !== undefined && time !== clause && opensWithAfter(tokens, time);
  });
  if (!anchor || !anchor.mention.edtf || anchor.mention.edtf.includes('/')) return [];
  const judged = judgeVerb(sentence, clause);
  if (!judged || clause.verb.tense !== 'past' || STATIVE.has(clause.verb.lemma)) return [];
  const edtf = `${anchor.mention.edtf.replace(/[~?%]$/, '')}~`;
  const { start, end } = anchor.mention;
  const how = `${anchor.mention.how} → soon after`;
  return [
    carry(
      sentence,
      judged,
      when(edtf, 'inherited'),
      { start, end, text: anchor.mention.text },
      how,
      (anchor.mention.precision === 'year' ? 0.45 : 0.55) * anchor.mention.confidence,
    ),
  ];
}

const opensWithAfter = (tokens: readonly Token[], clause: Clause): boolean =>
  tokens.slice(clause.first, clause.verb.first).some((t) => t.lower === 'after');

/** "six years after British Columbia joined, he …": the clause lies that far from the date of the main one. */
function apart(sentence: Sentence, list: readonly Place[]): Occurrence[] {
  const { parse, tokens, mentions, reading } = sentence;
  const found: Occurrence[] = [];
  for (const m of mentions) {
    if (m.type !== 'DURATION') continue;
    const size = /^P(\d+)([YMWD])$/.exec(m.value);
    const next = tokens.findIndex((t) => t.start >= m.end);
    const word = tokens[next]?.lower;
    if (!size || (word !== 'after' && word !== 'before')) continue;
    const clause = parse.clauses.find(
      (k) => k.kind === 'time' && k.first <= next + 1 && k.verb.first > next && k.verb.first - next < 12,
    );
    if (!clause || clause.verb.tense !== 'past' || list.some((p) => parse.clauses[p.clause] === clause))
      continue;
    const main = list.find((p) => p.role === 'clause' && parse.clauses[p.clause]?.kind === 'main');
    const anchor = reading.anchors[sentence.block];
    const base = main?.mention.edtf ?? anchor?.edtf ?? null;
    const edtf =
      base && shift(base, Number(size[1]) * (word === 'after' ? -1 : 1), size[2] as 'Y' | 'M' | 'W' | 'D');
    const judged = judgeVerb(sentence, clause);
    if (!edtf || !judged) continue;
    const how = `${m.text} ${word === 'after' ? 'before' : 'after'} ${main ? main.mention.text : (anchor?.mention.text ?? '')}`;
    found.push(
      make(sentence, {
        kind: 'clause',
        core: [clause.first, clause.last],
        clause,
        head: clause.verb.lemma,
        time: when(edtf, 'relative'),
        mention: { start: m.start, end: m.end, text: m.text, how },
        dated: [],
        status: 'happened',
        evidence: 0.75 * judged.evidence,
      }),
    );
  }
  return found;
}

/** A date moved by so many units, as exactly as the unit allows; null where it cannot be said. */
function shift(edtf: string, by: number, unit: 'Y' | 'M' | 'W' | 'D'): string | null {
  const span = readEdtf(edtf);
  if ('problem' in span || span.openStart || span.openEnd) return null;
  const from = toCivil(span.start);
  if (unit === 'Y') return edtfDate(from.year + by);
  if (unit === 'M') {
    const month = from.year * 12 + from.month - 1 + by;
    return edtfDate(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1);
  }
  if (span.end - span.start > 31) return null;
  const days = by * (unit === 'W' ? 7 : 1);
  const day = (d: number) => {
    const c = toCivil(d);
    return edtfDate(c.year, c.month, c.day);
  };
  const [a, b] = [day(span.start + days), day(span.end - 1 + days)];
  return a === b ? `${a}${unit === 'W' ? '~' : ''}` : `${a}/${b}`;
}

/**
 * "The 1906 earthquake destroyed the city": a dated happening that does something, alone or among others, dates what
 * it does.
 */
function asSubject({ parse }: Sentence, p: Place): 'alone' | 'among' | null {
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
  return p.phrase[0] - subject[0] <= 1 ? 'alone' : 'among';
}

const isWorkPhrase = (sentence: Sentence, p: Place): boolean =>
  isWork(sentence.tokens[p.phrase?.[2] ?? -1]?.lemma ?? '') && p.lead === 'of';

/** "1901: the company is founded", "1954 – First flight": the rest of the line is what happened. */
function listEntry(sentence: Sentence, first: Place | undefined): Occurrence | null {
  if (!first || sentence.index !== 0 || first.at[0] > 1) return null;
  const { tokens } = sentence;
  if (first.at[0] === 1 && !/^[([•*-]$/.test(tokens[0]?.text ?? '')) return null;
  const sign = tokens[first.at[1] + 1];
  let from = first.at[1] + 2;
  if (!sign || !/^(?::|–|—|-|--|\)|\.|\])$/.test(sign.text)) return null;
  while (/^(?::|–|—|-|--|\.)$/.test(tokens[from]?.text ?? '')) from++;
  if (from >= tokens.length) return null;
  const c = sentence.parse.clauses.findIndex((k) => k.verb.first >= from && k.kind === 'main');
  const clause = sentence.parse.clauses[c] ?? null;
  return make(sentence, {
    kind: clause ? 'clause' : 'noun',
    core: [from, clause ? clause.last : tokens.length - 1],
    clause,
    head: clause ? clause.verb.lemma : headNoun(tokens, from),
    time: timeOf(first.mention, first.lead, null),
    mention: sourceMention(first.mention),
    dated: [first.at],
    status: 'happened',
    evidence: 0.85 * first.mention.confidence,
  });
}

const headNoun = (tokens: readonly Token[], from: number): string => {
  for (let i = from; i < tokens.length; i++) {
    const t = tokens[i];
    if (t && t.pos === 'NOUN' && tokens[i + 1]?.pos !== 'NOUN') return t.lemma;
  }
  return tokens[from]?.lemma ?? '';
};

function namedThing(sentence: Sentence, p: Place): Occurrence[] {
  const { tokens } = sentence;
  if (!p.phrase) return [];
  return [
    make(sentence, {
      kind: 'named',
      core: [p.phrase[0], p.phrase[1]],
      clause: null,
      head: tokens[p.phrase[2]]?.lemma ?? '',
      time: timeOf(p.mention, p.lead, null),
      mention: sourceMention(p.mention),
      dated: [p.at],
      status: 'happened',
      evidence: 0.55 * p.mention.confidence,
    }),
  ];
}

function nounEvent(sentence: Sentence, p: Place): Occurrence | null {
  if (!p.phrase) return null;
  const { tokens } = sentence;
  const [from, to, head] = p.phrase;
  const word = tokens[head];
  if (!word || !(isEventNoun(word.lemma) || isEventNoun(word.lower))) return null;
  let last = to;
  // What hangs on the noun behind the date: "in Hiroshima", "of Ukraine", "among the leaders of Japan".
  for (let i = Math.max(to, p.at[1]) + 1; i < tokens.length; i++) {
    const t = tokens[i];
    if (
      !t ||
      !(
        t.pos === 'ADP' ||
        t.pos === 'DET' ||
        t.pos === 'ADJ' ||
        t.pos === 'PROPN' ||
        t.pos === 'NOUN' ||
        t.lower === "'s"
      )
    )
      break;
    if (t.pos === 'ADP' && !/^(?:of|in|at|with|between|among|on|against|from)$/.test(t.lower)) break;
    last = i;
    if (i - to > 10) break;
  }
  while (
    last > to &&
    (tokens[last]?.pos === 'ADP' || tokens[last]?.pos === 'DET' || tokens[last]?.pos === 'ADJ')
  )
    last--;
  // "the wars of the past two decades": nothing in particular.
  const proper = tokens.slice(from, last + 1).some((t) => t.pos === 'PROPN');
  if (!proper && COARSE.has(p.mention.precision ?? 'century')) return null;
  if (!proper && p.mention.edtf?.includes('/') && word.lower !== word.lemma) return null;
  const future = statusOf(sentence, p.mention.edtf ?? '') === 'planned';
  const specific = proper || p.mention.precision !== 'year';
  return make(sentence, {
    kind: 'noun',
    core: [from, last],
    clause: null,
    head: word.lemma,
    time: timeOf(p.mention, '', null),
    mention: sourceMention(p.mention),
    dated: [p.at],
    status: future ? 'planned' : 'happened',
    evidence: (specific ? 0.72 : 0.55) * p.mention.confidence * (sentence.question ? 0.9 : 1),
  });
}

const COARSE: ReadonlySet<Precision> = new Set(['decade', 'century', 'millennium']);

/** Whether a date lies behind the day from which the document speaks. */
function statusOf(sentence: Sentence, edtf: string): Status {
  const date = sentence.reading.document.date;
  if (!date) return 'happened';
  const now = readEdtf(date.edtf);
  const then = readEdtf(edtf);
  if ('problem' in now || 'problem' in then) return 'happened';
  return then.start >= now.end ? 'planned' : 'happened';
}

function clauseEvents(sentence: Sentence, c: number, group: readonly Place[]): Occurrence[] {
  const clause = sentence.parse.clauses[c];
  if (!clause) return verbless(sentence, group);
  const judged = judge(sentence, clause, c, group);
  if (!judged) return [];
  const { tokens } = sentence;
  const chosen = choose(group, clause, tokens);
  return chosen.map(({ place: p, edtf }) =>
    make(sentence, {
      kind: 'clause',
      core: [judged.clause.first, judged.clause.last],
      clause: judged.clause,
      head: judged.clause.verb.lemma,
      time: edtf ? when(edtf, p.mention.route) : timeOf(p.mention, p.lead, judged.clause),
      mention: sourceMention(p.mention),
      dated: group.map((g) => g.at),
      status: judged.status === 'happened' ? statusOf(sentence, p.mention.edtf ?? '') : judged.status,
      evidence: judged.evidence * p.mention.confidence,
    }),
  );
}

/** "First steam engine, 1712." in a caption or list: no verb, and still a happening. */
function verbless(sentence: Sentence, group: readonly Place[]): Occurrence[] {
  const kind = sentence.reading.blocks[sentence.block]?.kind;
  const p = group[0];
  if (!p || sentence.tokens.length < 3) return [];
  if (kind !== 'caption' && kind !== 'list') return [];
  return [
    make(sentence, {
      kind: 'noun',
      core: [0, sentence.tokens.length - 1],
      clause: null,
      head: headNoun(sentence.tokens, 0),
      time: timeOf(p.mention, p.lead, null),
      mention: sourceMention(p.mention),
      dated: group.map((g) => g.at),
      status: 'happened',
      evidence: 0.5 * p.mention.confidence,
    }),
  ];
}

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
  const row = group.filter((p, i) => {
    const before = group[i - 1];
    const after = group[i + 1];
    return (before && joined(before, p, tokens)) || (after && joined(p, after, tokens));
  });
  if (row.includes(best)) return row.map((p) => ({ place: p, edtf: null }));
  return [{ place: best, edtf: null }];
}

const joined = (a: Place, b: Place, tokens: readonly Token[]): boolean =>
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

interface Judged {
  readonly clause: Clause;
  readonly status: Status;
  readonly evidence: number;
}

/** Whether a dated clause is an occurrence, and how surely. */
function judge(sentence: Sentence, clause: Clause, c: number, group: readonly Place[]): Judged | null {
  const { tokens, parse } = sentence;
  if (sentence.question || clause.kind === 'condition' || clause.verb.negated) return null;
  if (habit(sentence, clause)) return null;
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
  const judged = judgeVerb(sentence, clause);
  if (!judged) return null;
  let { evidence } = judged;
  // "has changed in the twenty-first century" says no more than that it has.
  if (clause.verb.perfect && group.every((p) => COARSE.has(p.mention.precision ?? 'century'))) return null;
  if (attributed === 'leading' && !namesSpeaker(tokens, clause)) evidence *= 0.7;
  if (group.every((p) => /^(?:before|after)$/.test(p.lead))) evidence *= 0.7;
  if (inQuotes(tokens, group[0]?.at[0] ?? 0)) evidence *= speaksOfSelf(tokens, clause) ? 0.3 : 0.6;
  return { ...judged, evidence };
}

const habit = ({ tokens, mentions }: Sentence, clause: Clause): boolean => {
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

/** What the verb's form and meaning say. */
function judgeVerb(sentence: Sentence, clause: Clause): Judged | null {
  const { tokens } = sentence;
  const { verb } = clause;
  if (verb.negated || clause.kind === 'condition') return null;
  // "no matter who wins", "asked when it began".
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
      return existential(tokens, clause) ? ok(0.75, 'happened') : ok(counted ? 0.7 : 0.55, 'happened');
    case 'present':
      if (opinion) return null;
      // "is to be unveiled", "is planned for May".
      if (verb.lemma === 'be' && tokens[verb.last + 1]?.lower === 'to') return ok(0.68, 'planned');
      if (verb.passive && PLANS.has(verb.lemma)) return ok(0.68, 'planned');
      if (verb.progressive) return ok(0.6, 'ongoing');
      if (stative) return counted ? ok(0.45, 'ongoing') : null;
      return ok(0.6, 'happened');
    case 'future':
      return ok(stative ? 0.4 : 0.68, parentHopes(sentence, clause) ? 'hypothetical' : 'planned');
    case 'modal':
      return null;
    case 'participle':
      return ok(stative ? 0.4 : 0.72, 'happened');
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

const isAmount = (t: Token): boolean =>
  t.pos === 'NUM' && !/^(?:1\d|20)\d\d$/.test(t.text) && t.lower !== 'one';

/** "there was a revolution": the noun behind the verb is what happened. */
function existential(tokens: readonly Token[], clause: Clause): boolean {
  for (let i = clause.verb.last + 1; i <= clause.last && i < clause.verb.last + 8; i++) {
    const t = tokens[i];
    if (t?.pos === 'NOUN' && (isEventNoun(t.lemma) || isOccasion(t.lemma))) return true;
  }
  return false;
}

/* ---- sentences without a date of their own ---- */

/** Least evidence with which an undated sentence takes its date from elsewhere. */
function undated(sentence: Sentence, last: Occurrence | null): Occurrence[] {
  const anchor = sentence.reading.anchors[sentence.block] ?? null;
  const clause = sentence.parse.clauses.find((c) => c.kind === 'main');
  if (!clause || sentence.question || !isFiniteTense(clause.verb.tense)) return [];
  const near =
    last !== null &&
    (sentence.block === last.block ? sentence.index - last.sentence <= CARRY : sentence.index === 0);
  if (last && near && measures(sentence) && goesOn(sentence, clause, last))
    return [elaboration(sentence, clause, last)];
  const now = stateOfNow(sentence, clause);
  if (now) return [now];
  if (habit(sentence, clause)) return [];
  const judged = judgeVerb(sentence, clause);
  if (!judged) return [];
  const { verb } = clause;
  const saying = SAYING.has(verb.lemma);
  if (STATIVE.has(verb.lemma) && !verb.passive) return [];
  const opens = sentence.index === 0 && followsHeading(sentence.reading, sentence.block);
  if (anchor && !last && opens) {
    if (verb.tense === 'present' && !verb.perfect && !verb.progressive && !chronicle(sentence)) return [];
    return [
      carry(
        sentence,
        judged,
        anchored(anchor),
        anchor.mention,
        anchor.how,
        (saying ? 0.5 : 0.6) * judged.evidence * (verb.perfect || verb.progressive ? 0.6 : 1),
      ),
    ];
  }
  if (last && near && soonAfter(sentence) && verb.tense === 'past' && !verb.perfect) {
    const edtf = `${last.time.edtf.slice(0, MONTH_LENGTH).replace(/[~?%]$/, '')}~`;
    if (!('problem' in readEdtf(edtf)) && !last.time.edtf.includes('/')) {
      const how = `${last.mention.how} → soon afterwards`;
      return [carry(sentence, judged, when(edtf, 'inherited'), last.mention, how, 0.6 * judged.evidence)];
    }
  }
  if (last && near && goesOn(sentence, clause, last)) return [elaboration(sentence, clause, last)];
  return [];
}

function elaboration(sentence: Sentence, clause: Clause, last: Occurrence): Occurrence {
  const how = `${last.mention.how} → the sentence before`;
  const judged: Judged = { clause, status: last.status, evidence: last.evidence };
  const more = carry(sentence, judged, { ...last.time, how: 'inherited' }, last.mention, how, last.evidence);
  return { ...more, elaborates: last };
}

/** Money, shares and measures, as against counts. */
const measured = (sentence: Sentence, from: number, to: number): FoundFigure[] => {
  const { tokens, reading, span, mentions } = sentence;
  if (!tokens.slice(from, to + 1).some((t) => t.pos === 'NUM' || /^(?:half|third|quarter|%)$/.test(t.lower)))
    return [];
  const [start, end] = [tokens[from]?.start ?? span.start, tokens[to]?.end ?? span.end];
  return findFigures(reading.document.text, span, tokens, mentions).filter(
    (f) => f.start >= start && f.end <= end && /^(?:%|[A-Z]{3}|m3|m2|t|kg|km|W|Wh|J|l)$/.test(f.unit),
  );
};

const measures = (sentence: Sentence): boolean =>
  measured(sentence, 0, sentence.tokens.length - 1).length > 0;

/** A figure for a period in a clause that tells nothing else: "worth 80% of its exports in 2021". */
function figureFor(sentence: Sentence, c: number, p: Place): Occurrence | null {
  const clause = sentence.parse.clauses[c];
  if (!clause || sentence.question || clause.kind === 'condition' || p.role !== 'clause') return null;
  const figures = measured(sentence, clause.first, clause.last);
  const figure = figures[0];
  if (!figure) return null;
  return make(sentence, {
    kind: 'figure',
    core: [clause.first, clause.last],
    clause: null,
    head: figure.label,
    label: `${figure.label}: ${figure.text}`,
    time: timeOf(p.mention, p.lead, null),
    mention: sourceMention(p.mention),
    dated: [p.at],
    status: 'happened',
    evidence: 0.5 * p.mention.confidence,
  });
}

/** "Half of its imports now come from China": a share or sum as of the day from which the document speaks. */
function stateOfNow(sentence: Sentence, clause: Clause): Occurrence | null {
  const { tokens, reading } = sentence;
  const date = sentence.reading.anchors[sentence.block] ?? reading.document.date;
  if (!date || clause.verb.tense !== 'present' || clause.verb.negated) return null;
  const now = tokens.find((t) => /^(?:now|currently|today|presently)$/.test(t.lower));
  const figure = now && measured(sentence, clause.first, tokens.length - 1)[0];
  if (!now || !figure) return null;
  const text = reading.document.text.slice(now.start, now.end);
  return make(sentence, {
    kind: 'figure',
    core: [clause.first, clause.last],
    clause,
    head: clause.verb.lemma,
    time: when(date.edtf, 'inferred'),
    mention: { start: now.start, end: now.end, text, how: `${text} → the document’s date` },
    dated: [],
    status: 'ongoing',
    evidence: 0.4,
  });
}

/** Characters of an EDTF month. */
const MONTH_LENGTH = 7;

/** "Soon afterwards", "Shortly after,": the next step of a story, a little later. */
const soonAfter = ({ tokens }: Sentence): boolean =>
  (/^(?:soon|shortly|immediately|directly)$/.test(tokens[0]?.lower ?? '') &&
    /^(?:after|afterwards?|thereafter)$/.test(tokens[1]?.lower ?? '') &&
    /^(?:,|he|she|it|they|the)$/.test(tokens[2]?.lower ?? ',')) ||
  /^(?:soon|shortly) afterwards?$/.test(`${tokens[0]?.lower} ${tokens[1]?.lower}`);

/** Whether a sentence goes on about the event of one before: what it speaks of is known already. */
function goesOn({ tokens }: Sentence, clause: Clause, last: Occurrence): boolean {
  if (clause.verb.tense !== 'past' && !tokens.some(isAmount)) return false;
  if (!clause.subject) return false;
  const first = tokens[clause.subject[0]];
  if (!first) return false;
  if (/^(?:he|she|it|they|this|these|that|those|the|his|her|its|their|both)$/.test(first.lower)) return true;
  const told = new Set(last.tokens.filter((t) => t.pos === 'NOUN' || t.pos === 'PROPN').map((t) => t.lemma));
  const about = tokens.some(isAmount) ? tokens : tokens.slice(clause.subject[0], clause.subject[1] + 1);
  return about.some((t) => (t.pos === 'NOUN' || t.pos === 'PROPN') && told.has(t.lemma));
}

/** A day's entry in a diary or chronology tells in the present: its heading is a date and nothing else. */
function chronicle({ reading, block }: Sentence): boolean {
  const heading = reading.blocks[block - 1];
  const anchor = reading.anchors[block];
  if (!heading || !anchor || heading.kind !== 'heading') return false;
  const rest = heading.end - heading.start - (anchor.mention.end - anchor.mention.start);
  return anchor.mention.start >= heading.start && rest <= LEFT_BESIDE_DATE;
}
/** Characters beside the date in a heading that is a date: a weekday, a colon. */
const LEFT_BESIDE_DATE = 6;

const followsHeading = ({ blocks }: Reading, b: number): boolean => {
  const before = blocks[b - 1];
  return before === undefined || before.kind === 'heading' || before.kind === 'byline';
};

const anchored = (anchor: BlockAnchor): When =>
  timeFrom(anchor.edtf, anchor.kind === 'heading' ? 'heading' : 'inherited', anchor.precision);

function carry(
  sentence: Sentence,
  judged: Judged,
  time: When,
  mention: TextSpan & { readonly text: string },
  how: string,
  evidence: number,
): Occurrence {
  return make(sentence, {
    kind: 'clause',
    core: [judged.clause.first, judged.clause.last],
    clause: judged.clause,
    head: judged.clause.verb.lemma,
    time,
    mention: { start: mention.start, end: mention.end, text: mention.text, how },
    dated: [],
    status: judged.status,
    evidence,
  });
}

/* ---- headlines of a press review ---- */

/** Words that a headline has at least; less is a title of a section. */
const HEADLINE_WORDS = 4;

/** A heading below a dated heading is the headline of an item that appeared on that date. */
function headlineOf(reading: Reading, b: number): Occurrence[] {
  const block = reading.blocks[b];
  const anchor = reading.anchors[b];
  const above = reading.blocks[b - 1];
  if (!block || !anchor || anchor.kind !== 'heading' || block.level < 3) return [];
  if (anchor.mention.start >= block.start && anchor.mention.end <= block.end) return [];
  // A second line right below is the item's subtitle.
  if (above?.kind === 'heading' && above.level >= block.level) return [];
  const tokens = tokensOf(reading.document.text, block.start, block.end);
  if (tokens.filter((t) => t.pos !== 'PUNCT').length < HEADLINE_WORDS) return [];
  return [
    {
      kind: 'headline',
      block: b,
      sentence: 0,
      passage: { start: block.start, end: block.end },
      tokens,
      core: [0, tokens.length - 1],
      parse: { clauses: [], owner: tokens.map(() => -1) },
      clause: null,
      head: 'headline',
      time: timeFrom(anchor.edtf, 'heading', anchor.precision),
      mention: {
        start: anchor.mention.start,
        end: anchor.mention.end,
        text: anchor.mention.text,
        how: anchor.how,
      },
      dated: [],
      status: 'happened',
      evidence: 0.6,
      elaborates: null,
    },
  ];
}

/* ---- making ---- */

type Parts = Omit<Occurrence, 'block' | 'sentence' | 'passage' | 'tokens' | 'parse' | 'elaborates'>;

const make = (sentence: Sentence, parts: Parts): Occurrence => ({
  ...parts,
  elaborates: null,
  block: sentence.block,
  sentence: sentence.index,
  passage: { start: sentence.span.start, end: sentence.span.end },
  tokens: sentence.tokens,
  parse: sentence.parse,
});

const sourceMention = (m: DatedMention): SourceMention => {
  const span = m.range ?? m;
  return { start: span.start, end: span.end, text: '', how: m.how };
};

/** The date that a mention gives: "since 2014" with a perfect goes on, "until 1925" ends. */
function timeOf(m: DatedMention, lead: string, clause: Clause | null): When {
  const edtf = m.range?.edtf ?? m.edtf ?? '';
  const precision = m.range?.precision ?? m.precision ?? undefined;
  if (!edtf.includes('/')) {
    if (lead === 'since' && clause?.verb.perfect && clause.verb.tense === 'past')
      return timeFrom(`${edtf}/..`, m.route);
    if (lead === 'until' || lead === 'till') return timeFrom(`../${edtf}`, m.route);
  }
  return timeFrom(edtf, m.route, precision ?? undefined);
}

function timeFrom(edtf: string, how: Route, precision?: Precision): When {
  return when(edtf, how, precision);
}
