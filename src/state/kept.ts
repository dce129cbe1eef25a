/** Under which names it is remembered which collection is open: in this tab, and in the browser. */
const KEY = 'dateline-collection';
/** Remembered where none of those that are kept is open. */
const NONE = 'none';

/** How long the first picture waits for the browser to say what it has, ms. */
const PATIENCE = 1500;

/** The database in which collections are kept; see `keep/vault.ts`. */
export const VAULT = 'dateline';

/**
 * Id of the collection that was open in this tab, else in the browser, when the page was left. null: none that is kept.
 * undefined: nobody knows, since the page may not remember anything or the browser was killed before it wrote it down.
 * Asked before the first picture, hence without the storage itself.
 */
export function lastOpen(): string | null | undefined {
  try {
    const known = sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);
    return known === NONE ? null : (known ?? undefined);
  } catch {
    return undefined;
  }
}

/** Remembers which collection is open; null: none that is kept. */
export function rememberOpen(id: string | null): void {
  for (const storage of ['sessionStorage', 'localStorage'] as const) {
    try {
      globalThis[storage].setItem(KEY, id ?? NONE);
    } catch {
      // Then the page begins with the last one, or the sample, and the list has the others.
    }
  }
}

/** Whether there may be collections in this browser, found out without loading what opens them. */
export async function mayHaveVault(): Promise<boolean> {
  try {
    const all = await Promise.race([
      indexedDB.databases(),
      new Promise<never>((_, failed) => setTimeout(failed, PATIENCE)),
    ]);
    return all.some(({ name }) => name === VAULT);
  } catch {
    // It is denied, or the browser does not tell in time.
    return false;
  }
}
