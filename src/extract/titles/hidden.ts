import type { ActorIndex } from '../actors.ts';
import type { Token } from '../language.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import type { Reading } from '../reading.ts';
import { besideNames } from './shortNames.ts';

/**
 * Tokens that no title shows: dates with their preposition, brackets, note numbers, words of comment, given names of
 * persons whom the text calls by one word.
 */
export function hide(occurrence: Occurrence, reading: Reading, actors: ActorIndex): ReadonlySet<number> {
  const { tokens } = occurrence;
  const hidden = new Set<number>(besideNames(tokens, reading, actors));
  const spent = occurrence.clause?.verb.lemma === 'spend' ? occurrence.clause.verb.last : -1;
  for (const [first, last] of [...occurrence.dated, ...occurrence.timed]) {
    // "spent her last years in Leith" has no other object.
    if (spent >= 0 && first > spent && first <= spent + 2) continue;
    // "the exercise Orla-1994": a name, whatever it ends in.
    if (/^\p{Lu}[\p{L}’']+[-–]\d{4}$/u.test(tokens[first]?.text ?? '')) continue;
    for (let i = first; i <= last; i++) hidden.add(i);
    let p = first - 1;
    // "in early October"
    while (/^(?:early|late|mid)$/.test(tokens[p]?.lower ?? '')) hidden.add(p--);
    // "burned down on 4 July": only the last preposition belongs to the date.
    let leads = 0;
    for (; p >= 0; p--) {
      const t = tokens[p];
      const opens = t?.pos === 'ADP' || /^(?:since|until)$/.test(t?.lower ?? '');
      const lead = opens && (leads === 0 || DATE_LEADS.has(t?.lower ?? ''));
      if (!lead && !(t?.pos === 'ADV' && DATE_ADVERBS.has(t.lower))) break;
      if (lead) leads++;
      hidden.add(p);
    }
    // "raised its prices starting in May"
    if (p > 0 && /^(?:starting|beginning|commencing|effective)$/.test(tokens[p]?.lower ?? '')) hidden.add(p);
    // "fled two days before the surrender", "on 3 May, a year after the flood": before what belongs to the date.
    const from = tokens[last + 1]?.text === ',' && isLength(tokens, last + 2, last + 3) ? last + 2 : first;
    const unit = from === first ? last : last + 3;
    if (isLength(tokens, from, unit) && /^(?:before|after)$/.test(tokens[unit + 1]?.lower ?? '')) {
      let end = unit + 1;
      while (
        /^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[end + 1]?.pos ?? '') &&
        (end === unit + 1 || tokens[end + 1]?.pos !== 'DET')
      )
        end++;
      // "a week after the town fell": that is a clause of its own.
      const told = /^(?:VERB|AUX)$/.test(tokens[end + 1]?.pos ?? '');
      if (!told) for (let i = last + 1; i <= end; i++) hidden.add(i);
    }
    // "as early as 1991", "in 2030 at the earliest"
    const early = tokens[first - 1]?.lower === 'as' && SOON.test(tokens[first - 2]?.lower ?? '');
    if (early && tokens[first - 3]?.lower === 'as') for (let i = first - 3; i < first; i++) hidden.add(i);
    if (
      tokens[last + 1]?.lower === 'at' &&
      tokens[last + 2]?.lower === 'the' &&
      /^(?:earliest|latest)$/.test(tokens[last + 3]?.lower ?? '')
    )
      for (let i = last + 1; i <= last + 3; i++) hidden.add(i);
    // "with effect from 1 May"
    if (leads > 0 && tokens[p]?.lower === 'effect' && tokens[p - 1]?.lower === 'with') {
      hidden.add(p);
      hidden.add(p - 1);
    }
    // "AD 774/775"
    if (
      /^[/–-]$/.test(tokens[last + 1]?.text ?? '') &&
      /^\d+$/.test(tokens[last + 2]?.text ?? '') &&
      tokens[last]?.end === tokens[last + 1]?.start
    )
      hidden.add(last + 1).add(last + 2);
    // "the winter of 409/8"
    if (
      tokens[last + 1]?.lower === 'of' &&
      /^\d/.test(tokens[last + 2]?.text ?? '') &&
      !/^(?:NOUN|ADJ)$/.test(tokens[last + 3]?.pos ?? '')
    )
      for (
        let i = last + 1;
        i <= last + 4 && (i === last + 1 || /^[\d/–-]+$/.test(tokens[i]?.text ?? ''));
        i++
      )
        hidden.add(i);
    if (tokens[last + 1]?.lower === "'s" || tokens[last + 1]?.lower === "'") hidden.add(last + 1);
    const opens = occurrence.clause !== null && first < occurrence.clause.verb.first;
    if (opens && tokens[last + 1]?.text === ',') hidden.add(last + 1);
  }
  for (const [open, close] of brackets(tokens)) {
    // A sentence that stands in brackets as a whole is still a sentence.
    const around = occurrence.core[0] > open && occurrence.core[1] < close;
    if (!around) for (let i = open; i <= close; i++) hidden.add(i);
  }
  tokens.forEach((t, i) => {
    if (t.text === '' || /^[()[\]]$/.test(t.text)) hidden.add(i);
    // A note number is glued to what it annotates.
    const before = tokens[i - 1];
    if (/^\d{1,3}$/.test(t.text) && before && before.end === t.start && /[\p{L}.,”"’]$/u.test(before.text))
      hidden.add(i);
    if (COMMENT.has(t.lower)) hidden.add(i);
    if (t.pos === 'ADV' && /ly$/.test(t.lower) && !KEPT_ADVERBS.has(t.lower)) hidden.add(i);
  });
  return hidden;
}

const SOON = /^(?:early|late|recently|soon|long|far)$/;

/** "two days", "a year": how long before or after something, and no date by itself. */
const isLength = (tokens: readonly Token[], first: number, last: number): boolean =>
  /^(?:day|week|month|year|hour|fortnight|decade)s?$/.test(tokens[last]?.lower ?? '') &&
  /^(?:NUM|DET|ADJ)$/.test(tokens[first]?.pos ?? '');

/** Pairs of brackets, outermost first; one that never closes hides nothing. */
export function brackets(tokens: readonly Token[]): [number, number][] {
  const pairs: [number, number][] = [];
  const open: number[] = [];
  tokens.forEach((t, i) => {
    if (t.text === '(' || t.text === '[') open.push(i);
    if (t.text === ')' || t.text === ']') {
      const from = open.pop();
      if (from !== undefined) pairs.push([from, i]);
    }
  });
  return pairs;
}

const DATE_LEADS = new Set([
  'up',
  'as',
  'prior',
  'since',
  'until',
  'till',
  'from',
  'by',
  'around',
  'about',
  'before',
  'after',
]);

const DATE_ADVERBS = new Set([
  'early',
  'late',
  'only',
  'just',
  'around',
  'about',
  'later',
  'earlier',
  'back',
  'again',
]);

const COMMENT = new Set(
  'however meanwhile moreover furthermore also instead indeed therefore thus nevertheless nonetheless finally eventually then soon allegedly reportedly apparently'.split(
    ' ',
  ),
);

const KEPT_ADVERBS = new Set([
  'only',
  'early',
  'nearly',
  'family',
  'fully',
  'jointly',
  'publicly',
  'newly',
  'secretly',
  'approximately',
  'roughly',
  'monthly',
  'daily',
  'weekly',
]);
