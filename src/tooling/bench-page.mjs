/**
 * `npm run bench:page`: builds the page that is measured (`tests/bench/`, the chart with nothing around it) into
 * `dist/bench` and serves it at http://127.0.0.1:5199/ until it is interrupted. Any harness that knows
 * `window.__timelineBench` can drive it.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { fail, root } from './project.mjs';
import { serve } from './serve.mjs';

const PORT = 5199;

/** Where the built page is. */
export const benchPage = join(root, 'dist/bench');

/** Builds the page that is measured. */
export async function buildBenchPage() {
  const mode = process.env.NODE_ENV;
  const { build } = await import('vite');
  try {
    await build({
      root: join(root, 'tests/bench'),
      configFile: join(root, 'vite.config.ts'),
      publicDir: false,
      logLevel: 'warn',
      // Not minified, so that a profile tells names; it runs as fast.
      build: { outDir: benchPage, emptyOutDir: true, minify: false },
    });
  } finally {
    // A build leaves `production` behind.
    if (mode === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = mode;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureInstalled();
  await buildBenchPage().catch(fail);
  const { port } = await serve({ folder: benchPage, port: PORT }).catch((error) =>
    fail(
      error.code === 'EADDRINUSE'
        ? new Error(`Port ${PORT} is taken: something else is served there.`)
        : error,
    ),
  );
  console.log(`The chart to be measured is at http://127.0.0.1:${port}/ until Ctrl+C.`);
}
