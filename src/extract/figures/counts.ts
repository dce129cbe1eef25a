import type { Token, VerbGroup } from '../language.ts';
import { lookup } from '../lookup.ts';
import { countOfLeftOut, countOfPart, isTaking } from './antecedents.ts';
import { add, type Context } from './context.ts';
import { type Count, countedNoun, isNeverCounted } from './counted.ts';
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
import { isPlural } from './nouns.ts';
import { type NumberPhrase, ordinalValue } from './numbers.ts';
import { repeatedLabel } from './times.ts';
import { isTimeWord } from './units.ts';

/** Two or three of these are who acts, not how much of something there is. */
const ACTING =
  /^(?:countries|nations|governments|leaders|states|powers|presidents|ministers|lawmakers|senators|men|women|brothers|sisters|sons|daughters|parties|companies|firms|officials|sources|sentences|editions|volumes|versions|examples|models|cities|groups|players|teams|sets|elements|factors|goals|options|questions|areas|categories|phases|stages|sections|periods)$/;
const CASUALTY =
  /^(?:dead|sick|ill|killed|injured|wounded|missing|hurt|hospitalised|hospitalized|infected|arrested|detained|displaced|homeless|unaccounted|saved|rescued|drowned|stranded|trapped|freed|charged|convicted|acquitted|executed|dismissed|evacuated|vaccinated|quarantined)$/;
const HARMING =
  /^(?:kill|injure|wound|infect|arrest|detain|evacuate|displace|hospitalise|hospitalize|employ|drown|rescue|strand|execute)$/;
/** `people killed`; the dead, the missing and the wounded are nouns by themselves. */
const harmed = (how: string): string => (how === 'dead' ? how : `people ${how}`);
const participle = (lemma: string): string => (lemma.endsWith('e') ? `${lemma}d` : `${lemma}ed`);

