import type { Category } from '../model/category.ts';
import { type Collection, EMPTY_COLLECTION } from '../model/collection.ts';
import { type Comparison, compareEvents } from '../model/compare.ts';
import { datedDocuments } from '../model/current.ts';
import type { Document } from '../model/document.ts';
import type { Edit } from '../model/edit.ts';
import type { TimelineEvent } from '../model/event.ts';
import { joinCollections } from '../model/join.ts';
import { findVersions, type MaybeVersion } from '../model/versions.ts';
import { curate } from '../texts/texts.json';
import type { FileBytes, Outcome } from '../worker/client.ts';
import { extraction, hasTerms } from './extraction.ts';
import { speech } from './language.svelte.ts';
import { named, note, nowOf } from './noted.ts';
import type { Destination, Open, Past } from './open.ts';
import { tellFaults, tellOutcome } from './report.ts';
import { said } from './savedFiles.ts';
import { sortInto } from './sorting.ts';
import { taken, withoutDocument } from './taken.ts';

/** Reads documents into what is open, with the extractor. What fails or is cancelled leaves it as it was. */
export class Reading {
  readonly #open: Open;

  constructor(open: Open) {
    this.#open = open;
  }

  /**
   * Begins with the edits of what was just opened, where they were not there before the curation was; and reads what
   * there was no time to read before the page was closed.
   */
  async catchUp(past: Past | null): Promise<void> {
    const { source, curation } = this.#open;
    if (curation.edits.length === 0 && curation.journal.steps.length === 0) {
      curation.begin(source.edits, past?.steps, past?.done);
    }
    const dates =
      past?.dates ??
      source.edits.flatMap((edit) => (edit.kind === 'date' ? [[edit.document, edit.edtf] as const] : []));
    this.#open.asRead = datedDocuments({ ...source, edits: datesOf(dates) });
    const versions = new Map<string, Document>();
    past?.steps.forEach(({ replaced }, i) => {
      if (!replaced) return;
      const { before, after } = replaced;
      if (i < past.done) versions.set(after.id, after);
      else if (!versions.has(before.id)) versions.set(before.id, before);
    });
    const stale = source.documents.flatMap((document) => {
      const meant = versions.get(document.id);
      return meant && meant.text !== document.text ? [meant] : [];
    });
    for (const document of stale) await this.swap(document);
    if (stale.length === 0 && datesIn(this.#open.asRead) !== datesIn(curation.documents)) await this.reread();
  }

  /**
   * Reads files: beside what is open, or in place of it.
   * @returns whether there were documents, and lists of events within archives, which are not read yet.
   */
  async extract(
    files: readonly FileBytes[],
    destination: Destination,
  ): Promise<{ readonly took: boolean; readonly ready: readonly FileBytes[] }> {
    const base = destination === 'new' ? EMPTY_COLLECTION : this.#open.source;
    // Events from elsewhere (a list that was opened, with no text behind it) cannot be found again by reading.
    const readable = new Set(base.documents.filter((d) => d.text !== '').map((d) => d.id));
    const fromText = (event: TimelineEvent): boolean =>
      event.sources.every((source) => readable.has(source.document));
    const again = base.events.filter(fromText);
    const lasting = base.events.filter((event) => !fromText(event));
    const read = await extraction(
      this.#open,
      { done: 0, total: files.length, name: files[0]?.name ?? '' },
      {
        files,
        documents:
          destination === 'new'
            ? []
            : this.#open.curation.documents.filter((document) => readable.has(document.id)),
        taken: base.documents.map((document) => document.id).filter((id) => !readable.has(id)),
        open: this.#open.read ? null : again.map((event) => event.id),
        categories: this.#open.kinds ?? (base.categories.some(hasTerms) ? base.categories : []),
        sort: null,
      },
      speech.texts.notices,
      async (outcome) => {
        const { ready = [] } = outcome;
        const versions = destination === 'new' ? [] : await this.#versions(outcome);
        if (versions === null) {
          this.#open.tell('note', speech.texts.notices.cancelled, []);
          return null;
        }
        if (versions.length > 0) return { took: await this.#exchange(outcome, versions), ready };
        tellOutcome(this.#open, outcome);
        if (outcome.added.length === 0) return { took: false, ready };
        const before = nowOf(this.#open);
        this.#take(
          destination === 'new' ? EMPTY_COLLECTION : this.#open.source,
          outcome.anew ? lasting : base.events,
          outcome,
        );
        this.#open.read = outcome.anew;
        if (destination === 'new') {
          this.#open.curation.begin([]);
          this.#open.begun();
        } else note(this.#open, named('addDocuments', this.#open.source.documents, outcome.added), before);
        return { took: true, ready };
      },
    );
    return read ?? { took: false, ready: [] };
  }

  /** Asks which of the documents that come take the place of open ones. null: none is to come. */
  async #versions({ documents, added }: Outcome): Promise<readonly MaybeVersion[] | null> {
    const { versions, curation } = this.#open;
    if (!versions) return [];
    const fresh = documents.filter(({ id }) => added.includes(id));
    const found = findVersions(curation.documents, fresh, isPasted);
    if (found.length === 0) return [];
    this.#open.running = null;
    this.#open.progress = null;
    return versions.ask(found);
  }

  /** Puts versions in the place of open documents, and the other documents that were read beside them. */
  async #exchange(read: Outcome, versions: readonly MaybeVersion[]): Promise<boolean> {
    const now = nowOf(this.#open);
    const others = new Set(versions.map(({ fresh }) => fresh.id));
    const beside = read.documents.filter(({ id }) => read.added.includes(id) && !others.has(id));
    const by = new Map(versions.map(({ fresh, known }) => [known.id, fresh]));
    const put = (documents: readonly Document[]): Document[] =>
      documents.map((document) => {
        const version = by.get(document.id);
        return version ? { ...version, id: document.id, name: document.name } : document;
      });
    tellFaults(this.#open, read);
    const documents = [...put(this.#open.curation.documents), ...beside];
    const changes = await this.#readOpen(
      { force: true, documents, before: this.#open.asRead },
      (outcome) => {
        const base = { ...this.#open.source, documents: put(this.#open.source.documents) };
        this.#take(base, this.#lasting(), outcome);
      },
      false,
    );
    if (!changes) return false;
    const known = versions.map((version) => version.known.id);
    note(this.#open, named('replace', now.source.documents, known), now);
    this.#open.tell('good', speech.say(curate).versionsPut(known.length, versions[0]!.known.name), []);
    this.#open.versions?.changed(known[0]!, changes);
    return true;
  }

  /** Sorts what is open into other kinds of event. @param name what they are called, for the notices. */
  sort(kinds: string | readonly Category[], name: string): Promise<void> {
    return sortInto(this.#open, kinds, name);
  }

  #take(base: Collection, kept: readonly TimelineEvent[], outcome: Outcome): void {
    const { edits } = this.#open.curation;
    this.#open.source = taken(base, kept, outcome, edits, speech.texts.notices.myTimeline);
    this.#open.asRead = this.#open.curation.documents;
  }

  /** Reads the open documents again, as a person wishes: a step of its own. */
  async readAgain(): Promise<Comparison | null> {
    const before = nowOf(this.#open);
    const changes = await this.#readOpen(this.#asked(true), (outcome) => this.#takeAgain(outcome), false);
    if (changes)
      note(this.#open, { verb: 'readAgain', count: Math.max(1, before.source.documents.length) }, before);
    return changes;
  }

  /** Reads the open documents again, as something that was done to them asks for, where that finds all that is open. */
  reread(): Promise<Comparison | null> {
    return this.#readOpen(this.#asked(false), (outcome) => this.#takeAgain(outcome));
  }

  #asked(force: boolean): Rereading {
    return { force, documents: this.#open.curation.documents, before: this.#open.asRead };
  }

  #takeAgain(outcome: Outcome): void {
    this.#take(this.#open.source, this.#lasting(), outcome);
  }

  /** Takes over ready events beside what is open; what a person made of that, and can undo, goes on. */
  bring(collection: Collection, name: string): void {
    const before = nowOf(this.#open);
    this.#open.source = joinCollections(before.source, collection);
    note(this.#open, { verb: 'import', count: 1, what: name }, before);
  }

  /**
   * Takes a document away. What others tell as well is read again in them; where that cannot be, since the events were
   * made elsewhere, they lose its passages and those go of which no passage is left.
   */
  async remove(id: string): Promise<void> {
    const before = nowOf(this.#open);
    const name = named('removeDocuments', before.source.documents, [id]);
    const without = withoutDocument(before.source, id);
    const documents = this.#open.curation.documents.filter((document) => document.id !== id);
    const asked = { force: false, documents, before: this.#open.asRead };
    let again = false;
    if (this.#open.read && documents.some((document) => document.text !== '')) {
      const changes = await this.#readOpen(
        asked,
        (outcome) => {
          again = true;
          this.#open.source = without;
          this.#take(without, this.#lasting(), outcome);
        },
        false,
      );
      // It was cancelled, or went wrong, which was told.
      if (!changes) return;
    }
    if (!again) this.#open.source = without;
    this.#open.asRead = this.#open.asRead.filter((document) => document.id !== id);
    note(this.#open, name, before);
  }

  /** Puts another version of a document in the place of it and reads again. */
  swap(version: Document): Promise<Comparison | null> {
    const put = (documents: readonly Document[]): readonly Document[] =>
      documents.map((document) => (document.id === version.id ? version : document));
    return this.#readOpen(
      { force: true, documents: put(this.#open.curation.documents), before: this.#open.asRead },
      (outcome) => {
        const base = { ...this.#open.source, documents: put(this.#open.source.documents) };
        this.#take(base, this.#lasting(), outcome);
      },
    );
  }

  /** Puts the version of a document that a file holds in the place of it, and notes that as a step. */
  async replace(id: string, file: FileBytes): Promise<Comparison | null> {
    const now = nowOf(this.#open);
    const before = now.source.documents.find((document) => document.id === id);
    if (!before) throw new RangeError(`found no document "${id}", expected one of the collection's`);
    let after: Document | undefined;
    const asked = {
      force: true,
      documents: this.#open.curation.documents,
      before: this.#open.asRead,
      version: { id, file },
    };
    const changes = await this.#readOpen(
      asked,
      (outcome) => {
        after = outcome.documents.find((document) => document.id === id);
        const documents = this.#open.source.documents.map((document) =>
          document.id === id && after ? after : document,
        );
        this.#take({ ...this.#open.source, documents }, this.#lasting(), outcome);
      },
      false,
    );
    if (changes) note(this.#open, { verb: 'replace', count: 1, what: before.name }, now);
    return changes;
  }

  /** Events that reading cannot find again, since there is no text behind them. */
  #lasting(): readonly TimelineEvent[] {
    const readable = new Set(this.#open.source.documents.filter((d) => d.text !== '').map((d) => d.id));
    return this.#open.source.events.filter((event) => !event.sources.every((s) => readable.has(s.document)));
  }

  /** @param told whether that is told to who keeps it; else it will be, as a step. */
  async #readOpen(
    { force, documents, before, version }: Rereading,
    take: (outcome: Outcome) => void,
    told = true,
  ): Promise<Comparison | null> {
    const readable = documents.filter((document) => document.text !== '');
    if (readable.length === 0) return null;
    const lasting = new Set(this.#lasting());
    const { events, categories } = this.#open.source;
    return extraction(
      this.#open,
      { done: 0, total: readable.length, name: readable[0]?.name ?? '' },
      {
        files: version ? [version.file] : [],
        documents: readable,
        open:
          force || this.#open.read
            ? null
            : events.filter((event) => !lasting.has(event)).map((event) => event.id),
        categories: this.#open.kinds ?? (categories.some(hasTerms) ? categories : []),
        sort: null,
        again: before.filter((document) => document.text !== ''),
        ...(version ? { replace: version.id } : {}),
      },
      speech.texts.notices,
      (outcome) => {
        const { notices } = speech.texts;
        if (version && outcome.added.length === 0) {
          this.#open.tell('bad', notices.filesKeptOut(1), outcome.problems.map(said));
          return null;
        }
        if (!outcome.anew) {
          this.#open.tell('note', notices.notReadAgain, [notices.madeElsewhere]);
          return null;
        }
        take(outcome);
        this.#open.read = true;
        if (told) this.#open.changed();
        return compareEvents(events, this.#open.source.events);
      },
    );
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

/** Whether text was pasted: all of it has the same name. */
const isPasted = ({ name }: Document): boolean => {
  const { pasted } = speech.texts.add;
  return name.replace(/\.\w+$/, '') === pasted.replace(/\.\w+$/, '');
};

const datesOf = (dates: Past['dates']): Edit[] =>
  dates.map(([document, edtf]) => ({ kind: 'date', document, edtf }));

/** The dates of documents that a person set, to be compared. */
const datesIn = (documents: readonly Document[]): string =>
  JSON.stringify(documents.map(({ id, date }) => [id, date?.origin === 'given' ? date.edtf : null]));
