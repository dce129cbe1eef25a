import { attach } from './attach.ts';
import type { Collection } from './collection.ts';
import type { Document } from './document.ts';
import {
  type AddedEdit,
  byOrder,
  byText,
  type DateEdit,
  type Edit,
  type EventEdit,
  inOrder,
  keyOf,
  type MergeEdit,
  madeBy,
  type Rule,
  refsOf,
  type SplitEdit,
  type StoryStep,
} from './edit.ts';
import type { TimelineEvent } from './event.ts';
import { Kept } from './kept.ts';
import { withPassages } from './passages.ts';
import { applyRules, type Ruled } from './rules.ts';
import { sorted, Workshop } from './workshop.ts';

export { applyEdit, byTime } from './combine.ts';

/** What is needed of a collection. Without documents, added events keep their passages as they are. */
export type Curable = Pick<Collection, 'events' | 'edits'> & Partial<Pick<Collection, 'documents'>>;

/**
 * An edit that does not fit, or not in full, what is there now. It is kept, and does nothing until it fits again.
 * `gone`: an event it is about is not there. `taken`: another edit has that event already. `passage`: its passages
 * are not in the documents.
 */
export interface Orphan {
  readonly key: string;
  readonly edit: Edit;
  readonly why: 'gone' | 'taken' | 'passage';
  /** Ids that it names in vain; of a date, the document's; of an added event, its own. */
  readonly missing: readonly string[];
}

/** What edits make of the events that were found. */
export interface Current {
  /** Those on the timeline, sorted by time.start, then time.end, then id. */
  readonly events: readonly TimelineEvent[];
  /** Those that a person or a rule took off it, in the same order, as they would be on it. */
  readonly dismissed: readonly TimelineEvent[];
  /** What does not fit, in order of keys. */
  readonly orphans: readonly Orphan[];
  /** The edit of each event that has one, by the id that the event has now. */
  readonly editOf: ReadonlyMap<string, EventEdit>;
  /** The edit that made an event, by the event's id. */
  readonly maker: ReadonlyMap<string, MergeEdit | SplitEdit | AddedEdit>;
  /** The id that an event named by an edit has now, where that is another one. */
  readonly renamed: ReadonlyMap<string, string>;
  /** For events that are merged or split: what they became, the first part of it. */
  readonly became: ReadonlyMap<string, string>;
  /** How many events each rule decides something about, by the rule's id. */
  readonly ruled: ReadonlyMap<string, number>;
  /** Steps of the story in order, each with the event that it shows; those whose event is not there are left out. */
  readonly story: readonly { readonly step: StoryStep; readonly event: TimelineEvent }[];
}

const UNTOUCHED: Current = {
  events: [],
  dismissed: [],
  orphans: [],
  editOf: new Map(),
  maker: new Map(),
  renamed: new Map(),
  became: new Map(),
  ruled: new Map(),
  story: [],
};

/**
 * The events as a person has left them: see {@link curate}. Events without an edit are the same objects as in the
 * collection.
 */
export function currentEvents(collection: Curable): TimelineEvent[] {
  return [...curate(collection).events];
}

/**
 * Applies edits to the events that were found. In this order: rules, then what was set by hand of each event; then
 * events are merged and split, and what was set by hand of those that come of it. Does not depend on the order of the
 * edits; nothing is modified. O(n log n).
 */
