import { type Days, toCivil, toDays } from '../model/days.ts';
import { edtfDate, type Precision, readEdtf } from '../model/edtf.ts';
import { inEnglish } from './germanDates.ts';

/** What words that a person wrote mean. */
export interface Typed {
  readonly edtf: string;
  /** Present where the date lies somewhere within what `edtf` writes: see `When.precision`. */
  readonly precision?: Precision;
}

/** Some of the words are a date, and the others say something else that was not understood. */
export interface Partly {
  /** The words that are one. */
  readonly only: string;
}

/** A date expression in words, as the reader of documents finds it; `edtf` is null where it has no place in time. */
export interface Mentioned {
  readonly start: number;
  readonly end: number;
  readonly edtf: string | null;
  readonly precision: Precision | null;
  readonly range?: {
    readonly start: number;
    readonly end: number;
    readonly edtf: string;
    readonly precision: Precision;
  } | null;
}

/** Finds the date expressions in words. @param from the day from which they speak, EDTF; null: nobody knows. */
export type Ask = (words: string, from: string | null) => Promise<readonly Mentioned[]>;

/** What a date that leaves something out is counted from. */
export interface Near {
  /** Of the year that is left out: EDTF of what the date was before. */
  readonly own?: string | null;
  /** Of `yesterday`: EDTF of the day from which the document speaks. */
  readonly speech?: string | null;
}

/**
 * Reads a date in words, English or German, of which every word must count: who writes `before 1850` does not mean 1850.
 * @param plain reads what needs no context, such as `3 May 1911`. @returns null when there is no date in the words.
 */
export async function readTyped(
  text: string,
  near: Near,
  plain: (words: string) => string | null,
  ask: Ask,
): Promise<Typed | Partly | null> {
  const words = inEnglish(text).replace(/[.,;]+$/, '');
  return (await new Reader(near, plain, ask).whole(words)) ?? null;
}

/** Says that one is not sure, that it is no more than about then, and on which side of it. */
const PERHAPS =
  /^(?:perhaps|possibly|probably|presumably|maybe|likely) |\?$| ?\((?:\?|uncertain|unsicher)\)$/i;
const ABOUT = /^(?:about|around|approximately|roughly|circa|ca?\.?(?=[ \d])|~) ?(?=\S)/i;
const BEFORE = /^(?:before|prior to|earlier than) /i;
const AFTER = /^(?:after|later than) /i;
const SINCE =
  /^(?:since|from|starting|as of) (?!.* (?:to|until|till|through|and) )|(?: onwards?| and later)$/i;
