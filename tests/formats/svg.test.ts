import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listCollection } from '../../src/formats/list.ts';
import { isSvg, readSvg } from '../../src/formats/svg.ts';
import { layoutPicture } from '../../src/layout/picture.ts';
import type { Collection } from '../../src/model/collection.ts';
import { currentEvents } from '../../src/model/current.ts';
import type { Document } from '../../src/model/document.ts';
import { paintSvg } from '../../src/render/svg.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { arbitraryEvents } from './arbitrary.ts';

function pictureOf(collection: Collection): string {
  const { scene, ...about } = layoutPicture(collection, { theme: LIGHT, width: 800 });
  return paintSvg(scene, about);
}

/** Events whose passages stand one after the other in the documents that they name. */
const collections = arbitraryEvents.map((events): Collection => {
  const texts = new Map<string, string>();
  const laid = events.map((event) => ({
    ...event,
    category: 'mill-2',
    sources: event.sources.map((source) => {
      const before = `${texts.get(source.document) ?? ''}Then: `;
      const start = before.length;
      const end = start + source.quote.length;
      texts.set(source.document, `${before}${source.quote}.\n`);
      const mention = source.mention && { ...source.mention, start, end, text: source.quote };
      return { ...source, start, end, mention };
    }),
  }));
  const documents = [...texts].map(
    ([id, text]): Document => ({
      id,
      name: id,
      title: 'Told',
      text,
      format: 'text',
      date: { edtf: '1931', origin: 'printed', reason: 'it says so', at: { start: 0, end: 4 } },
    }),
  );
  return { ...listCollection('Some <events>', laid, []), documents };
});

describe('readSvg', () => {
  test('gives back the events of a picture as they were left, with every passage where it stood', () => {
    fc.assert(
      fc.property(collections, (collection) => {
        const svg = pictureOf(collection);
        expect(isSvg(svg)).toBe(true);
        const { collection: again, problems, leftOut } = readSvg(svg, 'chart.svg');
        expect({ problems, leftOut }).toEqual({ problems: [], leftOut: [] });
        expect(again?.name).toBe(collection.name);
        expect(new Set(again?.events)).toEqual(new Set(currentEvents(collection)));
        for (const event of again?.events ?? []) {
          for (const source of event.sources) {
            const text = again?.documents.find(({ id }) => id === source.document)?.text ?? '';
            expect(text.slice(source.start, source.end)).toBe(source.quote);
          }
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  const small = pictureOf({
    dateline: 2,
    name: 'Mills & <more>',
    documents: [],
    events: [],
    categories: [],
    edits: [],
    problems: [],
  });

  test('reads what another program saved again', () => {
    const saved = small
      .replace('<metadata id="dateline-data">', "<svg:metadata\n     id='dateline-data'>")
      .replace('</metadata>', '</svg:metadata>')
      .replace(/&lt;/g, '&#x3C;')
      .replace(/&amp;/g, '&#38;');
    expect(readSvg(saved, 'a.svg').collection?.name).toBe('Mills & <more>');
    const json = JSON.stringify(JSON.parse('{"a":1}'));
    const plain = `<svg><metadata id="dateline-data"><![CDATA[${json}]]></metadata></svg>`;
    expect(readSvg(plain, 'a.svg').problems[0]?.message).toContain('expected');
  });

  test.each([
    ['<svg></svg>', 'found a picture without data, expected an SVG file that Dateline wrote'],
    ['<svg><metadata id="dateline-data">{</metadata></svg>', 'found data that is not JSON'],
    ['<svg><metadata id="dateline-data">[1]</metadata></svg>', 'found data that is no object'],
    [
      '<svg><metadata id="dateline-data">{"dateline":1,"name":"x","categories":[],"documents":[],"events":[{"sources":[{"document":"a","start":1e15,"quote":"x"}]}]}</metadata></svg>',
      'events[0].id',
    ],
  ])('says what is wrong with %s', (svg, message) => {
    const { collection, problems } = readSvg(svg, 'a.svg');
    expect(collection).toBeNull();
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
  });

  test('says how many events a picture shows and does not list', () => {
    const svg = small.replace('"eventsInView":0', '"eventsInView":7');
    expect(readSvg(svg, 'a.svg').leftOut[0]?.message).toContain('the picture shows 7 events and lists the 0');
  });
});

test('a picture is told from other XML', () => {
  expect(isSvg('<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>')).toBe(true);
  expect(isSvg('\ufeff<?xml version="1.0"?>\n<!-- by hand -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg>')).toBe(
    true,
  );
  expect(isSvg('<?xml version="1.0"?><rss></rss>')).toBe(false);
  expect(isSvg('An <svg> is a picture.')).toBe(false);
});
