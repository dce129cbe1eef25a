import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createDeflateRaw } from 'node:zlib';

const MB = 1_000_000;

/** No file may cost more, whatever it holds. Resident memory of the whole process, MB. */
const MOST_MEMORY = 1500;

/** What is broken, too large or a trap, opened by the built command line with the memory that it costs. */
export async function badFiles(cli, folder) {
  const base = join(folder, 'bad');
  rmSync(base, { recursive: true, force: true });
  mkdirSync(base, { recursive: true });
  await write(base);
  console.log(
    `\n${'file'.padEnd(26)} ${'size'.padStart(9)} ${'time'.padStart(7)} ${'memory'.padStart(8)}  what is said`,
  );
  let worst = 0;
  for (const name of readdirSync(base).sort()) {
    const path = join(base, name);
    const { ms, memory, said, code } = await opened(cli, path);
    worst = Math.max(worst, memory);
    const size = `${(statSync(path).size / MB).toFixed(1)} MB`;
    console.log(
      `${name.padEnd(26)} ${size.padStart(9)} ${`${(ms / 1000).toFixed(1)} s`.padStart(7)} ${`${memory} MB`.padStart(8)}  ${code} ${said.replaceAll(`${path}`, name).slice(0, 150)}`,
    );
  }
  console.log(
    `\nMost memory: ${worst} MB, ${worst <= MOST_MEMORY ? 'within' : 'ABOVE'} the bound of ${MOST_MEMORY} MB.`,
  );
  if (worst > MOST_MEMORY) process.exitCode = 1;
  rmSync(base, { recursive: true, force: true });
}

/** Opens a file as a person would, and asks the process at its end how much memory it had. */
function opened(cli, path) {
  const asked =
    "process.on('exit', () => process.stderr.write('\\nmemory ' + process.resourceUsage().maxRSS))";
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(asked)}`,
        cli,
        'extract',
        path,
        '-o',
        '/dev/null',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let stderr = '';
    child.stderr.on('data', (bytes) => {
      stderr += bytes;
    });
    child.on('close', (code) => {
      const memory = Math.round(Number(/memory (\d+)/.exec(stderr)?.[1] ?? 0) / 1024);
      const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !/^memory /.test(line));
      const said = lines[0] ?? 'read';
      resolve({
        ms: Date.now() - began,
        memory,
        said: lines.length > 1 ? `${said} (+${lines.length - 1})` : said,
        code,
      });
    });
  });
}

async function write(base) {
  const put = (name, bytes) => writeFileSync(join(base, name), bytes);
  const line = 'On 4 May 1922 the council opened the new bridge over the river and paid the masons.\n';

  streamed(join(base, 'text-200mb.txt'), 200 * MB, line);
  streamed(join(base, 'table-200mb.csv'), 200 * MB, `2001-02-03,${line.trim()}\n`, 'Date,Title\n');
  streamed(join(base, 'table-50mb.csv'), 50 * MB, `2001-02-03,${line.trim()}\n`, 'Date,Title\n');
  streamed(join(base, 'page-40mb.html'), 40 * MB, `<p>${line.trim()}</p>\n`, '<html><body>');
  streamed(
    join(base, 'list-200mb.json'),
    200 * MB,
    `{"date": "2001-02-03", "title": "${line.trim()}"},\n`,
    '[\n',
  );
  streamed(
    join(base, 'calendar-40mb.ics'),
    40 * MB,
    'BEGIN:VEVENT\r\nDTSTART:20220101\r\nSUMMARY:x\r\nEND:VEVENT\r\n',
    'BEGIN:VCALENDAR\r\n',
  );
  put(
    'columns-10000.csv',
    `${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',')}\n${'1,'.repeat(9999)}1\n`,
  );
  put('quote-open.csv', `Date,Title\n2001-02-03,"The mill\n${'2002-02-03,again\n'.repeat(100_000)}`);
  put('one-line-20mb.csv', `Date,Title\n2001-02-03,${'x'.repeat(20 * MB)}\n`);

  const zeros = await packedZeros(10_000 * MB);
  const ofZeros = (file, name, mimetype) =>
    put(
      file,
      archive([
        ...(mimetype
          ? [{ name: 'mimetype', packed: Buffer.from(mimetype), size: mimetype.length, method: 0 }]
          : []),
        { name, ...zeros, method: 8 },
      ]),
    );
  ofZeros('zeros-10gb.zip', 'zeros.txt');
  ofZeros('zeros-10gb.docx', 'word/document.xml');
  ofZeros('zeros-10gb.odt', 'content.xml', 'application/vnd.oasis.opendocument.text');
  ofZeros('zeros-10gb.epub', 'META-INF/container.xml', 'application/epub+zip');

  const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 25 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + (i % 25))} "${`&${String.fromCharCode(97 + (i % 25))};`.repeat(10)}">`).join('')}]>`;
  put('laughs.html', `${laughs}<html><body><p>&z; ${line}</p></body></html>`);
  put('laughs.xml', `${laughs}<x>&z;</x>`);
  put(
    'laughs.docx',
    await zip({
      'word/document.xml': `${laughs}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&z;</w:t></w:r></w:p></w:body></w:document>`,
    }),
  );
  put(
    'laughs.odt',
    await zip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `${laughs}<office:text><text:p>&z; ${line}</text:p></office:text>`,
    }),
  );
  put('zip-in-zip.zip', await zip({ 'inner.zip': await zip({ 'a.txt': line }), 'b.txt': line }));
  put('nested.rtf', `{\\rtf1 ${'{'.repeat(200_000)}`);
  put('nested.html', `<html><body>${'<div>'.repeat(200_000)}${line}`);
  put('nested.json', '['.repeat(200_000));
  put('truncated.docx', (await zip({ 'word/document.xml': line.repeat(1000) })).subarray(0, 300));
  put('truncated.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog');
  put('wrong-ending.pdf', line);
  put('wrong-ending.docx', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  put('wrong-ending.csv', '%PDF-1.4 no table');
  put('nothing.txt', '');
}

/** Writes a file in pieces: it may be larger than the memory. */
function streamed(path, size, line, head = '') {
  const piece = line.repeat(Math.ceil(MB / line.length));
  const file = openSync(path, 'w');
  writeSync(file, head);
  for (let at = 0; at < size; at += piece.length) writeSync(file, piece);
  closeSync(file);
}

/** Zeros, packed in a stream. */
async function packedZeros(size) {
  const deflate = createDeflateRaw({ level: 1 });
  const parts = [];
  deflate.on('data', (part) => parts.push(part));
  const ended = new Promise((resolve) => deflate.on('end', resolve));
  const zeros = Buffer.alloc(10 * MB);
  for (let at = 0; at < size; at += zeros.length)
    if (!deflate.write(zeros)) await new Promise((resolve) => deflate.once('drain', resolve));
  deflate.end();
  await ended;
  return { packed: Buffer.concat(parts), size: size % 2 ** 32 };
}

const zip = async (files) =>
  archive(
    Object.entries(files).map(([name, content]) => {
      const packed = Buffer.from(content);
      return { name, packed, size: packed.length, method: 0 };
    }),
  );

function archive(files) {
  const locals = [];
  const central = [];
  let at = 0;
  for (const { name, packed, size, method } of files) {
    const head = Buffer.alloc(30 + name.length);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(method, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(name.length, 26);
    head.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    entry.write(name, 46);
    locals.push(head, packed);
    central.push(entry);
    at += head.length + packed.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}
