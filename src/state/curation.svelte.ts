import type { Collection } from '../model/collection.ts';
import { type Current, curate, datedDocuments, type Orphan } from '../model/current.ts';
import type { Document } from '../model/document.ts';
import {
  byOrder,
  type Edit,
  type EventChange,
  type EventEdit,
  keyOf,
  type MergeEdit,
  madeBy,
  type Ref,
  type Rule,
  refsOf,
  type SplitEdit,
  type SplitPart,
  type StoryStep,
} from '../model/edit.ts';
import type { Source, TimelineEvent } from '../model/event.ts';
import { evidenceOf } from '../model/evidence.ts';
import { applyRules, termPattern } from '../model/rules.ts';
import { applySourceChange } from '../model/sourceChange.ts';
import { type Change, joinSteps, type Side, type Step, type StepName, type StepVerb } from '../model/step.ts';
import { rowsById } from '../store/table.ts';
import { Journal } from './journal.svelte.ts';
import { speech } from './language.svelte.ts';
import { stepInWords } from './stepTexts.ts';

/** What is told of a step that was done, undone or redone. */
export interface Moved {
  readonly how: 'done' | 'undone' | 'redone';
  readonly step: Step;
  /** What is open from now on, where undo or redo has changed what was read. */
  readonly source?: Collection;
}

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

/** A rule as a person gives it; its place in the order is behind the others. */
export type NewRule = Pick<Rule, 'term'> & Partial<Pick<Rule, 'where' | 'category' | 'status' | 'dismissed'>>;

/** A rule, and how many events it decides something about. */
export interface CountedRule {
  readonly rule: Rule;
  readonly count: number;
}

/**
 * What a person makes of what was read: every verb is one named step, which can be undone. Verbs throw a RangeError
 * for what is not there, which is a mistake of the program.
 */
