import { boundsOf } from '../scene/bounds.ts';
import type { Fade, Mark, Rect, Scene, Text } from '../scene/scene.ts';

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
  arc(x: number, y: number, r: number, from: number, to: number): void;
  arcTo(x1: number, y1: number, x2: number, y2: number, r: number): void;
  clip(): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

/** The bundled font's name on the page, then what a file asks for. */
const FONT_FAMILY = "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif";

/**
 * Paints a scene. The canvas is expected to be `ratio` times as large as the scene in both directions; everything on
 * it is replaced. Looks as the file of the same scene does: opacity weighs on fill and stroke each, halos lie under
 * the letters, a fade runs over the mark's own box. Leaves no dash, clip or alpha behind. O(marks).
 * @param ratio device pixels in a CSS pixel, > 0.
 */
export function paintCanvas(context: CanvasLike, scene: Scene, ratio: number): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.globalAlpha = 1;
  context.lineCap = 'butt';
  context.textBaseline = 'alphabetic';
  context.setLineDash([]);
  if ('fontKerning' in context) (context as { fontKerning: string }).fontKerning = 'normal';
  context.fillStyle = scene.background;
  context.fillRect(0, 0, scene.width, scene.height);
  const pen = new Pen(context);
  pen.marks(scene.marks);
  context.globalAlpha = 1;
}

/** Remembers what the context was last told, since setting a font or a style costs more than comparing it. */
class Pen {
  readonly #context: CanvasLike;
  readonly #hasNumerals: boolean;
  #font = '';
  #align = '';
  #dashed = false;
  #alpha = 1;

  constructor(context: CanvasLike) {
    this.#context = context;
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
        context.beginPath();
        context.moveTo(mark.x1, mark.y1);
        context.lineTo(mark.x2, mark.y2);
        this.#ink(mark);
        return;
      case 'rect':
        if (!(mark.width > 0 && mark.height > 0)) return;
        context.beginPath();
        this.#rect(mark.x, mark.y, mark.width, mark.height, mark.radius ?? 0);
        this.#ink(mark);
        return;
      case 'circle':
        if (!(mark.r > 0)) return;
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
    const x = box?.x ?? 0;
    const gradient = this.#context.createLinearGradient(x, 0, x + (box?.width ?? 0), 0);
    for (const stop of fade.stops) {
      gradient.addColorStop(Math.min(1, Math.max(0, stop.at)), translucent(fade.colour, stop.opacity));
    }
    return gradient;
  }

  #text(mark: Text): void {
    if (mark.text === '') return;
    const context = this.#context;
    const font = `${mark.weight} ${mark.size}px ${FONT_FAMILY}`;
    if (font !== this.#font) context.font = this.#font = font;
    // Sides, not `start` and `end`: these would swap on a page that runs from right to left.
    const align = ALIGN[mark.anchor];
    if (align !== this.#align) context.textAlign = this.#align = align;
    this.#numerals(mark.tabular ?? false);
    this.#fade(mark.opacity ?? 1);
    if (mark.halo !== undefined) {
      if (this.#dashed) context.setLineDash([]);
      this.#dashed = false;
      context.strokeStyle = mark.halo;
      context.lineWidth = 3;
      context.lineJoin = 'round';
      context.strokeText(mark.text, mark.x, mark.y);
    }
    context.fillStyle = mark.fill;
    context.fillText(mark.text, mark.x, mark.y);
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

const isPlain = ({ fill, stroke, radius, width, height }: Rect): boolean =>
  typeof fill === 'string' && stroke === undefined && radius === undefined && width > 0 && height > 0;

/** `#rrggbb` with an opacity, as canvas and old browsers read it. */
function translucent(colour: string, opacity: number): string {
  const channel = (i: number) => Number.parseInt(colour.slice(i, i + 2), 16);
  return `rgba(${channel(1)},${channel(3)},${channel(5)},${Math.round(Math.min(1, Math.max(0, opacity)) * 1000) / 1000})`;
}
