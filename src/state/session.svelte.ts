import { max } from 'd3-array';
import type { Saved } from '../formats/saved.ts';
import type { Category } from '../model/category.ts';
import { type Collection, EMPTY_COLLECTION } from '../model/collection.ts';
import type { Comparison } from '../model/compare.ts';
import type { Document } from '../model/document.ts';
import type { EventChange, EventEdit } from '../model/edit.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Step } from '../model/step.ts';
import { rowsById } from '../store/table.ts';

export type { FileBytes, Marks } from '../worker/client.ts';

import { type FileBytes, type Marks, type Progress, readMarks, run } from '../worker/client.ts';
import { Arrivals } from './arrivals.ts';
import type { Curation, Moved } from './curation.svelte.ts';
import { Imports } from './imports.svelte.ts';
import { Notices } from './notices.svelte.ts';
import type { Destination, Keeper, Notice, Open, Past, Runner, Versions } from './open.ts';
import { Queue } from './queue.ts';
import type { Reading } from './reading.ts';
import { SavedFiles } from './savedFiles.ts';

export type { Destination, Keeper, Notice, Past, Runner } from './open.ts';
export { loadReaders } from './savedFiles.ts';

type Curating = typeof import('./curation.svelte.ts');
let curating: Curating | null = null;

/** Loads what corrects, merges, undoes; no picture needs it before there is a correction. */
export async function loadCuration(): Promise<Curating> {
  curating ??= await import('./curation.svelte.ts');
  return curating;
}

/**
 * The collection that is open, and what is being done to it. What fails leaves it as it was. Corrections are a list
 * of values beside the events, so that reading more documents loses none and undo is a step back in that list.
 */
export class Session {
  readonly #run: Runner;
  /** Files of ready events of other programs, to be looked at before they are taken over. */
  readonly imports = new Imports();
  /** Set by whom there is somebody to ask; else what comes comes beside what is open. */
  versions: Versions | null = null;
  #source: Collection = $state.raw(EMPTY_COLLECTION);
  #curation: Curation | null = $state.raw(null);
  #sample = $state(false);
  #opened = $state(0);
  #progress: Progress | null = $state.raw(null);
  readonly #noted = new Notices();
  readonly #queue = new Queue();
  readonly #marks = new WeakMap<Document, Promise<Marks>>();

  #keeper: Keeper | null = null;

