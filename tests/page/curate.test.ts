import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browse, settled, shownEvents } from './browse.ts';

let browse: Browse;
beforeAll(async () => {
  browse = await Browse.start();
}, 120_000);
afterAll(() => browse.stop());

/** Opens the page, with everything there that corrects. Nothing is kept from one test to the next. */
async function visit(): Promise<Page> {
  const { page, complaints } = await browse.visit('', { own: true });
  await page.waitForFunction(() => performance.getEntriesByName('dateline: ready').length > 0);
  expect(complaints).toEqual([]);
  return page;
}

const title = (page: Page) => page.locator('#panel-title');

test('goes through what is doubtful with one key each, most doubtful first', async () => {
  const page = await visit();
  await page.keyboard.press('n');
  await title(page).getByText('Cruise calls fall to three').waitFor();
  await page.getByText('To review: 1 of 2').waitFor();
  await page.keyboard.press('c');
  await title(page).getByText('A barge breaks loose').waitFor();
  await page.keyboard.press('x');
  await page.getByText('2 documents · 7 events').waitFor();
  expect(await page.getByText('to review').count()).toBe(0);
  await page.keyboard.press('z');
  await page.getByText('2 documents · 8 events · 1 to review').waitFor();
});

test('shows a date that is written in words on the chart before it is kept', async () => {
  const page = await visit();
  await page.keyboard.press('n');
  await page.keyboard.press('w');
  const date = page.getByLabel('Date, in words or as EDTF');
  await date.fill('not at all');
  await page.getByText('No date was found in these words').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await date.fill('autumn 2020');
  await page.locator('.ghost', { hasText: 'autumn 2020' }).waitFor();
  await page.getByLabel('Actors, one a line').fill('Port authority\nCruise line');
  await date.press('Enter');
  await page.getByText('set by hand').waitFor();
  expect(await page.locator('.ghost').count()).toBe(0);
  await page.getByText('autumn 2020').first().waitFor();
  await page.getByText('Cruise line').waitFor();
});

test('merges events, which keep their passages, and takes them apart again', async () => {
  const page = await visit();
  await page.keyboard.press('n');
  await page.keyboard.press('m');
  await page.getByLabel('Find others by their words').fill('storm ida');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Merge 2 events' }).click();
  await title(page).getByText('Cruise calls fall to three').waitFor();
  await page.getByText('2 passages').waitFor();
  expect(await shownEvents(page)).toBe(7);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Take apart again' }).click();
  await page.getByText('1 passage', { exact: true }).waitFor();
  expect(await shownEvents(page)).toBe(8);
});

test('makes a rule, says what it changes, lists and removes it', async () => {
  const page = await visit();
  await page.keyboard.press('n');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Make a rule …' }).click();
  await page.getByLabel('Treat events with these words').fill('barge');
  await page.getByLabel('as', { exact: true }).selectOption('work');
  await page.getByText('This changes 1 event.').waitFor();
  await page.getByRole('button', { name: 'Make the rule' }).click();
  const works = page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Works' });
  await works.getByText('4').waitFor();
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await page.getByRole('button', { name: /^Corrections/ }).click();
  await page.getByText('“barge”: as Works').waitFor();
  await page.getByRole('button', { name: 'Remove this rule' }).click();
  await page.getByText('No rules yet').waitFor();
  await works.getByText('3').waitFor();
});

test('moves an event by its grip and by keys', async () => {
  const page = await visit();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const grip = page.getByRole('button', { name: 'Move the event', exact: true });
  await grip.focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('.ghost', { hasText: '5 March 2019' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('article .date', { hasText: '5 March 2019' }).waitFor();
  const box = (await grip.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y, { steps: 3 });
  await page.mouse.up();
  await page
    .getByText(/Moved to .* 2019/)
    .first()
    .waitFor();
  expect(await page.locator('article .date').textContent()).not.toContain('5 March');
});

test('adds an event from selected words and one by hand, and tells a story of them', async () => {
  const page = await visit();
  await page.getByRole('button', { name: 'Documents', exact: true }).click();
  await page.locator('aside .text p', { hasText: 'Dredging' }).first().click({ clickCount: 3 });
  await page.getByRole('button', { name: 'Event from the selected words' }).click();
  const date = page.getByLabel('Date, in words or as EDTF');
  expect(await date.inputValue()).toBe('4 March 2019');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await title(page).getByText('Dredging of the north basin began').waitFor();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Add to the story' }).click();
  await page.keyboard.press('a');
  await page.getByLabel('Title').fill('Harbour master retires');
  await date.fill('spring 2024');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Add to the story' }).click();
  await page.keyboard.press('s');
  await page.keyboard.press('k');
  await page.getByText('1 of 2', { exact: true }).waitFor();
  await page.keyboard.press('j');
  await page.getByText('2 of 2', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Earlier in the story' }).nth(1).click();
  await page.getByText('1 of 2', { exact: true }).waitFor();
  await settled(page);
  expect(await shownEvents(page)).toBe(10);
});
