import type { PDFDocument, PDFFont, PDFRef } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import { create, type Font, type Glyph } from 'fontkit';
import { number } from './ink.ts';

export type Weight = 400 | 600;

/** A text laid out: glyphs, how far each moves the pen, and the whole width, in units of the font. */
interface Line {
  readonly glyphs: readonly Glyph[];
  readonly advances: readonly number[];
  readonly width: number;
}

/** What a reader takes for the width of the box that stands for a letter the font lacks, thousandths of the size. */
const MISSING = 1000;

interface Face {
  readonly font: Font;
  readonly embedded: PDFFont;
  readonly name: string;
  readonly lines: Map<string, Line>;
}

/** The letters of one PDF: fonts of which only the letters in use are kept, and outlines for what lies behind letters. */
export class Letters {
  readonly #faces: Readonly<Record<Weight, Face>>;
  readonly #document: PDFDocument;
  readonly #outlines = new Map<string, { readonly name: string; readonly ref: PDFRef }>();

  private constructor(document: PDFDocument, faces: Readonly<Record<Weight, Face>>) {
    this.#document = document;
    this.#faces = faces;
  }

  static async of(document: PDFDocument, fonts: Readonly<Record<Weight, Uint8Array>>): Promise<Letters> {
    document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
    const face = async (weight: Weight): Promise<Face> => ({
      font: create(fonts[weight]),
      // The letters before the plus mark a part of a font; by chance they would differ from file to file.
      embedded: await document.embedFont(fonts[weight], {
        subset: true,
        customName: `DTLINE+Inter-${weight === 400 ? 'Regular' : 'SemiBold'}`,
      }),
      name: `F${weight}`,
      lines: new Map(),
    });
    return new Letters(document, { 400: await face(400), 600: await face(600) });
  }

  /** Width of a text, px. */
  width(text: string, size: number, weight: Weight): number {
    const face = this.#faces[weight];
    return (this.#line(face, text).width * size) / face.font.unitsPerEm;
  }

  /**
   * Operators that show a text from its left end. Where the font lacks a letter, what was meant is said beside the boxes
   * that are shown, so that it can be found and copied.
   */
  show(text: string, x: number, y: number, size: number, weight: Weight): string {
    const face = this.#faces[weight];
    const { glyphs, advances } = this.#line(face, text);
    const codes = face.embedded.encodeText(text).asString().match(/.{4}/g) ?? [];
    const toThousandths = 1000 / face.font.unitsPerEm;
    let parts = '';
    let run = '';
    for (const [i, glyph] of glyphs.entries()) {
      run += codes[i] ?? '';
      const own = glyph.id === 0 ? MISSING : glyph.advanceWidth * toThousandths;
      const closer = Math.round(own - (advances[i] ?? 0) * toThousandths);
      if (closer === 0 || i === glyphs.length - 1) continue;
      parts += `<${run}>${closer}`;
      run = '';
    }
    parts += `<${run}>`;
    const shown = `BT /${face.name} ${number(size)} Tf 1 0 0 -1 ${number(x)} ${number(y)} Tm [${parts}] TJ ET`;
    if (!glyphs.some(({ id }) => id === 0)) return shown;
    return `/Span <</ActualText <${utf16(text)}>>> BDC\n${shown}\nEMC`;
  }

  /** Operators that paint the outlines of a text, filled and stroked, in the colours that are set; no text to select. */
  outline(text: string, x: number, y: number, size: number, weight: Weight, stroke: number): string {
    const face = this.#faces[weight];
    const { glyphs, advances } = this.#line(face, text);
    const scale = size / face.font.unitsPerEm;
    const lines = [`${number(stroke / scale)} w`];
    let pen = x;
    for (const [i, glyph] of glyphs.entries()) {
      const name = this.#outlineOf(face, glyph, weight);
      if (name)
        lines.push(
          `q ${number(scale, 6)} 0 0 ${number(-scale, 6)} ${number(pen)} ${number(y)} cm /${name} Do Q`,
        );
      pen += (advances[i] ?? 0) * scale;
    }
    return lines.join('\n');
  }

  /** Names of fonts and outlines and what they stand for, for the page's resources. */
  get fonts(): Readonly<Record<string, PDFRef>> {
    return Object.fromEntries(
      Object.values(this.#faces).map(({ name, embedded }) => [name, embedded.ref] as const),
    );
  }

  get outlines(): Readonly<Record<string, PDFRef>> {
    return Object.fromEntries([...this.#outlines.values()].map(({ name, ref }) => [name, ref] as const));
  }

  #line(face: Face, text: string): Line {
    const known = face.lines.get(text);
    if (known) return known;
    const { glyphs, positions } = face.font.layout(text);
    const advances = positions.map(({ xAdvance }) => xAdvance);
    const line = { glyphs, advances, width: advances.reduce((sum, advance) => sum + advance, 0) };
    face.lines.set(text, line);
    return line;
  }

  #outlineOf(face: Face, glyph: Glyph, weight: Weight): string | null {
    const key = `${weight} ${glyph.id}`;
    const known = this.#outlines.get(key);
    if (known) return known.name;
    const path = pathOf(glyph);
    if (path === '') return null;
    const name = `G${this.#outlines.size + 1}`;
    const em = face.font.unitsPerEm;
    const { context } = this.#document;
    const form = context.flateStream(`${path}\nB`, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [-em, -em, 3 * em, 2 * em],
    });
    this.#outlines.set(key, { name, ref: context.register(form) });
    return name;
  }
}

/** A glyph's outline as operators, in units of the font; PDF knows cubic curves alone. */
function pathOf({ path }: Glyph): string {
  const out: string[] = [];
  let [x, y] = [0, 0];
  for (const { command, args } of path.commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
    switch (command) {
      case 'moveTo':
        out.push(`${number(a)} ${number(b)} m`);
        break;
      case 'lineTo':
        out.push(`${number(a)} ${number(b)} l`);
        break;
      case 'quadraticCurveTo': {
        const first = [x + (2 / 3) * (a - x), y + (2 / 3) * (b - y)];
        const second = [c + (2 / 3) * (a - c), d + (2 / 3) * (b - d)];
        out.push(`${[...first, ...second, c, d].map((value) => number(value, 1)).join(' ')} c`);
        break;
      }
      case 'bezierCurveTo':
        out.push(`${[a, b, c, d, e, f].map((value) => number(value, 1)).join(' ')} c`);
        break;
      default:
        out.push('h');
    }
    if (args.length >= 2) [x, y] = [args.at(-2) ?? 0, args.at(-1) ?? 0];
  }
  return out.join('\n');
}

/** UTF-16 with its mark, in hexadecimal. */
function utf16(text: string): string {
  let hex = 'feff';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  return hex;
}
