import { SAYING } from '../clauses.ts';
import type { Token } from '../language.ts';
import { count } from './length.ts';
import { NO_NAMES } from './pronouns.ts';
import { spell } from './spelling.ts';

/**
 * The tokens up to a good end. A phrase of at most `most` words stays whole; a longer one ends before a preposition,
 * conjunction or relative, not behind one, and not within "between A and B", a list, or "in the NOUN of".
 * @param enough words after which more of them are worth little. @param names words to write for some tokens.
 */
export function phrase(
  tokens: readonly Token[],
  list: readonly number[],
  most: number,
  enough: number,
  names: ReadonlyMap<number, string> = NO_NAMES,
): string {
  // "slipped [to August] and because of rain": what a conjunction joined is hidden.
  if (tokens[list[0] ?? -1]?.pos === 'CCONJ' && /^(?:ADP|SCONJ)$/.test(tokens[list[1] ?? -1]?.pos ?? ''))
    return phrase(tokens, list.slice(1), most, enough, names);
  const ends = endsOf(tokens, list, most, names);
  const whole = ends.find((e) => e.whole);
  const best =
    whole ?? ends.toSorted((a, b) => worth(tokens, list, b, enough) - worth(tokens, list, a, enough))[0];
  const end = best && best.at > 0 ? best.at : lastNoun(tokens, list, most);
  const kept = list.slice(0, end);
  const lean = whole ? null : leaner(tokens, list, most, names);
  // Headlines do without articles where that makes room for a name, or for what a noun waits for.
  const more = lean?.slice(lean.findIndex((i) => i > (kept.at(-1) ?? -1))) ?? [];
  const first = tokens[more[0] ?? -1];
  const waits = first?.lower === 'of' || tokens[kept.at(-1) ?? -1]?.pos === 'VERB';
  // "a detailed report | on the dam": of so short a thing it is told what it is about.
  const short =
    kept.length <= SHORT && /^(?:on|for|about|against|over|with|between)$/.test(first?.lower ?? '');
  const asked = waits || short || more.some((i) => tokens[i]?.pos === 'PROPN' && tokens[i]?.capital);
  return spell(tokens, trim(tokens, lean && asked ? lean : kept, names), names);
}

/** Tokens of an object that is no more than its noun. */
const SHORT = 3;

/** The tokens without articles and weak adjectives, up to where they end by themselves; null where that is too long, too. */
function leaner(
  tokens: readonly Token[],
  list: readonly number[],
  most: number,
  names: ReadonlyMap<number, string>,
): number[] | null {
  const lean = withoutWeak(tokens, list);
  if (lean.length === list.length) return null;
  const end = endsOf(tokens, lean, most, names).find((e) => e.whole);
  return end ? lean.slice(0, end.at) : null;
}

/** The tokens without articles and without words that say little of a noun. */
export const withoutWeak = (tokens: readonly Token[], list: readonly number[]): number[] =>
  list.filter((i) => !isArticle(tokens[i]) && !isWeak(tokens, i));

/** "a" and "the", but not where they open a name. */
export const isArticle = (t: Token | undefined): boolean => /^(?:a|an|the)$/.test(t?.text ?? '');

/** A word before a noun that says little of it. */
const isWeak = (tokens: readonly Token[], i: number): boolean =>
  WEAK.has(tokens[i]?.text ?? '') && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i + 1]?.pos ?? '');

const WEAK = new Set(
  'total overall official own entire whole various different certain particular several numerous further additional existing current present recent detailed significant substantial considerable major important respective'.split(
    ' ',
  ),
);

/** Where a phrase may end: before `list[at]`, after so many words; `whole` where it ends by itself. */
interface End {
  readonly at: number;
  readonly words: number;
  readonly whole: boolean;
}

