import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findLeaks, readTable } from './imports.ts';

const SRC = join(import.meta.dirname, '../src');
const table = readTable(readFileSync(join(SRC, 'README.md'), 'utf8'));

function sources(endings: RegExp): Map<string, string> {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => endings.test(path));
  return new Map(
    paths.map((path) => [relative('.', path).split(sep).join('/'), readFileSync(join(SRC, path), 'utf8')]),
  );
}

describe('the table of src/README.md', () => {
  test('has a row for every folder and is kept by every import', () => {
    expect(findLeaks(sources(/\.(ts|mjs|js|svelte)$/), table)).toEqual([]);
  });

  test('lets nothing import cli or tooling, and only the entry of the page import ui', () => {
    const names = [...table.values()].flat().map((permission) => permission.name.split('/')[0]);
    expect([...table].filter(([, row]) => row.some(({ name }) => name === 'ui'))).toHaveLength(1);
    expect(table.get('main.ts')?.map((permission) => permission.name)).toContain('ui');
    expect(names).not.toContain('cli');
    expect(names).not.toContain('tooling');
    expect(table.size).toBeGreaterThan(10);
  });
});

describe('a planted leak is found', () => {
  const leaksOf = (path: string, text: string) => findLeaks(new Map([[path, text]]), table);

  test.each([
    ['model/x.ts', "import { extract } from '../extract/pipeline.ts';", 'extract/pipeline'],
    ['model/x.ts', "import type { Scene } from '../scene/scene.ts';", 'scene/scene'],
    ['model/x.ts', "export * from '../store/store.ts';", 'store/store'],
    ['scene/x.ts', "import { toDays } from '../model/days.ts';", 'model/days'],
    ['render/x.ts', "const x = await import('../layout/timeline.ts');", 'layout/timeline'],
    ['extract/x.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['extract/pipeline.ts', "import * as chrono from 'chrono-node/en';", 'chrono-node'],
    ['layout/x.ts', "import { zoom } from 'd3-zoom';", 'd3-zoom'],
    ['ui/x.ts', "import { zoom } from 'd3-zoom';", 'd3-zoom'],
    ['state/x.svelte.ts', "import { run } from '../worker/run.ts';", 'worker/run'],
    [
      'ui/X.svelte',
      '<script lang="ts">\nimport { layout } from \'../layout/timeline.ts\';\n</script>\n<p>hi</p>',
      'layout/timeline',
    ],
    ['state/x.ts', "new Worker(new URL('../cli/dateline.ts', import.meta.url))", 'cli/dateline'],
    ['store/x.ts', "import lodash from 'lodash';", 'lodash'],
  ])('%s: %s', (path, text, target) => expect(leaksOf(path, text)).toEqual([`${path} imports ${target}`]));

  test('in a folder that has no row', () =>
    expect(leaksOf('misc/x.ts', '')).toEqual(['misc/x.ts is in a folder without a row']));

  test.each([
    ['model/x.ts', "import { toDays } from './days.ts';"],
    ['extract/dates/x.ts', "import { en } from 'chrono-node/en';"],
    ['ui/gestures/x.ts', "import { zoom } from 'd3-zoom';"],
    ['state/x.svelte.ts', "import { extractInWorker } from '../worker/client.ts';"],
    ['cli/x.ts', "import { join } from 'node:path';"],
    ['model/x.ts', "// import x from 'lodash'\nconst text = \"import y from 'lodash'\";"],
  ])('and what is allowed is not: %s: %s', (path, text) => expect(leaksOf(path, text)).toEqual([]));
});

describe('Svelte files', () => {
  test('print no raw HTML', () => {
    const raw = [...sources(/\.svelte$/)].filter(([, text]) => /\{@html\b/.test(text)).map(([path]) => path);
    expect(raw).toEqual([]);
  });

  test('wait for promises with Given alone: what Svelte waits for itself, it keeps for the life of the page', () => {
    const waiting = [...sources(/\.svelte$/)].filter(([, text]) => /\{#await\b/.test(text));
    expect(waiting.map(([path]) => path)).toEqual([]);
  });

  test('name groups of radio buttons always the same, unless a form ends them: a browser keeps every name', () => {
    const fresh = [...sources(/\.svelte$/)].filter(([, text]) =>
      /type="radio"[^>]*name="?\{id\}/.test(text.replace(/<form\b[\s\S]*?<\/form>/g, '')),
    );
    expect(fresh.map(([path]) => path)).toEqual([]);
  });
});
