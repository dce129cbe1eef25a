import type { Kept, Vault } from '../keep/vault.ts';
import { keep } from '../texts/texts.json';
import { speech } from './language.svelte.ts';
import { newId } from './newId.ts';
import type { Session } from './session.svelte.ts';

/** Deleted collections can be brought back for so long, ms. */
const GRACE = 7 * 86_400_000;

/** What the shelf needs of who keeps it. */
interface Keeps {
  /** Where collections are kept; null where nothing is, which was told. */
  readonly vault: () => Promise<Vault | null>;
  /** Hears that the list is another one. */
  readonly changed: () => void;
}

/** The collections in this browser, and what is done to those that are not open. */
export class Shelf {
  readonly #session: Session;
  readonly #own: string;
  readonly #keeps: Keeps;
  #list: readonly Kept[] = $state.raw([]);

  /** @param own tells this tab from others. */
  constructor(session: Session, own: string, keeps: Keeps) {
    this.#session = session;
    this.#own = own;
    this.#keeps = keeps;
  }

  /** The kept collections, the last changed first, without deleted ones. */
  get list(): readonly Kept[] {
    return this.#list.filter((kept) => kept.deleted === undefined);
  }

  /** Those that were deleted and can be brought back. */
  get deleted(): readonly Kept[] {
    return this.#list.filter((kept) => kept.deleted !== undefined);
  }

  /** Reads the list of collections anew. */
  async refresh(): Promise<void> {
    const vault = await this.#keeps.vault();
    if (vault) this.#list = await vault.list().catch(() => this.#list);
  }

  /** Gives a collection that is not open another name. */
  async rename(id: string, name: string): Promise<void> {
    // Whoever writes to it goes on doing so: the name that is listed is the one that counts.
    await this.#tryTo((vault) => vault.note(id, { name }));
    await this.listed();
  }

  /** Makes a copy with another name. */
  async copy(id: string): Promise<void> {
    await this.#tryTo(async (vault) => {
      const whole = await vault.load(id);
      if (!whole) return;
      const now = Date.now();
      const { origin: _, ...kept } = whole.kept;
      const name = speech.say(keep).copyOf(kept.name);
      const times = { created: now, changed: now, opened: now };
      await vault.put({ ...whole, kept: { ...kept, id: newId(), name, ...times, writer: this.#own } });
    });
    await this.listed();
  }

  /** Deletes a collection; it can be brought back for a week. */
  async delete(id: string): Promise<void> {
    await this.#tryTo((vault) => vault.note(id, { deleted: Date.now() }));
    await this.listed();
  }

  async restore(id: string): Promise<void> {
    await this.#tryTo(async (vault) => {
      const kept = await vault.find(id);
      if (!kept) return;
      const { deleted: _, ...rest } = kept;
      await vault.note(id, { ...rest, ...UNDELETED });
    });
    await this.listed();
  }

  /** Clears deleted collections away for good. */
  async clearAway(): Promise<void> {
    const ids = this.deleted.map((kept) => kept.id);
    await this.#tryTo((vault) => vault.clear(ids));
    await this.listed();
  }

  /** The list is another one: here, and in other tabs. */
  async listed(): Promise<void> {
    await this.refresh();
    this.#keeps.changed();
  }

  /** Clears away what was deleted long ago. */
  async sweep(): Promise<void> {
    const old = this.deleted.filter((kept) => (kept.deleted ?? 0) < Date.now() - GRACE);
    if (old.length === 0) return;
    await this.#tryTo((vault) => vault.clear(old.map((kept) => kept.id)));
    await this.refresh();
  }

  /** Does something with the list; what goes wrong is told. */
  async #tryTo(act: (vault: Vault) => Promise<unknown>): Promise<void> {
    try {
      const vault = await this.#keeps.vault();
      if (vault) await act(vault);
    } catch (error) {
      this.#session.complain(speech.say(keep).notChanged, [(error as Error).message]);
    }
  }
}

const UNDELETED = { deleted: undefined } as unknown as Partial<Kept>;
