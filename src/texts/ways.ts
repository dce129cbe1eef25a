/**
 * Says in a language how a date was reached. The extractor writes it down in English, as part of the data; what it
 * writes beside the document's own words stands in `texts.json` under `ways`, and is known again by that.
 */
import { ways } from './texts.json';
import { columnOf, wording } from './wording.ts';

/** The kinds of what the extractor says of dates. */
type Kind = keyof typeof ways;

/**
 * The way to a date: `Freitag → Überschrift 14 May → 2024 nach dem Datum des Dokuments`. The document's own words, and
 * what is not known, stay as they are.
 * @param own the words that are dated, with which the way may begin. @param locale BCP 47; where there are no texts in
 * its language, the way stays as it is.
 */
export function wayInWords(how: string, own: string, locale: string): string {
  const language = columnOf(ways, locale);
  if (language === ENGLISH) return how;
  const words = own.replace(/\s+/g, ' ');
  return how
    .split(ARROW)
    .map((step, i) => {
      if (i > 0 || words === '' || !step.startsWith(words)) return stepInWords(step, language);
      const rest = step.slice(words.length);
      return rest.startsWith(' ') ? `${words} ${stepInWords(rest.trim(), language)}` : step;
    })
    .join(ARROW);
}

/** Why a document has its date. Unknown reasons stay as they are. */
export const reasonInWords = (reason: string, locale: string): string =>
  said('reasons', reason, columnOf(ways, locale));

/** Why the text allows another date. The way to one that it had before is said as {@link wayInWords}. */
export const doubtInWords = (reason: string, locale: string): string => {
  const doubt = said('doubts', reason, columnOf(ways, locale));
  return doubt === reason ? wayInWords(reason, '', locale) : doubt;
};

/** How a passage was read. */
export const readingInWords = (how: string, locale: string): string =>
  said('passages', how, columnOf(ways, locale));

/** The column that the extractor writes. */
const ENGLISH = 'en';
const ARROW = ' → ';

const stepInWords = (step: string, language: string): string => said('steps', step, language);

/** Something that the extractor says, and how it is known. */
interface Phrase {
  readonly name: string;
  readonly pattern: RegExp;
  readonly parameters: readonly string[];
}

type Spoken = string | ((...values: string[]) => string);

/** The same in another language; what is no phrase of this kind stays as it is. */
function said(kind: Kind, english: string, language: string): string {
  if (language === ENGLISH) return english;
  const plain = english.replaceAll('’', "'");
  for (const { name, pattern, parameters } of phrasesOf(kind)) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const words = wording<object>(ways[kind], language) as Readonly<Record<string, Spoken>>;
    const text = words[name]!;
    // What stands for a parameter is taken from the text as it was, with its own apostrophes.
    const values = parameters.map((each) => worded(each, slice(english, match, each), language));
    return typeof text === 'string' ? text : text(...values);
  }
  return english;
}

const slice = (text: string, match: RegExpExecArray, name: string): string => {
  const [start, end] = match.indices?.groups?.[name] ?? [0, 0];
  return text.slice(start, end);
};

/** What is the extractor's own within a phrase is said in the language, too. */
function worded(parameter: string, value: string, language: string): string {
  if (parameter === 'step') return stepInWords(value, language);
  if (parameter === 'steps') {
    const steps = value.split(' and ').map((step) => stepInWords(step, language));
    return new Intl.ListFormat(language).format(steps);
  }
  const weekday = weekdays(ENGLISH).indexOf(value);
  return weekday < 0 ? value : weekdays(language)[weekday]!;
}

/** Names of the days from Thursday, 1 January 1970 on. */
function weekdays(language: string): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => format.format(day * 864e5));
}

const made = new Map<Kind, readonly Phrase[]>();

/** The phrases of a kind in the order of the file: what is said with more words before what they begin with. */
function phrasesOf(kind: Kind): readonly Phrase[] {
  const known = made.get(kind);
  if (known) return known;
  const phrases = Object.entries(ways[kind]).map(([key, { en }]): Phrase => {
    const [, name = key, parameters = ''] = /^(\w+)\((.+)\)$/.exec(key) ?? [];
    return { name, pattern: patternOf(en), parameters: parameters === '' ? [] : parameters.split(', ') };
  });
  made.set(kind, phrases);
  return phrases;
}

/** What may stand for a parameter; other words for all others. */
const VALUES: Readonly<Record<string, string>> = {
  year: String.raw`-?\d{1,4}`,
  date: String.raw`-?\d[\dX~?%/-]*`,
  weekday: String.raw`\p{Lu}\p{L}+`,
};

const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(/\{(\w+)\}/)
      .map((part, i) =>
        i % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : `(?<${part}>${VALUES[part] ?? '.+?'})`,
      )
      .join('')}$`,
    'dsu',
  );
