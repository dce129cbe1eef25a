import { drawn } from '../case.ts';
import hundreds from './five-hundred.ts';

export default drawn(
  'A poster: time goes on in the next band until every event is named.',
  hundreds.collection,
  {
    layout: 'poster',
  },
);
