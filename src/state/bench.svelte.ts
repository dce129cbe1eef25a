import type { Collection } from '../model/collection.ts';
import { type Current, curate } from '../model/current.ts';
import { type Edit, type EventChange, keyOf, madeBy, type Ref, refsOf } from '../model/edit.ts';
import type { TimelineEvent } from '../model/event.ts';
import { evidenceOf } from '../model/evidence.ts';
import { applySourceChange } from '../model/sourceChange.ts';
import { type Change, joinSteps, type Side, type Step, type StepName, type StepVerb } from '../model/step.ts';
import { rowsById } from '../store/table.ts';
import { Journal } from './journal.svelte.ts';

/** What is told of a step that was done, undone or redone. */
export interface Moved {
  readonly how: 'done' | 'undone' | 'redone';
  readonly step: Step;
  /** What is open from now on, where undo or redo has changed what was read. */
  readonly source?: Collection;
}

/** Where corrections are made: what is open, what was done to it, and what steps are put together from. */
export class Bench {
  readonly #source: () => Collection;
  readonly #told: (moved: Moved) => void;
  readonly #allowed: () => boolean;
  readonly #journal = new Journal();
  /** Steps that are being put together into one; null when each is one. */
  #joined: Step[] | null = null;

  readonly #current = $derived.by<Current>(() => {
    const { events, documents } = this.#source();
    return curate({ events, documents, edits: this.#journal.edits });
  });
  readonly #off = $derived(new Map(this.#current.dismissed.map((event) => [event.id, event])));
  readonly #keyed = $derived(new Map(this.#journal.edits.map((edit) => [keyOf(edit), edit])));

  /** See `Curation`. */
  constructor(source: () => Collection, told: (moved: Moved) => void, allowed: () => boolean) {
    this.#source = source;
    this.#told = told;
    this.#allowed = allowed;
  }

  /** What is open, as read. */
  get source(): Collection {
    return this.#source();
  }

  /** The edits at present, in order of their keys. */
  get edits(): readonly Edit[] {
    return this.#journal.edits;
  }

  /** What they make of what was read. */
  get current(): Current {
    return this.#current;
  }

  /** What can be undone and redone. */
  get journal(): Journal {
    return this.#journal;
  }

  /** The edit of a key; null where there is none. */
  find(key: string): Edit | null {
    return this.#keyed.get(key) ?? null;
  }

