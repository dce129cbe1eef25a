import type { StepName, StepVerb } from '../model/step.ts';
import { steps } from '../texts/texts.json';
import { speech } from './language.svelte.ts';

/** A step's name in words of the page's language: `merge 3 events`, `confirm “The mill burns”`. */
export function stepInWords({ verb, count, what }: StepName): string {
  const words = speech.say(steps);
  const named: Partial<Record<StepVerb, (what: string, n: number) => string>> = words.named;
  const counted: Record<StepVerb, string | ((n: number) => string)> = words.counted;
  const name = what === undefined ? null : named[verb];
  if (name && what !== undefined) return name(what, count);
  const said = counted[verb];
  return typeof said === 'string' ? said : said(count);
}
