import { chronology } from '../../texts/texts.json';
import { columnOf, type Wording, wording } from '../../texts/wording.ts';

/** The words of chronologies and calendars in one language. */
export type ChronologyWords = Wording<typeof chronology>;

/** @param locale BCP 47 tag; English where there are no texts in its language. */
export const chronologyWords = (locale: string): ChronologyWords =>
  wording(chronology, columnOf(chronology, locale));
