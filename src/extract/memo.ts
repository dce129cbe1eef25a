/** Answers kept at a time where nobody says. A text has fewer different words; a list of names that never ends begins anew. */
const MOST_KEPT = 20_000;

/**
 * A function of a string that remembers its answers: a text says the same words again and again. What was asked long ago
 * may be forgotten, so that memory stays steady.
 * @param of pure. @param most answers kept at a time.
 */
export function remembered<T>(of: (words: string) => T, most = MOST_KEPT): (words: string) => T {
  const known = new Map<string, T>();
  return (words) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const answer = of(words);
    if (known.size >= most) known.clear();
    known.set(words, answer);
    return answer;
  };
}
