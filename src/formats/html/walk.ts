import type { BlockKind } from '../../model/document.ts';
import { type Layout, raised, tidy } from '../parts.ts';
import { isFurniture, isLinkList, isSilent } from './furniture.ts';
import { childrenOf, type HtmlNode, isElement, isText, namesOf } from './tree.ts';

/** Elements that begin a block of their own. */
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]); // prettier-ignore

/** Elements below this depth are read as their words alone: no page of people is nested as deep. */
const DEEPEST = 1500;
/** A cell that spans rows is repeated in so many of them at most. */
const MOST_ROWS = 500;
const MOST_COLUMNS = 200;
/** A longer cell is a text of its own, and said once. UTF-16 units. */
const LONGEST_CELL = 200;

/** What is known around a node. */
interface Place {
  readonly kind: BlockKind;
  readonly level: number;
  readonly depth: number;
}

/**
 * Walks an article and lays its blocks out: headings, paragraphs, items, rows of tables, captions, quotations. What
 * belongs to the site is passed over.
 * @param strict also pass over what is furniture by name; not for pages that are nothing but their article.
 */
export function layArticle(root: HtmlNode, layout: Layout, strict = true): void {
  const most = strict ? (root.textContent ?? '').length / 2 : -1;
  let inline = '';
  let place: Place = { kind: 'paragraph', level: 0, depth: 0 };
  visit(root);
  flush();

  function flush(): void {
    const words = inline;
    inline = '';
    if (words.trim() === '') return;
    for (const block of linesOf(words)) layout.add(place.kind, block, place.level);
  }

  function within(kind: BlockKind, level: number, node: HtmlNode): void {
    flush();
    const before = place;
    place = { kind, level, depth: before.depth + 1 };
    visit(node);
    flush();
    place = before;
  }

  function visit(node: HtmlNode): void {
    if (place.depth > DEEPEST) {
      inline += node.textContent ?? '';
      return;
    }
    for (const child of childrenOf(node)) {
      if (isText(child)) inline += child.textContent ?? '';
      else if (isElement(child)) element(child);
    }
  }

  function element(node: HtmlNode): void {
    if (isSilent(node) || isFurniture(node, most)) return;
    const { localName: name } = node;
    const heading = /^h([1-6])$/.exec(name);
    if (heading) within('heading', Number(heading[1]), node);
    else if (name === 'br') inline += '\u2028';
    else if (name === 'sup') inline += raised(inlineOf(node));
    else if (name === 'li') within(isNote(node) || place.kind === 'note' ? 'note' : 'list', 0, node);
    else if (name === 'a' && node.textContent === '↑') return;
    else if (name === 'figcaption' || name === 'caption') within('caption', 0, node);
    else if (name === 'blockquote') within('quote', 0, node);
    else if (name === 'table') table(node);
    else if (name === 'dl') definitions(node);
    else if (name === 'ul' || name === 'ol') {
      flush();
      if (most < 0 || !isLinkList(node))
        nested(node, place.kind === 'note' ? 'note' : isNotes(node) ? 'note' : null);
    } else if (isByline(node)) within('byline', 0, node);
    else if (BLOCKS.has(name)) nested(node, isNotes(node) ? 'note' : null);
    else {
      const before = place;
      place = { ...before, depth: before.depth + 1 };
      visit(node);
      place = { ...place, depth: before.depth };
    }
  }

  /** A block in which what is around it goes on: a `div` within an item is a part of the item. */
  function nested(node: HtmlNode, kind: BlockKind | null): void {
    within(kind ?? place.kind, place.level, node);
  }

  /** `1921` and what it is said of: one item. */
  function definitions(list: HtmlNode): void {
    flush();
    let term = '';
    const close = (): void => {
      if (term !== '') layout.add('paragraph', term);
      term = '';
    };
    for (const child of childrenOf(list)) {
      if (!isElement(child) || isSilent(child)) continue;
      if (child.localName === 'dt') {
        close();
        term = tidy(inlineOf(child));
      } else if (child.localName === 'dd' && term !== '' && !holdsBlocks(child)) {
        layout.add('list', `${term}${/[:.]$/.test(term) ? ' ' : ': '}${tidy(inlineOf(child))}`);
        term = '';
      } else {
        close();
        nested(child, child.localName === 'dd' ? 'list' : null);
      }
    }
    close();
  }

  /** Rows of words are lines; rows that hold blocks only set a page. Cells over several rows stand in each of them. */
  function table(node: HtmlNode): void {
    flush();
    /** By column: what hangs down from above, and for how many rows. */
    const hanging = new Map<number, { words: string; rows: number }>();
    for (const part of childrenOf(node)) {
      if (!isElement(part) || isSilent(part)) continue;
      if (part.localName === 'tr') row(part, false);
      else if (/^t(?:head|body|foot)$/.test(part.localName)) {
        hanging.clear();
        for (const line of childrenOf(part)) {
          if (isElement(line) && line.localName === 'tr') row(line, part.localName === 'thead');
          else if (isElement(line)) element(line);
        }
      } else element(part);
    }

    function row(line: HtmlNode, head: boolean): void {
      if (isSilent(line) || isFurniture(line, most)) return;
      const cells = [...childrenOf(line)].filter((cell) => isElement(cell) && /^t[dh]$/.test(cell.localName));
      if (cells.some(holdsBlocks)) {
        for (const cell of cells) if (!isFurniture(cell, most)) nested(cell, null);
        return;
      }
      const words: string[] = [];
      let column = 0;
      const hang = (): void => {
        for (let above = hanging.get(column); above && above.rows > 0; above = hanging.get(column)) {
          above.rows--;
          if (above.words !== '') words.push(above.words);
          column++;
        }
      };
      for (const cell of cells) {
        hang();
        const own = tidy(inlineOf(cell));
        const rows = spanOf(cell, 'rowspan', MOST_ROWS);
        const columns = spanOf(cell, 'colspan', MOST_COLUMNS);
        if (own !== '') words.push(own);
        for (let i = 0; i < columns; i++)
          if (rows > 1 && column + i < MOST_COLUMNS)
            hanging.set(column + i, {
              words: i === 0 && own.length <= LONGEST_CELL ? own : '',
              rows: rows - 1,
            });
        column += columns;
      }
      hang();
      const heading = head || (cells.length > 1 && cells.every((cell) => cell.localName === 'th'));
      if (words.length > 0) layout.add(heading ? 'navigation' : 'list', words.join(' | '));
    }
  }

  /** The words of a node in which no blocks are expected. */
  function inlineOf(node: HtmlNode, depth = 0): string {
    if (depth > DEEPEST) return node.textContent ?? '';
    let words = '';
    for (const child of childrenOf(node)) {
      if (isText(child)) words += child.textContent ?? '';
      else if (!isElement(child) || isSilent(child) || isFurniture(child, most)) continue;
      else if (child.localName === 'br') words += ' ';
      else if (child.localName === 'sup') words += raised(inlineOf(child, depth + 1));
      else if (BLOCKS.has(child.localName)) words += ` ${inlineOf(child, depth + 1)} `;
      else words += inlineOf(child, depth + 1);
    }
    return words;
  }
}

