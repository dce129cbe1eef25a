/**
 * `npm run eval -- package`: does the package do what the README says? Packs it, installs it in an empty project, and runs
 * the README's examples there: modules in Node, the command line, a page that Vite builds and Chromium opens, types under
 * TypeScript's strictest settings, and what a bundler takes of it.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPackage } from './build.mjs';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { capture, fail, root } from './project.mjs';
import { serve } from './serve.mjs';

const README = readFileSync(join(root, 'README.md'), 'utf8');
const SECTION = /## For other programs(.*?)\n## /s.exec(README)?.[1] ?? '';

/** Examples of a language in the README's section, in their order. */
const examples = (language) =>
  [...SECTION.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code]) => code);

/** What was found, line by line; a `false` makes the exit code 1. */
const rows = [];
const tell = (what, good, about = '') => {
  rows.push({ what, good });
  console.log(`${good ? 'ok    ' : 'FAILED'} ${what}${about === '' ? '' : `: ${about}`}`);
};

await ensureInstalled();
const folder = mkdtempSync(join(tmpdir(), 'dateline-package-'));
try {
  await buildPackage();
  const packed = await npm(['pack', '--pack-destination', folder, '--json'], root);
  const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(packed.out);
  tell(
    'npm pack',
    packed.code === 0,
    `${filename}, ${mb(size)} MB, unpacked ${mb(unpackedSize)} MB, ${entryCount} files`,
  );
  await install(filename);
  await runModules();
  await runCommandLine();
  await checkTypes();
  await measureShaking();
  await openPage();
} catch (error) {
  fail(error);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${rows.filter(({ good }) => good).length} of ${rows.length} hold.`);
process.exitCode = rows.every(({ good }) => good) ? 0 : 1;

async function install(filename) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const words = ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`];
  const { code, out, err } = await npm(words, folder);
  tell('installs in an empty project', code === 0, (out || err).trim().split('\n').at(-1));
  if (code !== 0) throw new Error(err);
}

/** The README's modules for Node, each as it stands; what draws on a canvas belongs to a page. */
async function runModules() {
  for (const [i, code] of examples('js').entries()) {
    if (code.includes('canvas')) continue;
    const file = `example-${i + 1}.mjs`;
    writeFileSync(join(folder, file), code);
    const { code: exit, out, err } = await capture(process.execPath, [file], { cwd: folder });
    tell(`README, module ${i + 1} in Node`, exit === 0 && err === '', (err || out).trim().split('\n')[0]);
  }
  writeFileSync(
    join(folder, 'schema.mjs'),
    "import schema from 'dateline/schema.json' with { type: 'json' };\nconsole.log(schema.title);\n",
  );
  const { out } = await capture(process.execPath, ['--no-warnings', 'schema.mjs'], { cwd: folder });
  tell('JSON Schema', out.trim() === 'Dateline collection', out.trim());
  const started = performance.now();
  writeFileSync(
    join(folder, 'light.mjs'),
    "import { paintSvg } from 'dateline';\nconsole.log(typeof paintSvg);\n",
  );
  await capture(process.execPath, ['light.mjs'], { cwd: folder });
  tell(
    'loads without parsers and words',
    true,
    `Node and module in ${Math.round(performance.now() - started)} ms`,
  );
}

async function runCommandLine() {
  writeFileSync(join(folder, 'mill.txt'), 'On 3 March 1921 the mill at Aldern burned down.');
  const dateline = join(folder, 'node_modules/.bin/dateline');
  const version = await capture(dateline, ['--version'], { cwd: folder });
  tell('dateline --version', version.code === 0, version.out.trim());
  const read = await capture(dateline, ['extract', 'mill.txt', '-o', 'mill.json'], { cwd: folder });
  const drawn = await capture(dateline, ['render', 'mill.json', '-o', 'mill.svg'], { cwd: folder });
  const there = existsSync(join(folder, 'mill.svg')) && readFileSync(join(folder, 'mill.svg'), 'utf8');
  tell(
    'dateline extract and render',
    read.code === 0 && drawn.code === 0 && /burn/i.test(there || ''),
    read.err + drawn.err,
  );
}

