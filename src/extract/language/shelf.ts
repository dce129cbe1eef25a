import { plain } from './pieces.ts';
import type { Pos, Token } from './token.ts';

/** Tokens of one text by stretch. What was put there comes back the same, though not always as the same objects. */
export interface Shelf {
  readonly get: (start: number, end: number) => Token[] | undefined;
  readonly put: (start: number, end: number, tokens: Token[]) => void;
}

/** Tokens that are held as objects, some 200 bytes each. Beyond, those asked for longest ago are packed. */
const MOST_OPEN = 8_000;
/** Longer stretches are no sentences and are not packed. */
const LONGEST = 2 ** 20;

/**
 * Keeps the tokens of a text. Those of a short text stay as they are; of a long one only the last few are objects and
 * the others twenty bytes a token, so that a text of many megabytes fits beside all that is read out of it.
 * @param text that all stretches are cut from.
 */
export function shelfOf(text: string): Shelf {
  const open = new Map<number, Token[]>();
  let held = 0;
  const packed = new Map<number, number>();
  let columns: Columns | null = null;

  const hold = (key: number, tokens: Token[]): void => {
    open.set(key, tokens);
    held += tokens.length;
    if (held <= MOST_OPEN) return;
    for (const [oldest, old] of open) {
      // Half of them at once: then the next stretches pass without a search.
      if (held <= MOST_OPEN / 2 || oldest === key) break;
      open.delete(oldest);
      held -= old.length;
      if (packed.has(oldest)) continue;
      columns ??= columnsOf(text);
      packed.set(oldest, columns.add(old));
    }
  };
  return {
    get(start, end) {
      const key = keyOf(start, end);
      const tokens = open.get(key);
      if (tokens) return tokens;
      const at = packed.get(key);
      if (at === undefined) return undefined;
      const again = columns!.read(at);
      hold(key, again);
      return again;
    },
    put(start, end, tokens) {
      if (end - start < LONGEST) hold(keyOf(start, end), tokens);
    },
  };
}

const keyOf = (start: number, end: number): number => start * LONGEST + (end - start);

/* ---- packing ---- */

interface Columns {
  /** @returns where they are. */
  readonly add: (tokens: readonly Token[]) => number;
  readonly read: (at: number) => Token[];
}

const TAGS: readonly Pos[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
];
const NUMBER_OF_TAG = new Map(TAGS.map((tag, i) => [tag, i]));

/** A row of four numbers a token; before the first of a stretch a row with their count. */
function columnsOf(text: string): Columns {
  let rows = new Int32Array(4096 * 4);
  let length = 0;
  const lemmas: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (lemma: string): number => {
    const known = numbers.get(lemma);
    if (known !== undefined) return known;
    numbers.set(lemma, lemmas.length);
    return lemmas.push(lemma) - 1;
  };
  return {
    add(tokens) {
      const needed = length + (tokens.length + 1) * 4;
      if (needed > rows.length) {
        const more = new Int32Array(Math.max(needed, Math.ceil(rows.length * 1.5)));
        more.set(rows);
        rows = more;
      }
      const at = length;
      rows[at] = tokens.length;
      let i = at + 4;
      for (const { start, end, pos, lemma, capital, common } of tokens) {
        rows[i] = start;
        rows[i + 1] = end;
        rows[i + 2] = numberOf(lemma);
        rows[i + 3] = (NUMBER_OF_TAG.get(pos)! << 2) | (capital ? 2 : 0) | (common ? 1 : 0);
        i += 4;
      }
      length = needed;
      return at;
    },
    read(at) {
      const tokens: Token[] = [];
      for (let i = at + 4, end = i + rows[at]! * 4; i < end; i += 4) {
        const words = text.slice(rows[i], rows[i + 1]);
        const flags = rows[i + 3]!;
        tokens.push({
          start: rows[i]!,
          end: rows[i + 1]!,
          text: words,
          lower: plain(words).toLowerCase(),
          pos: TAGS[flags >> 2]!,
          lemma: lemmas[rows[i + 2]!]!,
          capital: (flags & 2) !== 0,
          common: (flags & 1) !== 0,
        });
      }
      return tokens;
    },
  };
}
