import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { ExtractOptions, Told } from '../extract/pipeline.ts';
import type { Document } from '../model/document.ts';
import { type Answer, type Job, spread } from './crew.ts';
import type { Progress } from './progress.ts';

/** Characters from which on a further thread is worth its start: about half a second of reading. */
const WORTH_A_THREAD = 150_000;

/** How many threads to use where nobody says: one for each core, fewer when there is little to read. */
export function threadsFor(documents: readonly Document[]): number {
  const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
  const worth = Math.floor(characters / WORTH_A_THREAD);
  return Math.max(1, Math.min(availableParallelism(), documents.length, worth));
}

/**
 * Reads each document by itself, on this thread or spread over others. The answer, in the order of the documents, is
 * the same whatever the number of threads, each of which is `program` again. A fault in one document is a problem of
 * that document.
 */
export async function tellAll(
  documents: readonly Document[],
  options: ExtractOptions,
  { threads, program }: { readonly threads: number; readonly program: string },
  progress: Progress,
): Promise<Told[]> {
  if (threads === 1 || documents.length < 2) return tellHere(documents, options, progress);
  // The longest first: at the end none has to wait for one of them.
  const order = documents.map((_, i) => i).sort((a, b) => size(documents[b]!) - size(documents[a]!) || a - b);
  const tasks = order.map((i) => documents[i]!);
  const interrupted = (): void => {
    progress.clear();
    // The signal again, and nobody to catch it: all threads end, and who waits for us learns why.
    process.kill(process.pid, 'SIGINT');
  };
  process.once('SIGINT', interrupted);
  try {
    const begun = spread<Document, Told | Broken>(tasks, {
      threads,
      start: () => new Worker(program, { workerData: { teller: TELLER, options } satisfies TellerData }),
      broken: (document, fault) => ({ document, fault }),
      onDone: (done, document) => progress.show(done, document.id),
      onPart: (done, document, share) => progress.show(done, document.id, share),
    });
    // What merges is megabytes, too: it is loaded beside the threads, not before them.
    const [told, { faultIn }] = await Promise.all([begun, import('../extract/pipeline.ts')]);
    const results = new Array<Told>(documents.length);
    order.forEach((i, at) => {
      const each = told[at]!;
      const one: Told =
        'fault' in each
          ? { document: each.document, tellings: [], problems: [faultIn(each.document, each.fault)] }
          : each;
      results[i] = { ...one, document: { ...one.document, text: documents[i]!.text } };
    });
    return results;
  } finally {
    process.off('SIGINT', interrupted);
  }
}

/** A document at which its thread broke. */
interface Broken {
  readonly document: Document;
  readonly fault: Error;
}

/** Passes on what is at least a hundredth more than before. */
function inSteps(show: (share: number) => void): (share: number) => void {
  let next = 0.01;
  return (share) => {
    if (share < next) return;
    next = share + 0.01;
    show(share);
  };
}

const size = ({ text }: Document): number => text.length;

async function tellHere(
  documents: readonly Document[],
  options: ExtractOptions,
  progress: Progress,
): Promise<Told[]> {
  const [{ tell }, { classifier }] = await Promise.all([
    import('../extract/pipeline.ts'),
    import('../extract/classify.ts'),
  ]);
  const classify = classifier(options.categories);
  return documents.map((document, i) => {
    const onPart = inSteps((share) => progress.show(i, document.id, share));
    const told = tell(document, { ...options, onPart }, classify);
    progress.show(i + 1, document.id);
    return told;
  });
}

/* ---- the other side: this program, started as a thread ---- */

const TELLER = 'dateline/teller';

interface TellerData {
  readonly teller: typeof TELLER;
  readonly options: ExtractOptions;
}

/** Whether this is a thread that {@link tellAll} started. */
export const isTeller = (): boolean =>
  !isMainThread && (workerData as Partial<TellerData> | null)?.teller === TELLER;

/** Reads the documents that it is sent, until it is ended. */
export async function serveAsTeller(): Promise<void> {
  const { options } = workerData as TellerData;
  const port = parentPort;
  if (!port) throw new Error('found no port to the main thread, expected to be started as a thread');
  const [{ tell }, { classifier }] = await Promise.all([
    import('../extract/pipeline.ts'),
    import('../extract/classify.ts'),
  ]);
  const classify = classifier(options.categories);
  port.on('message', ({ number, task }: Job<Document>) => {
    const onPart = inSteps((share) =>
      port.postMessage({ kind: 'part', number, share } satisfies Answer<Told>),
    );
    const told = tell(task, { ...options, onPart }, classify);
    // Who sent the text has it.
    const result: Told = { ...told, document: { ...told.document, text: '' } };
    port.postMessage({ kind: 'done', number, result } satisfies Answer<Told>);
  });
}
