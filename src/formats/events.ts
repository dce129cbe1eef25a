import type { TimelineEvent } from '../model/event.ts';
import { parseEvent } from '../model/parse.ts';
import type { Problem } from '../model/problem.ts';

/** Events read from a list of rows or lines, and what was kept out of it. */
export interface EventList {
  /** In the order of the file. */
  readonly events: readonly TimelineEvent[];
  /** `at` is `NAME:LINE`. */
  readonly problems: readonly Problem[];
}

/** What stands in one line: a value that may be an event, or what is wrong with the line itself. */
export type Line = { readonly line: number } & ({ readonly value: unknown } | { readonly problem: string });

/**
 * Checks the lines of a file one by one. A line that is no event, or has the id of an earlier one, is kept out and
 * named; the others are still read.
 * @param name of the file, for messages.
 */
export function readEvents(lines: Iterable<Line>, name: string): EventList {
  const events: TimelineEvent[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const line of lines) {
    const refuse = (message: string) => {
      const at = `${name}:${line.line}`;
      problems.push({ code: 'file/event', message: `${at}: ${message}`, at, level: 'kept-out' });
    };
    if ('problem' in line) {
      refuse(line.problem);
      continue;
    }
    const parsed = parseEvent(line.value, '');
    if ('problems' in parsed) {
      for (const problem of parsed.problems) refuse(problem.message);
      continue;
    }
    const before = seen.get(parsed.event.id);
    if (before !== undefined) {
      refuse(`found the id "${parsed.event.id}" again, expected it only in line ${before}`);
      continue;
    }
    seen.set(parsed.event.id, line.line);
    events.push(parsed.event);
  }
  return { events, problems };
}
