import { AS_GIVEN } from '../../../src/layout/arrangement.ts';
import { OTHERS } from '../../../src/store/laneKeys.ts';
import { drawn } from '../case.ts';
import houses from './by-actor.ts';

export default drawn(
  'A column for each house, their names beside lines that none of them crosses; all other houses are a thin line.',
  houses.collection,
  {
    layout: 'vertical',
    width: 900,
    height: 1200,
    lanes: { ...AS_GIVEN, by: 'actor', order: 'size', collapsed: [OTHERS] },
  },
);
