import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { doubtful, licences, writeLicences } from '../../src/tooling/licences.mjs';

test('every package that is built in may be passed on with its notice', () => {
  expect(doubtful()).toEqual([]);
  const odd = [{ name: 'odd', version: '1.0.0', licence: 'GPL-3.0-only', text: '' }];
  expect(doubtful([...odd, { ...odd[0]!, licence: '(MIT OR GPL-3.0-or-later)' }])).toEqual(odd);
});

test('the list has what sources import, and what that needs', () => {
  const names = licences().map(({ name }) => name);
  // Of the page, of the command line, and of a package that another one needs.
  expect(names).toEqual(expect.arrayContaining(['svelte', 'idb', 'mammoth', 'underscore']));
  expect(names).not.toContain('vitest');
});

test('a build has their texts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-licences-'));
  try {
    writeLicences(folder);
    const text = readFileSync(join(folder, 'licences.txt'), 'utf8');
    expect(text).toMatch(/^svelte [\d.]+: MIT$/m);
    expect(text.match(/Permission is hereby granted/g)?.length).toBeGreaterThan(20);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
