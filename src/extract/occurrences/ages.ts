import { toCivil } from '../../model/days.ts';
import type { TextSpan } from '../../model/document.ts';
import { edtfDate } from '../../model/edtf.ts';
import type { DatedMention, Reading } from '../reading.ts';
import type { Occurrence } from './occurrence.ts';

const ONES =
  'three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NUMBER = `(\\d{1,2}|(?:${TENS.join('|')})(?:-(?:one|two|${ONES.slice(0, 7).join('|')}))?|${ONES.join('|')})`;
const ONLY = '(?:only|just|barely|still|already|about)?\\s*';
const AGE = new RegExp(
  `\\b(?:(?:when|while)\\s+(?:he|she)\\s+was\\s+${ONLY}${NUMBER}(?:\\s+years\\s+old)?|at\\s+the\\s+age\\s+of\\s+${ONLY}${NUMBER}|at\\s+(1[3-9]|[2-9]\\d)(?=[,.;]|\\s+(?:he|she|his|her|with|and|from|after)\\b)|^aged\\s+${ONLY}${NUMBER})(?=[\\s,.;:)])(?!\\s+(?:months|weeks|feet|miles|per))`,
  'giu',
);
/** Blocks from the top within which a life begins. */
const EARLY = 6;

/**
 * The birth that a document's ages are counted from: that of the person whose life it tells, which is told near its top.
 * null as soon as it tells of a second birth there: an age may be either's.
 * @param found in the order of the text; only what stands near its top is looked at, however much there is. It may grow
 * between calls: what was looked at once is not looked at again.
 */
export function birthIn(found: readonly Occurrence[]): Occurrence | null {
  const known = looked.get(found) ?? { until: 0, first: null, others: false };
  looked.set(found, known);
  for (let o = found[known.until]; o && o.block <= EARLY; o = found[++known.until]) {
    if (o.head !== 'bear' || o.time.edtf.includes('/')) continue;
    known.first ??= o;
    if (o.time.start !== known.first.time.start) known.others = true;
  }
  const { first, others } = known;
  return first && !others && /^(?:day|month|year)$/.test(first.time.precision) ? first : null;
}

/** What is known of a list of occurrences: how many were looked at, the first birth among them, whether it has rivals. */
const looked = new WeakMap<
  readonly Occurrence[],
  { until: number; first: Occurrence | null; others: boolean }
>();

/** "When she was nineteen", "at the age of six": dates that follow from a birth told before. Years, and about. */
export function agesIn(
  { words }: Reading,
  block: number,
  sentence: number,
  span: TextSpan,
  birth: Occurrence,
): DatedMention[] {
  const text = words.slice(span.start, span.end);
  return [...text.matchAll(AGE)].flatMap((match) => {
    const age = numberOf(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
    if (age === null) return [];
    const edtf = `${edtfDate(toCivil(birth.time.start).year + age)}~`;
    const start = span.start + match.index;
    return [
      {
        start,
        end: start + match[0].length,
        text: match[0],
        type: 'DATE',
        value: edtf.slice(0, -1),
        mod: 'APPROX',
        edtf,
        precision: 'year',
        route: 'inferred',
        how: `${match[0].replace(/\s+/g, ' ')} → born ${birth.time.edtf}`,
        confidence: 0.75,
        alternatives: [],
        block,
        sentence,
        range: null,
      } satisfies DatedMention,
    ];
  });
}

function numberOf(said: string): number | null {
  if (/^\d+$/.test(said)) return Number(said) >= 3 ? Number(said) : null;
  const [ten = '', one] = said.toLowerCase().split('-');
  const low = (word: string) => (word === 'one' ? 1 : word === 'two' ? 2 : ONES.indexOf(word) + 3);
  const tens = TENS.indexOf(ten);
  if (tens < 0) return ONES.includes(ten) ? low(ten) : null;
  return (tens + 2) * 10 + (one ? low(one) : 0);
}
