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
   * Opens the page and waits until it is drawn. Motion is off, unless a test is about it.
   * @param address of the page, where it is not the one with the small collection.
   */
  async visit(hash = '', options: BrowserContextOptions = {}, address = this.address): Promise<Visit> {
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    const abroad: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !/^(blob|data):/.test(request.url())) {
        abroad.push(request.url());
      }
    });
    await page.goto(address + hash);
    await page.locator('#event-list [role=option]').first().waitFor({ state: 'attached' });
    await settled(page);
    return { page, complaints, abroad };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}

/** Waits until what was done is painted and the address tells it. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(200);
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

/** How many events the list beside the chart tells of. */
export async function shownEvents(page: Page): Promise<number> {
  const option = page.locator('#event-list [role=option]').first();
  return (await option.count()) === 0 ? 0 : Number(await option.getAttribute('aria-setsize'));
}

/** The chart's box on the page. */
export async function chartBox(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator('canvas').boundingBox();
  if (!box) throw new Error('found no canvas');
  return box;
}
