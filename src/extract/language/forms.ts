import type { Token } from './token.ts';

/** Forms of `do` that help a verb. */
export const DO = new Set(['do', 'does', 'did']);

/** Helpers of the future. */
export const WILL = new Set(['will', 'shall', "'ll", 'wo', 'sha']);

/** Helpers that say what may or should be. */
export const MODAL = new Set([
  'would',
  'could',
  'may',
  'might',
  'should',
  'can',
  'must',
  'ca',
  'ought',
  "'d",
]);

/** Whether a form can only be a participle: `stolen`, `known`. Without an auxiliary it is no sentence's verb. */
export const isPlainParticiple = (lower: string): boolean => PARTICIPLE_ONLY.has(lower);

/** Past tense without a doubt: the participle has another form. */
export const PAST_ONLY = new Set(
  'arose ate awoke became began bit blew broke chose came did drank drew drove fell flew forbade forgave forgot froze gave went grew hid knew lay overcame overthrew overtook rang ran rode rose saw sang sank shook shrank spoke sprang stole stank strove swam swore swung took threw tore underwent undertook withdrew woke wore wove wrote was were had'.split(
    ' ',
  ),
);

/** Participles without a doubt. */
export const PARTICIPLE_ONLY = new Set(
  'arisen eaten awoken begun bitten blown broken chosen drunk drawn driven fallen flown forbidden forgiven forgotten frozen given gone grown hidden known lain overthrown overtaken rung ridden risen seen sung sunk shaken shown shrunk spoken sprung stolen striven swum sworn taken thrown torn undergone undertaken withdrawn woken worn woven written done been born proven sewn sown mown'.split(
    ' ',
  ),
);

/** Verbs whose past is their base form. In a text that tells dates it is the past. */
export const SAME_FORM = new Set(
  'bet bid broadcast burst cast cost cut forecast hit hurt let offset put quit read rid set shed shut slit split spread thrust upset'.split(
    ' ',
  ),
);

/** What is said, thought or shown follows such a verb as a clause of its own, often without `that`. */
export const CLAUSE_TAKERS = new Set(
  'say tell think believe claim report announce hope note warn insist argue add know find show suggest state declare confirm deny admit agree promise predict estimate fear explain reveal feel see hear mean understand learn discover decide reply vow'.split(
    ' ',
  ),
);

/** Forms of `be`. */
export const BE = new Set(['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being', "'m", "'re"]);

/** Forms of `have`. */
export const HAVE = new Set(['have', 'has', 'had', "'ve", 'having']);

/** Whether it is a form of `be`. */
export const isBe = (t: Token): boolean => BE.has(t.lower) || t.lemma === 'be';

/** Helpers that the tagger may call verbs. */
export const isHelper = (t: Token): boolean =>
  BE.has(t.lower) || HAVE.has(t.lower) || WILL.has(t.lower) || DO.has(t.lower);
