import { drawn } from '../case.ts';
import ranges from './ranges-in-ranges.ts';

export default drawn(
  'The size of a slide: letters a third larger, rows and lanes with more air, no half page of empty paper below them.',
  ranges.collection,
  {
    ...ranges.options,
    width: 1920,
    height: 1080,
    scale: 1.33,
  },
);
