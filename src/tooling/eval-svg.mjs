/**
 * `npm run eval -- svg`: does everybody draw an exported picture alike? Paints every case of the gallery, has librsvg,
 * Inkscape, resvg and Chromium draw the file and Chromium's canvas the scene, each with the bundled font, and compares them with
 * Chromium's drawing of the file: the share of pixels that are not in the other picture (`raster.mjs` says how edges are
 * forgiven). Then counts texts that would cover each other with Arial, or DejaVu, in the place of the bundled font, and
 * checks the files with xmllint. Programs that are missing are named and left out.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { capture, fail, root } from './project.mjs';
import { decodePng, structuralDifference } from './raster.mjs';

/** Pictures may differ by so much beside the edges of letters. */
const MOST = 0.01;
const FONTS = join(root, 'src/render/fonts');

await ensureInstalled();
/** Loads modules of the project. @type {import('vite').ViteDevServer | undefined} */
let server;
const folder = mkdtempSync(join(tmpdir(), 'dateline-svg-'));
try {
  process.exitCode = await measure();
} catch (error) {
  fail(error);
} finally {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const pictures = await paintAll();
  const env = { ...process.env, FONTCONFIG_FILE: fontConfig() };
  const drawn = {
    librsvg: await drawByLibrsvg(pictures, env),
    Inkscape: await drawByInkscape(pictures, env),
    resvg: await drawByResvg(pictures),
    ...(await drawByChromium(pictures, env)),
  };
  const names = Object.keys(drawn).filter((name) => name !== 'Chromium' && drawn[name]);
  for (const [name, files] of Object.entries(drawn))
    if (!files) console.log(`${name} is not there and was left out.`);
  if (!drawn.Chromium) return 1;
  const { hasFont, overlapsIn } = await load('tests/gallery/fallback.ts');
  // What each font is drawn by: librsvg knows no lengths, and takes the condensed one before the wide one.
  const fonts = [
    ['Arial', 'Arial', true],
    ['Arial, librsvg', 'Arial', false],
    ['DejaVu', 'DejaVu Sans', true],
    ['DejaVu, librsvg', 'DejaVu Sans Condensed', false],
    ['wide, librsvg', 'DejaVu Sans', false],
  ].filter(([, font]) => hasFont(font));
  console.log(['case'.padEnd(22), ...names, 'xmllint', ...fonts.map(([name]) => name)].join('\t'));
  let failed = 0;
  const worst = Object.fromEntries(names.map((name) => [name, 0]));
  const overlapping = Object.fromEntries(fonts.map(([name]) => [name, 0]));
  for (const picture of pictures) {
    const file = drawn.Chromium.get(picture.name);
    const shares = names.map((name) => {
      const other = drawn[name].get(picture.name);
      const share = file && other ? structuralDifference(decodePng(file), decodePng(other)) : 1;
      worst[name] = Math.max(worst[name], share);
      if (share >= MOST) failed++;
      return `${(share * 100).toFixed(2)}%`;
    });
    const lint = await capture('xmllint', ['--noout', '--huge', join(folder, `${picture.name}.svg`)]);
    if (lint.code !== 0 && !/ENOENT/.test(lint.err)) failed++;
    const pairs = fonts.map(([name, font, lengths]) => {
      const found = overlapsIn(picture.scene, font, lengths).length;
      overlapping[name] += found;
      if (found > 0 && !name.startsWith('wide')) failed++;
      return found;
    });
    console.log([picture.name.padEnd(22), ...shares, lint.code === 0 ? 'ok' : 'FAILED', ...pairs].join('\t'));
  }
  const most = Object.entries(worst).map(([name, share]) => `${name} ${(share * 100).toFixed(2)}%`);
  const texts = Object.entries(overlapping).map(([name, pairs]) => `${name} ${pairs}`);
  console.log(`\nLargest difference from Chromium: ${most.join(', ')}; at most ${MOST * 100}% is well.`);
  console.log(`Pairs of texts that cover each other: ${texts.join('; ')}.`);
  console.log(failed === 0 ? 'All hold.' : `${failed} do not hold.`);
  return failed === 0 ? 0 : 1;
}

/**
 * Modules of the project's tests are TypeScript: Vite reads them. The cases of the gallery are loaded one by one, long
 * after the file that names them, so that what loads them lives on to the end.
 */
