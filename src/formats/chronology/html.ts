import type { Collection } from '../../model/collection.ts';
import { escapeXml } from '../wellFormed.ts';
import { chronologyOf, type Note, type Row } from './rows.ts';

/**
 * A collection as a page to read and print: a table of the events as corrected, and below it the passages that report
 * them, numbered, with their documents and how each date was reached. One file, no script, nothing from outside, and a
 * policy in it that forbids both. The same collection gives the same text.
 * @param locale BCP 47, of dates and words.
 */
export function writeHtml(collection: Collection, locale: string): string {
  const { title, counts, rows, notes, words } = chronologyOf(collection, locale);
  const cited = new Map<number, number>();
  for (const [i, row] of rows.entries())
    for (const number of row.notes) if (!cited.has(number)) cited.set(number, i);
  const lines = [
    '<!doctype html>',
    `<html lang="${escapeXml(locale)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="generator" content="Dateline">',
    `<title>${text(title)}</title>`,
    `<style>\n${STYLE}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>${text(title)}</h1>`,
    `<p>${text(counts)}</p>`,
    '</header>',
    '<main>',
    '<table>',
    '<thead>',
    `<tr>${[words.date, words.event, words.place, words.kind].map((name) => `<th scope="col">${text(name)}</th>`).join('')}</tr>`,
    '</thead>',
    '<tbody>',
    ...rows.map(rowOf),
    '</tbody>',
    '</table>',
    '</main>',
  ];
  if (notes.length > 0) {
    lines.push('<section>', `<h2 id="sources">${text(words.sources)}</h2>`, '<ol>');
    for (const note of notes) lines.push(noteOf(note, words.reached, words.quoted, cited.get(note.number)));
    lines.push('</ol>', '</section>');
  }
  lines.push('</body>', '</html>');
  return `${lines.join('\n')}\n`;
}

function rowOf({ date, title, status, place, category, notes }: Row, i: number): string {
  const said = status === '' ? '' : ` <span class="status">${text(status)}</span>`;
  const cites = notes.map((number) => `<a href="#s${number}">${number}</a>`).join(' ');
  const raised = cites === '' ? '' : `<sup>${cites}</sup>`;
  return `<tr id="e${i + 1}"><th scope="row">${text(date)}</th><td>${text(title)}${said}${raised}</td><td>${text(place)}</td><td>${text(category)}</td></tr>`;
}

function noteOf(
  { number, document, about, quote, reached }: Note,
  name: string,
  quoted: (words: string) => string,
  row: number | undefined,
): string {
  const of = about === '' ? '' : ` <small>(${text(about)})</small>`;
  const how = reached === '' ? '' : `<div>${text(`${name}: ${reached}`)}</div>`;
  const back = row === undefined ? '' : ` <a href="#e${row + 1}">↑</a>`;
  return `<li id="s${number}"><cite>${text(document)}</cite>${of} <q>${text(quoted(quote))}</q>${how}${back}</li>`;
}

const text = (words: string): string => escapeXml(words);

const STYLE = `:root { color-scheme: light; --ink: #1d1f24; --muted: #5f646c; --rule: #dcd8ce; --paper: #fbfaf7; }
* { box-sizing: border-box; }
body { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.5rem; background: var(--paper); color: var(--ink);
  font: 400 0.9375rem/1.5 Inter, "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0; font-size: 1.75rem; font-weight: 650; line-height: 1.2; text-wrap: balance; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.125rem; font-weight: 650; }
header p { margin: 0.25rem 0 1.75rem; color: var(--muted); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.45rem 1rem 0.45rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: baseline; }
thead th { color: var(--muted); font-size: 0.8125rem; font-weight: 400; }
tbody th { width: 11rem; font-weight: 600; font-variant-numeric: tabular-nums; }
td:nth-child(n + 3) { color: var(--muted); font-size: 0.8125rem; }
td, li { overflow-wrap: anywhere; }
.status { color: var(--muted); font-size: 0.8125rem; }
.status::before { content: "· "; }
sup { font-size: 0.6875rem; line-height: 0; margin-left: 0.15em; }
a { color: inherit; text-decoration-color: var(--muted); text-underline-offset: 0.15em; }
sup a { text-decoration: none; color: #2f5d9e; }
ol { margin: 0; padding-left: 2.25rem; font-size: 0.8125rem; }
li { margin: 0 0 0.5rem; padding-left: 0.25rem; }
li::marker { color: var(--muted); }
cite { font-style: normal; font-weight: 600; }
q { quotes: none; }
li small, li div, li > a { color: var(--muted); }
li small { font-size: inherit; }
li > a { text-decoration: none; }
:target { background: #f6e9b8; }
@media (max-width: 40rem) {
  body { padding: 1.5rem 1rem; }
  tbody th { width: 7rem; }
  th:nth-child(n + 3), td:nth-child(n + 3) { display: none; }
}
@page { margin: 18mm 16mm; }
@media print {
  :root { --paper: #ffffff; --ink: #000000; --muted: #444444; --rule: #bbbbbb; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  h1 { font-size: 16pt; }
  h2 { break-after: avoid; font-size: 11pt; }
  thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  ol, thead th, td:nth-child(n + 3), .status { font-size: 8pt; }
  li > a { display: none; }
  a, sup a { color: inherit; text-decoration: none; }
}
`;
