import type { Found } from './find.ts';
import type { Said } from './pattern.ts';

const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:[a-z]{1,7})?\\.?';
/** Days from one to another, or several: Mon–Fri, Tu-Su, Sat & Sun, Mondays. */
const DAYS = `(?:${DAY}\\s?(?:[-–—&/,]|to|through|and)\\s?${DAY}|\\p{Lu}\\p{Ll}+days)`;
/** What a timetable or a door says before its hours. */
const HOURS = new RegExp(
  `(?:\\b(?:open|opens|opening times|opening hours|business hours|office hours|hours|daily|every day|each day|weekdays|weekends|except)\\b|\\b${DAYS})[^.!?\\n]{0,24}$`,
  'u',
);
/** Hours on both sides: 08:00-16:30, 9 am to 5 pm. */
const UNTIL = /^ ?(?:[-–—]|to|until|till) ?\d/;

/**
 * Times of day that hold for every day, or for some days of every week: those of a shop's door and of a timetable. They
 * have no place on the calendar.
 */
export function recurring(text: string, found: readonly Found[]): Found[] {
  let before: Found | null = null;
  return found.map((each) => {
    const { said } = each;
    const dated = said.month !== undefined || said.year !== undefined || said.step !== undefined;
    if (said.type !== 'TIME' || said.clock === undefined || said.within || dated) {
      before = null;
      return each;
    }
    const words = text.slice(each.start, each.end);
    const lead = text.slice(Math.max(0, each.start - 60), each.start) + /^\D*/.exec(words)![0];
    // The second of "08:00-16:30" and what stands beside it is of the same kind.
    const follows = before !== null && each.start - before.end < 4;
    const spans = UNTIL.test(text.slice(each.end, each.end + 6)) || /\d ?[-–—] ?\d/.test(words);
    const weekly = said.weekday !== undefined && spans && !/\bon\s/i.test(lead.slice(-14));
    const recurs: boolean = weekly || follows || (said.weekday === undefined && HOURS.test(lead));
    const made = recurs ? { ...each, said: setOf(said) } : each;
    before = recurs ? made : null;
    return made;
  });
}

const two = (n: number) => String(n).padStart(2, '0');

function setOf({ weekday, clock = 0, hourOnly }: Said): Said {
  const day = weekday === undefined ? '' : `XXXX-WXX-${((weekday + 6) % 7) + 1}`;
  const time = `T${two(Math.floor(clock / 60) % 24)}${hourOnly ? '' : `:${two(clock % 60)}`}`;
  return { type: 'SET', set: day + time };
}
