import { boundsOf } from '../scene/bounds.ts';
import type { Group, Text } from '../scene/scene.ts';
import type { CanvasLike } from './canvas.ts';

/** A small canvas to paint on once. */
export interface Sheet {
  readonly context: CanvasLike;
  /** At least what was asked for, device pixels. */
  readonly width: number;
  /** Ends the painting. @returns what {@link CanvasLike.drawImage} takes. */
  finish(): unknown;
}

/** A picture that was painted once, and how it lies around its anchor, device pixels. */
export interface Stamp {
  readonly image: unknown;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Known {
  stamp: Stamp | null;
  /** Frame since which it has been wanted in every frame. */
  since: number;
  /** Frame in which it was last wanted. */
  seen: number;
}

/** Letters beyond Latin may come from any font, higher and wider than is known here. */
const LATIN = /^[ -ɏ‐-…]*$/u;
/** Around the letters, px: their halo and what hangs over. */
const PAD = 4;
/** Frames through which a text must be wanted first: a picture costs as much as painting the text six times. */
const LASTING = 8;
/** Pictures made in one frame. */
const MOST_MADE = 4;
/** Device pixels of all pictures together, at 4 bytes each. */
const MOST_PIXELS = 5_000_000;
/** So many frames without being wanted, and a picture may go. */
const PATIENCE = 90;

/**
 * Keeps pictures of what is painted frame after frame: letters with a halo cost four times as much to paint as to
 * copy. A text gets its picture when it has been wanted for some frames. Letters stand on whole device pixels, where
 * browsers put them anyway, so a copy looks like the text itself.
 */
export class Stamps {
  readonly #make: (width: number, height: number) => Sheet | null;
  /** By weight, size, ink and anchor, then by the words. */
  #texts = new Map<string, Map<string, Known>>();
  #groups = new WeakMap<Group, Known>();
  #pixels = 0;
  #ratio = 1;
  #frame = 0;
  #left = MOST_MADE;

  /** @param make a sheet of so many device pixels; null where there is none to be had. */
  constructor(make: (width: number, height: number) => Sheet | null) {
    this.#make = make;
  }

  /** Forgets everything: another font is there. */
  clear(): void {
    this.#texts.clear();
    this.#groups = new WeakMap();
    this.#pixels = 0;
  }

  /** Begins a frame. */
  begin(ratio: number): void {
    if (ratio !== this.#ratio) this.clear();
    this.#ratio = ratio;
    this.#frame++;
    this.#left = MOST_MADE;
    if (this.#pixels > MOST_PIXELS || this.#frame % (4 * PATIENCE) === 0) this.#purge();
  }

  /** The picture of a text with a halo, or null where it is to be painted itself. @param paint paints it with its anchor at 0, 0. */
  text(mark: Text, paint: (context: CanvasLike) => void): Stamp | null {
    if (mark.halo === undefined) return null;
    const style = `${mark.weight} ${mark.size} ${mark.fill} ${mark.halo} ${mark.anchor} ${mark.tabular ?? ''}`;
    let texts = this.#texts.get(style);
    if (!texts) {
      texts = new Map();
      this.#texts.set(style, texts);
    }
    const known = texts.get(mark.text);
    if (!known) {
      texts.set(mark.text, { stamp: null, since: this.#frame, seen: this.#frame });
      return null;
    }
    if (known.seen < this.#frame - 1) known.since = this.#frame;
    const lasting = known.since <= this.#frame - LASTING;
    if (!known.stamp && lasting && this.#left > 0 && LATIN.test(mark.text)) {
      known.stamp = this.#press(boundsOf({ ...mark, x: 0, y: 0 }), PAD, paint);
    }
    known.seen = this.#frame;
    return known.stamp;
  }

  /** The picture of a group that stays as it is, or null. @param paint paints it where it stands. */
  group(group: Group, paint: (context: CanvasLike) => void): Stamp | null {
    const known = this.#groups.get(group);
    if (!known) {
      this.#groups.set(group, { stamp: null, since: this.#frame, seen: this.#frame });
      return null;
    }
    if (!known.stamp && known.since <= this.#frame - LASTING)
      known.stamp = this.#press(boundsOf(group), 2, paint);
    known.seen = this.#frame;
    return known.stamp;
  }

  #press(
    box: { x: number; y: number; width: number; height: number } | null,
    pad: number,
    paint: (context: CanvasLike) => void,
  ): Stamp | null {
    if (!box) return null;
    const ratio = this.#ratio;
    const x = Math.floor((box.x - pad) * ratio);
    const y = Math.floor((box.y - pad) * ratio);
    const width = Math.ceil((box.x + box.width + pad) * ratio) - x;
    const height = Math.ceil((box.y + box.height + pad) * ratio) - y;
    if (width * height > MOST_PIXELS / 4) return null;
    const sheet = this.#make(width, height);
    if (!sheet) return null;
    sheet.context.setTransform(ratio, 0, 0, ratio, -x, -y);
    paint(sheet.context);
    this.#pixels += sheet.width * height;
    this.#left--;
    return { image: sheet.finish(), x, y, width: sheet.width, height };
  }

  #purge(): void {
    for (const texts of this.#texts.values()) {
      for (const [words, { stamp, seen }] of texts) {
        if (seen > this.#frame - PATIENCE) continue;
        texts.delete(words);
        if (stamp) this.#pixels -= stamp.width * stamp.height;
      }
    }
    // Still too many in use at once: begin again.
    if (this.#pixels > MOST_PIXELS) this.clear();
  }
}
