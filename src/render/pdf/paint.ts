import { type PDFDict, PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { directionOf } from '../../scene/direction.ts';
import type { Box, Fade, Group, Mark, Scene, Text } from '../../scene/scene.ts';
import { pageOf } from '../scales.ts';
import type { About } from '../svg.ts';
import { circlePath, linePath, number, rectPath, rgb } from './ink.ts';
import { Letters } from './letters.ts';

export interface PdfOptions {
  /** Bytes of the font's two weights. */
  readonly fonts: Readonly<Record<400 | 600, Uint8Array>>;
  /** BCP 47, of the texts. */
  readonly locale: string;
  /** The day that the file says it was made on; absent, it says none. */
  readonly made?: { readonly year: number; readonly month: number; readonly day: number };
  /** Of the page, mm; the scene's size at 96 px to the inch where absent. The scene fills its width. */
  readonly page?: { readonly width: number; readonly height: number };
}

/**
 * Writes a scene as a PDF of one page, as large as the scene: vectors, text that can be selected and searched in the
 * bundled font, of which only the letters in use are kept; fades are soft masks. No clock and no chance: the same scene
 * gives the same bytes. Larger than a page may be, it is made smaller as a whole.
 */
export async function paintPdf(scene: Scene, about: About, options: PdfOptions): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(about.title, { showInWindowTitleBar: true });
  document.setSubject(about.description);
  document.setCreator('Dateline');
  document.setProducer('Dateline');
  document.setLanguage(options.locale);
  if (options.made) {
    const { year, month, day } = options.made;
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    document.setCreationDate(date);
    document.setModificationDate(date);
  }
  const { width, height } = pageOf(scene, options.page);
  const scale = width / scene.width;
  const page = document.addPage([width, height]);
  const letters = await Letters.of(document, options.fonts);
  const painter = new Painter(document, letters);
  painter.out.push(
    // From here on as in the scene: y runs downwards.
    `${number(scale, 6)} 0 0 ${number(-scale, 6)} 0 ${number(height)} cm`,
    `${rgb(scene.background)} rg`,
    `${rectPath({ x: 0, y: 0, width: scene.width, height: scene.height })} f`,
  );
  for (const mark of scene.marks) painter.mark(mark);
  const { context } = document;
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(painter.out.join('\n'))));
  page.node.set(
    PDFName.of('Resources'),
    context.obj({
      Font: context.obj(letters.fonts as Record<string, PDFRef>),
      XObject: context.obj(letters.outlines as Record<string, PDFRef>),
      ExtGState: context.obj(painter.states as Record<string, PDFRef>),
    }),
  );
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

/** Collects the operators of a page, and the graphics states that they name. */
class Painter {
  readonly out: string[] = [];
  readonly states: Record<string, PDFRef> = {};
  readonly #named = new Map<string, string>();
  readonly #document: PDFDocument;
  readonly #letters: Letters;

  constructor(document: PDFDocument, letters: Letters) {
    this.#document = document;
    this.#letters = letters;
  }

  mark(mark: Mark): void {
    switch (mark.kind) {
      case 'group':
        this.#group(mark);
        return;
      case 'text':
        this.#text(mark);
        return;
      case 'rect': {
        if (!(mark.width > 0 && mark.height > 0)) return;
        const radius = Math.min(mark.radius ?? 0, mark.width / 2, mark.height / 2);
        this.#ink(mark, rectPath(mark, radius), mark);
        return;
      }
      case 'circle': {
        const { cx, cy, r } = mark;
        if (r > 0)
          this.#ink(mark, circlePath(cx, cy, r), { x: cx - r, y: cy - r, width: 2 * r, height: 2 * r });
        return;
      }
      case 'line':
        this.#ink(mark, linePath([mark.x1, mark.y1, mark.x2, mark.y2], false), null);
        return;
      case 'polyline':
        if (mark.points.length >= 4)
          this.#ink(mark, linePath(mark.points, mark.closed), boundsOf(mark.points));
        return;
    }
  }

