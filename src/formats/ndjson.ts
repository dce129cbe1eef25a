import type { TimelineEvent } from '../model/event.ts';
import { parseEvent } from '../model/parse.ts';
import type { Problem } from '../model/problem.ts';
import type { EventList } from './events.ts';

/** One event a line, as JSON; every line ends with a newline. Holds events alone: no documents, categories or edits. */
export const writeNdjson = (events: readonly TimelineEvent[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');

/**
 * Reads events, one a line. Blank lines are passed over, a line that is no event is kept out and named, the others
 * are still read.
 * @param name of the file, for messages.
 */
export function readNdjson(text: string, name: string): EventList {
  const events: TimelineEvent[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const refuse = (line: number, message: string) => {
    const at = `${name}:${line}`;
    problems.push({ code: 'ndjson/event', message: `${at}: ${message}`, at, level: 'kept-out' });
  };
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  lines.forEach((json, i) => {
    if (json.trim() === '') return;
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch (error) {
      refuse(i + 1, `found text that is not JSON (${(error as Error).message}), expected an event`);
      return;
    }
    const parsed = parseEvent(value, '');
    if ('problems' in parsed) {
      for (const problem of parsed.problems) refuse(i + 1, problem.message);
      return;
    }
    const before = seen.get(parsed.event.id);
    if (before !== undefined) {
      refuse(i + 1, `found the id "${parsed.event.id}" again, expected it only in line ${before}`);
      return;
    }
    seen.set(parsed.event.id, i + 1);
    events.push(parsed.event);
  });
  return { events, problems };
}
