import { timexesOf } from '../extract/timexes.ts';
import type { Document } from '../model/document.ts';

self.onmessage = ({ data: document }: MessageEvent<Document>) => {
  self.postMessage(timexesOf(document));
};
