import type { Figure, Status, TimelineEvent } from './event.ts';
import type { When } from './when.ts';

/** A passage that reports an event, by its words: offsets change when a document is read again. */
export interface EvidencePassage {
  /** Id of the document. */
  readonly document: string;
  /** The passage, at most {@link LONGEST_QUOTE} UTF-16 units of it. */
  readonly quote: string;
  /** The words of the date; empty where there are none. */
  readonly mention: string;
}

/** Of a longer passage only so much is kept as evidence; UTF-16 units. */
export const LONGEST_QUOTE = 400;

/**
 * What an edit is about, in words: by these the right event is found when reading again gives it another id or another
 * title. As extracted, not as edited.
 */
export interface Evidence {
  readonly title: string;
  /** EDTF. */
  readonly date: string;
  readonly passages: readonly EvidencePassage[];
  /** Titles of other events that the same passages told: those are not meant. Absent where there were none. */
  readonly beside?: readonly string[];
}

/** An event that an edit is about. */
export interface Ref {
  /** Its id: of an extracted event, or one that another edit has made (by hand, by merging, by splitting). */
  readonly event: string;
  /** Absent for events that an edit has made, and where nobody knows: then only the id counts. */
  readonly about?: Evidence;
}

/** The fields of an event that a person can set. Absent ones keep what is there. */
export interface EventChange {
  /** true: off the timeline. false: on it, whatever a rule says. */
  readonly dismissed?: boolean;
  /** true: somebody has looked and found it right. */
  readonly confirmed?: boolean;
  /** true: named before all others, with salience 1. */
  readonly pinned?: boolean;
  readonly title?: string;
  readonly category?: string;
  readonly status?: Status;
  readonly time?: When;
  readonly actors?: readonly string[];
  readonly place?: string | null;
  readonly figures?: readonly Figure[];
  readonly note?: string;
}

/** What a person changed about one event. At most one for an event. */
export interface EventEdit extends Ref, EventChange {
  readonly kind: 'event';
}

/** Several events that are one. */
export interface MergeEdit {
  readonly kind: 'merge';
  /** Id of the event that they become. */
  readonly id: string;
  /** At least one; the first gives title, date and category. */
  readonly events: readonly Ref[];
}

/** One of several events that were taken for one. */
export interface SplitPart {
  /** Id of the event that it becomes. */
  readonly id: string;
  /** The passages that report it; null for all of them. A passage that no part names goes to the first. */
  readonly passages: readonly Pick<EvidencePassage, 'document' | 'quote'>[] | null;
}

/** One event that is several. */
export interface SplitEdit extends Ref {
  readonly kind: 'split';
  readonly id: string;
  /** At least one. */
  readonly parts: readonly SplitPart[];
}

/** An event that a person added, by hand or from selected words of a document. */
export interface AddedEdit {
  readonly kind: 'added';
  /** Whole, with its id. Its passages are found again by their words when the document has changed. */
  readonly event: TimelineEvent;
}

/** "Treat *joint patrol* as drill": what a person wants done to all events of these words. */
export interface Rule {
  readonly kind: 'rule';
  readonly id: string;
  /** Rules are applied in this order, then by id; where two say different things the later wins. Finite. */
  readonly order: number;
  /** Words as they stand in a text; see `model/rules.ts`. */
  readonly term: string;
  /** Where the words must stand: in the title as extracted, or there or in a passage. */
  readonly where: 'title' | 'passage';
  readonly category?: string;
  readonly status?: Status;
  readonly dismissed?: true;
}

/** The date from which a document speaks, as a person set it. At most one for a document. */
export interface DateEdit {
  readonly kind: 'date';
  /** Id of the document. */
  readonly document: string;
  /** EDTF. */
  readonly edtf: string;
}

/** An event of the story that is told with the timeline. */
export interface StoryStep extends Ref {
  readonly kind: 'story';
  readonly id: string;
  /** Place in the story, then by id. Finite. */
  readonly order: number;
  readonly note: string;
}

/** What a person made of what was read: a value, kept apart from it. A set: their order in a list means nothing. */
export type Edit = EventEdit | MergeEdit | SplitEdit | AddedEdit | Rule | DateEdit | StoryStep;

/** All kinds of edit. */
export const EDIT_KINDS = [
  'event',
  'merge',
  'split',
  'added',
  'rule',
  'date',
  'story',
] as const satisfies readonly Edit['kind'][];

/** What tells edits of one collection apart: no two have the same. */
export function keyOf(edit: Edit): string {
  switch (edit.kind) {
    case 'event':
      return `event/${edit.event}`;
    case 'added':
      return `added/${edit.event.id}`;
    case 'date':
      return `date/${edit.document}`;
    default:
      return `${edit.kind}/${edit.id}`;
  }
}

/** Ids of the events that an edit makes; none for most. */
export function madeBy(edit: Edit): readonly string[] {
  if (edit.kind === 'merge') return [edit.id];
  if (edit.kind === 'split') return edit.parts.map((part) => part.id);
  return edit.kind === 'added' ? [edit.event.id] : [];
}

/** The events that an edit is about; none for rules, dates and added events. */
export function refsOf(edit: Edit): readonly Ref[] {
  if (edit.kind === 'merge') return edit.events;
  return edit.kind === 'event' || edit.kind === 'split' || edit.kind === 'story' ? [edit] : [];
}

/** Order by code units, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Edits in the order in which they are saved: by key. The list is new. */
export function inOrder<E extends Edit>(edits: readonly E[]): E[] {
  return edits
    .map((edit) => ({ edit, key: keyOf(edit) }))
    .sort((a, b) => byText(a.key, b.key))
    .map(({ edit }) => edit);
}

/** Rules or steps of the story in their own order. The list is new. */
export function byOrder<E extends { readonly order: number; readonly id: string }>(items: readonly E[]): E[] {
  return [...items].sort((a, b) => a.order - b.order || byText(a.id, b.id));
}
