import type { TextSpan } from '../model/document.ts';
import { type Amount, add, type Context, type FoundFigure, hedgeBefore } from './figures/context.ts';
import { bothAt, countOf } from './figures/counts.ts';
import { inMillions, laterAmount, takenUp } from './figures/ellipsis.ts';
import { measureLabel, moneyLabel, perLabel, shareLabel, spellIn, timeLabel } from './figures/measured.ts';
import { neighbourScale } from './figures/neighbours.ts';
import { beginsNumber, numberAt } from './figures/numbers.ts';
import { isReference } from './figures/references.ts';
import { beginsCount, fractionAt, isFactor, oneInAt, ordinalAt, timesAt } from './figures/times.ts';
import { beginsMoney, currencyBefore, type FoundUnit, isTimeWord, unitAt } from './figures/units.ts';
import { type Token, verbGroups } from './language.ts';
import { remembered } from './memo.ts';
import type { DatedMention } from './reading.ts';

export type { FoundFigure } from './figures/context.ts';

/**
 * Finds the quantities of a sentence: money, shares, measures, counts of things, and how many times. Years, dates,
 * clock times, references, scores, ages and telephone numbers are none. A range is two figures, its low end first.
 * @param text the document's, of which `sentence` and the offsets of `tokens` speak.
 * @param tokens of the sentence, as `tokensOf` gives them.
 * @param dates date expressions in the sentence; a number within one of a calendar is none of ours.
 * @returns sorted by start. Linear in the sentence, apart from labels, which look back one sentence.
 */
export function findFigures(
  text: string,
  sentence: TextSpan,
  tokens: readonly Token[],
  dates: readonly (TextSpan & { readonly type?: string })[] = [],
): FoundFigure[] {
  const at: Context = { text, sentence, tokens, groups: verbGroups(tokens), found: [] };
  const calendar = dates.filter(
    (d) => d.type !== 'DURATION' && d.type !== 'SET' && d.start < sentence.end && d.end > sentence.start,
  );
  for (let i = 0; i < tokens.length; ) {
    if (!mayOpen(tokens[i]!)) {
      i++;
      continue;
    }
    const within = calendar.find((d) => tokens[i]!.start >= d.start && tokens[i]!.start < d.end);
    if (within) {
      i++;
      continue;
    }
    i = Math.max(i + 1, figureAt(at, i));
  }
  return at.found;
}

/**
 * EDTF of the period that a figure is for: the date nearest to it in its clause, else `fallback`. Ends of the
 * calendar that only date the report (`said on Tuesday`) lose against a year or a quarter in the same sentence.
 * @param mentions of the figure's sentence, in any order. @param text of the document.
 */
export function periodOf(
  figure: TextSpan,
  mentions: readonly DatedMention[],
  fallback: string | null,
  text = '',
): string | null {
  let best: DatedMention | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const mention of mentions) {
    if (mention.edtf === null || mention.type === 'DURATION' || mention.type === 'SET') continue;
    const gap = mention.start >= figure.end ? mention.start - figure.end : figure.start - mention.end;
    // Behind the number stands its own date more often than before it; a day is rarely a period.
    const far = Math.max(0, gap) + (mention.end <= figure.start ? 8 : 0) + (isDay(mention) ? 40 : 0);
    if (far >= least) continue;
    const cost = far + (gap > LONGEST_SENTENCE ? BORDER : borderCost(between(figure, mention, text)));
    if (cost < least) [best, least] = [mention, cost];
  }
  if (!best) return fallback;
  // Of "between 2018 and 2023" the nearer end may be the second, and the first carries the whole.
  const { start, end } = best;
  const whole = mentions.find((m) => m.range && m.range.start <= start && m.range.end >= end);
  return whole?.range?.edtf ?? best.edtf;
}

/** The words between a figure and a date, without those that part them and are no border. */
const between = (figure: TextSpan, date: TextSpan, text: string): string =>
  date.start >= figure.end
    ? text.slice(figure.end, date.start)
    : text.slice(date.end, figure.start).replace(LEADS, '');

