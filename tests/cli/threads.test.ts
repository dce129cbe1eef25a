import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, test } from 'vitest';
import { spread } from '../../src/cli/crew.ts';
import { builtCommandLine, dateline, folderOf, PROGRAM } from './dateline.ts';

beforeAll(builtCommandLine, 60_000);

const TOWNS = ['Aldmouth', 'Brenholm', 'Corvane', 'Dunsay', 'Eskby', 'Fenwick'];
const DEEDS = [
  'opened a glass works',
  'lost its pier in a gale',
  'sold the tram depot',
  'elected a new council',
];

/** Some pages that name the same towns and years, so that what they tell is merged across them. */
function pages(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const told = Array.from({ length: 4 + (i % 5) * 3 }, (_, k) => {
        const [town, deed] = [TOWNS[(i + k) % TOWNS.length], DEEDS[(i * 3 + k) % DEEDS.length]];
        return `${town} ${deed} on ${1 + ((k * 5) % 27)} June ${1900 + ((i * 7 + k) % 12)}.`;
      });
      return [`page-${i}.txt`, `${TOWNS[i % TOWNS.length]}\n\n${told.join(' ')}\n`];
    }),
  );
}

describe('dateline extract --threads', () => {
  test('gives the same bytes for any number of threads, with a file in between that cannot be read', async () => {
    const folder = folderOf({ ...pages(14), 'page-5.txt': '', 'quiet.txt': 'Grey stones and moss.\n' });
    const [one, ...others] = await Promise.all(
      ['1', '2', '4'].map((threads) => dateline(folder, ['extract', '.', '--threads', threads])),
    );
    expect(JSON.parse(one!.stdout).events.length).toBeGreaterThan(20);
    expect(JSON.parse(one!.stdout).documents).toHaveLength(14);
    expect(one!.stderr).toMatch(/^dateline: page-5\.txt: .*empty/m);
    expect(one!.code).toBe(1);
    for (const other of others) expect(other).toEqual(one);
  }, 60_000);

  test.each(['0', 'two', '1.5', '-1', '9999'])('refuses %s', async (threads) => {
    const folder = folderOf({ 'a.txt': 'Fog.\n' });
    const { code, stderr } = await dateline(folder, ['extract', 'a.txt', `--threads=${threads}`]);
    expect(stderr).toBe(
      `dateline: --threads: found "${threads}", expected a whole number from 1 to 256. See: dateline extract --help\n`,
    );
    expect(code).toBe(2);
  });

  test.skipIf(process.platform === 'win32')(
    'ends at once when it is interrupted',
    async () => {
      const [name, text] = Object.entries(pages(1))[0]!;
      const folder = folderOf(
        Object.fromEntries([1, 2, 3].map((n) => [`${n}-${name}`, text.slice(10).repeat(4000)])),
      );
      const child = spawn(process.execPath, [PROGRAM, 'extract', '.', '--threads', '2', '-o', 'out.json'], {
        cwd: folder,
      });
      let stderr = '';
      child.stderr.on('data', (bytes) => {
        stderr += bytes;
      });
      const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const asked = performance.now();
      child.kill('SIGINT');
      expect(await ended).toBe('SIGINT');
      expect(performance.now() - asked).toBeLessThan(5000);
      expect(stderr).toBe('');
      expect(existsSync(join(folder, 'out.json'))).toBe(false);
    },
    30_000,
  );
});

describe('a crew', () => {
  const folder = folderOf({
    'double.mjs': `
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ number, task }) => {
        if (task === 'throw') throw new Error('a fault in it');
        if (task === 'leave') process.exit(3);
        parentPort.postMessage({ kind: 'part', number, share: 0.5 });
        parentPort.postMessage({ kind: 'done', number, result: task + task });
      });`,
  });
  const crew = (tasks: readonly string[], threads: number) => {
    const seen: string[] = [];
    const parts: string[] = [];
    let started = 0;
    const results = spread<string, string>(tasks, {
      threads,
      start: () => {
        started++;
        return new Worker(join(folder, 'double.mjs'));
      },
      broken: (task, { message }) => `${task}: ${message}`,
      onDone: (done, task) => seen.push(`${done} ${task}`),
      onPart: (_, task, share) => parts.push(`${task} ${share}`),
    });
    return results.then((list) => ({ list, seen, parts, started }));
  };

  test.each([1, 2, 5])(
    'of %i answers in the order of the tasks and starts no thread too many',
    async (threads) => {
      const { list, seen, parts, started } = await crew(['a', 'b', 'c'], threads);
      expect(list).toEqual(['aa', 'bb', 'cc']);
      expect(seen.map((line) => line[0])).toEqual(['1', '2', '3']);
      expect([...parts].sort()).toEqual(['a 0.5', 'b 0.5', 'c 0.5']);
      expect(started).toBe(Math.min(threads, 3));
    },
  );

  test.each([1, 2])('of %i goes on when a thread breaks: that costs its one task', async (threads) => {
    const { list } = await crew(['a', 'throw', 'b', 'leave', 'c', 'throw'], threads);
    expect(list).toEqual([
      'aa',
      'throw: a fault in it',
      'bb',
      'leave: its thread ended with 3',
      'cc',
      'throw: a fault in it',
    ]);
  });

  test('without tasks starts nobody', async () => {
    expect(await crew([], 4)).toEqual({ list: [], seen: [], parts: [], started: 0 });
  });
});

test('the code of the command line is one file, threads and all', () => {
  // Types that comments name are no code.
  const elsewhere = /import\(["']\.{1,2}\/(?![^"']*\.d\.ts["'])/;
  expect(readFileSync(PROGRAM, 'utf8')).not.toMatch(elsewhere);
});
