import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumArgs, findChromium } from '../../src/tooling/chromium.mjs';
import { Browse, chartBox, settled, viewOf } from './browse.ts';
import { violations } from './faults.ts';
import { harbour } from './harbour.ts';

let browse: Browse;
beforeAll(async () => {
  const { events, ...rest } = harbour();
  // One of them is told from right to left.
  const mixed = events.map((event) =>
    event.id === 'harbour-8' ? { ...event, title: 'افتتاح خط العبّارات', place: 'آرهوس' } : event,
  );
  browse = await Browse.start(JSON.stringify({ ...rest, events: mixed }));
}, 120_000);
afterAll(() => browse.stop());

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** What reaches beyond the window, by its tag and class. */
const outside = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('header *, aside *, .bar > *, dialog *')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        const hidden = element.closest('.visually-hidden, .row, .wide, textarea, select') !== null;
        return width > 0 && !hidden && (left < -1 || right > window.innerWidth + 1);
      })
      .map((element) => `${element.tagName} ${element.className}`),
  );

test('a phone in German has no violation either, in the dark, with its sheet and its filters', async () => {
  const { page } = await browse.visit('', { ...PHONE, colorScheme: 'dark', locale: 'de-DE' });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Prüfen 2' }).click();
  await page.locator('#panel-title').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByLabel('Von', { exact: true }).fill('März 2019');
  await page.keyboard.press('Tab');
  await page.getByText('8 Ereignisse von 8 zu sehen.').waitFor({ state: 'attached' });
  expect(await page.getByLabel('Von', { exact: true }).inputValue()).toBe('März 2019');
  expect(await violations(page)).toEqual([]);
  expect(await outside(page)).toEqual([]);
});

test('a title is set in its own direction, wherever it stands', async () => {
  const { page } = await browse.visit('#event=harbour-8');
  const title = page.locator('#panel-title');
  await title.waitFor();
  const direction = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  expect(await direction('#panel-title')).toBe('rtl');
  expect(await direction('.pills .place')).toBe('rtl');
  expect(await direction('#event-list [data-event=harbour-8] bdi')).toBe('rtl');
  expect(await direction('blockquote p')).toBe('ltr');
});

test('where the system forces colours the picture takes them, and what is pressed is told without colour', async () => {
  const { page } = await browse.visit('', { forcedColors: 'active', colorScheme: 'dark' });
  const seen = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.cssText = 'forced-color-adjust: none; color: Canvas; background: CanvasText';
    const { color, backgroundColor } = getComputedStyle(probe);
    probe.remove();
    const canvas = document.querySelector('canvas')!;
    const context = canvas.getContext('2d')!;
    const [r, g, b] = context.getImageData(3, 3, 1, 1).data;
    const { borderStyle } = getComputedStyle(document.querySelector('.chip')!);
    return { paper: `rgb(${r}, ${g}, ${b})`, canvas: color, ink: backgroundColor, pressed: borderStyle };
  });
  expect(seen.paper).toBe(seen.canvas);
  expect(seen.pressed).toBe('solid');
  await page.locator('.chip').first().click();
  expect(
    await page
      .locator('.chip')
      .first()
      .evaluate((chip) => getComputedStyle(chip).borderStyle),
  ).toBe('dashed');
  expect(await violations(page)).toEqual([]);
});

