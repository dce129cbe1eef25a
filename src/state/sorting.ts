import type { Category } from '../model/category.ts';
import { type Edit, refsOf } from '../model/edit.ts';
import { sorting } from '../texts/texts.json';
import { extraction } from './extraction.ts';
import { speech } from './language.svelte.ts';
import { note, nowOf } from './noted.ts';
import type { Open } from './open.ts';
import { loadReaders, said } from './savedFiles.ts';
import { withRead } from './taken.ts';

/** Sorts what is open into other kinds of event. @param name what they are called, for the notices. */
export async function sortInto(open: Open, kinds: string | readonly Category[], name: string): Promise<void> {
  const t = speech.say(sorting);
  const readers = await loadReaders().catch((error: Error) => {
    open.tell('bad', speech.texts.notices.couldNotOpen(name), [error.message]);
  });
  if (!readers) return;
  const { categories, problems } = readers.parseCategories(kinds);
  if (!categories) {
    open.tell('bad', t.refused(name), problems.map(said));
    return;
  }
  const base = open.source;
  const { events } = base;
  if (events.length === 0 && base.documents.length === 0) {
    open.kinds = categories;
    open.source = { ...base, categories };
    open.tell('good', t.waiting(name), problems.map(said));
    return;
  }
  const documents = open.curation.documents.filter((document) => document.text !== '');
  const readable = new Set(documents.map((document) => document.id));
  const again = events.filter((event) => event.sources.every((source) => readable.has(source.document)));
  const { edits } = open.curation;
  await extraction(
    open,
    { done: 0, total: documents.length, name },
    {
      files: [],
      documents,
      open: open.read ? null : again.map((event) => event.id),
      categories,
      sort: { events, from: base.categories, corrected: corrections(edits) },
    },
    t,
    (outcome) => {
      const before = nowOf(open);
      open.source = {
        ...open.source,
        documents: withRead(open.source.documents, outcome, open.curation.edits),
        events: outcome.events,
        categories: [...categories, ...corrected(base.categories, categories, open.curation.edits)],
      };
      open.asRead = open.curation.documents;
      note(open, { verb: 'sort', count: 1, what: name }, before);
      open.kinds = categories;
      open.tell('good', t.sorted(name), problems.map(said));
    },
  );
}

/** Ids of events that a person has worked on. */
const corrections = (edits: readonly Edit[]): readonly string[] => [
  ...new Set(edits.flatMap((edit) => refsOf(edit).map((ref) => ref.event))),
];

/** Categories that are gone and yet named by corrections: they stay. */
function corrected(
  before: readonly Category[],
  now: readonly Category[],
  edits: readonly Edit[],
): readonly Category[] {
  const named = new Set(edits.map(categoryOf));
  const known = new Set(now.map((category) => category.key));
  return before.filter(({ key }) => named.has(key) && !known.has(key));
}

function categoryOf(edit: Edit): string | undefined {
  if (edit.kind === 'added') return edit.event.category;
  return edit.kind === 'event' || edit.kind === 'rule' ? edit.category : undefined;
}
