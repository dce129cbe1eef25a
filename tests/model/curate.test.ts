import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byTime, type Curable, curate, datedDocuments } from '../../src/model/current.ts';
import {
  type Edit,
  type EventEdit,
  inOrder,
  keyOf,
  type MergeEdit,
  type SplitEdit,
} from '../../src/model/edit.ts';
import type { Source, TimelineEvent } from '../../src/model/event.ts';
import { evidenceOf } from '../../src/model/evidence.ts';
import { applyStep, joinSteps, type Step } from '../../src/model/step.ts';
import { when } from '../../src/model/when.ts';
import { documentOf, eventOf } from './events.ts';

/** A passage of its own for each. */
const source = (document: string, quote: string, start = 0): Source => ({
  document,
  start,
  end: start + quote.length,
  quote,
  mention: null,
});

const flood = eventOf('flood', '2001', {
  actors: ['Council'],
  sources: [source('a.txt', 'The river rose.')],
});
const repair = eventOf('repair', '2002', {
  actors: ['Council', 'Miller'],
  place: 'Weir',
  sources: [source('a.txt', 'They mended the weir.', 30), source('b.txt', 'The weir was mended.')],
});
const fair = eventOf('fair', '2003', { salience: 0.9 });
const events = [flood, repair, fair];
const of = (edits: readonly Edit[], rest: Partial<Curable> = {}) => curate({ events, edits, ...rest });
const idsOf = (edits: readonly Edit[]) => of(edits).events.map((event) => event.id);
const merge = (id: string, ...members: string[]): MergeEdit => ({
  kind: 'merge',
  id,
  events: members.map((event) => ({ event })),
});
const split = (id: string, event: string, ...parts: SplitEdit['parts'][number]['passages'][]): SplitEdit => ({
  kind: 'split',
  id,
  event,
  parts: parts.map((passages, i) => ({ id: `${id}.${i + 1}`, passages })),
});

describe('merging', () => {
  test('keeps every passage, actor and figure, and lets the first give the date', () => {
    const { events: now, became } = of([merge('m', 'repair', 'flood')]);
    expect(now.map((event) => event.id)).toEqual(['m', 'fair']);
    expect(now[0]).toEqual({
      ...repair,
      id: 'm',
      sources: [flood.sources[0], ...repair.sources],
    });
    expect([...became]).toEqual([
      ['repair', 'm'],
      ['flood', 'm'],
    ]);
  });

  test('takes what was set by hand of its members, and can be set itself', () => {
    const edits: Edit[] = [
      merge('m', 'flood', 'repair'),
      { kind: 'event', event: 'flood', title: 'High water' },
      { kind: 'event', event: 'm', place: 'Mill' },
    ];
    expect(of(edits).events[0]).toMatchObject({ id: 'm', title: 'High water', place: 'Mill' });
  });

  test('of merged ones works in any order of the list, and a circle of them harms nobody', () => {
    expect(idsOf([merge('a', 'z', 'fair'), merge('z', 'flood', 'repair')])).toEqual(['a']);
    const circle = of([merge('a', 'b', 'fair'), merge('b', 'a', 'repair')]);
    expect(circle.events.flatMap((event) => event.sources)).toHaveLength(3);
    expect(circle.orphans.length).toBeGreaterThan(0);
    const lost = of([merge('a', 'b'), merge('b', 'a')]);
    expect(lost.events).toEqual(events);
    expect(lost.orphans.map((orphan) => orphan.key)).toEqual(['merge/a', 'merge/b']);
  });

  test('goes on with those that are there, and lists the others', () => {
    const { events: now, orphans } = of([merge('m', 'gone', 'flood', 'repair')]);
    expect(now.map((event) => event.id)).toEqual(['m', 'fair']);
    expect(orphans).toMatchObject([{ key: 'merge/m', why: 'gone', missing: ['gone'] }]);
  });

  test('an event is in one of two mergers only', () => {
    const { events: now, orphans } = of([merge('m', 'flood', 'repair'), merge('n', 'flood', 'fair')]);
    expect(now.map((event) => event.id)).toEqual(['m', 'n']);
    expect(orphans).toMatchObject([{ key: 'merge/n', why: 'taken', missing: ['flood'] }]);
  });

  test('what was dismissed is no part of it', () => {
    const edits: Edit[] = [merge('m', 'flood', 'repair'), { kind: 'event', event: 'flood', dismissed: true }];
    expect(of(edits).events[0]).toEqual({ ...repair, id: 'm' });
  });
});

