import type { Token } from '../language.ts';
import { count } from './length.ts';
import { NO_NAMES } from './pronouns.ts';
import { spell } from './spelling.ts';

/**
 * The tokens up to a good end: before a preposition, conjunction or relative, not behind one, and not within "between A
 * and B" or a list. @param names words to write for some tokens.
 */
export function phrase(
  tokens: readonly Token[],
  list: readonly number[],
  most: number,
  enough: number,
  names: ReadonlyMap<number, string> = NO_NAMES,
): string {
  let end = 0;
  let words = 0;
  let best = 0;
  let open = false;
  for (let k = 0; k < list.length; k++) {
    const i = list[k] ?? 0;
    const t = tokens[i];
    if (!t || STOPS.test(t.text)) break;
    if (t.text === ',' && words >= 3 && !inList(tokens, list, k)) break;
    if (k > 0 && !open && startsPhrase(tokens, list, k)) {
      if (words <= most) best = k;
      if (words >= enough) break;
    }
    if (t.lower === 'between') open = true;
    else if (open && t.lower === 'and') open = false;
    const glued = k > 0 && tokens[i - 1]?.end === t.start && list[k - 1] === i - 1;
    if (t.pos !== 'PUNCT' && !(glued && /^['’]/.test(t.text))) words += count(names.get(i) ?? 'word');
    if (words > most) {
      end = -1;
      break;
    }
    end = k + 1;
  }
  if (end < 0 && best === 0) best = lastNoun(tokens, list, most);
  const kept = list.slice(0, end < 0 || (best > 0 && words > enough && end !== list.length) ? best : end);
  return spell(tokens, trim(tokens, kept), names);
}

/** Whether it is a noun or a name. */
export const isNoun = (t: Token | undefined): boolean => t?.pos === 'NOUN' || t?.pos === 'PROPN';

const STOPS = /^(?:[.;:—–()[\]]|--)$/;

/** Words left for an object below which its name may be cut before "of". */
const TIGHT = 4;

/** Where nothing else ends a phrase in time: behind the last noun that no further noun follows. */
function lastNoun(tokens: readonly Token[], list: readonly number[], most: number): number {
  for (let k = Math.min(most, list.length - 1); k > 0; k--) {
    const [t, next] = [tokens[list[k - 1] ?? -1], tokens[list[k] ?? -1]];
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
  if (t.pos === 'CCONJ') return next?.pos === 'VERB' || next?.pos === 'AUX' || next?.pos === 'ADV';
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
    if (t.pos === 'CCONJ')
      return (
        k > comma + 1 ||
        tokens[list[k + 1] ?? -1]?.pos === 'NOUN' ||
        tokens[list[k + 1] ?? -1]?.pos === 'PROPN'
      );
    if (!/^(?:NOUN|PROPN|ADJ|PUNCT|NUM|DET)$/.test(t.pos)) return false;
  }
  return false;
}

const PARTICLE = /^(?:down|up|off|out|away|back|apart)$/;

/** Takes off the end what leaves a phrase hanging. */
function trim(tokens: readonly Token[], list: readonly number[]): number[] {
  const kept = [...list];
  while (kept.length > 0) {
    const at = kept.at(-1) ?? 0;
    const t = tokens[at];
    if (!t) break;
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
      /^(?:who|which|that|where|its|his|her|their|our|very|more|most|such|as|not|when|while)$/.test(t.lower);
    if (!hangs) break;
    kept.pop();
  }
  return kept;
}
