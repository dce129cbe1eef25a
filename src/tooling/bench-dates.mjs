/**
 * How fast are dates found? The project's reader beside chrono-node over the same made-up news, 1 MB each, and the
 * reader alone over 10 MB, which is to take ten times as long. Medians of three runs that take turns.
 */
import { spawnSync } from 'node:child_process';
import { withBuilt } from './bench-build.mjs';
import { makeNews } from './bench-news.mjs';

const SEED = 7;
const RUNS = 3;
const MB = 1_000_000;

/** Text that is nothing but dates, or nothing that is one: what takes longest for its length. */
const WORST = {
  'January January …': (size) => 'January '.repeat(size / 8),
  '12:30 12:30 …': (size) => '12:30 '.repeat(size / 6),
  'months in a row': (size) => 'March April May '.repeat(size / 16),
  'digits in one row': (size) => '7'.repeat(size),
  'news in one line': (size) => makeNews(size, SEED).replaceAll('\n\n', ' '),
};

export const benchDates = () =>
  withBuilt('dates.ts', ({ ours, theirs }, file) => {
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
    console.log('dates found in          MB   expressions     MB/s');
    console.log(row('dateline', text, taken.ours));
    console.log(row('chrono-node', text, taken.theirs));
    console.log(row('dateline', long, taken.long));
    for (const [name, make] of Object.entries(WORST)) {
      const worst = make(MB);
      console.log(row(name, worst, [time(ours, worst, 0)]));
    }
    const growth = median(taken.long) / median(taken.ours);
    console.log(`Ten times the text takes ${growth.toFixed(1)} times as long.`);
    console.log(`At its most, memory grows by ${memory(file).toFixed(1)} times a text of 10 MB.`);
  });

/** By how many times the text a process grows that reads 10 MB, garbage that is not yet swept up included. */
function memory(file) {
  const script = `
    const [{ ours }, { makeNews }] = await Promise.all([import(${JSON.stringify(file)}), import(${JSON.stringify(`${import.meta.dirname}/bench-news.mjs`)})]);
    const text = makeNews(10 * ${MB}, ${SEED});
    ours(text.slice(0, ${MB / 10}));
    const before = process.memoryUsage.rss();
    ours(text);
    console.log((process.resourceUsage().maxRSS * 1024 - before) / text.length);`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Reading 10 MB ended with ${status}: ${stderr}`);
  return Number(stdout);
}

function time(read, text, least = 1) {
  const began = process.cpuUsage();
  const found = read(text);
  if (found < least) throw new Error('Found no date in a text that is full of them.');
  const { user, system } = process.cpuUsage(began);
  return { found, seconds: (user + system) / 1e6 };
}

const median = (taken) =>
  taken.map(({ seconds }) => seconds).sort((a, b) => a - b)[Math.floor(taken.length / 2)];

const row = (name, text, taken) =>
  [
    name.padEnd(19),
    (Buffer.byteLength(text) / MB).toFixed(1).padStart(6),
    taken[0].found.toLocaleString('en').padStart(13),
    (Buffer.byteLength(text) / MB / median(taken)).toFixed(2).padStart(8),
  ].join(' ');
