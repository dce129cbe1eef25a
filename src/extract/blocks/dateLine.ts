const MONTH =
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|' +
  'oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?|' +
  'январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]';
const WEEKDAY =
  'mon(?:day|\\.)?|tue(?:s|sday|\\.)?|wed(?:nesday|\\.)?|thu(?:r|rs|rsday|\\.)?|fri(?:day|\\.)?|sat(?:urday|\\.)?|sun(?:day|\\.)?';
const YEAR = "(?:1\\d|20)\\d\\d(?:s|[-–—/]\\d\\d)?|[’'‘]?\\d0s|\\d{1,4}(?=\\s?(?:bce?|ce|ad)\\b)";
const FEAST =
  "christmas(?: (?:eve|day))?|new year(?:['’]s)?(?: (?:eve|day))?|boxing day|easter(?: (?:sunday|monday))?|good friday|thanksgiving(?: day)?|halloween|ramadan|whitsun|midsummer|martinmas|michaelmas";
const NAMED = `(?:${FEAST}|${MONTH}|${WEEKDAY}|${YEAR}|spring|summer|autumn|fall|winter|q[1-4]|\\d{1,2}(?:st|nd|rd|th)[- ]century|\\p{L}+(?:teenth|tieth|first|second) century|century|centuries|decade)`;
const SMALL =
  '(?:\\d{1,2}(?:st|nd|rd|th)?|the|of|to|and|until|till|through|from|since|early|mid|late|week|first|second|third|fourth|half|quarter|bce?|ce|ad|a\\.d\\.|b\\.c\\.|a\\.m\\.|p\\.m\\.|am|pm|present|today|now|circa|ca\\.|c\\.|about|around|г\\.?|года?)';
const NUMERIC =
  '(?:\\d{4}-\\d{1,2}(?:-\\d{1,2})?|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d\\d)|\\d{4}[./]\\d{1,2}[./]\\d{1,2}|\\d{1,2}:\\d\\d(?::\\d\\d)?|\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?|\\d{1,2}月(?:\\d{1,2}日)?)';
const TOKEN = new RegExp(`(?:${NUMERIC}|${NAMED}|${SMALL})(?![\\p{L}\\p{N}])`, 'iuy');
const SEPARATOR = /[\s,–—/&()+|-]+|\.(?=\s)/uy;
const NAMES_TIME = new RegExp(
  `^(?:${NAMED}|\\d{4}-\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{4}[./]\\d|\\d+[年月])`,
  'iu',
);

/**
 * Whether a line says nothing but a date or a period: `14-16 May`, `Thursday, 3 June 1998`, `1969`, `The 1990s`,
 * `Spring 2001`, `44 BC`, `2024-05-16`, `1969–1985`, `since 1991`. A colon may close it; a number alone counts as
 * a year from 1000 to 2099.
 * @param line without white space around it. Anything over 48 characters is not a date line.
 */
export function isDateLine(line: string): boolean {
  let start = 0;
  let end = line.length;
  while (start < end && isTrimmed(line[start]!, '#')) start++;
  while (end > start && isTrimmed(line[end - 1]!, ':')) end--;
  if (end - start > 48 || end - start <= 2) return false;
  const clean = line.slice(start, end);
  return dateHead(clean) === clean.length;
}

/** White space, a mark of emphasis, or the other mark. Character by character: a line may be megabytes long. */
const isTrimmed = (char: string, mark: string): boolean =>
  char === ' ' || char === '*' || char === '_' || char === mark || /\s/.test(char);

/**
 * Length of the date or period with which a line begins, 0 where it begins with none: 15 of `4 February 2022: talks`.
 * Small words at its end are not counted.
 */
export function dateHead(line: string): number {
  let at = 0;
  let named = false;
  let counted = 0;
  for (let tokens = 0; tokens < 12 && at < line.length; tokens++) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(line)?.[0];
    if (!token) break;
    at += token.length;
    const names = NAMES_TIME.test(token);
    named ||= names;
    if (names || /\d|present|today|now|^bce?$|^ce$|^ad$|b\.c|a\.d|quarter|half|[ap]\.?m|^г/i.test(token))
      counted = at;
    SEPARATOR.lastIndex = at;
    const gap = SEPARATOR.exec(line)?.[0] ?? '';
    if (gap === '' || at + gap.length >= line.length) {
      if (/^[-–—.)\s]+$/.test(gap) && counted === at) counted = at + gap.length;
      break;
    }
    at += gap.length;
  }
  return named ? Math.min(counted, line.length) : 0;
}