/** A program in TypeScript that uses what the README uses; libraries are checked as well. */
async function checkTypes() {
  const [first = '', second = '', third = ''] = examples('js');
  writeFileSync(join(folder, 'one.ts'), first);
  writeFileSync(
    join(folder, 'two.ts'),
    second
      .replace('collection,', 'collection = null,')
      .replace(/write\(collection/g, 'write(collection!')
      .replace(/svgOf\(collection/g, 'svgOf(collection!')
      .replace('again.collection.', 'again.collection!.'),
  );
  writeFileSync(
    join(folder, 'three.ts'),
    `import type { Collection } from 'dateline';\nimport 'dateline/element';\n${third
      .replace(
        '(canvas, { events, categories })',
        '(canvas: HTMLCanvasElement, { events, categories }: Collection)',
      )
      .replace("getContext('2d')", "getContext('2d')!")}
const element = document.createElement('dateline-timeline');
element.addEventListener('dateline-select', (event) => console.log(event.detail.event?.title));
console.log(element.events.length);\n`,
  );
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        module: 'nodenext',
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        typeRoots: [join(root, 'node_modules/@types')],
        types: ['node'],
      },
      files: ['one.ts', 'two.ts', 'three.ts'],
    }),
  );
  const { code, out } = await capture(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], {
    cwd: folder,
  });
  tell('types under strict settings', code === 0, out.trim().split('\n').slice(0, 3).join(' | '));
}

/** What a bundler takes of it. */
async function measureShaking() {
  const { build: bundle } = await import('vite');
  const sizeOf = async (code) => {
    writeFileSync(join(folder, 'entry.mjs'), code);
    const { output } = await bundle({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        rolldownOptions: { input: join(folder, 'entry.mjs'), output: { codeSplitting: true } },
      },
    });
    const [{ code: text }] = output;
    return { bytes: text.length, text };
  };
  const cases = [
    ['readEdtf', 'globalThis.x = readEdtf;', 12_000],
    ['paintSvg', 'globalThis.x = paintSvg;', 15_000],
    // Names of months and days lie in it, since making them anew takes longer than a frame; and pictures whose time runs
    // downwards, with columns, figures and a calendar of their own.
    ['layoutPicture, paintSvg', 'globalThis.x = [layoutPicture, paintSvg];', 170_000],
    ['extract', 'globalThis.x = extract;', 40_000],
  ];
  for (const [names, use, most] of cases) {
    const { bytes, text } = await sizeOf(`import { ${names} } from 'dateline';\n${use}\n`);
    tell(
      `a bundler takes of { ${names} }`,
      bytes < most && !/winkNLP|chrono/.test(text),
      `${(bytes / 1000).toFixed(1)} kB minified`,
    );
  }
}

/** A page that Vite builds: the library draws into it, and the element beside it. */
async function openPage() {
  const page = join(folder, 'page');
  mkdirSync(join(page, 'public'), { recursive: true });
  const [html = ''] = examples('html');
  writeFileSync(join(page, 'public/events.json'), '[{"date":"1921-03-03","title":"The mill burns down"}]');
  writeFileSync(
    join(page, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><div id="picture"></div><canvas width="600" height="300"></canvas>
${html}<script type="module" src="./main.js"></script>`,
  );
  const [, , drawing = ''] = examples('js');
  writeFileSync(join(page, 'draw.js'), drawing);
  writeFileSync(
    join(page, 'main.js'),
    `import { extract, svgOf } from 'dateline';
import { draw } from './draw.js';
const collection = await extract([{ name: 'mill.txt', text: 'On 3 March 1921 the mill at Aldern burned down.' }]);
document.getElementById('picture').innerHTML = svgOf(collection).replace(/^<\\?xml.*?\\?>/, '');
draw(document.querySelector('canvas'), collection);
document.body.dataset.done = collection.events.length;`,
  );
  const { build: bundle } = await import('vite');
  await bundle({
    root: page,
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { target: 'es2022', chunkSizeWarningLimit: 9000 },
  });
  const executablePath = findChromium();
  if (!executablePath) {
    tell('a page that Vite builds', false, 'found no Chromium; set CHROMIUM_PATH');
    return;
  }
  const { chromium } = await import('playwright');
  const server = await serve({ folder: join(page, 'dist'), port: 0 });
  const browser = await chromium.launch({ executablePath, args: chromiumArgs });
  try {
    const tab = await browser.newPage();
    const complaints = [];
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(error.message));
    await tab.goto(`http://127.0.0.1:${server.port}/`);
    await tab.waitForSelector('body[data-done="1"]', { timeout: 30_000 });
    await tab.locator('dateline-timeline [role=option]').first().waitFor({ state: 'attached' });
    const found = await tab.evaluate(() => ({
      picture: document.querySelectorAll('#picture svg text').length,
      element: document.querySelector('dateline-timeline').events[0]?.title,
      painted: new Set(document.querySelector('canvas').getContext('2d').getImageData(0, 0, 600, 300).data)
        .size,
    }));
    const good = found.picture > 5 && found.element === 'The mill burns down' && found.painted > 5;
    tell(
      'a page that Vite builds',
      good && complaints.length === 0,
      complaints.join(' | ') || JSON.stringify(found),
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

/** npm, as it came with this Node. */
function npm(words, cwd) {
  return capture(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, { cwd });
}

function mb(bytes) {
  return (bytes / 1e6).toFixed(1);
}
