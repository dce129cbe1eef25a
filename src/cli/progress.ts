/** A line on a terminal that counts; nothing at all where stderr is a pipe or a file. */
export interface Progress {
  /** Shows how many of all are done, and the name of what is at hand. */
  readonly show: (done: number, name: string) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

export function progressOf(verb: string, total: number): Progress {
  const terminal = process.stderr;
  if (!terminal.isTTY) return { show: () => {}, clear: () => {} };
  let shownAt = 0;
  return {
    show: (done, name) => {
      const now = Date.now();
      // A terminal is slow: a thousand small files must not wait for it.
      if (done < total && now - shownAt < 50) return;
      shownAt = now;
      const line = `${verb} ${done}/${total} ${name}`;
      terminal.write(
        `\r\u001b[K${Array.from(line)
          .slice(0, (terminal.columns || 80) - 1)
          .join('')}`,
      );
    },
    clear: () => {
      terminal.write('\r\u001b[K');
    },
  };
}
