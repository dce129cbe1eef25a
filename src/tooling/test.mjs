/**
 * `npm test`: installs what is missing, finds a Chromium, builds, checks, and runs every test in a time zone west of
 * Greenwich with a half hour in it, those that work with dates in one east of it as well. Ends with one line,
 * `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { root, run, runNode } from './project.mjs';

/** A day that is read off a clock is a day early in one of them or a day late in the other. */
const ZONE = 'America/St_Johns';
const OTHER_ZONE = 'Asia/Kolkata';
/** What measures growth of time, or compares patterns with each other, says the same in every zone. */
const SAME = ['growth.test.ts', 'clockReader.test.ts'];
/** What is run again in the other zone: all that works with dates, without what only hands them on. */
const DATES = [
  ...readdirSync(join(root, 'tests/extract/dates'))
    .filter((name) => name.endsWith('.test.ts') && !SAME.includes(name))
    .map((name) => `extract/dates/${name}`),
  'model/current',
  'model/days',
  'model/edtf',
  'model/when',
  'model/words',
  'extract/documentDate',
  'extract/headingDates',
  'formats/csv',
  'formats/json',
  'formats/document',
  'layout/calendar',
  'layout/picture',
  'layout/ticks',
  'state/address',
  'state/dateWords',
  'state/filter',
  'state/mergedTime',
  'state/moveDate',
  'state/view',
].map((name) => `tests/${name}`);
const started = Date.now();

await ensureInstalled();
const chromium = await ensureChromium();
const total = { passed: 0, failed: 0 };
await step('build', async () => {
  await ensureBuilt(['app', 'cli'], (part) => console.log(`Building dist/${part} …`));
  return { passed: 0, failed: 0 };
});
// Tests of the page wait more than they work: what is beside them uses the time. Its output comes when it is done.
await Promise.all([step('tests', () => vitest([], ZONE)), beside()]);
console.log(
  `\n${Math.round((Date.now() - started) / 1000)} s in all. Tests run again in another time zone are counted once.`,
);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** What runs while the tests do: the checks, then the tests of dates in the other zone. */
async function beside() {
  await step('check', checked);
  await step(`again under TZ=${OTHER_ZONE}`, async (say) => {
    const { failed } = await vitest(
      ['--project', 'core', '--project', 'runes', '--no-isolate', '--maxWorkers=1', ...DATES],
      OTHER_ZONE,
      say,
    );
    return { passed: 0, failed };
  });
}

/**
 * Runs one part of the whole; one that breaks counts as one failure, and the next is still run. What the part says by
 * the function that it is given is printed when it has ended, so that two parts do not talk at once.
 */
async function step(name, work) {
  const begun = Date.now();
  const said = [];
  let failure = null;
  try {
    const { passed, failed } = await work((bytes) => said.push(bytes));
    total.passed += passed;
    total.failed += failed;
  } catch (error) {
    failure = error;
    total.failed++;
  }
  console.log(`\n── ${name}`);
  process.stdout.write(Buffer.concat(said));
  if (failure) console.error(failure);
  console.log(`── ${name}: ${Math.round((Date.now() - begun) / 1000)} s`);
}

/** Types, Svelte, lint and format, as `npm run check` has them. */
async function checked(say) {
  const { code, tail } = await node([join(root, 'src/tooling/check.mjs')], {}, say);
  const passed = tail.match(/^passed: /gm)?.length ?? 0;
  return { passed, failed: Math.max(tail.match(/^FAILED: /gm)?.length ?? 0, code === 0 ? 0 : 1) };
}

/** Runs tests and reads the line that `tests/plain-reporter.ts` ends with. */
async function vitest(words, zone, say = (bytes) => process.stdout.write(bytes)) {
  const { code, tail } = await node(
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...words],
    { NODE_ENV: 'test', TZ: zone, CHROMIUM_PATH: chromium },
    say,
  );
  const [, passed, failed] = [...tail.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1) ?? [];
  if (passed === undefined) return { passed: 0, failed: 1 };
  // An exit code without a failed test is an error outside of the tests, which counts too.
  return { passed: Number(passed), failed: Math.max(Number(failed), code === 0 ? 0 : 1) };
}

/** Runs a program of Node, says what it prints, and keeps the end of that. */
function node(words, variables, say) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...variables },
    });
    let tail = '';
    child.stdout.on('data', (bytes) => {
      say(bytes);
      tail = (tail + bytes).slice(-4000);
    });
    child.stderr.on('data', say);
    child.on('close', (code) => resolve({ code, tail }));
  });
}

/** A Chromium to run, installed if need be and possible. Ends the process with a sentence where it is not. */
async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) {
    console.error(`CHROMIUM_PATH is ${given}, and there is no such file.`);
    process.exit(1);
  }
  const found = findChromium();
  if (found) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('Installing Chromium (apt-get install chromium) …');
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    const installed = findChromium();
    if (installed) return installed;
  }
  console.log('Fetching Chromium (npx playwright install chromium) …');
  await runNode('node_modules/playwright/cli.js', ['install', 'chromium']);
  const { chromium: playwright } = await import('playwright');
  if (existsSync(playwright.executablePath())) return playwright.executablePath();
  console.error(
    'No Chromium was found and none could be installed. Install one, or set CHROMIUM_PATH to its program.',
  );
  process.exit(1);
}
