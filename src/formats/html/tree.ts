/** As much of a DOM node as reading needs: a browser's, or the parser's that workers and Node have in its place. */
export interface HtmlNode {
  /** 1 element, 3 text, 9 document, 11 fragment. */
  readonly nodeType: number;
  /** Name of an element in lower case. */
  readonly localName: string;
  readonly textContent: string | null;
  readonly parentNode: HtmlNode | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
}

export const isElement = (node: HtmlNode): boolean => node.nodeType === 1;

export const isText = (node: HtmlNode): boolean => node.nodeType === 3;

/** Child nodes, in order. */
export function* childrenOf(node: HtmlNode): Generator<HtmlNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child;
}

/** Every element below a node, in document order; no recursion, since pages nest as deep as they like. */
export function* elementsOf(root: HtmlNode): Generator<HtmlNode> {
  let node: HtmlNode | null = root.firstChild;
  while (node) {
    if (isElement(node)) yield node;
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode;
    if (!node || node === root) return;
    node = node.nextSibling;
  }
}

/** Words of class and id, lower case: `site-headerNav` gives site, header, nav. */
export function namesOf(node: HtmlNode): readonly string[] {
  const names = `${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`.slice(0, 400);
  return names.trim() === ''
    ? []
    : names
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z]+/)
        .filter((word) => word !== '');
}
