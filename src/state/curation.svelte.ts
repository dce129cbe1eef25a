import type { Collection } from '../model/collection.ts';
import { datedDocuments, type Orphan } from '../model/current.ts';
import type { Document } from '../model/document.ts';
import {
  type Edit,
  type EventChange,
  type EventEdit,
  type MergeEdit,
  madeBy,
  refsOf,
  type SplitEdit,
  type SplitPart,
} from '../model/edit.ts';
import type { Source, TimelineEvent } from '../model/event.ts';
import type { Change, Step, StepName, StepVerb } from '../model/step.ts';
import { Bench, type Moved, without } from './bench.svelte.ts';
import { Rulebook } from './rulebook.svelte.ts';
import { stepInWords } from './stepWords.ts';
import { Storyline } from './storyline.ts';

export type { Moved } from './bench.svelte.ts';
export type { CountedRule, NewRule } from './rulebook.svelte.ts';

/** What a person says of an event that is added; what is not said has a plain value. */
export type NewEvent = Pick<TimelineEvent, 'title' | 'category' | 'time'> &
  Partial<Pick<TimelineEvent, 'status' | 'actors' | 'place' | 'figures' | 'sources'>>;

/** One of the events into which another is split. */
export interface NewPart {
  /** The passages that report it, of those of the event; null for all of them. */
  readonly sources: readonly Source[] | null;
  /** What is set of it by hand at once, such as its own title and date. */
  readonly change?: EventChange;
}

/**
 * What a person makes of what was read: every verb is one named step, which can be undone. Verbs throw a RangeError
 * for what is not there, which is a mistake of the program.
 */
export class Curation {
  readonly #bench: Bench;
  /** Rules made from corrections. */
  readonly rulebook: Rulebook;
  /** Chosen events that are told in an order. */
  readonly storyline: Storyline;

