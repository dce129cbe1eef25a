import { textWidth } from '../scene/advances.ts';
import { directionOf } from '../scene/direction.ts';
import type { Box, Fade, Group, Mark, Scene, Text } from '../scene/scene.ts';
import { crowdedTexts } from './crowded.ts';

/** What a file says about itself beside what it shows. */
export interface About {
  readonly title: string;
  readonly description: string;
  /** JSON, kept in `<metadata>` so that the file can be read back. */
  readonly metadata?: string;
}

/** Size on paper, mm. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The family of every letter in a file: the bundled one's name, then what most machines have; at last one that is no wider
 * than these, before a machine takes whatever it calls sans-serif.
 */
export const FONT_FAMILY =
  "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans Condensed', sans-serif";

/**
 * Writes a scene as an SVG file that browsers, Inkscape, Illustrator, librsvg, resvg and word processors draw alike:
 * absolute size, presentation attributes only, text as text, nothing from outside. A halo is a stroked copy under the
 * text, because several of these programs paint a stroke over the letters whatever `paint-order` says. Where the bundled
 * font is missing, texts that a wider one would push into others say how long they are.
 * Two decimals, no locale, no clock: the same scene gives the same bytes.
 * @param paper where the picture is to have a size on paper; else it is as many px wide and high as the scene.
 * @returns the whole file with its XML declaration, ending in a line break. O(marks).
 */
export function paintSvg(scene: Scene, about?: About, paper?: PaperSize): string {
  const writer = new Writer(crowdedTexts(scene.marks));
  const body: string[] = [];
  for (const mark of scene.marks) writer.mark(mark, body, '  ');
  const width = number(scene.width);
  const height = number(scene.height);
  const named = about ? ' role="img" aria-labelledby="dateline-title dateline-description"' : '';
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" ${paper ? `width="${number(paper.width)}mm" height="${number(paper.height)}mm"` : `width="${width}" height="${height}"`} viewBox="0 0 ${width} ${height}"${named} font-family="${FONT_FAMILY}">`,
  ];
  if (about) {
    lines.push(`  <title id="dateline-title">${escapeText(about.title)}</title>`);
    lines.push(`  <desc id="dateline-description">${escapeText(about.description)}</desc>`);
    if (about.metadata !== undefined)
      lines.push(`  <metadata id="dateline-data">${escapeText(about.metadata)}</metadata>`);
  }
  if (writer.definitions.length > 0) lines.push('  <defs>', ...writer.definitions, '  </defs>');
  lines.push(`  <rect width="${width}" height="${height}" fill="${escapeAttribute(scene.background)}"/>`);
  return `${[...lines, ...body, '</svg>'].join('\n')}\n`;
}

/** Holds what must be known once for the whole file: ids in use, fades and clips already defined. */
class Writer {
  readonly definitions: string[] = [];
  readonly #ids = new Set(['dateline-title', 'dateline-description', 'dateline-data']);
  readonly #defined = new Map<string, string>();
  readonly #crowded: ReadonlySet<Text>;

  constructor(crowded: ReadonlySet<Text>) {
    this.#crowded = crowded;
  }

  mark(mark: Mark, out: string[], indent: string): void {
    switch (mark.kind) {
      case 'group':
        this.#group(mark, out, indent);
        return;
      case 'text':
        text(mark, out, indent, this.#crowded.has(mark));
        return;
      case 'rect': {
        if (!(mark.width > 0 && mark.height > 0)) return;
        const radius = Math.min(mark.radius ?? 0, mark.width / 2, mark.height / 2);
        const round = radius > 0 ? ` rx="${number(radius)}"` : '';
        out.push(
          `${indent}<rect x="${number(mark.x)}" y="${number(mark.y)}" width="${number(mark.width)}" height="${number(mark.height)}"${round}${this.#ink(mark)}/>`,
        );
        return;
      }
      case 'circle':
        if (mark.r > 0)
          out.push(
            `${indent}<circle cx="${number(mark.cx)}" cy="${number(mark.cy)}" r="${number(mark.r)}"${this.#ink(mark)}/>`,
          );
        return;
      case 'line':
        out.push(
          `${indent}<line x1="${number(mark.x1)}" y1="${number(mark.y1)}" x2="${number(mark.x2)}" y2="${number(mark.y2)}"${this.#ink(mark)}/>`,
        );
        return;
      case 'polyline': {
        const points: string[] = [];
        for (let i = 0; i + 1 < mark.points.length; i += 2) {
          points.push(`${number(mark.points[i] ?? 0)},${number(mark.points[i + 1] ?? 0)}`);
        }
        if (points.length > 1)
          out.push(
            `${indent}<${mark.closed ? 'polygon' : 'polyline'} points="${points.join(' ')}"${this.#ink(mark)}/>`,
          );
        return;
      }
    }
  }

  #group(group: Group, out: string[], indent: string): void {
    const id = group.key === '' ? '' : ` id="${this.#id(group.key)}"`;
    const clip = group.clip ? ` clip-path="url(#${this.#clip(group.clip)})"` : '';
    const children: string[] = [];
    for (const mark of group.marks) this.mark(mark, children, `${indent}  `);
    if (children.length === 0 && !id) return;
    out.push(`${indent}<g${id}${clip}>`);
    if (group.title) out.push(`${indent}  <title>${escapeText(group.title)}</title>`);
    out.push(...children, `${indent}</g>`);
  }

