import type { Problem } from '../model/problem.ts';

/** 0: all is done. 1: something was kept out, what and why is on stderr. 2: the arguments make no sense. */
export type ExitCode = 0 | 1 | 2;

/** One subcommand of `dateline`. */
export interface Command {
  readonly name: string;
  /** What it does, a line for the overview. */
  readonly about: string;
  /** The whole of `dateline NAME --help`. */
  readonly help: string;
  /** Runs with the words after the name. @throws Refusal for what the person must mend first. */
  readonly run: (words: readonly string[]) => Promise<ExitCode>;
}

/** A sentence for the person who typed the command, and the exit code that goes with it. */
export class Refusal extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Prints problems to stderr, one a line, those that kept something out first. @returns the exit code they ask for. */
export function report(problems: readonly Problem[]): ExitCode {
  const keptOut = problems.filter((problem) => problem.level === 'kept-out');
  const notes = problems.filter((problem) => problem.level === 'note');
  for (const problem of keptOut) console.error(`dateline: ${sentence(problem)}`);
  for (const problem of notes) console.error(`dateline: note: ${sentence(problem)}`);
  return keptOut.length > 0 ? 1 : 0;
}

/** The message with the place before it, once. Control characters of a file's name must not reach a terminal. */
function sentence({ at, message }: Problem): string {
  const text = at === '' || message.startsWith(at) ? message : `${at}: ${message}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\uFFFD');
}
