/**
 * Turns the texts of `texts.json` into what code can say: a text becomes a string, one with parameters a function.
 *
 * A text stands under its key, once for each language: `"close": { "en": "Close", "de": "Schließen" }`. A key may name
 * parameters, `"elsewhere(n, name)"`, which stand in the text in braces; numbers are written as the language writes
 * them. Where the words depend on the parameter `n`, there is a form for each of the language's plurals, as
 * `Intl.PluralRules` names them, or for one number alone: `{ "=0": "none", "one": "{n} event", "other": "{n} events" }`.
 */
export type Wording<Part> = {
  readonly [Key in keyof Part as NameOf<Key>]: Part[Key] extends Columns
    ? Key extends `${string}(${infer Parameters})`
      ? (...values: Values<Parameters>) => string
      : string
    : Wording<Part[Key]>;
};

/** One text in every language. */
type Columns = { readonly en: Message };
type Message = string | Forms;
/** By plural, or by a number after `=`. */
type Forms = { readonly other: string; readonly [form: string]: string };

type NameOf<Key> = Key extends `${infer Name}(${string})` ? Name : Key;
type Values<Parameters extends string> = Parameters extends `${infer First}, ${infer Rest}`
  ? [Value<First>, ...Values<Rest>]
  : [Value<Parameters>];
/** `n` counts; anything else is written as it is. */
type Value<Parameter> = Parameter extends 'n' ? number : string | number;

/**
 * What a part of `texts.json` says in one language. Made once for each part and language. O(texts) the first time.
 * @param language a column of the part; BCP 47.
 */
export function wording<Part extends object>(part: Part, language: string): Wording<Part> {
  const known = made.get(part) ?? new Map<string, unknown>();
  made.set(part, known);
  if (!known.has(language)) known.set(language, branch(part, writer(language)));
  return known.get(language) as Wording<Part>;
}

/** The column of a part for a locale, BCP 47; English where there is none in its language. */
export function columnOf(part: object, locale: string): string {
  const language = locale.toLowerCase().split('-')[0]!;
  let text = part;
  while (!('en' in text)) text = Object.values(text)[0];
  return language in text ? language : 'en';
}

const made = new WeakMap<object, Map<string, unknown>>();

/** How one language writes numbers and chooses among forms. */
interface Writer {
  readonly language: string;
  readonly number: (n: number) => string;
  readonly plural: (n: number) => string;
}

/** Formats are slow to make: only when a number is written. */
function writer(language: string): Writer {
  let numbers: Intl.NumberFormat | null = null;
  let rules: Intl.PluralRules | null = null;
  return {
    language,
    number: (n) => {
      numbers ??= new Intl.NumberFormat(language);
      return numbers.format(n);
    },
    plural: (n) => {
      rules ??= new Intl.PluralRules(language);
      return rules.select(n);
    },
  };
}

function branch(part: object, write: Writer): object {
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => {
      const [, name, parameters] = /^(\w+)\((.+)\)$/.exec(key) ?? [];
      const message = messageOf(value, write.language);
      if (message === null) return [key, branch(value as object, write)];
      return name && parameters ? [name, sayer(message, parameters.split(', '), write)] : [key, message];
    }),
  );
}

/** null: no text, but several. Where the page is built, a text has been put in the place of its languages. */
function messageOf(value: unknown, language: string): Message | null {
  if (typeof value === 'string') return value;
  const found = value as Partial<Record<string, Message>>;
  return found[language] ?? (typeof found.other === 'string' ? (value as Forms) : null);
}

function sayer(message: Message, parameters: readonly string[], write: Writer) {
  return (...values: readonly (string | number)[]): string => {
    const of = (name: string): string | number => values[parameters.indexOf(name)] ?? '';
    return formOf(message, of('n') as number, write).replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = of(name);
      return typeof value === 'number' ? write.number(value) : value;
    });
  };
}

const formOf = (message: Message, n: number, { plural }: Writer): string =>
  typeof message === 'string' ? message : (message[`=${n}`] ?? message[plural(n)] ?? message.other);
