import type { Days } from '../../model/days.ts';
import { isContested, type Track, type Value } from './value.ts';

/** A value that is drawn whole takes at least so much of time, px. */
const LEAST_WIDTH = 28;
/** Values drawn whole that may lie over each other. */
const LAYERS = 3;
/** Of more values than these only the foremost are asked, so that a zoom step costs the same however many there are. */
const MOST_ASKED = 4000;

/** Of more who disagree about one thing the others are dots. */
const MOST_TOLD = 6;

interface Choice {
  readonly scale: number;
  readonly whole: ReadonlySet<Value>;
}

const choices = new WeakMap<Track, Choice>();
const orders = new WeakMap<Track, readonly Value[]>();

/**
 * The values of a track that are drawn as bars or rings. Where more crowd than can be told apart the foremost stay: of
 * what is measured most often, then by the salience of their events; sources that disagree come together. Decided over
 * the whole track for a scale, so that panning changes nothing.
 * @param scale px per day, > 0.
 */
export function foremost(track: Track, scale: number): ReadonlySet<Value> {
  const known = choices.get(track);
  if (known?.scale === scale) return known.whole;
  const layers = Array.from({ length: LAYERS }, () => new Spans());
  const whole = new Set<Value>();
  for (const value of inOrder(track)) {
    if (whole.has(value)) continue;
    const middle = (value.start + value.end) / 2;
    const half = Math.max(value.timed ? (value.end - value.start) / 2 : 0, LEAST_WIDTH / 2 / scale);
    if (!layers.some((layer) => layer.take(middle - half, middle + half))) continue;
    whole.add(value);
    if (isContested(value)) for (const other of value.told.slice(0, MOST_TOLD)) whole.add(other);
  }
  choices.set(track, { scale, whole });
  return whole;
}

/** The foremost first. */
function inOrder(track: Track): readonly Value[] {
  const known = orders.get(track);
  if (known) return known;
  const made = [...track.values]
    .sort(
      (a, b) => b.series.values - a.series.values || b.event.salience - a.event.salience || a.start - b.start,
    )
    .slice(0, MOST_ASKED);
  orders.set(track, made);
  return made;
}

/** Spans of time of which no two overlap, in order. */
class Spans {
  private readonly starts: Days[] = [];
  private readonly ends: Days[] = [];

  /** Takes [start, end) unless a span taken before is in its way. */
  take(start: Days, end: Days): boolean {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as Days) < start) low = middle + 1;
      else high = middle;
    }
    // Bars of neighbouring periods touch.
    const slack = (end - start) * 1e-6;
    if (low > 0 && (this.ends[low - 1] as Days) > start + slack) return false;
    if (low < this.starts.length && (this.starts[low] as Days) < end - slack) return false;
    this.starts.splice(low, 0, start);
    this.ends.splice(low, 0, end);
    return true;
  }
}