async function load(file) {
  server ??= await (await import('vite')).createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  return server.ssrLoadModule(join(root, file));
}

async function paintAll() {
  const { names, painted } = await load('tests/gallery/pictures.ts');
  const pictures = (await Promise.all(names.map(painted))).filter((picture) => picture !== null);
  for (const { name, svg } of pictures) writeFileSync(join(folder, `${name}.svg`), svg);
  return pictures;
}

/** Lets programs find the bundled font beside those of the machine. */
function fontConfig() {
  const file = join(folder, 'fonts.conf');
  const dirs = [FONTS, '/usr/share/fonts', '/usr/local/share/fonts']
    .map((dir) => `<dir>${dir}</dir>`)
    .join('');
  const include = '<include ignore_missing="yes">/etc/fonts/conf.d</include>';
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${folder}/cache</cachedir>${include}</fontconfig>`,
  );
  return file;
}

/** PNG files by name of the case, or null where the program is missing. */
async function drawByLibrsvg(pictures, env) {
  const files = new Map();
  for (const { name } of pictures) {
    const to = join(folder, `${name}.librsvg.png`);
    const { code, err } = await capture('rsvg-convert', ['-o', to, join(folder, `${name}.svg`)], { env });
    if (/ENOENT/.test(err)) return null;
    if (code === 0) files.set(name, readFileSync(to));
  }
  return files;
}

/** All at once: Inkscape takes a second to start. */
async function drawByInkscape(pictures, env) {
  const within = join(folder, 'inkscape');
  mkdirSync(within);
  for (const { name, svg } of pictures) writeFileSync(join(within, `${name}.svg`), svg);
  const paths = pictures.map(({ name }) => join(within, `${name}.svg`));
  const { err } = await capture('inkscape', ['--export-type=png', ...paths], { env });
  if (/ENOENT/.test(err)) return null;
  const files = new Map();
  for (const { name } of pictures) {
    try {
      files.set(name, readFileSync(join(within, `${name}.png`)));
    } catch {
      console.error(`Inkscape drew no ${name}: ${err.slice(0, 300)}`);
    }
  }
  return files;
}

async function drawByResvg(pictures) {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(readFileSync(join(root, 'node_modules/@resvg/resvg-wasm/index_bg.wasm')));
  const fonts = [
    join(FONTS, 'inter-400.ttf'),
    join(FONTS, 'inter-600.ttf'),
    '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
    '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf',
  ].flatMap((path) => {
    try {
      return [new Uint8Array(readFileSync(path))];
    } catch {
      return [];
    }
  });
  return new Map(
    pictures.map(({ name, svg }) => {
      const drawn = new Resvg(svg, { font: { fontBuffers: fonts, defaultFontFamily: 'Inter' } }).render();
      return [name, drawn.asPng()];
    }),
  );
}

/** The file, and the scene on a canvas. */
async function drawByChromium(pictures, env) {
  const executablePath = findChromium();
  if (!executablePath) return { Chromium: null, canvas: null };
  const [{ chromium }, { build }] = await Promise.all([import('playwright'), import('vite')]);
  const [{ output }] = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, lib: { entry: 'src/render/canvas.ts', formats: ['iife'], name: 'painter' } },
  });
  const browser = await chromium.launch({ executablePath, args: chromiumArgs, env });
  const [Chromium, canvas] = [new Map(), new Map()];
  try {
    const page = await browser.newPage();
    for (const { name, scene } of pictures) {
      await page.setViewportSize({ width: scene.width, height: scene.height });
      await page.goto(`file://${join(folder, `${name}.svg`)}`);
      Chromium.set(name, await page.screenshot());
    }
    await page.goto('about:blank');
    await page.setContent('<style>body { margin: 0 } canvas { display: block }</style><canvas></canvas>');
    await page.addScriptTag({ content: output[0].code });
    for (const { name, scene } of pictures) {
      await page.setViewportSize({ width: scene.width, height: scene.height });
      await page.evaluate((drawn) => {
        const surface = document.querySelector('canvas');
        surface.width = drawn.width;
        surface.height = drawn.height;
        globalThis.painter.paintCanvas(surface.getContext('2d'), drawn, 1);
      }, scene);
      canvas.set(name, await page.screenshot());
    }
  } finally {
    await browser.close();
  }
  return { Chromium, canvas };
}
