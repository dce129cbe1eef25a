import type { Figure } from '../../model/event.ts';
import { findFigures, periodOf } from '../figures.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { bySentence } from '../occurrences.ts';
import type { Reading } from '../reading.ts';
import type { FoundFigure } from './context.ts';

/**
 * The figures of each occurrence, parallel to `occurrences`: those of its clause, and those of its sentence when no
 * other event is told there. A headline as such has none: its numbers stand in the text below as well.
 */
export function figuresOf(reading: Reading, occurrences: readonly Occurrence[]): Figure[][] {
  const perSentence = new Map<string, number[]>();
  occurrences.forEach((o, i) => {
    const key = `${o.block} ${o.sentence}`;
    const list = perSentence.get(key);
    if (list) list.push(i);
    else perSentence.set(key, [i]);
  });
  const figures: Figure[][] = occurrences.map(() => []);
  const dates = bySentence(reading.mentions);
  for (const list of perSentence.values()) {
    const first = occurrences[list[0] ?? 0];
    if (!first || first.kind === 'headline') continue;
    const mentions = dates.get(`${first.block} ${first.sentence}`) ?? [];
    for (const found of findFigures(reading.words, first.passage, first.tokens, mentions)) {
      const at = first.tokens.findIndex((t) => t.end > found.start);
      const owner = list.find((i) => isWithin(occurrences[i], at)) ?? list[0] ?? 0;
      const fallback = dayOf(occurrences[owner], reading.words);
      figures[owner]?.push(asFigure(found, periodOf(found, mentions, fallback, reading.words)));
    }
  }
  return figures;
}

/** What a figure without a date of its own is for: the day of its event, unless it only goes on about one. */
function dayOf(o: Occurrence | undefined, words: string): string | null {
  if (!o) return null;
  const verb = o.clause?.verb;
  const ofNow = verb?.tense === 'present' && !verb.perfect;
  return o.elaborates && (ofNow || movesOn(words.slice(o.passage.start, o.passage.end))) ? null : o.time.edtf;
}

/** "During the war the dock handled": a sentence that begins with another time, of which no date is known. */
export const movesOn = (sentence: string): boolean =>
  /^\W*(?:(?:During|After|Before|By|Throughout|Since|Until|Under)\b|(?:In|Over|For) the\b)/.test(sentence);

const isWithin = (o: Occurrence | undefined, token: number): boolean =>
  o !== undefined && token >= o.core[0] && token <= o.core[1];

/** A figure of the model, for a period. */
export const asFigure = (found: FoundFigure, period: string | null): Figure => ({
  label: found.label,
  value: found.value,
  unit: found.unit,
  period,
  ...(found.bound ? { bound: found.bound } : {}),
  ...(found.approximate ? { approximate: true } : {}),
  ...(found.scaleAssumed ? { scaleAssumed: true } : {}),
});
