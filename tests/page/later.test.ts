import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browse } from './browse.ts';

let browse: Browse;
beforeAll(async () => {
  browse = await Browse.start();
}, 120_000);
afterAll(() => browse.stop());

test('goes on when its server is gone', async () => {
  const { page, complaints } = await browse.visit();
  // Every part is loaded when nothing else is to do.
  await page.waitForFunction(() => performance.getEntriesByName('dateline: all parts').length > 0);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  try {
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'All keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('dialog').getByRole('img').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Review/ }).click();
    await page.locator('#panel-title').waitFor();
    expect(complaints).toEqual([]);
  } finally {
    await page.context().setOffline(false);
  }
});

test('says what could not be loaded, and goes on without it', async () => {
  const { page } = await browse.visit();
  await page.route(/KeysDialog/, (route) => route.abort());
  await page.reload();
  await page.locator('#event-list [role=treeitem]').first().waitFor({ state: 'attached' });
  await page.keyboard.press('?');
  await page.getByRole('alert').getByText('could not be loaded').waitFor();
  await page.getByRole('button', { name: /^Review/ }).click();
  await page.locator('#panel-title').waitFor();
  await page.unroute(/KeysDialog/);
});
