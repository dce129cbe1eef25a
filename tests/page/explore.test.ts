import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browse, chartBox, chip, settled, shownEvents, viewOf } from './browse.ts';

let browse: Browse;
beforeAll(async () => {
  browse = await Browse.start();
}, 120_000);
afterAll(() => browse.stop());

test('loads the collection and draws it', async () => {
  const { page, complaints } = await browse.visit();
  expect(await page.textContent('h1')).toBe('Harbour log');
  expect(await page.title()).toBe('Harbour log – Dateline');
  await page.getByText('2 documents · 8 events · 2 to review').waitFor();
  expect(await shownEvents(page)).toBe(8);
  const colours = await page.evaluate(() => {
    const canvas = document.querySelector('canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
  expect(colours).toBeGreaterThan(50);
  expect(complaints).toEqual([]);
});

test('zooms at the pointer, by the distance of the wheel and not by its events', async () => {
  const { page } = await browse.visit();
  const box = await chartBox(page);
  const before = await viewOf(page);
  const x = box.x + box.width * 0.6;
  await page.mouse.move(x, box.y + 200);
  await page.mouse.wheel(0, -300);
  const once = await viewOf(page);
  expect(once.length / before.length).toBeCloseTo(2 ** -0.6, 2);
  // The day under the pointer stays there: both edges close in, each by its share.
  const share = (before.start - once.start) / (once.length - before.length);
  expect(share).toBeGreaterThan(0.5);
  expect(share).toBeLessThan(0.62);
  await page.keyboard.press('0');
  for (let i = 0; i < 10; i++) await page.mouse.wheel(0, -30);
  const often = await viewOf(page);
  expect(often.length / once.length).toBeCloseTo(1, 2);
});

test('pans by drag, by shift-wheel and by key', async () => {
  const { page } = await browse.visit();
  const box = await chartBox(page);
  await page.mouse.move(box.x + 600, box.y + 300);
  await page.mouse.wheel(0, -500);
  const before = await viewOf(page);
  await page.mouse.down();
  await page.mouse.move(box.x + 500, box.y + 300, { steps: 5 });
  await page.mouse.up();
  const dragged = await viewOf(page);
  expect(dragged.start).toBeGreaterThan(before.start);
  expect(dragged.length).toBeCloseTo(before.length, 1);
  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, 100);
  await page.keyboard.up('Shift');
  const wheeled = await viewOf(page);
  expect(wheeled.start).toBeGreaterThan(dragged.start);
  expect(wheeled.length).toBeCloseTo(before.length, 1);
  await page.keyboard.press('ArrowLeft');
  expect((await viewOf(page)).start).toBeLessThan(wheeled.start);
});

test('zooms to a stretch that is drawn with shift, and by double click', async () => {
  const { page } = await browse.visit();
  const box = await chartBox(page);
  const before = await viewOf(page);
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + 500, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 700, box.y + 260, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const drawn = await viewOf(page);
  expect(drawn.length).toBeLessThan(before.length / 4);
  await page.mouse.dblclick(box.x + 600, box.y + 10);
  expect((await viewOf(page)).length / drawn.length).toBeCloseTo(0.5, 2);
});

test('is steered from the overview: a new window, its middle, its edge', async () => {
  const { page } = await browse.visit();
  const box = await chartBox(page);
  const y = box.y + box.height - 40;
  const drag = async (from: number, to: number) => {
    await page.mouse.move(box.x + from, y);
    await page.mouse.down();
    await page.mouse.move(box.x + to, y, { steps: 4 });
    await page.mouse.up();
    return viewOf(page);
  };
  const all = await viewOf(page);
  const drawn = await drag(500, 700);
  expect(drawn.length).toBeLessThan(all.length / 3);
  const moved = await drag(600, 800);
  expect(moved.length).toBeCloseTo(drawn.length, 0);
  expect(moved.start).toBeGreaterThan(drawn.start + drawn.length * 0.5);
  const widened = await drag(700, 600);
  expect(widened.end).toBeCloseTo(moved.end, 0);
  expect(widened.length).toBeGreaterThan(moved.length * 1.3);
});

test('filters by category, alone and back, with true counts', async () => {
  const { page } = await browse.visit();
  const works = chip(page, 'Works, 3 events');
  await works.click();
  expect(await shownEvents(page)).toBe(5);
  expect(await works.getAttribute('aria-pressed')).toBe('false');
  await page.getByText('5 events shown of 8.').waitFor({ state: 'attached' });
  await works.click({ modifiers: ['Alt'] });
  expect(await shownEvents(page)).toBe(3);
  await page.getByRole('button', { name: 'Show all' }).click();
  expect(await shownEvents(page)).toBe(8);
  // A long press, or the second button, does the same.
  await works.click({ button: 'right' });
  expect(await shownEvents(page)).toBe(3);
  await works.click({ button: 'right' });
  expect(await shownEvents(page)).toBe(8);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('log-2021.txt').check();
  expect(await shownEvents(page)).toBe(4);
  await page.keyboard.press('Escape');
  await chip(page, 'Trade, 1 event').waitFor();
});

test('searches, counts the matches and goes from one to the next', async () => {
  const { page } = await browse.visit();
  await page.keyboard.press('/');
  await page.keyboard.type('port AUTHORITY');
  await page.getByText('4 matches', { exact: true }).waitFor();
  expect(await shownEvents(page)).toBe(8);
  await page.keyboard.press('Enter');
  const first = await page.textContent('#panel-title');
  await page.keyboard.press('Enter');
  expect(await page.textContent('#panel-title')).not.toBe(first);
  await page.keyboard.press('Escape');
  expect(await page.inputValue('#search')).toBe('');
});

test('shows on a mark what it is, and opens it by click', async () => {
  const { page } = await browse.visit('#event=harbour-8');
  await page.locator('#panel-title').waitFor();
  await page.keyboard.press('Escape');
  // Only when the chart has its room back: it shows more for it.
  await page.locator('aside').waitFor({ state: 'detached' });
  await settled(page);
  await page.keyboard.press('f');
  const { start, end } = await viewOf(page);
  const box = await chartBox(page);
  const event = 19_529 + 0.5;
  // Names stand left of the plot; how wide they are is not this test's business.
  for (let gutter = 80; gutter < 240; gutter += 24) {
    const x = box.x + gutter + ((event - start) / (end - start)) * (box.width - gutter - 16);
    for (let y = box.y + 50; y < box.y + box.height - 100; y += 10) {
      await page.mouse.move(x, y);
      if (await page.getByRole('tooltip').isVisible()) {
        // What is seen may be that of the place before, painted late.
        await settled(page);
        if (!(await page.getByRole('tooltip').isVisible())) continue;
        expect(await page.getByRole('tooltip').innerText()).toContain('Ferry line to Aarhus opens');
        expect(await page.getByRole('tooltip').innerText()).toMatch(/21 June 2023\s+printed/);
        await page.mouse.click(x, y);
        expect(await page.textContent('#panel-title')).toBe('Ferry line to Aarhus opens');
        return;
      }
    }
  }
  throw new Error('found no mark under the pointer');
});

test('opens a quote in its document, at the line, with what dates it marked', async () => {
  const { page } = await browse.visit('#event=harbour-5');
  expect(await page.textContent('#panel-title')).toBe('Crane four is lifted in');
  expect(await page.textContent('blockquote mark')).toBe('Monday');
  await page.getByText('Monday → heading Week of 1 February 2021').waitFor();
  await page.getByTitle('Open the document at this passage').click();
  const target = page.locator('[data-target]');
  await target.waitFor();
  expect(await target.innerText()).toContain('Crane four');
  expect(await page.locator('.text .mention').count()).toBe(4);
  await page.locator('.text [data-event=harbour-8]').first().click();
  await settled(page);
  expect(page.url()).toContain('event=harbour-8');
  await page.getByRole('button', { name: 'Back to the event' }).click();
  expect(await page.textContent('#panel-title')).toBe('Ferry line to Aarhus opens');
});

test('corrects an event, refuses what is no date, and takes it back', async () => {
  const { page } = await browse.visit('#event=harbour-1', { own: true });
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Date, in words or as EDTF').fill('2019-13');
  await expect.poll(() => page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await page.getByLabel('Date, in words or as EDTF').fill('2019-04~');
  await page.getByText('about April 2019').first().waitFor();
  await page.getByLabel('Title').fill('North basin is dredged');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.textContent('#panel-title')).toBe('North basin is dredged');
  expect(await page.textContent('article code')).toBe('2019-04~');
  await page.keyboard.press('z');
  expect(await page.textContent('#panel-title')).toBe('Dredging of the north basin begins');
  await page.keyboard.press('Shift+Z');
  expect(await page.textContent('#panel-title')).toBe('North basin is dredged');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  expect(await shownEvents(page)).toBe(7);
});

test('leads through what wants a look', async () => {
  const { page } = await browse.visit('', { own: true });
  await page.getByRole('button', { name: 'Review 2' }).click();
  expect(await page.textContent('#panel-title')).toBe('Cruise calls fall to three');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('button', { name: 'Review 1' }).click();
  expect(await page.textContent('#panel-title')).toBe('A barge breaks loose');
});

test('reopens from a link what was seen: view, filters, search and event', async () => {
  const { page } = await browse.visit();
  await chip(page, 'Storms, 2 events').click();
  await page.keyboard.press('+');
  await page.locator('#event-list').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('#panel-title').waitFor();
  const before = await viewOf(page);
  const url = page.url();
  const { page: other } = await browse.visit(new URL(url).hash);
  expect(await viewOf(other)).toEqual(before);
  expect(await shownEvents(other)).toBe(6);
  expect(await other.textContent('#panel-title')).toBe(await page.textContent('#panel-title'));
});

test('is told by the tree what the chart shows, by keys alone, and both go the same way', async () => {
  const { page } = await browse.visit();
  const tree = page.locator('#event-list');
  const active = async () => {
    const id = await tree.getAttribute('aria-activedescendant');
    const item = page.locator(`[id="${id}"]`);
    return (await item.getAttribute('aria-label')) ?? (await item.innerText()).replace(/\s+/g, ' ').trim();
  };
  expect(await tree.getAttribute('aria-label')).toBe(
    'Timeline as a list: 3 lanes, 8 events in order of time',
  );
  await tree.focus();
  const walked: string[] = [];
  for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'PageDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft']) {
    await page.keyboard.press(key);
    walked.push(await active());
  }
  expect(walked).toEqual([
    'Works, 3 events',
    '4 March 2019: Dredging of the north basin begins',
    '1 February 2021: Crane four is lifted in',
    'since May 2021: Night shifts',
    'Trade, 3 events',
    'July 2019: First grain ships from Varna',
    'Trade, 3 events',
  ]);
  // What the keys came to is chosen on the chart; a folded lane is passed over.
  await settled(page);
  expect(page.url()).toContain('event=harbour-2');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  expect(await active()).toBe('Storms, 2 events');
  await page.keyboard.press('Enter');
  const { start, end } = await viewOf(page);
  expect([start > 18_000, end < 19_500]).toEqual([true, true]);
  // And where one goes elsewhere, the tree goes on from there.
  await page.keyboard.press('j');
  expect(await active()).toContain('2020: Cruise calls fall to three');
  await page.keyboard.press('Enter');
  const focused = () => page.evaluate(() => document.activeElement?.id);
  await expect.poll(focused).toBe('panel-title');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toBe('event-list');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'All keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('shows only a stretch of time, as one writes dates, with counts that stay true', async () => {
  const { page } = await browse.visit();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('From', { exact: true }).fill('autumn 2020');
  await page.keyboard.press('Tab');
  // The reader of documents knows what an autumn is.
  await expect.poll(() => page.getByLabel('From', { exact: true }).inputValue()).toBe('autumn 2020');
  await page.getByText('6 events shown of 8.').waitFor({ state: 'attached' });
  await page.getByLabel('To', { exact: true }).fill('May 2021');
  await page.keyboard.press('Tab');
  await page.getByText('4 events shown of 8.').waitFor({ state: 'attached' });
  expect(await page.locator('.chip .count').allInnerTexts()).toEqual(['2', '1', '1']);
  await page.getByLabel('To', { exact: true }).fill('whenever');
  await page.keyboard.press('Tab');
  await page.getByText('That is no date that can be read here.').waitFor();
  expect(await shownEvents(page)).toBe(4);
  await settled(page);
  const { hash } = new URL(page.url());
  expect(hash).toMatch(/from=2020-(?:09|23).*to=2021-05/);
  await page.keyboard.press('Escape');
  const again = await browse.visit(hash);
  expect(await shownEvents(again.page)).toBe(4);
  // Esc lets go of it, and Back brings it back.
  await page.keyboard.press('Escape');
  expect(await shownEvents(page)).toBe(8);
  await settled(page);
  await page.goBack();
  await expect.poll(() => shownEvents(page)).toBe(4);
});

