import type { Model } from './model.ts';

/** What a key moves by, as a share of the view, and how it zooms. */
const STEP = 0.15;
const ZOOM = 1.5;

/** What keys ask for beyond the view. */
export interface Verbs {
  /** So many events on. */
  step(by: number): void;
  /** Opens the passages of the chosen event. */
  enter(): void;
  /** Begins to tell the story, or ends it. */
  tell(): void;
  /** To the search; null where there is none. */
  readonly search: (() => void) | null;
}

/**
 * What a key does; null for one that does nothing here.
 * @param onChart whether the chart has the keys, and no button or panel that needs some itself.
 */
export function keyVerb(key: string, model: Model, verbs: Verbs, onChart: boolean): (() => void) | null {
  const { view } = model;
  switch (key) {
    case '+':
    case '=':
      return () => view.zoom(view.middle, 1 / ZOOM, true);
    case '-':
      return () => view.zoom(view.middle, ZOOM, true);
    case '0':
      return () => model.showAll(true);
    case 'f':
      return () => {
        const event = model.event(model.selected);
        if (event) view.fit(event.time, true);
      };
    case 'j':
      return () => verbs.step(1);
    case 'k':
      return () => verbs.step(-1);
    case 's':
      return model.story.length > 0 ? () => verbs.tell() : null;
    case '/':
      return verbs.search;
  }
  if (!onChart) return null;
  switch (key) {
    case 'ArrowLeft':
      return () => view.pan(-STEP, true);
    case 'ArrowRight':
      return () => view.pan(STEP, true);
    case 'ArrowDown':
      return () => verbs.step(1);
    case 'ArrowUp':
      return () => verbs.step(-1);
    case 'PageDown':
      return () => verbs.step(10);
    case 'PageUp':
      return () => verbs.step(-10);
    case 'Home':
      return () => verbs.step(Number.NEGATIVE_INFINITY);
    case 'End':
      return () => verbs.step(Number.POSITIVE_INFINITY);
    case 'Enter':
    case ' ':
      return () => verbs.enter();
    default:
      return null;
  }
}
