import { afterEach, expect, test } from 'vitest';
import { type Kept, Missing, Newer, Silent, Taken, Vault, type Whole } from '../../src/keep/vault.ts';
import type { Step } from '../../src/model/step.ts';
import { smallCollection } from '../model/events.ts';

const open: Vault[] = [];
let database = 0;
const NAME = () => `test-${database}`;

async function vaultOf(): Promise<Vault> {
  const vault = await Vault.open(() => {}, NAME());
  open.push(vault);
  return vault;
}

afterEach(() => {
  for (const vault of open.splice(0)) vault.close();
  indexedDB.deleteDatabase(NAME());
  database++;
});

const seen = (name: string) => ({ name, changed: 5, documents: 1, events: 1 });
const step = (title: string): Step => ({
  name: { verb: 'edit', count: 1, what: title },
  changes: [{ key: 'event/e1', before: null, after: { kind: 'event', event: 'e1', title } }],
});
function whole(id: string, steps: readonly Step[] = [], rest: Partial<Kept> = {}): Whole {
  const kept: Kept = {
    id,
    name: id,
    created: 1,
    changed: 2,
    opened: 3,
    documents: 1,
    events: 1,
    size: 100,
    steps: steps.length,
    done: steps.length,
    read: 0,
    writer: 'me',
    ...rest,
  };
  return { kept, source: { collection: smallCollection(), read: true, dates: [['a', '1990']] }, steps };
}

test('what was put comes back, and of others nothing', async () => {
  const vault = await vaultOf();
  const first = whole('a', [step('One'), step('Two')]);
  await vault.put(first);
  await vault.put(whole('a1', [step('Other')], { changed: 9 }));
  const again = await vaultOf();
  expect(await again.load('a')).toEqual(first);
  expect(await again.load('b')).toBeNull();
  expect((await again.list()).map((kept) => kept.id)).toEqual(['a1', 'a']);
});

test('a step cuts off those that were undone, and leaves the others', async () => {
  const vault = await vaultOf();
  await vault.put(whole('a', [step('One'), step('Two'), step('Three')]));
  await vault.move('a', 'me', -1, seen('a'));
  const undone = await vault.move('a', 'me', -1, seen('a'));
  expect([undone.done, undone.steps]).toEqual([1, 3]);
  await vault.step('a', 'me', step('New'), seen('b'));
  const now = await vault.load('a');
  expect(now?.steps.map(({ name }) => name.what)).toEqual(['One', 'New']);
  expect([now?.kept.done, now?.kept.name]).toEqual([2, 'b']);
});

test('a step that has changed what was read is written with it, and undone with it', async () => {
  const vault = await vaultOf();
  const before = whole('a');
  await vault.put(before);
  const collection = { ...before.source.collection, name: 'More' };
  const after = { ...before.source, collection };
  await vault.step('a', 'me', step('One'), seen('a'), after);
  const now = await vault.load('a');
  expect([now?.source, now?.kept.done, now?.kept.read]).toEqual([after, 1, 1]);
  await vault.move('a', 'me', -1, seen('a'), before.source);
  expect(await vault.load('a')).toMatchObject({
    source: before.source,
    kept: { done: 0, steps: 1, read: 2 },
  });
});

test('who has not the last claim writes nothing', async () => {
  const vault = await vaultOf();
  await vault.put(whole('a'));
  await vault.note('a', { writer: 'other' });
  await expect(vault.step('a', 'me', step('One'), seen('a'))).rejects.toBeInstanceOf(Taken);
  await expect(vault.read('a', 'me', whole('a').source, seen('a'))).rejects.toBeInstanceOf(Taken);
  await expect(vault.move('b', 'me', 1, seen('b'))).rejects.toBeInstanceOf(Missing);
  expect((await vault.load('a'))?.steps).toEqual([]);
});

test('a browser that does not answer is not waited for', async () => {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = () => Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype);
  try {
    const opening = Vault.open(() => {}, NAME(), { opening: 30, doing: 30 });
    await expect(opening).rejects.toBeInstanceOf(Silent);
  } finally {
    IDBFactory.prototype.open = open;
  }
});

test('what a newer program keeps is left alone', async () => {
  await new Promise((done) => {
    const request = indexedDB.open(NAME(), 99);
    request.onsuccess = () => {
      request.result.close();
      done(null);
    };
  });
  await expect(Vault.open(() => {}, NAME())).rejects.toBeInstanceOf(Newer);
});

test('what is deleted can be brought back until it is cleared away', async () => {
  const vault = await vaultOf();
  await vault.put(whole('a', [step('One')]));
  await vault.note('a', { deleted: 7 });
  expect((await vault.find('a'))?.deleted).toBe(7);
  await vault.note('a', { deleted: undefined } as unknown as Partial<Kept>);
  expect(Object.hasOwn((await vault.find('a'))!, 'deleted')).toBe(false);
  await vault.clear(['a']);
  expect(await vault.load('a')).toBeNull();
});
