import PostalMime from 'postal-mime';
import type { Document } from '../model/document.ts';
import { dayOf } from './days.ts';
import type { NamedBytes } from './document.ts';
import { layHtml } from './html.ts';
import { Layout, tidy } from './parts.ts';
import { shortTitle } from './text.ts';

/** A mail and what was sent with it. */
export interface Mail {
  /** null: it has no words of its own. */
  readonly document: Document | null;
  /** Files that were attached, in order. Pictures within the text are not among them. */
  readonly attached: readonly NamedBytes[];
}

/**
 * Reads a mail (RFC 5322 with MIME: quoted-printable, base64, any charset): its subject as the title, its words, the
 * day of its header as the document's own. Of a mail that says the same twice, the plain words are read.
 */
export async function readMail(name: string, bytes: Uint8Array): Promise<Mail> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer', maxNestingDepth: 50 });
  const subject = tidy(mail.subject ?? '');
  const sent = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  const day = dayOf(tidy(sent).replace(/\s*\([^)]*\)$/, ''));
  const date = day
    ? ({ edtf: day, origin: 'metadata', reason: `the mail's header: Date: ${tidy(sent)}` } as const)
    : null;
  const about = { id: name, name, title: shortTitle(subject), format: 'mail', date } as const;
  const attached = mail.attachments.flatMap(
    ({ filename, mimeType, content, disposition }, i): NamedBytes[] => {
      if (disposition === 'inline' && /^image\//.test(mimeType)) return [];
      const ending = /^message\/rfc822/.test(mimeType) ? '.eml' : '';
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
      return [{ name: filename?.split(/[\\/]/).at(-1) || `attachment ${i + 1}${ending}`, bytes }];
    },
  );
  const plain = mail.text?.replace(/\r\n?/g, '\n').trimEnd() ?? '';
  if (plain.trim() !== '') {
    const text = `${subject === '' ? '' : `${subject}\n\n`}${plain}\n`;
    return {
      document: { ...about, title: about.title || shortTitle(plain.trimStart().split('\n')[0] ?? ''), text },
      attached,
    };
  }
  const layout = new Layout();
  if (subject !== '') layout.add('heading', subject, 1);
  const before = layout.parts.length;
  layHtml(mail.html ?? '', layout);
  return { document: layout.parts.length === before ? null : { ...about, ...layout.done() }, attached };
}

/** Of the runtime, Node's or the browser's: the pure layers compile without the DOM's types. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
