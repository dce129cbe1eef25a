import { spokenDays } from './askedDays.ts';
import { amountsOf, isLength, joinLengths, someAre } from './askedLengths.ts';
import { joinParts, partsOfDay } from './askedParts.ts';
import type { Found } from './find.ts';
import type { Said } from './pattern.ts';

/**
 * What only a request or a note to oneself means: "in two days" is a day there, of a history it is how long something
 * took; "in the evening" asks for one, "a few minutes" are about three.
 * @param found what was found in the text, in order, none overlapping.
 * @param asks it looks ahead; of what is told, a few minutes stay a few.
 */
export function hearRequest(text: string, found: readonly Found[], asks: boolean): Found[] {
  const amounts = replacing(found, amountsOf(text, found));
  const days = spokenDays(text, amounts, asks);
  const parts = replacing(days, partsOfDay(text, days));
  return joinLengths(
    text,
    joinParts(
      text,
      parts.map((each) => (asks ? someAre(text, each) : each)),
    ),
  );
}

/** Both in order; of two that overlap the second kind stays. */
function replacing(found: readonly Found[], others: readonly Found[]): Found[] {
  const rest = found.filter(
    (each) => !others.some((other) => each.start < other.end && other.start < each.end),
  );
  return [...rest, ...others].sort((a, b) => a.start - b.start);
}

/**
 * What is counted from now or from a date or time beside it: "in an hour", "three days from today", "15 minutes after
 * 2 pm", "from 4 pm for an hour". After the times of day are known.
 */
export function countOn(text: string, found: readonly Found[], asks: boolean): Found[] {
  const made: Found[] = [];
  for (let i = found.length - 1; i >= 0; i--) {
    const each = asks ? ahead(text, found[i]!) : found[i]!;
    const { said } = each;
    const next = made[0];
    const between = next ? text.slice(each.end, next.start) : '';
    const now = isLength(said) ? /^ (?:from|after) (?:right )?now\b/i.exec(text.slice(each.end)) : null;
    const way = /^,? (from|after|before) (?:the )?(?:right )?$/i.exec(between)?.[1]?.toLowerCase();
    const ago = isLength(said) ? /^ ago\b/i.exec(text.slice(each.end)) : null;
    if (ago) {
      made.unshift({ ...each, end: each.end + ago[0].length, said: shiftOf(said, 'speech', -1) });
    } else if (now) {
      const end = each.end + now[0].length;
      while (made[0] && made[0].start < end) made.shift();
      made.unshift({ ...each, end, said: shiftOf(said) });
    } else if (next && way && (isLength(said) || isAhead(said)) && countsFrom(said, next.said)) {
      const shift = shiftOf(said, 'within', way === 'before' ? -1 : 1);
      made[0] = { ...each, end: next.end, said: { ...shift, within: next.said } };
    } else if (next && /^,? for (?:about )?$/i.test(between) && lastsWithinDay(said, next.said)) {
      const clock = said.clock! + next.said.count! * MINUTES[next.said.unit!]!;
      made[0] = {
        ...each,
        end: next.end,
        said: { ...said, hourOnly: false, until: { clock: clock % 1440, hourOnly: false } },
      };
    } else if (next && /^(?: at |,? )$/i.test(between) && said.type === 'SET' && isClock(next.said)) {
      made[0] = {
        ...each,
        end: next.end,
        said: { type: 'SET', set: `${daysOf(said.set!)}${clockOf(next.said)}` },
      };
    } else if (
      next &&
      isWeekday(said) &&
      /^,? $/.test(between) &&
      (next.said.count ?? null) !== null &&
      next.said.from !== undefined
    ) {
      // "Monday two weeks from now": in the week of that day
      made[0] = {
        ...each,
        end: next.end,
        said: { ...said, within: { type: 'DATE', unit: 'week', within: next.said } },
      };
    } else if (
      next &&
      isWeekday(next.said) &&
      /^ on $/.test(between) &&
      typeof said.count === 'number' &&
      said.from !== undefined
    ) {
      made[0] = {
        ...each,
        end: next.end,
        said: { ...next.said, within: { type: 'DATE', unit: 'week', within: said } },
      };
    } else if (
      next &&
      said.weekday !== undefined &&
      said.day === undefined &&
      /^,? (?:the )?$/.test(between) &&
      isPrinted(next.said)
    ) {
      // "Friday 7/6": the weekday helps with the year, not more
      made[0] = {
        ...each,
        end: next.end,
        said: said.step === undefined ? { ...next.said, weekday: said.weekday } : next.said,
      };
    } else if (next && isPrinted(said) && isWeekday(next.said) && /^,? $/.test(between)) {
      made[0] = { ...each, end: next.end, said: { ...said, weekday: next.said.weekday! } };
    } else if (
      next &&
      said.unit === 'day' &&
      said.step === 0 &&
      between === ' ' &&
      isAhead(next.said) &&
      isShort(next.said)
    ) {
      made[0] = { ...next, start: each.start };
    } else made.unshift(each);
  }
  return made;
}

const isWeekday = (said: Said) =>
  said.type === 'DATE' &&
  said.weekday !== undefined &&
  said.day === undefined &&
  said.step === undefined &&
  said.within === undefined &&
  said.month === undefined;
const isPrinted = (said: Said) =>
  said.month !== undefined && said.day !== undefined && said.weekday === undefined;

const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60 };
const isClock = (said: Said) =>
  said.type === 'TIME' &&
  said.clock !== undefined &&
  !said.until &&
  said.day === undefined &&
  said.weekday === undefined &&
  said.unit === undefined &&
  said.holiday === undefined;
/** Every day at five is every T17. */
const daysOf = (set: string) => (set === 'P1D' ? '' : set);
const clockOf = ({ clock = 0, hourOnly }: Said) => {
  const two = (n: number) => String(n).padStart(2, '0');
  return `T${two(Math.floor(clock / 60) % 24)}${hourOnly ? '' : `:${two(clock % 60)}`}`;
};

const lastsWithinDay = (said: Said, length: Said) =>
  said.clock !== undefined && !said.until && isLength(length) && MINUTES[length.unit!] !== undefined;

/** "in two days", "in about an hour", "in 15 minutes". */
function ahead(text: string, each: Found): Found {
  const { said, start } = each;
  const lead = isLength(said)
    ? /\bin (?:about |around |just )?$/i.exec(text.slice(Math.max(0, start - 10), start))
    : null;
  return lead ? { ...each, start: start - lead[0].length, said: shiftOf(said) } : each;
}

const isShort = (said: Said) => said.unit === 'hour' || said.unit === 'minute' || said.unit === 'second';
const isAhead = (said: Said) => typeof said.count === 'number' && said.from === 'speech' && said.step === 1;

const shiftOf = (said: Said, from: 'speech' | 'within' = 'speech', step = 1): Said => ({
  type: isShort(said) ? 'TIME' : 'DATE',
  unit: said.unit!,
  count: said.count!,
  step,
  from,
});

/** Hours count from a time, days and more from a day. */
function countsFrom(length: Said, anchor: Said): boolean {
  if (isShort(length)) return anchor.clock !== undefined && !anchor.until;
  return (
    anchor.type === 'DATE' &&
    (anchor.day !== undefined ||
      anchor.weekday !== undefined ||
      anchor.holiday !== undefined ||
      (anchor.unit === 'day' && anchor.step !== undefined))
  );
}
