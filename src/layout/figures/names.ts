import { textWidth } from '../../scene/advances.ts';
import { overlaps } from '../../scene/bounds.ts';
import { inkOnTheme, mix } from '../../scene/colour.ts';
import type { Box, Text } from '../../scene/scene.ts';
import { BAR_OPACITY, type Look, opacityOf, type Shape } from './shapes.ts';
import { isContested, samePeriod, type Track, topOf, type Value } from './value.ts';
import { disagreementInWords, LABEL_SIZE, wordsAbout } from './words.ts';

/** Left edge and baseline of a label, and which end of it stays put. */
type Place = readonly [x: number, y: number, anchor: Text['anchor']];

/** Labels of a track. */
export interface Names {
  readonly texts: readonly Text[];
  /** Values that they name. */
  readonly named: number;
}

/**
 * Labels at the values, the disputed first, then by salience and size; what has no room stays without, and is counted.
 * Who says so stands beside what others dispute, what is meant where a track holds several things. What three or more
 * say about one thing stands in one line above them, where it has room.
 */
export function nameValues(shapes: readonly Shape[], box: Box, track: Track, look: Look): Names {
  const placed = new Stretches<Box>((spot) => spot);
  const out: Text[] = [];
  const together = new Set<Value>();
  const rank = (v: Value) => (isContested(v) ? 1 : 0);
  const order = [...shapes].sort(
    (a, b) =>
      rank(b.value) - rank(a.value) ||
      Number(isInLine(b)) - Number(isInLine(a)) ||
      b.value.event.salience - a.value.event.salience ||
      Math.abs(topOf(b.value)) - Math.abs(topOf(a.value)) ||
      a.value.start - b.value.start,
  );
  // The tallest first: mostly the first that is asked about is in the way, so that a label costs little.
  const standing = new Stretches<Shape>((shape) => shape.bar);
  for (const shape of [...shapes].sort((a, b) => b.bar.height - a.bar.height)) standing.add(shape);
  for (const one of order) {
    const { value } = one;
    if (together.has(value)) continue;
    const line = isInLine(one) ? lineAbove(one, shapes, box, look) : null;
    if (
      line &&
      !placed.has(line.spot, (other) => overlaps(other, line.spot)) &&
      !standing.has(line.spot, (other) => !value.told.includes(other.value) && overlaps(other.bar, line.spot))
    ) {
      for (const each of value.told) together.add(each);
      placed.add(line.spot);
      out.push(line.text);
      continue;
    }
    for (const { words, width } of wordsAbout(value, track, look.locale).labels) {
      const free = placesFor(one, width, box).find(([x, baseline]) => {
        const spot = spotOf(x, baseline, width);
        return (
          x >= box.x + 2 &&
          x + width <= box.x + box.width - 2 &&
          baseline - 9 >= box.y &&
          baseline <= box.y + box.height &&
          !placed.has(spot, (other) => overlaps(other, spot)) &&
          !standing.has(
            spot,
            (other) =>
              // Not on the bar of another time, where it would be read as that one's.
              (overlaps(other.bar, spot) && !samePeriod(other.value, value) && !standsOn(one, other)) ||
              // Not across the top of another value.
              (other !== one && crosses(spot, other.bar, other.y)),
          )
        );
      });
      if (!free) continue;
      const [x, baseline, anchor] = free;
      const spot = spotOf(x, baseline, width);
      placed.add(spot);
      const onBar = standing.has(spot, (other) => !other.value.dissents && isWithin(spot, other.bar));
      // On a bar that is dimmed the bar's own colour would stand out.
      const isTinted = onBar && opacityOf([value], look) === 1;
      const ground = isTinted ? mix(look.theme.paper, look.bar, BAR_OPACITY) : look.theme.paper;
      out.push({
        kind: 'text',
        x: anchor === 'start' ? x : anchor === 'end' ? x + width : x + width / 2,
        y: baseline,
        text: words,
        size: LABEL_SIZE,
        weight: 400,
        fill: value.timed ? inkOnTheme(look.ink, { ...look.theme, paper: ground }) : look.theme.ink,
        // With another font the words are shorter or longer: on the side away from the mark.
        anchor,
        halo: ground,
        ...dimmed([value], look),
      });
      break;
    }
  }
  return { texts: out, named: out.length + [...together].filter((value) => value.dissents).length };
}

