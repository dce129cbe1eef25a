import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../src/model/edit.ts';
import { parseCollection } from '../../src/model/parse.ts';
import { when } from '../../src/model/when.ts';
import { speech } from '../../src/state/language.svelte.ts';
import { Reviewing } from '../../src/state/reviewing.svelte.ts';
import { Session } from '../../src/state/session.svelte.ts';
import type { Outcome, Task } from '../../src/worker/client.ts';
import { collectionOf, event } from './collection.ts';

const at = (quote: string, start: number) => ({
  document: 'dikes.txt',
  start,
  end: start + quote.length,
  quote,
  mention: null,
});
const surge = event('1953 flood Surge', { sources: [at('The water', 0), at('came.', 10)] });
const dam = event('1960 work Dam', { actors: ['Board'] });
const lock = event('1970 work Lock', { actors: ['Board', 'Navy'] });

function opened(): Session {
  const session = new Session();
  session.open(collectionOf([surge, dam, lock]));
  return session;
}
const idsOf = (session: Session) => session.events.map((each) => each.id);

describe('merging and splitting', () => {
  test('are undone and redone in one step each, by name', () => {
    const session = opened();
    const { curation } = session;
    const id = curation.merge(['dam', 'lock'], { title: 'Delta works' });
    expect(session.event(id)).toMatchObject({ title: 'Delta works', actors: ['Board', 'Navy'] });
    expect(session.undoName).toBe('merge 2 events');
    expect(curation.nowOf('lock')).toBe(id);
    session.undo();
    expect(session.events).toEqual([surge, dam, lock]);
    expect([session.undoName, session.redoName]).toEqual([null, 'merge 2 events']);
    session.redo();
    expect(idsOf(session)).toEqual(['surge', id]);
    curation.unmerge(id);
    expect(session.events).toEqual([surge, dam, lock]);
    expect(session.collection.edits).toEqual([]);
  });

  test('parts of an event that are merged again are that event, and nothing is left of it', () => {
    const session = opened();
    const parts = session.curation.split('surge', [
      { sources: [surge.sources[0]!] },
      { sources: [surge.sources[1]!] },
    ]);
    expect(parts).toEqual(['split-1.1', 'split-1.2']);
    expect(session.curation.merge(parts)).toBe('surge');
    expect(session.events).toEqual([surge, dam, lock]);
    expect(session.collection.edits).toEqual([]);
  });

  test('a part can have a title and a date of its own at once', () => {
    const session = opened();
    const [, second] = session.curation.split('surge', [
      { sources: null },
      { sources: null, change: { title: 'Second surge', time: when('1954', 'edited') } },
    ]);
    expect(session.event(second!)).toMatchObject({ title: 'Second surge', time: { edtf: '1954' } });
    session.undo();
    expect(session.events).toEqual([surge, dam, lock]);
  });

  test('an event that was merged, split or added needs no review', () => {
    const session = opened();
    session.curation.merge(['dam', 'lock']);
    session.curation.add({ title: 'Weak', category: 'flood', time: when('1980', 'edited') });
    expect(new Reviewing(session).queue).toEqual([]);
  });
});

describe('rules', () => {
  test('tell beforehand what they would change, and can be moved and removed', () => {
    const session = opened();
    const { curation } = session;
    expect(curation.rulebook.try({ term: 'dams', category: 'flood' }).map((each) => each.id)).toEqual([]);
    expect(curation.rulebook.try({ term: 'dam', category: 'flood' }).map((each) => each.id)).toEqual(['dam']);
    const first = curation.rulebook.add({ term: 'dam', category: 'flood' });
    const second = curation.rulebook.add({ term: 'DAM', category: 'work', status: 'planned' });
    expect(session.event('dam')).toMatchObject({ category: 'work', status: 'planned' });
    expect(curation.rulebook.rules.map(({ rule, count }) => [rule.id, count])).toEqual([
      [first, 0],
      [second, 1],
    ]);
    curation.rulebook.move(second, first);
    expect(session.event('dam')).toMatchObject({ category: 'flood', status: 'planned' });
    curation.rulebook.change(first, { category: undefined, dismissed: true });
    expect(curation.dismissed.map((each) => each.id)).toEqual(['dam']);
    curation.rulebook.remove(first);
    curation.rulebook.remove(second);
    expect(session.events).toEqual([surge, dam, lock]);
    expect(session.undoName).toBe('remove the rule for “DAM”');
  });
});

test('a rule counts what it changes to the eye: not what was set by hand, nor what another event stands for', () => {
  const { curation } = opened();
  const would = () => curation.rulebook.try({ term: 'dam', category: 'flood' }).map((each) => each.id);
  expect(would()).toEqual(['dam']);
  curation.edit('dam', { category: 'work' });
  expect(would()).toEqual([]);
  curation.undo();
  const rule = curation.rulebook.add({ term: 'dam', category: 'flood' });
  const counts = () => curation.rulebook.rules.map(({ count }) => count);
  expect(counts()).toEqual([1]);
  curation.merge(['lock', 'dam']);
  expect(counts()).toEqual([0]);
  curation.undo();
  curation.edit('dam', { category: 'work' });
  expect(counts()).toEqual([0]);
  curation.rulebook.remove(rule);
});

