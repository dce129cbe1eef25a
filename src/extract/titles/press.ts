import { isFiniteTense, type Token, verbGroups } from '../language.ts';
import { count, MOST_WORDS, range } from './length.ts';
import { isArticle, phrase } from './phrase.ts';
import { spell, tidy } from './spelling.ts';

/**
 * A press headline as it stands, behind who published it. Too long, it is told shorter: who says it first, without the
 * kicker before a colon, without articles, up to a good place; and without its publisher where too little of it would
 * be left beside the name.
 */
export function pressTitle(tokens: readonly Token[], hidden: ReadonlySet<number>, publisher: string): string {
  const list = range(0, tokens.length - 1).filter((i) => !hidden.has(i));
  const lead = publisher === '' || spell(tokens, list).includes(publisher) ? '' : `${publisher}: `;
  const led = shortened(tokens, list, MOST_WORDS - count(lead.trim()));
  if (lead === '' || count(led) >= LEAST_LEFT || count(led) >= count(spell(tokens, list)))
    return tidy(lead + led);
  const bare = shortened(tokens, list, MOST_WORDS);
  return tidy(count(bare) > count(led) ? bare : lead + led);
}

/** Words that a headline keeps beside its publisher at least. */
const LEAST_LEFT = 6;

function shortened(tokens: readonly Token[], list: readonly number[], most: number): string {
  const fits = (l: readonly number[]): boolean => count(spell(tokens, l)) <= most;
  if (fits(list)) return spell(tokens, list);
  const said = saidLast(tokens, list);
  if (said && count(spell(tokens, said.whom)) + count(spell(tokens, said.content)) <= most)
    return `${spell(tokens, said.whom)}: ${spell(tokens, said.content)}`;
  const lean = list.filter((i, k) => k === 0 || !isArticle(tokens[i]));
  if (fits(lean)) return spell(tokens, lean);
  const telling = tellingPart(tokens, said?.content ?? list, fits);
  const bare = fits(telling) ? telling : telling.filter((i, k) => k === 0 || !isArticle(tokens[i]));
  return fits(bare) ? spell(tokens, bare) : phrase(tokens, telling, most, most);
}

/** "Dam will hold, says a former engineer": who says it at the end, after the verb; null for any other. */
function saidLast(
  tokens: readonly Token[],
  list: readonly number[],
): { whom: readonly number[]; content: readonly number[] } | null {
  const comma = list.findLastIndex((i) => tokens[i]?.text === ',');
  const verb = tokens[list[comma + 1] ?? -1];
  if (comma < 3 || !SAYS.test(verb?.lower ?? '')) return null;
  const whom = list.slice(comma + 2);
  const first = tokens[whom[0] ?? -1];
  if (!first || !/^(?:DET|NOUN|PROPN|ADJ)$/.test(first.pos)) return null;
  return { whom: isArticle(first) ? whom.slice(1) : whom, content: list.slice(0, comma) };
}

const SAYS =
  /^(?:say|says|said|reckons?|warns?|warned|claims?|claimed|argues?|believes?|finds?|predicts?|thinks?|insists?|suggests?|admits?|vows?|tells?)$/;

/**
 * Of "KICKER: HEADLINE" the side that tells it: the one with a verb, else the one that fits and names more; of three
 * words or more.
 */
function tellingPart(
  tokens: readonly Token[],
  list: readonly number[],
  fits: (l: readonly number[]) => boolean,
): readonly number[] {
  const colon = list.findIndex((i) => /^[:;—–]$/.test(tokens[i]?.text ?? ''));
  if (colon < 0) return list;
  const [before, after] = [list.slice(0, colon), list.slice(colon + 1)];
  if (before.length < LEAST_PART || after.length < LEAST_PART)
    return before.length < after.length ? after : before;
  const verbs = verbGroups(tokens).filter(({ tense }) => isFiniteTense(tense));
  const tells = (l: readonly number[]): boolean => verbs.some(({ last }) => l.includes(last));
  if (tells(before) !== tells(after)) return tells(after) ? after : before;
  return fits(after) && names(tokens, after) > names(tokens, before) ? after : before;
}

/** Words of a part of a headline that can stand alone. */
const LEAST_PART = 3;

const names = (tokens: readonly Token[], list: readonly number[]): number =>
  list.filter((i) => tokens[i]?.pos === 'PROPN').length;