export class Curation {
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
  readonly #documents = $derived.by(() =>
    datedDocuments({ documents: this.#source().documents, edits: this.#journal.edits }),
  );
  readonly #off = $derived(new Map(this.#current.dismissed.map((event) => [event.id, event])));
  readonly #keyed = $derived(new Map(this.#journal.edits.map((edit) => [keyOf(edit), edit])));
  readonly #rules = $derived(
    byOrder(this.#journal.edits.filter((edit) => edit.kind === 'rule')).map(
      (rule): CountedRule => ({ rule, count: this.#current.ruled.get(rule.id) ?? 0 }),
    ),
  );

  /**
   * @param source what is open, as read. @param told hears of every step when it is done. @param allowed whether
   * anything may be changed; else verbs do nothing.
   */
  constructor(source: () => Collection, told: (moved: Moved) => void, allowed: () => boolean = () => true) {
    this.#source = source;
    this.#told = told;
    this.#allowed = allowed;
  }

  /** The edits at present, in order of their keys. */
  get edits(): readonly Edit[] {
    return this.#journal.edits;
  }

  /** Events as a person has left them, in time order. */
  get events(): readonly TimelineEvent[] {
    return this.#current.events;
  }

  /** Those that were taken off the timeline, by hand or by a rule, in time order. */
  get dismissed(): readonly TimelineEvent[] {
    return this.#current.dismissed;
  }

  /** Edits that do not fit what is there now: kept, listed, and without effect. */
  get orphans(): readonly Orphan[] {
    return this.#current.orphans;
  }

  /** The rules in their order, each with the number of events it decides something about. */
  get rules(): readonly CountedRule[] {
    return this.#rules;
  }

  /** The steps of the story in order, each with its event. */
  get story(): Current['story'] {
    return this.#current.story;
  }

  /** The documents, with the dates that a person set. */
  get documents(): readonly Document[] {
    return this.#documents;
  }

  get undoName(): StepName | null {
    return this.#journal.undoName;
  }

  get redoName(): StepName | null {
    return this.#journal.redoName;
  }

  /** What undo would take back, in words of the page's language; null when there is nothing. */
  get undoWords(): string | null {
    return this.undoName && stepInWords(this.undoName, speech.tag);
  }

  /** What redo would do again, in words of the page's language; null when there is nothing. */
  get redoWords(): string | null {
    return this.redoName && stepInWords(this.redoName, speech.tag);
  }

  get canUndo(): boolean {
    return this.#journal.canUndo;
  }

  get canRedo(): boolean {
    return this.#journal.canRedo;
  }

  /** Every step that undo and redo can come to, and how many of them are done. */
  get journal(): { readonly steps: readonly Step[]; readonly done: number } {
    return { steps: this.#journal.steps, done: this.#journal.done };
  }

  /** What was set by hand of an event, by the id that it has now; null when nothing was. */
  editOf(id: string): EventEdit | null {
    return this.#current.editOf.get(id) ?? null;
  }

  /** The edit that made an event: by merging, by splitting or by hand; null for one that was read. */
  makerOf(id: string): Edit | null {
    return this.#current.maker.get(id) ?? null;
  }

  /** The id under which an event is known now, after it was read again, merged or split. */
  nowOf(id: string): string {
    let at = this.#current.renamed.get(id) ?? id;
    while (this.#current.became.has(at)) at = this.#current.became.get(at)!;
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
    this.#do(this.#named(verb, ids), changes);
  }

  /** Takes back what was set by hand of events: they are as they were found. */
  reset(ids: readonly string[]): void {
    const changes = ids.flatMap((id) => this.#removing(this.editOf(id)));
    this.#do(this.#named('edit', ids), changes);
  }

  /**
   * Makes one event of several.
   * @param ids at least two; the first gives title, date and category. @param change what is set of it by hand at once.
   * @returns its id.
   */
  merge(ids: readonly string[], change: EventChange = {}): string {
    const members = [...new Set(ids)].map((id) => this.#event(id));
    if (members.length < 2)
      throw new RangeError(`found ${members.length} event, expected at least two to merge`);
    const name: StepName = { verb: 'merge', count: members.length };
    const whole = this.#wholeOf(members);
    // Parts of one event that become one again are that event; nothing needs to be kept of it.
    if (whole && Object.keys(change).length === 0) return this.#unsplit(whole, name);
    const edit: MergeEdit = {
      kind: 'merge',
      id: this.#newIds('merged')(),
      events: members.map((event) => this.#ref(event.id)),
    };
    this.#do(name, [this.#putting(edit), ...this.#settingNew(edit.id, change)]);
    return edit.id;
  }

  /** Parts a merged event again into those that it was made of. */
  unmerge(id: string): void {
    const edit = this.#current.maker.get(id);
    if (edit?.kind !== 'merge') throw new RangeError(`found "${id}", expected an event that was merged`);
    const first = this.#resolved(edit.events[0]!.event);
    this.#do(this.#named('unmerge', [id]), [...this.#removing(edit), ...this.#leaving([id], first)]);
  }

  /**
   * Makes several events of one.
   * @param parts at least two. A passage that no part names goes to the first. @returns their ids.
   */
  split(id: string, parts: readonly NewPart[]): readonly string[] {
    const event = this.#event(id);
    if (parts.length < 2) throw new RangeError(`found ${parts.length} part, expected at least two`);
    const own = this.#newIds('split')();
    const edit: SplitEdit = {
      kind: 'split',
      id: own,
      ...this.#ref(id),
      parts: parts.map(
        ({ sources }, i): SplitPart => ({
          id: `${own}.${i + 1}`,
          passages: sources?.map(({ document, quote }) => ({ document, quote })) ?? null,
        }),
      ),
    };
    this.#do({ verb: 'split', count: parts.length, what: event.title }, [
      this.#putting(edit),
      ...edit.parts.flatMap((part, i) => this.#settingNew(part.id, parts[i]?.change ?? {})),
    ]);
    return edit.parts.map((part) => part.id);
  }

  /** Makes the parts of a split event that event again. @param id of one of the parts. @returns its id. */
  unsplit(id: string): string {
    const edit = this.#current.maker.get(id);
    if (edit?.kind !== 'split')
      throw new RangeError(`found "${id}", expected a part of an event that was split`);
    return this.#unsplit(edit, { verb: 'unsplit', count: edit.parts.length });
  }

  /** Adds an event. @returns its id. */
  add(event: NewEvent): string {
    const id = this.#newIds('added')();
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
    this.#do({ verb: 'add', count: 1, what: event.title }, [this.#putting({ kind: 'added', event: whole })]);
    return id;
  }

  /** Deletes an event that was added; one that was read can only be dismissed. */
  delete(id: string): void {
    const edit = this.#current.maker.get(id);
    if (edit?.kind !== 'added') throw new RangeError(`found "${id}", expected an event that was added`);
    this.#do(this.#named('delete', [id]), [...this.#removing(edit), ...this.#leaving([id], null)]);
  }

  /** How many events a rule would decide something about, and which; nothing is changed. */
  tryRule(rule: NewRule): readonly TimelineEvent[] {
    const tried = this.#ruleOf(rule, 'tried', this.#lastOrder('rule') + 1);
    const others = this.#rules.map((each) => each.rule);
    const { events } = this.#source();
    return applyRules(events, [...others, tried]).flatMap(({ event, by }) =>
      by.includes('tried') ? [event] : [],
    );
  }

  /** Adds a rule behind the others: it wins over them. @returns its id. */
  addRule(rule: NewRule): string {
    const edit = this.#ruleOf(rule, this.#newIds('rule')(), this.#lastOrder('rule') + 1);
    if (!termPattern(edit.term)) throw new RangeError(`found "${edit.term}", expected a term with a word`);
    this.#do({ verb: 'rule', count: 1, what: edit.term }, [this.#putting(edit)]);
    return edit.id;
  }

  /** Changes a rule. @param change a field that is there and undefined is taken away. */
  changeRule(id: string, change: { readonly [K in keyof NewRule]?: NewRule[K] | undefined }): void {
    const before = this.#stored('rule', id);
    const fields = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
    const after = Object.fromEntries(fields) as unknown as Rule;
    this.#do({ verb: 'changeRule', count: 1, what: after.term }, [this.#putting(after)]);
  }

  removeRule(id: string): void {
    const rule = this.#stored('rule', id);
    this.#do({ verb: 'removeRule', count: 1, what: rule.term }, this.#removing(rule));
  }

  /** Puts a rule before another one; null: behind all. */
  moveRule(id: string, before: string | null): void {
    const rule = this.#stored('rule', id);
    const order = this.#orderBefore(
      this.#rules.map((each) => each.rule),
      id,
      before,
    );
    this.#do({ verb: 'changeRule', count: 1, what: rule.term }, [this.#putting({ ...rule, order })]);
  }

  /** Sets the date from which a document speaks; null takes back what was set. Its dates are to be read again. */
  dateDocument(document: string, edtf: string | null): void {
    const found = this.#source().documents.find((each) => each.id === document);
    if (!found) throw new RangeError(`found no document "${document}", expected one of the collection's`);
    const before = this.#keyed.get(`date/${document}`) ?? null;
    if (edtf === null) this.#do({ verb: 'undate', count: 1, what: found.name }, this.#removing(before));
    else {
      this.#do({ verb: 'date', count: 1, what: found.name }, [
        this.#putting({ kind: 'date', document, edtf }),
      ]);
    }
  }

  /** Notes what reading has changed, which was done already: undo takes it back. */
  noted(name: StepName, source: NonNullable<Step['source']>): void {
    this.#do(name, [], { source });
  }

  /** Puts events at the end of the story; those that are in it stay where they are. */
  tell(ids: readonly string[], note = ''): void {
    const told = new Set(this.story.map(({ event }) => event.id));
    const events = [...new Set(ids)].filter((id) => !told.has(id)).map((id) => this.#event(id));
    let order = this.#lastOrder('story');
    const newId = this.#newIds('story');
    const changes = events.map((event) => {
      order++;
      return this.#putting({ kind: 'story', id: newId(), order, ...this.#ref(event.id), note });
    });
    this.#do(
      this.#named(
        'tell',
        events.map((event) => event.id),
      ),
      changes,
    );
  }

  /** Changes the note of a step of the story. @param id of the step. */
  retell(id: string, note: string): void {
    const step = this.#stored('story', id);
    this.#do(this.#storyName('retell', step), [this.#putting({ ...step, note })]);
  }

  /** Takes a step out of the story; its event stays on the timeline. */
  untell(id: string): void {
    const step = this.#stored('story', id);
    this.#do(this.#storyName('untell', step), this.#removing(step));
  }

  /** Puts a step of the story before another one; null: at the end. */
  moveInStory(id: string, before: string | null): void {
    const step = this.#stored('story', id);
    const steps = this.edits.filter((edit) => edit.kind === 'story');
    const order = this.#orderBefore(byOrder(steps), id, before);
    this.#do(this.#storyName('retell', step), [this.#putting({ ...step, order })]);
  }

  /** Gives the collection another name. */
  rename(name: string): void {
    const before = this.#source().name;
    if (name !== before)
      this.#do({ verb: 'rename', count: 1, what: name }, [], { rename: { before, after: name } });
  }

  /**
   * Puts an edit that does not fit to an event of one's choice. What that event has already of the same kind stays
   * where the edit says nothing.
   * @param key of the edit. @param missing the id that it names in vain.
   */
  reattach(key: string, missing: string, id: string): void {
    const edit = this.#byKey(key);
    const ref = this.#ref(id);
    const name: StepName = { verb: 'reattach', count: 1, what: this.#event(id).title };
    if (edit.kind === 'event') {
      const own = this.editOf(id);
      const fields: EventEdit = { ...own, ...edit, ...ref };
      this.#do(name, [...this.#removing(own), ...this.#removing(edit), this.#putting(without(fields, ref))]);
    } else if (edit.kind === 'merge') {
      const events = edit.events.map((each) => (each.event === missing ? ref : each));
      this.#do(name, [this.#putting({ ...edit, events })]);
    } else if (edit.kind === 'split' || edit.kind === 'story') {
      this.#do(name, [this.#putting(without({ ...edit, ...ref }, ref))]);
    } else
      throw new RangeError(`found an edit of the kind ${edit.kind}, expected one that is about an event`);
  }

  /** Removes an edit for good, one that does not fit for instance; and what was done to events that it made. */
  discard(key: string): void {
    const edit = this.#byKey(key);
    const made = madeBy(edit);
    const what = refsOf(edit)[0]?.about?.title;
    const name: StepName = { verb: 'discard', count: 1, ...(what === undefined ? {} : { what }) };
    this.#do(name, [...this.#removing(edit), ...this.#leaving(made, null)]);
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
    const step = this.canUndo && this.#allowed() ? this.#journal.undo() : null;
    if (step) this.#told({ how: 'undone', step, ...this.#readAt(step, 'before') });
    return step !== null;
  }

  /** @returns whether there was something to redo. */
  redo(): boolean {
    const step = this.canRedo && this.#allowed() ? this.#journal.redo() : null;
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

  #do(name: StepName, changes: readonly Change[], more: Pick<Step, 'rename' | 'source'> = {}): void {
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
  #event(id: string): TimelineEvent {
    const event = this.events[rowsById(this.events).get(id) ?? -1] ?? this.#off.get(id);
    if (!event) throw new RangeError(`found no event "${id}", expected one of the collection's`);
    return event;
  }

  #byKey(key: string): Edit {
    const edit = this.#keyed.get(key);
    if (!edit) throw new RangeError(`found no edit "${key}", expected one of the collection's`);
    return edit;
  }

  #stored<K extends 'rule' | 'story'>(kind: K, id: string): K extends 'rule' ? Rule : StoryStep {
    return this.#byKey(`${kind}/${id}`) as K extends 'rule' ? Rule : StoryStep;
  }

  #resolved(id: string): string {
    return this.#current.renamed.get(id) ?? id;
  }

