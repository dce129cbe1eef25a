/**
 * `node src/tooling/eval-events.mjs FOLDER`: how good are the events? Runs the built command line on every document of
 * FOLDER/gold and of tests/corpus and prints the scorer's line for each and for groups of them; then recall by how the
 * annotators say that the date is reached, precision by how the program says it, both by category, and what confidence is
 * worth: of the events given about 0.8, the share that the annotators also found. Last, for a person to judge, what is
 * merged across the documents of FOLDER/../seeds when they are read together, and how many events keep their id as these
 * documents are added one by one.
 * `--errors` lists what was missed and what is in no gold file, but not for tests/corpus, which nobody develops on.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');
const words = process.argv.slice(2);
const errors = words.includes('--errors');
const folder = resolve(words.find((word) => !word.startsWith('--')) ?? join(root, '../shared/eval'));
const scorer = join(folder, 'score-events.mjs');
if (!existsSync(scorer)) {
  console.log(`There is no scorer ${scorer}, so events cannot be measured.`);
  process.exit(0);
}
const commandLine = join(root, 'dist/cli/dateline.js');
if (!existsSync(commandLine)) {
  console.error(`There is no ${commandLine}: run npm run build first.`);
  process.exit(1);
}
const { add, line, score } = await import(pathToFileURL(scorer).href);

const sets = [
  ...goldIn(join(folder, 'gold'), [join(folder, 'docs'), join(folder, '../seeds')]).map((gold) => ({
    ...gold,
    // Press and analysis are annotated with categories, histories are not.
    group: gold.gold.events.some((event) => event.category) ? 'press' : 'histories',
  })),
  ...goldIn(join(root, 'tests/corpus'), [join(root, 'tests/corpus')]).map((gold) => ({
    ...gold,
    group: 'corpus',
  })),
];

/** Characters of a passage that are shown. */
const QUOTED = 120;

const groups = new Map();
const wanted = tally();
const given = tally();
const bins = Array.from({ length: 10 }, () => ({ all: 0, right: 0, sum: 0 }));
for (const { group, gold, path } of sets) {
  const predicted = extract(path, gold);
  const result = score(gold, predicted);
  console.log(line(`${basename(path).slice(0, 13)}`, result));
  groups.set(group, groups.has(group) ? add(groups.get(group), result) : result);
  const missed = new Set(result.missed.map((event) => event.id));
  for (const event of gold.events.filter((event) => event.salience >= 2)) {
    wanted.count(`how ${event.how}`, !missed.has(event.id));
    if (event.category) wanted.count(`category ${event.category}`, !missed.has(event.id));
  }
  const wrong = new Set(result.spurious.map((event) => event.id));
  for (const event of predicted.events) {
    given.count(`how ${event.time.how}`, !wrong.has(event.id));
    if (group !== 'histories') given.count(`category ${event.category}`, !wrong.has(event.id));
    const bin = bins[Math.min(9, Math.floor(event.confidence * 10))];
    bin.all++;
    bin.sum += event.confidence;
    if (!wrong.has(event.id)) bin.right++;
  }
  if (errors && group !== 'corpus') list(result);
}

console.log();
for (const [group, result] of groups) console.log(line(group, result));
console.log('\nrecall of what is wanted, by how its date is reached and by category (exact date)');
wanted.print();
console.log('\nprecision by how the program reached the date and by category (compatible date)');
given.print();
console.log('\nconfidence     events   mean given   share right');
let apart = 0;
let events = 0;
bins.forEach(({ all, right, sum }, i) => {
  if (all === 0) return;
  apart += Math.abs(sum - right);
  events += all;
  const range = `${(i / 10).toFixed(1)} – ${((i + 1) / 10).toFixed(1)}`;
  console.log(
    `${range.padEnd(14)} ${String(all).padStart(6)}   ${(sum / all).toFixed(2).padStart(10)}   ${(right / all).toFixed(2).padStart(11)}`,
  );
});
if (events > 0) console.log(`given and right differ by ${(apart / events).toFixed(3)} on the average`);
listMerges(join(folder, '../seeds'));
countKeptIds(join(folder, '../seeds'));

/**
 * Lists the events that several documents of a folder tell, each with all its passages: what belongs together and what
 * only looks alike is for a person to see.
 */
