import type { Problem } from '../model/problem.ts';
import { defaultCategories, readCategories } from './categories.ts';
import type { CollectOptions } from './collect.ts';
import { edtfOption, wrong } from './options.ts';
import { checkOutput } from './output.ts';
import { columnsOption } from './ready.ts';

/** Options of every command that reads documents, for `readOptions`. */
export const READING = {
  output: 'value',
  date: 'value',
  name: 'value',
  columns: 'values',
  categories: 'value',
} as const;

interface ReadingWords {
  readonly output?: string | undefined;
  readonly date?: string | undefined;
  readonly name?: string | undefined;
  readonly columns: readonly string[];
  readonly categories?: string | undefined;
}

/**
 * What the words after {@link READING} ask for; it is said before any work when the result could not be written.
 * @returns how files are read, and what is doubtful about the categories.
 * @throws Refusal (2) for words that make no sense, (1) for files that cannot be read or written.
 */
export function readingOptions(
  command: string,
  { output, date, name, columns, categories }: ReadingWords,
  paths: readonly string[],
): { readonly options: CollectOptions; readonly doubts: readonly Problem[] } {
  const spoken = edtfOption(command, 'date', date);
  const choice = columnsOption(command, columns);
  if (paths.length === 0) throw wrong(command, 'found no path, expected files or folders to read');
  checkOutput(output);
  const kinds =
    categories === undefined ? { categories: defaultCategories, problems: [] } : readCategories(categories);
  return {
    options: {
      categories: kinds.categories,
      choice,
      ...(spoken === undefined ? {} : { date: spoken }),
      ...(name === undefined ? {} : { name }),
    },
    doubts: kinds.problems,
  };
}
