import { isDateLine } from './dateLine.ts';
import { endsSentence } from './lines.ts';
import type { Unit } from './unit.ts';

/** Longest headline, and longest line under a headline that still belongs to it, in UTF-16 units. */
export const HEADLINE = 130;
const SUBHEADLINE = 230;
/** More short lines in a row than this are a list, not headlines over a story. */
const HEADLINES_IN_A_ROW = 6;

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
  const unit = units[i]!;
  const next = units[i + 1];
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
