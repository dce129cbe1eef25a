/**
 * Gives an event its id. The id follows from what the event stands on and from nothing else: the document, the words
 * of the passage, the words of the date and which of several events of that passage it is. Offsets stay out of it, so
 * that an id survives changes elsewhere in the document.
 */
export interface IdentityParts {
  /** Id of the document. */
  readonly document: string;
  /** The passage as quoted. */
  readonly quote: string;
  /** The words of the date; empty where there are none. */
  readonly mention: string;
  /** What happened, the verb or noun in its base form. */
  readonly head: string;
}

/** The id: `e` and twelve characters of 0-9a-z. Same parts, same id; white space in the quote does not count. */
export function identify(parts: IdentityParts): string {
  const key = [parts.document, squeeze(parts.quote), squeeze(parts.mention), parts.head].join('\u0001');
  return `e${base36(hash(key, 0x9e3779b9))}${base36(hash(key, 0x85ebca6b))}`;
}

/**
 * Makes ids unique: the second that asks for the same one gets `-2` behind it, and so on. Callers ask in an order
 * that does not depend on the order of documents.
 */
export function makeUnique(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** FNV-1a over UTF-16 units with a final mix (murmur3's), 32 bits. */
function hash(text: string, seed: number): number {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The low 31 bits as six characters. */
const base36 = (n: number): string => (n % 36 ** 6).toString(36).padStart(6, '0');
