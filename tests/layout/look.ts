import { fitView } from '../../src/layout/scale.ts';
import { layoutTimeline, type TimelineInput, type TimelineLayout } from '../../src/layout/timeline.ts';
import { textWidth } from '../../src/scene/advances.ts';
import { boundsOf } from '../../src/scene/bounds.ts';
import type { Box, Group, Mark, Text } from '../../src/scene/scene.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import type { EventStore } from '../../src/store/store.ts';

/** Lays out a store; what is not given is light, English, 1200 × 800 px and shows everything. */
export function lay(
  store: EventStore,
  rest: Partial<Omit<TimelineInput, 'view'>> & Partial<TimelineInput['view']> = {},
): TimelineLayout {
  const { start, end, width = 1200, height = 800, ...other } = rest;
  const fit = fitView(store, width, height);
  return layoutTimeline({
    store,
    categories: [],
    view: { ...fit, start: start ?? fit.start, end: end ?? fit.end },
    theme: LIGHT,
    selected: null,
    found: null,
    locale: 'en',
    ...other,
  });
}

/** A group of the scene by key, wherever it stands. @throws Error if there is none. */
export function groupOf(layout: TimelineLayout, key: string): Group {
  const search = (marks: readonly Mark[]): Group | null => {
    for (const mark of marks) {
      if (mark.kind !== 'group') continue;
      const found = mark.key === key ? mark : search(mark.marks);
      if (found) return found;
    }
    return null;
  };
  const found = search(layout.scene.marks);
  if (!found) throw new Error(`no group ${key}`);
  return found;
}

/** An event as it is drawn. */
export interface Seen {
  readonly id: string;
  readonly title: string;
  readonly label: (Box & { readonly text: string }) | null;
  /** Shapes without leader lines, and their common box. */
  readonly shapes: readonly Mark[];
  readonly mark: Box;
}

export function eventsOf(layout: TimelineLayout): Seen[] {
  return groupOf(layout, 'events')
    .marks.filter((mark): mark is Group => mark.kind === 'group' && mark.key.startsWith('event-'))
    .map((group) => {
      const text = group.marks.find((mark): mark is Text => mark.kind === 'text');
      const shapes = group.marks.filter(({ kind }) => kind !== 'text' && kind !== 'line');
      return {
        id: group.key.slice('event-'.length),
        title: group.title ?? '',
        label: text ? { ...lineOf(text), text: text.text } : null,
        shapes,
        mark: around(shapes),
      };
    });
}

/** The box of a title: as wide as it runs, as high as its capitals and what hangs below. */
function lineOf({ x, y, text, size, weight, anchor }: Text): Box {
  const width = textWidth(text, size, weight);
  return { x: anchor === 'end' ? x - width : x, y: y - 9, width, height: 12 };
}

/** Numbers that tell of events without a mark of their own, lane by lane. */
export const pilesOf = (layout: TimelineLayout): { lane: string; count: number }[] =>
  groupOf(layout, 'events')
    .marks.filter((mark): mark is Group => mark.kind === 'group' && mark.key.startsWith('more-'))
    .map(({ key, marks }) => ({
      lane: key.split('-')[1]!,
      count: Number((marks[0] as Text).text.replace(/[^0-9]/g, '')),
    }));

/** What is wrong with the labels of a picture, in words; nothing when all rules hold. */
export function faultsOf(layout: TimelineLayout, titles: ReadonlyMap<string, string>): string[] {
  const seen = eventsOf(layout);
  const { plot } = layout;
  const faults: string[] = [];
  const labelled = seen.filter(({ label }) => label);
  for (const a of labelled) {
    const label = a.label!;
    if (label.text !== titles.get(a.id)) faults.push(`${a.id} shows "${label.text}"`);
    // Widths are kept in single precision.
    if (label.x < plot.x - 0.01 || label.x + label.width > plot.x + plot.width + 0.01)
      faults.push(`${a.id} leaves the plot`);
    for (const b of seen) {
      if (a === b) continue;
      if (b.label && overlap(label, b.label)) faults.push(`labels of ${a.id} and ${b.id} overlap`);
      if (overlap(label, b.mark)) faults.push(`label of ${a.id} overlaps the mark of ${b.id}`);
    }
  }
  return faults;
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function around(marks: readonly Mark[]): Box {
  const boxes = marks.map((mark) => boundsOf(mark)).filter((box): box is Box => box !== null);
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
