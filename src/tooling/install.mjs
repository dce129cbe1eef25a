/** Installs the packages that package-lock.json asks for and node_modules lacks. Only `node:` here: nothing else is there yet. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './project.mjs';

/**
 * The packages of a lock file that are not installed as it says.
 * @param {{packages?: Record<string, {version?: string, integrity?: string, optional?: boolean, name?: string}>}} wanted
 *   package-lock.json
 * @param {{packages?: Record<string, {version?: string, integrity?: string}>} | null} installed
 *   node_modules/.package-lock.json, or null where there is none
 * @returns {string[]}
 */
export function missingPackages(wanted, installed) {
  const there = installed?.packages ?? {};
  return Object.entries(wanted.packages ?? {})
    .filter(([path, entry]) => {
      if (path === '') return false;
      const found = there[path];
      // Optional packages are for other systems where they are absent.
      if (!found) return !entry.optional;
      return found.version !== entry.version || found.integrity !== entry.integrity;
    })
    .map(([path]) => path);
}

/** Installs only when something is missing. Ends the process with a sentence when npm fails. */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Dateline needs Node 20.19 or newer, found ${process.versions.node}.`);
    process.exit(1);
  }
  const wanted = readJson('package-lock.json');
  const missing = missingPackages(wanted, readJson('node_modules/.package-lock.json'));
  if (wanted && missing.length === 0) return;
  console.log('Installing what is missing (npm ci) …');
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const code = npm
    ? await run(process.execPath, [npm, ...words])
    : await run('npm', words, { shell: process.platform === 'win32' });
  if (code === 0) return;
  console.error('The packages could not be installed. Is there a network? What npm said is above.');
  process.exit(1);
}

function readJson(path) {
  const file = join(root, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
