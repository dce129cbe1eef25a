import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Collection, Edit } from '../../src/model/collection.ts';
import type { TimelineEvent } from '../../src/model/event.ts';
import { parseCollection } from '../../src/model/parse.ts';
import { when } from '../../src/model/when.ts';
import { chromiumArgs, findChromium } from '../../src/tooling/chromium.mjs';
import { root } from '../../src/tooling/project.mjs';
import { serve } from '../../src/tooling/serve.mjs';
import { INJECTIONS } from './injections.ts';

const folder = process.env.DATELINE_APP ?? join(root, 'dist/app');
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: chromiumArgs,
  });
}, 60_000);
afterAll(() => browser.close());

/** A collection in which every text is one that wants to run. */
function wicked(): Collection {
  const texts = INJECTIONS;
  const at = (i: number): string => texts[i % texts.length] as string;
  const text = texts.join('\n\n');
  let start = 0;
  const events = texts.map((words, i): TimelineEvent => {
    const event: TimelineEvent = {
      id: `e${i} ${words}`,
      title: words,
      category: `k${i % 5}`,
      status: 'happened',
      time: {
        ...when(String(1900 + (i % 100)), 'relative'),
        alternatives: [{ edtf: '1850', reason: words }],
      },
      confidence: i % 3 === 0 ? 0.4 : 0.9,
      salience: (i % 10) / 10,
      actors: [words, at(i + 1)],
      place: at(i + 2),
      figures: [{ label: words, value: i + 1, unit: at(i + 3), period: null }],
      sources: [
        {
          document: `d ${at(0)}`,
          start,
          end: start + words.length,
          quote: words,
          mention: { start, end: start + words.length, text: words, how: words },
        },
      ],
    };
    start += words.length + 2;
    return event;
  });
  return {
    dateline: 2,
    name: at(2),
    documents: [
      {
        id: `d ${at(0)}`,
        name: at(1),
        title: at(4),
        text,
        format: 'text',
        date: { edtf: '1999', origin: 'printed', reason: at(5) },
      },
    ],
    events,
    categories: Array.from({ length: 5 }, (_, i) => ({
      key: `k${i}`,
      name: at(i * 7),
      about: at(i * 11),
      colour: '#3e6fb5',
      terms: {},
    })),
    edits: [
      { kind: 'event', event: events[1]!.id, note: at(9), title: at(10) },
      ...texts.map(
        (term, i): Edit => ({ kind: 'rule', id: `r${i}`, order: i, term, where: 'title', status: 'planned' }),
      ),
      ...texts.map((note, i): Edit => ({ kind: 'story', id: `s${i}`, order: i, event: events[i]!.id, note })),
    ],
    problems: [{ code: 'file/x', message: at(13), at: at(14), level: 'kept-out' }],
  };
}

/** Runs in the page: keeps timelines of these names in the browser. */
function listed(names: readonly string[]): Promise<void> {
  return new Promise((done, failed) => {
    const request = indexedDB.open('dateline');
    request.onerror = () => failed(request.error);
    request.onsuccess = () => {
      const db = request.result;
      const at = db.transaction('kept', 'readwrite');
      names.forEach((name, i) => {
        const times = { created: i, changed: i, opened: i };
        const counts = { documents: 0, events: 0, size: 0, steps: 0, done: 0, read: 0 };
        at.objectStore('kept').put({ id: `n${i}`, name, ...times, ...counts, writer: '' });
      });
      at.oncomplete = () => {
        db.close();
        done();
      };
      at.onabort = () => failed(at.error);
    };
  });
}

/** Puts up the canary and writes down what a page asks of anybody but its own server. */
async function watched(own: string): Promise<{ page: Page; abroad: string[]; ran: () => Promise<number> }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true });
  await context.addInitScript('globalThis.ran = 0; globalThis.canary = () => { globalThis.ran++; };');
  const page = await context.newPage();
  const abroad: string[] = [];
  page.on('dialog', (dialog) => {
    abroad.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(?:blob|data|about):/.test(url)) abroad.push(url);
  });
  return { page, abroad, ran: () => page.evaluate('globalThis.ran') as Promise<number> };
}

