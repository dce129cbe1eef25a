import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readInteractive, writeInteractive } from '../../src/formats/interactive.ts';
import { readJson } from '../../src/formats/json.ts';
import { canonicalJson } from '../../src/model/canonicalJson.ts';
import type { Collection, Edit } from '../../src/model/collection.ts';
import { chromiumArgs, findChromium } from '../../src/tooling/chromium.mjs';
import { root } from '../../src/tooling/project.mjs';
import { viewerScript } from '../../src/tooling/viewer.mjs';
import { harbour } from './harbour.ts';

/** A host that is nowhere: its files are those of the project. */
const HOST = 'http://dateline.test/';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('found no Chromium; set CHROMIUM_PATH');
  const [script, started] = await Promise.all([
    viewerScript(),
    chromium.launch({ executablePath, args: chromiumArgs }),
  ]);
  browser = started;
  folder = mkdtempSync(join(tmpdir(), 'dateline-html-'));
  const told = (id: number, order: number, note: string): Edit => ({
    kind: 'story',
    id: `story-${id}`,
    order,
    event: `harbour-${id}`,
    note,
  });
  const edits = [told(4, 2, ''), told(8, 1, 'First <b>the end</b>.')];
  writeFileSync(join(folder, 'harbour.html'), writeInteractive({ ...harbour(), edits }, 'en', script));
}, 120_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page, with what it complained about and what it asked of others. */
async function open(address: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  await context.route(`${HOST}**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    return path === 'favicon.ico' ? route.fulfill({ body: '' }) : route.fulfill({ path: join(root, path) });
  });
  await page.goto(address);
  return { page, complaints, asked, close: () => context.close() };
}

/** How long a stretch of time the element shows, days. */
const lengthOf = (page: Page, id: string): Promise<number> =>
  page.locator(id).evaluate((element: HTMLElementTagNameMap['dateline-timeline']) => {
    const { start, end } = element.view;
    return end - start;
  });

test('the example: an element with a file, another with a list, keys, wheel and events', async () => {
  const { page, complaints, close } = await open(`${HOST}examples/element.html`);
  const options = page.locator('#large [role=option]');
  await options.first().waitFor({ state: 'attached' });
  await expect.poll(() => options.count()).toBe(12);
  expect(await options.first().textContent()).toBe('1888: Harbour of Nordvik dredged to eight metres');

  // A wheel is the page's until somebody has come to the chart.
  await expect.poll(() => lengthOf(page, '#large')).toBeGreaterThan(365);
  const before = await lengthOf(page, '#large');
  await page.locator('#large canvas').hover();
  await page.mouse.wheel(0, 100);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(await lengthOf(page, '#large')).toBe(before);
  await page.locator('#large canvas').click({ position: { x: 600, y: 122 } });
  await page.mouse.wheel(0, -250);
  await expect.poll(() => lengthOf(page, '#large')).toBeLessThan(before * 0.8);
  await page.keyboard.press('0');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('#large aside h2').waitFor();
  expect(await page.locator('#large').evaluate((element) => element.shadowRoot?.activeElement?.tagName)).toBe(
    'H2',
  );
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('#large aside').isVisible()).toBe(false);

  await page.getByRole('button', { name: 'the storm' }).click();
  await page.getByText('Storm takes the northern light (1899-01-14)').waitFor();
  const selected = page.locator('#small [aria-selected=true]');
  expect(await selected.textContent()).toBe('14 January 1899: Storm takes the northern light');
  expect(complaints).toEqual([]);
  await close();
});

test('one file from a disk: search, kinds, passages, and nothing asked of anybody', async () => {
  const address = pathToFileURL(join(folder, 'harbour.html')).href;
  const { page, complaints, asked, close } = await open(address, { colorScheme: 'dark' });
  const element = page.locator('dateline-timeline');
  await element.locator('[role=option]').first().waitFor({ state: 'attached' });
  const { events } = harbour();
  const count = element.getByRole('status').first();
  await page.keyboard.press('Tab');
  await element.getByRole('searchbox').fill(events[0]?.title ?? '');
  expect(await count.textContent()).toBe(`1 of ${events.length}`);
  await page.keyboard.press('Enter');
  await element.locator('.list').focus();
  await page.keyboard.press('Enter');
  expect(await element.locator('aside blockquote').first().textContent()).toBe(events[0]?.sources[0]?.quote);
  await element.getByRole('searchbox').fill('');
  // The story is stepped by keys or buttons, with its notes; Escape ends it.
  const title = element.locator('aside h2');
  const steps = element.locator('.steps');
  await element.locator('.list').focus();
  await page.keyboard.press('s');
  expect(await title.textContent()).toBe('Ferry line to Aarhus opens');
  expect(await element.locator('.note').textContent()).toBe('First <b>the end</b>.');
  await page.keyboard.press('j');
  expect([await title.textContent(), await steps.textContent()]).toEqual([
    'Storm Ida closes the mole',
    '←2 of 2→',
  ]);
  await element.getByRole('button', { name: 'Previous' }).click();
  expect(await title.textContent()).toBe('Ferry line to Aarhus opens');
  await page.keyboard.press('Escape');
  expect(await steps.count()).toBe(0);
  const chip = element.locator('.chip').first();
  await chip.click();
  expect(await chip.getAttribute('aria-pressed')).toBe('false');
  expect(await count.textContent()).toMatch(/^\d+ of \d+$/);
  // The chronology waits for paper.
  expect(await page.locator('table').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('table').isVisible()).toBe(true);
  expect({ complaints, asked }).toEqual({ complaints: [], asked: [address] });
  expect(readInteractive(readFileSync(join(folder, 'harbour.html'), 'utf8'))?.collection?.events).toEqual(
    harbour().events,
  );
  await close();
});

test('one file is its data and at most 250 kB', async () => {
  const script = await viewerScript();
  const text = readFileSync(join(root, 'public/sample.json'), 'utf8');
  const { collection } = readJson(text);
  if (!collection) throw new Error('found no collection in the sample');
  const size = (data: Collection): number => Buffer.byteLength(writeInteractive(data, 'en', script));
  const empty = { ...collection, documents: [], events: [], categories: [], edits: [], problems: [] };
  expect(size(empty)).toBeLessThan(130_000);
  // The chronology for paper counts too: it says again what the data say.
  expect(size(collection) - Buffer.byteLength(canonicalJson(collection))).toBeLessThan(250_000);
});

test('one file without scripts is the chronology', async () => {
  const address = pathToFileURL(join(folder, 'harbour.html')).href;
  const { page, close } = await open(address, { javaScriptEnabled: false });
  expect(await page.locator('table').isVisible()).toBe(true);
  expect(await page.locator('dateline-timeline').isVisible()).toBe(false);
  await close();
});
