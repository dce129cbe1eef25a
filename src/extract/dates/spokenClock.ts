import type { TextSpan } from '../../model/document.ts';
import { numberOf, numberWords } from './lexicon.ts';

/** A time of day, or a stretch between two, as a request says it. */
export interface SpokenClock extends TextSpan {
  readonly from: Time;
  readonly to: Time | null;
  /** Said as a bare number, which only its place in the sentence makes a time. */
  readonly bare: boolean;
}

export interface Time {
  /** Minutes after midnight. */
  readonly minutes: number;
  readonly second?: number;
  /** No minutes were said. */
  readonly hourOnly: boolean;
  /** False for a time on a twelve-hour dial of which nobody said which half. */
  readonly sure: boolean;
}

const HOURS = numberWords(1, 12);
const TENS = numberWords(20, 59);
const PARTS = `(?:(?:${TENS})(?:[- ](?:${numberWords(1, 9)}))?|five|${numberWords(10, 19)})`;
const HOUR = `(?<hour>\\d{1,2}|${HOURS})`;
/** Behind the number: p.m., p, in the evening, at night. */
const HALF =
  '(?:\\s?(?<ap>[ap])\\s?\\.?\\s?m(?:\\b\\s?\\.?)|(?<![\\s.])(?<p>[ap])\\b\\.?|,? in the (?<part>am|pm|morning|afternoon|evening)\\b|,? (?<night>at night)\\b)';
const ISH = '(?<ish> ?-?ish\\b)?';
const sticky = (source: string) => new RegExp(source, 'iy');

