/**
 * What does a person feel at 100,000 events, and at a million? Opens a list of so many in the built page, as a person
 * would: in headless Chromium, by the file dialog, with keys and mouse. Told of everything that is done are the time
 * from the hand to the frame that shows what came of it, the longest that the page's thread was busy at a stretch, when
 * nothing else can be done, and the time of the processor that this thread took: on a machine that has other things to do
 * the first two tell of these, too.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { events, eventsFile } from './bench-events.mjs';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

/** What is to be reached, ms: to the frame that shows it, and busy at a stretch while a hand waits, or nobody does. */
const MOST_SHOWN = 150;
const MOST_BUSY = 100;
const MOST_ELEMENTS = 1500;
/** Bytes of typed arrays an event. */
const MOST_BYTES = 120;
/** How long a step may take at all before the harness gives up, ms. */
const PATIENCE = 120_000;
/** How long the page rests before it is believed that nothing more is under way, ms. */
const REST = 3000;
const WORD = 'brewers';
/** Answers as the page says them, where that is not the word that the list has. */
const VALUES = { 'Time of day': 'time' };
const BANDS = { Sure: [0.8, 2], Likely: [0.5, 0.8], Doubtful: [0, 0.5] };

/**
 * Measures and prints.
 * @param {{ folder: string, sizes: readonly number[], runs: number }} options `folder` of the built page.
 * @returns {Promise<boolean>} whether everything is as quick as it should be.
 * @throws when something could not be measured: no browser, a page that fails, a step that shows nothing.
 */
export async function benchFelt({ folder, sizes, runs }) {
  const executablePath = findChromium();
  console.log(
    `${folder}: to the frame that shows it ≤ ${MOST_SHOWN} ms, busy at a stretch ≤ ${MOST_BUSY} ms`,
  );
  if (!executablePath) throw new Error('Found no Chromium to measure in. Set CHROMIUM_PATH to one.');
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`Found no built page in ${folder}, expected an index.html there.`);
  const { port, close } = await serve({ folder, port: 0 });
  const files = [];
  let good = true;
  try {
    for (const size of sizes) {
      const file = await eventsFile(size);
      files.push(file);
      const truth = truthOf(size);
      const taken = [];
      for (let run = 0; run < runs; run++) {
        taken.push(await measure({ executablePath, url: `http://127.0.0.1:${port}/`, size, file, truth }));
      }
      good =
        print(
          size,
          taken.map(({ steps }) => steps),
        ) && good;
      const [fault] = taken.flatMap(({ faults }) => faults);
      if (fault !== undefined) throw new Error(`${size} events: the page failed: ${fault}`);
    }
  } finally {
    await close();
    // Half a gigabyte of a million events is made again in some seconds.
    for (const file of files) rmSync(file, { force: true });
  }
  return good;
}

/** How many events what is chosen below must leave. */
function truthOf(size) {
  const categories = new Map();
  let found = 0;
  for (const event of events(size)) {
    categories.set(event.category, (categories.get(event.category) ?? 0) + 1);
    if (event.title.toLowerCase().includes(WORD) || event.actors.some((actor) => actor.includes(WORD)))
      found++;
  }
  return { categories, found };
}

async function measure({ executablePath, url, size, file, truth }) {
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArgs, '--js-flags=--max-old-space-size=8000', '--enable-precise-memory-info'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    page.setDefaultTimeout(PATIENCE);
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.addInitScript(watch);
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName('dateline: ready').length > 0);
    const session = await page.context().newCDPSession(page);
    const steps = await opening(page, session, { size, file });
    await hands(page, session, { size, truth }, steps);
    return { steps, faults };
  } catch (error) {
    throw new Error(`${size} events: ${error.message}`, { cause: error });
  } finally {
    await browser.close();
  }
}

