import { isEventNoun } from '../eventWords.ts';
import type { Token } from '../language.ts';
import type { Place } from './dating.ts';
import type { Sentence } from './occurrence.ts';

/** "during the 1920 session", "in the 2004 season": a stretch of time that the date names. */
export const isPeriod = (tokens: readonly Token[], [, , head]: readonly [number, number, number]): boolean =>
  /^(?:session|season|term|year|semester|period|quarter|half|month|week|day|decade|century|edition|issue)$/.test(
    tokens[head]?.lemma ?? '',
  );

/** "ORLA (Vos, 1966)" names what was made; "(Smith, 2010)" behind anything else cites. */
export function citation(
  tokens: readonly Token[],
  first: number,
  last: number,
  ranged: boolean,
): Pick<Place, 'role' | 'phrase'> | null {
  let open = first - 1;
  while (open >= 0 && first - open < 8 && tokens[open]?.text !== '(') open--;
  if (tokens[open]?.text !== '(') return null;
  const inside = tokens.slice(open + 1, first);
  const closes = tokens[last + 1]?.text === ')' || tokens[last + 1]?.text === ';';
  if (!closes) return null;
  const names = inside.some((t) => t.capital);
  // "(7 November 1867 – 4 July 1934)": the span of a life, or of a work, dates no verb.
  if (
    (inside.length > 0 || ranged) &&
    inside.every((t) => /^(?:\.|born|b\.?|c\.?|ca\.?|circa|died|d\.?|†|r\.?|reigned|\*)$/.test(t.lower)) &&
    isName(tokens[open - 1])
  )
    return { role: 'none', phrase: null };
  if (
    inside.some(
      (t) => !t.capital && /^(?:VERB|AUX|ADP|NOUN)$/.test(t.pos) && t.lower !== 'al.' && t.lower !== 'et',
    )
  )
    return null;
  const subject = tokens[open - 1];
  if (names) {
    if (!isName(subject)) return { role: 'none', phrase: null };
    let from = open - 1;
    while (isName(tokens[from - 1])) from--;
    return { role: 'named', phrase: [from, last, open - 1] };
  }
  return null;
}

const isName = (t: Token | undefined): boolean =>
  t?.capital === true && (t.pos === 'PROPN' || t.pos === 'NOUN');

/** "the May 2023 G7 summit", "last August’s talks": the noun that follows the date. */
export function nounBehind(
  tokens: readonly Token[],
  first: number,
  last: number,
  lead: string,
  p: number,
): readonly [number, number, number] | null {
  let i = last + 1;
  const possessive = tokens[i]?.lower === "'s" || tokens[i]?.lower === "'";
  if (possessive) i++;
  // "the February 4, 2022, “Joint Statement”": a comma and a quotation mark may stand between.
  if (tokens[p]?.pos === 'DET') while (/^[,“"‘]$/.test(tokens[i]?.text ?? '')) i++;
  let head = -1;
  for (; i < tokens.length; i++) {
    const t = tokens[i];
    if (!t) break;
    if (t.pos === 'NOUN' || (t.pos === 'PROPN' && t.lower !== "'s")) head = i;
    else if (t.lower === 'and' && head < 0 && tokens[i + 1]?.pos === 'ADJ') continue;
    else if (
      !(t.pos === 'ADJ' || t.pos === 'NUM' || t.text === '-' || (t.pos === 'VERB' && /ing$/.test(t.lower)))
    )
      break;
  }
  if (head < 0) return null;
  const before = tokens[p];
  const owned =
    possessive ||
    before?.pos === 'DET' ||
    before?.lower === "'s" ||
    before?.lower === "'" ||
    before?.pos === 'PRON' ||
    (before?.pos === 'ADJ' && p === first - 1) ||
    /^(?:the|a|an|this|that) /i.test(tokens[first]?.text ?? '') ||
    (tokens[first]?.pos === 'DET' && tokens[last + 1]?.pos !== 'DET' && last > first && possessive);
  const noun = tokens[head];
  if (!noun) return null;
  // "In the sixth century plague emptied the city": right before the verb stands its subject.
  const acts = tokens[head + 1]?.pos === 'VERB' && /ed$/.test(tokens[head + 1]?.lower ?? '');
  if (lead === 'in' && acts && tokens[head + 2]?.pos === 'DET') return null;
  if (!owned && !(lead !== '' && noun.pos === 'NOUN' && isEventNoun(noun.lemma))) return null;
  let from = first;
  while (
    from > 0 &&
    (isPossessor(tokens[from - 1]) ||
      (/^['’]s?$/.test(tokens[from]?.text ?? '') && tokens[from - 1]?.pos === 'NOUN'))
  )
    from--;
  return [from, head, head];
}

const isPossessor = (t: Token | undefined): boolean =>
  t !== undefined &&
  (t.pos === 'DET' ||
    t.pos === 'ADJ' ||
    t.lower === "'s" ||
    t.lower === "'" ||
    t.pos === 'PROPN' ||
    (t.pos === 'PRON' && /^(?:his|her|its|their|our|my)$/.test(t.lower)));

/** "the Act of 1908", "the outbreak of war in August 1914" before its verb: the noun that stands before the date. */
export function nounBefore(
  tokens: readonly Token[],
  p: number,
  lead: string,
  sentence: Sentence,
): readonly [number, number, number] | null {
  if (lead !== 'of' && lead !== 'in' && lead !== 'on' && lead !== 'from') return null;
  const noun = tokens[p - 1];
  if (!noun || (noun.pos !== 'NOUN' && noun.pos !== 'PROPN')) return null;
  const owner = sentence.parse.clauses[sentence.parse.owner[p] ?? -1];
  const verb = owner?.verb.first ?? tokens.length;
  let from = p - 1;
  let head = -1;
  let noun1 = p - 1;
  const take = (i: number) => {
    const t = tokens[i];
    if (t && (isEventNoun(t.lemma) || isEventNoun(t.lower))) head = i;
  };
  take(noun1);
  for (let i = p - 1; i >= 0; i--) {
    const t = tokens[i];
    if (!t) break;
    if (TIES.has(t.lower) && isNoun(tokens[i - 1])) {
      noun1 = i - 1;
      take(noun1);
      continue;
    }
    if (
      isNoun(t) ||
      t.pos === 'ADJ' ||
      t.pos === 'DET' ||
      t.pos === 'NUM' ||
      t.lower === "'s" ||
      t.lower === "'" ||
      t.pos === 'PRON'
    ) {
      from = i;
      if (t.pos === 'DET' && !TIES.has(tokens[i - 1]?.lower ?? '')) break;
      continue;
    }
    if (t.lower === 'and' && tokens[i - 1]?.pos === 'PROPN' && tokens[i + 1]?.pos === 'PROPN') continue;
    break;
  }
  if (head < 0) return null;
  if (lead === 'of') return [from, p - 1, head];
  // Behind the verb a date with "in" dates the verb, unless the phrase is what something came after.
  const aside = /^(?:after|before|since|following|despite|until)$/.test(tokens[from - 1]?.lower ?? '');
  return p < verb || aside ? [from, p - 1, head] : null;
}

const isNoun = (t: Token | undefined): boolean => t?.pos === 'NOUN' || t?.pos === 'PROPN';

/** Prepositions that tie nouns into one phrase. */
const TIES = new Set(['of', 'for', 'on', 'to', 'between', 'in', 'with', 'against']);
