import type { TimelineEvent } from '../model/event.ts';
import type { EventStore, Window } from '../store/store.ts';
import { glyphIn } from './fold.ts';
import type { Glyph } from './marks.ts';
import { type Emphasis, emphasisOf, labelWidth } from './titles.ts';

/** The lane's events as they are drawn, read off when first asked for. Indices are those of the lane's columns. */
export interface LaneEvents {
  readonly size: number;
  /** The indices of all events; always the same list. */
  all(): Int32Array;
  /** First start and last end of the whole store. */
  readonly extent: Window;
  readonly salience: Float32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  glyph(i: number): Glyph;
  event(i: number): TimelineEvent;
  /** Width of the title, px. */
  width(i: number): number;
  emphasis(i: number): Emphasis;
  /** Index of an event of this lane by id, or -1. */
  indexOf(id: string): number;
  /** How many meet a window. */
  count(window: Window): number;
  /** All that meet a window, and the most salient of them. */
  meeting(window: Window): readonly number[];
  top(window: Window, limit: number): readonly number[];
}

/** The events of a category as a lane draws them. @param store not empty. */
export function laneEvents(store: EventStore, category: string): LaneEvents {
  const columns = store.columns(category);
  const { positions, salience, starts, ends } = columns;
  const size = positions.length;
  const glyphs = new Array<Glyph | undefined>(size);
  const widths = new Float32Array(size);
  const emphasis = emphasisOf(store);
  const event = (i: number): TimelineEvent => store.at(positions[i]!);
  let all: Int32Array | null = null;
  return {
    size,
    all() {
      if (all) return all;
      all = new Int32Array(size);
      for (let i = 0; i < size; i++) all[i] = i;
      return all;
    },
    extent: store.extent!,
    salience,
    starts,
    ends,
    event,
    glyph(i) {
      glyphs[i] ??= glyphIn(store, event(i));
      return glyphs[i]!;
    },
    width(i) {
      if (widths[i] === 0) widths[i] = labelWidth(event(i).title, emphasis(salience[i]!));
      return widths[i]!;
    },
    emphasis: (i) => emphasis(salience[i]!),
    indexOf(id) {
      const position = store.indexOf(id);
      const i = position < 0 ? -1 : indexIn(positions, position);
      return positions[i] === position ? i : -1;
    },
    count: columns.count,
    meeting: columns.meeting,
    top: columns.top,
  };
}

/** Index of a value in a rising array that holds it. */
function indexIn(rising: Int32Array, value: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (rising[mid]! < value) low = mid + 1;
    else high = mid;
  }
  return low;
}
