import { describe, expect, test } from 'vitest';
import { toDays } from '../../src/model/days.ts';
import { shapeOf, when } from '../../src/model/when.ts';

describe('when', () => {
  test('follows from EDTF', () => {
    expect(when('1914-07/1918-11~', 'explicit')).toEqual({
      edtf: '1914-07/1918-11~',
      start: toDays(1914, 7),
      end: toDays(1918, 12),
      precision: 'month',
      approximate: true,
      how: 'explicit',
    });
  });
  test('throws on what is not EDTF, with what was expected', () =>
    expect(() => when('1914-17', 'explicit')).toThrow(/found the month 17/));
});

describe('shapeOf', () => {
  const shape = (edtf: string, precision?: Parameters<typeof when>[2]) =>
    shapeOf(when(edtf, 'explicit', precision));
  test.each([
    ['2024-05-16', 'point'],
    ['2024-05', 'vague'],
    ['198X', 'vague'],
    ['2024-05-14/2024-05-16', 'span'],
    ['2018/2023', 'span'],
    ['2024-05/..', 'span'],
  ])('%s is a %s', (edtf, kind) => expect(shape(edtf).kind).toBe(kind));
  test('somewhere within a week is vague', () =>
    expect(shape('2024-05-06/2024-05-12', 'week').kind).toBe('vague'));
  test('tells open ends', () => {
    expect(shape('2024-05/..')).toMatchObject({ openStart: false, openEnd: true });
    expect(shape('../2024')).toMatchObject({ openStart: true, openEnd: false });
  });
});
