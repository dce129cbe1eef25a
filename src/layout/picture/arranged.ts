import type { Category } from '../../model/category.ts';
import type { Mark } from '../../scene/scene.ts';
import type { Theme } from '../../scene/theme.ts';
import type { EventStore, Window } from '../../store/store.ts';
import type { Lanes } from '../arrangement.ts';

/** What of a picture is to be arranged, and in how much room. */
export interface Arrangement {
  readonly store: EventStore;
  readonly categories: readonly Category[];
  /** Lanes that are not just the categories as they come. */
  readonly lanes?: Lanes;
  readonly window: Window;
  /** px, the whole width of the picture. */
  readonly width: number;
  /** Height that it may take, px. */
  readonly room: number;
  /** Whether it fills that height, rather than being as high as it needs. */
  readonly fill: boolean;
  readonly theme: Theme;
  /** BCP 47. */
  readonly locale: string;
}

/** A chart from y = 0 on. */
export interface Arranged {
  readonly marks: readonly Mark[];
  /** px. */
  readonly height: number;
  /** Ids of the events that are drawn as marks of their own. */
  readonly drawn: ReadonlySet<string>;
  /** How many bands a poster has; absent where it is none. */
  readonly bands?: number;
}
