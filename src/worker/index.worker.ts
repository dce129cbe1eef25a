import { buffersOf, type Indexed, indexTable } from '../store/index.ts';

/** What is to be indexed, and how many categories it has. */
export interface IndexTask {
  readonly table: Indexed;
  readonly categories: number;
}

self.onmessage = ({ data: { table, categories } }: MessageEvent<IndexTask>) => {
  const index = indexTable(table, categories, true);
  self.postMessage(index, { transfer: buffersOf(index) });
};
