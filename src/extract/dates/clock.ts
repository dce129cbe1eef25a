import type { TextSpan } from '../../model/document.ts';
import { readClocks } from './clockReader.ts';
import type { Found, Hearing } from './find.ts';
import { recurring } from './openingHours.ts';
import type { Said } from './pattern.ts';
import { type SpokenClock, spokenClocks } from './spokenClock.ts';
import type { Tokens } from './tokens.ts';
import { watchTimes } from './watchTimes.ts';

const BEFORE = 4;
const AFTER = 5;

/** Words that make a number a clock time: a colon, a.m., o'clock, noon, hrs, or a slash between numbers. */
const TRIGGER = /[9u!K]|nV|(?<=[@Wt])YV|[dY]\/[dn]/g;

/**
 * Finds clock times and numeric dates and joins them with the dates beside them.
 * @param found what our own patterns found in the same stretch, in order.
 * @param hearing take "at 5" for a time and join freely in a request or a note, not in a history.
 * @returns all of it, in order, none overlapping.
 */
export function addClocks(text: string, tokens: Tokens, found: readonly Found[], hearing: Hearing): Found[] {
  if (hearing !== 'text') return addSpoken(text, tokens, found, hearing === 'request');
  const windows = windowsOf(text, tokens);
  const watched = watchTimes(text, tokens);
  if (windows.length + watched.length === 0) return [...found];
  const read = windows.flatMap((window) => readWindow(text, window));
  const clocks = watched.length === 0 ? read : together(read, watched);
  if (clocks.length === 0) return [...found];
  // What tells the time is no year.
  const dates =
    watched.length === 0
      ? [...found]
      : found.filter((each) => !watched.some(({ start, end }) => each.start <= start && end === each.end));
  return recurring(text, join(text, dates, clocks, false));
}

/** Times of both kinds in order, without those of the second that lie in one of the first. */
const together = (first: readonly Clock[], second: readonly Clock[]): Clock[] =>
  [...first, ...second.filter((a) => !first.some((b) => a.start < b.end && b.start < a.end))].sort(
    (a, b) => a.start - b.start,
  );

