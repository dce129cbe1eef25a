import type { Category } from '../model/category.ts';
import { edtfDate, edtfYear, readEdtf } from '../model/edtf.ts';
import type { Problem } from '../model/problem.ts';
import { plainWords } from './html/plainWords.ts';
import { savedList } from './list.ts';
import { collectEntries, type Entry, type Sorter } from './ready/entries.ts';
import type { Saved } from './saved.ts';
import { readOwnSlides } from './timelinejs/own.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Whether JSON is a timeline of TimelineJS (timeline.knightlab.com): slides whose dates are objects with a year. */
export const isTimelineJs = (value: unknown): boolean =>
  isFields(value) &&
  Array.isArray(value.events) &&
  value.events.some((event) => isFields(event) && isFields(event.start_date));

/**
 * Reads the JSON of TimelineJS: slides with their headline, text, group, place and media; eras as spans of a kind of
 * their own. Years before Christ are negative there and count without a year 0: -44 is 44 BC. The title slide names the
 * collection. What has no date, or one that no calendar has, is kept out and named.
 * @param value as {@link isTimelineJs} wants it. @param name of the file.
 */
export function readTimelineJs(
  value: unknown,
  name: string,
  known: readonly Category[],
  sorter: Sorter | null,
): Saved {
  const { title, events, eras } = value as { title?: unknown; events: readonly unknown[]; eras?: unknown };
  const said = isFields(title) ? wordsIn(title.text, 'headline') : '';
  const own = readOwnSlides(events, name);
  if (own) {
    const saved = savedList(own, name, known);
    return saved.collection && said ? { ...saved, collection: { ...saved.collection, name: said } } : saved;
  }
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  const take = (list: readonly unknown[], field: string, kind: string): void => {
    for (const [i, slide] of list.entries()) {
      const read = entryOf(slide, `${field}[${i}]`, kind);
      if ('problem' in read) {
        const at = `${name}: ${field}[${i}]`;
        problems.push({ code: 'file/event', message: `${at}: ${read.problem}`, at, level: 'kept-out' });
      } else entries.push(read);
    }
  };
  take(events, 'events', '');
  if (Array.isArray(eras)) take(eras, 'eras', entries.some(({ category }) => category !== '') ? 'Eras' : '');
  const about = { name, title: said || name.replace(/\.\w+$/, ''), above: [], known, sorter };
  return collectEntries(entries, about, problems);
}

function entryOf(slide: unknown, path: string, kind: string): Entry | { readonly problem: string } {
  if (!isFields(slide)) return { problem: 'found no object, expected a slide' };
  const from = dateOf(slide.start_date);
  if ('problem' in from) return { problem: `start_date: ${from.problem}` };
  const to = slide.end_date === undefined || slide.end_date === null ? null : dateOf(slide.end_date);
  if (to && 'problem' in to) return { problem: `end_date: ${to.problem}` };
  const edtf = to && to.edtf !== from.edtf ? `${from.edtf}/${to.edtf}` : from.edtf;
  const span = readEdtf(edtf);
  if ('problem' in span) return { problem: span.problem };
  const headline = wordsIn(slide.text, 'headline');
  const text = wordsIn(slide.text, 'text');
  const media = isFields(slide.media) ? slide.media : {};
  const title = headline || wordsIn(media, 'caption') || text.split(/(?<=[.!?])\s/)[0] || '';
  if (title === '') return { problem: 'found no headline and no text, expected the words of an event' };
  const shown = wordsIn(slide, 'display_date') || wordsIn(slide.start_date, 'display_date') || edtf;
  const location = isFields(slide.location) ? slide.location : {};
  const link = wordsIn(media, 'url');
  return {
    title,
    edtf,
    category: wordsIn(slide, 'group') || kind,
    place: wordsIn(location, 'name'),
    actors: [],
    words: [
      shown,
      headline,
      text,
      wordsIn(media, 'caption'),
      wordsIn(media, 'credit'),
      /^https?:/.test(link) ? link : '',
    ],
    dated: 0,
    how: `${path}: ${edtf}`,
  };
}

/** A date that is spread over fields; numbers may be texts. */
function dateOf(value: unknown): { readonly edtf: string } | { readonly problem: string } {
  if (!isFields(value)) return { problem: 'found no date, expected an object with a year' };
  const part = (name: string): number | null => {
    const words = String(value[name] ?? '').trim();
    return words === '' ? null : Number(words);
  };
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map(part);
  if (year == null || !Number.isInteger(year))
    return { problem: `found the year ${JSON.stringify(value.year)}, expected a whole number` };
  // 0 and 13 are no months there either.
  const counted = year < 0 ? year + 1 : year;
  if (month == null) return checked(edtfYear(counted));
  if (Math.abs(counted) > 9999) return checked(edtfYear(counted));
  const date = day == null ? edtfDate(counted, month) : edtfDate(counted, month, day);
  const two = (n: number): string => String(n).padStart(2, '0');
  const clock = day != null && hour != null ? `T${two(hour)}:${two(minute ?? 0)}` : '';
  return checked(date + clock);
}

function checked(edtf: string): { readonly edtf: string } | { readonly problem: string } {
  const span = readEdtf(edtf);
  return 'problem' in span ? span : { edtf };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field's words without the HTML that may stand in it. */
const wordsIn = (of: unknown, field: string): string => {
  const value = isFields(of) ? of[field] : undefined;
  return typeof value === 'string' ? plainWords(value) : '';
};
