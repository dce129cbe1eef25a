import type { Attachment } from 'svelte/attachments';
import { speech } from '../../state/language.svelte.ts';
import type { FileBytes } from '../../state/session.svelte.ts';

/** What dropping and pasting may do. */
export interface Catcher {
  files(files: readonly FileBytes[]): void;
  /** @param rich the same as HTML, where it has headings, lists or tables; else null. */
  text(text: string, rich: string | null): void;
  /** Something that can be dropped is held over the page, or no longer. */
  held(over: boolean): void;
  /** Files could not be read from the disk, or are too large to be: a line for each. */
  failed(lines: readonly string[]): void;
  /** A folder holds files that nobody can read, such as pictures: how many, and their endings. */
  passedOver(count: number, endings: readonly string[]): void;
}

/** Reads files of a list, in its order. */
export const filesOf = (list: Iterable<File>): Promise<FileBytes[]> =>
  Promise.all(
    [...list].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );

/** A larger file is not taken into memory. Bytes. */
const LARGEST = 1_000_000_000;

/** Reads files of a list from the disk, in its order, and hands them on; what cannot be read is told. */
export async function take(list: Iterable<File>, catcher: Pick<Catcher, 'files' | 'failed'>): Promise<void> {
  const read = await readAll(list, catcher);
  if (read.length > 0) catcher.files(read);
}

async function readAll(list: Iterable<File>, catcher: Pick<Catcher, 'failed'>): Promise<FileBytes[]> {
  const read: FileBytes[] = [];
  const failed: string[] = [];
  for (const file of list) {
    if (file.size > LARGEST) {
      const { tooLarge } = speech.texts.notices;
      failed.push(`${file.name}: ${tooLarge(String(Math.round(file.size / 1e6)), String(LARGEST / 1e6))}`);
      continue;
    }
    try {
      read.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      // Gone since it was dropped, or not allowed to be read.
      failed.push(file.name);
    }
  }
  if (failed.length > 0) catcher.failed(failed);
  return read;
}

/**
 * Takes the files of a folder that can be read, by their paths, lists of events among them; pictures and films in it are
 * not even opened.
 */
export async function takeFolder(
  list: Iterable<File>,
  catcher: Pick<Catcher, 'files' | 'failed' | 'passedOver'>,
): Promise<void> {
  const [{ isReadable }, { kindWithin, mayHoldEvents }] = await Promise.all([
    import('../../formats/readable.ts'),
    import('../../formats/ready/kind.ts'),
  ]);
  const all = [...list].filter(
    (file) => !/(?:^|\/)\./.test(file.webkitRelativePath) && !file.name.startsWith('.'),
  );
  const isWanted = ({ name }: File): boolean => isReadable(name) || mayHoldEvents(name);
  const files = all.filter(isWanted).sort((a, b) => (a.webkitRelativePath < b.webkitRelativePath ? -1 : 1));
  const read = await readAll(files, catcher);
  const taken = read.filter(({ name, bytes }) => isReadable(name) || kindWithin(name, bytes) !== null);
  const others = [...all.filter((file) => !isWanted(file)), ...read.filter((file) => !taken.includes(file))];
  if (others.length > 0 || taken.length === 0)
    catcher.passedOver(
      others.length,
      [...new Set(others.map(({ name }) => /\.\w{1,8}$/.exec(name)?.[0].toLowerCase() ?? name))].sort(),
    );
  if (taken.length > 0) catcher.files(taken);
}

/** Whether pasted HTML has more than its words: headings, lists, tables, notes. Code is told by its white space. */
export const isRich = (html: string): boolean =>
  /<(?:h[1-6]|li|table|blockquote|sup|p)[\s>]/i.test(html) && !/white-space:\s*pre\b(?!-)/i.test(html);

/** HTML as it was copied: a piece of a page, marked as such. */
export const fragmentOf = (html: string): string =>
  /<!--StartFragment/i.test(html)
    ? html
    : `<html><body><!--StartFragment-->${html}<!--EndFragment--></body></html>`;

/** Files and folders dropped anywhere, text or files pasted anywhere but into a field. */
export function catchDocuments(catcher: Catcher): Attachment<HTMLElement> {
  return () => {
    /** Enter and leave come for every element on the way: only the balance tells. */
    let depth = 0;

    const holdsDocuments = (event: DragEvent): boolean =>
      event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain') ?? false;

    const enter = (event: DragEvent): void => {
      if (!holdsDocuments(event)) return;
      event.preventDefault();
      if (++depth === 1) catcher.held(true);
    };

    const leave = (): void => {
      if (depth > 0 && --depth === 0) catcher.held(false);
    };

    const over = (event: DragEvent): void => {
      if (!holdsDocuments(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };

    const drop = (event: DragEvent): void => {
      depth = 0;
      catcher.held(false);
      const data = event.dataTransfer;
      if (!data || inField(event.target)) return;
      event.preventDefault();
      // The list is emptied once this handler has returned: take everything out of it first.
      const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
      const files = [...data.files];
      const text = data.getData('text/plain');
      if (entries.some((entry) => entry?.isDirectory)) void fromFolders(entries);
      else if (files.length > 0) void take(files, catcher);
      else if (text.trim() !== '') catcher.text(text, richOf(data));
    };

    const paste = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      if (!data || inField(event.target) || document.querySelector('dialog[open]')) return;
      const files = [...data.files].filter((file) => !file.type.startsWith('image/'));
      const text = data.getData('text/plain');
      // A text processor puts a picture of the words beside them.
      if (files.length > 0 && text.trim() === '') void take(files, catcher);
      else if (text.trim() !== '') catcher.text(text, richOf(data));
      else return;
      event.preventDefault();
    };

    /** Files that were dropped beside folders are taken whatever they are; those within, where they can be read. */
    const fromFolders = async (entries: readonly (FileSystemEntry | null)[]): Promise<void> => {
      try {
        const alone = await entriesOf(entries.filter((entry) => entry?.isFile));
        const within = await entriesOf(entries.filter((entry) => entry?.isDirectory));
        if (within.length > 0) await takeFolder(within, catcher);
        await take(alone, catcher);
      } catch {
        catcher.failed([speech.texts.notices.folder]);
      }
    };

    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  };
}

const richOf = (data: DataTransfer): string | null => {
  const html = data.getData('text/html');
  return isRich(html) ? fragmentOf(html) : null;
};

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;

/** All files of dropped entries, folders with everything in them, sorted by path so that the order is no accident. */
async function entriesOf(entries: readonly (FileSystemEntry | null)[]): Promise<File[]> {
  const files: File[] = [];
  for (const entry of entries) {
    if (!entry || entry.name.startsWith('.')) continue;
    if (entry.isFile) {
      files.push(
        await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
      );
    } else {
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      const children: FileSystemEntry[] = [];
      // A reader hands out a hundred at a time.
      for (let more = true; more; ) {
        const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
          reader.readEntries(resolve, reject),
        );
        children.push(...some);
        more = some.length > 0;
      }
      files.push(...(await entriesOf(children.sort((a, b) => (a.fullPath < b.fullPath ? -1 : 1)))));
    }
  }
  return files;
}
