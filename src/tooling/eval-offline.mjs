/**
 * `npm run eval -- offline`: does the page in one file work from a disk? Opens `dist/copy/dateline.html` in Chromium from
 * `file://` with the network off. Reads a file of every kind, takes over lists of other programs, and is refused what
 * cannot be read; corrects an event, leaves and comes back; writes every format, opens in a browser of its own what one
 * opens there, and reads again what one reads. Saves a copy with what is open in it and opens that in a browser that has
 * never seen it. Then the storage of the browser is denied, silent, gone and full: see `eval-offline-storage.mjs`. Any
 * complaint of the page, and any request beyond the file itself, is a fault.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { ensureBuilt } from './build.mjs';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { documents, lists, refused } from './eval-offline-files.mjs';
import { storage } from './eval-offline-storage.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, root } from './project.mjs';

/** What a written file begins with, by its format. */
const BEGINS = {
  svg: '<?xml version="1.0"',
  png: '\x89PNG\r\n',
  pdf: '%PDF-1',
  md: '# ',
  html: '<!doctype html>',
  'html-chronology': '<!doctype html>',
  tml: 'PK\x03\x04',
  json: '{\n  "dateline": 2',
  ndjson: '{"id":',
  csv: 'id,',
  parquet: 'PAR1',
  timelinejs: '{',
  ics: 'BEGIN:VCALENDAR\r\n',
};
/** Formats that hold every event (a picture has those that it shows), and what their files are called when they are read again. */
const AGAIN = {
  json: 'again.json',
  html: 'again.html',
  ndjson: 'again.ndjson',
  csv: 'again.csv',
  parquet: 'again.parquet',
  timelinejs: 'again-timelinejs.json',
  ics: 'again.ics',
};
/** Those that know a Dateline collection when they see one; about the others the page asks. */
const ASKED = new Set(['timelinejs', 'ics']);

