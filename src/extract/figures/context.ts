import type { TextSpan } from '../../model/document.ts';
import type { Token, VerbGroup } from '../language.ts';
import type { NumberPhrase } from './numbers.ts';

/** A quantity where it stands, in base units. See `Figure` of the model. */
export interface FoundFigure extends TextSpan {
  /** `text.slice(start, end)`: number, sign and unit. */
  readonly text: string;
  /** What is measured, at most eight words of the text. */
  readonly label: string;
  readonly value: number;
  /** Both ends of a range. Its two figures carry the same. */
  readonly low?: number;
  readonly high?: number;
  readonly unit: string;
  readonly bound?: 'min' | 'max';
  /** `about`, `some`, `nearly`. */
  readonly approximate?: boolean;
  /** Thousand, million … is not printed here and was taken from a neighbour: `from $5 to $7 billion`. */
  readonly scaleAssumed?: boolean;
}

/** The sentence at work, and what was found in it so far. */
export interface Context {
  readonly text: string;
  readonly sentence: TextSpan;
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
  readonly found: FoundFigure[];
}

/** A number with the currency sign before it. */
export interface Amount {
  readonly number: NumberPhrase;
  /** First token with the sign. */
  readonly first: number;
  readonly sign: string | null;
}

/** What the words before a number say about it. */
export interface Hedge {
  bound?: 'min' | 'max';
  approximate?: boolean;
  scaleAssumed?: boolean;
  low?: number;
  high?: number;
}

const MIN =
  /(?:^| )(?:more than|over|at least|above|exceeding|exceeded|exceeds|exceed|upwards of|no fewer than|no less than|not less than|surpassed|topped|passed|minimum of|in excess of|well over)(?: an?| the)?(?: record| estimated| staggering)?$/;
const MAX =
  /(?:^| )(?:less than|fewer than|under|below|up to|at most|no more than|not more than|as much as|as many as|maximum of|by up to)(?: an?| the)?$/;
const ABOUT =
  /(?:^| )(?:about|around|approximately|some|nearly|almost|roughly|circa|ca\.?|c\.|an estimated|estimated|close to|just over|just under|more or less|near|the order of|perhaps|~|≈)$/;

/** Reads how sure the text is of the number that starts at token `at`. */
export function hedgeBefore(tokens: readonly Token[], at: number): Hedge {
  let words = '';
  for (let k = Math.max(0, at - 5); k < at; k++) words += `${words ? ' ' : ''}${tokens[k]!.lower}`;
  const hedge: Hedge = {};
  if (MIN.test(words)) hedge.bound = 'min';
  else if (MAX.test(words)) hedge.bound = 'max';
  if (ABOUT.test(words)) hedge.approximate = true;
  return hedge;
}

/** Adds a figure of the tokens `first` to `last`. */
export function add(
  at: Context,
  first: number,
  last: number,
  value: number,
  unit: string,
  label: string,
  hedge: Hedge,
): void {
  const start = at.tokens[first]!.start;
  const end = at.tokens[last]!.end;
  if (!Number.isFinite(value) || label === '') return;
  // Twelve digits: sums of binary fractions do not show, prices keep their cents.
  at.found.push({
    start,
    end,
    text: at.text.slice(start, end),
    label,
    value: Number(value.toPrecision(12)),
    unit,
    ...hedge,
  });
}
