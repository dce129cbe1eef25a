import { type FoundFigure, findFigures } from '../figures.ts';
import type { Place } from './dating.ts';
import { make, type Occurrence, type Sentence, sourceMention, timeOf } from './occurrence.ts';

/** Money, shares and measures, as against counts. */
export const measured = (sentence: Sentence, from: number, to: number): FoundFigure[] => {
  const { tokens, reading, span, mentions } = sentence;
  if (!tokens.slice(from, to + 1).some((t) => t.pos === 'NUM' || /^(?:half|third|quarter|%)$/.test(t.lower)))
    return [];
  const [start, end] = [tokens[from]?.start ?? span.start, tokens[to]?.end ?? span.end];
  return findFigures(reading.words, span, tokens, mentions).filter(
    (f) => f.start >= start && f.end <= end && /^(?:%|[A-Z]{3}|m3|m2|t|kg|km|W|Wh|J|l)$/.test(f.unit),
  );
};

export const measures = (sentence: Sentence): boolean =>
  measured(sentence, 0, sentence.tokens.length - 1).length > 0;

/** A figure for a period in a clause that tells nothing else: "worth 80% of its exports in 2021". */
export function figureFor(sentence: Sentence, c: number, p: Place): Occurrence | null {
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
