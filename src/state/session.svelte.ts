import { max } from 'd3-array';
import type { Saved } from '../formats/saved.ts';
import type { Category } from '../model/category.ts';
import { COLLECTION_VERSION, type Collection } from '../model/collection.ts';
import { type Comparison, compareEvents } from '../model/compare.ts';
import { currentEvents, datedDocuments } from '../model/current.ts';
import type { Document } from '../model/document.ts';
import { type Edit, type EventChange, type EventEdit, refsOf } from '../model/edit.ts';
import type { TimelineEvent } from '../model/event.ts';
import { joinCollections } from '../model/join.ts';
import type { Problem } from '../model/problem.ts';
import type { Step, StepName } from '../model/step.ts';
import { rowsById } from '../store/table.ts';

export type { FileBytes, Marks } from '../worker/client.ts';

import {
  type FileBytes,
  type Marks,
  type Opening,
  type OpenTask,
  type Outcome,
  openAway,
  type Progress,
  type Run,
  readMarks,
  run,
  type Task,
} from '../worker/client.ts';
import { Curation, type Moved } from './curation.svelte.ts';
import { Imports, sortFiles } from './imports.svelte.ts';
import { isList } from './isList.ts';
import { speech } from './language.svelte.ts';

/** Below this confidence, where about one in four is wrong, an event that nobody has looked at wants a look. */
export const SURE = 0.75;

/** A file of more bytes is read on another thread: it takes longer than a blink. */
const LARGE = 2_000_000;

type Readers = typeof import('../formats/saved.ts');

/** Loads what reads files and checks them; no chart needs it before there is a file. */
export const loadReaders = (): Promise<Readers> => import('../formats/saved.ts');

/** Something that a person should know about what was opened, read or kept out. */
export interface Notice {
  readonly id: number;
  /** `bad`: something is not there. `note`: everything is, but. `good`: done. */
  readonly level: 'bad' | 'note' | 'good';
  readonly title: string;
  readonly lines: readonly string[];
}

/** Starts the extractor; replaced in tests. */
export type Runner = (task: Task, onProgress: (progress: Progress) => void) => Run;

/** Who keeps what is done: told of everything that changes what would be saved, at once. */
export interface Keeper {
  /** A collection was opened in place of what was open. */
  opened(collection: Collection, sample: boolean): void;
  /** Documents were read, or sorted by other categories: all but the edits may be different. */
  read(): void;
  /** A step was done, undone or redone. */
  moved(moved: Moved): void;
}

/** What was done to a collection on an earlier visit, on top of its edits. */
export interface Past {
  readonly steps: readonly Step[];
  /** How many of them count; the others can be redone. */
  readonly done: number;
  /** Whether its events were read by this program. */
  readonly read: boolean;
  /** The dates that were set of documents when they were read, by document. */
  readonly dates: readonly (readonly [document: string, edtf: string])[];
}

/** Where documents that are added go. */
export type Destination = 'here' | 'new';

const NOTHING: Collection = {
  dateline: COLLECTION_VERSION,
  name: '',
  documents: [],
  events: [],
  categories: [],
  edits: [],
  problems: [],
};

/**
 * The collection that is open, and what is being done to it. What fails leaves it as it was. Corrections are a list
 * of values beside the events, so that reading more documents loses none and undo is a step back in that list.
 */
export class Session {
  readonly #run: Runner;
  /** Files of ready events of other programs, to be looked at before they are taken over. */
  readonly imports = new Imports();
  #source: Collection = $state.raw(NOTHING);
  /** What a person makes of what was read: every verb of it can be undone. */
  readonly curation = new Curation(
    () => this.#source,
    (moved) => this.#moved(moved),
  );
  #sample = $state(false);
  #opened = $state(0);
  #progress: Progress | null = $state.raw(null);
  #notices: readonly Notice[] = $state.raw([]);
  /** Whether the events were read from their documents here, and not in a file that may come from elsewhere. */
  #read = false;
  /** Kinds of event that a person has chosen since the collection was opened; else those of the collection. */
  #kinds: readonly Category[] | null = null;
  #running: Run | Opening | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #noticed = 0;
  readonly #marks = new WeakMap<Document, Promise<Marks>>();

