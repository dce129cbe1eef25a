import { closeSync, openSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Content } from '../formats/write.ts';
import { Refusal } from './command.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Says early, before any work, when a result could not be written.
 * @param path of the file, or undefined for stdout.
 * @throws Refusal (1)
 */
export function checkOutput(path: string | undefined): void {
  if (path === undefined || path === '-') return;
  const folder = dirname(path);
  const parent = statSync(folder, { throwIfNoEntry: false });
  if (!parent) throw unwritable(path, `there is no folder ${folder}`);
  if (!parent.isDirectory()) throw unwritable(path, `${folder} is not a folder`);
  const target = statSync(path, { throwIfNoEntry: false });
  if (target?.isDirectory()) throw unwritable(path, 'it is a folder, expected a file');
}

/**
 * Writes a result to a file, or to stdout when no path is given or it is `-`.
 * @throws Refusal (1) when the file cannot be written, (2) for bytes that would fill a terminal.
 */
export async function writeOutput(
  path: string | undefined,
  content: Content,
  { stdout }: Pick<Surroundings, 'stdout'>,
): Promise<void> {
  if (path === undefined || path === '-') {
    if (content instanceof Uint8Array && stdout.isTTY)
      throw new Refusal('the result is no text, expected -o FILE to write it to', 2);
    for (const piece of piecesIn(content))
      await new Promise<void>((resolve) => stdout.write(piece, () => resolve()));
    return;
  }
  try {
    const file = openSync(path, 'w');
    try {
      for (const piece of piecesIn(content)) writeFileSync(file, piece);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unwritable(path, reasonOf(error));
  }
}

const piecesIn = (content: Content): Iterable<string | Uint8Array> =>
  typeof content === 'string' || content instanceof Uint8Array ? [content] : content;

const unwritable = (path: string, why: string): Refusal =>
  new Refusal(`${path}: could not be written: ${why}`, 1);

/** What a file system's error code means, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or folder',
    EACCES: 'no permission',
    EPERM: 'no permission',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is not a folder',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    ELOOP: 'its links lead in a circle',
    EMFILE: 'too many files are open',
    ENAMETOOLONG: 'its name is too long',
  };
  return (code && known[code]) || message;
}
