import { Turns, type Word } from '../keep/turns.ts';
import {
  type Kept,
  type KeptSource,
  Missing,
  Newer,
  type Seen,
  Silent,
  Taken,
  Vault,
  type Whole,
} from '../keep/vault.ts';
import { COLLECTION_VERSION, type Collection } from '../model/collection.ts';
import { keep } from '../texts/texts.json';
import type { Moved } from './curation.svelte.ts';
import { DiskCopy } from './diskCopy.svelte.ts';
import { rememberOpen, VAULT } from './kept.ts';
import { speech } from './language.svelte.ts';
import { newId } from './newId.ts';
import type { Keeper, Session } from './session.svelte.ts';
import { Shelf } from './shelf.svelte.ts';

export type { Kept } from '../keep/vault.ts';

/**
 * How it stands with what is open. `unchanged`: as it came, there is nothing to keep. `saving`, `saved`: in the browser.
 * `following`: another tab writes to it, this one shows what it does. `memory`: only here, and gone with the page.
 */
export type Standing = 'unchanged' | 'saving' | 'saved' | 'following' | 'memory';

/**
 * Why something is not kept: storage is denied, does not answer, belongs to a newer program, is full, was cleared, or
 * fails in another way.
 */
export type Trouble = 'denied' | 'silent' | 'newer' | 'full' | 'cleared' | 'failed';

/** As often it is tried again to write to a storage that was full or gone, when there is something new to write, ms. */
const AGAIN = 5000;
/** When it is tried again by itself: the first time, and at most, ms; each time takes twice as long. */
const SOON = 1000;
const LATE = 60_000;

/**
 * Keeps what is open in the browser: every step as soon as it is done, everything else as soon as it is read. Where
 * that does not work, work goes on, and it is said that a file is wanted.
 */
