import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
}

const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>;
const packages: [string, Locked][] = Object.entries(
  (read('package-lock.json') as { packages: Record<string, Locked> }).packages,
).filter(([path]) => path !== '');

test('every package that is asked for has one version', () => {
  const asked = Object.entries({ ...dependencies, ...devDependencies });
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});

test('what is installed is known by its checksum, says its licence and runs no script', () => {
  expect(packages.length).toBeGreaterThan(100);
  expect(
    packages
      .filter(
        ([, { version, integrity, hasInstallScript, license }]) =>
          !version || !integrity?.startsWith('sha512-') || hasInstallScript || !license,
      )
      .map(([path]) => path),
  ).toEqual([]);
});
