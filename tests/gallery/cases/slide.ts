import { drawn } from '../case.ts';
import ranges from './ranges-in-ranges.ts';

export default drawn('The size of a slide.', ranges.collection, {
  ...ranges.options,
  width: 1920,
  height: 1080,
});
