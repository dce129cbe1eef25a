import { drawn } from '../case.ts';
import { quays } from '../quays.ts';

export default drawn('Forty lanes on a phone.', quays(40), {
  width: 390,
  height: 844,
});
