import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browse, chartBox, settled, shownEvents, viewOf } from './browse.ts';
import { harbour } from './harbour.ts';

/** Its first day, since 1970-01-01. */
const dayOf = (year: number): number => Date.UTC(year, 0, 1) / 86_400_000;

/** Two voyages with two hundred years of nothing between them. */
function voyages() {
  const given = harbour();
  const [one] = given.events;
  const events = ['1602', '1603', '1604', '1605', '1805', '1806', '1807', '1808'].map((year, i) => {
    return {
      ...one,
      id: `voyage-${i + 1}`,
      title: `Voyage ${i + 1} sets out`,
      time: {
        ...one?.time,
        edtf: year,
        start: dayOf(Number(year)),
        end: dayOf(Number(year) + 1),
        precision: 'year',
      },
      figures: [],
    };
  });
  return { ...given, name: 'Voyages', events };
}

let browse: Browse;
beforeAll(async () => {
  browse = await Browse.start(JSON.stringify(voyages()));
}, 120_000);
afterAll(() => browse.stop());

const folded = (page: Page): string | null =>
  new URLSearchParams(new URL(page.url()).hash.slice(1)).get('fold');
const control = (page: Page, name: RegExp) => page.getByRole('button', { name });

test('R27 a word at the foot of a long silence folds it, one on the fold unfolds it, and the link keeps it', async () => {
  const { page, complaints } = await browse.visit();
  await control(page, /^Fold 199 years/).click();
  await expect.poll(() => folded(page)).toBe('1');
  expect(await shownEvents(page)).toBe(8);
  const { page: other } = await browse.visit(new URL(page.url()).hash, { own: true });
  await control(other, /^Unfold 199 years/).waitFor();
  await control(page, /^Unfold 199 years/).click();
  await expect.poll(() => folded(page)).toBe(null);
  await page.keyboard.press('e');
  await expect.poll(() => folded(page)).toBe('1');
  await page.goBack();
  await expect.poll(() => folded(page)).toBe(null);
  expect(complaints).toEqual([]);
});

test('R28 over a fold the keys walk, and the wheel zooms, as if it were not there', async () => {
  const { page } = await browse.visit('#fold=1');
  await page.keyboard.press('0');
  const all = await viewOf(page);
  for (let i = 0; i < 5; i++) await page.keyboard.press('j');
  await settled(page);
  expect(new URL(page.url()).hash).toContain('event=voyage-5');
  const { x, y, width } = await chartBox(page);
  await page.keyboard.press('Escape');
  await page.mouse.move(x + width * 0.2, y + 200);
  await page.mouse.wheel(0, -400);
  await settled(page);
  const near = await viewOf(page);
  // The first voyages are near by, the silence is not: what is seen is of their century.
  expect(near.length).toBeLessThan(all.length);
  expect(near.start).toBeLessThan(dayOf(1606));
});

test('R27 where time runs downwards, the word stands beside the silence', async () => {
  const { page } = await browse.visit('#time=down');
  const button = control(page, /^Fold 199 years/);
  const box = await button.boundingBox();
  const chart = await chartBox(page);
  expect(box!.x - chart.x).toBeLessThan(140);
  expect(box!.y - chart.y).toBeGreaterThan(100);
  await button.click();
  await expect.poll(() => folded(page)).toBe('1');
  await control(page, /^Unfold 199 years/).waitFor();
});

test('folding takes 180 ms in which each mark goes to its new place, and none with less motion', async () => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const { page } = await browse.visit('', { reducedMotion });
    const pictures = await page.evaluate(async () => {
      const canvas = document.querySelector('canvas')!;
      const context = canvas.getContext('2d')!;
      let painted = 0;
      const fill = context.fillRect.bind(context);
      context.fillRect = (...box) => {
        if (box[0] === 0 && box[1] === 0) painted++;
        fill(...box);
      };
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'e' }));
      await new Promise((done) => setTimeout(done, 420));
      return painted;
    });
    if (reducedMotion === 'reduce') expect(pictures).toBeLessThanOrEqual(3);
    else expect(pictures).toBeGreaterThan(4);
  }
});
