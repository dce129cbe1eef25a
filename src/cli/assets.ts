import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './command.ts';
import { reasonOf } from './output.ts';

/** Files that lie beside the program: the build puts them there. */
export type Asset = 'resvg.wasm' | 'inter-400.ttf' | 'inter-600.ttf';

/** The bytes of a file beside the program, whose path is given. @throws Refusal (1) where it is missing. */
export function asset(name: Asset, program: string): Uint8Array {
  const path = join(dirname(program), 'assets', name);
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw new Refusal(
      `${path}: could not be read: ${reasonOf(error)}; it comes with the program, beside dateline.js`,
      1,
    );
  }
}
