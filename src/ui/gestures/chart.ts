import { type D3DragEvent, drag } from 'd3-drag';
import { pointer, select } from 'd3-selection';
import { type D3ZoomEvent, zoom, zoomIdentity } from 'd3-zoom';
import type { Attachment } from 'svelte/attachments';
import type { Box } from '../../scene/scene.ts';

/** What the gestures need to know and may do. Places are px from the picture's left top corner. */
export interface Hands {
  /** Where time runs and where the overview is, now. */
  readonly plot: () => Box;
  readonly overview: () => (Box & { readonly start: number; readonly end: number }) | null;
  readonly span: () => { readonly start: number; readonly end: number };
  /** Whether time runs downwards: then a place along it is its y. */
  readonly down?: () => boolean;
  /** The span becomes `factor` times as long around a place along time, px. */
  zoom(at: number, factor: number, glide: boolean): void;
  /** Moves by a share of the span. */
  pan(share: number): void;
  show(span: { start: number; end: number }, glide: boolean): void;
  /** Lets go while moving, in shares of the span per ms. */
  release(speed: number): void;
  halt(): void;
  /** Shows all of what a double click at a place names; false where nothing is named. */
  fit(x: number, y: number): boolean;
  /** Whether a plain wheel is the page's that the chart stands in. */
  yields(): boolean;
  click(x: number, y: number): void;
  /** null: the pointer has left. */
  hover(at: { readonly x: number; readonly y: number } | null): void;
  /** A stretch that is being drawn with shift; null when it is over. */
  brush(stretch: { readonly from: number; readonly to: number } | null): void;
}

/** px that a pointer may move and still click. */
const SLIP = 4;
/** px around the overview's window edges where they can be taken. */
const GRIP = 8;
/** How much longer the span gets per px of wheel: 500 px double or halve it, however many events bring them. */
const PER_PX = 1 / 500;
/** ms before letting go that say how fast the pointer was. */
const RECENT = 80;
/** The shortest window that its edges leave, days. */
const LEAST = 1 / 24;

/** What a drag that does not pan takes hold of. */
type Part = 'select' | 'window' | 'window-start' | 'window-end' | 'draw';

/** A drag's subject: `x` is what follows the pointer. */
interface Held {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
  moved: boolean;
}

/**
 * Wheel, drag, pinch, double click, shift-drag and the overview's window, on one element. d3-zoom and d3-drag read the
 * gestures. The view stays the truth: of d3-zoom's transform only the change since the event before counts, and it is
 * the identity again after each gesture, so that nothing adds up in it.
 * @param embedded whether the chart stands in somebody else's page: a finger that goes up or down scrolls that one.
 */
