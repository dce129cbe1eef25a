import type { Block } from '../reading.ts';
import type { Found } from './find.ts';

const OPENS_SPEECH = /^\s*[“"‘'«„]/;
/** Of ten paragraphs of a novel five open with speech, of ten of a newspaper two do. */
const SHARE = 0.4;
const LEAST = 5;

/**
 * Whether a text is a tale: characters talk in most of its paragraphs and it prints no year. Their "tomorrow" and their
 * Christmas have no place on our calendar, whatever day the text itself is of.
 */
export function isTale(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
): boolean {
  const prose = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'quote');
  if (prose.length < LEAST) return false;
  const spoken = prose.filter(({ start, end }) =>
    OPENS_SPEECH.test(text.slice(start, Math.min(end, start + 8))),
  );
  if (spoken.length < SHARE * prose.length) return false;
  return found.every((each) =>
    each.every(({ said }) => said.year === undefined && said.within?.year === undefined),
  );
}
