/** Puts the files that painters of pictures are made of beside the command line: `assets/` in its folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** Name beside the program, and where it is from. */
const ASSETS = {
  'resvg.wasm': 'node_modules/@resvg/resvg-wasm/index_bg.wasm',
  'inter-400.ttf': 'src/render/fonts/inter-400.ttf',
  'inter-600.ttf': 'src/render/fonts/inter-600.ttf',
};

/** @returns {import('vite').Plugin} */
export function assets() {
  return {
    name: 'dateline-assets',
    generateBundle() {
      for (const [name, from] of Object.entries(ASSETS))
        this.emitFile({ type: 'asset', fileName: `assets/${name}`, source: readFileSync(join(root, from)) });
    },
  };
}
