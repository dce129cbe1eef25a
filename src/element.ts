/**
 * `import 'dateline/element'` makes `<dateline-timeline>` known to the page, where nobody has yet. One file, which asks
 * nothing of the network but what `src` names.
 */
import type { TimelineElementEvents } from './element/events.ts';
import { DatelineTimeline } from './element/timeline.ts';

export type { SeenSpan, TimelineElementEvents } from './element/events.ts';
export { DatelineTimeline } from './element/timeline.ts';

if (typeof customElements !== 'undefined' && !customElements.get('dateline-timeline')) {
  customElements.define('dateline-timeline', DatelineTimeline);
}

declare global {
  interface HTMLElementTagNameMap {
    'dateline-timeline': DatelineTimeline;
  }

  interface HTMLElementEventMap {
    'dateline-load': TimelineElementEvents['dateline-load'];
    'dateline-select': TimelineElementEvents['dateline-select'];
    'dateline-view': TimelineElementEvents['dateline-view'];
    'dateline-error': TimelineElementEvents['dateline-error'];
  }
}