  /** Makes one step of everything that is done meanwhile. */
  together(name: StepName, act: () => void): void {
    if (this.#joined) {
      act();
      return;
    }
    const joined: Step[] = [];
    this.#joined = joined;
    try {
      act();
    } finally {
      this.#joined = null;
      const [first, ...rest] = joined;
      // Done already, one by one; what is kept is one step.
      if (first)
        this.#journal.fold(
          joined.length,
          rest.reduce((all, step) => joinSteps(all, step, name), { ...first, name }),
        );
      const last = this.#journal.steps[this.#journal.done - 1];
      if (first && last) this.#told({ how: 'done', step: last });
    }
  }

  /** The step that undo or redo would come to; null when there is none. */
  next(by: 'undo' | 'redo'): Step | null {
    const { steps, done } = this.#journal;
    return steps[by === 'undo' ? done - 1 : done] ?? null;
  }

  /** @returns whether there was something to undo. */
  undo(): boolean {
    const step = this.#journal.canUndo && this.#allowed() ? this.#journal.undo() : null;
    if (step) this.#told({ how: 'undone', step, ...this.#readAt(step, 'before') });
    return step !== null;
  }

  /** @returns whether there was something to redo. */
  redo(): boolean {
    const step = this.#journal.canRedo && this.#allowed() ? this.#journal.redo() : null;
    if (step) this.#told({ how: 'redone', step, ...this.#readAt(step, 'after') });
    return step !== null;
  }

  #readAt({ source }: Step, side: Side): Pick<Moved, 'source'> {
    return source ? { source: applySourceChange(this.#source(), source, side) } : {};
  }

  /** Starts over with the edits of a collection. @param steps of an earlier visit, of which `done` count. */
  begin(edits: readonly Edit[], steps: readonly Step[] = [], done = steps.length): void {
    this.#journal.reset(edits, steps, done);
  }

  do(name: StepName, changes: readonly Change[], more: Pick<Step, 'rename' | 'source'> = {}): void {
    const byKey = new Map<string, Change>();
    for (const change of changes) {
      const before = byKey.get(change.key);
      byKey.set(change.key, before ? { ...change, before: before.before } : change);
    }
    const real = [...byKey.values()].filter(
      ({ before, after }) => JSON.stringify(before) !== JSON.stringify(after),
    );
    if ((real.length === 0 && Object.keys(more).length === 0) || !this.#allowed()) return;
    const step: Step = { name, changes: real, ...more };
    this.#journal.put(step);
    if (this.#joined && !step.source) this.#joined.push(step);
    else this.#told({ how: 'done', step });
  }

  /** An event that can be worked with: on the timeline or taken off it. */
  event(id: string): TimelineEvent {
    const event = this.current.events[rowsById(this.current.events).get(id) ?? -1] ?? this.#off.get(id);
    if (!event) throw new RangeError(`found no event "${id}", expected one of the collection's`);
    return event;
  }

  byKey(key: string): Edit {
    const edit = this.#keyed.get(key);
    if (!edit) throw new RangeError(`found no edit "${key}", expected one of the collection's`);
    return edit;
  }

  resolved(id: string): string {
    return this.current.renamed.get(id) ?? id;
  }

  /** An event as an edit names it: those that were read with what is known of them. */
  ref(id: string): Ref {
    const { events } = this.#source();
    const read = this.current.maker.has(id) ? undefined : events[rowsById(events).get(id) ?? -1];
    return read ? { event: id, about: evidenceOf(read, events) } : { event: id };
  }

  putting(edit: Edit): Change {
    const key = keyOf(edit);
    return { key, before: this.#keyed.get(key) ?? null, after: edit };
  }

  removing(edit: Edit | null): Change[] {
    return edit ? [{ key: keyOf(edit), before: edit, after: null }] : [];
  }

  /** What is set by hand of an event that is only just being made. */
  settingNew(id: string, change: EventChange): Change[] {
    if (Object.keys(change).length === 0) return [];
    return [this.putting({ kind: 'event', event: id, ...change })];
  }

  /** What becomes of edits about events that are no longer: their steps of the story go to `heir`, the others go. */
  leaving(ids: readonly string[], heir: string | null): Change[] {
    const gone = new Set(ids);
    return this.edits.flatMap((edit): Change[] => {
      if (edit.kind === 'event' && gone.has(edit.event)) return this.removing(edit);
      if (edit.kind !== 'story' || !gone.has(edit.event)) return [];
      return heir === null
        ? this.removing(edit)
        : [this.putting(without({ ...edit, ...this.ref(heir) }, this.ref(heir)))];
    });
  }

  lastOrder(kind: 'rule' | 'story'): number {
    return this.edits.reduce((last, edit) => (edit.kind === kind ? Math.max(last, edit.order) : last), 0);
  }

  named(verb: StepVerb, ids: readonly string[]): StepName {
    const [only] = ids;
    const what = ids.length === 1 && only !== undefined ? this.event(only).title : undefined;
    return { verb, count: Math.max(1, ids.length), ...(what === undefined ? {} : { what }) };
  }

  /** Gives `merged-1`, `merged-2` …: each one that nothing has, nor will have when something is redone. */
  newIds(stem: string): () => string {
    const known = new Set(this.#source().events.map((event) => event.id));
    const note = (edit: Edit | null): void => {
      if (!edit) return;
      for (const made of madeBy(edit)) known.add(made);
      if ('id' in edit) known.add(edit.id);
      // What names an event that is gone must not come to mean a new one.
      for (const ref of refsOf(edit)) known.add(ref.event);
    };
    this.edits.forEach(note);
    for (const { changes } of this.#journal.steps) {
      for (const { before, after } of changes) {
        note(before);
        note(after);
      }
    }
    let count = 0;
    return () => {
      do count++;
      while (known.has(`${stem}-${count}`));
      return `${stem}-${count}`;
    };
  }
}

/** Half way between two neighbours, so that nothing else has to move. */
export function orderBefore(
  items: readonly { readonly id: string; readonly order: number }[],
  id: string,
  before: string | null,
): number {
  const others = items.filter((item) => item.id !== id);
  const at = before === null ? others.length : others.findIndex((item) => item.id === before);
  if (at < 0)
    throw new RangeError(`found "${before}", expected one of ${others.map((item) => item.id).join(', ')}`);
  const low = others[at - 1]?.order;
  const high = others[at]?.order;
  if (low === undefined) return high === undefined ? 1 : high - 1;
  return high === undefined ? low + 1 : (low + high) / 2;
}

/** An edit that names an event anew: without the evidence of the old one where there is none of the new one. */
export function without<E extends Ref>(edit: E, ref: Ref): E {
  if (ref.about) return edit;
  const { about: _, ...rest } = edit;
  return rest as unknown as E;
}
