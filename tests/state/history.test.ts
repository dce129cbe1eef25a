import { describe, expect, test } from 'vitest';
import { History } from '../../src/state/history.svelte.ts';

describe('a history', () => {
  test('goes back and forth over the values', () => {
    const history = new History(1);
    history.put(2);
    history.put(3);
    expect([history.undo(), history.now]).toEqual([true, 2]);
    expect([history.undo(), history.now]).toEqual([true, 1]);
    expect([history.undo(), history.now]).toEqual([false, 1]);
    expect([history.redo(), history.now]).toEqual([true, 2]);
    expect([history.redo(), history.now]).toEqual([true, 3]);
    expect(history.redo()).toBe(false);
  });

  test('forgets what was undone once something new is done', () => {
    const history = new History('a');
    history.put('b');
    history.undo();
    history.put('c');
    expect(history.canRedo).toBe(false);
    history.undo();
    expect(history.now).toBe('a');
  });
});
