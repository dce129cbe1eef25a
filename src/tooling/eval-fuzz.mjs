/**
 * `npm run eval -- fuzz [INPUTS [SEED [FROM]]]`: does anything that a file may hold break the program? Sends generated
 * inputs through every reader, the extractor, edits and both painters (tests/fuzz), each with a number by which it can
 * be made again, and fails on the first sentence that says what does not hold. What hangs is ended and named.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { fail, root } from './project.mjs';

const INPUTS = 200_000;
/** Fifty inputs are done in a second or two; a minute of nothing is an endless loop. */
const PATIENCE = 60_000;

/** Bundles what tries the inputs. @returns the file. */
async function bundle(folder) {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'tests/fuzz/run.ts'),
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { codeSplitting: false }, checks: { eval: false } },
    },
  });
  return join(folder, 'run.js');
}

/** Faults of one kind are told a few times: what they have in common is what stands before the first thing found. */
const MOST_ALIKE = 5;
const told = new Map();
const tell = ({ input, file, what }) => {
  const kind = what
    .replace(/\d+/g, '0')
    .replace(/found .*/s, '')
    .slice(0, 120);
  told.set(kind, (told.get(kind) ?? 0) + 1);
  if (told.get(kind) <= MOST_ALIKE) console.error(`${input} (${file}): ${what}`);
};

/** Runs inputs in a process of their own. @returns the first that was not done, and what went wrong. */
function runFrom(file, seed, from, to, told) {
  return new Promise((done) => {
    const faults = [];
    let next = from;
    const child = fork(file, [seed, from, to].map(String), { cwd: root });
    // Who stops the one stops the other.
    process.once('SIGTERM', () => {
      child.kill();
      process.exit(1);
    });
    let timer;
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    };
    watch();
    child.on('message', (report) => {
      watch();
      next = report.next;
      faults.push(...report.faults);
      told(next, faults.length, report.faults);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      done({ next, faults, ended: next >= to ? null : (signal ?? `exit code ${code}`) });
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [inputs = INPUTS, seed = 1, from = 0] = process.argv.slice(2).map(Number);
  await ensureInstalled();
  const folder = mkdtempSync(join(tmpdir(), 'dateline-fuzz-'));
  const faults = [];
  try {
    const file = await bundle(folder).catch(fail);
    const started = Date.now();
    for (let next = from; next < from + inputs; ) {
      const run = await runFrom(file, seed, next, from + inputs, (at, count, fresh) => {
        for (const fault of fresh) tell(fault);
        if (at % 10_000 === 0 && at > from)
          console.log(`${at - from} inputs, ${faults.length + count} faults`);
      });
      faults.push(...run.faults);
      if (run.ended !== null) {
        const fault = { input: run.next, file: '', what: `among the 50 from here: ended by ${run.ended}` };
        tell(fault);
        faults.push(fault);
        next = run.next + 50;
      } else next = run.next;
    }
    const minutes = ((Date.now() - started) / 60_000).toFixed(1);
    console.log(
      `${inputs} inputs from ${from} (seed ${seed}) in ${minutes} minutes: ${faults.length} faults.`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit(faults.length > 0 ? 1 : 0);
}
