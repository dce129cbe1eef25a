/** What a file begins with that is something else than text: [bytes as Latin-1, what it is]. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['\x89PNG\r\n\x1a\n', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['RIFF', 'a sound, film or WebP file'],
  ['\x1f\x8b', 'a gzip archive'],
  ['BZh', 'a bzip2 archive'],
  ['\xfd7zXZ\x00', 'an xz archive'],
  ["7z\xbc\xaf'\x1c", 'a 7-Zip archive'],
  ['Rar!\x1a\x07', 'a RAR archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Office document (.doc, .xls or .ppt)'],
  ['SQLite format 3\x00', 'an SQLite database'],
  ['\x7fELF', 'a program'],
  ['MZ\x90\x00', 'a program'],
  ['OggS', 'a sound file'],
  ['ID3', 'a sound file'],
  ['PAR1', 'a Parquet file'],
  ['{\\rtf', 'an RTF document'],
];

/** Kinds of zip, told by the names of their first entries. */
const ZIPPED: readonly (readonly [RegExp, string])[] = [
  [/word\//, 'a Word document (.docx)'],
  [/xl\//, 'an Excel workbook (.xlsx)'],
  [/ppt\//, 'a PowerPoint presentation (.pptx)'],
  [/mimetypeapplication\/epub/, 'an EPUB book'],
  [/mimetypeapplication\/vnd\.oasis/, 'an OpenDocument file'],
];

/**
 * Recognises by its first bytes a file that Dateline cannot read as text.
 * @returns a sentence that says what was found and what was expected, or null for what may be text.
 */
export function recogniseBytes(bytes: Uint8Array): string | null {
  const head = latin1(bytes, 64);
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) {
    const names = latin1(bytes, 8192);
    return found(ZIPPED.find(([sign]) => sign.test(names))?.[1] ?? 'a zip archive');
  }
  if (/^....ftyp/s.test(head)) return found('a film or HEIC image');
  const signature = SIGNATURES.find(([sign]) => head.startsWith(sign));
  return signature ? found(signature[1]) : null;
}

/** Whether a file is a web page, by its first bytes or, where these are no other kind's, by its ending. */
export function isHtml(name: string, bytes: Uint8Array): boolean {
  const head = latin1(bytes, 2048)
    .replace(/\0/g, '')
    .replace(/^(?:ÿþ|þÿ|ï»¿)?(?:\s|<!--[^>]*-->)*/, '');
  if (/^<!doctype html|^<html[\s>]|^<head[\s>]|^<body[\s>]/i.test(head)) return true;
  if (/^<\?xml|^<!doctype/i.test(head) && /<html[\s>]/i.test(head)) return true;
  return (
    /\.(?:html?|xhtml?)$/i.test(name) && recogniseBytes(bytes) === null && /<[a-z][\w:-]*[\s>/]/i.test(head)
  );
}

/** What a file is that needs a parser of its own, told by its bytes; a mail also by its ending. */
export function kindOf(
  name: string,
  bytes: Uint8Array,
): 'html' | 'pdf' | 'zip' | 'docx' | 'odt' | 'epub' | 'rtf' | 'gzip' | 'locked' | 'mail' | null {
  const head = latin1(bytes, 1024);
  if (/^\s{0,16}%PDF-/.test(head)) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) {
    const other = ZIPPED.find(([sign]) => sign.test(latin1(bytes, 8192)))?.[1];
    // The order of files within is free: the list at the end names them all.
    const listed = latin1(bytes.subarray(Math.max(0, bytes.length - 65_536)), 65_536);
    if (other ? other.startsWith('a Word') : /word\/document\.xml/.test(listed)) return 'docx';
    if (other?.startsWith('an EPUB')) return 'epub';
    if (/mimetypeapplication\/vnd\.oasis\.opendocument\.text/.test(latin1(bytes, 200))) return 'odt';
    return other ? null : 'zip';
  }
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'locked';
  if (/\.eml$/i.test(name) && /^(?:From |[\w-]{2,40}:)/.test(head)) return 'mail';
  if (/^(?:From .*\r?\n)?[\w-]{2,40}:/.test(head) && MAIL.every((header) => header.test(latin1(bytes, 8192))))
    return 'mail';
  if (/^\s{0,16}\{\\rtf/.test(head)) return 'rtf';
  if (head.startsWith('\x1f\x8b')) return 'gzip';
  return isHtml(name, bytes) ? 'html' : null;
}

const MAIL = [/^Date: .*\d{4}/im, /^From: \S/im, /^(?:Message-ID|MIME-Version|Received): \S/im];

/** Recognises text that is markup or data for programs: HTML, XML, SVG, JSON. */
export function recogniseText(text: string): string | null {
  const head = text.slice(0, 2048).replace(/^(?:\s|<!--[^>]*-->)+/, '');
  if (/^<!doctype html|^<html[\s>]|^<head[\s>]|^<body[\s>]/i.test(head)) return found('an HTML page');
  if (/^<\?xml|^<!doctype|^<svg[\s>]|^<rss[\s>]/i.test(head))
    return found(/<html[\s>]/i.test(head) ? 'an HTML page' : 'an XML file');
  if (/^(?:\{\s*"|\[\s*\{\s*")/.test(head)) return found('JSON data');
  return null;
}

const found = (what: string): string =>
  `found ${what}, expected text, Markdown, HTML, PDF, Word (.docx), OpenDocument (.odt), EPUB, RTF, mail (.eml) or a zip of them`;

function latin1(bytes: Uint8Array, length: number): string {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < Math.min(length, bytes.length); at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(length, at + 8192)));
  return text;
}
