import type { FileBytes } from '../worker/client.ts';
import type { Destination } from './session.svelte.ts';

/** A file of ready events that waits for a person to say how it is read. */
export interface Waiting {
  readonly file: FileBytes;
  readonly destination: Destination;
  /** Of the files that came together: the others go where the first has gone. */
  readonly first: boolean;
}

/** Files of ready events of other programs: what they hold is shown before it is taken over, one file after the other. */
export class Imports {
  #waiting: readonly Waiting[] = $state.raw([]);

  /** The one that is asked about; null when there is none. */
  get first(): Waiting | null {
    return this.#waiting[0] ?? null;
  }

  /** How many wait, the first included. */
  get count(): number {
    return this.#waiting.length;
  }

  ask(files: readonly FileBytes[], destination: Destination): void {
    this.#waiting = [...this.#waiting, ...files.map((file, i) => ({ file, destination, first: i === 0 }))];
  }

  /** The first is done with, read or not. */
  next(): void {
    this.#waiting = this.#waiting.slice(1);
  }
}

/** Files by what becomes of them: our own are opened, those of other programs shown first, documents read. */
export interface Sorted {
  readonly saved: readonly FileBytes[];
  readonly foreign: readonly FileBytes[];
  readonly others: readonly FileBytes[];
}

/** Tells files of ready events from documents. */
export async function sortFiles(files: readonly FileBytes[]): Promise<Sorted> {
  const { kindOfEvents } = await import('../formats/ready/kind.ts');
  const saved: FileBytes[] = [];
  const foreign: FileBytes[] = [];
  const others: FileBytes[] = [];
  for (const file of files) {
    const kind = kindOfEvents(file.name, file.bytes);
    if (kind === null) others.push(file);
    else if (
      kind === 'saved' ||
      kind === 'list' ||
      kind === 'picture' ||
      kind === 'page' ||
      kind === 'parquet'
    )
      saved.push(file);
    else foreign.push(file);
  }
  return { saved, foreign, others };
}
