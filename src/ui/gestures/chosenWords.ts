import type { Attachment } from 'svelte/attachments';
import type { TextSpan } from '../../model/document.ts';

/** Where the letters of an element stand in the text of the document: set on every run of letters. */
export const AT = 'data-at';

/**
 * Tells which words of a text are selected, as a stretch of the document: null when none are, or others. Runs of letters
 * say with {@link AT} where they begin.
 */
export const chosenWords =
  (tell: (chosen: TextSpan | null) => void): Attachment<HTMLElement> =>
  (element) => {
    const look = (): void => tell(stretchIn(element, document.getSelection()));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  };

function stretchIn(element: HTMLElement, selection: Selection | null): TextSpan | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  let [start, end] = [Number.POSITIVE_INFINITY, -1];
  for (const run of element.querySelectorAll(`[${AT}]`)) {
    const [letters] = run.childNodes;
    if (!(letters instanceof Text) || !range.intersectsNode(letters)) continue;
    const at = Number(run.getAttribute(AT));
    const first = range.startContainer === letters ? range.startOffset : 0;
    const last = range.endContainer === letters ? range.endOffset : letters.length;
    // A range that only touches an end of it has none of its letters.
    if (first >= last) continue;
    start = Math.min(start, at + first);
    end = Math.max(end, at + last);
  }
  return end > start ? { start, end } : null;
}
