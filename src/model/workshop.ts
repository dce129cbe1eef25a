import { applyEdit, byTime, mergeEvents, splitEvent } from './combine.ts';
import type { Orphan } from './current.ts';
import {
  type Edit,
  type EventEdit,
  type MergeEdit,
  madeBy,
  type Ref,
  refsOf,
  type SplitEdit,
} from './edit.ts';
import type { TimelineEvent } from './event.ts';

/** An edit that makes events of others. */
export type Operation = MergeEdit | SplitEdit;

/** Where events are merged and split, each once everything that it is made of is there. */
export class Workshop {
  /** Events that were merged or split, and what they became. */
  readonly became = new Map<string, string>();
  readonly #edits: ReadonlyMap<string, EventEdit>;
  readonly #pieces = new Map<string, Piece>();

  constructor(edits: ReadonlyMap<string, EventEdit>) {
    this.#edits = edits;
  }

  has(id: string): boolean {
    return this.#pieces.has(id);
  }

  /** Takes in an event, with what was set of it by hand. @param dismissed what a rule, or what it is made of, says. */
  put(event: TimelineEvent, dismissed: boolean): void {
    const edit = this.#edits.get(event.id);
    if (!edit) {
      this.#pieces.set(event.id, { event, dismissed });
      return;
    }
    const off = edit.dismissed ?? (dismissed && !edit.confirmed);
    this.#pieces.set(event.id, { event: applyEdit(event, edit), dismissed: off });
  }

  run(
    operations: readonly Operation[],
    resolve: (id: string) => string | null,
    strand: (edit: Edit, why: Orphan['why'], missing: readonly string[]) => void,
  ): void {
    const inputs = new Map<Operation, string[]>();
    const users = new Map<string, Operation>();
    for (const operation of operations) {
      const own: string[] = [];
      for (const { event } of refsOf(operation) as readonly Ref[]) {
        const id = resolve(event);
        if (id === null) strand(operation, 'gone', [event]);
        // Who is named twice, or was found to be one with another member, is in it once.
        else if (users.get(id) === operation) continue;
        else if (users.has(id)) strand(operation, 'taken', [event]);
        else {
          users.set(id, operation);
          own.push(id);
        }
      }
      inputs.set(operation, own);
    }
    const waiting = this.#possible(inputs, users);
    for (const operation of operations) {
      if (!waiting.has(operation))
        strand(
          operation,
          'gone',
          (inputs.get(operation) ?? []).filter((id) => !this.has(id)),
        );
    }
    const ready: Operation[] = [];
    const arrived = (id: string): void => {
      const user = users.get(id);
      const rest = user && waiting.get(user);
      if (!user || !rest?.delete(id) || rest.size > 0) return;
      waiting.delete(user);
      ready.push(user);
    };
    for (const id of [...users.keys()]) if (this.has(id)) arrived(id);
    for (;;) {
      const operation = ready.pop() ?? begun(waiting, inputs);
      if (!operation) break;
      const rest = waiting.get(operation);
      if (rest) strand(operation, 'gone', [...rest]);
      waiting.delete(operation);
      for (const id of this.#perform(operation, inputs.get(operation) ?? [], strand)) arrived(id);
    }
    for (const [operation, rest] of waiting) strand(operation, 'gone', [...rest]);
  }

  /** The operations that have anything to work on, directly or from one another, each with what it waits for. */
  #possible(
    inputs: ReadonlyMap<Operation, readonly string[]>,
    users: ReadonlyMap<string, Operation>,
  ): Map<Operation, Set<string>> {
    const coming = new Set<string>([...users.keys()].filter((id) => this.has(id)));
    const possible = new Set<Operation>();
    // A set grows while it is gone through, and new ones are met, too.
    for (const id of coming) {
      const user = users.get(id);
      if (!user || possible.has(user)) continue;
      possible.add(user);
      for (const made of madeBy(user)) if (users.has(made)) coming.add(made);
    }
    const waiting = new Map<Operation, Set<string>>();
    for (const [operation, own] of inputs) {
      if (!possible.has(operation)) continue;
      waiting.set(operation, new Set(own.filter((id) => coming.has(id))));
    }
    return waiting;
  }

  /** @returns ids of the events that come of it. */
  #perform(
    operation: Operation,
    inputs: readonly string[],
    strand: (edit: Edit, why: Orphan['why'], missing: readonly string[]) => void,
  ): string[] {
    const pieces = inputs.flatMap((id) => this.#pieces.get(id) ?? []);
    const [first] = pieces;
    if (!first) return [];
    if (operation.kind === 'merge') {
      const on = pieces.filter((piece) => !piece.dismissed);
      const members = on.length > 0 ? on : pieces;
      for (const { event } of pieces) this.became.set(event.id, operation.id);
      this.put(
        mergeEvents(
          operation.id,
          members.map((piece) => piece.event),
        ),
        on.length === 0,
      );
      return [operation.id];
    }
    const made = splitEvent(first.event, operation.parts);
    const found = made.filter((part) => part.found);
    const lost = made.filter((part) => !part.found).map((part) => part.event.id);
    if (lost.length > 0) strand(operation, 'passage', lost);
    if (found.length === 0) return [];
    this.became.set(first.event.id, found[0]!.event.id);
    for (const part of found) this.put(part.event, first.dismissed);
    return found.map((part) => part.event.id);
  }

  /** The id under which an event is on the timeline now, following what it was merged or split into. */
  heldBy(id: string | null): string | null {
    let at = id;
    // Nothing becomes itself: each step leads to what was made later.
    while (at !== null && this.became.has(at)) at = this.became.get(at)!;
    return at;
  }

  /** @param others events that nothing was done to. */
  results(others: readonly TimelineEvent[]): {
    readonly events: TimelineEvent[];
    readonly dismissed: TimelineEvent[];
  } {
    const events = [...others];
    const dismissed: TimelineEvent[] = [];
    for (const [id, piece] of this.#pieces) {
      if (!this.became.has(id)) (piece.dismissed ? dismissed : events).push(piece.event);
    }
    return { events: sorted(events), dismissed: sorted(dismissed) };
  }
}

/** Sorts events in place by time. Most come in order: looking takes less than sorting. */
export function sorted(events: TimelineEvent[]): TimelineEvent[] {
  for (let i = 1; i < events.length; i++) {
    if (byTime(events[i - 1]!, events[i]!) > 0) return events.sort(byTime);
  }
  return events;
}

/** One that has a part of what it is made of and waits in vain for the rest: for itself, or for a part that is lost. */
function begun(
  waiting: ReadonlyMap<Operation, ReadonlySet<string>>,
  inputs: ReadonlyMap<Operation, readonly string[]>,
): Operation | undefined {
  for (const [operation, rest] of waiting) {
    if (rest.size < (inputs.get(operation)?.length ?? 0)) return operation;
  }
  return undefined;
}

interface Piece {
  readonly event: TimelineEvent;
  readonly dismissed: boolean;
}
