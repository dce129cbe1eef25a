import { drawn } from '../case.ts';
import disagreement from './figures-disagree.ts';

export default drawn(
  'Time from top to bottom with a column for each unit: bars as high as their periods are long, what disagrees dashed and held together.',
  disagreement.collection,
  { layout: 'vertical', width: 1000 },
);
