/**
 * `npm test`: installs what is missing, finds a Chromium, builds, checks, and runs every test; those of the pure
 * layers in three time zones, one of them with a half hour. Ends with one line, `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { check } from './check.mjs';
import { findChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { root, run, runNode } from './project.mjs';

const OTHER_ZONES = ['Asia/Kolkata', 'America/St_Johns'];
/** What is run again in another zone: all that reads or writes dates, without what measures growth. */
const DATES = [
  'model/',
  'extract/dates/',
  'extract/read',
  'extract/anchors',
  'extract/pipeline',
  'formats/csv',
  'formats/json',
  'formats/document',
  'layout/calendar',
  'layout/picture',
  'layout/ticks',
  'state/',
  'corpus/',
].map((name) => `tests/${name}`);
const started = Date.now();

await ensureInstalled();
const chromium = await ensureChromium();
const total = { passed: 0, failed: 0 };
await step('build', async () => {
  await ensureBuilt(['app', 'cli'], (part) => console.log(`Building dist/${part} …`));
  return { passed: 0, failed: 0 };
});
await step('check', check);
await step('tests', () => vitest([], 'UTC'));
for (const zone of OTHER_ZONES) {
  await step(`again under TZ=${zone}`, async () => {
    const { failed } = await vitest(
      ['--project', 'core', '--project', 'runes', '--no-isolate', '--exclude', '**/growth.test.ts', ...DATES],
      zone,
    );
    return { passed: 0, failed };
  });
}
console.log(
  `\n${Math.round((Date.now() - started) / 1000)} s in all. Tests run again in another time zone are counted once.`,
);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Runs one part of the whole; one that breaks counts as one failure, and the next is still run. */
async function step(name, work) {
  const begun = Date.now();
  console.log(`\n── ${name}`);
  try {
    const { passed, failed } = await work();
    total.passed += passed;
    total.failed += failed;
  } catch (error) {
    console.error(error);
    total.failed++;
  }
  console.log(`── ${name}: ${Math.round((Date.now() - begun) / 1000)} s`);
}

/** Runs tests and reads the line that `tests/plain-reporter.ts` ends with. */
function vitest(words, zone) {
  return new Promise((resolve) => {
    const command = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...words];
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'test', TZ: zone, CHROMIUM_PATH: chromium },
    });
    let tail = '';
    child.stdout.on('data', (bytes) => {
      process.stdout.write(bytes);
      tail = (tail + bytes).slice(-4000);
    });
    child.on('close', (code) => {
      const [, passed, failed] = [...tail.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1) ?? [];
      if (passed === undefined) resolve({ passed: 0, failed: 1 });
      // An exit code without a failed test is an error outside of the tests, which counts too.
      else resolve({ passed: Number(passed), failed: Math.max(Number(failed), code === 0 ? 0 : 1) });
    });
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
