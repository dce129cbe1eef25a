import { isFiniteTense, type Token, type VerbGroup } from '../language.ts';
import { isTimeWord, unitAt } from './units.ts';

/** A label holds at most so many words. */
const LONGEST = 8;

/** Verbs whose subject is what their number measures: `trade reached`, `sales fell to`. */
const MEASURING = new Set(
  'reach total exceed be amount stand rise fall climb drop grow increase decrease decline hit pass surpass come average jump soar plunge slip sink swell shrink surge top cross near approach number remain become account represent constitute equal double triple peak range cost weigh measure cover span stretch hold seat run go cut raise reduce slash lower lift dip tumble rebound recover narrow widen slow accelerate edge expand contract advance put estimate value assess set'.split(
    ' ',
  ),
);

/** Subjects that only stand for what was named before. */
const PLACEHOLDERS = new Set(
  'it this that they these those he she we total figure sum number amount value level rate share which who there one some both volume'.split(
    ' ',
  ),
);

export const isMeasuring = (lemma: string): boolean => MEASURING.has(lemma);

/** A stretch of tokens, both ends included. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

const isNominal = (t: Token | undefined): boolean =>
  t !== undefined && (t.pos === 'NOUN' || t.pos === 'PROPN' || t.pos === 'ADJ');

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|spring|summer|autumn|winter)$/;

/** Whether a phrase that starts here tells a date: `2023`, `last year`, `the same period`. */
export function startsDate(tokens: readonly Token[], at: number): boolean {
  let k = at;
  while (
    tokens[k] &&
    (tokens[k]!.pos === 'DET' ||
      /^(?:early|late|mid|same|end|beginning|first|second|third|fourth)$/.test(tokens[k]!.lower))
  )
    k++;
  const t = tokens[k];
  if (!t) return false;
  if (/^(?:1[0-9]|20)\d\d$/.test(t.lower) || (MONTH.test(t.lower) && t.capital)) return true;
  if (/^(?:today|yesterday|tomorrow|spring|summer|autumn|winter)$/.test(t.lower)) return true;
  if (/^(?:last|next|past|previous|this|following|coming|current|recent)$/.test(t.lower))
    return (
      isTimeWord(tokens[k + 1]?.lower ?? '') ||
      /\d|^(?:few|two|three|four|five|ten)$/.test(tokens[k + 1]?.lower ?? '') ||
      MONTH.test(tokens[k + 1]?.lower ?? '')
    );
  if (/^\d{1,2}$/.test(t.lower) && MONTH.test(tokens[k + 1]?.lower ?? '')) return true;
  return isTimeWord(t.lower) || t.lower === 'period' || /^(?:1[0-9]|20)\d\ds$/.test(t.lower);
}

/**
 * The noun phrase from `at` on, with its `of` and one more preposition as far as the longest label allows: `tariffs on
 * Chinese electric cars`. null where none starts.
 */
export function phraseAfter(tokens: readonly Token[], at: number, longest = LONGEST): Phrase | null {
  let k = at;
  while (
    tokens[k] &&
    (tokens[k]!.pos === 'DET' ||
      (tokens[k]!.pos === 'PRON' && /^(?:its|their|his|her|our|my)$/.test(tokens[k]!.lower)))
  )
    k++;
  let first = k;
  let last = -1;
  let links = 0;
  /** Last noun before the newest link, and the word that links. */
  let linked: { readonly last: number; readonly by: string } | null = null;
  let noun = false;
  while (k < tokens.length && k - first < longest) {
    const t = tokens[k]!;
    const next = tokens[k + 1];
    if (isNominal(t) || t.lower === "'s" || ((t.text === '’' || t.text === "'") && isNominal(next))) {
      if (startsDate(tokens, k) && noun) break;
      // "for a rival in": an adjective with no noun behind it is one.
      if (t.pos === 'NOUN' || t.pos === 'PROPN' || (t.pos === 'ADJ' && next?.pos === 'ADP' && !noun)) {
        noun = true;
        last = k;
      }
    } else if (t.pos === 'VERB' && !noun && /ed$|ing$/.test(t.lower) && isNominal(next)) {
      // "refined products"
    } else if (
      t.pos === 'CCONJ' &&
      noun &&
      isNominal(next) &&
      (t.lower === 'and' || t.lower === 'or') &&
      sameKind(tokens, k)
    ) {
      // "oil and gas exports"
    } else if (t.pos === 'ADP' && noun && links < 2 && isLink(t.lower)) {
      let n = k + 1;
      while (tokens[n]?.pos === 'DET') n++;
      if (!isNominal(tokens[n]) || startsDate(tokens, k + 1)) break;
      links++;
      linked = { last, by: t.lower };
      k = n;
      continue;
    } else if (t.pos === 'NUM' && noun === false && k === first) {
      // "of the 40 passengers", "a 60 per cent stake": the number is not the thing.
      const unit = unitAt(tokens, k + 1);
      k = unit ? unit.last + 1 : k + 1;
      if (tokens[k]?.text === '-') k += 2;
      first = k;
      continue;
    } else break;
    k++;
  }
  if (last < first) return null;
  // Half of what a link leads to says nothing: "exports to the Russian", "relations between the Federation".
  const cut = k - first >= longest && isNominal(tokens[k]) && last === k - 1;
  const alone = linked?.by === 'between' && !tokens.slice(linked.last, last).some((t) => t.pos === 'CCONJ');
  if (linked && (cut || alone)) last = linked.last;
  return trimStart(tokens, { first, last });
}

