import { type Command, type ExitCode, Refusal, report } from './command.ts';
import { convertCommand } from './convert.ts';
import { extractCommand } from './extract.ts';
import { renderCommand } from './render.ts';
import type { Surroundings } from './surroundings.ts';
import { timexCommand } from './timex.ts';

/** Set by the build from package.json. */
declare const __DATELINE_VERSION__: string;

const COMMANDS: readonly Command[] = [extractCommand, convertCommand, renderCommand, timexCommand];

const HELP = `Reads documents and draws what happened when.

Usage: dateline COMMAND …

Commands:
${COMMANDS.map((command) => `  ${command.name.padEnd(10)}${command.about}`).join('\n')}

Options:
  --help      this text; after a command, that command's own
  --version   the version of this program
`;

/**
 * The command line: `words` are those after the name of the program.
 * @returns the exit code. What a person must mend is told on stderr; what is thrown is a fault of ours.
 */
export async function run(words: readonly string[], around: Surroundings): Promise<ExitCode> {
  try {
    return await answer(words, around);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    report(error.problems, around);
    around.stderr.write(`dateline: ${error.message}\n`);
    return error.exitCode;
  }
}

async function answer(words: readonly string[], around: Surroundings): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === undefined) {
    around.stderr.write(HELP);
    return 2;
  }
  if (first === '--version') {
    around.stdout.write(`${__DATELINE_VERSION__}\n`);
    return 0;
  }
  const help = first === '--help' || first === '-h' || first === 'help';
  const name = help ? rest[0] : first;
  if (name === undefined) {
    around.stdout.write(HELP);
    return 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    const kind = name.startsWith('-') ? 'option' : 'command';
    const known = COMMANDS.map((candidate) => candidate.name).join(', ');
    throw new Refusal(`unknown ${kind} "${name}", expected one of ${known}. See: dateline --help`, 2);
  }
  const end = rest.indexOf('--');
  const options = end < 0 ? rest : rest.slice(0, end);
  if (help || options.includes('--help') || options.includes('-h')) {
    around.stdout.write(command.help);
    return 0;
  }
  return command.run(rest, around);
}
