import type { TimelineEvent } from '../model/event.ts';
import { type EventList, type Line, readEvents } from './events.ts';
import { inPieces } from './pieces.ts';

/** One event a line, as JSON; every line ends with a newline. Holds events alone: no documents, categories or edits. */
export const writeNdjson = (events: readonly TimelineEvent[]): string => [...ndjsonPieces(events)].join('');

/** The text of {@link writeNdjson} in pieces, made as they are asked for, so that it may be longer than a text can be. */
export const ndjsonPieces = (events: readonly TimelineEvent[]): Generator<string> =>
  inPieces(linesOf(events));

function* linesOf(events: readonly TimelineEvent[]): Generator<string> {
  for (const event of events) yield `${JSON.stringify(event)}\n`;
}

/**
 * Reads events, one a line; blank lines are passed over.
 * @param name of the file, for messages.
 */
export function readNdjson(text: string, name: string): EventList {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  return readEvents(
    lines.flatMap((json, i) => (json.trim() === '' ? [] : [lineOf(json, i + 1)])),
    name,
  );
}

function lineOf(json: string, line: number): Line {
  try {
    return { line, value: JSON.parse(json) };
  } catch (error) {
    return { line, problem: `found text that is not JSON (${(error as Error).message}), expected an event` };
  }
}
