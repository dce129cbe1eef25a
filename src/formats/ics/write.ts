import type { Collection } from '../../model/collection.ts';
import { currentEvents } from '../../model/current.ts';
import { type Days, toCivil } from '../../model/days.ts';
import type { TimelineEvent } from '../../model/event.ts';
import { shapeOf } from '../../model/when.ts';
import { dateInWords } from '../../model/words.ts';
import { wayInWords } from '../../texts/ways.ts';
import { chronologyWords } from '../chronology/words.ts';
import { inCalendar } from '../lacks.ts';
import { wellFormed } from '../wellFormed.ts';

/** The property in which an event stands whole, as JSON, so that our own calendars can be read back. */
export const OWN_PROPERTY = 'X-DATELINE-EVENT';

/**
 * A collection as a calendar (RFC 5545): a whole-day entry for each event as corrected, from its first day to its last.
 * A date that is not known to the day is said in words behind the title, since a calendar can only show the stretch.
 * Identifiers are those of the events, so that reading the file again into the same calendar doubles nothing. Events
 * before the year 1 or after 9999 are left out: calendars have no days for them. Each entry carries its event whole in a
 * property of ours. No clock: the same collection gives the same bytes.
 * @param locale BCP 47, of the words.
 */
export function writeIcs(collection: Collection, locale: string): string {
  const names = new Map(collection.categories.map(({ key, name }) => [key, name]));
  const stamp = stampOf(collection);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dateline//Dateline//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(collection.name)}`,
    ...currentEvents(collection)
      .filter(inCalendar)
      .flatMap((event) => entryOf(event, names.get(event.category) ?? event.category, stamp, locale)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** When the entries were made, as far as the data say: the day of the latest document. */
function stampOf({ documents }: Collection): string {
  const days = documents.flatMap(({ date }) => /^\d{4}-\d\d-\d\d/.exec(date?.edtf ?? '')?.[0] ?? []);
  const latest = days.sort().at(-1) ?? '1970-01-01';
  return `${latest.replaceAll('-', '')}T000000Z`;
}

function entryOf(event: TimelineEvent, category: string, stamp: string, locale: string): string[] {
  const { time, place, status } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${encodeURIComponent(wellFormed(event.id))}@dateline`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dayOf(time.start)}`,
    `DTEND;VALUE=DATE:${dayOf(time.end)}`,
    `SUMMARY:${escaped(summaryOf(event, locale))}`,
    `DESCRIPTION:${escaped(descriptionOf(event, locale))}`,
    ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
    `CATEGORIES:${escaped(category)}`,
    `STATUS:${status === 'hypothetical' || status === 'planned' ? 'TENTATIVE' : 'CONFIRMED'}`,
    // Nobody is busy because something happened.
    'TRANSP:TRANSPARENT',
    `${OWN_PROPERTY};VALUE=TEXT:${escaped(JSON.stringify(event))}`,
    'END:VEVENT',
  ];
}

function summaryOf({ title, time }: TimelineEvent, locale: string): string {
  const { kind, openStart, openEnd } = shapeOf(time);
  const words = dateInWords(time, locale);
  if (kind === 'vague') return `${title} (${words}, ${chronologyWords(locale).dayUnknown})`;
  return openStart || openEnd || /[~?%]|T\d/.test(time.edtf) ? `${title} (${words})` : title;
}

function descriptionOf(event: TimelineEvent, locale: string): string {
  const words = chronologyWords(locale);
  const parts = [dateInWords(event.time, locale)];
  if (event.status !== 'happened') parts.push(words.statuses[event.status]);
  if (event.actors.length > 0) parts.push(event.actors.join(', '));
  for (const { document, quote, mention } of event.sources) {
    const way = mention ? wayInWords(mention.how, mention.text, locale) : '';
    const reached = way === '' ? '' : ` (${words.reached}: ${way})`;
    parts.push(`${words.quoted(quote)} — ${document}${reached}`);
  }
  return parts.join('\n');
}

function dayOf(days: Days): string {
  const { year, month, day } = toCivil(days);
  return `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that the format has no place for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text as a value: `\`, `;`, `,` and line breaks escaped; of control characters only the tab stays. */
const escaped = (text: string): string =>
  wellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** Octets of a line, its break aside. */
const LINE = 75;

/** A line folded by octets of UTF-8, never within a character; what goes on begins with a space. O(length). */
function folded(line: string): string {
  if (line.length * 3 <= LINE) return line;
  const pieces: string[] = [];
  let [from, octets] = [0, 0];
  for (let i = 0; i < line.length; ) {
    const point = line.codePointAt(i) ?? 0;
    const size = octetsOf(point);
    if (octets + size > LINE) {
      pieces.push(line.slice(from, i));
      // The space before what goes on is one.
      [from, octets] = [i, 1];
    }
    octets += size;
    i += point > 0xffff ? 2 : 1;
  }
  pieces.push(line.slice(from));
  return pieces.join('\r\n ');
}

const octetsOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
