import { daysInMonth, toCivil, toDays } from '../../model/days.ts';
import type { Standing } from './counted.ts';
import { edtfOf, type Point } from './point.ts';
import type { Chosen } from './walk.ts';

/** The whole stretch of what begins or ends on a day: the span of a three-week strike that began on 4 May. */
export interface Lasting {
  readonly edtf: string;
  /** The words that say how long. */
  readonly words: string;
}

const BEGINS =
  '(?:(?:that|which|who)\\s+)?(?:(?:will|would|is|was|are|were|had|has|to|due|set|scheduled|expected|planned)\\s+){0,3}' +
  '(?:begins?|began|begun|beginning|starts?|started|starting|opens?|opened|opening|commenc(?:es?|ed|ing)|from|running\\s+from|ran\\s+from|run\\s+from|held\\s+from|effective(?:\\s+from)?)';
/** "The week-long fair ended on 12 June" tells of its end; "the fair ending on" and "that ended on", of all of it. */
const ENDS =
  '(?:(?:that|which|who)\\s+(?:(?:will|would|had|has)\\s+)?(?:ends?|ended|clos(?:es?|ed)|conclud(?:es?|ed)|expir(?:es?|ed))|ending|closing|concluding|expiring)';
const ENDED = '(?:ends?|ended|clos(?:es?|ed)|conclud(?:es?|ed)|expir(?:es?|ed))';
/** Between the length and the day: at most a few words of what it is and where, then the verb. */
const TO_START = new RegExp(
  `^(?:[\\s,-]+(?!(?:${ENDS}|${ENDED})\\b)[\\p{L}’'-]+){0,7}?[\\s,]+${BEGINS}\\s+(?:on\\s+|in\\s+)?$`,
  'u',
);
const TO_END = new RegExp(
  `^(?:[\\s,-]+(?!${BEGINS}\\b)[\\p{L}’'-]+){0,7}?[\\s,]+${ENDS}\\s+(?:on\\s+|in\\s+)?$`,
  'u',
);
/** On 4 May the ministers met for three days. */
const LASTS_FOR = /^[\s,](?:[\s,]*[\p{L}’'-]+){1,7}?\s+for\s+$/u;
/** After the coup of 6 May they ruled for four months: the day is that of the coup, not of what came then. */
const SPOKEN_OF =
  /\b(?:of|after|before|until|till|by|since|following|than|dated|at)\s+(?:the\s+)?(?:\p{L}+\s+of\s+)?$/iu;
/** Further than this nothing is tied. */
const REACH = 110;

/**
 * What lasts so many days from a day that is named, or until one: "a two-day visit starting Monday", "a three-week
 * strike that ended on 4 May", "on 4 May they met for three days". Both ends count. Linear.
 * @returns parallel to `chosen`: for the expression of the day, the whole stretch.
 */
export function lastingFrom(
  text: string,
  standing: readonly Standing[],
  chosen: readonly Chosen[],
): (Lasting | null)[] {
  const found: (Lasting | null)[] = chosen.map(() => null);
  for (let i = 0; i + 1 < standing.length; i++) {
    const a = standing[i]!;
    const b = standing[i + 1]!;
    if (a.sentence.start !== b.sentence.start || b.found.start - a.found.end > REACH) continue;
    const between = text.slice(a.found.end, b.found.start);
    const forward = a.step.said.type === 'DURATION';
    const day = forward ? i + 1 : i;
    const length = lengthOf(forward ? a : b);
    const point = chosen[day]!.reading.point;
    if (!length || point?.unit !== 'day' || !standsAlone(standing[day]!)) continue;
    const sign = forward
      ? TO_START.test(between)
        ? 1
        : TO_END.test(between)
          ? -1
          : 0
      : LASTS_FOR.test(between) && !SPOKEN_OF.test(text.slice(a.sentence.start, a.found.start))
        ? 1
        : 0;
    if (sign === 0 || found[day]) continue;
    const { start, end } = (forward ? a : b).found;
    const edtf = stretch(point, length.count, length.unit, sign);
    if (edtf) found[day] = { edtf, words: text.slice(start, end).replace(/\s+/g, ' ') };
  }
  return found;
}

function lengthOf({ step: { said } }: Standing): { count: number; unit: 'day' | 'week' | 'month' } | null {
  const { type, unit, count, within, stretch: past, mod } = said;
  if (type !== 'DURATION' || within || past || mod || !count || !Number.isInteger(count)) return null;
  if (unit === 'fortnight') return { count: count * 2, unit: 'week' };
  return unit === 'day' || unit === 'week' || unit === 'month' ? { count, unit } : null;
}

const standsAlone = ({ found, step }: Standing): boolean =>
  !found.tie && (step.said.type === 'DATE' || step.said.type === 'TIME') && step.said.set === undefined;

function stretch(day: Point, count: number, unit: 'day' | 'week' | 'month', sign: 1 | -1): string | null {
  let other: number;
  if (unit === 'month') {
    const { year, month, day: n } = toCivil(day.start);
    const total = year * 12 + month - 1 + sign * count;
    const y = Math.floor(total / 12);
    const m = (((total % 12) + 12) % 12) + 1;
    other = toDays(y, m, Math.min(n, daysInMonth(y, m))) - sign;
  } else other = day.start + sign * (count * (unit === 'week' ? 7 : 1) - 1);
  if (other === day.start) return null;
  const edge = (start: number) => edtfOf({ unit: 'day', start }).edtf;
  return sign > 0 ? `${edge(day.start)}/${edge(other)}` : `${edge(other)}/${edge(day.start)}`;
}
