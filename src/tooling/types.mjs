/** Writes the types of the library and of the element for programs that use them. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { root, runNode } from './project.mjs';

/**
 * Writes declarations of what an entry exports, and of what those name.
 * @param {string} config path of the TypeScript configuration that names the entry.
 * @param {string} entry path of the entry, below `src/`, without ending.
 * @param {string} folder that gets them.
 */
export async function writeTypes(config, entry, folder) {
  const made = mkdtempSync(join(tmpdir(), 'dateline-types-'));
  try {
    const words = ['-p', join(root, config), '--outDir', made];
    if ((await runNode('node_modules/typescript/bin/tsc', words)) !== 0)
      throw new Error(`The types of ${entry} could not be made: see above.`);
    copyWithImports(join(made, 'src'), `${entry}.d.ts`, folder, new Set());
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** Copies a declaration and those that it imports; the others are nobody's business. */
function copyWithImports(from, path, to, done) {
  if (done.has(path)) return;
  done.add(path);
  const text = readFileSync(join(from, path), 'utf8');
  const next = [];
  const named = text.replace(/((?:from|import\()\s*')(\.[^']+?)\.ts'/g, (_, before, target) => {
    next.push(relative(from, resolve(from, dirname(path), `${target}.d.ts`)));
    return `${before}${target}.js'`;
  });
  const target = join(to, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, named);
  for (const other of next) if (existsSync(join(from, other))) copyWithImports(from, other, to, done);
}
