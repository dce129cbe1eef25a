import { COLLECTION_VERSION } from '../model/collection.ts';
import type { Source } from '../model/event.ts';
import { parseCollection } from '../model/parse.ts';
import type { Problem } from '../model/problem.ts';
import { LARGEST_FILE } from './document.ts';
import { textOfPassages } from './list.ts';
import type { Saved } from './saved.ts';

/** Where `paintSvg` keeps what a picture shows. Programs that save a picture again may change quotes and order. */
const DATA = /<(?:\w+:)?metadata\b[^>]*?\bid=["']dateline-data["'][^>]*>(.*?)<\/(?:\w+:)?metadata\s*>/s;

/** Whether a text is an SVG picture, by its beginning. */
export const isSvg = (text: string): boolean =>
  /^\ufeff?(?:\s|<\?xml[^>]*>|<!--.*?-->|<!doctype svg[^>[]*(?:\[[^\]]*\])?[^>]*>)*<(?:\w+:)?svg[\s>]/is.test(
    text.slice(0, 4096),
  );

/**
 * Reads the collection back from a picture that `paintSvg` wrote: the events that it shows as a person had left them, their
 * categories without words to look for, and of the documents the passages that report the events, each where it stood.
 * @param name of the file, for messages.
 * @returns a note where the picture shows more events than it lists; no collection where none is in it.
 */
export function readSvg(text: string, name: string): Saved {
  const json = DATA.exec(text)?.[1];
  if (json === undefined)
    return refused(name, 'found a picture without data, expected an SVG file that Dateline wrote');
  let value: unknown;
  try {
    value = JSON.parse(unescaped(json));
  } catch (error) {
    return refused(
      name,
      `found data that is not JSON (${(error as Error).message}), expected what Dateline wrote into the picture`,
    );
  }
  const filled = withPassages(value);
  if ('problem' in filled) return refused(name, filled.problem);
  const { collection, problems } = parseCollection(filled.value);
  if (!collection) return { collection: null, problems, leftOut: [] };
  const inView = filled.inView ?? 0;
  const more: Problem[] =
    inView > collection.events.length
      ? [
          {
            code: 'svg/part',
            message: `${name}: the picture shows ${inView} events and lists the ${collection.events.length} that are drawn by themselves; only these were read`,
            at: name,
            level: 'kept-out',
          },
        ]
      : [];
  return { collection, problems, leftOut: more };
}

/** What was kept, as a collection that can be checked like any other. Nothing in it is trusted yet. */
function withPassages(
  value: unknown,
): { readonly value: unknown; readonly inView: number | null } | { readonly problem: string } {
  if (!isObject(value))
    return { problem: 'found data that is no object, expected events and their documents' };
  const { eventsInView, window: _, ...rest } = value;
  const { categories, documents, events } = rest as { readonly [key: string]: unknown };
  const passages = new Map<unknown, Source[]>();
  for (const event of listOf(events)) {
    for (const source of listOf(event.sources)) {
      const { start, quote, mention } = source;
      const at = isObject(mention) ? mention : null;
      const sound =
        isOffset(start) &&
        typeof quote === 'string' &&
        (at === null || (isOffset(at.start) && typeof at.text === 'string'));
      // The check that follows says what is wrong with it.
      if (!sound) continue;
      const known = passages.get(source.document);
      if (known) known.push(source as unknown as Source);
      else passages.set(source.document, [source as unknown as Source]);
    }
  }
  const collection = {
    problems: [],
    edits: [],
    ...rest,
    dateline: rest.dateline ?? COLLECTION_VERSION,
    // Those of other events than the picture shows have no lane.
    ...(Array.isArray(categories) ? { categories: categories.map((category) => withTerms(category)) } : {}),
    ...(Array.isArray(documents) ? { documents: withTexts(documents, passages) } : {}),
  };
  return { value: collection, inView: typeof eventsInView === 'number' ? eventsInView : null };
}

const withTerms = (category: unknown): unknown =>
  isObject(category) ? { terms: {}, ...category } : category;

/** A document that a passage names and the list does not is there as well, under its id. */
function withTexts(
  documents: readonly unknown[],
  passages: ReadonlyMap<unknown, readonly Source[]>,
): unknown {
  const ids = new Set(documents.map((document) => (isObject(document) ? document.id : undefined)));
  const others = [...passages.keys()].filter((id) => typeof id === 'string' && !ids.has(id));
  return [
    ...documents.map((document) => withText(document, passages)),
    ...others.map((id) => withText({ id, name: id, title: '', format: 'text', date: null }, passages)),
  ];
}

function withText(document: unknown, passages: ReadonlyMap<unknown, readonly Source[]>): unknown {
  if (!isObject(document)) return document;
  const { date, id } = document;
  const text = textOfPassages(passages.get(id) ?? []);
  // The words that print its date are not among the passages.
  const { at: _, ...dated } = isObject(date) ? date : {};
  return { ...document, date: isObject(date) ? dated : null, text };
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly { readonly [key: string]: unknown }[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

const isOffset = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < LARGEST_FILE;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters of an element's text. */
function unescaped(xml: string): string {
  const plain = /^\s*<!\[CDATA\[(.*)\]\]>\s*$/s.exec(xml)?.[1];
  if (plain !== undefined) return plain;
  return xml.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

const refused = (name: string, message: string): Saved => ({
  collection: null,
  problems: [{ code: 'svg/data', message: `${name}: ${message}`, at: name, level: 'kept-out' }],
  leftOut: [],
});
