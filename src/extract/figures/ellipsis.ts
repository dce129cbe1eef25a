import type { Token } from '../language.ts';
import type { Amount, Context, FoundFigure } from './context.ts';
import { phraseAfter, startsDate } from './labels.ts';
import { type NumberPhrase, numberAt } from './numbers.ts';
import { currencyBefore, type FoundUnit, isTimeWord, unitAt } from './units.ts';

/** A second amount stands at most so many tokens behind the first. */
const REACH = 14;
/** Amounts of one thing differ by less than this factor, and by less than the other where a scale is missing. */
const SAME_THING = 30;
const SAME_SIZE = 2.5;

/** Words that only join two amounts of one thing, or hedge the second. */
const JOINING =
  /^(?:and|or|but|then|to|from|up|down|against|versus|compared|with|than|more|less|in|on|by|for|at|only|just|barely|scarcely|still|about|some|nearly|almost|around|over|under|as|had|been|while|respectively|,|;|\(|\))$/;
const LINK = /^(?:and|or|but|to|from|against|versus|with|than|,|;|\()$/;

/**
 * "412 inhabitants in 1801 and 1,206 in 1851", "£41m, up from £35m a year earlier": the figure before, where only dates
 * and joining words stand between it and the amount that starts at token `first`. null where anything else does.
 * @param unit that both must be in; null where the second has none.
 */
export function jointBefore(at: Context, first: number, unit: string | null): FoundFigure | null {
  const before = at.found[at.found.length - 1];
  if (!before || (unit !== null && before.unit !== unit) || at.tokens[first]!.start < before.end) return null;
  let k = first;
  while (k > 0 && at.tokens[k - 1]!.start >= before.end) k--;
  // "60 tonnes of cod, against": what the first amount is of belongs to it.
  if (/^(?:of|in|worth)$/.test(at.tokens[k]!.lower) && !startsDate(at.tokens, k + 1)) {
    const of = phraseAfter(at.tokens.slice(0, first), k + 1);
    if (of) k = of.last + 1;
  }
  return first - k <= REACH && isJoined(at.tokens, k, first) ? before : null;
}

/** Whether only dates and joining words stand from token `from` up to `to`, and at least one of these. */
function isJoined(tokens: readonly Token[], from: number, to: number): boolean {
  let linked = false;
  for (let k = from; k < to; k++) {
    const t = tokens[k]!;
    if (LINK.test(t.lower)) linked = true;
    if (JOINING.test(t.lower) || isOfDate(tokens, k)) continue;
    return false;
  }
  return linked;
}

const isOfDate = (tokens: readonly Token[], k: number): boolean =>
  startsDate(tokens, k) ||
  isTimeWord(tokens[k]!.lower) ||
  /^(?:an?|the|previous|earlier|later|before|ago|following|same|last|next|early|late|mid|end|of|period)$/.test(
    tokens[k]!.lower,
  );

/**
 * What a number without a unit counts where it takes up the figure before it. What stands behind it must be a date or
 * the end of the clause: any noun would be what it counts.
 */
export function takenUp(at: Context, { first, number }: Amount): FoundFigure | null {
  const before = jointBefore(at, first, null);
  if (!before || number.rest || before.unit === 'times' || /^[A-Z]{3}$/.test(before.unit)) return null;
  // "cut by a third to 900": a part in words takes no per cent up.
  if (before.unit === '%' && !/%|cent|pct/i.test(before.text)) return null;
  const ratio = Math.abs(number.value / before.value);
  if (!(ratio > 1 / SAME_THING && ratio < SAME_THING)) return null;
  const next = at.tokens[number.last + 1];
  const closed =
    !next ||
    /^[,.;:)]$/.test(next.text) ||
    /^(?:in|on|by|at|and|from|to|a|an|the|last|respectively)$/.test(next.lower);
  const nounBehind = /^(?:a|an|the)$/.test(next?.lower ?? '') && !isOfDate(at.tokens, number.last + 2);
  return closed && !nounBehind ? before : null;
}

/**
 * "1.2m visitors in 2018 and 1.5m in 2019": the first says that m is for millions, so no metres are meant.
 * @returns the number in millions, or null where nothing says so.
 */
export function inMillions(at: Context, amount: Amount): Amount | null {
  const { number } = amount;
  const m = at.tokens[number.last + 1];
  const before = jointBefore(at, amount.first, null);
  if (m?.text !== 'm' || number.scale > 1 || before === null || !/\dm\b/.test(before.text)) return null;
  if (before.unit === 'm' || before.unit.startsWith('m/')) return null;
  return { ...amount, number: { ...number, last: number.last + 1, value: number.value * 1e6, scale: 1e6 } };
}

/** An amount with a scale that stands behind another of the same thing. */
export interface LaterAmount {
  readonly number: NumberPhrase;
  readonly sign: string | null;
  readonly unit: FoundUnit | null;
}

/**
 * "US$190 in 2022 and US$240 billion in 2023", "from 190 in May to 240 million tonnes": the amount behind `amount` that
 * prints the scale which this one leaves out. Only where both are of one size without it, and dates alone stand between.
 */
export function laterAmount(at: Context, amount: Amount): LaterAmount | null {
  const { tokens } = at;
  const { number } = amount;
  if (number.scale > 1 || number.rest || number.value < 1 || number.value >= 1000) return null;
  for (let k = number.last + 2; k < Math.min(tokens.length, number.last + REACH); k++) {
    const sign = currencyBefore(tokens, k, at.text);
    const later = numberAt(tokens, sign ? k + 1 : k, sign !== null);
    if (!later || later.scale < 1e6 || later.rest || sign !== amount.sign) continue;
    if (!isJoined(tokens, number.last + 1, k)) return null;
    const unit = sign ? null : unitAt(tokens, later.last + 1);
    const size = later.value / later.scale / number.value;
    if ((!sign && !unit) || !(size > 1 / SAME_SIZE && size < SAME_SIZE)) return null;
    return { number: later, sign, unit };
  }
  return null;
}