test('shows only what is in view, when asked', async () => {
  const { page } = await browse.visit('#view=17957,18262');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('button', { name: 'Only what is in view' }).click();
  expect(await shownEvents(page)).toBe(2);
  expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('2 March 2019');
});

test('goes back, step by step, to what was seen before, and forward again', async () => {
  const { page } = await browse.visit('', { own: true });
  const seen = async () => {
    await settled(page);
    return {
      hash: new URL(page.url()).hash,
      events: await shownEvents(page),
      open: await page.locator('#panel-title').allInnerTexts(),
    };
  };
  const steps = [await seen()];
  const act = async (what: () => Promise<unknown>) => {
    await what();
    steps.push(await seen());
  };
  await act(() => chip(page, 'Storms, 2 events').click());
  await act(() => page.getByRole('button', { name: 'Review 2' }).click());
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await act(() => page.keyboard.press('+'));
  await act(() => page.keyboard.press('0'));
  for (const step of steps.slice(0, -1).reverse()) {
    await page.goBack();
    expect(await seen()).toEqual(step);
  }
  await page.goForward();
  expect(await seen()).toEqual(steps[1]);
});

test('zooms to a lane by its name, and to all that a search found', async () => {
  const { page } = await browse.visit();
  const box = await chartBox(page);
  const all = await viewOf(page);
  // Storms are the last of three lanes.
  await page.mouse.dblclick(box.x + 50, box.y + box.height * 0.7);
  const lane = await viewOf(page);
  expect(lane.length).toBeLessThan(all.length * 0.6);
  await page.keyboard.press('/');
  await page.keyboard.type('Aarhus');
  await page.getByRole('button', { name: '1 match' }).click();
  const found = await viewOf(page);
  expect([found.start < 19_529, found.end > 19_529, found.length < 10]).toEqual([true, true, true]);
});

