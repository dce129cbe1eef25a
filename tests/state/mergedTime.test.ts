import { expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/model/event.ts';
import { when } from '../../src/model/when.ts';
import { mergedTime } from '../../src/state/mergedTime.ts';
import { event } from './collection.ts';

const at = (id: string, edtf: string): TimelineEvent => event(`${edtf} work ${id}`);
const tell = ({ id }: TimelineEvent): string => `the ${id}`;

test('a merged event keeps the dates that its own one excludes, each once and with who says so', () => {
  const [report, paper, radio] = [
    at('report', '2022-12-03'),
    at('paper', '2022-12-04'),
    at('radio', '2022-12-04'),
  ];
  expect(mergedTime(report, [paper, radio], tell)).toMatchObject({
    edtf: '2022-12-03',
    how: 'edited',
    alternatives: [{ edtf: '2022-12-04', reason: 'the paper' }],
  });
});

test('who only says it less exactly does not disagree', () => {
  expect(
    mergedTime(at('report', '2022-12-03'), [at('paper', '2022-12'), at('radio', '2022')], tell),
  ).toBeUndefined();
});

test('what lies somewhere within a stretch still does', () => {
  const vague = { ...at('report', '2022-11'), time: when('2022-11-21/2022-11-30', 'explicit', 'month') };
  expect(mergedTime(vague, [at('paper', '2022-12-04')], tell)?.precision).toBe('month');
});
