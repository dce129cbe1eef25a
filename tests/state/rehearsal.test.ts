import { expect, test } from 'vitest';
import type { Mark } from '../../src/scene/scene.ts';
import { DARK, LIGHT } from '../../src/scene/theme.ts';
import { rehearsal } from '../../src/state/rehearsal.ts';

const all = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...all(mark.marks)] : [mark]));

test('has what pictures mostly consist of: titles, dots, bars, a ridge, what is planned and what is vague', () => {
  const marks = all(rehearsal(LIGHT, 'en').marks);
  const groups = marks.filter((mark) => mark.kind === 'group').map(({ key }) => key);
  expect(groups.filter((key) => key.startsWith('event-')).length).toBeGreaterThan(40);
  expect(groups.filter((key) => key.startsWith('ridge-'))).toHaveLength(1);
  const titles = marks.filter((mark) => mark.kind === 'text' && mark.text.startsWith('rehearsal-'));
  expect(titles.length).toBeGreaterThan(20);
  const kinds = new Set(marks.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['circle', 'group', 'line', 'polyline', 'rect', 'text']);
});

test('is painted in the colours of the page', () => {
  expect(rehearsal(DARK, 'de').background).toBe(DARK.paper);
});
