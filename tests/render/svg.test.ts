// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paintSvg } from '../../src/render/svg.ts';
import type { Mark, Scene } from '../../src/scene/scene.ts';
import { scene } from './marks.ts';
import { draws, xmlFault } from './programs.ts';

const of = (...marks: Mark[]): Scene => ({ ...scene, marks });
const parsed = (svg: string): Document => new DOMParser().parseFromString(svg, 'image/svg+xml');
const words = (text: string): Mark => ({
  kind: 'text',
  x: 1,
  y: 2,
  text,
  size: 12,
  weight: 400,
  fill: '#000000',
  anchor: 'start',
});

describe('paintSvg', () => {
  test('writes every mark', () => {
    expect(
      paintSvg(scene, { title: 'A title', description: 'Some words', metadata: '{"a":"<&>"}' }),
    ).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="200" height="150" viewBox="0 0 200 150" role="img" aria-labelledby="dateline-title dateline-description" font-family="Inter, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans Condensed', sans-serif">
        <title id="dateline-title">A title</title>
        <desc id="dateline-description">Some words</desc>
        <metadata id="dateline-data">{"a":"&lt;&amp;&gt;"}</metadata>
        <defs>
          <linearGradient id="dateline-fade"><stop offset="0" stop-color="#c25a2b" stop-opacity="0"/><stop offset="0.5" stop-color="#c25a2b" stop-opacity="0.8"/><stop offset="1" stop-color="#c25a2b" stop-opacity="0"/></linearGradient>
          <clipPath id="dateline-clip"><rect x="0" y="95" width="120" height="30"/></clipPath>
        </defs>
        <rect width="200" height="150" fill="#fbfaf7"/>
        <rect x="10" y="10" width="60" height="20" rx="6" fill="#3e6fb5" fill-opacity="0.5" stroke="#1d1f24" stroke-opacity="0.5"/>
        <rect x="80" y="10" width="60" height="20" fill="url(#dateline-fade)"/>
        <circle cx="160" cy="20" r="8" fill="none" stroke="#7d5fb2" stroke-width="2" stroke-dasharray="3 2"/>
        <line x1="10" y1="50.5" x2="180" y2="50.5" stroke="#6d727a" stroke-width="1.5"/>
        <polygon points="10,90 40,60 70,80 100,65 130,90" fill="#2f8a63" fill-opacity="0.4"/>
        <polyline points="10,90 40,60 70,80 100,65 130,90" fill="none" stroke="#2f8a63" stroke-linejoin="round"/>
        <g id="event-1" clip-path="url(#dateline-clip)">
          <title>A title</title>
          <text x="20" y="112" font-size="12" font-weight="600" textLength="92.3" lengthAdjust="spacingAndGlyphs" fill="#fbfaf7" stroke="#fbfaf7" stroke-width="3" stroke-linejoin="round" aria-hidden="true" pointer-events="none">Signed &amp; sealed</text>
          <text x="20" y="112" font-size="12" font-weight="600" textLength="92.3" lengthAdjust="spacingAndGlyphs" fill="#1d1f24">Signed &amp; sealed</text>
          <text x="190" y="112" font-size="12" text-anchor="end" fill="#1d1f24">cut</text>
        </g>
        <text x="150" y="140" font-size="11" font-weight="600" text-anchor="middle" fill="#6d727a">1998</text>
      </svg>
      "
    `);
  });

  test('R35 lets letters that run from right to left do so, at the same place', () => {
    const svg = (text: string, anchor: 'start' | 'middle' | 'end') =>
      parsed(paintSvg(of({ ...(words(text) as Mark & { kind: 'text' }), anchor }))).querySelector('text')!;
    const at = (node: Element) => ['direction', 'text-anchor', 'x'].map((name) => node.getAttribute(name));
    expect(at(svg('من Rotterdam', 'start'))).toEqual(['rtl', 'end', '1']);
    expect(at(svg('من Rotterdam', 'end'))).toEqual(['rtl', null, '1']);
    expect(at(svg('من Rotterdam', 'middle'))).toEqual(['rtl', 'middle', '1']);
    expect(at(svg('Rotterdam من', 'start'))).toEqual([null, null, '1']);
  });

  test('is the same for the same scene', () => {
    expect(paintSvg(structuredClone(scene))).toBe(paintSvg(scene));
  });

  test('has an absolute size and asks for nothing from outside', () => {
    const svg = paintSvg(scene);
    expect(svg).toContain('width="200" height="150" viewBox="0 0 200 150"');
    expect(svg).not.toMatch(/class=|style=|<style|var\(|foreignObject|url\((?!#)|href/);
  });

  test('defines a fade and a clip once, however often they are used', () => {
    const fade: Mark = { ...(scene.marks[1] as Mark & { kind: 'rect' }), x: 5 };
    const clipped = scene.marks[6]!;
    const svg = paintSvg(of(fade, fade, { ...fade, y: 70 }, clipped, { ...clipped, key: 'other' } as Mark));
    expect(svg.match(/<linearGradient /g)).toHaveLength(1);
    expect(svg.match(/<clipPath /g)).toHaveLength(1);
    expect(svg.match(/url\(#dateline-fade\)/g)).toHaveLength(3);
  });

  test('keeps ids unique and plain, whatever the keys are', () => {
    const group = (key: string): Mark => ({ kind: 'group', key, marks: [words(key)] });
    const svg = paintSvg(
      of(group('a b'), group('a b'), group('a:b'), group('1'), group('dateline-title'), group('')),
      {
        title: 't',
        description: 'd',
      },
    );
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids).toEqual([
      'dateline-title',
      'dateline-description',
      'a_b',
      'a_b-2',
      'a_b-3',
      '_1',
      'dateline-title-2',
    ]);
  });

  test('writes at most two decimals, no exponent and no minus zero', () => {
    const svg = paintSvg(of({ kind: 'line', x1: 1 / 3, y1: -0.001, x2: 1e21, y2: 1e-9, stroke: '#000000' }));
    expect(svg).toContain('x1="0.33" y1="0" x2="999999999999999" y2="0"');
  });

  test('refuses coordinates that are none', () => {
    const circle: Mark = { kind: 'circle', cx: Number.NaN, cy: 1, r: 1 };
    expect(() => paintSvg(of(circle))).toThrow('found the coordinate NaN, expected a finite number');
  });

  test('leaves out what shows nothing', () => {
    const svg = paintSvg(
      of(
        { kind: 'rect', x: 1, y: 1, width: 0, height: 5, fill: '#000000' },
        { kind: 'circle', cx: 1, cy: 1, r: 0 },
        { kind: 'polyline', points: [1, 2], closed: false },
        words(''),
        { kind: 'group', key: '', marks: [] },
      ),
    );
    expect(parsed(svg).documentElement.children).toHaveLength(1);
  });

  test('puts a halo under the letters as a copy that is not read out or selected', () => {
    const svg = paintSvg(of({ ...(words('Treaty') as Mark & { kind: 'text' }), halo: '#fbfaf7' }));
    const texts = [...parsed(svg).querySelectorAll('text')];
    expect(texts.map((t) => t.getAttribute('aria-hidden'))).toEqual(['true', null]);
    expect(texts[0]?.getAttribute('stroke')).toBe('#fbfaf7');
    expect(texts[1]?.getAttribute('stroke')).toBeNull();
  });

  test('any text comes back as it was, but for what XML has no place for', () => {
    const sent = fc.string({
      unit: fc.oneof(
        fc.constantFrom('<', '>', '&', '"', "'", ']]>', '\u0007', '\ud800', '\udfff', '😀', '\r', '\ufffe'),
        fc.constantFrom(...'ab é漢'),
      ),
      maxLength: 20,
    });
    fc.assert(
      fc.property(sent, (text) => {
        const svg = paintSvg(of(words(`x${text}`)), {
          title: text,
          description: text,
          metadata: JSON.stringify(text),
        });
        const document = parsed(svg);
        const expected = Buffer.from(text).toString().replaceAll('\u0007', '').replaceAll('\ufffe', '');
        expect(document.querySelector('parsererror')).toBeNull();
        expect(document.querySelector('text')?.textContent).toBe(`x${expected}`);
        expect(document.querySelector('title')?.textContent).toBe(expected);
        // JSON escapes half pairs and control characters itself, so what it holds survives whole.
        const data = document.querySelector('metadata')?.textContent ?? '';
        expect(JSON.parse(data)).toBe(text.replace(/\ufffe/g, ''));
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  test('is well-formed for xmllint and drawn by librsvg', (context) => {
    const svg = paintSvg(scene, { title: '<&>', description: ']]>', metadata: '{"a":"]]>"}' });
    const fault = xmlFault(svg);
    const drawn = draws(svg);
    if (fault === null || drawn === null) return context.skip('xmllint or rsvg-convert is not installed');
    expect(fault).toBe('');
    expect(drawn).toEqual({ fault: '', width: 200, height: 150 });
  });
});
