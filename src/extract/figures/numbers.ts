import type { Token } from '../language.ts';
import { lookup } from '../lookup.ts';

/** A number in digits or words, `first` to `last` index of its tokens. */
export interface NumberPhrase {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  /** 1e6 for million, 1 when no scale is printed. `value` has it in it. */
  readonly scale: number;
  /** What stands behind the number in the same word: `nation` of `five-nation`, `year-old` of `54-year-old`. */
  readonly rest: string;
  /** Printed in digits; words are never years, versions or page numbers. */
  readonly digits: boolean;
  /** Digits without comma, period or scale: could be a year or a reference number. */
  readonly bare: boolean;
}

const WORDS: Readonly<Record<string, number>> = lookup({
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
});

const SCALES: Readonly<Record<string, number>> = lookup({
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  thousands: 1e3,
  lakh: 1e5,
  million: 1e6,
  millions: 1e6,
  crore: 1e7,
  billion: 1e9,
  trillion: 1e12,
});

/** Only glued to digits or after money: `180bn`, `€3m`, `5 k`. */
const SHORT_SCALES: Readonly<Record<string, number>> = lookup({
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  mio: 1e6,
  b: 1e9,
  bn: 1e9,
  bln: 1e9,
  tn: 1e12,
  trn: 1e12,
});

const FRACTIONS: Readonly<Record<string, number>> = lookup({
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
});

/**
 * Reads the number that starts at token `first`, with the scale behind it. `money`: a currency sign stands before it,
 * so that `$5m` is millions; without it `5m` is metres.
 * @returns null where no number starts.
 */
export function numberAt(tokens: readonly Token[], first: number, money: boolean): NumberPhrase | null {
  const head = tokens[first];
  if (!head) return null;
  const c = head.lower.charCodeAt(0);
  if ((c >= 48 && c <= 57) || head.lower in FRACTIONS) return digitsAt(tokens, first, money);
  return wordsAt(tokens, first);
}

/** Whether {@link numberAt} may find a number that begins with this word, in lower case. */
export const beginsNumber = (lower: string): boolean =>
  /^\d/.test(lower) || lower in FRACTIONS || BEGINS.test(lower);

function digitsAt(tokens: readonly Token[], first: number, money: boolean): NumberPhrase | null {
  const head = tokens[first]!;
  // 12 500: thousands parted by a space.
  let last = first;
  let digits = head.lower;
  if (/^\d{1,3}$/.test(digits)) {
    while (true) {
      const next = tokens[last + 1];
      if (!next || !/^\d{3}$/.test(next.lower) || next.start !== tokens[last]!.end + 1) break;
      digits += next.lower;
      last++;
    }
    // "on 4 150 people": two groups of the least length prove little, but a date's day never has three digits behind.
  }
  let value = readDigits(digits);
  if (value === null) return null;
  let bare = /^\d+$/.test(head.lower) && last === first;
  // 4 ½
  const half = tokens[last + 1];
  if (half && half.lower in FRACTIONS && half.start - tokens[last]!.end <= 1 && bare) {
    value += FRACTIONS[half.lower]!;
    last++;
    bare = false;
  }
  let scale = 1;
  for (;;) {
    const [found, at] = scaleAfter(tokens, last, money || scale > 1);
    if (!found || at === last) break;
    scale *= found;
    last = at;
    bare = false;
  }
  const { rest, at } = hyphenRest(tokens, last);
  return { first, last: at, value: value * scale, scale, rest, digits: true, bare };
}

/** A decimal number with thousands separators; null for what is no number: `10:30`, `2.4.0`. */
function readDigits(lower: string): number | null {
  const fraction = FRACTIONS[lower.slice(-1)];
  const whole = fraction === undefined ? lower : lower.slice(0, -1);
  if (whole === '') return fraction ?? null;
  if (!/^\d+(?:\.\d+)?$|^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(whole)) return null;
  return Number(whole.replaceAll(',', '')) + (fraction ?? 0);
}

/** The scale right behind token `last`: ` billion`, `-billion`, `bn`. */
function scaleAfter(tokens: readonly Token[], last: number, money: boolean): [scale: number, at: number] {
  let at = last + 1;
  if (tokens[at]?.text === '-' && tokens[at]!.start === tokens[last]!.end) at++;
  const word = tokens[at];
  if (!word) return [0, last];
  const glued = word.start === tokens[at - 1]!.end;
  // bn-a-year
  const lower = word.lower.replace(/\.$/, '').replace(/-.*$/, '');
  if (lower in SCALES && lower !== 'dozen' && !/s$/.test(lower)) return [SCALES[lower]!, at];
  if (
    lower in SHORT_SCALES &&
    (/^(?:bn|mn|tn|bln|mln|trn|mio)$/.test(lower) ||
      (money && (glued || lower === 'm')) ||
      (glued && isMany(tokens, at)))
  ) {
    // "2b" is a house number and "5k" a run, unless money is meant; "5 m" of money only when the next is no unit.
    return [SHORT_SCALES[lower]!, at];
  }
  if (glued && lower === 'k' && word.text === 'k') return [1e3, at];
  return [0, last];
}

/** `5m people`, `2m tonnes`: millions, for metres count nothing. */
function isMany(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at]!.text !== 'm' || !next) return false;
  const described = next.pos === 'ADJ' || (next.pos === 'VERB' && /(?:ing|ed)$/.test(next.lower));
  const noun = described ? tokens[at + 2] : next;
  if (noun?.pos !== 'NOUN') return false;
  return (
    /[^s]s$|^(?:people|men|women|children|yen|yuan|kroner|kronor|baht|rand|won)$/.test(noun.lower) &&
    noun.lower !== 'hurdles'
  );
}

