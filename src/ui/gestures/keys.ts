/** What a key does, with the words for the list of keys. */
export interface Key {
  /** As in `KeyboardEvent.key`; several keys may do the same. */
  readonly keys: readonly string[];
  readonly shift?: boolean;
  /** How the key is written for a person. */
  readonly label: string;
  readonly does: string;
  readonly run: () => void;
}

/** Whether a person is writing, so that letters are theirs. */
function writing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  ) {
    return true;
  }
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

/** Finds and runs what a key press means; leaves alone what a browser or a field wants for itself. */
export function pressed(event: KeyboardEvent, keys: readonly Key[]): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || writing(event.target))
    return;
  // What lies above the page has its own use for keys, Esc above all.
  if (document.querySelector('dialog[open], :popover-open')) return;
  // A button or link that has the focus keeps Enter to itself.
  if (
    event.key === 'Enter' &&
    event.target instanceof Element &&
    event.target.closest('button, a, [role=tree]')
  ) {
    return;
  }
  const found = keys.find(
    (key) => key.keys.includes(event.key) && (key.shift === undefined || key.shift === event.shiftKey),
  );
  if (!found) return;
  event.preventDefault();
  found.run();
}
