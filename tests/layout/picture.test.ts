import { describe, expect, test } from 'vitest';
import { layoutPicture } from '../../src/layout/picture.ts';
import type { Collection } from '../../src/model/collection.ts';
import { toDays } from '../../src/model/days.ts';
import { paintSvg } from '../../src/render/svg.ts';
import type { Mark, Text } from '../../src/scene/scene.ts';
import { DARK, LIGHT } from '../../src/scene/theme.ts';
import { categories, chance, collection, told } from '../gallery/case.ts';

const options = { theme: LIGHT, width: 1000, height: 700 };
const sample = collection('Bridges', categories('Openings', 'Closures'), [
  told('1932-03-19', 'openings', 'Arch opened', { document: 'a.txt' }),
  told('1964', 'openings', 'Second crossing', { document: 'b.txt' }),
  told('1971/..', 'closures', 'Old bridge closed', { document: 'b.txt' }),
  told('1990-05', 'strays', 'Nobody knows the kind', { document: 'c.txt' }),
]);

function* flat(marks: readonly Mark[]): Generator<Mark> {
  for (const mark of marks) {
    yield mark;
    if (mark.kind === 'group') yield* flat(mark.marks);
  }
}
const words = (picture: { scene: { marks: readonly Mark[] } }) =>
  [...flat(picture.scene.marks)]
    .filter((mark): mark is Text => mark.kind === 'text')
    .map((text) => text.text);
const eventsOf = (picture: { metadata: string }): string[] =>
  JSON.parse(picture.metadata).events.map((event: { title: string }) => event.title);

describe('layoutPicture', () => {
  test('has title, counts, legend, what the marks mean and the sources', () => {
    const picture = layoutPicture(sample, options);
    expect(words(picture)).toEqual(
      expect.arrayContaining([
        'Bridges',
        '4 events · 3 documents · 1932 – 1990',
        'Openings',
        'Closures',
        'a day',
        'somewhere within',
        'open end',
        'Sources: a.txt (20 May 2024); b.txt (20 May 2024); c.txt (20 May 2024)',
      ]),
    );
    expect(picture.title).toBe('Bridges');
    expect(picture.description).toContain('Openings 2, Closures 1, strays 1.');
  });

  test('is as large as asked for, and painted on the theme’s paper', () => {
    const { scene } = layoutPicture(sample, { ...options, theme: DARK });
    expect([scene.width, scene.height, scene.background]).toEqual([1000, 700, DARK.paper]);
  });

  test('without a height it is as high as it takes, and names no less', () => {
    const { height: _, ...free } = options;
    const picture = layoutPicture(sample, free);
    expect(picture.scene.height).toBeLessThan(options.height);
    expect(Number.isInteger(picture.scene.height)).toBe(true);
    expect(words(picture)).toEqual(
      expect.arrayContaining([
        'Arch opened',
        'Second crossing',
        'Old bridge closed',
        'Nobody knows the kind',
      ]),
    );
    const bottom = Math.max(
      ...[...flat(picture.scene.marks)].map((mark) => (mark.kind === 'text' ? mark.y : 0)),
    );
    expect(picture.scene.height - bottom).toBeLessThan(30);
  });

  test('leaves out what was dismissed and shows what was edited', () => {
    const edited: Collection = {
      ...sample,
      edits: [
        { kind: 'event', event: 'e1', dismissed: true },
        { kind: 'event', event: 'e2', title: 'A second bridge', category: 'closures' },
      ],
    };
    const picture = layoutPicture(edited, options);
    expect(eventsOf(picture)).toEqual(['A second bridge', 'Old bridge closed', 'Nobody knows the kind']);
    expect(picture.description).toContain('Closures 2');
  });

  test('a category that is not listed has a lane all the same', () => {
    expect(words(layoutPicture(sample, options))).toContain('strays');
  });

  test('categories and events can be chosen', () => {
    expect(eventsOf(layoutPicture(sample, { ...options, categories: ['closures'] }))).toEqual([
      'Old bridge closed',
    ]);
    expect(eventsOf(layoutPicture(sample, { ...options, events: new Set(['e1', 'e3']) }))).toEqual([
      'Arch opened',
      'Old bridge closed',
    ]);
  });

  test('a part of the time shows and lists what lies in it, and says so', () => {
    const picture = layoutPicture(sample, { ...options, from: toDays(1960), to: toDays(1972) });
    expect(eventsOf(picture)).toEqual(['Second crossing', 'Old bridge closed']);
    expect(words(picture)).toContain('2 of 4 events · 1 document · 1960 – 1971');
  });

  test('R24 the metadata holds no text of the documents', () => {
    const secret: Collection = {
      ...sample,
      documents: sample.documents.map((document) => ({ ...document, text: 'Told in confidence' })),
    };
    expect(layoutPicture(secret, options).metadata).not.toContain('in confidence');
  });

  test('R24 writes the same bytes whatever the order of keys and of events', () => {
    const turned: Collection = {
      ...sample,
      events: sample.events
        .toReversed()
        .map((event) => Object.fromEntries(Object.entries(event).reverse())) as never,
    };
    const write = (of: Collection) => {
      const { scene, ...about } = layoutPicture(of, options);
      return paintSvg(scene, about);
    };
    expect(write(turned)).toBe(write(sample));
  });

  test('of very many events it lists those that are drawn, and says how many there are', () => {
    const random = chance(2);
    const many = collection(
      'Many',
      categories('Openings'),
      Array.from({ length: 6000 }, (_, i) =>
        told(String(1800 + Math.floor(random() * 200)), 'openings', `Event ${i}`, { salience: random() }),
      ),
    );
    const { metadata } = layoutPicture(many, options);
    const data = JSON.parse(metadata);
    expect(data.eventsInView).toBe(6000);
    expect(data.events.length).toBeGreaterThan(0);
    expect(data.events.length).toBeLessThan(1000);
  });

  test.each([320, 390, 1440])('words stay inside a picture %i px wide', (width) => {
    const long: Collection = {
      ...sample,
      name: 'A very long name for a collection of bridges, tunnels and fords'.repeat(3),
    };
    const { scene } = layoutPicture(long, { ...options, width });
    const header = scene.marks.filter(
      (mark) => mark.kind === 'group' && (mark.key === 'header' || mark.key === 'footer'),
    );
    for (const mark of flat(header)) {
      if (mark.kind !== 'text') continue;
      expect(mark.x).toBeGreaterThanOrEqual(0);
      expect(mark.x).toBeLessThan(width);
    }
  });

  test('an empty collection is a picture too', () => {
    const empty = collection('', categories('Openings'), []);
    const picture = layoutPicture(empty, options);
    expect(picture.title).toBe('Timeline');
    expect(words(picture)).toContain('0 events');
    expect(() => paintSvg(picture.scene, picture)).not.toThrow();
  });

  test('refuses a size or a span that is none', () => {
    expect(() => layoutPicture(sample, { ...options, width: 0 })).toThrow('expected more than 0');
    expect(() => layoutPicture(sample, { ...options, from: 5, to: 5 })).toThrow('expected a later end');
  });
});
