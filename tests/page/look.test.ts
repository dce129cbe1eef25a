import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browse, chartBox, chip, settled, shownEvents, viewOf } from './browse.ts';
import { violations } from './faults.ts';
import { harbour } from './harbour.ts';

let browse: Browse;
beforeAll(async () => {
  browse = await Browse.start();
}, 120_000);
afterAll(() => browse.stop());

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test('nothing stands in anybody’s way: chart, panel, form, document, dialogs, filters', async () => {
    const { page, complaints } = await browse.visit('', { colorScheme });
    // What is there is the same in both; only its colours are others.
    const rules = colorScheme === 'dark' ? ['color-contrast'] : [];
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(colorScheme);
    expect(await violations(page, { rules })).toEqual([]);
    await chip(page, 'Storms, 2 events').click();
    await page.getByRole('button', { name: 'Review 2' }).click();
    expect(await violations(page, { part: 'aside', rules })).toEqual([]);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Date, in words or as EDTF').fill('soon');
    expect(await violations(page, { part: 'aside', rules })).toEqual([]);
    await page.getByTitle('Open the document at this passage').click();
    expect(await violations(page, { part: 'aside', rules })).toEqual([]);
    for (const name of ['Add documents', 'Export', 'All keys']) {
      await page.getByRole('button', { name }).first().click();
      await page.getByRole('dialog').waitFor();
      expect(await violations(page, { part: 'dialog', rules })).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Filter' }).click();
    expect(await violations(page, { part: ':popover-open', rules })).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('a long name and the search field give way before the counts, at any width', async () => {
  const long = {
    ...harbour(),
    name: 'Everything the harbour office has written down since the war '.repeat(3),
  };
  const { page } = await browse.visit('', { own: true });
  try {
    await page.route('**/opened.json', (route) => route.fulfill({ json: long }));
    await page.reload();
    await page.getByText('Everything the harbour office').waitFor();
    for (const width of [1440, 1200, 1000]) {
      await page.setViewportSize({ width, height: 800 });
      const [name, counts, search] = await Promise.all(
        ['h1', '.counts', '.search'].map((part) => page.locator(part).boundingBox()),
      );
      const whole = await page.locator('.counts').evaluate((p) => p.scrollWidth - p.clientWidth);
      expect(whole).toBeLessThanOrEqual(0);
      expect(name!.x + name!.width).toBeLessThanOrEqual(counts!.x);
      expect(counts!.x + counts!.width).toBeLessThanOrEqual(search!.x);
      expect(search!.width).toBeLessThan(160);
    }
  } finally {
    await page.context().close();
  }
});

test('a phone has it all on one screen, without scroll bars of the page', async () => {
  const { page } = await browse.visit('', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const overflow = () =>
    page.evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
      return [scrollWidth - clientWidth, scrollHeight - clientHeight];
    });
  expect(await overflow()).toEqual([0, 0]);
  for (const name of ['Add documents', 'Documents', 'Review 2', 'Export', 'Filter']) {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox();
    expect(box, name).not.toBeNull();
    expect(box!.x + box!.width, name).toBeLessThanOrEqual(390);
    expect(box!.height, name).toBeGreaterThanOrEqual(32);
  }
  const before = await viewOf(page);
  await page.getByRole('button', { name: 'Review 2' }).click();
  await settled(page);
  const sheet = (await page.locator('aside').boundingBox())!;
  expect([sheet.x, Math.round(sheet.width), Math.round(sheet.y + sheet.height)]).toEqual([0, 390, 844]);
  expect(sheet.y).toBeGreaterThan(250);
  // The chart has made way for the event to be seen: what rings it is above the sheet.
  const shift = await page
    .locator('.surface')
    .evaluate((surface) => new DOMMatrix(getComputedStyle(surface).transform).m42);
  expect(shift).toBeLessThanOrEqual(0);
  expect(await overflow()).toEqual([0, 0]);
  expect((await viewOf(page)).length).toBeCloseTo(before.length, 0);
  expect(await violations(page)).toEqual([]);
});

test('two fingers zoom, and what is between them stays there', async () => {
  const { page } = await browse.visit('#time=right', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const before = await viewOf(page);
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y: 400, id })) });
  await touch('touchStart', 170);
  await touch('touchStart', 170, 220);
  for (let i = 1; i <= 5; i++) await touch('touchMove', 170 - i * 5, 220 + i * 5);
  await touch('touchEnd');
  const after = await viewOf(page);
  expect(after.length / before.length).toBeCloseTo(0.5, 1);
  const middle = ({ start, end }: typeof before) => (start + end) / 2;
  expect(Math.abs(middle(after) - middle(before))).toBeLessThan(before.length * 0.05);
});

