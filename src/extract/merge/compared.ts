import type { Occurrence } from '../occurrences/occurrence.ts';
import { contentWords } from '../words.ts';
import { deedOf } from './deeds.ts';
import type { Telling } from './telling.ts';

/** What an occurrence is compared by with others: its deed, words and names, without those of its date. */
export function comparedBy(occurrence: Occurrence, title: string): Pick<Telling, 'deed' | 'words' | 'names'> {
  const { tokens, core, kind, head } = occurrence;
  const aside = isAside(occurrence);
  const names = new Set<string>();
  const told: string[] = [];
  for (let i = core[0]; i <= core[1]; i++) {
    const t = tokens[i];
    if (!t || aside(i)) continue;
    told.push(t.text);
    // At the start of a sentence a capital says nothing.
    if (t.capital && (t.pos === 'PROPN' || (i > 0 && /^(?:NOUN|ADJ|VERB)$/.test(t.pos)))) names.add(t.lower);
  }
  return {
    deed: kind === 'headline' ? '' : deedOf(head, nounsIn(occurrence)),
    words: contentWords(`${title} ${told.join(' ')}`),
    names,
  };
}

/** Whether a token of an occurrence belongs to its date, or to the agency in brackets that it opens with. */
function isAside({ tokens, core, dated, timed }: Occurrence): (i: number) => boolean {
  const dates = [...dated, ...timed];
  const close =
    tokens[core[0]]?.text === '(' ? tokens.findIndex((t, i) => i > core[0] && t.text === ')') : -1;
  return (i) => i <= close || dates.some(([first, last]) => i >= first && i <= last);
}

/** The nouns that tell an occurrence, in base form: those behind its verb first, then those of its subject. */
function nounsIn({ tokens, core, clause }: Occurrence): string[] {
  const verb = clause?.verb.last ?? core[0] - 1;
  const nouns = (from: number, to: number) => {
    const own = tokens.slice(Math.max(0, from), to + 1);
    const beside = own.findIndex((t) => BESIDE.has(t.lower));
    return own.slice(0, beside < 0 ? own.length : beside).flatMap((t) => (t.pos === 'NOUN' ? [t.lemma] : []));
  };
  const [first, last] = clause?.subject ?? [core[0], verb];
  return [...nouns(verb + 1, core[1]), ...nouns(first, last)];
}

/** What follows them is another event, beside which this one happens. */
const BESIDE = new Set('before after since amid during despite following until'.split(' '));