/** From the file to all events on the page, and what of it is still under way behind the picture. */
async function opening(page, session, { size, file }) {
  const steps = [];
  await page.keyboard.press('Escape');
  const before = await memory(session);
  await page.getByRole('button', { name: 'Add documents' }).first().click();
  const input = page.locator('dialog input[type=file]').first();
  await input.waitFor({ state: 'attached' });
  await page.evaluate(() => window.__felt.begin('opened'));
  const cpu = await threadTime(session);
  await input.setInputFiles(file);
  const drawn = await page.evaluate(
    (all) => window.__felt.until(() => window.__felt.inChips() === all),
    size,
  );
  steps.push({
    ...drawn,
    name: 'opened: first picture',
    cpu: (await threadTime(session)) - cpu,
    limit: null,
  });
  const known = await page.evaluate((all) => window.__felt.until(() => window.__felt.inList() === all), size);
  steps.push({
    ...known,
    name: 'opened: every event singly',
    cpu: (await threadTime(session)) - cpu,
    limit: null,
  });
  await page.evaluate(() => {
    const field = document.getElementById('search');
    field.value = 'zzz';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  const ready = await page.evaluate(() =>
    window.__felt.until(() => document.querySelector('.search .count')),
  );
  steps.push({
    ...ready,
    name: 'opened: can be searched',
    cpu: (await threadTime(session)) - cpu,
    limit: null,
  });
  const rest = await page.evaluate((ms) => window.__felt.rest(ms), REST);
  steps.push({ ...rest, name: 'opened: at rest', cpu: (await threadTime(session)) - cpu, limit: null });
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const field = document.getElementById('search');
    field.value = '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await page.evaluate((ms) => window.__felt.rest(ms), 300);
  const after = await memory(session);
  steps.push({
    name: 'memory',
    bytes: (after.arrays - before.arrays) / size,
    heap: (after.heap - before.heap) / size,
  });
  return steps;
}

/** Everything that a person does then, with keys and mouse. */
async function hands(page, session, { size, truth }, steps) {
  const does = async (name, act, until, options = {}) => {
    await page.evaluate(([expression]) => window.__felt.arm(expression), [until]);
    const worked = await threadTime(session);
    await act();
    const step = await page
      .evaluate(() => window.__felt.done())
      .catch((error) => {
        throw new Error(`${name}: ${error.message}`, { cause: error });
      });
    const cpu = (await threadTime(session)) - worked;
    if (options.drawn !== null) await page.evaluate((what) => window.__felt.drawn(what), name);
    steps.push({ name, limit: MOST_SHOWN, cpu, ...step });
    await page.evaluate((ms) => window.__felt.rest(ms), 250);
    const late = await page.evaluate(() => window.__felt.busy());
    steps[steps.length - 1].busy = Math.max(step.busy, late);
  };
  const counts = async (name, wanted) => {
    const count = await page.evaluate(() => window.__felt.shown());
    steps.push({ name: `${name}: events`, found: count, wanted });
  };
  const changed = '__felt.said() !== before.said';

  // Search: a letter at a time.
  await page.locator('#search').focus();
  for (let i = 1; i <= WORD.length; i++) {
    await does(`search "${WORD.slice(0, i)}"`, () => page.keyboard.press(WORD[i - 1]), changed, {
      drawn: i > 1 ? null : true,
    });
  }
  steps.push({
    name: 'search: events',
    found: await page.evaluate(() => window.__felt.found()),
    wanted: truth.found,
  });
  await does('search ended', () => page.keyboard.press('Escape'), '__felt.found() === null');
  await page.locator('#event-list').focus();

  // Categories.
  const chip = page.locator('.chip').nth(1);
  await does('category hidden', () => chip.click(), changed);
  await does('category shown', () => chip.click(), changed);
  await does('category alone', () => chip.click({ modifiers: ['Alt'] }), changed);
  await does('all categories', () => chip.click({ modifiers: ['Alt'] }), changed);

  // Facets.
  const open = page.locator('.bar > button.open').last();
  await does(
    'filter menu opened',
    () => open.click(),
    `document.querySelectorAll(':popover-open details').length >= 6`,
    {
      drawn: null,
    },
  );
  const chosen = {};
  const facets = ['source', 'actor', 'place', 'status', 'confidence', 'precision'];
  const part = (i) => page.locator(':popover-open details').nth(i);
  for (const [i, facet] of facets.entries()) {
    const details = part(i);
    if (!(await details.evaluate((element) => element.open))) {
      await does(
        `${facet} opened`,
        () => details.locator('summary').click(),
        `document.querySelectorAll(':popover-open details')[${i}].querySelector('li')`,
        {
          drawn: null,
        },
      );
    }
    const first = details.locator('li label').first();
    chosen[facet] = (await first.locator('.value').textContent()).trim();
    await does(`${facet} chosen`, () => first.locator('input').click(), changed);
    await counts(facet, { [facet]: chosen[facet] });
    await does(`${facet} let go`, () => details.locator('button', { hasText: 'Any' }).click(), changed);
  }
  const [from, to] = [0, 1].map((i) => page.locator(':popover-open .ends input').nth(i));
  await from.fill('1950');
  await does('span from', () => page.keyboard.press('Tab'), changed);
  await to.fill('1960');
  await does('span to', () => page.keyboard.press('Tab'), changed);
  await counts('span', { from: '1950', to: '1960' });
  const several = { from: '1950', to: '1960' };
  for (const [i, facet] of facets.slice(0, 3).entries()) {
    await does(`${facet} beside the others`, () => part(i).locator('li input').first().click(), changed);
    several[facet] = (await part(i).locator('li .value').first().textContent()).trim();
    await counts(`${facet} beside the others`, { ...several });
  }
  await page.keyboard.press('Escape');
  await page.evaluate((ms) => window.__felt.rest(ms), 200);
  await does('filters let go', () => page.locator('.bar .clear').click(), `__felt.shown() === ${size}`);

  // Lanes.
  const lanes = page.locator('.bar > button.open').first();
  await lanes.click();
  await page.locator(':popover-open input[value=actor]').waitFor({ state: 'attached' });
  for (const by of ['actor', 'place', 'source', 'category']) {
    await does(
      `lanes by ${by}`,
      () => page.locator(`:popover-open label:has(input[value=${by}])`).click(),
      '__felt.lanes() !== before.lanes',
    );
    const whole = await page.evaluate(
      (all) => window.__felt.until(() => window.__felt.inList() === all),
      size,
    );
    steps.push({ ...whole, name: `lanes by ${by}: every event singly`, limit: null });
    await page.evaluate((ms) => window.__felt.rest(ms), 300);
  }
  await page.keyboard.press('Escape');

  // One event.
  await page.locator('#event-list').focus();
  await page.keyboard.press('ArrowDown');
  await does(
    'next in the list',
    () => page.keyboard.press('ArrowDown'),
    '__felt.active() !== before.active',
    { drawn: null },
  );
  await does(
    'opened from the list',
    () => page.keyboard.press('Enter'),
    `document.querySelector('aside h2, aside [id=panel-title]')`,
  );
  await page.keyboard.press('Escape');
  await page.evaluate((ms) => window.__felt.rest(ms), 300);
  const place = await somewhere(page);
  await does(
    'clicked on the chart',
    () => page.mouse.click(place.x, place.y),
    `document.querySelector('aside')`,
  );
  await does('next by j', () => page.keyboard.press('j'), '__felt.panel() !== before.panel');
  await does('previous by k', () => page.keyboard.press('k'), '__felt.panel() !== before.panel');
  await does('let go by Esc', () => page.keyboard.press('Escape'), `!document.querySelector('aside')`);
  // A correction changes the list itself.
  await page.mouse.click(place.x, place.y);
  await page.locator('aside').waitFor();
  await page.evaluate((ms) => window.__felt.rest(ms), 300);
  await does('dismissed', () => page.keyboard.press('x'), `__felt.inChips() === ${size - 1}`);
  await page.evaluate((ms) => window.__felt.rest(ms), REST);
  await does('undone', () => page.keyboard.press('z'), `__felt.inChips() === ${size}`);
  steps.push({
    name: 'elements',
    elements: await page.evaluate(() => document.querySelectorAll('*').length),
  });
  check(size, steps);
}

/** A place of the chart at which there is an event. */
async function somewhere(page) {
  const box = await page.locator('.surface canvas').first().boundingBox();
  for (let y = box.y + 60; y < box.y + box.height - 100; y += 7) {
    for (let x = box.x + box.width / 2; x < box.x + box.width - 60; x += 90) {
      await page.mouse.move(x, y);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      if (await page.evaluate(() => document.querySelector('.surface.over') !== null)) return { x, y };
    }
  }
  throw new Error('found no event on the chart to click at');
}

/** Numbers of the page that are not those of the list. @throws where there are any. */
function check(size, steps) {
  const asked = steps.filter(({ wanted }) => wanted !== undefined);
  const truth = asked.map(({ wanted }) => (typeof wanted === 'number' ? wanted : 0));
  const tests = asked.map(({ wanted }) => (typeof wanted === 'number' ? null : passes(wanted)));
  for (const event of events(size)) {
    for (const [i, test] of tests.entries()) if (test?.(event)) truth[i]++;
  }
  asked.forEach(({ name, found }, i) => {
    if (found !== truth[i]) throw new Error(`${name}: found ${found}, expected ${truth[i]}`);
  });
}

function passes({ from, to, source, actor, place, status, confidence, precision }) {
  const start = from === undefined ? -Infinity : Date.UTC(Number(from), 0, 1) / 86_400_000;
  const end = to === undefined ? Infinity : Date.UTC(Number(to) + 1, 0, 1) / 86_400_000;
  const band = confidence === undefined ? null : BANDS[confidence];
  const is = (words, value) => words === undefined || (VALUES[words] ?? words.toLowerCase()) === value;
  return (event) =>
    event.time.start < end &&
    event.time.end > start &&
    (source === undefined || event.sources[0].document === source) &&
    (actor === undefined || event.actors.includes(actor)) &&
    (place === undefined || event.place === place) &&
    is(status, event.status) &&
    is(precision, event.time.precision) &&
    (band === null || (event.confidence >= band[0] && event.confidence < band[1]));
}

/** Bytes in use after a collection: objects, and what typed arrays hold outside of the heap. */
async function memory(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  return { heap: usedSize, arrays: backingStorageSize };
}

/** ms that the page's thread has worked. Other programs hardly change it, unlike the time on the clock. */
async function threadTime(session) {
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'ThreadTime').value * 1000;
}

/** Runs within the page, before anything else does. */
function watch() {
  const tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  // A task after the callbacks of a frame: style, layout and paint of it are over.
  const after = () =>
    new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    });
  const numbers = (selector) =>
    [...document.querySelectorAll(selector)].map((element) =>
      Number(
        /([\d,]+) events?$/.exec(element.getAttribute('aria-label') ?? '')?.[1].replaceAll(',', '') ?? 0,
      ),
    );
  const sum = (list) => list.reduce((all, one) => all + one, 0);
  let since = 0;
  let armed = null;
  const felt = {
    begin: () => {
      since = performance.now();
    },
    /** The longest that the thread was busy at a stretch since then, ms; at most 50 are none at all. */
    busy: () =>
      Math.max(
        0,
        ...tasks.filter((task) => task.startTime + task.duration > since).map((task) => task.duration),
      ),
    async until(test) {
      for (;;) {
        await frame();
        if (test()) break;
      }
      await after();
      const took = performance.now() - since;
      await wait(60);
      return { took, busy: felt.busy() };
    },
    /** Waits until there was no long task for so long. */
    async rest(ms) {
      const begun = performance.now();
      for (;;) {
        await wait(100);
        const last = tasks.length > 0 ? tasks[tasks.length - 1] : null;
        const quiet = performance.now() - Math.max(begun, last ? last.startTime + last.duration : 0);
        if (quiet >= ms) return { took: performance.now() - since - quiet, busy: felt.busy() };
      }
    },
    inChips: () => sum(numbers('.chip')),
    inList: () => sum(numbers('#event-list [aria-level="1"]')),
    said: () => document.querySelector('.bar + p[aria-live]')?.textContent.trim() ?? '',
    /** How many events the filters leave. */
    shown: () => {
      const words = /^([\d,]+) events? shown of/.exec(felt.said());
      return words ? Number(words[1].replaceAll(',', '')) : felt.inChips();
    },
    found: () => {
      const words = document.querySelector('.search .count')?.textContent;
      return words === undefined ? null : Number((/[\d,]+/.exec(words)?.[0] ?? '0').replaceAll(',', ''));
    },
    lanes: () =>
      [...document.querySelectorAll('#event-list [aria-level="1"]')].map((lane) => lane.dataset.lane).join(),
    active: () => document.getElementById('event-list')?.getAttribute('aria-activedescendant'),
    panel: () => document.getElementById('panel-title')?.textContent ?? '',
    picture: () => {
      const canvas = document.querySelector('.surface canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let hash = 0;
      for (let i = 0; i < data.length; i += 4) hash = (Math.imul(hash, 31) + data[i] + data[i + 1] * 256) | 0;
      return hash;
    },
    /** Notes what is seen, and begins to watch for the next thing that a hand does. */
    arm(expression) {
      const test = new Function('before', '__felt', `return (${expression});`);
      const before = {
        said: felt.said(),
        found: felt.found(),
        lanes: felt.lanes(),
        active: felt.active(),
        panel: felt.panel(),
        picture: felt.picture(),
      };
      const kinds = ['click', 'keydown', 'change'];
      const now = { before, test, expression, at: null, shown: null };
      const hear = (event) => {
        if (now.at !== null) return;
        now.at = event.timeStamp;
        since = event.timeStamp;
        for (const kind of kinds) window.removeEventListener(kind, hear, true);
        now.shown = (async () => {
          for (const began = performance.now(); performance.now() - began < 60_000; ) {
            await frame();
            const is = test(before, felt);
            await after();
            if (is) return performance.now() - now.at;
          }
          return null;
        })();
      };
      for (const kind of kinds) window.addEventListener(kind, hear, true);
      armed = now;
    },
    async done() {
      if (armed.at === null) throw new Error('nothing was done');
      const took = await armed.shown;
      if (took === null) throw new Error(`a minute later it still does not hold: ${armed.expression}`);
      await wait(60);
      return { took, busy: felt.busy() };
    },
    /** Waits for another picture: marks may be on their way for a while, or come from another thread. */
    async drawn(what) {
      for (const began = performance.now(); felt.picture() === armed.before.picture; await wait(50)) {
        if (performance.now() - began > 10_000) throw new Error(`${what}: the picture is the same as before`);
      }
    },
  };
  window.__felt = felt;
}

