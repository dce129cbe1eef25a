import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import type { Document } from '../model/document.ts';
import { findArticle } from './html/article.ts';
import { factsOf } from './html/metadata.ts';
import { elementsOf, type HtmlNode } from './html/tree.ts';
import { layArticle } from './html/walk.ts';
import { type Laid, Layout } from './parts.ts';
import { shortTitle } from './text.ts';

/** A page nested deeper than this is a mistake or a trap; the parser would need the square of it. */
const DEEPEST = 20_000;

/**
 * Reads a web page: finds its article, drops what belongs to the site, keeps headings, lists, tables and captions as
 * blocks, and takes title and day from what the page says of itself. The text is made of the blocks' words, an empty
 * line between them; every offset is one into that text.
 * @param html the page as decoded; malformed as it may be.
 * @returns null where the page has no words to read: it is drawn by a script, or holds pictures alone.
 */
export function readHtml(name: string, html: string): Document | null {
  const fragment = FRAGMENT.exec(html)?.[1];
  if (fragment !== undefined) return readFragment(name, fragment);
  const page = parse(html);
  const facts = factsOf(elementsOf(page));
  const article = findArticle(page, () => worthReading(html));
  const layout = new Layout();
  // A page's title often stands above what holds its story.
  const headed = [...elementsOf(article)].some((element) => element.localName === 'h1');
  if (!headed && facts.title) layout.add('heading', facts.title, 1);
  const before = layout.parts.length;
  layArticle(article, layout);
  if (layout.parts.length === before) layArticle(page, layout, false);
  const laid: Laid = layout.done();
  if (layout.parts.length === before) return null;
  const title = facts.title ?? laid.text.slice(0, laid.parts[0]?.end ?? 0);
  return { id: name, name, title: shortTitle(title), ...laid, format: 'html', date: facts.date };
}

/** How a clipboard marks what was copied. */
const FRAGMENT = /<!--\s*StartFragment\s*-->(.*?)(?:<!--\s*EndFragment\s*-->|$)/is;

/** What was copied out of a page or a text processor: all of it is text, with nothing of a site around it. */
function readFragment(name: string, html: string): Document | null {
  const layout = new Layout();
  layHtml(html, layout);
  if (layout.parts.length === 0) return null;
  const laid = layout.done();
  const head = laid.parts.find(({ kind }) => kind === 'heading') ?? laid.parts[0]!;
  return {
    id: name,
    name,
    title: shortTitle(laid.text.slice(head.start, head.end)),
    ...laid,
    format: 'html',
    date: null,
  };
}

/** Lays the blocks of a piece of HTML out that is all text, with nothing of a site around it. */
export function layHtml(html: string, layout: Layout): void {
  layArticle(parse(`<html><body>${html}</body></html>`), layout, false);
}

/** The character set that a page declares in its first bytes, lower case; null where it declares none. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  const found =
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{2,30})/i.exec(head) ??
    /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:.-]{2,30})/i.exec(head);
  return found?.[1]?.toLowerCase() ?? null;
}

function parse(html: string): HtmlNode {
  // Ends that come too early, or twice, would leave the rest of the page outside of everything.
  const open = bounded(html).replace(/<!doctype\b[^>]{0,500}>|<\/(?:html|body)\s*>/gi, '');
  const whole = /<html[\s>]/i.test(open) ? open : `<html><body>${open}`;
  const { document } = parseHTML(whole) as unknown as { document: HtmlNode };
  return document;
}

/** The page as it is, or its words alone from where it nests beyond all reason. */
function bounded(html: string): string {
  let depth = 0;
  for (const tag of html.matchAll(
    /<(\/?)(?:div|span|b|i|em|font|strong|section|table|td|tr|ul|ol|li|blockquote)\b/gi,
  )) {
    depth = tag[1] === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST)
      return html.slice(0, tag.index) + html.slice(tag.index).replace(/<[^>]{0,2000}>/g, ' ');
  }
  return html;
}

/** Which elements, by number, a reader of articles keeps. It changes the page it reads, so it has one of its own. */
function worthReading(html: string): readonly number[] {
  const page = parse(html);
  let n = 0;
  for (const element of elementsOf(page)) element.setAttribute('data-n', String(n++));
  const result = new Readability<HtmlNode>(page as never, {
    serializer: (node) => node as unknown as HtmlNode,
    charThreshold: 250,
  }).parse();
  if (!result?.content) return [];
  return [...elementsOf(result.content)].flatMap((element) => {
    const number = element.getAttribute('data-n');
    return number === null ? [] : [Number(number)];
  });
}
