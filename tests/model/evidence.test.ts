import { expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/model/event.ts';
import { evidenceOf } from '../../src/model/evidence.ts';
import { eventOf } from './events.ts';

/** Three tell of each passage, now and then with other spaces. */
const list = (size: number): TimelineEvent[] => {
  const plain = eventOf('a', '1990');
  const [source] = plain.sources;
  return Array.from({ length: size }, (_, i) => ({
    ...plain,
    id: `e${i}`,
    title: `Number ${i}`,
    sources: [
      {
        ...source!,
        document: `d${i % 2}`,
        quote: `Bell ${Math.floor(i / 6)}${i % 4 ? ' ' : '  '}rings.`,
      },
    ],
  }));
};

test('what stands beside an event is the same among very many, where there is no index', () => {
  const few = list(600);
  const many = list(20_001);
  for (const i of [0, 7, 301, 590]) expect(evidenceOf(many[i]!, many)).toEqual(evidenceOf(few[i]!, few));
  expect(evidenceOf(many[7]!, many).beside).toEqual(['Number 11', 'Number 9']);
});
