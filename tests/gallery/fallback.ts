import { existsSync, readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { crowdedTexts } from '../../src/render/crowded.ts';
import { boundsOf } from '../../src/scene/bounds.ts';
import type { Mark, Scene, Text } from '../../src/scene/scene.ts';

/** What is used of a font. */
interface Font {
  readonly unitsPerEm: number;
  glyphForCodePoint(point: number): { readonly advanceWidth: number };
  layout(text: string): { readonly advanceWidth: number };
}

const FOLDER = '/usr/share/fonts/truetype/';

/** Fonts that stand in where the bundled one is missing: regular, bold. Liberation Sans has the metrics of Arial. */
export const FALLBACKS = {
  Arial: ['liberation/LiberationSans-Regular.ttf', 'liberation/LiberationSans-Bold.ttf'],
  'DejaVu Sans': ['dejavu/DejaVuSans.ttf', 'dejavu/DejaVuSans-Bold.ttf'],
  'DejaVu Sans Condensed': ['dejavu/DejaVuSansCondensed.ttf', 'dejavu/DejaVuSansCondensed-Bold.ttf'],
} as const;
export type Fallback = keyof typeof FALLBACKS;

const loaded = new Map<string, Font>();

/** Whether a font is on this machine. */
export const hasFont = (name: Fallback): boolean =>
  FALLBACKS[name].every((path) => existsSync(FOLDER + path));

function fontAt(path: string): Font {
  const known = loaded.get(path) ?? (create(readFileSync(FOLDER + path)) as unknown as Font);
  loaded.set(path, known);
  return known;
}

/** Letters whose width is that of their code point; others are shaped. */
const PLAIN = /^[ -ɏ‐-…←-⋿]*$/u;

function widthIn(name: Fallback, { text, size, weight }: Text): number {
  const font = fontAt(FALLBACKS[name][weight === 400 ? 0 : 1]);
  const units = PLAIN.test(text)
    ? [...text].reduce((sum, one) => sum + font.glyphForCodePoint(one.codePointAt(0) ?? 0).advanceWidth, 0)
    : font.layout(text).advanceWidth;
  return (units * size) / font.unitsPerEm;
}

/**
 * Pairs of texts that cover each other when a picture's file is drawn with another font.
 * @param lengths whether the renderer heeds `textLength`; librsvg does not.
 */
export function overlapsIn(scene: Scene, name: Fallback, lengths: boolean): string[] {
  const crowded = lengths ? crowdedTexts(scene.marks) : new Set<Text>();
  const lines = textsOf(scene.marks)
    .map((text) => {
      const width = crowded.has(text) ? (boundsOf(text)?.width ?? 0) : widthIn(name, text);
      const left =
        text.anchor === 'start' ? text.x : text.anchor === 'end' ? text.x - width : text.x - width / 2;
      return {
        text: text.text,
        left: left + 0.02,
        right: left + width - 0.02,
        top: text.y - text.size * 0.72,
        bottom: text.y,
      };
    })
    .sort((a, b) => a.top - b.top);
  const found: string[] = [];
  for (const [i, a] of lines.entries()) {
    for (let j = i + 1; j < lines.length; j++) {
      const b = lines[j]!;
      if (b.top >= a.bottom) break;
      if (a.left < b.right && b.left < a.right) found.push(`${a.text} | ${b.text}`);
    }
  }
  return found;
}

const textsOf = (marks: readonly Mark[]): Text[] =>
  marks.flatMap((mark) =>
    mark.kind === 'group' ? textsOf(mark.marks) : mark.kind === 'text' && mark.text !== '' ? [mark] : [],
  );
