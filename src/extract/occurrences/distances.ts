import { toCivil } from '../../model/days.ts';
import { edtfDate, readEdtf } from '../../model/edtf.ts';
import { when } from '../../model/when.ts';
import type { Clause } from '../clauses.ts';
import { STATIVE } from '../eventWords.ts';
import type { Token } from '../language.ts';
import { judgeVerb } from '../status.ts';
import type { Place } from './dating.ts';
import { carry, make, type Occurrence, type Sentence } from './occurrence.ts';

/**
 * "Shortly after taking over in December, Vos closed …", "… after the January 2024 elections": what comes soon after
 * something dated has about its date, where that is a month or so.
 */
export function afterwards(
  sentence: Sentence,
  list: readonly Place[],
  found: readonly Occurrence[],
): Occurrence[] {
  const { parse, tokens } = sentence;
  const phrase = list.find((p) => p.phrase && isAfter(tokens[p.phrase[0] - 1]));
  const host = phrase?.clause ?? -1;
  // "… was slow, and after the report in 1966 the grants were cut": what follows the phrase is meant.
  const opens = phrase?.phrase && /^(?:and|but|;)$/.test(tokens[phrase.phrase[0] - 2]?.lower ?? '');
  const next = opens ? parse.clauses.findIndex((k) => k.kind === 'main' && k.verb.first > phrase.at[1]) : -1;
  const own = parse.clauses[host]?.kind === 'main' ? host : parse.clauses.findIndex((k) => k.kind === 'main');
  const c = next >= 0 ? next : own;
  const clause = parse.clauses[c];
  if (
    !clause ||
    list.some((p) => p.clause === c && p.role !== 'phrase') ||
    found.some((o) => o.clause === clause)
  )
    return [];
  const anchor = list.find((p) => {
    if (!/^(?:day|month|year)$/.test(p.mention.precision ?? '')) return false;
    if (p.phrase) return isAfter(tokens[p.phrase[0] - 1]);
    const time = parse.clauses[p.clause];
    return time !== undefined && time !== clause && opensWithAfter(tokens, time);
  });
  if (!anchor?.mention.edtf || anchor.mention.edtf.includes('/')) return [];
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
      (isSoon(tokens, anchor) ? 0.65 : anchor.mention.precision === 'year' ? 0.45 : 0.55) *
        anchor.mention.confidence,
    ),
  ];
}

const isAfter = (word: Token | undefined): boolean =>
  word !== undefined && /^(?:after|following)$/.test(word.lower);

/** "Shortly after", "immediately after", "two days after": the text says how soon. */
const isSoon = (tokens: readonly Token[], { at }: Place): boolean =>
  tokens
    .slice(0, at[0])
    .some(
      (t, i) =>
        isAfter(t) &&
        /^(?:soon|shortly|immediately|just|right|directly|days?)$/.test(tokens[i - 1]?.lower ?? ''),
    );

const opensWithAfter = (tokens: readonly Token[], clause: Clause): boolean =>
  tokens.slice(clause.first, clause.verb.first).some((t) => t.lower === 'after');

/** "six years after the province joined, he …": the clause lies that far from the date of the main one. */
export function apart(sentence: Sentence, list: readonly Place[]): Occurrence[] {
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
    if (clause?.verb.tense !== 'past' || list.some((p) => parse.clauses[p.clause] === clause)) continue;
    const main = list.find((p) => p.role === 'clause' && parse.clauses[p.clause]?.kind === 'main');
    const anchor = reading.anchors[sentence.block];
    // "A week after he was elected, Vos is travelling to Oslo": from the day on which that is said.
    const speaks = parse.clauses.some((k) => k.kind === 'main' && k.verb.tense === 'present');
    const today = speaks ? reading.document.date?.edtf : undefined;
    const base = main?.mention.edtf ?? anchor?.edtf ?? today ?? null;
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