/** What is counted by a number that has no unit, or null. */
export function countOf(
  at: Context,
  first: number,
  last: number,
  number: NumberPhrase,
  range: boolean,
): Count | null {
  const { tokens, text } = at;
  if (number.rest) return compoundCount(at, last, number);
  const before = tokens[first - 1];
  if (number.value === 1 && !number.digits) return oneHarmed(at, first, last);
  if (number.value < 2 || !Number.isFinite(number.value)) return null;
  // "the first of two trials": a rank.
  if (before?.lower === 'of' && ordinalValue(tokens[first - 2]?.lower ?? '') !== null) return null;
  if (
    number.value < 10 &&
    /^(?:the|these|those|both|his|her|their|its|our|my|'s|'|’|last|first|next|past)$/.test(
      before?.lower ?? '',
    )
  )
    return null;
  // Boeing 737, Apollo 11: a name's number. After a preposition the name is a place: "In Cairo 40 people".
  const named =
    before?.capital &&
    (before.pos === 'PROPN' || !before.common) &&
    tokens[first - 2]?.pos !== 'ADP' &&
    first > 1;
  if (number.bare && named && number.value < 1000) return null;

  // "a twenty-one member senate": as with a hyphen.
  const thing = tokens[last + 1];
  if (
    /^an?$/.test(before?.lower ?? '') &&
    thing?.pos === 'NOUN' &&
    !isPlural(thing) &&
    tokens[last + 2]?.pos === 'NOUN'
  ) {
    return compoundCount(at, last + 1, { ...number, rest: thing.lower });
  }
  const part = range ? null : countOfPart(at, first, last, number);
  if (part) return part;
  const noun = countedNoun(tokens, last + 1);
  if (noun) {
    const head = tokens[noun.head]!;
    if (isNeverCounted(head.lower) && noun.head === noun.first) {
      if (head.lower === 'times') return timesCount(at, first, last, noun.head);
      if (head.lower === 'others' && !range) return countOfLeftOut(at, first, last, number);
      if (head.lower !== 'cases' && head.lower !== 'points' && head.lower !== 'steps') return null;
    }
    if (isTimeWord(head.lower)) return null;
    if (head.lower === 'occasions') return timesCount(at, first, last, noun.head);
    const deed = governor(tokens, at.groups, first);
    const near = deed !== null && first - deed.last <= 4;
    const harm =
      near && HARMING.test(deed.lemma) ? participle(deed.lemma) : sufferedAt(tokens, noun.last + 1);
    const taken = near && !deed.passive && first - deed.last <= 2 && isTaking(deed.lemma);
    if (number.value <= 3 && ACTING.test(head.lower) && !harm && !taken) return null;
    const label = wordsOf(text, tokens, noun);
    return { unit: head.lower, label: harm && label === 'people' ? harmed(harm) : label, last: noun.head };
  }
  const grouped = groupOf(at, first);
  if (grouped) return { ...grouped, last };
  const aboard = peopleAt(tokens, at.groups, last + 1);
  if (aboard) return { unit: 'people', label: aboard, last };
  const whole = range || isHarmOfPeople(tokens, last + 1) ? null : countOfLeftOut(at, first, last, number);
  if (whole) return whole;
  const after = tokens[last + 1];
  if (after && CASUALTY.test(after.lower))
    return { unit: 'people', label: harmed(after.lower), last: last + 1 };
  if (after?.pos === 'AUX') {
    // "11 were charged", "9 had died"
    const verb = tokens[tokens[last + 2]?.lower === 'been' ? last + 3 : last + 2];
    if (CASUALTY.test(verb?.lower ?? '')) return { unit: 'people', label: harmed(verb!.lower), last };
    if (verb?.lemma === 'die') return { unit: 'deaths', label: 'deaths', last };
  }
  if (after?.lemma === 'die' && after.pos === 'VERB') return { unit: 'deaths', label: 'deaths', last };
  if (range) return null;
  const group = governor(tokens, at.groups, first);
  if (!group) return null;
  const near = first - group.last;
  if (HARMING.test(group.lemma) && near <= 4 && !isNounBetween(tokens, group.last + 1, first)) {
    return { unit: 'people', label: harmed(participle(group.lemma)), last };
  }
  return measuredCount(at, first, last, group);
}

/** What harm the subject that ends before token `k` came to: `were injured`; empty where none is said. */
function sufferedAt(tokens: readonly Token[], k: number): string {
  if (/^(?:dead|injured|missing|sick|ill|wounded|homeless)$/.test(tokens[k]?.lower ?? ''))
    return tokens[k]!.lower;
  if (tokens[k]?.pos !== 'AUX') return '';
  const verb = tokens[tokens[k + 1]?.lower === 'been' ? k + 2 : k + 1];
  return CASUALTY.test(verb?.lower ?? '') ? verb!.lower : '';
}

/** What is said of people alone right behind their number: `41 survived`, `on board`, `were taken to hospital`. */
function peopleAt(tokens: readonly Token[], groups: readonly VerbGroup[], k: number): string | null {
  const next = tokens[k + 1]?.lower;
  if (tokens[k]?.lower === 'aboard' || (tokens[k]?.lower === 'on' && next === 'board'))
    return 'people on board';
  const verb = groups.find((g) => g.first === k);
  if (!verb || verb.negated || verb.tense !== 'past') return null;
  if (verb.lemma === 'survive' && !verb.passive) return 'people who survived';
  const to = tokens[verb.last + 1]?.lower === 'to' && tokens[verb.last + 2]?.lower === 'hospital';
  return verb.passive && to && /^(?:take|bring|admit|rush|fly|send)$/.test(verb.lemma)
    ? 'people taken to hospital'
    : null;
}

/** Harm that things come to as well: of these the noun before tells what is counted. */
const HARM_OF_THINGS = /^(?:missing|saved|stranded|freed|dismissed|rescued|evacuated|unaccounted)$/;

