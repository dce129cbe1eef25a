import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeJson } from '../../src/formats/json.ts';
import type { Collection } from '../../src/model/collection.ts';
import folded from '../gallery/cases/folded.ts';
import { eventOf, OTHER, smallCollection } from '../model/events.ts';
import { builtCommandLine, dateline, folderOf, spawned } from './dateline.ts';

beforeAll(builtCommandLine, 60_000);

const FIRES = { ...OTHER, key: 'fire', name: 'Fires', colour: '#c4553b' };
const collection: Collection = {
  ...smallCollection(),
  categories: [OTHER, FIRES],
  events: [
    eventOf('a', '1921-03-03', { title: 'Mill at Aldern burns down', category: 'fire' }),
    eventOf('b', '1934', { title: 'Mill is built again' }),
    eventOf('c', '1950-05/..', { title: 'Museum opens <free> & "open"' }),
  ],
  edits: [{ kind: 'event', event: 'b', title: 'Mill rises again' }],
};
const files = () => folderOf({ 'mill.json': writeJson(collection) });

describe('dateline render', () => {
  test('draws the events with their titles, edits applied', async () => {
    const folder = files();
    const { code, stdout, stderr } = await dateline(folder, ['render', 'mill.json', '-o', 'chart.svg']);
    expect([code, stdout, stderr]).toEqual([0, '', '']);
    const svg = readFileSync(join(folder, 'chart.svg'), 'utf8');
    expect(svg).toMatch(/^<\?xml [^>]*\?>\n<svg [^>]*width="1280" height="800"/);
    expect(svg).toContain('Mill at Aldern burns down');
    expect(svg).toContain('Mill rises again');
    expect(svg).not.toContain('Mill is built again');
  });

  test.runIf(spawnSync('xmllint', ['--version']).status === 0)('writes well-formed XML', async () => {
    const folder = files();
    await dateline(folder, ['render', 'mill.json', '-o', 'chart.svg', '--theme', 'dark']);
    expect(() => execFileSync('xmllint', ['--noout', join(folder, 'chart.svg')])).not.toThrow();
  });

  test('writes the same bytes to stdout as to a file, in any time zone', async () => {
    const folder = files();
    const { stdout } = await dateline(folder, ['render', 'mill.json']);
    const env = { TZ: 'America/St_Johns' };
    await spawned(folder, ['render', 'mill.json', '-o', 'chart.svg'], { env });
    expect(readFileSync(join(folder, 'chart.svg'), 'utf8')).toBe(stdout);
  });

  test('arranges time as it is asked to, as high as it needs', async () => {
    const folder = files();
    const heightOf = async (...words: string[]) => {
      const { stdout } = await dateline(folder, ['render', 'mill.json', ...words]);
      return Number(/<svg [^>]*height="(\d+)"/.exec(stdout)?.[1]);
    };
    expect(await heightOf()).toBe(800);
    expect(await heightOf('--layout', 'vertical')).toBeLessThan(600);
    expect(await heightOf('--layout', 'vertical', '--height', '900')).toBe(900);
    expect(await heightOf('--layout', 'poster')).toBeLessThan(600);
    const low = await dateline(folder, ['render', 'mill.json', '--layout', 'poster', '--size', '800x200']);
    expect([low.code, low.stderr]).toEqual([0, expect.stringContaining('so it has lanes')]);
    const { code, stderr } = await dateline(folder, ['render', 'mill.json', '--layout', 'spiral']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('--layout: found "spiral", expected lanes, poster, vertical'),
    ]);
  });

  test('arranges the lanes as it is asked to', async () => {
    const folder = files();
    const draw = async (...words: string[]) =>
      (await dateline(folder, ['render', 'mill.json', ...words])).stdout;
    const named = (svg: string) => [...svg.matchAll(/<g id="lane-([^"]+)">/g)].map(([, key]) => key);
    const given = await draw();
    expect(named(given)).toEqual(['other', 'fire']);
    expect(await draw('--group', 'category', '--order', 'given')).toBe(given);
    const moved = await draw('--order', 'fire', '--collapse', 'other', '--lane-height', 'fire=300');
    expect(named(moved)).toEqual(['fire', 'other']);
    expect(moved).not.toContain('Museum opens &lt;free&gt; &amp; "open"</text>');
    expect(named(await draw('--group', 'source'))).not.toContain('fire');
  }, 20_000);

  test.each([
    ['--group', 'mood', '--group: found "mood", expected category, actor, place, source'],
    ['--lane-height', 'fire', '--lane-height: found "fire", expected KEY=PX'],
    ['--lane-height', 'fire=tall', '--lane-height: found "tall", expected a whole number'],
  ])('refuses lanes that make no sense: %s %s', async (option, value, problem) => {
    const { code, stderr } = await dateline(files(), ['render', 'mill.json', option, value]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(problem)]);
  });

  test('writes dates in the language that is asked for, and refuses what is none', async () => {
    const folder = files();
    const { stdout } = await dateline(folder, ['render', 'mill.json', '--locale', 'de']);
    expect(stdout).toContain('3. März 1921');
    const { code, stderr } = await dateline(folder, ['render', 'mill.json', '--locale', 'not a tag']);
    expect(stderr).toContain('--locale: found not a tag, expected a language tag such as de or en-GB');
    expect(code).toBe(2);
  });

  test('keeps to the span, the categories, the theme and the size', async () => {
    const folder = files();
    const draw = async (...words: string[]) =>
      (await dateline(folder, ['render', 'mill.json', ...words])).stdout;
    expect(await draw('--from', '1930', '--to=1940')).not.toContain('Mill at Aldern');
    expect(await draw('--from', '1930', '--to=1940')).toContain('Mill rises again');
    expect(await draw('--category', 'fire')).not.toContain('Mill rises again');
    expect(await draw('--category', 'fire', '--category', 'other')).toBe(await draw());
    expect(await draw('--width', '640', '--height', '400')).toContain('width="640" height="400"');
    expect(await draw('--theme', 'dark')).not.toBe(await draw('--theme', 'light'));
  });

  test('folds long silences, and draws larger letters', async () => {
    const folder = folderOf({ 'pelican.json': writeJson(folded.collection) });
    const draw = async (...words: string[]) =>
      (await dateline(folder, ['render', 'pelican.json', ...words])).stdout;
    const [plain, torn, large] = await Promise.all([draw(), draw('--fold'), draw('--scale', '150')]);
    expect(plain).not.toContain('390 years');
    expect(torn).toContain('390 years');
    expect(large).toContain('font-size="18"');
    expect(large).toContain('width="1280" height="800"');
    const refused = await dateline(folder, ['render', 'pelican.json', '--scale', '1.5']);
    expect(refused.stderr).toContain('--scale: found "1.5", expected a whole number from 50 to 400');
  });

  test('draws an empty span before Christ, and a collection without events', async () => {
    const folder = folderOf({
      'mill.json': writeJson(collection),
      'none.json': writeJson({ ...collection, events: [], edits: [] }),
    });
    for (const words of [['none.json'], ['mill.json', '--to', '-0043'], ['mill.json', '--from', '2100']]) {
      const { code, stdout, stderr } = await dateline(folder, ['render', ...words]);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/<\/svg>\n$/);
    }
  });
});

