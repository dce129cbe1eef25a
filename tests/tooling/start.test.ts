import { type ChildProcess, spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { folderOf, ROOT } from '../cli/dateline.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Running {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  /** Address it is served at, once it is. */
  readonly address: () => Promise<string>;
}

/** `npm start -- …` as npm runs it, from a folder of the person's. */
function start(words: readonly string[], cwd = ROOT): Running {
  const child = spawn(process.execPath, [join(ROOT, 'src/tooling/start.mjs'), ...words], {
    cwd: ROOT,
    env: { ...process.env, INIT_CWD: cwd },
  });
  children.push(child);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const address = async () => {
    for (let waited = 0; waited < 40_000; waited += 50) {
      const url = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (url) return url;
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`not served: ${said}`);
  };
  return { child, said: () => said, ended, address };
}

describe('npm start', { timeout: 60_000 }, () => {
  test('serves the page with the sample, and stops at a signal', async () => {
    const running = start(['--port', '0']);
    const address = await running.address();
    const page = await (await fetch(`${address}/`)).text();
    expect(page).toContain('<div id="app"');
    expect(page).not.toContain('dateline-collection');
    expect((await fetch(`${address}/sample.json`)).status).toBe(200);
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);
  });

  test('opens with the documents it is given, from where the person stands', async () => {
    const folder = folderOf({ 'in/a.txt': 'The pier was opened on 2 May 1899.\n', 'in/b.txt': '' });
    const running = start(['in', '--date', '1899-06-01', '--port', '0'], folder);
    const address = await running.address();
    expect(running.said()).toMatch(/in\/b\.txt: .*empty/);
    expect(await (await fetch(`${address}/`)).text()).toContain('content="./opened.json"');
    const collection = await (await fetch(`${address}/opened.json`)).json();
    expect(collection).toMatchObject({ dateline: 2, name: 'in', documents: [{ id: 'a.txt' }] });
  });

  test.skipIf(process.platform === 'win32')('goes when npm goes', async () => {
    // A parent that is ended at once and tells nobody, as npm is by a signal.
    const npm = spawn('sh', ['-c', `"${process.execPath}" src/tooling/start.mjs --port 0; true`], {
      cwd: ROOT,
      env: { ...process.env, npm_lifecycle_event: 'start' },
    });
    children.push(npm);
    let said = '';
    const address = await new Promise<string>((resolve) => {
      npm.stdout.setEncoding('utf8').on('data', (text) => {
        said += text;
        const url = /http:\/\/localhost:\d+/.exec(said)?.[0];
        if (url) resolve(url);
      });
    });
    npm.kill('SIGKILL');
    await expect.poll(() => fetch(address).catch(() => 'gone'), { timeout: 10_000 }).toBe('gone');
  });

  test('says what is wrong, and serves nothing', async () => {
    const folder = folderOf({ 'a.txt': 'The pier was opened on 2 May 1899.\n' });
    const cases: [string[], number, RegExp][] = [
      [['--port', 'many'], 2, /--port: found "many", expected a number/],
      [['--colour'], 2, /Unknown option '--colour'/],
      [['--date', '1999'], 2, /go with files or folders/],
      [['gone.txt', '--port', '0'], 1, /gone\.txt: could not be opened: no such file or folder/],
      [['a.txt', '--date', '2024-13-40', '--port', '0'], 2, /found the month 13/],
    ];
    for (const [words, code, said] of cases) {
      const running = start(words, folder);
      expect(await running.ended).toBe(code);
      expect(running.said()).toMatch(said);
      expect(running.said()).not.toMatch(/^\s+at /m);
    }
  });

  test('says that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const running = start(['--port', String(port)]);
    expect(await running.ended).toBe(1);
    expect(running.said()).toContain(
      `Port ${port} is in use. Stop what uses it, or choose another: npm start -- --port`,
    );
    other.close();
  });
});
