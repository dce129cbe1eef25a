import ICAL from 'ical.js';
import type { Category } from '../model/category.ts';
import { toCivil, toDays } from '../model/days.ts';
import { edtfDate, readEdtf } from '../model/edtf.ts';
import type { Problem } from '../model/problem.ts';
import { type OwnEntry, readOwnEntries } from './ics/own.ts';
import { OWN_PROPERTY } from './ics/write.ts';
import { savedList } from './list.ts';
import { collectEntries, type Entry, type Sorter } from './ready/entries.ts';
import type { Saved } from './saved.ts';

/** A calendar that is larger would take a gigabyte to parse. UTF-16 units. */
const LARGEST = 30_000_000;
/** So often one event is repeated at most, and so far beyond the last date of the file where its rule has no end. */
const MOST_REPEATS = 500;
const BEYOND_DAYS = 365;
/** All repetitions of a file together. */
const MOST_ENTRIES = 100_000;

/** Whether a text is a calendar, by its first line. */
export const isCalendar = (text: string): boolean => /^\uFEFF?\s*BEGIN:VCALENDAR\b/i.test(text);

/**
 * Reads the events of a calendar (RFC 5545): whole days with their ends, which are not included there; times of day as
 * the calendar's own zone has them; categories, places, organisers. What is repeated is expanded within bounds, and
 * that is said; what is cancelled, or broken, is kept out and named. What lies behind the day on which the file was
 * written is planned.
 * @param name of the file. @param sorter for what has no category.
 */
export function readIcs(
  text: string,
  name: string,
  known: readonly Category[],
  sorter: Sorter | null,
): Saved {
  const problems: Problem[] = [];
  const tell = (line: number, message: string, level: Problem['level'] = 'kept-out'): void => {
    const at = `${name}:${line}`;
    const code = level === 'note' ? 'file/repeated' : 'file/event';
    problems.push({ code, message: `${at}: ${message}`, at, level });
  };
  if (text.length > LARGEST) {
    tell(1, `found a calendar of ${Math.round(text.length / 1e6)} MB, expected ${LARGEST / 1e6} MB at most`);
    return { collection: null, problems, leftOut: [] };
  }
  const written = writtenOn(text);
  const blocks = blocksIn(text);
  const { masters, exceptions } = componentsOf(blocks, tell);
  const own = ownEntries(masters);
  if (own) return savedOwn(own, text, name, known, problems);
  const entries: Entry[] = [];
  for (const { line, component } of masters) {
    if (entries.length >= MOST_ENTRIES) {
      tell(line, `found more than ${MOST_ENTRIES} events with their repetitions, expected fewer`);
      break;
    }
    try {
      const event = new ICAL.Event(component);
      for (const other of exceptions.get(event.uid) ?? []) event.relateException(other);
      entries.push(...entriesOf(event, line, written, tell));
    } catch (error) {
      tell(
        line,
        `found an event that cannot be read (${(error as Error).message}), expected dates of a calendar`,
      );
    }
  }
  const about = {
    name,
    title: titleOf(text, name),
    above: [],
    known,
    sorter,
  };
  const leftOut = problems;
  return entries.length === 0 && problems.length === 0
    ? {
        collection: null,
        problems: [
          {
            code: 'file/event',
            message: `${name}: found a calendar without events, expected VEVENT in it`,
            at: name,
            level: 'kept-out',
          },
        ],
        leftOut: [],
      }
    : collectEntries(entries, about, leftOut);
}

/** What the calendar calls itself, or else its file. */
function titleOf(text: string, name: string): string {
  const head = text.slice(0, 20_000).replace(/\r?\n[ \t]/g, '');
  const title = /^(?:X-WR-CALNAME|NAME)(?:;[^:\r\n]*)?:(.+)$/im.exec(head)?.[1]?.trim();
  return title ? unescaped(title) : name.replace(/\.\w+$/, '');
}

type Master = { readonly line: number; readonly component: InstanceType<typeof ICAL.Component> };

