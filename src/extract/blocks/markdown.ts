import { isDateLine } from './dateLine.ts';
import { cutLines, joinWrapped, type Line } from './lines.ts';
import { markBlocks } from './marked.ts';
import type { Piece } from './piece.ts';
import { toPiece, toUnit, type Unit } from './unit.ts';

/** Front matter that is longer than this is none; so `formats/markdown` reads it. */
const LONGEST_MATTER = 20_000;
const FRONT_MATTER =
  /^(?:---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n[\s\S]*?\r?\n\+\+\+)[ \t]*(?=\r?\n|$)/;
const LIST_MARK = /^(?:[-*+•–—]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/;
const DELIMITER_ROW = /^\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?$/;

/**
 * Reads Markdown (CommonMark's blocks, tables and footnotes) without changing it: spans point into the raw text.
 * Where a file has no `#` headings at all it is plain text by another name, and is read as such. O(length).
 */
export function markdownPieces(text: string): Piece[] {
  const units: Unit[] = [];
  let run: Line[] = [];
  const flush = () => {
    for (const line of joinWrapped(text, run, true)) units.push(paragraph(line));
    run = [];
  };
  const lines = cutLines(hideCode(text));
  for (const [i, line] of lines.entries()) {
    const unit = structure(line, lines[i + 1], units.at(-1));
    if (unit === 'text') {
      const last = units.at(-1);
      // The second line of an item or a quotation, unless a blank line parts them.
      if (
        run.length === 0 &&
        last &&
        !line.apart &&
        (last.kind === 'list' || last.kind === 'note' || last.kind === 'quote')
      ) {
        if (!isDateLine(line.text)) {
          last.end = line.end;
          continue;
        }
      }
      run.push(line);
      continue;
    }
    flush();
    if (unit !== 'nothing') units.push(unit);
  }
  flush();

  markBlocks(units);
  return units.map(toPiece);
}

/** Blanks front matter, fenced code, comments and reference links with spaces, so that offsets stay. One pass. */
function hideCode(text: string): string {
  const matter = FRONT_MATTER.exec(text.slice(0, LONGEST_MATTER))?.[0].length ?? 0;
  let fence: string | null = null;
  let comment = false;
  let at = 0;
  return text.replace(/[^\r\n]+|\r\n?|\n/g, (line) => {
    const start = at;
    at += line.length;
    if (line[0] === '\n' || line[0] === '\r') return line;
    const blank = ' '.repeat(line.length);
    if (start < matter) return blank;
    const mark = /^ {0,3}(`{3,}|~{3,})[^`]*$/.exec(line.slice(0, 200))?.[1] ?? null;
    if (fence !== null) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = null;
      return blank;
    }
    if (comment) {
      comment = !line.includes('-->');
      return blank;
    }
    if (mark !== null) {
      fence = mark;
      return blank;
    }
    if (/^ {0,3}<!--/.test(line)) {
      comment = !line.includes('-->');
      return blank;
    }
    return /^ {0,3}\[(?!\^)[^\]]{1,200}\]:[ \t]*\S/.test(line.slice(0, 300)) ? blank : line;
  });
}

function structure(line: Line, next: Line | undefined, last: Unit | undefined): Unit | 'text' | 'nothing' {
  const unit = toUnit(line);
  const { text } = line;
  const hashes = /^(#{1,6})(?:[ \t]+|$)/.exec(text);
  if (hashes) {
    const closing = /[ \t]+#+$/.exec(text)?.[0].length ?? 0;
    if (hashes[0].length + closing >= text.length) return 'nothing';
    return plainWords({
      ...unit,
      kind: 'heading',
      level: hashes[1]!.length,
      mark: hashes[0].length,
      end: line.end - closing,
    });
  }
  if (line.underline > 0 && !text.startsWith('|'))
    return plainWords({ ...unit, kind: 'heading', level: line.underline });
  if (DELIMITER_ROW.test(text) && text.includes('|')) return 'nothing';
  if (
    text.startsWith('|') ||
    (next && /\|/.test(text) && DELIMITER_ROW.test(next.text) && next.text.includes('|'))
  ) {
    const head = next !== undefined && DELIMITER_ROW.test(next.text);
    const mark = /^\|?\s*/.exec(text)![0].length;
    const closing = /\s*\|$/.exec(text)?.[0].length ?? 0;
    if (mark + closing >= text.length) return 'nothing';
    return plainWords({ ...unit, kind: head ? 'navigation' : 'list', mark, end: line.end - closing });
  }
  const footnote = /^\[\^[^\]]{1,40}\]:\s*/.exec(text)?.[0];
  if (footnote && footnote.length < text.length)
    return plainWords({ ...unit, kind: 'note', mark: footnote.length });
  const image = /^!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])$/.exec(text);
  if (image)
    return image[1]!.trim() === ''
      ? 'nothing'
      : { ...unit, kind: 'caption', mark: 2, start: line.start, end: line.start + 2 + image[1]!.length };
  if (/^<\/?[a-z][^>]*>$/i.test(text)) return 'nothing';
  const quoted = /^(?:>\s*)+/.exec(text)?.[0].length ?? 0;
  if (quoted > 0) {
    if (quoted >= text.length) return 'nothing';
    if (last?.kind === 'quote' && !line.apart) {
      last.end = line.end;
      return 'nothing';
    }
    return plainWords({ ...unit, kind: 'quote', mark: quoted });
  }
  const item = LIST_MARK.exec(text)?.[0].length ?? 0;
  if (item > 0 && item < text.length) return plainWords({ ...unit, kind: 'list', mark: item });
  return 'text';
}

/** A paragraph; one that is wholly bold and short is a heading in all but name. */
function paragraph(line: Line): Unit {
  const unit = plainWords(toUnit(line));
  const bold = /^(\*\*|__)(?=\S)([^*\n]{2,120}?)\1:?$/.exec(line.text);
  if (!bold || /[.!?]$/.test(bold[2]!)) return unit;
  return {
    ...unit,
    kind: 'heading',
    level: 0,
    dated: isDateLine(bold[2]!),
    mark: 2,
    end: line.start + 2 + bold[2]!.length,
  };
}

/** The unit with its words as a reader sees them, for recognising what it is; the span stays. */
function plainWords(unit: Unit): Unit {
  const text = unit.text
    .slice(unit.mark, unit.mark + 4000)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`)/g, '')
    .replace(/(^|\s)[*_](?=\S)|(?<=\S)[*_](?=[\s.,;:!?)]|$)/g, '$1')
    .replace(/[ \t]+#+$/, '');
  return { ...unit, text: unit.text.length > 4000 ? text + unit.text.slice(unit.mark + 4000) : text };
}
