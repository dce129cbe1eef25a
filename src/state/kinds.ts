import general from '../../data/categories.json' with { type: 'json' };
import publicHealth from '../../data/public-health/categories.json' with { type: 'json' };
import type { Category } from '../model/category.ts';

/** Kinds of event for one field. */
export interface KindSet {
  /** The field; `own` are those that come with a timeline or a file. Its names are in `texts.ts`. */
  readonly key: 'general' | 'health' | 'own';
  readonly categories: readonly Category[];
}

/** Those that come with the program. The first is what documents are read with when nobody chooses. */
export const KIND_SETS: readonly [KindSet, ...KindSet[]] = [
  { key: 'general', categories: general },
  { key: 'health', categories: publicHealth },
];

/** The set that these categories are, or null where they come from elsewhere. */
export function kindSetOf(categories: readonly Category[]): KindSet | null {
  const said = signature(categories);
  return KIND_SETS.find((set) => signature(set.categories) === said) ?? null;
}

/** What sorts events and what is shown; the order of fields and terms does not count. */
const signature = (categories: readonly Category[]): string =>
  JSON.stringify(
    categories.map(({ key, name, colour, terms }) => [key, name, colour, Object.entries(terms).sort()]),
  );
