import { expect, test } from 'vitest';
import { Reviewing } from '../../src/state/reviewing.svelte.ts';
import { Session } from '../../src/state/session.svelte.ts';
import { collectionOf, event } from './collection.ts';

const sure = [
  event('1953-02-01 flood Storm tide breaches the dike at Orn'),
  event('1953-02-01 flood Dike at Orn breached by the storm tide'),
  event('1971 work New lock opens'),
];
const weak = event('1980 work Road along the crest', { confidence: 0.5 });

async function opened(events = [...sure, weak]): Promise<{ session: Session; reviewing: Reviewing }> {
  const session = new Session();
  await session.ready();
  session.open(collectionOf(events));
  return { session, reviewing: new Reviewing(session) };
}

const ids = (reviewing: Reviewing): string[] => reviewing.queue.map(({ event: { id } }) => id);

test('what may be told twice joins the queue when the events have been compared', async () => {
  const { reviewing } = await opened();
  expect(ids(reviewing)).toEqual(['road-along-the-crest']);
  reviewing.compare();
  expect(ids(reviewing)).toEqual([
    'road-along-the-crest',
    ...sure
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  ]);
  expect(reviewing.twinsOf(sure[0]!.id).map((twin) => twin.event)).toEqual([sure[1]!.id]);
});

test('leaves the queue once it is merged', async () => {
  const { session, reviewing } = await opened();
  session.curation.merge([sure[0]!.id, sure[1]!.id]);
  reviewing.compare();
  expect(ids(reviewing)).toEqual(['road-along-the-crest']);
});

test('nobody is asked again whether two are one that were split, or both found right', async () => {
  const { session, reviewing } = await opened();
  const { curation } = session;
  const [one, other] = [sure[0]!.id, sure[1]!.id];
  const parts = curation.split('new-lock-opens', [{ sources: null }, { sources: null }]);
  reviewing.compare();
  expect(reviewing.twinsOf(parts[0]!)).toEqual([]);
  session.confirm(one);
  expect(reviewing.twinsOf(other).map((twin) => twin.event)).toEqual([one]);
  session.confirm(other);
  expect(reviewing.twinsOf(other)).toEqual([]);
});

test('goes on where it was when an event is done, and from the end to the beginning', async () => {
  const three = [0.3, 0.4, 0.5].map((confidence, i) => event(`198${i} work Pier ${i}`, { confidence }));
  const { session, reviewing } = await opened(three);
  expect(reviewing.after(null)?.id).toBe('pier-0');
  expect(reviewing.after('pier-0')?.id).toBe('pier-1');
  reviewing.visit('pier-1');
  session.confirm('pier-1');
  expect(reviewing.after('pier-1')?.id).toBe('pier-2');
  expect(reviewing.after('pier-2')?.id).toBe('pier-0');
});
