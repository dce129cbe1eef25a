import type { Piece } from './blocks.ts';
import { dateHead, isDateLine } from './dateLine.ts';
import { isByline, isCaption, isMenu, isNotesTitle, looksCited, noteNumber } from './furniture.ts';
import { cutLines, endsSentence, ITEM, joinWrapped, type Line } from './lines.ts';
import type { BlockKind } from './reading.ts';

/** Longest headline, and longest line under a headline that still belongs to it, in UTF-16 units. */
const HEADLINE = 130;
const SUBHEADLINE = 230;
/** More short lines in a row than this are a list, not headlines over a story. */
const HEADLINES_IN_A_ROW = 6;

/** A line or paragraph with what it is taken for so far. */
export interface Unit {
  start: number;
  end: number;
  text: string;
  readonly indent: number;
  readonly apart: boolean;
  readonly underline: 0 | 1 | 2;
  kind: BlockKind;
  level: number;
  /** Dated heading: it says a date and nothing else, or opens with one. */
  dated: boolean;
  /** Length of the mark before the text: `- `, `12. `. */
  mark: number;
}

/** Reads plain text: no markup, so what a line is follows from its shape and its neighbours. O(length). */
export function plainPieces(text: string): Piece[] {
  const units = joinWrapped(text, cutLines(text)).map(toUnit);
  markFurniture(units);
  markNotes(units);
  markItems(units);
  markHeadings(units);
  markTail(units);
  setLevels(units);
  return units.map(toPiece);
}

export const toUnit = (line: Line): Unit => ({ ...line, kind: 'paragraph', level: 0, dated: false, mark: 0 });

export const toPiece = ({ start, end, kind, level, mark }: Unit): Piece => ({
  start: start + mark,
  end,
  kind,
  level,
});

/** Captions, bylines and menus show in the line itself. */
export function markFurniture(units: Unit[]): void {
  for (const unit of units) {
    if (unit.kind !== 'paragraph') continue;
    if (isMenu(unit.text)) unit.kind = 'navigation';
    else if (isByline(unit.text)) unit.kind = 'byline';
    else if (isCaption(unit.text)) unit.kind = 'caption';
    else if (/^\[\d{1,3}\]$|^\^+$/.test(unit.text)) unit.kind = 'navigation';
  }
  // `Third edition, revised 4 March 2019` between title and story: a day of issue closes the line.
  for (const unit of units.slice(1, 6)) {
    if (unit.kind === 'paragraph' && (unit.text.length > HEADLINE || endsSentence(unit.text))) break;
    if (unit.kind === 'paragraph' && isIssueLine(unit.text)) unit.kind = 'byline';
  }
  // `May 16, 2024` between the title and the story is the day of posting, unless it is the first of many such headings.
  const dates = units.filter((unit) => unit.kind === 'paragraph' && isDateLine(unit.text));
  const first = dates[0];
  if (!first || !/\d{4}/.test(first.text) || !/\p{L}|\d[-./]\d/u.test(first.text)) return;
  const place = units.indexOf(first);
  const before = units.slice(0, place).filter((unit) => unit.kind === 'paragraph');
  if (place > 6 || before.some((unit) => unit.text.length > HEADLINE || endsSentence(unit.text))) return;
  const alike = dates.filter((unit) => /\d{4}/.test(unit.text)).length;
  const dayed = /\d{1,2}\D+\d{4}|\d[-./]\d/.test(first.text);
  if (dayed && (dates.length === 1 || alike === 1)) first.kind = 'byline';
}

/** A short line that ends in a full date and says what was done to the document on that day. */
function isIssueLine(line: string): boolean {
  if (line.length > 90 || dateHead(line.slice(0, 60)) > 0) return false;
  const date =
    /(?:\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.?,? \d{4}|\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)$/u.exec(
      line,
    )?.[0];
  if (!date || !isDateLine(date)) return false;
  const rest = line.slice(0, -date.length);
  return /\b(?:revised|printed|reprinted|published|posted|updated|issued|dated|ordered|edition|version|status|submitted|received|accepted|compiled|filed|released|reviewed|as of|report of)\b/i.test(
    rest,
  );
}