/** Whether a ring lies before a bar: its label is in another colour, and cannot be taken for the bar's. */
const standsOn = (ring: Shape, { value, bar }: Shape): boolean =>
  !ring.value.timed && value.timed && ring.bar.x >= bar.x && ring.bar.x + ring.bar.width <= bar.x + bar.width;

/** One line for all that is told about the first of them, above the highest; null where it is wider than their bar. */
function lineAbove(
  head: Shape,
  shapes: readonly Shape[],
  box: Box,
  look: Look,
): { readonly spot: Box; readonly text: Text } | null {
  const { told } = head.value;
  const all = shapes.filter((shape) => told.includes(shape.value));
  const room = head.bar.width - 8;
  const ways = disagreementInWords(told, look.locale).map((words) => ({
    words,
    width: textWidth(words, LABEL_SIZE, 400),
  }));
  const fits = ways.find(({ width }) => width <= room);
  const y = Math.min(...all.map((shape) => shape.y)) - 5;
  if (!fits || all.length < told.length || y - 9 < box.y) return null;
  const { words, width } = fits;
  const x = Math.min(head.bar.x + head.bar.width - 3, box.x + box.width - 4);
  return {
    spot: spotOf(x - width, y, width),
    text: {
      kind: 'text',
      x,
      y,
      text: words,
      size: LABEL_SIZE,
      weight: 400,
      fill: look.ink,
      anchor: 'end',
      halo: look.theme.paper,
      ...dimmed(told, look),
    },
  };
}

/** Words of what a search did not find stay a little clearer than its marks. */
function dimmed(values: readonly Value[], look: Look): { readonly opacity?: number } {
  const opacity = opacityOf(values, look);
  return opacity === 1 ? {} : { opacity: opacity * 2 };
}

/** Whether a label stands on a bar, its ends and its upper edge. */
const isWithin = (spot: Box, bar: Box): boolean =>
  spot.y + 5 > bar.y && spot.x + 3 >= bar.x && spot.x + spot.width - 3 <= bar.x + bar.width;

/** Whether a value may stand for all that is told about it. */
const isInLine = ({ value }: Shape): boolean => value.told.length > 2 && !value.dissents;

const spotOf = (x: number, baseline: number, width: number): Box => ({
  x: x - 3,
  y: baseline - 9,
  width: width + 6,
  height: 12,
});

/** Where a label of a width may stand, the best first. */
function placesFor({ value, bar, y }: Shape, width: number, box: Box): readonly Place[] {
  const right = bar.x + bar.width;
  const beside: readonly Place[] = [
    [right + 5, y + 4, 'start'],
    [bar.x - width - 5, y + 4, 'end'],
  ];
  if (!value.timed) return beside;
  const end = Math.min(right - 3, box.x + box.width - 4);
  if (width + 8 > bar.width) return [[bar.x + bar.width / 2 - width / 2, y - 5, 'middle'], ...beside];
  const above: Place = [end - width, y - 5, 'end'];
  // Below its line only within the bar, not across the axis.
  return bar.height < 16 ? [above] : [above, [end - width, y + 13, 'end']];
}

const crosses = (spot: Box, bar: Box, y: number): boolean =>
  y > spot.y && y < spot.y + spot.height && bar.x < spot.x + spot.width && bar.x + bar.width > spot.x;

/** Things by the stretches of the x axis that they cover, so that only neighbours are asked. */
class Stretches<T> {
  private static readonly px = 8;
  private readonly things = new Map<number, T[]>();
  private readonly boxOf: (thing: T) => Box;

  constructor(boxOf: (thing: T) => Box) {
    this.boxOf = boxOf;
  }

  add(thing: T): void {
    for (const i of this.over(this.boxOf(thing))) {
      const there = this.things.get(i);
      if (there) there.push(thing);
      else this.things.set(i, [thing]);
    }
  }

  /** Whether one of the things near a spot answers yes, in the order in which they were added. */
  has(spot: Box, is: (thing: T) => boolean): boolean {
    for (const i of this.over(spot)) if (this.things.get(i)?.some(is)) return true;
    return false;
  }

  private *over(box: Box): Generator<number> {
    const last = Math.floor((box.x + box.width) / Stretches.px);
    for (let i = Math.floor(box.x / Stretches.px); i <= last; i++) yield i;
  }
}
