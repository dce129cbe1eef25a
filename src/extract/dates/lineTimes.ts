import type { TextSpan } from '../../model/document.ts';
import type { Said } from './pattern.ts';
import type { Tokens } from './tokens.ts';

/** The time of day with which a line of a log opens: 05.40, 0615. What stands behind it begins a sentence. */
const OPENING = /^([01]?\d|2[0-3])(\.?)([0-5]\d)(?=\s{1,4}["“‘]?\p{Lu}|\s*[–—]\s|\t|\s{2,})/u;
/** What may stand before the time in its line. */
const LEAD = /^\s*(?:[-*•|]\s*)?/;
/** Characters looked at for the lines beside, and of a line for its time. */
const [REACH, HEAD] = [400, 16];

/**
 * The time without a colon with which a line opens, "05.40  The day shift went down", where a line beside it opens with
 * one as well; null where there is none. Years stand in such columns, and numbers of paragraphs, 5.40 and 5.41: four
 * digits alone must begin with 0, and times are never one minute apart.
 * @param tokens of the line's own block.
 */
export function lineTime(text: string, { starts, ends }: Tokens): (TextSpan & { said: Said }) | null {
  const [start, end] = [starts[0], ends[0]];
  if (start === undefined || end === undefined || end - start > 5) return null;
  const here = OPENING.exec(text.slice(start, start + HEAD));
  if (!here || (here[2] === '' && !here[1]!.startsWith('0'))) return null;
  if (here[0].length !== end - start) return null;
  const from = text.lastIndexOf('\n', start);
  if (text.slice(from + 1, start).replace(LEAD, '') !== '') return null;
  const clock = minutesOf(here);
  const beside = [lineBefore(text, from), lineAfter(text, end)].flatMap((line) => {
    const other = OPENING.exec(line.replace(LEAD, '').slice(0, HEAD));
    return other && other[2] === here[2] ? minutesOf(other) : [];
  });
  if (beside.length === 0 || beside.some((other) => Math.abs(other - clock) <= 1)) return null;
  return { start, end, said: { type: 'TIME', clock } };
}

const minutesOf = (match: RegExpExecArray): number => Number(match[1]) * 60 + Number(match[3]);

/** The nearest line with words before the line break at an offset; empty where it is far. */
function lineBefore(text: string, at: number): string {
  const lines = text.slice(Math.max(0, at - REACH), Math.max(0, at)).trimEnd();
  return lines.slice(lines.lastIndexOf('\n') + 1);
}

/** The nearest line with words below an offset. */
function lineAfter(text: string, at: number): string {
  const lines = text.slice(at, at + REACH);
  const next = lines.indexOf('\n');
  return next < 0 ? '' : lines.slice(next).trimStart();
}
