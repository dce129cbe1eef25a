import * as v from 'valibot';
import { type Category, TERM } from './category.ts';
import { COLLECTION_VERSION, type Collection } from './collection.ts';
import { byTime } from './current.ts';
import type { TextSpan } from './document.ts';
import { type Edit, inOrder, keyOf } from './edit.ts';
import type { TimelineEvent } from './event.ts';
import { evidenceOf } from './evidence.ts';
import type { Problem } from './problem.ts';
import { categoriesSchema, collectionSchema, eventSchema, oneEditSchema } from './schema.ts';

/** A collection with notes about it, or what stands against reading it. */
export type Parsed<T = Collection> =
  | { readonly collection: T; readonly problems: readonly Problem[] }
  | { readonly collection?: never; readonly problems: readonly Problem[] };

/**
 * Reads a saved collection and trusts nothing in it: shapes, dates, offsets, quotes, references between the parts.
 * Whole or not at all. Every problem names its path: `events[3].time.edtf: found "2024-13", expected …`. What an
 * earlier version saved is brought into the form of this one.
 * @param value JSON text (a byte order mark is allowed), or what was parsed from it. Not modified.
 * @returns the collection, with its events in order, and notes (fields that this version does not know and leaves
 * out); or problems of level `kept-out`, at least one, and no collection.
 */
export function parseCollection(value: unknown): Parsed {
  const json = typeof value === 'string' ? parseJson(value) : { value };
  if ('problem' in json) return { problems: [json.problem] };
  const refused = versionProblem(json.value);
  if (refused) return { problems: [refused] };
  const form = migrate(json.value);
  const result = v.safeParse(collectionSchema, form);
  if (!result.success) return { problems: result.issues.map((issue) => problemOf(issue)) };
  const broken = brokenBonds(result.output);
  if (broken.length > 0) return { problems: broken };
  const events = [...result.output.events].sort(byTime);
  const edits = form === json.value ? result.output.edits : withEvidence(result.output.edits, events);
  const collection = { ...result.output, events, edits: inOrder(edits) };
  return { collection, problems: unknownFields(form, result.output, '') };
}

/**
 * Checks one edit, as in the journal of a collection; what it names is not looked for.
 * @returns null where it is none.
 */
export function parseEdit(value: unknown): Edit | null {
  const result = v.safeParse(oneEditSchema, value);
  return result.success ? result.output : null;
}

/** A collection of an earlier version in the form of this one; what is wrong in it stays wrong. */
function migrate(value: unknown): unknown {
  const saved = value as { readonly dateline?: unknown; readonly edits?: unknown };
  if (saved.dateline !== 1) return value;
  const edits = Array.isArray(saved.edits)
    ? saved.edits.map((edit: unknown) =>
        typeof edit === 'object' && edit !== null && !Array.isArray(edit) ? { ...edit, kind: 'event' } : edit,
      )
    : saved.edits;
  return { ...saved, dateline: COLLECTION_VERSION, ...(edits === undefined ? {} : { edits }) };
}

/** Edits of single events, each with what says which event is meant. */
function withEvidence(edits: readonly Edit[], events: readonly TimelineEvent[]): Edit[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return edits.map((edit) => {
    if (edit.kind !== 'event' || edit.about) return edit;
    const event = byId.get(edit.event);
    return event ? { ...edit, about: evidenceOf(event, events) } : edit;
  });
}

/**
 * Reads one event that stands by itself, in a line of NDJSON for instance. Documents and categories it names are
 * not looked for.
 * @param path what stands before the field in messages, such as `events[3]` or `line 4`.
 */
export function parseEvent(
  value: unknown,
  path: string,
): { readonly event: TimelineEvent } | { readonly problems: readonly Problem[] } {
  const result = v.safeParse(eventSchema, value);
  return result.success
    ? { event: result.output }
    : { problems: result.issues.map((issue) => problemOf(issue, path)) };
}

/**
 * Reads a list of categories, as in `data/categories.json`, or those that a saved collection carries. Whole or not at
 * all; keys are unique, terms of the form that `model/category.ts` tells. Every problem names its path.
 * @param value JSON text, or what was parsed from it.
 * @returns the categories in their order, and notes (fields that are not known and left out); or problems of level
 * `kept-out`, at least one, and no categories.
 */
