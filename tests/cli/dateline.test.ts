import { beforeAll, describe, expect, test } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { builtCommandLine, dateline, spawned } from './dateline.ts';

beforeAll(builtCommandLine, 60_000);

const run = (...words: string[]) => dateline('.', words);

describe('dateline', () => {
  test('prints its version', async () => {
    const version = { code: 0, stdout: `${pkg.version}\n`, stderr: '' };
    expect(await spawned('.', ['--version'])).toEqual(version);
    expect(await run('--version')).toEqual(version);
  });

  test('prints help on stdout when asked', async () => {
    const { code, stdout, stderr } = await run('--help');
    expect([code, stderr]).toEqual([0, '']);
    for (const name of ['extract', 'convert', 'render', 'timex'])
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });

  test.each(['extract', 'convert', 'render', 'timex'])('prints the help of %s', async (name) => {
    const asked = await run(name, '--help');
    expect([asked.code, asked.stderr]).toEqual([0, '']);
    expect(asked.stdout).toMatch(new RegExp(`^Usage: dateline ${name} `));
    expect(await run('help', name)).toEqual(asked);
    for (const line of asked.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('without a command says what there is, on stderr', async () => {
    const { code, stdout, stderr } = await run();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/Usage: dateline COMMAND/);
  });

  test.each([
    ['exctract', 'unknown command "exctract"'],
    ['--frob', 'unknown option "--frob"'],
  ])('refuses %s', async (word, said) => {
    const { code, stdout, stderr } = await run(word);
    if (word === '--frob') expect(await spawned('.', [word])).toEqual({ code, stdout, stderr });
    expect(stderr).toBe(
      `dateline: ${said}, expected one of extract, convert, render, timex. See: dateline --help\n`,
    );
    expect([code, stdout]).toEqual([2, '']);
  });
});
