import type { Document } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { LARGEST_FILE, type NamedBytes, readFile } from './document.ts';
import { decode } from './encoding.ts';
import { isHtml } from './recognise.ts';

/** What a file held: one document, or several where it is an archive or a mail. */
export interface Opened {
  /** Their ids are their names until `nameDocuments` has seen all. */
  readonly documents: readonly Document[];
  /** `at` is the name of the file, or of the one within it. */
  readonly problems: readonly Problem[];
}

/** A web page may be larger than a text: most of it is markup. */
const LARGEST_PAGE = 30_000_000;

/**
 * Reads a file of any kind, told by its bytes and then by its ending: the common door. Parsers are loaded when the
 * first file needs them. Never throws for what a file holds: a file that cannot be read is one `kept-out` problem, and
 * the others go on.
 */
export async function openFile(file: NamedBytes): Promise<Opened> {
  try {
    return await read(file);
  } catch (error) {
    // A parser's fault is the file's in the eyes of who dropped it, and must not take the other files with it.
    const what = error instanceof Error ? error.message : String(error);
    return keptOut(file.name, 'file/broken', `could not be read: ${what.slice(0, 200)}`);
  }
}

async function read(file: NamedBytes): Promise<Opened> {
  if (isHtml(file.name, file.bytes)) return readPage(file);
  const { document, problems } = readFile(file);
  return { documents: document ? [document] : [], problems };
}

async function readPage({ name, bytes }: NamedBytes): Promise<Opened> {
  if (bytes.length >= LARGEST_PAGE)
    return keptOut(
      name,
      'file/size',
      `found ${sizeOf(bytes)} of HTML, expected less than ${LARGEST_PAGE / 1e6} MB`,
    );
  const { declaredCharset, readHtml } = await import('./html.ts');
  const decoded = decode(bytes, declaredCharset(bytes));
  if (!decoded) return keptOut(name, 'file/binary', 'found binary data, expected an HTML page');
  const document = readHtml(name, decoded.text);
  if (!document)
    return keptOut(
      name,
      'file/blank',
      'found an HTML page without words, expected its text in the file itself',
    );
  if (document.text.length >= LARGEST_FILE)
    return keptOut(
      name,
      'file/size',
      `found ${sizeOf(document.text)} of text, expected less than ${LARGEST_FILE / 1e6} MB`,
    );
  return { documents: [document], problems: notes(name, decoded.encoding, decoded.sure, decoded.damaged) };
}

/** What a person should know of how the bytes were understood. */
function notes(name: string, encoding: string, sure: boolean, damaged: number): Problem[] {
  const note = (code: string, message: string): Problem => ({
    code,
    message: `${name}: ${message}`,
    at: name,
    level: 'note',
  });
  return [
    ...(sure || encoding === 'utf-8'
      ? []
      : [note('file/encoding', `the page does not say its encoding; read as ${encoding}, the likeliest`)]),
    ...(damaged > 0
      ? [
          note(
            'file/damaged',
            `${damaged} ${damaged === 1 ? 'place is' : 'places are'} not valid ${encoding} and shown as \ufffd`,
          ),
        ]
      : []),
  ];
}

const sizeOf = ({ length }: { readonly length: number }): string =>
  `${(Math.floor(length / 100_000) / 10).toFixed(1)} MB`;

function keptOut(name: string, code: string, message: string): Opened {
  return { documents: [], problems: [{ code, message: `${name}: ${message}`, at: name, level: 'kept-out' }] };
}