/** @param {{file: string, told?: (line: string) => void}} options @returns {Promise<string[]>} faults. */
export async function offline({ file, told = () => {} }) {
  const faults = [];
  const folder = mkdtempSync(join(tmpdir(), 'dateline-offline-'));
  const executablePath = findChromium();
  const browser = await chromium.launch({ executablePath, args: chromiumArgs });
  const open = async (path) => {
    const context = await browser.newContext({
      offline: true,
      acceptDownloads: true,
      reducedMotion: 'reduce',
    });
    const page = await watched(context, path, faults);
    await page.goto(pathToFileURL(path).href);
    return page;
  };
  try {
    const page = await open(file);
    await ready(page);
    await readEverything(page, told);
    await correct(page, faults, told);

    await page.getByRole('button', { name: 'Timelines' }).click();
    await page.getByLabel('With this timeline in it').check();
    const copy = join(folder, 'copy.html');
    await saved(page, page.getByRole('button', { name: 'Save a copy that works offline' }), copy);
    await page.keyboard.press('Escape');
    const written = await writeEverything(page, folder, faults);
    told(`${Object.keys(written).length} formats are written`);
    const heading = await page.getByRole('heading', { level: 1 }).textContent();
    const counts = await countsOf(page);
    await nothingRan(page, 'the page');
    await page.context().close();

    const other = await open(copy);
    await ready(other);
    const again = await other.getByRole('heading', { level: 1 }).textContent();
    if (again !== heading) faults.push(`found “${again}” in the copy, expected “${heading}”`);
    await countsAre(other, counts);
    told('a copy of the copy opens with the timeline in it');
    await readAgain(other, written, counts.events, told);
    await nothingRan(other, 'the copy');
    await other.context().close();

    for (const format of ['html', 'html-chronology', 'svg'])
      await lookAt(await open(written[format]), format);
    told('what is to be opened in a browser opens there');
  } catch (error) {
    faults.push(error.message);
  } finally {
    await browser.close();
  }
  try {
    await storage({ file, folder, faults, told });
  } catch (error) {
    faults.push(error.message);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return faults;
}

/** A page that may ask for nothing but itself, and complain of nothing. */
export async function watched(context, path, faults) {
  // A download can be looked at, a file that a person chooses cannot.
  await context.addInitScript('delete globalThis.showSaveFilePicker; delete globalThis.showOpenFilePicker;');
  // Nothing that stands in a document may call it.
  await context.addInitScript('globalThis.ran = 0; globalThis.canary = () => { globalThis.ran++; };');
  const page = await context.newPage();
  page.on('request', (request) => {
    const known =
      request.url().split('#')[0] === pathToFileURL(path).href || /^(?:blob|data):/.test(request.url());
    if (!known) faults.push(`asked for ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  return page;
}

export async function ready(page) {
  await page.locator('[data-standing]').waitFor({ state: 'attached' });
  await page.locator('#event-list [role=treeitem]').first().waitFor({ state: 'attached' });
}

/** Waits for a download. */
export async function saved(page, button, path) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  writeFileSync(path, readFileSync(await download.path()));
}

/** Lets a file fall on the page, as from a folder. */
function drop(page, name, bytes) {
  return page.evaluate(
    ([name, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }),
        );
      }
    },
    [name, Buffer.from(bytes).toString('base64')],
  );
}

async function countsOf(page) {
  const [documents = 0, events = 0] = (
    (await page.locator('.counts').innerText()).match(/[\d,]+/g) ?? []
  ).map((digits) => Number(digits.replaceAll(',', '')));
  return { documents, events };
}

/** Waits until the page counts so many; what is not said may be as it likes. */
async function countsAre(page, { documents, events }, what = '') {
  const wanted = JSON.stringify({ documents, events });
  for (const end = Date.now() + 30_000; ; ) {
    const found = await countsOf(page);
    const same =
      (documents === undefined || found.documents === documents) &&
      (events === undefined || found.events === events);
    if (same) return;
    if (Date.now() > end) {
      const notices = await page.locator('.stack').innerText();
      throw new Error(`${what}: found ${JSON.stringify(found)}, expected ${wanted}. ${notices}`);
    }
    await page.waitForTimeout(50);
  }
}

async function noComplaint(page, what) {
  const [notice] = await page.locator('.card.bad').allInnerTexts();
  if (notice !== undefined) throw new Error(`${what}: the page complains: ${notice}`);
}

/** Documents, lists of other programs, and what is neither. */
async function readEverything(page, told) {
  let [documentsNow, eventsNow] = [0, 0];
  for (const [name, bytes] of Object.entries(documents())) {
    await drop(page, name, bytes);
    documentsNow += name.endsWith('.zip') ? 2 : 1;
    await countsAre(page, { documents: documentsNow }, name);
    await noComplaint(page, name);
    const { events } = await countsOf(page);
    if (events < eventsNow + 3) throw new Error(`${name}: found ${events - eventsNow} events, expected 3`);
    eventsNow = events;
  }
  told(`${documentsNow} documents of ${Object.keys(documents()).length} kinds are read: ${eventsNow} events`);
  for (const [name, bytes] of Object.entries(lists())) {
    await take(page, name, bytes);
    await page.waitForFunction((before) => {
      const [, events] = document.querySelector('.counts')?.textContent?.match(/[\d,]+/g) ?? [];
      return Number(events?.replaceAll(',', '')) > before;
    }, eventsNow);
    await noComplaint(page, name);
    eventsNow = (await countsOf(page)).events;
  }
  told(`lists of other programs are taken over: ${Object.keys(lists()).join(', ')}`);
  for (const [name, bytes] of Object.entries(refused())) {
    await drop(page, name, bytes);
    const card = page.locator('.card.bad').filter({ hasText: name });
    await card.waitFor();
    const line = await card.locator('.line').first().innerText();
    if (!/found|expected/.test(line)) throw new Error(`${name}: found “${line}”, expected a reason`);
    await card.getByRole('button').click();
  }
  await countsAre(page, { events: eventsNow }, 'what was refused');
  told(`refused with a reason: ${Object.keys(refused()).join(', ')}`);
}

/** Answers what the page asks about a list. */
async function take(page, name, bytes, where) {
  await drop(page, name, bytes);
  const dialog = page.getByRole('dialog');
  if (where) await dialog.locator(`input[value=${where}]`).check();
  await dialog.locator('button.primary:enabled').click();
  await dialog.waitFor({ state: 'detached' });
}

/** A correction that is there again when one comes back. */
async function correct(page, faults, told) {
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
}

/** @returns paths of a file in each format. */
async function writeEverything(page, folder, faults) {
  const written = {};
  for (const [format, begins] of Object.entries(BEGINS)) {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator(`input[value="${format}"]`).check();
    const path = join(
      folder,
      `written-${format}${/html|svg/.exec(format) ? `.${/html|svg/.exec(format)[0]}` : ''}`,
    );
    await saved(page, dialog.locator('button.primary:enabled'), path);
    const head = readFileSync(path).subarray(0, 200).toString('latin1');
    if (!head.startsWith(begins))
      faults.push(
        `${format}: found ${JSON.stringify(head.slice(0, 40))}, expected ${JSON.stringify(begins)}`,
      );
    written[format] = path;
    if (await dialog.isVisible()) await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  return written;
}

/** What was written is opened in place of what is open. */
async function readAgain(page, written, events, told) {
  for (const [format, name] of Object.entries(AGAIN)) {
    const bytes = readFileSync(written[format]);
    await page.getByRole('button', { name: 'Timelines' }).click();
    await page.getByRole('button', { name: 'The sample' }).click();
    await page.getByRole('heading', { level: 1, name: /sample/i }).waitFor();
    if (ASKED.has(format)) await take(page, name, bytes, 'new');
    else await drop(page, name, bytes);
    await countsAre(page, { events }, `${format}, read again`);
    await noComplaint(page, name);
  }
  told(`written and read again with ${events} events: ${Object.keys(AGAIN).join(', ')}`);
}

/** A file as whoever gets it sees it. */
async function lookAt(page, format) {
  await page.getByText('The well was opened').first().waitFor({ state: 'attached' });
  await nothingRan(page, format);
  await page.context().close();
}

async function nothingRan(page, where) {
  if ((await page.evaluate('globalThis.ran')) !== 0)
    throw new Error(`${where}: a text of a document has run`);
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
