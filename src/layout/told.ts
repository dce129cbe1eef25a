import type { TimelineEvent } from '../model/event.ts';
import { dateInWords } from '../model/words.ts';

const spoken = new WeakMap<TimelineEvent, { readonly locale: string; readonly words: string }>();

/** Title and date in words, for who reads the picture's text. Remembered: writing a date costs more than drawing the event. */
export function told(event: TimelineEvent, locale: string): string {
  const known = spoken.get(event);
  if (known?.locale === locale) return known.words;
  const said = `${event.title} — ${dateInWords(event.time, locale)}`;
  spoken.set(event, { locale, words: said });
  return said;
}
