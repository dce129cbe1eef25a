import type { Document, TextSpan } from '../model/document.ts';
import type { TimelineEvent } from '../model/event.ts';

/** A run of letters of a text that are marked alike. */
export interface Segment extends TextSpan {
  /** Whether they date an event. */
  readonly mention: boolean;
  /** Ids of the events that they report or date, in time order. */
  readonly events: readonly string[];
}

/** A stretch of a text that is set as one: a paragraph or a heading, without the white space around it. */
export interface Passage extends TextSpan {
  /** 0 for a paragraph, else the level of the heading. */
  readonly level: number;
}

/** A place in a text that an event claims. */
interface Claim extends TextSpan {
  readonly event: string;
  readonly mention: boolean;
}

/** A line longer than this was not broken by hand to fit a page. */
const BROKEN_BY_HAND = 120;

/**
 * Lines between empty ones are one passage, as they were broken to fit a page; where one of them is longer than any
 * page, each line is a passage of its own. So is a Markdown heading. Linear in the text.
 */
export function passagesOf(document: Pick<Document, 'text' | 'format'>): readonly Passage[] {
  const { text, format } = document;
  const passages: Passage[] = [];
  let lines: Passage[] = [];
  const close = (): void => {
    const [first] = lines;
    const last = lines.at(-1);
    if (lines.some((line) => line.end - line.start > BROKEN_BY_HAND)) passages.push(...lines);
    else if (first && last) passages.push({ ...first, end: last.end });
    lines = [];
  };
  let at = 0;
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
        passages.push({ start: inner, end: start + bare.length, level: heading[1]!.length });
      } else lines.push({ start, end: start + bare.length, level: 0 });
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

/** Cuts a passage where a claim begins or ends. @param claims those that meet it. */
export function segmentsOf(passage: TextSpan, claims: readonly Claim[]): readonly Segment[] {
  const cuts = new Set([passage.start, passage.end]);
  for (const claim of claims) {
    for (const cut of [claim.start, claim.end]) {
      if (cut > passage.start && cut < passage.end) cuts.add(cut);
    }
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1]!;
    const here = claims.filter((claim) => claim.start <= start && claim.end >= end);
    return {
      start,
      end,
      mention: here.some((claim) => claim.mention),
      events: [...new Set(here.map((claim) => claim.event))],
    };
  });
}
