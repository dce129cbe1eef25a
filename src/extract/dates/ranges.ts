import type { Found } from './find.ts';
import type { Said } from './pattern.ts';

const JOINED = /^\s*(?:[-–—‐‑]|to|until|till|through|thru)\s*(?:the\s+)?$/i;
const AND = /^\s*(?:and|&)\s*(?:the\s+)?$/i;
const LISTED =
  /^\s*(?:,|and|or|&|,\s*and|[-–—/]|to|until|till|through)\s*(?:in\s+|the\s+|again\s+in\s+|early\s+|late\s+)*$/i;

/**
 * Ties the two ends of a range, `1914–1918`, `from April to June 1968`, `between 2018 and 2023`, and lends a date
 * without a year the year that stands right behind it: `August and September 1914`.
 */
export function tieRanges(text: string, all: readonly Found[]): Found[] {
  const found = joinYears(text, all);
  const tied: Found[] = [];
  // From the end, so that of three months in a row the first borrows what the second has borrowed.
  for (let i = found.length - 1; i >= 0; i--) {
    tied[i] = tie(text, found[i]!, tied[i + 1], found[i - 1]);
    const first = tied[i]!;
    const second = tied[i + 1];
    // "May–October": the second is the next after the first, in whichever year that is.
    if (
      first.tie &&
      second &&
      lacksYear(first.said) &&
      lacksYear(second.said) &&
      second.said.weekday === undefined
    ) {
      const { month, day } = second.said;
      const untilDate = { month: month!, ...(day === undefined ? {} : { day }) };
      tied[i] = { ...first, said: { ...first.said, untilDate } };
      const said: Said =
        month === first.said.month
          ? { ...second.said, untilDate }
          : { ...second.said, step: 1, from: 'story' };
      tied[i + 1] = { ...second, said };
    }
  }
  for (let i = 0; i + 1 < tied.length; i++) {
    const second = tied[i + 1]!;
    // From next Monday to Friday: to the one after it.
    const first = tied[i]!;
    if (!first.tie || !isBareWeekday(first.said) || !isBareWeekday(second.said)) continue;
    if (second.said.step !== undefined) continue;
    tied[i] = { ...first, said: { ...first.said, untilWeekday: second.said.weekday! } };
    tied[i + 1] = { ...second, said: { ...second.said, step: 1, from: 'story' } };
  }
  return tied.map((each, i) => openRange(text, each, tied[i + 1]));
}

const isBareWeekday = ({ type, weekday, day, month, within }: Said): boolean =>
  type === 'DATE' && weekday !== undefined && day === undefined && month === undefined && !within;

const TO_NOW =
  /^\s*(?:[-–—]|to|until|till|through)\s*(?:the\s+)?(?:present(?:\s+day)?|now|today|date|ongoing)(?![\p{L}\d-])/iu;
/** (1950–), Chair, 2013– */
const LEFT_OPEN = /^\s?[-–—](?=\s*(?:\)|,|;|\n|$))/u;

/** "2013 – present" has no other end. */
function openRange(text: string, each: Found, next: Found | undefined): Found {
  const { said, end, tie } = each;
  if (tie || said.type !== 'DATE' || said.year === undefined || said.within || said.phase) return each;
  const behind = text.slice(end, end + 20);
  const open =
    TO_NOW.exec(behind) ?? (isBareYear(said) && next?.start !== end + 1 ? LEFT_OPEN.exec(behind) : null);
  return open ? { ...each, open: { start: each.start, end: end + open[0].length } } : each;
}

const PART_OF = /^,?\s+(?:of|in)\s+$/;
const OTHER_DAY = /^\s*(?:[-–]|to|and|or)\s*(?:the\s+)?$/;

