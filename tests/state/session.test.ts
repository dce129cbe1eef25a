import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../src/formats/csv.ts';
import { writeJson } from '../../src/formats/json.ts';
import { writeNdjson } from '../../src/formats/ndjson.ts';
import type { Document } from '../../src/model/document.ts';
import type { MaybeVersion } from '../../src/model/versions.ts';
import { Reviewing } from '../../src/state/reviewing.svelte.ts';
import { type Runner, Session } from '../../src/state/session.svelte.ts';
import type { Outcome, Task } from '../../src/worker/client.ts';
import { collectionOf, event } from './collection.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A runner that answers as told and remembers what it was asked. */
function runner(answer: (task: Task) => Partial<Outcome> | null | Error) {
  const tasks: Task[] = [];
  const run: Runner = (task, onProgress) => {
    tasks.push(task);
    onProgress({ done: 1, total: task.files.length, name: task.files[0]?.name ?? '' });
    const documents = [
      ...task.documents,
      ...task.files.map(
        (file): Document => ({
          id: file.name,
          name: file.name,
          title: '',
          text: 'Text.',
          format: 'text',
          date: null,
        }),
      ),
    ];
    const result = answer(task);
    const outcome: Promise<Outcome | null> =
      result instanceof Error
        ? Promise.reject(result)
        : Promise.resolve(
            result && {
              documents,
              added: task.files.map((file) => file.name),
              events: [],
              anew: true,
              categories: collectionOf([]).categories,
              problems: [],
              ...result,
            },
          );
    return { outcome, cancel: () => {} };
  };
  return { run, tasks };
}

const surge = event('1953 flood Surge');
const dam = event('1960 work Dam', { confidence: 0.3 });
const opened = (run?: Runner) => {
  const session = new Session(run);
  session.open(collectionOf([surge, dam]));
  return session;
};

describe('corrections', () => {
  test('are kept apart from what was found, and undone one by one', () => {
    const session = opened();
    session.edit('surge', { title: 'Storm surge' });
    session.edit('surge', { category: 'work' });
    session.dismiss('dam');
    expect(session.events.map((e) => [e.title, e.category])).toEqual([['Storm surge', 'work']]);
    expect(session.collection.events).toEqual([surge, dam]);
    expect(session.collection.edits).toHaveLength(2);
    session.undo();
    expect(session.events).toHaveLength(2);
    session.undo();
    expect(session.event('surge')?.category).toBe('flood');
    expect(session.event('surge')?.title).toBe('Storm surge');
    session.undo();
    expect(session.events).toEqual([surge, dam]);
    expect(session.undo()).toBe(false);
    session.redo();
    expect(session.event('surge')?.title).toBe('Storm surge');
  });

  test('an event that was looked at no longer waits for review', () => {
    const session = opened();
    const reviewing = new Reviewing(session);
    expect(reviewing.queue.map(({ event }) => event.id)).toEqual(['dam']);
    session.confirm('dam');
    expect(reviewing.queue).toEqual([]);
  });

  test('of an event that is not there are a mistake of the program', () => {
    expect(() => opened().confirm('nothing')).toThrow(RangeError);
  });

  test('are in the saved file and come back with it', async () => {
    const session = opened();
    session.edit('surge', { title: 'Storm surge' });
    const again = new Session();
    expect(await again.openJson(writeJson(session.collection), 'a.json')).toBe(true);
    expect(again.event('surge')?.title).toBe('Storm surge');
  });
});

