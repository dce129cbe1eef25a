import type { Attachment } from 'svelte/attachments';

/** Lets a plain wheel move a row that scrolls sideways; at its ends, or when it fits, the wheel is the page's. */
export const sidewaysWheel: Attachment<HTMLElement> = (element) => {
  const wheel = (event: WheelEvent): void => {
    if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    const before = element.scrollLeft;
    element.scrollLeft += event.deltaY;
    if (element.scrollLeft !== before) event.preventDefault();
  };
  element.addEventListener('wheel', wheel, { passive: false });
  return () => element.removeEventListener('wheel', wheel);
};