describe('a story', () => {
  test('is told in its own order, and leads on when its event is merged', () => {
    const session = opened();
    const { curation } = session;
    curation.storyline.tell(['lock', 'surge'], 'It began.');
    curation.storyline.tell(['surge', 'dam']);
    const [lockStep, , damStep] = curation.storyline.steps.map(({ step }) => step.id);
    curation.storyline.move(damStep!, lockStep!);
    expect(curation.storyline.steps.map((each) => each.event.id)).toEqual(['dam', 'lock', 'surge']);
    curation.storyline.retell(damStep!, 'First.');
    const id = curation.merge(['dam', 'surge']);
    expect(curation.storyline.steps.map(({ event: { id }, step }) => [id, step.note])).toEqual([
      [id, 'First.'],
      ['lock', 'It began.'],
      [id, 'It began.'],
    ]);
    curation.storyline.untell(lockStep!);
    expect(curation.storyline.steps).toHaveLength(2);
  });
});

describe('steps', () => {
  test('have names in every language', async () => {
    const session = opened();
    session.curation.editAll(['dam', 'lock'], { dismissed: true });
    expect(session.undoName).toBe('dismiss 2 events');
    await speech.choose('de');
    expect(session.undoName).toBe('2 Ereignisse verwerfen');
    await speech.choose('en');
    session.undo();
    session.confirm('dam');
    expect(session.undoName).toBe('confirm “Dam”');
    expect(session.redoName).toBeNull();
  });

  test('that are taken together are one', () => {
    const session = opened();
    session.curation.together({ verb: 'edit', count: 2 }, () => {
      session.edit('dam', { title: 'Great dam' });
      session.curation.merge(['dam', 'lock']);
      session.edit('surge', { note: 'n' });
    });
    expect(session.curation.journal.steps).toHaveLength(1);
    session.undo();
    expect(session.events).toEqual([surge, dam, lock]);
    expect(session.canUndo).toBe(false);
    session.redo();
    expect(session.events.map((each) => each.title)).toEqual(['Surge', 'Great dam']);
  });

  test('that change nothing are none', () => {
    const session = opened();
    session.curation.rename('Dikes');
    session.curation.reset(['dam']);
    session.curation.dateDocument('dikes.txt', null);
    expect(session.canUndo).toBe(false);
  });

  test('the name of the collection is one, too', () => {
    const session = opened();
    session.curation.rename('Water');
    expect([session.collection.name, session.undoName]).toEqual(['Water', 'rename to “Water”']);
    session.undo();
    expect(session.collection.name).toBe('Dikes');
  });

  test('of an earlier visit go on where they ended', () => {
    const before = opened();
    before.dismiss('dam');
    before.edit('lock', { title: 'Sea lock' });
    before.undo();
    const again = new Session();
    again.open(collectionOf([surge, dam, lock]), false, before.past);
    expect(again.events).toEqual([surge, lock]);
    expect([again.undoName, again.redoName]).toEqual(['dismiss “Dam”', 'edit “Lock”']);
    again.redo();
    expect(again.event('lock')?.title).toBe('Sea lock');
    again.undo();
    again.undo();
    expect(again.events).toEqual([surge, dam, lock]);
  });

  test('any number of any of them lead back to the beginning, and what is saved on the way can be opened', () => {
    const verb = fc.record({
      what: fc.constantFrom(
        'edit',
        'dismiss',
        'merge',
        'split',
        'add',
        'rule',
        'tell',
        'date',
        'undo',
        'redo',
      ),
      n: fc.nat(20),
      m: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(verb, { maxLength: 25 }), (verbs) => {
        const session = opened();
        const { curation } = session;
        const first = JSON.stringify(session.events);
        for (const { what, n, m } of verbs) {
          const ids = idsOf(session);
          const [a, b] = [ids[n % ids.length], ids[m % ids.length]];
          if (what === 'undo') session.undo();
          else if (what === 'redo') session.redo();
          else if (what === 'add')
            curation.add({ title: 'New', category: 'flood', time: when('1980', 'edited') });
          else if (what === 'rule')
            curation.rulebook.add({ term: 'water', category: n % 2 ? 'work' : 'flood' });
          else if (what === 'date') curation.dateDocument('dikes.txt', n % 2 ? '1990' : null);
          else if (!a || !b) continue;
          else if (what === 'edit') session.edit(a, { title: `T${m}` });
          else if (what === 'dismiss') session.dismiss(a);
          else if (what === 'merge' && a !== b) curation.merge([a, b]);
          else if (what === 'split') curation.split(a, [{ sources: [] }, { sources: null }]);
          else if (what === 'tell') curation.storyline.tell([a]);
        }
        const { collection, problems } = parseCollection(JSON.stringify(session.collection));
        expect(problems).toEqual([]);
        const again = new Session();
        again.open(collection!);
        expect(again.events).toEqual(session.events);
        while (session.undo());
        expect(JSON.stringify(session.events)).toBe(first);
        expect(session.collection.edits).toEqual([]);
      }),
      { seed: 3, numRuns: 60 },
    );
  });
});

