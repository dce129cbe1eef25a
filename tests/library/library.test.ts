import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import * as library from '../../src/library.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** What an entry exports, by name, with the file that declares it. */
function exportsOf(path: string): Map<string, string> {
  const found = new Map<string, string>();
  const text = read(path);
  for (const [, names = '', from] of text.matchAll(/export (?:type )?\{([^}]*)\}(?: from '([^']+)')?/g)) {
    for (const name of names.split(',')) {
      const plain = name.trim().replace(/^type /, '');
      if (plain !== '') found.set(plain, from ? join(dirname(path), from) : path);
    }
  }
  return found;
}

const exported = new Map([...exportsOf('src/library.ts'), ...exportsOf('src/element.ts')]);

/** Whether the declaration of a name follows a doc comment; names that are passed on are looked for where they come from. */
function isDocumented(name: string, path: string): boolean {
  const text = read(path);
  const passed = exportsOf(path).get(name);
  if (passed && passed !== path) return isDocumented(name, passed);
  const at = new RegExp(
    `^export (?:declare )?(?:async )?(?:function\\*?|const|interface|type|class) ${name}\\b`,
    'm',
  ).exec(text)?.index;
  return at !== undefined && text.slice(0, at).trimEnd().endsWith('*/');
}

describe('the library', () => {
  test.each([...exported])('%s is documented where it is declared', (name, path) => {
    expect(isDocumented(name, path)).toBe(true);
  });

  test('is what the README names, and nothing else', () => {
    const reference = /## For other programs(.*?)\n## /s.exec(read('README.md'))?.[1] ?? '';
    const cells = reference.slice(reference.indexOf('### API')).matchAll(/`([A-Za-z_]\w+)(?:`|\()/g);
    expect([...new Set(Array.from(cells, ([, name]) => name))].sort()).toEqual([...exported.keys()].sort());
  });

  test('puts ready events, those in archives too, beside what documents tell', async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const collection = await library.extract([
      { name: 'mill.txt', text: 'On 3 March 1921 the mill at Aldern burned down.' },
      { name: 'list.csv', text: 'date,title\n1907-05,Work begins\n' },
      { name: 'more.zip', bytes: zipSync({ 'days.ndjson': bytes('{"date":"1950","title":"Closed"}\n') }) },
    ]);
    expect(collection.events.map(({ time }) => time.edtf)).toEqual(['1907-05', '1921-03-03', '1950']);
    expect(collection.problems).toEqual([]);
  });

  test('reads, lays out and paints in a few lines', async () => {
    const {
      createStore,
      dateInWords,
      extract,
      fitView,
      LIGHT,
      layoutTimeline,
      paintSvg,
      readEvents,
      svgOf,
      write,
    } = library;
    const text = 'The mill at Aldern\n\nOn 3 March 1921 the mill burned down. It was rebuilt in 1923.';
    const collection = await extract([{ name: 'mill.txt', text }], { name: 'Mill' });
    expect(collection.events.map(({ time }) => dateInWords(time))).toEqual(['3 March 1921', '1923']);
    const store = createStore(collection.events);
    const { scene, lanes } = layoutTimeline({
      store,
      categories: collection.categories,
      view: fitView(store, 800, 300),
      theme: LIGHT,
      selected: null,
      found: null,
      locale: 'en',
    });
    expect(lanes.reduce((sum, lane) => sum + lane.inView, 0)).toBe(collection.events.length);
    expect(paintSvg(scene)).toContain('1921');
    const svg = svgOf(collection, { width: 700 });
    const again = await readEvents({ name: 'mill.svg', bytes: new TextEncoder().encode(svg) });
    expect(again.collection?.events).toEqual(collection.events);
    expect(await write(collection, 'csv')).toContain('1921-03-03');
  });
});
