import type { Precision } from '../../model/edtf.ts';
import { isEventNoun, isWork } from '../eventWords.ts';
import { statusOf, stillGoesOn } from '../status.ts';
import { chronicleBlocks } from './chronicle.ts';
import type { Place } from './dating.ts';
import { headNoun, make, type Occurrence, type Sentence, sourceMention, timeOf } from './occurrence.ts';

export function nounEvent(sentence: Sentence, p: Place): Occurrence | null {
  if (!p.phrase) return null;
  const { tokens } = sentence;
  const [from, to, head] = p.phrase;
  const word = tokens[head];
  if (!word || !(isEventNoun(word.lemma) || isEventNoun(word.lower))) return null;
  let last = to;
  // What hangs on the noun behind the date: "in Lyon", "of Texas", "among the heads of six towns".
  for (let i = Math.max(to, p.at[1]) + 1; i < tokens.length; i++) {
    const t = tokens[i];
    if (
      !t ||
      !(
        t.lower === 'to' ||
        t.pos === 'ADP' ||
        t.pos === 'DET' ||
        t.pos === 'ADJ' ||
        t.pos === 'PROPN' ||
        t.pos === 'NOUN' ||
        t.lower === "'s"
      )
    )
      break;
    // "a trip to Oslo", but no further than the place.
    if (t.lower === 'to' && tokens[i + 1]?.pos !== 'PROPN') break;
    if (t.pos === 'ADP' && !/^(?:to|of|in|at|with|between|among|on|against|from)$/.test(t.lower)) break;
    last = i;
    if (i - to > 10) break;
  }
  while (
    last > to &&
    (tokens[last]?.pos === 'ADP' ||
      tokens[last]?.pos === 'DET' ||
      tokens[last]?.pos === 'ADJ' ||
      tokens[last]?.lower === 'to')
  )
    last--;
  // "the wars of the past two decades": nothing in particular.
  const proper = tokens.slice(from, last + 1).some((t) => t.pos === 'PROPN');
  // "the 2019 plan" says which plan is meant, not that it was made.
  if (!proper && isWork(word.lemma) && p.at[1] < head) return null;
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

export const COARSE: ReadonlySet<Precision> = new Set(['decade', 'century', 'millennium']);

export function namedThing(sentence: Sentence, p: Place): Occurrence[] {
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

/** "This year marks …", "1969 saw …": the date itself is the subject, what it marks is the event. */
export function marking(sentence: Sentence, p: Place): Occurrence | null {
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
    status:
      /s$/.test(word.lower) || stillGoesOn(sentence, at - 1, timeOf(p.mention, '', null).edtf)
        ? 'ongoing'
        : 'happened',
    evidence: 0.72 * p.mention.confidence,
  });
}

const MARKING = new Set(
  'mark marks marked see sees saw seen witness witnesses witnessed bring brings brought'.split(' '),
);

