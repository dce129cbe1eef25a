import { DARK } from '../../../src/scene/theme.ts';
import { drawn } from '../case.ts';
import planned from './planned.ts';

export default drawn('The dark theme.', planned.collection, { ...planned.options, theme: DARK });
