import { Turns, type Word } from '../keep/turns.ts';
import { type Kept, type KeptSource, Missing, type Seen, Taken, Vault, type Whole } from '../keep/vault.ts';
import type { Collection } from '../model/collection.ts';
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

/** Why something is not kept: storage is denied, is full, was cleared, or fails in another way. */
export type Trouble = 'denied' | 'full' | 'cleared' | 'failed';

/** As often it is tried again to write to a storage that was full or gone, ms. */
const AGAIN = 5000;

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
  /** The collections in this browser. */
  readonly shelf: Shelf;
  /** The file on the disk that has what is open. */
  readonly disk: DiskCopy;
  #refollow: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, vaultName = VAULT) {
    this.#session = session;
    this.#vaultName = vaultName;
    this.#turns = new Turns(
      this.#own,
      (word) => this.#heard(word),
      () => this.#overtaken(),
    );
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
    if (origin === null && this.#hasAnything()) this.#keepNew();
    await this.shelf.refresh();
    await this.shelf.sweep();
  }

  /**
   * Opens a kept collection.
   * @returns whether it was there.
   */
  async open(id: string): Promise<boolean> {
    await this.#idle();
    if (!(await this.#openVault()) || !this.#vault) return false;
    const may = await this.#turns.ask(id);
    return this.#show(id, may);
  }

  /** Opens the collection that was open or changed last. @returns whether there is one. */
  async openLast(): Promise<boolean> {
    if (!(await this.#openVault()) || !this.#vault) return false;
    const all = (await this.#vault.list()).filter((kept) => kept.deleted === undefined);
    const last = all.sort((a, b) => Math.max(b.opened, b.changed) - Math.max(a.opened, a.changed))[0];
    return last ? this.open(last.id) : false;
  }

  /** Opens the kept collection that was made from something the page is served with. @returns whether there is one. */
  async openFrom(origin: string): Promise<boolean> {
    if (!(await this.#openVault()) || !this.#vault) return false;
    const found = (await this.#vault.list()).find((kept) => kept.origin === origin && !kept.deleted);
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
    if (id !== this.#id) return this.shelf.rename(id, name);
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
    const { following } = speech.say(keep);
    this.#session.complain(following.title, [following.refused]);
    return false;
  }

  // How it is done.

  async #openVault(): Promise<Vault | null> {
    if (this.#vault) return this.#vault;
    try {
      this.#vault = await Vault.open(() => this.#vanished(), this.#vaultName);
      if (this.#trouble === 'denied') this.#trouble = null;
    } catch (error) {
      this.#inMemory('denied', error);
    }
    return this.#vault;
  }

  /** The browser has closed the database: it was cleared, or a newer program has it. */
  #vanished(): void {
    this.#vault = null;
    if (this.#id === null) return;
    // It may be there again at once; then everything is written anew.
    void this.#rescue('cleared', new Error(speech.say(keep).vanished));
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
        } else await this.#rescue('denied', new Error(this.#why));
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
      this.#session.complain(speech.say(keep).following.title, [speech.say(keep).following.lost]);
      this.#overtaken();
    } else if (error instanceof Missing) await this.#rescue('cleared', error);
    else if ((error as Error).name === 'QuotaExceededError') this.#inMemory('full', error);
    else await this.#rescue('failed', error);
  }

  /** Writes everything anew, as what was there may be gone. */
  async #rescue(trouble: Trouble, error: unknown): Promise<void> {
    try {
      this.#vault ??= await Vault.open(() => this.#vanished(), this.#vaultName);
      await this.#rewrite(this.#vault);
    } catch (again) {
      const full = (again as Error).name === 'QuotaExceededError';
      this.#inMemory(full ? 'full' : trouble, full ? again : error);
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
    this.#standing = this.#waiting > 1 ? 'saving' : 'saved';
    this.#turns.tell({ kind: 'changed', id });
  }

  /** Tries whether the storage takes it by now. */
  async retry(): Promise<boolean> {
    this.#tried = 0;
    await this.#idle();
    if (this.#standing === 'memory') await this.#tryAgain();
    return this.#standing !== 'memory';
  }

  async #tryAgain(): Promise<void> {
    if (Date.now() - this.#tried < AGAIN) return;
    this.#tried = Date.now();
    if (this.#id === null) return;
    await this.#rescue(this.#trouble ?? 'failed', new Error(this.#why));
  }

  #inMemory(trouble: Trouble, error: unknown): void {
    this.#standing = 'memory';
    this.#trouble = trouble;
    this.#why = error instanceof Error ? error.message : String(error);
    this.#tried = Date.now();
  }

  #overtaken(): void {
    if (this.#id === null) return;
    this.#standing = 'following';
    this.#follow();
  }

  #heard(word: Word): void {
    if (word.kind === 'listed') void this.shelf.refresh();
    else if (word.kind === 'changed' && word.id === this.#id && this.#standing === 'following')
      this.#follow();
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
    const vault = this.#vault;
    if (!vault) return false;
    try {
      const found = await vault.load(id);
      if (!found || found.kept.deleted !== undefined) return false;
      // Claimed before it is read again, so that nothing can come in between.
      const claimed = may ? await vault.note(id, { writer: this.#own, opened: Date.now() }) : null;
      const whole = may ? await vault.load(id) : found;
      if (!whole) return false;
      this.#id = id;
      this.#kept = claimed ?? whole.kept;
      this.#origin = null;
      this.#standing = may ? 'saved' : 'following';
      this.#trouble = null;
      rememberOpen(id);
      const { collection, read, dates } = whole.source;
      await this.#session.ready();
      const { name, steps, done } = whole.kept;
      const past = { steps: whole.steps.slice(0, steps), done, read, dates };
      this.#session.open({ ...collection, name }, whole.kept.origin === 'sample', past);
      await this.shelf.refresh();
      return true;
    } catch (error) {
      this.#session.complain(speech.say(keep).notOpened, [(error as Error).message]);
      return false;
    }
  }

  /** What is open is not kept any more. */
  #forget(): void {
    this.#turns.letGo();
    this.#id = null;
    this.#kept = null;
    this.#standing = this.#trouble === 'denied' ? 'memory' : 'unchanged';
    rememberOpen(null);
  }

  async #idle(): Promise<void> {
    while (this.#waiting > 0) await this.#queue;
  }
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
