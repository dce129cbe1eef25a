/**
 * `node src/tooling/eval-dates.mjs FOLDER`: how good are the dates? Runs every corpus of FOLDER/timex through the built
 * command line, with the same options for all, and prints strict, relaxed and value F1, and value F1 of what a calendar
 * can show; then how many date expressions of FOLDER/gold are found and how many have the right EDTF; then, for news and
 * histories, what share of the dates was right that were given with a confidence of so much.
 *
 * Split. Rules were written while looking at every second document only (the 2nd, 4th, 6th … line of each corpus,
 * printed as `seen`). The others were scored as numbers at the end and their errors never listed (`unseen`). The two
 * gold documents were looked at whole.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createServer } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(process.argv[2] ?? join(root, '../shared/eval'));
if (!existsSync(join(folder, 'timex'))) {
  console.log(`There are no annotated dates in ${folder}, so nothing can be measured.`);
  process.exit(0);
}
const commandLine = join(root, 'dist/cli/dateline.js');
if (!existsSync(commandLine)) {
  console.error(`There is no ${commandLine}: run npm run build first.`);
  process.exit(1);
}
const { score, readJsonl } = await import(pathToFileURL(join(folder, 'score-timex.mjs')).href);
const { daysOf } = await import(pathToFileURL(join(folder, 'score-events.mjs')).href);

/** Corpora whose dates have one value each, as a calendar has them. */
const CALIBRATED = ['aquaint.jsonl', 'wikiwars.jsonl'];

const percent = (share) => (100 * share).toFixed(1).padStart(5);

console.log('corpus             half     docs  strict relaxed  value | calendar   MB/s');
for (const file of readdirSync(join(folder, 'timex'))
  .filter((name) => name.endsWith('.jsonl'))
  .sort()) {
  const path = join(folder, 'timex', file);
  const gold = readJsonl(path);
  const { predicted, seconds } = readWithCommandLine(path);
  const bytes = [...gold.values()].reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const halves = {
    all: () => true,
    seen: (index) => index % 2 === 1,
    unseen: (index) => index % 2 === 0,
  };
  for (const [half, takes] of Object.entries(halves)) {
    const part = new Map([...gold].filter((_, index) => takes(index)));
    const answers = new Map([...predicted].filter(([id]) => part.has(id)));
    const { total } = score(part, answers);
    const calendar = score(part, answers, { calendar: true, lenient: true }).total;
    console.log(
      `${file.replace('.jsonl', '').padEnd(18)} ${half.padEnd(7)} ${String(part.size).padStart(5)}   ${percent(total.strict.f1)}   ` +
        `${percent(total.relaxed.f1)}  ${percent(total.valueF1)} |    ${percent(calendar.valueF1)}` +
        (half === 'all' ? `   ${(bytes / 1e6 / seconds).toFixed(2)} with start-up` : ''),
    );
  }
}
await askReader();

function readWithCommandLine(path) {
  const scratch = mkdtempSync(join(tmpdir(), 'dateline-eval-'));
  const output = join(scratch, 'predicted.jsonl');
  const start = performance.now();
  const run = spawnSync(process.execPath, [commandLine, 'timex', path, '-o', output], { encoding: 'utf8' });
  const seconds = (performance.now() - start) / 1000;
  if (run.status !== 0) throw new Error(`dateline timex ${path} exited with ${run.status}: ${run.stderr}`);
  const lines = readFileSync(output, 'utf8').split('\n').filter(Boolean);
  rmSync(scratch, { recursive: true });
  return {
    predicted: new Map(lines.map((line) => JSON.parse(line)).map((each) => [each.id, each])),
    seconds,
  };
}

/** The `timex` command prints TIMEX3 values; EDTF and confidence are what the reader itself says, so it is asked here. */
async function askReader() {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, hmr: false },
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { readDocument } = await server.ssrLoadModule('/src/extract/read.ts');
    scoreGold(readDocument);
    scoreConfidence(readDocument);
  } finally {
    await server.close();
  }
}