  /** The documents as they were when the events were read in them. */
  #asRead: readonly Document[] = [];
  #keeper: Keeper | null = null;

  readonly #collection = $derived<Collection>({ ...this.#source, edits: this.curation.edits });
  readonly #events = $derived(this.curation.events);
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
  readonly #toReview = $derived(this.#events.filter((event) => this.needsReview(event)));

  constructor(runner: Runner = run) {
    this.#run = runner;
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

  /** Events of low confidence that nobody has looked at, in time order. */
  get toReview(): readonly TimelineEvent[] {
    return this.#toReview;
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
    return this.#notices;
  }

  /** Whether what is open is the sample that came with the page: documents of one's own do not belong into it. */
  get isSample(): boolean {
    return this.#sample;
  }

  /** The documents, with the dates that a person set. */
  get documents(): readonly Document[] {
    return this.curation.documents;
  }

  get canUndo(): boolean {
    return this.curation.canUndo;
  }

  get canRedo(): boolean {
    return this.curation.canRedo;
  }

  /** What undo would take back, in words; null when there is nothing. */
  get undoName(): string | null {
    return inWords(this.curation.undoName);
  }

  /** What redo would do again, in words; null when there is nothing. */
  get redoName(): string | null {
    return inWords(this.curation.redoName);
  }

  /** Who keeps what is done; there is one at most. */
  keepBy(keeper: Keeper | null): void {
    this.#keeper = keeper;
  }

  event(id: string | null): TimelineEvent | null {
    return id === null ? null : this.#byId(id);
  }

  editOf(id: string): EventEdit | null {
    return this.curation.editOf(id);
  }

  needsReview(event: TimelineEvent): boolean {
    return event.confidence < SURE && !this.editOf(event.id) && !this.curation.makerOf(event.id);
  }

  /**
   * Opens a collection in place of what is open.
   * @param past what was done to it on an earlier visit, on top of its edits; then its keeper knows of it.
   */
  open(collection: Collection, sample = false, past?: Past): void {
    this.#source = collection;
    this.curation.begin(collection.edits, past?.steps, past?.done);
    this.#asRead = past ? datedDocuments({ ...collection, edits: datesOf(past.dates) }) : this.documents;
    this.#sample = sample;
    this.#read = past?.read ?? false;
    this.#kinds = null;
    this.#opened++;
    if (!past) this.#keeper?.opened(this.collection, sample);
    else this.#catchUp(past);
  }

  /** What is kept of it beside its documents and events. */
  get past(): Past {
    const dates = this.#asRead.flatMap(({ id, date }): [string, string][] =>
      date?.origin === 'given' ? [[id, date.edtf]] : [],
    );
    return { ...this.curation.journal, read: this.#read, dates };
  }

  /** Reads what there was no time to read before the page was closed. */
  #catchUp({ steps, done }: Past): void {
    const versions = new Map<string, Document>();
    steps.forEach(({ replaced }, i) => {
      if (!replaced) return;
      const { before, after } = replaced;
      if (i < done) versions.set(after.id, after);
      else if (!versions.has(before.id)) versions.set(before.id, before);
    });
    const stale = this.#source.documents.flatMap((document) => {
      const meant = versions.get(document.id);
      return meant && meant.text !== document.text ? [meant] : [];
    });
    for (const document of stale) void this.#enqueue(() => this.#swap(document));
    if (stale.length === 0 && datesIn(this.#asRead) !== datesIn(this.documents)) {
      void this.#enqueue(() => this.#reread(false));
    }
  }

  /** Does what a step asks for beyond the edits. */
  #moved(moved: Moved): void {
    const { step, how } = moved;
    const side = how === 'undone' ? 'before' : 'after';
    if (step.rename) this.#source = { ...this.#source, name: step.rename[side] };
    this.#keeper?.moved(moved);
    const { replaced } = step;
    if (replaced && how !== 'done') void this.#enqueue(() => this.#swap(replaced[side]));
    else if (step.changes.some((change) => change.key.startsWith('date/'))) {
      void this.#enqueue(() => this.#reread(false));
    }
  }

  /**
   * Opens what a saved file or an answer of the server says.
   * @param name of the file, for the notices. @returns whether it was a collection.
   */
  async openJson(text: string, name: string, sample = false): Promise<boolean> {
    const opened = this.#opened;
    const readers = await this.#readers(name);
    return (
      readers !== null &&
      this.#opened === opened &&
      this.#openSaved(readers.readSavedJson(text), name, sample)
    );
  }

  /** What reads files and checks them. null when it cannot be had, which then is told. */
  #readers(name: string): Promise<Readers | null> {
    return this.#loaded(loadReaders(), name);
  }

  async #loaded<T>(part: Promise<T>, name: string): Promise<T | null> {
    try {
      return await part;
    } catch (error) {
      this.#tell('bad', speech.texts.notices.couldNotOpen(name), [(error as Error).message]);
      return null;
    }
  }

  /**
   * Opens a file that holds a collection or a list of events; a large one is read on another thread, and the page can be
   * used meanwhile. What is opened in the meantime stays.
   * @returns whether it is open now.
   */
  async openFile(file: FileBytes, sample = false): Promise<boolean> {
    const { name, bytes } = file;
    const opened = this.#opened;
    const list = isList(name);
    const rare = /\.(?:svg|parquet)$/i.test(name);
    if ((rare || bytes.length > LARGE) && typeof Worker !== 'undefined') {
      const saved = await this.#readAway({ name, bytes, list, known: this.#source.categories });
      return saved !== null && this.#opened === opened && this.#openSaved(saved, name, sample);
    }
    const text = new TextDecoder().decode(bytes);
    if (!list) return this.openJson(text, name, sample);
    // Few collections come as lists.
    const lists = await this.#loaded(import('../formats/list.ts'), name);
    if (!lists || this.#opened !== opened) return false;
    return this.#openSaved(lists.readSavedList(text, name, this.#source.categories), name, sample);
  }

  /** null when that was cancelled or went wrong, which then is told. */
  async #readAway(task: OpenTask): Promise<Saved | null> {
    this.#progress = { done: 0, total: 1, name: task.name };
    try {
      const opening = openAway(task, (done, total) => {
        this.#progress = { done, total, name: task.name };
      });
      this.#running = opening;
      return await opening.saved;
    } catch (error) {
      this.#tell('bad', speech.texts.notices.couldNotOpen(task.name), [(error as Error).message]);
      return null;
    } finally {
      this.#running = null;
      this.#progress = null;
    }
  }

  /** Opens what was read and names what of it is wrong. @returns whether there was anything. */
  #openSaved({ collection, problems, leftOut }: Saved, name: string, sample: boolean): boolean {
    const { notices } = speech.texts;
    if (!collection) {
      const lines = problems.length > 0 ? problems.map(said) : [notices.noEvent];
      this.#tell('bad', notices.couldNotOpen(name), lines);
      return false;
    }
    this.open(collection, sample);
    if (problems.length > 0) this.#tell('note', notices.openedBut(name), problems.map(said));
    const out = collection.problems.filter((problem) => problem.level === 'kept-out');
    if (out.length > 0) this.#tell('bad', notices.filesKeptOut(out.length), out.map(said));
    if (leftOut.length > 0) {
      const lines = new Set(leftOut.map((problem) => problem.at)).size;
      this.#tell('bad', notices.linesKeptOut(lines, name), leftOut.map(said));
    }
    return true;
  }

  /**
   * Reads files: a saved collection or a list of events is opened, a list of categories sorts what is open, everything
   * else goes to the extractor. Waits for what is running.
   */
  add(files: readonly FileBytes[], destination?: Destination): Promise<void> {
    return this.#enqueue(async () => {
      const { saved, foreign, others } = await sortFiles(files);
      this.imports.ask(foreign, destination ?? (this.#sample ? 'new' : 'here'));
      for (const file of saved) {
        const kinds = await this.#kindsIn(file);
        if (kinds !== null) await this.#sortBy(kinds, file.name);
        else if (await this.openFile(file)) this.#tell('good', speech.texts.notices.opened(file.name), []);
      }
      if (others.length > 0) await this.#extract(others, destination ?? (this.#sample ? 'new' : 'here'));
    });
  }

  /**
   * Sorts what is open into other kinds of event: documents are read again with them. Waits for what is running.
   * @param kinds JSON text of a list of categories or of a collection, which a person may have written, or categories.
   * @param name what they are called, for the notices.
   */
  sort(kinds: string | readonly Category[], name: string): Promise<void> {
    return this.#enqueue(() => this.#sortBy(kinds, name));
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
  bring(saved: Saved, name: string, destination: Destination): boolean {
    const { collection } = saved;
    const joined =
      collection && destination === 'here' ? joinCollections(this.collection, collection) : collection;
    return this.#openSaved({ ...saved, collection: joined }, name, false);
  }

  /** Ends the extractor; what was open stays. */
  cancel(): void {
    this.#running?.cancel();
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
    return this.curation.undo();
  }

  redo(): boolean {
    return this.curation.redo();
  }

  /**
   * Reads the open documents again, even where that does not find every event that is open: what a person made of them
   * is put to what is found now. Waits for what is running.
   */
  readAgain(): Promise<Comparison | null> {
    return this.#enqueue(() => this.#reread(true));
  }

  /**
   * Puts another version of a document in the place of it and reads again. Waits for what is running.
   * @param id of the document. @returns what changed; null when the file could not be read or it was cancelled.
   */
  replace(id: string, file: FileBytes): Promise<Comparison | null> {
    return this.#enqueue(() => this.#replace(id, file));
  }

  #enqueue<T>(act: () => Promise<T>): Promise<T> {
    const next = this.#queue.then(act);
    this.#queue = next;
    return next;
  }

  /** Tells of something that was done. */
  inform(title: string, lines: readonly string[] = []): void {
    this.#tell('good', title, lines);
  }

  /** Tells of something that went wrong elsewhere. */
  complain(title: string, lines: readonly string[] = []): void {
    this.#tell('bad', title, lines);
  }

  dismissNotice(id: number): void {
    this.#notices = this.#notices.filter((notice) => notice.id !== id);
  }

  /** The text of a file that is a list of categories; null where it is none. */
  async #kindsIn({ name, bytes }: FileBytes): Promise<string | null> {
    // None is that large.
    if (isList(name) || bytes.length > LARGE) return null;
    const text = new TextDecoder().decode(bytes);
    return (await this.#readers(name))?.isCategoryList(text) ? text : null;
  }

  async #extract(files: readonly FileBytes[], destination: Destination): Promise<void> {
    const base = destination === 'new' ? NOTHING : this.#source;
    // Events from elsewhere (a list that was opened, with no text behind it) cannot be found again by reading.
    const readable = new Set(base.documents.filter((d) => d.text !== '').map((d) => d.id));
    const fromText = (event: TimelineEvent): boolean =>
      event.sources.every((source) => readable.has(source.document));
    const again = base.events.filter(fromText);
    const lasting = base.events.filter((event) => !fromText(event));
    this.#progress = { done: 0, total: files.length, name: files[0]?.name ?? '' };
    try {
      this.#running = this.#run(
        {
          files,
          documents:
            destination === 'new' ? [] : this.documents.filter((document) => readable.has(document.id)),
          open: this.#read ? null : again.map((event) => event.id),
          categories: this.#kinds ?? (base.categories.some(hasTerms) ? base.categories : []),
          sort: null,
        },
        (progress) => {
          this.#progress = progress;
        },
      );
      const outcome = await this.#running.outcome;
      if (outcome === null) {
        this.#tell('note', speech.texts.notices.cancelled, []);
        return;
      }
      this.#report(outcome);
      if (outcome.added.length === 0) return;
      this.#take(
        destination === 'new' ? NOTHING : this.#source,
        outcome.anew ? lasting : base.events,
        outcome,
      );
      this.#read = outcome.anew;
      if (destination === 'new') {
        this.curation.begin([]);
        this.#sample = false;
        this.#opened++;
        this.#keeper?.opened(this.collection, false);
      } else this.#keeper?.read();
    } catch (error) {
      this.#tell('bad', speech.texts.notices.stopped, [(error as Error).message]);
    } finally {
      this.#running = null;
      this.#progress = null;
    }
  }

  async #sortBy(kinds: string | readonly Category[], name: string): Promise<void> {
    const readers = await this.#readers(name);
    if (!readers) return;
    const { categories, problems } = readers.parseCategories(kinds);
    if (!categories) {
      this.#tell('bad', speech.texts.categoriesView.refused(name), problems.map(said));
      return;
    }
    const base = this.#source;
    const { events } = base;
    if (events.length === 0 && base.documents.length === 0) {
      this.#kinds = categories;
      this.#source = { ...base, categories };
      this.#tell('good', speech.texts.categoriesView.waiting(name), problems.map(said));
      return;
    }
    const documents = this.documents.filter((document) => document.text !== '');
    const readable = new Set(documents.map((document) => document.id));
    const again = events.filter((event) => event.sources.every((source) => readable.has(source.document)));
    this.#progress = { done: 0, total: documents.length, name };
    try {
      this.#running = this.#run(
        {
          files: [],
          documents,
          open: this.#read ? null : again.map((event) => event.id),
          categories,
          sort: { events, from: base.categories, corrected: this.#corrections() },
        },
        (progress) => {
          this.#progress = progress;
        },
      );
      const outcome = await this.#running.outcome;
      if (outcome === null) {
        this.#tell('note', speech.texts.categoriesView.cancelled, []);
        return;
      }
      this.#source = {
        ...this.#source,
        documents: this.#withRead(this.#source.documents, outcome),
        events: outcome.events,
        categories: [...categories, ...this.#corrected(base.categories, categories)],
      };
      this.#asRead = this.documents;
      this.#keeper?.read();
      this.#kinds = categories;
      this.#tell('good', speech.texts.categoriesView.sorted(name), problems.map(said));
    } catch (error) {
      this.#tell('bad', speech.texts.categoriesView.stopped, [(error as Error).message]);
    } finally {
      this.#running = null;
      this.#progress = null;
    }
  }

  /** Ids of events that a person has worked on. */
  #corrections(): readonly string[] {
    const ids = this.curation.edits.flatMap((edit) => refsOf(edit).map((ref) => ref.event));
    return [...new Set(ids)];
  }

  /** Categories that are gone and yet named by corrections, those that can be redone included: they stay. */
  #corrected(before: readonly Category[], now: readonly Category[]): readonly Category[] {
    const edits = [
      ...this.curation.edits,
      ...this.curation.journal.steps.flatMap(({ changes }) =>
        changes.flatMap(({ before, after }) => [before, after]),
      ),
    ];
    const named = new Set(edits.map((edit) => edit && categoryOf(edit)));
    const known = new Set(now.map((category) => category.key));
    return before.filter(({ key }) => named.has(key) && !known.has(key));
  }

  #take(base: Collection, kept: readonly TimelineEvent[], outcome: Outcome): void {
    const found = new Set(outcome.events.map((event) => event.id));
    const events = [...outcome.events, ...kept.filter((event) => !found.has(event.id))];
    const known = new Set(base.documents.map((document) => document.id));
    const keys = new Set(outcome.categories.map((category) => category.key));
    const first = outcome.documents.find((document) => document.id === outcome.added[0]);
    this.#source = {
      ...base,
      name:
        base.name ||
        (outcome.added.length === 1 && (first?.title || first?.name)) ||
        speech.texts.notices.myTimeline,
      documents: [
        ...this.#withRead(base.documents, outcome),
        ...outcome.documents.filter((document) => !known.has(document.id)),
      ],
      events: currentEvents({ events, edits: [] }),
      categories: [...outcome.categories, ...base.categories.filter((category) => !keys.has(category.key))],
      problems: [
        ...base.problems.filter((p) => !outcome.problems.some((q) => same(p, q))),
        ...outcome.problems,
      ],
    };
    this.#asRead = this.documents;
  }

  /** Documents as reading has left them, each with its own date and not with the one that a person set. */
  #withRead(documents: readonly Document[], outcome: Outcome): readonly Document[] {
    const read = new Map(outcome.documents.map((document) => [document.id, document]));
    const set = new Set(this.curation.edits.flatMap((edit) => (edit.kind === 'date' ? [edit.document] : [])));
    return documents.map((document) => {
      const now = read.get(document.id);
      if (!now || now.text !== document.text) return document;
      return set.has(document.id) ? { ...now, date: document.date } : now;
    });
  }

  /** Reads the open documents again. @param force even where that does not find all that is open. */
  #reread(force: boolean): Promise<Comparison | null> {
    return this.#readOpen({ force, documents: this.documents, before: this.#asRead }, (outcome) => {
      this.#take(this.#source, this.#lasting(), outcome);
    });
  }

  /** Puts another version of a document in the place of it and reads again. */
  #swap(version: Document): Promise<Comparison | null> {
    const put = (documents: readonly Document[]): readonly Document[] =>
      documents.map((document) => (document.id === version.id ? version : document));
    return this.#readOpen(
      { force: true, documents: put(this.documents), before: this.#asRead },
      (outcome) => {
        const base = { ...this.#source, documents: put(this.#source.documents) };
        this.#take(base, this.#lasting(), outcome);
      },
    );
  }

  async #replace(id: string, file: FileBytes): Promise<Comparison | null> {
    const before = this.#source.documents.find((document) => document.id === id);
    if (!before) throw new RangeError(`found no document "${id}", expected one of the collection's`);
    let after: Document | undefined;
    const asked = { force: true, documents: this.documents, before: this.#asRead, version: { id, file } };
    const changes = await this.#readOpen(asked, (outcome) => {
      after = outcome.documents.find((document) => document.id === id);
      const documents = this.#source.documents.map((document) =>
        document.id === id && after ? after : document,
      );
      this.#take({ ...this.#source, documents }, this.#lasting(), outcome);
    });
    if (changes && after) this.curation.replaced(before, after);
    return changes;
  }

  /** Events that reading cannot find again, since there is no text behind them. */
  #lasting(): readonly TimelineEvent[] {
    const readable = new Set(this.#source.documents.filter((d) => d.text !== '').map((d) => d.id));
    return this.#source.events.filter((event) => !event.sources.every((s) => readable.has(s.document)));
  }

  async #readOpen(
    { force, documents, before, version }: Rereading,
    take: (outcome: Outcome) => void,
  ): Promise<Comparison | null> {
    const readable = documents.filter((document) => document.text !== '');
    if (readable.length === 0) return null;
    const lasting = new Set(this.#lasting());
    const { events, categories } = this.#source;
    this.#progress = { done: 0, total: readable.length, name: readable[0]?.name ?? '' };
    try {
      this.#running = this.#run(
        {
          files: version ? [version.file] : [],
          documents: readable,
          open:
            force || this.#read
              ? null
              : events.filter((event) => !lasting.has(event)).map((event) => event.id),
          categories: this.#kinds ?? (categories.some(hasTerms) ? categories : []),
          sort: null,
          again: before.filter((document) => document.text !== ''),
          ...(version ? { replace: version.id } : {}),
        },
        (progress) => {
          this.#progress = progress;
        },
      );
      const outcome = await this.#running.outcome;
      if (outcome === null) {
        this.#tell('note', speech.texts.notices.cancelled, []);
        return null;
      }
      if (version && outcome.added.length === 0) {
        this.#tell('bad', speech.texts.notices.filesKeptOut(1), outcome.problems.map(said));
        return null;
      }
      if (!outcome.anew) {
        this.#tell('note', speech.texts.notices.notReadAgain, [speech.texts.notices.madeElsewhere]);
        return null;
      }
      take(outcome);
      this.#read = true;
      this.#keeper?.read();
      return compareEvents(events, this.#source.events);
    } catch (error) {
      this.#tell('bad', speech.texts.notices.stopped, [(error as Error).message]);
      return null;
    } finally {
      this.#running = null;
      this.#progress = null;
    }
  }

  /** Says what became of each file: how many events, none, or why it was kept out. */
  #report(outcome: Outcome): void {
    const bad = outcome.problems.filter((problem) => problem.level === 'kept-out');
    const added = new Set(outcome.added);
    const told = new Map<string, number>(outcome.added.map((id) => [id, 0]));
    for (const event of outcome.events) {
      for (const id of new Set(event.sources.map((source) => source.document))) {
        if (added.has(id)) told.set(id, told.get(id)! + 1);
      }
    }
    const barren = [...told].filter(([, count]) => count === 0).map(([id]) => id);
    if (bad.length > 0) {
      this.#tell('bad', speech.texts.notices.filesKeptOut(bad.length), bad.map(said));
    }
    if (barren.length > 0) {
      const why = outcome.problems.filter(
        (problem) => barren.includes(problem.at) && problem.level === 'note',
      );
      const [only] = barren;
      this.#tell(
        'note',
        barren.length === 1 && only !== undefined
          ? speech.texts.notices.barren(only)
          : speech.texts.notices.barrenMany(barren.length),
        why.length > 0 ? why.map(said) : barren,
      );
    }
    const fruitful = outcome.added.length - barren.length;
    if (fruitful > 0) {
      const count = outcome.events.filter((e) =>
        e.sources.some((source) => added.has(source.document)),
      ).length;
      this.#tell(
        'good',
        speech.texts.notices.from(speech.texts.events(count), speech.texts.documents(fruitful)),
        [],
      );
    }
  }

  #tell(level: Notice['level'], title: string, lines: readonly string[]): void {
    this.#noticed++;
    this.#notices = [...this.#notices, { id: this.#noticed, level, title, lines }];
  }
}