/** "14 to 15 August of that year": days whose year is named by a word behind them. */
function joinYears(text: string, found: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const each of found) {
    const before = joined.at(-1);
    const { said } = each;
    const relative =
      said.unit === 'year' && said.step !== undefined && said.count === undefined && !said.phase;
    if (
      !before ||
      !relative ||
      said.type !== 'DATE' ||
      !lacksYear(before.said) ||
      !(PART_OF.test(text.slice(before.end, each.start)) || isNamedBeside(text, before, each))
    ) {
      joined.push(each);
      continue;
    }
    joined[joined.length - 1] = { ...before, end: each.end, said: { ...before.said, within: said } };
    const other = joined.at(-2);
    if (other && lacksYear(other.said) && OTHER_DAY.test(text.slice(other.end, before.start)))
      joined[joined.length - 2] = { ...other, said: { ...other.said, within: said } };
  }
  return joined;
}

/** "4 and 15 February this year" */
const isNamedBeside = (text: string, before: Found, { start, end, said }: Found): boolean =>
  said.from === 'speech' &&
  before.said.day !== undefined &&
  /^,?\s$/.test(text.slice(before.end, start)) &&
  /^(?:this|last|next)\s/i.test(text.slice(start, end));

const lacksYear = ({ type, month, year, shortYear, step, within }: Said): boolean =>
  (type === 'DATE' || type === 'TIME') &&
  month !== undefined &&
  year === undefined &&
  shortYear === undefined &&
  step === undefined &&
  !within;

function tie(text: string, first: Found, second: Found | undefined, before: Found | undefined): Found {
  if (!second || first.said.type !== 'DATE' || second.said.type !== 'DATE' || first.said.reference)
    return first;
  if (second.start - first.end > 16 || second.said.reference) return first;
  const words = text.slice(first.end, second.start);
  const lead = text.slice(Math.max(0, first.start - 12), first.start);
  const between = /\bbetween\s+(?:the\s+|about\s+)?$/i.exec(lead);
  // 1998/99 is a season or a budget year.
  const seasonal = words === '/' && isBareYear(first.said) && isBareYear(second.said);
  const range = seasonal || JOINED.test(words) || (between !== null && AND.test(words));
  const said = range || LISTED.test(words) ? borrow(first.said, second.said) : first.said;
  if (!range || (before?.tie && before.tie.end >= first.end))
    return said === first.said ? first : { ...first, said };
  const from = between ?? /\bfrom\s+(?:the\s+)?$/i.exec(lead);
  const start =
    from && from.index + (lead.length < 12 ? 0 : first.start - 12) >= 0
      ? first.start - from[0].length
      : first.start;
  return { ...first, said, tie: { kind: 'range', start, end: second.end } };
}

const isBareYear = ({ year, month, quarter, half, season }: Said): boolean =>
  year !== undefined &&
  month === undefined &&
  quarter === undefined &&
  half === undefined &&
  season === undefined;

/** Year and month that the second date has and the first lacks. */
function borrow(first: Said, second: Said): Said {
  // between March and May of last year
  const { within } = second;
  if (within?.unit === 'year' && first.month !== undefined && second.month !== undefined) {
    const open = first.year === undefined && first.step === undefined && !first.within;
    return open && first.month <= second.month ? { ...first, within } : first;
  }
  // the 20th and 23rd of next month
  const bareDay = first.day !== undefined && first.month === undefined && first.weekday === undefined;
  if (
    within?.unit === 'month' &&
    second.day !== undefined &&
    bareDay &&
    !first.within &&
    first.day < second.day
  )
    return { ...first, within };
  if (first.within || second.within || second.year === undefined || first.year !== undefined) return first;
  if (first.step !== undefined || first.unit !== undefined || first.weekday !== undefined) return first;
  if (first.month === undefined && first.day !== undefined) {
    return second.month === undefined || second.day === undefined
      ? first
      : { ...first, month: second.month, year: second.year };
  }
  if (first.month !== undefined) {
    if (second.month === undefined && second.season === undefined) return first;
    const later = second.month !== undefined && first.month > second.month;
    return { ...first, year: later ? second.year - 1 : second.year };
  }
  return first.season !== undefined || first.quarter !== undefined ? { ...first, year: second.year } : first;
}
