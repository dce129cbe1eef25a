import { type Days, toDays, weekdayOf } from '../../model/days.ts';
import { type HinduRule, hinduDay } from './hinduCalendar.ts';

/** A feast that no fixed day of the common calendar holds: its day in a year, and how many days it lasts. */
export interface MovingFeast {
  /** Spellings in lower case, `|` between them. */
  readonly names: string;
  readonly day: (year: number) => Days | null;
  readonly days: number;
}

type Calendar = 'hebrew' | 'islamic-umalqura' | 'chinese';

/** Before the Gregorian calendar, and far ahead, such days would be a guess. */
const [FIRST_YEAR, LAST_YEAR] = [1583, 2199];
const feast = (names: string, day: MovingFeast['day'], days = 1): MovingFeast => ({
  names,
  day: (year) => (year < FIRST_YEAR || year > LAST_YEAR ? null : day(year)),
  days,
});
/** The day that other calendars call by this month and day; of a Jewish feast the day itself, not the eve it begins on. */
const on =
  (calendar: Calendar, month: string, day: number, shift = 0) =>
  (year: number) => {
    const found = dayIn(calendar, year, month, day);
    return found === null ? null : found + shift;
  };
const hindu =
  (rule: HinduRule, shift = 0) =>
  (year: number) => {
    const day = hinduDay(rule, year);
    return day === null ? null : day + shift;
  };
/** Eastern Easter: Meeus' rule for the Julian calendar, moved to the Gregorian one. */
const easternEaster =
  (shift = 0) =>
  (year: number) => {
    const d = (19 * (year % 19) + 15) % 30;
    const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const month = Math.floor((d + e + 114) / 31);
    const day = ((d + e + 114) % 31) + 1;
    const ahead = Math.floor(year / 100) - Math.floor(year / 400) - 2;
    return toDays(year, month, day) + ahead + shift;
  };

const CHAITRA = 1;
const VAISAKHA = 2;
const ASHADHA = 4;
const SHRAVANA = 5;
const BHADRAPADA = 6;
const ASHVINA = 7;
const KARTIKA = 8;
const PAUSHA = 10;
const MAGHA = 11;
const PHALGUNA = 12;
const tithi = (month: number, day: number, hour = 6): HinduRule => ({
  kind: 'tithi',
  month,
  tithi: day,
  hour,
});
const entry = (longitude: number): HinduRule => ({ kind: 'entry', longitude, hour: 18 });

