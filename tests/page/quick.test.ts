import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../src/tooling/build.mjs';
import { chromiumArgs, findChromium } from '../../src/tooling/chromium.mjs';
import { root } from '../../src/tooling/project.mjs';
import { serve } from '../../src/tooling/serve.mjs';

/** What a person may do at most from the first picture to the corrected one in a file: keys and clicks together. */
const MOST = 40;

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  await ensureBuilt(['app']);
  server = await serve({ folder: join(root, 'dist/app'), port: 0 });
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArgs });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A person with one keyboard and one mouse, who counts. */
class Hand {
  strokes = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.strokes++;
      await this.#page.keyboard.press(key);
    }
  }

  /** Every letter is a stroke. */
  async type(words: string): Promise<void> {
    this.strokes += words.length;
    await this.#page.keyboard.type(words);
  }

  async click(name: RegExp): Promise<void> {
    this.strokes++;
    await this.#page.getByRole('button', { name }).click();
  }
}

test('from the open page to a corrected chart of the sample in a file, with a few keys', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  await page.goto(`http://127.0.0.1:${server.port}/`);
  await page.locator('#event-list [role=treeitem]').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => performance.getEntriesByName('dateline: ready').length > 0);
  const hand = new Hand(page);
  const title = page.locator('#panel-title');
  const next = async (before: string): Promise<string> => {
    await page.waitForFunction(
      (old) => (document.querySelector('#panel-title')?.textContent?.trim() ?? '') !== old,
      before,
    );
    return (await title.textContent())?.trim() ?? '';
  };

  // The most doubtful one is right.
  await hand.press('n');
  const first = await next('');
  await hand.press('c');
  // The next one is none.
  const second = await next(first);
  await hand.press('x');
  // The third has the wrong headline and the wrong date.
  const third = await next(second);
  await hand.press('w');
  await page.getByLabel('Title').waitFor();
  await hand.type('Ice closes in');
  await hand.press('Tab', 'Control+a');
  await hand.type('May 2019');
  await page.locator('.ghost', { hasText: 'May 2019' }).waitFor();
  await hand.press('Enter');
  await title.getByText('Ice closes in').waitFor();
  await page.getByText('May 2019').first().waitFor();

  // What is around it, into a file.
  await hand.press('f');
  await hand.click(/^Export$/);
  const downloading = page.waitForEvent('download');
  await hand.click(/^Save /);
  const picture = readFileSync(await (await downloading).path(), 'utf8');

  expect(hand.strokes).toBeLessThan(MOST);
  // What was read stays in the collection that the file carries; what is drawn is as corrected.
  const drawn = picture.replace(/<metadata[\s\S]*<\/metadata>/, '');
  expect(drawn).toContain('Ice closes in');
  expect(drawn).not.toContain(third);
  expect(drawn).not.toContain(second);
});
