import { basename, resolve } from 'node:path';
import type { ExtractOptions } from '../extract/pipeline.ts';
import { nameDocuments } from '../formats/document.ts';
import { openFile } from '../formats/open.ts';
import { isReadable } from '../formats/readable.ts';
import { kindOfEvents, kindWithin, type ReadyKind } from '../formats/ready/kind.ts';
import { COLLECTION_VERSION, type Collection } from '../model/collection.ts';
import type { Document } from '../model/document.ts';
import { joinCollections } from '../model/join.ts';
import type { Problem } from '../model/problem.ts';
import { Refusal } from './command.ts';
import { type FoundFile, findFiles, readBytes } from './files.ts';
import { progressOf } from './progress.ts';
import { type OpenOptions, readEvents } from './ready.ts';
import type { Surroundings } from './surroundings.ts';
import { tellAll, threadsFor } from './tell.ts';

export interface CollectOptions extends OpenOptions {
  /** EDTF: the day from which the documents speak. */
  readonly date?: string;
  /** Of the collection; else that of the one saved timeline, or of the files. */
  readonly name?: string;
  /** Documents read at once; as many as there are cores where absent. */
  readonly threads?: number;
}

/**
 * Reads files and folders of any kind into one collection: documents are read, ready events taken as they are. A saved
 * timeline by itself stays what it is.
 * @returns the collection, and what a person should know about the reading.
 * @throws Refusal (1) when nothing could be read, with what is wrong.
 */
export async function collect(
  paths: readonly string[],
  { date, name, threads, ...options }: CollectOptions,
  around: Surroundings,
): Promise<{ readonly collection: Collection; readonly problems: readonly Problem[] }> {
  const { files, problems: missing } = findFiles(paths);
  const { documents, ready, problems: unread } = await readFiles(files, options, around);
  if (documents.length === 0 && ready.length === 0) {
    const sentence = 'nothing could be read, and nothing was written';
    throw new Refusal(sentence, 1, [...missing, ...unread]);
  }
  const { categories } = options;
  const told =
    documents.length > 0
      ? await extracted(documents, { categories, ...(date === undefined ? {} : { date }) }, threads, around)
      : NOTHING;
  const problems = [...missing, ...unread, ...told.problems];
  const [only, ...others] = ready;
  if (documents.length === 0 && only && others.length === 0) {
    const kept = [...only.problems, ...problems];
    return { collection: { ...only, name: name ?? only.name, problems: kept }, problems };
  }
  const own: Collection = {
    dateline: COLLECTION_VERSION,
    name: name ?? nameOf(paths),
    documents: told.documents,
    events: told.events,
    categories: documents.length > 0 ? categories : [],
    edits: [],
    problems,
  };
  return { collection: { ...ready.reduce(joinCollections, own), problems }, problems };
}

const NOTHING = { documents: [], events: [], problems: [] } as const;

async function extracted(
  documents: readonly Document[],
  options: ExtractOptions,
  threads: number | undefined,
  around: Surroundings,
) {
  const progress = progressOf('Extracting', documents.length, around);
  progress.show(0, documents[0]?.id ?? '');
  const crew = { threads: threads ?? threadsFor(documents), program: around.program };
  const told = await tellAll(documents, options, crew, progress);
  progress.clear();
  // The tagger and its words are megabytes: only who extracts waits for them, and its threads do not.
  const { gather } = await import('../extract/pipeline.ts');
  return gather(told);
}

/** Documents are read, ready events taken as they are. */
async function readFiles(
  files: readonly FoundFile[],
  options: OpenOptions,
  around: Surroundings,
): Promise<{ documents: readonly Document[]; ready: readonly Collection[]; problems: Problem[] }> {
  const read: Document[] = [];
  const ready: Collection[] = [];
  const problems: Problem[] = [];
  /** In folders, with an ending of lists of events and yet none. */
  const others: string[] = [];
  const take = async (file: FoundFile, bytes: Uint8Array, kind: ReadyKind | null): Promise<void> => {
    const saved = await readEvents(file.name, bytes, options, kind);
    // A table that nobody has named may be of anything.
    const chance = !file.named && !saved.collection && (kind === 'table' || kind === 'objects');
    for (const problem of [...saved.problems, ...saved.leftOut])
      problems.push(inFile(chance ? { ...problem, level: 'note' } : problem, file));
    if (saved.collection) ready.push(saved.collection);
  };
  const progress = progressOf('Reading', files.length, around);
  for (const [i, file] of files.entries()) {
    progress.show(i + 1, file.name);
    const content = readBytes(file.path);
    if ('problem' in content) {
      problems.push(content.problem);
      continue;
    }
    const kind = (file.named ? kindOfEvents : kindWithin)(file.name, content.bytes);
    if (kind !== null) {
      await take(file, content.bytes, kind);
      continue;
    }
    if (!file.named && !isReadable(file.name)) {
      others.push(file.path);
      continue;
    }
    const opened = await openFile({ name: file.name, bytes: content.bytes });
    problems.push(...opened.problems.map((problem) => atPath(problem, file)));
    read.push(...opened.documents);
    for (const { name, bytes } of opened.ready) {
      const path = name.startsWith(file.name) ? file.path + name.slice(file.name.length) : name;
      await take({ path, name, named: false }, bytes, kindWithin(name, bytes));
    }
  }
  progress.clear();
  const [first] = others;
  if (first !== undefined) {
    const more = others.length === 1 ? '' : ` and ${others.length - 1} more`;
    const message = `${first}${more}: found no events, and not read`;
    problems.push({ code: 'file/others', message, at: first, level: 'note' });
  }
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

/** The name of the one file or folder, else of the first and how many more. */
function nameOf(paths: readonly string[]): string {
  const [first = '', ...others] = paths.map((path) => {
    const name = basename(resolve(path));
    return ENDING.test(name) ? name.replace(ENDING, '') : name;
  });
  return others.length === 0 ? first || 'Timeline' : `${first} and ${others.length} more`;
}

const ENDING = /\.(txt|md|html?|docx|odt|epub|rtf|pdf|eml|zip|csv|tsv|ics|json|ndjson|jsonl|parquet|svg)$/i;
