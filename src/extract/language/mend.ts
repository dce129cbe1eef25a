import { DO, MODAL, PAST_ONLY, WILL } from './forms.ts';
import { mistaken } from './mistaken.ts';
import { baseOfPast } from './stems.ts';
import { SUBJECT_PRONOUNS } from './tense.ts';
import { isPossessive, type Token } from './token.ts';

/** Mends tags that the words beside them rule out. */
export function mend(tokens: Token[]): Token[] {
  for (let i = 0; i < tokens.length; i++) {
    const other = mistaken(tokens, i);
    if (other) tokens[i] = other;
    const token = tokens[i]!;
    // "312 confirmed cases", "the sunken ship": between a determiner and its noun stands no verb.
    const before = tokens[i - 1];
    if (
      token.pos === 'VERB' &&
      token.lower !== token.lemma &&
      before &&
      (before.pos === 'DET' || before.pos === 'NUM' || before.pos === 'ADJ' || before.lower === "'s") &&
      tokens[i + 1]?.pos === 'NOUN' &&
      /(?:ed|en|ing|wn|lt|nt|id|st|ght|ung)$/.test(token.lower)
    ) {
      tokens[i] = { ...token, pos: 'ADJ', lemma: token.lower };
      continue;
    }
    // "Ann Lowe retired on 30 June", "Fire breaks out in the store", "a call for help"
    const told = toldByName(tokens, i);
    if (told !== null) {
      tokens[i] = { ...token, ...told };
      continue;
    }
    // "as they like to do"
    if (
      token.lower === 'like' &&
      token.pos !== 'VERB' &&
      /^(?:NOUN|PRON|PROPN)$/.test(before?.pos ?? '') &&
      isInfinitive(tokens, i + 1)
    ) {
      tokens[i] = { ...token, pos: 'VERB', lemma: 'like' };
      continue;
    }
    const noun = openedNoun(tokens, i);
    if (noun !== null) {
      tokens[i] = { ...token, pos: noun, lemma: token.lower };
      continue;
    }
    if (token.pos !== 'PRON' && INDEFINITE.has(token.lower)) {
      tokens[i] = { ...token, pos: 'PRON', lemma: token.lower };
      continue;
    }
    const next = tokens[i + 1];
    const verb1 = hiddenVerb(tokens, i);
    if (verb1 !== null) {
      tokens[i] = { ...token, pos: 'VERB', lemma: verb1 };
      continue;
    }
    if (isNounInAll(tokens, i)) {
      tokens[i] = { ...token, pos: 'NOUN' };
      continue;
    }
    // "exports exceeded", "visits were": what looks like a verb before a verb is its subject.
    if (
      token.pos === 'VERB' &&
      token.lower !== 'remains' &&
      /[^s]s$/.test(token.lower) &&
      before?.pos !== 'PRON' &&
      before?.pos !== 'NOUN' &&
      before?.pos !== 'PROPN' &&
      next &&
      (next.pos === 'AUX' || (next.pos === 'VERB' && /ed$/.test(next.lower)) || PAST_ONLY.has(next.lower))
    ) {
      tokens[i] = { ...token, pos: 'NOUN' };
      continue;
    }
    // "the road cost 2 billion"
    if (
      token.lower === 'cost' &&
      token.pos === 'NOUN' &&
      (before?.pos === 'NOUN' || before?.pos === 'PROPN' || before?.pos === 'PRON') &&
      (next?.pos === 'NUM' || next?.pos === 'SYM' || next?.lower === 'about' || next?.lower === 'nearly')
    ) {
      tokens[i] = { ...token, pos: 'VERB' };
      continue;
    }
    // "two counts", "40 votes": a number before it makes it a plural.
    if (
      token.pos === 'VERB' &&
      /[^s]s$/.test(token.lower) &&
      token.lower !== token.lemma &&
      before?.pos === 'NUM' &&
      // "Ward 7 remains closed"
      token.lower !== 'remains' &&
      !/^\d{4}$|^one$/.test(before.lower) &&
      !/^\d/.test(tokens[i + 1]?.lower ?? '')
    ) {
      tokens[i] = { ...token, pos: 'NOUN' };
      continue;
    }
    // "did not open", "will open": what follows the auxiliary is its verb, whatever else the word can be.
    const helps =
      DO.has(token.lower) || (token.pos === 'AUX' && (WILL.has(token.lower) || MODAL.has(token.lower)));
    if (!helps) continue;
    let k = i + 1;
    while (
      k < tokens.length &&
      (tokens[k]!.pos === 'PART' || (tokens[k]!.pos === 'ADV' && !OTHERWISE_VERB.has(tokens[k]!.lower)))
    )
      k++;
    const verb = tokens[k];
    if (!verb || verb.capital || !/^(?:ADJ|NOUN|ADV)$/.test(verb.pos)) continue;
    const negated = k > i + 1 || OTHERWISE_VERB.has(verb.lower);
    const after = tokens[k + 1]?.pos;
    const plural = /[^s]s$/.test(verb.lower);
    if (
      !plural &&
      (negated ||
        after === 'DET' ||
        after === 'PROPN' ||
        after === 'ADP' ||
        after === 'NUM' ||
        after === 'PRON')
    ) {
      tokens[k] = { ...verb, pos: 'VERB', lemma: verb.lower };
    }
  }
  return tokens;
}

