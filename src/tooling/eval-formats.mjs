/**
 * `npm run eval -- formats`: how well are files of other programs read? Writes documents with headings, columns, notes,
 * tables, captions and running heads, has the programs that are there (LibreOffice, pandoc, pdfTeX, Chromium) make files
 * of them, reads these with the built command line and compares. Then opens what is broken, too large or a trap, and
 * measures the memory that costs. Programs that are missing are named and left out.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { badFiles } from './eval-formats-bad.mjs';
import { asHtml, asLatex, asMarkdown, documents, wordsOf } from './eval-formats-texts.mjs';
import { root } from './project.mjs';

const cli = process.env.DATELINE_CLI ?? join(root, 'dist/cli/dateline.js');
const kept = process.env.DATELINE_KEEP;
const folder = kept ?? mkdtempSync(join(tmpdir(), 'dateline-formats-'));
mkdirSync(folder, { recursive: true });

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const programs = {
  pandoc: has('pandoc'),
  pdflatex: has('pdflatex'),
  soffice: has('soffice'),
  chromium: findChromium(),
};
for (const [name, found] of Object.entries(programs))
  if (!found) console.log(`There is no ${name} here: what it would make is not measured.`);

const made = [];
if (kept && existsSync(join(kept, 'made.json')))
  made.push(...JSON.parse(readFileSync(join(kept, 'made.json'), 'utf8')));
else make();
report();
await badFiles(cli, folder);
if (!kept) rmSync(folder, { recursive: true, force: true });

/** Every document in every form that the programs can make. */
function make() {
  for (const document of documents) {
    const { name } = document;
    const base = join(folder, name);
    mkdirSync(base, { recursive: true });
    const file = (ending, text) => {
      const path = join(base, ending);
      writeFileSync(path, text);
      return path;
    };
    const markdown = file('source.md', asMarkdown(document));
    const html = file('source.html', asHtml(document));
    add(document, 'Markdown', markdown);
    add(document, 'HTML', html);
    if (programs.pandoc) {
      for (const to of ['docx', 'odt', 'epub', 'rtf', 'html', 'mediawiki', 'plain']) {
        const ending = { mediawiki: 'wiki', plain: 'txt', html: 'html' }[to] ?? to;
        const out = join(base, `pandoc.${ending}`);
        tried(() => execFileSync('pandoc', [markdown, '-s', '-t', to, '-o', out], { stdio: 'pipe' }));
        add(document, `pandoc ${to}`, out);
      }
    }
    if (programs.pdflatex) {
      for (const [kind, options] of [
        ['one', { columns: 1 }],
        ['two', { columns: 2 }],
      ]) {
        const path = file(`latex-${kind}.tex`, asLatex(document, options));
        for (let run = 0; run < 2; run++)
          tried(() =>
            execFileSync('pdflatex', ['-interaction=batchmode', basename(path)], {
              cwd: base,
              stdio: 'pipe',
              timeout: 60_000,
            }),
          );
        add(document, `pdfTeX, ${kind} column${kind === 'two' ? 's' : ''}`, path.replace(/\.tex$/, '.pdf'));
      }
    }
    if (programs.soffice) {
      const office = (from, to, title) => {
        if (!existsSync(from)) return;
        const out = join(base, `office-${basename(from).replace(/\W/g, '-')}`);
        mkdirSync(out, { recursive: true });
        tried(() =>
          execFileSync('soffice', ['--headless', '--convert-to', to, '--outdir', out, from], {
            stdio: 'pipe',
            timeout: 120_000,
          }),
        );
        for (const each of readdirSync(out).filter((path) => path.endsWith(`.${to.split(':')[0]}`)))
          add(document, title, join(out, each));
      };
      const docx = join(base, 'pandoc.docx');
      const odt = join(base, 'pandoc.odt');
      office(docx, 'pdf', 'LibreOffice pdf of docx');
      office(docx, 'odt', 'LibreOffice odt');
      office(docx, 'rtf', 'LibreOffice rtf');
      office(odt, 'docx', 'LibreOffice docx');
      office(html, 'pdf', 'LibreOffice pdf of html');
      office(docx, 'doc', 'LibreOffice doc (old)');
    }
    if (programs.chromium) {
      for (const columns of [1, 2]) {
        const page = file(`print-${columns}.html`, asHtml(document, columns));
        const out = join(base, `print-${columns}.pdf`);
        tried(() =>
          execFileSync(
            programs.chromium,
            ['--headless', '--no-sandbox', '--disable-gpu', `--print-to-pdf=${out}`, `file://${page}`],
            { stdio: 'pipe', timeout: 60_000 },
          ),
        );
        add(document, `Chromium's print, ${columns} column${columns > 1 ? 's' : ''}`, out);
      }
    }
  }
  writeFileSync(join(folder, 'made.json'), JSON.stringify(made));
}

