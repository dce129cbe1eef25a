import { afterEach, expect, test, vi } from 'vitest';
import { Turns, type Word } from '../../src/keep/turns.ts';

const open: Turns[] = [];
afterEach(() => {
  for (const turns of open.splice(0)) turns.close();
  vi.unstubAllGlobals();
});

/** Longer than tabs take to ask each other. */
const aWhile = () => new Promise((done) => setTimeout(done, 60));

/** A tab, and what it has heard. */
function tab(name: string) {
  const told: (Word['kind'] | 'lost' | 'given')[] = [];
  const listener = {
    heard: ({ kind }: Word) => void told.push(kind),
    lost: () => void told.push('lost'),
    given: () => void told.push('given'),
  };
  const turns = new Turns(name, listener, { patience: 15, again: 20 });
  open.push(turns);
  return { turns, told };
}

/** Locks as browsers have them, for the tabs of one test. */
function locks() {
  const queues = new Map<string, { steal: (error: Error) => void }>();
  const waiting: { name: string; run: () => void }[] = [];
  const abort = () => new DOMException('ended', 'AbortError');
  const request = (
    name: string,
    options: { ifAvailable?: boolean; steal?: boolean; signal?: AbortSignal },
    held: (lock: object | null) => Promise<void> | undefined,
  ): Promise<void> =>
    new Promise((done, failed) => {
      const run = async (): Promise<void> => {
        let stolen = false;
        const own = {
          steal: (error: Error) => {
            stolen = true;
            failed(error);
          },
        };
        queues.set(name, own);
        await held({});
        done();
        if (stolen || queues.get(name) !== own) return;
        queues.delete(name);
        const next = waiting.findIndex((each) => each.name === name);
        if (next >= 0) waiting.splice(next, 1)[0]?.run();
      };
      const holder = queues.get(name);
      if (!holder) void run();
      else if (options.steal) {
        holder.steal(abort());
        void run();
      } else if (options.ifAvailable) {
        held(null);
        done();
      } else {
        const entry = { name, run };
        waiting.push(entry);
        options.signal?.addEventListener('abort', () => {
          waiting.splice(waiting.indexOf(entry), 1);
          failed(abort());
        });
      }
    });
  return { locks: { request } };
}

const browsers: readonly (readonly [string, () => object | undefined])[] = [
  ['with locks', locks],
  ['without', () => undefined],
  [
    'that lets the page have none',
    () => ({ locks: { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) } }),
  ],
];

test.each(browsers)(
  'one tab writes, the next has its turn when that is gone: a browser %s',
  async (_, has) => {
    vi.stubGlobal('navigator', has());
    const [first, second] = [tab('1'), tab('2')];
    expect(await first.turns.ask('a')).toBe(true);
    expect(await second.turns.ask('a')).toBe(false);
    second.turns.wait();
    await aWhile();
    expect([...first.told, ...second.told]).not.toContain('given');
    first.turns.close();
    await vi.waitFor(() => expect(second.told).toContain('given'), { interval: 5 });
    expect(second.told).not.toContain('lost');
  },
);

test.each(browsers)('who is overtaken hears of it and waits: a browser %s', async (_, has) => {
  vi.stubGlobal('navigator', has());
  const [first, second] = [tab('1'), tab('2')];
  await first.turns.ask('a');
  expect(await second.turns.ask('a', 'force')).toBe(true);
  await vi.waitFor(() => expect(first.told).toContain('lost'), { interval: 5 });
  first.turns.wait();
  second.turns.letGo();
  await vi.waitFor(() => expect(first.told).toContain('given'), { interval: 5 });
});

test.each(browsers)('who waits no more is given nothing: a browser %s', async (_, has) => {
  vi.stubGlobal('navigator', has());
  const [first, second] = [tab('1'), tab('2')];
  await first.turns.ask('a');
  await second.turns.ask('a');
  second.turns.wait();
  expect(await second.turns.ask('b')).toBe(true);
  first.turns.letGo();
  await aWhile();
  expect(second.told).not.toContain('given');
});