const isLink = (lower: string): boolean =>
  /^(?:of|on|for|from|against|between|with|to|in|at|by|through|via)$/.test(lower);

/** The conjunction joins two nouns of one phrase when no verb follows the second before a border. */
function sameKind(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < Math.min(tokens.length, at + 6); k++) {
    const t = tokens[k]!;
    if (t.pos === 'VERB' || t.pos === 'AUX') return false;
    if (!isNominal(t)) return true;
  }
  return true;
}

function trimStart(tokens: readonly Token[], phrase: Phrase): Phrase {
  let { first } = phrase;
  while (
    first < phrase.last &&
    (tokens[first]!.pos === 'DET' ||
      tokens[first]!.pos === 'PUNCT' ||
      tokens[first]!.pos === 'PART' ||
      /^(?:other|further|additional|own|same|such|more)$/.test(tokens[first]!.lower))
  )
    first++;
  return { first, last: phrase.last };
}

/**
 * The subject of the verb group that starts at `before`: what stands left of it up to a border of the clause.
 * null where that is a pronoun or a word such as `total`, which need the sentence before.
 */
export function subjectOf(tokens: readonly Token[], before: number): Phrase | null {
  let last = before - 1;
  if (tokens[last]?.lower === 'than' && /^(?:more|less)$/.test(tokens[last - 1]?.lower ?? '')) last -= 2;
  while (last >= 0 && (tokens[last]!.pos === 'ADV' || tokens[last]!.lower === 'also')) last--;
  // "The bridge, opened in 1932, cost": the subject stands before the aside.
  if (last >= 0 && (tokens[last]!.text === ',' || tokens[last]!.text === ')')) {
    const open = tokens[last]!.text === ')' ? '(' : ',';
    let k = last - 1;
    while (k >= 0 && tokens[k]!.text !== open) k--;
    if (k > 0) last = k - 1;
  }
  let first = last + 1;
  let joint = -1;
  for (let k = last; k >= 0; k--) {
    const t = tokens[k]!;
    // "Oil fell below $40 and output dropped": the conjunction parts two clauses.
    if ((t.pos === 'VERB' || t.pos === 'AUX') && joint >= 0) first = joint + 1;
    if (
      t.pos === 'SCONJ' ||
      t.pos === 'VERB' ||
      t.pos === 'AUX' ||
      (t.pos === 'PUNCT' && !/^[-'’]$/.test(t.text))
    )
      break;
    if (t.pos === 'CCONJ' && (t.lower !== 'and' || !isNominal(tokens[k - 1]))) break;
    if (t.pos === 'CCONJ' && joint < 0) joint = k;
    if (t.pos === 'PRON' && !/^(?:its|their|his|her|our|my)$/.test(t.lower)) {
      if (k < last) break;
      // "the bridge that was bombed": what the pronoun stands for is right before it.
      const relative = /^(?:that|which|who)$/.test(t.lower);
      return relative ? phraseBefore(tokens, tokens[k - 1]?.text === ',' ? k - 1 : k) : null;
    }
    first = k;
  }
  first = skipLeadIn(tokens, first, last);
  if (first > last) return null;
  const phrase = shorten(tokens, { first, last });
  const head = headOf(tokens, phrase);
  if (!head || (PLACEHOLDERS.has(head.lemma) && phrase.last === phrase.first)) return null;
  if (PLACEHOLDERS.has(head.lemma)) {
    const of = ofPart(tokens, phrase);
    if (of) return of;
    if (phrase.last - phrase.first < 1) return null;
  }
  return phrase;
}

/** "In 2023 trade …", "According to the ministry exports …", "The two leaders": what leads in is not the subject. */
function skipLeadIn(tokens: readonly Token[], from: number, last: number): number {
  let first = from;
  while (first <= last) {
    const t = tokens[first]!;
    if (t.pos === 'NUM' && tokens[first + 1]?.text === '-') {
      first += 3;
    } else if (t.pos === 'ADP' && !startsDate(tokens, first + 1)) {
      let k = first + 1;
      while (k <= last && tokens[k]!.pos === 'DET') k++;
      while (k <= last && isNominal(tokens[k])) k++;
      if (k > last) break;
      first = k;
    } else if (/^(?:ADP|ADV|PUNCT|DET|CCONJ|NUM|PRON)$/.test(t.pos) || startsDate(tokens, first)) {
      first++;
    } else break;
  }
  return first;
}

/** `exports of gas` of "the volume of exports of gas". */
function ofPart(tokens: readonly Token[], phrase: Phrase): Phrase | null {
  for (let k = phrase.first; k < phrase.last; k++) {
    if (tokens[k]!.lower === 'of') return phraseAfter(tokens.slice(0, phrase.last + 1), k + 1);
  }
  return null;
}

/** The noun before the first preposition. */
function headOf(tokens: readonly Token[], phrase: Phrase): Token | null {
  let head: Token | null = null;
  for (let k = phrase.first; k <= phrase.last; k++) {
    const t = tokens[k]!;
    if (t.pos === 'ADP') break;
    if (isNominal(t) || t.pos === 'PRON' || t.pos === 'DET' || t.pos === 'NUM') head = t;
  }
  return head;
}

function shorten(tokens: readonly Token[], phrase: Phrase): Phrase {
  let { first, last } = phrase;
  // "In the first full year 412 ships": what is counted stands behind the number.
  for (let k = first; k < last; k++) if (tokens[k]!.pos === 'NUM' && isNominal(tokens[k + 1])) first = k + 1;
  while (first < last && tokens[first]!.pos === 'DET') first++;
  if (last - first >= LONGEST) {
    let cut = -1;
    for (let k = first + 1; k < first + LONGEST && k <= last; k++) {
      if (tokens[k]!.pos === 'ADP' || tokens[k]!.pos === 'CCONJ') cut = k - 1;
    }
    last = cut > first ? cut : first + LONGEST - 1;
  }
  // "Revenue in the third quarter of fiscal 2024": nor is a period without its date.
  const period = tokens.findIndex((t, k) => k > first && k < last && opensPeriod(tokens, k, last, t));
  if (period > 0) last = period - 1;
  // "the strike of August": the date is not what is measured.
  while (
    last > first &&
    (/^(?:ADP|CCONJ|DET|PUNCT|ADV|PRON|NUM)$/.test(tokens[last]!.pos) ||
      (MONTH.test(tokens[last]!.lower) && tokens[last]!.capital))
  )
    last--;
  return { first, last };
}

const opensPeriod = (tokens: readonly Token[], k: number, last: number, { lower }: Token): boolean =>
  /^(?:in|for|during|over)$/.test(lower) &&
  tokens.slice(k + 1, Math.min(k + 4, last + 1)).some((t) => /^(?:quarter|half|year|fiscal)$/.test(t.lower));

/** The noun phrase that ends right before `at`, such as `construction cost` of "a construction cost of". */
export function phraseBefore(tokens: readonly Token[], at: number): Phrase | null {
  let first = at;
  let k = at - 1;
  for (; k >= 0 && at - k <= LONGEST; k--) {
    if (!isNominal(tokens[k]) && tokens[k]!.lower !== "'s") break;
    first = k;
  }
  // One step further over "of": "cost of repairs".
  if (first < at && tokens[k]?.lower === 'of' && isNominal(tokens[k - 1]) && at - k < 6) {
    let n = k - 1;
    while (n > 0 && isNominal(tokens[n - 1]) && at - n < LONGEST) n--;
    first = n;
  }
  return first === at || !tokens.slice(first, at).some((t) => t.pos === 'NOUN' || t.pos === 'PROPN')
    ? null
    : { first, last: at - 1 };
}

/** The last finite verb group that ends before token `at`, if no clause border stands between. */
export function governor(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  at: number,
): VerbGroup | null {
  let best: VerbGroup | null = null;
  for (const group of groups) {
    if (group.last >= at) break;
    best = group;
  }
  if (!best) return null;
  for (let k = best.last + 1; k < at; k++) {
    if (tokens[k]!.text === ';' || tokens[k]!.text === ':') return null;
  }
  return best;
}

/** The verb group to which an infinitive or participle hangs: its subject is the subject. */
export function finiteOf(groups: readonly VerbGroup[], group: VerbGroup): VerbGroup {
  if (isFiniteTense(group.tense)) return group;
  let found = group;
  for (const g of groups) {
    if (g.first >= group.first) break;
    if (isFiniteTense(g.tense)) found = g;
  }
  return found;
}

/** The words of a phrase on one line, without quotes around them. */
export function wordsOf(text: string, tokens: readonly Token[], phrase: Phrase): string {
  return text
    .slice(tokens[phrase.first]!.start, tokens[phrase.last]!.end)
    .replace(/\s+/g, ' ')
    .replace(/^[“”"‘’']+|[“”"‘]+$/g, '')
    .trim();
}
