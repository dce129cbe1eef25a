/**
 * Stands for d3-interpolate in the element: d3-zoom takes of it how to fly to another place, which it never does here, and
 * would bring the names of all colours along. `vite.config.ts` names this file in its place.
 */
export function interpolateZoom(): never {
  throw new Error('found a flight of d3-zoom, expected the view to glide by itself');
}
