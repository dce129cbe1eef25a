/**
 * `npm run eval -- offline`: does the page in one file work from a disk? Opens `dist/copy/dateline.html` in Chromium from
 * `file://` with the network off, reads documents of every kind the tests can make, corrects an event, leaves and comes
 * back, paints a PNG, then saves a copy with what is open in it and opens that in a browser that has never seen it. Any
 * complaint of the page, and any request beyond the file itself, is a fault.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { ensureBuilt } from './build.mjs';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, root } from './project.mjs';

const TEXT = `Minutes of the parish

The parish bought the meadow on 3 May 2011. Work on the well began in August 2012.
The well was opened on 14 June 2014. In 2016 a flood damaged the pump.
`;

/** What is read, by its name. */
const FILES = {
  'minutes.txt': TEXT,
  'mill.md': '# The mill\n\nThe mill was sold on 4 April 1911. It burned on 2 May 1921.\n',
  'quay.html': '<html><body><h1>Quay</h1><p>On 7 June 1931 the town opened the new quay.</p></body></html>',
};

/** @param {{file: string, told?: (line: string) => void}} options @returns {Promise<string[]>} faults. */
export async function offline({ file, told = () => {} }) {
  const faults = [];
  const folder = mkdtempSync(join(tmpdir(), 'dateline-offline-'));
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
  const open = async (path) => {
    const context = await browser.newContext({
      offline: true,
      acceptDownloads: true,
      reducedMotion: 'reduce',
    });
    // A download can be looked at, a file that a person chooses cannot.
    await context.addInitScript('delete globalThis.showSaveFilePicker');
    const page = await context.newPage();
    page.on('request', (request) => {
      const known =
        request.url().split('#')[0] === pathToFileURL(path).href || /^(?:blob|data):/.test(request.url());
      if (!known) faults.push(`asked for ${request.url()}`);
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(pathToFileURL(path).href);
    await ready(page);
    return page;
  };
  try {
    const page = await open(file);
    await page.evaluate((files) => {
      const data = new DataTransfer();
      for (const [name, text] of Object.entries(files)) data.items.add(new File([text], name));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }),
        );
      }
    }, FILES);
    await page.getByText(/events from 3 documents/).waitFor();
    told('documents are read');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('aside').getByRole('button', { name: 'Dismiss' }).click();
    await page.locator('[data-standing=saved]').waitFor({ state: 'attached' });
    const undo = () => page.locator('.strip button').first().getAttribute('title');
    const before = await undo();
    await page.reload();
    await ready(page);
    if ((await undo()) !== before) faults.push(`found “${await undo()}”, expected “${before}” to be kept`);
    told(`kept over a reload: ${before}`);

    await page.getByRole('button', { name: 'Timelines' }).click();
    const label = page.getByLabel('With this timeline in it');
    await label.check();
    const copy = join(folder, 'copy.html');
    await saved(page, page.getByRole('button', { name: 'Save a copy that works offline' }), copy);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export' }).click();
    const png = join(folder, 'picture.png');
    await page.getByText('PNG', { exact: true }).first().click();
    await saved(page, page.locator('dialog button.primary').last(), png);
    if (readFileSync(png).readUInt32BE(0) !== 0x89504e47) faults.push('found no PNG');
    told('a picture is painted');
    const heading = await page.getByRole('heading', { level: 1 }).textContent();
    await page.context().close();

    const other = await open(copy);
    const again = await other.getByRole('heading', { level: 1 }).textContent();
    if (again !== heading) faults.push(`found “${again}” in the copy, expected “${heading}”`);
    await other.getByText('3 documents').waitFor();
    told('a copy of the copy opens with the timeline in it');
  } catch (error) {
    faults.push(error.message);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return faults;
}

async function ready(page) {
  await page.locator('[data-standing]').waitFor({ state: 'attached' });
  await page.locator('#event-list [role=treeitem]').first().waitFor({ state: 'attached' });
}

async function saved(page, button, path) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  writeFileSync(path, readFileSync(await download.path()));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureInstalled();
  const file = process.env.DATELINE_COPY ?? join(root, 'dist/copy/dateline.html');
  if (!process.env.DATELINE_COPY) await ensureBuilt(['copy']).catch(fail);
  const faults = await offline({ file, told: console.log });
  for (const fault of faults) console.error(fault);
  console.log(
    `The page in one file: ${(statSync(file).size / 1e6).toFixed(1)} MB, ${faults.length} faults from a disk without a network.`,
  );
  process.exit(faults.length > 0 ? 1 : 0);
}
