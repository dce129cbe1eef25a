/**
 * `npm run eval [-- PART…]`: how good is it? `dates` and `events` run the built command line over the annotated texts that
 * lie beside the project, or where DATELINE_EVAL says, and print the scorers' tables; without a part both are run. The
 * others need no texts and are slow proofs: `formats` reads files of other programs, `svg` paints every case of the gallery
 * with several programs, `package` installs the package in an empty project, `survive` kills the browser in the
 * middle of things, `offline` opens the page in one file from a disk, `fuzz` sends generated inputs through everything, `memory` opens and closes timelines for long. What each part does is in `eval-PART.mjs`.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, root, runNode } from './project.mjs';

const PARTS = ['dates', 'events'];
/** What needs no annotated texts. */
const ALONE = ['formats', 'svg', 'package', 'survive', 'offline', 'fuzz', 'memory'];

const words = process.argv.slice(2).filter((word) => !/^\d+$/.test(word));
/** How often, and from which seed, for the parts that ask. */
const numbers = process.argv.slice(2).filter((word) => /^\d+$/.test(word));
const unknown = words.find((word) => ![...PARTS, ...ALONE].includes(word));
if (unknown !== undefined) {
  console.error(`Found "${unknown}", expected ${[...PARTS, ...ALONE].join(', ')}: npm run eval -- dates`);
  process.exit(2);
}
const wanted = words.length > 0 ? words : PARTS;
const folder = process.env.DATELINE_EVAL
  ? resolve(process.env.DATELINE_EVAL)
  : resolve(root, '../shared/eval');
await ensureInstalled();
await ensureBuilt(['cli']).catch(fail);
for (const part of wanted) {
  if (PARTS.includes(part) && !existsSync(folder)) {
    console.log(
      `There is no folder ${folder} with annotated texts, so nothing can be measured. Set DATELINE_EVAL to where they are.`,
    );
    continue;
  }
  const script = join('src/tooling', `eval-${part}.mjs`);
  const code = await runNode(script, PARTS.includes(part) ? [folder] : numbers);
  if (code !== 0) process.exitCode = code;
}
