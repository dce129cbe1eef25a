import { readSavedList } from '../formats/list.ts';
import { readSavedJson, type Saved } from '../formats/saved.ts';
import type { Category } from '../model/category.ts';
import type { TimelineEvent } from '../model/event.ts';

/** What is to be opened: a collection or, where `list`, a list of events. */
export interface OpenTask {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly list: boolean;
  /** Categories whose names and colours a list takes over. */
  readonly known: readonly Category[];
}

/** First everything but the events, with their number; then these, in their order and a few at a time. */
export type OpenAnswer =
  | { readonly kind: 'read'; readonly saved: Saved; readonly events: number }
  | { readonly kind: 'events'; readonly events: readonly TimelineEvent[] };

/** Events in one message: what a page takes over within a frame. */
const PIECE = 1000;

self.onmessage = ({ data: { name, bytes, list, known } }: MessageEvent<OpenTask>) => {
  const text = new TextDecoder().decode(bytes);
  const saved = list ? readSavedList(text, name, known) : readSavedJson(text);
  const events = saved.collection?.events ?? [];
  const tell = (answer: OpenAnswer): void => self.postMessage(answer);
  const collection = saved.collection && { ...saved.collection, events: [] };
  tell({ kind: 'read', saved: { ...saved, collection }, events: events.length });
  for (let i = 0; i < events.length; i += PIECE) tell({ kind: 'events', events: events.slice(i, i + PIECE) });
};
