import {
  AS_GIVEN,
  isAsGiven,
  type LaneArrangement,
  type LaneOrder,
  movedOrder,
} from '../layout/arrangement.ts';
import type { Grouping } from '../store/laneKeys.ts';
import { History } from './history.svelte.ts';

export { AS_GIVEN, isAsGiven, type LaneArrangement, ORDERS, SHARED } from '../layout/arrangement.ts';
export { GROUPINGS, type Grouping, MOST_LANES, OTHERS, UNNAMED } from '../store/laneKeys.ts';

/**
 * How a person has arranged the lanes. What is dragged is tried first, at every move; only what it comes to is a step
 * that can be taken back. Who groups otherwise and comes back finds the lanes as they were left.
 */
export class LaneDesk {
  readonly #history = new History<LaneArrangement>(AS_GIVEN);
  #tried: LaneArrangement | null = $state.raw(null);
  #turn = $state(0);
  readonly #left = new Map<Grouping, LaneArrangement>();

  /** The lanes as they are seen. */
  get now(): LaneArrangement {
    return this.#tried ?? this.#history.now;
  }

  /** The lanes as they were last left alone, whatever is being dragged. */
  get kept(): LaneArrangement {
    return this.#history.now;
  }

  /** Whether anything is arranged. */
  get arranged(): boolean {
    return !isAsGiven(this.now);
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  /** Another number whenever lanes have other places at once, and not under a hand that draws at them. */
  get turn(): number {
    return this.#turn;
  }

  isCollapsed(key: string): boolean {
    return this.now.collapsed.includes(key);
  }

  groupBy(by: Grouping): void {
    if (by === this.now.by) return;
    this.#left.set(this.now.by, this.now);
    this.#put(this.#left.get(by) ?? { ...AS_GIVEN, by });
  }

  sort(order: LaneOrder): void {
    this.#put({ ...this.now, order });
  }

  /**
   * Gives a lane another place. @param given keys of all lanes as they come. @param seen keys of those that are seen, in
   * order. @param to its place among these, from 0.
   */
  move(given: readonly string[], seen: readonly string[], key: string, to: number): void {
    if (seen.indexOf(key) === Math.min(Math.max(to, 0), seen.length - 1)) return;
    this.#put({ ...this.now, order: movedOrder(given, seen, key, to) });
  }

  /** Makes a lane a thin line, or opens it again. */
  toggle(key: string): void {
    const { collapsed } = this.now;
    this.#put({
      ...this.now,
      collapsed: this.isCollapsed(key) ? collapsed.filter((other) => other !== key) : [...collapsed, key],
    });
  }

  /** Collapses these lanes alone; none: opens all. */
  collapse(keys: readonly string[]): void {
    this.#put({ ...this.now, collapsed: keys });
  }

  /** @param height px; null: as high as it needs. */
  resize(key: string, height: number | null): void {
    this.#put(this.#sized(key, height));
  }

  /** Shows what moving a lane, or resizing it, would come to, until {@link keep} or {@link drop}. */
  tryMove(given: readonly string[], seen: readonly string[], key: string, to: number): void {
    if (seen.indexOf(key) === Math.min(Math.max(to, 0), seen.length - 1)) return;
    this.#tried = { ...this.now, order: movedOrder(given, seen, key, to) };
    this.#turn++;
  }

  tryHeight(key: string, height: number): void {
    this.#tried = this.#sized(key, height);
  }

  /** What was tried holds. */
  keep(): void {
    const tried = this.#tried;
    if (!tried) return;
    this.#tried = null;
    if (!same(tried, this.#history.now)) this.#history.put(tried);
  }

  /** What was tried does not hold. @returns whether something was being tried. */
  drop(): boolean {
    if (!this.#tried) return false;
    this.#tried = null;
    this.#turn++;
    return true;
  }

  /** Takes back the last step. @returns whether there was one. */
  undo(): boolean {
    if (!this.#history.undo()) return false;
    this.#turn++;
    return true;
  }

  /** Lanes as they come. */
  reset(): void {
    this.#left.clear();
    this.#put(AS_GIVEN);
  }

  /** Takes over a whole state, from a link or with another collection: nothing can be taken back. */
  restore(arrangement: LaneArrangement): void {
    if (same(arrangement, this.now)) return;
    this.#tried = null;
    this.#left.clear();
    this.#history.reset(arrangement);
    this.#turn++;
  }

  #sized(key: string, height: number | null): LaneArrangement {
    const { [key]: _, ...others } = this.now.heights;
    return { ...this.now, heights: height === null ? others : { ...others, [key]: Math.round(height) } };
  }

  #put(next: LaneArrangement): void {
    this.#tried = null;
    if (same(next, this.#history.now)) return;
    this.#history.put(next);
    this.#turn++;
  }
}

const same = (a: LaneArrangement, b: LaneArrangement): boolean => JSON.stringify(a) === JSON.stringify(b);
