/** A kind of event. Categories are data: see `data/categories.json`. */
export interface Category {
  /** Lower-case key, unique, such as `summit`. */
  readonly key: string;
  /** Name of the lane and chip, in the plural where it has one: `Summits`. */
  readonly name: string;
  /** The same in other languages, by BCP 47 language: `{ "de": "Treffen" }`. */
  readonly names?: Readonly<Record<string, string>>;
  /** What counts as this kind, a sentence for people. */
  readonly about: string;
  /** `#rrggbb` on light paper; at least 3:1 against #fbfaf7. The dark theme's is derived from it. */
  readonly colour: string;
  /**
   * Weighted words and phrases that speak for it, in the form of {@link TERM}; 0 takes words out of the account, a
   * weight below 0 speaks against it. Empty when events come ready-made, and for the kind that takes what fits no
   * other.
   */
  readonly terms: Readonly<Record<string, number>>;
  /** Whether headlines of a press review, which are events as such, are of this kind whatever they speak of. */
  readonly press?: boolean;
}

/** The name of a category in a language, or else as it is given. @param locale BCP 47; its language counts. */
export function nameIn({ name, names }: Pick<Category, 'name' | 'names'>, locale: string): string {
  const language = locale.split('-')[0]?.toLowerCase() ?? '';
  return (names && Object.hasOwn(names, language) && names[language]) || name;
}

/** Categories with their names in a language; the same objects where nothing is named otherwise. */
export const namedIn = (categories: readonly Category[], locale: string): readonly Category[] =>
  categories.map((category) => {
    const name = nameIn(category, locale);
    return name === category.name ? category : { ...category, name };
  });

const WORD = String.raw`[\p{Ll}\p{Lo}\d]+(?:[-'][\p{Ll}\p{Lo}\d]+)*\*?`;
const CHOICE = `${WORD}(?:\\|${WORD})*`;

/**
 * A term: lower-case words with one space between them. `*` ends a stem (`invad*`), `|` parts words of which one
 * stands there (`take|takes|took office`), `…` between words stands for up to three others (`sign* … treaty`).
 */
export const TERM = new RegExp(`^${CHOICE}(?: (?:… )?${CHOICE})*$`, 'u');
