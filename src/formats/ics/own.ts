import { type Days, toCivil } from '../../model/days.ts';
import { edtfDate } from '../../model/edtf.ts';
import { parseEvent } from '../../model/parse.ts';
import { when } from '../../model/when.ts';
import type { EventList } from '../events.ts';
import { type Line, readEvents } from '../events.ts';

/** What an entry of a calendar of ours says now; somebody may have moved or renamed it in a calendar program. */
export interface OwnEntry {
  readonly line: number;
  /** The event as it was written, JSON. */
  readonly json: string;
  readonly summary: string;
  readonly location: string;
  /** First day, and day after the last. */
  readonly start: Days;
  readonly end: Days;
}

/**
 * The events of a calendar that we wrote, whole; what was changed since, in title, days or place, counts.
 * @param name of the file, for messages.
 */
export const readOwnEntries = (entries: readonly OwnEntry[], name: string): EventList =>
  readEvents(
    entries.map((entry): Line => ({ line: entry.line, ...eventOf(entry) })),
    name,
  );

function eventOf({ json, summary, location, start, end }: OwnEntry) {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { problem: `found text that is not JSON (${(error as Error).message}), expected an event` };
  }
  const parsed = parseEvent(value, '');
  if ('problems' in parsed) return { value };
  const { event } = parsed;
  const moved = start !== event.time.start || end !== event.time.end;
  const place = location === singleLines(event.place ?? '') ? event.place : location || null;
  return {
    value: {
      ...event,
      title: titleOf(summary, event.title),
      place,
      ...(moved && end > start ? { time: when(edtfOf(start, end), 'edited') } : {}),
    },
  };
}

/** A calendar has one kind of line break, and no control characters. */
const singleLines = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');

/** The date in words that stands behind a title is not part of it. */
function titleOf(summary: string, title: string): string {
  const plain = singleLines(title);
  if (summary === plain || (summary.startsWith(`${plain} (`) && summary.endsWith(')'))) return title;
  return summary.trim() || title;
}

function edtfOf(start: Days, end: Days): string {
  const [first, last] = [toCivil(start), toCivil(end - 1)].map(({ year, month, day }) =>
    edtfDate(year, month, day),
  );
  return first === last ? String(first) : `${first}/${last}`;
}
