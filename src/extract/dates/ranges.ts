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
export function tieRanges(text: string, found: readonly Found[]): Found[] {
  const tied: Found[] = [];
  // From the end, so that of three months in a row the first borrows what the second has borrowed.
  for (let i = found.length - 1; i >= 0; i--) tied[i] = tie(text, found[i]!, tied[i + 1], found[i - 1]);
  return tied;
}

function tie(text: string, first: Found, second: Found | undefined, before: Found | undefined): Found {
  if (!second || first.said.type !== 'DATE' || second.said.type !== 'DATE' || first.said.reference)
    return first;
  if (second.start - first.end > 16 || second.said.reference) return first;
  const words = text.slice(first.end, second.start);
  const lead = text.slice(Math.max(0, first.start - 12), first.start);
  const between = /\bbetween\s+(?:the\s+|about\s+)?$/i.exec(lead);
  const range = JOINED.test(words) || (between !== null && AND.test(words));
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

/** Year and month that the second date has and the first lacks. */
function borrow(first: Said, second: Said): Said {
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
