/**
 * How fast are dates found? The project's reader beside chrono-node over the same made-up news, 1 MB each, and the
 * reader alone over 10 MB, which is to take ten times as long. Medians of three runs that take turns.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeNews } from './bench-news.mjs';
import { root } from './project.mjs';

const SEED = 7;
const RUNS = 3;
const MB = 1_000_000;

export async function benchDates() {
  const { ours, theirs } = await load();
  const text = makeNews(MB, SEED);
  const long = makeNews(10 * MB, SEED + 1);
  // Each once over a little, so that neither is measured cold.
  for (const read of [ours, theirs]) read(text.slice(0, MB / 10));
  const taken = { ours: [], theirs: [], long: [] };
  for (let run = 0; run < RUNS; run++) {
    taken.ours.push(time(ours, text));
    taken.theirs.push(time(theirs, text));
    taken.long.push(time(ours, long));
  }
  console.log('dates found in       MB   expressions     MB/s');
  console.log(row('dateline', text, taken.ours));
  console.log(row('chrono-node', text, taken.theirs));
  console.log(row('dateline', long, taken.long));
  const growth = median(taken.long) / median(taken.ours);
  console.log(`Ten times the text takes ${growth.toFixed(1)} times as long.`);
}

/** Both readers as one built file: run from its sources, each of them would be slower than it is. */
async function load() {
  const { build } = await import('vite');
  // Within the project, where packages are found.
  const folder = mkdtempSync(join(root, 'node_modules/.bench-'));
  try {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: { ssr: 'tests/bench/dates.ts', outDir: folder, emptyOutDir: true, minify: false },
    });
    return await import(pathToFileURL(join(folder, 'dates.js')).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function time(read, text) {
  const began = process.cpuUsage();
  const found = read(text);
  if (found === 0) throw new Error('Found no date in a text that is full of them.');
  const { user, system } = process.cpuUsage(began);
  return { found, seconds: (user + system) / 1e6 };
}

const median = (taken) =>
  taken.map(({ seconds }) => seconds).sort((a, b) => a - b)[Math.floor(taken.length / 2)];

const row = (name, text, taken) =>
  [
    name.padEnd(16),
    (Buffer.byteLength(text) / MB).toFixed(1).padStart(6),
    taken[0].found.toLocaleString('en').padStart(13),
    (Buffer.byteLength(text) / MB / median(taken)).toFixed(2).padStart(8),
  ].join(' ');
