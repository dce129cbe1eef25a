/** Words of dates in languages that the reader of dates does not know, and what they are in English. */
const WORDS: readonly (readonly [pattern: string, english: string])[] = [
  ['(?:mo|di|mi|do|fr|sa|so|lu|ma|me|je|ve|mié|jue|vie|sáb|dom)(?=[.,])', ''],
  ['januar|jänner|janvier|enero|gennaio|janeiro|januari', 'January'],
  ['februar|feber|février|fevrier|febrero|febbraio|fevereiro|februari', 'February'],
  ['märz|maerz|mär|mars|marzo|março|maart', 'March'],
  ['avril|abril|aprile', 'April'],
  ['mai|mayo|maggio|maio|mei', 'May'],
  ['juni|juin|junio|giugno|junho', 'June'],
  ['juli|juillet|julio|luglio|julho', 'July'],
  ['août|aout|agosto|augustus', 'August'],
  ['septembre|septiembre|settembre|setembro', 'September'],
  ['oktober|okt|octobre|octubre|ottobre|outubro', 'October'],
  ['novembre|noviembre|novembro', 'November'],
  ['dezember|dez|décembre|decembre|diciembre|dicembre|dezembro', 'December'],
  ['frühling|frühjahr|printemps|primavera', 'spring'],
  ['sommer|été|verano', 'summer'],
  ['herbst|automne|otoño', 'autumn'],
  ['winter|hiver|invierno', 'winter'],
  ['anfang|début|principios', 'early'],
  ['mitte', 'mid'],
  ['ende|fin', 'late'],
  [
    'montag|lundi|lunes|dienstag|mardi|martes|mittwoch|mercredi|miércoles|donnerstag|jeudi|jueves|freitag|vendredi|viernes|samstag|sonnabend|samedi|sábado|sonntag|dimanche|domingo',
    '',
  ],
];

const KNOWN: readonly (readonly [RegExp, string])[] = [
  // Centuries and eras first: their words would be taken for others.
  [/(\d{1,2})\.\s*(?:Jahrhunderts?|Jh\.?|Jhd?t?\.?)/giu, '$1th century'],
  [/(\d{3,4})er(?:\s+Jahren?)?(?![\p{L}])/giu, '$1s'],
  [/(?<![\p{L}])v\.\s*(?:Chr|u\.\s*Z)\.?/giu, 'BC'],
  [/(?<![\p{L}])n\.\s*(?:Chr|u\.\s*Z)\.?/giu, 'AD'],
  [/(?<![\p{L}])(?:av\.\s*J\.-C\.|a\.\s*C\.)/giu, 'BC'],
  [/(\d)\.\s*Quartal/giu, 'Q$1'],
  [/(\d{1,2})\.(?=\s*[–—-]\s*\d{1,2}\.\s*\p{L})/gu, '$1'],
  [/(?<![\p{L}\d])(\d{1,2})(?:\.|er|º)(?=\s*\p{L})/gu, '$1 '],
  [/(?<=\d)\s+de(?=\s+\p{L})|(?<=\p{L})\s+de(?=\s+\d)/gu, ''],
  ...WORDS.map(
    ([pattern, english]) =>
      [new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])\\.?,?`, 'giu'), english] as const,
  ),
];

/**
 * A date in German, French, Spanish and their neighbours with its words in English: `4. Februar 2022` as `4 February 2022`.
 * What is no word of a date stays as it is.
 */
export function englishDate(words: string): string {
  let english = words;
  for (const [pattern, replacement] of KNOWN) english = english.replace(pattern, replacement);
  return english === words ? words : english.replace(/\s+/g, ' ').trim();
}