test('keeps going for a while when it is let go while moving', async () => {
  const { page } = await browse.visit('#view=18000,18400', { reducedMotion: 'no-preference' });
  const box = await chartBox(page);
  // Sent by the page to itself, 20 px every 16 ms by their own clock: on a busy machine moves from outside come late, and
  // a hand that rests before it lets go throws nothing.
  await page.evaluate(
    ({ x, y }) => {
      const send = (target: EventTarget, type: string, step: number): void => {
        const place = { clientX: x - 20 * step, clientY: y, buttons: 1 };
        const event = new MouseEvent(type, { view: window, bubbles: true, cancelable: true, ...place });
        Object.defineProperty(event, 'timeStamp', { value: 1000 + 16 * step });
        target.dispatchEvent(event);
      };
      send(document.elementFromPoint(x, y)!, 'mousedown', 0);
      for (let step = 1; step <= 15; step++) send(window, 'mousemove', step);
      send(window, 'mouseup', 15);
    },
    { x: box.x + 700, y: box.y + 300 },
  );
  // Where the names stand nothing runs: the plot is narrower than the chart, and a px more than this.
  const dragged = (300 / (box.width - 200)) * 400;
  await expect.poll(async () => (await viewOf(page)).start - 18_000).toBeGreaterThan(dragged * 1.1);
});

