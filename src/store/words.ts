/** Letters in one stretch of text: far below what an engine allows in one string, few enough to look through at once. */
const STRETCH = 1 << 24;
/** Between two rows; no query holds one. */
const BREAK = '\n';

/** What is said in each row of a table, ready to be looked through: one long text instead of a million short ones. */
export interface Words {
  /** 1 for each row that holds all of the words somewhere, else 0. @param words folded as the texts are, without breaks. */
  find(words: readonly string[]): Uint8Array;
}

/** So many rows are joined before others have their turn: some ms. */
const PIECE = 4096;

/**
 * Joins texts for searching. Takes 4 bytes a row beside the letters.
 * @param size rows. @param textOf a row's text, folded: lower case, without accents.
 */
export function joinWords(size: number, textOf: (row: number) => string): Words {
  const joining = joinInPieces(size, textOf);
  for (;;) {
    const { done, value } = joining.next();
    if (done) return value;
  }
}

/** {@link joinWords} in pieces of some ms each, for a thread that has other things to do in between. */
export function* joinInPieces(size: number, textOf: (row: number) => string): Generator<undefined, Words> {
  const stretches: { readonly text: string; readonly first: number; readonly starts: Int32Array }[] = [];
  for (let row = 0; row < size; ) {
    const first = row;
    const texts: string[] = [];
    const starts: number[] = [];
    for (let length = 0; row < size && length < STRETCH; row++) {
      const text = textOf(row).replaceAll(BREAK, ' ');
      starts.push(length);
      texts.push(text);
      length += text.length + 1;
      if (row % PIECE === PIECE - 1) yield;
    }
    stretches.push({ text: texts.join(BREAK), first, starts: Int32Array.from(starts) });
  }
  return {
    find(words) {
      const found = new Uint8Array(size);
      const [word, ...others] = [...words].sort((a, b) => b.length - a.length);
      if (word === undefined) return found.fill(1);
      for (const { text, first, starts } of stretches) {
        let k = 0;
        for (let at = text.indexOf(word); at >= 0; ) {
          while (k + 1 < starts.length && starts[k + 1]! <= at) k++;
          const end = starts[k + 1] ?? text.length + 1;
          if (others.every((other) => within(text, other, starts[k]!, end - 1))) found[first + k] = 1;
          at = text.indexOf(word, end);
        }
      }
      return found;
    },
  };
}

function within(text: string, word: string, from: number, to: number): boolean {
  return text.slice(from, to).includes(word);
}
