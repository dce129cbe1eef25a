/**
 * Builds the page (`dist/app`, static, for any path on any host; `dateline.html` in it is the whole of it in one file, which
 * also lies in `dist/copy`), the command line (`dist/cli/dateline.js`, one file),
 * the element (`dist/element`, one file) and the library (`dist/library`, modules with types), each with the JSON Schemas of the files it reads.
 * `build-all.mjs` builds them all: this file is also within the bundler's settings, and must do nothing by itself.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { writeTypes } from './types.mjs';

/** @typedef {'app' | 'cli' | 'copy' | 'element' | 'library'} Part */

/** The data that is built in; not the sample documents. */
const DATA = readdirSync(join(root, 'data'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => `data/${name}`);
const SHARED = ['package.json', 'package-lock.json', 'vite.config.ts', ...DATA];
const PURE = ['model', 'extract', 'formats', 'store', 'scene', 'layout', 'render'].map(
  (name) => `src/${name}`,
);

/** What the element is made from, which page, command line and library carry as a text. */
const ELEMENT = ['src/state', 'src/ui', 'src/element', 'src/element.ts'];

const PAGE = [
  ...SHARED,
  ...PURE,
  ...ELEMENT,
  'src/keep',
  'src/worker',
  'src/main.ts',
  'index.html',
  'public',
];

/** What each part is made from, and the file that tells when. */
export const PARTS = {
  app: { from: PAGE, made: 'dist/app/index.html' },
  copy: { from: [...PAGE, 'src/tooling/copy.mjs'], made: 'dist/copy/dateline.html' },
  cli: { from: [...SHARED, ...PURE, ...ELEMENT, 'src/cli'], made: 'dist/cli/dateline.js' },
  element: {
    from: [...SHARED, ...PURE, ...ELEMENT],
    made: 'dist/element/dateline-timeline.js',
  },
  library: {
    from: [...SHARED, ...PURE, ...ELEMENT, 'src/library', 'src/library.ts', 'src/tooling/types.mjs'],
    made: 'dist/library/library.js',
  },
};

/**
 * Whether a part is missing or older than something it is made from.
 * @param {Part} part
 */
export function isStale(part) {
  const made = join(root, PARTS[part].made);
  return !existsSync(made) || newest(PARTS[part].from) > statSync(made).mtimeMs;
}

/** Latest change below some paths, ms. Folders count: taking a file away changes its folder. */
function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const full = join(root, path);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (!stat) continue;
    latest = Math.max(latest, stat.mtimeMs);
    if (stat.isDirectory())
      latest = Math.max(latest, newest(readdirSync(full).map((name) => join(path, name))));
  }
  return latest;
}

/**
 * Builds a part whether it is stale or not. Others may be reading the old one: the new one is made beside it and
 * takes its place at the end.
 * @param {Part} part
 */
export async function build(part) {
  const started = new Date();
  const made = join(root, 'dist', part);
  const fresh = join(root, 'dist', `.${part}-${process.pid}`);
  const old = join(root, 'dist', `.${part}-${process.pid}-old`);
  const mode = process.env.NODE_ENV;
  const [vite, { writeSchemas }, { writeLicences }] = await Promise.all([
    import('vite'),
    import('./schema.mjs'),
    import('./licences.mjs'),
  ]);
  try {
    // Tests have set another one, with which Svelte would be built for looking into it.
    process.env.NODE_ENV = 'production';
    await vite.build({
      root,
      configFile: join(root, 'vite.config.ts'),
      mode: part === 'app' ? 'production' : part,
      logLevel: 'warn',
      build: { outDir: fresh, emptyOutDir: true },
    });
    await writeSchemas(fresh);
    writeLicences(fresh);
    if (part === 'cli') chmodSync(join(fresh, 'dateline.js'), 0o755);
    // An edit made while building is newer than the build.
    utimesSync(
      join(root, 'dist', `.${part}-${process.pid}`, PARTS[part].made.slice(`dist/${part}/`.length)),
      started,
      started,
    );
    mkdirSync(join(root, 'dist'), { recursive: true });
    if (existsSync(made)) renameSync(made, old);
    renameSync(fresh, made);
  } finally {
    // A build leaves `production` behind, and tests that inherit it load other files of their packages.
    if (mode === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = mode;
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

/** Builds everything that a package holds, with the types that other programs' compilers ask for. */
export async function buildPackage(said = () => {}) {
  // The element first: the others carry it.
  for (const part of /** @type {const} */ (['element', 'cli', 'library'])) {
    await build(part);
    said(part);
  }
  for (const part of ['element', 'library'])
    await writeTypes(`src/tsconfig.${part}.json`, part, join(root, 'dist/types'));
}

/**
 * Builds the parts that are stale.
 * @param {readonly Part[]} parts
 * @param {(part: Part) => void} [said] called before each build.
 */
export async function ensureBuilt(parts, said = () => {}) {
  for (const part of parts) {
    if (!isStale(part)) continue;
    said(part);
    await build(part);
  }
}