export function chartGestures(hands: Hands, embedded = window.parent !== window): Attachment<HTMLElement> {
  return (element) => {
    /** What d3-zoom said last in this gesture. */
    let last = zoomIdentity;
    /** A wheel still counts as turning for a moment, so that a drag may begin meanwhile. */
    let gestures = 0;
    let moved = false;
    /** Where the picture was dragged to of late, for the speed at which it lets go. */
    let trail: { place: number; at: number }[] = [];
    /** The one of two that lies along time. */
    const along = (x: number, y: number): number => (hands.down?.() ? y : x);
    const lengthOf = ({ width, height }: Box): number => (hands.down?.() ? height : width);

    /** Which part of the overview a place is on. */
    const overviewPart = (x: number, y: number): Part | null => {
      const over = hands.overview();
      if (!over || y < over.y || y > over.y + over.height) return null;
      if (x < over.x - GRIP || x > over.x + over.width + GRIP) return null;
      const left = toX(hands.span().start, over);
      const right = toX(hands.span().end, over);
      if (right - left < 3 * GRIP && x > left - GRIP && x < right + GRIP) {
        // A window too narrow to hold three places is taken by all of it, its edges from outside.
        if (x >= left - 1 && x <= right + 1) return 'window';
        return x < left ? 'window-start' : 'window-end';
      }
      if (Math.abs(x - left) <= GRIP) return 'window-start';
      if (Math.abs(x - right) <= GRIP) return 'window-end';
      return x > left && x < right && right - left <= over.width * 0.98 ? 'window' : 'draw';
    };

    /** What a gesture that begins takes hold of; null: the picture itself. */
    const partAt = (event: MouseEvent | TouchEvent): Part | null => {
      const [x, y] = place(event, element);
      return overviewPart(x, y) ?? (event.shiftKey && event.type !== 'dblclick' ? 'select' : null);
    };

    const zooming = zoom<HTMLElement, unknown>()
      .filter((event: MouseEvent | TouchEvent) => {
        if (event instanceof WheelEvent) return !panning(event) && !yielding(event);
        return !('button' in event && event.button) && partAt(event) === null;
      })
      .wheelDelta((event) => {
        // A pinch on a trackpad arrives as a wheel with ctrl and small numbers.
        const strength = event.ctrlKey && event.deltaMode === 0 ? 5 : 1;
        return -event.deltaY * pxPer(event, element) * PER_PX * strength;
      })
      .touchable(true)
      .clickDistance(SLIP)
      .duration(0)
      .on('start', (event: D3ZoomEvent<HTMLElement, unknown>) => {
        gestures++;
        last = event.transform;
        moved = false;
        trail = [];
      })
      .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
        const factor = transform.k / last.k;
        const by = along(transform.x, transform.y) - factor * along(last.x, last.y);
        const aside = along(transform.y, transform.x) - along(last.y, last.x);
        if (Math.abs(factor - 1) > 1e-9) {
          last = transform;
          moved = true;
          trail = [];
          // Two taps end with a finger that leaves.
          const twice = /^(?:dblclick|touchend)$/.test(sourceEvent.type);
          if (twice && hands.fit(...place(sourceEvent, element))) return;
          // The place that both pictures have in common.
          hands.zoom(by / (1 - factor), 1 / factor, twice);
          return;
        }
        if (!moved && Math.hypot(by, aside) < SLIP) return;
        last = transform;
        moved = true;
        element.style.cursor = 'grabbing';
        hands.pan(-by / lengthOf(hands.plot()));
        const at = sourceEvent.timeStamp;
        trail = [...trail.filter((t) => at - t.at < RECENT), { place: along(transform.x, transform.y), at }];
      })
      .on('end', ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
        if (--gestures === 0) surface.property('__zoom', zoomIdentity);
        if (!/^(?:mouseup|touchend)$/.test(sourceEvent.type)) return;
        element.style.cursor = '';
        const [oldest, newest] = [trail[0], trail.at(-1)];
        // A pointer that rested before it let go throws nothing.
        if (!oldest || !newest || newest.at <= oldest.at || sourceEvent.timeStamp - newest.at > 50) return;
        hands.release((oldest.place - newest.place) / (newest.at - oldest.at) / lengthOf(hands.plot()));
      });

    const dragging = drag<HTMLElement, unknown, Held | null>()
      .filter((event: MouseEvent | TouchEvent) => !('button' in event && event.button))
      .container(() => element)
      .touchable(true)
      .clickDistance(SLIP)
      .subject((event: { sourceEvent: MouseEvent | TouchEvent; x: number; y: number }) => {
        const part = partAt(event.sourceEvent);
        if (part === null) return null;
        const over = hands.overview();
        // The window is held by where it was taken, everything else follows the pointer.
        const x = part === 'window' && over ? toX(hands.span().start, over) : event.x;
        return { part, x, y: event.y, moved: false } satisfies Held;
      })
      .on('drag', ({ subject, x, y }: D3DragEvent<HTMLElement, unknown, Held>) => {
        if (!subject.moved && Math.hypot(x - subject.x, y - subject.y) < SLIP) return;
        subject.moved = true;
        if (subject.part === 'select') {
          hands.brush(ordered(along(subject.x, subject.y), along(x, y)));
          return;
        }
        const over = hands.overview();
        if (over) hands.show(windowDragged(subject, x, hands.span(), over), false);
      })
      .on('end', ({ subject, x, y, sourceEvent }: D3DragEvent<HTMLElement, unknown, Held>) => {
        if (subject.part !== 'select') return;
        hands.brush(null);
        if (!subject.moved || /cancel$/.test(sourceEvent.type)) return;
        const { from, to } = ordered(along(subject.x, subject.y), along(x, y));
        const [plot, span] = [hands.plot(), hands.span()];
        const box = hands.down?.() ? { ...plot, x: plot.y, width: plot.height } : plot;
        hands.show({ start: timeIn(from, box, span), end: timeIn(to, box, span) }, true);
      });

    const yielding = (event: WheelEvent): boolean => !event.ctrlKey && !event.metaKey && hands.yields();

    const wheel = (event: WheelEvent): void => {
      if (!panning(event) || yielding(event)) return;
      event.preventDefault();
      const distance = isSideways(event) ? event.deltaX : event.deltaY;
      hands.pan((distance * pxPer(event, element)) / lengthOf(hands.plot()));
    };

    const hover = (event: PointerEvent): void => {
      if (event.buttons !== 0) return;
      const [x, y] = pointer(event, element);
      const part = overviewPart(x, y);
      element.style.cursor =
        part === null ? '' : part === 'window' ? 'grab' : part === 'draw' ? 'crosshair' : 'ew-resize';
      hands.hover(part === null ? { x, y } : null);
    };

    /** A click that no drag ended with; in the overview it brings the window there. */
    const click = (event: MouseEvent): void => {
      const [x, y] = pointer(event, element);
      const part = overviewPart(x, y);
      const over = hands.overview();
      if (part === null) hands.click(x, y);
      else if (part === 'draw' && over) {
        const { start, end } = hands.span();
        const to = toTime(x, over) - (end - start) / 2;
        hands.show({ start: to, end: to + end - start }, true);
      }
    };

    const surface = select(element)
      .call(dragging)
      .call(zooming)
      .on('wheel.chart', wheel, { passive: false })
      .on('click.chart', click)
      .on('pointermove.chart', hover)
      .on('pointerleave.chart', () => hands.hover(null))
      .on('pointerdown.chart', () => {
        hands.halt();
        hands.hover(null);
      });
    const letThrough = embedded ? scrollsPage(element) : () => {};
    return () => {
      letThrough();
      surface.on('.drag', null).on('.zoom', null).on('.chart', null);
    };
  };
}

