import { countryNamed } from '../countries.ts';
import type { Token } from '../language.ts';
import { givenNames, hasThingWord, NOBLE, OFFICE_OF, organisationWord, ROLES, TITLES } from './names.ts';

/** Whether a token starts with a capital letter, as names do. */
export const isCapital = (t: Token | undefined): boolean =>
  t?.capital === true && /^\p{Lu}/u.test(t.text) && t.pos !== 'PUNCT';

/** Words of the calendar: they have capitals and name nobody. */
export const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|christmas|easter|ramadan|spring|summer|autumn|winter)\.?$/;

/** Whether a word with a capital can begin a name where it stands. */
export function startsName(tokens: readonly Token[], at: number, heading: boolean): boolean {
  const t = tokens[at]!;
  if (heading && isHeadlineWord(t)) return false;
  if (CALENDAR.test(t.lower) && !isPersonAfter(tokens, at)) return false;
  if (NO_NAME.test(t.lower)) return false;
  // "E-mails", "T-shirts"
  if (/^\p{Lu}-\p{Ll}+$/u.test(t.text)) return false;
  if (/^(?:DET|ADP|PRON|SCONJ|CCONJ|ADV|AUX|NUM|PART|INTJ)$/.test(t.pos)) return false;
  const pair = isCapital(tokens[at + 1]) ? countryNamed(`${t.text} ${tokens[at + 1]!.text}`) : null;
  if (pair) return true;
  if (t.pos === 'VERB' && t.common && isFirst(tokens, at)) return false;
  // "US-led", "Hague-based": an adjective before a name.
  if (/-(?:\p{Ll}+ed|born|run|style|like|wide|language|made)$/u.test(t.text)) return false;
  // First in its sentence, an ordinary word: only with a name right behind it.
  const next = tokens[at + 1];
  if (isFirst(tokens, at) && t.common && t.pos !== 'PROPN' && !countryNamed(t.text)) {
    const nextTo = next !== undefined && next.start - t.end === 1;
    if (nextTo && isCapital(next) && !CALENDAR.test(next.lower)) return t.pos !== 'ADJ' || next.common;
    if (nextTo && BODY_LINKS.has(next.lower) && isCapital(tokens[at + 2])) return organisationWord(t.lower);
    // It may yet be the family name of someone: "Park resigned".
    return t.pos === 'NOUN' && !/s$/.test(t.lower);
  }
  return true;
}

