import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { benchPeers } from '../../src/tooling/bench-peers.mjs';
import { findChromium } from '../../src/tooling/chromium.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'peers-'));
  for (const name of ['harness', 'page', 'home/node_modules']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  write('package.json', '{ "type": "module" }');
  write('build.mjs', '');
  write('table.mjs', '');
  vi.stubEnv('DATELINE_PEERS', join(folder, 'harness'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, code: string): void => writeFileSync(join(folder, 'harness', name), code);
/** A harness that answers with what was measured of the page, and of the others. */
const answers = (page: unknown, others: unknown): string =>
  `import { writeFileSync } from 'node:fs';
const [own, out] = [process.argv.includes('--url'), process.argv[process.argv.indexOf('--out') + 1]];
writeFileSync(out, JSON.stringify(own ? ${JSON.stringify(page)} : ${JSON.stringify(others)}));`;
const bench = (): Promise<void> =>
  benchPeers({
    page: join(folder, 'page'),
    sizes: [10],
    runs: 1,
    only: null,
    asked: true,
    home: join(folder, 'home'),
  });

it.skipIf(!findChromium())('fails when the harness cannot run, or has measured nothing', async () => {
  await expect(bench()).rejects.toThrow('holds no run.mjs');
  write('run.mjs', '');
  write('build.mjs', 'process.exit(3)');
  await expect(bench()).rejects.toThrow('build.mjs');
  write('build.mjs', '');
  write('run.mjs', 'process.exit(4)');
  await expect(bench()).rejects.toThrow('run.mjs ended with 4');
  write('run.mjs', answers([{ error: 'net::ERR_REFUSED' }], [{}]));
  await expect(bench()).rejects.toThrow('did not measure this chart: net::ERR_REFUSED');
  write('run.mjs', answers([{}], [{ error: 'no such file' }]));
  await expect(bench()).rejects.toThrow('none of the peers: no such file');
  // Too slow is an answer.
  write('run.mjs', answers([{}], [{ error: 'cap:mount' }]));
  await bench();
});
