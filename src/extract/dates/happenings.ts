import type { TextSpan } from '../../model/document.ts';
import { remembered } from '../memo.ts';
import { fewFrom } from './few.ts';
import { edtfOf, FINENESS, holding, type Point, type PointUnit, shifted } from './point.ts';

/** A date of the text as something to count from. */
export interface Dated extends TextSpan {
  readonly point: Point;
  /** The sentence that holds it. */
  readonly sentence: TextSpan;
  /** How it was itself reached, for people; empty when it is printed. */
  readonly steps: readonly string[];
  /** 0 … 1. */
  readonly confidence: number;
}

/** "Three weeks" before "after the siege began". */
export interface CountedStep extends TextSpan {
  /** null: a few. */
  readonly count: number | null;
  readonly unit: PointUnit;
  readonly approximate: boolean;
  readonly sentence: TextSpan;
}

export interface Reached {
  /** null for "a few days after". */
  readonly point: Point | null;
  readonly edtf: string;
  readonly precision: ReturnType<typeof edtfOf>['precision'];
  readonly steps: readonly string[];
  readonly confidence: number;
  /** What it would be from another date of the same thing, with the words of that date. */
  readonly others: readonly { readonly edtf: string; readonly words: string }[];
}

/** Looked at behind the word "after", and around a date. */
const LONGEST_PHRASE = 70;
const AROUND = 110;
/** Dates of the same word that are weighed, before the step and behind it. */
const MOST_BEFORE = 8;
const MOST_BEHIND = 4;

/** So near a single word means the same thing. */
const NEAR = 600;

/** What a report on an accident calls it, and what happened in one. */
const ACCIDENT =
  /^the (?:accident|incident|disaster|tragedy|crash|collision|grounding|derailment|explosion|sinking|casualty|occurrence)$/i;
const HAPPENED =
  /\b(?:aground|crashed|collided|collision|derailed|sank|sunk|struck|exploded|explosion|caught fire|capsized|overturned|plunged|ditched|foundered|collapsed)\b/;
/** What a file on a crime or a fire calls it, and how it says that it happened. */
const CALLED: readonly (readonly [called: RegExp, happened: RegExp])[] = [
  [ACCIDENT, HAPPENED],
  [/^the (?:fire|blaze)$/i, /\b(?:fire|burned|burnt|ablaze)\b/],
  [
    /^the (?:robbery|theft|burglary|break-in)$/i,
    /\b(?:robbed|stole|stolen|broke into|robbery|theft|burglary)\b/,
  ],
  [/^the (?:shooting|murder|killing)$/i, /\b(?:shot|killed|murdered|stabbed|shooting)\b/],
  [/^the (?:flood|floods|flooding)$/i, /\b(?:flood|floods|flooded|burst its banks)\b/],
];
/** Accidents looked at for the nearest. */
const MOST_ACCIDENTS = 50;
/** Characters behind a date within which a story is still at its day. */
const SCENE = 400;

/** How often what lies a few days away lies in the stretch that is given for it. */
const FEW = 0.75;

/** Letters of the word that says before or after, with the spaces around it. */
const SIDE_LENGTH = 12;

