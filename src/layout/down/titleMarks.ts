import { textWidth } from '../../scene/advances.ts';
import { directionOf } from '../../scene/direction.ts';
import type { Text } from '../../scene/scene.ts';
import type { Theme } from '../../scene/theme.ts';
import { type Emphasis, TITLE_SIZE, titleWeight } from '../titles.ts';

/** Size of a date beside a title, and from line to line, px. */
export const DATE_SIZE = 11;
export const LINE = 16;

/** Where a title and its date stand and how loud they are. */
export interface TitlePlace {
  /** Left edges of date and title, px; the same where the date stands above. */
  readonly date: number;
  readonly title: number;
  /** px. */
  readonly top: number;
  /** Whether the date stands above the title, and not beside it. */
  readonly stacked: boolean;
  readonly weight: Text['weight'];
  readonly fill: string;
  /** 1 for none. */
  readonly dim: number;
}

/** How loud a title is, as in every other layout. */
export const loudness = (
  emphasis: Emphasis,
  loud: boolean,
  theme: Theme,
): Pick<TitlePlace, 'weight' | 'fill'> => ({
  weight: titleWeight(emphasis),
  fill: loud || emphasis !== 'faint' ? theme.ink : theme.muted,
});

/** Date and title, line by line. Of a title that is read from the right the lines end below each other. */
export function titleMarks(
  dates: readonly string[],
  lines: readonly string[],
  { date, title, top, stacked, weight, fill, dim }: TitlePlace,
  theme: Theme,
): readonly Text[] {
  const first = top + TITLE_SIZE;
  const faded = dim < 1 ? { opacity: dim } : {};
  const leftwards = lines.length > 1 && directionOf(lines.join(' ')) === 'rtl';
  const widest = leftwards ? Math.max(...lines.map((line) => textWidth(line, TITLE_SIZE, weight))) : 0;
  return [
    ...dates.map(
      (text, i): Text => ({
        kind: 'text',
        x: date,
        y: first + i * LINE,
        text,
        size: DATE_SIZE,
        weight: 400,
        fill: theme.muted,
        anchor: 'start',
        tabular: true,
        ...faded,
      }),
    ),
    ...lines.map(
      (text, i): Text => ({
        kind: 'text',
        x: leftwards ? title + widest : title,
        y: first + (i + (stacked ? dates.length : 0)) * LINE,
        text,
        size: TITLE_SIZE,
        weight,
        fill,
        anchor: leftwards ? 'end' : 'start',
        ...faded,
      }),
    ),
  ];
}
