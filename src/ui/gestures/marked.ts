import type { Attachment } from 'svelte/attachments';

/** What pointing at a marked passage may do. */
export interface Pointing {
  point(event: string | null): void;
  choose(event: string): void;
}

/**
 * Pointing at and clicking on the marked passages of a text, which carry `data-event`. One listener for all of them: a
 * long text has thousands. By keys the same events are reached through the chart's list.
 */
export function markedPassages(pointing: Pointing): Attachment<HTMLElement> {
  return (element) => {
    const eventAt = (target: EventTarget | null): string | null =>
      target instanceof Element ? (target.closest('[data-event]')?.getAttribute('data-event') ?? null) : null;
    const over = (event: PointerEvent): void => pointing.point(eventAt(event.target));
    const leave = (): void => pointing.point(null);
    const click = (event: MouseEvent): void => {
      const id = eventAt(event.target);
      // Whoever selects words to copy them does not mean the event.
      if (id !== null && (getSelection()?.isCollapsed ?? true)) pointing.choose(id);
    };
    element.addEventListener('pointerover', over);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('click', click);
    return () => {
      element.removeEventListener('pointerover', over);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('click', click);
    };
  };
}
