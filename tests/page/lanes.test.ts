import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quays } from '../gallery/quays.ts';
import { Browse, settled } from './browse.ts';

let browse: Browse;
beforeAll(async () => {
  browse = await Browse.start();
}, 120_000);
afterAll(() => browse.stop());

const names = (page: Page): Promise<readonly string[]> =>
  page.locator('[data-lane-name]').evaluateAll((buttons) =>
    buttons
      .map((button) => ({
        y: button.getBoundingClientRect().top,
        key: button.getAttribute('data-lane-name')!,
      }))
      .sort((a, b) => a.y - b.y)
      .map(({ key }) => key),
  );
const ready = (page: Page): Promise<void> => page.locator('[data-lane-name]').first().waitFor();
const hashOf = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);
const nameOf = (page: Page, key: string) => page.locator(`[data-lane-name="${key}"]`);

test('R29 groups lanes by who acts, keeps that in the link, and takes it back with Esc', async () => {
  const { page, complaints } = await browse.visit();
  await ready(page);
  const given = await names(page);
  await page.getByRole('button', { name: 'Lanes: Category' }).click();
  await page.getByRole('radio', { name: 'Source' }).check({ force: true });
  await page.keyboard.press('Escape');
  await settled(page);
  const grouped = await names(page);
  expect(grouped).not.toEqual(given);
  await expect.poll(() => hashOf(page)).toContain('lanes=source');
  const { page: other } = await browse.visit(hashOf(page), { own: true });
  await ready(other);
  expect(await names(other)).toEqual(grouped);
  await page.keyboard.press('Escape');
  await settled(page);
  expect(await names(page)).toEqual(given);
  expect(complaints).toEqual([]);
});

test('R30 moves a lane that is dragged by its name, and with alt and the arrows', async () => {
  const { page } = await browse.visit();
  await ready(page);
  const [first, second] = await names(page);
  const [from, to] = [await nameOf(page, first!).boundingBox(), await nameOf(page, second!).boundingBox()];
  await page.mouse.move(from!.x + 20, from!.y + 8);
  await page.mouse.down();
  await page.mouse.move(from!.x + 22, to!.y + 90, { steps: 6 });
  await page.mouse.up();
  await settled(page);
  expect((await names(page)).indexOf(first!)).toBeGreaterThan(0);
  // The drag presses nothing: no menu is open.
  expect(await page.getByRole('menu').count()).toBe(0);
  await nameOf(page, first!).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('Alt+ArrowUp');
  await settled(page);
  expect((await names(page))[0]).toBe(first);
  expect(await nameOf(page, first!).evaluate((button) => button === document.activeElement)).toBe(true);
});

test('R30 calls a drag off with Esc', async () => {
  const { page } = await browse.visit();
  await ready(page);
  const given = await names(page);
  const from = await nameOf(page, given[0]!).boundingBox();
  await page.mouse.move(from!.x + 20, from!.y + 8);
  await page.mouse.down();
  await page.mouse.move(from!.x + 22, from!.y + 260, { steps: 6 });
  expect(await names(page)).not.toEqual(given);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await names(page)).toEqual(given);
  expect(hashOf(page)).not.toContain('order');
});

test('R31 makes a lane thin and opens it again, by key, chevron and menu', async () => {
  const { page } = await browse.visit();
  await ready(page);
  const [key] = await names(page);
  const name = nameOf(page, key!);
  await name.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => hashOf(page)).toContain(`thin=${key}`);
  expect(await name.getAttribute('aria-label')).toMatch(/thin$/);
  await page.locator('.lane.thin .fold').click();
  await expect.poll(() => hashOf(page)).not.toContain('thin');
  await name.click();
  await page.getByRole('menuitem', { name: 'Make thin' }).click();
  await expect.poll(() => hashOf(page)).toContain(`thin=${key}`);
});

test('R32 resizes a lane by its lower border, and a double click makes it as high as it needs', async () => {
  const { page } = await browse.visit();
  await ready(page);
  const [key] = await names(page);
  const border = page.locator('.lane', { has: nameOf(page, key!) }).locator('.border');
  const box = await border.boundingBox();
  await page.mouse.move(box!.x + 50, box!.y + 4);
  await page.mouse.down();
  await page.mouse.move(box!.x + 50, box!.y + 44, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => hashOf(page)).toMatch(/tall=\d+=/);
  const lower = await border.boundingBox();
  expect(lower!.y - box!.y).toBeCloseTo(40, -0.5);
  await border.dblclick();
  await expect.poll(() => hashOf(page)).not.toContain('tall');
});

describe('R36 too many lanes for the page', () => {
  let many: Browse;
  beforeAll(async () => {
    many = await Browse.start(JSON.stringify(quays(40)));
  }, 120_000);
  afterAll(() => many.stop());
  const LOW = { viewport: { width: 1280, height: 600 } } as const;

  test('the smallest share one, which opens each of them, and the link keeps it', async () => {
    const { page, complaints } = await many.visit('', LOW);
    await ready(page);
    const before = await names(page);
    expect(before.at(-1)).toBe('+');
    await nameOf(page, '+').click();
    await page.getByRole('menuitem', { name: 'Open Quay 1', exact: true }).click();
    await expect.poll(() => names(page)).toContain('quay-1');
    expect((await names(page)).length).toBeLessThanOrEqual(before.length + 1);
    await expect.poll(() => hashOf(page)).toMatch(/tall=\d+=quay-1/);
    await page.keyboard.press('Escape');
    await expect.poll(() => names(page)).toEqual(before);
    expect(complaints).toEqual([]);
  });

  test('what stands in the shared lane is in the list under its own', async () => {
    const { page } = await many.visit('', LOW);
    const list = page.locator('#event-list');
    expect(await list.getAttribute('aria-label')).toContain('40 lanes');
    await list.focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    await settled(page);
    expect(hashOf(page)).toContain('event=');
  });

  test('with more room each has its own again', async () => {
    const { page } = await many.visit('', { viewport: { width: 1280, height: 2000 } });
    await ready(page);
    expect((await names(page)).length).toBe(40);
  });
});
