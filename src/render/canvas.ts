import { textWidth } from '../scene/advances.ts';
import { boundsOf } from '../scene/bounds.ts';
import { directionOf } from '../scene/direction.ts';
import type { Circle, Fade, Group, Line, Mark, Rect, Scene, Text } from '../scene/scene.ts';
import type { Stamp, Stamps } from './stamps.ts';

/** A gradient, as far as it is used here. */
export interface GradientLike {
  addColorStop(offset: number, colour: string): void;
}

/** What is used of a 2D context. The browser's own fits, and so does one that records what it is told. */
export interface CanvasLike {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineJoin: string;
  lineCap: string;
  globalAlpha: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  direction?: string;
  save(): void;
  restore(): void;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  setLineDash(dash: number[]): void;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): GradientLike;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  /** Younger than the others: browsers of before 2023 have none. */
  roundRect?(x: number, y: number, width: number, height: number, radius: number): void;
  arc(x: number, y: number, r: number, from: number, to: number): void;
  arcTo(x1: number, y1: number, x2: number, y2: number, r: number): void;
  clip(): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number, most?: number): void;
  strokeText(text: string, x: number, y: number, most?: number): void;
  // A method, so that the browser's own context fits, which takes fewer kinds of image.
  drawImage(image: unknown, x: number, y: number, width: number, height: number): void;
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

/** The bundled font's name on the page, then what a file asks for. */
export const FONT_FAMILY = "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif";

/**
 * Paints a scene. The canvas is expected to be `ratio` times as large as the scene in both directions; everything on
 * it is replaced. Looks as the file of the same scene does: opacity weighs on fill and stroke each, halos lie under
 * the letters, a fade runs over the mark's own box. Leaves no dash, clip or alpha behind. O(marks).
 * @param ratio device pixels in a CSS pixel, > 0.
 * @param stamps where pictures of what is painted again and again are kept; without them everything is painted anew.
 * @param family another font family. Its letters may be wider than those by which the texts were placed: each text is then
 * drawn together into its room.
 */
export function paintCanvas(
  context: CanvasLike,
  scene: Scene,
  ratio: number,
  stamps?: Stamps,
  family: string = FONT_FAMILY,
): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.globalAlpha = 1;
  prepare(context);
  context.fillStyle = scene.background;
  context.fillRect(0, 0, scene.width, scene.height);
  stamps?.begin(ratio);
  const pen = new Pen(context, stamps ?? null, ratio, family);
  pen.marks(scene.marks);
  context.globalAlpha = 1;
}

/** What every mark counts on. */
function prepare(context: CanvasLike): void {
  context.lineCap = 'butt';
  context.textBaseline = 'alphabetic';
  context.setLineDash([]);
  if ('fontKerning' in context) (context as { fontKerning: string }).fontKerning = 'normal';
  // Pictures are copied pixel by pixel.
  if ('imageSmoothingEnabled' in context) {
    (context as { imageSmoothingEnabled: boolean }).imageSmoothingEnabled = false;
  }
}

/** Remembers what the context was last told, since setting a font or a style costs more than comparing it. */
class Pen {
  readonly #context: CanvasLike;
  readonly #hasNumerals: boolean;
  readonly #stamps: Stamps | null;
  readonly #ratio: number;
  readonly #family: string;
  #font = '';
  #align = '';
  #dashed = false;
  #alpha = 1;

  constructor(context: CanvasLike, stamps: Stamps | null, ratio: number, family: string) {
    this.#context = context;
    this.#stamps = stamps;
    this.#ratio = ratio;
    this.#family = family;
    this.#hasNumerals = 'fontVariantNumeric' in context;
  }

  /** Paints in order. A run of bars of one ink beside each other is one shape: one by one they cost many times as much. */
  marks(marks: readonly Mark[]): void {
    for (let i = 0; i < marks.length; ) {
      let next = i + 1;
      while (next < marks.length && joins(marks[next - 1]!, marks[next]!)) next++;
      if (next - i > 1) this.#bars(marks.slice(i, next) as Rect[]);
      else this.mark(marks[i]!);
      i = next;
    }
  }

