/**
 * `npm run sample`: reads data/samples with the built command line into public/sample.json, the collection that the
 * page opens with.
 */
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, runNode } from './project.mjs';

/** The command that makes the sample; without `--output` it goes to stdout. */
export const SAMPLE_WORDS = [
  'extract',
  'data/samples',
  '--name',
  'Sample: Arctic routes, and a pump in Soho',
];

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureInstalled();
  await ensureBuilt(['cli']).catch(fail);
  process.exitCode = await runNode('dist/cli/dateline.js', [
    ...SAMPLE_WORDS,
    '--output',
    'public/sample.json',
  ]);
}
