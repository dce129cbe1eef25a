import type { Document, TextSpan } from '../model/document.ts';
import type { TimelineEvent } from '../model/event.ts';

/** A run of letters of a text that are marked alike. */
export interface Segment extends TextSpan {
  /** Whether they date an event. */
  readonly mention: boolean;
  /** Whether they are a date expression, which may date nothing. */
  readonly date: boolean;
  /** Ids of the events that they report or date, in time order. */
  readonly events: readonly string[];
}

/** A stretch of a text that is set as one: a paragraph or a heading, without the white space around it. */
export interface Passage extends TextSpan {
  /** 0 for a paragraph, else the level of the heading. */
  readonly level: number;
  /** Whether it is an item of a list; the bullet itself is not in the span. */
  readonly item: boolean;
}

/** A place in a text that an event claims. */
export interface Claim extends TextSpan {
  /** Its id; empty for a date that dates no event. */
  readonly event: string;
  readonly mention: boolean;
}

/** A line longer than this was not broken by hand to fit a page. */
const BROKEN_BY_HAND = 120;

/**
 * Lines between empty ones are one passage, as they were broken to fit a page; where one of them is longer than any
 * page, each line is a passage of its own. So are headings and list items of Markdown, whose front matter is no text. Linear
 * in the text. Where the file itself marks its blocks, these are the passages.
 */
export function passagesOf(document: Pick<Document, 'text' | 'format' | 'parts'>): readonly Passage[] {
  const { text, format, parts } = document;
  if (parts) {
    return parts.map(({ start, end, kind, level }) => ({
      start,
      end,
      level: kind === 'heading' ? level : 0,
      item: kind === 'list',
    }));
  }
  const passages: Passage[] = [];
  let lines: Passage[] = [];
  const close = (): void => {
    const [first] = lines;
    const last = lines.at(-1);
    if (lines.some((line) => line.end - line.start > BROKEN_BY_HAND)) passages.push(...lines);
    else if (first && last) passages.push({ ...first, end: last.end });
    lines = [];
  };
  let at =
    format === 'markdown' ? (/^---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0) : 0;
  while (at <= text.length) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(at, end);
    const heading = format === 'markdown' ? /^(#{1,6})\s+\S/.exec(line) : null;
    const bare = line.trim();
    if (bare === '') close();
    else {
      const start = at + line.indexOf(bare);
      if (heading) {
        close();
        const inner = at + line.indexOf(bare) + /^#+\s+/.exec(bare)![0].length;
        passages.push({ start: inner, end: start + bare.length, level: heading[1]!.length, item: false });
      } else {
        const bullet = format === 'markdown' ? (/^(?:[-*+]|\d+[.)])\s+(?=\S)/.exec(bare)?.[0] ?? '') : '';
        if (bullet !== '') close();
        const from = /^\d/.test(bullet) ? 0 : bullet.length;
        lines.push({ start: start + from, end: start + bare.length, level: 0, item: bullet !== '' });
      }
    }
    at = end + 1;
    if (stop < 0) break;
  }
  close();
  return passages;
}

/**
 * What events claim in a document, sorted by start. Both the passages that report them and the words that date them,
 * which may stand in a heading.
 */
export function claimsOf(document: string, events: readonly TimelineEvent[]): readonly Claim[] {
  const claims: Claim[] = [];
  for (const event of events) {
    for (const source of event.sources) {
      if (source.document !== document) continue;
      claims.push({ start: source.start, end: source.end, event: event.id, mention: false });
      const { mention } = source;
      if (mention) claims.push({ start: mention.start, end: mention.end, event: event.id, mention: true });
    }
  }
  return claims.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Cuts a passage where a claim begins or ends.
 * @param claims those that meet it. @param hidden what is not to be read, such as signs of Markdown: left out.
 */
export function segmentsOf(
  passage: TextSpan,
  claims: readonly Claim[],
  hidden: readonly TextSpan[] = [],
): readonly Segment[] {
  const cuts = new Set([passage.start, passage.end]);
  for (const span of [...claims, ...hidden]) {
    for (const cut of [span.start, span.end]) {
      if (cut > passage.start && cut < passage.end) cuts.add(cut);
    }
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).flatMap((start, i) => {
    const end = places[i + 1]!;
    if (hidden.some((span) => span.start <= start && span.end >= end)) return [];
    const here = claims.filter((claim) => claim.start <= start && claim.end >= end);
    return {
      start,
      end,
      mention: here.some((claim) => claim.mention && claim.event !== ''),
      date: here.some((claim) => claim.mention),
      events: [...new Set(here.map((claim) => claim.event))].filter((event) => event !== ''),
    };
  });
}

/** A stretch of a text without white space at its ends, and with the whole of the words that it cuts. */
export function wholeWords(text: string, { start, end }: TextSpan): TextSpan {
  const letter = /[\p{L}\p{M}\p{N}]/u;
  let [first, last] = [start, end];
  while (first < last && /\s/.test(text[first]!)) first++;
  while (last > first && /\s/.test(text[last - 1]!)) last--;
  if (first === last) return { start: first, end: last };
  while (first > 0 && letter.test(text[first]!) && letter.test(text[first - 1]!)) first--;
  while (last < text.length && letter.test(text[last]!) && letter.test(text[last - 1]!)) last++;
  return { start: first, end: last };
}
