/** Under which names it is remembered which collection is open: in this tab, and in the browser. */
const KEY = 'dateline-collection';
const ANY = 'dateline-keeps';

/**
 * Id of the collection that was open in this tab, else in the browser, when the page was left; null when none was or
 * the page may not remember anything. Asked before the first picture, hence without the storage itself.
 */
export function lastOpen(): string | null {
  try {
    return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Whether anything was ever kept here: else there is no need to look. */
export function keepsAnything(): boolean {
  try {
    return localStorage.getItem(ANY) !== null;
  } catch {
    return false;
  }
}

/** Remembers which collection is open; null: none that is kept. */
export function rememberOpen(id: string | null): void {
  for (const storage of ['sessionStorage', 'localStorage'] as const) {
    try {
      if (id === null) globalThis[storage].removeItem(KEY);
      else globalThis[storage].setItem(KEY, id);
    } catch {
      // Then the page begins with the sample, and the list has the others.
    }
  }
  try {
    if (id !== null) localStorage.setItem(ANY, 'yes');
  } catch {
    // As above.
  }
}