const UNTIL = /^(?:until|till|to|up to|through|by|not? later than|at the latest) /i;
/** Between two dates. Signs last: they stand in dates as well. */
const BETWEEN = [/ (?:to|until|till|through) /i, / and /i, / ?[–—] ?/, / - /, /-/, /\//];
const LEADS = /^(?:from|between) /i;

class Reader {
  readonly #near: Near;
  readonly #plain: (words: string) => string | null;
  readonly #ask: Ask;

  constructor(near: Near, plain: (words: string) => string | null, ask: Ask) {
    this.#near = near;
    this.#plain = plain;
    this.#ask = ask;
  }

  async whole(words: string): Promise<Typed | Partly | null> {
    const ready = this.#ready(words);
    if (ready) return ready;
    const cut = (mark: RegExp): string | null => (mark.test(words) ? words.replace(mark, '').trim() : null);
    const doubtful = cut(PERHAPS);
    if (doubtful !== null) return this.#with(doubtful, (date) => marked(date, '?'));
    const roughly = cut(ABOUT);
    if (roughly !== null) return this.#with(roughly, (date) => marked(date, '~'));
    const before = cut(BEFORE);
    if (before !== null) return this.#with(before, (date) => beside(date, -1));
    const after = cut(AFTER);
    if (after !== null) return this.#with(after, (date) => beside(date, 1));
    const since = cut(SINCE);
    if (since !== null) return this.#with(since, ({ edtf }) => ({ edtf: `${edtf.split('/')[0]}/..` }));
    const until = cut(UNTIL);
    if (until !== null) return this.#with(until, ({ edtf }) => ({ edtf: `../${edtf.split('/').at(-1)}` }));
    const timed = CLOCK.exec(words)?.groups;
    if (timed) return this.#with(words.replace(CLOCK, ''), (date) => atClock(date, timed));
    const week = /^(?:the )?week (?:of|from|beginning|starting) (?=.*\d)(.+)$/i.exec(words)?.[1];
    const within = week === undefined ? null : await this.#one(week);
    if (within && isDay(within.edtf)) return weekAround(within.edtf);
    const read = await this.#asked(words);
    if (read && 'edtf' in read) return read;
    return (await this.#range(words)) ?? read;
  }

  /** A date that is qualified. Keeps to the type of what came of it where it is none. */
  async #with(words: string, make: (date: Typed) => Typed | null): Promise<Typed | Partly | null> {
    const read = await this.whole(words);
    if (!read || 'only' in read) return read;
    const made = make(read);
    return made && !('problem' in readEdtf(made.edtf)) ? made : null;
  }

  /** What can be told at once. */
  #ready(words: string): Typed | null {
    const years = /^(\d{4}) ?[-–/] ?(\d\d)$/.exec(words);
    if (years && 'problem' in readEdtf(words))
      return valid(`${years[1]}/${years[1]!.slice(0, 2)}${years[2]}`);
    const figures = /^(\d{4})(\d\d)(\d\d)$/.exec(words);
    if (figures) return valid(`${figures[1]}-${figures[2]}-${figures[3]}`);
    if (!('problem' in readEdtf(words))) return { edtf: words };
    const week = /^(\d{4})-?W(\d\d)(?:-?([1-7]))?$/i.exec(words);
    if (week) return weekOf(Number(week[1]), Number(week[2]), week[3] ? Number(week[3]) : null);
    const short = /^(\d{1,2})\.\s?(\d{1,2})\.\s?'?(\d\d)$/.exec(words);
    if (short) {
      const year = this.#century() + Number(short[3]);
      return valid(edtfDate(year, Number(short[2]), Number(short[1])));
    }
    const edtf = this.#plain(words);
    return edtf === null ? null : { edtf };
  }

  /** The hundred years to which a year of two figures belongs: those of the date that is changed, else our own. */
  #century(): number {
    const year = this.#year();
    return year === null || year < 100 ? 2000 : Math.floor(year / 100) * 100;
  }

  #year(): number | null {
    const span = readEdtf(this.#near.own ?? this.#near.speech ?? '');
    return 'problem' in span ? null : toCivil(span.start).year;
  }

  /** What the reader of documents makes of the words: as they stand, with the year left out, else counted from a day. */
  async #asked(words: string): Promise<Typed | Partly | null> {
    const alone = covered(words, await this.#ask(words, null));
    if (alone && 'edtf' in alone) return alone;
    const year = this.#year();
    if (year !== null && year > 99 && MONTH.test(words) && !/\d{4}/.test(words)) {
      const full = `${words} ${year}`;
      const dated = this.#ready(full) ?? covered(full, await this.#ask(full, null));
      if (dated && 'edtf' in dated) return dated;
    }
    const speech = this.#near.speech ?? this.#near.own ?? null;
    if (speech === null) return alone;
    const counted = covered(words, await this.#ask(words, speech));
    return counted && 'edtf' in counted ? counted : (alone ?? counted);
  }

  /** Two dates with a word or a stroke between; the first may leave to the second what both have. */
  async #range(words: string): Promise<Typed | null> {
    const bare = words.replace(LEADS, '');
    for (const sign of BETWEEN) {
      const parts = bare.split(sign);
      const [left, right] = parts;
      if (parts.length !== 2 || !left || !right || /^\d{1,2}$/.test(right.trim())) continue;
      const last = await this.#one(right.trim());
      if (!last) continue;
      const first = (await this.#one(completed(left.trim(), right.trim()))) ?? (await this.#one(left.trim()));
      if (!first) continue;
      const edtf = `${first.edtf.split('/')[0]}/${last.edtf.split('/').at(-1)}`;
      const [from, to] = [readEdtf(first.edtf), readEdtf(last.edtf)];
      if ('problem' in from || 'problem' in to || from.start > to.start) continue;
      if (!('problem' in readEdtf(edtf))) return { edtf };
    }
    return null;
  }

  async #one(words: string): Promise<Typed | null> {
    const read = this.#ready(words) ?? (await this.#asked(words));
    return read && 'edtf' in read && !read.edtf.includes('..') ? read : null;
  }
}

const MONTH =
  /(?<!\p{L})(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|easter|christmas)/iu;

/** The first of two dates with what only the second one says: `3` of `3 to 5 May 2021`, `1300` of `1300 to 1200 BC`. */
function completed(left: string, right: string): string {
  const day = /^\d{1,2}(?:st|nd|rd|th)?$/.exec(left);
  if (day) return `${left} ${right.replace(/^\d{1,2}(?:st|nd|rd|th)? /, '')}`;
  if (/^\d+$/.test(left) && /^\d+ BCE?$/i.test(right)) return `${left} BC`;
  const year = /\d{4}$/.exec(right);
  return year && !/\d{4}/.test(left) ? `${left} ${year[0]}` : left;
}