describe('opening', () => {
  test('no document that is read is called like one that is known by name alone', async () => {
    const { run, tasks } = runner(() => ({}));
    const listed = collectionOf([surge]);
    const session = new Session(run);
    session.open({ ...listed, documents: listed.documents.map((each) => ({ ...each, text: '' })) });
    await session.add([{ name: 'b.txt', bytes: bytes('Text.') }]);
    expect(tasks[0]?.documents).toEqual([]);
    expect(tasks[0]?.taken).toEqual(listed.documents.map(({ id }) => id));
  });

  test('a broken file leaves open what is open and names the fault', async () => {
    const session = opened();
    const broken = writeJson(collectionOf([surge])).replace('"edtf": "1953"', '"edtf": "1953-13"');
    await session.add([{ name: 'mine.json', bytes: bytes(broken) }]);
    expect(session.events).toEqual([surge, dam]);
    expect(session.notices.at(-1)).toMatchObject({ level: 'bad', title: 'mine.json could not be opened' });
    expect(session.notices.at(-1)?.lines.join()).toContain('events[0].time.edtf');
  });

  test('no JSON at all says so', async () => {
    const session = opened();
    await session.add([{ name: 'x.json', bytes: bytes('{"dateline": 1,') }]);
    expect(session.notices.at(-1)?.level).toBe('bad');
    expect(session.events).toHaveLength(2);
  });
});

describe('adding documents', () => {
  test('hands the open ones over too and keeps corrections', async () => {
    const found = [
      surge,
      event('1970 work Lock', { sources: [{ ...surge.sources[0]!, document: 'b.txt' }] }),
    ];
    const { run, tasks } = runner(() => ({ events: found }));
    const session = opened(run);
    session.edit('surge', { title: 'Storm surge' });
    await session.add([{ name: 'b.txt', bytes: bytes('b') }]);
    expect(tasks[0]?.documents.map((d) => d.id)).toEqual(['dikes.txt']);
    expect(session.events.map((e) => e.title)).toEqual(['Storm surge', 'Lock']);
    expect(session.collection.documents.map((d) => d.id)).toEqual(['dikes.txt', 'b.txt']);
    expect(session.notices.at(-1)).toMatchObject({ level: 'good', title: '1 event from 1 document' });
    expect(session.progress).toBeNull();
  });

  test('to the sample begins a timeline of one’s own', async () => {
    const { run, tasks } = runner(() => ({
      events: [{ ...surge, sources: [{ ...surge.sources[0]!, document: 'b.txt' }] }],
    }));
    const session = new Session(run);
    session.open(collectionOf([surge, dam]), true);
    await session.add([{ name: 'b.txt', bytes: bytes('b') }]);
    expect(tasks[0]?.documents).toEqual([]);
    expect(session.collection.documents.map((d) => d.id)).toEqual(['b.txt']);
    expect([session.isSample, session.opened, session.collection.name]).toEqual([false, 2, 'b.txt']);
  });

  test('keeps events that have no text to be read again', async () => {
    const listed = event('1421 flood Saint Elizabeth', {
      sources: [{ ...surge.sources[0]!, document: 'list.csv' }],
    });
    const { run } = runner(() => ({ events: [surge] }));
    const session = new Session(run);
    session.open(collectionOf([surge, listed]));
    await session.add([{ name: 'b.txt', bytes: bytes('b') }]);
    expect(session.events.map((e) => e.id)).toEqual(['saint-elizabeth', 'surge']);
  });

  test('keeps a list that reading its documents does not find again', async () => {
    const lock = event('1970 work Lock', { sources: [{ ...surge.sources[0]!, document: 'b.txt' }] });
    const { run, tasks } = runner(() => ({ events: [lock], anew: false }));
    const session = opened(run);
    await session.add([{ name: 'b.txt', bytes: bytes('b') }]);
    expect(tasks[0]?.open).toEqual(['surge', 'dam']);
    expect(session.events.map((e) => e.id)).toEqual(['surge', 'dam', 'lock']);
  });

  test('trusts what was read here itself', async () => {
    const { run, tasks } = runner(() => ({ events: [surge] }));
    const session = new Session(run);
    await session.add([{ name: 'b.txt', bytes: bytes('b') }]);
    await session.add([{ name: 'c.txt', bytes: bytes('c') }]);
    expect(tasks.map((task) => task.open)).toEqual([[], null]);
  });

  test('stay together with lists of events, those within archives too', async () => {
    const saved = (name: string, title: string) => ({
      name,
      bytes: bytes(writeJson(collectionOf([event(`1970 work ${title}`)]))),
    });
    const ready = [
      { name: 'a.zip/rows.csv', bytes: bytes('date,title\n1953,Surge\n') },
      saved('a.zip/in.json', 'Lock'),
    ];
    const { run } = runner(() => ({ events: [surge], anew: false, ready }));
    const session = opened(run);
    await session.add([
      { name: 'days.ics', bytes: bytes('BEGIN:VCALENDAR') },
      { name: 'b.txt', bytes: bytes('b') },
      saved('one.json', 'Dike'),
      saved('two.json', 'Weir'),
    ]);
    // The first saved timeline takes the place of what was open, everything else comes to it.
    expect(session.events.map((e) => e.title)).toEqual(['Surge', 'Dike', 'Lock', 'Weir']);
    const { first, count } = session.imports;
    expect([first?.file.name, first?.destination, count]).toEqual(['days.ics', 'here', 2]);
    session.imports.next();
    expect(session.imports.first?.file.name).toBe('a.zip/rows.csv');
  });

  test('that yield nothing are kept, and that is said', async () => {
    const { run } = runner(() => ({ events: [surge] }));
    const session = opened(run);
    await session.add([{ name: 'poem.txt', bytes: bytes('b') }]);
    expect(session.notices.at(-1)?.title).toBe('No event was found in poem.txt');
    expect(session.collection.documents).toHaveLength(2);
  });

  test('that cannot be read are listed with the sentence, and nothing changes', async () => {
    const message = 'photo.txt: found a picture, expected text';
    const { run } = runner((task) => ({
      added: [],
      documents: task.documents,
      problems: [{ code: 'file/format', message, at: 'photo.txt', level: 'kept-out' }],
    }));
    const session = opened(run);
    await session.add([{ name: 'photo.txt', bytes: bytes('b') }]);
    expect(session.notices.map((n) => [n.level, n.lines])).toEqual([['bad', [message]]]);
    expect(session.events).toEqual([surge, dam]);
  });

  test('cancelled or broken off leaves open what is open', async () => {
    for (const answer of [null, new Error('out of memory')]) {
      const session = opened(runner(() => answer).run);
      await session.add([{ name: 'b.txt', bytes: bytes('b') }]);
      expect(session.events).toEqual([surge, dam]);
      expect(session.collection.documents).toHaveLength(1);
      expect(session.notices.at(-1)?.title).toContain('unchanged');
      expect(session.progress).toBeNull();
    }
  });

  test('one after the other, never two at once', async () => {
    const { run, tasks } = runner((task) => ({
      events: task.files.map((f) =>
        event('1990 work Lock', { id: f.name, sources: [{ ...surge.sources[0]!, document: f.name }] }),
      ),
    }));
    const session = opened(run);
    await Promise.all([
      session.add([{ name: 'b.txt', bytes: bytes('b') }]),
      session.add([{ name: 'c.txt', bytes: bytes('c') }]),
    ]);
    expect(tasks[1]?.documents.map((d) => d.id)).toEqual(['dikes.txt', 'b.txt']);
  });
});

