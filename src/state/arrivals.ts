import type { Saved } from '../formats/saved.ts';
import type { Collection } from '../model/collection.ts';
import type { FileBytes } from '../worker/client.ts';
import { type Imports, sortFiles } from './imports.svelte.ts';
import { speech } from './language.svelte.ts';
import type { Destination, Notice } from './open.ts';
import type { Reading } from './reading.ts';
import { type SavedFiles, said } from './savedFiles.ts';

/** Where what comes goes. */
interface Host {
  /** Grows with every collection that is opened. */
  readonly opened: () => number;
  readonly open: (collection: Collection, sample: boolean) => void;
  /** Loads what is needed to correct anything. */
  readonly ready: () => Promise<void>;
  /** What reads documents into what is open. null when it cannot be had, which then is told. */
  readonly reading: () => Promise<Reading | null>;
  readonly tell: (level: Notice['level'], title: string, lines: readonly string[]) => void;
}

/** Takes files that come: saved collections and lists of events, categories, documents, lists of other programs. */
export class Arrivals {
  readonly #files: SavedFiles;
  readonly #imports: Imports;
  readonly #host: Host;

  constructor(files: SavedFiles, imports: Imports, host: Host) {
    this.#files = files;
    this.#imports = imports;
    this.#host = host;
  }

  /** Opens what a saved file or an answer of the server says, unless something else was opened meanwhile. */
  async openJson(text: string, name: string, sample: boolean): Promise<boolean> {
    const opened = this.#host.opened();
    const readers = await this.#files.readers(name);
    return (
      readers !== null &&
      this.#host.opened() === opened &&
      (await this.#openSaved(readers.readSavedJson(text), name, sample))
    );
  }

  /** Opens a file that holds a collection or a list of events, unless something else was opened meanwhile. */
  async openFile(file: FileBytes, sample = false): Promise<boolean> {
    const opened = this.#host.opened();
    const saved = await this.#files.read(file);
    return saved !== null && this.#host.opened() === opened && this.#openSaved(saved, file.name, sample);
  }

  /** Opens what was read and names what of it is wrong. @returns whether there was anything. */
  async #openSaved(
    { collection, problems, leftOut }: Saved,
    name: string,
    sample: boolean,
  ): Promise<boolean> {
    const { notices } = speech.texts;
    if (!collection) {
      const lines = problems.length > 0 ? problems.map(said) : [notices.noEvent];
      this.#host.tell('bad', notices.couldNotOpen(name), lines);
      return false;
    }
    const edited = collection.edits.length > 0;
    const ready = () => this.#host.ready().then(() => true);
    if (edited && !(await this.#files.loaded(ready(), name))) return false;
    this.#host.open(collection, sample);
    this.#files.tellOf({ collection, problems, leftOut }, collection, name);
    return true;
  }

  /**
   * Takes each file for what it is; at last lists of other programs are asked about. What came together stays together.
   * @param destination of the first of them.
   */
  async add(files: readonly FileBytes[], destination: Destination): Promise<void> {
    const { saved, foreign, others } = await sortFiles(files);
    let into = destination;
    let first = true;
    const take = async (file: FileBytes, replaces: boolean): Promise<void> => {
      if (!(await (replaces ? this.openFile(file) : this.#join(file, into)))) return;
      this.#host.tell('good', speech.texts.notices.opened(file.name), []);
      first = false;
      into = 'here';
    };
    for (const file of saved) {
      const kinds = await this.#files.kindsIn(file);
      if (kinds !== null) await (await this.#host.reading())?.sort(kinds, file.name);
      else await take(file, first);
    }
    const asked = [...foreign];
    if (others.length > 0) {
      const reading = await this.#host.reading();
      const { took, ready } = (await reading?.extract(others, into)) ?? { took: false, ready: [] };
      if (took) into = 'here';
      const within = await sortFiles(ready);
      for (const file of within.saved) await take(file, false);
      asked.push(...within.foreign);
    }
    this.#imports.ask(asked, into);
  }

  /** What a file holds, beside what is open or in place of it. @returns whether there was anything. */
  async #join(file: FileBytes, destination: Destination): Promise<boolean> {
    const saved = await this.#files.read(file);
    return saved !== null && this.bring(saved, file.name, destination);
  }

  /** Takes over what was read of a file of ready events. @returns whether there was anything. */
  async bring(saved: Saved, name: string, destination: Destination): Promise<boolean> {
    const { collection } = saved;
    if (!collection || destination === 'new' || this.#host.opened() === 0)
      return this.#openSaved(saved, name, false);
    const reading = await this.#host.reading();
    if (!reading) return false;
    reading.bring(collection, name);
    this.#files.tellOf(saved, collection, name);
    return true;
  }
}
