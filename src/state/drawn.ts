/** What lays the chart out. It is loaded beside the page, which stands before there is anything to draw. */
export { layoutTimeline } from '../layout/timeline.ts';
export { indexHits } from '../scene/hit.ts';
export { foldControls } from './foldControls.ts';
export { rehearsal } from './rehearsal.ts';
