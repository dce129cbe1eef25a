import { kindOfEvents, type ReadyKind, readReady } from '../formats/ready.ts';
import type { Saved } from '../formats/saved.ts';
import type { TableChoice } from '../formats/table.ts';
import { columnsOf } from '../formats/table.ts';
import type { Category } from '../model/category.ts';
import { wrong } from './options.ts';

/** What a file of ready events is opened with. */
export interface OpenOptions {
  /** Kinds of event for what does not say of what kind it is. */
  readonly categories: readonly Category[];
  /** As `--columns` has it; see {@link columnsOption}. */
  readonly choice?: TableChoice;
}

/** The value of `--columns`, such as `title=Headline,start=When`. @throws Refusal (2) that says what is wrong with it. */
export function columnsOption(command: string, words: readonly string[]): TableChoice {
  if (words.length === 0) return {};
  const columns = columnsOf(words.join(','));
  if ('problem' in columns) throw wrong(command, `--columns: ${columns.problem}`);
  return { columns };
}

/** Lines of help for `--columns`. */
export const COLUMNS_HELP = `  --columns ROLE=NAME,…
                    what the columns of a table are, where their names and what
                    stands in them do not tell: title, start, end, category,
                    place, actors, description, source, year, month, day, time,
                    endYear …; NAME as in the first row, or a number
`;

/**
 * Reads ready events of any form, whoever has written them, with the same defaults as the page.
 * @param kind as `kindOfEvents` tells it.
 */
export async function readEvents(
  name: string,
  bytes: Uint8Array,
  { categories, choice = {} }: OpenOptions,
  kind: ReadyKind | null = kindOfEvents(name, bytes),
): Promise<Saved> {
  // Only a table has dates in words, and only what says no kind is sorted.
  const [{ readCell }, { classifier }] = await Promise.all([
    import('../extract/cell.ts'),
    import('../extract/classify.ts'),
  ]);
  const classify = classifier(categories);
  const sorter = {
    categories,
    keyOf: (title: string, words: string) => classify({ head: '', title, clause: words }),
  };
  return readReady({ name, bytes }, { dates: readCell, known: categories, sorter, choice }, kind);
}
