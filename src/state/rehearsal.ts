import { fitView } from '../layout/scale.ts';
import { layoutTimeline } from '../layout/timeline.ts';
import type { Category } from '../model/category.ts';
import type { TimelineEvent } from '../model/event.ts';
import { when } from '../model/when.ts';
import type { Scene } from '../scene/scene.ts';
import type { Theme } from '../scene/theme.ts';
import { createStore } from '../store/memory.ts';

/** Size of the picture, px: that of a small window. */
const SIZE = { width: 960, height: 540 };
const LANES = 8;
/** Events of the first lane, which come so close that they are a ridge, and of each other one. */
const MANY = 90;
const FEW = 9;

/**
 * A picture of events that never were, in which everything occurs that pictures mostly consist of. A browser takes several
 * times as long for what it does for the first time: done once while documents are still on their way, the first
 * picture of them is there sooner.
 * @param locale BCP 47 tag in which the picture of the documents will be.
 */
export function rehearsal(theme: Theme, locale: string): Scene {
  const categories = Array.from({ length: LANES }, (_, lane): Category => {
    const key = `rehearsal-${lane}`;
    return { key, name: key, about: '', colour: '#3e6fb5', terms: {} };
  });
  const events = categories.flatMap(({ key }, lane) =>
    Array.from({ length: lane === 0 ? MANY : FEW }, (_, i) => eventOf(key, lane, i)),
  );
  const store = createStore(events);
  const view = fitView(store, SIZE.width, SIZE.height);
  const input = { store, categories, view, theme, selected: null, found: null, locale, told: false };
  return layoutTimeline(input).scene;
}

function eventOf(category: string, lane: number, i: number): TimelineEvent {
  // Spread by steps that have no common measure with the number of years.
  const year = lane === 0 ? 1970 + ((i * 7) % 18) : 1950 + ((i * 37 + lane * 5) % 60);
  const month = `${year}-0${(i % 9) + 1}`;
  const day = `${month}-1${i % 10}`;
  const edtf = i % 5 === 0 ? `${day}/${month}-28` : i % 7 === 0 ? month : day;
  return {
    id: `${category}-${i}`,
    title: `${category} ${'of what never was'.slice(0, i % 17)}`,
    category,
    status: i % 8 === 0 ? 'planned' : 'happened',
    time: when(edtf, 'explicit'),
    confidence: 1,
    salience: ((i * 61) % 97) / 97,
    actors: [],
    place: null,
    figures: [],
    sources: [],
  };
}