/** after the siege began, before the vote */
const SIDE = /^\s+(after|before|following|from|into)\s+(?=[\p{L}\d])/u;
const PHRASE_END =
  /[,.;:!?()"“”—–]|\s(?:and|but|when|while|who|whom|which|that|because|with|by|to)\s|(?<=\S\s+\S.*)\s(?:he|she|it|they|we|I|there)\s/u;
const CLAUSE_END = /[,;:()]|\b(?:and|but|then|while|when|after|before)\b/u;
const EMPTY = new Set(
  (
    'the a an this that these those his her its their our my he she it they we i you who him them is are was were be been being has ' +
    'have had do did does will would to of in on at by for with from into as and or first new old own same last took take taken got ' +
    'get came come went go made make held hold mr mrs ms dr president king queen minister'
  ).split(' '),
);

/** Words for one happening that share no stem. */
const ONE_THING: readonly string[] = [
  'die died death dead dies',
  'birth born',
  'begin began begun begins beginning start starts started opening',
  'end ended ending ends close closing closure finish',
  'marry married marriage wedding wed',
  'leave left departure depart departed',
  'arrive arrival reach reached',
  'sell sold sale',
  'steal stole stolen theft',
  'flee fled flight',
  'lose lost loss',
  'buy bought purchase',
  'sworn oath inauguration inaugurated inaugural',
  'sink sank sunk sinking',
  'fall fell fallen',
  'fire burnt burned burning blaze',
  'surgery operation operated',
  'speak spoke speech address',
  'strike struck',
  'win won victory',
  'founded founding foundation',
  'choose chose chosen choice',
  'meet met meeting',
  'rise rose risen',
  'build built',
  'vote voted ballot poll',
];
const SAME = new Map(
  ONE_THING.flatMap((line) => line.split(' ').map((word, _, all) => [word, all[0]!] as const)),
);

/** A word without its endings, alike for the verb and the noun made of it: resigned, resignation; invaded, invasion. */
export function stemOf(word: string): string {
  const lower = word.toLowerCase();
  const same = SAME.get(lower);
  if (same) return same;
  const base = lower
    .replace(/['’]s?$/, '')
    .replace(/mission$/, 'mit')
    .replace(/([aeiou])sion$/, '$1d')
    .replace(/(?<=\p{L}{4})(?:ations?|ions?|ments?|als?|ances?|ences?|ings?|ed|es|s)$/u, '')
    .replace(/e+$/, '')
    .replace(/([^aeiou])\1$/, '$1');
  return SAME.get(base) ?? base;
}

const WORDS = /\p{L}[\p{L}'’]*/gu;

/** The stem of a word; empty where it says nothing. */
const tellingStem = (word: string): string =>
  word.length > 2 && !EMPTY.has(word.toLowerCase()) ? stemOf(word) : '';

function stemsIn(words: string, of: (word: string) => string = tellingStem): Set<string> {
  const stems = new Set<string>();
  for (const word of words.match(WORDS) ?? []) {
    const stem = of(word);
    if (stem !== '') stems.add(stem);
  }
  return stems;
}

/** The stems of the words around each date of a text, found when first asked for. */
export class StemsAround {
  readonly #text: string;
  /** The same words stand around many dates. */
  readonly #of = remembered(tellingStem);
  readonly #known = new Map<number, ReadonlySet<string>>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Those that a date may date: of its sentence, cut at a semicolon, not too far away. */
  get({ start, end, sentence }: Dated): ReadonlySet<string> {
    const known = this.#known.get(start);
    if (known) return known;
    const before = this.#text.slice(Math.max(sentence.start, start - AROUND), start);
    const behind = this.#text.slice(end, Math.min(sentence.end, end + AROUND));
    const stop = behind.indexOf(';');
    const words = `${before.slice(before.lastIndexOf(';') + 1)} ${stop < 0 ? behind : behind.slice(0, stop)}`;
    const stems = stemsIn(words, this.#of);
    this.#known.set(start, stems);
    return stems;
  }
}

/**
 * The dates of a text by the words that stand around them, to find the day of "three weeks after the siege began".
 * Each look-up weighs a handful of dates, so that the cost is linear in the dates of the text.
 */
export class Happenings {
  readonly #text: string;
  readonly #dates: readonly Dated[];
  readonly #around: StemsAround;
  /** Few texts ask for it. */
  #byStem: ReadonlyMap<string, readonly number[]> | null = null;

  /** @param dates in order of the text. @param around of the same text, to be kept for further dates of it. */
  constructor(text: string, dates: readonly Dated[], around = new StemsAround(text)) {
    this.#text = text;
    this.#dates = dates;
    this.#around = around;
  }

  /** Which dates have a word beside them. */
  #datesBeside(stem: string): readonly number[] {
    this.#byStem ??= this.#sort();
    return this.#byStem.get(stem) ?? [];
  }

  #sort(): ReadonlyMap<string, readonly number[]> {
    const byStem = new Map<string, number[]>();
    this.#dates.forEach((date, i) => {
      for (const stem of this.#around.get(date)) {
        const list = byStem.get(stem);
        if (list) list.push(i);
        else byStem.set(stem, [i]);
      }
    });
    return byStem;
  }

  /** The words of a date's own clause, as far as marks and conjunctions tell. */
  #clause({ start, end, sentence }: Dated): string {
    const before = this.#text.slice(Math.max(sentence.start, start - AROUND), start);
    const behind = this.#text.slice(end, Math.min(sentence.end, end + AROUND));
    return `${before.split(CLAUSE_END).at(-1)} ${behind.split(CLAUSE_END)[0]}`;
  }

  /** What stands behind the step: the side and the words of the happening; null when it is no such step. */
  phraseOf({ end, sentence }: CountedStep): { readonly side: 1 | -1; readonly words: string } | null {
    const rest = this.#text.slice(end, Math.min(sentence.end, end + LONGEST_PHRASE));
    const side = SIDE.exec(rest);
    if (!side || side[1] === 'from') return null;
    const words = rest.slice(side[0].length);
    const cut = PHRASE_END.exec(words);
    const phrase = (cut ? words.slice(0, cut.index) : words).replace(/\s+/g, ' ').trim();
    return phrase === '' ? null : { side: side[1] === 'before' ? -1 : 1, words: phrase };
  }

  /** The day that lies so far from what the words behind a step tell of; null where the text does not date that. */
  reach(step: CountedStep): Reached | null {
    const phrase = this.phraseOf(step);
    if (!phrase) return null;
    const own = this.#inside(step, phrase.words.length);
    let { words } = phrase;
    let found = own ? [own] : this.#candidates(words, step);
    for (const shorten of [firstVerb, firstNoun]) {
      if (found.length > 0) break;
      words = shorten(phrase.words);
      found = this.#candidates(words, step);
    }
    if (found.length === 0) {
      for (const each of [words, phrase.words]) {
        const happened = CALLED.find(([called]) => called.test(each))?.[1];
        if (!happened) continue;
        words = each;
        found = this.#accidents(step, happened);
        break;
      }
    }
    const best = nearest(found, phrase.side);
    if (!best) return null;
    const others = found.filter((other) => other !== best);
    const side = phrase.side < 0 ? 'before' : 'after';
    const { count } = step;
    if (count === null) {
      const about = fewFrom(best.point, phrase.side, step.unit);
      const steps = [`${side} ${words}`, this.#words(best), ...best.steps];
      const confidence = Math.round(best.confidence * FEW * 100) / 100;
      return about && { point: null, ...about, steps, confidence, others: [] };
    }
    const counted = countFrom(best.point, phrase.side * count, step.unit);
    if (!counted) return null;
    const edtf = edtfOf(counted);
    const rivals = others.flatMap((other) => {
      const point =
        other.point.start === best.point.start
          ? null
          : countFrom(other.point, phrase.side * count, step.unit);
      return point ? [{ edtf: edtfOf(point).edtf, words: this.#words(other) }] : [];
    });
    return {
      point: counted,
      edtf: step.approximate && !edtf.edtf.includes('/') ? `${edtf.edtf}~` : edtf.edtf,
      precision: edtf.precision,
      steps: [`${side} ${words}`, this.#words(best), ...best.steps],
      confidence: Math.round(best.confidence * (rivals.length > 0 ? 70 : 85)) / 100,
      others: rivals,
    };
  }

  /** "two weeks after the sale on 4 May": the date that stands in the words themselves. */
  #inside({ end, sentence }: CountedStep, length: number): Dated | null {
    const i = firstFrom(null, this.#dates, end);
    const date = this.#dates[i];
    if (!date || date.sentence.start !== sentence.start) return null;
    const between = this.#text.slice(end, date.start);
    return between.length <= length + SIDE_LENGTH && /\s(?:on|of|in)\s+$/.test(between) ? date : null;
  }

  #words = ({ start, end }: TextSpan): string => this.#text.slice(start, end).replace(/\s+/g, ' ');

  /**
   * "The accident" of a report is the one that its own words tell to the day; none where it tells of two. Where no
   * sentence with a day says it, one right behind may: "On 4 May she left. She struck a rock."
   */
  #accidents(step: CountedStep, happened: RegExp): Dated[] {
    const days = this.#dates
      .slice(0, MOST_ACCIDENTS)
      .map((date, i) => ({ date, next: this.#dates[i + 1]?.start ?? this.#text.length }))
      .filter(({ date }) => date.point.unit === 'day' && date.sentence.start !== step.sentence.start);
    const one = (until: (date: Dated, next: number) => number): Dated[] => {
      const told = days.filter(({ date, next }) =>
        happened.test(this.#text.slice(date.sentence.start, until(date, next))),
      );
      const [first] = told;
      // The night of 11 to 12 May is one.
      const same = ({ date }: { date: Dated }) =>
        date.point.start === first?.date.point.start || date.sentence.start === first?.date.sentence.start;
      return first && told.every(same) ? [first.date] : [];
    };
    const own = one(({ sentence, end }) => Math.min(sentence.end, end + AROUND));
    if (own.length > 0) return own;
    return one(({ end }, next) => {
      // What counts from it does not tell it.
      const stop = step.sentence.start > end ? step.sentence.start : next;
      const to = Math.min(next, stop, end + SCENE);
      const gap = this.#text.slice(end, to).search(/\n\s*\n/);
      return gap < 0 ? to : end + gap;
    });
  }

  /** Dates with all the wanted words around them, nearest first; those told before the step come first. */
  #candidates(words: string, step: CountedStep): Dated[] {
    const wanted = [...stemsIn(words)];
    if (wanted.length === 0) return [];
    const lists = wanted.map((stem) => this.#datesBeside(stem));
    // The word that fewest dates have beside them.
    const rarest = lists.reduce((a, b) => (b.length < a.length ? b : a));
    if (rarest.length === 0) return [];
    const behind = firstFrom(rarest, this.#dates, step.start);
    const near = [
      ...rarest.slice(Math.max(0, behind - MOST_BEFORE), behind).reverse(),
      ...rarest.slice(behind, behind + MOST_BEHIND),
    ];
    const fine = near
      .map((i) => this.#dates[i]!)
      .filter((date) => wanted.every((stem) => this.#around.get(date).has(stem)))
      .filter(({ sentence }) => sentence.start !== step.sentence.start)
      // One word, "the battle", means the one that was just told of or is told of next.
      .filter(({ start }) => wanted.length > 1 || Math.abs(start - step.start) < NEAR);
    // Closed on the 1st and shut until the 15th: the clause that says all of it has the day.
    const own = fine.filter((date) => {
      const stems = stemsIn(this.#clause(date));
      return wanted.length > 1 && wanted.every((stem) => stems.has(stem));
    });
    const told = own.length > 0 ? own : fine;
    // A happening has one day: where one is known to the day, what is known to the year alone adds nothing.
    const finest = Math.min(...told.map(({ point }) => FINENESS[point.unit]));
    return told.filter(({ point }) => FINENESS[point.unit] === finest);
  }
}

/** The nearest date; of a sentence that tells how something began and ended, the end lies before what comes after. */
function nearest(found: readonly Dated[], side: 1 | -1): Dated | undefined {
  const [first] = found;
  return found
    .filter(({ sentence }) => sentence.start === first?.sentence.start)
    .reduce<Dated | undefined>(
      (a, b) => (a && (a.point.start - b.point.start) * side >= 0 ? a : b),
      undefined,
    );
}

/** "the kitchen had been closed" of "the kitchen had been closed no case was seen": another clause follows. */
const firstVerb = (words: string): string =>
  /^((?:[\p{L}’'-]+\s+){1,5}?(?:had|was|were)\s+(?:been\s+)?\p{Ll}+)\s/u.exec(words)?.[1] ?? '';

/** "the surrender" of "the surrender the mayor fled": the clause goes on without a comma. */
const firstNoun = (words: string): string =>
  /^((?:the|an?|his|her|its|their)\s+\S+(?:\s+\S+)?)\s+(?:the|an?|his|her|its|their|\p{Lu}\S+)\s/u.exec(
    words,
  )?.[1] ?? '';

/** Index of the first entry of `list`, or of all dates, that stands at `start` or behind it. */
function firstFrom(list: readonly number[] | null, dates: readonly Dated[], start: number): number {
  let low = 0;
  let high = list ? list.length : dates.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (dates[list ? list[mid]! : mid]!.start < start) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Nothing is known more finely than what was counted: a month after a day is a month. */
function countFrom(point: Point, count: number, unit: PointUnit): Point | null {
  if (!Number.isInteger(count) || FINENESS[unit] < FINENESS[point.unit]) return null;
  const moved = shifted(point, count, unit);
  return FINENESS[unit] <= FINENESS.week
    ? moved
    : holding(moved.start, FINENESS[unit] > FINENESS.year ? 'year' : unit);
}