/**
 * Notes: everything under a title such as `References` up to the next section, and a run of numbered citations in the
 * second half of the text that no title announces.
 */
export function markNotes(units: Unit[]): void {
  let under = false;
  for (const [i, unit] of units.entries()) {
    if (unit.kind === 'navigation') continue;
    if (isNotesTitle(unit.text) && (units[i + 1] === undefined || i > units.length / 3)) {
      unit.kind = 'heading';
      unit.level = 2;
      under = true;
    } else if (under && unit.kind === 'heading') {
      under = false;
    } else if (under) {
      const next = units[i + 1];
      const section =
        unit.apart &&
        !noteNumber(unit.text) &&
        unit.text.length <= 60 &&
        !endsSentence(unit.text) &&
        !looksCited(unit.text) &&
        !ITEM.test(unit.text) &&
        next !== undefined &&
        next.text.length > 200 &&
        !looksCited(next.text) &&
        noteNumber(next.text) === null;
      if (section) under = false;
      else unit.kind = 'note';
    }
  }
  markNumberedNotes(units);
}

function markNumberedNotes(units: Unit[]): void {
  for (let i = Math.floor(units.length / 4); i < units.length; i++) {
    if (units[i]!.kind === 'note' || noteNumber(units[i]!.text) !== 1) continue;
    let last = i;
    let number = 1;
    let cited = looksCited(units[i]!.text) ? 1 : 0;
    let entries = 1;
    // An entry may run over several lines: the next number may be a few lines away.
    for (let j = i + 1; j < units.length && j - last <= 4; j++) {
      const n = noteNumber(units[j]!.text);
      if (n === null || n <= number || n > number + 3) continue;
      number = n;
      last = j;
      entries++;
      if (looksCited(units[j]!.text)) cited++;
    }
    // One entry is a list of notes only when nothing of the story comes after it.
    const alone = entries === 1 && units.slice(i + 1).some((unit) => unit.kind === 'paragraph');
    if (alone || cited < entries * 0.5) {
      i = last;
      continue;
    }
    for (let j = i; j <= last; j++) units[j]!.kind = 'note';
    // What the last entry continues with.
    for (
      let j = last + 1;
      j < units.length && units[j]!.kind !== 'navigation' && looksCited(units[j]!.text);
      j++
    )
      units[j]!.kind = 'note';
    return;
  }
}

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
  for (const [i, unit] of units.entries()) {
    if (unit.kind !== 'paragraph' || unit.mark > 0) continue;
    // `Injured: 74`: a line of a table that lost its rules.
    if (/^\p{L}[\p{L} '’-]{1,40}:\s*[$€£¥]?\d[\d.,]*\s?(?:%|\p{L}{1,12})?$/u.test(unit.text))
      unit.kind = 'list';
    if (!isEntry(unit.text)) continue;
    if (endsSentence(unit.text) || neighbourIsEntry(units, i)) unit.kind = 'list';
  }
}

const noteMark = (text: string): number =>
  /^(?:\[\^?\d{1,3}\]:?|\^?\d{1,3}(?:[.)]|(?=\s+[\p{Lu}“"‘«(]))|\^)\s*/u.exec(text.slice(0, 16))?.[0]
    .length ?? 0;

/** `A. Smith said`: an initial, not the item a. */
const isInitial = (text: string): boolean => /^\p{Lu}\.\s+\p{Lu}/u.test(text) && text.length > 60;

/** `3. The siege`: a short numbered line over a paragraph that is not itself a numbered item. */
function isSectionNumber(units: readonly Unit[], i: number): boolean {
  const [unit, next] = [units[i]!, units[i + 1]];
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

/** Lines that stand over what follows. */
export function markHeadings(units: Unit[]): void {
  for (const unit of units) {
    if (unit.kind !== 'paragraph' || unit.mark > 0) continue;
    if (isDateLine(unit.text)) {
      unit.kind = 'heading';
      unit.dated = true;
    } else if (unit.underline > 0) {
      unit.kind = 'heading';
    }
  }
  const dotted = units.filter((_, i) => isDottedTitle(units, i)).length;
  // Backwards: whether a line is a headline depends on there being something under it.
  let over: 'nothing' | 'body' | 'headline' = 'nothing';
  let row = 0;
  for (let i = units.length - 1; i >= 0; i--) {
    const unit = units[i]!;
    if (unit.kind === 'navigation' || unit.kind === 'byline' || unit.kind === 'caption') continue;
    if (unit.kind === 'heading') {
      over = unit.dated && over === 'nothing' ? 'nothing' : 'headline';
      row = 0;
      continue;
    }
    const can =
      unit.kind === 'paragraph' && unit.mark === 0 && over !== 'nothing' && row < HEADLINES_IN_A_ROW;
    if (can && (isHeadline(units, i) || (dotted >= 2 && isDottedTitle(units, i)))) {
      unit.kind = 'heading';
      over = 'headline';
      row++;
    } else if (unit.kind !== 'note') {
      over = 'body';
      row = 0;
    }
  }
}

function isHeadline(units: readonly Unit[], i: number): boolean {
  const unit = units[i]!;
  const text = unit.text;
  const next = following(units, i);
  if (!next || !/\p{L}/u.test(text) || /^\p{Ll}/u.test(text) || /https?:\/\//.test(text)) return false;
  const prev = units[i - 1];
  // A line below a dated heading or another headline may be long: it is its second line.
  const under =
    prev !== undefined && prev.kind !== 'paragraph' && prev.kind !== 'list' && prev.text.length <= HEADLINE;
  const beside =
    prev !== undefined && !endsSentence(prev.text) && prev.text.length <= HEADLINE && !unit.apart;
  const limit = (under || beside) && !unit.apart ? SUBHEADLINE : HEADLINE;
  if (text.length > limit) return false;
  if (
    /^[([](?!Updated|UPDATED)[^)\]]{2,40}[)\]]\s*[—–-]?\s*\S/u.test(text) &&
    !/^\[/.test(text) &&
    text.length > 60
  )
    return false;
  // `July 2023–` is a period that goes on; any other dash at the end breaks a clause off.
  if (/^(?:dear|hello|hi|to whom)\s/i.test(text)) return false;
  if (/[,;]$|(?<!\d)\s?[–—-]$/.test(text)) return false;
  const words = text.split(/\s+/).length;
  if (text.endsWith(':')) {
    return words <= 8 && !/[.!?]\s/.test(text) && !isSpeaking(text) && (words <= 4 || isTitleCase(text));
  }
  if (endsInAcronym(text)) return words <= 14 && next.text.length > text.length;
  if (/[?]["”’]?$/u.test(text)) {
    return (
      words >= 3 &&
      !/[.!]\s/.test(text) &&
      !/\b(?:you|your|I|me|my)\b/.test(text) &&
      next.text.length >= 140 &&
      !/^["“]/.test(text)
    );
  }
  if (endsSentence(text) && !/\p{L}\d{1,2}$/u.test(text)) {
    return false;
  }
  if (/[.!?]["”]?\s+\p{Lu}.*[.!?]["”]?\s+\p{Lu}/u.test(text) && words > 12) return false;
  return (
    next.kind === 'heading' ||
    next.kind === 'list' ||
    next.text.length > text.length * 0.8 ||
    !endsSentence(next.text)
  );
}

/** `Postwar years.` over a section, as some encyclopaedias write it; one alone in a document is a short sentence. */
function isDottedTitle(units: readonly Unit[], i: number): boolean {
  const [unit, next] = [units[i]!, units[i + 1]];
  if (!unit.apart || !next?.apart || unit.kind !== 'paragraph' || unit.mark > 0 || next.text.length < 150)
    return false;
  const { text } = unit;
  return (
    text.length <= 60 &&
    /^\p{Lu}[^.!?,;:“"]+\.$/u.test(text) &&
    text.split(/\s+/).length <= 5 &&
    !VERBS.test(text)
  );
}

const VERBS =
  /\b(?:he|she|it|they|we|you|I|is|are|was|were|am|has|have|had|did|does|do|will|would|can|could|said|went|came|got|yes|no|oh|ok|okay|right)\b|\s\p{Ll}+ed\b/iu;

const isSpeaking = (text: string): boolean =>
  /\b(?:said|says|wrote|writes|asked|told|added|stated|replied|were|was|are|is|include|includes|following|follows)\b/i.test(
    text,
  );

const endsInAcronym = (text: string): boolean =>
  /\b(?:(?:\p{Lu}\.){2,}|Inc\.|Ltd\.|Co\.|Corp\.|Jr\.|Sr\.)$/u.test(text) &&
  text.length <= 100 &&
  !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(text);

function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.6;
}

/** The next unit that a headline could stand over, skipping captions, bylines and menus. */
function following(units: readonly Unit[], i: number): Unit | undefined {
  for (let j = i + 1; j < units.length && j <= i + 8; j++) {
    const unit = units[j]!;
    if (unit.kind !== 'navigation' && unit.kind !== 'byline' && unit.kind !== 'caption') return unit;
  }
  return undefined;
}

/**
 * The end of a web page: from the first menu line in the last third on, if what follows is mostly menu or short
 * scraps and prints no year. Promotion between buttons goes with them.
 */
export function markTail(units: Unit[]): void {
  const total = units.reduce((sum, unit) => sum + unit.text.length, 0);
  let tail = 0;
  let scraps = 0;
  let menus = 0;
  let from = -1;
  for (let i = units.length - 1; i >= 0; i--) {
    const unit = units[i]!;
    tail += unit.text.length;
    if (
      tail > total * 0.3 ||
      unit.kind === 'note' ||
      (unit.kind !== 'navigation' && /\b(?:1[5-9]|20)\d\d\b/.test(unit.text))
    )
      break;
    if (unit.kind === 'navigation') menus++;
    else if (unit.text.length <= 60 && !endsSentence(unit.text)) scraps++;
    const share = (menus + scraps) / (units.length - i);
    if (unit.kind === 'navigation' && menus > 0 && share >= 0.6) from = i;
  }
  if (from < 0) return;
  for (const unit of units.slice(from)) unit.kind = 'navigation';
}

const SECTION =
  /^(?:introduction|background|overview|summary|abstract|conclusions?|outlook|analysis|discussion|methods?|results|context|history|aftermath|legacy|timeline|chronology|assessment|what(?:’s|'s| is) next|reactions?|consequences|appendix|acknowledge?ments?)\b/i;

/** Title 1; dated headings and sections 2; headlines under a dated heading, and second lines of a headline, 3. */
export function setLevels(units: Unit[]): void {
  const headings = units.filter((unit) => unit.kind === 'heading');
  for (const unit of headings) {
    // `Monday 3 June – Geneva` opens with a date: it dates what follows as a bare date does.
    if (
      !unit.dated &&
      unit.text.length <= 80 &&
      dateHead(unit.text.slice(0, 60)) > 0 &&
      !/^\d{4} [\p{Ll}]/u.test(unit.text)
    ) {
      unit.dated = !/^(?:the|of|to|since|from|may)\s/i.test(unit.text);
    }
  }
  const diary = headings.filter((unit) => unit.dated).length >= 2;
  const firstBody = units.findIndex(
    (unit) => unit.kind === 'paragraph' || unit.kind === 'list' || unit.kind === 'quote',
  );
  let titled = false;
  let underDate = false;
  let previous: Unit | null = null;
  for (const [i, unit] of units.entries()) {
    if (unit.kind !== 'heading') {
      unit.level = 0;
      if (unit.kind !== 'byline' && unit.kind !== 'navigation' && unit.kind !== 'caption') previous = null;
      continue;
    }
    if (!titled && i < firstBody && !unit.dated && !isNotesTitle(unit.text)) {
      titled = true;
      unit.level = 1;
    } else if (unit.dated) {
      underDate = true;
      unit.level = 2;
    } else if (isNotesTitle(unit.text) || SECTION.test(unit.text)) {
      underDate = false;
      unit.level = 2;
    } else if (underDate && diary) {
      unit.level = 3;
    } else {
      unit.level = previous !== null && previous.level >= 2 && !unit.apart ? 3 : 2;
    }
    if (unit.underline === 2 && unit.level === 1 && titled) unit.level = 2;
    previous = unit;
  }
}
