/**
 * How much must come over the line before the page paints? The entry of the built page, what it loads at once and its
 * style, each compressed by gzip, fonts aside: they come after the first paint. And how much until the first picture of
 * the sample stands, which also takes what reads files?
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

/** What is to be reached, kB. */
const MOST = 90;

/**
 * @param {string} folder of a built page.
 * @returns {{ name: string, bytes: number }[]} what its head loads, compressed.
 * @throws when the page loads nothing: then it was not built as expected, and a size would say nothing.
 */
export function firstPaint(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const loaded = /<(?:script[^>]*\ssrc|link[^>]*\srel="(?:stylesheet|modulepreload)"[^>]*\shref)="([^"]+)"/g;
  const names = [...html.matchAll(loaded)].map((match) => match[1]);
  if (!names.some((name) => name.endsWith('.js')))
    throw new Error(`Found no script in ${folder}/index.html.`);
  return names.map((name) => ({ name, bytes: compressed(join(folder, name)) }));
}

const compressed = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/**
 * @param {string} folder of a built page.
 * @returns {Promise<number>} bytes of the scripts and styles that a browser has asked for when the first picture stands.
 * @throws when it never stands.
 */
export async function firstPicture(folder) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Found no Chromium to open the page in. Set CHROMIUM_PATH to one.');
  const { port, close } = await serve({ folder, port: 0 });
  const browser = await chromium.launch({ executablePath, args: chromiumArgs });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    const mark = 'dateline: first picture';
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark);
    const names = await page.evaluate((name) => {
      const [{ startTime }] = performance.getEntriesByName(name);
      const loaded = performance.getEntriesByType('resource').filter((each) => each.startTime < startTime);
      return loaded.map((each) => new URL(each.name).pathname);
    }, mark);
    const code = [...new Set(names)].filter((name) => /\.(?:js|css)$/.test(name));
    return code.reduce((sum, name) => sum + compressed(join(folder, name)), 0);
  } finally {
    await browser.close();
    await close();
  }
}

/** Prints the sizes. @returns whether they are small enough. */
export async function benchBundle(folder) {
  const files = firstPaint(folder);
  const sum = files.reduce((all, { bytes }) => all + bytes, 0) / 1000;
  for (const { name, bytes } of files) console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${name}`);
  console.log(
    `${sum.toFixed(1).padStart(8)} kB  before the first paint, gzip: ${sum <= MOST ? 'yes' : `≤ ${MOST}`}`,
  );
  const picture = (await firstPicture(folder)) / 1000;
  console.log(`${picture.toFixed(1).padStart(8)} kB  until the first picture of the sample, gzip`);
  return sum <= MOST;
}
