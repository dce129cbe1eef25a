import { toDays } from '../../../src/model/days.ts';
import { drawn } from '../case.ts';
import ten from './ten-on-a-day.ts';

const day = toDays(1911, 8, 29);

export default drawn(
  'One day fills the view: what is known to the day is as wide as the day.',
  ten.collection,
  {
    from: day - 0.25,
    to: day + 1.25,
  },
);