/** Dates in figures, as people type them: 2/15, 10-31-74, 2 / 15, 7.6. */
const FIGURES =
  /(?<![\d/.:$£€#-]|\d-)(?:\d{1,2}\/(?:19|20)\d\d|(?:19|20)\d\d[-/](?:0?[1-9]|1[0-2])|\d{1,4} ?([-/.]) ?\d{1,2}(?: ?\1 ?\d{2,4})?)(?![\d:%]|[/.]\d|-\d+(?![\d/])| ?[ap]m\b)|(?<=\d\/\d{1,4}-)\d{1,2}\/\d{1,2}(?:\/\d{2,4})?(?![\d:%/])/gi;

/** 1/2 pound, 3/4 full: a share of what follows. */
const SHARE = /^[1-7]\/[23458]$/;
const NOUN = /^ (?!(?:at|for|or|to|and|on|from|through|until|till|is|in|by|with|between)\b)\p{Ll}/u;

/** In a request every time of day counts, bare as it may be. */
function addSpoken(text: string, tokens: Tokens, found: readonly Found[], asks: boolean): Found[] {
  const start = tokens.starts[0] ?? 0;
  const end = tokens.ends.at(-1) ?? 0;
  const words = text.slice(start, end);
  const spoken = spokenClocks(words).flatMap((clock): Clock[] => {
    const [from, to] = [start + clock.start, start + clock.end];
    if (NO_TIME.test(text.slice(Math.max(0, from - 8), from))) return [];
    if (found.some((each) => each.start < to && from < each.end && !givesWay(each, clock))) return [];
    const lead = clock.to ? /\b(?:from|between)\s+$/i.exec(words.slice(0, clock.start)) : null;
    return [{ start: from - (lead?.[0].length ?? 0), end: to, said: saidOf(clock) }];
  });
  const figures = [...words.matchAll(FIGURES)].flatMap((match): Clock[] => {
    const [from, to] = [start + match.index, start + match.index + match[0].length];
    const years = found.filter((each) => each.start < to && from < each.end);
    const more = years.every(
      ({ start, end, said }) =>
        said.year !== undefined && said.month === undefined && start >= from && end <= to,
    );
    if (!more || spoken.some((each) => each.start < to && from < each.end)) return [];
    if (
      !match[0].includes('/') &&
      !/(?:^|\b(?:on|this|next|last|from|to|between|until|by|day|at|be|out|(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*)\s+|[-–] )$/iu.test(
        words.slice(0, match.index),
      )
    )
      return [];
    if (
      /^\s*(?:of|hours?|h|miles?|cups?|inch|years?|min|days?|weeks?|months?)\b/i.test(
        words.slice(match.index + match[0].length),
      )
    )
      return [];
    const rest = words.slice(match.index + match[0].length);
    if (SHARE.test(match[0]) && NOUN.test(rest)) return [];
    const said = figuresOf(match[0].replaceAll(' ', '').replaceAll(/[-.]/g, '/'));
    // 3/4 of what is told is a share.
    return said && (asks || said.year !== undefined) ? [{ start: from, end: to, said }] : [];
  });
  if (spoken.length + figures.length === 0) return hoursBeside(text, found);
  const kept = found.filter(
    (each) =>
      (!figures.some((date) => date.start < each.end && each.start < date.end) &&
        each.said.type !== 'DURATION' &&
        !(isPart(each.said) && each.said.unit === undefined)) ||
      !spoken.some((clock) => clock.start < each.end && each.start < clock.end),
  );
  const dates = figures.map((each): Found => ({ ...each, tie: null }));
  const all = [...kept, ...dates].sort((a, b) => a.start - b.start);
  return hoursBeside(text, join(text, all, spoken, asks));
}

/** "8 this evening", "9 tomorrow", "10, tonight": an hour in front of a day that has none. */
function hoursBeside(text: string, found: readonly Found[]): Found[] {
  return found.map((each, i) => {
    const { said } = each;
    if (
      said.unit !== 'day' ||
      said.step === undefined ||
      said.count !== undefined ||
      said.clock !== undefined
    )
      return each;
    const from = found[i - 1]?.end ?? 0;
    const hour =
      /(?:^\s*|(?:\b(?:at|around|about|back|until|till|by|from|for)|@) )(?<hour>1[0-2]|[1-9]),? $/iu.exec(
        text.slice(from, each.start),
      );
    if (!hour) return each;
    const start = from + hour.index + hour[0].indexOf(hour.groups!.hour!);
    const clock = Number(hour.groups!.hour) * 60;
    const merged = inItsHalf({ ...said, type: 'TIME', clock, hourOnly: true, eitherHalf: true });
    return { ...each, start, said: merged };
  });
}

/** A number that nothing but its size made a year, and lengths, give way to a clear time. */
function givesWay({ said }: Found, clock: SpokenClock): boolean {
  if (said.year !== undefined && said.month === undefined) return said.year < 1500;
  if (isPart(said) && said.unit === undefined) return true;
  return !clock.bare && (said.type === 'DURATION' || said.type === 'SET') && said.unit !== 'hour';
}

function saidOf({ from, to }: SpokenClock): Said {
  return {
    type: 'TIME',
    clock: from.minutes,
    ...(from.hourOnly ? { hourOnly: true } : {}),
    ...(from.second === undefined ? {} : { second: from.second }),
    ...(from.sure ? {} : { eitherHalf: true }),
    ...(to
      ? {
          until: {
            clock: to.minutes,
            hourOnly: to.hourOnly,
            ...(to.second === undefined ? {} : { second: to.second }),
          },
        }
      : {}),
  };
}

/** Month first unless that makes no date; two digits of a year are left to the reader of years. */
function figuresOf(figures: string): Said | null {
  const monthAndYear = /^(?:(?<month>\d{1,2})\/)?(?<year>(?:19|20)\d\d)(?:\/(?<last>\d{1,2}))?$/.exec(
    figures,
  )?.groups;
  if (monthAndYear) {
    const month = Number(monthAndYear.month ?? monthAndYear.last);
    return month >= 1 && month <= 12 ? { type: 'DATE', month, year: Number(monthAndYear.year) } : null;
  }
  const [result] = readClocks(figures);
  if (!result || result.words.length < figures.length) return null;
  const { month, day, year } = result;
  if (month === null || day === null) return null;
  return { type: 'DATE', month, day, ...(year === null ? {} : { year }) };
}

function windowsOf(text: string, tokens: Tokens): TextSpan[] {
  const windows: { start: number; end: number }[] = [];
  const { tags, starts, ends } = tokens;
  const open = (from: number, to: number) => {
    let [low, high] = [from, to];
    for (let n = 0; n < BEFORE && low > 0 && near(text, ends[low - 1]!, starts[low]!); n++) {
      // What ends the sentence before is no part of this one.
      if (text[starts[low - 1]!] === '.') break;
      low--;
    }
    for (let n = 0; n < AFTER && high < tags.length && near(text, ends[high - 1]!, starts[high]!); n++) {
      // The hours of the next sentence are its own.
      if (text[starts[high]!] === '.') break;
      high++;
    }
    const last = windows.at(-1);
    const [start, end] = [starts[low]!, ends[high - 1]!];
    // Windows that meet are read as one, but a table of times never becomes one long call.
    if (last && start <= last.end && end - last.start < LONGEST) last.end = end;
    else windows.push({ start: last && start < last.end ? last.end : start, end });
  };
  for (const match of tags.matchAll(TRIGGER)) open(match.index, match.index + match[0].length);
  return windows.filter(({ start, end }) => start < end);
}

const LONGEST = 160;
/** Words of one line, without a mark that ends a sentence between them. */
const near = (text: string, from: number, to: number) =>
  to - from <= 2 && !text.slice(from, to).includes('\n');

interface Clock extends TextSpan {
  readonly said: Said;
}

/** A date in figures beside a clock. */
const BESIDE_CLOCK = /\d\/\d|\d[.-]\d{1,2}[.-]\d/;
/** Words before that make it no time: the film High Noon, a greeting. */
const NO_TIME = /\b(?:high|good)\s+$/i;
/** Genesis 1:12, chapter 9:25, a ratio of 16:09: two numbers with a colon that tell no time. */
const NO_CLOCK =
  /\b(?:Genesis|Exodus|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Samuel|Kings|Chronicles|Job|Psalms?|Proverbs|Ecclesiastes|Isaiah|Jeremiah|Ezekiel|Daniel|Hosea|Micah|Matthew|Mark|Luke|John|Acts|Romans|Corinthians|Galatians|Ephesians|Philippians|Colossians|Thessalonians|Timothy|Titus|Hebrews|James|Peter|Jude|Revelation|Qur.?an|S[uū]rah?|[Cc]hapter|[Vv]erses?|[Rr]atio(?: of)?|[Ss]cale(?: of)?|[Ss]core(?: of)?)\s+$/;

const TIMED =
  /\d[:.h]\d\d|\d ?[ap]\.?m\b|o['’]clock|noon|midnight|hrs?\b|\d{4} ?hours|past|quarter|\d[hap]\b|in the (?:morning|afternoon|evening)|at night/i;

/** Without any of this, in a larger stretch too, nothing that is read counts. */
const MAY_COUNT =
  /\d[:.hap/-]|\d ?[ap]\.?m|o['’]clock|noon|midnight|hrs?|\d{4} ?hours|past|quarter|in the (?:morning|afternoon|evening)|at night/i;

function readWindow(text: string, window: TextSpan): Clock[] {
  const words = text.slice(window.start, window.end);
  if (!MAY_COUNT.test(words)) return [];
  return readClocks(words).flatMap(({ index, words: match, hour, minute, month, day, year }) => {
    const lead = /^\s*(?:(?:at|from|by|around|about|until|on)\s+)?/i.exec(match)![0].length;
    const at = window.start + index + lead;
    // "11 a.m. on 11 November" are two expressions of one moment.
    const cut = match.search(/\s+on\s/i);
    const until = window.start + index + (cut > 0 ? cut : match.length);
    if (NO_TIME.test(text.slice(Math.max(0, at - 8), at))) return [];
    if (/^\d{1,3}:\d\d$/.test(text.slice(at, until)) && NO_CLOCK.test(text.slice(Math.max(0, at - 16), at)))
      return [];
    if (
      /[$£€#\d.,]$/.test(text.slice(Math.max(0, at - 1), at)) ||
      /^(?:[\d%/]|\.\d|-\d{3})/.test(text.slice(until, until + 4))
    )
      return [];
    // 8.30 is a time beside an hour; only a slash, or two full stops, make a date.
    const figures = (hour === null ? /\d[/.-]\d/ : BESIDE_CLOCK).test(match);
    const said: Said = {
      type: hour === null ? 'DATE' : 'TIME',
      ...(hour === null ? {} : { clock: hour * 60 + minute }),
      ...(hour !== null && !/[:.h]\d\d|noon|midnight|past|quarter|\d{4}/i.test(match)
        ? { hourOnly: true }
        : {}),
      ...(figures && month !== null && day !== null ? { month, day } : {}),
      ...(figures && year !== null && month !== null ? yearIn(match, year) : {}),
    };
    if (said.type === 'TIME' && !TIMED.test(match)) return [];
    if (
      said.type === 'TIME' &&
      /\b(?:in|ago|later|from now)\b/i.test(match) &&
      said.clock !== undefined &&
      !TIMED.test(match)
    )
      return [];
    // With full stops the day comes first, as our own words read it.
    if (said.type === 'DATE' && /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(text.slice(at, until).trim())) return [];
    // 3/4 of a mile and 9/11 are no dates in running text; 12/25/2019 is.
    if (
      said.type === 'DATE' &&
      /^\s*(?:of|hours?|h|miles?|cups?|inch|years?)\b/i.test(text.slice(until, until + 8))
    )
      return [];
    if (said.type === 'DATE' && said.year === undefined && said.shortYear === undefined) return [];
    return [
      {
        start: at,
        end: until,
        said,
      },
    ];
  });
}

/** Of two digits the century is found where years are read. */
const yearIn = (figures: string, year: number): { year: number } | { shortYear: number } =>
  /(?<!\d)\d{1,2}([/.-])\d{1,2}\1\d\d(?!\d)/.test(figures) ? { shortYear: year % 100 } : { year };

const GAP =
  /^[\s,]*(?:(?:at|on|of|the|around|about|@|from|by|for|in|between|after|before|as early as|no later than|later than|starting)\s+)*$/i;
const TIGHT_GAP = /^,?\s+(?:at\s+)?$/i;

/** Of a clock that touches a date, one expression is made; a date that a clock's words hold is part of it. */
function join(text: string, found: Found[], clocks: readonly Clock[], loose: boolean): Found[] {
  const all: Found[] = [];
  let next = 0;
  for (const clock of clocks) {
    let { start, end, said } = clock;
    while (next < found.length && found[next]!.end <= start) all.push(found[next++]!);
    // What the clock's own words hold.
    while (next < found.length && found[next]!.start < end) {
      const inner = found[next++]!;
      if (inner.said.type === 'DATE' || inner.said.type === 'TIME')
        said = { ...inner.said, ...said, type: said.type };
      start = Math.min(start, inner.start);
      end = Math.max(end, inner.end);
    }
    const gap = loose ? GAP : TIGHT_GAP;
    const before = all.at(-1);
    const after = found[next];
    if (
      said.type === 'TIME' &&
      before &&
      (isDay(before.said) || (loose && isPart(before.said))) &&
      !before.tie &&
      gap.test(text.slice(before.end, start))
    ) {
      all.pop();
      start = before.start;
      said = { ...before.said, ...said };
    } else if (
      said.type === 'TIME' &&
      !isDay(said) &&
      after &&
      (isDay(after.said) || (loose && isPart(after.said)))
    ) {
      const between = text.slice(end, after.start);
      if ((loose ? GAP : /^\s+(?:[A-Z]{2,4}\s+)?$/).test(between)) {
        end = after.end;
        said = { ...after.said, ...said };
        next++;
      } else if (/^[\s,]+on (?:the )?$/.test(between)) said = { ...after.said, ...said };
    }
    if (said.eitherHalf) said = inItsHalf(said);
    // Wed Oct 26 15:50 2016
    const year = found[next];
    if (
      loose &&
      year &&
      said.month !== undefined &&
      said.year === undefined &&
      onlyYear(year.said) &&
      /^,? $/.test(text.slice(end, year.start))
    ) {
      said = { ...said, year: year.said.year! };
      end = year.end;
      next++;
    }
    all.push({
      start,
      end,
      said:
        said.month === undefined && said.weekday === undefined && said.unit === undefined
          ? said
          : { ...said, type: said.clock === undefined ? 'DATE' : 'TIME' },
      tie: null,
    });
  }
  while (next < found.length) all.push(found[next++]!);
  return all.filter((each, i) => i === 0 || each.start >= all[i - 1]!.end);
}

const onlyYear = (said: Said) =>
  said.type === 'DATE' && said.year !== undefined && said.month === undefined && !said.phase;
const isPart = (said: Said) => said.type === 'TIME' && said.daypart !== undefined && said.clock === undefined;

/** "tomorrow evening at 8": the part of the day says which half is meant. */
function inItsHalf(said: Said): Said {
  const { daypart, ...rest } = said;
  if (daypart === undefined || said.clock === undefined) return said;
  if (!said.eitherHalf) return rest;
  const late =
    (daypart === 'AF' || daypart === 'EV' || (daypart === 'NI' && said.clock >= 300)) && said.clock < 720;
  const { eitherHalf: _, ...sure } = rest;
  const until =
    said.until && said.until.clock < 720 && late
      ? { ...said.until, clock: said.until.clock + 720 }
      : said.until;
  return { ...sure, clock: said.clock + (late ? 720 : 0), ...(until ? { until } : {}) };
}

const isDay = (said: Said) =>
  said.clock === undefined &&
  (said.day !== undefined ||
    said.weekday !== undefined ||
    (said.unit === 'day' && said.step !== undefined) ||
    said.holiday !== undefined);
