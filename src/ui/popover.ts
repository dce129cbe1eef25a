/** Least distance of a panel from the edges of the window, px. */
const EDGE = 8;

interface Hanging {
  readonly side: 'below' | 'above';
  /** Which of its edges stands at that of what it hangs from, in a window that has the room. */
  readonly edge: 'left' | 'right';
  /** From what it hangs from, px. */
  readonly gap: number;
}

/**
 * Puts an open panel beside what it hangs from: on the side that is wished, on the other where it has no room here and
 * more there, and never beyond the edges of the window.
 */
export function hang(panel: HTMLElement, from: Element, { side, edge, gap }: Hanging): void {
  const box = from.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const room = { below: window.innerHeight - box.bottom, above: box.top };
  const other = side === 'below' ? 'above' : 'below';
  const there = room[side] < height + gap + EDGE && room[other] > room[side] ? other : side;
  const top = there === 'below' ? box.bottom + gap : Math.max(EDGE, box.top - height - gap);
  const left = edge === 'left' ? box.left : box.right - width;
  panel.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - width - EDGE))}px`;
  panel.style.top = `${top}px`;
}

const ENTRIES = 'button:not(:disabled)';

/** Puts the focus on the first entry of a menu that can be chosen. */
export const enterMenu = (menu: Element): void => menu.querySelector<HTMLElement>(ENTRIES)?.focus();

/** Walks a menu by the arrow keys, Home and End. The menu is what listens. */
export function walkMenu(press: KeyboardEvent): void {
  const entries = [...(press.currentTarget as Element).querySelectorAll<HTMLElement>(ENTRIES)];
  const now = entries.indexOf(document.activeElement as HTMLElement);
  const to = {
    ArrowDown: now + 1,
    ArrowUp: now - 1 + entries.length,
    Home: 0,
    End: entries.length - 1,
  }[press.key];
  if (to === undefined) return;
  press.preventDefault();
  press.stopPropagation();
  entries[to % entries.length]?.focus();
}
