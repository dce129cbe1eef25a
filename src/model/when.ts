import type { Days } from './days.ts';
import { type EdtfSpan, type Precision, readEdtf } from './edtf.ts';

/**
 * The route by which a date was reached. `explicit`: printed with its year. `relative`: counted from an anchor
 * ("Thursday", "last month"). `heading`: only the heading above dates it. `inherited`: the date of the sentence
 * before. `inferred`: concluded from the text. `edited`: a person set it.
 */
export const ROUTES = ['explicit', 'relative', 'heading', 'inherited', 'inferred', 'edited'] as const;
export type Route = (typeof ROUTES)[number];

/** Another date that the text allows, and why. */
export interface Alternative {
  readonly edtf: string;
  /** For a person, to stand behind the date: `the heading says 14 May 2021`. */
  readonly reason: string;
}

/** When something happened, as far as the text says. */
export interface When {
  /** EDTF (ISO 8601-2), the truth; the other fields follow from it, `precision` up to vague spans. */
  readonly edtf: string;
  /** First day, days since 1970-01-01, whole. Where the start is open: first day of the known end. */
  readonly start: Days;
  /** Day after the last, whole, > start. Where the end is open: day after the known start. */
  readonly end: Days;
  /**
   * The unit to which the date is known. Where it is coarser than what `edtf` writes, the event lies somewhere
   * within the span: "last week" is `2024-05-06/2024-05-12`, precision `week`; "late October" has precision `month`.
   */
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly how: Route;
  /** Other dates that what the text says allows, likeliest first. Absent where there is none. */
  readonly alternatives?: readonly Alternative[];
}

/**
 * Makes a `When` from EDTF.
 * @param precision only for a span within which the event lies somewhere; see {@link When.precision}.
 * @param alternatives other dates that it may be, likeliest first.
 * @throws RangeError if `edtf` is not EDTF: callers pass what they made themselves. For what a person wrote, use
 * `readEdtf`.
 */
export function when(
  edtf: string,
  how: Route,
  precision?: Precision,
  alternatives: readonly Alternative[] = [],
): When {
  const span = spanOf(edtf);
  return {
    edtf,
    start: span.start,
    end: span.end,
    precision: precision ?? span.precision,
    approximate: span.approximate,
    how,
    ...(alternatives.length > 0 ? { alternatives } : {}),
  };
}

/** What is to be given to {@link when} beside the EDTF to make the same date again; undefined where that says it all. */
export function vaguenessOf({ edtf, precision }: Pick<When, 'edtf' | 'precision'>): Precision | undefined {
  return spanOf(edtf).precision === precision ? undefined : precision;
}

/** How a date is to be drawn. */
export interface Shape {
  /** `point`: one known day. `span`: known from start to end. `vague`: somewhere within. */
  readonly kind: 'point' | 'span' | 'vague';
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** Reads the shape of a date off its EDTF and precision. Pure, no allocation beyond the answer. */
export function shapeOf(time: Pick<When, 'edtf' | 'precision' | 'start' | 'end'>): Shape {
  const span = spanOf(time.edtf);
  const { openStart, openEnd } = span;
  if (span.interval) {
    const kind = time.precision === span.precision || openStart || openEnd ? 'span' : 'vague';
    return { kind, openStart, openEnd };
  }
  const kind = span.precision === 'day' || span.precision === 'time' ? 'point' : 'vague';
  return { kind, openStart, openEnd };
}

function spanOf(edtf: string): EdtfSpan {
  const span = readEdtf(edtf);
  if ('problem' in span) throw new RangeError(span.problem);
  return span;
}
