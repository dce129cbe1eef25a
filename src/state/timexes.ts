export { TimexReader } from '../worker/timexes.ts';
