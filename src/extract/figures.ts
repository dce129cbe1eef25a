import type { TextSpan } from '../model/document.ts';
import {
  finiteOf,
  governor,
  isMeasuring,
  type Phrase,
  phraseAfter,
  phraseBefore,
  startsDate,
  subjectOf,
  wordsOf,
} from './figures/labels.ts';
import { type NumberPhrase, numberAt, ordinalValue } from './figures/numbers.ts';
import { currencyBefore, type FoundUnit, isTimeWord, unitAt } from './figures/units.ts';
import { isFiniteTense, type Token, tokensOf, type VerbGroup, verbGroups } from './language.ts';
import type { DatedMention } from './reading.ts';

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

/**
 * Finds the quantities of a sentence: money, shares, measures, counts of things, and how many times. Years, dates,
 * clock times, references, scores, ages and telephone numbers are none. A range is two figures, its low end first.
 * @param text the document's, of which `sentence` and the offsets of `tokens` speak.
 * @param tokens of the sentence, as `tokensOf` gives them.
 * @param dates date expressions in the sentence; a number within one of a calendar is none of ours.
 * @returns sorted by start. Linear in the sentence, apart from labels, which look back one sentence.
 */
export function findFigures(
  text: string,
  sentence: TextSpan,
  tokens: readonly Token[],
  dates: readonly (TextSpan & { readonly type?: string })[] = [],
): FoundFigure[] {
  const at: Context = { text, sentence, tokens, groups: verbGroups(tokens), found: [] };
  const calendar = dates.filter((d) => d.type !== 'DURATION' && d.type !== 'SET');
  for (let i = 0; i < tokens.length; ) {
    const within = calendar.find((d) => tokens[i]!.start >= d.start && tokens[i]!.start < d.end);
    if (within) {
      i++;
      continue;
    }
    i = Math.max(i + 1, figureAt(at, i));
  }
  return at.found;
}

/**
 * EDTF of the period that a figure is for: the date nearest to it in its clause, else `fallback`. Ends of the
 * calendar that only date the report (`said on Tuesday`) lose against a year or a quarter in the same sentence.
 * @param mentions of the figure's sentence, in any order.
 */
export function periodOf(
  figure: TextSpan,
  mentions: readonly DatedMention[],
  fallback: string | null,
): string | null {
  let best: DatedMention | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const mention of mentions) {
    if (mention.edtf === null || mention.type === 'DURATION' || mention.type === 'SET') continue;
    const gap = mention.start >= figure.end ? mention.start - figure.end : figure.start - mention.end;
    // Behind the number stands its own date more often than before it; a day is rarely a period.
    const cost = Math.max(0, gap) + (mention.end <= figure.start ? 8 : 0) + (isDay(mention) ? 40 : 0);
    if (cost < least) [best, least] = [mention, cost];
  }
  return best ? (best.range?.edtf ?? best.edtf) : fallback;
}

const isDay = (mention: DatedMention): boolean => mention.precision === 'day' || mention.precision === 'time';

interface Context {
  readonly text: string;
  readonly sentence: TextSpan;
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
  readonly found: FoundFigure[];
}

/** Tries everything that can start at token `i`; answers with the index behind what it took, or `i`. */
function figureAt(at: Context, i: number): number {
  return timesAt(at, i) || ordinalAt(at, i) || fractionAt(at, i) || oneInAt(at, i) || amountAt(at, i) || i;
}

/* ---- how many times ---- */

const FACTORS: Readonly<Record<string, number>> = {
  halve: 0.5,
  double: 2,
  triple: 3,
  treble: 3,
  quadruple: 4,
  quintuple: 5,
};

/** `doubled`, `twice`, `three times`. */
function timesAt(at: Context, i: number): number {
  const { tokens } = at;
  const t = tokens[i]!;
  const factor = FACTORS[t.lemma] ?? FACTORS[t.lower.replace(/d$/, '')];
  if (factor !== undefined && t.pos === 'VERB' && t.lower !== t.lemma && !/ing$/.test(t.lower)) {
    const group = at.groups.find((g) => g.last === i);
    if (!group || tokens[i + 1]?.lower === 'down' || tokens[i + 1]?.lower === 'as') return 0;
    const next = phraseAfter(tokens, i + 1);
    const subject = next ?? subjectOf(tokens, group.first);
    if (!subject) return 0;
    add(at, i, i, factor, 'times', wordsOf(at.text, tokens, subject), {});
    return i + 1;
  }
  if (t.lower === 'twice' || t.lower === 'thrice') {
    const value = t.lower === 'twice' ? 2 : 3;
    const next = tokens[i + 1];
    if (next?.lower === 'a' || next?.lower === 'daily' || next?.lower === 'weekly' || next?.lower === 'per')
      return 0;
    const label = repeatedLabel(at, i, i);
    if (!label) return 0;
    add(at, i, i, value, 'times', label, {});
    return i + 1;
  }
  return 0;
}

