import type { Document } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { LARGEST_FILE, type NamedBytes, readFile } from './document.ts';
import { decode } from './encoding.ts';
import { isReadable, READABLE } from './readable.ts';
import { kindWithin, mayHoldEvents } from './ready/kind.ts';
import { kindOf } from './recognise.ts';

/** What a file held: one document, or several files where it is an archive or a mail. */
export interface Opened {
  /** Their ids are their names until `nameDocuments` has seen all. */
  readonly documents: readonly Document[];
  /** Files of ready events within an archive or beside a mail, unpacked and not read: `readReady` does that. */
  readonly ready: readonly NamedBytes[];
  /** `at` is the name of the file, or of the one within it. */
  readonly problems: readonly Problem[];
}

/** A web page may be larger than a text: most of it is markup. */
const LARGEST_PAGE = 30_000_000;

/** A Word file or a PDF may be larger: most of it is pictures. */
const LARGEST_BINARY = 200_000_000;
/** What an archive may hold, unpacked. */
const LARGEST_ARCHIVE = 300_000_000;
const MOST_IN_ARCHIVE = 5000;
/** A mail in a mail in a mail. */
const DEEPEST = 3;

export { READABLE } from './readable.ts';

/**
 * Reads a file of any kind, told by its bytes and then by its ending: the common door. Parsers are loaded when the
 * first file needs them. Never throws for what a file holds: a file that cannot be read is one `kept-out` problem, and
 * the others go on.
 */
export const openFile = (file: NamedBytes): Promise<Opened> => openWithin(file, 'top', 0);

/** @param within an archive in an archive is not opened: it may hold itself. */
async function openWithin(file: NamedBytes, within: 'top' | 'mail' | 'zip', depth: number): Promise<Opened> {
  try {
    return await read(file, within, depth);
  } catch (error) {
    // A parser's fault is the file's in the eyes of who dropped it, and must not take the other files with it.
    const what = error instanceof Error ? error.message : String(error);
    return keptOut(file.name, 'file/broken', `could not be read: ${what.slice(0, 300)}`);
  }
}

async function read(file: NamedBytes, within: 'top' | 'mail' | 'zip', depth: number): Promise<Opened> {
  const { name, bytes } = file;
  if (within !== 'top' && kindWithin(name, bytes) !== null)
    return { documents: [], ready: [file], problems: [] };
  const kind = kindOf(name, bytes);
  if (kind && kind !== 'html' && bytes.length > LARGEST_BINARY)
    return keptOut(
      name,
      'file/size',
      `found ${sizeOf(bytes)}, expected less than ${LARGEST_BINARY / 1e6} MB`,
    );
  switch (kind) {
    case 'html':
      return readPage(file);
    case 'docx': {
      const { readDocx } = await import('./docx.ts');
      return one(name, await readDocx(name, bytes), 'found a Word file without words, expected text in it');
    }
    case 'odt': {
      const { readOdt } = await import('./odt.ts');
      return one(name, readOdt(name, bytes), 'found an OpenDocument text without words, expected text in it');
    }
    case 'epub': {
      const { readEpub } = await import('./epub.ts');
      return one(name, readEpub(name, bytes), 'found a book without words, expected text in it');
    }
    case 'rtf': {
      const { readRtf } = await import('./rtf.ts');
      return one(name, readRtf(name, bytes), 'found a Rich Text file without words, expected text in it');
    }
    case 'gzip': {
      if (within === 'zip')
        return keptOut(
          name,
          'file/nested',
          'found an archive within an archive, expected documents; unpack it first',
        );
      const { unpackGzip } = await import('./zip.ts');
      const inner = unpackGzip(bytes, LARGEST_BINARY);
      if (String.fromCharCode(...inner.subarray(257, 262)) === 'ustar')
        return keptOut(name, 'file/format', 'found a tar archive, expected a document or a zip of them');
      return openWithin({ name: name.replace(/\.gz$/i, ''), bytes: inner }, 'zip', depth + 1);
    }
    case 'pdf':
      return readPages(file);
    case 'locked': {
      const { isLocked } = await import('./docx.ts');
      if (isLocked(bytes))
        return keptOut(
          name,
          'file/locked',
          'found an Office file behind a password, expected one without; save it without the password first',
        );
      break;
    }
    case 'mail':
      return readLetter(file, depth);
    case 'zip':
      if (within === 'zip')
        return keptOut(
          name,
          'file/nested',
          'found an archive within an archive, expected documents; unpack it first',
        );
      return readArchive(file, depth);
  }
  const { document, problems } = readFile(file);
  return { documents: document ? [document] : [], ready: [], problems };
}

