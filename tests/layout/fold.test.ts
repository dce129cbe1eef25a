import { describe, expect, test } from 'vitest';
import { glyphIn, lengthInWords } from '../../src/layout/fold.ts';
import { layoutOverview } from '../../src/layout/overview.ts';
import { layoutPicture } from '../../src/layout/picture.ts';
import { toDays } from '../../src/model/days.ts';
import type { TimelineEvent } from '../../src/model/event.ts';
import { boundsOf, overlaps } from '../../src/scene/bounds.ts';
import type { Group, Line, Mark, Text } from '../../src/scene/scene.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { columnsOf, type Fold, foldOver } from '../../src/store/fold.ts';
import { createStore } from '../../src/store/memory.ts';
import { chance } from '../gallery/case.ts';
import folded from '../gallery/cases/folded.ts';
import { event } from './events.ts';
import { eventsOf, groupOf, lay } from './look.ts';

const events: readonly TimelineEvent[] = folded.collection.events;
const fold = foldOver(columnsOf(events)) as Fold;
const store = createStore(events, undefined, fold);
const bare = createStore(events);
const { categories } = folded.collection;

const textsIn = (group: Group): Text[] => group.marks.filter((mark): mark is Text => mark.kind === 'text');

describe('R27 a fold', () => {
  test('is a band with torn edges and its length in words, where nothing else of the axis stands', () => {
    const layout = lay(store, { categories });
    expect(layout.folds).toHaveLength(1);
    const [box] = layout.folds;
    const labels = textsIn(groupOf(layout, 'axis-labels'));
    const words = labels.find((text) => text.text === '390 years')!;
    const bounds = boundsOf(words)!;
    expect(bounds.x + bounds.width / 2).toBeCloseTo(box!.x + box!.width / 2, 0);
    for (const other of labels) if (other !== words) expect(overlaps(bounds, boundsOf(other)!)).toBe(false);
    const lines = groupOf(layout, 'grid').marks.filter((mark): mark is Line => mark.kind === 'line');
    expect(lines.some((line) => line.x1 > box!.x + 1 && line.x1 < box!.x + box!.width - 1)).toBe(false);
    expect(lay(bare, { categories }).folds).toEqual([]);
  });

  test('keeps its words in sight when it is wider than the view', () => {
    const [band] = fold.bands;
    const length = band!.end - band!.start;
    const layout = lay(store, {
      categories,
      start: band!.start + length * 0.4,
      end: band!.start + length * 0.6,
    });
    const words = textsIn(groupOf(layout, 'axis-labels')).filter((text) => text.text === '390 years');
    expect(words).toHaveLength(1);
    expect(layout.folds).toEqual([expect.objectContaining({ x: layout.plot.x, width: layout.plot.width })]);
  });

  test('is clear of the line that only counts figures, and this line takes no more than it needs', () => {
    const told = events.map((one, i) => ({
      ...one,
      figures: [{ label: 'cargo', value: 10 + i, unit: 't', period: one.time.edtf.slice(0, 4) }],
    }));
    const figured = createStore(told, undefined, fold);
    for (const [width, height] of [
      [960, 330],
      [390, 330],
    ] as const) {
      const layout = lay(figured, { categories, width, height });
      const words: Text[] = [];
      const search = (marks: readonly Mark[]): void => {
        for (const mark of marks) {
          if (mark.kind === 'group') search(mark.marks);
          else if (mark.kind === 'text' && /figures|in t$/i.test(mark.text)) words.push(mark);
        }
      };
      search(layout.scene.marks);
      expect(words.length).toBeGreaterThan(0);
      for (const word of words)
        for (const box of layout.folds) expect(overlaps(boundsOf(word)!, box)).toBe(false);
      const last = layout.lanes.at(-1)!;
      const top = Math.min(...words.map((word) => boundsOf(word)!.y));
      expect(layout.plot.y + layout.plot.height - top).toBeLessThanOrEqual(38);
      expect(top).toBeGreaterThanOrEqual(last.y + last.height);
    }
  });

  test('has a length in the words of the language', () => {
    expect(lengthInWords(393 * 365.2425, 'en')).toBe('393 years');
    expect(lengthInWords(393 * 365.2425, 'de')).toBe('393 Jahre');
    expect(lengthInWords(550, 'en')).toBe('18 months');
    expect(lengthInWords(40, 'de')).toBe('40 Tage');
    expect(lengthInWords(4.5e9 * 365.2425, 'en')).toBe('4.5 billion years');
    expect(lengthInWords(1924 * 365.2425, 'not a tag')).toBe('1,924 years');
  });

  test('lets through what lasts over it, from its first day to its last', () => {
    const layout = lay(store, { categories });
    const [box] = layout.folds;
    const wreck = events.find(({ title }) => title === 'Lies on the bottom')!;
    const hit = layout.hits.find(({ id }) => id === wreck.id)!;
    expect(hit.x).toBeLessThan(box!.x);
    expect(hit.x + hit.width).toBeGreaterThan(box!.x + box!.width);
    const glyph = glyphIn(store, wreck);
    expect([glyph.start, glyph.end]).toEqual([
      fold.toFolded(wreck.time.start),
      fold.toFolded(wreck.time.end),
    ]);
    expect(glyph.at).toBe((glyph.start + glyph.end) / 2);
  });
});

