import { DARK } from '../../../src/scene/theme.ts';
import { drawn } from '../case.ts';
import hundreds from './five-hundred.ts';

export default drawn(
  '500 events on one tall page: the foremost are named, all are marked.',
  hundreds.collection,
  {
    layout: 'vertical',
    width: 900,
    height: 1400,
    theme: DARK,
  },
);
