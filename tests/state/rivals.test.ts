import { describe, expect, test } from 'vitest';
import type { Figure, Source, TimelineEvent } from '../../src/model/event.ts';
import { when } from '../../src/model/when.ts';
import { rivalsIn, statedIn } from '../../src/state/rivals.ts';

const source = (document: string, quote: string): Source => ({
  document,
  start: 0,
  end: quote.length,
  quote,
  mention: null,
});

const figure = (value: number, over: Partial<Figure> = {}): Figure => ({
  label: 'revenue',
  value,
  unit: 'EUR',
  period: '2022',
  ...over,
});

const event = (id: string, figures: readonly Figure[], sources: readonly Source[]): TimelineEvent => ({
  id,
  title: id,
  category: 'trade',
  status: 'happened',
  time: when('2022', 'explicit'),
  confidence: 0.9,
  salience: 0.5,
  actors: [],
  place: null,
  figures,
  sources,
});

const report = event(
  'report',
  [figure(84e6)],
  [source('report.txt', 'Revenue rose to €84 million in 2022.')],
);
const paper = event('paper', [figure(79e6)], [source('paper.txt', 'Revenue reached €79m in 2022.')]);
const radio = event('radio', [figure(79e6)], [source('radio.txt', 'They took in 79 million euros in 2022.')]);

describe('what others say of the same figure', () => {
  test('is named with who says so, from both sides', () => {
    const of = (one: TimelineEvent) =>
      rivalsIn(one, [report, paper]).map(({ rivals }) =>
        rivals.map((rival) => [rival.figure.value, rival.event.id]),
      );
    expect(of(report)).toEqual([[[79e6, 'paper']]]);
    expect(of(paper)).toEqual([[[84e6, 'report']]]);
  });

  test('is found for the second who says the same as well', () => {
    const events = [report, paper, radio];
    expect(rivalsIn(radio, events)[0]?.rivals.map((rival) => rival.event.id)).toEqual(['report']);
  });

  test('is nothing where unit, period or matter differ, or no period is given', () => {
    const others = [
      event('dollars', [figure(79e6, { unit: 'USD' })], paper.sources),
      event('before', [figure(79e6, { period: '2021' })], paper.sources),
      event('ships', [figure(3e6, { label: 'ferries' })], paper.sources),
      event('undated', [figure(79e6, { period: null })], paper.sources),
    ];
    expect(rivalsIn(report, [report, ...others])[0]?.rivals).toEqual([]);
    expect(rivalsIn(others[3]!, [report, ...others])[0]?.rivals).toEqual([]);
  });

  test('within a merged event is told by its passages; one passage does not disagree with itself', () => {
    const both = event('both', [figure(84e6), figure(79e6)], [...report.sources, ...paper.sources]);
    const [first, second] = rivalsIn(both, [both]);
    expect(first?.rivals[0]?.sources.map((each) => each.document)).toEqual(['paper.txt']);
    expect(second?.rivals[0]?.sources.map((each) => each.document)).toEqual(['report.txt']);
    const one = event('one', both.figures, [source('a.txt', 'It was €79 million in 2022, not 84 million.')]);
    expect(rivalsIn(one, [one]).map(({ rivals }) => rivals)).toEqual([[], []]);
  });
});

test('who quotes the other to contradict it is named for its own number alone', () => {
  const quoting = source(
    'paper.txt',
    'Revenue reached €79 million in 2022, less than the 84 million announced.',
  );
  const both = event(
    'both',
    [figure(84e6), figure(79e6), figure(84e6, { bound: 'max' })],
    [...report.sources, quoting],
  );
  const who = rivalsIn(both, [both]).map(({ sources, rivals }) => [
    sources.map((each) => each.document),
    rivals.map((rival) => [rival.figure.value, rival.sources.map((each) => each.document)]),
  ]);
  expect(who[0]).toEqual([['report.txt'], [[79e6, ['paper.txt']]]]);
  expect(who[1]).toEqual([['paper.txt'], [[84e6, ['report.txt']]]]);
});

test('a figure stands where its digits are, in any writing; else it may stand anywhere', () => {
  const passages = [
    source('a', 'some 1,250 men'),
    source('b', 'rund 2,4 Millionen'),
    source('c', 'twelve boats'),
  ];
  const where = (value: number) => statedIn(figure(value), passages).map((each) => each.document);
  expect(where(1250)).toEqual(['a']);
  expect(where(2.4e6)).toEqual(['b']);
  expect(where(12)).toEqual(['a', 'b', 'c']);
});