/** Whether harm that only people come to is told at token `k`: `were injured`, `dead`, `had died`. */
function isHarmOfPeople(tokens: readonly Token[], k: number): boolean {
  const harm = tokens[k]?.pos === 'AUX' ? sufferedAt(tokens, k) : (tokens[k]?.lower ?? '');
  if (CASUALTY.test(harm)) return !HARM_OF_THINGS.test(harm);
  let verb = k;
  while (tokens[verb]?.pos === 'AUX' || tokens[verb]?.pos === 'ADV') verb++;
  return tokens[verb]?.lemma === 'die';
}

/** What those are who stand together under one name: `a crew of nine`. */
const GROUPS: Readonly<Record<string, string>> = lookup({
  crew: 'people',
  team: 'people',
  party: 'people',
  squad: 'people',
  expedition: 'people',
  delegation: 'people',
  orchestra: 'people',
  choir: 'people',
  village: 'people',
  town: 'people',
  parish: 'people',
  settlement: 'people',
  colony: 'people',
  edition: 'copies',
  printing: 'copies',
  convoy: 'ships',
  fleet: 'ships',
  committee: 'members',
  commission: 'members',
  panel: 'members',
  board: 'members',
  council: 'members',
  jury: 'people',
  workforce: 'people',
  staff: 'people',
  garrison: 'people',
  crowd: 'people',
  audience: 'people',
  congregation: 'people',
});

/** `a crew of nine`, `a staff of about 300`; null where no such name stands before the number. */
function groupOf({ tokens, text }: Context, first: number): Omit<Count, 'last'> | null {
  let k = first - 1;
  while (/^(?:about|around|some|nearly|almost|over|more|than|just|only|up|to)$/.test(tokens[k]?.lower ?? ''))
    k--;
  const unit = tokens[k]?.lower === 'of' ? GROUPS[tokens[k - 1]?.lower ?? ''] : undefined;
  const phrase = unit ? phraseBefore(tokens, k) : null;
  return unit && phrase ? { unit, label: wordsOf(text, tokens, phrase) } : null;
}

/** Verbs of what a thing comes to, so that both of two are counted by it. */
const BEFALLING = new Set(
  'sink burn explode collapse crash capsize fail close survive die perish destroy damage lose repair rebuild demolish flood capture seize shut drown kill injure rescue save scrap replace build launch'.split(
    ' ',
  ),
);

/** Of these everybody has two: to lose both is no count. */
const PAIRS = /^(?:parents|grandparents|arms|legs|eyes|ears|hands|feet|knees|lungs|kidneys|halves|sides)$/;

/** `both ships sank`, `the fire destroyed both wings`. Both who acted, spoke or met are no figure. */
export function bothAt(at: Context, i: number): number {
  const { tokens, groups, text } = at;
  if (tokens[i]?.lower !== 'both') return 0;
  let k = i + 1;
  if (tokens[k]?.lower === 'of') k++;
  while (/^(?:the|its|their|his|her|these|those)$/.test(tokens[k]?.lower ?? '')) k++;
  const noun = countedNoun(tokens, k);
  const head = noun ? tokens[noun.head]!.lower : '';
  if (!noun || isNeverCounted(head) || isTimeWord(head) || PAIRS.test(head)) return 0;
  // "both ships and men" joins two things.
  if (tokens[noun.last + 1]?.pos === 'CCONJ') return 0;
  const done = groups.find((g) => g.first === noun.last + 1);
  const verb = done ?? groups.findLast((g) => g.last === i - 1 && !g.passive);
  if (!verb || verb.negated || verb.tense !== 'past' || !BEFALLING.has(verb.lemma)) return 0;
  // Both acted: "both companies built mills".
  if (
    done &&
    !done.passive &&
    !/^(?:[.,;:)]|in|on|at|by|off|after|when|during|within|and|from|with)$/.test(
      tokens[done.last + 1]?.lower ?? '.',
    )
  )
    return 0;
  add(at, i, noun.head, 2, head, wordsOf(text, tokens, noun), {});
  return noun.head + 1;
}

