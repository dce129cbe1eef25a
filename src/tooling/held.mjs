/**
 * What the page holds at a moment. `heap`: objects, texts, functions, bytes; `compiled`: machine code that was made since
 * the measure before, bytes. `nodes` and `listeners` of all documents; `workers` that run; `urls` of objects not let go.
 * @typedef {{heap: number, compiled: number, nodes: number, listeners: number, documents: number, workers: number, urls: number}} Held
 */

/** What the heap, its nodes and its listeners may have grown by. */
const MOST = 1.1;

/**
 * What of `after` is too much, in words.
 * @param {Held} before @param {Held} after
 * @returns {string[]} empty when the page has let go of all that it need not keep.
 */
export function excess(before, after) {
  const grown = /** @type {const} */ (['heap', 'nodes', 'listeners']).filter(
    (part) => after[part] > before[part] * MOST,
  );
  const left = /** @type {const} */ (['documents', 'workers', 'urls']).filter(
    (part) => after[part] > before[part],
  );
  return [...grown, ...left].map((part) => `${part}: found ${after[part]}, expected about ${before[part]}`);
}

/** @param {number} bytes */
export const megabytes = (bytes) => (bytes / 1e6).toFixed(2);

/** @param {Held} held */
export const heldInWords = ({ heap, compiled, nodes, listeners, documents, workers, urls }) =>
  `${megabytes(heap)} MB of heap (and ${megabytes(compiled)} MB compiled), ${nodes} nodes, ${listeners} listeners, ${documents} documents, ${workers} workers, ${urls} object URLs`;
