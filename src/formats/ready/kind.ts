/**
 * What a file of ready events is. `saved`: our collection. `list`: our list of events, CSV or line by line. `picture`:
 * our SVG. `page`: our timeline in one HTML file. `parquet`: our list in that form. `table`: rows of cells of anybody; `objects`: a list of JSON objects of anybody. `calendar`: iCalendar.
 */
export type ReadyKind =
  | 'saved'
  | 'list'
  | 'picture'
  | 'page'
  | 'parquet'
  | 'table'
  | 'objects'
  | 'calendar'
  | 'timelinejs';

/** Endings of files that hold ready events. */
export const READY = [
  '.json',
  '.csv',
  '.tsv',
  '.tab',
  '.ndjson',
  '.jsonl',
  '.ics',
  '.ical',
  '.svg',
  '.parquet',
] as const;

/** What a page says of itself that `writeInteractive` wrote. */
const PAGE = /^<!doctype html>[\s\S]*?<meta name="dateline-data" content="dateline-data">/i;

/** So much of a file is looked at. Bytes. */
const HEAD = 8192;

/**
 * What kind of ready events a file holds, by its ending and then by its first bytes; null for documents and what nobody
 * knows. Costs no more than a look at its head.
 */
export function kindOfEvents(name: string, bytes: Uint8Array): ReadyKind | null {
  const head = headOf(bytes);
  if (/^\s*BEGIN:VCALENDAR\b/i.test(head)) return 'calendar';
  if (/\.(?:ics|ical)$/i.test(name)) return 'calendar';
  if (/\.svg$/i.test(name)) return 'picture';
  if (PAGE.test(head)) return 'page';
  if (head.startsWith('PAR1')) return 'parquet';
  if (/\.csv$/i.test(name)) return isOurTable(head) ? 'list' : 'table';
  if (/\.(?:tsv|tab)$/i.test(name)) return 'table';
  if (/\.(?:ndjson|jsonl)$/i.test(name)) return isOurLine(head) ? 'list' : 'objects';
  if (!/\.json$/i.test(name)) return null;
  if (/"dateline"\s*:/.test(head)) return 'saved';
  if (/"start_date"\s*:/.test(head) && /^\s*\{/.test(head)) return 'timelinejs';
  if (/^\s*\{/.test(head) && /"events"\s*:\s*\[/.test(head) && !/"items"\s*:/.test(head))
    return /"(?:start|when|date)"\s*:/.test(head) ? 'objects' : 'timelinejs';
  // A list of categories has terms, or keys and colours; neither is an event.
  if (/^\s*\[\s*\{/.test(head)) return /"(?:terms|colour)"\s*:/.test(head) ? 'saved' : 'objects';
  return /"items"\s*:\s*\[/.test(head) ? 'objects' : 'saved';
}

/** Whether a name is one of a file of ready events, as far as its ending says. */
export const mayHoldEvents = (name: string): boolean => {
  const lower = name.toLowerCase();
  return READY.some((ending) => lower.endsWith(ending));
};

/**
 * The same for a file that nobody has named, as one in a folder or an archive: what only may hold events, such as a
 * picture or the settings of a program, does not.
 */
export function kindWithin(name: string, bytes: Uint8Array): ReadyKind | null {
  const kind = kindOfEvents(name, bytes);
  if (kind === 'picture')
    return /<(?:\w+:)?metadata\b[^>]*\bid=["']dateline-data["']/.test(headOf(bytes)) ? kind : null;
  if (kind === 'saved') return /"dateline"\s*:/.test(headOf(bytes)) ? kind : null;
  return kind;
}

/** The columns without which our own list is none. */
const isOurTable = (head: string): boolean => {
  const [names = ''] = head.split(/\r?\n/);
  const columns = new Set(names.split(',').map((name) => name.trim().toLowerCase()));
  return ['id', 'title', 'category', 'edtf'].every((name) => columns.has(name));
};

const isOurLine = (head: string): boolean => {
  const line = head.split('\n').find((each) => each.trim() !== '') ?? '';
  return line === '' || (/"id"\s*:/.test(line) && /"time"\s*:\s*\{\s*"edtf"\s*:/.test(line));
};

/** The beginning as text; what is told by it is ASCII, in UTF-16 too. */
function headOf(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  return head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');
}