  mark(mark: Mark): void {
    const context = this.#context;
    switch (mark.kind) {
      case 'group':
        if (mark.still && this.#stamped(mark)) return;
        if (!mark.clip) {
          this.marks(mark.marks);
          return;
        }
        context.save();
        context.beginPath();
        context.rect(mark.clip.x, mark.clip.y, Math.max(0, mark.clip.width), Math.max(0, mark.clip.height));
        context.clip();
        this.marks(mark.marks);
        context.restore();
        this.#forget();
        return;
      case 'text':
        this.#text(mark);
        return;
      case 'line':
        if (mark.stroke === undefined) return;
        if (isUpright(mark)) {
          this.#ruled(mark, mark.stroke);
          return;
        }
        context.beginPath();
        context.moveTo(mark.x1, mark.y1);
        context.lineTo(mark.x2, mark.y2);
        this.#ink(mark);
        return;
      case 'rect':
        if (!(mark.width > 0 && mark.height > 0)) return;
        if (this.#nested(mark, Math.min(mark.width, mark.height) / 2)) return;
        context.beginPath();
        this.#rect(mark.x, mark.y, mark.width, mark.height, mark.radius ?? 0);
        this.#ink(mark);
        return;
      case 'circle':
        if (!(mark.r > 0)) return;
        if (this.#nested(mark, mark.r)) return;
        context.beginPath();
        context.arc(mark.cx, mark.cy, mark.r, 0, 2 * Math.PI);
        this.#ink(mark);
        return;
      case 'polyline':
        if (mark.points.length < 4) return;
        context.beginPath();
        context.moveTo(mark.points[0] ?? 0, mark.points[1] ?? 0);
        for (let i = 2; i + 1 < mark.points.length; i += 2) {
          context.lineTo(mark.points[i] ?? 0, mark.points[i + 1] ?? 0);
        }
        if (mark.closed) context.closePath();
        this.#ink(mark);
    }
  }

  /** A line along the grid is a thin bar: the same pixels at half the cost. */
  #ruled({ x1, y1, x2, y2, strokeWidth = 1, opacity = 1 }: Line, stroke: string): void {
    const context = this.#context;
    this.#fade(opacity);
    context.fillStyle = stroke;
    const half = strokeWidth / 2;
    if (x1 === x2) context.fillRect(x1 - half, Math.min(y1, y2), strokeWidth, Math.abs(y2 - y1));
    else context.fillRect(Math.min(x1, x2), y1 - half, Math.abs(x2 - x1), strokeWidth);
  }

  /**
   * A firm shape with an outline is a larger one in the outline's ink under a smaller one: strokes cost several times
   * as much as fills. @returns whether it could be painted so. @param half of the shape's least width, px.
   */
  #nested(mark: Rect | Circle, half: number): boolean {
    const { fill, stroke, strokeWidth = 1, dash, opacity = 1 } = mark;
    if (typeof fill !== 'string' || stroke === undefined || opacity < 1 || (dash && dash.length > 0))
      return false;
    const by = strokeWidth / 2;
    if (by >= half || (mark.kind === 'rect' && !mark.radius)) return false;
    const context = this.#context;
    this.#fade(1);
    for (const [ink, grown] of [
      [stroke, by],
      [fill, -by],
    ] as const) {
      context.fillStyle = ink;
      context.beginPath();
      if (mark.kind === 'circle') context.arc(mark.cx, mark.cy, mark.r + grown, 0, 2 * Math.PI);
      else {
        const { x, y, width, height, radius = 0 } = mark;
        this.#rect(x - grown, y - grown, width + 2 * grown, height + 2 * grown, radius + grown);
      }
      context.fill();
    }
    return true;
  }

  #bars(bars: readonly Rect[]): void {
    const context = this.#context;
    context.beginPath();
    for (const { x, y, width, height } of bars) context.rect(x, y, width, height);
    this.#ink(bars[0]!);
  }

