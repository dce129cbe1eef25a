import { childrenOf, elementsOf, type HtmlNode, isElement } from './tree.ts';

/** A page of more elements than this is a data set or a book; to look for its article would take many seconds. */
const MOST_ELEMENTS = 12_000;
/** Nor is one looked for in what nests deeper than any page for people does. */
const DEEPEST = 300;
/** An article has this many letters at least. */
const LEAST = 200;
/** One branch of the tree is the article when it holds this share of what the reader keeps. */
const SHARE = 0.9;
/** Elements whose letters are a text's own. */
const LEAVES = new Set([
  'p',
  'li',
  'dd',
  'dt',
  'td',
  'th',
  'blockquote',
  'pre',
  'h2',
  'h3',
  'h4',
  'figcaption',
]);

/**
 * The element that holds the article. `kept` tells, by their numbers in document order, which elements are worth reading; the article is the smallest
 * element around nearly all of them, so that lists and tables between them, which such readers like to drop, stay.
 * Pages without one: what is marked as such (`article`, `main`), else everything.
 */
export function findArticle(page: HtmlNode, kept: () => readonly number[]): HtmlNode {
  const elements = [...elementsOf(page)];
  const body = elements.find((element) => element.localName === 'body' && element.firstChild) ?? page;
  const found =
    elements.length <= MOST_ELEMENTS && body !== page && !isDeep(elements)
      ? around(body, elements, kept())
      : null;
  return found ?? marked(elements) ?? body;
}

function isDeep(elements: readonly HtmlNode[]): boolean {
  const depths = new Map<HtmlNode, number>();
  for (const element of elements) {
    const depth = (element.parentNode ? (depths.get(element.parentNode) ?? 0) : 0) + 1;
    if (depth > DEEPEST) return true;
    depths.set(element, depth);
  }
  return false;
}

function around(body: HtmlNode, elements: readonly HtmlNode[], kept: readonly number[]): HtmlNode | null {
  const weight = new Map<HtmlNode, number>();
  for (const n of kept) {
    const element = elements[n];
    if (!element || !LEAVES.has(element.localName)) continue;
    const letters = (element.textContent ?? '').trim().length;
    for (let node: HtmlNode | null = element; node; node = node.parentNode)
      weight.set(node, (weight.get(node) ?? 0) + letters);
  }
  const total = weight.get(body) ?? 0;
  if (total < LEAST) return null;
  let root = body;
  for (;;) {
    let next: HtmlNode | null = null;
    for (const child of childrenOf(root)) if ((weight.get(child) ?? 0) >= total * SHARE) next = child;
    if (!next || LEAVES.has(next.localName) || /^(?:table|tbody|tr|ul|ol|dl)$/.test(next.localName))
      return root;
    root = next;
  }
}

/** The longest `article` if it stands out, else `main`. */
function marked(elements: readonly HtmlNode[]): HtmlNode | null {
  const size = (element: HtmlNode): number => (element.textContent ?? '').length;
  const articles = elements.filter((element) => element.localName === 'article').slice(0, 200);
  const sizes = articles.map(size);
  const most = Math.max(0, ...sizes);
  const sum = sizes.reduce((a, b) => a + b, 0);
  const main = elements.find(
    (element) =>
      element.localName === 'main' ||
      element.getAttribute('role') === 'main' ||
      element.getAttribute('itemprop') === 'articleBody',
  );
  if (most >= LEAST && most > sum * 0.6) return articles[sizes.indexOf(most)] ?? null;
  return main && isElement(main) && size(main) >= LEAST ? main : null;
}
