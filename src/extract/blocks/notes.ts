import { isNotesTitle, looksCited, noteNumber } from './furniture.ts';
import { endsSentence, ITEM } from './lines.ts';
import type { Unit } from './unit.ts';

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
  const story = units.findLastIndex((unit) => unit.kind === 'paragraph');
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
    const alone = entries === 1 && story > i;
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
