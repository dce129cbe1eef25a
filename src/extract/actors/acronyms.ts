import { countryNamed } from '../countries.ts';
import type { Part } from './cast.ts';
import { type Evidence, PLACE_PREPOSITIONS } from './evidence.ts';
import { hasOrganisationWord, hasThingWord } from './names.ts';
import type { Run } from './runs.ts';
import { knownOrganisation } from './wellKnown.ts';

/** A word of nothing but capitals, as acronyms are. */
export const ALL_CAPITALS = /^\p{Lu}[\p{Lu}\d&.-]+$/u;

/** Acronyms: those in brackets behind their long name, and those whose letters begin the words of one. */
export function shortNames(runs: readonly Run[], evidence: ReadonlyMap<string, Evidence>): Map<string, Part> {
  const short = new Map<string, Part>();
  for (const [i, run] of runs.entries()) {
    if (!run.acronym || short.has(run.acronym)) continue;
    // "United Nations Mission in Serra (UNMIS)": the body stands before the place.
    const before = runs[i - 1];
    if (
      before?.block === run.block &&
      run.start - before.end < 10 &&
      PLACE_PREPOSITIONS.has(run.after) &&
      hasOrganisationWord(before.words.map((w) => w.toLowerCase())) &&
      isAcronymOf(run.acronym, before.words)
    ) {
      short.set(run.acronym, { name: before.name, kind: 'organisation' });
      continue;
    }
    if (!isAcronymOf(run.acronym, run.words)) continue;
    const body =
      hasOrganisationWord(run.words.map((w) => w.toLowerCase())) || knownOrganisation(run.acronym) !== null;
    const thing = run.words.some((w) => hasThingWord(w.toLowerCase()));
    const name = knownOrganisation(run.acronym) ?? run.name;
    if (body) short.set(run.acronym, { name, kind: 'organisation' });
    else
      short.set(run.acronym, {
        name,
        kind: thing || countryNamed(run.name) || run.words.length < 2 ? null : 'organisation',
      });
  }
  const byInitials = new Map<string, string>();
  for (const long of evidence.values()) {
    if (long.words.length < 2 || !hasOrganisationWord(long.words.map((w) => w.toLowerCase()))) continue;
    const initials = initialsOf(long.words);
    if (!byInitials.has(initials)) byInitials.set(initials, long.name);
  }
  for (const seen of evidence.values()) {
    if (
      seen.words.length !== 1 ||
      !ALL_CAPITALS.test(seen.name) ||
      seen.name.replace(/\P{L}/gu, '').length < 3
    )
      continue;
    if (short.has(seen.name) || knownOrganisation(seen.name) !== null || countryNamed(seen.name)) continue;
    const long = byInitials.get(seen.name.toLowerCase().replace(/\P{L}/gu, ''));
    if (long !== undefined) short.set(seen.name, { name: long, kind: 'organisation' });
  }
  return short;
}

const initialsOf = (words: readonly string[]): string =>
  words
    .filter((w) => /^\p{Lu}/u.test(w))
    .map((w) => w[0]!.toLowerCase())
    .join('');

/** `WHO` of `World Health Organization`, `BRI` of "Belt and [Road Initiative]": its letters begin the words. */
function isAcronymOf(acronym: string, words: readonly string[]): boolean {
  const letters = acronym.replace(/[^\p{L}]/gu, '').toLowerCase();
  const initials = initialsOf(words);
  if (letters.length < 2 || initials.length < 2) return false;
  return (
    letters === initials || letters.startsWith(initials.slice(0, 2)) || letters.endsWith(initials.slice(-2))
  );
}
