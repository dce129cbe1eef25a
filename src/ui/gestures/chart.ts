import type { Attachment } from 'svelte/attachments';
import type { Box } from '../../scene/scene.ts';

/** What the gestures need to know and may do. Places are px from the picture's left top corner. */
export interface Hands {
  /** Where time runs and where the overview is, now. */
  readonly plot: () => Box;
  readonly overview: () => (Box & { readonly start: number; readonly end: number }) | null;
  readonly span: () => { readonly start: number; readonly end: number };
  /** The span becomes `factor` times as long around a place. */
  zoom(x: number, factor: number, glide: boolean): void;
  /** Moves by a share of the span. */
  pan(share: number): void;
  show(span: { start: number; end: number }, glide: boolean): void;
  /** Lets go while moving, in shares of the span per ms. */
  release(speed: number): void;
  halt(): void;
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
/** A window drawn in the overview is at least this wide, px. */
const LEAST_WINDOW = 3;
/** How much longer the span gets per px of wheel: 500 px double or halve it, however many events bring them. */
const PER_PX = 1 / 500;

type Mode = 'pan' | 'select' | 'pinch' | 'window' | 'window-start' | 'window-end' | 'draw';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Wheel, drag, pinch, double click, shift-drag and the overview's window, on one element. */
export function chartGestures(hands: Hands): Attachment<HTMLElement> {
  return (element) => {
    const pointers = new Map<number, Place>();
    let mode: Mode | null = null;
    let from: Place = { x: 0, y: 0 };
    let moved = false;
    /** Where the pointer was of late, for the speed at which it lets go. */
    let trail: { x: number; at: number }[] = [];
    let offset = 0;

    const place = (event: MouseEvent): Place => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };

    /** Which part of the overview a place is on. */
    const overviewPart = ({ x, y }: Place): Mode | null => {
      const over = hands.overview();
      if (
        !over ||
        y < over.y ||
        y > over.y + over.height ||
        x < over.x - GRIP ||
        x > over.x + over.width + GRIP
      ) {
        return null;
      }
      const left = toX(hands.span().start, over);
      const right = toX(hands.span().end, over);
      const narrow = right - left < 3 * GRIP;
      if (narrow && x > left - GRIP && x < right + GRIP) {
        // A window too narrow to hold three places is taken by its middle third, its edges from outside.
        if (x >= left - 1 && x <= right + 1) return 'window';
        return x < left ? 'window-start' : 'window-end';
      }
      if (Math.abs(x - left) <= GRIP) return 'window-start';
      if (Math.abs(x - right) <= GRIP) return 'window-end';
      if (x > left && x < right) return right - left > over.width * 0.98 ? 'draw' : 'window';
      return 'draw';
    };

    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? element.clientHeight : 1;
      const dx = event.deltaX * unit;
      const dy = event.deltaY * unit;
      const sideways = Math.abs(dx) > Math.abs(dy);
      if (!event.ctrlKey && !event.metaKey && (sideways || event.shiftKey)) {
        hands.pan((sideways ? dx : dy) / hands.plot().width);
        return;
      }
      // A pinch on a trackpad arrives as a wheel with ctrl and small numbers.
      const strength = event.ctrlKey && event.deltaMode === 0 ? 5 : 1;
      hands.zoom(place(event).x, 2 ** (dy * PER_PX * strength), false);
    };

    const down = (event: PointerEvent): void => {
      if (event.pointerType === 'mouse' && event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, place(event));
      hands.halt();
      hands.hover(null);
      if (pointers.size === 2) {
        mode = 'pinch';
        moved = true;
        hands.brush(null);
        return;
      }
      from = place(event);
      moved = false;
      trail = [{ x: from.x, at: event.timeStamp }];
      mode = overviewPart(from) ?? (event.shiftKey ? 'select' : 'pan');
      const over = hands.overview();
      if (over && mode.startsWith('window')) offset = toTime(from.x, over) - hands.span().start;
    };

