import type { Attachment } from 'svelte/attachments';
import { speech } from '../../state/language.svelte.ts';
import type { FileBytes } from '../../state/session.svelte.ts';

/** What dropping and pasting may do. */
export interface Catcher {
  files(files: readonly FileBytes[]): void;
  text(text: string): void;
  /** Something that can be dropped is held over the page, or no longer. */
  held(over: boolean): void;
  /** A file could not be read from the disk. */
  failed(names: readonly string[]): void;
}

/** Reads files of a list, in its order. */
export async function filesOf(list: Iterable<File>): Promise<FileBytes[]> {
  return Promise.all(
    [...list].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

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
      if (entries.some((entry) => entry?.isDirectory)) void take(entriesOf(entries));
      else if (files.length > 0) void take(Promise.resolve(files));
      else if (text.trim() !== '') catcher.text(text);
    };

    const paste = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      if (!data || inField(event.target) || document.querySelector('dialog[open]')) return;
      const files = [...data.files].filter((file) => !file.type.startsWith('image/'));
      const text = data.getData('text/plain');
      if (files.length > 0) void take(Promise.resolve(files));
      else if (text.trim() !== '') catcher.text(text);
      else return;
      event.preventDefault();
    };

    const take = async (listed: Promise<readonly File[]>): Promise<void> => {
      const read: FileBytes[] = [];
      const failed: string[] = [];
      const all = await listed.catch(() => {
        failed.push(speech.texts.notices.folder);
        return [];
      });
      for (const file of all) {
        try {
          read.push(...(await filesOf([file])));
        } catch {
          // Gone since it was dropped, or not allowed to be read.
          failed.push(file.name);
        }
      }
      if (failed.length > 0) catcher.failed(failed);
      if (read.length > 0) catcher.files(read);
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
