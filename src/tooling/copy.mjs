/**
 * `vite build --mode copy`: the whole page as one file, `dist/copy/dateline.html`, that works from a disk: without a
 * server, without a network, by a double click. Browsers start no script or worker beside a page that was opened so:
 * here the script is in the page, packed, and has its workers in it; each becomes a blob when it is needed. Policy: the
 * page's own script alone, told by its hash, and no connection to anybody.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { licenceText } from './licences.mjs';
import { root } from './project.mjs';

export const COPY = 'dateline.html';

/** Where the packed code stands, as `unpack.js` knows. */
const CODE = 'dateline-code';

/** Unpacks the code and runs it: the policy knows its hash as well. */
const LOADER = readFileSync(join(root, 'src/formats/unpack.js'), 'utf8');

/** A worker of a file beside the one that starts it. */
const WORKER =
  /new Worker\(\s*new URL\('(\.\/[\w.]+\.worker\.ts)', import\.meta\.url\),\s*\{ type: 'module' \},?\s*\)/g;

/** Puts the workers into the script that starts them. @returns {import('vite').Plugin} */
export function workersWithin() {
  return {
    name: 'dateline-workers-within',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/[^?]*\.(?:ts|svelte)$/.test(id)) return null;
      const files = new Map();
      const put = code.replace(WORKER, (_, file) => {
        if (!files.has(file)) files.set(file, `WithinWorker${files.size}`);
        return `new ${files.get(file)}()`;
      });
      if (/new Worker\(/.test(put)) throw new Error(`${id}: found a worker that is started in another way`);
      if (files.size === 0) return null;
      const imports = [...files].map(([file, name]) => `import ${name} from '${file}?worker&inline';\n`);
      return { code: imports.join('') + put, map: null };
    },
  };
}

/** Makes one file of the page when everything is built. @returns {import('vite').Plugin} */
export function oneFile() {
  return {
    name: 'dateline-one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const [html, ...pages] = files.filter(({ fileName }) => fileName.endsWith('.html'));
      const [script, ...scripts] = files.filter(({ type }) => type === 'chunk');
      const styles = files.filter(({ fileName }) => fileName.endsWith('.css'));
      const parts = new Set([html, script, ...styles]);
      const others = files.filter((file) => !parts.has(file) && !file.fileName.endsWith('.map'));
      if (!html || !script || pages.length + scripts.length + others.length > 0) {
        const names = files.map(({ fileName }) => fileName).join(', ');
        throw new Error(
          `found ${names}, expected a page, a script and styles: what else there is could not be had`,
        );
      }
      const page = copyOf({
        html: String(html.source),
        // Nothing is loaded beforehand where everything is there; the bundler leaves its sign for that.
        script: script.code.replaceAll('__VITE_PRELOAD__', 'void 0'),
        style: styles.map(({ source }) => String(source)).join('\n'),
        icon: readFileSync(join(root, 'public/icon.svg'), 'utf8'),
        notices: licenceText(),
        carried: { 'sample.json': readFileSync(join(root, 'public/sample.json'), 'utf8') },
      });
      for (const { fileName } of files) delete bundle[fileName];
      this.emitFile({ type: 'asset', fileName: COPY, source: page });
    },
  };
}

/**
 * One file of a page and what it is made of.
 * @param {{html: string, script: string, style: string, icon: string, notices: string, carried: Readonly<Record<string, string>>}}
 *   parts `html` as it was built, with tags for script and styles; `notices`: licences of what is in it; `carried`: JSON
 *   files that the page asks for, by name.
 */
export function copyOf({ html, script, style, icon, notices, carried }) {
  const policy = [
    "default-src 'none'",
    // Pictures are painted by WebAssembly in a worker, to which the page's policy applies as well.
    `script-src 'sha256-${sha256(LOADER)}' 'sha256-${sha256(script)}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    // What is carried in the script itself: fonts, the painter.
    'connect-src data:',
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const files = Object.entries(carried).map(([name, json]) => carriedFile(name, json));
  const code = deflateRawSync(script, { level: 9 }).toString('base64');
  return html
    .replace(
      /(<meta\s+http-equiv="Content-Security-Policy"\s+content=")[^"]*"/,
      (_, start) => `${start}${policy}"`,
    )
    .replace(
      /(<link rel="icon"[^>]*href=")[^"]*"/,
      (_, start) => `${start}data:image/svg+xml,${encodeURIComponent(icon)}"`,
    )
    .replace(/\s*<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
    .replace(/\s*<script type="module"[^>]*><\/script>/, '')
    .replace('</head>', () => `  <style>${style.replace(/<\/style/gi, '<\\/style')}</style>\n  </head>`)
    .replace(
      '</body>',
      () =>
        `<script type="text/plain" id="dateline-licences">\n${notices.replace(/<(?=\/?script|!--)/gi, '<\u200b')}\n</script>
${files.join('')}<script type="text/plain" id="${CODE}">${code}</script>\n<script type="module">${LOADER}</script>\n</body>`,
    );
}

/** A file that the page has in itself; see `carried` in src/ui/start.svelte.ts. */
const carriedFile = (name, json) =>
  `<script type="application/json" id="${name}">${json.replace(/</g, '\\u003c')}</script>\n`;

const sha256 = (text) => createHash('sha256').update(text).digest('base64');
