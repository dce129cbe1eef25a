import type { Category } from '../model/category.ts';
import type { Days } from '../model/days.ts';
import type { Scene } from '../scene/scene.ts';
import type { Theme } from '../scene/theme.ts';
import type { EventStore } from '../store/store.ts';

/** A span of time and a size: the whole truth about what is looked at. */
export interface View {
  /** Left edge of the plot, days since 1970-01-01, fractional. */
  readonly start: Days;
  /** Right edge, > start. */
  readonly end: Days;
  /** Size of the whole picture with gutter, axis and overview, CSS px. */
  readonly width: number;
  readonly height: number;
}

export interface TimelineInput {
  /** What may be drawn; filters have been applied to it. */
  readonly store: EventStore;
  readonly categories: readonly Category[];
  readonly view: View;
  readonly theme: Theme;
  /** Id of the event to ring, or null. */
  readonly selected: string | null;
  /** Ids of events that a search found; null when nothing is searched. The others are dimmed. */
  readonly found: ReadonlySet<string> | null;
  /** BCP 47 tag for dates and numbers. */
  readonly locale: string;
}

export interface LaneSummary {
  readonly key: string;
  readonly name: string;
  /** Events of the lane in view, and how many of them carry their title. */
  readonly inView: number;
  readonly named: number;
  readonly detail: 'bars' | 'dots' | 'density';
  /** Top and height in the picture, px. */
  readonly y: number;
  readonly height: number;
}

/** A place in the picture that stands for an event. */
export interface HitTarget {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TimelineLayout {
  readonly scene: Scene;
  readonly lanes: readonly LaneSummary[];
  /** One for each event drawn singly, in painting order. */
  readonly hits: readonly HitTarget[];
  /** The box in which time runs, px. */
  readonly plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The overview's box and the window in it, px; null when there is no room. */
  readonly overview: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    /** Time at its edges. */
    readonly start: Days;
    readonly end: Days;
  } | null;
}
