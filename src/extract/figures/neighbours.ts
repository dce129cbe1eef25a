import { type Token, tokensOf } from '../language.ts';
import type { Amount, Context } from './context.ts';
import { numberAt } from './numbers.ts';
import { currencyBefore, isTimeWord } from './units.ts';

/** Farther back than this a sentence is not looked for. */
const LOOK_BACK = 400;

export function sentenceBefore(at: Context): Token[] | null {
  const floor = Math.max(0, at.sentence.start - LOOK_BACK);
  const piece = at.text.slice(floor, at.sentence.start);
  const line = piece.lastIndexOf('\n');
  const body = piece.slice(line + 1).trimEnd();
  if (body.length < 8) return null;
  const end = floor + line + 1 + body.length;
  const ends = [...body.slice(0, -6).matchAll(/[.!?]["”’)\]\d]*\s+(?=["“([]?\p{Lu})/gu)];
  // The beginning of a long sentence was cut off: half a sentence has no subject to trust.
  if (ends.length === 0 && line < 0 && floor > 0) return null;
  const cut = ends.length > 0 ? ends[ends.length - 1]!.index + ends[ends.length - 1]![0].length : 0;
  return tokensOf(at.text, floor + line + 1 + cut, end);
}

/**
 * "exports came to $31.5 billion; a year later they exceeded $34": the scale of the amount of money before it, in this
 * sentence or the one before. Taken only where both tell of the same thing and are of the same size without scale.
 * @returns 1 where nothing speaks for one.
 */
export function neighbourScale(at: Context, amount: Amount): number {
  const { tokens, found } = at;
  const value = amount.number.value;
  if (amount.number.scale > 1 || value < 1 || value >= 1000 || amount.number.rest) return 1;
  const after = tokens[amount.number.last + 1]?.lower ?? '';
  if (/^(?:per|an?|each|apiece|billion|million|thousand|ticket|bill|note)$/.test(after)) return 1;
  const words = new Set<string>();
  for (const t of tokens) {
    if (/^(?:price|ticket|share|fee|fare|wage|barrel|ounce|hour|each|salary|per|toll)s?$/.test(t.lower))
      return 1;
    if (t.pos === 'NOUN' && t.lower.length > 3 && !isTimeWord(t.lower)) words.add(t.lemma);
  }
  const like = (other: number, scale: number): boolean =>
    other / scale / value > 0.4 && other / scale / value < 2.5;
  const here = found[found.length - 1];
  if (here && here.unit === amount.sign && here.end <= tokens[amount.first]!.start) {
    const scale = scaleOf(here.text);
    if (scale > 1 && like(here.value, scale)) return scale;
  }
  const before = sentenceBefore(at);
  if (!before) return 1;
  let scale = 1;
  for (let k = 0; k < before.length; k++) {
    if (currencyBefore(before, k, at.text.slice(at.sentence.start, at.sentence.end)) !== amount.sign)
      continue;
    const number = numberAt(before, k + 1, true);
    if (number && number.scale >= 1e6 && like(number.value, number.scale)) scale = number.scale;
  }
  if (scale === 1) return 1;
  // The same thing: a noun in common, here or in the sentence with the amount or its own predecessor.
  const told = before.some((t) => words.has(t.lemma));
  const earlier = told ? true : tellsSame(at, before, words);
  return earlier ? scale : 1;
}

function tellsSame(at: Context, before: readonly Token[], words: ReadonlySet<string>): boolean {
  const first = before[0];
  if (!first) return false;
  const further = sentenceBefore({ ...at, sentence: { start: first.start, end: first.start } });
  return further?.some((t) => words.has(t.lemma)) ?? false;
}

const scaleOf = (text: string): number =>
  /trillion|\dtn/i.test(text)
    ? 1e12
    : /billion|\db[nl]?n?\b/i.test(text)
      ? 1e9
      : /million|\dm[nl]?n?\b/i.test(text)
        ? 1e6
        : 1;
