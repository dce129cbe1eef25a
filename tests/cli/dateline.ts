import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, onTestFinished, TestRunner } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { ensureBuilt } from '../../src/tooling/build.mjs';

export const ROOT = join(import.meta.dirname, '../..');
export const PROGRAM = join(ROOT, 'dist/cli/dateline.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds the command line if its sources are newer. For `beforeAll`. */
export const builtCommandLine = (): Promise<void> => ensureBuilt(['cli']);

/** What is written to it. */
class Written extends Writable {
  readonly #bytes: Buffer[] = [];

  override _write(bytes: Buffer, _: BufferEncoding, done: () => void): void {
    this.#bytes.push(bytes);
    done();
  }

  get text(): string {
    return Buffer.concat(this.#bytes).toString();
  }
}

/** The folder of a process is one: who needs another waits for its turn. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs the command line in a folder, as a part of this process: a start of its own costs more than most of what is
 * asked. Its assets and threads are those of the build; see {@link spawned} for what only a process shows.
 */
export function dateline(cwd: string, words: readonly string[], stdin = ''): Promise<Ended> {
  const ended = turn.then(async () => {
    const [stdout, stderr, before] = [new Written(), new Written(), process.cwd()];
    process.chdir(cwd);
    try {
      const code = await run(words, { stdin: Readable.from([stdin]), stdout, stderr, program: PROGRAM });
      return { code, stdout: stdout.text, stderr: stderr.text };
    } finally {
      process.chdir(before);
    }
  });
  turn = ended.catch(() => {});
  return ended;
}

/** Runs the built command line in a folder as a process of its own, with stdout and stderr as pipes. */
export function spawned(
  cwd: string,
  words: readonly string[],
  { stdin = '', env = {} }: { readonly stdin?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...words], { cwd, env: { ...process.env, ...env } });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => {}).end(stdin);
  });
}

/** A folder with some files in it, gone after the test that asked for it, or after the file's tests when none had begun. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  (TestRunner.getCurrentTest() ? onTestFinished : afterAll)(() =>
    rmSync(folder, { recursive: true, force: true }),
  );
  return folder;
}
