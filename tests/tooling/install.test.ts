import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missingPackages } from '../../src/tooling/install.mjs';

const lock = (packages: Record<string, object>) => ({ packages: { '': { name: 'dateline' }, ...packages } });
const a = { version: '1.0.0', integrity: 'sha512-a' };

describe('missingPackages', () => {
  test('is everything where nothing is installed', () =>
    expect(missingPackages(lock({ 'node_modules/a': a }), null)).toEqual(['node_modules/a']));
  test('is nothing where all is there', () =>
    expect(missingPackages(lock({ 'node_modules/a': a }), { packages: { 'node_modules/a': a } })).toEqual(
      [],
    ));
  test('is what has another version or content', () => {
    const installed = { packages: { 'node_modules/a': { ...a, version: '1.0.1' } } };
    expect(missingPackages(lock({ 'node_modules/a': a }), installed)).toEqual(['node_modules/a']);
    const tampered = { packages: { 'node_modules/a': { ...a, integrity: 'sha512-b' } } };
    expect(missingPackages(lock({ 'node_modules/a': a }), tampered)).toEqual(['node_modules/a']);
  });
  test('is not what only other systems need', () =>
    expect(
      missingPackages(lock({ 'node_modules/darwin': { ...a, optional: true } }), { packages: {} }),
    ).toEqual([]));
  test('is nothing in this checkout, so that a second run installs nothing', () => {
    const read = (path: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../..', path), 'utf8'));
    expect(missingPackages(read('package-lock.json'), read('node_modules/.package-lock.json'))).toEqual([]);
  });
});
