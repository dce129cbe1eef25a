import data from '../../data/categories.json' with { type: 'json' };
import { extract } from '../../src/extract/pipeline.ts';
import { readDocument } from '../../src/extract/read.ts';
import { nameDocuments } from '../../src/formats/document.ts';
import { readInteractive } from '../../src/formats/interactive.ts';
import { writeJson } from '../../src/formats/json.ts';
import { readList } from '../../src/formats/list.ts';
import { openFile } from '../../src/formats/open.ts';
import { kindOfEvents, readReady } from '../../src/formats/ready.ts';
import { readSavedJson } from '../../src/formats/saved.ts';
import { readSvg } from '../../src/formats/svg.ts';
import { layoutPicture } from '../../src/layout/picture.ts';
import { COLLECTION_VERSION, type Collection } from '../../src/model/collection.ts';
import { byTime, curate } from '../../src/model/current.ts';
import { readEdtf } from '../../src/model/edtf.ts';
import { isCategoryList, parseCategories, parseCollection } from '../../src/model/parse.ts';
import { when } from '../../src/model/when.ts';
import { type CanvasLike, paintCanvas } from '../../src/render/canvas.ts';
import { paintSvg } from '../../src/render/svg.ts';
import { DARK, LIGHT } from '../../src/scene/theme.ts';
import { Chance, HOSTILE, mutate } from './hostile.ts';
import { fullCollection, SEEDS } from './seeds.ts';

/** What went wrong with one input. */
export interface Fault {
  /** Its number; the same number makes the same input. */
  readonly input: number;
  readonly file: string;
  readonly what: string;
}

/** Longer than this and a person thinks that it hangs, ms of the processor. */
export const HANG = 2000;

const CATEGORIES = parseCategories(data).categories ?? [];

/** Reads a date as a table has it; what the whole reader would make of words is not asked here. */
const dates = (text: string) => {
  const span = readEdtf(text.trim());
  return 'problem' in span ? null : when(text.trim(), 'explicit');
};

/**
 * Makes input number `input` of a seed and sends it through everything that may meet it: readers, the extractor, edits,
 * both painters. @returns what is wrong, in sentences; nothing where all holds.
 */
export async function tryInput(seed: number, input: number): Promise<Fault[]> {
  const chance = new Chance(seed * 1_000_003 + input);
  const start = chance.of(SEEDS);
  const text =
    chance.below(20) === 0 ? HOSTILE.map(() => chance.of(HOSTILE)).join('') : mutate(start.text, chance);
  const faults: Fault[] = [];
  const fail = (what: string): void => {
    faults.push({ input, file: start.name, what });
  };
  const began = process.cpuUsage();
  try {
    for (const collection of await collectionsOf(start.name, text, fail)) {
      checkCollection(collection, fail);
      if (chance.below(4) === 0) draw(collection, chance, fail);
    }
    if (start.name === 'a.json') checkEdited(text, chance, fail);
  } catch (error) {
    fail(`threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  // Of the processor: how long one waits on a busy machine says nothing.
  const { user, system } = process.cpuUsage(began);
  const took = (user + system) / 1000;
  if (took > HANG) fail(`took ${Math.round(took)} ms, expected less than ${HANG}`);
  if (({} as { polluted?: unknown }).polluted !== undefined)
    fail('an object has got a new field by a prototype');
  return faults;
}

/** Everything that a file may be read as. */
async function collectionsOf(
  name: string,
  text: string,
  fail: (what: string) => void,
): Promise<Collection[]> {
  const found: Collection[] = [];
  const bytes = new TextEncoder().encode(text);
  const file = { name, bytes };
  if (/\.(?:txt|md|html|eml|rtf)$/.test(name)) {
    const opened = await openFile(file);
    const documents = nameDocuments(opened.documents);
    const read = extract(documents, { categories: CATEGORIES });
    for (const problem of read.problems) {
      // The extractor catches its own mistakes so that the others are read; here they are what is looked for.
      if (problem.code === 'extract/fault') fail(problem.message);
    }
    for (const document of documents) checkReading(document, fail);
    found.push({
      dateline: COLLECTION_VERSION,
      name: text.slice(0, 40),
      documents: read.documents,
      events: read.events,
      categories: CATEGORIES,
      edits: [],
      problems: [...opened.problems, ...read.problems],
    });
    const interactive = readInteractive(text)?.collection;
    if (interactive) found.push(interactive);
    return found;
  }
  const kind = kindOfEvents(name, bytes);
  const ready = await readReady(file, { dates, known: CATEGORIES, sorter: null } as never, kind);
  if (ready.collection) found.push(ready.collection);
  if (name.endsWith('.json')) {
    const saved = readSavedJson(text);
    if (saved.collection) found.push(saved.collection);
    else if (saved.problems.length === 0) fail('refused without a sentence');
    if (isCategoryList(text)) parseCategories(text);
  } else if (name.endsWith('.svg')) {
    const { collection } = readSvg(text, name);
    if (collection) found.push(collection);
  } else if (/\.(?:csv|ndjson)$/.test(name)) readList(text, name);
  return found;
}

/** What must hold of a collection, whoever made it. */
function checkCollection(collection: Collection, fail: (what: string) => void): void {
  const { problems } = parseCollection(JSON.parse(writeJson(collection)));
  for (const { level, message } of problems) if (level === 'kept-out') fail(`invalid collection: ${message}`);
  const texts = new Map(collection.documents.map((document) => [document.id, document.text]));
  const ids = new Set<string>();
  for (const event of collection.events) {
    if (ids.has(event.id)) fail(`the id ${event.id} is there twice`);
    ids.add(event.id);
    if (!(event.time.end > event.time.start)) fail(`${event.id} ends before it starts`);
    for (const { document, start, end, quote, mention } of event.sources) {
      const text = texts.get(document) ?? '';
      if (text.slice(start, end) !== quote) fail(`${event.id}: a quote is not the text`);
      if (mention && text.slice(mention.start, mention.end) !== mention.text) {
        fail(`${event.id}: a date's words are not the text`);
      }
    }
  }
}

