import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/formats/pdf.ts';
import { layoutPicture } from '../../src/layout/picture.ts';
import { paintPdf } from '../../src/render/pdf/paint.ts';
import type { Scene, Text } from '../../src/scene/scene.ts';
import five from '../gallery/cases/five.ts';

const FONTS = join(import.meta.dirname, '../../src/render/fonts');
const font = (weight: number) => new Uint8Array(readFileSync(join(FONTS, `inter-${weight}.ttf`)));
const options = { fonts: { 400: font(400), 600: font(600) }, locale: 'en' } as const;
const about = { title: 'A bridge', description: 'Five events.' };

const words: Text = {
  kind: 'text',
  x: 20,
  y: 30,
  text: 'Łódź, Ελλάδα & Отто (“x”)',
  size: 12,
  weight: 550,
  fill: '#1d1f24',
  anchor: 'start',
  halo: '#fbfaf7',
};
const scene = (...marks: Scene['marks']): Scene => ({
  width: 400,
  height: 100,
  background: '#fbfaf7',
  marks,
});

describe('a PDF', () => {
  test('holds every text once, to be searched and copied, behind it its halo without words', async () => {
    const pdf = await paintPdf(
      scene(words, { ...words, y: 60, text: '橋 bridge', weight: 400 }),
      about,
      options,
    );
    const read = await readPdf('chart.pdf', pdf);
    const text = 'refused' in read ? read.refused : (read.document?.text ?? '');
    expect(text.replaceAll('\u0000', '?')).toMatch(/^Łódź, Ελλάδα & Отто \(“x”\)\s+\S?\s*bridge\s*$/);
  });

  test('has one page of the size of the picture, in points, or of the paper', async () => {
    const sizeOf = (pdf: Uint8Array) => /MediaBox \[([^\]]*)\]/.exec(unpacked(pdf))?.[1]?.trim();
    const pdf = await paintPdf(scene(words), about, options);
    expect(sizeOf(pdf)).toBe('0 0 300 75');
    const paper = await paintPdf(scene(words), about, { ...options, page: { width: 297, height: 210 } });
    expect(
      sizeOf(paper)
        ?.split(' ')
        .map((side) => Number(side).toFixed(2)),
    ).toEqual(['0.00', '0.00', '841.89', '595.28']);
  });

  test('is the same for the same picture, and says no other day than it was told', async () => {
    const made = { year: 2024, month: 5, day: 16 };
    const fade = { colour: '#3e6fb5', stops: [0, 1].map((at) => ({ at, opacity: at / 2 })) };
    const rect = { kind: 'rect', x: 5, y: 5, width: 90, height: 10, radius: 5, stroke: '#3e6fb5' } as const;
    const picture = () =>
      scene({ ...rect, fill: fade }, { ...rect, y: 40, fill: '#3e6fb5', opacity: 0.4 }, words);
    const first = await paintPdf(picture(), about, { ...options, made });
    expect(Buffer.compare(first, await paintPdf(picture(), about, { ...options, made }))).toBe(0);
    expect(unpacked(first)).toContain('/CreationDate (D:20240516000000Z)');
    expect(unpacked(first)).toMatch(/\/S \/Luminosity/);
    expect(unpacked(await paintPdf(picture(), about, options))).not.toMatch(/Date/);
  });

  test.runIf(spawnSync('gs', ['--version']).status === 0)(
    'is painted by Ghostscript without complaint',
    async () => {
      const { scene: drawn, ...told } = layoutPicture(five.collection, five.options);
      const pdf = await paintPdf(drawn, told, options);
      const run = spawnSync(
        'gs',
        [
          '-q',
          '-dSAFER',
          '-dBATCH',
          '-dNOPAUSE',
          '-dPDFSTOPONERROR',
          '-sDEVICE=bmp16m',
          '-r24',
          '-sOutputFile=%stdout',
          '-',
        ],
        { input: pdf, maxBuffer: 10_000_000 },
      );
      expect([run.status, run.stderr.toString()]).toEqual([0, '']);
      expect(run.stdout.length).toBeGreaterThan(1000);
    },
  );

  test('takes a coordinate that is no number for a mistake', async () => {
    await expect(paintPdf(scene({ ...words, x: Number.NaN }), about, options)).rejects.toThrow(RangeError);
  });
});

/** The objects of a PDF, those in compressed streams as well. */
function unpacked(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = [...text.matchAll(/\/Type \/ObjStm[\s\S]*?stream\r?\n([\s\S]*?)\r?\nendstream/g)];
  return [
    text,
    ...streams.map(([, packed]) => inflateSync(Buffer.from(packed ?? '', 'latin1')).toString('latin1')),
  ].join('\n');
}
