/**
 * `npm run eval [-- dates|events]`: how good is the extractor? Runs the built command line over the annotated texts
 * that lie beside the project, or where DATELINE_EVAL says, and prints the scorers' tables. What each part does is in
 * `eval-dates.mjs` and `eval-events.mjs`; they are given the folder.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, root, runNode } from './project.mjs';

const PARTS = ['dates', 'events'];

const words = process.argv.slice(2);
const unknown = words.find((word) => !PARTS.includes(word));
if (unknown !== undefined) {
  console.error(`Found "${unknown}", expected ${PARTS.join(' or ')}: npm run eval -- dates`);
  process.exit(2);
}
const folder = process.env.DATELINE_EVAL
  ? resolve(process.env.DATELINE_EVAL)
  : resolve(root, '../shared/eval');
if (!existsSync(folder)) {
  console.log(
    `There is no folder ${folder} with annotated texts, so nothing can be measured. Set DATELINE_EVAL to where they are.`,
  );
  process.exit(0);
}
await ensureInstalled();
await ensureBuilt(['cli']).catch(fail);
for (const part of words.length > 0 ? words : PARTS) {
  const script = join('src/tooling', `eval-${part}.mjs`);
  const code = await runNode(script, [folder]);
  if (code !== 0) process.exitCode = code;
}
