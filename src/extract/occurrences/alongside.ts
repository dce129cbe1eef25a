import { when } from '../../model/when.ts';
import { judgeVerb } from '../status.ts';
import type { Place } from './dating.ts';
import { make, type Occurrence, type Sentence, sourceMention, timeOf } from './occurrence.ts';
import { isDeed } from './scene.ts';

/** So sure is what is told beside a dated clause of the same date. */
const SURE = 0.75;
/** Tokens before a date that opens its sentence: "Early on", "In the". */
const OPENING = 3;

/**
 * "On 3 May 1990 the bank failed, and the minister resigned": a date at the head of a sentence is that of all that its
 * main clauses tell, each with a subject of its own, as long as none of them has another date.
 * @param found what the dates of the sentence tell by themselves.
 */
export function alongside(
  sentence: Sentence,
  list: readonly Place[],
  found: readonly Occurrence[],
): Occurrence[] {
  const { parse } = sentence;
  const [place] = list;
  if (!place || list.length > 1 || place.role !== 'clause' || place.at[0] > OPENING) return [];
  const { mention } = place;
  const first = found.find((o) => o.clause !== null && parse.clauses[place.clause] === o.clause);
  if (first?.status !== 'happened' || mention.edtf === null || mention.edtf.includes('..')) return [];
  if (!/^(?:|on|at)$/.test(place.lead) || !/^(?:day|time)$/.test(mention.precision ?? '')) return [];
  const main = parse.clauses[place.clause];
  if (main?.kind !== 'main' || place.at[0] > main.verb.first) return [];
  // Another length or time in the sentence says otherwise.
  if (sentence.mentions.some((m) => m !== mention && m.type !== 'TIME' && m.start > mention.end)) return [];
  return parse.clauses.flatMap((clause): Occurrence[] => {
    if (clause.first <= main.first || clause.kind !== 'main' || clause.borrowed || !clause.subject) return [];
    if (found.some((o) => o.clause === clause) || !isDeed(sentence, clause)) return [];
    const judged = judgeVerb(sentence, clause);
    if (judged?.status !== 'happened') return [];
    const source = sourceMention(mention);
    const time = timeOf(mention, place.lead, clause);
    return [
      make(sentence, {
        kind: 'clause',
        core: [clause.first, clause.last],
        clause,
        head: clause.verb.lemma,
        time: when(time.edtf, 'inherited', time.precision),
        mention: { ...source, how: `${source.how} → the same sentence` },
        dated: [],
        status: judged.status,
        evidence: SURE * judged.evidence * mention.confidence,
      }),
    ];
  });
}
