import { isFiniteTense, verbGroups } from '../language.ts';
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
import { sentenceBefore } from './neighbours.ts';
import { isTimeWord } from './units.ts';

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
  return phrase && tokens[phrase.first]!.start - tokens[k]!.end < 14 ? phrase : null;
}

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
  if (!/^(?:of|at|worth|totalling|totaling|exceeding)$/.test(tokens[k]?.lower ?? '')) return null;
  const phrase = phraseBefore(tokens, k);
  return phrase && !startsDate(tokens, phrase.first) ? phrase : null;
}

function subjectLabel(at: Context, first: number): string | null {
  const { tokens, text, groups } = at;
  const group = governor(tokens, groups, first);
  if (!group || !isMeasuring(group.lemma)) return null;
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
  return subjectOfSentenceBefore(at);
}

/** "Trade reached a record. The total was $5m": the subject of the sentence before, within the paragraph. */
function subjectOfSentenceBefore(at: Context): string | null {
  const before = sentenceBefore(at);
  if (!before) return null;
  for (const group of verbGroups(before)) {
    if (group.tense === 'gerund' || group.tense === 'participle') continue;
    const subject = subjectOf(before, group.first);
    return subject ? wordsOf(at.text, before, subject) : null;
  }
  return null;
}

function verbLabel(at: Context, first: number, last: number): string | null {
  const { tokens, text, groups } = at;
  const group = governor(tokens, groups, first);
  const verb = group ? tokens[group.last]! : null;
  const link = tokens[last + 1];
  if (
    link &&
    /^(?:for|on|in|to|from|into|against|towards?)$/.test(link.lower) &&
    !startsDate(tokens, last + 2)
  ) {
    const phrase = phraseAfter(tokens, last + 2, 6);
    if (phrase && tokens[phrase.first]!.start - link.end < 14) {
      const words = wordsOf(text, tokens, phrase);
      return verb ? `${verb.text} ${link.lower} ${words}` : words;
    }
  }
  if (!group || !verb) return null;
  const object = phraseAfter(tokens.slice(0, first), group.last + 1, 6);
  if (object) return `${verb.text} ${wordsOf(text, tokens, object)}`.split(' ').slice(0, 8).join(' ');
  const subject = subjectOf(tokens, finiteOf(groups, group).first);
  // "It carried 6 million tonnes": what it is stands in the sentence before.
  const who = subject ? wordsOf(text, tokens, subject) : subjectOfSentenceBefore(at);
  return who === null ? verb.text : `${who} ${verb.text}`.split(' ').slice(-8).join(' ');
}

/** "$2m was raised for the clinic": the amount is the subject. */
function doneLabel(at: Context, last: number): string | null {
  const { tokens, text, groups } = at;
  const group = groups.find((g) => g.first === last + 1 && isFiniteTense(g.tense));
  if (!group || group.lemma === 'be') return null;
  const verb = tokens[group.last]!;
  const link = tokens[group.last + 1];
  if (link?.pos !== 'ADP' || startsDate(tokens, group.last + 2)) return verb.text;
  const phrase = phraseAfter(tokens, group.last + 2, 6);
  return phrase
    ? `${verb.text} ${link.lower} ${wordsOf(text, tokens, phrase)}`
    : `${verb.text} ${link.lower}`;
}

function fallbackLabel(at: Context, first: number): string {
  const { tokens, text } = at;
  for (let k = first - 1; k >= 0; k--) {
    if (tokens[k]!.pos === 'NOUN' && !isTimeWord(tokens[k]!.lower)) {
      const phrase = phraseBefore(tokens, k + 1);
      if (phrase && !startsDate(tokens, phrase.first)) return wordsOf(text, tokens, phrase);
    }
  }
  return subjectOfSentenceBefore(at) ?? 'amount';
}

export function moneyLabel(at: Context, first: number, last: number): string {
  const { tokens, text } = at;
  const words = (phrase: Phrase | null): string | null => (phrase ? wordsOf(text, tokens, phrase) : null);
  return (
    words(modified(at, last)) ??
    words(linked(at, last, /^(?:of|in|worth)$/)) ??
    words(named(at, first)) ??
    doneLabel(at, last) ??
    subjectLabel(at, first) ??
    verbLabel(at, first, last) ??
    fallbackLabel(at, first)
  );
}

/** ` per barrel` of "$40 a barrel". */
export function perLabel(at: Context, last: number): string {
  const link = at.tokens[last + 1]?.lower;
  const what = at.tokens[last + 2];
  if (!what || (link !== 'a' && link !== 'an' && link !== 'per') || what.pos !== 'NOUN') return '';
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
  return subjectLabel(at, first) ?? verbLabel(at, first, last) ?? fallbackLabel(at, first);
}

export function measureLabel(at: Context, first: number, last: number, compound: boolean): string {
  const { tokens, text } = at;
  const words = (phrase: Phrase | null): string | null => (phrase ? wordsOf(text, tokens, phrase) : null);
  return (
    words(compound ? modified(at, last) : linked(at, last, /^of$/)) ??
    (compound ? null : words(modified(at, last))) ??
    words(named(at, first)) ??
    doneLabel(at, last) ??
    subjectLabel(at, first) ??
    verbLabel(at, first, last) ??
    fallbackLabel(at, first)
  );
}

/** Lengths of time count only where they measure something: hours of talks, years in prison, a closure. */
export function timeLabel(at: Context, first: number, last: number): string | null {
  const { tokens, text } = at;
  const before = tokens[first - 1]?.lower ?? '';
  if (/^(?:last|past|next|previous|first|coming|following|every|final|recent|aged|the)$/.test(before))
    return null;
  const after = tokens[last + 1]?.lower ?? '';
  if (/^(?:ago|later|earlier|before|after|old|since|hence|away|ahead|prior|on|from)$/.test(after))
    return null;
  const unit = tokens[last]!.lower;
  if (/^(?:decade|centur|generation|season|semester)/.test(unit)) return null;
  if (after === 'of' && tokens[last + 2]?.lower !== 'age') {
    const of = phraseAfter(tokens, last + 2, 6);
    return of && !startsDate(tokens, last + 2) ? `${unit} of ${wordsOf(text, tokens, of)}` : null;
  }
  if (
    (after === 'in' || after === "'" || after === '’') &&
    /^(?:prison|jail|custody|detention|exile|captivity|hospital|imprisonment|probation|parole)$/.test(
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
    return null;
  if (first - group.last > 4) return null;
  const subject = subjectOf(tokens, finiteOf(at.groups, group).first);
  const object = group.passive ? null : phraseAfter(tokens.slice(0, first), group.last + 1, 6);
  const what = object ?? subject;
  return what ? `${wordsOf(text, tokens, what)} ${tokens[group.last]!.lower}` : null;
}