export class Keeping implements Keeper {
  readonly #session: Session;
  readonly #own = newId();
  readonly #turns: Turns;
  readonly #vaultName: string;
  #vault: Vault | null = null;
  #id: string | null = $state(null);
  #standing: Standing = $state('unchanged');
  #trouble: Trouble | null = $state(null);
  /** What the browser says of it. */
  #why = $state('');
  #acknowledged = $state(0);
  #kept: Kept | null = null;
  #origin: string | null = null;
  #waiting = 0;
  /** Numbers of the writes: the last that was asked for, and the last that a whole one has made needless. */
  #asked = 0;
  #covered = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #tried = 0;
  #retrying: ReturnType<typeof setTimeout> | undefined;
  #pause = SOON;
  /** Number of the last collection that was to be shown. */
  #showing = 0;
  /** The collections in this browser. */
  readonly shelf: Shelf;
  /** The file on the disk that has what is open. */
  readonly disk: DiskCopy;
  #refollow: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, vaultName = VAULT) {
    this.#session = session;
    this.#vaultName = vaultName;
    this.#turns = new Turns(this.#own, {
      heard: (word) => this.#heard(word),
      lost: () => this.#overtaken(),
      given: () => void this.#given(),
    });
    this.shelf = new Shelf(session, this.#own, {
      vault: () => this.#openVault(),
      changed: () => this.#turns.tell({ kind: 'listed' }),
    });
    this.disk = new DiskCopy(session);
  }

  get standing(): Standing {
    return this.#standing;
  }

  /** Why it is only in memory; null when it is not. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /** What the browser says about the trouble. */
  get why(): string {
    return this.#why;
  }

  /** Id of the collection that is open; null while it is not kept. */
  get id(): string | null {
    return this.#id;
  }

  /** Grows with every step and every reading that is on the disk. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /**
   * Begins to keep what is open.
   * @param origin what it was opened from, where that comes with the page: then there is nothing to keep until it
   * changes. null: it is the person's own.
   */
  async begin(origin: string | null): Promise<void> {
    await this.#openVault();
    this.#session.keepBy(this);
    if (this.#id !== null) return;
    this.#origin = origin;
    // What was done while this was loaded is to be kept like all that comes.
    const touched = this.#session.past.steps.length > 0;
    if (touched || (origin === null && this.#hasAnything())) this.#keepNew();
    await this.shelf.refresh();
    await this.shelf.sweep();
  }

  /**
   * Opens a kept collection.
   * @returns whether it was there.
   */
  async open(id: string): Promise<boolean> {
    await this.#idle();
    if (!(await this.#openVault())) {
      this.#session.complain(keepSaid().notOpened, [this.#why]);
      return false;
    }
    const may = await this.#turns.ask(id);
    return this.#show(id, may);
  }

  /**
   * Opens the collection that was open or changed last.
   * @param but one that could not be opened. @returns whether there is one.
   */
  async openLast(but?: string): Promise<boolean> {
    const vault = await this.#openVault();
    if (!vault) return false;
    const all = (await vault.list()).filter(({ id, deleted }) => !deleted && id !== but);
    const last = all.sort((a, b) => Math.max(b.opened, b.changed) - Math.max(a.opened, a.changed))[0];
    return last ? this.open(last.id) : false;
  }

  /** Opens the kept collection that was made from something the page is served with. @returns whether there is one. */
  async openFrom(origin: string): Promise<boolean> {
    const vault = await this.#openVault();
    if (!vault) return false;
    const found = (await vault.list()).find((kept) => kept.origin === origin && !kept.deleted);
    return found ? this.open(found.id) : false;
  }

  /** Writes in place of the tab that does. */
  async takeOver(): Promise<void> {
    const id = this.#id;
    if (id === null || this.#standing !== 'following') return;
    if (await this.#turns.ask(id, 'force')) await this.#show(id, true);
  }

  /** Gives a collection another name. */
  async rename(id: string, name: string): Promise<void> {
    if (id !== this.#id) {
      await this.shelf.rename(id, name);
      // A tab that has it open would go on with the old one.
      this.#turns.tell({ kind: 'named', id, name });
      return;
    }
    // A step like any other, which can be undone.
    this.#session.curation.rename(name);
    await this.#idle();
    await this.shelf.listed();
  }

  /** Makes a copy with another name. */
  async copy(id: string): Promise<void> {
    await this.#idle();
    await this.shelf.copy(id);
  }

  /** Deletes a collection; it can be brought back for a week. What is open stays open, unkept. */
  async delete(id: string): Promise<void> {
    await this.#idle();
    await this.shelf.delete(id);
    if (id === this.#id) this.#forget();
  }

  /** Waits until everything is written, or it is clear that it cannot be. */
  async settled(): Promise<void> {
    await this.#idle();
  }

  // What the session tells.

  opened(_collection: Collection, sample: boolean): void {
    this.#forget();
    this.disk.forget();
    this.#origin = sample ? 'sample' : null;
    if (!sample) this.#keepNew();
  }

  moved({ how, step }: Moved): void {
    if (this.#id === null) {
      this.#keepNew();
      return;
    }
    // As it is now: by the time it is written the next step may have changed it.
    const source = step.source && this.#sourceNow();
    const size = source && { size: sizeOf(source) };
    this.#write(async (vault, id) => {
      const seen = { ...this.#seen(), ...size };
      this.#kept =
        how === 'done'
          ? await vault.step(id, this.#own, step, seen, source)
          : await vault.move(id, this.#own, how === 'undone' ? -1 : 1, seen, source);
    });
  }

  read(): void {
    if (this.#id === null) {
      this.#keepNew();
      return;
    }
    const source = this.#sourceNow();
    this.#write(async (vault, id) => {
      this.#kept = await vault.read(id, this.#own, source, { ...this.#seen(), size: sizeOf(source) });
    });
  }

  allows(): boolean {
    if (this.#standing !== 'following') return true;
    const { following } = keepSaid();
    this.#session.complain(following.title, [following.refused]);
    return false;
  }

  // How it is done.

  async #openVault(): Promise<Vault | null> {
    if (this.#vault) return this.#vault;
    // A browser that does not answer is not waited for again and again.
    if (this.#keepsNothing && Date.now() - this.#tried < AGAIN) return null;
    try {
      this.#vault = await Vault.open(() => this.#vanished(), this.#vaultName);
      if (this.#keepsNothing) this.#trouble = null;
    } catch (error) {
      this.#inMemory(troubleOf(error, 'denied'), error);
    }
    return this.#vault;
  }

  /** Whether it is known that the browser keeps nothing, whatever is open. */
  get #keepsNothing(): boolean {
    return this.#trouble === 'denied' || this.#trouble === 'silent' || this.#trouble === 'newer';
  }

  /** The browser has closed the database: it was cleared, or a newer program has it. */
  #vanished(): void {
    this.#vault = null;
    // The tab that writes has it all, and writes it again.
    if (this.#id === null || this.#standing === 'following') return;
    // It may be there again at once; then everything is written anew.
    void this.#rescue('cleared', new Error(keepSaid().vanished));
  }

  #hasAnything(): boolean {
    const { documents, events } = this.#session.collection;
    return documents.length > 0 || events.length > 0;
  }

  /** Begins to keep what is open, whole. */
  #keepNew(): void {
    const id = newId();
    this.#id = id;
    const now = Date.now();
    const created = { id, created: now, opened: now, read: 0, writer: this.#own };
    const origin = this.#origin;
    this.#origin = null;
    rememberOpen(id);
    void this.#turns.ask(id);
    // As it is now: what comes after it is written after it.
    const whole = this.#wholeNow({ ...created, ...(origin === null ? {} : { origin }) });
    this.#write(async (vault) => {
      await vault.put(whole);
      this.#kept = whole.kept;
      await this.shelf.listed();
    });
    // Asked where the person has made something; most browsers answer by themselves.
    void navigator.storage?.persist?.().catch(() => false);
  }

  #wholeNow(created: Omit<Kept, keyof Seen | 'steps' | 'done'>): Whole {
    const { steps, done } = this.#session.past;
    const source = this.#sourceNow();
    return {
      kept: { ...created, ...this.#seen(), size: sizeOf(source), steps: steps.length, done },
      source,
      steps: [...steps],
    };
  }

  /** What is open, with the edits that it had before all steps. */
  #sourceNow(): KeptSource {
    const { read, dates } = this.#session.past;
    return { collection: this.#session.sourceOf(), read, dates };
  }

  #seen(): Seen {
    const { collection, events } = this.#session;
    return {
      name: collection.name,
      changed: Date.now(),
      documents: collection.documents.length,
      events: events.length,
    };
  }

  /** Writes after everything that is being written. */
  #write(act: (vault: Vault, id: string) => Promise<void>): void {
    const id = this.#id;
    if (id === null) return;
    const asked = ++this.#asked;
    this.#waiting++;
    if (this.#standing !== 'memory') this.#standing = 'saving';
    this.#queue = this.#queue.then(async () => {
      try {
        if (this.#id !== id || this.#standing === 'following' || asked <= this.#covered) return;
        if (this.#standing === 'memory') await this.#tryAgain();
        else if (this.#vault) {
          await act(this.#vault, id);
          this.#turns.tell({ kind: 'changed', id });
        } else await this.#rescue('denied', this.#cause());
      } catch (error) {
        await this.#failed(error);
      } finally {
        this.#waiting--;
        if (this.#waiting === 0 && this.#standing === 'saving') this.#standing = 'saved';
        if (this.#standing === 'saving' || this.#standing === 'saved') this.#acknowledged++;
      }
    });
  }

  async #failed(error: unknown): Promise<void> {
    if (error instanceof Taken) {
      this.#session.complain(keepSaid().following.title, [keepSaid().following.lost]);
      this.#overtaken();
    } else if (error instanceof Missing) await this.#rescue('cleared', error);
    else if (isFull(error) || error instanceof Silent) this.#inMemory(troubleOf(error, 'failed'), error);
    else await this.#rescue('failed', error);
  }

  /** Writes everything anew, as what was there may be gone. */
  async #rescue(trouble: Trouble, error: unknown): Promise<void> {
    try {
      this.#vault ??= await Vault.open(() => this.#vanished(), this.#vaultName);
      await this.#rewrite(this.#vault);
    } catch (again) {
      const now = troubleOf(again, trouble);
      this.#inMemory(now, now === trouble ? error : again);
    }
  }

  async #rewrite(vault: Vault): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    const now = Date.now();
    const { created = now, opened = now, read = 0, origin } = this.#kept ?? {};
    const from = origin === undefined ? {} : { origin };
    const whole = this.#wholeNow({ id, created, opened, read: read + 1, writer: this.#own, ...from });
    const covers = this.#asked;
    await vault.put(whole);
    this.#covered = covers;
    this.#kept = whole.kept;
    this.#trouble = null;
    this.#why = '';
    this.#pause = SOON;
    clearTimeout(this.#retrying);
    this.#standing = this.#waiting > 1 ? 'saving' : 'saved';
    this.#turns.tell({ kind: 'changed', id });
  }

  /** Tries whether the storage takes it by now. */
  retry(): Promise<boolean> {
    this.#pause = SOON;
    return this.#rewritten();
  }

  async #rewritten(): Promise<boolean> {
    await this.#idle();
    this.#tried = 0;
    // Like any other write: nothing may come between.
    this.#write(async () => {});
    await this.#idle();
    return this.#standing !== 'memory';
  }

  async #tryAgain(): Promise<void> {
    if (Date.now() - this.#tried < AGAIN) return;
    this.#tried = Date.now();
    if (this.#id === null) return;
    await this.#rescue(this.#trouble ?? 'failed', this.#cause());
  }

  /** What the browser has said before. */
  #cause(): Error {
    return new Error(this.#why);
  }

  #inMemory(trouble: Trouble, error: unknown): void {
    this.#standing = 'memory';
    this.#trouble = trouble;
    this.#why = error instanceof Error ? error.message : String(error);
    this.#tried = Date.now();
    clearTimeout(this.#retrying);
    // There may be room again, or a new database in place of what was cleared; what is denied stays denied.
    if (this.#id === null || this.#keepsNothing) return;
    this.#retrying = setTimeout(async () => {
      if (this.#standing !== 'memory' || !(await this.#rewritten())) return;
      this.#session.inform(keepSaid().recovered);
    }, this.#pause);
    this.#pause = Math.min(LATE, this.#pause * 2);
  }

  /** Another tab writes now. */
  #overtaken(): void {
    if (this.#id === null) return;
    if (this.#standing === 'memory') {
      this.#partWays();
      return;
    }
    this.#standing = 'following';
    this.#turns.wait();
    this.#follow();
  }

  /** What is only here must not give way to what is kept: it goes on as a collection of its own. */
  #partWays(): void {
    const { following } = keepSaid();
    this.#session.complain(following.title, [following.parted]);
    const id = newId();
    this.#id = id;
    this.#kept = null;
    this.disk.forget();
    rememberOpen(id);
    void this.#turns.ask(id);
  }

  /** The tab that wrote is gone. */
  async #given(): Promise<void> {
    const id = this.#id;
    if (id === null || this.#standing !== 'following') return;
    if (await this.#show(id, true)) this.#session.inform(keepSaid().following.given);
  }

  #heard(word: Word): void {
    if (word.kind === 'listed') void this.#relist();
    else if (!('id' in word) || word.id !== this.#id) return;
    else if (word.kind === 'changed' && this.#standing === 'following') this.#follow();
    else if (word.kind === 'named' && this.#standing === 'following') this.#follow();
    else if (word.kind === 'named') this.#session.curation.rename(word.name);
  }

  /** Another tab has changed the list. What it has deleted is not kept here either. */
  async #relist(): Promise<void> {
    await this.shelf.refresh();
    if (this.shelf.deleted.some(({ id }) => id === this.#id)) this.#forget();
  }

  /** Shows what the other tab has done, when it rests for a moment. */
  #follow(): void {
    clearTimeout(this.#refollow);
    this.#refollow = setTimeout(() => {
      const id = this.#id;
      if (id !== null && this.#standing === 'following') void this.#show(id, false);
    }, 80);
  }

  async #show(id: string, may: boolean): Promise<boolean> {
    const turn = ++this.#showing;
    const vault = await this.#openVault();
    if (!vault) return false;
    try {
      const found = await vault.load(id);
      if (!found || found.kept.deleted !== undefined) return false;
      // Before anything is written to what this program may not be able to read.
      const readable = await asCollection(found.source.collection);
      // Claimed before it is read again, so that nothing can come in between.
      const claimed = may ? await vault.note(id, { writer: this.#own, opened: Date.now() }) : null;
      const whole = may ? await vault.load(id) : found;
      await this.#session.ready();
      // Something else is shown by now.
      if (!whole || turn !== this.#showing) return false;
      this.#id = id;
      this.#kept = claimed ?? whole.kept;
      this.#origin = null;
      this.#standing = may ? 'saved' : 'following';
      this.#trouble = null;
      rememberOpen(id);
      if (!may) this.#turns.wait();
      const { read, dates } = whole.source;
      const same = whole.source.collection.dateline === COLLECTION_VERSION;
      const collection = same ? whole.source.collection : readable;
      const { name, steps, done } = whole.kept;
      const past = { steps: whole.steps.slice(0, steps), done, read, dates };
      this.#session.open({ ...collection, name }, whole.kept.origin === 'sample', past);
      await this.shelf.refresh();
      return true;
    } catch (error) {
      this.#session.complain(keepSaid().notOpened, [(error as Error).message]);
      return false;
    }
  }

  /** What is open is not kept any more. */
  #forget(): void {
    this.#turns.letGo();
    // Whatever is being shown was asked for before.
    this.#showing++;
    clearTimeout(this.#retrying);
    this.#pause = SOON;
    this.#id = null;
    this.#kept = null;
    this.#standing = this.#keepsNothing ? 'memory' : 'unchanged';
    rememberOpen(null);
  }

  async #idle(): Promise<void> {
    while (this.#waiting > 0) await this.#queue;
  }
}

const keepSaid = () => speech.say(keep);

const isFull = (error: unknown): boolean => (error as Error).name === 'QuotaExceededError';

function troubleOf(error: unknown, otherwise: Trouble): Trouble {
  if (error instanceof Newer) return 'newer';
  if (error instanceof Silent) return 'silent';
  return isFull(error) ? 'full' : otherwise;
}

/**
 * What is kept, in the form of this program: an older one may have kept it.
 * @throws with a sentence where a newer one has, or it is broken.
 */
async function asCollection(kept: Collection): Promise<Collection> {
  if (kept.dateline === COLLECTION_VERSION) return kept;
  const { parseCollection } = await import('../model/parse.ts');
  const { collection, problems } = parseCollection(kept);
  if (!collection) throw new Error(problems[0]?.message ?? '');
  return collection;
}

/** So many events are written to know how long they are. */
const WEIGHED = 2000;

/**
 * Characters of its saved form. Of very many events some are written, evenly over all of them: to write a million holds
 * up the page for seconds, and may be more than one text can hold.
 */
function sizeOf({ collection }: KeptSource): number {
  const { events, documents } = collection;
  if (events.length <= WEIGHED) return JSON.stringify(collection).length;
  const step = events.length / WEIGHED;
  let weighed = 0;
  for (let i = 0; i < WEIGHED; i++) weighed += JSON.stringify(events[Math.floor(i * step)]).length + 1;
  const texts = documents.reduce((all, { text }) => all + text.length, 0);
  const bare = documents.map((document) => ({ ...document, text: '' }));
  const rest = JSON.stringify({ ...collection, events: [], documents: bare }).length;
  return Math.round(weighed * step) + texts + rest;
}
