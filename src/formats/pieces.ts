/** Length of a piece, UTF-16 units. An engine has room for some 2^29 of them in one text, a large timeline for more. */
const ROOM = 2 ** 22;

/**
 * Joins short texts into few long ones, in their order, as they are asked for; whoever writes them one after the other
 * writes the whole, which may be longer than any text can be. O(length).
 * @param room a piece is ended when it has reached this length, UTF-16 units, > 0; it is longer by less than one part.
 */
export function* inPieces(parts: Iterable<string>, room: number = ROOM): Generator<string> {
  let held: string[] = [];
  let length = 0;
  for (const part of parts) {
    held.push(part);
    length += part.length;
    if (length < room) continue;
    yield held.join('');
    held = [];
    length = 0;
  }
  if (held.length > 0) yield held.join('');
}
