import { AS_GIVEN } from '../../../src/layout/arrangement.ts';
import { drawn } from '../case.ts';
import courts from './five-hundred.ts';

export default drawn(
  'Two lanes collapsed to a line with their density, one moved to the top, one made tall.',
  courts.collection,
  {
    lanes: { ...AS_GIVEN, order: ['appeals'], collapsed: ['hearings', 'letters'], heights: { rulings: 300 } },
    height: 900,
  },
);
