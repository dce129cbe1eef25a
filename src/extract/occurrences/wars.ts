import type { DatedMention, Reading } from '../reading.ts';
import { implied, type Standing } from './implied.ts';
import type { Occurrence } from './occurrence.ts';

interface War {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

/** Wars that texts date other things by, with the years in which they began and ended. */
const WARS: readonly (readonly [words: string, name: string, first: number, last: number])[] = [
  ['(?:first|1st) world war|world war (?:i|one|1)|ww ?(?:i|1)|great war', 'First World War', 1914, 1918],
  ['(?:second|2nd) world war|world war (?:ii|two|2)|ww ?(?:ii|2)', 'Second World War', 1939, 1945],
  ['american civil war', 'American Civil War', 1861, 1865],
  ['english civil war', 'English Civil War', 1642, 1651],
  ['spanish civil war', 'Spanish Civil War', 1936, 1939],
  ['russian civil war', 'Russian Civil War', 1917, 1922],
  ["thirty years[’']? war", 'Thirty Years’ War', 1618, 1648],
  ["seven years[’']? war", 'Seven Years’ War', 1756, 1763],
  ['napoleonic wars', 'Napoleonic Wars', 1803, 1815],
  ['crimean war', 'Crimean War', 1853, 1856],
  ['franco-prussian war', 'Franco-Prussian War', 1870, 1871],
  ['(?:second )?boer war', 'Boer War', 1899, 1902],
  ['russo-japanese war', 'Russo-Japanese War', 1904, 1905],
  ['winter war', 'Winter War', 1939, 1940],
  ['korean war', 'Korean War', 1950, 1953],
  ['falklands war', 'Falklands War', 1982, 1982],
];
/** The two that a text of their century may mean by "the war". */
const GREAT: readonly War[] = WARS.slice(0, 2).map(([, name, first, last]) => ({ name, first, last }));
const NAMED = new RegExp(`\\b(?:${WARS.map(([words]) => `(${words})`).join('|')})(?![\\p{L}\\d])`, 'giu');
const ANY =
  /\bthe\s+war(?=[’']s\s+end|[\s.,;:)])(?!\s+(?:\p{Ll}+ly\s+)?(?:on|in|with|against|between|of|at|\p{Ll}{4,}s?\s+(?:was|were))\b)/gu;
/** During it, at its beginning, at its end; else it only is spoken of. */
const WHOLE = /\b(?:during|in|throughout|through)\s+(?:the\s+)?$/iu;
const BEGIN = /\b(?:the\s+)?(?:outbreak|start|beginning)\s+of\s+(?:the\s+)?$/iu;
const END = /\b(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?$/iu;
/** Looked at before the name. */
const BEFORE = 40;
/** Years before a war from which on a story that comes to "the war" means it. */
const SOON = 6;
const SURE = { named: 0.75, meant: 0.6 };

/**
 * "During the Second World War the house was a school", "By the end of the war 30 had died": the years of a war that
 * a sentence without a date names. "The war" is the one named last, or the world war to which the story has come.
 * @param found what the document has told so far.
 */
export function warsIn(reading: Reading, at: Standing, found: readonly Occurrence[]): DatedMention[] {
  const { words } = reading;
  const text = words.slice(at.span.start, at.span.end);
  if (!/\bwars?\b|\bww/i.test(text)) return [];
  const named = [...text.matchAll(NAMED)].flatMap((match) => {
    const war = warOf(match);
    return war ? dated(reading, at, match, war, war.name, SURE.named) : [];
  });
  if (named.length > 0) return named;
  return [...text.matchAll(ANY)].flatMap((match) => {
    const war = warMeant(reading, at, found);
    return war ? dated(reading, at, match, war, `the ${war.name}`, SURE.meant) : [];
  });
}

function dated(
  reading: Reading,
  at: Standing,
  match: RegExpExecArray,
  { first, last }: War,
  name: string,
  sure: number,
): DatedMention[] {
  const start = at.span.start + match.index;
  const end = start + match[0].length;
  // What "the war" begins with belongs to the name and not to what leads it.
  const before = reading.words.slice(Math.max(at.span.start, start - BEFORE), start);
  // "a hall for those who fell in the war": who they are, not what happened then.
  if (/\b(?:who|whom|which|that)\b[^,.;]*$/iu.test(before)) return [];
  const part = BEGIN.exec(before) ?? END.exec(before);
  if (part) {
    const year = BEGIN.test(before) ? first : last;
    return [implied(reading, at, { start: start - part[0].length, end }, `${year}`, 'year', name, sure)];
  }
  const ends = /^[’']s\s+end\b/.exec(reading.words.slice(end, at.span.end));
  if (ends)
    return [implied(reading, at, { start, end: end + ends[0].length }, `${last}`, 'year', name, sure)];
  if (!WHOLE.test(before)) return [];
  const the = /the\s+$/i.exec(before)?.[0].length ?? 0;
  const edtf = first === last ? `${first}` : `${first}/${last}`;
  return [implied(reading, at, { start: start - the, end }, edtf, 'year', name, sure)];
}

function warOf(match: RegExpExecArray): War | null {
  const i = match.slice(1).findIndex((group) => group !== undefined);
  const war = WARS[i];
  return war ? { name: war[1], first: war[2], last: war[3] } : null;
}

/** Characters before a sentence in which the war is looked for that it means. */
const LOOKED = 6000;

function warMeant({ words }: Reading, { span }: Standing, found: readonly Occurrence[]): War | null {
  const last = [...words.slice(Math.max(0, span.start - LOOKED), span.start).matchAll(NAMED)].at(-1);
  if (last) return warOf(last);
  if (/\bcivil war\b/i.test(words.slice(Math.max(0, span.start - LOOKED), span.start))) return null;
  const story = found.findLast((o) => o.kind === 'clause' && o.status === 'happened');
  const year = Number(/^\d{4}/.exec(story?.time.edtf ?? '')?.[0]);
  return GREAT.find(({ first, last: end }) => year >= first - SOON && year <= end) ?? null;
}
