import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { copyOf, workersWithin } from '../../src/tooling/copy.mjs';
import { root } from '../../src/tooling/project.mjs';

const script = 'const end = "</script><!--";\nconsole.log(end);\n';
const page = copyOf({
  html: readFileSync(join(root, 'index.html'), 'utf8').replace(
    /<script[^>]*><\/script>/,
    '<script type="module" crossorigin src="./assets/a.js"></script>\n<link rel="stylesheet" crossorigin href="./assets/a.css">',
  ),
  script,
  style: 'p::before { content: "</style>"; }',
  icon: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  notices: 'A licence. </script><script>run()',
  carried: { 'sample.json': '{"name": "</script><script>run()</script>"}' },
});
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

test('the page in one file runs its own code, and lets no other run', () => {
  const code = /id="dateline-code">([^<]*)</.exec(page)?.[1] ?? '';
  expect(inflateRawSync(Buffer.from(code, 'base64')).toString()).toBe(script);
  const loader = /<script type="module">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  const policy = /Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1] ?? '';
  expect(policy).toContain(
    `script-src 'sha256-${sha256(loader)}' 'sha256-${sha256(script)}' 'wasm-unsafe-eval';`,
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('connect-src data:;');
  expect(page.match(/<script/g)).toHaveLength(4);
});

test('it asks for nothing, and what it carries ends nothing', () => {
  expect(page).not.toMatch(/(?:src|href)="(?!data:)/);
  expect(page).not.toContain('<script>run()');
  expect(page.match(/<\/style/g)).toHaveLength(1);
  expect(JSON.parse(/id="sample.json">(.*?)<\/script>/s.exec(page)?.[1] ?? '')).toEqual({
    name: '</script><script>run()</script>',
  });
});

test('every worker is put into the script that starts it', () => {
  const { transform } = workersWithin() as { transform(code: string, id: string): { code: string } | null };
  const code = `new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });`;
  expect(transform(code, '/a/src/worker/client.ts')?.code).toBe(
    "import WithinWorker0 from './read.worker.ts?worker&inline';\nnew WithinWorker0();",
  );
  expect(transform('const a = 1;', '/a/src/b.ts')).toBeNull();
  expect(() => transform('new Worker(url)', '/a/src/b.ts')).toThrow(/another way/);
});
