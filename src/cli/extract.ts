import { formatOfName, type WriteOptions, writeData } from '../formats/write.ts';
import { collect } from './collect.ts';
import { type Command, report } from './command.ts';
import { choiceOption, numberOption, readOptions, wrong } from './options.ts';
import { writeOutput } from './output.ts';
import { READING, readingOptions } from './reading.ts';
import { COLUMNS_HELP } from './ready.ts';

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
      ...READING,
      format: 'value',
      threads: 'value',
    });
    const format = choiceOption('extract', 'format', values.format, FORMATS) ?? formatOf(values.output);
    const threads = numberOption('extract', 'threads', values.threads, 1, MOST_THREADS);
    const { options, doubts } = readingOptions('extract', values, paths);
    const asked = threads === undefined ? options : { ...options, threads };
    const { collection, problems } = await collect(paths, asked, around);
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