/**
 * Two breaks part paragraphs. One parts them where what stands before has ended or what follows begins with a number,
 * as in a chronology; else it only folds a line.
 */
function linesOf(words: string): string[] {
  return words
    .replace(/[^\S\u2028]+/g, ' ')
    .replace(/(?: ?\u2028){2,} ?/g, '\u2028\u2028')
    .split(/\s*\u2028(?:\s*\u2028)+\s*|(?<=[.!?:;…”")\]])\s*\u2028\s*|\s*\u2028\s*(?=\d)/)
    .map((line) => line.replaceAll('\u2028', ' '));
}

const spanOf = (cell: HtmlNode, name: string, most: number): number =>
  Math.max(1, Math.min(most, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));

const HOLDING = /^(?:table|ul|ol|dl|h[1-6]|blockquote|figure|section|article)$/;

/** Whether a cell is more than words: it holds a table, a list, a heading or several paragraphs. */
function holdsBlocks(cell: HtmlNode): boolean {
  let paragraphs = 0;
  const open: HtmlNode[] = [...childrenOf(cell)].filter(isElement);
  for (let seen = 0; open.length > 0 && seen < 200; seen++) {
    const node = open.pop()!;
    if (HOLDING.test(node.localName)) return true;
    if (node.localName === 'p' && (node.textContent ?? '').trim() !== '') paragraphs++;
    if (paragraphs > 1) return true;
    if (/^(?:div|p|center|span|tbody)$/.test(node.localName))
      for (const child of childrenOf(node)) if (isElement(child)) open.push(child);
  }
  return false;
}

/** An item that a Word file or a page calls a note. */
const isNote = (item: HtmlNode): boolean => /^(?:foot|end|cite)_?note/i.test(item.getAttribute('id') ?? '');

const isNotes = (list: HtmlNode): boolean =>
  /^doc-(?:endnotes?|footnote)$/.test(list.getAttribute('role') ?? '') ||
  /\b(?:foot|end)notes?\b/.test(list.getAttribute('epub:type') ?? '') ||
  namesOf(list).some((name) => /^(?:references|footnotes?|endnotes?|reflist)$/.test(name));

const isByline = (node: HtmlNode): boolean =>
  (/^(?:p|div|span|address)$/.test(node.localName) &&
    namesOf(node).some((name) => name === 'byline') &&
    (node.textContent ?? '').length < 200) ||
  (node.localName === 'a' && node.getAttribute('rel') === 'author');
