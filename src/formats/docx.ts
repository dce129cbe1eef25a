import mammoth from 'mammoth/mammoth.browser.js';
import type { Document } from '../model/document.ts';
import { layHtml } from './html.ts';
import { Layout, tidy } from './parts.ts';
import { shortTitle } from './text.ts';
import { listZip, unpack } from './zip.ts';

/** No part of a Word file that holds words is larger than this. */
const LARGEST_PART = 60_000_000;
/** Nor are all its words together. Pictures are not unpacked. */
const LARGEST_WORDS = 120_000_000;

/** Styles that the parser does not know by itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='toc 1'] => !",
  "p[style-name='toc 2'] => !",
  "p[style-name='toc 3'] => !",
];

/**
 * Reads a Word file (.docx, or .docm without its macros): headings, paragraphs, lists, tables and notes as blocks,
 * deleted words left out and inserted ones kept. The text is made of the blocks' words.
 * @returns null where it holds no words.
 * @throws Error with a sentence where it is no whole Word file.
 */
export async function readDocx(name: string, bytes: Uint8Array): Promise<Document | null> {
  let budget = LARGEST_WORDS;
  for (const entry of listZip(bytes)) {
    // Unpacked once for its size alone: the parser would unpack whatever is claimed.
    if (!/\.(?:xml|rels)$/i.test(entry.path)) continue;
    if (entry.refused) throw new Error(`${entry.path} ${entry.refused}`);
    budget -= unpack(bytes, entry, Math.min(LARGEST_PART, budget)).length;
  }
  const { value } = await mammoth
    .convertToHtml(
      { arrayBuffer: new Uint8Array(bytes).buffer },
      { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    .catch((error: Error) => {
      // The parser's own words have signs in them that are no words.
      const why = error.message.replace(/[^\x20-\x7e]+|\[xmldom \w+\]|@#\[.*$/g, ' ');
      throw new Error(`found a Word file that is broken (${tidy(why).slice(0, 120)}), expected a whole one`);
    });
  const layout = new Layout();
  layHtml(value, layout);
  if (layout.parts.length === 0) return null;
  const laid = layout.done();
  const head = laid.parts.find(({ kind }) => kind === 'heading') ?? laid.parts[0];
  const title = head ? laid.text.slice(head.start, head.end) : '';
  return { id: name, name, title: shortTitle(title), ...laid, format: 'docx', date: null };
}

/** Whether the bytes of an old Office container hold a Word file behind a password. */
export function isLocked(bytes: Uint8Array): boolean {
  // Names in such a container are UTF-16.
  const sign = Uint8Array.from('EncryptedPackage', (c) => c.charCodeAt(0));
  const length = Math.min(bytes.length - sign.length * 2, 2_000_000);
  for (let i = 0; i < length; i++) {
    let j = 0;
    while (j < sign.length && bytes[i + 2 * j] === sign[j] && bytes[i + 2 * j + 1] === 0) j++;
    if (j === sign.length) return true;
  }
  return false;
}
