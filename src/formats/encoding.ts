import chardet from 'chardet';

/** Of the runtime, Node's or the browser's: the pure layers compile without the DOM's types. */
declare const TextDecoder: new (
  encoding: string,
  options?: { readonly fatal?: boolean },
) => { readonly encoding: string; decode(bytes: Uint8Array): string };

/** Bytes as text, and how they were understood. */
export interface DecodedText {
  /** Without the byte order mark, line ends as they are. */
  readonly text: string;
  /** WHATWG name: `utf-8`, `utf-16le`, `windows-1252` … */
  readonly encoding: string;
  /** The bytes say so themselves: a byte order mark, or strict UTF-8. Otherwise it is the likeliest reading. */
  readonly sure: boolean;
  /** How many places could not be read and stand as U+FFFD. */
  readonly damaged: number;
}

/** Enough to tell an encoding by; more makes no better guess. */
const SAMPLE = 65_536;

/** Windows-1252 at 0x80 … 0x9F, as WHATWG has it. Node 20's own decoder gives control characters there. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/**
 * Bytes to text: byte order mark, then UTF-16 without one, strict UTF-8, UTF-8 with a few broken places, and at last
 * the likeliest of the older encodings (chardet; Western European where few bytes speak). Pure, O(length).
 * @param declared what the text itself says of its encoding; believed where strict UTF-8 fails, or nothing but ASCII is there.
 * @returns null for bytes that are no text: zeros or control characters among them.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): DecodedText | null {
  const marked = byteOrder(bytes);
  if (marked === 'utf-32') return null;
  const wide = marked ?? wideWithoutMark(bytes);
  if (wide === 'utf-16le' || wide === 'utf-16be') return checked(decodeAs(wide, bytes, marked !== null));
  if (isBinary(bytes)) return null;
  const named = declared === null ? null : knownAs(declared);
  if (named === 'iso-2022-jp') return { ...decodeAs(named, bytes, true) };
  const strict = strictUtf8(bytes);
  if (strict !== null) return { text: strict, encoding: 'utf-8', sure: true, damaged: 0 };
  const loose = decodeAs('utf-8', bytes, marked === 'utf-8');
  if (marked === 'utf-8' || mostlyUtf8(loose)) return loose;
  if (named !== null && named !== 'utf-8') return decodeAs(named, bytes, true);
  return decodeAs(likeliest(bytes), bytes, false);
}

/** The runtime's name for a character set that a file declares; null for one that nobody knows or that has two bytes a character. */
function knownAs(declared: string): string | null {
  // What the web calls Latin-1 is Windows' own set, and `ascii` too (WHATWG Encoding).
  if (/^(?:iso[-_]?8859[-_]?1|latin-?1|us-ascii|ascii|windows-1252|cp-?1252|x-cp1252)$/.test(declared))
    return 'windows-1252';
  try {
    const { encoding } = new TextDecoder(declared);
    return encoding.startsWith('utf-16') ? null : encoding;
  } catch {
    // The runtime's only way to say that it knows no such character set; the bytes are judged without.
    return null;
  }
}

function byteOrder(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length % 4 === 0 ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32' : null;
}

/**
 * UTF-16 without a mark: every other byte is the number of a block of characters (0 Latin, 3 Greek, 4 Cyrillic, 5
 * Hebrew, 6 Arabic), which as a character of its own would be a control character.
 */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 8 || bytes.length % 2 === 1) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i]! < 9) even++;
    if (bytes[i + 1]! < 9) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.05 ? 'utf-16be' : null;
}

/** Control characters that texts hold: tab, line and page breaks, escape, and the end mark of old DOS files. */
const TEXT_CONTROLS = new Set([9, 10, 11, 12, 13, 26, 27]);

function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte >= 32 || TEXT_CONTROLS.has(byte)) continue;
    if (byte === 0) return true;
    controls++;
  }
  return controls > bytes.length * 0.01;
}

/** A text decoded from two bytes a character that is full of control characters was something else. */
function checked(decoded: DecodedText): DecodedText | null {
  const head = decoded.text.slice(0, SAMPLE);
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code === 0xfffd || (code < 32 && !TEXT_CONTROLS.has(code))) odd++;
  }
  return odd > Math.max(1, head.length * 0.02) ? null : decoded;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The decoder's only way to say that these bytes are not UTF-8; the caller tries the other encodings.
    return null;
  }
}

/** A UTF-8 file with a few broken bytes has many more characters beyond ASCII that are whole. */
function mostlyUtf8({ text, damaged }: DecodedText): boolean {
  let whole = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) whole++;
  whole -= damaged;
  return whole >= damaged * 8;
}

function decodeAs(encoding: string, bytes: Uint8Array, sure: boolean): DecodedText {
  const text =
    encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  let damaged = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) damaged++;
  return { text, encoding, sure, damaged };
}

function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 8192) {
    const codes = Array.from(bytes.subarray(from, from + 8192), (byte) =>
      byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte,
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}

/** Encodings of chardet's that TextDecoder reads, other than Western European. */
const OLDER: Readonly<Record<string, string>> = {
  'ISO-8859-2': 'iso-8859-2',
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-6': 'iso-8859-6',
  'ISO-8859-7': 'iso-8859-7',
  'ISO-8859-8': 'iso-8859-8',
  'ISO-8859-9': 'windows-1254',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'KOI8-R': 'koi8-r',
  GB18030: 'gb18030',
  Big5: 'big5',
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
};

/**
 * The older encoding that these bytes most likely are. Where fewer than 3 % of the bytes lie beyond ASCII they are the
 * quotation marks, dashes and accents of a Western text, on which statistics of letters only mislead.
 */
function likeliest(bytes: Uint8Array): string {
  let high = 0;
  let first = -1;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    if (first < 0) first = i;
    high++;
  }
  if (high < bytes.length * 0.03) return 'windows-1252';
  const from = Math.max(0, Math.min(first - 64, bytes.length - SAMPLE));
  for (const { name } of chardet.analyse(bytes.subarray(from, from + SAMPLE))) {
    if (name === 'ISO-8859-1' || name === 'windows-1252') return 'windows-1252';
    const older = OLDER[name];
    if (older) return older;
  }
  return 'windows-1252';
}
