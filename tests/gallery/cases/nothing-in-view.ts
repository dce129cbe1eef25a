import { drawn } from '../case.ts';
import five from './five.ts';

export default drawn(
  'A stretch of time in which nothing is told: lanes and axis, no mark.',
  five.collection,
  {
    from: -11_000,
    to: -10_000,
  },
);