test('text of twice the size is whole, in the page and in the picture', async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('found no Chromium; set CHROMIUM_PATH');
  const folder = mkdtempSync(join(tmpdir(), 'dateline-text-'));
  mkdirSync(join(folder, 'Default'));
  const preferences = { webkit: { webprefs: { default_font_size: 32 } } };
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: chromiumArgs,
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(`${browse.address}#event=harbour-1`);
    await page.locator('#panel-title').waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('28px');
    // Lines are as high as their letters, and nothing leaves the window.
    const tight = await page.evaluate(() =>
      [...document.querySelectorAll('header *, aside *, .bar *')]
        .filter((element) => element.childElementCount === 0 && element.textContent?.trim())
        .map((element) => getComputedStyle(element))
        .filter((style) => Number.parseFloat(style.lineHeight) < Number.parseFloat(style.fontSize) * 1.15)
        .map((style) => `${style.fontSize} ${style.lineHeight}`),
    );
    expect(tight).toEqual([]);
    expect(await outside(page)).toEqual([]);
    // Two pixels of the canvas for one of the picture's own.
    const ratio = await page.locator('.surface canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { a } = canvas.getContext('2d')!.getTransform();
      return [a, canvas.width / canvas.getBoundingClientRect().width];
    });
    expect(ratio).toEqual([2, 1]);
    await page.keyboard.press('Escape');
    // A place is still where the pointer is.
    const before = await viewOf(page);
    const box = await chartBox(page);
    await page.mouse.move(box.x + box.width - 33, box.y + 200);
    await page.mouse.wheel(0, -300);
    const after = await viewOf(page);
    expect(Math.abs(after.end - before.end)).toBeLessThan(before.length * 0.02);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a page around it scrolls on, by wheel and by finger, until the chart has the focus', async () => {
  const around = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(
      `<!doctype html><meta name="viewport" content="width=device-width"><title>Around</title><p style="height:300px">Above</p>
      <iframe src="${browse.address}" width="360" height="600"></iframe><p style="height:3000px">Below</p>`,
    );
  });
  await new Promise<void>((done) => around.listen(0, '127.0.0.1', done));
  const { page } = await browse.visit('', { ...PHONE, own: true });
  try {
    await page.goto(`http://127.0.0.1:${(around.address() as AddressInfo).port}/`);
    const frame = page.frames()[1]!;
    await frame.locator('#event-list [role=treeitem]').first().waitFor({ state: 'attached' });
    const length = () => frame.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('view'));
    await expect.poll(length).not.toBeNull();
    const view = await length();
    const scrolled = () => page.evaluate(() => scrollY);
    const client = await page.context().newCDPSession(page);
    await client.send('Input.synthesizeScrollGesture', { x: 200, y: 500, yDistance: -150, speed: 3000 });
    await expect.poll(scrolled).toBeGreaterThan(80);
    expect(await length()).toBe(view);
    const byFinger = await scrolled();
    await page.mouse.move(200, 400);
    await page.mouse.wheel(0, 60);
    await expect.poll(scrolled).toBeGreaterThan(byFinger + 30);
    expect(await length()).toBe(view);
    // A click gives the chart the focus: from now on the wheel is its own.
    await page.mouse.click(200, 300);
    const byWheel = await scrolled();
    await page.mouse.wheel(0, -200);
    await expect.poll(length).not.toBe(view);
    expect(await scrolled()).toBe(byWheel);
  } finally {
    await page.context().close();
    around.closeAllConnections();
    around.close();
  }
});

test('many events in many lanes make the document no larger than it has to be', async () => {
  const { page } = await browse.visit('', { own: true });
  const small = harbour();
  const events = Array.from({ length: 2400 }, (_, i) => {
    const event = small.events[i % small.events.length]!;
    return {
      ...event,
      id: `many-${i}`,
      category: `kind-${i % 60}`,
      actors: [`Actor ${i % 200}`],
      place: `Quay ${i % 90}`,
    };
  });
  const categories = Array.from({ length: 60 }, (_, i) => ({
    ...small.categories[0]!,
    key: `kind-${i}`,
    name: `Kind ${i}`,
  }));
  try {
    await page.route('**/opened.json', (route) => route.fulfill({ json: { ...small, events, categories } }));
    await page.reload();
    await page.locator('#event-list [role=treeitem]').first().waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    for (const name of ['Actors', 'Places']) await page.locator('summary').getByText(name).click();
    await page.getByLabel('Actor 1', { exact: false }).first().waitFor();
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(1500);
    await page.keyboard.press('Escape');
    await page.locator('#event-list').focus();
    await page.keyboard.press('End');
    const item = page.locator(
      `[id="${await page.locator('#event-list').getAttribute('aria-activedescendant')}"]`,
    );
    expect([await item.getAttribute('aria-posinset'), await item.getAttribute('aria-setsize')]).toEqual([
      '40',
      '40',
    ]);
  } finally {
    await page.context().close();
  }
});

test('a picture that grows downwards is previewed at its full width', async () => {
  const { page } = await browse.visit('', { locale: 'de-DE' });
  await page.getByRole('button', { name: 'Exportieren' }).click();
  await page.getByRole('radio', { name: 'Abwärts' }).check();
  await page.getByLabel('Breite, px').fill('300');
  const preview = page.getByRole('region', { name: 'Vorschau' });
  await expect
    .poll(() =>
      preview.evaluate((box) => [
        box.scrollHeight > box.clientHeight * 1.5,
        box.querySelector('img')!.clientWidth === box.clientWidth,
      ]),
    )
    .toEqual([true, true]);
  await page.keyboard.press('Escape');
  await settled(page);
});
