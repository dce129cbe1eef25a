import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { readEdtf } from '../model/edtf.ts';
import { shown } from '../model/parse.ts';
import type { Problem } from '../model/problem.ts';
import { type Command, type ExitCode, Refusal, report } from './command.ts';
import { readOptions, wrong } from './options.ts';
import { checkOutput, reasonOf, writeOutput } from './output.ts';

/** Marks date expressions with TIMEX3 values, for comparison with other readers. */
export const timexCommand: Command = {
  name: 'timex',
  about: 'mark the date expressions of texts with TIMEX3 types and values',
  help: `Usage: dateline timex IN.jsonl [-o FILE]

Reads one JSON object a line, {"id", "text"} and optionally "dct", the day from
which the text speaks, and "dctTime", the same with its time of day. Writes for
each {"id", "timexes"}, a list of {"start", "end", "text", "type", "value"} with
TIMEX3 types and values; start and end are UTF-16 offsets. "-" reads stdin.

Options:
  -o, --output FILE write there instead of to stdout
  --help            this text

Exit code: 0, 1 when a line was kept out (which and why is on stderr),
2 when the arguments make no sense.
`,
  async run(words, around): Promise<ExitCode> {
    const { values, paths } = readOptions('timex', words, { output: 'value' });
    const [path, ...others] = paths;
    if (path === undefined || others.length > 0) {
      throw wrong('timex', `found ${paths.length} paths, expected one file of JSON lines`);
    }
    checkOutput(values.output);
    const name = path === '-' ? 'stdin' : path;
    const problems: Problem[] = [];
    const results: string[] = [];
    const { readTimexes } = await import('../extract/read.ts');
    let number = 0;
    try {
      const input = path === '-' ? around.stdin : createReadStream(path);
      for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
        number++;
        if (line.trim() === '') continue;
        const item = itemOf(line);
        if (typeof item === 'string') {
          const at = `${name}:${number}`;
          problems.push({ code: 'timex/line', at, message: `${at}: ${item}`, level: 'kept-out' });
        } else {
          results.push(
            `${JSON.stringify({ id: item.id, timexes: readTimexes(item.text, item.dct, item.dctTime) })}\n`,
          );
        }
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error)
        throw new Refusal(`${name}: could not be read: ${reasonOf(error)}`, 1);
      throw error;
    }
    await writeOutput(values.output, results.join(''), around);
    return report(problems, around);
  },
};

interface Item {
  readonly id: string | number;
  readonly text: string;
  readonly dct: string | undefined;
  readonly dctTime: string | undefined;
}

/** One line of input, or what is wrong with it. */
function itemOf(line: string): Item | string {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch (error) {
    return `found text that is not JSON (${(error as Error).message}), expected an object with id and text`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `found ${shown(value)}, expected an object with id and text`;
  const { id, text, dct, dctTime } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') return `id: found ${shown(id)}, expected a text`;
  if (typeof text !== 'string') return `text: found ${shown(text)}, expected a text`;
  if (dct === undefined || dct === null) return { id, text, dct: undefined, dctTime: undefined };
  if (typeof dct !== 'string') return `dct: found ${shown(dct)}, expected a text`;
  const span = readEdtf(dct);
  if ('problem' in span) return `dct: ${span.problem}`;
  if (dctTime === undefined || dctTime === null) return { id, text, dct, dctTime: undefined };
  if (typeof dctTime !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(dctTime))
    return `dctTime: found ${shown(dctTime)}, expected a day and a time of day such as 2024-05-16T14:30`;
  return { id, text, dct, dctTime };
}