/** "1901: the company is founded", "1954 – First flight": the rest of the line is what happened. */
export function listEntry(sentence: Sentence, places: readonly Place[]): Occurrence | null {
  const { tokens } = sentence;
  // "1963, 9 May – Explosion": the second says when in the first.
  const [year, day] = places;
  const split = year && day && day.at[0] - year.at[1] === 2 && tokens[year.at[1] + 1]?.text === ',';
  const first = split && day.mention.edtf?.startsWith(year.mention.edtf ?? '-') ? day : year;
  if (!first || sentence.index !== 0) return null;
  // "(1901)", "Week of 18 July": a sign, or what kind of period it is.
  const opens =
    first.at[0] === 0 ||
    (first === day && year?.at[0] === 0) ||
    (first.at[0] === 1 && /^[([•*-]$/.test(tokens[0]?.text ?? '')) ||
    (first.at[0] <= 2 && /^(?:week|month|quarter|season|year|day)$/.test(tokens[0]?.lower ?? ''));
  if (!opens) return null;
  let at = first.at[1] + 1;
  // "2027 (planned) – …": what brackets say about the date.
  const note = tokens[at]?.text === '(' && tokens[at + 2]?.text === ')' ? tokens[at + 1] : undefined;
  if (note) at += 3;
  const sign = tokens[at];
  let from = at + 1;
  const column = chronicleBlocks(sentence.reading).has(sentence.block);
  if (column) from = at;
  else if (!sign || !/^(?::|–|—|-|--|\)|\.|\]|\|)$/.test(sign.text)) return null;
  while (/^(?::|–|—|-|--|\.|\|)$/.test(tokens[from]?.text ?? '')) from++;
  if (from >= tokens.length) return null;
  // Of the cells of a row the first tells, the rest remark.
  const bar = sign?.text === '|' ? tokens.findIndex((t, i) => i > from && t.text === '|') : -1;
  const last = bar < 0 ? tokens.length - 1 : bar - 1;
  const label = bar >= 0 || sign?.text === '|' ? measuredCell(sentence, from, last) : null;
  const c = sentence.parse.clauses.findIndex(
    (k) => k.verb.first >= from && k.verb.last <= last && k.kind === 'main',
  );
  const clause = sentence.parse.clauses[c] ?? null;
  const finer = within(sentence, first, places, c);
  const date = finer ?? first;
  const ahead = statusOf(sentence, date.mention.edtf ?? '') === 'planned';
  const planned = /^(?:planned|scheduled|expected|due|projected)$/.test(note?.lower ?? '');
  return make(sentence, {
    kind: clause ? 'clause' : 'noun',
    core: [from, clause ? Math.min(clause.last, last) : last],
    clause: clause && clause.last > last ? { ...clause, last } : clause,
    head: clause ? clause.verb.lemma : headNoun(tokens, from),
    time: timeOf(date.mention, date.lead, null),
    mention: sourceMention(date.mention),
    dated: finer ? [first.at, finer.at] : [first.at],
    ...(label === null ? {} : { label }),
    status: planned || ahead ? 'planned' : 'happened',
    evidence: 0.85 * date.mention.confidence,
  });
}

/** "2008 Jubilee concert on 12 October": a finer date in the year that opens a line, told of the same thing. */
function within(
  { tokens }: Sentence,
  first: Place,
  places: readonly Place[],
  clause: number,
): Place | undefined {
  const year = first.mention.range ? null : first.mention.edtf;
  if (year === null || first.mention.precision !== 'year') return undefined;
  return places.find(
    (p) =>
      p.mention.edtf?.startsWith(`${year}-`) &&
      p.role === 'clause' &&
      p.clause === clause &&
      /^(?:in|on|from|at)$/.test(p.lead) &&
      !tokens.slice(first.at[1], p.at[0]).some((t) => /^[;.]$/.test(t.text)),
  );
}

/** A cell that holds an amount alone, said with the head of its column: "Revenue: £38m"; null for any other cell. */
function measuredCell({ reading, block, tokens, span }: Sentence, from: number, last: number): string | null {
  if (
    !tokens
      .slice(from, last + 1)
      .every((t) => /^(?:NUM|SYM|PUNCT)$/.test(t.pos) || /^(?:m|bn|k|%|t|km)$/.test(t.lower))
  )
    return null;
  let head = block;
  while (reading.blocks[head]?.kind === 'list') head--;
  const row = reading.blocks[head];
  if (row?.kind !== 'navigation') return null;
  const column = tokens.slice(0, from).filter((t) => t.text === '|').length;
  const name = reading.words.slice(row.start, row.end).split('|')[column]?.trim() ?? '';
  const cell = reading.words.slice(tokens[from]?.start ?? span.start, tokens[last]?.end ?? span.end).trim();
  return /\p{L}/u.test(name) && cell !== '' ? `${name}: ${cell}` : null;
}

/** "First steam engine, 1712." in a caption or list: no verb, and still a happening. */
export function verbless(sentence: Sentence, group: readonly Place[]): Occurrence[] {
  const kind = sentence.reading.blocks[sentence.block]?.kind;
  const p = group[0];
  if (!p || sentence.tokens.length < 3) return [];
  const column = chronicleBlocks(sentence.reading).has(sentence.block);
  if (kind !== 'caption' && kind !== 'list' && !column) return [];
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
