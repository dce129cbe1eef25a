import { isFiniteTense, type Token, type VerbGroup, verbGroups } from '../language.ts';
import { lookup } from '../lookup.ts';
import type { Context } from './context.ts';
import { jointBefore } from './ellipsis.ts';
import {
  finiteOf,
  governor,
  isMeasuring,
  type Phrase,
  phraseAfter,
  phraseBefore,
  startsDate,
  subjectOf,
  wordsOf,
} from './labels.ts';
import { sentenceBefore } from './neighbours.ts';
import { currencyBefore, isTimeWord, unitAt } from './units.ts';

/** The nominal right behind the amount, where it modifies it: `a $5 million grant`. */
function modified(at: Context, last: number): Phrase | null {
  const { tokens } = at;
  const next = tokens[last + 1];
  if (
    !next ||
    (next.pos !== 'ADJ' && next.pos !== 'NOUN' && next.pos !== 'PROPN') ||
    startsDate(tokens, last + 1)
  )
    return null;
  if (
    next.start - tokens[last]!.end > 1 ||
    /^(?:more|less|higher|lower|worth|last|next|each|apiece|ago|later|earlier)$/.test(next.lower)
  )
    return null;
  return phraseAfter(tokens, last + 1);
}

/** `of debt`, `in aid`, `worth of goods` behind the amount. */
function linked(at: Context, last: number, links: RegExp): Phrase | null {
  const { tokens } = at;
  let k = last + 1;
  // A conversion in brackets does not part them.
  if (tokens[k]?.text === '(') {
    while (k < tokens.length && tokens[k]!.text !== ')') k++;
    k++;
  }
  if (tokens[k]?.lower === "'" || tokens[k]?.text === '’') k++;
  if (tokens[k]?.lower === 'worth') k++;
  if (!links.test(tokens[k]?.lower ?? '') || startsDate(tokens, k + 1)) return null;
  const phrase = phraseAfter(tokens, k + 1);
  if (!phrase || tokens[phrase.first]!.start - tokens[k]!.end >= 14) return null;
  return tokens[k]!.lower === 'in' && NO_THING.test(tokens[phrase.last]!.lower) ? null : phrase;
}

/** "$190m in cash", "in the first half": how or when it is paid, not what for. */
const NO_THING =
  /^(?:cash|total|all|half|quarter|period|shares|stock|advance|full|return|addition|court|instalments)$/;

/** Where the amount is said of something named before it: `a fine of`, `a cost of`, `valued at`. */
function named(at: Context, first: number): Phrase | null {
  const { tokens } = at;
  let k = first - 1;
  while (
    k >= 0 &&
    /^(?:about|around|some|nearly|almost|over|more|than|approximately|roughly|an?|record|estimated|up|to|at|least|just|only)$/.test(
      tokens[k]!.lower,
    ) &&
    tokens[k]!.lower !== 'at'
  )
    k--;
  // "sold the yard for £3m": the price is what is sold for it.
  if (!/^(?:of|at|for|worth|totalling|totaling|exceeding)$/.test(tokens[k]?.lower ?? '')) return null;
  // "a fine of": an adjective, but for what stands around it.
  const fine = tokens[k]!.lower === 'of' && tokens[k - 1]?.pos === 'ADJ' && tokens[k - 2]?.pos === 'DET';
  const phrase = fine ? { first: k - 1, last: k - 1 } : phraseBefore(tokens, k);
  return phrase && !startsDate(tokens, phrase.first) ? phrase : null;
}

