import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../src/tooling/project.mjs';
import { POLICY, serve } from '../../src/tooling/serve.mjs';

const parent = mkdtempSync(join(tmpdir(), 'dateline-serve-'));
const folder = join(parent, 'app');
let plain: Awaited<ReturnType<typeof serve>>;
let opened: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(parent, 'app-secret'));
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  writeFileSync(join(parent, 'app-secret/x.txt'), 'secret');
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html><head lang="en"><title>D</title></head></html>',
  );
  for (const name of ['a.js', 'a.css', 'a.woff2', 'a.svg']) writeFileSync(join(folder, 'assets', name), name);
  writeFileSync(join(folder, 'sample.json'), '{}');
  writeFileSync(join(folder, 'dateline.html'), '<!doctype html>');
  plain = await serve({ folder, port: 0 });
  opened = await serve({ folder, port: 0, opened: '{"dateline":1}' });
});

afterAll(async () => {
  await Promise.all([plain.close(), opened.close()]);
  rmSync(parent, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly kept: string | undefined;
  readonly body: string;
}

/** Asks with the path as it is: `fetch` would tidy `..` away. */
function ask(port: number, path: string, options: { method?: string; host?: string; address?: string } = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const { method = 'GET', host = `localhost:${port}`, address = '127.0.0.1' } = options;
    const asked = request({ host: address, port, path, method, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          type: response.headers['content-type'],
          kept: response.headers['content-disposition'],
          body,
        }),
      );
    });
    asked.on('error', reject).end();
  });
}

describe('serve', () => {
  test('hands out the page in one file to be kept, not to be run under its own policy', async () => {
    expect(await ask(plain.port, '/dateline.html')).toMatchObject({
      status: 200,
      kept: 'attachment; filename="dateline.html"',
    });
    expect((await ask(plain.port, '/')).kept).toBeUndefined();
  });

  test('makes what is asked for late, and says when that fails', async () => {
    const late = {
      '/copy.html': async () => join(folder, 'index.html'),
      '/broken.html': () => Promise.reject(new Error('no room')),
    };
    const server = await serve({ folder, port: 0, late });
    expect(await ask(server.port, '/copy.html')).toMatchObject({ status: 200 });
    expect(await ask(server.port, '/broken.html')).toMatchObject({
      status: 500,
      body: 'It could not be made: no room\n',
    });
    await server.close();
  });

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html?x=1', 'text/html; charset=utf-8'],
    ['/assets/a.js', 'text/javascript; charset=utf-8'],
    ['/assets/a.css', 'text/css; charset=utf-8'],
    ['/assets/a.woff2', 'font/woff2'],
    ['/assets/a.svg', 'image/svg+xml'],
    ['/sample.json', 'application/json; charset=utf-8'],
  ])('answers %s as %s', async (path, type) =>
    expect(await ask(plain.port, path)).toMatchObject({ status: 200, type }),
  );

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/../app-secret/x.txt',
    '/..%5csecret.txt',
    '//etc/passwd',
    '/no.txt',
    '/assets',
    '/opened.json',
  ])('does not answer %s', async (path) => {
    const { status, body } = await ask(plain.port, path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  test('answers nonsense with a sentence', async () => {
    expect((await ask(plain.port, '/%')).status).toBe(400);
    expect((await ask(plain.port, '/a%00.txt')).status).toBe(400);
    expect((await ask(plain.port, '/', { method: 'POST' })).status).toBe(405);
  });

  test('answers HEAD without a body', async () =>
    expect(await ask(plain.port, '/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' }));

  test('answers no foreign page, whatever name leads it here', async () => {
    expect((await ask(opened.port, '/opened.json', { host: 'evil.example' })).status).toBe(403);
    expect((await ask(opened.port, '/opened.json', { host: 'localhost.evil.example' })).status).toBe(403);
    expect((await ask(opened.port, '/opened.json', { host: '127.0.0.1' })).status).toBe(200);
  });

  test('hands over the collection that was opened, and tells the page of it', async () => {
    expect(await ask(opened.port, '/opened.json')).toMatchObject({ status: 200, body: '{"dateline":1}' });
    const meta = '<meta name="dateline-collection" content="./opened.json">';
    expect((await ask(opened.port, '/')).body).toContain(`<head lang="en">\n${meta}`);
    expect((await ask(plain.port, '/')).body).not.toContain('dateline-collection');
  });

  test('sends a policy that is no laxer than the one of the page, and the one that SECURITY.md gives', async () => {
    const server = await serve({ folder, port: 0, policy: true });
    const { headers } = await fetch(`http://127.0.0.1:${server.port}/`);
    await server.close();
    expect(headers.get('content-security-policy')).toBe(POLICY);
    expect(readFileSync(join(root, 'SECURITY.md'), 'utf8')).toContain(`Content-Security-Policy: ${POLICY}\n`);
    const index = readFileSync(join(root, 'index.html'), 'utf8');
    const own = /Content-Security-Policy"\s+content="([^"]+)"/.exec(index)?.[1] ?? '';
    const directives = (policy: string) =>
      new Map(policy.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1)] as const));
    const page = directives(own);
    for (const [name, sources] of directives(POLICY)) {
      if (name === 'frame-ancestors') expect(sources).toEqual(["'none'"]);
      else
        expect([name, sources.filter((each) => each !== "'wasm-unsafe-eval'")]).toEqual([
          name,
          page.get(name),
        ]);
    }
    expect(page.get('connect-src')).toEqual(["'self'"]);
    expect(page.get('script-src')).toEqual(["'self'"]);
    expect(page.get('default-src')).toEqual(["'none'"]);
    expect(page.get('frame-src')).toEqual(["'none'"]);
  });

  test('says when a port is taken', async () => {
    await expect(serve({ folder, port: plain.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
