import { drawn } from '../case.ts';
import { quays } from '../quays.ts';

export default drawn(
  'Forty lanes on a low screen: the largest have their own, the others share one.',
  quays(40),
  {
    width: 1280,
    height: 600,
  },
);