describe('what was read is taken back and done again', () => {
  const lock = event('1970 work Lock', {
    sources: [{ ...surge.sources[0]!, document: 'b.txt', quote: 'Built at last.' }],
  });
  const both = { ...dam, sources: [...dam.sources, ...lock.sources] };
  const reading = () =>
    runner(({ documents, files }) => ({
      events: [...documents, ...files].length > 1 ? [surge, both, lock] : [surge, dam],
    }));
  const state = (session: Session) => structuredClone([session.collection, session.past.read]);

  test('documents that were added, from visit to visit', async () => {
    const session = opened(reading().run);
    session.edit('dam', { place: 'Sluis' });
    const before = state(session);
    await session.add([{ name: 'b.txt', bytes: bytes('b') }]);
    expect(session.undoName).toBe('add “b.txt”');
    session.edit('lock', { title: 'Sea lock' });
    const after = state(session);
    session.undo();
    session.undo();
    expect(state(session)).toEqual(before);
    const again = new Session(reading().run);
    await again.ready();
    again.open(session.sourceOf(), false, structuredClone(session.past));
    expect(again.redoName).toBe('add “b.txt”');
    await again.readAgain();
    expect(again.undoName).toBe('edit “Dam”');
    again.redo();
    again.redo();
    expect(state(again)).toEqual(after);
    expect(again.event('lock')?.title).toBe('Sea lock');
  });

  test('a document that was removed, with corrections of what it tells', async () => {
    const { run, tasks } = reading();
    const session = opened(run);
    await session.add([{ name: 'b.txt', bytes: bytes('b') }]);
    session.edit('lock', { title: 'Sea lock' });
    session.edit('dam', { place: 'Sluis' });
    const before = state(session);
    await session.remove('b.txt');
    expect(tasks.at(-1)?.documents.map(({ id }) => id)).toEqual(['dikes.txt']);
    expect(session.collection.documents.map(({ id }) => id)).toEqual(['dikes.txt']);
    expect(session.events.map(({ title, sources }) => [title, sources.length])).toEqual([
      ['Surge', 1],
      ['Dam', 1],
    ]);
    expect(session.event('dam')?.place).toBe('Sluis');
    expect(session.curation.orphans.map(({ key }) => key)).toEqual(['event/lock']);
    expect(session.undoName).toBe('remove “b.txt”');
    session.undo();
    expect(state(session)).toEqual(before);
    session.redo();
    expect(session.collection.documents).toHaveLength(1);
  });

  test('the only document, and one of a list that was made elsewhere', async () => {
    const session = opened(runner(() => null).run);
    await session.remove('dikes.txt');
    expect([session.events, session.collection.documents]).toEqual([[], []]);
    session.undo();
    expect(session.events).toEqual([surge, dam]);
    const other = { ...collectionOf([]).documents[0]!, id: 'b.txt', name: 'b.txt' };
    const whole = collectionOf([surge, both, lock]);
    session.open({ ...whole, documents: [...whole.documents, other] });
    await session.remove('b.txt');
    expect(session.events).toEqual([surge, dam]);
    expect(session.collection.documents).toEqual(whole.documents);
  });

  test('and is in no file', async () => {
    const session = opened(reading().run);
    await session.add([{ name: 'b.txt', bytes: bytes('b') }]);
    session.edit('lock', { note: 'A secret note' });
    session.undo();
    await session.remove('b.txt');
    const file = writeJson(session.collection);
    expect(file).not.toMatch(/secret|b\.txt|Lock/);
    const again = new Session();
    await again.openJson(file, 'a.json');
    expect([again.events.length, again.canUndo, again.canRedo]).toEqual([2, false, false]);
  });

  test('events that were imported', async () => {
    const session = opened();
    const before = state(session);
    const other = collectionOf([{ ...surge, id: 'other', title: 'Other' }]);
    await session.bring({ collection: other, problems: [], leftOut: [] }, 'y.ics', 'here');
    expect([session.events.length, session.undoName]).toEqual([3, 'import “y.ics”']);
    session.undo();
    expect(state(session)).toEqual(before);
  });

  test('but not beneath what is being read', async () => {
    const session = opened(reading().run);
    await session.add([{ name: 'b.txt', bytes: bytes('b') }]);
    const adding = session.add([{ name: 'c.txt', bytes: bytes('c') }]);
    expect(session.undo()).toBe(true);
    expect(session.collection.documents).toHaveLength(2);
    await adding;
    await session.readAgain();
    expect(session.collection.documents.map(({ id }) => id)).toEqual(['dikes.txt', 'b.txt']);
    expect(session.redoName).toBe('add “c.txt”');
  });
});