test('two taps zoom in once, where they were, and one alone does not', async () => {
  const { page } = await browse.visit('', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const before = await viewOf(page);
  const { x, y, width } = await chartBox(page);
  const at = [x + width / 2, y + 20] as const;
  await page.touchscreen.tap(...at);
  expect(await viewOf(page)).toEqual(before);
  await page.waitForTimeout(500);
  await page.touchscreen.tap(...at);
  await page.touchscreen.tap(...at);
  await page.waitForTimeout(400);
  expect((await viewOf(page)).length / before.length).toBeCloseTo(0.5, 2);
});

test('follows the chosen theme and remembers it', async () => {
  const { page } = await browse.visit('', { own: true });
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await page.reload();
  await page.locator('#event-list').waitFor({ state: 'attached' });
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
});

test('speaks the browser’s language, and remembers another that is chosen', async () => {
  const { page } = await browse.visit('', { locale: 'de-AT', own: true });
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  await page.getByRole('button', { name: 'Exportieren' }).waitFor();
  await page.keyboard.press('?');
  await page.getByLabel('Sprache').selectOption('en');
  await page.getByRole('heading', { name: 'All keys' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Export', exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
});

test('moves in 180 ms, and at once for those who want less motion', async () => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const { page } = await browse.visit('', { reducedMotion });
    const frames = await page.evaluate(async () => {
      const canvas = document.querySelector('canvas')!;
      const context = canvas.getContext('2d')!;
      let painted = 0;
      const fill = context.fillRect.bind(context);
      context.fillRect = (...box) => {
        if (box[0] === 0 && box[1] === 0) painted++;
        fill(...box);
      };
      window.dispatchEvent(new KeyboardEvent('keydown', { key: '+' }));
      await new Promise((done) => setTimeout(done, 400));
      return painted;
    });
    if (reducedMotion === 'reduce') expect(frames).toBeLessThanOrEqual(2);
    else expect(frames).toBeGreaterThan(3);
  }
});

test('asks nobody else, and says so when the collection it was told of is elsewhere', async () => {
  const { page, abroad } = await browse.visit('#event=harbour-8', { own: true });
  await page.getByRole('button', { name: 'Documents', exact: true }).click();
  await settled(page);
  expect(abroad).toEqual([]);
  expect(await shownEvents(page)).toBe(8);
  await page.route('**/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('./opened.json', 'https://elsewhere.example/opened.json');
    await route.fulfill({ response, body });
  });
  await page.reload();
  await page.getByText('It lies on another host').waitFor();
  expect(abroad).toEqual([]);
});

test('a phone on which time runs to the right keeps the axis above the lanes that make way', async () => {
  const { page } = await browse.visit('#time=right', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.getByRole('button', { name: 'Review 2' }).click();
  await settled(page);
  const axis = await page.locator('canvas.axis').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const { top } = canvas.getBoundingClientRect();
    return {
      below: top - canvas.closest('section')!.getBoundingClientRect().top,
      colours: new Set(new Uint32Array(data.buffer)).size,
    };
  });
  expect(axis.below).toBe(0);
  expect(axis.colours).toBeGreaterThan(10);
});

test('a wide page in German has no violation, to the right and downwards', async () => {
  const { page, complaints } = await browse.visit('#event=harbour-3', { locale: 'de-DE' });
  await page.locator('#panel-title').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('v');
  await page.getByRole('button', { name: 'Spuren: Kategorie' }).click();
  await page.getByRole('radio', { name: 'Abwärts' }).waitFor({ state: 'attached' });
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
