import type { Regime } from '../reading.ts';
import type { Point } from './point.ts';

/** Where the reader stands when an expression comes. */
export interface Place {
  readonly regime: Regime;
  /** The day of speaking, null when nothing tells it. */
  readonly speech: Point | null;
  /** What gives the day of speaking, for people. */
  readonly speechName: string;
  /** The last date the story reached, and its words. */
  readonly story: Point | null;
  readonly storyName: string;
  /** The day of which times were told last, and its words. */
  readonly timed?: Timed | null;
  readonly tense: Tense;
  /** Told from further back than the story stands: had begun on 24 January. */
  readonly further: boolean;
  /** It opens its sentence, and with it what comes next: "In May …". */
  readonly fronted?: boolean;
  /** A request or a note to oneself: what has no year lies ahead. */
  readonly utterance: boolean;
}

/** A time that was told, minutes after midnight, with its day and with the words that name the day. */
export interface Timed {
  readonly point: Point;
  readonly name: string;
  readonly clock: number;
}

/** `plan`: what the day of speaking itself still awaits. `future` may also be later than the story only. */
export type Tense = 'past' | 'future' | 'plan' | 'none';