export function parseCategories(
  value: unknown,
):
  | { readonly categories: readonly Category[]; readonly problems: readonly Problem[] }
  | { readonly categories?: never; readonly problems: readonly Problem[] } {
  const json = typeof value === 'string' ? parseJson(value, 'a list of categories') : { value };
  if ('problem' in json) return { problems: [json.problem] };
  const list = listOfCategories(json.value);
  const result = v.safeParse(categoriesSchema, list);
  if (!result.success) return { problems: result.issues.map((issue) => problemOf(issue, 'categories')) };
  const broken = [...duplicates(result.output, 'categories', 'key'), ...result.output.flatMap(termProblems)];
  if (broken.length > 0) return { problems: broken };
  return { categories: result.output, problems: unknownFields(list, result.output, 'categories') };
}

/**
 * Whether a JSON text is meant as a list of categories and not as a collection or something else, by what stands in
 * it: a list with an object that has a key or terms. It may still be a wrong one.
 */
export function isCategoryList(text: string): boolean {
  const json = parseJson(text);
  if ('problem' in json || !Array.isArray(json.value)) return false;
  return json.value.some(
    (item) =>
      typeof item === 'object' && item !== null && ('terms' in item || ('key' in item && 'colour' in item)),
  );
}

/** A saved collection carries its categories: whoever names it means those. */
function listOfCategories(value: unknown): unknown {
  const saved = typeof value === 'object' && value !== null && 'dateline' in value && 'categories' in value;
  return saved ? value.categories : value;
}

function termProblems({ terms }: Category, index: number): Problem[] {
  return Object.keys(terms)
    .filter((term) => !TERM.test(term))
    .map((term) =>
      problem(
        join(`categories[${index}].terms`, term),
        `found the term ${shown(term)}, expected words in lower case with one space between, such as "election*", ` +
          '"take|took office" or "sign* … treaty"',
      ),
    );
}

/** A value from outside as a message shows it: short, on one line. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…"` : text;
}

function problem(path: string, message: string, code = 'collection/invalid'): Problem {
  return { code, message: path ? `${path}: ${message}` : message, at: path, level: 'kept-out' };
}

function parseJson(
  text: string,
  expected = 'a Dateline collection',
): { readonly value: unknown } | { readonly problem: Problem } {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (plain.trim() === '') {
    return { problem: problem('', `found an empty file, expected ${expected}`, 'collection/json') };
  }
  try {
    return { value: JSON.parse(plain) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      problem: problem('', `found text that is not JSON (${why}), expected ${expected}`, 'collection/json'),
    };
  }
}

function versionProblem(value: unknown): Problem | null {
  const version =
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'dateline')
      ? (value as { dateline: unknown }).dateline
      : undefined;
  if (version === COLLECTION_VERSION || version === 1) return null;
  if (typeof version === 'number' && version > COLLECTION_VERSION) {
    return problem(
      'dateline',
      `found version ${version}, expected ${COLLECTION_VERSION} at most: a newer Dateline saved this file, and it ` +
        'would lose something here',
      'collection/newer',
    );
  }
  const found = version === undefined ? shown(value) : `version ${shown(version)}`;
  return problem(
    'dateline',
    `found ${found}, expected a Dateline collection: an object with "dateline": ${COLLECTION_VERSION}`,
    'collection/not-one',
  );
}

function problemOf(issue: v.BaseIssue<unknown>, base = ''): Problem {
  const path = (issue.path ?? []).reduce((text, item) => join(text, item.key), base);
  const last = issue.path?.at(-1);
  const missing = issue.input === undefined && last !== undefined && last.origin === 'key';
  const found = missing ? 'nothing' : shown(last && issue.kind === 'validation' ? last.value : issue.input);
  const expected = missing ? 'a value' : issue.message;
  const message = expected.startsWith('found ') ? expected : `found ${found}, expected ${expected}`;
  return problem(path, message);
}

function join(path: string, key: unknown): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  const name = String(key);
  if (!/^\w+$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path ? `${path}.${name}` : name;
}

/** What must hold between the parts of a collection. */
function brokenBonds(collection: Collection): Problem[] {
  const problems = [
    ...duplicates(collection.documents, 'documents', 'id'),
    ...duplicates(collection.events, 'events', 'id'),
    ...duplicates(collection.categories, 'categories', 'key'),
    ...duplicateEdits(collection),
  ];
  const texts = new Map([...collection.documents].reverse().map((document) => [document.id, document.text]));
  const keys = new Set(collection.categories.map((category) => category.key));
  const keyed = (category: string | undefined, path: string) => {
    if (category === undefined || keys.has(category)) return;
    const known = [...keys].join(', ') || 'none';
    problems.push(problem(path, `found ${shown(category)}, expected one of the categories: ${known}`));
  };
  const within = (span: TextSpan, text: string, path: string): boolean => {
    if (span.end > span.start && span.end <= text.length) return true;
    problems.push(
      problem(
        path,
        `found ${span.start} to ${span.end}, expected a stretch of the document's text, 0 to ${text.length}`,
      ),
    );
    return false;
  };
  const copied = (copy: string, span: TextSpan, text: string, path: string) => {
    const there = text.slice(span.start, span.end);
    if (copy === there) return;
    problems.push(
      problem(path, `found ${shown(copy)}, expected the text as it stands there: ${shown(there)}`),
    );
  };

  collection.documents.forEach((document, d) => {
    if (document.date?.at) within(document.date.at, document.text, `documents[${d}].date.at`);
  });
  collection.events.forEach((event, e) => {
    keyed(event.category, `events[${e}].category`);
    event.sources.forEach((source, s) => {
      const path = `events[${e}].sources[${s}]`;
      const text = texts.get(source.document);
      if (text === undefined) {
        problems.push(
          problem(`${path}.document`, `found ${shown(source.document)}, expected the id of a document here`),
        );
        return;
      }
      if (within(source, text, path)) copied(source.quote, source, text, `${path}.quote`);
      if (source.mention && within(source.mention, text, `${path}.mention`)) {
        copied(source.mention.text, source.mention, text, `${path}.mention.text`);
      }
    });
  });
  collection.edits.forEach((edit, i) => {
    if (edit.kind === 'event' || edit.kind === 'rule') keyed(edit.category, `edits[${i}].category`);
    // Where its passages stand in the documents is looked for when it is shown: a document may have changed since.
    if (edit.kind === 'added') keyed(edit.event.category, `edits[${i}].event.category`);
  });
  return problems;
}