function add(document, how, path) {
  if (existsSync(path)) made.push({ document: document.name, how, path });
}

function tried(work) {
  try {
    work();
  } catch (error) {
    if (process.env.DATELINE_VERBOSE) console.log(String(error.message).slice(0, 400));
  }
}

/** Reads each file and compares it with what was written into it. */
function report() {
  console.log(
    `\n${'document'.padEnd(10)} ${'made by'.padEnd(26)} ${'words'.padStart(6)} ${'in order'.padStart(9)} ${'headings'.padStart(9)} ${'notes'.padStart(6)} ${'rows'.padStart(6)} ${'extra'.padStart(6)}`,
  );
  const sums = { words: 0, found: 0 };
  for (const { document: name, how, path } of made) {
    const document = documents.find((each) => each.name === name);
    const out = join(folder, 'read.json');
    const run = spawnSync(process.execPath, [cli, 'extract', path, '-o', out], { encoding: 'utf8' });
    const read = run.status === 2 || !existsSync(out) ? null : JSON.parse(readFileSync(out, 'utf8'));
    rmSync(out, { force: true });
    const text = read?.documents[0]?.text;
    if (text === undefined) {
      console.log(`${name.padEnd(10)} ${how.padEnd(26)} ${run.stderr.trim().split('\n')[0].slice(-120)}`);
      continue;
    }
    const written = wordsOf(document);
    const found = wordsIn(text);
    const common = inOrder(written, found);
    sums.words += written.length;
    sums.found += common;
    const parts = read.documents[0].parts;
    const has = (kinds, words) =>
      parts
        ? parts.some(
            ({ start, end, kind }) =>
              kinds.includes(kind) && squeeze(text.slice(start, end)).includes(squeeze(words)),
          )
        : squeeze(text).includes(squeeze(words));
    const share = (list, kinds) => `${list.filter((words) => has(kinds, words)).length}/${list.length}`;
    console.log(
      `${name.padEnd(10)} ${how.padEnd(26)} ${String(written.length).padStart(6)} ${`${((100 * common) / written.length).toFixed(1)} %`.padStart(9)} ` +
        `${share(document.headings, ['heading']).padStart(9)} ${share(document.notes, ['note']).padStart(6)} ${share(document.rows, ['list']).padStart(6)} ${String(found.length - common).padStart(6)}`,
    );
    if (process.env.DATELINE_VERBOSE) writeFileSync(`${path}.read.txt`, text);
  }
  console.log(
    `\n${made.length} files, ${((100 * sums.found) / sums.words).toFixed(2)} % of the words in their order.`,
  );
}

function squeeze(words) {
  return wordsIn(words).join(' ');
}

function wordsIn(text) {
  return (
    text
      .toLowerCase()
      .replace(/[⁰¹²³⁴-⁹]+/g, ' ')
      .match(/[\p{L}\d]+/gu) ?? []
  );
}

/** How many words of one text stand in the other in the same order: the longest common subsequence. */
function inOrder(a, b) {
  const numbers = new Map();
  const of = (word) => {
    if (!numbers.has(word)) numbers.set(word, numbers.size);
    return numbers.get(word);
  };
  const [x, y] = [a.map(of), b.map(of)];
  let row = new Uint16Array(y.length + 1);
  for (const each of x) {
    const next = new Uint16Array(y.length + 1);
    for (let j = 1; j <= y.length; j++)
      next[j] = each === y[j - 1] ? row[j - 1] + 1 : Math.max(row[j], next[j - 1]);
    row = next;
  }
  return row[y.length];
}