function subjectLabel(at: Context, first: number): string | null {
  const { tokens, text, groups } = at;
  const group = governor(tokens, groups, first);
  // "set aside" measures nothing, "set at" does.
  if (!group || !isMeasuring(group.lemma) || tokens[group.last + 1]?.lower === 'aside') return null;
  // "raised its key rate by", "cut the workforce to": what was raised stands between.
  if (!group.passive) {
    const object = phraseAfter(tokens.slice(0, first), group.last + 1, 6);
    if (
      object &&
      object.first <= group.last + 3 &&
      !/^(?:record|high|low|peak|total|average|maximum|minimum)$/.test(tokens[object.last]!.lower)
    )
      return wordsOf(text, tokens, object);
  }
  const subject = subjectOf(tokens, finiteOf(groups, group).first);
  if (subject) return wordsOf(text, tokens, subject);
  const before = subjectOfSentenceBefore(at);
  if (before !== null) return before;
  // "After a small fall the total reached": better what little it says than what leads in.
  const end = finiteOf(groups, group).first - 1;
  const word = tokens[end];
  const noun = word?.pos === 'NOUN' || (word?.pos === 'ADJ' && tokens[end - 1]?.pos === 'DET');
  return noun ? word.text : null;
}

/** "Cargo tells another story: 3 million tonnes": what the sentence before the colon speaks of. */
function tellsOf({ tokens, text, groups }: Context, first: number): string | null {
  if (tokens[first - 1]?.text !== ':') return null;
  const group = groups.findLast((g) => g.last < first && isFiniteTense(g.tense));
  // "Yield: 14 tonnes"
  const headed = group ? null : phraseBefore(tokens, first - 1);
  if (headed) return wordsOf(text, tokens, headed);
  const subject = group ? subjectOf(tokens, group.first) : null;
  return subject && wordsOf(text, tokens, subject);
}

/** "Trade reached a record. The total was $5m": the subject of the sentence before, within the paragraph. */
export function subjectOfSentenceBefore(at: Context): string | null {
  const before = sentenceBefore(at);
  if (!before) return null;
  for (const group of verbGroups(before)) {
    if (group.tense === 'gerund' || group.tense === 'participle') continue;
    const subject = subjectOf(before, group.first);
    return subject ? wordsOf(at.text, before, subject) : null;
  }
  return null;
}

/** What an amount is given, gained or done for, to whom, or by whom, where its verb is no measuring one. */
function partyLabel(at: Context, first: number, last: number): string | null {
  const { tokens, text, groups } = at;
  const group = governor(tokens, groups, first);
  if (group && DEEDS.has(group.lemma)) return group.lemma;
  const behind = skipTime(tokens, last + 1);
  const link = tokens[behind];
  if (
    link &&
    /^(?:for|on|in|to|from|into|against|towards?)$/.test(link.lower) &&
    !startsDate(tokens, behind + 1)
  ) {
    const phrase = phraseAfter(tokens, behind + 1, 6);
    if (phrase && tokens[phrase.first]!.start - link.end < 14) return wordsOf(text, tokens, phrase);
  }
  if (!group) return null;
  const object = phraseAfter(tokens.slice(0, first), group.last + 1, 6);
  if (object) return wordsOf(text, tokens, object);
  const subject = subjectOf(tokens, finiteOf(groups, group).first);
  // "It carried 6 million tonnes": what it is stands in the sentence before.
  return subject ? wordsOf(text, tokens, subject) : subjectOfSentenceBefore(at);
}

/** The token behind "in 2014" or "over five years", where such a thing stands at `at`; else `at`. */
function skipTime(tokens: readonly Token[], at: number): number {
  if (!/^(?:in|over|within|during|by|on)$/.test(tokens[at]?.lower ?? '')) return at;
  let k = at + 1;
  while (tokens[k] && (tokens[k]!.pos === 'NUM' || startsDate(tokens, k))) k++;
  return k > at + 1 && (startsDate(tokens, at + 1) || isTimeWord(tokens[k - 1]!.lower)) ? k : at;
}

/** Verbs that are the noun for their amount as well: who is fined so much has a fine of so much. */
const DEEDS = new Set('fine award grant offer bid charge pledge tax loan profit'.split(' '));

