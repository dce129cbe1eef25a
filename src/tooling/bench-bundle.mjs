/**
 * How much must come over the line before the page paints? The entry of the built page, what it loads at once and its
 * style, each compressed by gzip, fonts aside: they come after the first paint.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

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
  return names.map((name) => ({
    name,
    bytes: gzipSync(readFileSync(join(folder, name)), { level: 9 }).length,
  }));
}

/** Prints the sizes. @returns whether they are small enough. */
export function benchBundle(folder) {
  const files = firstPaint(folder);
  const sum = files.reduce((all, { bytes }) => all + bytes, 0) / 1000;
  for (const { name, bytes } of files) console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${name}`);
  console.log(
    `${sum.toFixed(1).padStart(8)} kB  before the first paint, gzip: ${sum <= MOST ? 'yes' : `≤ ${MOST}`}`,
  );
  return sum <= MOST;
}
