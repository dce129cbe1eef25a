/**
 * `npm run screenshots`: pictures of the built page with the sample, for the README: `tests/gallery/app.png` with the
 * panel of an event, `app-dark.png` and `app-phone.png`.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ensureBuilt } from './build.mjs';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { fail, root } from './project.mjs';
import { serve } from './serve.mjs';

const SHOTS = [
  { name: 'app', width: 1440, height: 900, colorScheme: 'light', panel: true },
  { name: 'app-dark', width: 1440, height: 900, colorScheme: 'dark', panel: false },
  { name: 'app-phone', width: 390, height: 844, colorScheme: 'light', panel: false },
];
/** Pictures in a repository are better small, bytes. */
const MOST = 300_000;

await ensureBuilt(['app']);
const executablePath = findChromium();
if (!executablePath) fail('found no Chromium; set CHROMIUM_PATH');
const server = await serve({ folder: join(root, 'dist/app'), port: 0 });
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
for (const { name, width, height, colorScheme, panel } of SHOTS) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  await page.goto(`http://127.0.0.1:${server.port}/`);
  await page.locator('#event-list [role=treeitem]').first().waitFor({ state: 'attached' });
  if (panel) {
    const view = new URLSearchParams(await hashOf(page)).get('view');
    await page.goto(`http://127.0.0.1:${server.port}/#view=${view}&event=${telling(view)}`);
    await page.reload();
    await page.locator('aside').waitFor();
  }
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
  const path = join(root, 'tests/gallery', `${name}.png`);
  await page.screenshot({ path });
  await page.close();
  const { size } = statSync(path);
  console.log(`tests/gallery/${name}.png  ${Math.round(size / 1000)} kB`);
  if (size > MOST) fail(`${name}.png has ${size} bytes, expected ${MOST} at most`);
}
await browser.close();
await server.close();

/** What the page says it shows, once it does. */
async function hashOf(page) {
  await page.waitForFunction(() => location.hash.includes('view='));
  return new URL(page.url()).hash.slice(1);
}

/** The event in view that has most to tell: passages of several documents, actors, a place. */
function telling(view) {
  const [start = 0, end = 0] = (view ?? '').split(',').map(Number);
  const { events } = JSON.parse(readFileSync(join(root, 'dist/app/sample.json'), 'utf8'));
  const middle = (end - start) * 0.25;
  const worth = (event) =>
    3 * new Set(event.sources.map((source) => source.document)).size +
    event.sources.length +
    Math.min(event.actors.length, 3) +
    (event.place ? 1 : 0) +
    event.salience;
  const seen = events.filter(({ time }) => time.start > start + middle && time.end < end - middle);
  return seen.sort((a, b) => worth(b) - worth(a))[0]?.id ?? events[0].id;
}
