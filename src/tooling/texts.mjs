/**
 * Cuts `src/texts/texts.json`, which has every text of the interface in every language, so that each part of it comes
 * with the code that says it: the texts of dialogs with the dialogs, and behind `?de` those in German alone. While one
 * develops and tests, the file is taken whole: the same code says the same.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const FILE = join(root, 'src/texts/texts.json');
const NAME = '\0dateline-texts';

/** @returns {import('vite').Plugin[]} */
export const texts = () => [whole, cut];

/** @type {import('vite').Plugin} */
const whole = {
  name: 'dateline-texts-whole',
  enforce: 'pre',
  apply: 'serve',
  resolveId(source, importer) {
    return /\/texts\.json\?\w+$/.test(source) ? this.resolve(source.replace(/\?.*/, ''), importer) : null;
  },
};

/** @type {import('vite').Plugin} */
const cut = {
  name: 'dateline-texts',
  enforce: 'pre',
  apply: 'build',
  resolveId(source) {
    if (source.startsWith(NAME)) return { id: source, moduleSideEffects: false };
    const [found, language = ''] = /\/texts\.json(?:\?(\w+))?$/.exec(source) ?? [];
    return found ? { id: `${NAME}/${language}`, moduleSideEffects: false } : null;
  },
  load(id) {
    const [name, language, part] = id.split('/');
    if (name !== NAME) return null;
    this.addWatchFile(FILE);
    const all = JSON.parse(readFileSync(FILE, 'utf8'));
    if (part)
      return `export default ${JSON.stringify(language ? columnOf(all[part], language) : all[part])};`;
    return Object.keys(all)
      .map((key) => `export { default as ${key} } from ${JSON.stringify(`${NAME}/${language}/${key}`)};`)
      .join('\n');
  },
};

/**
 * The same texts in one language alone: each text takes the place of its languages.
 * @param {unknown} part
 * @param {string} language
 * @throws when a text has no such column.
 */
export function columnOf(part, language) {
  if (typeof part !== 'object' || part === null)
    throw new Error(`${FILE}: found ${part} beside its languages.`);
  if ('en' in part) {
    if (!(language in part)) throw new Error(`${FILE}: “${JSON.stringify(part.en)}” has no “${language}”.`);
    return part[language];
  }
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, columnOf(value, language)]));
}
