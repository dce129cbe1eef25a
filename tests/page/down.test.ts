import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browse, chartBox, settled, viewOf } from './browse.ts';
import { violations } from './faults.ts';

let browse: Browse;
beforeAll(async () => {
  browse = await Browse.start();
}, 120_000);
afterAll(() => browse.stop());

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const timeIn = (page: Page): string | null =>
  new URLSearchParams(new URL(page.url()).hash.slice(1)).get('time');
/** Moves of the wheel, one a frame. */
async function wheel(page: Page, dx: number, dy: number): Promise<void> {
  await page.mouse.wheel(dx, dy);
  await settled(page);
}
/** Where time runs: the names of lanes stand in another bar than those of columns. */
const hasLanes = (page: Page): Promise<boolean> =>
  page
    .locator('.lanes [data-lane-name]')
    .first()
    .waitFor({ timeout: 400 })
    .then(
      () => true,
      () => false,
    );

describe('R37 time downwards', () => {
  test('a key turns it and back, the link keeps it, and so does Back', async () => {
    const { page, complaints } = await browse.visit();
    const before = await viewOf(page);
    await page.keyboard.press('v');
    await expect.poll(() => timeIn(page)).toBe('down');
    expect(await hasLanes(page)).toBe(false);
    expect(await viewOf(page)).toEqual(before);
    const { page: other } = await browse.visit(new URL(page.url()).hash, { own: true });
    expect(await hasLanes(other)).toBe(false);
    await page.goBack();
    await expect.poll(() => timeIn(page)).not.toBe('down');
    expect(await hasLanes(page)).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('the menu of the lanes says the same', async () => {
    const { page } = await browse.visit();
    await page.getByRole('button', { name: 'Lanes: Category' }).click();
    await page.getByRole('radio', { name: 'Downwards' }).check({ force: true });
    await expect.poll(() => timeIn(page)).toBe('down');
    await page.getByRole('radio', { name: 'To the right' }).check({ force: true });
    await expect.poll(() => timeIn(page)).toBe('right');
  });

  test('wheel, drag, shift-drag and keys go along it', async () => {
    const { page } = await browse.visit('#time=down');
    const { x, y, height } = await chartBox(page);
    const start = await viewOf(page);
    const at = start.start + start.length / 2;
    // The plot has the names of the columns above it, and the overview below.
    const names = (await page.getByRole('toolbar', { name: 'Lanes of the timeline' }).boundingBox())!;
    const plot = height - names.height - 24 - 84;
    const middle = y + names.height + plot / 2;
    await page.mouse.move(x + 700, middle);
    await wheel(page, 0, -500);
    const zoomed = await viewOf(page);
    expect(zoomed.length / start.length).toBeCloseTo(0.5, 1);
    expect(Math.abs((zoomed.start + zoomed.end) / 2 - at)).toBeLessThan(start.length * 0.02);

    await page.mouse.down();
    await page.mouse.move(x + 700, middle - 60, { steps: 4 });
    await page.mouse.move(x + 700, middle - 100, { steps: 4 });
    await page.waitForTimeout(80);
    await page.mouse.up();
    const dragged = await viewOf(page);
    expect((dragged.start - zoomed.start) / zoomed.length).toBeCloseTo(100 / plot, 1);
    expect(dragged.length).toBeCloseTo(zoomed.length, 0);

    await page.keyboard.press('ArrowUp');
    expect((await viewOf(page)).start).toBeLessThan(dragged.start);
    await page.keyboard.press('ArrowDown');
    expect((await viewOf(page)).start).toBeCloseTo(dragged.start, 0);

    await page.keyboard.down('Shift');
    await page.mouse.move(x + 700, middle - 50);
    await page.mouse.down();
    await page.mouse.move(x + 700, middle + 50, { steps: 4 });
    await page.locator('.brush').waitFor();
    await page.mouse.up();
    await page.keyboard.up('Shift');
    expect((await viewOf(page)).length / dragged.length).toBeCloseTo(100 / plot, 1);
  });

  test('R38 names of columns open what can be done, and keys move and put away, in step with the list', async () => {
    const { page, complaints } = await browse.visit('#time=down');
    const names = page.getByRole('toolbar', { name: 'Lanes of the timeline' }).getByRole('button');
    const told = () => names.evaluateAll((all) => all.map((one) => one.getAttribute('data-lane-name')));
    const listed = () =>
      page
        .locator('#event-list [role=treeitem][data-lane]:not([data-event])')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-lane')));
    const [first, second, ...others] = await told();
    await names.first().focus();
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(told).toEqual([second, first, ...others]);
    expect(await listed()).toEqual([second, first, ...others]);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => names.nth(1).getAttribute('aria-label')).toMatch(/thin$/);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Open' }).click();
    await expect.poll(() => names.nth(1).getAttribute('aria-label')).not.toMatch(/thin$/);
    expect(complaints).toEqual([]);
  });

  test('a click on a title selects its event, and j goes to the next one', async () => {
    const { page } = await browse.visit('#time=down');
    const { x, y, width, height } = await chartBox(page);
    // Titles fill the right half: one of these places is on one.
    for (let at = y + 40; at < y + height - 120 && (await page.locator('aside').count()) === 0; at += 14) {
      await page.mouse.click(x + width * 0.5, at);
    }
    const title = await page.locator('aside h2').innerText();
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('aside h2').innerText()).not.toBe(title);
  });

  test('is how a phone begins, where a finger up or down pans and the whole is free of faults', async () => {
    const { page, complaints } = await browse.visit('', PHONE);
    expect(await hasLanes(page)).toBe(false);
    const before = await viewOf(page);
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...ys: number[]) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: ys.map((y, id) => ({ x: 200, y, id })) });
    await touch('touchStart', 500);
    for (let y = 490; y >= 400; y -= 10) await touch('touchMove', y);
    await page.waitForTimeout(120);
    await touch('touchEnd');
    const after = await viewOf(page);
    expect(after.start).toBeGreaterThan(before.start);
    expect(after.length).toBeCloseTo(before.length, 0);
    await touch('touchStart', 420);
    await touch('touchStart', 420, 480);
    for (let i = 1; i <= 6; i++) await touch('touchMove', 420 - i * 5, 480 + i * 5);
    await touch('touchEnd');
    expect((await viewOf(page)).length / after.length).toBeCloseTo(0.5, 1);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