/** Verbs that look like an adjective or adverb behind their auxiliary: "will close". */
const OTHERWISE_VERB = new Set([
  'close',
  'open',
  'slow',
  'clear',
  'free',
  'dry',
  'cool',
  'warm',
  'empty',
  'lower',
  'back',
  'double',
  'triple',
]);

/** Whatever the tagger says, they stand for a noun. */
const INDEFINITE = new Set(
  'everything everyone everybody something someone somebody anything anyone anybody nothing noone nobody'.split(
    ' ',
  ),
);

const isInfinitive = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.lower === 'to' && tokens[i + 1]?.pos === 'VERB';

/** Verbs whose plural present the tagger may take for a noun. */
const PLAIN_VERBS = new Set(
  'sign launch open visit host form plan back attack strike win lead name order ban start end file report demand test land join found sack elect raid halt line mark guard inspect'.split(
    ' ',
  ),
);

/** Past forms of verbs that the tagger may take for nouns or adjectives, with their base form. */
const IRREGULAR_PAST: ReadonlyMap<string, string> = new Map([
  ['fed', 'feed'],
  ['led', 'lead'],
  ['met', 'meet'],
  ['shot', 'shoot'],
  ['bound', 'bind'],
  ['wound', 'wind'],
  ['ground', 'grind'],
  ['dealt', 'deal'],
  ['struck', 'strike'],
  ['wed', 'wed'],
  ['cast', 'cast'],
  ['cut', 'cut'],
  ['hit', 'hit'],
  ['set', 'set'],
  ['split', 'split'],
  ['shut', 'shut'],
  ['beat', 'beat'],
  ['left', 'leave'],
  ['lost', 'lose'],
  ['lit', 'light'],
]);

/**
 * "She married the pianist", "the raid fed the quarrel": between what can be a subject and the determiner of an object
 * stands a verb, whatever else the word can be. Its base form, or null.
 */
function hiddenVerb(tokens: readonly Token[], i: number): string | null {
  const before = tokens[i - 1];
  const token = tokens[i]!;
  const next = tokens[i + 1];
  if (!before || !next || token.capital || (token.pos !== 'ADJ' && token.pos !== 'NOUN')) return null;
  const object = next.pos === 'DET' || next.pos === 'PROPN' || next.pos === 'NUM' || isPossessive(next);
  if (!object) return null;
  const irregular = IRREGULAR_PAST.get(token.lower);
  const subject = /^(?:NOUN|PROPN|NUM)$/.test(before.pos) || SUBJECT_PRONOUNS.has(before.lower);
  // "Norway and Chile sign a treaty": no verb stands before it.
  if (
    token.pos === 'NOUN' &&
    PLAIN_VERBS.has(token.lower) &&
    /^(?:a|an|the)$/.test(next.lower) &&
    (before.pos === 'PROPN' ||
      (before.pos === 'NOUN' && /[^s]s$|^(?:people|men|women|children|police)$/.test(before.lower))) &&
    !tokens.slice(0, i).some((t) => t.pos === 'VERB' || t.pos === 'AUX')
  )
    return token.lower;
  if (irregular !== undefined)
    return subject && (next.pos === 'DET' || isPossessive(next)) ? irregular : null;
  if (token.pos !== 'ADJ' || !/^\p{Ll}{3,}ed$/u.test(token.lower)) return null;
  if (!subject && before.pos !== 'CCONJ') return null;
  return baseOfPast(token.lower);
}

