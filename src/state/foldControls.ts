import { lengthInWords } from '../layout/fold.ts';
import type { Box } from '../scene/scene.ts';
import type { Fold } from '../store/fold.ts';
import type { Window } from '../store/store.ts';

/** A place of the chart where a long silence can be folded, or unfolded. */
export interface FoldControl {
  /** The middle of what is seen of the silence, px from the left edge of the picture. */
  readonly x: number;
  /** Foot of the plot, px. */
  readonly y: number;
  /** How long the silence is, in words. */
  readonly length: string;
  readonly folded: boolean;
}

/** A silence that is seen less wide has no control, px: unfolded one, folded one. */
const LEAST = { open: 120, folded: 14 };

/**
 * The controls for the silences in view.
 * @param view in the picture's time. @param plot of the picture. @param locale BCP 47.
 */
export function foldControls(
  silences: readonly Window[],
  fold: Fold | null,
  view: Window,
  plot: Box,
  locale: string,
): readonly FoldControl[] {
  const toX = (days: number) => plot.x + ((days - view.start) / (view.end - view.start)) * plot.width;
  return (fold?.gaps ?? silences).flatMap((silence, i): FoldControl[] => {
    const drawn = fold?.bands[i] ?? silence;
    const from = Math.max(toX(drawn.start), plot.x);
    const to = Math.min(toX(drawn.end), plot.x + plot.width);
    if (to - from < (fold ? LEAST.folded : LEAST.open)) return [];
    return [
      {
        x: (from + to) / 2,
        y: plot.y + plot.height,
        length: lengthInWords(silence.end - silence.start, locale),
        folded: fold !== null,
      },
    ];
  });
}
