import type { Problem } from '../model/problem.ts';
import type { Surroundings } from './surroundings.ts';

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
  readonly run: (words: readonly string[], around: Surroundings) => Promise<ExitCode>;
}

/** A sentence for the person who typed the command, and the exit code that goes with it. */
export class Refusal extends Error {
  readonly exitCode: ExitCode;
  /** What is to be told before the sentence. */
  readonly problems: readonly Problem[];

  constructor(message: string, exitCode: ExitCode, problems: readonly Problem[] = []) {
    super(message);
    this.exitCode = exitCode;
    this.problems = problems;
  }
}

/** Prints problems to stderr, one a line, those that kept something out first. @returns the exit code they ask for. */
export function report(problems: readonly Problem[], { stderr }: Pick<Surroundings, 'stderr'>): ExitCode {
  const keptOut = problems.filter((problem) => problem.level === 'kept-out');
  const notes = problems.filter((problem) => problem.level === 'note');
  for (const problem of keptOut) stderr.write(`dateline: ${sentence(problem)}\n`);
  for (const problem of notes) stderr.write(`dateline: note: ${sentence(problem)}\n`);
  return keptOut.length > 0 ? 1 : 0;
}

/** The message with the place before it, once. Control characters of a file's name must not reach a terminal. */
function sentence({ at, message }: Problem): string {
  const text = at === '' || message.startsWith(at) ? message : `${at}: ${message}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\uFFFD');
}
