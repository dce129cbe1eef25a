import { type Pattern, pattern } from './pattern.ts';

/** Named days. */
export const HOLIDAYS: readonly Pattern[] = [pattern('holiday', () => null)];
