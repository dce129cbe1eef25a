import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtCommandLine, dateline, folderOf, spawned } from './dateline.ts';

beforeAll(builtCommandLine, 60_000);

const LINES = [
  { id: 'a', text: 'The dam was finished in March 1962.' },
  { id: 2, dct: '2011-10-05', text: 'Rain is due on 9 October.' },
]
  .map((item) => JSON.stringify(item))
  .join('\r\n');

interface Answer {
  readonly id: string | number;
  readonly timexes: { start: number; end: number; text: string; type: string; value: string }[];
}
const answers = (stdout: string): Answer[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('dateline timex', () => {
  test('writes the expressions of each line', async () => {
    const folder = folderOf({ 'in.jsonl': `\uFEFF${LINES}\n\n` });
    const { code, stdout, stderr } = await dateline(folder, ['timex', 'in.jsonl']);
    expect([code, stderr]).toEqual([0, '']);
    expect(answers(stdout)).toEqual([
      { id: 'a', timexes: [{ start: 24, end: 34, text: 'March 1962', type: 'DATE', value: '1962-03' }] },
      { id: 2, timexes: [{ start: 15, end: 24, text: '9 October', type: 'DATE', value: '2011-10-09' }] },
    ]);
  });

  test('reads stdin and writes a file', async () => {
    const folder = folderOf({});
    const { code, stdout } = await spawned(folder, ['timex', '-', '-o', 'out.jsonl'], { stdin: LINES });
    expect([code, stdout]).toEqual([0, '']);
    expect(answers(readFileSync(join(folder, 'out.jsonl'), 'utf8')).map(({ id }) => id)).toEqual(['a', 2]);
  });

  test('keeps out broken lines, names them, and reads the others', async () => {
    const folder = folderOf({
      'in.jsonl': `{"id": "x"\n${LINES}\n{"id": "y"}\n[1]\n{"text": "z"}\n{"id": "w", "text": "", "dct": "May 5"}\n`,
    });
    const { code, stdout, stderr } = await dateline(folder, ['timex', 'in.jsonl']);
    expect(code).toBe(1);
    expect(answers(stdout).map(({ id }) => id)).toEqual(['a', 2]);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(
        /^dateline: in\.jsonl:1: found text that is not JSON \(.*\), expected an object with id and text$/,
      ),
      'dateline: in.jsonl:4: text: found nothing, expected a text',
      'dateline: in.jsonl:5: found a list of 1, expected an object with id and text',
      'dateline: in.jsonl:6: id: found nothing, expected a text',
      expect.stringMatching(/^dateline: in\.jsonl:7: dct: found "May 5", expected an EDTF date/),
    ]);
  });

  test('refuses a file that is not there, a folder, and two files', async () => {
    const folder = folderOf({ 'sub/x': '' });
    expect(await dateline(folder, ['timex', 'no.jsonl'])).toMatchObject({
      code: 1,
      stderr: 'dateline: no.jsonl: could not be read: no such file or folder\n',
    });
    expect(await dateline(folder, ['timex', 'sub'])).toMatchObject({
      code: 1,
      stderr: 'dateline: sub: could not be read: it is a folder\n',
    });
    expect(await dateline(folder, ['timex', 'a', 'b'])).toMatchObject({ code: 2 });
  });
});
