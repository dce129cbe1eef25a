import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layoutPicture } from '../../src/layout/picture.ts';
import { paintPng } from '../../src/render/png.ts';
import { paintSvg } from '../../src/render/svg.ts';
import { root } from '../../src/tooling/project.mjs';
import { decodePng, structuralDifference } from '../../src/tooling/raster.mjs';
import vague from '../gallery/cases/vague.ts';
import { FALLBACKS, type Fallback, hasFont, overlapsIn } from '../gallery/fallback.ts';
import { painted } from '../gallery/pictures.ts';
import { drawnByLibrsvg } from './programs.ts';

const FONTS = ['inter-400.ttf', 'inter-600.ttf'].map((name) => join(root, 'src/render/fonts', name));
const { scene, ...about } = layoutPicture(vague.collection, { ...vague.options, width: 420 });
const svg = paintSvg(scene, about);

const parts = {
  wasm: new Uint8Array(readFileSync(join(root, 'node_modules/@resvg/resvg-wasm/index_bg.wasm'))),
  fonts: FONTS.map((path) => new Uint8Array(readFileSync(path))),
};

const resvg = async (file: string) => decodePng(await paintPng(file, scene, 1, parts));

describe('how two drawings differ', () => {
  test('edges and what is a pixel further are forgiven, what is missing or elsewhere is not', async () => {
    const whole = await resvg(svg);
    expect(structuralDifference(whole, whole)).toBe(0);
    const moved = svg
      .replace(/<rect width="420"[^>]*>/, '$&<g transform="translate(1 1)">')
      .replace('</svg>', '</g></svg>');
    expect(structuralDifference(whole, await resvg(moved))).toBeLessThan(0.001);
    const bare = svg.replace(/<text[^>]*>.*?<\/text>/g, '');
    expect(structuralDifference(whole, await resvg(bare))).toBeGreaterThan(0.01);
    expect(structuralDifference(whole, { ...whole, width: 1 })).toBe(1);
  });

  // The whole gallery, with Inkscape and Chromium: npm run eval -- svg
  test('librsvg and resvg draw a picture alike', async (context) => {
    const png = drawnByLibrsvg(svg, join(root, 'src/render/fonts'));
    if (png === null) return context.skip('rsvg-convert is not installed');
    expect(structuralDifference(decodePng(png), await resvg(svg))).toBeLessThan(0.01);
  });
});

describe.each(Object.keys(FALLBACKS) as Fallback[])('with %s in the place of the bundled font', (font) => {
  test.for(['by-actor', 'long-titles'])('%s has no text over another', async (name, context) => {
    if (!hasFont(font)) return context.skip(`${font} is not installed`);
    const picture = await painted(name);
    // librsvg knows no lengths, and takes the condensed font before the wide one.
    if (!picture) throw new Error(`found no case ${name}`);
    expect(overlapsIn(picture.scene, font, font === 'DejaVu Sans')).toEqual([]);
  });

  test('a text that says no length would be seen', (context) => {
    if (!hasFont(font)) return context.skip(`${font} is not installed`);
    const text = { kind: 'text', y: 20, size: 12, weight: 550, fill: '#000000', anchor: 'start' } as const;
    const marks = [
      { ...text, x: 0, text: 'Mole lengthened' },
      { ...text, x: 60, text: 'Ice closes' },
    ];
    expect(overlapsIn({ width: 200, height: 30, background: '#ffffff', marks }, font, false)).toHaveLength(1);
  });
});
