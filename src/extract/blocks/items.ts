import { dateHead } from './dateLine.ts';
import { endsSentence, ITEM } from './lines.ts';
import type { Unit } from './unit.ts';

/** Items of lists and chronologies. Numbered paragraphs, as courts write them, stay paragraphs without their number. */
export function markItems(units: Unit[]): void {
  const numbered = units.filter((unit) => unit.kind === 'paragraph' && /^\(?\d{1,3}[.)]\s/.test(unit.text));
  const lengths = numbered.map((unit) => unit.text.length).sort((a, b) => a - b);
  const longNumbers = numbered.length >= 3 && lengths[lengths.length >> 1]! >= 140;
  for (const [i, unit] of units.entries()) {
    if (unit.kind === 'note') unit.mark = noteMark(unit.text);
    if (unit.kind !== 'paragraph') continue;
    const quoted = /^(?:>\s?)+(?=\S)/.exec(unit.text)?.[0].length ?? 0;
    if (quoted > 0) {
      unit.mark = quoted;
      unit.kind = 'quote';
      continue;
    }
    const mark = ITEM.exec(unit.text)?.[0].length ?? 0;
    if (mark > 0 && !isInitial(unit.text) && !isSectionNumber(units, i)) {
      unit.mark = mark;
      unit.kind = longNumbers && /^\(?\d/.test(unit.text) ? 'paragraph' : 'list';
    }
  }
  markEntries(units);
}

/** Entries of a chronology (`1969 — …`, `4 February 2022: …`) and of a table without rules (`Injured: 74`). */
export function markEntries(units: Unit[]): void {
  markColumn(units);
  for (const [i, unit] of units.entries()) {
    if (unit.kind !== 'paragraph' || unit.mark > 0) continue;
    // `Injured: 74`: a line of a table that lost its rules.
    if (/^\p{L}[\p{L} '’-]{1,40}:\s*[$€£¥]?\d[\d.,]*\s?(?:%|\p{L}{1,12})?$/u.test(unit.text))
      unit.kind = 'list';
    if (!isEntry(unit.text)) continue;
    if (endsSentence(unit.text) || neighbourIsEntry(units, i)) unit.kind = 'list';
  }
}

/** Lines in a row that open with a year and no sign behind it, from which on the years are a column. */
const LEAST_IN_COLUMN = 4;

/** `1949 Founded by nine players`: entries of a chronology whose years run one way from line to line. */
function markColumn(units: readonly Unit[]): void {
  const years = units.map(({ kind, mark, text }) =>
    kind === 'paragraph' && mark === 0
      ? Number(/^(?:1\d{3}|20\d\d)(?=(?:s|[-–/]\d{2,4})?\s+[“"‘]?\p{Lu})/u.exec(text)?.[0] ?? Number.NaN)
      : Number.NaN,
  );
  for (let from = 0, to = 0; from < units.length; from = to) {
    const step = Math.sign(years[from + 1]! - years[from]!);
    to = from + 1;
    while (to < units.length && (years[to]! - years[to - 1]!) * (step || 1) >= 0) to++;
    if (Number.isNaN(years[from]) || to - from < LEAST_IN_COLUMN) continue;
    for (const unit of units.slice(from, to)) unit.kind = 'list';
  }
}

const noteMark = (text: string): number =>
  /^(?:\[\^?\d{1,3}\]:?|\^?\d{1,3}(?:[.)]|(?=\s+[\p{Lu}“"‘«(]))|\^)\s*/u.exec(text.slice(0, 16))?.[0]
    .length ?? 0;

/** `A. Smith said`: an initial, not the item a. */
const isInitial = (text: string): boolean => /^\p{Lu}\.\s+\p{Lu}/u.test(text) && text.length > 60;

/** `3. The siege`: a short numbered line over a paragraph that is not itself a numbered item. */
function isSectionNumber(units: readonly Unit[], i: number): boolean {
  const unit = units[i]!;
  const next = units[i + 1];
  if (
    !/^(?:\d{1,2}|[IVX]{1,5})[.)]\s+\p{Lu}/u.test(unit.text) ||
    endsSentence(unit.text) ||
    unit.text.length > 90
  )
    return false;
  return next !== undefined && !ITEM.test(next.text) && next.text.length > unit.text.length;
}

function isEntry(text: string): boolean {
  const head = dateHead(text.slice(0, 60));
  return (
    head > 0 &&
    /^\s*(?:[:–—|\t]|-\s|\s-\s?|\.\s?[–—-])/.test(text.slice(head, head + 6)) &&
    text.length > head + 8
  );
}

const neighbourIsEntry = (units: readonly Unit[], i: number): boolean =>
  [units[i - 1], units[i + 1]].some(
    (unit) => unit !== undefined && unit.kind !== 'navigation' && isEntry(unit.text.slice(unit.mark)),
  );