describe('splitting', () => {
  const [first, second] = repair.sources;

  test('gives each part its passages, and the first what nobody names', () => {
    const { events: now } = of([split('s', 'repair', [], [second!])]);
    expect(now.map((event) => [event.id, event.sources])).toEqual([
      ['flood', flood.sources],
      ['s.1', [first]],
      ['s.2', [second]],
      ['fair', []],
    ]);
  });

  test('can copy, and takes what was set by hand', () => {
    const edits: Edit[] = [
      split('s', 'repair', null, null),
      { kind: 'event', event: 'repair', title: 'Weir mended' },
      { kind: 'event', event: 's.2', time: when('2004', 'edited') },
    ];
    const { events: now } = of(edits);
    expect(now.map((event) => event.id)).toEqual(['flood', 's.1', 'fair', 's.2']);
    expect(now[1]).toEqual({ ...repair, id: 's.1', title: 'Weir mended' });
  });

  test('merging the parts again gives the event back', () => {
    const parts = of([split('s', 'repair', [first!], [second!])]).events.filter((e) => e.id.startsWith('s.'));
    expect(parts).toHaveLength(2);
    const whole = of([split('s', 'repair', [first!], [second!]), merge('m', 's.1', 's.2')]);
    expect(whole.events[1]).toEqual({ ...repair, id: 'm' });
  });

  test('a part whose passages are gone is listed', () => {
    const { events: now, orphans } = of([split('s', 'repair', [], [source('c.txt', 'Never.')])]);
    expect(now.map((event) => event.id)).toEqual(['flood', 's.1', 'fair']);
    expect(orphans).toMatchObject([{ key: 'split/s', why: 'passage', missing: ['s.2'] }]);
  });
});

describe('other edits', () => {
  test('rules change what is extracted, the later one wins, and a hand wins over both', () => {
    const rule = (id: string, order: number, term: string, rest: object): Edit => ({
      kind: 'rule',
      id,
      order,
      term,
      where: 'passage',
      ...rest,
    });
    const edits: Edit[] = [
      rule('a', 2, 'weir', { category: 'works' }),
      rule('b', 1, 'the weir', { category: 'water', status: 'planned' }),
      rule('c', 3, 'River', { dismissed: true }),
    ];
    const now = of(edits);
    expect(now.events.map((e) => [e.id, e.category, e.status])).toEqual([
      ['repair', 'works', 'planned'],
      ['fair', 'other', 'happened'],
    ]);
    expect(now.dismissed.map((event) => event.id)).toEqual(['flood']);
    expect([...now.ruled]).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]);
    const byHand = of([...edits, { kind: 'event', event: 'flood', dismissed: false, category: 'sport' }]);
    expect(byHand.events[0]).toMatchObject({ id: 'flood', category: 'sport' });
  });

  test('an added event finds its passage again where the document has changed', () => {
    const added = eventOf('added-1', '2000', { sources: [source('a.txt', 'It rained.', 3)] });
    const put = (text: string) =>
      of([{ kind: 'added', event: added }], { documents: [documentOf('a.txt', text)] });
    expect(put('So It rained.').events[0]).toBe(added);
    expect(put('It was so: It rained.').events[0]?.sources).toEqual([source('a.txt', 'It rained.', 11)]);
    const lost = put('It snowed.');
    expect(lost.events[0]?.sources).toEqual([]);
    expect(lost.orphans).toMatchObject([{ key: 'added/added-1', why: 'passage' }]);
  });

  test('a story follows its events wherever they go, in its own order', () => {
    const edits: Edit[] = [
      { kind: 'story', id: 'x', order: 2, event: 'flood', note: 'then' },
      { kind: 'story', id: 'y', order: 1, event: 'fair', note: 'first' },
      { kind: 'story', id: 'z', order: 3, event: 'gone', note: '' },
      merge('m', 'flood', 'repair'),
    ];
    const { story, orphans } = of(edits);
    expect(story.map(({ step, event }) => [step.note, event.id])).toEqual([
      ['first', 'fair'],
      ['then', 'm'],
    ]);
    expect(orphans.map((orphan) => orphan.key)).toEqual(['story/z']);
  });

  test('a pinned event is named before all others', () =>
    expect(of([{ kind: 'event', event: 'flood', pinned: true }]).events[0]?.salience).toBe(1));

  test('the date of a document is what a person says', () => {
    const documents = [documentOf('a.txt', 'x'), documentOf('b.txt', 'y')];
    const dated = datedDocuments({ documents, edits: [{ kind: 'date', document: 'b.txt', edtf: '1931' }] });
    expect(dated.map((document) => document.date?.edtf)).toEqual([undefined, '1931']);
    expect(dated[0]).toBe(documents[0]);
    expect(of([{ kind: 'date', document: 'c.txt', edtf: '1931' }], { documents }).orphans).toHaveLength(1);
  });
});