function print(size, taken) {
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  console.log(`\n${size.toLocaleString('en')} events${' '.repeat(24)}shown  at a stretch  work`);
  let good = true;
  for (const [i, { name, ...step }] of taken[0].entries()) {
    const of = (read) => median(taken.map((run) => read(run[i])));
    if (step.wanted !== undefined) continue;
    const missed = [];
    let figures = '';
    if (step.bytes !== undefined) {
      const [bytes, heap] = [of((each) => each.bytes), of((each) => each.heap)];
      figures = `${bytes.toFixed(0)} bytes an event in arrays, ${heap.toFixed(0)} in objects and strings`;
      if (bytes > MOST_BYTES) missed.push(`≤ ${MOST_BYTES}`);
    } else if (step.elements !== undefined) {
      const elements = of((each) => each.elements);
      figures = `${elements} elements`;
      if (elements > MOST_ELEMENTS) missed.push(`≤ ${MOST_ELEMENTS}`);
    } else {
      const [took, busy, cpu] = [
        of((each) => each.took),
        of((each) => each.busy),
        of((each) => each.cpu ?? 0),
      ];
      const worked = step.cpu === undefined ? '      –   ' : `${cpu.toFixed(0).padStart(7)} ms`;
      figures = `${took.toFixed(0).padStart(7)} ms ${busy.toFixed(0).padStart(7)} ms ${worked}`;
      if (step.limit !== null && took > step.limit) missed.push(`shown ≤ ${step.limit}`);
      if (busy > MOST_BUSY) missed.push(`busy ≤ ${MOST_BUSY}`);
    }
    good &&= missed.length === 0;
    console.log(`  ${name.padEnd(34)}${figures}  ${missed.length > 0 ? missed.join(', ') : 'yes'}`);
  }
  return good;
}