/** What leads to a date and says nothing of it. */
const IDLE =
  /^(?:on|in|at|the|of|during|sometime|some|time|within|between|from|to|and|until|through|\s|[.,:;()–—-])*$/i;

/** The date that all of the words are; where they are more than it, only what is one. null: there is none. */
function covered(words: string, mentions: readonly Mentioned[]): Typed | Partly | null {
  for (const { start, end, edtf, precision, range } of mentions) {
    const whole = range ?? (edtf === null || precision === null ? null : { start, end, edtf, precision });
    if (!whole) continue;
    const rest = `${words.slice(0, whole.start)} ${words.slice(whole.end)}`;
    const single = !range && mentions.length === 1;
    const idle = IDLE.test(rest) && (range || single);
    if (idle) return typed(whole.edtf, whole.precision);
  }
  const first = mentions.find((mention) => mention.edtf !== null);
  return first ? { only: words.slice(first.start, first.end) } : null;
}

function typed(edtf: string, precision: Precision): Typed {
  const span = readEdtf(edtf);
  return 'problem' in span || span.precision === precision ? { edtf } : { edtf, precision };
}

const valid = (edtf: string): Typed | null => ('problem' in readEdtf(edtf) ? null : { edtf });

/** `14:30`, `at 2 pm`; behind a day. */
const CLOCK =
  /,?(?: at)? (?=\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m)(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))?(?: ?(?<half>[ap])\.?m\.?)?$/i;

const isDay = (edtf: string): boolean => {
  const span = readEdtf(edtf);
  return !('problem' in span) && span.precision === 'day' && !span.interval;
};

function atClock(
  { edtf }: Typed,
  { hour, minute = '00', half }: Readonly<Record<string, string | undefined>>,
): Typed | null {
  const late =
    /p/i.test(half ?? '') && Number(hour) < 12 ? 12 : /a/i.test(half ?? '') && Number(hour) === 12 ? -12 : 0;
  return isDay(edtf) ? valid(`${edtf}T${String(Number(hour) + late).padStart(2, '0')}:${minute}`) : null;
}

/** The week from Monday to Sunday in which a day lies. */
function weekAround(edtf: string): Typed | null {
  const span = readEdtf(edtf);
  return 'problem' in span ? null : weekFrom(mondayOf(span.start));
}

// 1970-01-01 was a Thursday.
const mondayOf = (day: Days): Days => day - ((((day + 3) % 7) + 7) % 7);

function dayOf(day: Days): string {
  const civil = toCivil(day);
  return edtfDate(civil.year, civil.month, civil.day);
}

const weekFrom = (monday: Days): Typed => ({
  edtf: `${dayOf(monday)}/${dayOf(monday + 6)}`,
  precision: 'week',
});

/** ISO 8601: the first week of a year is the one with its 4 January. @param day 1 is Monday; null: all of the week. */
function weekOf(year: number, week: number, day: number | null): Typed | null {
  const monday = mondayOf(toDays(year, 1, 4)) + 7 * (week - 1);
  // Not every year has 53 weeks, and none has more.
  if (week < 1 || toCivil(monday + 3).year !== year) return null;
  return day === null ? weekFrom(monday) : { edtf: dayOf(monday + day - 1) };
}

/** A date, or both ends of a span, with a sign of doubt; of a sign that is there already, both. */
function marked({ edtf, precision }: Typed, sign: '?' | '~'): Typed | null {
  const mark = (date: string): string =>
    date === '..' || date === ''
      ? date
      : /[~?%]$/.test(date)
        ? date.endsWith(sign) || date.endsWith('%')
          ? date
          : `${date.slice(0, -1)}%`
        : `${date}${sign}`;
  const made = edtf.split('/').map(mark).join('/');
  if ('problem' in readEdtf(made)) return null;
  return precision === undefined ? { edtf: made } : { edtf: made, precision };
}

/** All that lies before a date, or behind it: up to its neighbour, in its own unit where that is a year, month or day. */
function beside({ edtf }: Typed, by: 1 | -1): Typed | null {
  const span = readEdtf(edtf);
  if ('problem' in span) return null;
  const { year, month, day } = toCivil(by < 0 ? span.start - 1 : span.end);
  const neighbour =
    span.precision === 'year' || span.precision === 'decade' || span.precision === 'century'
      ? edtfDate(year)
      : span.precision === 'month'
        ? edtfDate(year, month)
        : edtfDate(year, month, day);
  return { edtf: by < 0 ? `../${neighbour}` : `${neighbour}/..` };
}
