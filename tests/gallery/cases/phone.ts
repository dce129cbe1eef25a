import { drawn } from '../case.ts';
import figures from './figures.ts';

export default drawn('The width of a phone.', figures.collection, { width: 390, height: 844 });
