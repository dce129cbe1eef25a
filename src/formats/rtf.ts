import type { BlockKind, Document } from '../model/document.ts';
import { Layout, raised, tidy } from './parts.ts';
import { shortTitle } from './text.ts';

/** Groups that hold no words of the text. */
const SILENT =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|themedata|colorschememapping|datastore|listtable|listoverridetable|revtbl|rsidtbl|generator|xmlnstbl|fldinst|pntext|listtext|latentstyles|nonshppict|template|filetbl|bkmkstart|bkmkend|annotation|atnid|atnauthor|atntime|atnref|atndate|wgrffmtfilter|mmathPr|deleted)$/;

/** Groups within groups; no text nests deeper. */
const DEEPEST = 2000;

interface State {
  silent: boolean;
  /** Where the words go: into the text or into a note. */
  note: boolean;
  hidden: boolean;
  raised: boolean;
  /** Whether only a sign has made it silent that asks to pass over what is not known. */
  unknown: boolean;
  /** How many characters stand in for one that older programs cannot show. */
  instead: number;
}

interface Paragraph {
  style: number | null;
  outline: number | null;
  list: boolean;
  table: boolean;
}

/**
 * Reads a Rich Text Format file: paragraphs, headings by style or outline level, items, rows of tables, notes at the end;
 * pictures, headers and what was deleted left out. O(length).
 * @returns null where it holds no words.
 */
export function readRtf(name: string, bytes: Uint8Array): Document | null {
  const text = latin1(bytes);
  const styles = stylesOf(text);
  const decoder = decoderOf(text);
  const layout = new Layout();
  const notes: string[] = [];
  const stack: State[] = [];
  let state: State = { silent: false, note: false, hidden: false, raised: false, unknown: false, instead: 1 };
  let paragraph: Paragraph = { style: null, outline: null, list: false, table: false };
  let words = '';
  let note = '';
  let cells: string[] = [];
  let pending: number[] = [];
  let skip = 0;

  const say = (piece: string): void => {
    if (state.silent || state.hidden) return;
    const shown = state.raised ? raised(piece) : piece;
    if (state.note) note += shown;
    else words += shown;
  };
  const flush = (): void => {
    if (pending.length === 0) return;
    const piece = decoder(Uint8Array.from(pending));
    pending = [];
    say(piece);
  };
  const finish = (): void => {
    if (state.note) {
      note += ' ';
      return;
    }
    const clean = tidy(words);
    words = '';
    if (clean === '') return;
    const level = paragraph.outline ?? styles.get(paragraph.style ?? -1) ?? 0;
    const kind: BlockKind = level > 0 ? 'heading' : paragraph.list ? 'list' : 'paragraph';
    layout.add(kind, clean.replace(/^[•·\u2022\u25aa-]\s+/, ''), level);
  };

  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '{') {
      flush();
      if (stack.length > DEEPEST) throw new Error('found groups within groups without end, expected a text');
      stack.push({ ...state });
    } else if (c === '}') {
      flush();
      const before = stack.pop();
      if (!before) break;
      if (state.note && !before.note) {
        if (tidy(note) !== '') {
          notes.push(tidy(note));
          words += raised(String(notes.length));
        }
        note = '';
      }
      state = before;
    } else if (c === '\\') {
      const control = /^([a-z]{1,32})(-?\d{1,10})? ?|^'([\da-f]{2})|^([^a-z])/i.exec(
        text.slice(i + 1, i + 50),
      );
      if (!control) continue;
      i += control[0].length;
      const [, word, parameter, hex, sign] = control;
      if (hex !== undefined) {
        if (skip > 0) skip--;
        else pending.push(Number.parseInt(hex, 16));
        continue;
      }
      flush();
      if (sign !== undefined) symbol(sign);
      else if (word !== undefined) command(word, parameter === undefined ? null : Number(parameter));
    } else if (c !== '\r' && c !== '\n') {
      flush();
      if (skip > 0) skip--;
      else say(c);
    }
  }
  flush();
  finish();
  notes.forEach((each, i) => {
    layout.add('note', `${i + 1} ${each}`);
  });
  if (layout.parts.length === 0) return null;
  const laid = layout.done();
  const head = laid.parts.find(({ kind }) => kind === 'heading') ?? laid.parts[0]!;
  const title = laid.text.slice(head.start, head.end);
  return { id: name, name, title: shortTitle(title), ...laid, format: 'rtf', date: null };

  function symbol(sign: string): void {
    // What stands behind it is for programs that know it; notes are known here.
    if (sign === '*') state = { ...state, silent: true, unknown: !state.silent };
    else if (sign === '~') say('\u00a0');
    else if (sign === '_') say('\u2011');
    else if (sign === '-') return;
    else if (sign === '\n' || sign === '\r') finish();
    else say(sign);
  }

  function command(word: string, n: number | null): void {
    if (SILENT.test(word)) {
      state.silent = true;
      // Numbers and bullets of items stand in groups of their own.
      if (/^(?:pntext|listtext)$/.test(word)) paragraph.list = true;
      return;
    }
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        if (!state.silent && !state.hidden && !(paragraph.table && word === 'par')) finish();
        else say(' ');
        break;
      case 'pard':
        paragraph = { style: null, outline: null, list: false, table: false };
        break;
      case 's':
        paragraph.style = n;
        break;
      case 'outlinelevel':
        paragraph.outline = n !== null && n < 6 ? n + 1 : null;
        break;
      case 'ls':
        paragraph.list = true;
        break;
      case 'intbl':
        paragraph.table = true;
        break;
      case 'cell':
        if (state.silent || state.note) break;
        cells.push(tidy(words));
        words = '';
        break;
      case 'row': {
        if (state.silent || state.note) break;
        const row = cells.filter((cell) => cell !== '').join(' | ');
        cells = [];
        layout.add('list', row);
        break;
      }
      case 'footnote':
        if (state.unknown) state.silent = false;
        state.note = !state.silent;
        // What a note is begins with its own sign, which is counted here.
        state.raised = false;
        break;
      case 'line':
      case 'tab':
        say(' ');
        break;
      case 'u': {
        if (n !== null) say(String.fromCharCode(n < 0 ? n + 65_536 : n));
        skip = state.instead;
        break;
      }
      case 'uc':
        state.instead = n ?? 1;
        break;
      case 'super':
        state.raised = n !== 0;
        break;
      case 'nosupersub':
        state.raised = false;
        break;
      case 'plain':
        state.raised = false;
        state.hidden = false;
        break;
      case 'v':
        state.hidden = n !== 0;
        break;
      default:
        say(SIGNS[word] ?? '');
    }
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
};

