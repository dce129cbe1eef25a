import { expect, test } from 'vitest';
import { readTimexes } from '../../../src/extract/read.ts';

/** Pieces that dates, and what looks like them, are made of; and what texts are divided by. */
const PIECES = [
  ...'January|May|Sept.|Monday|1990|44 BC|12:30|3 pm|7|31|999999999999999999|1/2/2003|5.6.2004|1990-94|the 1980s|half past'.split(
    '|',
  ),
  ...'two|twenty|hundred|days|weeks ago|later|the|end of|first|last|next|every|between|and|to|from|until|since|early|about'.split(
    '|',
  ),
  ...'harbour|opened|said|will be|had been|“|”|(|)|[|*|_|#|-|–|,|;|:|.|!|…|1.|2)|•|>|=|\n|\n\n|\r\n|\t|  |\u00a0|x'.split(
    '|',
  ),
];

/** Numbers from 0 to 1 that a seed decides. */
function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A row of a few pieces over and over: what a machine writes, and what makes a careless reader slow. */
function row(seed: number): string {
  const random = randomOf(seed);
  const length = 1 + Math.floor(random() * 4);
  const gap = random() < 0.75 ? ' ' : '';
  return Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]! + gap).join('');
}

const SHORT = 4000;
const TIMES = 8;
/** Proportional growth takes {@link TIMES} times as long, quadratic growth the square of that. */
const MOST = TIMES * 3.5;
/** ms below which a clock measures the machine. */
const LEAST = 6;

/** Milliseconds of the processor: what else runs on the machine counts for little. */
function time(text: string): number {
  const began = process.cpuUsage();
  readTimexes(text, '2024-05-16');
  const { user, system } = process.cpuUsage(began);
  return Math.max(LEAST, (user + system) / 1000);
}

/** How many times as long one text takes as another; the least of up to three tries, for a busy machine only adds. */
function ratio(text: string, other: string, most: number): number {
  let [least, base] = [Number.POSITIVE_INFINITY, 0];
  for (let run = 0; run < 3 && least >= most; run++) {
    base = Math.max(base, time(other));
    least = Math.min(least, time(text) / base);
  }
  return least;
}

const SEEDS = Array.from({ length: 32 }, (_, i) => 1 + i * 7919);

test.each(SEEDS)(
  'takes time in proportion to the length of any row of pieces (seed %i)',
  (seed) => {
    const unit = row(seed);
    const text = (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    const grown = ratio(text(SHORT * TIMES), text(SHORT), MOST);
    expect(grown, `${JSON.stringify(unit)} again and again`).toBeLessThan(MOST);
  },
  60_000,
);

/** A row of dates holds thirty times as many as news of its length: it may take longer, but not out of all measure. */
const MOST_DATES = 40;

test.each(['January ', '12:30 ', '1. May\n', 'June 5\n\n', '7', 'March April '])(
  'reads a text of nothing but %j no slower than so many dates take',
  (unit) => {
    const news =
      'The harbour board met on 3 June 1994 and put off the vote on the crane until the week after. ';
    const text = (row: string) => row.repeat(40_000 / row.length);
    expect(ratio(text(unit), text(news), MOST_DATES)).toBeLessThan(MOST_DATES);
  },
  60_000,
);
