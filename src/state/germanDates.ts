/**
 * A date in German words as the reader of dates has them, which reads English: `Ende März 2021` as `late March 2021`.
 * What is no German word of time stays as it is, so that English comes out as it went in. O(words).
 */
export function inEnglish(words: string): string {
  let text = ` ${words.trim().replace(/\s+/g, ' ')} `;
  for (const [german, english] of PHRASES) text = text.replace(german, english);
  return text.trim().replace(/\s+/g, ' ');
}

const MONTHS: Readonly<Record<string, string>> = {
  'januar|jänner|jän': 'January',
  'februar|feber': 'February',
  'märz|mär': 'March',
  mai: 'May',
  juni: 'June',
  juli: 'July',
  'oktober|okt': 'October',
  'dezember|dez': 'December',
};

const DAYS: Readonly<Record<string, string>> = {
  montag: 'Monday',
  dienstag: 'Tuesday',
  mittwoch: 'Wednesday',
  donnerstag: 'Thursday',
  freitag: 'Friday',
  'samstag|sonnabend': 'Saturday',
  sonntag: 'Sunday',
};

const WORDS: Readonly<Record<string, string>> = {
  karfreitag: 'Good Friday',
  ostersonntag: 'Easter Sunday',
  ostermontag: 'Easter Monday',
  ostern: 'Easter',
  'christi himmelfahrt|himmelfahrt': 'Ascension Day',
  'pfingstsonntag|pfingsten': 'Whitsun',
  heiligabend: 'Christmas Eve',
  weihnachten: 'Christmas',
  silvester: "New Year's Eve",
  neujahr: "New Year's Day",
  vorgestern: 'two days ago',
  gestern: 'yesterday',
  heute: 'today',
  'frühjahrs?|frühlings?': 'spring',
  'sommers?': 'summer',
  'herbst(?:es)?': 'autumn',
  'winters?': 'winter',
  'jahrhunderts?|jh\\.?': 'century',
  'jahrtausends?|jt\\.?': 'millennium',
  'quartals?': 'quarter',
  'halbjahrs?': 'half',
  hälfte: 'half',
  'drittels?': 'third',
  'erste[nrsm]?': 'first',
  'zweite[nrsm]?': 'second',
  'dritte[nrsm]?': 'third',
  'vierte[nrsm]?': 'fourth',
  'letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?': 'last',
  'nächste[nrsm]?|kommende[nrsm]?': 'next',
  'frühe[nrsm]?': 'early',
  'späte[nrsm]?': 'late',
  'tage?n?': 'days',
  wochen: 'weeks',
  woche: 'week',
  'monate?n?': 'months',
  'monats?': 'month',
  'jahre?n?': 'years',
  'jahrs?': 'year',
  'ein(?:e[mnr]?)?': 'one',
  zwei: 'two',
  drei: 'three',
  vier: 'four',
  fünf: 'five',
  sechs: 'six',
  sieben: 'seven',
  acht: 'eight',
  neun: 'nine',
  zehn: 'ten',
  zwischen: 'between',
  von: 'from',
  vom: 'from',
  bis: 'to',
  und: 'and',
  vor: 'before',
  nach: 'after',
  'seit|ab': 'since',
  'um|etwa|gegen|ungefähr|zirka': 'about',
  'vermutlich|wohl|wahrscheinlich|vielleicht|angeblich|möglicherweise': 'perhaps',
};

/** A word of its own; `\b` knows no letters but English ones. */
const word = (alternatives: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${alternatives})(?![\\p{L}\\d])`, 'giu');

const ARTICLE = '(?:de[rnms]|die|das|dem|eines)';
const MONTH = '(?:jan|jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)\\p{L}*';

/** In this order: what is said with several words before what it is said with. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  // Eras.
  [/v\. ?(?:Chr|u\. ?Z)\.?/giu, 'BC'],
  [/n\. ?(?:Chr|u\. ?Z)\.?/giu, 'AD'],
  // Weeks by their number: `KW 14 2021`, `14. KW 2021`.
  [/(?:KW|Kalenderwoche) ?(\d{1,2})[ /.]+(\d{4})/giu, 'week $1 of $2'],
  [/(\d{1,2})\. ?(?:KW|Kalenderwoche) (?:des Jahres )?(\d{4})/giu, 'week $1 of $2'],
  [/(?:in der )?woche (?:vom|ab(?: dem)?|um den)(?= \d)/giu, 'week of'],
  [new RegExp(`woche (?:im|des)(?= ${MONTH})`, 'giu'), 'week of'],
  // Decades, centuries, parts of a year by their number.
  [/(\d{3}0)er(?: jahren?)?(?!\p{L})/giu, '$1s'],
  [/(\d{1,2})\. ?(?=(?:jahrhundert|jahrtausend|jh\b|jt\b))/giu, '$1th '],
  ...['erstes', 'zweites', 'drittes', 'viertes'].map((ordinal, i): readonly [RegExp, string] => [
    new RegExp(`${i + 1}\\. ?(?=(?:quartal|halbjahr|hälfte|drittel))`, 'giu'),
    `${ordinal} `,
  ]),
  [/(quartals?|halbjahrs?|hälfte|drittels?) (?:von |des jahres )?(?=\d{4})/giu, '$1 of '],
  [/des jahres (?=\d{4})/giu, ''],
  // `3. Mai`, `3. bis 5. Mai`, `3.–5. Mai`: an English day has no point.
  [new RegExp(`(\\d{1,2})\\.(?= ?(?:${MONTH}|bis |und |[–—-]))`, 'giu'), '$1 '],
  [new RegExp(`(?<=[–—-] ?|bis |und )(\\d{1,2})\\.(?= ?${MONTH})`, 'giu'), '$1'],
  // Parts of what follows.
  [new RegExp(`anfang (?:${ARTICLE} )?`, 'giu'), 'early '],
  [new RegExp(`mitte (?:${ARTICLE} )?`, 'giu'), 'mid-'],
  [new RegExp(`ende (?:${ARTICLE} )?`, 'giu'), 'late '],
  [/früh(?=sommer|herbst|winter)/giu, 'early '],
  [/spät(?=sommer|herbst|winter)/giu, 'late '],
  [/hoch(?=sommer)/giu, 'mid-'],
  [/vor (\p{L}+|\d+) (?=(?:tagen?|wochen?|monate?n?|jahre?n?)(?!\p{L}))(\p{L}+)/giu, '$1 $2 ago'],
  [/ca\./giu, 'about'],
  ...[MONTHS, DAYS, WORDS].flatMap((table) =>
    Object.entries(table).map(([german, english]): readonly [RegExp, string] => [
      word(table === MONTHS ? `(?:${german})\\.?` : german),
      english,
    ]),
  ),
  [/ Uhr(?= |$)/giu, ''],
  // Articles and what leads to a date say nothing of it. `am` behind a number is an hour.
  [
    new RegExp(
      `(?<=^ |(?:to|and|from|before|after|since|of|about|perhaps|half|third|quarter) )(?:am|im|in ${ARTICLE}|in|zu|zum|zur|an|${ARTICLE}) `,
      'giu',
    ),
    '',
  ],
  [new RegExp(` ${ARTICLE} (?=late |early |mid-|\\d)`, 'giu'), ' '],
];