  readonly #documents = $derived.by(() =>
    datedDocuments({ documents: this.#bench.source.documents, edits: this.#bench.edits }),
  );

  /**
   * @param source what is open, as read. @param told hears of every step when it is done. @param allowed whether
   * anything may be changed; else verbs do nothing.
   */
  constructor(source: () => Collection, told: (moved: Moved) => void, allowed: () => boolean = () => true) {
    this.#bench = new Bench(source, told, allowed);
    this.rulebook = new Rulebook(this.#bench);
    this.storyline = new Storyline(this.#bench);
  }

  /** The edits at present, in order of their keys. */
  get edits(): readonly Edit[] {
    return this.#bench.edits;
  }

  /** Events as a person has left them, in time order. */
  get events(): readonly TimelineEvent[] {
    return this.#bench.current.events;
  }

  /** Those that were taken off the timeline, by hand or by a rule, in time order. */
  get dismissed(): readonly TimelineEvent[] {
    return this.#bench.current.dismissed;
  }

  /** Edits that do not fit what is there now: kept, listed, and without effect. */
  get orphans(): readonly Orphan[] {
    return this.#bench.current.orphans;
  }

  /** The documents, with the dates that a person set. */
  get documents(): readonly Document[] {
    return this.#documents;
  }

  get undoName(): StepName | null {
    return this.#bench.journal.undoName;
  }

  get redoName(): StepName | null {
    return this.#bench.journal.redoName;
  }

  /** What undo would take back, in words of the page's language; null when there is nothing. */
  get undoWords(): string | null {
    return this.undoName && stepInWords(this.undoName);
  }

  /** What redo would do again, in words of the page's language; null when there is nothing. */
  get redoWords(): string | null {
    return this.redoName && stepInWords(this.redoName);
  }

  get canUndo(): boolean {
    return this.#bench.journal.canUndo;
  }

  get canRedo(): boolean {
    return this.#bench.journal.canRedo;
  }

  /** Every step that undo and redo can come to, and how many of them are done. */
  get journal(): { readonly steps: readonly Step[]; readonly done: number } {
    return { steps: this.#bench.journal.steps, done: this.#bench.journal.done };
  }

  /** What was set by hand of an event, by the id that it has now; null when nothing was. */
  editOf(id: string): EventEdit | null {
    return this.#bench.current.editOf.get(id) ?? null;
  }

  /** The edit that made an event: by merging, by splitting or by hand; null for one that was read. */
  makerOf(id: string): Edit | null {
    return this.#bench.current.maker.get(id) ?? null;
  }

  /** The id under which an event is known now, after it was read again, merged or split. */
  nowOf(id: string): string {
    let at = this.#bench.current.renamed.get(id) ?? id;
    while (this.#bench.current.became.has(at)) at = this.#bench.current.became.get(at)!;
    return at;
  }

  /** Sets fields of an event. Those that are not named keep what was set or found before. */
  edit(id: string, change: EventChange): void {
    this.editAll([id], change);
  }

  /** Sets the same fields of several events. */
  editAll(ids: readonly string[], change: EventChange): void {
    const verb: StepVerb =
      change.dismissed === true
        ? 'dismiss'
        : change.dismissed === false
          ? 'restore'
          : change.confirmed && Object.keys(change).length === 1
            ? 'confirm'
            : 'edit';
    const changes = [...new Set(ids)].map((id) => this.#editing(id, change));
    this.#bench.do(this.#bench.named(verb, ids), changes);
  }

  /** Takes back what was set by hand of events: they are as they were found. */
  reset(ids: readonly string[]): void {
    const changes = ids.flatMap((id) => this.#bench.removing(this.editOf(id)));
    this.#bench.do(this.#bench.named('edit', ids), changes);
  }

  /**
   * Makes one event of several.
   * @param ids at least two; the first gives title, date and category. @param change what is set of it by hand at once.
   * @returns its id.
   */
  merge(ids: readonly string[], change: EventChange = {}): string {
    const members = [...new Set(ids)].map((id) => this.#bench.event(id));
    if (members.length < 2)
      throw new RangeError(`found ${members.length} event, expected at least two to merge`);
    const name: StepName = { verb: 'merge', count: members.length };
    const whole = this.#wholeOf(members);
    // Parts of one event that become one again are that event; nothing needs to be kept of it.
    if (whole && Object.keys(change).length === 0) return this.#unsplit(whole, name);
    const edit: MergeEdit = {
      kind: 'merge',
      id: this.#bench.newIds('merged')(),
      events: members.map((event) => this.#bench.ref(event.id)),
    };
    this.#bench.do(name, [this.#bench.putting(edit), ...this.#bench.settingNew(edit.id, change)]);
    return edit.id;
  }

  /** Parts a merged event again into those that it was made of. */
  unmerge(id: string): void {
    const edit = this.#bench.current.maker.get(id);
    if (edit?.kind !== 'merge') throw new RangeError(`found "${id}", expected an event that was merged`);
    const first = this.#bench.resolved(edit.events[0]!.event);
    this.#bench.do(this.#bench.named('unmerge', [id]), [
      ...this.#bench.removing(edit),
      ...this.#bench.leaving([id], first),
    ]);
  }

  /**
   * Makes several events of one.
   * @param parts at least two. A passage that no part names goes to the first. @returns their ids.
   */
  split(id: string, parts: readonly NewPart[]): readonly string[] {
    const event = this.#bench.event(id);
    if (parts.length < 2) throw new RangeError(`found ${parts.length} part, expected at least two`);
    const own = this.#bench.newIds('split')();
    const edit: SplitEdit = {
      kind: 'split',
      id: own,
      ...this.#bench.ref(id),
      parts: parts.map(
        ({ sources }, i): SplitPart => ({
          id: `${own}.${i + 1}`,
          passages: sources?.map(({ document, quote }) => ({ document, quote })) ?? null,
        }),
      ),
    };
    this.#bench.do({ verb: 'split', count: parts.length, what: event.title }, [
      this.#bench.putting(edit),
      ...edit.parts.flatMap((part, i) => this.#bench.settingNew(part.id, parts[i]?.change ?? {})),
    ]);
    return edit.parts.map((part) => part.id);
  }

  /** Makes the parts of a split event that event again. @param id of one of the parts. @returns its id. */
  unsplit(id: string): string {
    const edit = this.#bench.current.maker.get(id);
    if (edit?.kind !== 'split')
      throw new RangeError(`found "${id}", expected a part of an event that was split`);
    return this.#unsplit(edit, { verb: 'unsplit', count: edit.parts.length });
  }

  /** Adds an event. @returns its id. */
  add(event: NewEvent): string {
    const id = this.#bench.newIds('added')();
    const whole: TimelineEvent = {
      id,
      title: event.title,
      category: event.category,
      status: event.status ?? 'happened',
      time: event.time,
      confidence: 1,
      salience: 0.5,
      actors: event.actors ?? [],
      place: event.place ?? null,
      figures: event.figures ?? [],
      sources: event.sources ?? [],
    };
    this.#bench.do({ verb: 'add', count: 1, what: event.title }, [
      this.#bench.putting({ kind: 'added', event: whole }),
    ]);
    return id;
  }

  /** Deletes an event that was added; one that was read can only be dismissed. */
  delete(id: string): void {
    const edit = this.#bench.current.maker.get(id);
    if (edit?.kind !== 'added') throw new RangeError(`found "${id}", expected an event that was added`);
    this.#bench.do(this.#bench.named('delete', [id]), [
      ...this.#bench.removing(edit),
      ...this.#bench.leaving([id], null),
    ]);
  }

  /** Sets the date from which a document speaks; null takes back what was set. Its dates are to be read again. */
  dateDocument(document: string, edtf: string | null): void {
    const found = this.#bench.source.documents.find((each) => each.id === document);
    if (!found) throw new RangeError(`found no document "${document}", expected one of the collection's`);
    const before = this.#bench.find(`date/${document}`);
    if (edtf === null)
      this.#bench.do({ verb: 'undate', count: 1, what: found.name }, this.#bench.removing(before));
    else {
      this.#bench.do({ verb: 'date', count: 1, what: found.name }, [
        this.#bench.putting({ kind: 'date', document, edtf }),
      ]);
    }
  }

