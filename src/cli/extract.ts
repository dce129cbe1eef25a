import { basename, extname, resolve } from 'node:path';
import type { ExtractOptions } from '../extract/pipeline.ts';
import { writeCsv } from '../formats/csv.ts';
import { nameDocuments } from '../formats/document.ts';
import { writeJson } from '../formats/json.ts';
import { writeNdjson } from '../formats/ndjson.ts';
import { openFile } from '../formats/open.ts';
import { kindOfEvents } from '../formats/ready/kind.ts';
import { COLLECTION_VERSION, type Collection } from '../model/collection.ts';
import { currentEvents } from '../model/current.ts';
import type { Document } from '../model/document.ts';
import { joinCollections } from '../model/join.ts';
import type { Problem } from '../model/problem.ts';
import { defaultCategories, readCategories } from './categories.ts';
import { type Command, Refusal, report } from './command.ts';
import { type FoundFile, findFiles, readBytes } from './files.ts';
import { choiceOption, edtfOption, numberOption, readOptions, wrong } from './options.ts';
import { checkOutput, writeOutput } from './output.ts';
import { progressOf } from './progress.ts';
import { COLUMNS_HELP, columnsOption, type OpenOptions, readEvents } from './ready.ts';
import { tellAll, threadsFor } from './tell.ts';

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
  async run(words) {
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

    const { files, problems: missing } = findFiles(paths);
    const { documents, ready, problems: unread } = await readFiles(files, { categories, choice });
    if (documents.length === 0 && ready.length === 0) {
      report([...missing, ...unread]);
      throw new Refusal('nothing could be read, and nothing was written', 1);
    }
    const options = { categories, ...(date === undefined ? {} : { date }) };
    const extraction = documents.length > 0 ? await extracted(documents, options, threads) : NOTHING;
    const problems = [...missing, ...unread, ...extraction.problems];
    const own: Collection = {
      dateline: COLLECTION_VERSION,
      name: values.name ?? nameOf(paths),
      documents: extraction.documents,
      events: extraction.events,
      categories,
      edits: [],
      problems,
    };
    const collection = ready.reduce(joinCollections, documents.length > 0 ? own : { ...own, categories: [] });
    await writeOutput(values.output, written({ ...collection, problems }, format));
    return report([...doubts, ...problems]);
  },
};

const NOTHING = { documents: [], events: [], problems: [] } as const;

async function extracted(documents: readonly Document[], options: ExtractOptions, threads?: number) {
  // The tagger and its words are megabytes: only who extracts waits for them.
  const { gather } = await import('../extract/pipeline.ts');
  const progress = progressOf('Extracting', documents.length);
  progress.show(0, documents[0]?.id ?? '');
  const told = await tellAll(documents, options, threads ?? threadsFor(documents), progress);
  progress.clear();
  return gather(told);
}

/** Documents are read, ready events taken as they are. */
async function readFiles(
  files: readonly FoundFile[],
  options: OpenOptions,
): Promise<{ documents: readonly Document[]; ready: readonly Collection[]; problems: Problem[] }> {
  const read: Document[] = [];
  const ready: Collection[] = [];
  const problems: Problem[] = [];
  const progress = progressOf('Reading', files.length);
  for (const [i, file] of files.entries()) {
    progress.show(i + 1, file.name);
    const content = readBytes(file.path);
    if ('problem' in content) {
      problems.push(content.problem);
      continue;
    }
    const kind = kindOfEvents(file.name, content.bytes);
    if (kind !== null) {
      const saved = await readEvents(file.name, content.bytes, options, kind);
      problems.push(...[...saved.problems, ...saved.leftOut].map((problem) => inFile(problem, file)));
      if (saved.collection) ready.push(saved.collection);
      continue;
    }
    const opened = await openFile({ name: file.name, bytes: content.bytes });
    problems.push(...opened.problems.map((problem) => atPath(problem, file)));
    read.push(...opened.documents);
  }
  progress.clear();
  return { documents: nameDocuments(read), ready, problems };
}

/** A saved timeline does not know the name of its file. */
function inFile(problem: Problem, file: FoundFile): Problem {
  if (problem.message.startsWith(file.name)) {
    const message = file.path + problem.message.slice(file.name.length);
    return { ...problem, message, at: problem.at.replace(file.name, file.path) };
  }
  return { ...problem, message: `${file.path}: ${problem.message}`, at: file.path };
}

/** Files of different folders can share their name: say which one is meant. */
function atPath(problem: Problem, { name, path }: FoundFile): Problem {
  // Of an archive, what is within it is meant: `papers.zip/1931/letter.txt`.
  if (problem.at !== name && !problem.at.startsWith(`${name}/`)) return problem;
  const message = problem.message.startsWith(name)
    ? path + problem.message.slice(name.length)
    : problem.message;
  return { ...problem, at: path + problem.at.slice(name.length), message };
}

function written(collection: Collection, format: (typeof FORMATS)[number]): string {
  switch (format) {
    case 'json':
      return writeJson(collection);
    case 'ndjson':
      return writeNdjson(currentEvents(collection));
    case 'csv':
      return writeCsv(currentEvents(collection));
  }
}

function formatOf(output: string | undefined): (typeof FORMATS)[number] {
  const ending = extname(output ?? '').toLowerCase();
  return ending === '.csv' ? 'csv' : ending === '.ndjson' || ending === '.jsonl' ? 'ndjson' : 'json';
}

/** The name of the one file or folder, else of the first and how many more. */
function nameOf(paths: readonly string[]): string {
  const [first = '', ...others] = paths.map((path) => {
    const name = basename(resolve(path));
    return ENDING.test(name) ? name.replace(ENDING, '') : name;
  });
  return others.length === 0 ? first || 'Timeline' : `${first} and ${others.length} more`;
}

const ENDING = /\.(txt|md|html?|docx|odt|epub|rtf|pdf|eml|zip|csv|tsv|ics)$/i;
