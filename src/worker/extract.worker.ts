import data from '../../data/categories.json' with { type: 'json' };
import { classifier } from '../extract/classify.ts';
import { type NamedBytes, nameDocuments } from '../formats/document.ts';
import { openFile } from '../formats/open.ts';
import type { Category } from '../model/category.ts';
import { currentEvents } from '../model/current.ts';
import type { Document } from '../model/document.ts';
import type { TimelineEvent } from '../model/event.ts';
import { parseCategories } from '../model/parse.ts';
import type { Problem } from '../model/problem.ts';
import type { Answer, Outcome, Sorting, Task } from './protocol.ts';
import { Reader } from './reader.ts';

/** What was read for earlier tasks: a document that is added costs its own reading and the merge. */
const reader = new Reader();

/** Runs one task, as the worker does. @param tell hears how many documents are done, new and old ones. */
async function perform(task: Task, tell: (answer: Answer) => void): Promise<Outcome> {
  const read: Document[] = [];
  const problems: Problem[] = [];
  const ready: NamedBytes[] = [];
  for (const file of task.files) {
    tell({ kind: 'progress', progress: { done: read.length, total: task.files.length, name: file.name } });
    const opened = await openFile(file);
    problems.push(...opened.problems);
    read.push(...opened.documents);
    ready.push(...opened.ready);
  }
  // Those that are open come first and keep their ids.
  const documents =
    task.replace === undefined
      ? [
          ...task.documents,
          ...nameDocuments(read, [...task.documents.map(({ id }) => id), ...(task.taken ?? [])]),
        ]
      : replaced(task.documents, task.replace, read[0]);
  const added =
    task.replace === undefined
      ? documents.slice(task.documents.length).map((document) => document.id)
      : read.slice(0, 1).map(() => task.replace as string);
  const categories = task.categories.length > 0 ? task.categories : defaults();
  if (task.sort) return sorted(task, task.sort, categories, tell);
  if (read.length === 0 && !task.again)
    return { documents, added, events: [], anew: false, categories, problems, ready };
  const old = documents.slice(0, task.documents.length);
  const anew = task.open === null || findsAgain(task.open, task.again ?? old, categories);
  const asked = anew ? documents : documents.slice(old.length);
  const names = new Map(asked.map((document) => [document.id, document.name]));
  const extraction = reader.extract(asked, categories, (done, id) =>
    tell({ kind: 'progress', progress: { done, total: asked.length, name: names.get(id) ?? id } }),
  );
  reader.keep(new Set(documents.map((document) => document.id)));
  return {
    documents: anew ? extraction.documents : [...old, ...extraction.documents],
    added,
    events: extraction.events,
    anew,
    categories,
    problems: [...problems, ...extraction.problems],
    ready,
  };
}

/** Documents with another version in the place of one of them, under its name: it is the same one to whoever knows it. */
const replaced = (documents: readonly Document[], id: string, version?: Document): readonly Document[] =>
  documents.map((document) =>
    document.id === id && version ? { ...version, id, name: document.name } : document,
  );

/**
 * What is open, in other categories. Read again with them, where that finds every event; otherwise the list was made
 * elsewhere: then each event stays as it is, and only its category is asked for anew, of the reader where it has found
 * the event, else of the words that tell it.
 */
function sorted(
  { documents, open }: Task,
  { events, from, corrected }: Sorting,
  categories: readonly Category[],
  tell: (answer: Answer) => void,
): Outcome {
  const names = new Map(documents.map((document) => [document.id, document.name]));
  const extraction = reader.extract(documents, categories, (done, id) =>
    tell({ kind: 'progress', progress: { done, total: documents.length, name: names.get(id) ?? id } }),
  );
  const found = new Map(extraction.events.map((event) => [event.id, event]));
  const classify = classifier(categories);
  const resorted = (event: TimelineEvent): TimelineEvent => {
    const clause = event.sources.map((source) => source.quote).join(' … ');
    const category = found.get(event.id)?.category ?? classify({ head: '', title: event.title, clause });
    return { ...event, category };
  };
  const readable = new Set(documents.map((document) => document.id));
  const isRead = (event: TimelineEvent): boolean => event.sources.every((s) => readable.has(s.document));
  const anew =
    corrected.every((id) => found.has(id) || !events.some((event) => event.id === id && isRead(event))) &&
    (open === null || findsAgain(open, documents, from));
  const others = events.filter((event) => !isRead(event) && !found.has(event.id));
  return {
    documents: anew ? extraction.documents : documents,
    added: [],
    events: anew
      ? currentEvents({ events: [...extraction.events, ...others.map(resorted)], edits: [] })
      : events.map(resorted),
    anew,
    categories,
    problems: anew ? extraction.problems : [],
  };
}

/** Whether reading documents again finds all of some events. */
function findsAgain(
  ids: readonly string[],
  documents: readonly Document[],
  categories: readonly Category[],
): boolean {
  if (ids.length === 0) return true;
  const found = new Set(reader.extract(documents, categories).events.map((event) => event.id));
  return ids.every((id) => found.has(id));
}

function defaults() {
  const parsed = parseCategories(data);
  if (!parsed.categories) throw new Error(parsed.problems.map((problem) => problem.message).join('\n'));
  return parsed.categories;
}

self.onmessage = ({ data: task }: MessageEvent<Task>) => {
  const tell = (answer: Answer): void => self.postMessage(answer);
  // A fault of the program must reach the page as an error of the worker, not die as a rejection here.
  perform(task, tell).then(
    (outcome) => tell({ kind: 'done', outcome }),
    (fault) =>
      setTimeout(() => {
        throw fault;
      }),
  );
};
