import { strToU8, zipSync } from 'fflate';

/** Small files of the kinds that programs make, made here by hand. */

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A seeded generator of numbers 0 … 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A file that was damaged: bytes changed, taken out, doubled, or its end lost. */
export function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = () => Math.floor(random() * bytes.length);
  const kind = random();
  if (kind < 0.15) return bytes.slice(0, at());
  if (kind < 0.3) {
    const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
    return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(to)]);
  }
  const out = bytes.slice();
  for (let n = 1 + Math.floor(random() * 12); n > 0; n--) out[at()] = Math.floor(random() * 256);
  return out;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const para = (words: string, style = '', inner = ''): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${words}</w:t></w:r>${inner}</w:p>`;
const row = (...cells: string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${para(cell)}</w:tc>`).join('')}</w:tr>`;

/** A Word file with a title, a heading, a note, a table and a deleted word. @param more further files within. */
export const docx = (more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/_rels/document.xml.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
    ),
    'word/styles.xml': strToU8(
      `<?xml version="1.0"?><w:styles ${W}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    ),
    'word/footnotes.xml': strToU8(
      `<?xml version="1.0"?><w:footnotes ${W}><w:footnote w:id="2">${para('The papers of the mill, 1931.')}</w:footnote></w:footnotes>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${W}><w:body>${para('The mill of Halden', 'Title')}${para('After the fire', 'Heading1')}${para('On 3 March 1921 the mill burned down.', '', '<w:del><w:r><w:delText>Nobody</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="2"/></w:r>')}<w:tbl>${row('4 May 1922', 'The new mill was opened.')}</w:tbl></w:body></w:document>`,
    ),
    ...more,
  });

/** Words on a page of a PDF: where the line begins, points from the left and the foot, and how large it is. */
export type Placed = readonly [x: number, y: number, size: number, words: string];

/** A PDF of pages of 600 by 800 points. @param encrypt puts it behind a password that nobody knows. */
export function pdf(pages: readonly (readonly Placed[])[], encrypt = false): Uint8Array {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', ''];
  const kids: string[] = [];
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const page of pages) {
    const drawn = page
      .map(
        ([x, y, size, words]) =>
          `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${words.replace(/[()\\]/g, '\\$&')}) Tj ET`,
      )
      .join('\n');
    objects.push(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length} 0 R >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  let text = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [i, object] of objects.entries()) {
    places.push(text.length);
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = text.length;
  const key = 'ab'.repeat(32);
  const locked = encrypt
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<${'cd'.repeat(16)}> <${'cd'.repeat(16)}>]`
    : '';
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R${locked} >>\nstartxref\n${table}\n%%EOF`;
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}