/** "one man was drowned", "killed one": of all that is one, only whom harm came to is counted. */
function oneHarmed({ tokens, groups }: Context, first: number, last: number): Count | null {
  let k = last + 1;
  if (tokens[k]?.pos === 'NOUN' && !isPlural(tokens[k]!)) k++;
  else if (tokens[k]?.lower === 'of' && /^(?:them|these|those|whom)$/.test(tokens[k + 1]?.lower ?? ''))
    k += 2;
  const stop = k - 1;
  // "one of them was saved": of things as well.
  if (stop > last + 1 && !isHarmOfPeople(tokens, k)) return null;
  while (tokens[k]?.pos === 'AUX' || tokens[k]?.lower === 'been') k++;
  const verb = tokens[k];
  if (verb?.lemma === 'die' && verb.pos === 'VERB') return { unit: 'deaths', label: 'deaths', last: stop };
  if (verb && CASUALTY.test(verb.lower)) return { unit: 'people', label: harmed(verb.lower), last: stop };
  const group = groups.find((g) => g.last === first - 1);
  const thing = tokens[last + 1]?.lower ?? '';
  if (group?.lemma === 'lose' && !group.negated && /^(?:man|woman|hand|sailor|soldier|child)$/.test(thing))
    return { unit: 'people', label: harmed('lost'), last: stop };
  const harm =
    group && !group.negated && HARMING.test(group.lemma) && /^(?:person|man|woman|child|[,.;]|and)$/;
  return harm && (!tokens[last + 1] || harm.test(tokens[last + 1]!.lower))
    ? { unit: 'people', label: harmed(participle(group.lemma)), last: stop }
    : null;
}

const isNounBetween = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let k = from; k < to; k++) if (tokens[k]!.pos === 'NOUN' || tokens[k]!.pos === 'PROPN') return true;
  return false;
};

/** `three times`: what was done, or by how much it is more. */
function timesCount(at: Context, first: number, last: number, head: number): Count | null {
  void last;
  const next = at.tokens[head + 1]?.lower ?? '';
  if (/^(?:a|per|daily|weekly)$/.test(next)) return null;
  const label = repeatedLabel(at, first, head);
  return label ? { unit: 'times', label, last: head } : null;
}

/** What a measuring verb's subject counts, where the number stands alone: "enrolment fell to 430". */
const SUBJECT_UNITS: Readonly<Record<string, string>> = lookup({
  population: 'people',
  enrolment: 'students',
  enrollment: 'students',
  toll: 'deaths',
  attendance: 'people',
  staff: 'people',
  workforce: 'people',
  payroll: 'people',
  headcount: 'people',
  membership: 'members',
  circulation: 'copies',
  crowd: 'people',
  garrison: 'people',
  readership: 'readers',
  congregation: 'people',
  audience: 'people',
  unemployment: 'people',
});

const PREPOSITIONS_OF_AMOUNT =
  /^(?:to|at|by|from|of|about|around|some|nearly|almost|over|than|approximately|roughly|only|just|least|an?|record|estimated|up|in|total|under|below|above)$/;

