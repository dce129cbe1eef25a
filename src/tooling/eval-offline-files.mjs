/** Files of every kind that the page reads, made here, for `npm run eval -- offline`: each tells of the days of a small town. */
import { crc32, gzipSync } from 'node:zlib';

const utf8 = (text) => Buffer.from(text, 'utf8');

/** Three sentences with a day each, in a year of its own so that no two files tell the same. */
const told = (year) => [
  `The parish bought the meadow on 3 May ${year}.`,
  `The well was opened on 14 June ${year + 1}.`,
  `On 7 August ${year + 2} a flood destroyed the pump.`,
];

/** A zip archive, nothing in it packed. @param files contents by name, in order. */
export function zip(files) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const [path, bytes] = [utf8(name), Buffer.from(content)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(bytes.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(path.length, 22);
    const own = [utf8('PK\x03\x04'), head, path, bytes];
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(at, 12);
    list.push(utf8('PK\x01\x02'), Buffer.from([20, 0]), head, entry.subarray(2), path);
    parts.push(...own);
    at += own.reduce((sum, { length }) => sum + length, 0);
  }
  const size = list.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...list, utf8('PK\x05\x06'), end]);
}

/** A PDF of one page, a line for each text. */
export function pdf(lines) {
  const drawn = lines
    .map((words, i) => `BT /F1 12 Tf 1 0 0 1 60 ${700 - 20 * i} Tm (${words}) Tj ET`)
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const OPEN = 'http://schemas.openxmlformats.org';

const word = (lines) =>
  zip({
    '[Content_Types].xml': `${XML}<Types xmlns="${OPEN}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${OPEN}/package/2006/relationships"><Relationship Id="r1" Type="${OPEN}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${OPEN}/wordprocessingml/2006/main"><w:body>${lines
      .map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`)
      .join('')}</w:body></w:document>`,
  });

const openDocument = (lines) =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${XML}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${lines
      .map((line) => `<text:p>${line}</text:p>`)
      .join('')}</office:text></office:body></office:document-content>`,
  });

const book = (lines) =>
  zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    'book.opf': `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>`,
    'c.xhtml': `${XML}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Well</title></head><body>${lines
      .map((line) => `<p>${line}</p>`)
      .join('')}</body></html>`,
  });

const workbook = () =>
  zip({
    '[Content_Types].xml': `${XML}<Types xmlns="${OPEN}/package/2006/content-types"/>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${OPEN}/spreadsheetml/2006/main"/>`,
  });

const mail = (lines) =>
  [
    'From: Ada <ada@example.invalid>',
    'To: Ben <ben@example.invalid>',
    'Subject: The well',
    'Date: Tue, 02 Mar 2010 10:00:00 +0000',
    'Message-ID: <1@example.invalid>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...lines,
    '',
  ].join('\r\n');

/** What wants to run where somebody forgets that it is text, or to end what it stands in. */
const WICKED =
  "On 9 May 1891 </script><script>canary()</script> $& $' $` <!--<script> <img src=x onerror=canary()> \u2028 a fire destroyed the mill.";

/** Files of text that the extractor reads: contents by name. */
export const documents = () => ({
  'wicked.txt': utf8([...told(1891), WICKED].join('\n\n')),
  'minutes.txt': utf8(told(1901).join('\n\n')),
  'mill.md': utf8(`# The mill\n\n${told(1911).join('\n\n')}\n`),
  'quay.html': utf8(
    `<!doctype html><html><body><h1>Quay</h1><p>${told(1921).join('</p><p>')}</p></body></html>`,
  ),
  'letter.pdf': pdf(told(1931)),
  'report.docx': word(told(1941)),
  'diary.odt': openDocument(told(1951)),
  'novel.epub': book(told(1961)),
  'deed.rtf': utf8(`{\\rtf1\\ansi ${told(1971).join('\\par ')}}`),
  'news.eml': utf8(mail(told(1981))),
  'papers.zip': zip({ 'first.txt': told(1991).join('\n'), 'more/second.md': told(2001).join('\n\n') }),
  'packed.txt.gz': gzipSync(told(1801).join('\n')),
});

/** Files of ready events of other programs, about which the page asks first. */
export const lists = () => ({
  'works.csv': utf8('Day;Work\n04.05.1711;The old mill was sold\n17.06.1713;The old mill burned\n'),
  'works.tsv': utf8('date\ttitle\n1721-05-04\tA quay was begun\n1723-06-17\tThe quay was done\n'),
  'feasts.ics': utf8(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Parish//Feasts//EN',
      'BEGIN:VEVENT',
      'UID:1@example.invalid',
      'DTSTAMP:20100101T000000Z',
      'DTSTART;VALUE=DATE:17310504',
      'SUMMARY:Feast of the well',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  ),
  'slides.json': utf8(
    JSON.stringify({
      events: [{ start_date: { year: '1741', month: '5' }, text: { headline: 'The tower was built' } }],
    }),
  ),
});

/** Files that no part of the page can read: each is refused with a sentence. */
export const refused = () => ({
  'sums.xlsx': workbook(),
  'picture.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  'newer.json': utf8(
    '{"dateline": 99, "name": "x", "documents": [], "events": [], "categories": [], "edits": []}',
  ),
  'broken.pdf': utf8('%PDF-1.4\nnothing more'),
});