/** Numbers of styles that are headings, with their level. */
function stylesOf(text: string): ReadonlyMap<number, number> {
  const styles = new Map<number, number>();
  const at = text.indexOf('{\\stylesheet');
  if (at < 0) return styles;
  for (const [, number, name] of text
    .slice(at, at + 200_000)
    .matchAll(/\{\s*\\s(\d{1,5})(?!\d)[^{}]{0,600}?\s([^{}\\;]{1,60});\s*\}/g)) {
    const level = /^(?:heading|überschrift|titre|título)\s*(\d)$/i.exec(name!.trim())?.[1];
    if (level) styles.set(Number(number), Math.min(6, Number(level)));
    else if (/^(?:title|titel)$/i.test(name!.trim())) styles.set(Number(number), 1);
  }
  return styles;
}

/** Bytes are of the code page that the file names; Windows' own where it names none. */
function decoderOf(text: string): (bytes: Uint8Array) => string {
  const page = /\\ansicpg(\d{3,5})/.exec(text.slice(0, 2000))?.[1] ?? '1252';
  const names: Readonly<Record<string, string>> = {
    '932': 'shift_jis',
    '936': 'gbk',
    '949': 'euc-kr',
    '950': 'big5',
    '65001': 'utf-8',
    '10000': 'macintosh',
  };
  const label = names[page] ?? `windows-${page}`;
  if (label === 'windows-1252') return western;
  try {
    const decoder = new TextDecoder(label);
    return (bytes) => decoder.decode(bytes);
  } catch {
    return western;
  }
}

/** Windows-1252 at 0x80 … 0x9F; the decoder of Node 20 gives control characters there. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const western = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) =>
    byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80]! : String.fromCharCode(byte),
  ).join('');

function latin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}

/** Of the runtime, Node's or the browser's: the pure layers compile without the DOM's types. */
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };
