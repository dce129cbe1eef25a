import general from '../../data/categories.json' with { type: 'json' };
import publicHealth from '../../data/public-health/categories.json' with { type: 'json' };
import type { Category } from '../model/category.ts';

/** Kinds of event that come with the program, for one field. */
export interface KindSet {
  readonly name: string;
  /** For what they are, a few words. */
  readonly about: string;
  readonly categories: readonly Category[];
}

/** The first is what documents are read with when nobody chooses. */
export const KIND_SETS: readonly [KindSet, ...KindSet[]] = [
  { name: 'General', about: 'For news, history, lives, companies', categories: general },
  { name: 'Public health', about: 'For outbreaks, vaccines, measures', categories: publicHealth },
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
