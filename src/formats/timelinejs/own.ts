import { parseEvent } from '../../model/parse.ts';
import { type EventList, type Line, readEvents } from '../events.ts';
import { datesOf, html } from './write.ts';

/** The field in which a slide of ours carries its event whole. */
const OWN = 'dateline_event';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The events of a timeline that we wrote, whole.
 * @returns null where a slide is somebody else's, or its title or dates were changed since.
 */
export function readOwnSlides(slides: readonly unknown[], name: string): EventList | null {
  const lines: Line[] = [];
  for (const [i, slide] of slides.entries()) {
    const fields = (slide ?? {}) as Fields;
    const parsed = parseEvent(fields[OWN], '');
    if ('problems' in parsed) return null;
    const { from, to } = datesOf(parsed.event.time);
    const text = (fields.text ?? {}) as Fields;
    const same =
      text.headline === html(parsed.event.title) &&
      isSame(fields.start_date, from) &&
      isSame(fields.end_date ?? null, to);
    if (!same) return null;
    lines.push({ line: i + 1, value: parsed.event });
  }
  return lines.length > 0 ? readEvents(lines, name) : null;
}

/** Whoever keeps such files may write the fields in another order. */
function isSame(found: unknown, expected: object | null): boolean {
  if (expected === null || typeof found !== 'object' || found === null) return found === expected;
  const [a, b] = [Object.entries(found), new Map(Object.entries(expected))];
  return a.length === b.size && a.every(([field, value]) => b.get(field) === value);
}
