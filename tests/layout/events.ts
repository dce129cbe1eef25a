import type { Category } from '../../src/model/category.ts';
import { toCivil, toDays } from '../../src/model/days.ts';
import { edtfDate } from '../../src/model/edtf.ts';
import type { TimelineEvent } from '../../src/model/event.ts';
import { type Route, when } from '../../src/model/when.ts';

/** An event in one line: `event('a', '2024-05-16', { title: 'Ferry line opens' })`. */
export function event(
  id: string,
  edtf: string,
  rest: Partial<Omit<TimelineEvent, 'time'>> & { how?: Route; at?: number } = {},
): TimelineEvent {
  const { how = 'explicit', at = 0, ...other } = rest;
  return {
    id,
    title: `Title of ${id}`,
    category: 'news',
    status: 'happened',
    time: when(edtf, how),
    confidence: 1,
    salience: 0.5,
    actors: [],
    place: null,
    figures: [],
    sources: [{ document: 'a.txt', start: at, end: at + 1, quote: '', mention: null }],
    ...other,
  };
}

export const category = (key: string, colour = '#3e6fb5'): Category => ({
  key,
  name: key.toUpperCase(),
  about: '',
  colour,
  terms: {},
});

/** A small seeded generator (mulberry32): the same seed gives the same numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WHO = [
  'The ferry company',
  'Lighthouse keepers',
  'Two brewers',
  'A choir',
  'The orchard union',
  'Surveyors',
];
const DOES = ['opens', 'sells', 'rebuilds', 'loses', 'maps', 'paints', 'closes', 'wins'];
const WHAT = [
  'the old mill',
  'a harbour crane and both of its sheds',
  'the race',
  'a bell',
  'nine islands',
  'a toll road',
];

/** Many events of all shapes between two years, more of them towards the end. */
export function many(
  size: number,
  seed: number,
  { from = 1990, to = 2025, keys = ['news', 'work', 'sport', 'music'] } = {},
): TimelineEvent[] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const [first, last] = [toDays(from), toDays(to)];
  return Array.from({ length: size }, (_, i) => {
    const at = Math.floor(first + (last - first) * random() ** 0.6);
    const [a, b] = [toCivil(at), toCivil(at + 1 + Math.floor(random() ** 3 * 900))];
    const day = edtfDate(a.year, a.month, a.day);
    const shape = random();
    const edtf =
      shape < 0.7
        ? day
        : shape < 0.8
          ? edtfDate(a.year, a.month)
          : shape < 0.86
            ? edtfDate(a.year)
            : shape < 0.94
              ? `${day}/${edtfDate(b.year, b.month, b.day)}`
              : shape < 0.97
                ? `${day}/..`
                : `${day}~`;
    return event(`e${i}`, edtf, {
      title: `${pick(WHO)} ${pick(DOES)} ${pick(WHAT)}`,
      category: pick(keys),
      status: random() < 0.05 ? 'planned' : 'happened',
      how: random() < 0.8 ? 'explicit' : 'heading',
      salience: Math.round(random() * 50) / 50,
      at: i * 10,
    });
  });
}