/** Whether a token is the first word of a sentence, a quotation or a bracket. */
export function isFirst(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || /^(?:[.!?:;…]+|["“‘”(—–])$/.test(before.text);
}

/** Index of the last token of the run that starts at `first`. */
export function runEnd(tokens: readonly Token[], first: number, heading: boolean): number {
  let last = first;
  let body = organisationWord(tokens[first]!.lower);
  for (let k = first + 1; k < tokens.length; k++) {
    const t = tokens[k]!;
    if (t.start - tokens[k - 1]!.end > 1) break;
    if (isCapital(t)) {
      if (CALENDAR.test(t.lower) && !isNameToo(tokens, k)) break;
      const plain = t.common && t.text !== t.text.toUpperCase();
      if (plain && /^(?:DET|PRON|SCONJ|ADP|AUX|CCONJ)$/.test(t.pos)) break;
      if (heading && isHeadlineWord(t)) break;
      last = k;
      body = body || organisationWord(t.lower);
      continue;
    }
    // "the People's Republic of China", "the People's Bank"
    if (/^['’]s?$/.test(t.text) && tokens[k - 1]!.text === 'People' && isCapital(tokens[k + 1])) continue;
    if (!INSIDE.has(t.lower)) break;
    if (BODY_LINKS.has(t.lower) && !links(tokens, first, last, k, body)) break;
    // "University of the Arts": up to two small words, then a capital.
    let n = k + 1;
    const second = tokens[n];
    if (second && INSIDE.has(second.lower) && !isCapital(second) && second.start - t.end === 1) n++;
    const far = tokens[n];
    if (!far || !isCapital(far) || CALENDAR.test(far.lower) || far.start - tokens[n - 1]!.end !== 1) break;
    k = n;
    last = n;
  }
  return last;
}

const words = (list: string): string[] => list.split(' ');

/** Small words inside names. */
const INSIDE = new Set(
  words(
    'of for de da do dos das del della di du la le les el al bin bint ibn ben van von der den ter ten zu af av y e & and the on in',
  ),
);

/** Of these, the ones that only names of bodies and offices have. */
const BODY_LINKS = new Set(words('of for and & the on in'));

const NO_NAME =
  /^(?:i|ok|a\.m\.|p\.m\.|am|pm|bc|ad|bce|ce|gmt|utc|no|nos|fig|table|figure|chapter|section|article|page|note|source|photo|image|credit|caption|updated|published|written|posted)\.?$/;

/** In a headline every word may have a capital: there an ordinary word is a name only as the name of a body's kind. */
const isHeadlineWord = (t: Token): boolean =>
  t.common && !organisationWord(t.lower) && !countryNamed(t.text) && titleOfOne(t.lower) === false;

const titleOfOne = (lower: string): boolean =>
  ROLES.has(lower) || TITLES.has(lower.replace(/\.$/, '')) || NOBLE.has(lower);

/** "April Jones", "May Chen": a month before a word that only names have. */
function isPersonAfter(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    /^(?:april|june|may|august|summer)$/.test(tokens[at]!.lower) &&
    isCapital(next) &&
    !next!.common &&
    !countryNamed(next!.text) &&
    next!.start - tokens[at]!.end === 1 &&
    tokens[at - 1]?.pos !== 'NUM'
  );
}

/** "Convention on Biological Diversity" */
const PAPER = /^(?:charter|convention|conference|treaty|agreement|protocol|declaration)$/;

/** The epithets of rulers and saints: "Harald the Red". */
const EPITHET =
  /^(?:great|red|bald|elder|younger|conqueror|terrible|magnificent|wise|good|bold|fat|short|pious|confessor|lion|fair|black|white|blind|navigator|apostate|hammer|brave|simple|stammerer|impaler|lawgiver|baptist|theologian|evangelist)$/;

/** "Ana May", "Dong Jun said": a month that goes on with a name and that no number follows. */
const isNameToo = (tokens: readonly Token[], at: number): boolean =>
  /^(?:may|march|august|june|april)$/.test(tokens[at]!.lower) ||
  (/^(?:jun|jan)$/.test(tokens[at]!.lower) && !/^\d/.test(tokens[at + 1]?.text ?? ''));

/** Whether `of`, `for`, `and` … at `k` go on with the name: "Bank of England", "Secretary of State Ann Lee". */
function links(tokens: readonly Token[], first: number, last: number, k: number, body: boolean): boolean {
  const lower = tokens[k]!.lower;
  const head = tokens[last]!.lower;
  // "the Prince of Wales"
  if (lower === 'of' && NOBLE.has(head)) return true;
  if (lower === 'of' && ROLES.has(head)) return OFFICE_OF.has(tokens[k + 1]?.lower ?? '');
  if (lower === 'of' && (hasThingWord(head) || organisationWord(head))) return true;
  // "Ekholm & Sons"
  if (lower === '&') return true;
  if (lower === 'the' && first === last && (!tokens[first]!.common || givenNames.has(tokens[first]!.lower)))
    return EPITHET.test(tokens[k + 1]?.lower ?? '');
  if (lower === 'on' && PAPER.test(head)) return true;
  if (lower === 'and' && tokens[k - 2]?.lower === 'on' && PAPER.test(tokens[k - 3]?.lower ?? ''))
    return tokens[k - 1]!.common && tokens[k + 1]?.common === true;
  if (!body) return false;
  if (lower === 'and' || lower === '&' || lower === 'on' || lower === 'in')
    return continuesBody(tokens, first, k);
  return true;
}

/** "Department of Health and Care" goes on; "Bank of England and Treasury" are two. */
function continuesBody(tokens: readonly Token[], first: number, at: number): boolean {
  const next = tokens[at + 1];
  if (!next || !isCapital(next) || organisationWord(next.lower) || countryNamed(next.text)) return false;
  if (tokens[at]!.lower === '&') return true;
  if (tokens[at]!.lower !== 'and')
    return tokens[at]!.lower === 'on' && organisationWord(tokens[at - 1]!.lower);
  for (let k = first; k < at; k++) {
    if (tokens[k]!.lower === 'of' || tokens[k]!.lower === 'for') return tokens[at - 1]!.common && next.common;
  }
  return false;
}