/** Open documents that are to be read again. */
interface Rereading {
  /** Even where that does not find every event that is open. */
  readonly force: boolean;
  readonly documents: readonly Document[];
  /** As they were when the open events were read in them. */
  readonly before: readonly Document[];
  /** A file that is another version of one of them. */
  readonly version?: { readonly id: string; readonly file: FileBytes };
}

/** A step's name, in the language of the page. */
function inWords(name: StepName | null): string | null {
  return name && speech.texts.steps[name.verb](name.count, name.what ?? null);
}

function categoryOf(edit: Edit): string | undefined {
  if (edit.kind === 'added') return edit.event.category;
  return edit.kind === 'event' || edit.kind === 'rule' ? edit.category : undefined;
}

const datesOf = (dates: Past['dates']): Edit[] =>
  dates.map(([document, edtf]) => ({ kind: 'date', document, edtf }));

/** The dates of documents that a person set, to be compared. */
const datesIn = (documents: readonly Document[]): string =>
  JSON.stringify(documents.map(({ id, date }) => [id, date?.origin === 'given' ? date.edtf : null]));

const hasTerms = (category: Category): boolean => Object.keys(category.terms).length > 0;

const same = (a: Problem, b: Problem): boolean =>
  a.code === b.code && a.at === b.at && a.message === b.message;

/** A problem as a line; many messages name the place themselves. */
export const said = ({ at, message }: Problem): string =>
  at === '' || message.includes(at) ? message : `${at}: ${message}`;
