import type { Attachment } from 'svelte/attachments';

/** What a hand on the name of a lane, or on its lower border, may do. */
export interface LaneHands {
  /** It has begun to move; false: there is nothing to be moved. */
  begin(): boolean;
  /** By how much it has moved since it began, and where it is along its way; px of the page. */
  move(by: number, at: number): void;
  /** It has let go. */
  end(): void;
  /** It was called off, by Esc or by the system. */
  cancel(): void;
  /** It has pressed and not moved, once or twice. */
  press?(): void;
  pressTwice?(): void;
}

/** px that a pointer may move and still click. */
const SLIP = 4;
/** A finger that rests so long takes hold, ms; one that moves before pans the chart. */
const REST = 350;

/**
 * Up and down, or sideways, along one element that lies on the chart, with a mouse, a pen or a finger. The chart beneath does not feel
 * what is meant for the lane; a finger that goes on at once is the chart's. Everything is listened for on the element
 * itself, since what is stopped there never comes to those who listen further out.
 */
export function laneDrag(hands: LaneHands, sideways = false): Attachment<HTMLElement> {
  const along = (event: PointerEvent): number => (sideways ? event.clientX : event.clientY);
  const aside = (event: PointerEvent): number => (sideways ? event.clientY : event.clientX);
  return (element) => {
    let from: {
      readonly id: number;
      readonly along: number;
      readonly aside: number;
      readonly finger: boolean;
    } | null = null;
    let holds = false;
    let moved = false;
    let timer = 0;

    const release = (): void => {
      clearTimeout(timer);
      const id = from?.id;
      from = null;
      holds = false;
      window.removeEventListener('keydown', callOff, true);
      for (const [type, run] of Object.entries(following))
        window.removeEventListener(type, run as EventListener);
      if (id !== undefined && element.hasPointerCapture(id)) element.releasePointerCapture(id);
    };
    const take = (): void => {
      if (!from || !hands.begin()) return;
      holds = true;
      window.addEventListener('keydown', callOff, true);
    };
    const callOff = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      hands.cancel();
      release();
    };

    /** Listened for on the window: a lane that changes places in the document lets go of its pointer. */
    const following: Readonly<Record<string, (event: PointerEvent) => void>> = {
      pointermove: (event) => {
        if (event.pointerId !== from?.id) return;
        const by = along(event) - from.along;
        if (!holds) {
          if (Math.hypot(by, aside(event) - from.aside) < SLIP) return;
          if (from.finger) release();
          else take();
        }
        if (!holds) return;
        moved = true;
        hands.move(by, along(event));
      },
      pointerup: (event) => {
        if (event.pointerId !== from?.id) return;
        if (holds) hands.end();
        release();
      },
      pointercancel: (event) => {
        if (event.pointerId !== from?.id) return;
        if (holds) hands.cancel();
        release();
      },
    };

    const listeners: Readonly<Record<string, (event: PointerEvent) => void>> = {
      pointerdown: (event) => {
        if (event.button !== 0 || from) return;
        const finger = event.pointerType === 'touch';
        from = { id: event.pointerId, along: along(event), aside: aside(event), finger };
        moved = false;
        for (const [type, run] of Object.entries(following))
          window.addEventListener(type, run as EventListener);
        if (finger) timer = window.setTimeout(take, REST);
        // A quick hand is off the element before it has moved once.
        else element.setPointerCapture(event.pointerId);
      },
      mousedown: (event) => event.stopPropagation(),
      touchmove: (event) => {
        if (holds) event.stopPropagation();
      },
      click: (event) => {
        event.stopPropagation();
        // The click that ends a drag presses nothing.
        if (!moved) hands.press?.();
        moved = false;
      },
      dblclick: (event) => {
        event.stopPropagation();
        hands.pressTwice?.();
      },
      contextmenu: (event) => {
        // A finger that rests means the lane.
        if (holds) event.preventDefault();
      },
    };
    for (const [type, run] of Object.entries(listeners)) element.addEventListener(type, run as EventListener);
    return () => {
      release();
      for (const [type, run] of Object.entries(listeners)) {
        element.removeEventListener(type, run as EventListener);
      }
    };
  };
}

/** A button on the chart, which does not feel what is pressed there. */
export const pressOnly = (press: () => void): Attachment<HTMLElement> =>
  laneDrag({ begin: () => false, move: () => {}, end: () => {}, cancel: () => {}, press });
