/**
 * `npm run eval -- survive [KILLS [SEED]]`: is anything lost when the browser is killed? Drives the built page in a
 * Chromium of its own (events dismissed and confirmed, texts added now and then, all of it undone and redone), kills the browser
 * with all its processes at a random moment, starts it again on the same profile, and compares: what the page had called
 * saved must be there; what it had begun may be; nothing else can. What is open must save to a valid file.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { ensureBuilt } from './build.mjs';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, root } from './project.mjs';
import { serve } from './serve.mjs';

const KILLS = 300;
/** How long what was open may take to be there after a kill, ms. */
const LATE = 15_000;
/** A document of one's own: the sample, once something is read into it, is another timeline. */
const TEXT = Array.from(
  { length: 40 },
  (_, i) => `On ${1 + (i % 28)} March ${1850 + i} the council opened bridge number ${i + 1}.`,
).join('\n\n');

/**
 * @param {{kills: number, seed: number, folder: string, port?: number, told?: (line: string) => void}} options `folder` holds the
 *   built page.
 * @returns {Promise<{kills: number, edits: number, acknowledged: number, lost: string[], invalid: string[]}>}
 */
export async function survive({ kills, seed, folder, port = 0, told = () => {} }) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Found no Chromium to kill. Set CHROMIUM_PATH to one.');
  const { parseCollection } = await parser();
  const random = seeded(seed);
  const server = await serve({ folder, port });
  const profile = mkdtempSync(join(tmpdir(), 'dateline-survive-'));
  const result = { kills: 0, edits: 0, acknowledged: 0, lost: [], invalid: [] };
  /** What may be found: the state that was acknowledged last, and those that came after it. */
  let allowed = [{ steps: [], done: 0 }];
  let shownFaults = 0;
  try {
    for (let kill = 0; kill <= kills; kill++) {
      const { page, end } = await start(executablePath, profile, `http://127.0.0.1:${server.port}/`);
      try {
        if (kill === 0) await begin(page);
        let found = await stateOf(page);
        // A browser that puts its storage in order first has it open as soon as that is done.
        for (const until = Date.now() + LATE; !allowed.some((state) => same(state, found)); ) {
          if (Date.now() > until) break;
          await wait(250);
          found = await stateOf(page);
        }
        if (!allowed.some((state) => same(state, found))) {
          result.lost.push(
            `after kill ${kill}: found ${shown(found)}, expected one of ${allowed.map(shown).join(' | ')}`,
          );
        }
        const saved = await fileOf(page);
        const { problems, collection } = parseCollection(saved);
        if (!collection) result.invalid.push(`after kill ${kill}: ${problems[0]?.message}`);
        if (kill === kills) break;
        allowed = [found];
        // The page tells of everything as it happens; what is still under way when it is killed was not acknowledged.
        await page.exposeFunction('tellState', (state, acknowledged) => {
          if (acknowledged) {
            result.acknowledged++;
            // By its number: undone and done again, a state looks like an earlier one.
            allowed = allowed.filter((each) => (each.number ?? 0) >= state.number);
          } else {
            result.edits++;
            allowed.push(state);
          }
        });
        const driving = page
          .evaluate(drive, {
            seed: Math.floor(random() * 2 ** 31),
            found,
            text: otherText(kill),
          })
          .catch(() => {});
        await wait(50 + random() * 1500);
        end();
        result.kills++;
        await driving;
      } finally {
        await end();
      }
      for (const line of [...result.lost, ...result.invalid].slice(shownFaults)) told(line);
      shownFaults = result.lost.length + result.invalid.length;
      if (kill % 10 === 9) {
        told(
          `${kill + 1} kills, ${result.edits} edits, ${result.acknowledged} acknowledged, ${result.lost.length} lost`,
        );
      }
    }
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return result;
}

/** Another document, each time one that is like none before. */
const otherText = (number) =>
  Array.from(
    { length: 6 },
    (_, i) =>
      `In June ${1700 + ((number * 7 + i * 13) % 140)} captain ${number}-${i} sold ship ${number * 31 + i}.`,
  ).join('\n\n');

/** Reads a first document into the page. */
async function begin(page) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
    );
  }, TEXT);
  await page.locator('[data-standing=saved]').waitFor({ state: 'attached' });
}

