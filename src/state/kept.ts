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

/**
 * Whether there may be collections in this browser, found out without loading what opens them.
 * @param late hears that there are, where the browser says so only when the first picture could wait no longer.
 */
export async function mayHaveVault(late: () => void = () => {}): Promise<boolean> {
  try {
    const asked = indexedDB.databases().then((all) => all.some(({ name }) => name === VAULT));
    const told = await Promise.race([
      asked,
      new Promise<null>((done) => {
        setTimeout(done, PATIENCE, null);
      }),
    ]);
    if (told === null) asked.then((has) => has && late()).catch(() => {});
    return told ?? false;
  } catch {
    // It is denied.
    return false;
  }
}
