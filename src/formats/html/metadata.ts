import type { DocumentDate } from '../../model/document.ts';
import { dayOf } from '../days.ts';
import { tidy } from '../parts.ts';
import { type HtmlNode, namesOf } from './tree.ts';

/** What a page says of itself. */
export interface PageFacts {
  readonly title: string | null;
  readonly date: DocumentDate | null;
}

interface Dated {
  readonly value: string;
  /** Where it stands, for a person. */
  readonly from: string;
  /** Best first: published, then what may be, then changed. */
  readonly rank: number;
}

/** A script of data that is longer than this is a page's programme. UTF-16 units. */
const LONGEST = 500_000;
/** No page speaks from before printing. */
const EARLIEST = '1450';

/** Names of `meta` elements that give the day of publication, then those of a change. */
const PUBLISHED =
  /^(?:article:published(?:_time)?|og:published_time|og:article:published_time|datepublished|date|pub_?date|publish_?date|publication_date|publicationdate|parsely-pub-date|sailthru\.date|dc\.date(?:\.(?:issued|created|published))?|dcterms\.(?:date|created|issued|available)|citation_(?:publication_|online_)?date|article\.published|originalpublicationdate|release_date|cxenseparse:recs:publishtime|book:release_date|video:release_date)$/;
const CHANGED =
  /^(?:article:modified(?:_time)?|og:updated_time|last-?modified|datemodified|dc\.date\.modified|dcterms\.modified|revised|article\.updated)$/;

/** The day and the title that a page gives: JSON-LD, Open Graph and other `meta`, then `<time>`. Linear. */
export function factsOf(elements: Iterable<HtmlNode>): PageFacts {
  const dates: Dated[] = [];
  const titles: { words: string; rank: number }[] = [];
  let wiki = false;
  let headed = false;
  for (const element of elements) {
    const name = element.localName;
    const prop = (element.getAttribute('itemprop') ?? '').toLowerCase();
    if (name === 'meta') {
      const key = (element.getAttribute('property') ?? element.getAttribute('name') ?? prop).toLowerCase();
      const value = element.getAttribute('content') ?? '';
      if (PUBLISHED.test(key)) dates.push({ value, from: `the page's meta ${key}`, rank: 2 });
      else if (CHANGED.test(key)) dates.push({ value, from: `the page's meta ${key}`, rank: 8 });
      else if (key === 'og:title' || key === 'twitter:title' || key === 'citation_title')
        titles.push({ words: value, rank: key === 'twitter:title' ? 3 : 2 });
      else if (key === 'generator') wiki = /^MediaWiki/i.test(value);
    } else if (name === 'script' && /ld\+json/i.test(element.getAttribute('type') ?? '')) {
      const script = element.textContent ?? '';
      if (script.length <= LONGEST) readLinked(script, dates, titles);
    } else if (name === 'time') {
      const value = element.getAttribute('datetime') ?? element.textContent ?? '';
      const published =
        prop === 'datepublished' || element.getAttribute('pubdate') !== null || posted(element);
      if (published) dates.push({ value, from: 'the page’s <time>', rank: 4 });
      else if (!headed || isInHeader(element))
        dates.push({ value, from: 'the first <time> of the page', rank: 6 });
      headed = true;
    } else if (prop === 'datepublished') {
      dates.push({
        value: element.getAttribute('content') ?? element.textContent ?? '',
        from: 'the page’s datePublished',
        rank: 3,
      });
    } else if (/^(?:span|p|div|li)$/.test(name) && posted(element)) {
      const value = tidy((element.textContent ?? '').slice(0, 80)).replace(
        /^(?:first )?(?:published|posted|date|updated|issued)?(?: on)?\s*:?\s*/i,
        '',
      );
      dates.push({ value, from: 'the page’s line of publication', rank: 7 });
    } else if (name === 'h1') titles.push({ words: element.textContent ?? '', rank: 4 });
    else if (name === 'title' && element.parentNode?.localName !== 'svg')
      titles.push({ words: withoutSite(element.textContent ?? ''), rank: 5 });
  }
  // An encyclopedia speaks from its last change: it was begun long before most of what it tells.
  const rank = (dated: Dated): number => (wiki && dated.rank === 8 ? -1 : dated.rank);
  const read = dates
    .map((dated) => ({ ...dated, edtf: dayOf(dated.value), rank: rank(dated) }))
    .filter(({ edtf, rank }) => edtf !== null && edtf >= EARLIEST && (edtf.length === 10 || rank < 6))
    .sort((a, b) => a.rank - b.rank)[0];
  const title = titles
    .map(({ words, rank }) => ({ words: tidy(words), rank }))
    .filter(({ words }) => words !== '')
    .sort((a, b) => a.rank - b.rank)[0];
  return {
    title: title?.words ?? null,
    date: read?.edtf
      ? { edtf: read.edtf, origin: 'metadata', reason: `${read.from}: ${tidy(read.value).slice(0, 60)}` }
      : null,
  };
}

/** Articles within a script of linked data. What is no JSON says nothing, as browsers and search engines have it. */
function readLinked(script: string, dates: Dated[], titles: { words: string; rank: number }[]): void {
  let data: unknown;
  try {
    data = JSON.parse(script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''));
  } catch {
    // A page's own mistake; its other dates and its text are read all the same.
    return;
  }
  const open: unknown[] = [data];
  for (let seen = 0; open.length > 0 && seen < 2000; seen++) {
    const value = open.shift();
    if (Array.isArray(value)) open.push(...value.slice(0, 200));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const thing = value as Record<string, unknown>;
    const type = JSON.stringify(thing['@type'] ?? '');
    const article = /Article|Posting|Report|Chapter|Speech|Legislation|Book|CreativeWork/.test(type);
    const page = /WebPage|ItemPage/.test(type);
    for (const [key, late] of [
      ['datePublished', 0],
      ['dateCreated', 2],
      ['dateModified', 8],
    ] as const) {
      const text = thing[key];
      if (typeof text === 'string' && (article || page))
        dates.push({
          value: text,
          from: `the page's JSON-LD ${key}`,
          rank: late === 8 ? 8 : late + (article ? 0 : 1),
        });
    }
    if (article && typeof thing.headline === 'string') titles.push({ words: thing.headline, rank: 1 });
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) if (thing[key]) open.push(thing[key]);
  }
}

const posted = (element: HtmlNode): boolean =>
  namesOf(element).some((name) =>
    /^(?:published|pubdate|posted|timestamp|dateline|postdate|datetime|entrydate)$/.test(name),
  ) ||
  /(?:^|[\s_-])(?:entry|post|article|publish|publication|issue)[\s_-]?date(?:$|[\s_-])/i.test(
    element.getAttribute('class') ?? '',
  );

function isInHeader(element: HtmlNode): boolean {
  let node: HtmlNode | null = element;
  for (let depth = 0; node && depth < 6; depth++, node = node.parentNode)
    if (node.localName === 'header') return true;
  return false;
}

/** `The mill burns | Harbour Courier` without the name of the site. */
function withoutSite(title: string): string {
  const cut = /^(.{8,}?\S\s\S.*)\s+(?:[|»·•]|[-–—])\s+[^|»·•–—]{2,50}$/su.exec(tidy(title.slice(0, 600)));
  return cut?.[1] ?? title;
}
