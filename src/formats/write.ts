import type { Collection } from '../model/collection.ts';
import { currentEvents } from '../model/current.ts';
import type { Document } from '../model/document.ts';
import { type Lack, type LackKind, type LettersLacking, lacksOf } from './lacks.ts';
import type { TimexMark } from './tml.ts';
import { notXmlIn } from './wellFormed.ts';

/** What a collection can be written as. */
export const FORMAT_KEYS = [
  'svg',
  'png',
  'pdf',
  'md',
  'html',
  'html-chronology',
  'tml',
  'json',
  'ndjson',
  'csv',
  'parquet',
  'timelinejs',
  'ics',
] as const;
/** A format by its key. */
export type FormatKey = (typeof FORMAT_KEYS)[number];

/** Formats that are painted from a scene; the others are written from the collection alone. */
export const PICTURE_KEYS = ['svg', 'png', 'pdf'] as const satisfies readonly FormatKey[];
export type PictureKey = (typeof PICTURE_KEYS)[number];
/** A format that is written from the collection alone. */
export type DataKey = Exclude<FormatKey, PictureKey>;

/** What is known of a format before anything is written. */
export interface Format {
  /** Ending of its files, with its dot; the first is the usual one. None where only the key names the format. */
  readonly endings: readonly string[];
  /** What a file's name ends in where it is written. */
  readonly suffix: string;
  /** MIME type. */
  readonly type: string;
  readonly group: 'pictures' | 'documents' | 'data' | 'calendars';
  /** What it cannot hold. */
  readonly lacks: readonly LackKind[];
}

/** What lists of events leave out. */
const LIST: readonly LackKind[] = ['texts', 'kinds', 'edits', 'problems'];

const of = (
  group: Format['group'],
  type: string,
  endings: readonly string[],
  lacks: readonly LackKind[],
  suffix: string = endings[0] ?? '',
): Format => ({ group, type, endings, lacks, suffix });

/** All formats by their keys. */
export const FORMATS: Readonly<Record<FormatKey, Format>> = {
  svg: of('pictures', 'image/svg+xml', ['.svg'], ['texts', 'edits', 'problems']),
  png: of('pictures', 'image/png', ['.png'], ['data', 'letters']),
  pdf: of('pictures', 'application/pdf', ['.pdf'], ['data', 'letters']),
  md: of('documents', 'text/markdown;charset=utf-8', ['.md', '.markdown'], ['data', 'details', 'edits']),
  html: of('documents', 'text/html;charset=utf-8', ['.html', '.htm'], []),
  'html-chronology': of('documents', 'text/html;charset=utf-8', [], ['data', 'details', 'edits'], '.html'),
  tml: of('documents', 'application/xml', ['.tml'], ['events', 'characters']),
  json: of('data', 'application/json', ['.json'], []),
  ndjson: of('data', 'application/x-ndjson', ['.ndjson', '.jsonl'], LIST),
  csv: of('data', 'text/csv;charset=utf-8', ['.csv'], LIST),
  parquet: of('data', 'application/vnd.apache.parquet', ['.parquet'], LIST),
  timelinejs: of('data', 'application/json', [], LIST, '-timelinejs.json'),
  ics: of(
    'calendars',
    'text/calendar;charset=utf-8',
    ['.ics', '.ical'],
    ['beyond', ...LIST, 'clock', 'open', 'vague'],
  ),
};

/** The format that the ending of a file name says; null for endings that none has. */
export function formatOfName(name: string): FormatKey | null {
  const lower = name.toLowerCase();
  return FORMAT_KEYS.find((key) => FORMATS[key].endings.some((ending) => lower.endsWith(ending))) ?? null;
}

export const isPicture = (key: FormatKey): key is PictureKey =>
  PICTURE_KEYS.some((picture) => picture === key);

/** Everything a writer may need beside the collection. */
export interface WriteOptions {
  /** BCP 47, of dates and words in formats for people. */
  readonly locale: string;
  /** Finds the date expressions of a document, for `tml`. */
  readonly timexes: (document: Document) => Promise<readonly TimexMark[]>;
}

/** What a file holds: a text, bytes, or texts one after the other, to be asked for once, which together may be longer than a text can be. */
export type Content = string | Uint8Array | Iterable<string>;

/**
 * Writes a collection in a format that needs no picture. Its writer is loaded when it is asked for. The same collection
 * gives the same bytes, on the page and on the command line.
 * @returns text, also in pieces, or bytes. Of `tml`, an archive where there is not exactly one document; see {@link suffixOf}.
 */
export async function writeData(
  key: DataKey,
  collection: Collection,
  { locale, timexes }: WriteOptions,
): Promise<Content> {
  switch (key) {
    case 'json':
      return (await import('./json.ts')).jsonPieces(collection);
    case 'ndjson':
      return (await import('./ndjson.ts')).ndjsonPieces(currentEvents(collection));
    case 'csv':
      return (await import('./csv.ts')).csvPieces(currentEvents(collection));
    case 'parquet':
      return (await import('./parquet.ts')).writeParquet(currentEvents(collection));
    case 'timelinejs':
      return (await import('./timelinejs/write.ts')).writeTimelineJs(collection, locale);
    case 'ics':
      return (await import('./ics/write.ts')).writeIcs(collection, locale);
    case 'md':
      return (await import('./chronology/markdown.ts')).writeChronology(collection, locale);
    case 'html-chronology':
      return (await import('./chronology/html.ts')).writeHtml(collection, locale);
    case 'tml':
      return writeDocuments(collection.documents, timexes);
    case 'html': {
      const [{ writeInteractive }, { default: script }] = await Promise.all([
        import('./interactive.ts'),
        import('virtual:dateline-viewer'),
      ]);
      return writeInteractive(collection, locale, script);
    }
  }
}

/** What the name of a file ends in that holds a collection in a format. */
export const suffixOf = (key: FormatKey, { documents }: Pick<Collection, 'documents'>): string =>
  key === 'tml' && documents.length !== 1 ? '-tml.zip' : FORMATS[key].suffix;

/** What of a collection a format will not hold. @param lacking letters of a picture that the bundled font has not. */
export function lacksIn(key: FormatKey, collection: Collection, lacking?: LettersLacking): Lack[] {
  const { lacks } = FORMATS[key];
  const counted = lacksOf(collection, lacks);
  const count = lacking?.letters.length ?? 0;
  if (lacks.includes('letters') && lacking && count > 0) counted.push({ what: 'letters', count, lacking });
  if (lacks.includes('characters')) {
    const count = collection.documents.reduce((sum, { text }) => sum + notXmlIn(text), 0);
    if (count > 0) counted.push({ what: 'characters', count });
  }
  return counted;
}

async function writeDocuments(
  documents: readonly Document[],
  timexes: WriteOptions['timexes'],
): Promise<string | Uint8Array> {
  const { writeTml } = await import('./tml.ts');
  const files: { path: string; bytes: Uint8Array }[] = [];
  const encoder = new TextEncoder();
  for (const document of documents) {
    const xml = writeTml(document, await timexes(document));
    if (documents.length === 1) return xml;
    files.push({ path: `${document.id}.tml`, bytes: encoder.encode(xml) });
  }
  return (await import('./zip.ts')).packZip(files);
}

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