/** UTF-16 units beyond which a border stands between, whatever the file has for sentences; what it costs. */
const LONGEST_SENTENCE = 2000;
const BORDER = 100;

/** What it costs that these words stand between a number and a date: the date may be another number's. */
function borderCost(between: string): number {
  if (/[.!?;:]\s/.test(between)) return BORDER;
  if (/\b(?:from|against|compared with|compared to|versus|than|as)\b/i.test(between)) return 80;
  if (/\b(?:and|but|while)\b/.test(between)) return 40;
  return between.includes(',') ? 20 : 0;
}

/** "In 1851, it counted", "from 12 in 1851 to 40": what parts a date from the number behind it and is no border. */
const LEADS = /^\s*,|\b(?:from|than|as)\b/gi;

const isDay = (mention: DatedMention): boolean => mention.precision === 'day' || mention.precision === 'time';

/** Whether a figure may start at a token. Asked of every word of a text: most are none of these. */
const mayOpen = ({ lower, lemma }: Token): boolean => opens(lower) || isFactor(lemma);

const opens = remembered(
  (lower) =>
    beginsNumber(lower) || beginsCount(lower) || beginsMoney(lower) || lower === '-' || lower === '−',
);

/** Tries everything that can start at token `i`; answers with the index behind what it took, or `i`. */
function figureAt(at: Context, i: number): number {
  return (
    timesAt(at, i) ||
    ordinalAt(at, i) ||
    fractionAt(at, i) ||
    oneInAt(at, i) ||
    bothAt(at, i) ||
    amountAt(at, i) ||
    i
  );
}

function readAmount(at: Context, i: number): Amount | null {
  const { tokens, text } = at;
  if (!tokens[i]) return null;
  const sign = currencyBefore(tokens, i, text);
  if (sign) {
    const number = numberAt(tokens, i + 1, true);
    return number && tokens[i + 1]!.start - tokens[i]!.end <= 1 ? { number, first: i, sign } : null;
  }
  const minus =
    (tokens[i]!.text === '-' || tokens[i]!.text === '−') && tokens[i + 1]?.start === tokens[i]!.end;
  const number = numberAt(tokens, minus && tokens[i - 1]?.end !== tokens[i]!.start ? i + 1 : i, false);
  if (!number) return null;
  return minus
    ? { number: { ...number, value: -number.value }, first: i, sign: null }
    : { number, first: i, sign: null };
}