/** What was done so many times: the verb beside it with its object, else with its subject. */
function repeatedLabel(at: Context, first: number, last: number): string | null {
  const { tokens, groups, text } = at;
  // "twice the figure", "three times as many visitors"
  const compared = phraseAfter(tokens, last + 1);
  if (compared && /^(?:the|its|their|as)$/.test(tokens[last + 1]?.lower ?? '')) {
    const subject = governor(tokens, groups, first);
    const of = subject ? subjectOf(tokens, finiteOf(groups, subject).first) : null;
    return wordsOf(text, tokens, of ?? compared);
  }
  const inside = groups.find((g) => g.first <= last && g.last > last);
  const group = inside ?? groups.find((g) => g.first === last + 1) ?? governor(tokens, groups, first);
  if (!group || group.lemma === 'be') return null;
  const verb = tokens[group.last]!;
  const object = group.passive ? null : phraseAfter(tokens, group.last + 1, 6);
  if (object && object.first > group.last && tokens[object.first]!.start - verb.end < 12) {
    return text.slice(verb.start, tokens[object.last]!.end).replace(/\s+/g, ' ');
  }
  const subject = subjectOf(tokens, group.first);
  return subject ? `${wordsOf(text, tokens, subject)} ${verb.text}` : verb.text;
}

/** `for the 43rd time`, `the 75th anniversary of`. Other ordinals rank, they do not count. */
function ordinalAt(at: Context, i: number): number {
  const { tokens, text } = at;
  const value = ordinalValue(tokens[i]!.lower);
  const noun = tokens[i + 1]?.lower;
  if (value === null || (noun !== 'time' && noun !== 'anniversary')) return 0;
  if (noun === 'anniversary') {
    const of = tokens[i + 2]?.lower === 'of' ? phraseAfter(tokens, i + 3, 6) : null;
    add(at, i, i + 1, value, 'years', of ? `years of ${wordsOf(text, tokens, of)}` : 'anniversary', {});
    return i + 2;
  }
  // "for the first time" counts nothing.
  if (value < 2 || tokens[i - 1]?.lower !== 'the' || tokens[i - 2]?.lower !== 'for') return 0;
  const label = repeatedLabel(at, i - 2, i + 1);
  if (!label) return 0;
  add(at, i, i + 1, value, 'times', label, {});
  return i + 2;
}

/* ---- shares ---- */

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  eighth: 8,
  eighths: 8,
  tenth: 10,
  tenths: 10,
};

/** `half of`, `a third of`, `two-thirds of`, `three quarters of`. */
function fractionAt(at: Context, i: number): number {
  const { tokens } = at;
  const head = tokens[i]!.lower;
  let last = i;
  let count = 1;
  let part = PARTS[head];
  if (part !== undefined && head !== 'half') return 0;
  if (part === undefined) {
    const joined = /^(\w+)-(\w+)$/.exec(head);
    if (joined) {
      part = PARTS[joined[2]!];
      count = COUNTS[joined[1]!] ?? 0;
    } else {
      part = PARTS[tokens[i + 1]?.lower ?? ''];
      count = COUNTS[head] ?? 0;
      last = i + 1;
      if (part === 2 && count === 1) return 0;
    }
    if (part === undefined || count === 0 || count >= part) return 0;
  }
  const before = tokens[i - 1]?.lower ?? '';
  if (
    /^(?:first|second|latter|other|this|that|last|and|final|top|bottom|northern|southern|eastern|western)$/.test(
      before,
    )
  )
    return 0;
  const next = tokens[last + 1];
  const of = next?.lower === 'of';
  const whole = of
    ? phraseAfter(tokens, last + 2)
    : /^(?:the|its|their|his|her|all)$/.test(next?.lower ?? '') && head === 'half'
      ? phraseAfter(tokens, last + 1)
      : null;
  if (!whole || startsDate(tokens, of ? last + 2 : last + 1) || isTimeWord(tokens[whole.last]!.lower))
    return 0;
  if (/^(?:hour|century|decade|year|way|time|season|game|match)$/.test(tokens[whole.first]!.lower)) return 0;
  const hedged = hedgeBefore(tokens, i);
  add(at, i, last, (100 * count) / part, '%', `share of ${wordsOf(at.text, tokens, whole)}`, hedged);
  return last + 1;
}

const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  seven: 7,
  nine: 9,
};

/** `one in five households`, `three out of four patients`. */
function oneInAt(at: Context, i: number): number {
  const { tokens } = at;
  const first = numberAt(tokens, i, false);
  if (!first || first.rest || first.value > 20) return 0;
  let k = first.last + 1;
  if (tokens[k]?.lower === 'out' && tokens[k + 1]?.lower === 'of') k += 2;
  else if (tokens[k]?.lower === 'in') k += 1;
  else return 0;
  const second = numberAt(tokens, k, false);
  if (!second || second.rest || second.value <= first.value || second.value > 1000 || second.scale > 1)
    return 0;
  const of = phraseAfter(tokens, second.last + 1, 6);
  if (
    !of ||
    of.first !== second.last + 1 ||
    !isPlural(tokens[of.last]!) ||
    isTimeWord(tokens[of.first]!.lower)
  )
    return 0;
  add(
    at,
    i,
    second.last,
    (100 * first.value) / second.value,
    '%',
    `share of ${wordsOf(at.text, tokens, of)}`,
    hedgeBefore(tokens, i),
  );
  return second.last + 1;
}

/* ---- amounts ---- */

