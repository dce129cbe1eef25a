/** A file on the disk that the person has chosen, to which one can save again. */
export interface DiskFile {
  readonly name: string;
  /** Writes a text in pieces, in place of what it held. Rejects when the person does not allow it any more, or the disk is full. */
  write(pieces: Iterable<string>): Promise<void>;
}

/** What browsers with the File System Access API have. */
interface Pickers {
  showSaveFilePicker?(options: object): Promise<FileHandle>;
  showOpenFilePicker?(options: object): Promise<readonly FileHandle[]>;
}

interface FileHandle {
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<{
    write(text: string): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}

const pickers = (): Pickers => globalThis as unknown as Pickers;

const TYPES = [{ description: 'Dateline', accept: { 'application/json': ['.json'] } }];

/** Whether one can save to a file of the disk again and again; else it is downloaded anew each time. */
export const canSaveAgain = (): boolean => typeof pickers().showSaveFilePicker === 'function';

/** Asks where to save. @returns null when the person thinks better of it. */
export async function chooseWhere(name: string): Promise<DiskFile | null> {
  const handle = await chosen(() => pickers().showSaveFilePicker?.({ suggestedName: name, types: TYPES }));
  return handle ? diskFile(handle) : null;
}

/** Asks what to open. @returns null when the person thinks better of it. */
export async function chooseFile(): Promise<{ readonly file: File; readonly disk: DiskFile } | null> {
  const handles = await chosen(() => pickers().showOpenFilePicker?.({ types: TYPES }));
  const handle = handles?.[0];
  return handle ? { file: await handle.getFile(), disk: diskFile(handle) } : null;
}

/** Whether one can choose a file to open and save to it again. */
export const canOpenAgain = (): boolean => typeof pickers().showOpenFilePicker === 'function';

async function chosen<T>(ask: () => Promise<T> | undefined): Promise<T | null> {
  try {
    return (await ask()) ?? null;
  } catch (error) {
    if ((error as Error).name === 'AbortError') return null;
    throw error;
  }
}

const diskFile = (handle: FileHandle): DiskFile => ({
  name: handle.name,
  async write(pieces) {
    const stream = await handle.createWritable();
    try {
      for (const piece of pieces) await stream.write(piece);
      await stream.close();
    } catch (error) {
      // What the file held stays; the half that was written beside it goes.
      await stream.abort().catch(() => {});
      throw error;
    }
  },
});
