import { textWidth } from '../../scene/advances.ts';
import { overlaps } from '../../scene/bounds.ts';
import { mix } from '../../scene/colour.ts';
import type { Box, Text } from '../../scene/scene.ts';
import { axisNumber, axisUnit } from '../amounts.ts';
import { BAR_OPACITY, type Look, type Shape } from '../figures/shapes.ts';
import { isContested, samePeriod, type Track, topOf, type Value } from '../figures/value.ts';
import { LABEL_SIZE, wordsAbout } from '../figures/words.ts';

/** Height of what a label keeps free, px. */
const HEIGHT = 12;
/** From the end of a bar or a ring to its label, px. */
const GAP = 4;
/** Labels of one bar stand at so many heights, from its middle on, px apart. */
const STEPS = [0, 1, -1, 2, -2, 3, -3];
const STEP = 13;

/**
 * Labels at the values of a column whose time runs downwards, the disputed first, then by salience and size: at the end of
 * the bar, or within it, as near to the middle of its period as there is room. What has no room stays without and is
 * counted. On a phone a label is the number alone, for the unit stands above.
 * @param shapes as where time runs to the right, before they are turned. @param box of the column in the picture, px.
 */
export function nameFigures(
  shapes: readonly Shape[],
  box: Box,
  track: Track,
  narrow: boolean,
  look: Look,
): readonly Text[] {
  const placed: Box[] = [];
  const texts: Text[] = [];
  const rank = ({ value }: Shape): number => (isContested(value) ? 1 : 0);
  const order = [...shapes].sort(
    (a, b) =>
      rank(b) - rank(a) ||
      b.value.event.salience - a.value.event.salience ||
      Math.abs(topOf(b.value)) - Math.abs(topOf(a.value)) ||
      a.value.start - b.value.start,
  );
  const standing = shapes.map((shape) => ({ shape, bar: turned(shape.bar), end: shape.y }));
  for (const one of order) {
    const bar = turned(one.bar);
    const isFree = ({ x, y, width }: Label, strict: boolean): boolean => {
      const spot = spotOf(x, y, width);
      return (
        x >= box.x - 2 &&
        x + width <= box.x + box.width &&
        y - HEIGHT >= box.y &&
        y + 3 <= box.y + box.height &&
        !placed.some((other) => overlaps(other, spot)) &&
        !standing.some(
          ({ shape, bar: other, end }) =>
            shape !== one &&
            // Not on the bar of another time, where it would be read as that one's, nor on a ring.
            ((overlaps(other, spot) && !(shape.value.timed && samePeriod(shape.value, one.value))) ||
              // Not across the end of another value, but of one that it is disputed by.
              ((strict || !one.value.told.includes(shape.value)) &&
                end > spot.x &&
                end < spot.x + spot.width &&
                other.y < spot.y + spot.height &&
                other.y + other.height > spot.y)),
        )
      );
    };
    let found: Label | undefined;
    for (const { words, width } of labelsOf(one.value, track, narrow, look.locale)) {
      const places = placesFor(one, bar, width, box).map((place) => ({ words, width, ...place }));
      found ??= places.find((place) => isFree(place, true));
      if (isContested(one.value)) found ??= places.find((place) => isFree(place, false));
    }
    if (!found) continue;
    const { words, width, x, y, inside, anchor } = found;
    placed.push(spotOf(x, y, width));
    texts.push({
      kind: 'text',
      x: anchor === 'end' ? x + width : x,
      y,
      text: words,
      size: LABEL_SIZE,
      weight: 400,
      fill: one.value.timed ? look.ink : look.theme.ink,
      anchor,
      halo: inside ? mix(look.theme.paper, look.bar, BAR_OPACITY) : look.theme.paper,
    });
  }
  return texts;
}

const turned = ({ x, y, width, height }: Box): Box => ({ x: y, y: x, width: height, height: width });

const spotOf = (x: number, baseline: number, width: number): Box => ({
  x: x - 2,
  y: baseline - 9,
  width: width + 4,
  height: HEIGHT,
});

/** What may be written at a value, the longest first. */
function labelsOf(
  value: Value,
  track: Track,
  narrow: boolean,
  locale: string,
): readonly { readonly words: string; readonly width: number }[] {
  const whole = wordsAbout(value, track, locale).labels;
  if (!narrow) return whole;
  const { factor } = axisUnit(Math.max(-track.low, track.high), track.unit, locale);
  const number = (of: number): string => axisNumber(Number((of / factor).toPrecision(4)), locale);
  const { figure, upTo } = value;
  const sign = figure.bound === 'min' && upTo === null ? '≥' : figure.bound === 'max' ? '≤' : '';
  const words = `${sign || (figure.approximate ? '≈' : '')}${number(figure.value)}${upTo === null ? '' : `–${number(upTo)}`}${figure.scaleAssumed ? '?' : ''}`;
  return [{ words, width: textWidth(words, LABEL_SIZE, 400) }];
}

/** Where a label may stand. */
interface Place {
  /** Left edge and baseline, px. */
  readonly x: number;
  readonly y: number;
  /** The end that stays put in another font. */
  readonly anchor: 'start' | 'end';
  /** Whether it stands on its bar. */
  readonly inside: boolean;
}

/** A label at a place. */
interface Label extends Place {
  readonly words: string;
  readonly width: number;
}

/** Where a label of a width may stand, the best first. */
function placesFor({ value, y: end }: Shape, bar: Box, width: number, box: Box): readonly Place[] {
  const top = Math.max(bar.y, box.y);
  const bottom = Math.min(bar.y + bar.height, box.y + box.height);
  const middle = (top + bottom) / 2 + 4;
  const beyond = Math.max(bar.x + bar.width, end);
  const beside = (y: number): readonly Place[] => [
    { x: beyond + GAP, y, anchor: 'start', inside: false },
    ...(value.timed ? [] : [{ x: bar.x - GAP - width, y, anchor: 'end' as const, inside: false }]),
  ];
  if (!value.timed) return beside(middle);
  const heights = STEPS.map((step) => middle + step * STEP).filter(
    (y, i) => i === 0 || (y - 9 >= top && y + 2 <= bottom),
  );
  const fits = width + 2 * GAP <= end - bar.x && bottom - top >= HEIGHT;
  return heights.flatMap((y): readonly Place[] => [
    ...beside(y),
    ...(fits ? [{ x: end - GAP - width, y, anchor: 'end' as const, inside: true }] : []),
  ]);
}
