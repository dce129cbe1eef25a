import data from '../../data/categories.json' with { type: 'json' };
import type { Category } from '../model/category.ts';
import { parseCategories } from '../model/parse.ts';

const parsed = parseCategories(data);
if ('problems' in parsed) throw new Error(parsed.problems.map((problem) => problem.message).join('\n'));

/** The kinds of event that come with the program: `data/categories.json`. */
export const defaultCategories: readonly Category[] = parsed.categories;
