import { drawn } from '../case.ts';
import { quays } from '../quays.ts';

export default drawn(
  'Twenty lanes on a phone: no title touches another, and what has no room shares a lane.',
  quays(20),
  {
    width: 390,
    height: 844,
  },
);
