import type { Collection } from '../../model/collection.ts';
import { currentEvents } from '../../model/current.ts';
import { type Days, toCivil } from '../../model/days.ts';
import { coarseness, type EdtfSpan, readEdtf } from '../../model/edtf.ts';
import type { TimelineEvent } from '../../model/event.ts';
import type { When } from '../../model/when.ts';
import { dateInWords } from '../../model/words.ts';
import { chronologyWords } from '../chronology/words.ts';
import { escapeXml, wellFormed } from '../wellFormed.ts';

/** A date as TimelineJS has it: -44 is 44 BC. */
interface SlideDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
}

/** Years beyond which its usual scale breaks, which counts in milliseconds. */
const FAR = 270_000;

/**
 * A collection as JSON for TimelineJS (timeline.knightlab.com): a slide for each event as corrected, with its date in
 * words, its quotes and their documents; categories are groups. Each slide carries its event whole in a field of ours,
 * `dateline_event`, which other programs pass over. The same collection gives the same text.
 * @param locale BCP 47, of the words.
 */
export function writeTimelineJs(collection: Collection, locale: string): string {
  const words = chronologyWords(locale);
  const events = currentEvents(collection);
  const names = new Map(collection.categories.map(({ key, name }) => [key, name]));
  const far = events.some(({ time }) =>
    [time.start, time.end].some((day) => Math.abs(toCivil(day).year) > FAR),
  );
  const timeline = {
    title: {
      unique_id: 'title',
      text: {
        headline: html(collection.name || words.untitled),
        text: html(`${words.events(events.length)}, ${words.documents(collection.documents.length)}`),
      },
    },
    ...(far ? { scale: 'cosmological' } : {}),
    events: events.map((event) => slideOf(event, names.get(event.category) ?? event.category, locale)),
  };
  return `${wellFormed(JSON.stringify(timeline, null, 2))}\n`;
}

function slideOf(event: TimelineEvent, group: string, locale: string) {
  const { time, place, sources } = event;
  const { from, to } = datesOf(time);
  const words = chronologyWords(locale);
  return {
    unique_id: event.id,
    start_date: from,
    ...(to ? { end_date: to } : {}),
    display_date: html(dateInWords(time, locale)),
    group,
    text: {
      headline: html(event.title),
      text: sources
        .map(({ quote, document }) => `<p>${html(words.quoted(quote))}<br><cite>${html(document)}</cite></p>`)
        .join(''),
    },
    ...(place === null ? {} : { location: { name: html(place) } }),
    dateline_event: event,
  };
}

/** The first day as exactly as it is known, and the last where that is another. */
export function datesOf(time: When): { readonly from: SlideDate; readonly to: SlideDate | null } {
  const span = readEdtf(time.edtf);
  const [left = '', right = ''] = time.edtf.split('/');
  const first = spanOf(left) ?? spanOf(right) ?? span;
  const last = spanOf(right) ?? first;
  if ('problem' in first || 'problem' in last) return { from: dateOf(time.start, 'day'), to: null };
  const from = dateOf(first.start, first.precision, first.minute);
  // A whole year or month is one date to TimelineJS; what it has no name for is shown from its first day to its last.
  const named = ['time', 'day', 'month', 'year'].includes(first.precision);
  const single = first.start === last.start && named;
  if (single && first.precision === last.precision) return { from, to: null };
  return {
    from: named ? from : dateOf(first.start, 'day'),
    to: named ? dateOf(last.end - 1, last.precision, last.minute) : dateOf(last.end - 1, 'day'),
  };
}

function spanOf(edtf: string): EdtfSpan | null {
  const span = readEdtf(edtf);
  return 'problem' in span ? null : span;
}

function dateOf(day: Days, precision: EdtfSpan['precision'], minute?: number): SlideDate {
  const civil = toCivil(day);
  const year = civil.year > 0 ? civil.year : civil.year - 1;
  if (precision === 'time' && minute !== undefined)
    return { ...civil, year, hour: Math.floor(minute / 60), minute: minute % 60 };
  if (coarseness(precision) <= coarseness('week')) return { ...civil, year };
  return precision === 'month' ? { year, month: civil.month } : { year };
}

/** Headlines and texts are HTML there. */
export const html = (text: string): string => escapeXml(text).replace(/\n/g, '<br>');