function one(name: string, document: Document | null, without: string): Opened {
  if (!document) return keptOut(name, 'file/blank', without);
  if (document.text.length >= LARGEST_FILE)
    return keptOut(
      name,
      'file/size',
      `found ${sizeOf(document.text)} of text, expected less than ${LARGEST_FILE / 1e6} MB`,
    );
  return { documents: [document], ready: [], problems: [] };
}

async function readLetter({ name, bytes }: NamedBytes, depth: number): Promise<Opened> {
  const { readMail } = await import('./mail.ts');
  const { document, attached } = await readMail(name, bytes);
  const readable = attached.filter(
    ({ name: own, bytes: inner }) =>
      isReadable(own) || (mayHoldEvents(own) && kindWithin(own, inner) !== null),
  );
  if (!document && readable.length === 0)
    return keptOut(name, 'file/blank', 'found a mail without words, expected text in it');
  const opened = document ? [one(name, document, '')] : [];
  for (const file of readable) {
    const inner = { ...file, name: `${name}/${file.name}` };
    opened.push(
      depth + 1 >= DEEPEST
        ? keptOut(inner.name, 'file/nested', 'found a mail within mails within mails, expected fewer')
        : await openWithin(inner, 'mail', depth + 1),
    );
  }
  return joined(opened);
}

async function readArchive({ name, bytes }: NamedBytes, depth: number): Promise<Opened> {
  const { listZip, unpack } = await import('./zip.ts');
  const all = listZip(bytes);
  const entries = all.filter(({ path }) => !isHidden(path) && (isReadable(path) || mayHoldEvents(path)));
  if (entries.length === 0)
    return keptOut(
      name,
      'file/no-documents',
      `found an archive without documents, expected ${READABLE.join(', ')} files in it, or lists of events`,
    );
  const opened: Opened[] = [];
  let others = all.filter(({ path }) => !isHidden(path)).length - entries.length;
  let budget = LARGEST_ARCHIVE;
  for (const [i, entry] of entries.entries()) {
    const path = `${name}/${entry.path}`;
    if (i >= MOST_IN_ARCHIVE || budget <= 0) {
      const most = i >= MOST_IN_ARCHIVE ? `${MOST_IN_ARCHIVE} documents` : `${LARGEST_ARCHIVE / 1e6} MB`;
      opened.push(
        keptOut(
          path,
          'file/size',
          `this and ${entries.length - i - 1} more files were not read, expected ${most} in an archive at most`,
        ),
      );
      break;
    }
    if (entry.refused) {
      opened.push(keptOut(path, 'file/locked', entry.refused));
      continue;
    }
    try {
      const inner = unpack(bytes, entry, Math.min(budget, LARGEST_BINARY));
      budget -= inner.length;
      if (!isReadable(path) && kindWithin(path, inner) === null) {
        others++;
        continue;
      }
      opened.push(await openWithin({ name: path, bytes: inner }, 'zip', depth + 1));
    } catch (error) {
      opened.push(keptOut(path, 'file/broken', (error as Error).message));
    }
  }
  if (others > 0) {
    const few = others === 1 ? 'a file in it is' : `${others} files in it are`;
    const message = `${name}: ${few} of other kinds and not read; expected ${READABLE.join(', ')}, or lists of events`;
    const note: Problem = { code: 'file/others', message, at: name, level: 'note' };
    opened.unshift({ documents: [], ready: [], problems: [note] });
  }
  return joined(opened);
}

const joined = (opened: readonly Opened[]): Opened => ({
  documents: opened.flatMap(({ documents }) => documents),
  ready: opened.flatMap(({ ready }) => ready),
  problems: opened.flatMap(({ problems }) => problems),
});

const isHidden = (path: string): boolean => /(?:^|\/)(?:\.|__MACOSX\/)/.test(path);

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
  return {
    documents: [document],
    ready: [],
    problems: notes(name, decoded.encoding, decoded.sure, decoded.damaged),
  };
}

async function readPages({ name, bytes }: NamedBytes): Promise<Opened> {
  const { readPdf } = await import('./pdf.ts');
  const read = await readPdf(name, bytes);
  if ('refused' in read) return keptOut(name, read.code, read.refused);
  const opened = one(name, read.document, '');
  return read.note === null
    ? opened
    : {
        ...opened,
        problems: [
          ...opened.problems,
          { code: 'file/cut', message: `${name}: ${read.note}`, at: name, level: 'note' },
        ],
      };
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
  return {
    documents: [],
    ready: [],
    problems: [{ code, message: `${name}: ${message}`, at: name, level: 'kept-out' }],
  };
}
