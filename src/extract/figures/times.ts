import { lookup } from '../lookup.ts';
import { add, type Context, hedgeBefore } from './context.ts';
import { finiteOf, governor, phraseAfter, startsDate, subjectOf, wordsOf } from './labels.ts';
import { shareLabel, subjectOfSentenceBefore } from './measured.ts';
import { isPlural } from './nouns.ts';
import { numberAt, ordinalValue, shareOfScale } from './numbers.ts';
import { isTimeWord } from './units.ts';

const FACTORS: Readonly<Record<string, number>> = lookup({
  halve: 0.5,
  double: 2,
  triple: 3,
  treble: 3,
  quadruple: 4,
  quintuple: 5,
});

/** Whether a verb, in base form, says how many times as much: `double`. */
export const isFactor = (lemma: string): boolean => FACTORS[lemma] !== undefined;

/** Whether a word, in lower case, may begin one of the counts that are read here, but for {@link oneInAt}. */
export const beginsCount = (lower: string): boolean =>
  isFactor(lower.replace(/d$/, '')) ||
  lower === 'twice' ||
  lower === 'thrice' ||
  lower === 'half' ||
  lower === 'both' ||
  lower in COUNTS ||
  lower.includes('-') ||
  ordinalValue(lower) !== null;

/** `doubled`, `twice`, `three times`. */
export function timesAt(at: Context, i: number): number {
  const { tokens } = at;
  const t = tokens[i]!;
  const factor = FACTORS[t.lemma] ?? FACTORS[t.lower.replace(/d$/, '')];
  if (factor !== undefined && t.pos === 'VERB' && t.lower !== t.lemma && !/ing$/.test(t.lower)) {
    const group = at.groups.find((g) => g.last === i);
    if (!group || tokens[i + 1]?.lower === 'down' || tokens[i + 1]?.lower === 'as') return 0;
    const next = phraseAfter(tokens, i + 1);
    const subject = next ?? subjectOf(tokens, group.first);
    const label = subject ? wordsOf(at.text, tokens, subject) : subjectOfSentenceBefore(at);
    if (label === null) return 0;
    add(at, i, i, factor, 'times', label, hedgeBefore(tokens, i));
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

/** What something was done to, or who did it, so many times. */
export function repeatedLabel(at: Context, first: number, last: number): string | null {
  const { tokens, groups, text } = at;
  // "twice the figure", "three times as many visitors"
  const compared = phraseAfter(tokens, last + 1);
  if (compared && /^(?:the|its|their|as)$/.test(tokens[last + 1]?.lower ?? '')) {
    const subject = governor(tokens, groups, first);
    const of = subject ? subjectOf(tokens, finiteOf(groups, subject).first) : null;
    return wordsOf(text, tokens, of ?? compared);
  }
  const inside = groups.find((g) => g.first <= last && g.last > last);
  const done = groups.find((g) => g.last === first - 1);
  const group = inside ?? done ?? groups.find((g) => g.first === last + 1) ?? governor(tokens, groups, first);
  if (!group || group.lemma === 'be') return null;
  const verb = tokens[group.last]!;
  const object = group.passive ? null : phraseAfter(tokens, group.last + 1, 6);
  if (object && object.first > group.last && tokens[object.first]!.start - verb.end < 12) {
    return wordsOf(text, tokens, object);
  }
  const subject = subjectOf(tokens, group.first);
  return subject ? wordsOf(text, tokens, subject) : null;
}

/** `for the 43rd time`, `the 75th anniversary of`. Other ordinals rank, they do not count. */
export function ordinalAt(at: Context, i: number): number {
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

const PARTS: Readonly<Record<string, number>> = lookup({
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
});

/** `half of`, `a third of`, `two-thirds of`, `three quarters of`. */
export function fractionAt(at: Context, i: number): number {
  const { tokens } = at;
  const head = tokens[i]!.lower;
  if (head !== 'half' && !(head in COUNTS) && !head.includes('-')) return 0;
  // "a quarter of a million people" is a number of people.
  if (shareOfScale(tokens, i)) return 0;
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
    /^(?:first|second|latter|other|this|that|last|final|top|bottom|northern|southern|eastern|western)$/.test(
      before,
    )
  )
    return 0;
  // "four and a half days"
  if (before === 'and' && tokens[i - 2]?.pos === 'NUM') return 0;
  const next = tokens[last + 1];
  const of = next?.lower === 'of';
  const whole = of
    ? phraseAfter(tokens, last + 2)
    : /^(?:the|its|their|his|her|all)$/.test(next?.lower ?? '') && head === 'half'
      ? phraseAfter(tokens, last + 1)
      : null;
  // "fell by a third": a share of what it was.
  const fell = !whole && before === 'by' && !of ? shareLabel(at, i, last) : null;
  if (fell) {
    add(at, i, last, (100 * count) / part, '%', fell, hedgeBefore(tokens, i));
    return last + 1;
  }
  if (!whole || startsDate(tokens, of ? last + 2 : last + 1) || isTimeWord(tokens[whole.last]!.lower))
    return 0;
  if (/^(?:hour|century|decade|year|way|time|season|game|match)$/.test(tokens[whole.first]!.lower)) return 0;
  const hedged = hedgeBefore(tokens, i);
  add(at, i, last, (100 * count) / part, '%', `share of ${wordsOf(at.text, tokens, whole)}`, hedged);
  return last + 1;
}

const COUNTS: Readonly<Record<string, number>> = lookup({
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  seven: 7,
  nine: 9,
});

/** `one in five households`, `three out of four patients`. */
export function oneInAt(at: Context, i: number): number {
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
