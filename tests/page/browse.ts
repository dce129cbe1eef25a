import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { ensureBuilt } from '../../src/tooling/build.mjs';
import { chromiumArgs, findChromium } from '../../src/tooling/chromium.mjs';
import { root } from '../../src/tooling/project.mjs';
import { serve } from '../../src/tooling/serve.mjs';
import { harbour } from './harbour.ts';

/** The built page in a real browser, with everything that it complained about or asked of others. */
export interface Visit {
  readonly page: Page;
  /** Errors and warnings of the console, and what was thrown. */
  readonly complaints: string[];
  /** Requests that went anywhere but to the page's own server. */
  readonly abroad: string[];
}

/** A server and a browser for one file of tests. */
export class Browse {
  readonly #browser: Browser;
  readonly #server: Awaited<ReturnType<typeof serve>>;
  /** Pages that may be visited again, by what they were opened with. */
  readonly #open = new Map<string, { readonly page: Page; visit: Visit | null }>();

  private constructor(browser: Browser, server: Awaited<ReturnType<typeof serve>>) {
    this.#browser = browser;
    this.#server = server;
  }

  /** @param opened JSON of the collection that the page begins with. */
  static async start(opened = JSON.stringify(harbour())): Promise<Browse> {
    await ensureBuilt(['app', 'cli']);
    const executablePath = findChromium();
    if (!executablePath) throw new Error('found no Chromium; set CHROMIUM_PATH');
    const server = await serve({ folder: join(root, 'dist/app'), port: 0, opened });
    return new Browse(await chromium.launch({ executablePath, args: chromiumArgs }), server);
  }

  get address(): string {
    return `http://127.0.0.1:${this.#server.port}/`;
  }

  /**
   * Opens the page and waits until it is drawn. Motion is off, unless a test is about it. A page is loaded again for the
   * next visit with the same options, which costs half of a new one.
   * @param own for a test that leaves something behind, in storage or in how the page is served.
   * @param address of the page, where it is not the one with the small collection.
   */
  async visit(
    hash = '',
    { own, ...options }: BrowserContextOptions & { readonly own?: boolean } = {},
    address = this.address,
  ): Promise<Visit> {
    const key = JSON.stringify([address, options]);
    const known = own ? undefined : this.#open.get(key);
    const place = known ?? { page: await this.#newPage(options), visit: null };
    if (!known && !own) this.#open.set(key, place);
    const { page } = place;
    // The same address with another hash would not be loaded again.
    if (known) {
      await page.goto('about:blank');
      // What was kept of the visit before is not of this one.
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Storage.clearDataForOrigin', {
        origin: new URL(address).origin,
        storageTypes: 'indexeddb,local_storage',
      });
      await devtools.detach();
    }
    const visit: Visit = { page, complaints: [], abroad: [] };
    place.visit = visit;
    if (!known) listen(page, () => place.visit, address);
    await page.goto(address + hash);
    await page.locator('#event-list [role=treeitem]').first().waitFor({ state: 'attached' });
    await settled(page);
    return visit;
  }

  async #newPage(options: BrowserContextOptions): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    return page;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}

/** Writes down what a page complains about and asks of others. */
function listen(page: Page, visit: () => Visit | null, address: string): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) visit()?.complaints.push(message.text());
  });
  page.on('pageerror', (error) => visit()?.complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(blob|data|about):/.test(request.url())) {
      visit()?.abroad.push(request.url());
    }
  });
}

/** Waits until what was done is painted and the address tells it, which it does once nothing changes for a moment. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
    await new Promise(requestAnimationFrame);
    await wait(130);
    for (let hash = ''; hash !== location.hash; await wait(20)) hash = location.hash;
  });
}

/** The span in view, days since 1970-01-01, as the address tells it. */
export async function viewOf(page: Page): Promise<{ start: number; end: number; length: number }> {
  await settled(page);
  const [start = Number.NaN, end = Number.NaN] = (
    new URLSearchParams(new URL(page.url()).hash.slice(1)).get('view') ?? ''
  )
    .split(',')
    .map(Number);
  return { start, end, length: end - start };
}

/** How many events the list beside the chart tells of, in all its lanes. */
export async function shownEvents(page: Page): Promise<number> {
  const sizes = await page
    .locator('#event-list [aria-level="2"]:first-child')
    .evaluateAll((items) => items.map((item) => Number(item.getAttribute('aria-setsize'))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The chip of a category; its lane on the chart has a name like it. */
export const chip = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Filters' }).getByRole('button', { name });

/** The chart's box on the page. */
export async function chartBox(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator('.surface canvas').boundingBox();
  if (!box) throw new Error('found no canvas');
  return box;
}
