import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { layoutPicture } from '../../src/layout/picture.ts';
import { paintSvg } from '../../src/render/svg.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { draws, xmlFault } from '../render/programs.ts';
import type { Case } from './case.ts';
import { pageOf } from './page.ts';
import { qualityOf } from './quality.ts';

const modules = import.meta.glob<{ default: Case }>('./cases/*.ts', { eager: true });
const cases = Object.entries(modules).map(
  ([path, module]) => [path.replace(/^.*\/(.*)\.ts$/, '$1'), module.default] as const,
);

function paint(one: Case): { readonly svg: string; readonly scene: Scene } {
  const { scene, ...about } = layoutPicture(one.collection, one.options);
  return { svg: paintSvg(scene, about), scene };
}

/** What the page of the gallery tells. */
const shown: { name: string; one: Case; quality: ReturnType<typeof qualityOf> }[] = [];

describe.each(cases)('gallery: %s', (name, one) => {
  const { svg, scene } = paint(one);
  const quality = qualityOf(scene, one.collection.events);
  shown.push({ name, one, quality });

  test('looks as it did', async () => {
    if (one.hashed) {
      const hash = createHash('sha256').update(svg).digest('hex');
      await expect(`${hash}\n`).toMatchFileSnapshot(`./${name}.sha256`);
    } else await expect(svg).toMatchFileSnapshot(`./${name}.svg`);
  });

  test('has no text over another and none cut off, and titles at their marks', () => {
    const { overlapping, clipped, displacement } = quality;
    expect({ overlapping, clipped }).toEqual({ overlapping: [], clipped: [] });
    // Where time runs downwards, thin lines lead to titles in a column of their own.
    if (one.options.layout !== 'vertical') expect(displacement).toBeLessThan(12);
  });

  test('is the same when painted again', () => {
    expect(paint(one).svg).toBe(svg);
  });

  test('is well-formed and asks for nothing from outside', (context) => {
    expect(svg).not.toMatch(
      /\sclass=|\sstyle=|<style|var\(|foreignObject|url\((?!#)|href=|NaN|undefined|Infinity/,
    );
    const fault = xmlFault(svg);
    if (fault === null) return context.skip('xmllint is not installed');
    expect(fault).toBe('');
  });

  test('is drawn by librsvg', (context) => {
    const answer = draws(svg);
    if (answer === null) return context.skip('rsvg-convert is not installed');
    expect(answer).toEqual({ fault: '', width: scene.width, height: scene.height });
  });
});

test('the page of the gallery shows every case with its figures', async () => {
  await expect(pageOf(shown)).toMatchFileSnapshot('./index.html');
});
