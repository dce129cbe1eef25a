import type { TimelineEvent } from '../model/event.ts';
import type { KeptSource } from './vault.ts';

/** From so many events on they are kept as lines of JSON. */
const MANY = 20_000;
/** So many are written before the page has its turn: some ms. */
const PIECE = 1000;
/** Characters that are handed to the browser at once. */
const LENGTH = 1 << 23;

/**
 * A source whose events are lines of JSON. To keep a million as they are, a browser copies every one of them at once,
 * which takes seconds in which nothing else can be done, and then may refuse to keep so much in one piece.
 */
export interface PackedSource extends KeptSource {
  /** Those of the collection, whose own list is empty. */
  readonly events: Blob;
}

/** A source as it is kept. @param many from how many events on they are packed. */
export async function pack(source: KeptSource, many = MANY): Promise<KeptSource | PackedSource> {
  const { events } = source.collection;
  if (events.length < many) return source;
  const parts: Blob[] = [];
  let text = '';
  for (let i = 0; i < events.length; i += PIECE) {
    for (const event of events.slice(i, i + PIECE)) text += `${JSON.stringify(event)}\n`;
    if (text.length > LENGTH) {
      parts.push(new Blob([text]));
      text = '';
    }
    await turn();
  }
  parts.push(new Blob([text]));
  return { ...source, collection: { ...source.collection, events: [] }, events: new Blob(parts) };
}

/** A source as it was given to {@link pack}. */
export async function unpack(kept: KeptSource | PackedSource): Promise<KeptSource> {
  if (!('events' in kept)) return kept;
  const { events: packed, ...source } = kept;
  const events: TimelineEvent[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  const read = (lines: readonly string[]): void => {
    for (const line of lines) if (line !== '') events.push(JSON.parse(line));
  };
  const reader = packed.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = lines.pop() ?? '';
    for (let i = 0; i < lines.length; i += PIECE) {
      read(lines.slice(i, i + PIECE));
      if (lines.length > PIECE) await turn();
    }
    if (done) break;
  }
  read([rest]);
  return { ...source, collection: { ...source.collection, events } };
}

const turn = (): Promise<unknown> => new Promise((done) => setTimeout(done));
