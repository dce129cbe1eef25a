import type { Document } from '../model/document.ts';
import type { TimelineEvent } from '../model/event.ts';
import { type Alternative, vaguenessOf, type When, when } from '../model/when.ts';

/**
 * The date of an event that is made of several, where they do not agree: that of one of them, beside it those of the
 * others which exclude it, each with who says so. undefined where they agree: then it is simply the one's own.
 * @param tellers names who tells of an event.
 */
export function mergedTime(
  chosen: TimelineEvent,
  others: readonly TimelineEvent[],
  tellers: (event: TimelineEvent) => string,
): When | undefined {
  const { time } = chosen;
  const against = others.filter((other) => other.time.end <= time.start || other.time.start >= time.end);
  if (against.length === 0) return undefined;
  const known = new Set([time.edtf]);
  const alternatives: Alternative[] = [];
  for (const other of [
    ...(time.alternatives ?? []),
    ...against.map((event) => ({ edtf: event.time.edtf, reason: tellers(event) })),
  ]) {
    if (known.has(other.edtf)) continue;
    known.add(other.edtf);
    alternatives.push(other);
  }
  return when(time.edtf, 'edited', vaguenessOf(time), alternatives);
}

/** The names of the documents that tell of an event. */
export function tellersOf({ sources }: TimelineEvent, documents: readonly Document[]): string {
  return [...new Set(sources.map((source) => source.document))]
    .map((id) => {
      const document = documents.find((each) => each.id === id);
      return document?.title || document?.name || id;
    })
    .join(', ');
}
