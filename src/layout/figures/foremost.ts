import { bisectLeft } from 'd3-array';
import type { Days } from '../../model/days.ts';
import type { Track, Value } from './value.ts';

/** A value that is drawn whole takes at least so much of time, px. */
const LEAST_WIDTH = 28;
/** Values drawn whole that may lie over each other. */
const LAYERS = 3;
/** Time is decided on in tiles of so many px, of which each asks so many values at most, the foremost. */
const TILE = 2048;
const MOST_ASKED = 1500;
/** Of more who disagree about one thing the others are dots. */
const MOST_TOLD = 6;

/** What is known of a track for one scale. */
interface Choice {
  readonly scale: number;
  readonly tiles: Map<number, ReadonlySet<Value>>;
}

/** The values that were told first about their thing and period. */
interface Heads {
  /** The foremost first. */
  readonly byRank: readonly Value[];
  /** When each begins, rising, and its place in `byRank`. */
  readonly starts: Float64Array;
  readonly ranks: Int32Array;
}

const choices = new WeakMap<Track, Choice>();
const known = new WeakMap<Track, Heads>();

/**
 * Which values of a track are drawn as bars or rings. Where more crowd than can be told apart the foremost stay: of
 * what is measured most often, then by the salience of their events; sources that disagree come together. Depends on
 * the scale alone, so that panning changes nothing; decided tile by tile, when asked.
 * @param scale px per day, > 0.
 */
export function foremost(track: Track, scale: number): (value: Value) => boolean {
  let choice = choices.get(track);
  if (choice?.scale !== scale) {
    choice = { scale, tiles: new Map() };
    choices.set(track, choice);
  }
  const { tiles } = choice;
  const heads = headsOf(track);
  return (value) => {
    // Who disagrees begins within a tenth of the period: all are decided on where the first begins.
    const tile = Math.floor(((value.told[0] ?? value).start * scale) / TILE);
    let whole = tiles.get(tile);
    if (!whole) {
      whole = decide(heads, (tile * TILE) / scale, ((tile + 1) * TILE) / scale, scale);
      tiles.set(tile, whole);
    }
    return whole.has(value);
  };
}

/** The foremost of the values that begin in [from, to). */
function decide(heads: Heads, from: Days, to: Days, scale: number): ReadonlySet<Value> {
  const layers = Array.from({ length: LAYERS }, () => new Spans());
  const whole = new Set<Value>();
  for (const value of asked(heads, from, to)) {
    const middle = (value.start + value.end) / 2;
    const half = Math.max(value.timed ? (value.end - value.start) / 2 : 0, LEAST_WIDTH / 2 / scale);
    if (!layers.some((layer) => layer.take(middle - half, middle + half))) continue;
    whole.add(value);
    for (const other of value.told.slice(0, MOST_TOLD)) whole.add(other);
  }
  return whole;
}

/** Values that begin in [from, to), the foremost first, at most {@link MOST_ASKED}. */
function asked({ starts, byRank, ranks }: Heads, from: Days, to: Days): readonly Value[] {
  const first = bisectLeft(starts, from);
  const last = bisectLeft(starts, to);
  if (last - first <= 2 * MOST_ASKED) {
    const order = ranks.slice(first, last).sort().subarray(0, MOST_ASKED);
    return Array.from(order, (rank) => byRank[rank] as Value);
  }
  const found: Value[] = [];
  for (const value of byRank) {
    if (value.start >= from && value.start < to) found.push(value);
    if (found.length === MOST_ASKED) break;
  }
  return found;
}

function headsOf(track: Track): Heads {
  let heads = known.get(track);
  if (!heads) {
    const byStart = track.values.filter((value) => !value.dissents);
    const byRank = [...byStart].sort(byForemost);
    const places = new Map(byRank.map((value, place) => [value, place]));
    heads = {
      starts: Float64Array.from(byStart, (value) => value.start),
      byRank,
      ranks: Int32Array.from(byStart, (value) => places.get(value) ?? 0),
    };
    known.set(track, heads);
  }
  return heads;
}

const byForemost = (a: Value, b: Value): number =>
  b.series.values - a.series.values || b.event.salience - a.event.salience || a.start - b.start;

/** Spans of time of which no two overlap, in order. */
class Spans {
  private readonly starts: Days[] = [];
  private readonly ends: Days[] = [];

  /** Takes [start, end) unless a span taken before is in its way. */
  take(start: Days, end: Days): boolean {
    const at = bisectLeft(this.starts, start);
    // Bars of neighbouring periods touch.
    const slack = (end - start) * 1e-6;
    if (at > 0 && (this.ends[at - 1] as Days) > start + slack) return false;
    if (at < this.starts.length && (this.starts[at] as Days) < end - slack) return false;
    this.starts.splice(at, 0, start);
    this.ends.splice(at, 0, end);
    return true;
  }
}
