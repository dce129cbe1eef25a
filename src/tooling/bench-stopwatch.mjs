/**
 * What runs inside the page that is measured. Each function is sent there as text, so it knows nothing but its
 * arguments, the page, and what the ones before it left on `window.__run`.
 */

/**
 * Makes events out of a seed: twelve bursts in 126 years, a fifth of them lasting, titles of three to nine words.
 * @param {{ size: number, seed: number }} wanted
 * @returns {number} how many there are.
 */
export function prepare({ size, seed }) {
  let state = seed | 0;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const who = [
    'The ferry company',
    'Lighthouse keepers',
    'Two brewers',
    'A choir',
    'The orchard union',
    'Surveyors',
  ];
  const does = ['opens', 'sells', 'rebuilds', 'loses', 'maps', 'paints', 'closes', 'wins'];
  const what = [
    'the old mill',
    'a harbour crane and both sheds',
    'the race',
    'a bell',
    'nine islands',
    'a toll road',
  ];
  const day = 86_400_000;
  const [first, last] = [Date.UTC(1900, 0, 1), Date.UTC(2026, 0, 1)];
  const bursts = Array.from({ length: 12 }, () => [
    first + random() * (last - first),
    (1 + 9 * random()) * 300 * day,
  ]);
  const events = [];
  for (let id = 0; id < size; id++) {
    const [middle, width] = pick(bursts);
    const at =
      random() < 0.6
        ? middle + (random() + random() + random() - 1.5) * width
        : first + random() * (last - first);
    const start = Math.min(Math.max(Math.floor(at / day) * day, first), last - day);
    const end = random() < 0.2 ? Math.min(last, start + day * Math.ceil(Math.exp(random() * 7.5))) : null;
    const title = `${pick(who)} ${pick(does)} ${pick(what)}`;
    events.push({ id, start, end, title, category: Math.floor(random() * 8), weight: random() });
  }
  events.sort((a, b) => a.start - b.start);
  window.__run = { events, elements: document.querySelectorAll('*').length };
  return events.length;
}

/**
 * Mounts the chart and waits until its first frame stands.
 * @param {{ width: number, height: number }} size
 */
export async function mount(size) {
  const run = window.__run;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  const began = performance.now();
  run.handle = await window.__timelineBench.mount(
    document.getElementById('root') ?? document.body,
    run.events,
    size,
  );
  await frame();
  // A task after the frame's callbacks: style, layout and paint of it are over.
  await new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  });
  return {
    firstFrame: performance.now() - began,
    elements: document.querySelectorAll('*').length - run.elements,
  };
}

/**
 * Waits until the whole is indexed. A build that knows no `ready` has indexed already.
 * @returns {Promise<number | null>} ms from mounting.
 */
export async function indexed() {
  return (await window.__run.handle.ready) ?? null;
}

/**
 * Looks for words and filters by them, each time until the frame that shows it stands, and writes the view as a file.
 * The first word is not counted: with it the titles are made ready.
 * @param {readonly string[]} words
 * @returns {Promise<{ search: number[], filter: number[], picture: number, characters: number } | null>} ms; null for a
 *   build that can do none of it.
 */
export async function asked(words) {
  const { handle } = window.__run;
  if (!handle.search || !handle.filter || !handle.picture) return null;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const shown = async (change) => {
    await frame();
    const began = performance.now();
    change();
    await frame();
    await new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    });
    return performance.now() - began;
  };
  const taken = { search: [], filter: [] };
  await shown(() => handle.search(words[0]));
  await shown(() => handle.search(null));
  for (const word of words) {
    taken.search.push(await shown(() => handle.search(word)));
    await shown(() => handle.search(null));
    taken.filter.push(await shown(() => handle.filter(word)));
    await shown(() => handle.filter(null));
  }
  handle.picture();
  const began = performance.now();
  const characters = handle.picture();
  return { ...taken, picture: performance.now() - began, characters };
}

/**
 * Whether anything is drawn: how many colours a coarse grid over the canvases shows.
 * @returns {number}
 */
export function colours() {
  const seen = new Set();
  for (const canvas of document.querySelectorAll('canvas')) {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    for (let i = 0; i < data.length; i += 4 * 7) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
  }
  return seen.size;
}

/**
 * Zooms in eight times, pans two windows there and back, zooms out; a third of the time each. The view follows the
 * clock, so what is slow drops frames, as it does for a person.
 * @param {number} length ms.
 * @returns {Promise<number[]>} ms from frame to frame.
 */
export async function gesture(length) {
  const { handle } = window.__run;
  const [first, last] = [Date.UTC(1900, 0, 1), Date.UTC(2026, 0, 1)];
  const centre = first + 0.6 * (last - first);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const frames = [];
  const began = await frame();
  for (let now = began, share = 0; share < 1; ) {
    share = Math.min((now - began) / length, 1);
    const part = share * 3;
    const zoom = 8 ** (part < 1 ? part : part < 2 ? 1 : 3 - part);
    const width = (last - first) / zoom;
    const panned = part > 1 && part < 2 ? Math.sin((part - 1) * 2 * Math.PI) * width : 0;
    handle.setDomain(centre + panned - 0.6 * width, centre + panned + 0.4 * width);
    const next = await frame();
    frames.push(next - now);
    now = next;
  }
  return frames;
}
