import { OPINION, STATIVE } from '../eventWords.ts';
import { isFiniteTense } from '../language.ts';
import { judge, judgeVerb, statusOf } from '../status.ts';
import type { Place } from './dating.ts';
import { make, type Occurrence, type Sentence, sourceMention, timeOf } from './occurrence.ts';

/**
 * "When the bank failed in May 1931, mills closed": what is told beside a dated clause that `when` opens has its date,
 * where it has none of its own. @param found what the dates of the sentence tell by themselves.
 */
export function atOnce(
  sentence: Sentence,
  list: readonly Place[],
  found: readonly Occurrence[],
): Occurrence[] {
  const { parse, tokens } = sentence;
  const main = parse.clauses.findIndex((c) => c.kind === 'main');
  const clause = parse.clauses[main];
  if (!clause || found.some((o) => o.clause === clause) || !isFiniteTense(clause.verb.tense)) return [];
  const group = list.filter((p) => {
    const time = parse.clauses[p.clause];
    return (
      p.role === 'clause' && time?.kind === 'time' && opensWithWhen(sentence, time.first, time.verb.first)
    );
  });
  const place = group[0];
  // A date of its own, or the length of something, says otherwise.
  if (!place || list.some((p) => parse.owner[p.at[0]] === main && p.role !== 'none')) return [];
  if (clause.verb.tense !== 'past' || clause.verb.perfect || clause.verb.progressive) return [];
  const judged = judgeVerb(sentence, clause) && judge(sentence, clause, main, group);
  const counted = tokens.slice(clause.verb.last + 1, clause.last + 1).some((t) => t.pos === 'NUM');
  if (
    !judged ||
    OPINION.has(clause.verb.lemma) ||
    (STATIVE.has(clause.verb.lemma) && !clause.verb.passive && !counted)
  )
    return [];
  const { mention } = place;
  const source = sourceMention(mention);
  return [
    make(sentence, {
      kind: 'clause',
      core: [clause.first, clause.last],
      clause,
      head: clause.verb.lemma,
      time: { ...timeOf(mention, '', clause), how: 'inherited' },
      mention: { ...source, how: `${source.how} → at the same time` },
      dated: group.map((p) => p.at),
      status: judged.status === 'happened' ? statusOf(sentence, mention.edtf ?? '') : judged.status,
      evidence: 0.85 * judged.evidence * mention.confidence,
    }),
  ];
}

const opensWithWhen = ({ tokens }: Sentence, first: number, verb: number): boolean =>
  tokens.slice(first, verb).some((t) => t.lower === 'when');
