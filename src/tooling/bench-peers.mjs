/**
 * Other timelines beside this one, in the harness that is found beside the project: a folder with `run.mjs`, `table.mjs`
 * and `build.mjs`, named by DATELINE_PEERS. It is copied and installed below `node_modules/.cache`, so that it stays as it is.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { findChromium } from './chromium.mjs';
import { root } from './project.mjs';
import { serve } from './serve.mjs';

const NEEDED = ['run.mjs', 'table.mjs', 'build.mjs', 'package.json'];

const HOME = join(root, 'node_modules/.cache/peers');

/** Where the harness is, or why there is none. */
export function findPeers() {
  const folder = resolve(root, process.env.DATELINE_PEERS ?? '../shared/bench/peers');
  const missing = NEEDED.find((name) => !existsSync(join(folder, name)));
  return missing === undefined ? { folder } : { reason: `${folder} holds no ${missing}` };
}

/**
 * Measures the peers and a build of this chart in one run, and prints one table.
 * @param {{ page: string, sizes: readonly number[], runs: number, only: string | null, asked: boolean, home?: string }}
 *   options `page`: folder of the built page; `only`: names of peers, comma between; all of them where null; `asked`:
 *   somebody wants just this, and a harness that is not there is no reason to go on; `home`: where it is copied to.
 * @throws when the harness could not run, or measured nothing.
 */
export async function benchPeers({ page, sizes, runs, only, asked, home = HOME }) {
  const { folder, reason } = findPeers();
  if (!folder) {
    const told = `Peers are left out: ${reason}. DATELINE_PEERS names a folder that does.`;
    if (asked) throw new Error(told);
    console.log(told);
    return;
  }
  const chromium = findChromium();
  if (!chromium) throw new Error('Found no Chromium to measure in. Set CHROMIUM_PATH to one.');
  const env = { ...process.env, CHROMIUM: chromium };
  const run = (command, words) => {
    const { status, error } = spawnSync(command, words, {
      cwd: home,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (error || status !== 0) {
      throw new Error(
        `The harness of the peers could not run: ${command} ${words.join(' ')} ${error?.message ?? `ended with ${status}`}.`,
      );
    }
  };
  mkdirSync(home, { recursive: true });
  cpSync(folder, home, { recursive: true, mode: 0, filter: (from) => !from.includes('node_modules') });
  // The harness may be kept read-only; its copy is built in.
  for (const name of readdirSync(folder, { recursive: true })) {
    const copy = join(home, String(name));
    if (existsSync(copy)) chmodSync(copy, statSync(copy).isDirectory() ? 0o755 : 0o644);
  }
  if (!existsSync(join(home, 'node_modules'))) run('npm', ['ci', '--no-audit', '--no-fund']);
  run(process.execPath, ['build.mjs']);

  const { port, close } = await serve({ folder: page, port: 0 });
  const results = ['ours.json', 'peers.json'].map((name) => join(home, name));
  for (const file of results) rmSync(file, { force: true });
  const common = ['--n', sizes.join(), '--reps', String(runs), '--idleWait', '5'];
  try {
    await runLong([
      ...common,
      '--url',
      `http://127.0.0.1:${port}/`,
      '--name',
      'dateline',
      '--out',
      results[0],
    ]);
    await runLong([...common, ...(only === null ? [] : ['--only', only]), '--out', results[1]]);
  } finally {
    await close();
  }
  const ours = JSON.parse(readFileSync(results[0], 'utf8'));
  const failed = ours.find((each) => each.error);
  if (ours.length === 0 || failed)
    throw new Error(`The harness did not measure this chart: ${failed?.error ?? 'no run'}.`);
  // A peer that is too slow is told in the table; when none could be measured, the harness is what failed.
  const others = JSON.parse(readFileSync(results[1], 'utf8'));
  const broken = others.filter((each) => each.error && !each.error.startsWith('cap:'));
  if (others.length === 0 || broken.length === others.length)
    throw new Error(`The harness measured none of the peers: ${broken[0]?.error ?? 'no run'}.`);
  run(process.execPath, ['table.mjs', ...results]);

  /** Not waited for in one piece: the page is served from here meanwhile. */
  async function runLong(words) {
    const { run: start } = await import('./project.mjs');
    const status = await start(process.execPath, ['run.mjs', ...words], { cwd: home, env });
    if (status !== 0)
      throw new Error(`The harness of the peers could not run: run.mjs ended with ${status}.`);
  }
}