/** "$2m was raised for the clinic": the amount is the subject, and what it is for stands behind the verb. */
function doneLabel(at: Context, last: number): string | null {
  const { tokens, text, groups } = at;
  const group = groups.find((g) => g.first === last + 1 && isFiniteTense(g.tense));
  if (!group || group.lemma === 'be') return null;
  const link = tokens[group.last + 1];
  if (!link || (link.pos !== 'ADP' && link.lower !== 'to') || startsDate(tokens, group.last + 2)) return null;
  const phrase = phraseAfter(tokens, group.last + 2, 6);
  return phrase ? wordsOf(text, tokens, phrase) : null;
}

function fallbackLabel(at: Context, first: number): string {
  const { tokens, text } = at;
  for (let k = first - 1; k >= 0; k--) {
    if (tokens[k]!.pos === 'NOUN' && !isTimeWord(tokens[k]!.lower) && !isUnit(tokens, k)) {
      const phrase = phraseBefore(tokens, k + 1);
      if (phrase && !startsDate(tokens, phrase.first)) return wordsOf(text, tokens, phrase);
    }
  }
  return subjectOfSentenceBefore(at) ?? 'amount';
}

/** `US$`, `bn euros`: words of an amount name nothing. */
const isUnit = (tokens: readonly Token[], k: number): boolean =>
  !/^\p{L}{3,}$/u.test(tokens[k]!.text) ||
  unitAt(tokens, k) !== null ||
  currencyBefore(tokens, k, '') !== null;

/** "Wages rose 3%, prices 5%": the verb is said once, and what it is said of stands right before the number. */
function gapped({ tokens, text, found }: Context, first: number, unit: string): string | null {
  const before = found[found.length - 1];
  const phrase = before?.unit === unit ? phraseBefore(tokens, first) : null;
  if (
    !before ||
    !phrase ||
    isMeasuring(tokens[phrase.last]!.lemma) ||
    tokens[phrase.first]!.start < before.end
  )
    return null;
  return /^(?:,|;|and)$/.test(tokens[phrase.first - 1]?.lower ?? '') ? wordsOf(text, tokens, phrase) : null;
}

export function moneyLabel(at: Context, first: number, last: number, unit: string): string {
  const { tokens, text } = at;
  const words = (phrase: Phrase | null): string | null => (phrase ? wordsOf(text, tokens, phrase) : null);
  return (
    words(modified(at, last)) ??
    words(linked(at, last, /^(?:of|in|worth)$/)) ??
    words(named(at, first)) ??
    labelAround(at, first, last, unit)
  );
}

/** What an amount is of that no word right beside it names. */
const labelAround = (at: Context, first: number, last: number, unit: string): string =>
  jointBefore(at, first, unit)?.label ??
  gapped(at, first, unit) ??
  doneLabel(at, last) ??
  tellsOf(at, first) ??
  subjectLabel(at, first) ??
  partyLabel(at, first, last) ??
  fallbackLabel(at, first);

/** ` per barrel` of "$40 a barrel". */
export function perLabel(at: Context, last: number): string {
  const link = at.tokens[last + 1]?.lower;
  const what = at.tokens[last + 2];
  if (!what || (link !== 'a' && link !== 'an' && link !== 'per') || what.pos !== 'NOUN') return '';
  // "up from $35m a year earlier" is no rate.
  if (/^(?:earlier|later|before|after|ago|previously)$/.test(at.tokens[last + 3]?.lower ?? '')) return '';
  return ` per ${what.lower}`;
}

export function shareLabel(at: Context, first: number, last: number): string {
  const { tokens, text } = at;
  const of = linked(at, last, /^of$/);
  if (of) return `share of ${wordsOf(text, tokens, of)}`;
  const modifies = modified(at, last);
  if (modifies) return wordsOf(text, tokens, modifies);
  const inside = named(at, first);
  if (inside) return wordsOf(text, tokens, inside);
  const joint = jointBefore(at, first, '%')?.label ?? gapped(at, first, '%');
  if (joint) return joint;
  return (
    tellsOf(at, first) ?? subjectLabel(at, first) ?? partyLabel(at, first, last) ?? fallbackLabel(at, first)
  );
}

