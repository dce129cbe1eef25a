/**
 * How fast is the chart? Mounts the page of `tests/bench/` in headless Chromium at several sizes, zooms and pans for
 * three seconds, and takes the time. Figures are medians over the runs; with two builds these take turns, so that a
 * busy minute of the machine hits both.
 */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { asked, colours, gesture, indexed, mount, prepare } from './bench-stopwatch.mjs';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

const WIDTH = 1280;
const HEIGHT = 720;
const GESTURE = 3000;
const SEED = 42;
/** Fewer colours than this on the canvas, and nothing worth measuring was drawn. */
const LEAST_COLOURS = 12;
/** Fewer frames than this say nothing about a percentile. */
const LEAST_FRAMES = 10;

/** What is to be reached, by number of events: first frame ms, CPU ms per frame, p95 frame ms. */
const TARGETS = new Map([
  [1_000, [80, 5, 20]],
  [10_000, [100, 6, 20]],
  [100_000, [300, 7, 20]],
  [1_000_000, [1500, 10, 25]],
]);
const MOST_ELEMENTS = 1500;
const MOST_BYTES = 120;
/** ms until the frame that shows what a word found, and for writing a view as a file; characters of that. */
const MOST_ASKED = 150;
const MOST_PICTURE = 1000;
const MOST_CHARACTERS = 2_000_000;
/** What is looked for: words of one title in six, of one in eight, of few. */
const WORDS = ['ferry', 'paints', 'brewers paints a bell'];

/**
 * Measures and prints a table.
 * @param {{ builds: readonly { name: string, at: string }[], sizes: readonly number[], runs: number, profile: string | null }} options
 *   `at` is the folder of a built page or the address of a served one; `profile` a folder for CPU profiles.
 * @throws when a page could not be measured at all.
 */
export async function benchChart({ builds, sizes, runs, profile }) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Found no Chromium to measure in. Set CHROMIUM_PATH to one.');
  if (profile) mkdirSync(profile, { recursive: true });
  const opened = await Promise.all(builds.map(open));
  try {
    console.log(
      '   events  build          first frame    indexed  CPU/frame  median   p95  elements  bytes/event  search  filter    picture  reached',
    );
    for (const size of sizes) {
      const taken = opened.map(() => []);
      for (let run = 0; run < runs; run++) {
        for (const [i, build] of opened.entries()) {
          const file = profile && run === 0 ? join(profile, `${build.name}-${size}.cpuprofile`) : null;
          taken[i].push(await measure(executablePath, build, size, file));
        }
      }
      opened.forEach(({ name }, i) => {
        console.log(row(size, name, taken[i]));
      });
    }
  } finally {
    await Promise.all(opened.map(({ close }) => close()));
  }
}

async function open({ name, at }) {
  if (/^https?:/.test(at)) return { name, url: at, close: async () => {} };
  const folder = resolve(at);
  if (!existsSync(join(folder, 'index.html')) || !statSync(folder).isDirectory()) {
    throw new Error(
      `Found no built page in ${folder}, expected an index.html there: npm run bench:page makes one.`,
    );
  }
  const { port, close } = await serve({ folder, port: 0 });
  return { name, url: `http://127.0.0.1:${port}/`, close };
}

