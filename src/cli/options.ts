import { parseArgs } from 'node:util';
import { readEdtf } from '../model/edtf.ts';
import { Refusal } from './command.ts';

/** An option that takes a value (`'value'`), may be given several times (`'values'`), or stands alone (`'flag'`). */
type Kind = 'value' | 'values' | 'flag';

type Read<K extends Kind> = K extends 'flag'
  ? boolean
  : K extends 'values'
    ? readonly string[]
    : string | undefined;

export interface Options<T extends Readonly<Record<string, Kind>>> {
  readonly values: { readonly [K in keyof T]: Read<T[K]> };
  readonly paths: readonly string[];
}

/**
 * Reads the words after a command's name. `-o` is short for `--output` where there is one.
 * @throws Refusal (2) for an option that is unknown, lacks its value or has one that it does not take.
 */
export function readOptions<const T extends Readonly<Record<string, Kind>>>(
  command: string,
  words: readonly string[],
  kinds: T,
): Options<T> {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      {
        type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
        multiple: kind === 'values',
        ...(name === 'output' ? { short: 'o' } : {}),
      },
    ]),
  );
  const { tokens } = parse(command, words, options);
  const paths: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(kinds))
    values[name] = kind === 'values' ? [] : kind === 'flag' ? false : undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const kind = kinds[token.name];
    if (!kind || !Object.hasOwn(kinds, token.name)) throw unknown(command, token.rawName, Object.keys(kinds));
    if (kind === 'flag') {
      if (token.value !== undefined)
        throw wrong(command, `${token.rawName} takes no value, found "${token.value}"`);
      values[token.name] = true;
    } else {
      if (
        token.value === undefined ||
        (!token.inlineValue && token.value.startsWith('-') && token.value !== '-')
      ) {
        throw wrong(command, `${token.rawName} needs a value after it`);
      }
      if (kind === 'values') (values[token.name] as string[]).push(token.value);
      else values[token.name] = token.value;
    }
  }
  return { values: values as Options<T>['values'], paths };
}

/** Without `strict`, so that the sentences are ours; years before Christ (`--from -0043`) come as `--from=-0043`. */
function parse(
  command: string,
  words: readonly string[],
  options: NonNullable<Parameters<typeof parseArgs>[0]>['options'],
) {
  try {
    return parseArgs({
      args: joinNegative(words),
      options: options ?? {},
      strict: false,
      allowPositionals: true,
      tokens: true,
    });
  } catch (error) {
    throw wrong(command, (error as Error).message);
  }
}

/** `--from -0043` as `--from=-0043`: a value that starts with a sign and a digit is a year, not an option. */
function joinNegative(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (/^-\d/.test(word) && before?.startsWith('--') && before.length > 2 && !before.includes('=')) {
      joined[joined.length - 1] = `${before}=${word}`;
    } else joined.push(word);
  }
  return joined;
}

export const wrong = (command: string, message: string): Refusal =>
  new Refusal(`${message}. See: dateline ${command} --help`, 2);

function unknown(command: string, name: string, known: readonly string[]): Refusal {
  return wrong(
    command,
    `unknown option ${name}, expected ${known.map((option) => `--${option}`).join(', ')}`,
  );
}

/** An EDTF value of an option. @throws Refusal (2) that says what was found and expected. */
export function edtfOption(command: string, name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const span = readEdtf(value);
  if ('problem' in span) throw wrong(command, `--${name}: ${span.problem}`);
  return value;
}

/** One of a few words. @throws Refusal (2). */
export function choiceOption<const T extends readonly string[]>(
  command: string,
  name: string,
  value: string | undefined,
  choices: T,
): T[number] | undefined {
  if (value === undefined || choices.includes(value)) return value;
  throw wrong(command, `--${name}: found "${value}", expected ${choices.join(', ')}`);
}

/** A whole number within bounds, both included. @throws Refusal (2). */
export function numberOption(
  command: string,
  name: string,
  value: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw wrong(command, `--${name}: found "${value}", expected a whole number from ${least} to ${most}`);
}

/** A language tag, in its usual spelling. @throws Refusal (2). */
export function localeOption(command: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(value);
    if (tag !== undefined) return tag;
  } catch {
    // Told below, in our words.
  }
  throw wrong(command, `--locale: found ${value}, expected a language tag such as de or en-GB`);
}
