import data from '../../data/categories.json' with { type: 'json' };
import type { Category } from '../model/category.ts';
import { parseCategories } from '../model/parse.ts';
import type { Problem } from '../model/problem.ts';
import { Refusal } from './command.ts';
import { readBytes } from './files.ts';

const parsed = parseCategories(data);
if (!parsed.categories) throw new Error(parsed.problems.map((problem) => problem.message).join('\n'));

/** The kinds of event that come with the program: `data/categories.json`. */
export const defaultCategories: readonly Category[] = parsed.categories;

/** More than this of one kind tells a person no more. */
const MOST_PROBLEMS = 20;

/**
 * The categories that `--categories` names: a list of them, or a saved collection, whose own are taken.
 * @returns the categories, and notes about the file. @throws Refusal (1) when the file is not read whole, with what is
 * wrong in it.
 */
export function readCategories(path: string): {
  readonly categories: readonly Category[];
  readonly problems: readonly Problem[];
} {
  const content = readBytes(path);
  if ('problem' in content) throw new Refusal(content.problem.message, 1);
  const { categories, problems } = parseCategories(new TextDecoder().decode(content.bytes));
  const named = problems.map((problem) => ({ ...problem, at: '', message: `${path}: ${problem.message}` }));
  if (categories) return { categories, problems: named };
  const more = named.length - MOST_PROBLEMS;
  const sentence = `${path}: not used${more > 0 ? `, for these problems and ${more} more` : ''}`;
  throw new Refusal(sentence, 1, named.slice(0, MOST_PROBLEMS));
}
