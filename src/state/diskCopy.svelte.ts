import { canOpenAgain, canSaveAgain, chooseFile, chooseWhere, type DiskFile } from '../keep/disk.ts';
import type { FileBytes, Session } from './session.svelte.ts';

/** The file on the disk to which what is open is saved again and again, where the browser lets a page do that. */
export class DiskCopy {
  readonly #session: Session;
  #disk: DiskFile | null = $state.raw(null);

  constructor(session: Session) {
    this.#session = session;
  }

  /** Its name; null when none was chosen. */
  get name(): string | null {
    return this.#disk?.name ?? null;
  }

  /** Something else is open, which no file has. */
  forget(): void {
    this.#disk = null;
  }

  /**
   * Saves to a file of the disk: to the one that was chosen before, else to one that is chosen now.
   * @returns its name; null when the person thinks better of it.
   */
  async save(text: Iterable<string>, name: string, anew = false): Promise<string | null> {
    const disk = (anew ? null : this.#disk) ?? (await chooseWhere(name));
    if (!disk) return null;
    // One that cannot be written, as it was moved or is not allowed any more, is asked for anew the next time.
    this.#disk = null;
    await disk.write(text);
    this.#disk = disk;
    return disk.name;
  }

  /** Whether one can save to a file of the disk again and again; else it is downloaded. */
  get canSaveAgain(): boolean {
    return canSaveAgain();
  }

  /** Whether a file can be chosen to which one saves again. */
  get canOpenAgain(): boolean {
    return canOpenAgain();
  }

  /** Asks for a file, opens it, and saves to it from then on. @returns false when the person thinks better of it. */
  async open(open: (files: readonly FileBytes[]) => Promise<void>): Promise<boolean> {
    const chosen = await chooseFile();
    if (!chosen) return false;
    const { opened } = this.#session;
    await open([{ name: chosen.file.name, bytes: new Uint8Array(await chosen.file.arrayBuffer()) }]);
    if (this.#session.opened !== opened) this.#disk = chosen.disk;
    return true;
  }
}
