import type { Collection } from '../../model/collection.ts';
import { wellFormed } from '../wellFormed.ts';
import { chronologyOf, type Note, type Row } from './rows.ts';

/**
 * A collection as a chronology in Markdown: a table of the events as corrected with a footnote for each passage that
 * reports one, its document, and how the date was reached (GitHub's tables and footnotes). Signs that Markdown would
 * take for its own are escaped. The same collection gives the same text.
 * @param locale BCP 47, of dates and words.
 */
export function writeChronology(collection: Collection, locale: string): string {
  const { title, counts, rows, notes, words } = chronologyOf(collection, locale);
  const lines = [
    `# ${plain(title)}`,
    '',
    plain(counts),
    '',
    `| ${[words.date, words.event, words.place, words.kind].join(' | ')} |`,
    '| --- | --- | --- | --- |',
    ...rows.map(lineOf),
  ];
  if (notes.length > 0) lines.push('', `## ${words.sources}`, '');
  for (const note of notes) lines.push(footnote(note, words.reached, words.quoted));
  return `${lines.join('\n')}\n`;
}

function lineOf({ date, title, status, place, category, notes }: Row): string {
  const cited = notes.map((number) => `[^${number}]`).join('');
  const said = status === '' ? plain(title) : `${plain(title)} (${plain(status)})`;
  return `| ${[plain(date), `${said}${cited}`, plain(place), plain(category)].join(' | ')} |`;
}

function footnote(
  { number, document, about, quote, reached }: Note,
  name: string,
  quoted: (text: string) => string,
): string {
  const of = about === '' ? '' : ` (${plain(about)})`;
  const how = reached === '' ? '' : ` — ${name}: ${plain(reached)}`;
  return `[^${number}]: ${plain(document)}${of}: ${quoted(plain(quote))}${how}`;
}

/** One line of text that means nothing but itself: white space single, signs of Markdown and HTML behind a `\`. */
const plain = (text: string): string =>
  wellFormed(text)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no control character may reach a terminal
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>()#~|$&!+=^:@-]/g, (sign, at: number, whole: string) =>
      escapes(sign, at, whole) ? `\\${sign}` : sign,
    )
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** Signs that mean something only where a line begins stay as they are within it, for the sake of who reads the source. */
function escapes(sign: string, at: number, whole: string): boolean {
  if ('-+=#'.includes(sign)) return at === 0;
  if (sign === '!') return whole[at + 1] === '[';
  if (sign === ':') return /^:\/\/|^:\w+:/.test(whole.slice(at));
  return !'(){}^@'.includes(sign);
}
