import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Collection } from '../model/collection.ts';
import type { Step } from '../model/step.ts';
import { type PackedSource, pack, unpack } from './packed.ts';

/** What is listed of a collection, and where in its steps it stands. */
export interface Kept {
  readonly id: string;
  readonly name: string;
  /** Times, ms since 1970. */
  readonly created: number;
  readonly changed: number;
  readonly opened: number;
  /** When it was deleted; it can be brought back until it is cleared away. */
  readonly deleted?: number;
  readonly documents: number;
  readonly events: number;
  /** Characters of its saved form, about as many bytes. */
  readonly size: number;
  /** How many steps there are, and how many of them are done. */
  readonly steps: number;
  readonly done: number;
  /** Grows whenever documents are read: what is known of the source with another number is out of date. */
  readonly read: number;
  /** Who may write: the last that has claimed it. */
  readonly writer: string;
  /** What it was made from, where it began as something that the page was served with. */
  readonly origin?: string;
}

/** A collection without what was done to it since: what reading gave, and the edits that came with its file. */
export interface KeptSource {
  readonly collection: Collection;
  /** See `Past` of the session. */
  readonly read: boolean;
  readonly dates: readonly (readonly [string, string])[];
}

/** A collection as it is kept. */
export interface Whole {
  readonly kept: Kept;
  readonly source: KeptSource;
  readonly steps: readonly Step[];
}

interface Schema extends DBSchema {
  kept: { key: string; value: Kept };
  sources: { key: string; value: KeptSource | PackedSource };
  steps: { key: [string, number]; value: Step };
}

/** Version of the database; a newer one is refused by the browser. */
const VERSION = 1;

/** Another tab has claimed the collection; nothing was written. */
export class Taken extends Error {}
/** The collection is not there any more: the browser, or somebody in it, has cleared it. */
export class Missing extends Error {}
/** The browser has not answered in time; what was asked may still be done. */
export class Silent extends Error {}
/** A newer program has changed how collections are kept; this one must not touch them. */
export class Newer extends Error {}

/** How long the browser may take to open the database, and to do what a verb asks; ms. */
export interface Patience {
  readonly opening: number;
  readonly doing: number;
}

/** A profile on a slow disk answers within these; one that is broken never does, and a page must not wait for it. */
const PATIENCE: Patience = { opening: 10_000, doing: 30_000 };

/**
 * Where collections are kept: IndexedDB, one database for the page. Every verb is one transaction, which is on the disk
 * before it is acknowledged: a browser that is killed loses nothing that a verb has come back from. Verbs reject with
 * what IndexedDB says (`QuotaExceededError` and others), and then nothing is written.
 */
export class Vault {
  readonly #db: IDBPDatabase<Schema>;
  readonly #patience: number;

  private constructor(db: IDBPDatabase<Schema>, patience: number) {
    this.#db = db;
    this.#patience = patience;
  }

  /**
   * @param lost hears that the browser has closed the database, as it does when its data are cleared.
   * Rejects where storage is denied, as in private windows of some browsers, with {@link Silent} where the browser does
   * not answer, and with {@link Newer} where a newer program has been.
   */
  static async open(lost: () => void, name = 'dateline', patience = PATIENCE): Promise<Vault> {
    if (typeof indexedDB === 'undefined') throw new Error('this browser has no IndexedDB');
    const opening = openDB<Schema>(name, VERSION, {
      upgrade(db) {
        db.createObjectStore('kept', { keyPath: 'id' });
        db.createObjectStore('sources');
        db.createObjectStore('steps');
      },
      // A newer program in another tab may go on; this one then writes no more.
      blocking: (_now, _wanted, event) => {
        (event.target as IDBDatabase).close();
        lost();
      },
      terminated: lost,
    });
    try {
      return new Vault(await answered(opening, patience.opening), patience.doing);
    } catch (error) {
      // It may come late: nobody would close it then.
      if (error instanceof Silent) opening.then((db) => db.close(), ignored);
      if ((error as Error).name === 'VersionError') throw new Newer((error as Error).message);
      throw error;
    }
  }

  close(): void {
    this.#db.close();
  }

  /** All collections, the last changed first; deleted ones as well. */
  async list(): Promise<Kept[]> {
    return (await this.#soon(this.#db.getAll('kept'))).sort((a, b) => b.changed - a.changed);
  }

  /** A collection with everything that was done to it; null when it is not there. */
  async load(id: string): Promise<Whole | null> {
    const at = this.#db.transaction(['kept', 'sources', 'steps']);
    const [kept, source, steps] = await this.#soon(
      Promise.all([
        at.objectStore('kept').get(id),
        at.objectStore('sources').get(id),
        at.objectStore('steps').getAll(stepsOf(id)),
      ]),
    );
    return kept && source ? { kept, source: await unpack(source), steps: steps.slice(0, kept.steps) } : null;
  }