/**
 * Leaves a finger that goes up or down to the page around: d3 would keep it. One that goes sideways, and two of them, are
 * the chart's.
 */
function scrollsPage(element: HTMLElement): () => void {
  let from: { readonly x: number; readonly y: number } | null = null;
  const start = ({ touches }: TouchEvent): void => {
    const [touch, another] = touches;
    from = touch && !another ? { x: touch.clientX, y: touch.clientY } : null;
  };
  const move = (event: TouchEvent): void => {
    const [touch] = event.touches;
    if (!from || !touch) return;
    const [dx, dy] = [Math.abs(touch.clientX - from.x), Math.abs(touch.clientY - from.y)];
    if (dx > SLIP && dx > dy) from = null;
    else event.stopImmediatePropagation();
  };
  // d3-drag keeps every finger for itself.
  element.style.touchAction = 'pan-y';
  element.addEventListener('touchstart', start, { capture: true, passive: true });
  element.addEventListener('touchmove', move, { capture: true });
  return () => {
    element.removeEventListener('touchstart', start, { capture: true });
    element.removeEventListener('touchmove', move, { capture: true });
  };
}

type Ends = { readonly start: number; readonly end: number };

/** The window after what is held of the overview was dragged to `x`. */
function windowDragged({ part, x: from }: Held, x: number, { start, end }: Ends, over: Box & Ends): Ends {
  switch (part) {
    case 'window-start':
      return { start: Math.min(toTime(x, over), end - LEAST), end };
    case 'window-end':
      return { start, end: Math.max(toTime(x, over), start + LEAST) };
    case 'draw': {
      const drawn = ordered(from, x);
      return { start: toTime(drawn.from, over), end: toTime(drawn.to, over) };
    }
    default: {
      const to = timeIn(x, over, over);
      return { start: to, end: to + end - start };
    }
  }
}

/** Where a mouse or the finger that has just come or gone is. */
const place = (event: MouseEvent | TouchEvent, element: Element): [number, number] =>
  pointer('changedTouches' in event ? event.changedTouches[0] : event, element);

const isSideways = (event: WheelEvent): boolean => Math.abs(event.deltaX) > Math.abs(event.deltaY);
const panning = (event: WheelEvent): boolean =>
  !event.ctrlKey && !event.metaKey && (isSideways(event) || event.shiftKey);
/** px that one step of a wheel is: it may count px, lines or pages. */
const pxPer = (event: WheelEvent, element: Element): number =>
  event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? element.clientHeight : 1;

const timeIn = (x: number, box: Box, { start, end }: Ends): number =>
  start + ((x - box.x) / box.width) * (end - start);
const toTime = (x: number, over: Box & Ends): number =>
  timeIn(Math.min(Math.max(x, over.x), over.x + over.width), over, over);
const toX = (time: number, over: Box & Ends): number =>
  over.x + ((time - over.start) / (over.end - over.start)) * over.width;
const ordered = (a: number, b: number) => ({ from: Math.min(a, b), to: Math.max(a, b) });
