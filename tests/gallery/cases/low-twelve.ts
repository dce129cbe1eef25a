import { drawn } from '../case.ts';
import { quays } from '../quays.ts';

export default drawn('Twelve lanes on a low screen: the smallest are thin lines.', quays(12), {
  width: 1280,
  height: 600,
});