interface Hedge {
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

/** What the words before a number say about it. */
function hedgeBefore(tokens: readonly Token[], at: number): Hedge {
  let words = '';
  for (let k = Math.max(0, at - 5); k < at; k++) words += `${words ? ' ' : ''}${tokens[k]!.lower}`;
  const hedge: Hedge = {};
  if (MIN.test(words)) hedge.bound = 'min';
  else if (MAX.test(words)) hedge.bound = 'max';
  if (ABOUT.test(words)) hedge.approximate = true;
  return hedge;
}

interface Amount {
  readonly number: NumberPhrase;
  /** First token with the sign. */
  readonly first: number;
  readonly sign: string | null;
}

function readAmount(at: Context, i: number): Amount | null {
  const { tokens, text } = at;
  const sign = currencyBefore(tokens, i, text);
  if (sign) {
    const number = numberAt(tokens, i + 1, true);
    return number && tokens[i + 1]!.start - tokens[i]!.end <= 1 ? { number, first: i, sign } : null;
  }
  const minus =
    (tokens[i]!.text === '-' || tokens[i]!.text === '−') && tokens[i + 1]?.start === tokens[i]!.end;
  const number = numberAt(tokens, minus && tokens[i - 1]?.end !== tokens[i]!.start ? i + 1 : i, false);
  if (!number) return null;
  return minus
    ? { number: { ...number, value: -number.value }, first: i, sign: null }
    : { number, first: i, sign: null };
}

function amountAt(at: Context, i: number): number {
  const { tokens } = at;
  let low = readAmount(at, i);
  if (!low || isReference(at, low)) return 0;
  let high: Amount | null = null;
  let last = low.number.last;
  const link = tokens[last + 1];
  if (link && !low.number.rest && /^(?:-|–|—|to|and|or)$/.test(link.lower)) {
    high = readAmount(at, last + 2);
    const between = tokens[low.first - 1]?.lower === 'between';
    const adjacent = link.lower !== 'and' || between;
    if (!high || !adjacent || (high.sign !== null && low.sign !== null && high.sign !== low.sign))
      high = null;
  }
  const changed = high !== null && link!.lower === 'to' && tokens[low.first - 1]?.lower === 'from';
  if (high) last = high.number.last;
  const end = high ?? low;

  // "from $5 to $7 billion", "20 to 30 million people"
  let assumed = false;
  if (high && low.number.scale === 1 && high.number.scale > 1 && low.number.value < 1000) {
    if (low.number.value * high.number.scale < high.number.value || changed) {
      assumed = low.sign !== null;
      low = {
        ...low,
        number: { ...low.number, value: low.number.value * high.number.scale, scale: high.number.scale },
      };
    }
  }
  if (high && high.number.value <= low.number.value && !changed) return 0;

  const sign = low.sign ?? high?.sign ?? null;
  const unit = sign ? null : end.number.rest ? restUnit(end.number.rest) : unitAt(tokens, last + 1);
  if (unit === 'none') return last + 1;
  const hedge = hedgeBefore(tokens, low.first);

  let kind: FoundUnit['kind'] | 'count';
  let name: string;
  let label: string | null;
  let factor = 1;
  let stop = last;
  if (sign) {
    kind = 'money';
    name = sign;
    label = moneyLabel(at, low.first, last) + perLabel(at, last);
    const scale = high ? 0 : neighbourScale(at, low);
    if (scale > 1) {
      low = { ...low, number: { ...low.number, value: low.number.value * scale, scale } };
      assumed = true;
    }
  } else if (unit) {
    kind = unit.kind;
    name = unit.unit;
    factor = unit.factor;
    stop = end.number.rest ? last : unit.last;
    if (kind === 'time') label = timeLabel(at, low.first, stop);
    else if (kind === 'money') label = moneyLabel(at, low.first, stop);
    else if (kind === 'share') label = shareLabel(at, low.first, stop);
    else label = measureLabel(at, low.first, stop, end.number.rest !== '');
    if (kind === 'time' && label === null) return last + 1;
  } else {
    const counted = countOf(at, low.first, last, end.number, high !== null);
    if (!counted) return high ? last + 1 : low.number.last + 1;
    kind = 'count';
    name = counted.unit;
    label = counted.label;
    stop = counted.last;
  }
  if (label === null) return stop + 1;
  const start = low.first;
  if (!high) {
    add(at, start, stop, low.number.value * factor, name, label, {
      ...hedge,
      ...(assumed ? { scaleAssumed: true } : {}),
    });
  } else {
    const ends = { low: low.number.value * factor, high: high.number.value * factor };
    const range = changed ? {} : ends;
    add(at, start, stop, ends.low, name, label, {
      ...range,
      ...(changed ? {} : { bound: 'min' as const }),
      ...(assumed ? { scaleAssumed: true } : {}),
    });
    add(at, high.first, stop, ends.high, name, label, {
      ...range,
      ...(changed ? {} : { bound: 'max' as const }),
    });
  }
  return Math.max(stop, last) + 1;
}

function add(
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

/* ---- what is no quantity ---- */

const REFERENCE = new Set(
  'no nos no. nos. number numbers article articles section sections chapter chapters page pages p p. pp pp. figure fig fig. table note notes footnote volume vol vol. issue part phase stage level type class grade room flight route highway channel psalm act verse line lines step version resolution unit gate platform item clause paragraph appendix annex schedule rule title form block building lot track season episode round week day year years aged age ages model mark apollo area'.split(
    ' ',
  ),
);

function isReference(at: Context, amount: Amount): boolean {
  const { tokens, text } = at;
  const { number } = amount;
  const first = tokens[amount.first]!;
  const before = tokens[amount.first - 1];
  const after = tokens[number.last + 1];
  if (!number.digits) return false;
  // "10 feet (3 m)": said already.
  if (text[first.start - 1] === '(' && at.found.length > 0 && isConversion(at, amount)) return true;
  if (number.rest && /^(?:year-old|years-old|year-olds|yr-old|month-old|day-old|week-old)$/.test(number.rest))
    return true;
  // A note number stands glued to what is before it.
  const glued = first.start > 0 && !/[\s([{"“‘'’\-–—−/~≈><=+£$€]/.test(text[first.start - 1]!);
  if (glued && !(before && /^(?:-|–|—)$/.test(before.text))) return true;
  if (text[first.start - 1] === '[' || text[first.start - 1] === '#') return true;
  // 555-0123, 2-1-0, 12/05/2020, 978-0-…
  if (
    before &&
    /^[-–/]$/.test(before.text) &&
    before.end === first.start &&
    isDigitToken(tokens[amount.first - 2])
  )
    return true;
  if (after && /^[/:]$/.test(after.text) && isDigitToken(tokens[number.last + 2])) return true;
  if (amount.sign) return false;
  if (
    /^(?:am|pm|a\.m\.?|p\.m\.?|o'clock|hrs|gmt|utc|bc|bce|ad|ce|st|nd|rd|th)$/.test(after?.lower ?? '') &&
    number.bare
  )
    return true;
  if (number.bare && before && REFERENCE.has(before.lower) && !isHedged(tokens, amount.first)) return true;
  if (number.bare && isYearLike(at, amount)) return true;
  return false;
}

/** A measure in brackets right behind another measure. */
function isConversion(at: Context, { first, number }: Amount): boolean {
  const { tokens, found } = at;
  const unit = unitAt(tokens, number.last + 1);
  const open = tokens[first - 1];
  const end = found[found.length - 1]!.end;
  return (
    unit?.kind === 'measure' &&
    tokens[unit.last + 1]?.text === ')' &&
    open !== undefined &&
    open.start - end <= 1
  );
}

const isDigitToken = (t: Token | undefined): boolean => t !== undefined && /^\d/.test(t.lower);
const isHedged = (tokens: readonly Token[], at: number): boolean =>
  /^(?:about|some|around|than|least|over|nearly|to)$/.test(tokens[at - 1]?.lower ?? '');

const MONTHS =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\.?$/;

/** A bare number that a calendar explains better. */
function isYearLike(at: Context, { number, first }: Amount): boolean {
  const { tokens } = at;
  const before = tokens[first - 1];
  const after = tokens[number.last + 1];
  const value = number.value;
  if (MONTHS.test(before?.lower ?? '') && before!.capital && value <= 2100) return true;
  if (MONTHS.test(after?.lower ?? '') && after!.capital && value <= 31) return true;
  if (tokens[number.first]!.lower.length !== 4 || value < 1000 || value > 2100) return false;
  if (
    /^(?:in|since|until|till|by|from|during|before|after|of|the|mid|early|late|to|and|and|circa|between|year|winter|spring|summer|autumn|fall)$/.test(
      before?.lower ?? '',
    )
  ) {
    // "of 1500 men": four digits before a plural that people count are a number after all.
    return !(after && COUNTED.has(after.lower));
  }
  return !(after && (COUNTED.has(after.lower) || unitAt(tokens, number.last + 1)));
}

const COUNTED = new Set(
  'people men women children students soldiers troops workers employees staff members cases deaths victims patients residents inhabitants houses homes ships prisoners refugees copies seats tonnes tons metres kilometres miles euros dollars pounds jobs visitors passengers guests votes signatures families households volunteers teachers doctors beds shares stores shops cars vehicles tickets delegates protesters demonstrators'.split(
    ' ',
  ),
);

/* ---- counts ---- */

const IRREGULAR = new Set(
  'people men women children police troops staff personnel cattle sheep fish aircraft spacecraft feet mice geese teeth crew crews dead wounded injured killed missing species series data criteria phenomena media alumni faculty clergy households policemen policewomen servicemen fishermen businessmen congressmen firemen'.split(
    ' ',
  ),
);
const NEVER_COUNTED = new Set(
  'times sides things ways reasons kinds types sorts terms ones others parts points aspects respects fronts steps lots places cases rows ends thirds halves quarters fifths tenths'.split(
    ' ',
  ),
);
/** Two or three of these are who acts, not how much of something there is. */
const ACTING =
  /^(?:countries|nations|governments|leaders|states|powers|presidents|ministers|lawmakers|senators|men|women|brothers|sisters|sons|daughters|parties|companies|firms|officials|sources|sentences|editions|volumes|versions|examples|models|cities|groups|players|teams|sets|elements|factors|goals|options|questions|areas|categories|phases|stages|sections|periods)$/;
const CASUALTY =
  /^(?:dead|killed|injured|wounded|missing|hurt|hospitalised|hospitalized|infected|arrested|detained|displaced|homeless|unaccounted)$/;
const HARMING =
  /^(?:kill|injure|wound|infect|arrest|detain|evacuate|displace|hospitalise|hospitalize|employ|claim)$/;

const isPlural = (t: Token): boolean =>
  IRREGULAR.has(t.lower) ||
  (/[^s'u]s$/.test(t.lower) &&
    t.lower.length > 3 &&
    (t.pos === 'PROPN' || t.lemma !== t.lower || t.pos === 'NOUN'));

interface Count {
  readonly unit: string;
  readonly label: string;
  readonly last: number;
}

/** What is counted by a number that has no unit, or null. */
function countOf(
  at: Context,
  first: number,
  last: number,
  number: NumberPhrase,
  range: boolean,
): Count | null {
  const { tokens, text } = at;
  if (number.rest) return compoundCount(at, last, number);
  const before = tokens[first - 1];
  if (number.value < 2 || !Number.isFinite(number.value)) return null;
  if (
    number.value < 10 &&
    /^(?:the|these|those|both|his|her|their|its|our|my|'s|all|other|last|first|next|past)$/.test(
      before?.lower ?? '',
    )
  )
    return null;
  // Boeing 737, Apollo 11: a name's number. After a preposition the name is a place: "In Cairo 40 people".
  const named =
    before !== undefined &&
    before.capital &&
    (before.pos === 'PROPN' || !before.common) &&
    tokens[first - 2]?.pos !== 'ADP' &&
    first > 1;
  if (number.bare && named && number.value < 1000) return null;

  // "a twenty-one member senate": as with a hyphen.
  const thing = tokens[last + 1];
  if (
    /^an?$/.test(before?.lower ?? '') &&
    thing?.pos === 'NOUN' &&
    !isPlural(thing) &&
    tokens[last + 2]?.pos === 'NOUN'
  ) {
    return compoundCount(at, last + 1, { ...number, rest: thing.lower });
  }
  const noun = countedNoun(tokens, last + 1);
  if (noun) {
    const head = tokens[noun.head]!;
    if (NEVER_COUNTED.has(head.lower) && noun.head === noun.first) {
      if (head.lower === 'times') return timesCount(at, first, last, noun.head);
      if (head.lower !== 'cases' && head.lower !== 'points' && head.lower !== 'steps') return null;
    }
    if (isTimeWord(head.lower)) return null;
    if (head.lower === 'occasions') return timesCount(at, first, last, noun.head);
    if (number.value <= 3 && ACTING.test(head.lower)) return null;
    return { unit: head.lower, label: wordsOf(text, tokens, noun), last: noun.head };
  }
  const after = tokens[last + 1];
  if (after && CASUALTY.test(after.lower)) return { unit: 'people', label: after.lower, last: last + 1 };
  if (tokens[last + 1]?.pos === 'AUX' && CASUALTY.test(tokens[last + 2]?.lower ?? '')) {
    return { unit: 'people', label: tokens[last + 2]!.lower, last };
  }
  if (range) return null;
  const group = governor(tokens, at.groups, first);
  if (!group) return null;
  const near = first - group.last;
  if (HARMING.test(group.lemma) && near <= 4 && !isNounBetween(tokens, group.last + 1, first)) {
    return { unit: 'people', label: tokens[group.last]!.lower, last };
  }
  return measuredCount(at, first, last, group);
}

const isNounBetween = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let k = from; k < to; k++) if (tokens[k]!.pos === 'NOUN' || tokens[k]!.pos === 'PROPN') return true;
  return false;
};

interface CountedNoun extends Phrase {
  readonly head: number;
}

/** The noun behind a number: `more than 40 other European states` gives `states`. `first` to `last` is its label. */
function countedNoun(tokens: readonly Token[], at: number): CountedNoun | null {
  let k = at;
  // "12 of the 40 passengers", "100 or more delegations", "40 or so"
  if (
    tokens[k]?.lower === 'of' &&
    (tokens[k + 1]?.pos === 'DET' || tokens[k + 1]?.pos === 'PRON' || tokens[k + 2]?.lower === "'s")
  ) {
    k += 1;
    while (tokens[k] && (tokens[k]!.pos === 'DET' || tokens[k]!.pos === 'PRON' || tokens[k]!.pos === 'NUM'))
      k++;
  } else if (tokens[k]?.lower === 'or' && /^(?:more|so|fewer)$/.test(tokens[k + 1]?.lower ?? '')) k += 2;
  const first = k;
  for (; k < tokens.length && k - first < 7; k++) {
    const t = tokens[k]!;
    const next = tokens[k + 1];
    const inside =
      t.pos === 'ADJ' ||
      t.pos === 'NOUN' ||
      t.pos === 'PROPN' ||
      t.pos === 'ADV' ||
      (t.pos === 'VERB' && /(?:ed|ing)$/.test(t.lower)) ||
      t.lower === "'s" ||
      t.pos === 'X';
    const joined =
      (t.pos === 'CCONJ' || t.text === ',') && (next?.pos === 'ADJ' || next?.pos === 'PROPN') && k > first;
    if (!inside && !joined) return null;
    if (
      (t.pos === 'NOUN' || t.pos === 'PROPN' || t.pos === 'ADJ') &&
      isPlural(t) &&
      !(t.pos === 'ADJ' && !IRREGULAR.has(t.lower))
    ) {
      // "ships" and not yet "sales records": a further noun right behind takes over.
      if (next && (next.pos === 'NOUN' || next.pos === 'PROPN') && isPlural(next) && next.start - t.end === 1)
        continue;
      if (next && next.pos === 'NOUN' && !isPlural(next) && next.start - t.end === 1) return null;
      const full = phraseAfter(tokens, first);
      const last = full && full.last > k && tokens[k + 1]?.lower === 'of' ? full.last : k;
      let from = first;
      while (
        from < k &&
        /^(?:more|other|further|different|additional|such|new|at|least)$/.test(tokens[from]!.lower)
      )
        from++;
      return { first: from, head: k, last };
    }
  }
  return null;
}

/** `three times`: what was done, or by how much it is more. */
function timesCount(at: Context, first: number, last: number, head: number): Count | null {
  void last;
  const next = at.tokens[head + 1]?.lower ?? '';
  if (/^(?:a|per|daily|weekly)$/.test(next)) return null;
  const label = repeatedLabel(at, first, head);
  return label ? { unit: 'times', label, last: head } : null;
}

/** What a measuring verb's subject counts, where the number stands alone: "enrolment fell to 430". */
const SUBJECT_UNITS: Readonly<Record<string, string>> = {
  population: 'people',
  enrolment: 'students',
  enrollment: 'students',
  toll: 'deaths',
  attendance: 'people',
  staff: 'people',
  workforce: 'people',
  headcount: 'people',
  membership: 'members',
  circulation: 'copies',
  crowd: 'people',
  garrison: 'people',
  readership: 'readers',
  congregation: 'people',
  audience: 'people',
  unemployment: 'people',
};

const PREPOSITIONS_OF_AMOUNT =
  /^(?:to|at|by|from|of|about|around|some|nearly|almost|over|than|approximately|roughly|only|just|least|an?|record|estimated|up|in|total)$/;

function measuredCount(at: Context, first: number, last: number, group: VerbGroup): Count | null {
  const { tokens, text } = at;
  // "a workforce of 300", "a crowd of 60,000"
  const before = tokens[first - 1];
  let of = before?.lower === 'of' ? first - 2 : -1;
  if (of < 0 && /^(?:about|around|some|nearly|almost|over|than)$/.test(before?.lower ?? '')) {
    let k = first - 1;
    while (k > 0 && PREPOSITIONS_OF_AMOUNT.test(tokens[k]!.lower) && tokens[k]!.lower !== 'of') k--;
    if (tokens[k]?.lower === 'of') of = k - 1;
  }
  if (of >= 0) {
    const noun = tokens[of]!;
    const unit = SUBJECT_UNITS[noun.lower];
    const phrase = unit ? phraseBefore(tokens, of + 1) : null;
    if (unit && phrase) return { unit, label: wordsOf(text, tokens, phrase), last };
    if (noun.pos === 'NOUN') return null;
  }
  const after = tokens[last + 1];
  if (
    after &&
    (after.pos === 'NOUN' || after.pos === 'PROPN' || after.pos === 'ADJ') &&
    after.start - tokens[last]!.end <= 1
  ) {
    if (!isTimeWord(after.lower) && !startsDate(tokens, last + 1)) return null;
  }
  for (let k = group.last + 1; k < first; k++) {
    const t = tokens[k]!;
    if (PREPOSITIONS_OF_AMOUNT.test(t.lower) || t.pos === 'ADV' || t.pos === 'SYM') continue;
    // "rose from 2,974 in 1944 to 9,374": what stands between is the first number and its date.
    if (t.pos === 'NUM' || t.text === '-' || t.text === '–' || /^(?:in|on|and)$/.test(t.lower)) continue;
    return null;
  }
  if (!isMeasuring(group.lemma) || group.lemma === 'be') return null;
  const finite = finiteOf(at.groups, group);
  const subject = subjectOf(tokens, finite.first) ?? null;
  if (!subject) return null;
  const head = subjectHead(tokens, subject);
  if (!head) return null;
  const unit =
    SUBJECT_UNITS[head.lower] ??
    (isPlural(head)
      ? head.lower === 'numbers' && subject.last > subject.first
        ? `${tokens[subject.first]!.lemma}s`
        : head.lower
      : null);
  if (!unit || isTimeWord(head.lower)) return null;
  return { unit, label: wordsOf(text, tokens, subject), last };
}

function subjectHead(tokens: readonly Token[], subject: Phrase): Token | null {
  let head: Token | null = null;
  for (let k = subject.first; k <= subject.last; k++) {
    const t = tokens[k]!;
    if (t.pos === 'ADP') break;
    if (t.pos === 'NOUN' || t.pos === 'PROPN') head = t;
  }
  return head;
}

const NO_COUNT_AFTER_HYPHEN =
  /^(?:way|ways|sided|part|tier|term|time|step|star|figure|digit|dimensional|level|pronged|old|odd|plus|ish|something|off|up|game|race|set|hander|stroke|bit|dimension|class|man|lane|wheel|wheeler|door|letter|word)s?$/;

function compoundCount(at: Context, last: number, number: NumberPhrase): Count | null {
  const { tokens, text } = at;
  const after = phraseAfter(tokens, last + 1, 6);
  const joined = after && tokens[last + 1] && after.first <= last + 2 ? after : null;
  if (number.rest === 'strong') {
    return joined ? { unit: 'people', label: wordsOf(text, tokens, joined), last } : null;
  }
  if (number.rest === 'fold') {
    const subject = governor(tokens, at.groups, number.first);
    const phrase = subject ? subjectOf(tokens, finiteOf(at.groups, subject).first) : null;
    return phrase ? { unit: 'times', label: wordsOf(text, tokens, phrase), last } : null;
  }
  const thing = number.rest;
  if (
    NO_COUNT_AFTER_HYPHEN.test(thing) ||
    thing.includes('-') ||
    !/^\p{Ll}{3,}$/u.test(thing) ||
    isTimeWord(thing)
  )
    return null;
  if (number.value < 2 || !joined) return null;
  const unit = thing.endsWith('s')
    ? thing
    : thing.endsWith('y') && !/[aeiou]y$/.test(thing)
      ? `${thing.slice(0, -1)}ies`
      : `${thing}s`;
  return {
    unit,
    label: `${unit} of ${wordsOf(text, tokens, joined)}`.split(' ').slice(0, 8).join(' '),
    last,
  };
}

/** The unit in a word such as `11-mile`, `100-megawatt`, `20-percent`; `none` for durations and ages. */
function restUnit(rest: string): FoundUnit | 'none' | null {
  if (isTimeWord(rest) || /^(?:year|day|month|week|hour|minute|decade|century)-/.test(rest)) return 'none';
  const words = rest.split('-');
  const tokens = words.map(
    (word, i): Token => ({
      start: i,
      end: i,
      text: word,
      lower: word,
      pos: 'NOUN',
      lemma: word,
      capital: false,
      common: true,
    }),
  );
  const found = unitAt(tokens, 0);
  return found && found.last === words.length - 1 && rest.length > 2 ? found : null;
}

/* ---- labels by kind ---- */

/** The nominal right behind the amount, where it modifies it: `a $5 million grant`. */
function modified(at: Context, last: number): Phrase | null {
  const { tokens } = at;
  const next = tokens[last + 1];
  if (
    !next ||
    (next.pos !== 'ADJ' && next.pos !== 'NOUN' && next.pos !== 'PROPN') ||
    startsDate(tokens, last + 1)
  )
    return null;
  if (
    next.start - tokens[last]!.end > 1 ||
    /^(?:more|less|higher|lower|worth|last|next|each|apiece|ago|later|earlier)$/.test(next.lower)
  )
    return null;
  return phraseAfter(tokens, last + 1);
}

/** `of debt`, `in aid`, `worth of goods` behind the amount. */
function linked(at: Context, last: number, links: RegExp): Phrase | null {
  const { tokens } = at;
  let k = last + 1;
  // A conversion in brackets does not part them.
  if (tokens[k]?.text === '(') {
    while (k < tokens.length && tokens[k]!.text !== ')') k++;
    k++;
  }
  if (tokens[k]?.lower === "'" || tokens[k]?.text === '’') k++;
  if (tokens[k]?.lower === 'worth') k++;
  if (!links.test(tokens[k]?.lower ?? '') || startsDate(tokens, k + 1)) return null;
  const phrase = phraseAfter(tokens, k + 1);
  return phrase && tokens[phrase.first]!.start - tokens[k]!.end < 14 ? phrase : null;
}

/** Where the amount is said of something named before it: `a fine of`, `a cost of`, `valued at`. */
function named(at: Context, first: number): Phrase | null {
  const { tokens } = at;
  let k = first - 1;
  while (
    k >= 0 &&
    /^(?:about|around|some|nearly|almost|over|more|than|approximately|roughly|an?|record|estimated|up|to|at|least|just|only)$/.test(
      tokens[k]!.lower,
    ) &&
    tokens[k]!.lower !== 'at'
  )
    k--;
  if (!/^(?:of|at|worth|totalling|totaling|exceeding)$/.test(tokens[k]?.lower ?? '')) return null;
  return phraseBefore(tokens, k);
}

function subjectLabel(at: Context, first: number): string | null {
  const { tokens, text, groups } = at;
  const group = governor(tokens, groups, first);
  if (!group || !isMeasuring(group.lemma)) return null;
  // "raised its key rate by", "cut the workforce to": what was raised stands between.
  if (!group.passive) {
    const object = phraseAfter(tokens.slice(0, first), group.last + 1, 6);
    if (
      object &&
      object.first <= group.last + 3 &&
      !/^(?:record|high|low|peak|total|average|maximum|minimum)$/.test(tokens[object.last]!.lower)
    )
      return wordsOf(text, tokens, object);
  }
  const subject = subjectOf(tokens, finiteOf(groups, group).first);
  if (subject) return wordsOf(text, tokens, subject);
  return subjectOfSentenceBefore(at);
}

/** "Trade reached a record. The total was $5m": the subject of the sentence before, within the paragraph. */
function subjectOfSentenceBefore(at: Context): string | null {
  const before = sentenceBefore(at);
  if (!before) return null;
  for (const group of verbGroups(before)) {
    if (group.tense === 'gerund' || group.tense === 'participle') continue;
    const subject = subjectOf(before, group.first);
    return subject ? wordsOf(at.text, before, subject) : null;
  }
  return null;
}

/** Farther back than this a sentence is not looked for. */
const LOOK_BACK = 400;

function sentenceBefore(at: Context): Token[] | null {
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

function verbLabel(at: Context, first: number, last: number): string | null {
  const { tokens, text, groups } = at;
  const group = governor(tokens, groups, first);
  const verb = group ? tokens[group.last]! : null;
  const link = tokens[last + 1];
  if (
    link &&
    /^(?:for|on|in|to|from|into|against|towards?)$/.test(link.lower) &&
    !startsDate(tokens, last + 2)
  ) {
    const phrase = phraseAfter(tokens, last + 2, 6);
    if (phrase && tokens[phrase.first]!.start - link.end < 14) {
      const words = wordsOf(text, tokens, phrase);
      return verb ? `${verb.text} ${link.lower} ${words}` : words;
    }
  }
  if (!group || !verb) return null;
  const object = phraseAfter(tokens.slice(0, first), group.last + 1, 6);
  if (object) return wordsOf(text, tokens, object);
  const subject = subjectOf(tokens, finiteOf(groups, group).first);
  return subject
    ? `${wordsOf(text, tokens, subject)} ${verb.text}`.split(' ').slice(-8).join(' ')
    : verb.text;
}

/** "$2m was raised for the clinic": the amount is the subject. */
function doneLabel(at: Context, last: number): string | null {
  const { tokens, text, groups } = at;
  const group = groups.find((g) => g.first === last + 1 && isFiniteTense(g.tense));
  if (!group || group.lemma === 'be') return null;
  const verb = tokens[group.last]!;
  const link = tokens[group.last + 1];
  if (link?.pos !== 'ADP' || startsDate(tokens, group.last + 2)) return verb.text;
  const phrase = phraseAfter(tokens, group.last + 2, 6);
  return phrase
    ? `${verb.text} ${link.lower} ${wordsOf(text, tokens, phrase)}`
    : `${verb.text} ${link.lower}`;
}

function fallbackLabel(at: Context, first: number): string {
  const { tokens, text } = at;
  for (let k = first - 1; k >= 0; k--) {
    if (tokens[k]!.pos === 'NOUN' && !isTimeWord(tokens[k]!.lower)) {
      const phrase = phraseBefore(tokens, k + 1);
      if (phrase) return wordsOf(text, tokens, phrase);
    }
  }
  return 'amount';
}

function moneyLabel(at: Context, first: number, last: number): string {
  const { tokens, text } = at;
  const words = (phrase: Phrase | null): string | null => (phrase ? wordsOf(text, tokens, phrase) : null);
  return (
    words(modified(at, last)) ??
    words(linked(at, last, /^(?:of|in|worth)$/)) ??
    words(named(at, first)) ??
    doneLabel(at, last) ??
    subjectLabel(at, first) ??
    verbLabel(at, first, last) ??
    fallbackLabel(at, first)
  );
}

/** ` per barrel` of "$40 a barrel". */
function perLabel(at: Context, last: number): string {
  const link = at.tokens[last + 1]?.lower;
  const what = at.tokens[last + 2];
  if (!what || (link !== 'a' && link !== 'an' && link !== 'per') || what.pos !== 'NOUN') return '';
  return ` per ${what.lower}`;
}

function shareLabel(at: Context, first: number, last: number): string {
  const { tokens, text } = at;
  const of = linked(at, last, /^of$/);
  if (of) return `share of ${wordsOf(text, tokens, of)}`;
  const modifies = modified(at, last);
  if (modifies) return wordsOf(text, tokens, modifies);
  const inside = named(at, first);
  if (inside) return wordsOf(text, tokens, inside);
  return subjectLabel(at, first) ?? verbLabel(at, first, last) ?? fallbackLabel(at, first);
}

function measureLabel(at: Context, first: number, last: number, compound: boolean): string {
  const { tokens, text } = at;
  const words = (phrase: Phrase | null): string | null => (phrase ? wordsOf(text, tokens, phrase) : null);
  return (
    words(compound ? modified(at, last) : linked(at, last, /^of$/)) ??
    (compound ? null : words(modified(at, last))) ??
    words(named(at, first)) ??
    subjectLabel(at, first) ??
    verbLabel(at, first, last) ??
    fallbackLabel(at, first)
  );
}

/** Lengths of time count only where they measure something: hours of talks, years in prison, a closure. */
function timeLabel(at: Context, first: number, last: number): string | null {
  const { tokens, text } = at;
  const before = tokens[first - 1]?.lower ?? '';
  if (/^(?:last|past|next|previous|first|coming|following|every|final|recent|aged|the)$/.test(before))
    return null;
  const after = tokens[last + 1]?.lower ?? '';
  if (/^(?:ago|later|earlier|before|after|old|since|hence|away|ahead|prior|on|from)$/.test(after))
    return null;
  const unit = tokens[last]!.lower;
  if (/^(?:decade|centur|generation|season|semester)/.test(unit)) return null;
  if (after === 'of' && tokens[last + 2]?.lower !== 'age') {
    const of = phraseAfter(tokens, last + 2, 6);
    return of && !startsDate(tokens, last + 2) ? `${unit} of ${wordsOf(text, tokens, of)}` : null;
  }
  if (
    (after === 'in' || after === "'" || after === '’') &&
    /^(?:prison|jail|custody|detention|exile|captivity|hospital|imprisonment|probation|parole)$/.test(
      tokens[last + 2]?.lower ?? '',
    )
  ) {
    return `${unit} in ${tokens[last + 2]!.lower}`;
  }
  const group = governor(tokens, at.groups, first);
  if (
    !group ||
    !/^(?:last|close|shut|suspend|delay|ban|bar|disqualify|imprison|jail|sentence|interrupt|halt|extend|run|take)$/.test(
      group.lemma,
    )
  )
    return null;
  if (first - group.last > 4) return null;
  const subject = subjectOf(tokens, finiteOf(at.groups, group).first);
  const object = group.passive ? null : phraseAfter(tokens.slice(0, first), group.last + 1, 6);
  const what = object ?? subject;
  return what ? `${wordsOf(text, tokens, what)} ${tokens[group.last]!.lower}` : null;
}

/* ---- a scale that is not printed ---- */

/**
 * "exports came to $31.5 billion; a year later they exceeded $34": the scale of the amount of money before it, in this
 * sentence or the one before. Taken only where both tell of the same thing and are of the same size without scale.
 * @returns 1 where nothing speaks for one.
 */
function neighbourScale(at: Context, amount: Amount): number {
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
