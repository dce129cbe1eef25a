import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/texts/languages.ts';
import * as parts from '../../src/texts/texts.json';
import { wording } from '../../src/texts/wording.ts';
import { root } from '../../src/tooling/project.mjs';

/** What shows texts. */
const sources = ['src/ui', 'src/state', 'src/formats']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((name) => /\.(?:ts|svelte)$/.test(name))
  .map((name) => readFileSync(join(root, name), 'utf8'))
  .join('\n');
const words = new Set([...sources.matchAll(/[.{,]\s*(\w+)/g)].map(([, name]) => name));
/** Of the sets of categories, by their keys. */
const bySet = /^(?:general|health|own)(?:About)?$/;
/** Objects of texts of which one is looked up by a value, `t.standing[standing]`, or all are shown. */
const lookedUp = new Set(
  [...sources.matchAll(/\.(\w+)\s*(?:\?\.)?\[|Object\.values\(t\.(\w+)\)/g)].map(
    ([, one, all]) => one ?? all,
  ),
);

/** Paths of texts whose key stands nowhere: nobody can show them. */
function unused(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (!words.has(key) && !bySet.test(key)) return [at];
    return typeof value === 'object' && value !== null && !lookedUp.has(key) ? unused(value, at) : [];
  });
}

/** What a text says in a language: words, or words by plural or number. */
type Message = string | Readonly<Record<string, string>>;
interface Entry {
  /** `page.elsewhere(n, name)`. */
  readonly path: string;
  readonly columns: Readonly<Record<string, Message>>;
}

const entriesOf = (tree: object, path = ''): Entry[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    'en' in value
      ? [{ path: `${path}${key}`, columns: value }]
      : typeof value === 'object'
        ? entriesOf(value, `${path}${key}.`)
        : [],
  );

/** What is wrong with a text: a language that lacks it, words that nobody gives, a plural that has no form. */
function faultsOf({ path, columns }: Entry): string[] {
  const known = /\((.+)\)$/.exec(path)?.[1]?.split(', ') ?? [];
  const tags = Object.keys(LANGUAGES);
  const others = Object.keys(columns).filter((tag) => !tags.includes(tag));
  return [
    ...others.map((tag) => `${path}: “${tag}” is no language of the page`),
    ...tags.flatMap((tag) => {
      const message = columns[tag];
      if (message === undefined) return [`${path}: no ${tag}`];
      const forms = typeof message === 'string' ? [message] : Object.values(message);
      const said = new Set(forms.flatMap((form) => [...form.matchAll(/\{(.*?)\}/g)].map(([, name]) => name)));
      return [
        ...(typeof message === 'string' ? [] : pluralFaults(message, known, tag)),
        ...forms
          .filter((form) => form !== form.trim())
          .map((form) => `“${form}” begins or ends with a blank`),
        ...[...said].filter((name) => !known.includes(name ?? '')).map((name) => `{${name}} is no parameter`),
        // A form for one thing may say nothing of how many.
        ...known.filter((name) => name !== 'n' && !said.has(name)).map((name) => `{${name}} is not said`),
      ].map((fault) => `${path}, ${tag}: ${fault}`);
    }),
  ];
}

function pluralFaults(message: Readonly<Record<string, string>>, known: readonly string[], tag: string) {
  const plurals: readonly string[] = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const forms = Object.keys(message).filter((form) => !/^=\d+$/.test(form));
  return [
    ...(known.includes('n') ? [] : ['has forms and no parameter n']),
    ...forms.filter((form) => !plurals.includes(form)).map((form) => `has no plural “${form}”`),
    ...(forms.includes('other') ? [] : ['has no form “other”']),
  ];
}

test('every text is shown somewhere', () => {
  const { steps: _, ways: __, default: ___, ...looked } = parts as typeof parts & { default: unknown };
  expect(
    Object.entries(looked).flatMap(([name, part]) =>
      unused(wording(part, 'en')).map((path) => `${name}: ${path}`),
    ),
  ).toEqual([]);
  expect(unused({ nobodyAsksForThis: '' })).toEqual(['nobodyAsksForThis']);
});

test('every text is there in every language, with the same parameters and the plurals of the language', () => {
  const { default: _, ...all } = parts as typeof parts & { default: unknown };
  const entries = entriesOf(all);
  expect(entries.flatMap(faultsOf)).toEqual([]);
  expect(entries.length).toBeGreaterThan(400);
});

test.each([
  [{ a: { en: 'Open' } }, ['a: no de']],
  [{ a: { en: 'Open', de: 'Öffnen', xx: 'Opn' } }, ['a: “xx” is no language of the page']],
  [{ 'a(n)': { en: '{n} left', de: '{m} übrig' } }, ['a(n), de: {m} is no parameter']],
  [{ 'a(name)': { en: 'Open {name}', de: 'Öffnen' } }, ['a(name), de: {name} is not said']],
  [{ a: { b: { en: 'Open ', de: 'Öffnen' } } }, ['a.b, en: “Open ” begins or ends with a blank']],
  [
    { 'a(n)': { en: { one: 'x', few: 'y' }, de: 'x' } },
    ['a(n), en: has no plural “few”', 'a(n), en: has no form “other”'],
  ],
])('a text that is wrong is found: %j', (tree, faults) =>
  expect(entriesOf(tree).flatMap(faultsOf)).toEqual(faults),
);

test('what is the same in two languages is the same word in both', () => {
  const same = new Set([
    'Filter',
    'Format',
    'Dateline',
    'Letter',
    'Markdown',
    'TimeML',
    'Parquet',
    'TimelineJS',
  ]);
  const { default: _, ...all } = parts as typeof parts & { default: unknown };
  const alike = entriesOf(all).filter(
    ({ columns: { en, de } }) =>
      typeof en === 'string' && en === de && /[a-z]{3}/.test(en.replace(/\{\w+\}/g, '')) && !same.has(en),
  );
  expect(alike.map(({ path, columns }) => `${path}: ${columns.en}`)).toEqual([]);
});
