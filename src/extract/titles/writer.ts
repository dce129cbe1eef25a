import type { ActorIndex } from '../actors.ts';
import type { Reading } from '../reading.ts';

/** Who speaks in a document: whom its `I` and its `we` mean, as a headline names them; empty where that is not said. */
export interface Writer {
  readonly i: string;
  readonly we: string;
}

/**
 * Who writes, by the document's own words: "Diary of Anna Holm", a name below "Yours sincerely", "I, Anna Holm,"; and for
 * `we`, where nobody says I, the organisation that the head of the page and its text name most. Cost: the text, once.
 */
export function writerOf(reading: Reading, actors: ActorIndex): Writer {
  const known = kept.get(actors);
  if (known) return known;
  const i = personWriting(reading);
  const writer = { i, we: i === '' ? houseWriting(reading, actors) : '' };
  kept.set(actors, writer);
  return writer;
}

const kept = new WeakMap<ActorIndex, Writer>();

const RANKS = String.raw`(?:(?:Lieut|Lt|Capt|Col|Maj|Gen|Sgt|Dr|Prof|Rev|Mr|Mrs|Ms|Miss|Sir|Lady|Sister|Father|Captain|Major|Colonel|Lieutenant|Private|Doctor)\b\.? )*`;
const NAME = String.raw`\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}\.|de|da|van|von|der|\p{Lu}[\p{L}'’-]+)){0,4}`;
const KEPT_BY = new RegExp(
  String.raw`\b(?:diary|journal|logbook|log|notebook|memoirs?|letters?|recollections|reminiscences|autobiography) (?:of|from|by|kept by) (?:the late )?${RANKS}(${NAME})`,
  'iu',
);
const INTRODUCED = new RegExp(String.raw`(?:\bI, (${NAME}),|\b[Mm]y name is (${NAME}))`, 'u');
const CLOSING =
  /^(?:yours?\b.*|with (?:love|kind|best).*|(?:best|kind|warm)?\s*(?:regards|wishes)|sincerely.*|affectionately.*|love),?$/i;
/** Blocks at the head of a document in which it is said whose diary it is. */
const HEAD = 4;

function personWriting({ blocks, words, document }: Reading): string {
  const said = [document.title, ...blocks.slice(0, HEAD).map((b) => words.slice(b.start, b.end))];
  for (const text of said) {
    const name = KEPT_BY.exec(titled(text))?.[1];
    if (name && !/^(?:the|a|an)$/i.test(name)) return lastOf(name);
  }
  const own = INTRODUCED.exec(words);
  if (own) return lastOf(own[1] ?? own[2] ?? '');
  const lines = words
    .trimEnd()
    .slice(-LAST)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [closing, signed] = [lines.at(-2) ?? '', lines.at(-1) ?? ''];
  const signature = new RegExp(`^${RANKS}(${NAME})$`, 'u').exec(signed)?.[1];
  return CLOSING.test(closing) && signature ? lastOf(signature) : '';
}

/** Characters at the end of a letter in which it is signed. */
const LAST = 200;

/** "DIARY OF ANNA HOLM" → "Diary Of Anna Holm": names are known by their first capital. */
const titled = (text: string): string =>
  text === text.toUpperCase()
    ? text.replace(/(\p{L})(\p{L}+)/gu, (_, a: string, b: string) => a + b.toLowerCase())
    : text;

const lastOf = (name: string): string => name.split(' ').at(-1) ?? name;

/** What law a house is under is no part of what it calls itself. */
const FORM = / (?:Ltd|Limited|Inc|LLC|PLC|plc|GmbH|AG|BV|NV|SA|SAS|Oy|AB|AS|Corp|Co)\.?$/;

/** Times that a page says `we` or `our` before it speaks for a house. */
const OFTEN = 4;

function houseWriting({ blocks, words, document }: Reading, { mentions, others }: ActorIndex): string {
  if (
    /\bI\b(?!\.)/.test(words.replace(/\p{Lu}[\p{L}'’-]+ I\b/gu, '')) ||
    (words.match(/\b(?:we|our|us)\b/gi)?.length ?? 0) < OFTEN
  )
    return '';
  const first = blocks.findIndex((b) => b.kind === 'paragraph');
  const end = blocks[Math.max(0, first)]?.end ?? 0;
  const counts = new Map<string, number>();
  for (const { name, start } of [...mentions.filter((m) => m.kind === 'organisation'), ...others])
    counts.set(name, (counts.get(name) ?? 0) + (start < end ? 2 : 1));
  const head = `${document.title} ${words.slice(0, end)}`;
  const named = [...counts]
    .filter(([name, n]) => n > 2 && head.includes(name.replace(FORM, '')))
    .sort((a, b) => b[1] - a[1]);
  const [best, second] = named;
  return best && best[1] > (second?.[1] ?? 0) ? best[0].replace(FORM, '') : '';
}