  /** What reads documents into it; loaded when it is needed. */
  readonly #open = this.#opening();
  readonly #files = new SavedFiles(this.#open);
  readonly #arrivals = new Arrivals(this.#files, this.imports, {
    opened: () => this.#opened,
    open: (collection, sample) => this.open(collection, sample),
    ready: () => this.ready(),
    reading: () => this.#reading(),
    tell: this.#open.tell,
  });

  readonly #collection = $derived<Collection>(
    this.#curation ? { ...this.#source, edits: this.#curation.edits } : this.#source,
  );
  readonly #events = $derived(this.#curation?.events ?? this.#source.events);
  readonly #extent = $derived.by(() => {
    const [first] = this.#events;
    return first
      ? {
          start: first.time.start,
          end: max(this.#events, (event) => event.time.end) ?? first.time.end,
        }
      : null;
  });
  readonly #byId = $derived.by(() => {
    const events = this.#events;
    return (id: string): TimelineEvent | null => events[rowsById(events).get(id) ?? -1] ?? null;
  });

  constructor(runner: Runner = run) {
    this.#run = runner;
    if (curating) this.#curate(curating);
  }

  /**
   * What a person makes of what was read: every verb of it can be undone.
   * @throws before {@link ready} is done: nothing that needs it is on the page until then.
   */
  get curation(): Curation {
    if (!this.#curation) throw new Error('found no curation, expected that `ready` was waited for');
    return this.#curation;
  }

  /** Whether {@link ready} is done. */
  get curates(): boolean {
    return this.#curation !== null;
  }

  /** Loads what is needed to correct anything. */
  async ready(): Promise<void> {
    this.#curate(await loadCuration());
  }

  #curate({ Curation }: Curating): void {
    this.#curation ??= new Curation(
      () => this.#source,
      (moved) => this.#moved(moved),
      () => this.#keeper?.allows() ?? true,
    );
  }

  #opening(): Open {
    const session = this;
    return {
      get source() {
        return session.#source;
      },
      set source(source) {
        session.#source = source;
      },
      asRead: [],
      read: false,
      kinds: null,
      get progress() {
        return session.#progress;
      },
      set progress(progress) {
        session.#progress = progress;
      },
      running: null,
      get curation() {
        return session.curation;
      },
      get versions() {
        return session.versions;
      },
      get run() {
        return session.#run;
      },
      tell: (level, title, lines) => session.#noted.tell(level, title, lines),
      changed: () => session.#keeper?.read(),
      begun: () => {
        session.#sample = false;
        session.#opened++;
        session.#keeper?.opened(session.collection, false);
      },
    };
  }

  /** As it would be saved now. */
  get collection(): Collection {
    return this.#collection;
  }

  /** Events as a person has left them, in time order. */
  get events(): readonly TimelineEvent[] {
    return this.#events;
  }

  /** First start and last end of all events; null when there are none. */
  get extent(): { readonly start: number; readonly end: number } | null {
    return this.#extent;
  }

  /** Grows by one with every collection that is opened; adding documents or editing leaves it. */
  get opened(): number {
    return this.#opened;
  }

  /** How far the extractor is; null when it rests. */
  get progress(): Progress | null {
    return this.#progress;
  }

  get notices(): readonly Notice[] {
    return this.#noted.all;
  }

  /** Whether what is open is the sample that came with the page: documents of one's own do not belong into it. */
  get isSample(): boolean {
    return this.#sample;
  }

  /** The documents, with the dates that a person set. */
  get documents(): readonly Document[] {
    return this.#curation?.documents ?? this.#source.documents;
  }

  get canUndo(): boolean {
    return this.#curation?.canUndo ?? false;
  }

  get canRedo(): boolean {
    return this.#curation?.canRedo ?? false;
  }

  /** What undo would take back, in words; null when there is nothing. */
  get undoName(): string | null {
    return this.#curation?.undoWords ?? null;
  }

  /** What redo would do again, in words; null when there is nothing. */
  get redoName(): string | null {
    return this.#curation?.redoWords ?? null;
  }

  /** What is open as it was read, with the edits that came with it and none that were made since. */
  sourceOf(): Collection {
    return this.#source;
  }

  /** Who keeps what is done; there is one at most. */
  keepBy(keeper: Keeper | null): void {
    this.#keeper = keeper;
  }

  event(id: string | null): TimelineEvent | null {
    return id === null ? null : this.#byId(id);
  }

  editOf(id: string): EventEdit | null {
    return this.#curation?.editOf(id) ?? null;
  }

  /** Whether a person has set anything of an event, or made it. */
  touched(id: string): boolean {
    return this.editOf(id) !== null || Boolean(this.#curation?.makerOf(id));
  }

  /**
   * Opens a collection in place of what is open.
   * @param past what was done to it on an earlier visit, on top of its edits; then its keeper knows of it.
   */
  open(collection: Collection, sample = false, past?: Past): void {
    this.#source = collection;
    this.#sample = sample;
    this.#open.asRead = collection.documents;
    this.#open.read = past?.read ?? false;
    this.#open.kinds = null;
    const opened = ++this.#opened;
    // Before there is any curation, there are no edits either; see `openWith`.
    this.#curation?.begin(collection.edits, past?.steps, past?.done);
    if (!past) this.#keeper?.opened(this.collection, sample);
    if (past || collection.edits.length > 0) {
      void this.#queue.turn(async () => {
        const reading = await this.#reading();
        if (reading && this.#opened === opened) await reading.catchUp(past ?? null);
      });
    }
  }

  /** What is kept of it beside its documents and events. */
  get past(): Past {
    const dates = this.#open.asRead.flatMap(({ id, date }): [string, string][] =>
      date?.origin === 'given' ? [[id, date.edtf]] : [],
    );
    const journal = this.#curation?.journal ?? { steps: [], done: 0 };
    return { ...journal, read: this.#open.read, dates };
  }

  /** Does what a step asks for beyond the edits. */
  #moved(moved: Moved): void {
    const { step, how, source } = moved;
    const side = how === 'undone' ? 'before' : 'after';
    if (source) this.#reread(source, step, side);
    if (step.rename) this.#source = { ...this.#source, name: step.rename[side] };
    this.#keeper?.moved(moved);
    const { replaced } = step;
    const [document] = step.changes.flatMap(({ key }) =>
      key.startsWith('date/') ? [key.slice('date/'.length)] : [],
    );
    if (document === undefined && (!replaced || how === 'done')) return;
    void this.#queue.turn(async () => {
      const reading = await this.#reading();
      if (replaced && how !== 'done') await reading?.swap(replaced[side]);
      else {
        const changes = (await reading?.reread()) ?? null;
        // Who has just set a date sees what else has a date of its own now.
        if (changes && document !== undefined && how === 'done') this.versions?.changed(document, changes);
      }
    });
  }

  /** What undo or redo has made of what was read. */
  #reread(source: Collection, step: Step, side: 'before' | 'after'): void {
    const asRead = new Map(this.#open.asRead.map((document) => [document.id, document]));
    this.#source = source;
    this.#open.kinds = null;
    this.#open.read = step.source?.read?.[side] ?? this.#open.read;
    this.#open.asRead = this.documents.map((document) => {
      const before = asRead.get(document.id);
      return before?.text === document.text ? before : document;
    });
  }

  /**
   * Opens what a saved file or an answer of the server says.
   * @param name of the file, for the notices. @returns whether it was a collection.
   */
  openJson(text: string, name: string, sample = false): Promise<boolean> {
    return this.#arrivals.openJson(text, name, sample);
  }

  /** What reads documents into what is open. null when it cannot be had, which then is told. */
  async #reading(): Promise<Reading | null> {
    const part = await this.#files.loaded(
      Promise.all([import('./reading.ts'), this.ready()]),
      this.#source.name,
    );
    return part && new part[0].Reading(this.#open);
  }

  /**
   * Opens a file that holds a collection or a list of events; a large one is read on another thread, and the page can be
   * used meanwhile. What is opened in the meantime stays.
   * @returns whether it is open now.
   */
  openFile(file: FileBytes, sample = false): Promise<boolean> {
    return this.#arrivals.openFile(file, sample);
  }

  /**
   * Reads files: a saved collection or a list of events is opened, a list of categories sorts what is open, everything
   * else goes to the extractor, and at last lists of other programs are asked about. What came together stays together.
   * Waits for what is running.
   */
  add(files: readonly FileBytes[], destination?: Destination): Promise<void> {
    return this.#queue.turn(async () => {
      if (destination === 'new' || this.#allowed())
        await this.#arrivals.add(files, destination ?? (this.#sample ? 'new' : 'here'));
    });
  }

  /**
   * Sorts what is open into other kinds of event: documents are read again with them. Waits for what is running.
   * @param kinds JSON text of a list of categories or of a collection, which a person may have written, or categories.
   * @param name what they are called, for the notices.
   */
  sort(kinds: string | readonly Category[], name: string): Promise<void> {
    return this.#queue.turn(async () => {
      if (this.#allowed()) await (await this.#reading())?.sort(kinds, name);
    });
  }

  /** The dates and the parts of a document, for showing it; read once for as long as the document is open. */
  marksOf(document: Document): Promise<Marks> {
    let marks = this.#marks.get(document);
    if (!marks) {
      marks = readMarks(document);
      this.#marks.set(document, marks);
    }
    return marks;
  }

  /**
   * Takes over what was read of a file of ready events: in place of what is open, or beside it.
   * @returns whether there was anything.
   */
  bring(saved: Saved, name: string, destination: Destination): Promise<boolean> {
    return this.#arrivals.bring(saved, name, destination);
  }

  /** Ends the extractor; what was open stays. */
  cancel(): void {
    this.#open.running?.cancel();
  }

  confirm(id: string): void {
    this.edit(id, { confirmed: true });
  }

  dismiss(id: string): void {
    this.edit(id, { dismissed: true });
  }

  /** Changes an event. Fields that are not named keep what was edited or found before. */
  edit(id: string, change: EventChange): void {
    this.curation.edit(id, change);
  }

  undo(): boolean {
    return this.#step('undo');
  }

  redo(): boolean {
    return this.#step('redo');
  }

  #step(by: 'undo' | 'redo'): boolean {
    const curation = this.#curation;
    if (!curation?.next(by)?.source || !this.#queue.busy) return curation?.[by]() ?? false;
    // What is being read is read beside what is open: that stays as it is until then.
    void this.#queue.turn(async () => curation.next(by)?.source && curation[by]());
    return true;
  }

  /** Takes a document away, with what it alone tells; undo brings it back. Waits for what is running. */
  remove(id: string): Promise<void> {
    return this.#queue.turn(async () => {
      if (this.#allowed()) await (await this.#reading())?.remove(id);
    });
  }

  /**
   * Reads the open documents again, even where that does not find every event that is open: what a person made of them
   * is put to what is found now. Waits for what is running.
   */
  readAgain(): Promise<Comparison | null> {
    return this.#queue.turn(async () =>
      this.#allowed() ? ((await this.#reading())?.readAgain() ?? null) : null,
    );
  }

  /**
   * Puts another version of a document in the place of it and reads again. Waits for what is running.
   * @param id of the document. @returns what changed; null when the file could not be read or it was cancelled.
   */
  replace(id: string, file: FileBytes): Promise<Comparison | null> {
    return this.#queue.turn(async () =>
      this.#allowed() ? ((await this.#reading())?.replace(id, file) ?? null) : null,
    );
  }

  #allowed(): boolean {
    return this.#keeper?.allows() ?? true;
  }

  /** Tells of something that was done. */
  inform(title: string, lines: readonly string[] = []): void {
    this.#noted.tell('good', title, lines);
  }

  /** Tells of something that went wrong elsewhere. */
  complain(title: string, lines: readonly string[] = []): void {
    this.#noted.tell('bad', title, lines);
  }

  dismissNotice(id: number): void {
    this.#noted.dismiss(id);
  }
}
