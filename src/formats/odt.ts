import type { Document } from '../model/document.ts';
import { decode } from './encoding.ts';
import { layHtml } from './html.ts';
import { Layout } from './parts.ts';
import { shortTitle } from './text.ts';
import { listZip, unpack } from './zip.ts';

/** No text of an OpenDocument file is larger, unpacked. Bytes. */
const LARGEST = 60_000_000;

/** Elements that are not the text's own words: comments, what was deleted, contents and indexes made by the program. */
const NOT_TEXT =
  /<(office:annotation|text:tracked-changes|text:table-of-content|text:alphabetical-index|office:forms|text:sequence-decls|svg:title|svg:desc)\b[^>]*?(?:\/>|>.*?<\/\1>)/gs;

/**
 * Reads an OpenDocument text (.odt, .fodt's zipped kin): headings by their outline level, lists, tables, captions, and
 * notes at the end. The text is made of the blocks' words.
 * @returns null where it holds no words.
 * @throws Error with a sentence where it is no whole file, or is behind a password.
 */
export function readOdt(name: string, bytes: Uint8Array): Document | null {
  const entries = listZip(bytes);
  const part = (path: string): string | null => {
    const entry = entries.find((each) => each.path === path);
    return entry ? (decode(unpack(bytes, entry, LARGEST), 'utf-8')?.text ?? null) : null;
  };
  if (/<manifest:encryption-data\b/.test(part('META-INF/manifest.xml') ?? ''))
    throw new Error(
      'found a file behind a password, expected one without; save it without the password first',
    );
  const content = part('content.xml');
  if (content === null) throw new Error('found no content.xml in it, expected an OpenDocument text');
  const layout = new Layout();
  layHtml(htmlOf(content), layout);
  if (layout.parts.length === 0) return null;
  const laid = layout.done();
  const head = laid.parts.find(({ kind }) => kind === 'heading') ?? laid.parts[0]!;
  const title = laid.text.slice(head.start, head.end);
  return { id: name, name, title: shortTitle(title), ...laid, format: 'odt', date: null };
}

/** The content as HTML, tag by tag; notes are gathered at the end. */
function htmlOf(xml: string): string {
  const parents = parentsOf(xml);
  const body = (/<office:text\b[^>]*>(.*)<\/office:text>/s.exec(xml)?.[1] ?? '').replace(NOT_TEXT, '');
  const notes: string[] = [];
  const text = body.replace(
    /<text:note\b[^>]*>.*?<text:note-citation\b[^>]*>(.*?)<\/text:note-citation>\s*<text:note-body\b[^>]*>(.*?)<\/text:note-body>\s*<\/text:note>/gs,
    (_, sign: string, words: string) => {
      // The paragraphs of a note are one.
      const plain = words.replace(/<\/?text:(?:p|h)\b[^>]*>/g, ' ');
      notes.push(`<li>${tagsOf(`${sign} ${plain}`, parents)}</li>`);
      return `<sup>${sign}</sup>`;
    },
  );
  const end = notes.length > 0 ? `<ol class="footnotes">${notes.join('')}</ol>` : '';
  return tagsOf(text, parents) + end;
}

/** What a paragraph's style is made from: `P12` may be a `Title`. */
function parentsOf(xml: string): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const [tag] of xml.matchAll(/<style:style\b[^>]*>/g)) {
    const [own, parent] = [
      /style:name="([^"]*)"/.exec(tag)?.[1],
      /style:parent-style-name="([^"]*)"/.exec(tag)?.[1],
    ];
    if (own && parent) parents.set(own, parent);
  }
  return parents;
}

const SIMPLE: Readonly<Record<string, string>> = {
  'text:list': 'ul',
  'text:list-item': 'li',
  'text:list-header': 'li',
  'table:table': 'table',
  'table:table-header-rows': 'thead',
  'table:table-row': 'tr',
  'draw:text-box': 'div',
  'text:section': 'div',
};

function tagsOf(xml: string, parents: ReadonlyMap<string, string>): string {
  // What is open, so that an end has the name of its beginning.
  const open: string[] = [];
  return xml.replace(
    /<(\/?)([\w:-]+)((?:\s[^>]*?)?)(\/?)>/g,
    (_, end: string, name: string, attributes: string, alone: string) => {
      if (name === 'text:line-break') return '<br>';
      if (name === 'sup') return `<${end}sup>`;
      if (name === 'text:s' || name === 'text:tab') return ' ';
      if (alone !== '') return '';
      if (end !== '') return open.pop() ?? '';
      const tag = tagOf(name, attributes, parents);
      open.push(tag === '' ? '' : `</${tag.split(' ')[0]}>`);
      return tag === '' ? '' : `<${tag}>`;
    },
  );
}

function tagOf(name: string, attributes: string, parents: ReadonlyMap<string, string>): string {
  const value = (key: string): string => new RegExp(`\\b${key}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  if (name === 'text:h') return `h${Math.min(6, Math.max(1, Number(value('text:outline-level')) || 1))}`;
  if (name === 'text:p') {
    const own = value('text:style-name');
    const style = parents.get(own) ?? own;
    if (/^(?:Title|Titel)$/.test(style)) return 'h1';
    if (/^(?:Illustration|Table|Drawing|Figure|Caption|Text_20_Caption|Abbildung|Tabelle)$/i.test(style))
      return 'figcaption';
    return /^(?:Quotations|Quote)/i.test(style) ? 'blockquote' : 'div';
  }
  if (name === 'table:table-cell') {
    const [columns, rows] = [value('table:number-columns-spanned'), value('table:number-rows-spanned')];
    return `td${columns ? ` colspan="${columns}"` : ''}${rows ? ` rowspan="${rows}"` : ''}`;
  }
  return SIMPLE[name] ?? '';
}
