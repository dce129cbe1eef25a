import type { Token, VerbGroup } from '../language.ts';
import { isNominal, QUOTES, SUBJECT_PRONOUN } from './words.ts';

/**
 * The noun phrase that is the subject: the last one before the verb that no preposition leads, with what hangs on it
 * ("the outbreak of war", "Ruiz and Vos"); fronted phrases before it ("In 1910", "At a meeting in Bonn,") are left out.
 */
export function subjectIn(
  tokens: readonly Token[],
  from: number,
  { first: verb, lemma }: Pick<VerbGroup, 'first' | 'lemma'>,
  dates: ReadonlySet<number>,
): readonly [number, number] | null {
  let end = verb - 1;
  while (end >= from && (tokens[end]?.pos === 'ADV' || tokens[end]?.text === ',')) end--;
  // "the 60 pence it expected": he, she, it, they right before a verb are its subject alone.
  const own = tokens[end];
  if (own && end > from && own.pos === 'PRON' && SUBJECT_PRONOUN.has(own.lower) && own.lower !== 'there') {
    const joined = tokens[end - 1]?.pos === 'CCONJ';
    if (!joined) return [end, end];
  }
  // Fronted phrases end at a comma, or at a determiner, name or pronoun that no preposition leads.
  let start = -1;
  let led = false;
  let open = true;
  let determined = false;
  let depth = 0;
  for (let i = from; i <= end; i++) {
    const t = tokens[i];
    if (!t) break;
    if (t.text === '(' || t.text === '[') depth++;
    if (t.text === ')' || t.text === ']') {
      depth--;
      continue;
    }
    if (depth > 0) continue;
    if (dates.has(i)) {
      // A date ends the phrase that it stands in, "In 1910 the site", unless its noun is to come, "At the 1910 fair".
      if (start < 0 && !(led && determined)) {
        led = false;
        open = true;
      }
      continue;
    }
    if (t.lower === 'there' && lemma !== 'be' && lemma !== 'exist' && lemma !== 'remain') continue;
    if (t.text === ',') {
      // An apposition keeps the subject: ", the minister," between commas and no preposition before.
      // "Overall, …": a word in front that is no noun was no subject.
      if (
        start >= 0 &&
        !tokens
          .slice(start, i)
          .some((w) => w.pos === 'NOUN' || w.pos === 'PROPN' || w.pos === 'PRON' || w.pos === 'NUM')
      )
        start = -1;
      if (start < 0) led = false;
      open = true;
      continue;
    }
    if (QUOTES.has(t.text) || t.pos === 'ADV' || t.pos === 'PUNCT') continue;
    // "Between four and six ships sank": the preposition measures the subject.
    if (
      t.lower === 'between' &&
      tokens[i + 1]?.pos === 'NUM' &&
      start < 0 &&
      tokens[i + 2]?.lower === 'and' &&
      /^(?:NOUN|ADJ|NUM)$/.test(tokens[i + 4]?.pos ?? '')
    ) {
      start = i;
      continue;
    }
    if (t.pos === 'ADP' || t.pos === 'SCONJ' || LEADING.has(t.lower)) {
      if (start < 0) {
        led = true;
        open = false;
        // "the 1950s" is a date as a whole.
        determined = /^(?:DET|PRON)$/.test(tokens[i + 1]?.pos ?? '') && !dates.has(i + 1);
      }
      continue;
    }
    if (start >= 0) continue;
    // "Last month the town …": when, and not who.
    if (/^(?:last|next|this|that)$/.test(t.lower) && isTimeBeforeSubject(tokens, i)) {
      i++;
      continue;
    }
    if (measuresTime(tokens, i)) {
      led = true;
      open = false;
      continue;
    }
    const starts =
      t.pos === 'DET' ||
      t.pos === 'PRON' ||
      t.pos === 'PROPN' ||
      t.pos === 'NOUN' ||
      t.pos === 'ADJ' ||
      t.pos === 'NUM';
    if (!starts) continue;
    if (!led) {
      start = i;
      continue;
    }
    // Behind "In 1910" or "On Thursday" a new phrase begins without a comma.
    if (!open && endsFronted(tokens, from, i, determined)) start = i;
  }
  return start >= 0 && start <= end ? [start, end] : null;
}

const isTimeBeforeSubject = (tokens: readonly Token[], i: number): boolean =>
  /^(?:day|night|week|month|year|spring|summer|autumn|fall|winter|decade|century)$/.test(
    tokens[i + 1]?.lower ?? '',
  ) && /^(?:DET|PROPN|PRON)$/.test(tokens[i + 2]?.pos ?? '');

/** "three days before the fire, a guard …": how long before or after is no subject. */
const measuresTime = (tokens: readonly Token[], i: number): boolean =>
  /^(?:NUM|DET)$/.test(tokens[i]?.pos ?? '') &&
  /^(?:second|minute|hour|day|week|month|year|decade)s?$/.test(tokens[i + 1]?.lower ?? '') &&
  /^(?:before|after|later|earlier|into|from)$/.test(tokens[i + 2]?.lower ?? '');

/** Whether the phrase that a preposition leads is over before token `i`. */
function endsFronted(tokens: readonly Token[], from: number, i: number, determined: boolean): boolean {
  const t = tokens[i];
  const previous = tokens[i - 1];
  if (!t || !previous || i - 1 < from) return false;
  if (previous.pos === 'ADP' || previous.pos === 'DET' || previous.pos === 'CCONJ') return false;
  // "During the war ninety men": a number in words begins a phrase of its own.
  if (t.pos === 'NUM' && !/^\d/.test(t.text) && (previous.pos === 'NOUN' || previous.pos === 'PROPN'))
    return true;
  const dated = /^\d/.test(previous.text) || /day$|^(?:month|year|week|decade|century)$/.test(previous.lower);
  const pronoun = SUBJECT_PRONOUN.has(t.lower) || /(?:thing|one|body)$/.test(t.lower);
  if (t.pos === 'DET' || (t.pos === 'PRON' && pronoun))
    return isNominal(previous) || /^[)\]]$/.test(previous.text);
  return dated && !determined && !MONTHS.has(previous.lower) && t.pos !== 'NUM' && !MONTHS.has(t.lower);
}

const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);

/** "Following the war, …": participles that lead a phrase as prepositions do. */
const LEADING = new Set([
  'following',
  'including',
  'regarding',
  'concerning',
  'according',
  'starting',
  'beginning',
  'despite',
]);