/** The entries of a calendar of ours; null where one of them is somebody else's. */
function ownEntries(masters: readonly Master[]): readonly (OwnEntry & { readonly kind: string })[] | null {
  const entries: (OwnEntry & { readonly kind: string })[] = [];
  for (const { line, component } of masters) {
    const said = (property: string): string => String(component.getFirstPropertyValue(property) ?? '');
    const json = said(OWN_PROPERTY.toLowerCase());
    if (json === '' || !component.hasProperty('dtstart')) return null;
    const { startDate, endDate } = new ICAL.Event(component);
    if (!startDate?.isDate || !endDate?.isDate) return null;
    entries.push({
      line,
      json,
      summary: said('summary'),
      location: said('location'),
      start: daysOf(startDate),
      end: daysOf(endDate),
      kind: said('categories'),
    });
  }
  return entries.length > 0 ? entries : null;
}

function savedOwn(
  entries: readonly (OwnEntry & { readonly kind: string })[],
  text: string,
  name: string,
  known: readonly Category[],
  problems: readonly Problem[],
): Saved {
  const list = readOwnEntries(entries, name);
  const saved = savedList({ ...list, problems: [...problems, ...list.problems] }, name, known);
  if (!saved.collection) return saved;
  // Categories stand in the entries by their names.
  const names = new Map(list.events.map((event, i) => [event.category, entries[i]?.kind ?? '']));
  const categories = saved.collection.categories.map((category) =>
    known.includes(category) ? category : { ...category, name: names.get(category.key) || category.name },
  );
  return { ...saved, collection: { ...saved.collection, name: titleOf(text, name), categories } };
}

interface Block {
  readonly line: number;
  readonly text: string;
}

/** Events and journal entries as they stand, so that a broken one does not take the others with it. */
function blocksIn(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split(/\r?\n/);
  let open = -1;
  let kind = '';
  for (const [i, each] of lines.entries()) {
    const begun = /^BEGIN:(VEVENT|VJOURNAL)\s*$/i.exec(each);
    if (begun) {
      // One that does not end is kept with what it has.
      if (open >= 0)
        blocks.push({ line: open + 1, text: `${lines.slice(open, i).join('\r\n')}\r\nEND:${kind}` });
      open = i;
      kind = begun[1]!.toUpperCase();
    } else if (open >= 0 && each.toUpperCase().trim() === `END:${kind}`) {
      const body = lines.slice(open, i + 1).join('\r\n');
      blocks.push({ line: open + 1, text: body });
      open = -1;
    }
  }
  if (open >= 0) blocks.push({ line: open + 1, text: `${lines.slice(open).join('\r\n')}\r\nEND:${kind}` });
  return blocks;
}

function componentsOf(blocks: readonly Block[], tell: (line: number, message: string) => void) {
  const masters: { readonly line: number; readonly component: InstanceType<typeof ICAL.Component> }[] = [];
  const exceptions = new Map<string, InstanceType<typeof ICAL.Event>[]>();
  for (const { line, text } of blocks) {
    try {
      const component = new ICAL.Component(
        ICAL.parse(
          text
            .replace(/^(BEGIN|END):VJOURNAL/gim, '$1:VEVENT')
            // Programs forget to say that a day is no time.
            .replace(/^(DTSTART|DTEND|RECURRENCE-ID):(\d{8})\s*$/gim, '$1;VALUE=DATE:$2'),
        ) as never,
      );
      if (/^cancelled$/i.test(String(component.getFirstPropertyValue('status') ?? ''))) {
        tell(line, 'found an event that is cancelled, expected one that takes place');
        continue;
      }
      const uid = String(component.getFirstPropertyValue('uid') ?? '');
      if (component.hasProperty('recurrence-id') && uid !== '') {
        const others = exceptions.get(uid) ?? [];
        others.push(new ICAL.Event(component));
        exceptions.set(uid, others);
      } else masters.push({ line, component });
    } catch (error) {
      tell(line, `found an event that is broken (${(error as Error).message}), expected one of a calendar`);
    }
  }
  return { masters, exceptions };
}

type Tell = (line: number, message: string, level?: Problem['level']) => void;
type Time = InstanceType<typeof ICAL.Time>;

