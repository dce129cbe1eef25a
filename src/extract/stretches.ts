import type { TextSpan } from '../model/document.ts';

/** UTF-16 units of the longest sentence that is read as one. Nobody writes longer ones; files without stops have them. */
const LONGEST = 2000;

/**
 * Cuts what is too long to be a sentence into stretches that are not, at white space where there is some, so that the
 * cost of reading stays linear whatever a file holds.
 * @returns the span itself, or stretches of at most {@link LONGEST} units that together cover it.
 */
export function stretches(text: string, span: TextSpan): readonly TextSpan[] {
  if (span.end - span.start <= LONGEST) return [span];
  const list: TextSpan[] = [];
  let from = span.start;
  while (from < span.end) {
    let to = Math.min(span.end, from + LONGEST);
    if (to < span.end) {
      const space = text.lastIndexOf(' ', to);
      if (space > from + LONGEST / 2) to = space + 1;
    }
    list.push({ start: from, end: to });
    from = to;
  }
  return list;
}