test('a mark moves to its new row, it does not vanish and appear', async () => {
  const { page } = await browse.visit('', { reducedMotion: 'no-preference' });
  const heights = await page.evaluate(async () => {
    const context = document.querySelector('canvas')!.getContext('2d')!;
    const frames: Map<number, number>[] = [];
    const [fill, arc] = [context.fillRect.bind(context), context.arc.bind(context)];
    context.fillRect = (...box) => {
      if (box[0] === 0 && box[1] === 0) frames.push(new Map());
      fill(...box);
    };
    context.arc = (...circle) => {
      frames.at(-1)?.set(Math.round(circle[0]), circle[1]);
      arc(...circle);
    };
    const done = (ms: number) => new Promise((then) => setTimeout(then, ms));
    document.querySelector<HTMLElement>('.chip')!.click();
    await done(600);
    // The mark furthest right stands in one of the lanes that move up.
    const last = frames.at(-1)!;
    const x = Math.max(...last.keys());
    return frames.map((frame) => frame.get(x)).filter((y) => y !== undefined);
  });
  expect(new Set(heights).size).toBeGreaterThan(3);
  const steps = heights.slice(1).map((y, i) => y - heights[i]!);
  // All the way in one direction.
  expect(steps.every((step) => step <= 0) || steps.every((step) => step >= 0)).toBe(true);
});
