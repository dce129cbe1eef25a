/**
 * `npm run bench [-- chart|page|dates|extract|peers|bundle] [--against FOLDER_OR_URL] [--sizes 1000,10000] [--runs 3] [--profile FOLDER]`:
 * how fast are the chart, the reader of dates and the extractor, what does a person feel who opens very many events in
 * the page, how fast are other timelines, and how much is loaded before the first paint?
 * `--against` measures a second build in the same run; `--profile` keeps a CPU profile of the first run of
 * each size; `--only` names peers. Exits with 1 when something could not be measured, or what is loaded is too much.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './install.mjs';
import { fail, root } from './project.mjs';

const PARTS = ['chart', 'page', 'dates', 'extract', 'peers', 'bundle'];
const SIZES = '1000,10000,100000,1000000';
const RUNS = '3';
/** Below these nothing is felt, and a million take some minutes: once is enough unless somebody asks for more. */
const FELT_SIZES = [100_000, 1_000_000];
/** Of the peers few get further. */
const PEER_SIZES = [1_000, 10_000, 100_000];

const { values, positionals } = read();
await ensureInstalled();
const parts = positionals.length > 0 ? positionals : PARTS;
if (parts.includes('chart')) await chart().catch(fail);
if (parts.includes('page')) await page().catch(fail);
if (parts.includes('dates')) {
  const { benchDates } = await import('./bench-dates.mjs');
  await benchDates().catch(fail);
}
if (parts.includes('extract')) {
  const { benchExtract } = await import('./bench-extract.mjs');
  await benchExtract().catch(fail);
}
if (parts.includes('peers')) await peers().catch(fail);
// Last, for it ends the run with 1 where the page has grown too large.
if (parts.includes('bundle')) await bundle().catch(fail);

async function chart() {
  const [{ benchChart }, { benchPage, buildBenchPage }] = await Promise.all([
    import('./bench-chart.mjs'),
    import('./bench-page.mjs'),
  ]);
  await buildBenchPage();
  const builds = [{ name: 'this', at: benchPage }];
  if (values.against !== undefined) builds.push({ name: 'against', at: values.against });
  await benchChart({
    builds,
    sizes: sizesOf(values.sizes ?? SIZES),
    runs: whole('--runs', values.runs ?? RUNS),
    profile: values.profile ?? null,
  });
}

async function page() {
  const [{ benchFelt }, { ensureBuilt }] = await Promise.all([
    import('./bench-felt.mjs'),
    import('./build.mjs'),
  ]);
  await ensureBuilt(['app']);
  const folders = [join(root, 'dist/app'), ...(values.against === undefined ? [] : [values.against])];
  const sizes = values.sizes === undefined ? FELT_SIZES : sizesOf(values.sizes);
  const runs = values.runs === undefined ? 1 : whole('--runs', values.runs);
  for (const folder of folders) if (!(await benchFelt({ folder, sizes, runs }))) process.exitCode = 1;
}

async function peers() {
  const [{ benchPeers }, { benchPage, buildBenchPage }] = await Promise.all([
    import('./bench-peers.mjs'),
    import('./bench-page.mjs'),
  ]);
  await buildBenchPage();
  const sizes = sizesOf(values.sizes ?? SIZES);
  await benchPeers({
    page: benchPage,
    sizes: parts.includes('chart') ? sizes.filter((size) => PEER_SIZES.includes(size)) : sizes,
    runs: whole('--runs', values.runs ?? RUNS),
    only: values.only ?? null,
    asked: positionals.includes('peers'),
  });
}

async function bundle() {
  const [{ benchBundle }, { ensureBuilt }] = await Promise.all([
    import('./bench-bundle.mjs'),
    import('./build.mjs'),
  ]);
  await ensureBuilt(['app']);
  if (!(await benchBundle(join(root, 'dist/app')))) process.exitCode = 1;
}

function sizesOf(words) {
  return words.split(',').map((word) => whole('--sizes', word));
}

function read() {
  try {
    const words = parseArgs({
      allowPositionals: true,
      options: {
        against: { type: 'string' },
        sizes: { type: 'string' },
        runs: { type: 'string' },
        profile: { type: 'string' },
        only: { type: 'string' },
      },
    });
    const unknown = words.positionals.find((word) => !PARTS.includes(word));
    if (unknown !== undefined) throw new Error(`Found "${unknown}", expected ${PARTS.join(', ')}.`);
    return words;
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

function whole(option, word) {
  const number = Number(word);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`${option}: found "${word}", expected a whole number above 0.`);
  process.exit(2);
}
