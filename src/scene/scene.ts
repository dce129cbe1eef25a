/**
 * The vocabulary of a picture. A scene is a list of marks in final CSS pixels, in the order they are painted; both
 * painters loop over it, so screen and file cannot drift apart. A scene knows no event, only keys and titles.
 */

/** A colour that fades over the mark's own box, along x unless said otherwise. Stops in rising order of `at`, 0 … 1. */
export interface Fade {
  readonly colour: string;
  readonly along?: 'x' | 'y';
  readonly stops: readonly { readonly at: number; readonly opacity: number }[];
}

interface Ink {
  /** `#rrggbb`, a {@link Fade}, or absent for none. */
  readonly fill?: string | Fade;
  /** `#rrggbb`, or absent for none. */
  readonly stroke?: string;
  /** px, default 1. */
  readonly strokeWidth?: number;
  /** px on, px off, … */
  readonly dash?: readonly number[];
  /** 0 … 1, default 1; of the whole mark. */
  readonly opacity?: number;
}

/** An upright rectangle; `x`, `y` is its left top corner, px. */
export interface Rect extends Ink {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}

/** A circle around `cx`, `cy`, px. */
export interface Circle extends Ink {
  readonly kind: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}

/** A straight line from one point to another, px. */
export interface Line extends Ink {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Straight segments through x0, y0, x1, y1, …; `closed` joins the last point to the first. */
export interface Polyline extends Ink {
  readonly kind: 'polyline';
  readonly points: readonly number[];
  readonly closed: boolean;
}

/** One line of letters. */
export interface Text {
  readonly kind: 'text';
  /** Anchor point, px. */
  readonly x: number;
  /** Alphabetic baseline, px. */
  readonly y: number;
  readonly text: string;
  /** px. */
  readonly size: number;
  /** 400 regular, 550 for what matters most, 650 for names of lanes. */
  readonly weight: 400 | 550 | 650;
  readonly fill: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Colour of a halo 3 px wide behind the letters; absent for none. */
  readonly halo?: string;
  /** Digits of equal width, for axes. */
  readonly tabular?: boolean;
  readonly opacity?: number;
}

/** Marks that belong together: an event with its label, the axis. */
export interface Group {
  readonly kind: 'group';
  /** Unique in the scene where it is not empty; becomes the id in the file. */
  readonly key: string;
  /** What a reader or a pointer is told. */
  readonly title?: string;
  /** Children are cut off outside this box. */
  readonly clip?: Box;
  /** The same object comes again in the next pictures: a painter may keep an image of it. Never with a `clip`. */
  readonly still?: boolean;
  readonly marks: readonly Mark[];
}

/** Anything in a picture: a shape, a text, or a group of marks. */
export type Mark = Rect | Circle | Line | Polyline | Text | Group;

/** Axis-parallel box, px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A whole picture: its size, its paper, and its marks in the order they are painted. */
export interface Scene {
  /** px, whole. */
  readonly width: number;
  readonly height: number;
  /** Paper colour. */
  readonly background: string;
  readonly marks: readonly Mark[];
}