function listMerges(place) {
  console.log('\nmerged across documents');
  const documents = existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.txt')) : [];
  if (documents.length < 2) {
    console.log(`  not listed: ${place} holds ${documents.length} text files, and it takes two.`);
    return;
  }
  const all = extract(place, {}).events;
  const shared = all.filter((event) => new Set(event.sources.map((s) => s.document)).size > 1);
  console.log(`  ${shared.length} of ${all.length} events of ${documents.length} documents in ${place}`);
  for (const event of shared) {
    const others = (event.time.alternatives ?? []).map((other) => `${other.edtf}: ${other.reason}`);
    console.log(`  ${event.time.edtf.padEnd(24)} ${event.title}`);
    for (const other of others) console.log(`  ${' '.repeat(24)}   or ${other}`);
    for (const { document, start, quote } of event.sources) {
      const words = quote.replace(/\s+/g, ' ');
      const shown = words.length > QUOTED ? `${words.slice(0, QUOTED)}…` : words;
      console.log(`      ${`${basename(document).slice(0, 12)} [${start}]`.padEnd(22)} ${shown}`);
    }
  }
}

/** How many events have the id that they had before one more document was read with theirs. */
function countKeptIds(place) {
  const names = existsSync(place)
    ? readdirSync(place)
        .filter((name) => name.endsWith('.txt'))
        .sort()
    : [];
  for (const [order, files] of [
    ['by name', names],
    ['the other way', names.toReversed()],
  ]) {
    let [kept, all, before] = [0, 0, []];
    const scratch = mkdtempSync(join(tmpdir(), 'dateline-eval-'));
    try {
      for (const name of files) {
        copyFileSync(join(place, name), join(scratch, name));
        const { events } = extract(scratch, {});
        for (const event of before) {
          const [first] = event.sources;
          const now = events.find(({ sources }) =>
            sources.some(({ document, start }) => document === first.document && start === first.start),
          );
          if (!now) continue;
          all++;
          if (now.id === event.id || events.some(({ id }) => id === event.id)) kept++;
        }
        before = events;
      }
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
    console.log(`ids kept as documents are added, ${order}: ${kept} of ${all}`);
  }
}

/** Gold files of a folder with the document that each speaks of; one whose document is missing is named and left out. */
function goldIn(place, homes) {
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const gold = JSON.parse(readFileSync(join(place, name), 'utf8'));
      const path = homes.map((home) => join(home, gold.doc)).find((candidate) => existsSync(candidate));
      if (!path) console.log(`${name} speaks of ${gold.doc}, which is not there: left out.`);
      return path ? [{ gold, path }] : [];
    });
}

/** The events of one document as the command line writes them. A date is given only where the document prints none. */
function extract(path, gold) {
  const scratch = mkdtempSync(join(tmpdir(), 'dateline-eval-'));
  try {
    const out = join(scratch, 'events.json');
    const date = typeof gold.dct === 'string' ? ['--date', gold.dct] : [];
    const ran = spawnSync(process.execPath, [commandLine, 'extract', path, ...date, '-o', out], {
      encoding: 'utf8',
    });
    if (ran.status !== 0) throw new Error(`dateline extract ${path} ended with ${ran.status}: ${ran.stderr}`);
    return JSON.parse(readFileSync(out, 'utf8'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function list({ missed, spurious }) {
  for (const event of missed) {
    console.log(
      `  missed    ${event.edtf.padEnd(24)} ${event.got ? `got ${event.got}  ` : ''}${event.title} [${event.start}]`,
    );
  }
  for (const event of spurious) {
    console.log(`  spurious  ${event.time.edtf.padEnd(24)} ${event.title} [${event.sources[0].start}]`);
  }
}

function tally() {
  const rows = new Map();
  return {
    count(name, right) {
      const row = rows.get(name) ?? { all: 0, right: 0 };
      row.all++;
      if (right) row.right++;
      rows.set(name, row);
    },
    print() {
      for (const [name, { all, right }] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
        console.log(
          `  ${name.padEnd(24)} ${((100 * right) / all).toFixed(1).padStart(5)} %  (${right} of ${all})`,
        );
      }
    },
  };
}