  #rect(x: number, y: number, width: number, height: number, radius: number): void {
    const context = this.#context;
    const r = Math.min(radius, width / 2, height / 2);
    if (!(r > 0)) {
      context.rect(x, y, width, height);
      return;
    }
    if (context.roundRect) {
      context.roundRect(x, y, width, height, r);
      return;
    }
    context.moveTo(x + r, y);
    context.arcTo(x + width, y, x + width, y + height, r);
    context.arcTo(x + width, y + height, x, y + height, r);
    context.arcTo(x, y + height, x, y, r);
    context.arcTo(x, y, x + width, y, r);
    context.closePath();
  }

  #ink(mark: Exclude<Mark, { kind: 'group' } | { kind: 'text' }>): void {
    const context = this.#context;
    this.#fade(mark.opacity ?? 1);
    if (mark.kind !== 'line' && mark.fill !== undefined) {
      context.fillStyle = typeof mark.fill === 'string' ? mark.fill : this.#gradient(mark.fill, mark);
      context.fill();
    }
    if (mark.stroke === undefined) return;
    context.strokeStyle = mark.stroke;
    context.lineWidth = mark.strokeWidth ?? 1;
    context.lineJoin = mark.kind === 'polyline' ? 'round' : 'miter';
    const dash = mark.dash ?? [];
    if (dash.length > 0 || this.#dashed) context.setLineDash([...dash]);
    this.#dashed = dash.length > 0;
    context.stroke();
  }

  #gradient(fade: Fade, mark: Mark): unknown {
    const box = boundsOf(mark);
    const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
    const gradient =
      fade.along === 'y'
        ? this.#context.createLinearGradient(0, y, 0, y + height)
        : this.#context.createLinearGradient(x, 0, x + width, 0);
    for (const stop of fade.stops) {
      gradient.addColorStop(Math.min(1, Math.max(0, stop.at)), translucent(fade.colour, stop.opacity));
    }
    return gradient;
  }

  /** Puts the picture of a group where it stands, if there is one. */
  #stamped(group: Group): boolean {
    const stamp = this.#stamps?.group(group, (sheet) => {
      prepare(sheet);
      new Pen(sheet, null, this.#ratio, this.#family).marks(group.marks);
    });
    if (!stamp) return false;
    this.#fade(1);
    this.#put(stamp, 0, 0);
    return true;
  }

  /** @param x, y where its anchor goes, device pixels, whole. */
  #put({ image, x: left, y: top, width, height }: Stamp, x: number, y: number): void {
    const ratio = this.#ratio;
    this.#context.drawImage(image, (x + left) / ratio, (y + top) / ratio, width / ratio, height / ratio);
  }

  #text(mark: Text): void {
    if (mark.text === '') return;
    if (!this.#stamps) {
      this.#letters(mark);
      return;
    }
    const ratio = this.#ratio;
    const stamp = this.#stamps.text(mark, (sheet) => {
      prepare(sheet);
      const { opacity: _, ...full } = mark;
      new Pen(sheet, null, ratio, this.#family).#letters({ ...full, x: 0, y: 0 });
    });
    const [x, y] = [Math.round(mark.x * ratio), Math.round(mark.y * ratio)];
    if (stamp) {
      this.#fade(mark.opacity ?? 1);
      this.#put(stamp, x, y);
    } else {
      this.#letters(mark, x / ratio, y / ratio);
    }
  }

  #letters(mark: Text, x = mark.x, y = mark.y): void {
    const context = this.#context;
    const font = `${mark.weight} ${mark.size}px ${this.#family}`;
    if (font !== this.#font) context.font = this.#font = font;
    // Sides, not `start` and `end`: these would swap on a page that runs from right to left.
    const align = ALIGN[mark.anchor];
    if (align !== this.#align) context.textAlign = this.#align = align;
    this.#numerals(mark.tabular ?? false);
    this.#fade(mark.opacity ?? 1);
    const leftwards = directionOf(mark.text) === 'rtl';
    if (leftwards) context.direction = 'rtl';
    const room =
      this.#family === FONT_FAMILY
        ? null
        : textWidth(mark.text, mark.size, mark.weight, mark.tabular ?? false);
    if (mark.halo !== undefined) {
      if (this.#dashed) context.setLineDash([]);
      this.#dashed = false;
      context.strokeStyle = mark.halo;
      context.lineWidth = 3;
      context.lineJoin = 'round';
      if (room === null) context.strokeText(mark.text, x, y);
      else context.strokeText(mark.text, x, y, room);
    }
    context.fillStyle = mark.fill;
    if (room === null) context.fillText(mark.text, x, y);
    else context.fillText(mark.text, x, y, room);
    if (leftwards) context.direction = 'ltr';
  }

  #numerals(tabular: boolean): void {
    if (!this.#hasNumerals) return;
    (this.#context as CanvasLike & { fontVariantNumeric: string }).fontVariantNumeric = tabular
      ? 'tabular-nums'
      : 'normal';
  }

  #fade(alpha: number): void {
    if (alpha !== this.#alpha) this.#context.globalAlpha = this.#alpha = alpha;
  }

  /** What `restore` brings back is not what was set last. */
  #forget(): void {
    this.#font = '';
    this.#align = '';
    this.#dashed = true;
    this.#alpha = Number.NaN;
  }
}

/** Whether two marks are plain bars of the same ink, the second right of the first: then they can be filled at once. */
function joins(mark: Mark, next: Mark): boolean {
  return (
    mark.kind === 'rect' &&
    next.kind === 'rect' &&
    next.x >= mark.x + mark.width &&
    isPlain(mark) &&
    isPlain(next) &&
    mark.fill === next.fill &&
    mark.opacity === next.opacity
  );
}

/** Whether a line runs straight down or across, unbroken. */
const isUpright = ({ x1, y1, x2, y2, dash }: Line): boolean =>
  (x1 === x2 || y1 === y2) && !(dash && dash.length > 0);

const isPlain = ({ fill, stroke, radius, width, height }: Rect): boolean =>
  typeof fill === 'string' && stroke === undefined && radius === undefined && width > 0 && height > 0;

/** `#rrggbb` with an opacity, as canvas and old browsers read it. */
function translucent(colour: string, opacity: number): string {
  const channel = (i: number) => Number.parseInt(colour.slice(i, i + 2), 16);
  return `rgba(${channel(1)},${channel(3)},${channel(5)},${Math.round(Math.min(1, Math.max(0, opacity)) * 1000) / 1000})`;
}
