import type { Document } from '../model/document.ts';
import { plainWords } from './html/plainWords.ts';
import { Layout, raised } from './parts.ts';
import { shortTitle } from './text.ts';

/** Templates within templates are opened so often; more is a trap. */
const DEEPEST = 12;

/** Whether a text is the source of a wiki page: its ending says so, or its headings stand between equals signs. */
export function isWiki(name: string, text: string): boolean {
  if (/\.(?:media)?wiki$/i.test(name)) return true;
  const headings = text
    .slice(0, 100_000)
    .match(/^={2,5}[^=\n][^\n]{0,200}[^=\n]={2,5}[ \t]*$|^={2,5}[^=\n]={2,5}[ \t]*$/gm);
  return (headings?.length ?? 0) >= 2;
}

/**
 * Reads the source of a wiki page (MediaWiki): headings, items, tables, references as notes at the end; links as their
 * words, pictures as their captions, templates dropped but for those that hold words or dates. The text is made of the
 * blocks' words.
 * @returns null where it holds no words.
 */
export function readWiki(name: string, source: string): Document | null {
  const layout = new Layout();
  const notes: string[] = [];
  const text = withoutTemplates(source.replace(/\r\n?/g, '\n').replace(/<!--.*?-->/gs, ''))
    .replace(/<ref\b[^>/]{0,300}\/>/gi, '')
    .replace(/<ref\b[^>]{0,300}>(.*?)<\/ref>/gis, (_, words: string) => {
      if (inline(words) === '') return '';
      notes.push(words);
      return raised(String(notes.length));
    })
    .replace(/<(gallery|math|nowiki|syntaxhighlight|timeline)\b[^>]*>.*?<\/\1>/gis, '')
    .replace(/__[A-Z]+__/g, '');
  let paragraph = '';
  let term = '';
  const flush = (): void => {
    layout.add('paragraph', inline(paragraph));
    paragraph = '';
    layout.add('paragraph', term);
    term = '';
  };
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const heading = /^(={1,6})\s*(.*?)\s*\1\s*$/.exec(line);
    const item = /^([*#:;]+)\s*(.*)$/.exec(line);
    if (heading?.[2]) {
      flush();
      layout.add('heading', inline(heading[2]), heading[1]!.length);
    } else if (/^\s*:*\{\|/.test(line)) {
      flush();
      i = layTable(lines, i + 1, layout);
    } else if (item) {
      const words = inline(item[2]!);
      if (item[1]!.endsWith(';')) {
        flush();
        // `; 1907 : The heirs sell` in one line is a term with what is said of it.
        term = words;
      } else if (item[1]!.endsWith(':') && term !== '') {
        const said = `${term}: ${words}`;
        term = '';
        layout.add('list', said);
      } else {
        flush();
        layout.add(/[*#]/.test(item[1]!) ? 'list' : 'paragraph', words);
      }
    } else if (/^(?:-{4,}|\s*)$/.test(line)) flush();
    else paragraph += paragraph === '' ? line : ` ${line}`;
  }
  flush();
  notes.forEach((words, i) => {
    layout.add('note', `${i + 1} ${inline(words)}`);
  });
  if (layout.parts.length === 0) return null;
  const laid = layout.done();
  const head = laid.parts.find(({ kind, level }) => kind === 'heading' && level === 1);
  const title = head ? laid.text.slice(head.start, head.end) : name.replace(/\.\w+$/, '');
  return { id: name, name, title: shortTitle(title), ...laid, format: 'wiki', date: null };
}

/** Templates that hold words: which of their fields, counted from 1; the last for -1. */
const WORDS: Readonly<Record<string, number>> = {
  flag: 1,
  flagcountry: 1,
  nowrap: 1,
  small: 1,
  nobold: 1,
  abbr: 1,
  lang: -1,
  ship: 2,
  sic: 1,
  tooltip: 1,
};

/** Innermost first, until none is left. */
function withoutTemplates(source: string): string {
  let text = source;
  for (let i = 0; i < DEEPEST; i++) {
    const next = text.replace(/\{\{([^{}]{0,20000})\}\}/g, (_, inner: string) => templateWords(inner));
    if (next === text) break;
    text = next;
  }
  return text;
}

function templateWords(inner: string): string {
  const [name = '', ...fields] = inner.split('|').map((field) => field.trim());
  const plain = fields.filter((field) => !/^[\w -]+=/.test(field));
  const known = name.toLowerCase().replaceAll('_', ' ');
  if (/^(?:dts|start date|end date|birth date|death date|date|circa|c\.)\b/.test(known)) {
    if (known === 'circa' || known === 'c.') return `c. ${plain[0] ?? ''}`;
    const numbers = plain.filter((field) => /^-?\d+$/.test(field)).slice(0, 3);
    return numbers.length > 0
      ? numbers.map((n, i) => (i === 0 ? n : n.padStart(2, '0'))).join('-')
      : (plain[0] ?? '');
  }
  if (known === 'convert' || known === 'cvt') return `${plain[0] ?? ''} ${plain[1] ?? ''}`;
  if (known === 'ndash' || known === 'snd' || known === 'spaced ndash') return ' – ';
  const at = WORDS[known];
  return at === undefined ? '' : ((at < 0 ? plain.at(-1) : plain[at - 1]) ?? '');
}

/** The words of a piece of markup. */
function inline(markup: string): string {
  const linked = markup
    // A picture's caption is its last field.
    .replace(/\[\[(?:file|image|datei|bild|fichier|archivo):([^[\]]*(?:\[\[[^[\]]*\]\][^[\]]*)*)\]\]/gi, '')
    .replace(/\[\[(?:category|kategorie|catégorie|categoría):[^[\]]*\]\]/gi, '')
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replace(/\[(?:https?:)?\/\/[^\s\]]+\s*([^\]]*)\]/g, '$1')
    .replace(/'{2,5}/g, '')
    .replace(/<br\s*\/?>/gi, ' ');
  return plainWords(linked.replace(/<\/?(?:su[bp]|small|big|nowiki|span|div|center|s|del)\b[^>]*>/gi, ''));
}

/** Rows of a table as lines. @param from the line behind its beginning. @returns the line that ends it. */
function layTable(lines: readonly string[], from: number, layout: Layout): number {
  let cells: string[] = [];
  let head = true;
  const row = (): void => {
    const words = cells.map(inline).filter((cell) => cell !== '');
    if (words.length > 0) layout.add(head ? 'navigation' : 'list', words.join(' | '));
    cells = [];
    head = true;
  };
  let i = from;
  for (; i < lines.length; i++) {
    const line = lines[i]!.trim();
    if (line.startsWith('|}')) break;
    if (line.startsWith('|+')) layout.add('caption', inline(line.slice(2)));
    else if (line.startsWith('|-')) row();
    else if (/^[|!]/.test(line)) {
      if (line.startsWith('|')) head = false;
      for (const cell of line.slice(1).split(line.startsWith('!') ? /\|\||!!/ : '||'))
        cells.push(cell.replace(/^[^|[{]*=[^|[]*\|(?!\|)/, ''));
    } else if (cells.length > 0) cells[cells.length - 1] += ` ${line}`;
  }
  row();
  return i;
}
