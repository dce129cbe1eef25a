import { childrenOf, type HtmlNode, isElement, namesOf } from './tree.ts';

/** Elements that hold no words of a text. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'math',
  'button',
  'select',
  'textarea',
  'input',
  'option',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'map',
  'dialog',
  'meta',
  'link',
  'datalist',
  'menu',
]); // prettier-ignore

/** Elements and roles that belong to the site. */
const OF_THE_SITE = new Set(['nav', 'aside', 'footer']);
const ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
]);

/** Words of class names by which sites call what is not the text. */
const NAMES = new Set([
  'nav',
  'navbar',
  'navigation',
  'navbox',
  'menu',
  'submenu',
  'breadcrumb',
  'breadcrumbs',
  'cookie',
  'cookies',
  'consent',
  'gdpr',
  'onetrust',
  'comment',
  'comments',
  'commentlist',
  'disqus',
  'respond',
  'share',
  'sharing',
  'sharedaddy',
  'social',
  'newsletter',
  'subscribe',
  'subscription',
  'signup',
  'related',
  'recommended',
  'recommendations',
  'promo',
  'advert',
  'advertisement',
  'ads',
  'sponsored',
  'sidebar',
  'footer',
  'skip',
  'popup',
  'modal',
  'paywall',
  'pagination',
  'pager',
  'toolbar',
  'editsection',
  'catlinks',
  'printfooter',
  'siteheader',
  'masthead',
  'outbrain',
  'taboola',
  'noprint',
  'toc',
]); // prettier-ignore

/** Never dropped for what they are called. */
const WHOLE = new Set(['html', 'body', 'main', 'article', 'p', 'h1', 'h2', 'td', 'li']);

/** Whether an element holds no words that are shown. */
export const isSilent = (node: HtmlNode): boolean =>
  SILENT.has(node.localName) ||
  node.getAttribute('hidden') !== null ||
  node.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(node.getAttribute('style') ?? '');

/**
 * Whether an element is part of the site and not of the text: navigation, cookie bar, comments, share buttons.
 * @param most what holds more letters than this is no furniture, whatever it is called: sites name wrappers carelessly.
 */
export function isFurniture(node: HtmlNode, most: number): boolean {
  const named =
    OF_THE_SITE.has(node.localName) ||
    ROLES.has(node.getAttribute('role') ?? '') ||
    (!WHOLE.has(node.localName) && namesOf(node).some((name) => NAMES.has(name)));
  return named && (node.textContent ?? '').length <= most;
}

/** Whether a list is one of links: titles of other pages, none with a year. */
export function isLinkList(list: HtmlNode): boolean {
  let items = 0;
  let letters = 0;
  let linked = 0;
  for (const item of childrenOf(list)) {
    if (!isElement(item)) continue;
    const text = (item.textContent ?? '').trim();
    if (text.length > 160 || /\b\d{3,4}\b/.test(text)) return false;
    items++;
    letters += text.length;
    for (const child of childrenOf(item))
      if (isElement(child) && child.localName === 'a') linked += (child.textContent ?? '').trim().length;
  }
  return items > 1 && linked > letters * 0.9;
}