function measuredCount(at: Context, first: number, last: number, group: VerbGroup): Count | null {
  const { tokens, text } = at;
  // "a workforce of 300", "a crowd of 60,000"
  const before = tokens[first - 1];
  let of = before?.lower === 'of' ? first - 2 : -1;
  if (of < 0 && /^(?:about|around|some|nearly|almost|over|than)$/.test(before?.lower ?? '')) {
    let k = first - 1;
    while (k > 0 && PREPOSITIONS_OF_AMOUNT.test(tokens[k]!.lower) && tokens[k]!.lower !== 'of') k--;
    if (tokens[k]?.lower === 'of') of = k - 1;
  }
  if (of >= 0) {
    const noun = tokens[of]!;
    const unit = SUBJECT_UNITS[noun.lower];
    const phrase = unit ? phraseBefore(tokens, of + 1) : null;
    if (unit && phrase) return { unit, label: wordsOf(text, tokens, phrase), last };
    if (noun.pos === 'NOUN') return null;
  }
  const after = tokens[last + 1];
  if (
    after &&
    (after.pos === 'NOUN' || after.pos === 'PROPN' || after.pos === 'ADJ') &&
    after.start - tokens[last]!.end <= 1
  ) {
    if (!isTimeWord(after.lower) && !startsDate(tokens, last + 1)) return null;
  }
  for (let k = group.last + 1; k < first; k++) {
    const t = tokens[k]!;
    if (PREPOSITIONS_OF_AMOUNT.test(t.lower) || t.pos === 'ADV' || t.pos === 'SYM') continue;
    // "rose from 2,974 in 1944 to 9,374": what stands between is the first number and its date.
    if (t.pos === 'NUM' || t.text === '-' || t.text === '–' || /^(?:in|on|and)$/.test(t.lower)) continue;
    return null;
  }
  if (!isMeasuring(group.lemma) || group.lemma === 'be') return null;
  const finite = finiteOf(at.groups, group);
  const subject = subjectOf(tokens, finite.first) ?? null;
  if (!subject) return null;
  const head = subjectHead(tokens, subject);
  if (!head) return null;
  const unit =
    SUBJECT_UNITS[head.lower] ??
    (isPlural(head)
      ? head.lower === 'numbers' && subject.last > subject.first
        ? `${tokens[subject.first]!.lemma}s`
        : head.lower
      : null);
  if (!unit || isTimeWord(head.lower)) return null;
  return { unit, label: wordsOf(text, tokens, subject), last };
}

function subjectHead(tokens: readonly Token[], subject: Phrase): Token | null {
  let head: Token | null = null;
  for (let k = subject.first; k <= subject.last; k++) {
    const t = tokens[k]!;
    if (t.pos === 'ADP') break;
    if (t.pos === 'NOUN' || t.pos === 'PROPN') head = t;
  }
  return head;
}

const NO_COUNT_AFTER_HYPHEN =
  /^(?:way|ways|sided|part|tier|term|time|step|star|figure|digit|dimensional|level|pronged|old|odd|plus|ish|something|off|up|game|race|set|hander|stroke|bit|dimension|class|man|lane|wheel|wheeler|door|letter|word)s?$/;

function compoundCount(at: Context, last: number, number: NumberPhrase): Count | null {
  const { tokens, text } = at;
  const after = phraseAfter(tokens, last + 1, 6);
  const joined = after && tokens[last + 1] && after.first <= last + 2 ? after : null;
  if (number.rest === 'strong') {
    return joined ? { unit: 'people', label: wordsOf(text, tokens, joined), last } : null;
  }
  if (number.rest === 'fold') {
    const subject = governor(tokens, at.groups, number.first);
    const phrase = subject ? subjectOf(tokens, finiteOf(at.groups, subject).first) : null;
    return phrase ? { unit: 'times', label: wordsOf(text, tokens, phrase), last } : null;
  }
  const thing = number.rest;
  if (
    NO_COUNT_AFTER_HYPHEN.test(thing) ||
    thing.includes('-') ||
    !/^\p{Ll}{3,}$/u.test(thing) ||
    isTimeWord(thing)
  )
    return null;
  if (number.value < 2 || !joined) return null;
  const unit = thing.endsWith('s')
    ? thing
    : thing.endsWith('y') && !/[aeiou]y$/.test(thing)
      ? `${thing.slice(0, -1)}ies`
      : `${thing}s`;
  return {
    unit,
    label: `${unit} of ${wordsOf(text, tokens, joined)}`.split(' ').slice(0, 8).join(' '),
    last,
  };
}