export function curate(collection: Curable): Current {
  if (collection.edits.length === 0) return { ...UNTOUCHED, events: sorted(collection.events.slice()) };
  const parts = partsOf(collection.edits);
  const extracted = baseOf(collection.events);
  const added = parts.added.map((edit) => withPassages(edit.event, collection.documents));
  const made = new Set(collection.edits.flatMap(madeBy));
  const known = (id: string): boolean => made.has(id) || extracted.has(id);
  const renamed = attach(collection.edits, collection.events, known);
  const resolve = (id: string): string | null => (known(id) ? id : (renamed.get(id) ?? null));

  const orphans = new Map<string, Orphan>();
  const strand = (edit: Edit, why: Orphan['why'], missing: readonly string[]): void => {
    const key = keyOf(edit);
    const before = orphans.get(key);
    orphans.set(key, {
      key,
      edit,
      why: before?.why ?? why,
      missing: [...(before?.missing ?? []), ...missing],
    });
  };

  const edits = new Map<string, EventEdit>();
  const editOf = (direct: boolean): void => {
    for (const edit of parts.event) {
      if (known(edit.event) !== direct) continue;
      const id = resolve(edit.event);
      if (id === null) strand(edit, 'gone', [edit.event]);
      else if (edits.has(id)) strand(edit, 'taken', [edit.event]);
      else edits.set(id, edit);
    }
  };
  // Who names an event by the id that it has comes before who is only found to mean it.
  editOf(true);
  editOf(false);

  const workshop = new Workshop(edits);
  const operations = [...parts.merge, ...parts.split].filter((edit) => {
    const taken = madeBy(edit).filter((id) => extracted.has(id));
    if (taken.length > 0) strand(edit, 'taken', taken);
    return taken.length === 0;
  });
  const touched = new Set(edits.keys());
  for (const operation of operations) {
    for (const ref of refsOf(operation)) touched.add(resolve(ref.event) ?? ref.event);
  }
  const ruled = ruledEvents(collection.events, parts.rule);
  const others: TimelineEvent[] = [];
  collection.events.forEach((event, i) => {
    const { event: as, dismissed } = ruled?.[i] ?? { event, dismissed: false };
    if (dismissed || touched.has(event.id)) workshop.put(as, dismissed);
    else others.push(as);
  });
  for (const { event, complete } of added) {
    if (extracted.has(event.id)) continue;
    workshop.put(event, false);
    if (!complete) strand(parts.added.find((edit) => edit.event.id === event.id)!, 'passage', [event.id]);
  }
  workshop.run(operations, resolve, strand);

  for (const edit of parts.event) {
    const id = resolve(edit.event);
    if (id !== null && !workshop.has(id) && !orphans.has(keyOf(edit))) strand(edit, 'gone', [edit.event]);
  }
  const { events, dismissed } = workshop.results(others);
  const shown = new Map(parts.story.length > 0 ? events.map((event) => [event.id, event]) : []);
  const off = new Set(dismissed.map((event) => event.id));
  const story: { step: StoryStep; event: TimelineEvent }[] = [];
  for (const step of byOrder(parts.story)) {
    const id = workshop.heldBy(resolve(step.event));
    const event = id === null ? undefined : shown.get(id);
    if (event) story.push({ step, event });
    else if (id === null || !off.has(id)) strand(step, 'gone', [step.event]);
  }
  if (collection.documents) {
    const ids = new Set(collection.documents.map((document) => document.id));
    for (const edit of parts.date) if (!ids.has(edit.document)) strand(edit, 'gone', [edit.document]);
  }
  return {
    events,
    dismissed,
    orphans: [...orphans.values()].sort((a, b) => byText(a.key, b.key)),
    editOf: edits,
    maker: new Map(
      [...parts.merge, ...parts.split, ...parts.added].flatMap((edit) =>
        madeBy(edit).map((id) => [id, edit]),
      ),
    ),
    renamed,
    became: workshop.became,
    ruled: countRuled(collection.events, parts.rule),
    story,
  };
}

/** Documents with the dates that a person set in place of those that were found. The same objects where none was. */
export function datedDocuments({
  documents,
  edits,
}: Pick<Collection, 'documents' | 'edits'>): readonly Document[] {
  const dates = new Map(edits.flatMap((edit) => (edit.kind === 'date' ? [[edit.document, edit.edtf]] : [])));
  if (dates.size === 0) return documents;
  return documents.map((document) => {
    const edtf = dates.get(document.id);
    if (edtf === undefined) return document;
    return { ...document, date: { edtf, origin: 'given', reason: `A person set the date ${edtf}.` } };
  });
}

/** Edits by kind, each kind in order of keys: what they make does not depend on the order in which they come. */
interface EditParts {
  readonly event: EventEdit[];
  readonly merge: MergeEdit[];
  readonly split: SplitEdit[];
  readonly added: AddedEdit[];
  readonly rule: Rule[];
  readonly date: DateEdit[];
  readonly story: StoryStep[];
}

function partsOf(edits: readonly Edit[]): EditParts {
  const parts: EditParts = { event: [], merge: [], split: [], added: [], rule: [], date: [], story: [] };
  for (const edit of inOrder(edits)) (parts[edit.kind] as Edit[]).push(edit);
  return parts;
}

const ids = new WeakMap<readonly TimelineEvent[], ReadonlySet<string>>();

/** The ids of a list of events; made once for it. */
function baseOf(events: readonly TimelineEvent[]): ReadonlySet<string> {
  let known = ids.get(events);
  if (!known) {
    known = new Set(events.map((event) => event.id));
    ids.set(events, known);
  }
  return known;
}

const keptRuled = new Kept<readonly Ruled[]>();

/** Parallel to the events; null where there is no rule. */
const ruledEvents = (events: readonly TimelineEvent[], rules: readonly Rule[]): readonly Ruled[] | null =>
  rules.length === 0 ? null : keptRuled.get(events, JSON.stringify(rules), () => applyRules(events, rules));

function countRuled(events: readonly TimelineEvent[], rules: readonly Rule[]): Map<string, number> {
  const counts = new Map(rules.map((rule) => [rule.id, 0]));
  for (const { by } of ruledEvents(events, rules) ?? []) {
    for (const id of by) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
