import type { TimelineEvent } from '../model/event.ts';

/** Nothing but letters and signs that have no other form than their lower case: most texts, and quick to fold. */
const PLAIN = /^[ -_a-~\n]*$/;

/** Lower case without accents, so that `Xi'an`, `xi’an` and `Xi´an` find each other. */
export const fold = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{Mark}/gu, '')
        .replace(/[‘’ʼ´`]/g, "'")
        .replace(/[‐-―]/g, '-')
        .toLowerCase();

/** What of an event is searched, folded: title, date, actors, place and quotes. */
export function textOf(event: TimelineEvent): string {
  const parts = [event.title, event.time.edtf, event.place ?? '', ...event.actors];
  for (const source of event.sources) parts.push(source.quote, source.mention?.text ?? '');
  return fold(parts.join('\n'));
}

/** The words of a query, each of which must be found; none where nothing is searched. */
export const wordsOf = (query: string): readonly string[] => fold(query).split(/\s+/).filter(Boolean);
