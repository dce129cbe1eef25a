import { readSavedList } from '../formats/list.ts';
import { kindOfEvents } from '../formats/ready/kind.ts';
import { readSavedJson, type Saved } from '../formats/saved.ts';
import type { Category } from '../model/category.ts';
import type { TimelineEvent } from '../model/event.ts';
import { buffersOfDigest, type Digest, digest } from '../store/digest.ts';
import { MANY } from './many.ts';

/** What is to be opened: a collection or, where `list`, a list of events. */
export interface OpenTask {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly list: boolean;
  /** Categories whose names and colours a list takes over. */
  readonly known: readonly Category[];
}

/**
 * First everything but the events, with their number; then these, in their order and a few at a time; of very many before
 * that what is asked of all of them at once.
 */
export type OpenAnswer =
  | { readonly kind: 'read'; readonly saved: Saved; readonly events: number }
  | { readonly kind: 'digest'; readonly digest: Digest }
  | { readonly kind: 'events'; readonly events: readonly TimelineEvent[] };

/** Events in one message: what a page takes over within a frame. */
const PIECE = 1000;

self.onmessage = ({ data: task }: MessageEvent<OpenTask>) => {
  const tell = (answer: OpenAnswer): void => self.postMessage(answer);
  open(task).then(
    (saved) => {
      const events = saved.collection?.events ?? [];
      const collection = saved.collection && { ...saved.collection, events: [] };
      tell({ kind: 'read', saved: { ...saved, collection }, events: events.length });
      if (events.length > MANY) {
        const made = digest(events);
        self.postMessage({ kind: 'digest', digest: made } satisfies OpenAnswer, {
          transfer: buffersOfDigest(made),
        });
      }
      for (let i = 0; i < events.length; i += PIECE)
        tell({ kind: 'events', events: events.slice(i, i + PIECE) });
    },
    // A fault of the program must reach the page as an error of the worker, not die as a rejection here.
    (fault) =>
      setTimeout(() => {
        throw fault;
      }),
  );
};

async function open({ name, bytes, list, known }: OpenTask): Promise<Saved> {
  const kind = kindOfEvents(name, bytes);
  if (kind === 'picture' || kind === 'page' || kind === 'parquet') {
    const { readReady } = await import('../formats/ready.ts');
    return readReady({ name, bytes }, { dates: () => null, known, sorter: null }, kind);
  }
  const text = new TextDecoder().decode(bytes);
  return list ? readSavedList(text, name, known) : readSavedJson(text);
}
