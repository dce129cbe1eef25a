import type { Readable, Writable } from 'node:stream';

/** What the command line is run in: a process of its own, or a part of another. Paths are those of the process. */
export interface Surroundings {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Path of the built program: its assets lie beside it, and its threads are this file again. */
  readonly program: string;
}

/** Where text goes, and whether a person is looking at it. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };
