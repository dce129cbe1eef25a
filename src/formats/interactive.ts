import { canonicalJson } from '../model/canonicalJson.ts';
import type { Collection } from '../model/collection.ts';
import { writeHtml } from './chronology/html.ts';
import { readSavedJson, type Saved } from './saved.ts';
import { sha256 } from './sha256.ts';
import unpack from './unpack.js?raw';
import { escapeXml } from './wellFormed.ts';
import { deflate } from './zip.ts';

/** Where the collection stands in the file. */
const DATA = 'dateline-data';

/** Where the packed code stands, as `unpack.js` knows. */
const CODE = 'dateline-code';

/**
 * A collection as one file that is a timeline to zoom, search and filter in any browser, from a disk as well, and without
 * scripts or on paper a chronology with its sources. It holds everything and asks for nothing: its policy allows the one
 * script and the styles that are in it, told by their hashes, and no connection at all. The data stand in it as they are,
 * the code packed, which takes half the room; a browser too old to unpack it (before 2023) shows the chronology. The same
 * collection gives the same bytes, from the page and from the command line.
 * @param locale BCP 47, of dates and words. @param script code of `<dateline-timeline>`, as it was built.
 * @returns about half as large as the script, and twice as the collection: once as data, once to be read.
 */
export function writeInteractive(collection: Collection, locale: string, script: string): string {
  const code = base64(deflate(new TextEncoder().encode(script)));
  // The bare chronology is what remains where there is no script; it is written once and for both.
  const chronology = writeHtml(collection, locale);
  const styles = [...chronology.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style]) => style ?? '');
  const hashes = [...styles, STYLE].map((style) => `'sha256-${sha256(style)}'`).join(' ');
  const policy = `default-src 'none'; script-src 'sha256-${sha256(unpack)}' 'sha256-${sha256(script)}'; style-src ${hashes}; base-uri 'none'; form-action 'none'`;
  const json = canonicalJson(collection).replace(/</g, '\\u003c');
  const element = `<dateline-timeline controls locale="${escapeXml(locale)}">
<script type="application/json" id="${DATA}">${json}</script>
</dateline-timeline>`;
  const ending = `<script type="text/plain" id="${CODE}">${code}</script>\n<script type="module">${unpack}</script>\n`;
  return chronology
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, () => policyMeta(policy))
    .replace('</head>', () => `<style>${STYLE}</style>\n</head>`)
    .replace('</header>\n', () => `</header>\n${element}\n`)
    .replace(/<\/body>\n<\/html>\n$/, () => `${ending}</body>\n</html>\n`);
}

/** The policy, and a sign by which the file is known from its beginning. */
const policyMeta = (policy: string): string =>
  `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<meta name="${DATA}" content="${DATA}">`;

function base64(bytes: Uint8Array): string {
  let latin1 = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    latin1 += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(latin1);
}

/** The timeline fills the window; the chronology stands in its place where nothing drew it, and below it on paper. */
const STYLE = `
dateline-timeline { display: none; }
dateline-timeline:defined { display: block; }
@media screen {
  html:has(dateline-timeline:defined), html:has(dateline-timeline:defined) body { height: 100%; margin: 0; color-scheme: light dark; }
  html:has(dateline-timeline:defined) body { max-width: none; padding: 0; }
  dateline-timeline:defined { height: 100vh; height: 100dvh; }
  header:has(+ dateline-timeline:defined), dateline-timeline:defined ~ * { display: none; }
}
@media print {
  dateline-timeline:defined { margin: 0 0 8mm; }
  dateline-timeline::part(bar) { display: none; }
}
`;

const MARK = new RegExp(`<script type="application/json" id="${DATA}">(.*?)</script>`, 's');

/** Whether a page holds a collection, by what {@link writeInteractive} writes. */
export const isInteractive = (text: string): boolean => MARK.test(text);

/** Reads the collection back from a page that {@link writeInteractive} wrote; null where it holds none. */
export function readInteractive(text: string): Saved | null {
  const json = MARK.exec(text)?.[1];
  return json === undefined ? null : readSavedJson(json);
}

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const btoa: (latin1: string) => string;
