/**
 * Lists the packages that a build holds or may load, with their versions and licences, and their licences' texts: what
 * they ask for in return. A test refuses one whose licence asks for more.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** Licences that let a program be passed on under its own terms, with their notice. */
const KNOWN =
  /^(?:MIT|MIT-0|ISC|BSD|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|MPL-2\.0|OFL-1\.1|Unlicense|CC0-1\.0|BlueOak-1\.0\.0|Zlib|Python-2\.0)$/;

/** What an import of a package looks like; the name is the first group. */
const IMPORT = /(?:from|import)\s*\(?\s*'((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^']*)?'/g;

/** Names of packages that our sources import, wherever a build may take them from. */
function imported(folder = join(root, 'src'), names = new Set()) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'tooling') imported(path, names);
    } else if (/\.(?:ts|svelte)$/.test(entry.name)) {
      for (const [, name] of readFileSync(path, 'utf8').matchAll(IMPORT)) names.add(name);
    }
  }
  return names;
}

/**
 * The packages that are built in or loaded, with those that they need in turn, by name.
 * @returns {{name: string, version: string, licence: string, text: string}[]}
 */
export function licences() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const wanted = [...imported()].map((name) => `node_modules/${name}`).filter((path) => path in packages);
  const paths = new Set();
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (paths.has(path)) continue;
    paths.add(path);
    const { dependencies = {}, optionalDependencies = {} } = packages[path];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const within = `${path}/node_modules/${name}`;
      const found = within in packages ? within : `node_modules/${name}`;
      if (found in packages) wanted.push(found);
    }
  }
  const known = new Map();
  for (const path of paths) {
    const folder = join(root, path);
    if (!existsSync(join(folder, 'package.json'))) continue;
    const { name, version, license, licenses } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:\.|-|$)/i.test(each));
    const licence = typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type ?? '');
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
    known.set(`${name} ${version}`, { name, version, licence, text });
  }
  return [...known.values()].sort((x, y) => (`${x.name} ${x.version}` < `${y.name} ${y.version}` ? -1 : 1));
}

/** Packages whose licence is unknown here, or asks for more than a notice. */
export const doubtful = (packages = licences()) =>
  packages.filter(({ licence }) => {
    const all = licence.replace(/[()]/g, '').split(/ (OR|AND) /);
    const either = all.includes('OR');
    const names = all.filter((word) => word !== 'OR' && word !== 'AND');
    return either ? !names.some((each) => KNOWN.test(each)) : !names.every((each) => KNOWN.test(each));
  });

/** Writes `licences.txt` into a build. */
export const writeLicences = (folder) => writeFileSync(join(folder, 'licences.txt'), licenceText());

/** Our own licence and those of all packages, with their texts. */
export function licenceText() {
  const packages = licences();
  const list = packages.map(
    ({ name, version, licence }) => `${name} ${version}: ${licence || 'no licence named'}`,
  );
  const texts = packages.map(
    ({ name, version, licence, text }) =>
      `${'-'.repeat(78)}\n${name} ${version} (${licence})\n\n${text || 'The package has no text of it.'}`,
  );
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return `Dateline is under the MIT licence, and holds these packages:\n\n${list.join('\n')}\n\n${'-'.repeat(78)}\nDateline\n\n${own}\n\n${texts.join('\n\n')}\n`;
}
