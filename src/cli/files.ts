import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IN_FOLDERS, isReadable } from '../formats/readable.ts';
import { mayHoldEvents, READY } from '../formats/ready/kind.ts';
import type { Problem } from '../model/problem.ts';
import { reasonOf } from './output.ts';

/** Whether a file in a folder is picked up, by its ending. One that is named itself is read whatever its ending. */
const isPickedUp = (path: string): boolean => isReadable(path) || mayHoldEvents(path);

/** Beyond this a text no longer fits into memory comfortably with all that is read out of it. */
const MOST_BYTES = 200_000_000;

export interface FoundFile {
  /** As the person would write it. */
  readonly path: string;
  /** Name without folders. */
  readonly name: string;
  /** Whether the person named it, and not a folder in which it is. */
  readonly named: boolean;
}

/**
 * The files that some paths stand for. Folders are walked, sorted by name, hidden entries skipped, links followed
 * once. A file that is reached twice is read once.
 */
export function findFiles(paths: readonly string[]): { files: FoundFile[]; problems: Problem[] } {
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const before = files.length;
    const folder = walk(path, true);
    if (folder && files.length === before && !folder.known) {
      problems.push(
        keptOut(
          'file/no-documents',
          path,
          `found a folder without documents, expected ${[...IN_FOLDERS, ...READY].join(', ')} files in it`,
        ),
      );
    }
  }
  // By name, so that ids do not hang on the order in which paths were typed.
  files.sort((a, b) => compare(a.name, b.name) || compare(a.path, b.path));
  return { files, problems };

  /** @returns something for a folder that could be read: whether it held files that were known already. */
  function walk(path: string, named: boolean): { known: boolean } | null {
    let real: string;
    let stat: ReturnType<typeof statSync>;
    try {
      real = realpathSync(path);
      stat = statSync(path);
    } catch (error) {
      problems.push(keptOut('file/missing', path, `could not be opened: ${reasonOf(error)}`));
      return null;
    }
    if (!stat?.isDirectory() && !named && !isPickedUp(path)) return null;
    if (seen.has(real)) return { known: true };
    seen.add(real);
    if (!stat?.isDirectory()) {
      if (stat?.isFile()) files.push({ path, name: basename(path), named });
      else problems.push(keptOut('file/special', path, 'found a device or pipe, expected a file or folder'));
      return null;
    }
    let names: string[];
    try {
      names = readdirSync(path);
    } catch (error) {
      problems.push(keptOut('file/unreadable', path, `could not be opened: ${reasonOf(error)}`));
      return { known: true };
    }
    let known = false;
    for (const name of names.filter((entry) => !entry.startsWith('.')).sort()) {
      known = walk(join(path, name), false)?.known || known;
    }
    return { known };
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The bytes of a file, or why not. */
export function readBytes(path: string): { readonly bytes: Uint8Array } | { readonly problem: Problem } {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) {
      const found = `found ${(Math.ceil(size / 1e5) / 10).toFixed(1)} MB, expected ${MOST_BYTES / 1e6} MB at most`;
      return { problem: keptOut('file/too-large', path, found) };
    }
    return { bytes: readFileSync(path) };
  } catch (error) {
    return { problem: keptOut('file/unreadable', path, `could not be read: ${reasonOf(error)}`) };
  }
}

function keptOut(code: string, at: string, what: string): Problem {
  return { code, at, message: `${at}: ${what}`, level: 'kept-out' };
}
