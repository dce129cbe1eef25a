import ts from 'typescript';

/** Files by path below `src/`, such as `model/days.ts`. */
export type Files = ReadonlyMap<string, string>;

interface Permission {
  /** Folder, `folder/file` without ending, package, or `node:`. */
  readonly name: string;
  /** File or folder within the importing folder to which it is confined; `/` at its end for a folder. */
  readonly only: string | null;
}

/**
 * Reads the table of `src/README.md`: what each folder may import. Parts are separated by `;`, names by `,`; a part can
 * end in "in `PLACE` only" and begin with a remark and a colon.
 */
export function readTable(markdown: string): Map<string, readonly Permission[]> {
  const table = new Map<string, readonly Permission[]>();
  for (const line of markdown.split('\n')) {
    const row = /^\| `([\w.-]+)` \| (.+) \|$/.exec(line);
    const [, folder, text] = row ?? [];
    if (!folder || !text || !isPermissionRow(markdown, line)) continue;
    table.set(folder, text === 'nothing' ? [] : text.split(';').flatMap((part) => permissions(folder, part)));
  }
  return table;
}

/** The table of words further down has rows of the same form: only the one under its own head counts. */
function isPermissionRow(markdown: string, line: string): boolean {
  const head = markdown.indexOf('| folder | may import |');
  const at = markdown.indexOf(line);
  return head >= 0 && at > head && !/\n\n/.test(markdown.slice(head, at));
}

function permissions(folder: string, part: string): Permission[] {
  const confined = / in `([^`]+)` only\s*$/.exec(part);
  const only = confined?.[1]?.replace(new RegExp(`^${folder}/`), '') ?? null;
  const names = part
    .replace(/ in `[^`]+` only\s*$/, '')
    .replace(/^[^`]*[a-z]: /, '')
    .replaceAll('`', '');
  return names.split(',').map((name) => ({ name: name.trim(), only }));
}

/** Every import that the table does not allow, as `FILE imports WHAT`; and folders without a row. */
export function findLeaks(files: Files, table: ReadonlyMap<string, readonly Permission[]>): string[] {
  const leaks: string[] = [];
  for (const [path, text] of files) {
    const slash = path.indexOf('/');
    const folder = slash < 0 ? path : path.slice(0, slash);
    const within = path.slice(slash + 1);
    const allowed = table.get(folder);
    if (!allowed) {
      leaks.push(`${path} is in a folder without a row`);
      continue;
    }
    for (const specifier of importsOf(path, text)) {
      const target = targetOf(path, specifier);
      if (target === folder || target.startsWith(`${folder}/`)) continue;
      const fits = allowed.some(({ name, only }) => {
        if (only !== null && !(only.endsWith('/') ? within.startsWith(only) : within === only)) return false;
        if (name === 'node:') return target.startsWith('node:');
        return target === name || target.startsWith(`${name}/`);
      });
      if (!fits) leaks.push(`${path} imports ${target}`);
    }
  }
  return leaks;
}

/** What a file imports, exports from, requires, loads dynamically or hands to a worker. */
function importsOf(path: string, text: string): string[] {
  const code = path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]).join('\n')
    : text;
  const found = ts.preProcessFile(code, true, true).importedFiles.map((file) => file.fileName);
  const urls = [...code.matchAll(/new URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url/g)];
  return [...found, ...urls.map((match) => match[1] ?? '')];
}

/** Path below `src/` without ending, path below the project for what lies outside (`data/x`), or the package. */
function targetOf(path: string, specifier: string): string {
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('node:')) return plain;
  if (!plain.startsWith('.')) {
    const parts = plain.split('/');
    return parts.slice(0, plain.startsWith('@') ? 2 : 1).join('/');
  }
  const url = new URL(plain, `file:///project/src/${path}`).pathname.replace(/\.(svelte\.ts|[a-z]+)$/, '');
  return url.replace('/project/src/', '').replace('/project/', '');
}
