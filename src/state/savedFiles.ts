import type { Saved } from '../formats/saved.ts';
import type { Collection } from '../model/collection.ts';
import type { Problem } from '../model/problem.ts';
import type { FileBytes } from '../worker/client.ts';
import type { OpenTask } from '../worker/opener.ts';
import { isList } from './isList.ts';
import { speech } from './language.svelte.ts';
import type { Open } from './open.ts';

/** A file of more bytes is read on another thread: it takes longer than a blink. */
const LARGE = 2_000_000;

type Readers = typeof import('../formats/saved.ts');

/** Loads what reads files and checks them; no chart needs it before there is a file. */
export const loadReaders = (): Promise<Readers> => import('../formats/saved.ts');

/** Reads files that hold a collection, a list of events or one of categories. What goes wrong is told. */
export class SavedFiles {
  readonly #open: Open;

  constructor(open: Open) {
    this.#open = open;
  }

  /** What reads files and checks them. null when it cannot be had, which then is told. */
  readers(name: string): Promise<Readers | null> {
    return this.loaded(loadReaders(), name);
  }

  /** What was to be loaded. null when it cannot be had, which then is told. @param name of what it is for. */
  async loaded<T>(part: Promise<T>, name: string): Promise<T | null> {
    try {
      return await part;
    } catch (error) {
      this.#open.tell('bad', speech.texts.notices.couldNotOpen(name), [(error as Error).message]);
      return null;
    }
  }

  /** What a file holds. null when it could not be read, which then is told. */
  async read({ name, bytes }: FileBytes): Promise<Saved | null> {
    const list = isList(name);
    const known = this.#open.source.categories;
    const rare = /\.(?:svg|parquet|html?)$/i.test(name);
    if ((rare || bytes.length > LARGE) && typeof Worker !== 'undefined')
      return this.#readAway({ name, bytes, list, known });
    const text = new TextDecoder().decode(bytes);
    if (!list) return (await this.readers(name))?.readSavedJson(text) ?? null;
    // Few collections come as lists.
    const lists = await this.loaded(import('../formats/list.ts'), name);
    return lists?.readSavedList(text, name, known) ?? null;
  }

  /** The text of a file that is a list of categories; null where it is none. */
  async kindsIn({ name, bytes }: FileBytes): Promise<string | null> {
    // None is that large.
    if (isList(name) || bytes.length > LARGE) return null;
    const text = new TextDecoder().decode(bytes);
    return (await this.readers(name))?.isCategoryList(text) ? text : null;
  }

  /** Says what is wrong with what was opened. */
  tellOf({ problems, leftOut }: Saved, collection: Collection, name: string): void {
    const { notices } = speech.texts;
    if (problems.length > 0) this.#open.tell('note', notices.openedBut(name), problems.map(said));
    const out = collection.problems.filter((problem) => problem.level === 'kept-out');
    if (out.length > 0) this.#open.tell('bad', notices.filesKeptOut(out.length), out.map(said));
    if (leftOut.length > 0) {
      const lines = new Set(leftOut.map((problem) => problem.at)).size;
      this.#open.tell('bad', notices.linesKeptOut(lines, name), leftOut.map(said));
    }
  }

  /** null when that was cancelled or went wrong, which then is told. */
  async #readAway(task: OpenTask): Promise<Saved | null> {
    this.#open.progress = { done: 0, total: 1, name: task.name };
    try {
      // Few files are so large that they need it.
      const { openAway } = await import('../worker/opener.ts');
      const opening = openAway(task, (done, total) => {
        this.#open.progress = { done, total, name: task.name };
      });
      this.#open.running = opening;
      return await opening.saved;
    } catch (error) {
      this.#open.tell('bad', speech.texts.notices.couldNotOpen(task.name), [(error as Error).message]);
      return null;
    } finally {
      this.#open.running = null;
      this.#open.progress = null;
    }
  }
}

/** A problem as a line; many messages name the place themselves. */
export const said = ({ at, message }: Problem): string =>
  at === '' || message.includes(at) ? message : `${at}: ${message}`;
