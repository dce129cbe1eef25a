import { readFileSync } from 'node:fs';
import { Refusal } from './command.ts';
import { reasonOf } from './output.ts';

/** Files that lie beside the program: the build puts them there. */
export type Asset = 'resvg.wasm' | 'inter-400.ttf' | 'inter-600.ttf';

/** The bytes of a file beside the program. @throws Refusal (1) where it is missing. */
export function asset(name: Asset): Uint8Array {
  const url = new URL(`./assets/${name}`, import.meta.url);
  try {
    return new Uint8Array(readFileSync(url));
  } catch (error) {
    throw new Refusal(
      `${url.pathname}: could not be read: ${reasonOf(error)}; it comes with the program, beside dateline.js`,
      1,
    );
  }
}
