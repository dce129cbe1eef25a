import type { Surroundings } from './surroundings.ts';

/** A line on a terminal that counts; nothing at all where stderr is a pipe or a file. */
export interface Progress {
  /** Shows how many of all are done, the name of what is at hand, and how much of that: 0 … 1. */
  readonly show: (done: number, name: string, share?: number) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

export function progressOf(
  verb: string,
  total: number,
  { stderr: terminal }: Pick<Surroundings, 'stderr'>,
): Progress {
  if (!terminal.isTTY) return { show: () => {}, clear: () => {} };
  let shownAt = 0;
  return {
    show: (done, name, share) => {
      const now = Date.now();
      // A terminal is slow: a thousand small files must not wait for it.
      if (done < total && now - shownAt < 50) return;
      shownAt = now;
      const part = share === undefined ? '' : ` ${Math.floor(100 * share)} %`;
      const line = `${verb} ${done}/${total} ${name}${part}`;
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
