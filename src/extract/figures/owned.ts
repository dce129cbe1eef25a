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
      const fallback = dayOf(occurrences[owner]);
      figures[owner]?.push(asFigure(found, periodOf(found, mentions, fallback, reading.words)));
    }
  }
  return figures;
}

/** What a figure without a date of its own is for: how things are is not how they were on the day that is gone on about. */
function dayOf(o: Occurrence | undefined): string | null {
  if (!o) return null;
  const verb = o.elaborates ? o.clause?.verb : undefined;
  return verb?.tense === 'present' && !verb.perfect ? null : o.time.edtf;
}

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