describe('a document that may be a better version', () => {
  const better = 'The water came twice that year, says the clerk.';
  const asking = (choose: (found: readonly MaybeVersion[]) => readonly MaybeVersion[] | null) => {
    const { run, tasks } = runner(({ documents, files }) => ({
      documents: [
        ...documents,
        ...files.map(({ name }) => ({ ...whole.documents[0]!, id: `${name} (2)`, name, text: better })),
      ],
      added: files.map(({ name }) => `${name} (2)`),
      events: documents.some(({ text }) => text === better) ? [surge] : [surge, dam],
    }));
    const session = new Session(run);
    session.open(whole);
    const changed: string[] = [];
    session.versions = {
      ask: async (found) => choose(found),
      changed: (document, { gone }) => changed.push(`${document}: ${gone.map((e) => e.title)}`),
    };
    return { session, tasks, changed };
  };
  const whole = collectionOf([surge, dam]);
  const file = { name: 'dikes.txt', bytes: bytes('b') };

  test('takes the place of the old one, with what was corrected', async () => {
    const { session, changed } = asking((found) => found);
    session.edit('surge', { title: 'Storm surge' });
    await session.add([file]);
    expect(session.collection.documents.map(({ id, text }) => [id, text])).toEqual([['dikes.txt', better]]);
    expect(session.events.map(({ title }) => title)).toEqual(['Storm surge']);
    expect([changed, session.undoName]).toEqual([['dikes.txt: Dam'], 'other version of dikes.txt']);
    session.undo();
    expect(session.sourceOf()).toEqual(whole);
  });

  test('comes beside it, or not at all', async () => {
    const { session, tasks } = asking(() => []);
    await session.add([file]);
    expect(session.collection.documents.map(({ id }) => id)).toEqual(['dikes.txt', 'dikes.txt (2)']);
    expect(tasks).toHaveLength(1);
    const other = asking(() => null);
    await other.session.add([file]);
    expect(other.session.collection).toEqual(whole);
    expect(other.session.notices.at(-1)?.title).toContain('Cancelled');
  });
});

