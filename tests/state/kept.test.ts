import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mayHaveVault, VAULT } from '../../src/state/kept.ts';

/** A browser that says after so many ms which databases it has. */
const answersAfter = (ms: number, names: readonly string[]): void => {
  vi.stubGlobal('indexedDB', {
    databases: () =>
      new Promise((done) => {
        setTimeout(() => done(names.map((name) => ({ name, version: 1 }))), ms);
      }),
  });
};

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function ask(): Promise<{ told: boolean; late: number }> {
  const heard = vi.fn();
  const answer = mayHaveVault(heard);
  await vi.advanceTimersByTimeAsync(2000);
  const told = await answer;
  expect(heard).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(20_000);
  return { told, late: heard.mock.calls.length };
}

test('a browser that answers soon says what it has, once', async () => {
  answersAfter(300, ['other', VAULT]);
  expect(await ask()).toEqual({ told: true, late: 0 });
  answersAfter(300, ['other']);
  expect(await ask()).toEqual({ told: false, late: 0 });
});

test('one that answers late is not waited for, and heard when it has something', async () => {
  answersAfter(8000, [VAULT]);
  expect(await ask()).toEqual({ told: false, late: 1 });
  answersAfter(8000, []);
  expect(await ask()).toEqual({ told: false, late: 0 });
});

test('one that denies it has nothing', async () => {
  vi.stubGlobal('indexedDB', {
    databases: () => Promise.reject(new DOMException('denied', 'SecurityError')),
  });
  expect(await ask()).toEqual({ told: false, late: 0 });
  vi.stubGlobal('indexedDB', undefined);
  expect(await ask()).toEqual({ told: false, late: 0 });
});
