import type { Token, VerbGroup } from '../language.ts';
import { lookup } from '../lookup.ts';
import type { Context } from './context.ts';
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
import { IRREGULAR, isPlural } from './nouns.ts';
import type { NumberPhrase } from './numbers.ts';
import { repeatedLabel } from './times.ts';
import { isTimeWord } from './units.ts';

const NEVER_COUNTED = new Set(
  'times degrees sides things ways reasons kinds types sorts terms ones others parts points aspects respects fronts steps lots places cases rows ends thirds halves quarters fifths tenths'.split(
    ' ',
  ),
);
/** Two or three of these are who acts, not how much of something there is. */
const ACTING =
  /^(?:countries|nations|governments|leaders|states|powers|presidents|ministers|lawmakers|senators|men|women|brothers|sisters|sons|daughters|parties|companies|firms|officials|sources|sentences|editions|volumes|versions|examples|models|cities|groups|players|teams|sets|elements|factors|goals|options|questions|areas|categories|phases|stages|sections|periods)$/;
const CASUALTY =
  /^(?:dead|killed|injured|wounded|missing|hurt|hospitalised|hospitalized|infected|arrested|detained|displaced|homeless|unaccounted|saved|rescued|drowned|stranded|trapped|freed|charged|convicted|acquitted|executed|dismissed|evacuated|vaccinated|quarantined)$/;
const HARMING =
  /^(?:kill|injure|wound|infect|arrest|detain|evacuate|displace|hospitalise|hospitalize|employ|drown|rescue|strand|execute)$/;
/** `people killed`; the dead, the missing and the wounded are nouns by themselves. */
const harmed = (how: string): string => (how === 'dead' ? how : `people ${how}`);
const participle = (lemma: string): string => (lemma.endsWith('e') ? `${lemma}d` : `${lemma}ed`);

interface Count {
  readonly unit: string;
  readonly label: string;
  readonly last: number;
}

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
  if (
    number.value < 10 &&
    /^(?:the|these|those|both|his|her|their|its|our|my|'s|'|’|all|other|last|first|next|past)$/.test(
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
  const noun = countedNoun(tokens, last + 1);
  if (noun) {
    const head = tokens[noun.head]!;
    if (NEVER_COUNTED.has(head.lower) && noun.head === noun.first) {
      if (head.lower === 'times') return timesCount(at, first, last, noun.head);
      if (head.lower !== 'cases' && head.lower !== 'points' && head.lower !== 'steps') return null;
    }
    if (isTimeWord(head.lower)) return null;
    if (head.lower === 'occasions') return timesCount(at, first, last, noun.head);
    if (number.value <= 3 && ACTING.test(head.lower)) return null;
    const label = wordsOf(text, tokens, noun);
    const deed = label === 'people' ? governor(tokens, at.groups, first) : null;
    const harm = deed && HARMING.test(deed.lemma) && first - deed.last <= 4 ? deed : null;
    return { unit: head.lower, label: harm ? harmed(participle(harm.lemma)) : label, last: noun.head };
  }
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

/** "one man was drowned", "killed one": of all that is one, only whom harm came to is counted. */
function oneHarmed({ tokens, groups }: Context, first: number, last: number): Count | null {
  let k = last + 1;
  if (tokens[k]?.pos === 'NOUN' && !isPlural(tokens[k]!)) k++;
  const stop = k - 1;
  while (tokens[k]?.pos === 'AUX' || tokens[k]?.lower === 'been') k++;
  const verb = tokens[k];
  if (verb?.lemma === 'die' && verb.pos === 'VERB') return { unit: 'deaths', label: 'deaths', last: stop };
  if (verb && CASUALTY.test(verb.lower)) return { unit: 'people', label: harmed(verb.lower), last: stop };
  const group = groups.find((g) => g.last === first - 1);
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

interface CountedNoun extends Phrase {
  readonly head: number;
}

/** The noun behind a number: `more than 40 other European states` gives `states`. `first` to `last` is its label. */
function countedNoun(tokens: readonly Token[], at: number): CountedNoun | null {
  let k = at;
  // "12 of the 40 passengers", "100 or more delegations", "40 or so"
  if (
    tokens[k]?.lower === 'of' &&
    (tokens[k + 1]?.pos === 'DET' || tokens[k + 1]?.pos === 'PRON' || tokens[k + 2]?.lower === "'s")
  ) {
    k += 1;
    while (tokens[k] && (tokens[k]!.pos === 'DET' || tokens[k]!.pos === 'PRON' || tokens[k]!.pos === 'NUM'))
      k++;
  } else if (tokens[k]?.lower === 'or' && /^(?:more|so|fewer)$/.test(tokens[k + 1]?.lower ?? '')) k += 2;
  const first = k;
  for (; k < tokens.length && k - first < 7; k++) {
    const t = tokens[k]!;
    const next = tokens[k + 1];
    const inside =
      t.pos === 'ADJ' ||
      t.pos === 'NOUN' ||
      t.pos === 'PROPN' ||
      t.pos === 'ADV' ||
      (t.pos === 'VERB' && /(?:ed|ing)$/.test(t.lower)) ||
      t.lower === "'s" ||
      t.pos === 'X';
    const joined =
      (t.pos === 'CCONJ' || t.text === ',') && (next?.pos === 'ADJ' || next?.pos === 'PROPN') && k > first;
    if (!inside && !joined) return null;
    if (
      (t.pos === 'NOUN' || t.pos === 'PROPN' || t.pos === 'ADJ') &&
      isPlural(t) &&
      !(t.pos === 'ADJ' && !IRREGULAR.has(t.lower))
    ) {
      // "ships" and not yet "sales records": a further noun right behind takes over.
      if (next && (next.pos === 'NOUN' || next.pos === 'PROPN') && isPlural(next) && next.start - t.end === 1)
        continue;
      if (next && next.pos === 'NOUN' && !isPlural(next) && next.start - t.end === 1) return null;
      const full = phraseAfter(tokens, first);
      const last = full && full.last > k && tokens[k + 1]?.lower === 'of' ? full.last : k;
      let from = first;
      while (
        from < k &&
        /^(?:more|other|further|different|additional|such|new|at|least)$/.test(tokens[from]!.lower)
      )
        from++;
      return { first: from, head: k, last };
    }
  }
  return null;
}

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