/**
 * "an earlier paper", "the north end", "the North Pole", "called into being", "the dead numbered 40": behind an article
 * stands a noun before any verb can. Its part of speech, or null where the word may stay what it is.
 */
function openedNoun(tokens: readonly Token[], i: number): 'NOUN' | 'PROPN' | null {
  const before = tokens[i - 1];
  const token = tokens[i]!;
  const next = tokens[i + 1];
  if (!before) return null;
  if (token.lower === 'being' && before.lower === 'into') return 'NOUN';
  const opens = (t: Token | undefined): boolean => /^(?:a|an|the)$/.test(t?.lower ?? '');
  if (/^(?:dead|living|wounded|injured)$/.test(token.lower) && opens(before) && token.pos === 'ADV')
    return next?.pos === 'VERB' || next?.pos === 'AUX' ? 'NOUN' : null;
  if (token.pos !== 'VERB' || token.lower !== token.lemma) return null;
  // "the Ferries Act"
  let name = i - 1;
  while (token.capital && tokens[name]?.pos === 'PROPN') name--;
  if (name < i - 1 && opens(tokens[name])) return 'PROPN';
  const led = opens(before) || (opens(tokens[i - 2]) && (before.pos === 'ADV' || before.pos === 'ADJ'));
  if (!led || /^(?:PROPN|ADJ)$/.test(next?.pos ?? '') || /ly$/.test(before.lower)) return null;
  return token.capital ? 'PROPN' : 'NOUN';
}

/** What looks like a verb and cannot be one here. */
function isNounInAll(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const token = tokens[i]!;
  const next = tokens[i + 1];
  if (token.pos !== 'VERB' || !next) return false;
  // "Fighting resumes": what is done is the subject.
  const finite =
    next.pos === 'AUX' ||
    (next.pos === 'VERB' && (/(?:[^s]s|ed)$/.test(next.lower) || PAST_ONLY.has(next.lower)));
  if (!before) return /^\p{Lu}?\p{Ll}{3,}ing$/u.test(token.text) && finite;
  // "on transfer deadline day": a preposition takes no base form.
  const base = token.lower === token.lemma && next.pos === 'NOUN';
  if (base && before.pos === 'ADP' && before.lower !== 'to') return true;
  // "the Kourou launch site"
  if (base && before.pos === 'PROPN' && tokens[i - 2]?.lower === 'the') return true;
  // "built its first sewage works.": the object's last noun, not one more verb.
  if (next.pos !== 'PUNCT' || !/[^s]s$/.test(token.lower) || before.pos !== 'NOUN') return false;
  for (let k = i - 1; k >= 0; k--) {
    const t = tokens[k]!;
    if (t.pos === 'VERB') return k < i - 2;
    if (!/^(?:NOUN|ADJ|DET|NUM)$/.test(t.pos) && !isPossessive(t)) return false;
  }
  return false;
}

/** Words that the tagger's dictionary takes for another kind than they are beside a name or a particle; null for any other. */
function toldByName(tokens: readonly Token[], i: number): Pick<Token, 'pos' | 'lemma'> | null {
  const t = tokens[i]!;
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  if (t.lower === 'retired' && t.pos === 'ADJ' && before?.pos === 'PROPN' && next?.pos === 'ADP')
    return { pos: 'VERB', lemma: 'retire' };
  const breaks = t.lower === 'breaks' && t.pos === 'NOUN' && /^(?:out|down|off|up)$/.test(next?.lower ?? '');
  if (breaks && /^(?:NOUN|PROPN)$/.test(before?.pos ?? '')) return { pos: 'VERB', lemma: 'break' };
  if (t.lower === 'help' && t.pos === 'VERB' && before?.lower === 'for')
    return { pos: 'NOUN', lemma: 'help' };
  return null;
}
