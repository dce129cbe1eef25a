import type { BlockKind, Document, Regime, TextSpan } from '../model/document.ts';
import type { Precision } from '../model/edtf.ts';
import type { Alternative, Route } from '../model/when.ts';

export interface Block extends TextSpan {
  readonly kind: BlockKind;
  /** Of a heading: 1 is the document's title, 2 a section, 3 an item within it. Else 0. */
  readonly level: number;
  /** Index of the nearest heading above, or -1. For a heading: the nearest above with a smaller level, or -1. */
  readonly heading: number;
  /** In order, covering the block without its surrounding white space. */
  readonly sentences: readonly TextSpan[];
}

export type { BlockKind, Regime };

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** A date expression with what it means where it stands. */
export interface DatedMention extends TextSpan {
  /** The words, `text.slice(start, end)`. TIMEX3 extent: no leading preposition, determiners and modifiers included. */
  readonly text: string;
  readonly type: TimexType;
  /** TIMEX3 value, such as `1998-03`, `P2M`, `PAST_REF`. */
  readonly value: string;
  /** TIMEX3 mod (START, MID, END, APPROX, …) or null. */
  readonly mod: string | null;
  /** EDTF for what can stand on a calendar, else null (durations, sets, vague references). */
  readonly edtf: string | null;
  /** null exactly where `edtf` is. See `When.precision`. */
  readonly precision: Precision | null;
  readonly route: Route;
  /** How the date was reached, for a person: `Thursday → heading 14–16 May → 2024 from the page's date`. */
  readonly how: string;
  /** 0 … 1 that the date is right. */
  readonly confidence: number;
  /** Other dates that the text allows, likeliest first: readings that were close, and evidence against this one. */
  readonly alternatives: readonly Alternative[];
  /** Index of the block in {@link Reading.blocks}. */
  readonly block: number;
  /** Index of the sentence in its block. */
  readonly sentence: number;
  /**
   * Of a range, both ends are mentions of their own and the first carries the whole: `edtf` of the interval and the
   * span from the first word to the last ("between 2018 and 2023"). Of a day on which something begins or ends whose length is told ("a two-day visit
   * starting Monday") the whole stretch, over the day's own words. null for a single date and for the second end.
   */
  readonly range: (TextSpan & { readonly edtf: string; readonly precision: Precision }) | null;
}

/** A document as a careful reader sees it, before asking what happened. */
export interface Reading {
  /** With its own date filled in. */
  readonly document: Document;
  /** The text as its words alone: note marks, addresses and Markdown's signs are spaces. As long as the text. */
  readonly words: string;
  readonly blocks: readonly Block[];
  /** Regime of each block, parallel to `blocks`. */
  readonly regimes: readonly Regime[];
  /**
   * The date each block stands under, parallel to `blocks`: that of the nearest dated heading above, of a dateline
   * or of the caption itself; null where there is none.
   */
  readonly anchors: readonly (BlockAnchor | null)[];
  /** Sorted by start; they do not overlap. */
  readonly mentions: readonly DatedMention[];
}

export interface BlockAnchor {
  readonly edtf: string;
  readonly precision: Precision;
  /** The words that give it. */
  readonly mention: TextSpan & { readonly text: string };
  /** `heading`, `dateline`, `caption`. */
  readonly kind: 'heading' | 'dateline' | 'caption';
  readonly how: string;
}

export interface ReadOptions {
  /** The document's own date, given from outside: it wins over what is printed. EDTF. */
  readonly date?: string;
  /** The time of that day, minutes after midnight: what a request counts its hours from. */
  readonly clock?: number;
}