describe('what does not fit', () => {
  const stray: Edit = { kind: 'event', event: 'gone', title: 'Lost', note: 'kept' };
  const withStray = () => {
    const session = new Session();
    session.open({ ...collectionOf([surge, dam]), edits: [stray] });
    return session;
  };

  test('is listed, and put to an event by hand', () => {
    const session = withStray();
    expect(session.curation.orphans).toMatchObject([{ key: 'event/gone', why: 'gone', missing: ['gone'] }]);
    session.edit('dam', { place: 'Sluis' });
    session.curation.reattach('event/gone', 'gone', 'dam');
    expect(session.event('dam')).toMatchObject({ title: 'Lost', place: 'Sluis' });
    expect(session.editOf('dam')?.about?.title).toBe('Dam');
    expect(session.curation.orphans).toEqual([]);
    session.undo();
    expect(session.curation.orphans).toHaveLength(1);
  });

  test('or removed', () => {
    const session = withStray();
    session.curation.discard('event/gone');
    expect(session.collection.edits).toEqual([]);
    session.undo();
    expect(session.collection.edits).toEqual([stray]);
  });
});

describe('the date of a document', () => {
  test('is set, read with and taken back, and the one that was found is kept', async () => {
    const tasks: Task[] = [];
    const session = new Session((task) => {
      tasks.push(task);
      const year = task.documents[0]?.date?.edtf === '1990' ? '1990' : '1953';
      const outcome: Outcome = {
        documents: task.documents,
        added: [],
        events: [{ ...surge, time: when(year, 'relative') }],
        anew: true,
        categories: collectionOf([]).categories,
        problems: [],
      };
      return { outcome: Promise.resolve(outcome), cancel: () => {} };
    });
    session.open(collectionOf([surge]));
    session.edit('surge', { title: 'Storm' });
    session.curation.dateDocument('dikes.txt', '1990');
    await session.sort([], 'nothing').catch(() => {});
    expect(session.events).toMatchObject([{ title: 'Storm', time: { edtf: '1990' } }]);
    expect(session.documents[0]?.date).toMatchObject({ edtf: '1990', origin: 'given' });
    expect(session.collection.documents[0]?.date).toBeNull();
    expect(session.undoName).toBe('date of dikes.txt');
    session.undo();
    await session.readAgain();
    expect(session.events).toMatchObject([{ title: 'Storm', time: { edtf: '1953' } }]);
    expect(tasks.map((task) => task.documents[0]?.date?.edtf)).toEqual(['1990', undefined, undefined]);
  });

  test('a better version of a document is told from the old one, and can be taken back', async () => {
    const tasks: Task[] = [];
    const better = { ...collectionOf([]).documents[0]!, text: 'The water came twice.' };
    const session = new Session((task) => {
      tasks.push(task);
      const documents = task.replace ? [better] : task.documents;
      const quote = documents[0]!.text;
      const outcome: Outcome = {
        documents,
        added: task.replace ? ['dikes.txt'] : [],
        events: [{ ...surge, id: `e${quote.length}`, sources: [at(quote, 0)] }],
        anew: true,
        categories: collectionOf([]).categories,
        problems: [],
      };
      return { outcome: Promise.resolve(outcome), cancel: () => {} };
    });
    const whole = { ...surge, sources: [at('The water came.', 0)] };
    session.open(collectionOf([whole, dam]));
    session.edit('surge', { note: 'mine' });
    const changes = await session.replace('dikes.txt', { name: 'new.txt', bytes: new Uint8Array() });
    expect(changes?.gone.map((each) => each.id)).toEqual(['dam']);
    expect(changes?.changed.map(({ after }) => after.id)).toEqual(['e21']);
    expect(session.editOf('e21')?.note).toBe('mine');
    expect(session.collection.documents[0]?.text).toBe('The water came twice.');
    expect(session.undoName).toBe('other version of dikes.txt');
    session.undo();
    expect(session.collection.documents[0]?.text).toBe('The water came.');
    expect(session.collection.events).toEqual([whole, dam]);
    expect(session.editOf('surge')?.note).toBe('mine');
    session.redo();
    expect(session.editOf('e21')?.note).toBe('mine');
    expect(tasks).toHaveLength(1);
  });
});
