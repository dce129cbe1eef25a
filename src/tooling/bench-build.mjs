import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './project.mjs';

/**
 * Builds a module of `tests/bench` into one file, for run from its sources it would be slower than it is, and does
 * something with it. The file is gone afterwards.
 * @template T
 * @param {string} name of the module, such as `dates.ts`.
 * @param {(module: any, file: string) => T | Promise<T>} use
 */
export async function withBuilt(name, use) {
  const { build } = await import('vite');
  // Within the project, where packages are found.
  const folder = mkdtempSync(join(root, 'node_modules/.bench-'));
  try {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: { ssr: `tests/bench/${name}`, outDir: folder, emptyOutDir: true, minify: false },
    });
    const file = join(folder, `${basename(name, '.ts')}.js`);
    return await use(await import(pathToFileURL(file).href), file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
