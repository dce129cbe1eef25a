import { drawn } from '../case.ts';
import before from './before-christ.ts';

export default drawn('Dates and words in German.', before.collection, { locale: 'de' });
