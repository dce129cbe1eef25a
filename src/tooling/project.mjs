/** Where the project is, and how its other programs are run. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the person stood when typing the command: npm itself changes to the project's folder. */
export const standing = process.env.INIT_CWD ?? process.cwd();

/**
 * Runs a program and waits for it. Output goes where ours goes.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when it was ended by a signal or could not be started.
 */
export function run(command, words, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, [...words], { cwd: root, stdio: 'inherit', ...options });
    child.on('error', (error) => {
      console.error(`${command}: could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program and keeps what it says.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{code: number, out: string, err: string}>} `code` is 1 when it was ended by a signal or could not be started.
 */
export function capture(command, words, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, [...words], { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    child.stdout?.on('data', (bytes) => {
      said.out += bytes;
    });
    child.stderr?.on('data', (bytes) => {
      said.err += bytes;
    });
    child.on('error', (error) => resolve({ code: 1, out: said.out, err: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, ...said }));
  });
}

/** A script of a package, run with our own Node: no shell, and no search path that could differ. */
export const runNode = (script, words, options) =>
  run(process.execPath, [join(root, script), ...words], options);

/** Ends the process with the sentence of an error, for tools whose work cannot go on. */
export function fail(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
