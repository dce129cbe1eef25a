import type { Token } from '../language.ts';
import type { Amount, Context } from './context.ts';
import { unitAt } from './units.ts';

const REFERENCE = new Set(
  'no nos no. nos. number numbers article articles section sections chapter chapters page pages p p. pp pp. figure fig fig. table note notes footnote volume vol vol. issue part phase stage level type class grade room flight route highway channel psalm act verse line lines step version resolution unit gate platform item clause paragraph appendix annex schedule rule title form block lot track season episode round week day year aged age ages model apollo'.split(
    ' ',
  ),
);

export function isReference(at: Context, amount: Amount): boolean {
  const { tokens, text } = at;
  const { number } = amount;
  const first = tokens[amount.first]!;
  const before = tokens[amount.first - 1];
  const after = tokens[number.last + 1];
  if (!number.digits) return false;
  // "10 feet (3 m)": said already.
  if (text[first.start - 1] === '(' && at.found.length > 0 && isConversion(at, amount)) return true;
  if (number.rest && /^(?:year-old|years-old|year-olds|yr-old|month-old|day-old|week-old)$/.test(number.rest))
    return true;
  // A note number stands glued to what is before it.
  const glued = first.start > 0 && !/[\s([{"“‘'’\-–—−/~≈><=+£$€]/.test(text[first.start - 1]!);
  if (glued && !(before && /^(?:-|–|—)$/.test(before.text))) return true;
  if (text[first.start - 1] === '[' || text[first.start - 1] === '#') return true;
  // 555-0123, 2-1-0, 12/05/2020, 978-0-…
  if (
    before &&
    /^[-–/]$/.test(before.text) &&
    before.end === first.start &&
    isDigitToken(tokens[amount.first - 2])
  )
    return true;
  if (after && /^[/:]$/.test(after.text) && isDigitToken(tokens[number.last + 2])) return true;
  if (amount.sign) return false;
  if (
    /^(?:am|pm|a\.m\.?|p\.m\.?|o'clock|hrs|gmt|utc|bc|bce|ad|ce|st|nd|rd|th)$/.test(after?.lower ?? '') &&
    number.bare
  )
    return true;
  if (number.bare && before && REFERENCE.has(before.lower) && !isHedged(tokens, amount.first)) return true;
  if (number.bare && isYearLike(at, amount)) return true;
  return false;
}

/** A measure in brackets right behind another measure. */
function isConversion(at: Context, { first, number }: Amount): boolean {
  const { tokens, found } = at;
  const unit = unitAt(tokens, number.last + 1);
  const open = tokens[first - 1];
  const end = found[found.length - 1]!.end;
  return (
    unit?.kind === 'measure' &&
    tokens[unit.last + 1]?.text === ')' &&
    open !== undefined &&
    open.start - end <= 1
  );
}

const isDigitToken = (t: Token | undefined): boolean => t !== undefined && /^\d/.test(t.lower);
const isHedged = (tokens: readonly Token[], at: number): boolean =>
  /^(?:about|some|around|than|least|over|nearly|to)$/.test(tokens[at - 1]?.lower ?? '');

const MONTHS =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\.?$/;

/** A bare number that a calendar explains better. */
function isYearLike(at: Context, { number, first }: Amount): boolean {
  const { tokens } = at;
  const before = tokens[first - 1];
  const after = tokens[number.last + 1];
  const value = number.value;
  if (MONTHS.test(before?.lower ?? '') && before!.capital && value <= 2100) return true;
  if (MONTHS.test(after?.lower ?? '') && after!.capital && value <= 31) return true;
  if (tokens[number.first]!.lower.length !== 4 || value < 1000 || value > 2100) return false;
  if (
    /^(?:in|since|until|till|by|from|during|before|after|of|the|mid|early|late|to|and|and|circa|between|year|winter|spring|summer|autumn|fall)$/.test(
      before?.lower ?? '',
    )
  ) {
    // "of 1500 men": four digits before a plural that people count are a number after all.
    return !(after && COUNTED.has(after.lower));
  }
  return !(after && (COUNTED.has(after.lower) || unitAt(tokens, number.last + 1)));
}

const COUNTED = new Set(
  'people men women children students soldiers troops workers employees staff members cases deaths victims patients residents inhabitants houses homes ships prisoners refugees copies seats tonnes tons metres kilometres miles euros dollars pounds jobs visitors passengers guests votes signatures families households volunteers teachers doctors beds shares stores shops cars vehicles tickets delegates protesters demonstrators'.split(
    ' ',
  ),
);