describe('a list of events', () => {
  const listed = ['a', 'b'].map((id, i) => ({
    ...event(`195${i} flood Surge ${id}`),
    id,
    sources: [
      {
        document: 'tides.txt',
        start: 40 + 30 * i,
        end: 57 + 30 * i,
        quote: `It rose in 195${i}.  `.slice(0, 17),
        mention: { start: 51 + 30 * i, end: 55 + 30 * i, text: `195${i}`, how: 'printed' },
      },
    ],
  }));

  test.each([
    ['tides.csv', writeCsv(listed)],
    ['tides.ndjson', writeNdjson(listed)],
  ])('is opened from %s, and can be saved and opened again', async (name, text) => {
    const session = new Session(runner(() => null).run);
    await session.add([{ name, bytes: bytes(text) }]);
    expect(session.notices.map(({ level, title }) => [level, title])).toEqual([['good', `Opened ${name}`]]);
    expect(session.events).toEqual(listed);
    expect(session.collection.name).toBe('tides');
    expect(session.collection.categories.map((category) => category.name)).toEqual(['Flood']);
    const saved = writeJson(session.collection);
    expect(await session.openJson(saved, 'again.json')).toBe(true);
    expect(session.events).toEqual(listed);
  });

  test('takes the names and colours of what is open, and names the lines that it leaves out', async () => {
    const session = new Session(runner(() => null).run);
    session.open(collectionOf([surge]));
    await session.add([{ name: 'x.ndjson', bytes: bytes(`${writeNdjson(listed)}{"id": 3}\n`) }]);
    expect(session.collection.categories).toEqual(
      collectionOf([]).categories.filter((category) => category.key === 'flood'),
    );
    expect(session.notices.find((notice) => notice.level === 'bad')?.title).toBe(
      'A line of x.ndjson kept out',
    );
  });

  test('without events leaves open what is open', async () => {
    const session = new Session(runner(() => null).run);
    session.open(collectionOf([surge]));
    await session.add([{ name: 'x.csv', bytes: bytes('id,title,category,edtf\n') }]);
    expect(session.events).toEqual([surge]);
    expect(session.notices.map((notice) => notice.title)).toEqual(['x.csv could not be opened']);
  });

  test('of another program waits until a person has seen what it would become', async () => {
    const session = new Session(runner(() => null).run);
    session.open(collectionOf([surge]));
    const files = ['x.csv', 'y.ics'].map((name) => ({ name, bytes: bytes('when,what\n2001,x\n') }));
    await session.add(files);
    expect(session.notices).toEqual([]);
    expect(session.imports.first).toMatchObject({
      file: { name: 'x.csv' },
      destination: 'here',
      first: true,
    });
    session.imports.next();
    expect(session.imports.first).toMatchObject({ file: { name: 'y.ics' }, first: false });
    const other = collectionOf([{ ...surge, id: 'other', title: 'Other' }]);
    expect(await session.bring({ collection: other, problems: [], leftOut: [] }, 'y.ics', 'here')).toBe(true);
    expect(session.events.map(({ id }) => id).sort()).toEqual([surge.id, 'other'].sort());
  });
});

