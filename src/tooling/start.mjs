/**
 * `npm start [-- PATH… --date EDTF --categories FILE --port N]`: installs what is missing, builds what is stale, reads the documents if
 * there are any, and serves the page on this machine.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, root, run, standing } from './project.mjs';
import { serve } from './serve.mjs';

const USAGE = `Usage: npm start [-- PATH… [--date EDTF] [--name NAME] [--categories FILE]]
                 [--port N]

Serves Dateline at http://localhost:5173, with the sample drawn, or with the
events of the given files and folders.`;

const parent = process.ppid;
const { paths, port, passed } = readWords(process.argv.slice(2));
await ensureInstalled();
await ensureBuilt(paths.length > 0 ? ['app', 'cli'] : ['app'], (part) =>
  console.log(part === 'app' ? 'Building the page …' : 'Building the command line …'),
).catch(fail);
const opened = paths.length > 0 ? await extract() : undefined;

let server;
try {
  // The page in one file takes as long to build as the page itself, and few ask for it.
  const late = {
    '/dateline.html': () => ensureBuilt(['copy']).then(() => join(root, 'dist/copy/dateline.html')),
  };
  server = await serve({ folder: join(root, 'dist/app'), port, opened, policy: true, late });
} catch (error) {
  const why =
    error.code === 'EADDRINUSE'
      ? `Port ${port} is in use. Stop what uses it, or choose another: npm start -- --port ${port + 1}`
      : error.code === 'EACCES'
        ? `Port ${port} needs more rights than you have. Choose one above 1023: npm start -- --port 5173`
        : `The page could not be served: ${error.message}`;
  console.error(why);
  process.exit(1);
}
console.log(`Dateline is at http://localhost:${server.port} (Ctrl-C stops it)`);
const stop = () => server.close().then(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
if (process.env.npm_lifecycle_event !== undefined) {
  // npm that is ended from outside does not pass it on: without it nobody could stop us, and the port would stay taken.
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
}

/** Reads the documents with the command line. @returns the collection's JSON; ends the process when there is none. */
async function extract() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  try {
    const file = join(folder, 'opened.json');
    const command = [
      join(root, 'dist/cli/dateline.js'),
      'extract',
      ...passed,
      '--output',
      file,
      '--',
      ...paths,
    ];
    const code = await run(process.execPath, command, { cwd: standing });
    if (!existsSync(file)) process.exit(code || 1);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readWords(words) {
  let read;
  try {
    read = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        date: { type: 'string' },
        name: { type: 'string' },
        categories: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    return refuse(error.message);
  }
  const { values, positionals } = read;
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const number = values.port === undefined ? 5173 : Number(values.port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    return refuse(`--port: found "${values.port}", expected a number from 0 to 65535`);
  }
  const given = ['date', 'name', 'categories'].filter((name) => values[name] !== undefined);
  if (positionals.length === 0 && given.length > 0) {
    return refuse('--date, --name and --categories go with files or folders to read, and none is given');
  }
  return { paths: positionals, port: number, passed: given.map((name) => `--${name}=${values[name]}`) };
}

function refuse(message) {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}
