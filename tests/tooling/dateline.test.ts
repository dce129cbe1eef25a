import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, ROOT } from '../cli/dateline.ts';

test('npm run dateline reads where the person stands and prints nothing of its own', () => {
  const folder = folderOf({ 'a.txt': 'The pier was opened on 2 May 1899.\n' });
  const stdout = execFileSync(
    process.execPath,
    [join(ROOT, 'src/tooling/dateline.mjs'), 'extract', 'a.txt'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder },
    },
  );
  expect(JSON.parse(stdout)).toMatchObject({ dateline: 2, documents: [{ id: 'a.txt' }] });
}, 60_000);
