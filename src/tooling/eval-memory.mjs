/**
 * `npm run eval -- memory [ROUNDS]`: does the page keep what it no longer needs? Opens a timeline, filters, zooms, chooses,
 * corrects, exports, opens another and deletes the first, again and again in one tab, and measures after the garbage is
 * collected. At the end the heap must be what it was after the first rounds, give or take a tenth; so must the nodes and
 * listeners that live outside of it, and no document, worker or object URL may be left over.
 *
 * The engine itself keeps something, too: machine code of functions that have become busy, one piece for each, more of
 * them the longer it goes on (400 after 25 rounds, 900 after 500, of some thousand functions). That is thrown away before
 * each measure, so that what is compared is what the page keeps. What had been compiled since the measure before is told.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { ensureBuilt } from './build.mjs';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { excess, heldInWords, megabytes } from './held.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, root } from './project.mjs';
import { serve } from './serve.mjs';

const ROUNDS = 500;
/** Rounds before the first measure: what is loaded or made once is there by then. */
const WARM = 25;
/** Rounds between two measures. */
const STEP = 50;
/** A file that was exported is held for so long, ms: the browser may only begin to take it. */
const HELD = 11_000;

/**
 * @param {{rounds: number, folder: string, port?: number, warm?: number, told?: (line: string) => void}} options
 * @returns {Promise<{before: import('./held.mjs').Held, after: import('./held.mjs').Held}>}
 */
export async function memory({ rounds, folder, port: wanted = 0, warm = WARM, told = () => {} }) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Found no Chromium to open the page in. Set CHROMIUM_PATH to one.');
  const { port, close } = await serve({ folder, port: wanted });
  const browser = await chromium.launch({ executablePath, args: chromiumArgs });
  try {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    page.setDefaultTimeout(60_000);
    await page.addInitScript(countUrls);
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.locator('[data-standing]').waitFor({ state: 'attached' });
    await page.locator('#event-list [role=treeitem]').first().waitFor({ state: 'attached' });
    const session = await page.context().newCDPSession(page);
    await session.send('Profiler.enable');
    await page.evaluate(work, { from: 0, rounds: warm });
    const before = await heldBy(page, session);
    told(`${warm} rounds to warm up: ${heldInWords(before)}`);
    let after = before;
    for (let done = 0; done < rounds; done += STEP) {
      await page.evaluate(work, { from: warm + done, rounds: Math.min(STEP, rounds - done) });
      after = await heldBy(page, session);
      told(`${Math.min(done + STEP, rounds)} rounds: ${heldInWords(after)}`);
    }
    return { before, after };
  } finally {
    await browser.close();
    await close();
  }
}

/** Waits until nothing is held for a while only, collects the garbage, and counts. */
async function heldBy(page, session) {
  await page.waitForFunction(() => window.objectUrls.size === 0, null, { timeout: HELD }).catch(() => {});
  const used = async () => {
    for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const all = await used();
  // Who counts every call needs code that counts them: the engine throws away what it had optimized.
  await session.send('Profiler.startPreciseCoverage', { callCount: true });
  await session.send('Profiler.stopPreciseCoverage');
  const heap = await used();
  const { nodes, jsEventListeners, documents } = await session.send('Memory.getDOMCounters');
  return {
    heap,
    compiled: Math.max(0, all - heap),
    nodes,
    listeners: jsEventListeners,
    documents,
    workers: page.workers().length,
    urls: await page.evaluate(() => window.objectUrls.size),
  };
}

/** Runs in the page before all else: notes which object URLs have not been let go. */
function countUrls() {
  const { createObjectURL, revokeObjectURL } = URL;
  window.objectUrls = new Set();
  URL.createObjectURL = (object) => {
    const url = createObjectURL.call(URL, object);
    window.objectUrls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    window.objectUrls.delete(url);
    revokeObjectURL.call(URL, url);
  };
}

/** Runs in the page: a round of all that a person does with a timeline. */
async function work({ from, rounds }) {
  const rest = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const until = async (holds) => {
    for (let i = 0; i < 12_000 && !holds(); i++) await new Promise((done) => setTimeout(done, 5));
    if (!holds()) throw new Error(`Waited in vain for ${holds}.`);
  };
  const press = (key, more = {}) =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
  const button = (name, within = document) =>
    [...within.querySelectorAll('button')].find(
      (each) => each.textContent.trim() === name || each.getAttribute('aria-label') === name,
    );
  window.showSaveFilePicker = undefined;
  HTMLAnchorElement.prototype.click = () => {};
  for (let round = from; round < from + rounds; round++) {
    const search = document.getElementById('search');
    search.value = round % 2 ? 'ship' : 'trade';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await rest();
    search.value = '';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    const kinds = document.querySelectorAll('[role=group] button[aria-pressed]');
    kinds[round % kinds.length].click();
    await rest();
    button('Show all').click();
    await rest();
    for (const key of ['+', '+', 'ArrowRight', '-', '0', 'j']) {
      press(key);
      await rest();
    }
    press('Enter');
    await until(() => document.querySelector('aside'));
    button('Confirm', document.querySelector('aside'))?.click();
    press('Escape');
    press('Escape');
    // The text of a document with its dates, which takes a worker and longer than all the rest.
    if (round % 10 === 0) {
      button('Documents').click();
      await until(() => document.querySelector('aside [data-event]'));
      button('Documents').click();
      await until(() => !document.querySelector('aside'));
    }
    button('Export').click();
    await until(() => document.querySelector('dialog[open] .preview img'));
    document.querySelector('dialog[open] button.primary').click();
    await until(() => !document.querySelector('dialog[open]'));
    // Another timeline, in place of this one.
    button('Timelines').click();
    await until(
      () =>
        document.querySelector('dialog[open]') &&
        button('The sample', document.querySelector('dialog[open]')),
    );
    button('The sample', document.querySelector('dialog[open]')).click();
    await until(() => !document.querySelector('dialog[open]'));
    // What was kept of the round goes too: a hundred copies would be what is kept, and not what leaks.
    button('Timelines').click();
    await until(() => document.querySelector('dialog[open]'));
    for (const each of document.querySelectorAll('dialog[open] .verbs button:last-child')) {
      if (each.textContent.trim() === 'Delete') each.click();
    }
    await until(() => button('Delete for good') || !document.querySelector('dialog[open] li'));
    button('Delete for good')?.click();
    await until(() => !document.querySelector('dialog[open] li'));
    press('Escape');
    document.querySelector('dialog[open] button[aria-label=Close]')?.click();
    await until(() => !document.querySelector('dialog[open]'));
    for (const each of document.querySelectorAll('.stack button')) each.click();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [rounds = ROUNDS] = process.argv.slice(2).map(Number);
  await ensureInstalled();
  const folder = process.env.DATELINE_APP ?? join(root, 'dist/app');
  if (!process.env.DATELINE_APP) await ensureBuilt(['app']).catch(fail);
  const { before, after } = await memory({ rounds, folder, told: console.log }).catch(fail);
  const share = after.heap / before.heap - 1;
  console.log(
    `${rounds} rounds: ${megabytes(before.heap)} MB of heap before, ${megabytes(after.heap)} MB after (${(share * 100).toFixed(1)} %).`,
  );
  const found = excess(before, after);
  for (const line of found) console.log(line);
  process.exit(found.length > 0 ? 1 : 0);
}
