import type { Days } from '../model/days.ts';
import type { Fold } from '../store/fold.ts';

/** A span of time, half-open, in days since 1970-01-01. */
export interface Span {
  readonly start: Days;
  readonly end: Days;
}

/** Ten minutes. */
const LEAST = 1 / 144;
/** Twenty billion years. */
const MOST = 7_304_850_000_000;
/** A view is at most so many times as long as all events together, or fifty years: farther out everything is one point. */
const FAR = 10;
const FAR_LEAST = 18_262;
/** How long a glide takes, ms. */
const GLIDE = 180;
/** Share of a stretch left free at both sides when it is shown. */
const AIR = 0.04;

/**
 * The span of time and the size that are looked at. Movements by hand take effect at once; those by key, button or
 * double click glide there in {@link GLIDE} ms, unless the person asked for less motion. The clock is handed in by
 * the frame loop, so that a test can be one too.
 *
 * Everything that is said and asked here is in real time. Where long silences are folded, lengths, shares and glides are
 * those of the picture, in folded time.
 */
export class View {
  #span: Span = $state.raw({ start: 0, end: 1 });
  readonly #fold: () => Fold | null;
  readonly #drawn = $derived.by<Span>(() => this.#folded(this.#span));
  #size = $state.raw({ width: 0, height: 0 });
  readonly #extent: () => Span | null;
  #glide: { readonly from: Span; readonly to: Span; readonly since: number | null } | null = $state.raw(null);
  #speed = 0;
  #leaps = $state(0);
  #pinned = false;

  /** Whether movements may take time; set from the page's `prefers-reduced-motion`. */
  animated = true;

  /**
   * @param extent how far time goes, so that panning cannot get lost; null while there are no events.
   * @param fold how time is folded; null where it is not.
   */
  constructor(extent: () => Span | null = () => null, fold: () => Fold | null = () => null) {
    this.#extent = extent;
    this.#fold = fold;
  }

  get span(): Span {
    return this.#span;
  }

  get start(): Days {
    return this.#span.start;
  }

  get end(): Days {
    return this.#span.end;
  }

  /** The span in the time of the picture: folded, where that is. */
  get drawn(): Span {
    return this.#drawn;
  }

  /** What lies in the middle of the picture, or will when it has come to rest. */
  get middle(): Days {
    const { start, end } = this.#folded(this.destination);
    return this.#fold()?.toReal((start + end) / 2) ?? (start + end) / 2;
  }

  get width(): number {
    return this.#size.width;
  }

  get height(): number {
    return this.#size.height;
  }

  /** Where a glide ends; the present span when nothing moves. */
  get destination(): Span {
    return this.#glide?.to ?? this.#span;
  }

  /** Whether {@link step} has something to do. */
  get moving(): boolean {
    return this.#glide !== null || this.#speed !== 0;
  }