  #ink(mark: Exclude<Mark, Group | Text>): string {
    const opacity = mark.opacity ?? 1;
    const fill = mark.kind === 'line' ? undefined : mark.fill;
    let ink = '';
    if (mark.kind !== 'line') {
      ink += ` fill="${fill === undefined ? 'none' : typeof fill === 'string' ? escapeAttribute(fill) : `url(#${this.#fade(fill)})`}"`;
      if (fill !== undefined && opacity < 1) ink += ` fill-opacity="${number(opacity)}"`;
    }
    if (mark.stroke !== undefined) {
      ink += ` stroke="${escapeAttribute(mark.stroke)}"`;
      if (mark.strokeWidth !== undefined && mark.strokeWidth !== 1)
        ink += ` stroke-width="${number(mark.strokeWidth)}"`;
      if (mark.dash && mark.dash.length > 0) ink += ` stroke-dasharray="${mark.dash.map(number).join(' ')}"`;
      if (mark.kind === 'polyline') ink += ' stroke-linejoin="round"';
      if (opacity < 1) ink += ` stroke-opacity="${number(opacity)}"`;
    }
    return ink;
  }

  #fade(fade: Fade): string {
    const stops = fade.stops
      .map(
        (stop) =>
          `<stop offset="${number(stop.at)}" stop-color="${escapeAttribute(fade.colour)}" stop-opacity="${number(stop.opacity)}"/>`,
      )
      .join('');
    const axis = fade.along === 'y' ? ' x2="0" y2="1"' : '';
    return this.#define(
      'fade',
      (id) => `    <linearGradient id="${id}"${axis}>${stops}</linearGradient>`,
      axis + stops,
    );
  }

  #clip(box: Box): string {
    const rect = `<rect x="${number(box.x)}" y="${number(box.y)}" width="${number(Math.max(0, box.width))}" height="${number(Math.max(0, box.height))}"/>`;
    return this.#define('clip', (id) => `    <clipPath id="${id}">${rect}</clipPath>`, rect);
  }

  /** One definition for each different content, numbered in the order of first use. */
  #define(kind: string, write: (id: string) => string, content: string): string {
    const key = `${kind} ${content}`;
    const known = this.#defined.get(key);
    if (known) return known;
    const id = this.#id(`dateline-${kind}`);
    this.#defined.set(key, id);
    this.definitions.push(write(id));
    return id;
  }

  /** An id from a key: letters, digits, `-`, `_` and `.` kept, unique in the file. */
  #id(key: string): string {
    const plain = key.replace(/[^A-Za-z0-9_.-]/g, '_');
    const base = /^[A-Za-z_]/.test(plain) ? plain : `_${plain}`;
    let id = base;
    for (let n = 2; this.#ids.has(id); n++) id = `${base}-${n}`;
    this.#ids.add(id);
    return id;
  }
}

const OPPOSITE = { start: 'end', middle: 'middle', end: 'start' } as const;

/** @param crowded whether it must not be longer than it is in the bundled font. */
function text(mark: Text, out: string[], indent: string, crowded: boolean): void {
  if (mark.text === '') return;
  const leftwards = directionOf(mark.text) === 'rtl';
  // Where letters run to the left, a text starts at its right end; ours are told from the left.
  const from = leftwards ? OPPOSITE[mark.anchor] : mark.anchor;
  const anchor = `${from === 'start' ? '' : ` text-anchor="${from}"`}${leftwards ? ' direction="rtl"' : ''}`;
  // Inkscape knows hundreds only and takes 550 for regular.
  const weight = mark.weight === 400 ? '' : ' font-weight="600"';
  const length = crowded
    ? ` textLength="${number(textWidth(mark.text, mark.size, mark.weight, mark.tabular ?? false))}" lengthAdjust="spacingAndGlyphs"`
    : '';
  const place = `x="${number(mark.x)}" y="${number(mark.y)}" font-size="${number(mark.size)}"${weight}${anchor}${length}`;
  const words = escapeText(mark.text);
  const opacity = mark.opacity ?? 1;
  const faint = opacity < 1 ? ` fill-opacity="${number(opacity)}"` : '';
  if (mark.halo !== undefined) {
    const halo = escapeAttribute(mark.halo);
    const line = opacity < 1 ? ` stroke-opacity="${number(opacity)}"` : '';
    out.push(
      `${indent}<text ${place} fill="${halo}"${faint} stroke="${halo}" stroke-width="3" stroke-linejoin="round"${line} aria-hidden="true" pointer-events="none">${words}</text>`,
    );
  }
  out.push(`${indent}<text ${place} fill="${escapeAttribute(mark.fill)}"${faint}>${words}</text>`);
}

/** Two decimals at most, no exponent, no `-0`. What is not finite would break the file, so it is a programmer's mistake. */
function number(value: number): string {
  if (!Number.isFinite(value))
    throw new RangeError(`found the coordinate ${value}, expected a finite number`);
  const rounded = Math.round(value * 100) / 100;
  // Beyond this, numbers are written with an exponent; no picture is that large.
  if (Math.abs(rounded) >= 1e15) return rounded < 0 ? '-999999999999999' : '999999999999999';
  return rounded === 0 ? '0' : String(rounded);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 has no place for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escapeText(value: string): string {
  return (
    wellFormed(value)
      .replace(NOT_XML, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      // A parser turns a bare carriage return into a line feed.
      .replace(/\r/g, '&#13;')
  );
}

const escapeAttribute = (value: string): string =>
  escapeText(value).replace(/"/g, '&quot;').replace(/\t/g, '&#9;').replace(/\n/g, '&#10;');

/** Half a surrogate pair cannot be written in UTF-8. */
const wellFormed = (value: string): string =>
  value.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (unit) =>
    unit.length === 2 ? unit : '\ufffd',
  );
