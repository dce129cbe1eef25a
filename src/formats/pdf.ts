import type { Document } from '../model/document.ts';
import { Layout, tidy } from './parts.ts';
import { type Run, segmentsOf } from './pdf/lines.ts';
import { layPages, type Page } from './pdf/paragraphs.ts';
import { shortTitle } from './text.ts';

/** A PDF that was read, with a note where it was not read to its end; or why it was not. */
export type ReadPdf =
  | { readonly document: Document; readonly note: string | null }
  | { readonly code: string; readonly refused: string };

/** A shelf of books has more pages. */
const MOST_PAGES = 3000;
/** So long one file is read. Milliseconds. */
const LONGEST = 90_000;
/** A page of pictures alone may have a stamp or a page number. Letters. */
const LEAST_LETTERS = 12;

/**
 * Reads the words of a PDF: columns in reading order, digits of notes raised, running heads and page numbers dropped,
 * sentences joined over lines and pages; headings by their size. Pages that are pictures have no words to read.
 */
export async function readPdf(name: string, bytes: Uint8Array): Promise<ReadPdf> {
  const { getDocument } = await loadParser();
  const task = getDocument({
    // A copy, which the parser may keep, and no Buffer of Node's, which it refuses.
    data: new Uint8Array(bytes),
    // Fonts are not drawn, and nothing is fetched or run.
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    useWorkerFetch: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    const pages: Page[] = [];
    const started = performance.now();
    let letters = 0;
    while (pages.length < Math.min(pdf.numPages, MOST_PAGES) && performance.now() - started < LONGEST) {
      const page = await pdf.getPage(pages.length + 1);
      const [left = 0, bottom = 0, , top = 0] = page.view;
      const { items } = await page.getTextContent({ disableNormalization: false });
      const runs = items.flatMap((item) => ('str' in item ? runOf(item, left, bottom) : []));
      letters += runs.reduce((sum, run) => sum + run.text.trim().length, 0);
      pages.push({ height: top - bottom, segments: segmentsOf(runs) });
      page.cleanup();
    }
    if (letters < LEAST_LETTERS * Math.max(1, Math.min(3, pages.length))) {
      const what =
        pdf.numPages === 1 ? 'a page that is a picture' : `${pdf.numPages} pages that are pictures`;
      return {
        code: 'file/scanned',
        refused: `found ${what}, expected a PDF with text; recognise its letters first (OCR)`,
      };
    }
    const layout = new Layout();
    layPages(pages, layout);
    const laid = layout.done();
    const note =
      pages.length < pdf.numPages
        ? `the first ${pages.length} of ${pdf.numPages} pages were read; split it into parts`
        : null;
    const { info } = (await pdf.getMetadata()) as { readonly info: { readonly Title?: unknown } };
    const said = typeof info.Title === 'string' ? tidy(info.Title) : '';
    const head = laid.parts.find(({ kind }) => kind === 'heading') ?? laid.parts[0];
    const printed = head ? laid.text.slice(head.start, head.end) : '';
    // Programs write file names and their own names into titles.
    const title =
      said === '' || /^(?:untitled|microsoft word|document\d*)\b|\.\w{2,5}$|^\S+$/i.test(said)
        ? printed
        : said;
    return {
      document: { id: name, name, title: shortTitle(title), ...laid, format: 'pdf', date: null },
      note,
    };
  } catch (error) {
    const { name: kind, message } = error as Error;
    if (kind === 'PasswordException')
      return {
        code: 'file/locked',
        refused: 'found a PDF behind a password, expected one without; save it without the password first',
      };
    if (kind === 'InvalidPDFException' || kind === 'FormatError' || kind === 'MissingPDFException')
      return {
        code: 'file/broken',
        refused: `found a PDF that is broken (${message}), expected a whole one`,
      };
    throw error;
  } finally {
    await task.destroy();
  }
}

/** A piece of text as the parser gives it. */
interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Upright text; what is turned stands beside the text, such as a stamp or the name of a series. */
function runOf({ str, transform, width }: Item, left: number, bottom: number): Run[] {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform;
  const size = Math.abs(d) || Math.abs(a);
  if (str === '' || Math.abs(b) > Math.abs(a) * 0.2 || !(size > 0) || ![x, y, width].every(Number.isFinite))
    return [];
  return [{ x: x - left, y: y - bottom, width, size, text: withLetters(str) }];
}

/** What fonts made of dots call by numbers alone, in the codes of TeX (OT1, T1): letters set as one, dashes, bullets. */
const CODES: Readonly<Record<string, string>> = {
  '\u000b': 'ff',
  '\u000c': 'fi',
  '\u000d': 'fl',
  '\u000e': 'ffi',
  '\u000f': 'ffl',
  '\u0010': '“',
  '\u0011': '”',
  '\u0012': '„',
  '\u0013': '«',
  '\u0014': '»',
  '\u0015': '–',
  '\u0016': '—',
  '\u001b': 'ff',
  '\u001c': 'fi',
  '\u001d': 'fl',
  '\u001e': 'ffi',
  '\u001f': 'ffl',
  '\u0088': '•',
};

/** Characters that no text has stand for what their font draws there; of those that nobody knows nothing is said. */
const withLetters = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are meant.
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (code) => CODES[code] ?? '');

/** Of the runtime, Node's or the browser's. */
declare const performance: { now(): number };

/** Classes that the parser's drawing half wants to exist in the runtime; nothing is drawn here. */
class Nothing {}

async function loadParser() {
  const runtime = globalThis as unknown as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) runtime[name] ??= Nothing;
  // The half that parses, in this very thread: extraction has a thread of its own already, and the command line is one file.
  if (!runtime.pdfjsWorker) {
    // In a worker it would take that for its own and answer in our place, unless it believes to be in a page.
    const inPage = 'window' in runtime;
    if (!inPage) runtime.window = {};
    try {
      runtime.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    } finally {
      if (!inPage) delete runtime.window;
    }
  }
  const { console } = globalThis as unknown as { console: { warn: unknown } };
  const { warn } = console;
  try {
    // In Node it complains that it has nothing to draw with, when it is loaded and whether or not one draws.
    console.warn = () => {};
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}
