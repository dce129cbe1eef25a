#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';
import { isTeller, serveAsTeller } from './tell.ts';

// A reader that has seen enough (`dateline … | head`) closes the pipe: no fault of ours, nothing to say.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// The command line is one file: where it reads with several threads, each is this program again.
if (isTeller()) serveAsTeller();
else {
  const { stdin, stdout, stderr } = process;
  process.exitCode = await run(process.argv.slice(2), {
    stdin,
    stdout,
    stderr,
    program: fileURLToPath(import.meta.url),
  });
}
