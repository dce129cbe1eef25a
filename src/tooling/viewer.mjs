/** Gives whoever imports `virtual:dateline-viewer` the built code of the element as a text; builds it first where it is stale. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { root } from './project.mjs';

const NAME = 'virtual:dateline-viewer';

/** Several builds and tests may ask at once. @type {Promise<void> | null} */
let building = null;

/** The code of the element, one ESM file. */
export async function viewerScript() {
  building ??= ensureBuilt(['element']).finally(() => {
    building = null;
  });
  await building;
  return readFileSync(join(root, 'dist/element/dateline-timeline.js'), 'utf8');
}

/** @returns {import('vite').Plugin} */
export function viewer() {
  return {
    name: 'dateline-viewer',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    async load(id) {
      if (id !== `\0${NAME}`) return null;
      return `export default ${JSON.stringify(await viewerScript())};`;
    },
  };
}