function duplicates<K extends string>(
  items: readonly Readonly<Record<K, string>>[],
  list: string,
  key: K,
): Problem[] {
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  items.forEach((item, i) => {
    const before = first.get(item[key]);
    if (before === undefined) first.set(item[key], i);
    else {
      problems.push(
        problem(
          `${list}[${i}].${key}`,
          `found ${shown(item[key])} again, expected it only in ${list}[${before}]`,
        ),
      );
    }
  });
  return problems;
}

/** Two edits of one thing, and edits that make events with ids that others have. */
function duplicateEdits({ events, edits }: Collection): Problem[] {
  const places = new Map(events.map((event, e) => [event.id, `events[${e}]`]));
  const keys = new Map<string, string>();
  const problems: Problem[] = [];
  const once = (
    seen: Map<string, string>,
    value: string,
    found: string,
    path: string,
    place: string,
  ): void => {
    const before = seen.get(value);
    if (before === undefined) seen.set(value, place);
    else problems.push(problem(path, `found ${shown(found)} again, expected it only in ${before}`));
  };
  edits.forEach((edit, i) => {
    const place = `edits[${i}]`;
    if (edit.kind === 'event') once(keys, keyOf(edit), edit.event, `${place}.event`, place);
    else if (edit.kind === 'date') once(keys, keyOf(edit), edit.document, `${place}.document`, place);
    else if (edit.kind === 'added') once(places, edit.event.id, edit.event.id, `${place}.event.id`, place);
    else if (edit.kind === 'merge') once(places, edit.id, edit.id, `${place}.id`, place);
    else {
      once(keys, keyOf(edit), edit.id, `${place}.id`, place);
      if (edit.kind !== 'split') return;
      edit.parts.forEach((part, p) => {
        once(places, part.id, part.id, `${place}.parts[${p}].id`, `${place}.parts[${p}]`);
      });
    }
  });
  return problems;
}

/** Notes for what the input has and the output lacks. Goes no deeper than the output, so depth is bounded. */
function unknownFields(input: unknown, output: unknown, path: string): Problem[] {
  if (typeof input !== 'object' || input === null || typeof output !== 'object' || output === null) return [];
  if (input === output) return [];
  const kept = output as Record<string, unknown>;
  return Object.entries(input).flatMap(([key, value]) => {
    const at = join(path, Array.isArray(input) ? Number(key) : key);
    if (Object.hasOwn(kept, key)) return unknownFields(value, kept[key], at);
    const message = `${at}: found a field that is not known here; it is left out`;
    return [{ code: 'collection/unknown-field', message, at, level: 'note' as const }];
  });
}
