import { type Country, countryNamed } from '../countries.ts';
import type { Token } from '../language.ts';
import { isCapital } from './nameBounds.ts';
import { hasThingWord, NOBLE, OFFICE_OF, organisationWord, ROLES, TITLES } from './names.ts';

/** Reads the titles at the head of a run, and the countries and bodies they belong to. */
export function titleOf(tokens: readonly Token[], first: number, last: number): Title {
  let from = first;
  let role: string | null = null;
  let honorific = false;
  let noble: string | null = null;
  let body = -1;
  const of: Country[] = [];
  for (let k = first; k < last; ) {
    // "Space and Major Disasters": behind a small word begins no title.
    const joined = k > first && !isCapital(tokens[k - 1]);
    const length = joined ? 0 : titleLength(tokens, k, last);
    if (length === 0 || k + length > last) {
      // "Chief Minister" at the end of a name is none; "Bank Governor Ueda" has its office inside.
      if (k - from >= 5) break;
      k++;
      continue;
    }
    for (let n = from; n < k; n++) {
      const named = countryNamed(tokens[n]!.text);
      if (named) of.push(named.country);
      else if (organisationWord(tokens[n]!.lower) || !tokens[n]!.common) body = k - 1;
    }
    const said = tokens.slice(k, k + length).map((w) => w.lower.replace(/\.$/, ''));
    const own = NOBLE.has(said[0]!);
    if (own && tokens[k + length]?.lower === 'of') break;
    // "General Motors", "Prince Edward Island", "King Abdullah University": the whole is another name.
    if (k === first && organisationWord(tokens[last]!.lower) && !isStyle(said.join(' '))) break;
    if (k === first && hasThingWord(tokens[last]!.lower) && (own || k + length === last)) {
      if (!isStyle(said.join(' '))) break;
    }
    if (own) noble = tokens[k]!.text;
    else if (isStyle(said.join(' '))) honorific = true;
    else role = ROLES.get(said.join(' ')) ?? said.join(' ');
    k += length;
    from = k;
  }
  if (from === first) return { from, role: null, honorific: false, noble: null, of: [], body: -1 };
  return { from, role, honorific, noble, of, body };
}

/** An office in lower case before a name, with the country it is of: "China's leader, Xi". */
export function roleBefore(tokens: readonly Token[], first: number): [string | null, Country[]] {
  let k = first - 1;
  if (tokens[k]?.text === ',') k--;
  const t = tokens[k];
  if (!t || t.capital) return [null, []];
  const two = tokens[k - 1] ? `${tokens[k - 1]!.lower} ${t.lower}` : '';
  const role = ROLES.get(two) ?? ROLES.get(t.lower) ?? null;
  if (!role) return [null, []];
  k -= ROLES.has(two) ? 2 : 1;
  const of: Country[] = [];
  for (let steps = 0; steps < 4 && k >= 0; steps++, k--) {
    const word = tokens[k]!;
    const named = word.capital ? countryNamed(word.text) : null;
    if (named) of.push(named.country);
    if (word.lower !== "'s" && word.text !== '’' && word.pos !== 'ADJ' && word.pos !== 'NOUN') break;
  }
  return [role, of];
}

/** "Ana Silva, the chief executive, …", "Ana Silva, 54, president of". */
export function roleBehind(tokens: readonly Token[], last: number): string | null {
  if (tokens[last + 1]?.text !== ',') return null;
  for (let k = last + 2; k < Math.min(tokens.length, last + 8); k++) {
    const t = tokens[k]!;
    if (t.pos === 'PUNCT' || t.pos === 'VERB' || t.pos === 'AUX' || t.pos === 'PRON') return null;
    const two = tokens[k + 1] ? `${t.lower} ${tokens[k + 1]!.lower}` : '';
    const role = ROLES.get(two) ?? ROLES.get(t.lower);
    // "the king's castle", "a president who": only the office itself.
    if (role) return tokens[k + 1]?.lower === "'s" ? null : role;
  }
  return null;
}

interface Title {
  /** Index of the first token of the name itself. */
  readonly from: number;
  readonly role: string | null;
  readonly honorific: boolean;
  readonly noble: string | null;
  readonly of: readonly Country[];
  /** Index of the last token of a body named before the office, or -1. */
  readonly body: number;
}

/** `Mr`, `Dr`, `Sen`: before persons and before nothing else. */
const isStyle = (joined: string): boolean => TITLES.has(joined) && !ROLES.has(joined);

/** How many tokens from `at` are a title: `Prime Minister`, `Secretary of State`, `Mr.`; 0 when none. */
function titleLength(tokens: readonly Token[], at: number, last: number): number {
  for (let length = Math.min(5, last - at + 1); length > 0; length--) {
    const said: string[] = [];
    for (let k = at; k < at + length; k++) said.push(tokens[k]!.lower.replace(/\.$/, ''));
    const joined = said.join(' ');
    if (TITLES.has(joined) || ROLES.has(joined) || NOBLE.has(joined)) return length;
    // "Minister of Health", "Superintendent of Education"
    if (length > 2 && said[1] === 'of' && ROLES.has(said[0]!) && OFFICE_OF.has(said[2]!) && length <= 5) {
      if (length === 3 || (length === 5 && said[3] === 'and')) return length;
    }
  }
  return 0;
}