  #group({ clip, marks }: Group): void {
    if (!clip) {
      for (const mark of marks) this.mark(mark);
      return;
    }
    const width = Math.max(0, clip.width);
    const height = Math.max(0, clip.height);
    this.out.push('q', `${rectPath({ ...clip, width, height })} W n`);
    for (const mark of marks) this.mark(mark);
    this.out.push('Q');
  }

  #ink(mark: Exclude<Mark, Group | Text>, path: string, box: Box | null): void {
    const opacity = mark.opacity ?? 1;
    const fill = mark.kind === 'line' ? undefined : mark.fill;
    if (fill !== undefined) {
      this.out.push('q');
      if (typeof fill === 'string') {
        this.#opacity(opacity);
        this.out.push(`${rgb(fill)} rg`);
      } else {
        if (box) this.out.push(`/${this.#fade(fill, opacity, box)} gs`);
        this.out.push(`${rgb(fill.colour)} rg`);
      }
      this.out.push(path, 'f', 'Q');
    }
    if (mark.stroke === undefined) return;
    this.out.push('q');
    this.#opacity(opacity);
    this.out.push(`${rgb(mark.stroke)} RG`, `${number(mark.strokeWidth ?? 1)} w`);
    if (mark.dash && mark.dash.length > 0)
      this.out.push(`[${mark.dash.map((length) => number(length)).join(' ')}] 0 d`);
    if (mark.kind === 'polyline') this.out.push('1 j');
    this.out.push(path, 'S', 'Q');
  }

  #text({ text: words, x, y, size, weight, fill, anchor, halo, opacity = 1 }: Text): void {
    const text = words.replace(UNSEEN, '');
    if (text === '') return;
    const face = weight === 400 ? 400 : 600;
    // Ours are told from the left whichever way their letters run, and so are these.
    const width = anchor === 'start' ? 0 : this.#letters.width(text, size, face);
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    this.out.push('q');
    this.#opacity(opacity);
    if (halo !== undefined && directionOf(text) === 'ltr')
      this.out.push(
        `${rgb(halo)} rg ${rgb(halo)} RG 1 j`,
        this.#letters.outline(text, left, y, size, face, HALO),
      );
    this.out.push(`${rgb(fill)} rg`, this.#letters.show(text, left, y, size, face), 'Q');
  }

  #opacity(opacity: number): void {
    if (opacity >= 1) return;
    const said = number(Math.max(0, opacity));
    this.out.push(
      `/${this.#state(`opacity ${said}`, () =>
        this.#document.context.obj({ Type: 'ExtGState', ca: Number(said), CA: Number(said) }),
      )} gs`,
    );
  }

  /** A mask as bright as the fade is opaque, over the mark's own box. */
  #fade({ along, stops }: Fade, opacity: number, { x, y, width, height }: Box): string {
    const { context } = this.#document;
    const box = [x, y, width, height].map((value) => number(value));
    return this.#state(`fade ${JSON.stringify([along, stops, opacity, box])}`, () => {
      const down = along === 'y';
      const shading = context.obj({
        ShadingType: 2,
        ColorSpace: 'DeviceGray',
        Coords: down ? [x, y, x, y + height] : [x, y, x + width, y],
        Extend: [true, true],
        Function: this.#ramp(stops.map((stop) => ({ at: stop.at, level: stop.opacity * opacity }))),
      });
      const form = context.flateStream('/S sh', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [x - 1, y - 1, x + width + 1, y + height + 1],
        Group: context.obj({ Type: 'Group', S: 'Transparency', CS: 'DeviceGray' }),
        Resources: context.obj({ Shading: context.obj({ S: shading }) }),
      });
      return context.obj({
        Type: 'ExtGState',
        SMask: context.obj({ Type: 'Mask', S: 'Luminosity', G: context.register(form) }),
      });
    });
  }

  /** A function from 0 … 1 through the levels of the stops. */
  #ramp(stops: readonly { readonly at: number; readonly level: number }[]) {
    const { context } = this.#document;
    const first = stops[0] ?? { at: 0, level: 1 };
    const all = [
      ...(first.at > 0 ? [{ at: 0, level: first.level }] : []),
      ...stops,
      ...((stops.at(-1)?.at ?? 0) < 1 ? [{ at: 1, level: stops.at(-1)?.level ?? 1 }] : []),
    ];
    const pieces = all.slice(1).map((stop, i) => ({ from: all[i] ?? stop, to: stop }));
    return context.obj({
      FunctionType: 3,
      Domain: [0, 1],
      Functions: pieces.map(({ from, to }) =>
        context.obj({ FunctionType: 2, Domain: [0, 1], C0: [from.level], C1: [to.level], N: 1 }),
      ),
      Bounds: pieces.slice(1).map(({ from }) => from.at),
      Encode: pieces.flatMap(() => [0, 1]),
    });
  }

  #state(key: string, make: () => PDFDict): string {
    const known = this.#named.get(key);
    if (known) return known;
    const name = `S${this.#named.size + 1}`;
    this.#named.set(key, name);
    this.states[name] = this.#document.context.register(make());
    return name;
  }
}

/** Characters that are nowhere seen, and would be boxes in a font without them. */
const UNSEEN = /[\p{Cc}\p{Cf}]|[\u{fe00}-\u{fe0f}]/gu;

/** Width of a halo, px, as in the SVG. */
const HALO = 3;

function boundsOf(points: readonly number[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x = 0, y = 0] = points.slice(i, i + 2);
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
