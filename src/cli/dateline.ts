#!/usr/bin/env node
import { type Command, Refusal } from './command.ts';
import { convertCommand } from './convert.ts';
import { extractCommand } from './extract.ts';
import { renderCommand } from './render.ts';
import { isTeller, serveAsTeller } from './tell.ts';
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

async function main(words: readonly string[]): Promise<number> {
  const [first, ...rest] = words;
  if (first === undefined) {
    process.stderr.write(HELP);
    return 2;
  }
  if (first === '--version') {
    console.log(__DATELINE_VERSION__);
    return 0;
  }
  const help = first === '--help' || first === '-h' || first === 'help';
  const name = help ? rest[0] : first;
  if (name === undefined) {
    console.log(HELP.trimEnd());
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
    console.log(command.help.trimEnd());
    return 0;
  }
  return command.run(rest);
}

// A reader that has seen enough (`dateline … | head`) closes the pipe: no fault of ours, nothing to say.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// The command line is one file: where it reads with several threads, each is this program again.
if (isTeller()) serveAsTeller();
else {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      console.error(`dateline: ${error.message}`);
      process.exitCode = error.exitCode;
    },
  );
}