async function measure(executablePath, { name, url }, size, profile) {
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArgs, '--js-flags=--max-old-space-size=6000'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(url);
    await page.waitForFunction(() => '__timelineBench' in window, null, { timeout: 15_000 });
    const made = await page.evaluate(prepare, { size, seed: SEED });
    if (made !== size) throw new Error(`made ${made} events, expected ${size}`);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const before = await memory(session);
    if (profile) await startProfile(session);
    const mounted = await page.evaluate(mount, { width: WIDTH, height: HEIGHT });
    const ready = await page.evaluate(indexed);
    const bytes = ((await memory(session)) - before) / size;
    const shades = await page.evaluate(colours);
    if (shades < LEAST_COLOURS) throw new Error(`the canvas shows ${shades} colours: nothing was drawn`);
    await page.waitForTimeout(300);
    const cpuBefore = await threadTime(session);
    const frames = await page.evaluate(gesture, GESTURE);
    const cpu = ((await threadTime(session)) - cpuBefore) / frames.length;
    if (profile) await endProfile(session, profile);
    const answers = await page.evaluate(asked, WORDS);
    if (errors.length > 0) throw new Error(`the page failed: ${errors[0]}`);
    if (frames.length < LEAST_FRAMES) throw new Error(`only ${frames.length} frames in ${GESTURE} ms`);
    return {
      ...mounted,
      ready,
      answers,
      bytes,
      cpu,
      middle: quantile(frames, 0.5),
      p95: quantile(frames, 0.95),
    };
  } catch (error) {
    throw new Error(`${name} at ${size} events: ${error.message}`, { cause: error });
  } finally {
    await browser.close();
  }
}

/** Bytes in use after a collection: objects, and what typed arrays hold outside of the heap. */
async function memory(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

/** ms that the main thread has worked. Other programs hardly change it, unlike the time on the clock. */
async function threadTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'ThreadTime').value * 1000;
}

async function startProfile(session) {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
}

async function endProfile(session, file) {
  const { profile } = await session.send('Profiler.stop');
  writeFileSync(file, JSON.stringify(profile));
}

function row(size, name, taken) {
  const median = (read) => quantile(taken.map(read), 0.5);
  const first = median((run) => run.firstFrame);
  const cpu = median((run) => run.cpu);
  const middle = median((run) => run.middle);
  const p95 = median((run) => run.p95);
  const elements = median((run) => run.elements);
  const bytes = median((run) => run.bytes);
  const answered = taken.filter(({ answers }) => answers !== null);
  const ofAnswers = (read) =>
    answered.length > 0
      ? quantile(
          answered.map((run) => read(run.answers)),
          0.5,
        )
      : null;
  const search = ofAnswers((answers) => quantile(answers.search, 0.5));
  const filter = ofAnswers((answers) => quantile(answers.filter, 0.5));
  const picture = ofAnswers((answers) => answers.picture);
  const characters = ofAnswers((answers) => answers.characters);
  const ready = median((run) => run.ready ?? run.firstFrame);
  const [mostFirst, mostCpu, mostP95] = TARGETS.get(size) ?? [Infinity, Infinity, Infinity];
  const missed = [
    ['first frame', first, mostFirst],
    ['CPU', cpu, mostCpu],
    ['p95', p95, mostP95],
    ['elements', elements, MOST_ELEMENTS],
    // At a few thousand events the program itself weighs more than they do.
    ['bytes', size < 100_000 ? 0 : bytes, MOST_BYTES],
    ['search', search ?? 0, MOST_ASKED],
    ['filter', filter ?? 0, MOST_ASKED],
    ['picture', picture ?? 0, MOST_PICTURE],
    ['characters', characters ?? 0, MOST_CHARACTERS],
  ].filter(([, value, most]) => value > most);
  const verdict =
    missed.length === 0 ? 'yes' : missed.map(([what, , most]) => `${what} ≤ ${most}`).join(', ');
  return [
    size.toLocaleString('en').padStart(9),
    ` ${name.padEnd(14)}`,
    `${first.toFixed(0).padStart(8)} ms`,
    `${ready.toFixed(0).padStart(7)} ms`,
    `${cpu.toFixed(1).padStart(7)} ms`,
    middle.toFixed(1).padStart(7),
    p95.toFixed(1).padStart(5),
    String(elements).padStart(9),
    bytes.toFixed(0).padStart(12),
    ms(search).padStart(7),
    ms(filter).padStart(7),
    `${ms(picture)}/${characters === null ? '–' : `${(characters / 1e6).toFixed(2)} MB`}`.padStart(10),
    ` ${verdict}`,
  ].join(' ');
}

const ms = (value) => (value === null ? '–' : value.toFixed(0));

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