function scoreGold(readDocument) {
  const documents = join(folder, '../seeds');
  const files = existsSync(documents) ? readdirSync(documents) : [];
  console.log('\ngold               found         right EDTF    its own date');
  let [found, of, right, must] = [0, 0, 0, 0];
  for (const name of readdirSync(join(folder, 'gold')).sort()) {
    const gold = JSON.parse(readFileSync(join(folder, 'gold', name), 'utf8'));
    const file = files.find((each) => each === gold.doc);
    if (!gold.timexes || !file) continue;
    const text = readFileSync(join(documents, file), 'utf8');
    const document = { id: file, name: file, title: '', text, format: 'text', date: null };
    const reading = readDocument(document);
    const counts = scoreDocument(gold, reading.mentions);
    console.log(
      `${name.padEnd(18)} ${counts.found} of ${counts.of} ${percent(counts.found / counts.of)}   ` +
        `${counts.right} of ${counts.must} ${percent(counts.right / counts.must)}   ${reading.document.date?.edtf} (gold ${gold.dct.edtf})`,
    );
    found += counts.found;
    of += counts.of;
    right += counts.right;
    must += counts.must;
  }
  if (of > 0)
    console.log(
      `together           ${percent(found / of)} % found, ${percent(right / must)} % of the non-optional right`,
    );
}

/**
 * Of the dates that the reader gives and the annotators give too, the share with the same value, by confidence. Seen
 * halves: the confidences were fitted to them; the unseen ones say whether that holds.
 */
function scoreConfidence(readDocument) {
  console.log(
    '\nconfidence      seen: dates  mean given  share right     unseen: dates  mean given  share right',
  );
  const bins = Array.from({ length: 10 }, () => [0, 1].map(() => ({ dates: 0, given: 0, right: 0 })));
  for (const name of CALIBRATED) {
    const path = join(folder, 'timex', name);
    if (!existsSync(path)) continue;
    [...readJsonl(path).values()].forEach(({ text, dct, timexes }, index) => {
      const document = { id: 'text', name: 'text', title: '', text, format: 'text', date: null };
      const { mentions } = readDocument(document, dct ? { date: dct.slice(0, 10) } : {});
      let at = 0;
      const wanted = timexes
        .filter(({ value }) => /^(?:BC)?\d/.test(value ?? ''))
        .sort((a, b) => a.start - b.start);
      for (const mention of mentions) {
        while (at < wanted.length && wanted[at].end <= mention.start) at++;
        const timex = wanted[at];
        if (!timex || !meets(mention, timex) || mention.edtf === null) continue;
        if (mention.type === 'DURATION' || mention.type === 'SET') continue;
        const bin = bins[Math.min(9, Math.floor(mention.confidence * 10))][index % 2 === 1 ? 0 : 1];
        bin.dates++;
        bin.given += mention.confidence;
        if (sameUnit(mention.value, timex.value)) bin.right++;
      }
    });
  }
  const shown = ({ dates, given, right }) =>
    dates === 0
      ? `${'0'.padStart(5)}${''.padStart(26)}`
      : `${String(dates).padStart(5)}        ${(given / dates).toFixed(2)}         ${(right / dates).toFixed(2)}`;
  bins.forEach(([seen, unseen], i) => {
    if (seen.dates + unseen.dates === 0) return;
    console.log(
      `${(i / 10).toFixed(1)} – ${((i + 1) / 10).toFixed(1)}            ${shown(seen)}              ${shown(unseen)}`,
    );
  });
}

/** Whether two TIMEX3 values name one day, month, year …; times of day and unknown digits are left out. */
function sameUnit(a, b) {
  const plain = (value) =>
    value
      .replace(/T.*$/, '')
      .replace(/(?:-?X+)+$/, '')
      .replace(/-W(\d)$/, '-W0$1');
  return plain(a) === plain(b);
}

function scoreDocument(gold, mentions) {
  const counts = { found: 0, of: gold.timexes.length, right: 0, must: 0 };
  for (const timex of gold.timexes) {
    const hits = mentions.filter(
      (mention) => meets(mention, timex) || (mention.range !== null && meets(mention.range, timex)),
    );
    if (hits.length > 0) counts.found++;
    if (timex.optional) continue;
    counts.must++;
    const wanted = [timex.edtf, ...(timex.alt_edtf ?? [])];
    const said = hits.flatMap(({ edtf, range }) => [edtf, range?.edtf ?? null]);
    if (wanted.some((want) => said.some((edtf) => edtf === want || sameDays(edtf, want)))) counts.right++;
  }
  return counts;
}

function meets(a, b) {
  return a.start < b.end && b.start < a.end;
}

function sameDays(a, b) {
  if (!a || !b) return false;
  const [x, y] = [daysOf(a), daysOf(b)];
  return x[0] === y[0] && x[1] === y[1];
}
