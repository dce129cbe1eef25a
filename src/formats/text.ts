import type { Document } from '../model/document.ts';

/** A document's name for people is cut here, at a word, with an ellipsis. UTF-16 units. */
const TITLE = 140;

/** Makes a document of plain text. Its id is its name until `nameDocuments` has seen the others. */
export function readText(name: string, text: string): Document {
  const lines = text
    .slice(0, 20_000)
    .split(/[\r\n\u2028\u2029]+/, 40)
    .filter((each) => each.trim() !== '');
  // A web page pasted as text may begin with `Share` or `EMAIL`: a title has two words, or is all there is.
  const line =
    lines.slice(0, 8).find((each) => /\S\s+\S|[\u3040-\u9fff]{2}/.test(each.trim())) ?? lines[0] ?? '';
  return { id: name, name, title: shortTitle(line), text, format: 'text', date: null };
}

/** A line as a title: white space made single, cut at a word after 140 units. */
export function shortTitle(line: string): string {
  const clean = line
    .slice(0, 4 * TITLE)
    .replace(/\s+/g, ' ')
    .trim();
  if (clean.length <= TITLE) return clean;
  const cut = clean.slice(0, TITLE - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut
    .slice(0, space > TITLE / 2 ? space : cut.length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