function amountAt(at: Context, i: number): number {
  const { tokens } = at;
  let low = readAmount(at, i);
  if (!low || isReference(at, low) || isLimit(tokens, low.first)) return 0;
  low = inMillions(at, low) ?? low;
  let high: Amount | null = null;
  let last = low.number.last;
  const link = tokens[last + 1];
  if (link && !low.number.rest && /^(?:-|–|—|to|and|or)$/.test(link.lower)) {
    high = readAmount(at, last + 2);
    const between = tokens[low.first - 1]?.lower === 'between';
    const adjacent = link.lower !== 'and' || between;
    if (!high || !adjacent || (high.sign !== null && low.sign !== null && high.sign !== low.sign))
      high = null;
  }
  const changed = high !== null && link!.lower === 'to' && tokens[low.first - 1]?.lower === 'from';
  if (high) last = high.number.last;
  const end = high ?? low;

  // "from $5 to $7 billion", "20 to 30 million people"
  let assumed = false;
  if (high && low.number.scale === 1 && high.number.scale > 1 && low.number.value < 1000) {
    if (low.number.value * high.number.scale < high.number.value || changed) {
      assumed = low.sign !== null;
      low = {
        ...low,
        number: { ...low.number, value: low.number.value * high.number.scale, scale: high.number.scale },
      };
    }
  }
  if (high && high.number.value <= low.number.value && !changed) return 0;

  // "US$190 in 2022 and US$240 billion in 2023": the scale, and without a sign the unit, stand once, at the end.
  const printed = high ? null : laterAmount(at, low);
  const sign = low.sign ?? high?.sign ?? null;
  const own = sign ? null : end.number.rest ? restUnit(end.number.rest) : unitAt(tokens, last + 1);
  if (own === 'none') {
    const spell = high ? null : spellIn(at, end.number.rest, last);
    if (spell)
      add(at, low.first, last, low.number.value, spell.unit, spell.label, hedgeBefore(tokens, low.first));
    return last + 1;
  }
  const unit =
    own ?? (printed?.unit ? { ...printed.unit, last } : null) ?? (sign ? null : magnitude(tokens, low, last));
  if (printed && !own) {
    const { scale } = printed.number;
    low = { ...low, number: { ...low.number, value: low.number.value * scale, scale } };
    assumed = true;
  }
  const hedge = hedgeBefore(tokens, low.first);

  let kind: FoundUnit['kind'] | 'count';
  let name: string;
  let label: string | null;
  let factor = 1;
  let stop = last;
  if (sign) {
    kind = 'money';
    name = sign;
    label = moneyLabel(at, low.first, last, name) + perLabel(at, last);
    const scale = high || assumed ? 0 : neighbourScale(at, low);
    if (scale > 1) {
      low = { ...low, number: { ...low.number, value: low.number.value * scale, scale } };
      assumed = true;
    }
  } else if (unit) {
    kind = unit.kind;
    name = unit.unit;
    factor = unit.factor;
    stop = end.number.rest ? last : unit.last;
    if (kind === 'time') label = timeLabel(at, low.first, stop);
    else if (kind === 'money') label = moneyLabel(at, low.first, stop, name);
    else if (kind === 'share') label = shareLabel(at, low.first, stop);
    else label = measureLabel(at, low.first, stop, name, end.number.rest !== '');
    if (kind === 'time' && label === null) return last + 1;
  } else {
    const same = high ? null : takenUp(at, low);
    const counted = same
      ? { unit: same.unit, label: same.label, last }
      : countOf(at, low.first, last, end.number, high !== null);
    if (!counted) return high ? last + 1 : low.number.last + 1;
    kind = 'count';
    name = counted.unit;
    label = counted.label;
    stop = counted.last;
  }
  if (label === null) return stop + 1;
  const start = low.first;
  if (!high) {
    add(at, start, stop, low.number.value * factor, name, label, {
      ...hedge,
      ...(assumed ? { scaleAssumed: true } : {}),
    });
  } else {
    const ends = { low: low.number.value * factor, high: high.number.value * factor };
    const range = changed ? {} : ends;
    add(at, start, stop, ends.low, name, label, {
      ...range,
      ...(changed ? {} : { bound: 'min' as const }),
      ...(assumed ? { scaleAssumed: true } : {}),
    });
    add(at, high.first, stop, ends.high, name, label, {
      ...range,
      ...(changed ? {} : { bound: 'max' as const }),
    });
  }
  return Math.max(stop, last) + 1;
}

/** "a magnitude 6.9 quake", "a magnitude of 6.9": the one unit that stands before its number. */
function magnitude(tokens: readonly Token[], { first }: Amount, last: number): FoundUnit | null {
  const before = tokens[first - 1]?.lower === 'of' ? tokens[first - 2] : tokens[first - 1];
  return before?.lower === 'magnitude' ? { unit: 'magnitude', factor: 1, last, kind: 'measure' } : null;
}

/** "well below the 95% that is needed": a known limit, which nobody measured. */
const isLimit = (tokens: readonly Token[], first: number): boolean =>
  tokens[first - 1]?.lower === 'the' &&
  /^(?:below|above|under|over|beyond)$/.test(tokens[first - 2]?.lower ?? '');

/** The unit in a word such as `11-mile`, `100-megawatt`, `20-percent`; `none` for durations and ages. */
function restUnit(rest: string): FoundUnit | 'none' | null {
  if (isTimeWord(rest) || /^(?:year|day|month|week|hour|minute|decade|century)-/.test(rest)) return 'none';
  const words = rest.split('-');
  const tokens = words.map(
    (word, i): Token => ({
      start: i,
      end: i,
      text: word,
      lower: word,
      pos: 'NOUN',
      lemma: word,
      capital: false,
      common: true,
    }),
  );
  const found = unitAt(tokens, 0);
  return found && found.last === words.length - 1 && rest.length > 2 ? found : null;
}
