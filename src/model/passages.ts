import type { Document } from './document.ts';
import type { Source, TimelineEvent } from './event.ts';

/** An added event with its passages where they stand in the documents now. */
export function withPassages(
  event: TimelineEvent,
  documents: readonly Document[] | undefined,
): { readonly event: TimelineEvent; readonly complete: boolean } {
  if (!documents || event.sources.length === 0) return { event, complete: true };
  const sources = event.sources.flatMap((source) => {
    const document = documents.find((each) => each.id === source.document);
    const there = document && placed(source, document.text);
    return there ? [there] : [];
  });
  const same = sources.length === event.sources.length && sources.every((s, i) => s === event.sources[i]);
  return { event: same ? event : { ...event, sources }, complete: sources.length === event.sources.length };
}

/** A passage where its words stand now, the nearest place to the old one; null where they are gone. */
function placed(source: Source, text: string): Source | null {
  const { quote } = source;
  if (quote === '') return null;
  const start = nearest(text, quote, source.start);
  if (start === null) return null;
  const moved = start - source.start;
  const { mention } = source;
  const kept =
    mention &&
    text.startsWith(mention.text, mention.start + moved) &&
    mention.start + moved >= 0 &&
    mention.text !== ''
      ? {
          ...mention,
          start: mention.start + moved,
          end: mention.start + moved + mention.text.length,
        }
      : null;
  const end = start + quote.length;
  if (moved === 0 && source.end === end && JSON.stringify(kept) === JSON.stringify(mention)) return source;
  return { ...source, start, end, mention: kept };
}

function nearest(text: string, quote: string, at: number): number | null {
  if (text.startsWith(quote, at)) return at;
  const before = text.lastIndexOf(quote, at);
  const after = text.indexOf(quote, at);
  if (before < 0 && after < 0) return null;
  if (before < 0) return after;
  return after < 0 || at - before <= after - at ? before : after;
}