    const move = (event: PointerEvent): void => {
      const now = place(event);
      if (pointers.size === 0) {
        const part = overviewPart(now);
        element.style.cursor =
          part === null ? '' : part === 'window' ? 'grab' : part === 'draw' ? 'crosshair' : 'ew-resize';
        hands.hover(part === null ? now : null);
        return;
      }
      const before = pointers.get(event.pointerId);
      if (!before) return;
      pointers.set(event.pointerId, now);
      if (mode === 'pinch') {
        pinch(event.pointerId, before, now);
        return;
      }
      if (!moved && Math.hypot(now.x - from.x, now.y - from.y) < SLIP) return;
      const first = !moved;
      moved = true;
      const over = hands.overview();
      const { start, end } = hands.span();
      switch (mode) {
        case 'pan':
          element.style.cursor = 'grabbing';
          hands.pan(-(now.x - (first ? from.x : before.x)) / hands.plot().width);
          trail = [...trail.filter((t) => event.timeStamp - t.at < 80), { x: now.x, at: event.timeStamp }];
          break;
        case 'select':
          hands.brush(ordered(from.x, now.x));
          break;
        case 'window': {
          const to = over ? toTime(now.x, over) - offset : start;
          hands.show({ start: to, end: to + end - start }, false);
          break;
        }
        case 'window-start':
          if (over) hands.show({ start: Math.min(toTime(now.x, over), end - 1 / 24), end }, false);
          break;
        case 'window-end':
          if (over) hands.show({ start, end: Math.max(toTime(now.x, over), start + 1 / 24) }, false);
          break;
        case 'draw':
          if (over && Math.abs(now.x - from.x) >= LEAST_WINDOW) {
            const drawn = ordered(from.x, now.x);
            hands.show({ start: toTime(drawn.from, over), end: toTime(drawn.to, over) }, false);
          }
          break;
      }
    };

    const pinch = (id: number, before: Place, now: Place): void => {
      const other = [...pointers].find(([key]) => key !== id)?.[1];
      if (!other) return;
      const distance = Math.max(Math.hypot(before.x - other.x, before.y - other.y), 10);
      const next = Math.max(Math.hypot(now.x - other.x, now.y - other.y), 10);
      // The middle of the fingers keeps its time: first carry it along, then zoom around where it is now.
      hands.pan(-(now.x - before.x) / 2 / hands.plot().width);
      hands.zoom((now.x + other.x) / 2, distance / next, false);
    };

    const up = (event: PointerEvent): void => {
      if (!pointers.delete(event.pointerId)) return;
      element.style.cursor = '';
      const cancelled = event.type === 'pointercancel';
      if (mode === 'pinch') {
        // The finger that stays goes on panning, without a jump.
        const [left] = pointers.values();
        if (left) {
          mode = 'pan';
          from = left;
          trail = [];
        } else mode = null;
        return;
      }
      const now = place(event);
      const finished = mode;
      mode = null;
      if (finished === 'select') {
        hands.brush(null);
        if (moved && !cancelled) {
          const plot = hands.plot();
          const { from: a, to: b } = ordered(from.x, now.x);
          hands.show({ start: timeIn(a, plot, hands.span()), end: timeIn(b, plot, hands.span()) }, true);
        }
      } else if (!moved && !cancelled) {
        if (finished === 'draw') centre(now);
        else if (finished === 'pan') hands.click(now.x, now.y);
      } else if (finished === 'pan' && !cancelled) {
        const oldest = trail.find((t) => event.timeStamp - t.at < 80);
        const newest = trail.at(-1);
        if (oldest && newest && newest.at > oldest.at && event.timeStamp - newest.at < 50) {
          const speed = (newest.x - oldest.x) / (newest.at - oldest.at);
          hands.release(-speed / hands.plot().width);
        }
      }
    };

    /** A click in the overview brings the window there. */
    const centre = ({ x }: Place): void => {
      const over = hands.overview();
      if (!over) return;
      const { start, end } = hands.span();
      const middle = toTime(x, over);
      hands.show({ start: middle - (end - start) / 2, end: middle + (end - start) / 2 }, true);
    };

    const double = (event: MouseEvent): void => {
      const at = place(event);
      if (overviewPart(at) === null) hands.zoom(at.x, event.shiftKey ? 2 : 0.5, true);
    };

    const leave = (): void => hands.hover(null);

    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('dblclick', double);
    return () => {
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('dblclick', double);
    };
  };
}

type Ends = { readonly start: number; readonly end: number };

const timeIn = (x: number, box: Box, { start, end }: Ends): number =>
  start + ((x - box.x) / box.width) * (end - start);
const toTime = (x: number, over: Box & Ends): number =>
  timeIn(Math.min(Math.max(x, over.x), over.x + over.width), over, over);
const toX = (time: number, over: Box & Ends): number =>
  over.x + ((time - over.start) / (over.end - over.start)) * over.width;
const ordered = (a: number, b: number) => ({ from: Math.min(a, b), to: Math.max(a, b) });