/** What a time looks like, the more telling forms first. */
const FORMS: readonly RegExp[] = [
  // 7:56:30 pm, 5:15, 5.30 pm
  sticky(`${HOUR}:(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d)(?:\\.\\d+)?)?(?!\\d|:\\d)${ISH}${HALF}?`),
  sticky(`${HOUR}\\.(?<minute>[0-5]\\d)(?=\\s?[ap]\\s?\\.?\\s?m\\b)${HALF}`),
  // 14h20, 14h
  sticky('(?<hour>\\d{1,2}) ?h(?<minute>[0-5]\\d)?\\b(?<h>)'),
  // half past four, ten to nine in the evening, quarter of five pm, half four
  sticky(
    `(?<share>half|(?:a )?quarter|\\d{1,2}|${PARTS})(?: min(?:ute)?s?)? (?<way>past|after|to|till|before|of) (?:(?<named>noon|midnight)\\b|${HOUR}(?!\\d|:)(?=\\b|[aph]\\b|[ap]m)(?! ?(?:days?|weeks?|months?|years?|hours?|min))(?:\\s?o['’]?clock|h\\b)?)${HALF}?`,
  ),
  sticky(`(?<share>half) (?<hour>${HOURS})\\b(?! (?:days?|weeks?|months?|years?|hours?|min|of))${HALF}?`),
  sticky('(?:12 )?(?<named>noon|midnight|midday)\\b'),
  // 5 o'clock, three oclock pm, 3ish pm, 9a, 3 in the morning
  sticky(`${HOUR}(?<hourly>)(?:\\s?o['’]?\\s?clock\\b)(?:${HALF})?`),
  sticky(`${HOUR}${ISH}${HALF}`),
  // six fifteen p.m., 5 30 pm
  sticky(`${HOUR} (?<minutes>[0-5]\\d\\b|${PARTS})(?:${HALF})`),
  sticky('(?<hour>[01]?\\d|2[0-4])(?<minute>[0-5]\\d) ?(?:hrs?|hours)\\b'),
  sticky('(?<hour>\\d{1,2})(?<ish> ?-?ish\\b)'),
  sticky('(?<named>noon)(?=ish\\b)(?<ish>ish)'),
];
/** After a word that expects a time, "at seven twenty", "from 3", "around 1045". */
const BARE_FORMS: readonly RegExp[] = [
  sticky(
    `(?<hour>\\d{1,2})\\.(?<minute>[0-5]\\d)(?![\\d.%])(?! ?(?:hours?|hrs?|min|miles|km|million|billion))`,
  ),
  sticky(`(?<hour>[01]?\\d|2[0-3])(?<minute>[0-5]\\d)(?!\\d)${ISH}(?:${HALF})?`),
  sticky(`${HOUR} (?<minutes>[0-5]\\d\\b|${PARTS}\\b)${ISH}(?:${HALF})?`),
  sticky(`(?<hour>\\d{1,2}|(?:${HOURS})\\b)(?![\\d:/]|[.,]\\d|-\\d|th\\b|st\\b|nd\\b|rd\\b|%)`),
];
/** The first of two, "3-4 pm", "between 5 and 7". */
const FIRST_FORMS: readonly RegExp[] = [
  ...BARE_FORMS.slice(0, 3),
  sticky(
    `(?<hour>\\d{1,2}|(?:${HOURS})\\b)(?=\\s?(?:[-–—~]|to\\b|unt?ill?\\b|till?\\b|through\\b|thru\\b|and\\b))`,
  ),
];
/** What a bare number may not be followed by when it is a time. */
const COUNTS =
  /^(?:[\p{L}]|['’]| ?(?:of|more|other|or so|people|percent|th|st|nd|rd|min(?:ute)?s?|hours?|hrs?|sec(?:ond)?s?|days?|weeks?|months?|years?|weekends?|nights?|quarters?|decades?|fold|times|miles|km|dollars|euros|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|upcoming|next|past|last|business|working|and (?:a )?half|[/.-] ?\d))/iu;
const BETWEEN = /\s*(?:[-–—~]|\bto\b|\bunt?ill?\b|\btill?\b|\bthrough\b|\bthru\b|\band\b)\s*/iy;
const LEAD = /(?:^|[\s(])(?:at|@|around|about|approximately|by|from|between|from around)\s*$/i;
const RANGE_LEAD = /(?:^|\s)(?:from|between)\s+$/i;

/**
 * The times of day of a short text, in order, none overlapping.
 * @param text at most a few hundred characters: every word is tried as the beginning of a time.
 */
export function spokenClocks(text: string): SpokenClock[] {
  const found: SpokenClock[] = [];
  const starts = /[\p{L}\d]+/gu;
  for (let word = starts.exec(text); word; word = starts.exec(text)) {
    const at = word.index;
    if (/[$£€#.,/:_+\d-]$/.test(text.slice(0, at)) && !/(?:[-–] ?|at-|\s)$/.test(text.slice(0, at))) continue;
    if (/\d[-–/.]$/.test(text.slice(0, at))) continue;
    const lead = text.slice(Math.max(0, at - 24), at);
    const clock = clockAt(text, at, lead);
    if (!clock) continue;
    found.push(clock);
    starts.lastIndex = clock.end;
  }
  return found;
}

interface Parsed {
  readonly time: Time;
  readonly end: number;
  readonly half: 'am' | 'pm' | null;
}

function clockAt(text: string, at: number, lead: string): SpokenClock | null {
  const clear = timeAt(text, at, FORMS, lead);
  const bareOk = LEAD.test(lead);
  const ahead = RANGE_AHEAD.test(text.slice(at, at + 24));
  const first =
    clear ?? (ahead ? timeAt(text, at, FIRST_FORMS, '') : null) ?? (bareOk ? bareAt(text, at) : null);
  if (!first) return null;
  BETWEEN.lastIndex = first.end;
  const joint = BETWEEN.exec(text);
  if (joint && (clear || RANGE_LEAD.test(lead) || /[-–]/.test(joint[0]) || !bareOk)) {
    const from = first.end + joint[0].length;
    const and = /and/i.test(joint[0]) && !/between\s+$/i.test(lead);
    const clearEnd = and ? null : timeAt(text, from, FORMS, '');
    const second = clearEnd ?? (and ? null : bareAt(text, from));
    if (second && (clear || clearEnd || /(?:from|between)\s+$/i.test(lead)))
      return {
        start: at,
        end: second.end,
        ...stretch(first, second),
        bare: !clear && !clearEnd,
      };
  }
  if (!clear && (!bareOk || ahead)) {
    const alone = bareOk ? bareAt(text, at) : null;
    if (!alone || /(?:between|about|by|from)\s+$/i.test(lead)) return null;
    return { start: at, end: alone.end, from: alone.time, to: null, bare: true };
  }
  // "from 5" or "between 5" needs its other end or a word that makes it a time.
  if (!clear && /(?:between|about|by|from)\s+$/i.test(lead)) return null;
  return { start: at, end: first.end, from: first.time, to: null, bare: !clear };
}

/** "3 to 4 pm", "1-2:30": a bare number in front of a clear time. */
const RANGE_AHEAD = /^\w{1,6} ?(?:[-–—]|to|until|till|and) ?[\w:.]+/i;

const bareAt = (text: string, at: number): Parsed | null => {
  const parsed = timeAt(text, at, BARE_FORMS, '');
  return parsed && !COUNTS.test(text.slice(parsed.end, parsed.end + 12)) ? parsed : null;
};

function timeAt(text: string, at: number, forms: readonly RegExp[], lead: string): Parsed | null {
  for (const form of forms) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (!match) continue;
    const groups = match.groups ?? {};
    // "in 2h", "1/2h" are lengths
    if (groups.h !== undefined && /(?:\b(?:in|for|within|after|last|next|every)\s+|\/)$/i.test(lead))
      continue;
    if (/^\d/.test(match[0]) && /^\d/.test(text.slice(form.lastIndex))) continue;
    const parsed = timeOf(groups, match[0]);
    if (parsed) return { ...parsed, end: form.lastIndex - (/\s$/.test(match[0]) ? 1 : 0) };
  }
  return null;
}

const countedBy = (words: string): number | undefined => {
  if (/^\d/.test(words)) return Number.parseInt(words, 10);
  const parts = words.toLowerCase().split(/[- ]/).map(numberOf);
  return parts.includes(undefined) ? undefined : parts.reduce((sum: number, part) => sum + part!, 0);
};

function timeOf(groups: Record<string, string | undefined>, words: string): Omit<Parsed, 'end'> | null {
  const half = halfOf(groups);
  const named = groups.named?.toLowerCase();
  const hour = named ? (named === 'midnight' ? 0 : 12) : countedBy(groups.hour ?? '');
  const share = groups.share?.toLowerCase();
  let minute = 0;
  if (groups.minute !== undefined) minute = Number(groups.minute);
  else if (groups.minutes !== undefined) minute = countedBy(groups.minutes) ?? 60;
  else if (share !== undefined)
    minute = share === 'half' ? 30 : share.includes('quarter') ? 15 : (countedBy(share) ?? 60);
  if (hour === undefined || hour > 24 || minute > 59) return null;
  if (half && hour > 12 && half === 'am') return null;
  const before = /^(?:to|till|before|of)$/i.test(groups.way ?? '');
  // "ten to four" is a stretch of numbers unless something says minutes.
  const digits = /^\d/.test(share ?? '');
  const round = minute > 12 && minute % 5 === 0;
  if (before && digits && groups.way?.toLowerCase() === 'to' && !round && !/min/i.test(words)) return null;
  let minutes = hour * 60 + (before ? -minute : minute);
  if (half === 'pm' && hour < 12) minutes += 720;
  // "twelve at night", "12 a.m."
  if ((half === 'am' || groups.night) && hour === 12) minutes -= 720;
  const hourOnly =
    groups.minute === undefined &&
    groups.minutes === undefined &&
    share === undefined &&
    groups.h === undefined;
  return {
    time: {
      minutes: ((minutes % 1440) + 1440) % 1440,
      ...(groups.second === undefined ? {} : { second: Number(groups.second) }),
      hourOnly,
      sure:
        half !== null ||
        named !== undefined ||
        hour > 12 ||
        hour === 0 ||
        /^0\d/.test(words) ||
        groups.h !== undefined,
    },
    half,
  };
}

function halfOf(groups: Record<string, string | undefined>): 'am' | 'pm' | null {
  const letter = (groups.ap ?? groups.p)?.toLowerCase();
  if (letter) return letter === 'p' ? 'pm' : 'am';
  const part = groups.part?.toLowerCase();
  if (part) return part === 'am' || part === 'morning' ? 'am' : 'pm';
  return groups.night ? 'pm' : null;
}

/** Of "3 to 5 pm" both are in the afternoon; of "11:30 to 1:30" the second is past noon. */
function stretch(first: Parsed, second: Parsed): { from: Time; to: Time } {
  let from = first.time;
  let to = second.time;
  const later = (time: Time): Time => ({ ...time, minutes: (time.minutes + 720) % 1440, sure: true });
  if (second.half === 'pm' && !from.sure) {
    const moved = later(from);
    from = moved.minutes < to.minutes ? moved : { ...from, sure: true };
  } else if (second.half === 'am' && !from.sure) from = { ...from, sure: true };
  if (!to.sure && from.minutes > to.minutes && to.minutes < 720) to = later(to);
  else if (first.half === 'pm' && !to.sure && to.minutes < 720) to = later(to);
  return { from, to };
}
