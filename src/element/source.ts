import { listCollection } from '../formats/list.ts';
import type { Category } from '../model/category.ts';
import type { Collection } from '../model/collection.ts';
import { readEdtf } from '../model/edtf.ts';
import type { TimelineEvent } from '../model/event.ts';
import { parseCollection, parseEvent } from '../model/parse.ts';
import type { Problem } from '../model/problem.ts';
import { when } from '../model/when.ts';

/** What was given to the element, checked. */
export interface Given {
  /** null when nothing of it can be shown. */
  readonly collection: Collection | null;
  readonly problems: readonly Problem[];
}

type Loose = { readonly [key: string]: unknown };

/** The text that an address answers with. Rejects with a sentence where it answers with none. */
export async function fetchText(src: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(src, { signal });
  if (!answer.ok) throw new Error(`found the answer ${answer.status}, expected a file`);
  return answer.text();
}

/**
 * Checks what a page gives: a collection, or a list of events. These may say as little as a title and a `date` (EDTF);
 * what else an event needs is filled in. What is no event is left out and told.
 * @param value JSON text, or what was parsed from it. @param name for messages, and of the timeline where it says none.
 */
export function readGiven(value: unknown, name: string): Given {
  let json = value;
  if (typeof value === 'string') {
    try {
      json = JSON.parse(value.replace(/^\uFEFF/, ''));
    } catch (error) {
      return refused(name, `found text that is not JSON (${(error as Error).message})`);
    }
  }
  if (isObject(json) && 'dateline' in json) {
    const { collection, problems } = parseCollection(json);
    return { collection: collection ?? null, problems };
  }
  const list = isObject(json) ? json.events : json;
  if (!Array.isArray(list)) return refused(name, 'found no list of events, expected a collection or a list');
  const named = isObject(json) && typeof json.name === 'string' ? json.name : '';
  const events: TimelineEvent[] = [];
  const problems: Problem[] = [];
  const ids = new Set<string>();
  const kinds = new Map<string, string>();
  for (const [i, item] of list.entries()) {
    const at = `events[${i}]`;
    const refuse = (message: string): unknown =>
      problems.push({ code: 'element/event', message: `${name}: ${at}: ${message}`, at, level: 'kept-out' });
    if (!isObject(item)) {
      refuse('found no object, expected an event');
      continue;
    }
    const filled = filledIn(item, i, kinds);
    if ('problem' in filled) {
      refuse(filled.problem);
      continue;
    }
    const parsed = parseEvent(filled.value, '');
    if ('problems' in parsed) for (const problem of parsed.problems) refuse(problem.message);
    else if (ids.has(parsed.event.id)) refuse(`found the id "${parsed.event.id}" again`);
    else {
      ids.add(parsed.event.id);
      events.push(parsed.event);
    }
  }
  const { categories, ...rest } = listCollection(named, events, []);
  const called = categories.map((one): Category => ({ ...one, name: kinds.get(one.key) ?? one.name }));
  return { collection: { ...rest, categories: called }, problems };
}

/** An event with everything that one has; what it says itself stays as it is. */
function filledIn(
  item: Loose,
  i: number,
  kinds: Map<string, string>,
): { readonly value: unknown } | { readonly problem: string } {
  const { date, edtf = date, time, quote, document, category, ...rest } = item;
  if (time === undefined) {
    if (typeof edtf !== 'string') return { problem: 'found no date, expected EDTF such as "1914-07-28"' };
    const span = readEdtf(edtf);
    if ('problem' in span) return { problem: span.problem };
  }
  const kind = typeof category === 'string' && category.trim() !== '' ? category.trim() : 'events';
  const key = keyOf(kind);
  if (kind !== key && !kinds.has(key)) kinds.set(key, kind);
  const passage = typeof quote === 'string' && quote !== '' ? quote : null;
  const source = passage && {
    document: typeof document === 'string' && document !== '' ? document : 'quote',
    start: 0,
    end: passage.length,
    quote: passage,
    mention: null,
  };
  return {
    value: {
      id: `event-${i + 1}`,
      status: 'happened',
      confidence: 1,
      salience: 0.5,
      actors: [],
      place: null,
      figures: [],
      sources: source ? [source] : [],
      ...rest,
      category: key,
      time: time ?? when(edtf as string, 'explicit'),
    },
  };
}

/** A key that a category may have. */
const keyOf = (kind: string): string => {
  const plain = kind
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  if (plain !== '') return plain;
  // Of another script: its letters by number.
  return `kind-${[...kind].map((letter) => (letter.codePointAt(0) ?? 0).toString(36)).join('-')}`;
};

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refused = (name: string, message: string): Given => ({
  collection: null,
  problems: [{ code: 'element/data', message: `${name}: ${message}`, at: name, level: 'kept-out' }],
});
