import type { Document, DocumentDate } from '../model/document.ts';
import { dayOf } from './days.ts';
import { readText, shortTitle } from './text.ts';

/** Front matter that is longer than this is none. UTF-16 units. */
const LONGEST = 20_000;
const YAML = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const TOML = /^\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/;
/** Keys that give the day of writing, the best first. */
const DATE_KEYS = [
  'date',
  'published',
  'pubdate',
  'publishdate',
  'publish_date',
  'datepublished',
  'created',
  'updated',
  'lastmod',
  'modified',
];

/**
 * Makes a document of Markdown. The text stays raw; front matter (YAML or TOML) gives title and date, with origin
 * `metadata`. Without a `title`, the first heading is the title.
 */
export function readMarkdown(name: string, text: string): Document {
  const head = text.slice(0, LONGEST);
  const matter = YAML.exec(head) ?? TOML.exec(head);
  const fields = fieldsOf(matter?.[1] ?? '');
  const body = text.slice(matter?.[0].length ?? 0);
  return {
    ...readText(name, text),
    format: 'markdown',
    title: fields.get('title') ?? firstHeading(body) ?? readText(name, body).title,
    date: dateOf(fields),
  };
}

/** `key: value` or `key = value` at the margin; quotation marks and comments off; keys in lower case. */
function fieldsOf(matter: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of matter.split(/\r?\n/)) {
    const found = /^([\w-]+)\s*[:=]\s*(?:"([^"]*)"|'([^']*)'|([^#]*?))\s*(?:#.*)?$/.exec(line);
    const value = (found?.[2] ?? found?.[3] ?? found?.[4] ?? '').trim();
    if (found?.[1] && value !== '') fields.set(found[1].toLowerCase(), value);
  }
  return fields;
}

function dateOf(fields: ReadonlyMap<string, string>): DocumentDate | null {
  for (const key of DATE_KEYS) {
    const value = fields.get(key);
    const edtf = value === undefined ? null : dayOf(value);
    if (edtf) return { edtf, origin: 'metadata', reason: `front matter: ${key}: ${value}` };
  }
  return null;
}

/** The words of the first `#` heading or underlined line near the top, without emphasis and links. */
function firstHeading(body: string): string | null {
  const head = body.slice(0, LONGEST);
  const found = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$|^(\S.{0,200})\r?\n(?:=+|-+)[ \t]*$/m.exec(head);
  const words = (found?.[1] ?? found?.[2])?.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]+/g, '');
  return words ? shortTitle(words) : null;
}
