import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import pkg from './package.json' with { type: 'json' };
import { assets } from './src/tooling/assets.mjs';
import { chromiumArgs, findChromium } from './src/tooling/chromium.mjs';
import { oneFile, workersWithin } from './src/tooling/copy.mjs';
import { texts } from './src/tooling/texts.mjs';
import { viewer } from './src/tooling/viewer.mjs';

const define = { __DATELINE_VERSION__: JSON.stringify(pkg.version) };

/** What the bundler may complain of. The parser of web pages has an `eval` for scripts of pages, which are never run. */
const checks = { pluginTimings: false, bundlerTimings: false, eval: false };

/** `vite build --mode cli`: the command line as one ESM file for Node, dependencies bundled. */
const commandLine = {
  define,
  publicDir: false as const,
  plugins: [viewer(), assets()],
  ssr: { noExternal: true as const },
  build: {
    ssr: 'src/cli/dateline.ts',
    outDir: 'dist/cli',
    target: 'node20',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      checks,
      output: { codeSplitting: false },
    },
  },
};

/** `vite build --mode library`: the modules behind `import … from 'dateline'`, as they are, so that what is not used is left out. */
const library = {
  define,
  publicDir: false as const,
  plugins: [viewer()],
  build: {
    lib: { entry: 'src/library.ts', formats: ['es' as const] },
    outDir: 'dist/library',
    target: 'es2022',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      checks,
      external: (name: string) => /^[@\w]/.test(name) && !/^(?:[A-Za-z]:|src\/|virtual:)/.test(name),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

/** What draws the chart: nearly all of it is called for the first picture. */
const DRAWS = /\/src\/(?:layout\/(?:timeline|marks)|scene\/advances|render\/canvas)\.ts$/;

/**
 * Asks the browser to compile all of a chunk while the page loads, and not each function when it is first called, which
 * would be in the middle of the first picture (V8's explicit compile hints; others pass over the comment).
 */
const compiledAtOnce = ({ moduleIds }: { readonly moduleIds: readonly string[] }): string =>
  moduleIds.some((id) => DRAWS.test(id)) ? '//# allFunctionsCalledOnLoad' : '';

/** Tests that count the work done by modules. */
const COUNTED = ['tests/layout/figures/work.test.ts'];

/** The page, and the tests: pure layers in Node, rune classes in jsdom, components and gestures in Chromium. */
const page = {
  define,
  // d3-zoom flies to no place here, so it needs nothing of what flies: a third of the page's code would be that.
  resolve: {
    alias: { 'd3-transition': fileURLToPath(new URL('./src/ui/gestures/still.ts', import.meta.url)) },
  },
  base: './',
  plugins: [svelte({ configFile: false }), viewer(), texts()],
  build: {
    target: 'es2022',
    outDir: 'dist/app',
    emptyOutDir: true,
    sourcemap: true,
    // The tagger's words make the worker large; it is loaded when a document is.
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      checks,
      output: { postBanner: compiledAtOnce },
      // d3-zoom needs one function of d3-interpolate, and that none of the colours which come with the others.
      treeshake: {
        moduleSideEffects: [{ test: /node_modules\/d3-(?:color|interpolate)\//, sideEffects: false }],
      },
    },
  },
  worker: { format: 'es' as const, plugins: () => [viewer()], rolldownOptions: { checks } },
  test: {
    reporters: ['default', './tests/plain-reporter.ts'],
    // Tests of the page wait a third of their time: one worker more than there are cores.
    maxWorkers: availableParallelism() + 2,
    // What one run has compiled the next need not; it is told apart by its content, this file and the lock file.
    experimental: { fsModuleCache: true },
    projects: [
      {
        extends: true as const,
        test: {
          name: 'core',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/page/**', 'tests/state/**', ...COUNTED],
          // The tagger's words are loaded once for all files and not for each.
          isolate: false,
          // Some start the command line several times; on a busy machine that takes a while and means nothing.
          testTimeout: 120_000,
        },
      },
      {
        extends: true as const,
        // These put counters into modules, which others must not see.
        test: { name: 'counted', environment: 'node', include: COUNTED },
      },
      {
        extends: true as const,
        resolve: { conditions: ['browser'] },
        test: {
          name: 'runes',
          environment: 'jsdom',
          include: ['tests/state/**/*.test.ts'],
          setupFiles: ['tests/state/setup.ts'],
          // A window, the components' compiler and the tagger's words for each file would be most of the work.
          isolate: false,
        },
      },
      {
        extends: true as const,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? '/usr/bin/chromium', args: chromiumArgs },
            }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
      {
        extends: true as const,
        // The built page, driven from Node: `npm test` builds first.
        test: {
          name: 'page',
          environment: 'node',
          include: ['tests/page/**/*.test.ts'],
          testTimeout: 180_000,
        },
      },
    ],
  },
};

/** `vite build --mode element`: `<dateline-timeline>` with all that it needs in one file. */
const element = {
  define,
  publicDir: false as const,
  resolve: {
    alias: {
      ...page.resolve.alias,
      'd3-interpolate': fileURLToPath(new URL('./src/element/flight.ts', import.meta.url)),
      'svelte/internal/client': fileURLToPath(new URL('./src/element/values.ts', import.meta.url)),
    },
  },
  plugins: [svelte({ configFile: false })],
  build: {
    lib: { entry: 'src/element.ts', formats: ['es' as const], fileName: 'dateline-timeline' },
    outDir: 'dist/element',
    target: 'es2022',
    emptyOutDir: true,
    rolldownOptions: {
      checks,
      treeshake: page.build.rolldownOptions.treeshake,
      // What stands for Svelte's runtime must have all of it that is asked for.
      onLog: (level: string, log: { code?: string; message: string }, pass: (...told: unknown[]) => void) => {
        if (log.code === 'IMPORT_IS_UNDEFINED') throw new Error(log.message);
        pass(level, log);
      },
      // For a library Vite keeps white space and what says which parts can be left out: nobody takes parts of this one.
      output: { minify: true, comments: { legal: true, annotation: false, jsdoc: false } },
    },
  },
};

/** `vite build --mode copy`: the page with all that it needs in one file, to be opened from a disk. */
const copy = {
  define,
  publicDir: false as const,
  resolve: page.resolve,
  base: './',
  plugins: [workersWithin(), svelte({ configFile: false }), viewer(), texts(), oneFile()],
  build: {
    target: 'es2022',
    outDir: 'dist/copy',
    emptyOutDir: true,
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    modulePreload: false as const,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 20_000,
    rolldownOptions: {
      checks,
      output: { codeSplitting: false },
      treeshake: page.build.rolldownOptions.treeshake,
    },
  },
  worker: {
    // From a disk, browsers start no modules as workers.
    format: 'iife' as const,
    plugins: () => [viewer()],
    rolldownOptions: { checks, output: { codeSplitting: false } },
  },
};

const OTHERS: Readonly<Record<string, object>> = { cli: commandLine, library, element, copy };

export default defineConfig(({ mode }) => OTHERS[mode] ?? page);
