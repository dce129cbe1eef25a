import { drawn } from '../case.ts';
import silence from './long-silence.ts';

export default drawn('A poster with four centuries of which nothing is told.', silence.collection, {
  layout: 'poster',
});
