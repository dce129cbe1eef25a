import type { Found } from './find.ts';

const JOINED = /^\s*(?:[-–—‐‑]|to|until|till|through|thru)\s*$/i;
const AND = /^\s*(?:and|&)\s*(?:the\s+)?$/i;

/** Ties the two ends of a range: `1914–1918`, `from April to June 1968`, `between 2018 and 2023`. */
export function tieRanges(text: string, found: readonly Found[]): Found[] {
  return found.map((first, i) => {
    const second = found[i + 1];
    if (!second || first.said.type !== 'DATE' || second.said.type !== 'DATE' || first.said.reference)
      return first;
    const gap = second.start - first.end;
    if (gap > 12) return first;
    const words = text.slice(first.end, second.start);
    const before = text.slice(Math.max(0, first.start - 9), first.start);
    const between = /\bbetween\s+(?:the\s+)?$/i.exec(before);
    if (!JOINED.test(words) && !(between && AND.test(words))) return first;
    const from = between ?? /\bfrom\s+$/i.exec(before);
    return {
      ...first,
      tie: { kind: 'range', start: from ? first.start - from[0].length : first.start, end: second.end },
    };
  });
}