  /** What is listed of one collection; null when it is not there. */
  async find(id: string): Promise<Kept | null> {
    return (await this.#soon(this.#db.get('kept', id))) ?? null;
  }

  /** Writes a collection whole, in place of what has its id. */
  async put({ kept, source, steps }: Whole): Promise<void> {
    // Before there is a transaction, which would not wait for it.
    const packed = await pack(source);
    const at = this.#db.transaction(['kept', 'sources', 'steps'], 'readwrite', STRICT);
    const own = at.objectStore('steps');
    own.delete(stepsOf(kept.id)).catch(ignored);
    steps.forEach((step, i) => {
      own.put(step, [kept.id, i + 1]).catch(ignored);
    });
    at.objectStore('sources').put(packed, kept.id).catch(ignored);
    at.objectStore('kept').put(kept).catch(ignored);
    await this.#soon(at.done);
  }

  /**
   * Notes a step behind those that are done; those that were undone are gone with it.
   * @param source what there is to read now, where the step has changed it.
   */
  async step(id: string, writer: string, step: Step, seen: Seen, source?: KeptSource): Promise<Kept> {
    const packed = source && (await pack(source));
    const at = this.#db.transaction(['kept', 'sources', 'steps'], 'readwrite', STRICT);
    const before = mine(await this.#soon(at.objectStore('kept').get(id)), writer, at);
    const done = before.done + 1;
    const steps = at.objectStore('steps');
    steps.delete(stepsOf(id, done)).catch(ignored);
    steps.put(step, [id, done]).catch(ignored);
    if (packed) at.objectStore('sources').put(packed, id).catch(ignored);
    const kept = { ...before, ...seen, done, steps: done, read: before.read + (source ? 1 : 0) };
    at.objectStore('kept').put(kept).catch(ignored);
    await this.#soon(at.done);
    return kept;
  }

  /** Notes that a step was undone, or done again. @param source as for a step. */
  async move(id: string, writer: string, by: 1 | -1, seen: Seen, source?: KeptSource): Promise<Kept> {
    const packed = source && (await pack(source));
    const at = this.#db.transaction(['kept', 'sources'], 'readwrite', STRICT);
    const before = mine(await this.#soon(at.objectStore('kept').get(id)), writer, at);
    const done = Math.min(Math.max(0, before.done + by), before.steps);
    if (packed) at.objectStore('sources').put(packed, id).catch(ignored);
    const kept = { ...before, ...seen, done, read: before.read + (source ? 1 : 0) };
    at.objectStore('kept').put(kept).catch(ignored);
    await this.#soon(at.done);
    return kept;
  }

  /** Notes what reading has given. */
  async read(id: string, writer: string, source: KeptSource, seen: Seen): Promise<Kept> {
    const packed = await pack(source);
    const at = this.#db.transaction(['kept', 'sources'], 'readwrite', STRICT);
    const before = mine(await this.#soon(at.objectStore('kept').get(id)), writer, at);
    const kept = { ...before, ...seen, read: before.read + 1 };
    at.objectStore('sources').put(packed, id).catch(ignored);
    at.objectStore('kept').put(kept).catch(ignored);
    await this.#soon(at.done);
    return kept;
  }

  /** Changes what is listed of a collection, whoever writes to it. @returns null when it is not there. */
  async note(id: string, change: Partial<Kept>): Promise<Kept | null> {
    const at = this.#db.transaction('kept', 'readwrite', STRICT);
    const before = await this.#soon(at.store.get(id));
    if (!before) return null;
    const { deleted, ...rest } = { ...before, ...change };
    const kept: Kept = deleted === undefined ? rest : { ...rest, deleted };
    at.store.put(kept).catch(ignored);
    await this.#soon(at.done);
    return kept;
  }

  /** What the browser answers, or {@link Silent}. */
  #soon<T>(answer: Promise<T>): Promise<T> {
    return answered(answer, this.#patience);
  }

  /** Clears collections away for good. */
  async clear(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const at = this.#db.transaction(['kept', 'sources', 'steps'], 'readwrite', STRICT);
    for (const id of ids) {
      at.objectStore('kept').delete(id).catch(ignored);
      at.objectStore('sources').delete(id).catch(ignored);
      at.objectStore('steps').delete(stepsOf(id)).catch(ignored);
    }
    await this.#soon(at.done);
  }
}

/** What of a collection is seen in the list and may change with every step. */
export type Seen = Pick<Kept, 'name' | 'changed' | 'documents' | 'events'> & Partial<Pick<Kept, 'size'>>;

/** Acknowledged when it is on the disk. */
const STRICT = { durability: 'strict' } as const;

/** Waits for an answer of the browser for so long, ms. */
function answered<T>(answer: Promise<T>, patience: number): Promise<T> {
  return new Promise((done, failed) => {
    const timer = setTimeout(
      () => failed(new Silent('the storage of this browser does not answer')),
      patience,
    );
    answer.then(done, failed).finally(() => clearTimeout(timer));
  });
}

/** The transaction itself rejects, and that is waited for. */
const ignored = (): void => {};

const stepsOf = (id: string, from = 0): IDBKeyRange =>
  IDBKeyRange.bound([id, from], [id, Number.POSITIVE_INFINITY]);

/** What is kept, where it is there and this tab may write to it; else the transaction is given up. */
function mine(
  kept: Kept | undefined,
  writer: string,
  at: { abort(): void; readonly done: Promise<void> },
): Kept {
  if (kept && kept.writer === writer) return kept;
  at.done.catch(ignored);
  at.abort();
  if (!kept) throw new Missing(`the collection is not in this browser any more`);
  throw new Taken(`another tab writes to “${kept.name}”`);
}
