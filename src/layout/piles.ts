import type { TimelineEvent } from '../model/event.ts';
import { textWidth } from '../scene/advances.ts';
import { inkOnTheme } from '../scene/colour.ts';
import type { Box, Mark } from '../scene/scene.ts';
import type { TimelineInput } from './timeline.ts';
import { digits } from './titles.ts';

/** Size of a number, px. */
const SIZE = 10;
/** Events so near to each other are one number, px. */
const TOGETHER = 26;
/** Between two numbers, px. */
const APART = 5;
/** Between a number and the selected event's ring, px. */
const BESIDE = 3;

/** Numbers in which a search found nothing are this opaque: as titles are. */
const DIM = 0.44;

/** An event that found no row, and where it lies, px. */
export interface Unplaced {
  readonly index: number;
  readonly x: number;
}

interface Pile {
  readonly first: number;
  last: number;
  from: number;
  to: number;
}

/**
 * What found no row in a lane of few events is told as `+7` under where it lies. Numbers that would touch, at the edges
 * of the plot for instance, are one.
 * @param event by index. @param bottom of the lane, px.
 * @param taken what the selected event's mark and ring cover of the strip, px: numbers stand beside it.
 */
export function drawPiles(
  left: readonly Unplaced[],
  event: (index: number) => TimelineEvent,
  lane: string,
  plot: Box,
  bottom: number,
  colour: string,
  taken: readonly [from: number, to: number] | null,
  { locale, told, theme, found }: TimelineInput,
): Mark[] {
  const inOrder = left.toSorted((a, b) => a.x - b.x);
  const words = ({ first, last }: Pile) => `+${digits(last - first + 1, locale)}`;
  const isCovered = ({ from, to }: Pile): boolean => taken !== null && from < taken[1] && to > taken[0];
  /** Puts a number over the middle of its events, inside the plot, and beside what is taken where there is room. */
  const settle = (pile: Pile): Pile => {
    const half = textWidth(words(pile), SIZE, 550) / 2;
    const middle = (inOrder[pile.first]!.x + inOrder[pile.last]!.x) / 2;
    const within = (at: number) => Math.max(Math.min(at, plot.x + plot.width - half), plot.x + half);
    const over = within(middle);
    let x = over;
    if (taken && isCovered({ ...pile, from: over - half - BESIDE, to: over + half + BESIDE })) {
      const sides = [taken[0] - BESIDE - half, taken[1] + BESIDE + half].filter((at) => within(at) === at);
      x = sides.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? over;
    }
    pile.from = x - half;
    pile.to = x + half;
    return pile;
  };
  const piles: Pile[] = [];
  for (let first = 0; first < inOrder.length; ) {
    let last = first;
    while (last + 1 < inOrder.length && inOrder[last + 1]!.x - inOrder[first]!.x < TOGETHER) last++;
    let pile = settle({ first, last, from: 0, to: 0 });
    for (let before = piles.at(-1); before && before.to + APART > pile.from; before = piles.at(-1)) {
      piles.pop();
      pile = settle({ ...pile, first: before.first });
    }
    piles.push(pile);
    first = last + 1;
  }
  return piles.map((pile, i) => ({
    kind: 'group',
    key: `more-${lane}-${i}`,
    ...(told === false ? {} : { title: titlesOf(pile) }),
    marks: [
      {
        kind: 'text',
        x: (pile.from + pile.to) / 2,
        y: bottom - 1.5,
        text: words(pile),
        size: SIZE,
        weight: 550,
        fill: inkOnTheme(colour, theme),
        anchor: 'middle',
        ...(isCovered(pile) ? { halo: theme.paper } : {}),
        ...(found && !holdsFound(pile) ? { opacity: DIM } : {}),
      },
    ],
  }));

  function holdsFound({ first, last }: Pile): boolean {
    return inOrder.slice(first, last + 1).some(({ index }) => found?.has(event(index).id));
  }

  function titlesOf({ first, last }: Pile): string {
    return inOrder
      .slice(first, last + 1)
      .map(({ index }) => event(index).title)
      .join('\n');
  }
}
