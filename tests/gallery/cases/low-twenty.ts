import { drawn } from '../case.ts';
import { quays } from '../quays.ts';

export default drawn('Twenty lanes on a low screen: the smallest share one.', quays(20), {
  width: 1280,
  height: 600,
});