/** Runs in the page: works on it as a person would, and tells what it has done and what was called saved. */
async function drive({ seed, found, text }) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const press = (key) =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, shiftKey: key === 'Z' }),
    );
  const badge = () => document.querySelector('[data-standing]');
  const journal = { steps: [...found.steps], done: found.done };
  let number = 0;
  const copy = () => ({ steps: [...journal.steps], done: journal.done, number });
  const title = () => document.querySelectorAll('.strip button')[0].title;
  /** States that were told and not acknowledged yet, oldest first; each waits for a number of its own. */
  const begun = [];
  new MutationObserver(() => {
    if (badge().dataset.standing !== 'saved' || begun.length === 0) return;
    window.tellState(begun.at(-1), true);
    begun.length = 0;
  }).observe(badge(), { attributes: true });
  /** Told before it is done, and waited for: what is on the disk when the browser dies was announced. */
  const announce = async () => {
    number++;
    await window.tellState(copy(), false);
  };
  press('j');
  press('Enter');
  for (let i = 0; i < 400 && !document.querySelector('aside'); i++) await rest(5);
  if (random() < 0.15) {
    const before = title();
    journal.steps.length = journal.done;
    journal.steps.push('*');
    journal.done++;
    await announce();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
    );
    // It is read on another thread; what is done meanwhile would be a step before it.
    while (title() === before) await rest(5);
    journal.steps[journal.done - 1] = title();
    begun.push(copy());
  }
  for (;;) {
    await rest(random() * 40);
    const dice = random();
    if (dice < 0.3 && journal.done > 0) {
      journal.done--;
      await announce();
      press('z');
      begun.push(copy());
    } else if (dice < 0.4 && journal.done < journal.steps.length) {
      journal.done++;
      await announce();
      press('Z');
      begun.push(copy());
    } else {
      press('j');
      await rest(0);
      // Some must be left to be worked with.
      const left = document.querySelectorAll('#event-list [role=treeitem]').length;
      const names = dice < 0.65 && left > 8 ? ['Dismiss'] : ['Confirm'];
      const button = [...document.querySelectorAll('aside button')].find((each) =>
        names.includes(each.textContent.trim()),
      );
      if (!button || button.disabled) continue;
      const before = { title: title(), steps: [...journal.steps], done: journal.done };
      journal.steps.length = journal.done;
      journal.steps.push('*');
      journal.done++;
      await announce();
      button.click();
      await rest(0);
      const after = title();
      if (after === before.title) {
        // Who confirms what is confirmed has done nothing.
        journal.steps = before.steps;
        journal.done = before.done;
        await announce();
      } else journal.steps[journal.done - 1] = after;
      begun.push(copy());
    }
  }
}

/** The steps that are kept, by the names that the page shows for them, and how many of them are done. */
async function stateOf(page) {
  const kept = await page.evaluate(
    () =>
      new Promise((done, failed) => {
        const request = indexedDB.open('dateline');
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          const db = request.result;
          if (!db.objectStoreNames.contains('kept')) {
            db.close();
            done([]);
            return;
          }
          const at = db.transaction(['kept', 'steps']);
          const kept = at.objectStore('kept').getAll();
          const steps = at.objectStore('steps').getAll();
          at.oncomplete = () => {
            db.close();
            done(kept.result.map((each) => ({ done: each.done, steps: steps.result })));
          };
        };
      }),
  );
  const [only] = kept;
  if (!only) return { steps: [], done: 0 };
  if (kept.length > 1) throw new Error(`Found ${kept.length} timelines, expected one.`);
  const verbs = { addDocuments: 'add' };
  const steps = only.steps.map(({ name }) => `Undo: ${verbs[name.verb] ?? name.verb} “${name.what}” (z)`);
  const shown = await page.locator('.strip button').first().getAttribute('title');
  const expected = only.done > 0 ? steps[only.done - 1] : 'Nothing to undo';
  if (shown !== expected) throw new Error(`The page shows “${shown}”, expected “${expected}”.`);
  return { steps, done: only.done };
}

/** What is open, as the page saves it. */
async function fileOf(page) {
  await page.evaluate(() => {
    // A download of our own making: the browser that is driven from outside asks nobody where to save.
    delete window.showSaveFilePicker;
    window.saved = null;
    URL.createObjectURL = (blob) => {
      window.saved = blob.text();
      return 'about:blank#';
    };
    HTMLAnchorElement.prototype.click = () => {};
    window.dispatchEvent(
      new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, cancelable: true }),
    );
  });
  await page.waitForFunction(() => window.saved !== null);
  return page.evaluate(() => window.saved);
}

/** Starts a browser on a profile and opens the page in it. `end` kills it with all its processes. */
async function start(executablePath, profile, address) {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(profile, lock), { force: true });
  const child = spawn(
    executablePath,
    [
      ...chromiumArgs,
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: 'ignore' },
  );
  const gone = new Promise((done) => child.once('exit', done));
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It is dead already.
    }
    return gone;
  };
  try {
    for (let i = 0; i < 1200 && !(existsSync(portFile) && readFileSync(portFile, 'utf8').includes('\n')); i++)
      await wait(25);
    const [port] = readFileSync(portFile, 'utf8').split('\n');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const context = browser.contexts()[0];
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(60_000);
    await page.goto(address);
    await page.locator('[data-standing]').waitFor({ state: 'attached' });
    await page.locator('#event-list [role=treeitem]').first().waitFor({ state: 'attached' });
    return { page, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Whether a state that was told is the one that was found; `*` is a step whose name was not known yet. */
const same = (told, found) =>
  told.done === found.done &&
  told.steps.length === found.steps.length &&
  told.steps.every((step, i) => step === '*' || step === found.steps[i]);

const shown = ({ steps, done }) => `${done} of ${steps.length} (${steps.slice(-2).join(', ')})`;

function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What checks a file is written in TypeScript. */
async function parser() {
  const { runnerImport } = await import('vite');
  return (await runnerImport(join(root, 'src/model/parse.ts'), { configFile: false, logLevel: 'error' }))
    .module;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [kills = KILLS, seed = 1] = process.argv.slice(2).map(Number);
  await ensureInstalled();
  const folder = process.env.DATELINE_APP ?? join(root, 'dist/app');
  if (!process.env.DATELINE_APP) await ensureBuilt(['app']).catch(fail);
  const result = await survive({ kills, seed, folder, told: console.log }).catch(fail);
  const { lost, invalid } = result;
  for (const line of [...lost, ...invalid]) console.error(line);
  console.log(
    `${result.kills} kills (seed ${seed}): ${result.edits} edits begun, saved ${result.acknowledged} times; ` +
      `${lost.length} times something acknowledged was lost, ${invalid.length} invalid collections.`,
  );
  process.exit(lost.length + invalid.length > 0 ? 1 : 0);
}
