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
  const alone = bare ? main.text : verbAlone(tokens, clause, plural, text !== '');
  // "has twice raised": how often, with whom or how openly is part of it.
  const how = tokens.slice(verb.first, verb.last).find((t) => HOW.test(t.lower));
  return join(how?.lower ?? '', alone, particleOf(tokens, clause));
}

const HOW = /^(?:twice|again|jointly|publicly|secretly|officially)$/;

/** "took over", "burned down": the small word belongs to the verb when no noun follows it. */
export function particleOf(tokens: readonly Token[], { verb }: Clause): string {
  const word = tokens[verb.last + 1];
  const next = tokens[verb.last + 2];
  if (!word) return '';
  // "were applied for in May": a passive may end in a preposition.
  const left = verb.passive && word.pos === 'ADP' && (next?.pos === 'ADP' || next?.pos === 'PUNCT');
  if (left && /^(?:for|to|upon|on|with|at|of)$/.test(word.lower)) return word.lower;
  if (!/^(?:up|down|over|out|off|away|back|apart|in|aboard)$/.test(word.lower)) return '';
  // "was set up yesterday", "broke down on Friday": nor when only a time follows.
  const timed = /^(?:yesterday|today|tomorrow|last|next|this|\w+day|early|late|again|soon|then)$/.test(
    next?.lower ?? '',
  );
  // "said in early May"
  if (word.lower === 'in' && /^(?:early|late)$/.test(next?.lower ?? '')) return '';
  // "died in and around the mill"
  if (next?.pos === 'CCONJ' && tokens[verb.last + 3]?.pos === 'ADP') return '';
  return !next || timed || next.pos === 'ADP' || next.pos === 'PUNCT' || next.pos === 'CCONJ'
    ? word.lower
    : '';
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

/** "Six men admitted with fever": as notes tell it, without the helper; such a verb has an object or is passive. */
const isNoted = (tokens: readonly Token[], { verb, subject }: Clause): boolean =>
  verb.tense === 'past' &&
  !verb.perfect &&
  verb.first === verb.last &&
  subject !== null &&
  TRANSITIVE.has(verb.lemma) &&
  /^(?:ADP|PUNCT)$/.test(tokens[verb.last + 1]?.pos ?? 'PUNCT');

const TRANSITIVE = new Set(
  'admit appoint elect bury arrest kill wound injure evacuate rescue deploy award publish detain sentence crown baptise baptize hospitalise hospitalize vaccinate isolate restore repair demolish found'.split(
    ' ',
  ),
);

function verbAlone(tokens: readonly Token[], clause: Clause, plural: boolean, named: boolean): string {
  const { verb } = clause;
  const main = tokens[verb.last];
  if (!main) return '';
  if (verb.tense === 'participle') return main.text.toLowerCase();
  if (verb.tense === 'future') return verb.passive ? `to be ${main.lower}` : `to ${verb.lemma}`;
  if (verb.passive || isNoted(tokens, clause)) return main.lower;
  if (verb.lemma === 'be' && /^(?:to|due)$/.test(tokens[verb.last + 1]?.lower ?? '')) return '';
  if (verb.lemma === 'be')
    // "has been under sanctions since May": how it is says what stands behind it.
    return verb.perfect && tokens[verb.last + 1]?.pos === 'ADP'
      ? ''
      : verb.perfect
        ? plural
          ? 'have been'
          : 'has been'
        : (tokens[verb.first]?.lower ?? 'was');
  if (verb.tense === 'gerund' || verb.tense === 'past' || verb.perfect || verb.progressive)
    return present(verb.lemma, plural);
  // "I leave on Monday": by name it is "leaves".
  if (/^(?:i|we)$/.test(tokens[clause.subject?.[0] ?? -1]?.lower ?? '') && named)
    return present(verb.lemma, plural);
  return main.lower;
}