describe('other categories', () => {
  const FERRY = { key: 'ferry', name: 'Ferries', about: '', colour: '#3e6fb5', terms: { 'sail*': 2 } };
  const REST = { ...FERRY, key: 'rest', name: 'The rest', terms: {} };
  const file = (value: unknown) => ({ name: 'kinds.json', bytes: bytes(JSON.stringify(value)) });
  const sorting = () =>
    runner((task) => ({ events: (task.sort?.events ?? []).map((e) => ({ ...e, category: 'rest' })) }));

  test('a dropped list sorts what is open, and what is read afterwards', async () => {
    const { run, tasks } = sorting();
    const session = opened(run);
    await session.add([file([FERRY, REST])]);
    expect(session.events.map((e) => [e.id, e.category])).toEqual([
      ['surge', 'rest'],
      ['dam', 'rest'],
    ]);
    expect(session.collection.categories).toEqual([FERRY, REST]);
    expect(tasks[0]).toMatchObject({ files: [], categories: [FERRY, REST], sort: { corrected: [] } });
    expect(session.notices).toMatchObject([{ level: 'good', title: 'Sorted by kinds.json' }]);
    await session.add([{ name: 'a.txt', bytes: bytes('Text.') }], 'new');
    expect(tasks[1]).toMatchObject({ categories: [FERRY, REST], sort: null });
  });

  test('a wrong one is answered with its mistakes, and nothing changes', async () => {
    const { run, tasks } = sorting();
    const session = opened(run);
    const before = session.collection;
    await session.add([file([{ ...FERRY, colour: 'blue' }])]);
    expect(session.collection).toEqual(before);
    expect(tasks).toEqual([]);
    expect(session.notices).toMatchObject([
      {
        level: 'bad',
        title: 'kinds.json cannot be used. The categories are as they were.',
        lines: ['categories[0].colour: found "blue", expected a colour such as #3b6ea5'],
      },
    ]);
  });

  test('corrections stay, with the category they name, and all can be taken back', async () => {
    const { run, tasks } = sorting();
    const session = opened(run);
    session.edit('surge', { category: 'work' });
    const before = session.collection;
    await session.sort([FERRY, REST], 'mine');
    expect(tasks[0]?.sort?.corrected).toEqual(['surge']);
    expect(session.event('surge')?.category).toBe('work');
    const keys = session.collection.categories.map((category) => category.key);
    expect(keys).toEqual(['ferry', 'rest', 'work']);
    // What is saved opens again.
    expect(await new Session().openJson(writeJson(session.collection), 'saved.json')).toBe(true);
    const after = session.collection;
    expect(session.undoName).toBe('sort by “mine”');
    session.undo();
    expect(session.collection).toEqual(before);
    session.undo();
    session.redo();
    session.redo();
    expect(session.collection).toEqual(after);
  });

  test('cancelled or broken, all is as it was', async () => {
    for (const answer of [null, new Error('out of memory')]) {
      const session = opened(runner(() => answer).run);
      await session.sort([FERRY, REST], 'mine');
      expect(session.events).toEqual([surge, dam]);
      expect(session.notices[0]?.title).toMatch(/The categories are as they were/);
    }
  });

  test('with nothing open they wait for the first document', async () => {
    const { run, tasks } = sorting();
    const session = new Session(run);
    await session.sort([FERRY, REST], 'mine');
    expect(tasks).toEqual([]);
    await session.add([{ name: 'a.txt', bytes: bytes('Text.') }]);
    expect(tasks[0]?.categories).toEqual([FERRY, REST]);
  });
});
