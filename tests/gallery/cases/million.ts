import { LIGHT } from '../../../src/scene/theme.ts';
import { sketchStore } from '../../../src/store/sketch.ts';
import type { EventStore } from '../../../src/store/store.ts';
import { manyRows } from '../../layout/many.ts';
import { type Case, categories, collection } from '../case.ts';

/** What is known of a million events when they are seen first: all are counted, the foremost named. */
let store: EventStore | null = null;

const kinds = categories('News', 'Work', 'Sport', 'Music', 'Law', 'Art', 'Sea', 'Air');

const million: Case = {
  about: 'A million events in 123 years, each counted; under two thousand are asked for.',
  collection: collection('A million', kinds, []),
  // Made when it is drawn: pages of the gallery that do not show it need not wait for it.
  get options() {
    store ??= sketchStore(manyRows(1_000_000, 6));
    return { theme: LIGHT, width: 1000, height: 700, store };
  },
};

export default million;
