import type { Collection } from './collection.ts';
import { byTime } from './combine.ts';

/** What is changed of a collection where documents come, go or are read otherwise: all but its edits. */
export type ReadPart = Pick<Collection, 'name' | 'documents' | 'events' | 'categories' | 'problems'>;

/** Fields of one thing as they were and as they are; a field that is not there is missing on that side. */
export interface Patch {
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Things with ids that came, that went, and those of which some fields are different. */
export interface ListChange<T> {
  readonly gone: readonly T[];
  readonly come: readonly T[];
  readonly patched: readonly Patch[];
}

/** What reading has changed, forth and back, and no more: of an event that was sorted anew, its category alone. */
export interface SourceChange {
  readonly documents: ListChange<Collection['documents'][number]>;
  readonly events: ListChange<Collection['events'][number]>;
  /** Ids of the documents in their order on either side, where documents came, went or changed places. */
  readonly order?: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** What is short enough to be kept whole; what is the same on both sides is left out. */
  readonly rest: {
    readonly before: Partial<Pick<ReadPart, 'name' | 'categories' | 'problems'>>;
    readonly after: Partial<Pick<ReadPart, 'name' | 'categories' | 'problems'>>;
  };
}

const REST = ['name', 'categories', 'problems'] as const;

/**
 * What leads from one reading to another one. O(n) in events and documents.
 * @returns null where nothing is different.
 */
export function sourceChange(before: ReadPart, after: ReadPart): SourceChange | null {
  const documents = listChange(before.documents, after.documents);
  const events = listChange(before.events, after.events);
  const [was, is] = [before.documents.map(({ id }) => id), after.documents.map(({ id }) => id)];
  const moved = !same(was, is);
  const different = REST.filter((field) => !same(before[field], after[field]));
  if (isNone(documents) && isNone(events) && !moved && different.length === 0) return null;
  return {
    documents,
    events,
    ...(moved ? { order: { before: was, after: is } } : {}),
    rest: { before: picked(before, different), after: picked(after, different) },
  };
}

/**
 * A collection with what reading has changed, or without it again. What it does not name stays as it is: should the
 * collection have been read otherwise meanwhile, nothing of that is lost.
 * @param side `after` does it, `before` takes it back. @returns events in time order. Not modified.
 */
export function applySourceChange<C extends ReadPart>(
  collection: C,
  change: SourceChange,
  side: 'before' | 'after',
): C {
  const documents = applyList(collection.documents, change.documents, side);
  const places = new Map(change.order?.[side].map((id, i) => [id, i]));
  const placeOf = ({ id }: { readonly id: string }): number => places.get(id) ?? places.size;
  return {
    ...collection,
    ...change.rest[side],
    documents: change.order ? documents.sort((a, b) => placeOf(a) - placeOf(b)) : documents,
    events: applyList(collection.events, change.events, side).sort(byTime),
  };
}

function listChange<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): ListChange<T> {
  const now = new Map(after.map((item) => [item.id, item]));
  const then = new Set(before.map(({ id }) => id));
  return {
    gone: before.filter(({ id }) => !now.has(id)),
    come: after.filter(({ id }) => !then.has(id)),
    patched: before.flatMap((was) => {
      const is = now.get(was.id);
      return is && is !== was ? patchOf(was, is) : [];
    }),
  };
}

function patchOf(was: { readonly id: string }, is: { readonly id: string }): Patch[] {
  const [old, fresh] = [new Map(Object.entries(was)), new Map(Object.entries(is))];
  const different = [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (field) => !same(old.get(field), fresh.get(field)),
  );
  const side = (fields: ReadonlyMap<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(different.flatMap((field) => (fields.has(field) ? [[field, fields.get(field)]] : [])));
  return different.length > 0 ? [{ id: was.id, before: side(old), after: side(fresh) }] : [];
}

function applyList<T extends { readonly id: string }>(
  items: readonly T[],
  change: ListChange<T>,
  side: 'before' | 'after',
): T[] {
  const [leaving, coming] = side === 'after' ? [change.gone, change.come] : [change.come, change.gone];
  const left = new Set([...leaving, ...coming].map(({ id }) => id));
  const patches = new Map(change.patched.map((patch) => [patch.id, patch]));
  const kept = items.filter(({ id }) => !left.has(id));
  return [...kept.map((item) => patchedBy(item, patches.get(item.id), side)), ...coming];
}

function patchedBy<T extends object>(item: T, patch: Patch | undefined, side: 'before' | 'after'): T {
  if (!patch) return item;
  const other = side === 'after' ? patch.before : patch.after;
  const rest = Object.entries(item).filter(([field]) => !Object.hasOwn(other, field));
  return { ...Object.fromEntries(rest), ...patch[side] } as T;
}

const isNone = ({ gone, come, patched }: ListChange<unknown>): boolean =>
  gone.length + come.length + patched.length === 0;

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const picked = <T extends object, K extends keyof T>(from: T, fields: readonly K[]): Pick<T, K> =>
  Object.fromEntries(fields.map((field) => [field, from[field]])) as unknown as Pick<T, K>;
