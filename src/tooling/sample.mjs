/** `npm run sample`: reads data/samples with the built command line into public/sample.json, the collection that the page opens with. */
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, runNode } from './project.mjs';

await ensureInstalled();
await ensureBuilt(['cli']).catch(fail);
process.exitCode = await runNode('dist/cli/dateline.js', [
  'extract',
  'data/samples',
  '--name',
  'Sample',
  '--output',
  'public/sample.json',
]);
