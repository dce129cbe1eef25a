import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { curateTexts } from '../../src/state/curateTexts.ts';
import { exportTexts } from '../../src/state/exportTexts.ts';
import { keepTexts } from '../../src/state/keepTexts.ts';
import { LANGUAGES } from '../../src/state/texts.ts';
import { root } from '../../src/tooling/project.mjs';

/** What shows texts, without the files that hold them. */
const sources = ['src/ui', 'src/state']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((name) => /\.(?:ts|svelte)$/.test(name) && !/(?:[tT]exts|german)\.ts$/.test(name))
  .map((name) => readFileSync(join(root, name), 'utf8'))
  .join('\n');
const words = new Set([...sources.matchAll(/[.{,]\s*(\w+)/g)].map(([, name]) => name));
/** Of the sets of categories, by their keys. */
const bySet = /^(?:general|health|own)(?:About)?$/;
/** Objects of texts of which one is looked up by a value: `t.standing[standing]`. */
const lookedUp = new Set([...sources.matchAll(/\.(\w+)\s*(?:\?\.)?\[/g)].map(([, name]) => name));

/** Paths of texts whose key stands nowhere: nobody can show them. */
function unused(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (!words.has(key) && !bySet.test(key)) return [at];
    return typeof value === 'object' && value !== null && !lookedUp.has(key) ? unused(value, at) : [];
  });
}

test('every text is shown somewhere', async () => {
  const all = {
    texts: await LANGUAGES.en.texts(),
    curate: curateTexts.en,
    keep: keepTexts.en,
    export: exportTexts.en,
  };
  expect(
    Object.entries(all).flatMap(([name, texts]) => unused(texts).map((path) => `${name}: ${path}`)),
  ).toEqual([]);
  expect(unused({ nobodyAsksForThis: '' })).toEqual(['nobodyAsksForThis']);
});
