/** Endings of the files that are documents: picked up in folders, archives and mails. */
export const READABLE = [
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.wiki',
  '.mediawiki',
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
  '.tml',
] as const;

/** Endings of the documents that are picked up in a folder, and of archives of them; for ready events see `mayHoldEvents`. */
export const IN_FOLDERS: readonly string[] = [...READABLE, '.zip'];

/** Whether a file in a folder is worth opening, by its ending. */
export const isReadable = (name: string): boolean => {
  const lower = name.toLowerCase();
  return IN_FOLDERS.some((ending) => lower.endsWith(ending));
};
