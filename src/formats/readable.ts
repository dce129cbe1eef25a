import { READY } from './ready/kind.ts';

/** Endings of the files that are documents: picked up in folders, archives and mails. */
export const READABLE = [
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.wiki',
  '.html',
  '.htm',
  '.xhtml',
  '.docx',
  '.docm',
  '.odt',
  '.epub',
  '.rtf',
  '.pdf',
  '.eml',
] as const;

/** Whether a file in a folder is worth opening, by its ending: a document, an archive of them, or ready events. */
export const isReadable = (name: string): boolean => {
  const lower = name.toLowerCase();
  return [...READABLE, ...READY, '.zip'].some((ending) => lower.endsWith(ending));
};