export const MOVING_FEASTS: readonly MovingFeast[] = [
  feast('orthodox easter sunday|orthodox easter', easternEaster()),
  feast('orthodox good friday|orthodox great friday', easternEaster(-2)),
  feast('orthodox easter monday', easternEaster(1)),
  feast('orthodox palm sunday', easternEaster(-7)),

  feast('rosh hashanah|rosh hashana|rosh hashanna', on('hebrew', 'Tishri', 1), 2),
  feast('yom kippur|day of atonement', on('hebrew', 'Tishri', 10)),
  feast('sukkot|succot|sukkoth|feast of tabernacles', on('hebrew', 'Tishri', 15), 7),
  feast('shemini atzeret', on('hebrew', 'Tishri', 22)),
  feast('simchat torah|simhat torah', on('hebrew', 'Tishri', 23)),
  feast('hanukkah|hanukah|chanukah|hanukka|chanukkah|festival of lights', on('hebrew', 'Kislev', 25), 8),
  feast('tu bishvat|tu bshevat', on('hebrew', 'Shevat', 15)),
  feast('purim', on('hebrew', 'Adar', 14)),
  feast('shushan purim', on('hebrew', 'Adar', 15)),
  feast('passover|pesach|pesah', on('hebrew', 'Nisan', 15), 8),
  feast("lag baomer|lag b'omer", on('hebrew', 'Iyar', 18)),
  feast('shavuot|shavuos', on('hebrew', 'Sivan', 6), 2),
  feast("tisha b'av|tisha bav", on('hebrew', 'Av', 9)),

  feast('islamic new year|hijri new year', on('islamic-umalqura', '1', 1)),
  feast('day of ashura', on('islamic-umalqura', '1', 10)),
  feast(
    "mawlid al-nabi|mawlid al-nabawi|mawlid|milad un nabi|prophet's birthday",
    on('islamic-umalqura', '3', 12),
  ),
  feast("isra and mi'raj|isra and miraj|isra' and mi'raj", on('islamic-umalqura', '7', 27)),
  feast('ramadan|ramazan|ramadhan', on('islamic-umalqura', '9', 1), 30),
  feast(
    'laylat al-qadr|laylat al qadr|laylat al kadr|laylat al-kadr|night of power',
    on('islamic-umalqura', '9', 27),
  ),
  feast("jamat ul-vida|jumu'atul-wida", (year) => {
    const end = dayIn('islamic-umalqura', year, '10', 1);
    return end === null ? null : end - 1 - ((weekdayOf(end - 1) - 5 + 7) % 7);
  }),
  feast(
    'eid al-fitr|eid al fitr|eid ul-fitr|eid ul fitr|eid-ul-fitr|id al-fitr',
    on('islamic-umalqura', '10', 1),
  ),
  feast(
    'eid al-adha|eid al adha|eid ul-adha|eid ul adha|eid-ul-adha|id al-adha|feast of sacrifice|sacrifice feast|feast of the sacrifice',
    on('islamic-umalqura', '12', 10),
  ),

  feast("chinese new years|chinese new year's|chinese new year|lunar new year", on('chinese', '1', 1)),
  feast("chinese new year's eve|lunar new year's eve", on('chinese', '1', 1, -1)),
  feast('dragon boat festival', on('chinese', '5', 5)),
  feast('mid-autumn festival|mid autumn festival', on('chinese', '8', 15)),

  feast('pongal|thai pongal|makar sankranti|makara sankranti|maghi', hindu(entry(270))),
  feast('bogi pandigai|bhogi', hindu(entry(270), -1)),
  feast('mattu pongal', hindu(entry(270), 1)),
  feast('kaanum pongal', hindu(entry(270), 2)),
  feast('vaisakhi|baisakhi|vasakhi', hindu(entry(0))),
  feast('onam|thiruvonam', hindu({ kind: 'star', sun: 120, from: 280, hour: 6 })),
  feast('ugadi|yugadi|gudi padwa|chaitra sukladi', hindu(tithi(CHAITRA, 1))),
  feast('rama navami|ram navami', hindu(tithi(CHAITRA, 9, 12))),
  feast('mahavir jayanti|mahavira jayanti', hindu(tithi(CHAITRA, 13))),
  feast('hanuman jayanti', hindu(tithi(CHAITRA, 15))),
  feast('akshaya tritiya', hindu(tithi(VAISAKHA, 3, 9))),
  feast('buddha purnima|buddha jayanti|vesak|wesak', hindu(tithi(VAISAKHA, 15))),
  feast('ratha yatra|rath yatra|ratha-yatra', hindu(tithi(ASHADHA, 2))),
  feast('guru purnima', hindu(tithi(ASHADHA, 15))),
  feast('raksha bandhan|rakhi', hindu(tithi(SHRAVANA, 15, 9))),
  feast('krishna janmashtami|janmashtami|gokulashtami', hindu(tithi(SHRAVANA, 23, 24))),
  feast('ganesh chaturthi|vinayaka chaturthi', hindu(tithi(BHADRAPADA, 4, 12))),
  feast('navaratri|navratri|navarathri', hindu(tithi(ASHVINA, 1)), 9),
  feast('dussehra|dasara|vijayadashami|dashera', hindu(tithi(ASHVINA, 10, 14))),
  feast(
    'valmiki jayanti|maharishi valmiki jayanti|pargat diwas|sharad purnima',
    hindu(tithi(ASHVINA, 15, 12)),
  ),
  feast('karva chauth|karwa chauth', hindu(tithi(ASHVINA, 19, 20))),
  feast('dhanteras|dhanatrayodashi', hindu(tithi(ASHVINA, 28, 18))),
  feast('kali chaudas|naraka chaturdashi|choti diwali', hindu(tithi(ASHVINA, 29, 24))),
  feast('diwali|deepavali|divali|deepawali|lakshmi puja|laxmi puja', hindu(tithi(ASHVINA, 30, 18))),
  feast('govardhan puja', hindu(tithi(KARTIKA, 1, 9))),
  feast('bhai dooj|bhaiya dooj', hindu(tithi(KARTIKA, 2, 14))),
  feast('chhath puja|chhath|surya shashthi', hindu(tithi(KARTIKA, 6, 12))),
  feast('guru nanak jayanti|gurpurab', hindu(tithi(KARTIKA, 15))),
  feast('guru gobind singh jayanti|guru govind singh jayanti', hindu(tithi(PAUSHA, 7))),
  feast('vasant panchami|basant panchami|saraswati puja', hindu(tithi(MAGHA, 5, 9))),
  feast(
    'guru ravidas jayanti|guru ravidass jayanti|guru ravidass birthday|guru ravidas birthday',
    hindu(tithi(MAGHA, 15)),
  ),
  feast('maha shivaratri|maha shivratri|mahashivratri|shivaratri', hindu(tithi(MAGHA, 29, 24))),
  feast('holika dahan', hindu(tithi(PHALGUNA, 15, 19))),
  feast('holi|phagwah|dhulandi', hindu(tithi(PHALGUNA, 15, 19), 1)),
];