function entriesOf(
  event: InstanceType<typeof ICAL.Event>,
  line: number,
  written: number | null,
  tell: Tell,
): Entry[] {
  if (!event.startDate) {
    tell(line, 'found an event without DTSTART, expected its day');
    return [];
  }
  const first = entryOf(event, event.startDate, event.endDate, line, written);
  if ('problem' in first) {
    tell(line, first.problem);
    return [];
  }
  if (!event.isRecurring()) return [first];
  const entries: Entry[] = [];
  const last = Math.max(written ?? 0, daysOf(event.startDate)) + BEYOND_DAYS;
  const rule = event.component.getFirstPropertyValue('rrule') as { count?: number; until?: unknown } | null;
  const endless = rule !== null && !rule.count && !rule.until;
  const iterator = event.iterator();
  let cut = false;
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (entries.length >= MOST_REPEATS || (endless && daysOf(next) > last)) {
      cut = true;
      break;
    }
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    const entry = entryOf(item, startDate, endDate, line, written);
    if (!('problem' in entry)) entries.push(entry);
  }
  if (cut) {
    const until = entries.at(-1)?.edtf.split('/')[0] ?? '';
    tell(
      line,
      `"${event.summary ?? ''}" is repeated without an end in reach; it was read ${entries.length} times, up to ${until}`,
      'note',
    );
  }
  return entries;
}

function entryOf(
  event: InstanceType<typeof ICAL.Event>,
  start: Time,
  end: Time | null,
  line: number,
  written: number | null,
): Entry | { readonly problem: string } {
  const from = momentOf(start);
  // The day on which a whole-day event ends is no longer part of it.
  const until =
    end?.isDate && daysOf(end) > daysOf(start) ? dayText(daysOf(end) - 1) : end ? momentOf(end) : from;
  const edtf = until === from ? from : `${from}/${until}`;
  const span = readEdtf(edtf);
  if ('problem' in span) return { problem: span.problem };
  const zone =
    start.zone?.tzid && !/^(?:floating|UTC)$/.test(start.zone.tzid) && !start.isDate
      ? ` ${start.zone.tzid}`
      : '';
  const stated = event.component.getFirstProperty('dtstart')?.getParameter('tzid');
  const title = (event.summary ?? '').trim() || (event.description ?? '').trim().split('\n')[0] || '';
  if (title === '') return { problem: 'found an event without SUMMARY, expected its words' };
  const categories = event.component
    .getAllProperties('categories')
    .flatMap((property) => property.getValues().map(String))
    .filter((value) => value.trim() !== '');
  const tentative = /^tentative$/i.test(String(event.component.getFirstPropertyValue('status') ?? ''));
  const organiser = event.component.getFirstProperty('organizer')?.getParameter('cn');
  return {
    title,
    edtf,
    category: categories[0] ?? '',
    place: (event.location ?? '').trim(),
    actors: typeof organiser === 'string' && organiser !== '' ? [organiser] : [],
    status: tentative ? 'hypothetical' : written !== null && span.start > written ? 'planned' : 'happened',
    words: [
      edtf.replace('/', ' – ').replaceAll('T', ' ') + (typeof stated === 'string' ? ` ${stated}` : zone),
      event.summary ?? '',
      event.location ?? '',
      event.description ?? '',
      categories.join(', '),
    ],
    dated: 0,
    how: `line ${line}: DTSTART ${start.toString()}${typeof stated === 'string' ? ` in ${stated}` : zone}`,
  };
}

/** A day, or a day with its time as the calendar's own zone has it; `Z` where that is UTC. */
function momentOf(time: Time): string {
  const day = edtfDate(time.year, time.month, time.day);
  if (time.isDate) return day;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day}T${two(time.hour)}:${two(time.minute)}${time.zone?.tzid === 'UTC' ? 'Z' : ''}`;
}

const daysOf = (time: Time): number => toDays(time.year, time.month, time.day);

function dayText(days: number): string {
  const { year, month, day } = toCivil(days);
  return edtfDate(year, month, day);
}

/** The last day on which something in the file was written, as the file has it; null where it does not say. */
function writtenOn(text: string): number | null {
  let last: number | null = null;
  for (const [, year, month, day] of text.matchAll(
    /^(?:DTSTAMP|CREATED|LAST-MODIFIED)[^:\r\n]{0,80}:(\d{4})(\d\d)(\d\d)/gim,
  )) {
    const days = toDays(Number(year), Number(month), Number(day));
    if (last === null || days > last) last = days;
  }
  return last;
}

const unescaped = (words: string): string =>
  words.replace(/\\([\\,;nN])/g, (_, sign) => (/n/i.test(sign) ? ' ' : sign));