test('no text of a document or a saved file runs: on the page, in its files', async () => {
  expect(new Set(INJECTIONS).size).toBeGreaterThanOrEqual(150);
  const collection = wicked();
  expect(parseCollection(collection).problems).toEqual([]);
  const server = await serve({ folder, port: 0, opened: JSON.stringify(collection), policy: true });
  try {
    const { page, abroad, ran } = await watched(`http://127.0.0.1:${server.port}/`);
    await page.goto(`http://127.0.0.1:${server.port}/`);
    await page.locator('[data-standing]').waitFor({ state: 'attached' });
    await page.locator('#event-list [role=treeitem]').first().waitFor({ state: 'attached' });
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('j');
      if (i === 0) await page.keyboard.press('Enter');
    }
    await page.locator('aside').getByRole('button', { name: 'Confirm' }).waitFor();
    const box = await page.locator('.surface canvas').boundingBox();
    for (let i = 1; i < 8; i++) await page.mouse.move(box!.x + (box!.width * i) / 8, box!.y + 120 + 20 * i);
    await page.getByRole('button', { name: 'Documents', exact: true }).click();
    await expect.poll(() => page.locator('aside').innerText()).toContain('canary()');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    const notes = page.locator('aside textarea');
    await expect.poll(() => notes.count()).toBe(INJECTIONS.length);
    await page.getByRole('button', { name: /^Correct/ }).click();
    await page.getByRole('button', { name: /^Corrections/ }).click();
    await expect.poll(() => page.getByRole('dialog').innerText()).toContain(INJECTIONS.at(-1));
    await page.keyboard.press('Escape');
    await page.evaluate(listed, INJECTIONS);
    await page.getByRole('button', { name: 'Timelines' }).click();
    await expect.poll(() => page.getByRole('dialog').innerText()).toContain(INJECTIONS.at(-1));
    await page.getByRole('button', { name: 'Rename' }).first().click();
    await page.keyboard.press('Escape');
    // Saved as files, each opened by itself as whoever gets it would.
    for (const format of ['svg', 'html', 'html-chronology', 'md']) {
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator(`input[value=${format}], select:has(option[value=${format}])`).first().waitFor();
      const radio = dialog.locator(`input[value=${format}]`);
      if ((await radio.count()) > 0) await radio.check();
      else await dialog.locator('select').first().selectOption(format);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        dialog.locator('button.primary').click(),
      ]);
      const content = readFileSync(await file.path());
      if (format === 'md') continue;
      const away = await watched('http://exported.invalid/');
      const type = format === 'svg' ? 'image/svg+xml' : 'text/html; charset=utf-8';
      await away.page.route('http://exported.invalid/**', (route) =>
        route.fulfill({ body: content, contentType: type }),
      );
      await away.page.goto('http://exported.invalid/file');
      await away.page.waitForTimeout(150);
      if (format === 'html') {
        await away.page.getByRole('button', { name: 'Story' }).click();
        for (let i = 0; i < 12; i++) await away.page.keyboard.press('j');
        expect(await away.page.locator('.note').textContent()).toBe(INJECTIONS[12]);
      }
      expect([format, await away.ran(), away.abroad]).toEqual([format, 0, []]);
      await away.page.context().close();
    }
    expect(await ran()).toBe(0);
    expect(abroad).toEqual([]);
    await page.context().close();
  } finally {
    await server.close();
  }
});

test('the page runs no script but its own, opens no frame and asks nobody else', async () => {
  const server = await serve({ folder, port: 0 });
  const other = await serve({ folder, port: 0 });
  try {
    const { page } = await watched(`http://127.0.0.1:${server.port}/`);
    await page.goto(`http://127.0.0.1:${server.port}/`);
    const tried = await page.evaluate(async (elsewhere) => {
      const refused: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
      const inline = document.createElement('script');
      inline.textContent = 'canary()';
      document.head.append(inline);
      const frame = document.createElement('iframe');
      frame.src = `${elsewhere}index.html`;
      document.body.append(frame);
      const image = new Image();
      image.src = `${elsewhere}icon.svg`;
      const asked = await fetch(`${elsewhere}sample.json`).then(
        () => 'answered',
        () => 'refused',
      );
      // As text, which is a script like any other.
      setTimeout('canary()');
      await new Promise((done) => setTimeout(done, 100));
      return { refused: [...new Set(refused)].sort(), asked };
    }, `http://127.0.0.1:${other.port}/`);
    expect(tried).toEqual({
      refused: ['connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-elem'],
      asked: 'refused',
    });
    expect(await page.evaluate('globalThis.ran')).toBe(0);
    await page.context().close();
  } finally {
    await server.close();
    await other.close();
  }
});
