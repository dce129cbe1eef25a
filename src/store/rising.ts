/**
 * Ends, or middles, of events in rising order. Those of single days, which most events are, come in that order when their
 * starts do: only the others are sorted, and put between them. O(n) beside the sorting.
 * @param values one for each event, that of a single day the same length behind its start as of any other.
 * @param starts rising. @param ends parallel to `starts` and `values`. None of them is modified.
 */
export function inRisingOrder(values: Float64Array, starts: Float64Array, ends: Float64Array): Float64Array {
  const size = values.length;
  let days = 0;
  for (let i = 0; i < size; i++) if (ends[i]! - starts[i]! === 1) days++;
  const others = new Float64Array(size - days);
  for (let i = 0, k = 0; i < size; i++) if (ends[i]! - starts[i]! !== 1) others[k++] = values[i]!;
  others.sort();
  const rising = new Float64Array(size);
  let filled = 0;
  let next = 0;
  for (let i = 0; i < size; i++) {
    if (ends[i]! - starts[i]! !== 1) continue;
    const value = values[i]!;
    while (next < others.length && others[next]! < value) rising[filled++] = others[next++]!;
    rising[filled++] = value;
  }
  while (next < others.length) rising[filled++] = others[next++]!;
  return rising;
}

/**
 * The order of {@link inRisingOrder}, as places of the values. Of equal values the earlier place comes first where both
 * are of single days, or neither is.
 */
export function risingOrder(values: Float64Array, starts: Float64Array, ends: Float64Array): Int32Array {
  const size = values.length;
  let days = 0;
  for (let i = 0; i < size; i++) if (ends[i]! - starts[i]! === 1) days++;
  const others = new Int32Array(size - days);
  for (let i = 0, k = 0; i < size; i++) if (ends[i]! - starts[i]! !== 1) others[k++] = i;
  others.sort((a, b) => values[a]! - values[b]! || a - b);
  const order = new Int32Array(size);
  let filled = 0;
  let next = 0;
  for (let i = 0; i < size; i++) {
    if (ends[i]! - starts[i]! !== 1) continue;
    const value = values[i]!;
    while (next < others.length && values[others[next]!]! < value) order[filled++] = others[next++]!;
    order[filled++] = i;
  }
  while (next < others.length) order[filled++] = others[next++]!;
  return order;
}