describe('R28 time around a fold', () => {
  test('is right: every event stands between the ticks of its own year', () => {
    const layout = lay(store, { categories });
    const { plot } = layout;
    const { start, end } = { start: store.extent!.start, end: store.extent!.end };
    expect([fold.toReal(start), fold.toReal(end)]).toEqual([bare.extent!.start, bare.extent!.end]);
    const labels = textsIn(groupOf(layout, 'axis-labels')).filter((text) => /^\d{4}$/.test(text.text));
    const view = { start: layout.overview!.start, end: layout.overview!.end };
    const scale = plot.width / (view.end - view.start);
    for (const { text, x } of labels) {
      const from = plot.x + (fold.toFolded(toDays(Number(text))) - view.start) * scale;
      // The coarse label at the left edge, or after a fold, is of a year that began out of sight.
      if (Math.abs(x - 6 - from) > 0.6) expect(['1624', '2019']).toContain(text);
    }
    for (const { id, mark } of eventsOf(layout)) {
      const { time } = events.find((one) => one.id === id)!;
      if (time.precision !== 'day' || time.end - time.start > 1) continue;
      const at = plot.x + (fold.toFolded(time.start + 0.5) - view.start) * scale;
      expect(mark.x + mark.width / 2).toBeCloseTo(at, 0);
    }
  });

  test('has labels that stand apart, in order, at 200 views in English and German', () => {
    const random = chance(7);
    const whole = store.extent!;
    for (let i = 0; i < 200; i++) {
      const length = (whole.end - whole.start) * 10 ** (random() * 5 - 4.5);
      const middle = whole.start + (whole.end - whole.start) * random();
      const view = { start: middle - length / 2, end: middle + length / 2 };
      const layout = lay(store, {
        categories,
        ...view,
        locale: i % 2 ? 'de' : 'en',
        width: i % 3 ? 1200 : 390,
      });
      const labels = textsIn(groupOf(layout, 'axis-labels'));
      for (const [n, label] of labels.entries()) {
        const box = boundsOf(label)!;
        expect(box.x, `${n}: ${label.text}`).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(layout.scene.width);
        for (const other of labels.slice(n + 1)) {
          expect(overlaps(box, boundsOf(other)!), `${label.text} and ${other.text} in view ${i}`).toBe(false);
        }
      }
    }
  });

  test('R20 the overview counts every event, and has the same breaks', () => {
    const box = { x: 130, y: 600, width: 1000, height: 84 };
    const view = { start: store.extent!.start, end: store.extent!.end, width: 1150, height: 700 };
    const bars = (of: typeof store, at: typeof view): Mark[] => {
      const { marks } = layoutOverview(of, categories, at, box, LIGHT, 'en');
      const all = (marks[0] as Group).marks;
      return (all.find((mark) => mark.kind === 'group' && mark.key === 'overview-bars') as Group)
        .marks as Mark[];
    };
    const told = bars(store, view).reduce((sum, bar) => sum + (bar.kind === 'rect' ? bar.height : 0), 0);
    const unit = Math.min(...bars(store, view).map((bar) => (bar.kind === 'rect' ? bar.height : Infinity)));
    expect(told / unit).toBeCloseTo(events.length, 6);
    const { marks } = layoutOverview(store, categories, view, box, LIGHT, 'en');
    const torn = (marks[0] as Group).marks.filter((mark) => mark.kind === 'polyline');
    expect(torn).toHaveLength(3);
    const words = (marks[0] as Group).marks.filter((mark): mark is Text => mark.kind === 'text');
    expect(words[0]?.text ?? '').not.toMatch(/^-/);
  });

  test('R1 R9 counts what is in view as it does without a fold', () => {
    for (const [from, to] of [
      ['1620', '1629'],
      ['1628-06', '2020'],
      ['2019', '2030'],
    ] as const) {
      const span = { start: event('a', from).time.start, end: event('a', to).time.end };
      const real = lay(bare, { categories, ...span });
      const mapped = lay(store, {
        categories,
        start: fold.toFolded(span.start),
        end: fold.toFolded(span.end),
      });
      const counts = ({ lanes }: typeof real) => lanes.map(({ key, inView }) => [key, inView]);
      expect(counts(mapped)).toEqual(counts(real));
    }
  });
});

