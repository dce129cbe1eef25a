import type { TimexType } from '../reading.ts';
import { CLASSES, type ClassName, type Phase } from './lexicon.ts';
import type { PointUnit } from './point.ts';
import type { Tokens } from './tokens.ts';

/** Units of durations, which unlike points may be shorter than a day. */
export type SpanUnit = PointUnit | 'second' | 'minute' | 'hour' | 'daypart';

/** What an expression's own words say, before anyone asks what they mean where they stand. */
export interface Said {
  readonly type: TimexType;
  /** Astronomical. */
  readonly year?: number;
  /** The year is printed without its era in a text that has two of them. */
  readonly eraless?: boolean;
  /** Two digits: 94. */
  readonly shortYear?: number;
  /** The short year ends a range that began in this year. */
  readonly yearAfter?: number;
  /** First year of the decade, or of the last two digits only: 80. */
  readonly decade?: number;
  readonly shortDecade?: number;
  /** First year of the century: 1900 for the twentieth; -499 for the fifth before Christ. */
  readonly century?: number;
  readonly millennium?: number;
  readonly month?: number;
  readonly day?: number;
  /** 0 Sunday … 6. */
  readonly weekday?: number;
  /** The weekday on which a stretch ends that begins on this one. */
  readonly untilWeekday?: number;
  /** The month, and where it is said the day, on which a stretch ends that begins on this date. */
  readonly untilDate?: { readonly month: number; readonly day?: number };
  /** 0 spring … 3 winter. */
  readonly season?: number;
  readonly quarter?: number;
  readonly half?: number;
  readonly week?: number;
  readonly holiday?: string;
  /** Which of its kind, counted from 1; -1 is the last: "the first Monday of May". */
  readonly ordinal?: number;
  /** "last", "this", "next", "that", "the following": steps of `unit` from the anchor. */
  readonly step?: number;
  readonly unit?: SpanUnit;
  /** How many units: two days ago, the past three years. null: some. */
  readonly count?: number | null;
  /** "To the day": nothing of the anchor's precision is lost. */
  readonly exact?: boolean;
  /** The units are a few or several. */
  readonly few?: boolean;
  /** Counted from the day of speaking, from where the story stands, or from `within`. */
  readonly from?: 'speech' | 'story' | 'within';
  /** A stretch of `count` units that ends or begins at the anchor. */
  readonly stretch?: 'past' | 'next';
  readonly reference?: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF';
  /** TIMEX3 value of a set. */
  readonly set?: string;
  /** MO, AF, EV, NI … */
  readonly daypart?: string;
  /** Minutes after midnight, with hour precision when `hourOnly`. */
  readonly clock?: number;
  readonly hourOnly?: boolean;
  readonly second?: number;
  /** Nobody said which half of the day: "at 5". */
  readonly eitherHalf?: boolean;
  /** The other end of a stretch within a day: "from 3 to 5 pm". */
  readonly until?: { readonly clock: number; readonly hourOnly: boolean; readonly second?: number };
  readonly phase?: Phase;
  readonly mod?: string;
  readonly approximate?: boolean;
  /** The larger date it is a part of: "the end of [last month]", "March [last year]". */
  readonly within?: Said;
}

/** A part of a match that is an expression of its own. Indices of tokens, half-open. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly said: Said;
}

/** A pattern and where it matched. */
export interface Match {
  readonly tokens: Tokens;
  /** The text counts years before or after Christ, so that three digits may be a year. */
  readonly ancient: boolean;
  /** First token and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** True when a token of this class is in the match. */
  has(name: ClassName): boolean;
  /** Value of the nth token of the class, counted from 0; undefined when there is none. */
  value(name: ClassName, nth?: number): number | undefined;
  /** Index of the nth token of the class, or -1. */
  index(name: ClassName, nth?: number): number;
  /** The words of a token as printed; empty beyond the ends. */
  printed(index: number): string;
  /** The same in lower case. */
  word(index: number): string;
  /** True when no space stands before the token. */
  glued(index: number): boolean;
  /** True when no space stands within the match. */
  tight(): boolean;
  /** True when the token is the first of its sentence, as far as marks tell. */
  startsSentence(index: number): boolean;
}

/** What one pattern reads: one expression over the whole match, several, or nothing. */
export type Read = (match: Match) => Said | readonly Piece[] | null;

export interface Pattern {
  readonly notation: string;
  readonly regex: RegExp;
  readonly first: ReadonlySet<string>;
  readonly read: Read;
  /** Of a prefix: what to make of the expression that follows. */
  readonly join?: (match: Match, inner: Said) => Said | null;
}

/**
 * A pattern over classes of words, in their names: `the? phase dash? [year decade]`. Groups, `|`, `?`, `*` and `+` mean
 * what they mean in a regular expression; `[a b]` is one of several classes.
 */
export function pattern(notation: string, read: Read): Pattern {
  const { source, first } = compile(notation);
  return { notation, regex: new RegExp(source, 'y'), first, read };
}

/** A pattern that needs another expression right behind it: `the? part of` + "last month". */
export function prefix(notation: string, join: (match: Match, inner: Said) => Said | null): Pattern {
  const { source, first } = compile(notation);
  return { notation, regex: new RegExp(source, 'y'), first, read: () => null, join };
}

interface Compiled {
  readonly source: string;
  readonly first: ReadonlySet<string>;
  readonly nullable: boolean;
}

function compile(notation: string): Compiled {
  const items = notation.match(/[a-z]+|[()[\]|?*+]/g) ?? [];
  let at = 0;
  const charOf = (name: string): string => {
    const char = CLASSES[name as ClassName];
    if (char === undefined)
      throw new RangeError(`found "${name}" in the pattern "${notation}", expected a class`);
    return char;
  };
  const quoted = (char: string) => char.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
  const alternatives = (): Compiled => {
    const parts = [sequence()];
    while (items[at] === '|') {
      at++;
      parts.push(sequence());
    }
    return {
      source: parts.length === 1 ? parts[0]!.source : `(?:${parts.map((p) => p.source).join('|')})`,
      first: new Set(parts.flatMap((p) => [...p.first])),
      nullable: parts.some((p) => p.nullable),
    };
  };
  const sequence = (): Compiled => {
    let source = '';
    const first = new Set<string>();
    let nullable = true;
    while (at < items.length && items[at] !== ')' && items[at] !== '|') {
      const atom = readAtom();
      if (nullable) for (const char of atom.first) first.add(char);
      nullable &&= atom.nullable;
      source += atom.source;
    }
    return { source, first, nullable };
  };
  const readAtom = (): Compiled => {
    const item = items[at++]!;
    let atom: Compiled;
    if (item === '(') {
      const inner = alternatives();
      at++;
      atom = { ...inner, source: `(?:${inner.source})` };
    } else if (item === '[') {
      const chars: string[] = [];
      while (items[at] !== ']') chars.push(charOf(items[at++]!));
      at++;
      atom = { source: `[${chars.map(quoted).join('')}]`, first: new Set(chars), nullable: false };
    } else {
      const char = charOf(item);
      atom = { source: quoted(char), first: new Set([char]), nullable: false };
    }
    const mark = items[at];
    if (mark === '?' || mark === '*' || mark === '+') {
      at++;
      return { source: atom.source + mark, first: atom.first, nullable: atom.nullable || mark !== '+' };
    }
    return atom;
  };
  return alternatives();
}
