import { readDocument } from '../extract/read.ts';
import type { Document } from '../model/document.ts';
import type { Marks } from './protocol.ts';

self.onmessage = ({ data: document }: MessageEvent<Document>) => {
  const { blocks, mentions } = readDocument(document);
  const marks: Marks = {
    blocks: blocks.map(({ start, end, kind, level }) => ({ start, end, kind, level })),
    mentions: mentions.map(({ start, end, edtf, precision, range, how }) => ({
      start,
      end,
      edtf,
      precision,
      range,
      how,
    })),
  };
  self.postMessage(marks);
};
