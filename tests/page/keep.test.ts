import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseCollection } from '../../src/model/parse.ts';
import { chromiumArgs, findChromium } from '../../src/tooling/chromium.mjs';
import { root } from '../../src/tooling/project.mjs';
import { serve } from '../../src/tooling/serve.mjs';

const folder = process.env.DATELINE_APP ?? join(root, 'dist/app');
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  server = await serve({ folder, port: 0 });
  browser = await chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: chromiumArgs,
  });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A browser of its own, with nothing kept in it. */
async function newContext(script?: string): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true });
  if (script) await context.addInitScript(script);
  contexts.push(context);
  return context;
}

async function visit(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`http://127.0.0.1:${server.port}/`);
  await ready(page);
  return page;
}

async function ready(page: Page): Promise<void> {
  await page.locator('[data-standing]').waitFor({ state: 'attached' });
  await page.locator('#event-list [role=treeitem]').first().waitFor({ state: 'attached' });
}

const standing = (page: Page, wanted: string) =>
  page.locator(`[data-standing=${wanted}]`).waitFor({ state: 'attached' });
const undo = (page: Page) => page.locator('.strip button').first();

/** Dismisses the next event, by keys and the panel. */
async function dismissOne(page: Page): Promise<void> {
  await page.keyboard.press('j');
  if ((await page.locator('aside').count()) === 0) await page.keyboard.press('Enter');
  await page.locator('aside').getByRole('button', { name: 'Dismiss' }).click();
}

test('what was done is there again, with what can be undone; a second tab follows and can take over', async () => {
  const context = await newContext();
  const first = await visit(context);
  await standing(first, 'unchanged');
  await dismissOne(first);
  await standing(first, 'saved');
  const name = await undo(first).getAttribute('title');
  expect(name).toMatch(/^Undo: dismiss “.+” \(z\)$/);

  const second = await visit(context);
  await standing(second, 'following');
  expect(await undo(second).getAttribute('title')).toBe(name);
  await second.keyboard.press('z');
  await second.getByText('Nothing was changed here.').waitFor();
  await first.keyboard.press('z');
  await second.locator('.strip button[title^="Redo: dismiss"]').waitFor();

  await second.getByRole('button', { name: 'Take over' }).click();
  await standing(second, 'saved');
  await standing(first, 'following');
  await second.keyboard.press('Shift+Z');
  await standing(second, 'saved');
  await second.reload();
  await ready(second);
  expect(await undo(second).getAttribute('title')).toBe(name);
  // Being loaded again is not being gone.
  await standing(second, 'saved');
  await standing(first, 'following');
  expect(complaints).toEqual([]);
  await context.close();
});

test('timelines are listed, named, copied, deleted and brought back; a file has what is open', async () => {
  const context = await newContext();
  const page = await visit(context);
  await dismissOne(page);
  await standing(page, 'saved');
  await page.getByRole('button', { name: 'Timelines' }).click();
  const dialog = page.getByRole('dialog', { name: 'Timelines' });
  const items = dialog.getByRole('list', { name: 'Timelines' }).getByRole('listitem');
  await items.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => items.count()).toBe(2);
  const copy = items.filter({ hasText: '(copy)' });
  await copy.getByRole('button', { name: 'Rename' }).click();
  await dialog.getByLabel('New name').fill('Mine');
  await page.keyboard.press('Enter');
  const mine = items.filter({ hasText: 'Mine' });
  await mine.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Bring back' }).click();
  await mine.locator('.which').click();
  await page.getByRole('heading', { level: 1, name: 'Mine' }).waitFor();
  expect(await undo(page).getAttribute('title')).toMatch(/^Undo: dismiss/);
  await context.close();
});

test('where nothing can be kept, work goes on and a file is offered; the file opens with all of it', async () => {
  const context = await newContext(
    `Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('not here', 'SecurityError'); } });
     LockManager.prototype.request = () => Promise.reject(new DOMException('not here', 'SecurityError'));
     delete globalThis.showSaveFilePicker;`,
  );
  const page = await visit(context);
  expect(await page.getByRole('alert').count()).toBe(0);
  await dismissOne(page);
  const banner = page.getByRole('alert');
  await banner.getByText('This browser keeps nothing of this page').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    banner.getByRole('button', { name: 'Save to a file' }).click(),
  ]);
  const { collection } = parseCollection(readFileSync(await file.path(), 'utf8'));
  expect(collection?.edits).toMatchObject([{ kind: 'event', dismissed: true }]);
  await page.getByRole('button', { name: 'Timelines' }).click();
  expect(await page.getByRole('dialog').innerText()).not.toContain('kept in this browser');
  await page.getByRole('dialog').getByText('This browser keeps nothing of this page').waitFor();
  await context.close();
});

test('a full storage is told, and everything is written when there is room again', async () => {
  const context = await newContext(`
    const put = IDBObjectStore.prototype.put;
    globalThis.full = false;
    IDBObjectStore.prototype.put = function (...words) {
      if (globalThis.full) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, words);
    };`);
  const page = await visit(context);
  await dismissOne(page);
  await standing(page, 'saved');
  await page.evaluate('globalThis.full = true');
  await dismissOne(page);
  await page.getByRole('alert').getByText('There is no room left').waitFor();
  await dismissOne(page);
  // What is only here does not give way to a tab that takes over what is kept.
  await page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query();
    const steal = { steal: true };
    void navigator.locks.request(held[0]?.name ?? '', steal, () => new Promise(() => {}));
  });
  await page.getByText('What was not kept is still here').waitFor();
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await page.getByText('It could not be kept this time either').waitFor();
  await page.evaluate('globalThis.full = false');
  await page.getByText('It is kept again').waitFor();
  await standing(page, 'saved');
  await page.reload();
  await ready(page);
  for (let i = 0; i < 3; i++) await page.keyboard.press('z');
  await expect.poll(() => undo(page).getAttribute('title')).toBe('Nothing to undo');
  await context.close();
});

// That nothing is lost when the browser is killed at any moment: npm run eval -- survive.