describe('reading again', () => {
  const about = (event: TimelineEvent): Edit => ({
    kind: 'event',
    event: event.id,
    about: evidenceOf(event, events),
    title: 'By hand',
  });
  const again = (edits: readonly Edit[], now: readonly TimelineEvent[]) => curate({ events: now, edits });

  test('finds the event by its passage when id and title are others', () => {
    const now = [{ ...flood, id: 'e9', title: 'River rises' }, { ...repair, id: 'e8' }, fair];
    const { events: shown, orphans, renamed } = again([about(flood)], now);
    expect(shown.map((event) => [event.id, event.title])).toContainEqual(['e9', 'By hand']);
    expect(orphans).toEqual([]);
    expect([...renamed]).toEqual([['flood', 'e9']]);
  });

  test('finds it when the sentence is a part of a longer one now', () => {
    const quote = 'In spring the snow melted, and after three days of rain the river rose.';
    const long = eventOf('long', '2001', { sources: [source('a.txt', quote)], title: 'River rises' });
    const edit: Edit = { ...about(flood), about: evidenceOf(long, [long]) } as EventEdit;
    const cut = { ...long, id: 'e9', sources: [source('a.txt', 'after three days of rain the river rose.')] };
    expect(again([edit], [cut, fair]).editOf.has('e9')).toBe(true);
  });

  test('does not take another event of the same passage for it', () => {
    const twin = eventOf('twin', '2001', { sources: flood.sources, title: 'Bridge falls' });
    const edit: Edit = {
      kind: 'event',
      event: 'flood',
      about: evidenceOf(flood, [flood, twin]),
      title: 'By hand',
    };
    const { orphans, events: shown } = again([edit], [{ ...twin, title: 'The bridge falls' }]);
    expect(shown[0]?.title).toBe('The bridge falls');
    expect(orphans).toMatchObject([{ key: 'event/flood', why: 'gone' }]);
  });

  test('takes neither of two that are equally like it', () => {
    const now = [
      { ...flood, id: 'e1', title: 'Alpha' },
      { ...flood, id: 'e2', title: 'Beta' },
    ];
    expect(again([about(flood)], now).orphans).toHaveLength(1);
  });

  test('of an event that has two edits then, the one that names it counts and the other is listed', () => {
    const now = [{ ...flood, id: 'e9' }];
    const { events: shown, orphans } = again(
      [about(flood), { kind: 'event', event: 'e9', title: 'Newer' }],
      now,
    );
    expect(shown[0]?.title).toBe('Newer');
    expect(orphans.map((orphan) => orphan.key)).toEqual(['event/flood']);
  });
});

/** Ids as nobody would choose them; a few, so that edits meet. */
const anyId = fc.constantFrom('flood', 'repair', 'fair', 'x', 'm', '__proto__', 'constructor', 's.1', 's.2');
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('event' as const),
    event: anyId,
    title: fc.constantFrom('One', 'Two'),
    dismissed: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('merge' as const),
    id: anyId,
    events: fc.array(fc.record({ event: anyId }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('split' as const),
    id: anyId,
    event: anyId,
    parts: fc
      .uniqueArray(anyId, { minLength: 1, maxLength: 3 })
      .map((ids) => ids.map((id, i) => ({ id, passages: i % 2 ? null : [] }))),
  }),
  anyId.map((id): Edit => ({ kind: 'added', event: eventOf(id, '1999') })),
  fc.record({
    kind: fc.constant('rule' as const),
    id: anyId,
    order: fc.integer({ min: 0, max: 3 }),
    term: fc.constantFrom('weir', 'river rose', 'event *'),
    where: fc.constantFrom('title' as const, 'passage' as const),
    category: fc.constantFrom('a', 'b'),
  }),
  fc.record({
    kind: fc.constant('story' as const),
    id: anyId,
    order: fc.integer({ min: 0, max: 3 }),
    event: anyId,
    note: fc.constant(''),
  }),
);
/** As a collection may hold them: no key twice, no made event with the id of another. */
const anyEdits = fc.array(anyEdit, { maxLength: 12 }).map((edits) => {
  const made = new Set(['flood', 'repair', 'fair']);
  const keys = new Set<string>();
  return edits.filter((edit) => {
    const ids = edit.kind === 'added' ? [edit.event.id] : edit.kind === 'merge' ? [edit.id] : [];
    const all = edit.kind === 'split' ? edit.parts.map((part) => part.id) : ids;
    if (keys.has(keyOf(edit)) || all.some((id) => made.has(id))) return false;
    keys.add(keyOf(edit));
    for (const id of all) made.add(id);
    return true;
  });
});

