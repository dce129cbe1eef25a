import { tick } from 'svelte';
import type { LaneSummary } from '../state/chart.svelte.ts';
import type { Desk } from '../state/desk.svelte.ts';
import { speech } from '../state/language.svelte.ts';
import type { LaneHands } from './gestures/laneDrag.ts';
import { laneVerbs } from './laneVerbs.ts';

/** How the names of lanes lie: below each other, or beside each other where time runs downwards. */
export interface Lie {
  /** Keys that go from name to name, and with alt move a lane: back, on. */
  readonly along: readonly [back: string, on: string];
  /** Keys that make a lane thin and open it. */
  readonly across: readonly [thin: string, open: string];
  /** The middle of a lane along them, px of the picture. */
  readonly middleOf: (lane: LaneSummary) => number;
  /** Where a pointer is along them, px of the picture. @param client px of the window. @param box what holds them, there. */
  readonly placeOf: (client: number, box: DOMRect) => number;
  /** Whether shift and alt with the keys along make a lane higher or lower. */
  readonly grows: boolean;
}

/** The menu of a lane, which others open and close as well. */
interface Menu {
  key: string | null;
}

/**
 * Hands on the names of lanes: one of them is in the order of the tab key, arrows go from name to name, a drag and the
 * arrows with alt change places, a press opens the menu; what has become of a lane is told.
 */
export class NameBar {
  readonly #desk: Desk;
  readonly #verbs: ReturnType<typeof laneVerbs>;
  readonly #shown: () => readonly LaneSummary[];
  readonly #lie: Lie;
  readonly #menu: Menu;
  /** The lane whose name had the focus last. */
  #active: string | null = $state(null);
  /** What holds the names. */
  box: HTMLElement | undefined = $state();
  /** What a screen reader is to hear. */
  said = $state('');
  readonly keys = $derived.by(() => this.#shown().map((lane) => lane.key));
  /** The lane whose name is in the order of the tab key. */
  readonly tabbed = $derived(
    this.#active !== null && this.keys.includes(this.#active) ? this.#active : (this.keys[0] ?? null),
  );
  /** Those of them that can change places. */
  readonly #movable = $derived.by(() =>
    this.#shown()
      .filter((lane) => lane.shares === undefined)
      .map((lane) => lane.key),
  );
  /** A menu that a press on its name has just closed, so that the same press does not open it again. */
  #closing: string | null = null;

  constructor(desk: Desk, shown: () => readonly LaneSummary[], lie: Lie, menu: Menu) {
    this.#desk = desk;
    this.#verbs = laneVerbs(desk);
    this.#shown = shown;
    this.#lie = lie;
    this.#menu = menu;
  }

  /** A lane in words: its name, what is in it, its place, whether it is thin. */
  describe(lane: LaneSummary, i: number): string {
    const t = speech.texts.laneView;
    const said = t.described(lane.name, speech.texts.events(lane.inView), i + 1, this.keys.length);
    return `${said}${lane.collapsed ? `, ${t.thin}` : ''}`;
  }

  /**
   * What a drag of a name does, and a press of it.
   * @param hold hears that the lane is held, and where along the names, px of the picture; null: no more.
   */
  hands(key: string, hold: (at: number | null) => void): LaneHands {
    const { lanes, chart } = this.#desk;
    return {
      begin: () => this.#movable.length > 1 && this.#movable.includes(key),
      move: (_, client) => {
        if (!this.box) return;
        const at = this.#lie.placeOf(client, this.box.getBoundingClientRect());
        hold(at);
        this.#menu.key = null;
        this.#closing = null;
        lanes.tryMove(chart.givenLanes, this.#movable, key, this.#placeAt(key, at));
      },
      end: () => {
        hold(null);
        lanes.keep();
        this.announce(key);
      },
      cancel: () => {
        hold(null);
        lanes.drop();
      },
      press: () => {
        this.#menu.key = this.#closing === key ? null : key;
        this.#closing = null;
      },
      pressTwice: () => {
        this.#menu.key = null;
        this.#desk.showLane(key);
      },
    };
  }

  focused(key: string): void {
    this.#active = key;
  }

  /** Before a press is told: the menu that it closes. */
  pressing(): void {
    this.#closing = this.#menu.key;
  }

  keydown(event: KeyboardEvent, key: string): void {
    const { altKey: alt, shiftKey: shift } = event;
    const { along, across, grows } = this.#lie;
    if (event.ctrlKey || event.metaKey || (shift && !grows)) return;
    const at = this.keys.indexOf(key);
    const by = event.key === along[0] ? -1 : event.key === along[1] ? 1 : 0;
    const verbs = this.#verbs;
    const { lanes } = this.#desk;
    if (by !== 0 && alt) void this.#act(key, () => (shift ? verbs.grow(key, by) : verbs.move(key, by)));
    else if (alt) return;
    else if (by !== 0) void this.#goTo(at + by);
    else if (event.key === 'Home') void this.#goTo(0);
    else if (event.key === 'End') void this.#goTo(this.keys.length - 1);
    else if (event.key === across[0]) void this.#act(key, () => verbs.setThin(key, true));
    else if (event.key === across[1]) void this.#act(key, () => verbs.setThin(key, false));
    else if (event.key === 'Escape' && lanes.canUndo) void this.#act(key, () => lanes.undo());
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Tells a screen reader what has become of a lane. */
  announce(key: string): void {
    const at = this.keys.indexOf(key);
    const lane = this.#shown()[at];
    this.said = lane ? this.describe(lane, at) : '';
  }

  /** The place of a lane that is held over the picture: after all whose middle lies before it. */
  #placeAt(key: string, at: number): number {
    return this.#shown().filter(
      (lane) => lane.key !== key && this.#movable.includes(lane.key) && this.#lie.middleOf(lane) < at,
    ).length;
  }

  #buttonOf(key: string): HTMLElement | null {
    return this.box?.querySelector<HTMLElement>(`[data-lane-name="${CSS.escape(key)}"]`) ?? null;
  }

  async #act(key: string, run: () => void): Promise<void> {
    run();
    await tick();
    this.#buttonOf(key)?.focus();
    this.announce(key);
  }

  async #goTo(at: number): Promise<void> {
    const key = this.keys[Math.min(Math.max(at, 0), this.keys.length - 1)];
    if (key === undefined) return;
    this.#active = key;
    await tick();
    this.#buttonOf(key)?.focus();
  }
}
