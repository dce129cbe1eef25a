import { drawn } from '../case.ts';
import ranges from './ranges-in-ranges.ts';

export default drawn(
  'Time from top to bottom on a phone, with spans, open ends and titles of two lines.',
  ranges.collection,
  {
    layout: 'vertical',
    width: 390,
  },
);