describe('whatever the edits', () => {
  test('their order means nothing, no event is there twice, none is lost without a word', () => {
    fc.assert(
      fc.property(anyEdits, fc.infiniteStream(fc.nat()), (edits, numbers) => {
        const now = of(edits);
        const shuffled = edits
          .map((edit) => ({ edit, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ edit }) => edit);
        expect(of(shuffled)).toEqual(now);
        const ids = [...now.events, ...now.dismissed].map((event) => event.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect([...now.events].sort(byTime)).toEqual(now.events);
        for (const { id } of events) {
          const seen = ids.includes(id) || now.became.has(id);
          expect(seen).toBe(true);
        }
        // What was merged or split leads to something, and never in a circle.
        for (const id of now.became.keys()) {
          let at = id;
          for (let steps = 0; now.became.has(at); steps++) {
            expect(steps).toBeLessThan(20);
            at = now.became.get(at)!;
          }
          expect(ids).toContain(at);
        }
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  test('a step that is taken back leaves no trace, and two steps are as good as both in one', () => {
    const byKey = (edits: readonly Edit[]) => new Map(edits.map((edit) => [keyOf(edit), edit]));
    const stepOf = (from: readonly Edit[], to: readonly Edit[]): Step => {
      const [a, b] = [byKey(from), byKey(to)];
      return {
        name: { verb: 'edit', count: 1 },
        changes: [...new Set([...a.keys(), ...b.keys()])].map((key) => ({
          key,
          before: a.get(key) ?? null,
          after: b.get(key) ?? null,
        })),
      };
    };
    fc.assert(
      fc.property(anyEdits, anyEdits, anyEdits, (one, two, three) => {
        const [a, b, c] = [inOrder(one), inOrder(two), inOrder(three)];
        const [first, second] = [stepOf(a, b), stepOf(b, c)];
        expect(applyStep(a, first, 'after')).toEqual(b);
        expect(applyStep(b, first, 'before')).toEqual(a);
        const both = joinSteps(first, second, first.name);
        expect(applyStep(a, both, 'after')).toEqual(c);
        expect(applyStep(c, both, 'before')).toEqual(a);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('every edit of an event that is still told is kept when all ids and titles change', () => {
    const words = ['mill', 'bridge', 'strike', 'harvest', 'school', 'fire', 'train', 'vote', 'flood', 'fair'];
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(999), { minLength: 2, maxLength: 12 }), fc.nat(), (numbers, salt) => {
        const told = numbers.map((n) => {
          const subject = `${words[n % 10]} ${words[Math.floor(n / 10) % 10]} ${words[Math.floor(n / 100)]}`;
          const quote = `In ${1800 + n} the ${subject} of number ${n} began.`;
          return eventOf(`e${n}`, String(1800 + n), { title: subject, sources: [source('a.txt', quote)] });
        });
        const edits = told.map(
          (event): Edit => ({
            kind: 'event',
            event: event.id,
            about: evidenceOf(event, told),
            note: event.title,
          }),
        );
        const now = told.map((event) => ({
          ...event,
          id: `f${(Number(event.id.slice(1)) * 7919 + salt) % 1_000_003}-${event.id}`,
          title: `${event.title} begins`,
        }));
        const { orphans, editOf } = curate({ events: now, edits });
        expect(orphans).toEqual([]);
        for (const event of now) expect(editOf.get(event.id)?.note).toBe(event.title.replace(' begins', ''));
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});
