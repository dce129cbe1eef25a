/**
 * The part of `npm run eval -- offline` in which the browser keeps nothing, or not enough: its storage is switched off by
 * the person, missing, refused, silent, full, deleted under the open page or changed by a newer program. Each time work must
 * go on, the page must say that a file is wanted, and the file must hold what was done. At last two tabs share a timeline.
 */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { ready, saved, watched } from './eval-offline.mjs';

/** A page that ends its own process. */
const CRASH = 'chrome://crash';

/** What a person sets who lets no page keep anything. */
const SWITCHED_OFF = { profile: { default_content_setting_values: { cookies: 2 } } };

const refusing = `Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('refused', 'SecurityError'); } });`;
const missing = `Object.defineProperty(globalThis, 'indexedDB', { value: undefined });`;
/** A request to which nothing ever comes. */
const silent = `
  IDBFactory.prototype.open = function () {
    return Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype);
  };
  IDBFactory.prototype.databases = () => new Promise(() => {});`;
/** As full as a storage can be, which answers as browsers do: when it is to be written. */
const full = `
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...words) {
    if (globalThis.full) throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, words);
  };
  globalThis.full = true;`;

const NOTHING = 'This browser keeps nothing of this page';
const FULL = 'There is no room left to keep this timeline';

/** @param {{file: string, folder: string, faults: string[], told: (line: string) => void}} options */
export async function storage({ file, folder, faults, told }) {
  const cases = [
    { name: 'switched off', prefs: SWITCHED_OFF, says: NOTHING },
    { name: 'refused', script: refusing, says: NOTHING },
    { name: 'missing', script: missing, says: NOTHING },
    { name: 'silent', script: silent, says: 'The storage of this browser does not answer' },
    { name: 'full', script: full, says: FULL },
    { name: 'full by quota', says: FULL, before: shrink },
    { name: 'of a newer program', says: 'A newer Dateline has changed the storage', before: raise },
  ];
  for (const one of cases) {
    const context = await browserOf(folder, one.prefs ?? {});
    try {
      if (one.script) await context.addInitScript(one.script);
      const page = await watched(context, file, faults);
      await page.goto(pathToFileURL(file).href);
      await ready(page);
      if (one.before) await one.before(page);
      const events = await dismiss(page);
      await page.getByRole('alert').getByText(one.says).first().waitFor();
      const more = await dismiss(page);
      const path = join(folder, 'saved.json');
      await saved(page, page.getByRole('alert').getByRole('button', { name: 'Save to a file' }), path);
      const { edits } = JSON.parse(readFileSync(path, 'utf8'));
      const found = edits.filter(({ dismissed }) => dismissed).length;
      if (found !== 2) throw new Error(`the file has ${found} corrections, expected 2`);
      if (more !== events - 1) throw new Error(`found ${more} events, expected ${events - 1}`);
      await page.keyboard.press('z');
      await page.locator('.strip button[title^="Redo: dismiss"]').waitFor();
      await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
      await page.getByText('It could not be kept this time either').waitFor();
      told(`storage ${one.name}: ${one.says}; work goes on, and the file has it`);
    } catch (error) {
      faults.push(`storage ${one.name}: ${error.message}`);
    } finally {
      await context.close();
    }
  }
  await deleted({ file, folder, faults, told });
  await tabs({ file, folder, faults, told });
}

/** A browser with a profile of its own. */
function browserOf(folder, prefs) {
  const profile = mkdtempSync(join(folder, 'profile-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(prefs));
  return chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? undefined,
    args: chromiumArgs,
    offline: true,
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
}

/** Takes the next event off. @returns how many are left. */
async function dismiss(page) {
  await page.keyboard.press('j');
  if ((await page.locator('aside').count()) === 0) await page.keyboard.press('Enter');
  await page.locator('aside').getByRole('button', { name: 'Dismiss' }).click();
  await page.waitForTimeout(100);
  return Number((await page.locator('.counts').innerText()).match(/(\d+) events/)?.[1]);
}

/** Leaves the page no room, whatever it is: Chromium counts in earnest. */
async function shrink(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: 'file://', quotaSize: 1 });
}

/** A newer program comes into the same browser: it opens the database in a version of its own. */
function raise(page) {
  return page.evaluate(
    () =>
      new Promise((done, failed) => {
        const request = indexedDB.open('dateline', 99);
        request.onsuccess = () => {
          request.result.close();
          done();
        };
        request.onerror = () => failed(request.error);
      }),
  );
}

/** The database is deleted under the open page, as when a person clears what pages keep: all is written again. */
async function deleted({ file, folder, faults, told }) {
  const context = await browserOf(folder, {});
  try {
    const page = await watched(context, file, faults);
    await page.goto(pathToFileURL(file).href);
    await ready(page);
    await dismiss(page);
    await page.locator('[data-standing=saved]').waitFor({ state: 'attached' });
    await page.evaluate(
      () =>
        new Promise((done, failed) => {
          const request = indexedDB.deleteDatabase('dateline');
          request.onsuccess = done;
          request.onerror = () => failed(request.error);
        }),
    );
    await dismiss(page);
    await page.locator('[data-standing=saved]').waitFor({ state: 'attached' });
    await page.reload();
    await ready(page);
    await page.keyboard.press('z');
    await page.keyboard.press('z');
    await page.locator('.strip button[title="Nothing to undo"]').waitFor();
    told('storage deleted under the open page: everything is written again');
  } catch (error) {
    faults.push(`storage deleted: ${error.message}`);
  } finally {
    await context.close();
  }
}

/** The second tab of a timeline follows; when the first is closed, and when it dies, the second goes on. */
async function tabs({ file, folder, faults, told }) {
  const context = await browserOf(folder, {});
  const stands = (page, how) => page.locator(`[data-standing=${how}]`).waitFor({ state: 'attached' });
  const open = async () => {
    const page = await watched(context, file, faults);
    await page.goto(pathToFileURL(file).href);
    await ready(page);
    return page;
  };
  try {
    let writing = await open();
    await dismiss(writing);
    await stands(writing, 'saved');
    for (const end of ['closed', 'dead']) {
      const following = await open();
      await stands(following, 'following');
      const left = await dismiss(writing);
      await following.locator('.counts').getByText(`${left} events`).waitFor();
      // It never comes to an end: there is nobody who could answer.
      if (end === 'closed') await writing.close();
      else writing.goto(CRASH).catch(() => {});
      await stands(following, 'saved');
      if ((await dismiss(following)) !== left - 1) throw new Error(`${end}: the second tab changes nothing`);
      await stands(following, 'saved');
      writing = following;
    }
    told('the second tab follows, and goes on when the first is closed or dead');
  } catch (error) {
    faults.push(`two tabs: ${error.message}`);
  } finally {
    await context.close();
  }
}