  /** Notes what reading has changed, which was done already: undo takes it back. */
  noted(name: StepName, source: NonNullable<Step['source']>): void {
    this.#bench.do(name, [], { source });
  }

  /** Gives the collection another name. */
  rename(name: string): void {
    const before = this.#bench.source.name;
    if (name !== before)
      this.#bench.do({ verb: 'rename', count: 1, what: name }, [], { rename: { before, after: name } });
  }

  /**
   * Puts an edit that does not fit to an event of one's choice. What that event has already of the same kind stays
   * where the edit says nothing.
   * @param key of the edit. @param missing the id that it names in vain.
   */
  reattach(key: string, missing: string, id: string): void {
    const edit = this.#bench.byKey(key);
    const ref = this.#bench.ref(id);
    const name: StepName = { verb: 'reattach', count: 1, what: this.#bench.event(id).title };
    if (edit.kind === 'event') {
      const own = this.editOf(id);
      const fields: EventEdit = { ...own, ...edit, ...ref };
      this.#bench.do(name, [
        ...this.#bench.removing(own),
        ...this.#bench.removing(edit),
        this.#bench.putting(without(fields, ref)),
      ]);
    } else if (edit.kind === 'merge') {
      const events = edit.events.map((each) => (each.event === missing ? ref : each));
      this.#bench.do(name, [this.#bench.putting({ ...edit, events })]);
    } else if (edit.kind === 'split' || edit.kind === 'story') {
      this.#bench.do(name, [this.#bench.putting(without({ ...edit, ...ref }, ref))]);
    } else
      throw new RangeError(`found an edit of the kind ${edit.kind}, expected one that is about an event`);
  }

  /** Removes an edit for good, one that does not fit for instance; and what was done to events that it made. */
  discard(key: string): void {
    const edit = this.#bench.byKey(key);
    const made = madeBy(edit);
    const what = refsOf(edit)[0]?.about?.title;
    const name: StepName = { verb: 'discard', count: 1, ...(what === undefined ? {} : { what }) };
    this.#bench.do(name, [...this.#bench.removing(edit), ...this.#bench.leaving(made, null)]);
  }

  #editing(id: string, change: EventChange): Change {
    this.#bench.event(id);
    const before = this.editOf(id);
    return this.#bench.putting({ ...(before ?? { kind: 'event', ...this.#bench.ref(id) }), ...change });
  }

  /** The split of which these events are all the parts, nothing done to them; null where there is none. */
  #wholeOf(events: readonly TimelineEvent[]): SplitEdit | null {
    const maker = this.#bench.current.maker.get(events[0]!.id);
    if (maker?.kind !== 'split') return null;
    const parts = new Set(maker.parts.map((part) => part.id));
    const whole = events.length === parts.size && events.every((event) => parts.has(event.id));
    return whole && events.every((event) => this.editOf(event.id) === null) ? maker : null;
  }

  /** Whether an event is a part of one that was split, no part of which was merged or split since. */
  canUnsplit(id: string): boolean {
    const edit = this.#bench.current.maker.get(id);
    return edit?.kind === 'split' && edit.parts.every((part) => !this.#bench.current.became.has(part.id));
  }

  #unsplit(edit: SplitEdit, name: StepName): string {
    const whole = this.#bench.resolved(edit.event);
    const parts = edit.parts.map((part) => part.id);
    if (!this.canUnsplit(parts[0]!)) {
      throw new RangeError(
        'found a part that was merged or split since, expected all parts as they were made',
      );
    }
    this.#bench.do(name, [...this.#bench.removing(edit), ...this.#bench.leaving(parts, whole)]);
    return whole;
  }

  /** Makes one step of everything that is done meanwhile. */
  together(name: StepName, act: () => void): void {
    this.#bench.together(name, act);
  }

  /** The step that undo or redo would come to; null when there is none. */
  next(by: 'undo' | 'redo'): Step | null {
    return this.#bench.next(by);
  }

  /** @returns whether there was something to undo. */
  undo(): boolean {
    return this.#bench.undo();
  }

  /** @returns whether there was something to redo. */
  redo(): boolean {
    return this.#bench.redo();
  }

  /** Starts over with the edits of a collection. @param steps of an earlier visit, of which `done` count. */
  begin(edits: readonly Edit[], steps: readonly Step[] = [], done = steps.length): void {
    this.#bench.begin(edits, steps, done);
  }
}