  /** Sets the size of the picture, whole CSS px. The span stays: the same time on less paper. */
  resize(width: number, height: number): void {
    if (width === this.#size.width && height === this.#size.height) return;
    this.#size = { width, height };
  }

  /**
   * Makes room or gives it back at the right edge without moving or scaling anything.
   * @param by px. @param plot the old width, px. @returns whether the span has changed for it.
   */
  widen(by: number, plot: number): boolean {
    if (plot <= 0 || plot + by <= 0) return false;
    if (this.#pinned) {
      this.#pinned = false;
      return false;
    }
    this.#glide = null;
    const { start, end } = this.#drawn;
    this.#span = this.#real({ start, end: start + ((end - start) * (plot + by)) / plot });
    return true;
  }

  /** Shows a span. @param glide whether it may take its time. */
  show(span: Span, glide = false): void {
    const to = this.#legal(span);
    this.#speed = 0;
    this.#pinned = false;
    if (glide && this.animated) {
      this.#glide = { from: this.#span, to, since: null };
    } else {
      this.#glide = null;
      this.#span = to;
    }
  }

  /** How often {@link leap} and {@link fit} went elsewhere. */
  get leaps(): number {
    return this.#leaps;
  }

  /** Goes to another span, from which a person may want to come back. */
  leap(span: Span): void {
    this.#leaps++;
    this.show(span, true);
  }

  /** Keeps the span through the next change of room: a link says what is seen beside the panel that it opens. */
  pin(): void {
    this.#pinned = true;
  }

  /** Shows all of an extent with a little air around it. */
  fit(extent: Span, glide = false): void {
    const { start, end } = this.#folded(extent);
    const air = Math.max((end - start) * AIR, 1);
    if (glide) this.#leaps++;
    this.show(this.#real({ start: start - air, end: end + air }), glide);
  }

  /** Makes the span `factor` times as long (below 1 zooms in) while `at` keeps its place. */
  zoom(at: Days, factor: number, glide = false): void {
    const { start, end } = glide ? this.#folded(this.destination) : this.#drawn;
    const length = end - start;
    const to = Math.min(Math.max(length * factor, LEAST), this.#most());
    const around = this.#fold()?.toFolded(at) ?? at;
    const share = (around - start) / length;
    this.show(this.#real({ start: around - to * share, end: around + to * (1 - share) }), glide);
  }

  /** Moves by a share of the span: 1 is a whole window to the right. */
  pan(share: number, glide = false): void {
    const { start, end } = glide ? this.#folded(this.destination) : this.#drawn;
    const by = (end - start) * share;
    this.show(this.#real({ start: start + by, end: end + by }), glide);
  }

  /** Moves just so far that a span of time is in view, with a margin; not at all when it is. */
  reveal(span: Span, glide = true): void {
    const now = this.#folded(this.destination);
    const { start, end } = this.#folded(span);
    const length = now.end - now.start;
    const margin = length * 0.08;
    const middle = (start + end) / 2;
    const tooLong = end - start > length * 0.84;
    const from = tooLong ? middle : start;
    const to = tooLong ? middle : end;
    if (from < now.start + margin) this.show(this.#real(shift(now, from - margin - now.start)), glide);
    else if (to > now.end - margin) this.show(this.#real(shift(now, to + margin - now.end)), glide);
  }

  /** Lets go of the picture while it moves. @param speed shares of the span per ms, positive to the right. */
  release(speed: number): void {
    this.#speed = this.animated && Math.abs(speed) > 0.0001 ? speed : 0;
  }

  /** Stops whatever moves, where it is. */
  halt(): void {
    this.#glide = null;
    this.#speed = 0;
  }

  /**
   * Moves on to the frame at `now`, `elapsed` ms after the last one.
   * @returns whether there is more to come.
   */
  step(now: number, elapsed: number): boolean {
    if (this.#glide) {
      const { from, to, since } = this.#glide;
      const began = since ?? now - elapsed;
      const t = Math.min((now - began) / GLIDE, 1);
      this.#span = t === 1 ? to : this.#real(between(this.#folded(from), this.#folded(to), ease(t)));
      this.#glide = t === 1 ? null : { from, to, since: began };
    } else if (this.#speed !== 0) {
      const { start, end } = this.#drawn;
      const by = (end - start) * this.#speed * elapsed;
      const before = this.#span.start;
      this.#span = this.#legal(this.#real({ start: start + by, end: end + by }));
      this.#speed *= Math.exp(-elapsed / 120);
      if (Math.abs(this.#speed) < 0.00004 || this.#span.start === before) this.#speed = 0;
    }
    return this.moving;
  }

  /** Within the limits of zooming, and with at least a sliver of the extent in view. */
  #legal(span: Span): Span {
    const drawn = this.#folded(span);
    const legal = this.#legalDrawn(drawn);
    // What needs no change stays the very same number.
    return legal.start === drawn.start && legal.end === drawn.end ? span : this.#real(legal);
  }

  #legalDrawn(span: Span): Span {
    let { start, end } = span;
    const length = end - start;
    const most = this.#most();
    if (!(length >= LEAST && length <= most)) {
      const middle = (start + end) / 2;
      const half = Math.min(Math.max(Number.isFinite(length) ? length : LEAST, LEAST), most) / 2;
      start = middle - half;
      end = middle + half;
    }
    const real = this.#extent();
    const extent = real && this.#folded(real);
    if (extent) {
      const keep = (end - start) * 0.1;
      const over = start - (extent.end - keep);
      const under = extent.start + keep - end;
      if (over > 0) return { start: start - over, end: end - over };
      if (under > 0) return { start: start + under, end: end + under };
    }
    return { start, end };
  }

  /** The longest view, in the time of the picture. */
  #most(): number {
    const real = this.#extent();
    if (!real) return MOST;
    const { start, end } = this.#folded(real);
    return Math.min(Math.max((end - start) * FAR, FAR_LEAST), MOST);
  }

  #folded(span: Span): Span {
    const fold = this.#fold();
    return fold ? { start: fold.toFolded(span.start), end: fold.toFolded(span.end) } : span;
  }

  #real(span: Span): Span {
    const fold = this.#fold();
    return fold ? { start: fold.toReal(span.start), end: fold.toReal(span.end) } : span;
  }
}

const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

const ease = (t: number): number => 1 - (1 - t) ** 3;

/** Between two spans: lengths change by a constant factor per time, so that zooming looks even. */
function between(a: Span, b: Span, t: number): Span {
  const lengthA = a.end - a.start;
  const lengthB = b.end - b.start;
  const length = lengthA * (lengthB / lengthA) ** t;
  // The share of the way that keeps the point fixed which both spans have at the same place.
  const way = Math.abs(lengthB - lengthA) < 1e-9 * lengthA ? t : (length - lengthA) / (lengthB - lengthA);
  const start = a.start + (b.start - a.start) * way;
  return { start, end: start + length };
}