  /** An event as an edit names it: those that were read with what is known of them. */
  #ref(id: string): Ref {
    const { events } = this.#source();
    const read = this.#current.maker.has(id) ? undefined : events[rowsById(events).get(id) ?? -1];
    return read ? { event: id, about: evidenceOf(read, events) } : { event: id };
  }

  #putting(edit: Edit): Change {
    const key = keyOf(edit);
    return { key, before: this.#keyed.get(key) ?? null, after: edit };
  }

  #removing(edit: Edit | null): Change[] {
    return edit ? [{ key: keyOf(edit), before: edit, after: null }] : [];
  }

  #editing(id: string, change: EventChange): Change {
    this.#event(id);
    const before = this.editOf(id);
    return this.#putting({ ...(before ?? { kind: 'event', ...this.#ref(id) }), ...change });
  }

  /** What is set by hand of an event that is only just being made. */
  #settingNew(id: string, change: EventChange): Change[] {
    if (Object.keys(change).length === 0) return [];
    return [this.#putting({ kind: 'event', event: id, ...change })];
  }

  /** What becomes of edits about events that are no longer: their steps of the story go to `heir`, the others go. */
  #leaving(ids: readonly string[], heir: string | null): Change[] {
    const gone = new Set(ids);
    return this.edits.flatMap((edit): Change[] => {
      if (edit.kind === 'event' && gone.has(edit.event)) return this.#removing(edit);
      if (edit.kind !== 'story' || !gone.has(edit.event)) return [];
      return heir === null
        ? this.#removing(edit)
        : [this.#putting(without({ ...edit, ...this.#ref(heir) }, this.#ref(heir)))];
    });
  }

  /** The split of which these events are all the parts, nothing done to them; null where there is none. */
  #wholeOf(events: readonly TimelineEvent[]): SplitEdit | null {
    const maker = this.#current.maker.get(events[0]!.id);
    if (maker?.kind !== 'split') return null;
    const parts = new Set(maker.parts.map((part) => part.id));
    const whole = events.length === parts.size && events.every((event) => parts.has(event.id));
    return whole && events.every((event) => this.editOf(event.id) === null) ? maker : null;
  }

  /** Whether an event is a part of one that was split, no part of which was merged or split since. */
  canUnsplit(id: string): boolean {
    const edit = this.#current.maker.get(id);
    return edit?.kind === 'split' && edit.parts.every((part) => !this.#current.became.has(part.id));
  }

  #unsplit(edit: SplitEdit, name: StepName): string {
    const whole = this.#resolved(edit.event);
    const parts = edit.parts.map((part) => part.id);
    if (!this.canUnsplit(parts[0]!)) {
      throw new RangeError(
        'found a part that was merged or split since, expected all parts as they were made',
      );
    }
    this.#do(name, [...this.#removing(edit), ...this.#leaving(parts, whole)]);
    return whole;
  }

  #ruleOf(rule: NewRule, id: string, order: number): Rule {
    return {
      kind: 'rule',
      id,
      order,
      term: rule.term.trim(),
      where: rule.where ?? 'passage',
      ...(rule.category === undefined ? {} : { category: rule.category }),
      ...(rule.status === undefined ? {} : { status: rule.status }),
      ...(rule.dismissed ? { dismissed: true } : {}),
    };
  }

  #lastOrder(kind: 'rule' | 'story'): number {
    return this.edits.reduce((last, edit) => (edit.kind === kind ? Math.max(last, edit.order) : last), 0);
  }

  /** Half way between two neighbours, so that nothing else has to move. */
  #orderBefore(
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

  #named(verb: StepVerb, ids: readonly string[]): StepName {
    const [only] = ids;
    const what = ids.length === 1 && only !== undefined ? this.#event(only).title : undefined;
    return { verb, count: Math.max(1, ids.length), ...(what === undefined ? {} : { what }) };
  }

  #storyName(verb: StepVerb, step: StoryStep): StepName {
    const title = this.story.find((each) => each.step.id === step.id)?.event.title ?? step.about?.title;
    return { verb, count: 1, ...(title === undefined ? {} : { what: title }) };
  }

  /** Gives `merged-1`, `merged-2` …: each one that nothing has, nor will have when something is redone. */
  #newIds(stem: string): () => string {
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

/** An edit that names an event anew: without the evidence of the old one where there is none of the new one. */
function without<E extends Ref>(edit: E, ref: Ref): E {
  if (ref.about) return edit;
  const { about: _, ...rest } = edit;
  return rest as unknown as E;
}
