/** A kind of event. Categories are data: see `data/categories.json`. */
export interface Category {
  /** Lower-case key, unique, such as `summit`. */
  readonly key: string;
  /** Name of the lane and chip, in the plural where it has one: `Summits`. */
  readonly name: string;
  /** What counts as this kind, a sentence for people. */
  readonly about: string;
  /** `#rrggbb` on light paper; at least 3:1 against #fbfaf7. The dark theme's is derived from it. */
  readonly colour: string;
  /** Weighted stems and phrases that speak for it: lower case, `*` ends a stem. Empty when events come ready-made. */
  readonly terms: Readonly<Record<string, number>>;
}
