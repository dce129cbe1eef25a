import type { Group, Mark, Scene } from '../scene/scene.ts';
import { shift } from '../scene/shift.ts';

/** Groups whose children are followed from one picture to the next, by their keys. */
const FOLLOWED: ReadonlySet<string> = new Set(['lanes', 'events']);
/** Groups whose children change their shape too much to be followed: new ones appear softly. */
const FADED: ReadonlySet<string> = new Set(['ridges', 'figures']);

/** The one of them whose children stand at a date. */
const EVENTS = 'events';
/** Groups that are drawn anew where time itself has changed. */
const TIMED: ReadonlySet<string> = new Set(['axis', 'overview']);

/** Lines between the lanes, which have no keys: the first is followed to the first. */
const RULES = 'rules';

/** How high on the picture each lane, event, ridge and rule stands, px, by key. */
export function heightsOf(scene: Scene): ReadonlyMap<string, number> {
  const heights = new Map<string, number>();
  for (const group of scene.marks) {
    if (group.kind !== 'group') continue;
    if (group.key === RULES) {
      for (const [i, rule] of group.marks.entries())
        if (rule.kind === 'line') heights.set(ruleKey(i), rule.y1);
    }
    if (!FOLLOWED.has(group.key) && !FADED.has(group.key)) continue;
    for (const child of group.marks) {
      const height = child.kind === 'group' ? heightOf(child) : null;
      if (child.kind === 'group' && height !== null) heights.set(child.key, height);
    }
  }
  return heights;
}

/** How far right on the picture each event stands, px, by key: for a change of time itself, as when silences are folded. */
export function sidesOf(scene: Scene): ReadonlyMap<string, number> {
  const sides = new Map<string, number>();
  for (const group of scene.marks) {
    if (group.kind !== 'group' || group.key !== EVENTS) continue;
    for (const child of group.marks) {
      const side = child.kind === 'group' ? sideOf(child) : null;
      if (child.kind === 'group' && side !== null) sides.set(child.key, side);
    }
  }
  return sides;
}

/** What of a picture is not in the next one, by the key of its group. */
export type Leaving = ReadonlyMap<string, readonly Mark[]>;

/** The events of a picture that the next one has no more; those that were leaving already are gone. */
export function leaving(before: Scene, after: Scene): Leaving {
  const stays = new Map(keyed(after).map((group) => [group.key, new Set(group.marks.map(keyOf))]));
  return new Map(
    keyed(before).map(({ key, marks }) => {
      const there = stays.get(key);
      return [key, marks.filter((mark) => keyOf(mark) !== null && !there?.has(keyOf(mark)))];
    }),
  );
}

const keyed = (scene: Scene): readonly Group[] =>
  scene.marks.filter((mark): mark is Group => mark.kind === 'group' && FOLLOWED.has(mark.key));
const keyOf = (mark: Mark): string | null => (mark.kind === 'group' ? mark.key : null);

/**
 * A picture on its way to `scene`: what stood elsewhere before is still on the way, what is new is still faint, what
 * leaves fades. Time does not tween: where a mark stands from left to right is always its date.
 * @param before heights in the picture that it comes from. @param share of the way that is done, 0 … 1.
 * @param gone what leaves; nothing while the view moves, for it would stand at another date.
 * @param reshaped whether ridges have other shapes, and not only other places.
 * @param sides how far right events stood before, where time itself has changed: they go from there to where they are now.
 */
export function onTheWay(
  scene: Scene,
  before: ReadonlyMap<string, number>,
  share: number,
  gone: Leaving = new Map(),
  reshaped = true,
  sides: ReadonlyMap<string, number> | null = null,
): Scene {
  if (share >= 1) return scene;
  return {
    ...scene,
    marks: scene.marks.map((group) => {
      if (group.kind !== 'group') return group;
      if (group.key === RULES)
        return { ...group, marks: group.marks.map((rule, i) => followRule(rule, i, before, share)) };
      if (FADED.has(group.key) && !reshaped) {
        return { ...group, marks: group.marks.map((child) => follow(child, before, share)) };
      }
      if (FADED.has(group.key)) return { ...group, marks: group.marks.map((mark) => faint(mark, share)) };
      if (sides && TIMED.has(group.key)) return faint(group, share);
      if (!FOLLOWED.has(group.key)) return group;
      const fading = (gone.get(group.key) ?? []).map((mark) => faint(mark, 1 - share));
      return {
        ...group,
        marks: [...fading, ...group.marks.map((child) => follow(child, before, share, sides))],
      };
    }),
  };
}

function follow(
  child: Mark,
  before: ReadonlyMap<string, number>,
  share: number,
  sides: ReadonlyMap<string, number> | null = null,
): Mark {
  if (child.kind !== 'group') return child;
  const from = before.get(child.key);
  const to = heightOf(child);
  if (from === undefined || to === null) return faint(child, share);
  const left = (from - to) * (1 - share);
  const aside = sides?.get(child.key);
  const side = typeof aside === 'number' ? sideOf(child) : null;
  const by = side === null ? 0 : ((aside ?? side) - side) * (1 - share);
  return Math.abs(left) < 0.25 && by === 0 ? child : shift(child, by, left);
}

const ruleKey = (i: number): string => `${RULES} ${i}`;

function followRule(rule: Mark, i: number, before: ReadonlyMap<string, number>, share: number): Mark {
  const from = before.get(ruleKey(i));
  if (rule.kind !== 'line' || from === undefined) return faint(rule, share);
  const left = Math.round((from - rule.y1) * (1 - share));
  return left === 0 ? rule : shift(rule, 0, left);
}

/** The same with less ink. */
function faint(mark: Mark, share: number): Mark {
  if (mark.kind === 'group') return { ...mark, marks: mark.marks.map((child) => faint(child, share)) };
  return { ...mark, opacity: (mark.opacity ?? 1) * share };
}

/** The middle of the first mark that is no word and no line, px from the left. */
function sideOf(group: Group): number | null {
  for (const mark of group.marks) {
    if (mark.kind === 'circle') return mark.cx;
    if (mark.kind === 'rect') return mark.x + mark.width / 2;
  }
  return null;
}

/** The height of the first mark that has one; a label only where nothing else is, since labels do not decide rows. */
function heightOf(group: Group): number | null {
  let label: number | null = null;
  for (const mark of group.marks) {
    switch (mark.kind) {
      case 'circle':
        return mark.cy;
      case 'rect':
        return mark.y + mark.height / 2;
      case 'text':
        label ??= mark.y;
        break;
      case 'polyline':
        // A ridge begins at its foot.
        if (mark.closed) return mark.points[1] ?? null;
        break;
      case 'group': {
        const height = heightOf(mark);
        if (height !== null) return height;
        break;
      }
      default:
    }
  }
  return label;
}
