/** `npm run check`: types, Svelte, pure layers without the DOM, lint and format. All are run, then the failures counted. */
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { runNode } from './project.mjs';

/** What they know of files that have not changed is kept: `.svelte-check`, `node_modules/.cache`. */
const CHECKS = [
  [
    'types and Svelte',
    'node_modules/svelte-check/bin/svelte-check',
    ['--tsconfig', './tsconfig.json', '--output', 'human', '--fail-on-warnings', '--incremental'],
  ],
  [
    'pure layers without the DOM',
    'node_modules/typescript/bin/tsc',
    [
      '-p',
      'src/tsconfig.pure.json',
      '--incremental',
      '--tsBuildInfoFile',
      'node_modules/.cache/pure.tsbuildinfo',
    ],
  ],
  ['lint and format', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings']],
];

/** @returns {Promise<{passed: number, failed: number}>} */
export async function check() {
  let failed = 0;
  for (const [name, script, words] of CHECKS) {
    const code = await runNode(script, words);
    console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name}`);
    if (code !== 0) failed++;
  }
  return { passed: CHECKS.length - failed, failed };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureInstalled();
  process.exitCode = (await check()).failed > 0 ? 1 : 0;
}