export function measureLabel(
  at: Context,
  first: number,
  last: number,
  unit: string,
  compound: boolean,
): string {
  const { tokens, text } = at;
  const words = (phrase: Phrase | null): string | null => (phrase ? wordsOf(text, tokens, phrase) : null);
  return (
    words(compound ? modified(at, last) : linked(at, last, /^of$/)) ??
    (compound ? null : words(modified(at, last))) ??
    words(named(at, first)) ??
    labelAround(at, first, last, unit)
  );
}

/** Lengths of time count only where they measure something: hours of talks, years in prison, a closure. */
export function timeLabel(at: Context, first: number, last: number): string | null {
  const { tokens, text } = at;
  const before = tokens[first - 1]?.lower ?? '';
  if (/^(?:last|past|next|previous|first|coming|following|every|final|recent|aged|the)$/.test(before))
    return null;
  const after = tokens[last + 1]?.lower ?? '';
  if (/^(?:ago|later|earlier|before|after|old|hence|away|ahead|prior)$/.test(after)) return null;
  // "ten years on" is a distance, "for six hours on 4 May" a length.
  if (after === 'on' && (before !== 'for' || !startsDate(tokens, last + 2))) return null;
  // "three days a week": a habit.
  if (/^(?:a|per|each|every)$/.test(after) && isTimeWord(tokens[last + 2]?.lower ?? '')) return null;
  // "five years since the war" is a distance; "for five years from 1990" a length.
  if (/^(?:since|from)$/.test(after) && before !== 'for') return null;
  const unit = tokens[last]!.lower;
  if (/^(?:decade|centur|generation|season|semester)/.test(unit)) return null;
  if (after === 'long') {
    // "ten years long research", "the siege was nine months long"
    const of = phraseAfter(tokens, last + 2, 4);
    if (of?.first === last + 2) return wordsOf(text, tokens, of);
    const verb = governor(tokens, at.groups, first);
    const who = verb?.lemma === 'be' ? subjectOf(tokens, finiteOf(at.groups, verb).first) : null;
    return who ? wordsOf(text, tokens, who) : null;
  }
  if (after === 'of' && tokens[last + 2]?.lower !== 'age') {
    const of = phraseAfter(tokens, last + 2, 6);
    return of && !startsDate(tokens, last + 2) ? `${unit} of ${wordsOf(text, tokens, of)}` : null;
  }
  if (
    (after === 'in' || after === "'" || after === '’') &&
    /^(?:prison|jail|custody|detention|exile|captivity|hospital|imprisonment|probation|parole|office|power|opposition|coma)$/.test(
      tokens[last + 2]?.lower ?? '',
    )
  ) {
    return `${unit} in ${tokens[last + 2]!.lower}`;
  }
  const group = governor(tokens, at.groups, first);
  if (
    !group ||
    !/^(?:last|close|shut|suspend|delay|ban|bar|disqualify|imprison|jail|sentence|interrupt|halt|extend|run|take)$/.test(
      group.lemma,
    )
  )
    return spellLabel(at, first, group);
  // "asked that he be jailed": wished, not done.
  const wished = /^(?:modal|future|infinitive)$/.test(group.tense) || tokens[group.first]!.lower === 'be';
  const term = wished || group.negated ? undefined : TERMS[group.lemma];
  if (term && first - group.last <= 7) return term;
  if (first - group.last > 4) return null;
  const subject = subjectOf(tokens, finiteOf(at.groups, group).first);
  const object = group.passive ? null : phraseAfter(tokens.slice(0, first), group.last + 1, 6);
  const what = object ?? subject;
  return what ? wordsOf(text, tokens, what) : takenUpSubject(at, group);
}

/** Verbs that are the noun for their length as well: who is banned for so long has a ban of so long. */
const TERMS: Readonly<Record<string, string>> = lookup({
  sentence: 'sentence',
  imprison: 'imprisonment',
  jail: 'jail term',
  ban: 'ban',
  bar: 'ban',
  disqualify: 'disqualification',
});

