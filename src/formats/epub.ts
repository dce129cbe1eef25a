import type { Document } from '../model/document.ts';
import { decode } from './encoding.ts';
import { plainWords } from './html/plainWords.ts';
import { layHtml } from './html.ts';
import { Layout } from './parts.ts';
import { shortTitle } from './text.ts';
import { listZip, unpack } from './zip.ts';

/** No chapter of a book is larger, nor are all of them together. Bytes. */
const LARGEST_PART = 30_000_000;
const LARGEST_BOOK = 60_000_000;

/**
 * Reads an EPUB book: its chapters in their order as the blocks of one document, without the list of contents.
 * @returns null where it holds no words.
 * @throws Error with a sentence where it is no whole book, or its chapters are encrypted.
 */
export function readEpub(name: string, bytes: Uint8Array): Document | null {
  const entries = new Map(listZip(bytes).map((entry) => [entry.path, entry]));
  let budget = LARGEST_BOOK;
  const part = (path: string): string | null => {
    const entry = entries.get(path);
    if (!entry) return null;
    if (entry.refused) throw new Error(`${path} ${entry.refused}`);
    const unpacked = unpack(bytes, entry, Math.min(LARGEST_PART, budget));
    budget -= unpacked.length;
    return decode(unpacked, 'utf-8')?.text ?? null;
  };
  const container = part('META-INF/container.xml');
  const path = attribute(/<rootfile\b[^>]*>/i.exec(container ?? '')?.[0] ?? '', 'full-path');
  const opf = path === '' ? null : part(path);
  if (opf === null) throw new Error('found no list of chapters in it, expected an EPUB book');
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const items = new Map(
    [...opf.matchAll(/<item\b[^>]*>/gi)].map(([tag]) => [attribute(tag, 'id'), tag] as const),
  );
  const locked = part('META-INF/encryption.xml') ?? '';
  const layout = new Layout();
  for (const [tag] of opf.matchAll(/<itemref\b[^>]*>/gi)) {
    const item = items.get(attribute(tag, 'idref')) ?? '';
    if (/\bproperties="[^"]*\bnav\b/.test(item)) continue;
    const chapter = resolved(folder, attribute(item, 'href'));
    if (locked.includes(`"${chapter}"`))
      throw new Error('found a book whose chapters are encrypted, expected one without protection');
    const html = part(chapter);
    if (html === null) continue;
    // What is written as XML may close what HTML leaves open.
    const body = /<body\b[^>]*>(.*)<\/body>/is.exec(html)?.[1] ?? html;
    layHtml(body.replace(/<(a|span|div|p|i|b|em)\b([^>]*)\/>/gi, '<$1$2></$1>'), layout);
  }
  if (layout.parts.length === 0) return null;
  const laid = layout.done();
  const head = laid.parts.find(({ kind }) => kind === 'heading') ?? laid.parts[0]!;
  const title =
    plainWords(/<dc:title\b[^>]*>(.*?)<\/dc:title>/is.exec(opf)?.[1] ?? '') ||
    laid.text.slice(head.start, head.end);
  return { id: name, name, title: shortTitle(title), ...laid, format: 'epub', date: null };
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(tag)?.[1] ?? '';

/** A path as the archive has it: `../text/1.xhtml` from within a folder, with its escapes read. */
function resolved(folder: string, href: string): string {
  let path = href.split('#')[0] ?? '';
  try {
    path = decodeURIComponent(path);
  } catch {
    // A per cent sign that is none of an escape is part of the name.
  }
  const parts: string[] = [];
  for (const each of (folder + path).split('/')) {
    if (each === '..') parts.pop();
    else if (each !== '.' && each !== '') parts.push(each);
  }
  return parts.join('/');
}
