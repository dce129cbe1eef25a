import { chronologyOf, type Note, type Row } from '../../formats/chronology/rows.ts';
import { paintSvg } from '../../render/svg.ts';
import { PRINT } from '../../scene/theme.ts';
import type { Desk } from '../../state/desk.svelte.ts';
import { speech } from '../../state/language.svelte.ts';
import { type Picture, pictureOf } from '../../state/picture.ts';
import './paper.css';

/** Width of the chart, px; it is fitted to that of the paper. Letters have 7 points on A4. */
const WIDTH = 900;
/** A higher chart would not fit on a sheet at this width, px. */
const MOST_HEIGHT = 1180;
/** More rows than a person prints; a browser would take minutes to lay them out. How many are missing is said. */
const MOST_ROWS = 5000;

/**
 * What goes onto paper when somebody prints the page: what is seen as a chart, and its events as a chronology with their
 * sources, in place of the page. It is made when printing begins, and gone when that ends.
 * @returns ends it.
 */
export function printWith(desk: Desk): () => void {
  let paper: HTMLElement | null = null;
  const lay = (): void => {
    paper?.remove();
    paper = paperOf(desk);
    document.body.append(paper);
  };
  const clear = (): void => {
    paper?.remove();
    paper = null;
  };
  window.addEventListener('beforeprint', lay);
  window.addEventListener('afterprint', clear);
  return () => {
    clear();
    window.removeEventListener('beforeprint', lay);
    window.removeEventListener('afterprint', clear);
  };
}

function paperOf(desk: Desk): HTMLElement {
  const { scene, ...about } = chartOf(desk);
  const parsed = new DOMParser().parseFromString(paintSvg(scene, about), 'image/svg+xml');
  const { start, end } = desk.view;
  const seen = desk.filter.events.filter(({ time }) => time.start < end && time.end > start);
  const { collection } = desk.session;
  const { rows, notes, words } = chronologyOf(
    { ...collection, events: seen.slice(0, MOST_ROWS), edits: [] },
    speech.tag,
  );
  const paper = make('div', { id: 'paper', lang: speech.tag });
  paper.append(document.importNode(parsed.documentElement, true), make('h2', {}, words.chronology));
  const table = make('table');
  const head = make('tr');
  for (const name of [words.date, words.event, words.place, words.kind])
    head.append(make('th', { scope: 'col' }, name));
  const top = make('thead');
  top.append(head);
  const body = make('tbody');
  body.append(...rows.map(rowOf));
  table.append(top, body);
  paper.append(table);
  if (seen.length > rows.length) paper.append(make('p', {}, words.more(seen.length - rows.length)));
  if (notes.length > 0) {
    const list = make('ol');
    list.append(...notes.map((note) => noteOf(note, words.reached, words.quoted)));
    paper.append(make('h2', {}, words.sources), list);
  }
  return paper;
}

/** As high as the lanes need, or as the sheet has room for. */
function chartOf(desk: Desk): Picture {
  const wish = { what: 'view', theme: PRINT, layout: 'lanes', width: WIDTH } as const;
  const free = pictureOf(desk, { ...wish, height: null });
  return free.scene.height <= MOST_HEIGHT ? free : pictureOf(desk, { ...wish, height: MOST_HEIGHT });
}

function rowOf({ date, title, status, place, category, notes }: Row): HTMLElement {
  const row = make('tr');
  const event = make('td', {}, status === '' ? title : `${title} (${status})`);
  if (notes.length > 0) event.append(make('sup', {}, notes.join(' ')));
  row.append(make('th', { scope: 'row' }, date), event, make('td', {}, place), make('td', {}, category));
  return row;
}

function noteOf(
  { document: name, about, quote, reached }: Note,
  label: string,
  quoted: (text: string) => string,
): HTMLElement {
  const item = make('li');
  const rest = [
    about === '' ? '' : ` (${about})`,
    ` ${quoted(quote)}`,
    reached === '' ? '' : ` ${label}: ${reached}`,
  ];
  item.append(make('b', {}, name), rest.join(''));
  return item;
}

function make(tag: string, attributes: Readonly<Record<string, string>> = {}, text = ''): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}
