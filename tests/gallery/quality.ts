import type { TimelineEvent } from '../../src/model/event.ts';
import { boundsOf, overlaps } from '../../src/scene/bounds.ts';
import type { Box, Group, Mark, Scene, Text } from '../../src/scene/scene.ts';

/** How good a picture is, measured on the marks that are painted and not on what the layout believes. */
export interface Quality {
  /** Pairs of texts that cover each other, each with both its texts. */
  readonly overlapping: readonly string[];
  /** Texts that leave the picture or the box to which they are cut. */
  readonly clipped: readonly string[];
  /** Mean distance between a title and the mark it names, px; 0 for a title inside its bar. */
  readonly displacement: number;
  /** Of the most salient third of the events that are drawn, the share that carries its title; 1 where none is drawn. */
  readonly named: number;
  /** Mean share of a row's width, from its first mark to its last, that marks and titles cover; 0 without rows. */
  readonly ink: number;
}

/** A text where it can be seen. */
interface Seen {
  readonly text: Text;
  readonly box: Box;
  /** The boxes of the groups that cut it off. */
  readonly clips: readonly Box[];
}

/** Measures a picture of these events; those of other pictures are of no matter. O(texts²). */
export function qualityOf(scene: Scene, events: readonly TimelineEvent[]): Quality {
  const texts = textsOf(scene.marks, [{ x: 0, y: 0, width: scene.width, height: scene.height }]);
  const groups = new Map(groupsOf(scene.marks).map((group) => [group.key, group]));
  const drawn = events.flatMap((event) => {
    const group = groups.get(`event-${event.id}`);
    return group ? [{ event, ...partsOf(group) }] : [];
  });
  const foremost = drawn
    .toSorted((a, b) => b.event.salience - a.event.salience)
    .slice(0, Math.ceil(drawn.length / 3));
  const gaps = drawn.flatMap(({ label, mark }) => (label && mark ? [gapBetween(label, mark)] : []));
  return {
    overlapping: overlapping(texts),
    clipped: texts
      .filter(({ box, clips }) => clips.some((clip) => !within(box, clip)))
      .map(({ text }) => text.text),
    displacement: mean(gaps, 0),
    named: mean(
      foremost.map(({ label }) => (label ? 1 : 0)),
      1,
    ),
    ink: mean(rowsOf(drawn).map(coveredShare), 0),
  };
}

function textsOf(marks: readonly Mark[], clips: readonly Box[]): Seen[] {
  return marks.flatMap((mark): Seen[] => {
    if (mark.kind === 'text') return mark.text === '' ? [] : [{ text: mark, box: lineOf(mark), clips }];
    if (mark.kind === 'group') return textsOf(mark.marks, mark.clip ? [...clips, mark.clip] : clips);
    return [];
  });
}

function groupsOf(marks: readonly Mark[]): Group[] {
  return marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...groupsOf(mark.marks)] : []));
}

/** What the eye takes for a line of text: from its capitals to its baseline; descenders may dip into what is below. */
function lineOf(text: Text): Box {
  const { x, width } = boundsOf(text) ?? { x: text.x, width: 0 };
  return { x, y: text.y - text.size * 0.72, width, height: text.size * 0.72 };
}

function partsOf(group: Group): { label: Box | null; mark: Box | null } {
  const text = group.marks.find((mark): mark is Text => mark.kind === 'text');
  // A thin line leads from a mark to its title or rings it; it is not the mark.
  const shapes = group.marks.filter(({ kind }) => kind !== 'text' && kind !== 'line');
  const mark = boundsOf({ kind: 'group', key: '', marks: shapes });
  return { label: text ? lineOf(text) : null, mark };
}

function overlapping(texts: readonly Seen[]): string[] {
  const byTop = texts.toSorted((a, b) => a.box.y - b.box.y);
  const found: string[] = [];
  for (const [i, a] of byTop.entries()) {
    for (let j = i + 1; j < byTop.length; j++) {
      const b = byTop[j];
      if (!b || b.box.y >= a.box.y + a.box.height) break;
      if (overlaps(shrunk(a.box), shrunk(b.box))) found.push(`${a.text.text} | ${b.text.text}`);
    }
  }
  return found;
}

/** Widths are kept in single precision. */
const shrunk = ({ x, y, width, height }: Box): Box => ({
  x: x + 0.02,
  y: y + 0.02,
  width: width - 0.04,
  height: height - 0.04,
});

const within = (box: Box, clip: Box): boolean =>
  box.x >= clip.x - 0.05 &&
  box.x + box.width <= clip.x + clip.width + 0.05 &&
  box.y >= clip.y - 0.05 &&
  box.y + box.height <= clip.y + clip.height + 0.05;

/** Sideways, px. */
const gapBetween = (a: Box, b: Box): number => Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);

/** Marks and titles that stand on one line, as spans of x. */
function rowsOf(drawn: readonly { label: Box | null; mark: Box | null }[]): [number, number][][] {
  const rows = new Map<number, [number, number][]>();
  for (const { label, mark } of drawn) {
    if (!mark) continue;
    const middle = Math.round(mark.y + mark.height / 2);
    const row = rows.get(middle) ?? [];
    row.push([mark.x, mark.x + mark.width]);
    if (label) row.push([label.x, label.x + label.width]);
    rows.set(middle, row);
  }
  return [...rows.values()];
}

function coveredShare(spans: readonly [number, number][]): number {
  const sorted = spans.toSorted(([a], [b]) => a - b);
  let [covered, reached] = [0, -Infinity];
  for (const [start, end] of sorted) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  const width = reached - (sorted[0]?.[0] ?? reached);
  return width > 0 ? covered / width : 1;
}

const mean = (values: readonly number[], none: number): number =>
  values.length === 0 ? none : values.reduce((sum, value) => sum + value, 0) / values.length;
