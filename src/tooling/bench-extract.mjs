/**
 * How fast is the whole extraction? One core over news and over the project's sample documents; 1,000 documents of
 * 8 kB from the command line with one thread and with two; and one document more among 500 that are read already.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withBuilt } from './bench-build.mjs';
import { makeNews } from './bench-news.mjs';
import { ensureBuilt } from './build.mjs';
import { root } from './project.mjs';

const RUNS = 3;
const MB = 1_000_000;
const DOCUMENT = 8000;

export async function benchExtract() {
  await withBuilt('extract.ts', (extractor) => {
    oneCore(extractor);
    oneMore(extractor);
  });
  await ensureBuilt(['cli']);
  await manyDocuments();
}

/** MB/s of processor time, the best of some runs, and the first, when nothing is warm yet. */
function oneCore({ read, merged }) {
  const samples = join(root, 'data/samples');
  const articles = readdirSync(samples)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => [name, readFileSync(join(samples, name), 'utf8')]);
  const news = Array.from({ length: 125 }, (_, i) => [`news ${i}`, makeNews(DOCUMENT, i)]);
  console.log('whole extraction, one core      MB    events   first MB/s    best MB/s');
  for (const [name, documents] of [
    ['articles', articles],
    ['news', news],
  ]) {
    const size = documents.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0) / MB;
    // A few documents are over before the engine has seen what is worth compiling.
    const runs = Array.from({ length: Math.max(RUNS, Math.ceil(RUNS / size / 2)) }, () =>
      time(() => merged(documents.map(([id, text]) => read(text, id)))),
    );
    const best = Math.min(...runs.map(({ seconds }) => seconds));
    console.log(
      `${name.padEnd(28)} ${size.toFixed(2).padStart(5)} ${String(runs[0].result).padStart(9)} ` +
        `${(size / runs[0].seconds).toFixed(2).padStart(12)} ${(size / best).toFixed(2).padStart(12)}`,
    );
  }
}

/** What it takes to read one document and merge it with 500 that are read already. */
function oneMore({ read, merged }) {
  const told = Array.from({ length: 500 }, (_, i) => read(makeNews(DOCUMENT, 1000 + i), `${i}`));
  const runs = Array.from({ length: RUNS }, (_, run) => {
    const text = makeNews(DOCUMENT, 2000 + run);
    const reading = time(() => read(text, 'new'));
    const merging = time(() => merged([...told, reading.result]));
    return { reading: reading.seconds, merging: merging.seconds, events: merging.result };
  });
  const least = (key) => Math.min(...runs.map((run) => run[key]));
  console.log(
    `\nOne document more among 500: read in ${ms(least('reading'))}, merged in ${ms(least('merging'))} into ` +
      `${runs[0].events.toLocaleString('en')} events.`,
  );
}

async function manyDocuments() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  try {
    for (let i = 0; i < 1000; i++)
      writeFileSync(join(folder, `${String(i).padStart(4, '0')}.txt`), makeNews(DOCUMENT, 3000 + i));
    console.log('\n1,000 documents of 8 kB, command line   seconds   processor   memory');
    for (const threads of [1, 2]) {
      const { seconds, processor, memory } = await run(['extract', folder, '--threads', threads, '-o', '-']);
      console.log(
        `${`${threads} ${threads === 1 ? 'thread' : 'threads'}`.padEnd(38)} ${seconds.toFixed(1).padStart(8)} ` +
          `${processor.toFixed(1).padStart(11)} ${`${memory.toFixed(0)} MB`.padStart(8)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the built command line and asks it at its end what it took. */
function run(words) {
  const program = join(root, 'dist/cli/dateline.js');
  const wrapped = `
    process.argv = [process.execPath, ${JSON.stringify(program)}, ...${JSON.stringify(words.map(String))}];
    process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify(process.resourceUsage())));
    import(require('node:url').pathToFileURL(process.argv[1]).href);`;
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', wrapped], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    let said = '';
    child.stdio[3].setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`dateline ${words.join(' ')} exited with ${code}.`));
      const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(said);
      return resolve({
        seconds: (performance.now() - began) / 1000,
        processor: (userCPUTime + systemCPUTime) / 1e6,
        memory: maxRSS / 1000,
      });
    });
  });
}

/** Processor time, which other programs on the machine disturb less than the clock. */
function time(work) {
  const began = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(began);
  return { result, seconds: (user + system) / 1e6 };
}

const ms = (seconds) => `${(seconds * 1000).toFixed(0)} ms`;
