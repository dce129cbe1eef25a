import type { Document } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { decode } from './encoding.ts';
import { readMarkdown } from './markdown.ts';
import { recogniseBytes, recogniseText } from './recognise.ts';
import { readText } from './text.ts';
import { isTml, readTml } from './tml.ts';
import { isWiki, readWiki } from './wiki.ts';

/** A file as it was found or dropped. */
export interface NamedBytes {
  /** File name, as people know it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A document, or null where the file was kept out; beside it what a person should know. */
export interface ReadResult {
  readonly document: Document | null;
  /** `at` is the file's name. One `kept-out` when `document` is null, else notes or nothing. */
  readonly problems: readonly Problem[];
}

/**
 * Text of this many bytes or more is refused: it is a data set or a shelf of books, and its events would be neither
 * read in a sitting nor drawn legibly. A novel has 1 MB.
 */
export const LARGEST_FILE = 20_000_000;

const MARKDOWN = /\.(?:md|mdown|mkd|markdown)$/i;

/**
 * Reads a file into a document: the common door for the command line, dropped files and tests. What is no readable
 * text, by its bytes and not by its ending, is answered with a sentence. Pure; the bytes are not kept or modified.
 */
export function readFile({ name, bytes }: NamedBytes): ReadResult {
  if (bytes.length === 0) return keptOut(name, 'file/empty', 'the file is empty, expected text');
  const other = recogniseBytes(bytes);
  if (other) return keptOut(name, 'file/format', other);
  if (bytes.length >= LARGEST_FILE) {
    const size = (Math.floor(bytes.length / 100_000) / 10).toFixed(1);
    return keptOut(
      name,
      'file/size',
      `found ${size} MB of text, expected less than ${LARGEST_FILE / 1e6} MB; split it into parts`,
    );
  }
  const decoded = decode(bytes);
  if (!decoded) return keptOut(name, 'file/binary', 'found binary data, expected text (.txt or .md)');
  const { text, encoding, sure, damaged } = decoded;
  if (text.trim() === '') return keptOut(name, 'file/blank', 'found only white space, expected text');
  if (isTml(text)) return readMarked(name, text);
  const markup = recogniseText(text);
  if (markup) return keptOut(name, 'file/format', markup);
  const problems: Problem[] = [];
  const note = (code: string, message: string) =>
    problems.push({ code, message: `${name}: ${message}`, at: name, level: 'note' });
  if (!sure && encoding !== 'utf-8')
    note('file/encoding', `the text does not say its encoding; read as ${encoding}, the likeliest`);
  if (damaged > 0)
    note(
      'file/damaged',
      `${damaged} ${damaged === 1 ? 'place is' : 'places are'} not valid ${encoding} and shown as \ufffd`,
    );
  if (MARKDOWN.test(name)) return { document: readMarkdown(name, text), problems };
  const wiki = isWiki(name, text) ? readWiki(name, text) : null;
  return { document: wiki ?? readText(name, text), problems };
}

/** TimeML; its letters are those of XML, which says how they are encoded. */
function readMarked(name: string, xml: string): ReadResult {
  const document = readTml(name, xml);
  if (!document) return keptOut(name, 'file/format', 'found TimeML without a TEXT, expected the text in it');
  return { document, problems: [] };
}

/**
 * Gives documents ids that are unique: the file name, with ` (2)`, ` (3)` … where an earlier one has it. The order
 * decides, so sort the files first where ids must not depend on how they were found.
 * @param others ids that other documents have.
 */
export function nameDocuments(documents: readonly Document[], others: Iterable<string> = []): Document[] {
  const taken = new Set<string>(others);
  // A file may really be called `a.txt (2)`: names of the first of their kind are never given away.
  const names = new Set(documents.map(({ name }) => name));
  return documents.map((document) => {
    let id = document.name;
    for (let n = 2; taken.has(id) || (id !== document.name && names.has(id)); n++)
      id = `${document.name} (${n})`;
    taken.add(id);
    return document.id === id ? document : { ...document, id };
  });
}

function keptOut(name: string, code: string, message: string): ReadResult {
  return {
    document: null,
    problems: [{ code, message: `${name}: ${message}`, at: name, level: 'kept-out' }],
  };
}