/** What must hold of how a document is read. */
function checkReading(document: Parameters<typeof readDocument>[0], fail: (what: string) => void): void {
  const { blocks, mentions, document: read } = readDocument(document);
  const { length } = document.text;
  const ordered = (spans: readonly { start: number; end: number }[], what: string): void => {
    let last = 0;
    for (const { start, end } of spans) {
      if (start < last || end < start || end > length)
        fail(`${what} ${start} to ${end} after ${last}, of ${length}`);
      last = end;
    }
  };
  ordered(blocks, 'block');
  for (const block of blocks) ordered(block.sentences, 'sentence');
  ordered(mentions, 'mention');
  ordered(read.passages ?? [], 'passage');
  for (const { start, end, text } of mentions) {
    if (document.text.slice(start, end) !== text) fail(`the mention "${text}" is not the text`);
  }
}

/** What must hold of a picture. */
function draw(collection: Collection, chance: Chance, fail: (what: string) => void): void {
  const theme = chance.below(2) === 0 ? LIGHT : DARK;
  const picture = layoutPicture(collection, { theme, width: 300 + chance.below(1200) });
  const svg = paintSvg(picture.scene, picture);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(svg) || !svg.isWellFormed()) {
    fail('the picture has signs that no XML may have');
  }
  if (/<(?:script|foreignObject|iframe|image|a|use|animate|set)\b|\son\w+=/i.test(tagsOf(svg))) {
    fail('the picture has something in it that could run');
  }
  if (/NaN|Infinity|undefined/.test(tagsOf(svg))) fail('the picture has numbers that are none');
  paintCanvas(paper(), picture.scene, 1);
}

/** The markup of a file, without its texts and the values of attributes that hold texts. */
const tagsOf = (svg: string): string =>
  (svg.match(/<[^>]*>/g) ?? []).join('').replace(/(?:id|href)="[^"]*"/g, '');

/** Something to paint on that keeps nothing. */
function paper(): CanvasLike {
  const gradient = { addColorStop: () => {} };
  return new Proxy({} as CanvasLike, {
    get: (_, name) => {
      if (name === 'createLinearGradient') return () => gradient;
      if (name === 'measureText') return () => ({ width: 0 });
      return () => {};
    },
    set: () => true,
  });
}

/** What must hold when edits are spoilt: a collection is read whole or not at all, and what is read can be shown. */
function checkEdited(text: string, chance: Chance, fail: (what: string) => void): void {
  const whole = JSON.parse(writeJson(fullCollection())) as { edits: Record<string, unknown>[] };
  const spoilt = JSON.parse(JSON.stringify(whole)) as typeof whole;
  const edit = chance.of(spoilt.edits);
  const key = chance.of(Object.keys(edit));
  edit[key] = chance.of<unknown>([
    null,
    0,
    -1,
    1e308,
    '',
    [],
    {},
    text.slice(0, 20),
    '__proto__',
    edit,
    chance.of(HOSTILE),
  ]);
  const { collection } = parseCollection(spoilt);
  if (!collection) return;
  const { events, dismissed } = curate(collection);
  const ids = [...events, ...dismissed].map((event) => event.id);
  if (new Set(ids).size !== ids.length) fail('edits make an event twice');
  if ([...events].sort(byTime).some((event, i) => event !== events[i]))
    fail('edits leave events out of order');
}
