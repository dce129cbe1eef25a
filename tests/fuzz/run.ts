import { type Fault, tryInput } from './fuzz.ts';

/** What is told of a run: how far it is, with what went wrong since. */
export interface Report {
  readonly next: number;
  readonly faults: readonly Fault[];
}

const [seed = 1, from = 0, to = 1000] = process.argv.slice(2).map(Number);
let faults: Fault[] = [];
for (let input = from; input < to; input++) {
  // Told before each: when it hangs, the number is the one that does.
  if (input % 50 === 0) {
    process.send?.({ next: input, faults } satisfies Report);
    faults = [];
  }
  faults.push(...(await tryInput(seed, input)));
}
process.send?.({ next: to, faults } satisfies Report);
process.disconnect?.();
