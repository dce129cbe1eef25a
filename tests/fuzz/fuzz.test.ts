import { expect, test } from 'vitest';
import { tryInput } from './fuzz.ts';

/** A slice; `npm run eval -- fuzz` has the whole. */
const INPUTS = 300;

test('whatever a file holds, it is read or refused, and what is read can be shown', async () => {
  const faults = [];
  for (let input = 0; input < INPUTS; input++) faults.push(...(await tryInput(1, input)));
  expect(faults).toEqual([]);
}, 60_000);
