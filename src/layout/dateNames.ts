import { type Days, toCivil } from '../model/days.ts';

/**
 * Short names of months and days in a language of the page, as `Intl` has them. It takes several milliseconds to make one of
 * its formats, in the middle of a zoom; so those that the axis needs are at hand here.
 */
export interface DateNames {
  /** A month that stands alone, from 1. */
  month(month: number): string;
  /** Month and year of a day. @param year in words. */
  monthOfYear(days: Days, year: string): string;
  /** Day, month and year. */
  day(days: Days, year: string, weekday: boolean): string;
}

/** The names of a language, or null where they are to be asked of `Intl`. @param locale BCP 47. */
export const dateNames = (locale: string): DateNames | null => NAMES.get(locale) ?? null;

const english = {
  alone: 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec',
  dated: 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec',
  weekdays: 'Sun Mon Tue Wed Thu Fri Sat',
  dot: '',
};
const german = {
  alone: 'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez',
  dated: 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.',
  weekdays: 'So. Mo. Di. Mi. Do. Fr. Sa.',
  dot: '.',
};

function namesIn(language: typeof english): DateNames {
  const [alone, dated, weekdays] = [language.alone, language.dated, language.weekdays].map((names) =>
    names.split(' '),
  ) as [string[], string[], string[]];
  const { dot } = language;
  return {
    month: (month) => alone[month - 1]!,
    monthOfYear: (days, year) => `${dated[toCivil(days).month - 1]!} ${year}`,
    day(days, year, weekday) {
      const { month, day } = toCivil(days);
      const date = `${day}${dot} ${dated[month - 1]!} ${year}`;
      // The first day of all was a Thursday.
      const ofWeek = (((Math.floor(days) + 4) % 7) + 7) % 7;
      return weekday ? `${weekdays[ofWeek]!}, ${date}` : date;
    },
  };
}

const NAMES = new Map([
  ['en-GB', namesIn(english)],
  ['de', namesIn(german)],
  ['de-DE', namesIn(german)],
]);
