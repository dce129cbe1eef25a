import { formatOfName, type WriteOptions, writeData } from '../formats/write.ts';
import { defaultCategories, readCategories } from './categories.ts';
import { collect } from './collect.ts';
import { type Command, report } from './command.ts';
import { choiceOption, edtfOption, numberOption, readOptions, wrong } from './options.ts';
import { checkOutput, writeOutput } from './output.ts';
import { COLUMNS_HELP, columnsOption } from './ready.ts';

const FORMATS = ['json', 'ndjson', 'csv'] as const;

/** More than any machine has cores for. */
const MOST_THREADS = 256;

/** Reads documents and writes what happened when. */
export const extractCommand: Command = {
  name: 'extract',
  about: 'read documents and write the dated events in them',
  help: `Usage: dateline extract PATH… [options]

Reads text (.txt), Markdown (.md), web pages (.html), Word files (.docx), PDFs,
OpenDocument (.odt), EPUB, RTF and mails (.eml), folders and zip archives of
them, and writes the events they tell, each with its sources and with how its
date was reached. Ready events in tables (.csv, .tsv), lists (.json, .ndjson),
calendars (.ics) and saved timelines are put beside them.

Options:
  --date EDTF       the day from which the documents speak, such as 2024-05-16;
                    it wins over what they print
  -o, --output FILE write there instead of to stdout
  --format FORMAT   json (a collection, the default), ndjson or csv (events);
                    without it the ending of FILE decides
  --name NAME       name of the collection
${COLUMNS_HELP}  --categories FILE kinds of event to look for, in place of those that come with
                    the program: a list of them in JSON, or a saved collection
  --threads N       read N documents at once; without it as many as there are
                    cores, fewer where there is little to read. The result is
                    the same, whatever the number
  --help            this text

Exit code: 0, 1 when something was kept out (what and why is on stderr),
2 when the arguments make no sense.
`,
  async run(words, around) {
    const { values, paths } = readOptions('extract', words, {
      date: 'value',
      output: 'value',
      format: 'value',
      name: 'value',
      categories: 'value',
      threads: 'value',
      columns: 'values',
    });
    const date = edtfOption('extract', 'date', values.date);
    const format = choiceOption('extract', 'format', values.format, FORMATS) ?? formatOf(values.output);
    const choice = columnsOption('extract', values.columns);
    const threads = numberOption('extract', 'threads', values.threads, 1, MOST_THREADS);
    if (paths.length === 0) throw wrong('extract', 'found no path, expected files or folders to read');
    checkOutput(values.output);
    const { categories, problems: doubts } =
      values.categories === undefined
        ? { categories: defaultCategories, problems: [] }
        : readCategories(values.categories);

    const { collection, problems } = await collect(
      paths,
      {
        categories,
        choice,
        ...(date === undefined ? {} : { date }),
        ...(values.name === undefined ? {} : { name: values.name }),
        ...(threads === undefined ? {} : { threads }),
      },
      around,
    );
    await writeOutput(values.output, await writeData(format, collection, NO_WORDS), around);
    return report([...doubts, ...problems], around);
  },
};

/** These formats have no words for people, and mark no dates. */
const NO_WORDS: WriteOptions = { locale: 'en', timexes: async () => [] };

/** Without a format the ending decides; what has none, or an own one, is JSON. @throws Refusal (2). */
function formatOf(output: string | undefined): (typeof FORMATS)[number] {
  const named = formatOfName(output ?? '') ?? 'json';
  const format = FORMATS.find((each) => each === named);
  if (format) return format;
  throw wrong(
    'extract',
    `--output: found ${output}, expected .json, .ndjson or .csv; dateline convert writes the others`,
  );
}
