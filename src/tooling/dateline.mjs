/** `npm run -s dateline -- …`: the built command line, built first when its sources are newer. */
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, root, run, standing } from './project.mjs';

await ensureInstalled();
await ensureBuilt(['cli']).catch(fail);
const words = [join(root, 'dist/cli/dateline.js'), ...process.argv.slice(2)];
process.exitCode = await run(process.execPath, words, { cwd: standing });
