import type { Clause } from '../clauses.ts';
import type { Token } from '../language.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { join } from './length.ts';
import type { Subject } from './subject.ts';

/** The verb as a headline has it. */
export function verbWords({ tokens, status }: Occurrence, clause: Clause, { text, plural }: Subject): string {
  const { verb } = clause;
  const main = tokens[verb.last];
  if (!main) return '';
  // "would die in 1940" has happened, "would open in May" may still be ahead.
  if (verb.tense === 'modal') {
    const lead = status === 'happened' ? '' : status === 'hypothetical' ? 'may' : 'to';
    if (verb.passive) return join(lead, lead === '' ? '' : 'be', main.lower);
    return lead === '' ? present(verb.lemma, plural) : `${lead} ${verb.lemma}`;
  }
  // "2013 | Programme cancelled | 3 million": a line of a table leaves the helper out.
  if (tokens[verb.last + 1]?.text === '|' && verb.tense === 'past') return main.lower;
  // Nobody is named: "Laid off a third of the staff" is a headline, "Lays off" is not.
  const bare = text === '' && !verb.passive && verb.tense === 'past' && verb.lemma !== 'be';
  const alone = bare ? main.text : verbAlone(tokens, clause, plural);
  return join(alone, particleOf(tokens, clause));
}

/** "took over", "burned down": the small word belongs to the verb when no noun follows it. */
export function particleOf(tokens: readonly Token[], { verb }: Clause): string {
  const word = tokens[verb.last + 1];
  const next = tokens[verb.last + 2];
  if (!word) return '';
  // "were applied for in May": a passive may end in a preposition.
  const left = verb.passive && word.pos === 'ADP' && (next?.pos === 'ADP' || next?.pos === 'PUNCT');
  if (left && /^(?:for|to|upon|on|with|at|of)$/.test(word.lower)) return word.lower;
  if (!/^(?:up|down|over|out|off|away|back|apart|in|aboard)$/.test(word.lower)) return '';
  return !next || next.pos === 'ADP' || next.pos === 'PUNCT' || next.pos === 'CCONJ' ? word.lower : '';
}

/** Third person of the present: `carry` → `carries`. */
export function present(lemma: string, plural: boolean): string {
  if (plural) return lemma;
  if (lemma === 'have') return 'has';
  if (lemma === 'do' || lemma === 'go') return `${lemma}es`;
  if (/(?:s|x|z|ch|sh)$/.test(lemma)) return `${lemma}es`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return `${lemma}s`;
}

function verbAlone(tokens: readonly Token[], clause: Clause, plural: boolean): string {
  const { verb } = clause;
  const main = tokens[verb.last];
  if (!main) return '';
  if (verb.tense === 'participle') return main.text.toLowerCase();
  if (verb.tense === 'future') return verb.passive ? `to be ${main.lower}` : `to ${verb.lemma}`;
  if (verb.passive) return main.lower;
  if (verb.lemma === 'be' && /^(?:to|due)$/.test(tokens[verb.last + 1]?.lower ?? '')) return '';
  if (verb.lemma === 'be')
    return verb.perfect ? (plural ? 'have been' : 'has been') : (tokens[verb.first]?.lower ?? 'was');
  if (verb.tense === 'gerund' || verb.tense === 'past' || verb.perfect || verb.progressive)
    return present(verb.lemma, plural);
  return main.lower;
}