/** "It was shut for two years": what the pronoun stands for, where the sentence before has it for its subject. */
function takenUpSubject(at: Context, group: VerbGroup): string | null {
  const pronoun = at.tokens[finiteOf(at.groups, group).first - 1];
  return /^(?:it|they|this)$/.test(pronoun?.lower ?? '') ? subjectOfSentenceBefore(at) : null;
}

/** Spells whose length is part of their name: `a nine-day strike`. */
const SPELLS =
  /^(?:strike|lockout|closure|shutdown|siege|blockade|occupation|sentence|ban|suspension|imprisonment|delay|outage|blackout|drought|curfew|lease|contract|moratorium|quarantine|lockdown|boycott)$/;

/**
 * "a nine-day strike", "ten-year-long research": how long a spell was. Of a two-day visit the length is no figure.
 * @param rest what stands behind the number in its word; `last` is the token of its end.
 * @returns the unit in the plural and the label, or null.
 */
export function spellIn(
  { tokens, text }: Context,
  rest: string,
  last: number,
): { readonly unit: string; readonly label: string } | null {
  const [unit, long, ...more] = rest.split('-');
  if (!unit || !isTimeWord(unit) || more.length > 0 || (long !== undefined && long !== 'long')) return null;
  const phrase = phraseAfter(tokens, last + 1, 4);
  if (!phrase || phrase.first !== last + 1) return null;
  let head = phrase.first;
  while (head < phrase.last && tokens[head + 1]?.pos === 'NOUN') head++;
  if (!long && !(SPELLS.test(tokens[head]!.lower) && !tokens[head]!.capital)) return null;
  return { unit: unit.endsWith('s') ? unit : `${unit}s`, label: wordsOf(text, tokens, phrase) };
}

/**
 * "served as mayor for eleven years", "the yard burned for three days": what was done, or who did it, for so long. What
 * holds in general ("it opens for six hours") has no length of its own.
 */
function spellLabel(at: Context, first: number, group: VerbGroup | null): string | null {
  const { tokens, text, groups } = at;
  // "Generator down for three hours": a note leaves out its verb.
  const noted = tokens[first - 1]?.lower === 'for' && groups.length === 0 ? phraseAfter(tokens, 0, 4) : null;
  if (noted?.first === 0 && first <= 6) return wordsOf(text, tokens, noted);
  if (group?.lemma === 'spend' && group.tense === 'past' && !group.negated && first - group.last <= 2)
    return stayLabel(at, first);
  if (tokens[first - 1]?.lower !== 'for' || !group || group.negated || first - group.last > 8) return null;
  if (group.tense !== 'past') return null;
  if (/^(?:reign|rule)$/.test(group.lemma)) return group.lemma;
  const next = tokens[group.last + 1];
  const what = group.passive
    ? null
    : phraseAfter(tokens.slice(0, first - 1), group.last + (next?.lower === 'as' ? 2 : 1), 4);
  const who = what ?? subjectOf(tokens, finiteOf(groups, group).first);
  return who ? wordsOf(text, tokens, who) : (stayLabel(at, first) ?? takenUpSubject(at, group));
}

/** "trained for four years as a nurse", "spent three years in Paris": where, or as what, someone was for so long. */
function stayLabel({ tokens, text }: Context, first: number): string | null {
  let last = first;
  while (last < tokens.length && !isTimeWord(tokens[last]!.lower)) last++;
  const link = tokens[last + 1];
  // Nights at an inn and minutes at a gate are told by the way.
  if (!/^(?:year|month)s?$/.test(tokens[last]?.lower ?? '')) return null;
  if (!link || !/^(?:in|at|as|with|on|under)$/.test(link.lower) || startsDate(tokens, last + 2)) return null;
  const phrase = phraseAfter(tokens, last + 2, 4);
  return phrase && tokens[phrase.first]!.start - link.end < 6
    ? `${tokens[last]!.lower} ${link.lower} ${wordsOf(text, tokens, phrase)}`
    : null;
}
