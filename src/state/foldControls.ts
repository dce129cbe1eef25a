import { lengthInWords } from '../layout/fold.ts';
import type { Box } from '../scene/scene.ts';
import type { Fold } from '../store/fold.ts';
import type { Window } from '../store/store.ts';

/** A place of the chart where a long silence can be folded, or unfolded. */
export interface FoldControl {
  /** The middle of what is seen of the silence, px from the left edge of the picture. */
  readonly x: number;
  /** Foot of the plot, px from the top. Where time runs downwards, the middle of the silence; `x` is beside the calendar. */
  readonly y: number;
  /** How long the silence is, in words. */
  readonly length: string;
  readonly folded: boolean;
}

/** A silence that is seen less wide has no control, px: unfolded one, folded one. */
const LEAST = { open: 120, folded: 14 };

/** Where controls stand when time runs downwards, px from the left edge. */
const DOWN = 52;

/**
 * The controls for the silences in view.
 * @param view in the picture's time. @param plot of the picture. @param locale BCP 47.
 * @param down whether time runs downwards.
 */
export function foldControls(
  silences: readonly Window[],
  fold: Fold | null,
  view: Window,
  plot: Box,
  locale: string,
  down = false,
): readonly FoldControl[] {
  const [first, length] = down ? [plot.y, plot.height] : [plot.x, plot.width];
  const toPx = (days: number) => first + ((days - view.start) / (view.end - view.start)) * length;
  return (fold?.gaps ?? silences).flatMap((silence, i): FoldControl[] => {
    const drawn = fold?.bands[i] ?? silence;
    const from = Math.max(toPx(drawn.start), first);
    const to = Math.min(toPx(drawn.end), first + length);
    if (to - from < (fold ? LEAST.folded : LEAST.open)) return [];
    return [
      {
        ...(down
          ? { x: plot.x + DOWN, y: (from + to) / 2 }
          : { x: (from + to) / 2, y: plot.y + plot.height }),
        length: lengthInWords(silence.end - silence.start, locale),
        folded: fold !== null,
      },
    ];
  });
}
