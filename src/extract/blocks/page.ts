import { dateHead, isDateLine } from './dateLine.ts';
import { isByline, isCaption, isMenu } from './furniture.ts';
import { HEADLINE } from './headings.ts';
import { endsSentence } from './lines.ts';
import type { Unit } from './unit.ts';

/** "Correction: …", "An earlier version of this article …": what a text says of itself is no part of its story. */
const SPEAKS_OF_ITSELF =
  /^(?:(?:Correction|Clarification|Editor['’]s note)\b[:,. ]|(?:An? )?(?:earlier|previous) version of this (?:article|story|report|obituary|page|post|text)\b|This (?:article|story|report|page|post) (?:was|has been) (?:updated|amended|corrected|edited)\b)/i;

/** Captions, bylines and menus show in the line itself. */
export function markFurniture(units: Unit[]): void {
  for (const unit of units) {
    if (unit.kind !== 'paragraph') continue;
    if (isMenu(unit.text)) unit.kind = 'navigation';
    else if (isByline(unit.text)) unit.kind = 'byline';
    else if (isCaption(unit.text)) unit.kind = 'caption';
    else if (SPEAKS_OF_ITSELF.test(unit.text)) unit.kind = 'note';
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
  if (line.length > 90 || !/\d$/.test(line) || dateHead(line.slice(0, 60)) > 0) return false;
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
