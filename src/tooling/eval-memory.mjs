/**
 * `npm run eval -- memory [ROUNDS]`: does the page keep what it no longer needs? Opens a timeline, filters, zooms, chooses,
 * corrects, exports and opens another, again and again in one tab, and measures the heap of the page after the garbage is
 * collected: at the end it must be what it was after the first rounds, give or take a tenth.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { ensureBuilt } from './build.mjs';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, root } from './project.mjs';
import { serve } from './serve.mjs';

const ROUNDS = 500;
/** Rounds before the first measure: what is loaded or made once is there by then. */
const WARM = 25;
/** What the heap may have grown by. */
const MOST = 1.1;

/**
 * @param {{rounds: number, folder: string, warm?: number, told?: (line: string) => void}} options
 * @returns {Promise<{before: number, after: number}>} heap in use, bytes.
 */
export async function memory({ rounds, folder, warm = WARM, told = () => {} }) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Found no Chromium to open the page in. Set CHROMIUM_PATH to one.');
  const { port, close } = await serve({ folder, port: 0 });
  const browser = await chromium.launch({ executablePath, args: chromiumArgs });
  try {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    page.setDefaultTimeout(60_000);
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.locator('[data-standing]').waitFor({ state: 'attached' });
    await page.locator('#event-list [role=treeitem]').first().waitFor({ state: 'attached' });
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    await page.evaluate(work, warm);
    const before = await heap();
    for (let done = 0; done < rounds; done += 50) {
      await page.evaluate(work, Math.min(50, rounds - done));
      told(
        `${Math.min(done + 50, rounds)} rounds: ${megabytes(await heap())} MB, ${megabytes(before)} MB before`,
      );
    }
    return { before, after: await heap() };
  } finally {
    await browser.close();
    await close();
  }
}

/** Runs in the page: a round of all that a person does with a timeline. */
async function work(rounds) {
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
  for (let round = 0; round < rounds; round++) {
    const search = document.getElementById('search');
    search.value = round % 2 ? 'ship' : 'trade';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await rest();
    search.value = '';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    for (const key of ['+', '+', 'ArrowRight', '-', '0', 'j']) {
      press(key);
      await rest();
    }
    press('Enter');
    await until(() => document.querySelector('aside'));
    button('Confirm', document.querySelector('aside'))?.click();
    press('Escape');
    press('Escape');
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

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [rounds = ROUNDS] = process.argv.slice(2).map(Number);
  await ensureInstalled();
  const folder = process.env.DATELINE_APP ?? join(root, 'dist/app');
  if (!process.env.DATELINE_APP) await ensureBuilt(['app']).catch(fail);
  const { before, after } = await memory({ rounds, folder, told: console.log }).catch(fail);
  const share = after / before;
  console.log(
    `${rounds} rounds: ${megabytes(before)} MB of heap before, ${megabytes(after)} MB after (${((share - 1) * 100).toFixed(1)} %).`,
  );
  process.exit(share > MOST ? 1 : 0);
}