const FORMATS = new Map<Calendar, Intl.DateTimeFormat>();
/** First days of the other calendar's months that touch a year, by the month's name. */
const YEARS = new Map<string, ReadonlyMap<string, readonly Days[]>>();

/** The day of `year` with this month and day, the first of two; null when there is none or the engine knows no such calendar. */
function dayIn(calendar: Calendar, year: number, month: string, day: number): Days | null {
  const key = `${calendar} ${year}`;
  let months = YEARS.get(key);
  if (!months) {
    months = monthsOfYear(calendar, year);
    YEARS.set(key, months);
  }
  // A leap year has two Adars; the feasts of Adar fall in the second.
  const starts = (month === 'Adar' ? months.get('Adar II') : undefined) ?? months.get(month) ?? [];
  const [from, to] = [toDays(year), toDays(year + 1)];
  const found = starts.map((start) => start + day - 1).find((each) => each >= from && each < to);
  return found === undefined ? null : (found as Days);
}

/** No month is shorter than 29 days, so that a look every ten days sees each; asking the engine is slow. */
const LOOK = 10;

function monthsOfYear(calendar: Calendar, year: number): ReadonlyMap<string, readonly Days[]> {
  let format = FORMATS.get(calendar);
  if (!format) {
    const month = calendar === 'hebrew' ? 'long' : 'numeric';
    format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { timeZone: 'UTC', month, day: 'numeric' });
    FORMATS.set(calendar, format);
  }
  const months = new Map<string, Days[]>();
  if (format.resolvedOptions().calendar !== calendar) return months;
  const last = toDays(year + 1) - 1;
  for (let look = toDays(year); look < last + LOOK; look += LOOK) {
    const day = Math.min(look, last);
    let [month, date] = ['', 1];
    for (const { type, value } of format.formatToParts(day * 86_400_000)) {
      if (type === 'month') month = value;
      else if (type === 'day') date = Number(value);
    }
    const start = (day - date + 1) as Days;
    const starts = months.get(month);
    if (!starts) months.set(month, [start]);
    else if (!starts.includes(start)) starts.push(start);
  }
  return months;
}
