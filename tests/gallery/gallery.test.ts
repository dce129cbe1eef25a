import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { layoutPicture } from '../../src/layout/picture.ts';
import { paintSvg } from '../../src/render/svg.ts';
import { draws, xmlFault } from '../render/programs.ts';
import type { Case } from './case.ts';
import { pageOf } from './page.ts';
import { qualityOf } from './quality.ts';

const modules = import.meta.glob<{ default: Case }>('./cases/*.ts', { eager: true });
const cases = Object.entries(modules).map(
  ([path, module]) => [path.replace(/^.*\/(.*)\.ts$/, '$1'), module.default] as const,
);

function paint(one: Case): string {
  const { scene, ...about } = layoutPicture(one.collection, one.options);
  return paintSvg(scene, about);
}

describe.each(cases)('gallery: %s', (name, one) => {
  const svg = paint(one);

  test('looks as it did', async () => {
    if (one.hashed) {
      const hash = createHash('sha256').update(svg).digest('hex');
      await expect(`${hash}\n`).toMatchFileSnapshot(`./${name}.sha256`);
    } else await expect(svg).toMatchFileSnapshot(`./${name}.svg`);
  });

  test('has no text over another and none cut off, and titles at their marks', () => {
    const { overlapping, clipped, displacement } = qualityOf(
      layoutPicture(one.collection, one.options).scene,
      one.collection.events,
    );
    expect({ overlapping, clipped }).toEqual({ overlapping: [], clipped: [] });
    // Where time runs downwards, thin lines lead to titles in a column of their own.
    if (one.options.layout !== 'vertical') expect(displacement).toBeLessThan(12);
  });

  test('is the same when painted again', () => {
    expect(paint(one)).toBe(svg);
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
    const { width, height } = layoutPicture(one.collection, one.options).scene;
    expect(answer).toEqual({ fault: '', width, height });
  });
});

test('the page of the gallery shows every case with its figures', async () => {
  const shown = cases.map(([name, one]) => ({
    name,
    one,
    quality: qualityOf(layoutPicture(one.collection, one.options).scene, one.collection.events),
  }));
  await expect(pageOf(shown)).toMatchFileSnapshot('./index.html');
});