describe('R27 a picture', () => {
  const paint = (options: object) =>
    layoutPicture(folded.collection, { theme: LIGHT, width: 1200, fold: true, ...options });
  const textsOf = (marks: readonly Mark[]): string[] =>
    marks.flatMap((mark) =>
      mark.kind === 'group' ? textsOf(mark.marks) : mark.kind === 'text' ? [mark.text] : [],
    );

  test.each(['lanes', 'poster', 'vertical'] as const)('is folded in the layout %s', (layout) => {
    const { scene, metadata } = paint({ layout });
    const words = textsOf(scene.marks);
    if (layout === 'poster') expect(words.some((text) => /^16\d\d – 20\d\d: nothing$/.test(text))).toBe(true);
    else expect(words).toContain('390 years');
    expect(words.some((text) => text.includes('1624 – 2024'))).toBe(true);
    const { events: listed, window } = JSON.parse(metadata);
    expect(listed.map(({ id }: TimelineEvent) => id).sort()).toEqual(events.map(({ id }) => id).sort());
    expect(listed.find(({ title }: TimelineEvent) => title.startsWith('Strikes')).time.start).toBe(
      toDays(1628, 8, 10),
    );
    expect(window.start).toBeLessThan(toDays(1625));
    expect(window.start).toBeGreaterThan(toDays(1620));
  });

  test('takes its edges in real time, and folds the same whatever is left out', () => {
    const options = { from: toDays(1628), to: toDays(2022), height: 600 };
    const { scene, metadata } = paint({ ...options, categories: ['wreck', 'search'] });
    expect(textsOf(scene.marks)).toContain('390 years');
    const { window } = JSON.parse(metadata);
    expect([window.start, window.end]).toEqual([options.from, options.to]);
  });

  test('where nothing is long silent, is the same as without', () => {
    const few = { ...folded.collection, events: events.filter(({ category }) => category === 'voyage') };
    const [a, b] = [true, false].map((wanted) =>
      layoutPicture(few, { theme: LIGHT, width: 900, fold: wanted }),
    );
    expect(a).toEqual(b);
  });
});
