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

/** Endings of what is picked up in a folder: documents and archives of them. Ready events are to be named. */
export const IN_FOLDERS: readonly string[] = [...READABLE, '.zip'];

/** Whether a file in a folder is worth opening, by its ending. */
export const isReadable = (name: string): boolean => {
  const lower = name.toLowerCase();
  return IN_FOLDERS.some((ending) => lower.endsWith(ending));
};
