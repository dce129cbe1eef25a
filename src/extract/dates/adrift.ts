import type { Standing } from './counted.ts';
import { edtfOf, shifted } from './point.ts';
import type { Chosen } from './walk.ts';

/** It stood empty for years; after many years; years went by. */
const PASSED = /\b(?:for|after|over|of|took)\s+(?:the\s+)?$/i;
/** So sure is a month of which the year was last named before years of unknown number went by. */
const LOST = 0.4;

/**
 * Where a story lets years go by without saying how many, "it stood empty for years", the month that is told next lies
 * in no year that the text names: its date is kept, but little trusted, until a year is printed again. Linear.
 * @returns parallel to `chosen`.
 */
export function castAdrift(text: string, standing: readonly Standing[], chosen: readonly Chosen[]): Chosen[] {
  let since = -1;
  return chosen.map((each, i) => {
    const { found, step } = standing[i]!;
    const { said } = step;
    if (each.reading.explicit && each.reading.point) since = -1;
    if (step.heads || step.restart) since = -1;
    const years = said.type === 'DURATION' && said.unit === 'year' && said.count === null && !said.stretch;
    if (years && step.regime === 'narrative' && PASSED.test(text.slice(found.start - 12, found.start))) {
      since = i;
      return each;
    }
    const { point } = each.reading;
    const fromStory =
      said.month !== undefined && said.year === undefined && !said.within && said.step === undefined;
    const onward = since >= 0 && standing[since]!.sentence.start !== standing[i]!.sentence.start;
    if (!onward || !fromStory || step.regime !== 'narrative' || !point) return each;
    const later = edtfOf(shifted(point, 1, 'year')).edtf;
    const reason = 'or any later year: it is not said how many went by';
    return {
      ...each,
      sure: Math.min(each.sure ?? 1, LOST),
      doubts: [...(each.doubts ?? []), { edtf: later, reason }],
    };
  });
}