function endsOf(
  tokens: readonly Token[],
  list: readonly number[],
  most: number,
  names: ReadonlyMap<number, string>,
): End[] {
  const ends: End[] = [];
  let words = 0;
  let open = false;
  let listed = 0;
  for (let k = 0; k < list.length; k++) {
    const i = list[k] ?? 0;
    const t = tokens[i];
    if (!t) continue;
    const members = t.text === ',' && inList(tokens, list, k);
    const credit = t.lower === 'according' && /^to$/.test(tokens[list[k + 1] ?? -1]?.lower ?? '');
    if (
      STOPS.test(t.text) ||
      credit ||
      (t.text === ',' && words >= 2 && !members && !describesOn(tokens, list, k))
    ) {
      if (!open && k > 0) ends.push({ at: k, words, whole: true });
      return ends;
    }
    if (members) listed = conjunctionAfter(tokens, list, k);
    if (k > 0 && !open && k > listed && startsPhrase(tokens, list, k))
      ends.push({ at: k, words, whole: false });
    if (t.lower === 'between') open = true;
    else if (open && t.lower === 'and') open = false;
    const glued = k > 0 && tokens[i - 1]?.end === t.start && list[k - 1] === i - 1;
    // "two-way" is one word, as is "town’s".
    const joined = glued && (/^['’]/.test(t.text) || /^[-‑]$/.test(tokens[i - 1]?.text ?? ''));
    if (t.pos !== 'PUNCT' && !joined) words += count(names.get(i) ?? 'word');
    if (words > most) return ends;
  }
  ends.push({ at: list.length, words, whole: true });
  return ends;
}

/** "a small, quiet town": a comma between what describes one noun. */
const describesOn = (tokens: readonly Token[], list: readonly number[], comma: number): boolean =>
  tokens[list[comma - 1] ?? -1]?.pos === 'ADJ' &&
  /^(?:ADJ|NOUN)$/.test(tokens[list[comma + 1] ?? -1]?.pos ?? '');

function conjunctionAfter(tokens: readonly Token[], list: readonly number[], comma: number): number {
  const k = list.findIndex((i, at) => at > comma && tokens[i]?.pos === 'CCONJ');
  return Math.max(comma, k);
}

/** How good an end is: the more words the better, up to enough; what leaves a noun waiting for its complement is bad. */
function worth(
  tokens: readonly Token[],
  list: readonly number[],
  { at, words }: End,
  enough: number,
): number {
  const last = tokens[list[at - 1] ?? -1];
  const next = tokens[list[at] ?? -1];
  let value = Math.min(words, enough) - Math.max(0, words - enough) / 4;
  if (WAITING.has(last?.lower ?? '') && at < list.length) value -= OUT_OF_QUESTION;
  if (next?.lower === 'of') value -= isLedDefinite(tokens, list, at) ? OUT_OF_QUESTION : 2;
  // "ordered the army to": what they were told to do must follow.
  const verb = tokens[(list[0] ?? 0) - 1];
  if (next?.lower === 'to' && next.pos === 'PART' && CAUSING.has(verb?.lemma ?? '')) value -= OUT_OF_QUESTION;
  if (last?.pos === 'VERB' && at < list.length && next?.text !== ',') value -= OUT_OF_QUESTION;
  // "pictures showing two ships | leaving the bay": without what they do the ships say nothing.
  const does = next?.pos === 'VERB' && /ing$/.test(next.lower);
  if (does && list.slice(0, at).some((i) => SHOWING.test(tokens[i]?.lower ?? ''))) value -= OUT_OF_QUESTION;
  if (next?.pos === 'CCONJ') value -= 2;
  if (next?.lower === 'that' || (next?.lower === 'to' && next.pos === 'PART')) value -= 1;
  return value;
}

const SHOWING = /^(?:showing|depicting|featuring|describing|picturing)$/;

const OUT_OF_QUESTION = 20;

const CAUSING = new Set(
  'order tell ask instruct force compel allow require urge enable persuade oblige forbid help cause get invite press'.split(
    ' ',
  ),
);

/** Nouns that say nothing before what they lead: "in a bid to", "in spite of". */
const WAITING = new Set(
  'bid effort attempt order aim spite presence course wake name view light favour favor form number lack sort kind rest hopes hope end terms case event absence process addition honour honor line face front part result basis sidelines turn lot deal way move sign time first last one only same equivalent signing'.split(
    ' ',
  ),
);

/** "in the presence | of": a definite noun behind a preposition is not known without its complement. */
function isLedDefinite(tokens: readonly Token[], list: readonly number[], at: number): boolean {
  let k = at - 1;
  while (k >= 0 && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[list[k] ?? -1]?.pos ?? '')) k--;
  return (
    tokens[list[k] ?? -1]?.lower === 'the' &&
    tokens[list[k - 1] ?? -1]?.pos === 'ADP' &&
    tokens[list[k - 1] ?? -1]?.lower !== 'of'
  );
}

/** Whether it is a noun or a name. */
export const isNoun = (t: Token | undefined): boolean => t?.pos === 'NOUN' || t?.pos === 'PROPN';

const STOPS = /^(?:[.;:—–()[\]]|--)$/;

/** Words left for an object below which its name may be cut before "of". */
const TIGHT = 4;

/** Where nothing else ends a phrase in time: behind the last noun that no further noun follows. */
function lastNoun(tokens: readonly Token[], list: readonly number[], most: number): number {
  for (let k = Math.min(most, list.length - 1); k > 0; k--) {
    const t = tokens[list[k - 1] ?? -1];
    const next = tokens[list[k] ?? -1];
    const noun = t?.pos === 'NOUN' || t?.pos === 'PROPN';
    if (
      noun &&
      next?.pos !== 'NOUN' &&
      next?.pos !== 'PROPN' &&
      !/^['’]/.test(next?.text ?? '') &&
      (next?.lower !== 'of' || k === 1 || most <= TIGHT)
    )
      return k;
  }
  return 0;
}

function startsPhrase(tokens: readonly Token[], list: readonly number[], k: number): boolean {
  const t = tokens[list[k] ?? -1];
  const next = tokens[list[k + 1] ?? -1];
  if (!t) return false;
  // "policy and trade" is one thing; "met and agreed" are two.
  // "Academy of Sciences" is one name.
  if (t.lower === 'of' && next?.pos === 'PROPN' && tokens[list[k - 1] ?? -1]?.pos === 'PROPN') return false;
  if (t.pos === 'CCONJ') {
    if (next?.pos === 'VERB' || next?.pos === 'AUX' || next?.pos === 'ADV') return true;
    const before = tokens[list[k - 1] ?? -1];
    return (
      before?.pos === 'NOUN' &&
      !/^(?:PROPN)$/.test(next?.pos ?? '') &&
      !tokens.some((w) => /^(?:both|either)$/.test(w.lower))
    );
  }
  return (
    t.pos === 'ADP' ||
    t.pos === 'SCONJ' ||
    t.text === ',' ||
    (t.pos === 'VERB' && /ing$/.test(t.lower) && isNoun(tokens[list[k - 1] ?? -1])) ||
    (t.pos === 'PART' && t.lower === 'to') ||
    /^(?:who|which|that|where)$/.test(t.lower)
  );
}

/** Tokens ahead in which the conjunction of a list is looked for. */
const LIST_REACH = 7;

/** A comma between the members of a list: "coal, oil and gas". */
function inList(tokens: readonly Token[], list: readonly number[], comma: number): boolean {
  for (let k = comma + 1; k < Math.min(list.length, comma + LIST_REACH); k++) {
    const t = tokens[list[k] ?? -1];
    if (!t) return false;
    if (t.pos === 'CCONJ') {
      const next = tokens[list[k + 1] ?? -1];
      const member = next?.pos === 'DET' ? tokens[list[k + 2] ?? -1] : next;
      return k > comma + 1 || next?.pos === 'NOUN' || member?.pos === 'PROPN';
    }
    if (!/^(?:NOUN|PROPN|ADJ|PUNCT|NUM|DET)$/.test(t.pos)) return false;
  }
  return false;
}

const NOWHERE = /^(?:front|spite|need|lieu|search|view|light|course|honou?r|memory|charge|aid)$/;

const PARTICLE = /^(?:down|up|off|out|away|back|apart)$/;

/** Takes off the end what leaves a phrase hanging. */
function trim(
  tokens: readonly Token[],
  list: readonly number[],
  names: ReadonlyMap<number, string>,
): number[] {
  const kept = [...list];
  while (kept.length > 0) {
    const at = kept.at(-1) ?? 0;
    const t = tokens[at];
    if (!t || names.has(at)) break;
    // "comes into being", "shuts the engine down": they end what they belong to.
    if (t.lower === 'being' && tokens[at - 1]?.lower === 'into') break;
    if (
      PARTICLE.test(t.lower) &&
      isNoun(tokens[at - 1]) &&
      !/^(?:DET|NOUN|PROPN|ADJ|NUM|PRON)$/.test(tokens[at + 1]?.pos ?? '')
    )
      break;
    const hangs =
      t.pos === 'ADP' ||
      t.pos === 'DET' ||
      t.pos === 'SCONJ' ||
      t.pos === 'CCONJ' ||
      t.pos === 'AUX' ||
      (t.pos === 'PUNCT' && !/^[”"’%]$/.test(t.text)) ||
      (t.pos === 'PART' && t.lower === 'to') ||
      (t.pos === 'VERB' && tokens[at - 1]?.lower === 'to' && SAYING.has(t.lemma)) ||
      (t.lower === 'one' && tokens[at - 1]?.pos === 'ADP') ||
      /^(?:who|which|that|where|there|its|his|her|their|our|very|more|most|such|as|not|when|while)$/.test(
        t.lower,
      );
    if (!hangs) break;
    kept.pop();
    // "in front of her": without whom it is nowhere.
    const [lead, noun] = [tokens[kept.at(-2) ?? -1], tokens[kept.at(-1) ?? -1]];
    if (t.lower === 'of' && lead?.pos === 'ADP' && NOWHERE.test(noun?.lower ?? '')) kept.length -= 2;
  }
  return kept;
}
