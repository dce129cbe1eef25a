import { deflateSync, Gunzip, Inflate, zipSync } from 'fflate';
import { decode } from './encoding.ts';

/** A file within an archive. */
export interface ZipEntry {
  /** Folders and name with `/` between; nothing in it leads out of the archive. */
  readonly path: string;
  /** Bytes when unpacked, as the archive claims. */
  readonly size: number;
  /** Why it cannot be unpacked, as a sentence without its name; null where it can. */
  readonly refused: string | null;
  readonly method: number;
  /** Where its header stands in the archive, and how many bytes it takes there. */
  readonly at: number;
  readonly packed: number;
}

/** More entries than this are a copy of a disk. */
const MOST_ENTRIES = 50_000;

/**
 * The files of a zip archive, in the order of their paths, folders left out. Only names are read. O(size).
 * @throws Error with a sentence where the bytes are no whole archive.
 */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) throw new Error(`found ${count} files, expected ${MOST_ENTRIES} at most`);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new Error('found a zip archive whose list of files is broken, expected a whole one');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const path = safePath(nameOf(bytes.subarray(at + 46, at + 46 + name)));
    const isFolder = /[\\/]$/.test(latin1(bytes.subarray(at + 46 + Math.max(0, name - 1), at + 46 + name)));
    const header = view.getUint32(at + 42, true);
    at += 46 + name + extra + comment;
    if (isFolder || path === '') continue;
    entries.push({ path, size, method, packed, at: header, refused: refusalOf(flags, method, size, packed) });
  }
  return entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/**
 * Unpacks one file, and stops as soon as it grows beyond `most`, whatever size the archive claims.
 * @throws Error with a sentence where it is larger or broken.
 */
export function unpack(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at, packed } = entry;
  const tooLarge = () => new Error(`unpacks to more than ${(most / 1e6).toFixed(0)} MB, expected less`);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50)
    throw new Error('found no file where the archive says it is, expected a whole archive');
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) throw new Error('found an archive that breaks off, expected a whole one');
  const data = bytes.subarray(from, from + packed);
  if (entry.method === 0) {
    if (data.length > most) throw tooLarge();
    return new Uint8Array(data);
  }
  return inflated(data, most, (onPart) => new Inflate(onPart));
}

/**
 * Unpacks what gzip has packed, and stops as soon as it grows beyond `most`.
 * @throws Error with a sentence where it is larger or broken.
 */
export const unpackGzip = (bytes: Uint8Array, most: number): Uint8Array =>
  inflated(bytes, most, (onPart) => new Gunzip(onPart));

type OnPart = (part: Uint8Array, last: boolean) => void;

function inflated(
  data: Uint8Array,
  most: number,
  make: (onPart: OnPart) => { push(data: Uint8Array, last: boolean): void },
): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  let whole = false;
  const inflate = make((part, last) => {
    total += part.length;
    whole ||= last;
    if (total > most) throw new Error(`unpacks to more than ${(most / 1e6).toFixed(0)} MB, expected less`);
    parts.push(part);
  });
  // In small steps, so that a bomb is stopped long before it has gone off.
  const STEP = 16_384;
  for (let i = 0; i < data.length; i += STEP)
    inflate.push(data.subarray(i, i + STEP), i + STEP >= data.length);
  if (!whole) throw new Error('found a file that breaks off, expected a whole one');
  const out = new Uint8Array(total);
  let place = 0;
  for (const part of parts) {
    out.set(part, place);
    place += part.length;
  }
  return out;
}

/** The record that ends an archive: in its last 64 kB, where a comment may follow it. */
function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at > last - 65_536; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new Error('found a zip archive that breaks off, expected a whole one');
}

function refusalOf(flags: number, method: number, size: number, packed: number): string | null {
  if ((flags & 1) !== 0) return 'is protected by a password, expected a file without one';
  if (size === 0xffffffff || packed === 0xffffffff) return 'unpacks to more than 4 GB, expected less';
  return method === 0 || method === 8
    ? null
    : `is packed in a way that cannot be read here (method ${method}), expected deflate`;
}

const nameOf = (bytes: Uint8Array): string => decode(bytes)?.text ?? latin1(bytes);

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 1024));

/** A path that leads nowhere but into the archive. */
const safePath = (name: string): string =>
  name
    .slice(0, 1024)
    .split(/[\\/]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part))
    .join('/');

/** Packs files into an archive, in the order given. No clock: all are of the first day that the format knows. */
export function packZip(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Uint8Array {
  // The format keeps local time; local midnight is the same everywhere.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [safePath(path), bytes])), {
    mtime,
    level: 9,
  });
}

/** Packs bytes as tightly as deflate can, with nothing around them (RFC 1951). The same bytes on every machine. */
export const deflate = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 9 });