describe('dateline render refuses', () => {
  test.each<[words: string[], code: number, said: RegExp]>([
    [['gone.json'], 1, /^dateline: gone\.json: could not be read: no such file or folder\n$/],
    [
      ['bad.json'],
      1,
      /^dateline: bad\.json: events\[0\]\.time\.edtf: found the month 33 in "1921-33-03", expected .*\ndateline: bad\.json: not drawn\n$/,
    ],
    [
      ['text.json'],
      1,
      /^dateline: text\.json: found text that is not JSON .*expected a Dateline collection\n/,
    ],
    [['newer.json'], 1, /^dateline: newer\.json: dateline: found version 3, expected 2 at most/],
    [[], 2, /found 0 paths, expected one timeline/],
    [['mill.json', 'mill.json'], 2, /found 2 paths/],
    [['mill.json', '--from', 'soon'], 2, /--from: found "soon", expected an EDTF date/],
    [
      ['mill.json', '--from', '1940', '--to', '1930'],
      2,
      /--to: found 1930, expected a day that is not before --from 1940/,
    ],
    [['mill.json', '--category', 'flood'], 2, /--category: found "flood", expected other, fire/],
    [['mill.json', '--theme', 'pink'], 2, /--theme: found "pink", expected light, dark, print/],
    [['mill.json', '--width', '5'], 2, /--width: found "5", expected a whole number from 200 to 20000/],
    [['mill.json', '--height', 'tall'], 2, /--height: found "tall"/],
    [['mill.json', '--output'], 2, /--output needs a value/],
  ])('%j', async (words, code, said) => {
    const text = writeJson(collection);
    const folder = folderOf({
      'mill.json': text,
      'bad.json': text.replaceAll('1921-03-03', '1921-33-03'),
      'newer.json': text.replace('"dateline": 2', '"dateline": 3'),
      'text.json': 'On 3 March 1921 …',
    });
    const ended = await dateline(folder, ['render', ...words]);
    expect(ended.stderr).toMatch(said);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toBe('');
  });
});