/** `-nation`, `-mile`: a hyphen and a word glued to digits. */
function hyphenRest(tokens: readonly Token[], last: number): { rest: string; at: number } {
  const hyphen = tokens[last + 1];
  const word = tokens[last + 2];
  if (
    hyphen &&
    word &&
    /^[-\u2010\u2011]$/.test(hyphen.text) &&
    hyphen.start === tokens[last]!.end &&
    word.start === hyphen.end &&
    /^\p{L}/u.test(word.text)
  ) {
    return { rest: word.lower, at: last + 2 };
  }
  return { rest: '', at: last };
}

/** "a quarter of a", "three quarters of a" before a million: the share, and the token of the last `a`. */
export function shareOfScale(
  tokens: readonly Token[],
  first: number,
): { readonly value: number; readonly last: number } | null {
  if (tokens[first + 2]?.lower !== 'of' || tokens[first + 3]?.lower !== 'a') return null;
  const [count, part, of, a, scale] = [0, 1, 2, 3, 4].map((k) => tokens[first + k]?.lower ?? '');
  const whole = PARTS[part ?? ''];
  const parts = count === 'a' ? 1 : WORDS[count ?? ''];
  if (whole === undefined || parts === undefined || parts < 1 || parts >= whole) return null;
  return of === 'of' && a === 'a' && (scale ?? '') in SCALES
    ? { value: parts / whole, last: first + 3 }
    : null;
}

const PARTS: Readonly<Record<string, number>> = lookup({ third: 3, thirds: 3, quarter: 4, quarters: 4 });

function wordsAt(tokens: readonly Token[], first: number): NumberPhrase | null {
  // Asked of every word of a text: most cannot begin a number.
  if (!BEGINS.test(tokens[first]!.lower)) return null;
  let total = 0;
  let group = 0;
  let scale = 1;
  let last = first - 1;
  let rest = '';
  let seen = false;
  for (let k = first; k < tokens.length; k++) {
    const lower = tokens[k]!.lower;
    // "a hundred", "half a million", "a dozen"
    if (!seen && (lower === 'a' || lower === 'an') && (tokens[k + 1]?.lower ?? '') in SCALES) {
      group = 1;
      seen = true;
      continue;
    }
    if (!seen && lower === 'half' && tokens[k + 1]?.lower === 'a' && (tokens[k + 2]?.lower ?? '') in SCALES) {
      group = 0.5;
      seen = true;
      k++;
      continue;
    }
    const share = seen ? null : shareOfScale(tokens, k);
    if (share) {
      group = share.value;
      seen = true;
      k = share.last;
      continue;
    }
    // "the eighteen-eighties" are years.
    if (!seen && /-(?:twen|thir|for|fif|six|seven|eigh|nine)ties$/.test(lower)) return null;
    if (seen && lower === 'and' && last >= first && scale > 1 && smallNumber(tokens[k + 1]?.lower ?? ''))
      continue;
    const parts = lower.split('-');
    let used = 0;
    for (const part of parts) {
      const small = WORDS[part];
      if (
        small !== undefined &&
        !(group > 0 && (group % 100 !== 0 ? !(group % 10 === 0 && small < 10) : false))
      ) {
        group += small;
      } else if (part in SCALES && (seen || used > 0) && !/s$/.test(part)) {
        const factor = SCALES[part]!;
        if (factor <= 100) group = (group || 1) * factor;
        else {
          total += (group || 1) * factor;
          group = 0;
        }
        scale = Math.max(scale, factor);
      } else break;
      used++;
    }
    if (used === 0) break;
    seen = true;
    last = k;
    if (used < parts.length) {
      rest = parts.slice(used).join('-');
      break;
    }
  }
  if (last < first) return null;
  const value = total + group;
  // "twenty-first", "two-thirds": a rank or a part.
  if (
    ordinalValue(rest) !== null ||
    rest === 'half' ||
    rest === 'halves' ||
    /^(?:third|quarter|fifth|tenth)s$/.test(rest)
  )
    return null;
  const half = rest === '' && scale === 1 ? halfAfter(tokens, last + 1) : 0;
  if (half > 0) {
    const [factor, at] = scaleAfter(tokens, last + 3, false);
    return {
      first,
      last: factor ? at : last + 3,
      value: (value + half) * (factor || 1),
      scale: factor || 1,
      rest: '',
      digits: false,
      bare: false,
    };
  }
  return { first, last, value, scale: scale >= 1e3 ? scale : 1, rest, digits: false, bare: false };
}

/** `and a half`, `and a quarter` behind a whole number. */
function halfAfter(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.lower !== 'and' || tokens[at + 1]?.lower !== 'a') return 0;
  const part = tokens[at + 2]?.lower;
  return part === 'half' ? 1 / 2 : part === 'quarter' ? 1 / 4 : 0;
}

const BEGINS = new RegExp(`^(?:an?|half|${Object.keys(WORDS).join('|')})(?:-|$)`);

const smallNumber = (lower: string): boolean => (lower.split('-')[0] ?? '') in WORDS;

/** Value of `43rd`, `third`, `seventy-fifth`; null for any other word. */
export function ordinalValue(lower: string): number | null {
  const digits = /^(\d{1,4})(?:st|nd|rd|th)$/.exec(lower);
  if (digits) return Number(digits[1]);
  const parts = lower.split('-');
  const end = ORDINALS[parts[parts.length - 1]!];
  if (end === undefined) return null;
  if (parts.length === 1) return end;
  const tens = WORDS[parts[0]!];
  return parts.length === 2 && tens !== undefined && tens >= 20 && end < 10 ? tens + end : null;
}

const ORDINALS: Readonly<Record<string, number>> = lookup({
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
  hundredth: 100,
});
