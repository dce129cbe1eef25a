import { drawn } from '../case.ts';
import ten from './ten-on-a-day.ts';

export default drawn('Time from top to bottom: ten of one day fan out to their titles.', ten.collection, {
  layout: 'vertical',
  width: 720,
});
