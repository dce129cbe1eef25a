import { ROLES } from '../actors/names.ts';
import { type ActorIndex, type ActorMention, actorsIn } from '../actors.ts';
import type { Token } from '../language.ts';
import type { Reading } from '../reading.ts';

/**
 * The word by which a text calls a person once they are introduced, by their full name: `Ana Ruiz` → `Ruiz`. Only
 * persons whom the text itself calls so, and only where no other person shares the word. Cost: the mentions, once.
 */
export function shortNames(reading: Reading, actors: ActorIndex): ReadonlyMap<string, string> {
  const known = kept.get(actors);
  if (known) return known;
  const bearers = new Map<string, Set<string>>();
  const calls = new Map<string, Map<string, number>>();
  for (const { name, kind, start, end } of actors.mentions) {
    if (kind !== 'person') continue;
    const words = name.split(' ');
    for (const word of words) bearers.set(word, (bearers.get(word) ?? new Set()).add(name));
    const form = reading.words.slice(start, end).replace(TITLE, '');
    if (words.length < 2 || RANK.test(name) || (form !== words.at(-1) && form !== words[0])) continue;
    const forms = calls.get(name) ?? new Map<string, number>();
    forms.set(form, (forms.get(form) ?? 0) + 1);
    calls.set(name, forms);
  }
  const short = new Map<string, string>();
  for (const [name, forms] of calls) {
    const [form, times] = [...forms].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    const often = name.endsWith(` ${form}`) ? 1 : OFTEN;
    if (times >= often && bearers.get(form)?.size === 1) short.set(name, form);
  }
  kept.set(actors, short);
  return short;
}

/** How a headline names a person. */
export const shortName = (name: string, reading: Reading, actors: ActorIndex): string =>
  shortNames(reading, actors).get(name) ?? name;

/** The tokens that a headline leaves out around the names of known persons: given names, offices. */
export function besideNames(
  tokens: readonly Token[],
  reading: Reading,
  actors: ActorIndex,
): ReadonlySet<number> {
  const beside = new Set<number>();
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return beside;
  const short = shortNames(reading, actors);
  for (const mention of actorsIn(actors, { start: first.start, end: last.end })) {
    const form = short.get(mention.name);
    if (form === undefined) continue;
    const own = within(tokens, mention);
    const at = own.filter((i) => tokens[i]?.text === form);
    const next = tokens[(own.at(-1) ?? 0) + 1];
    // "the Ana Ruiz Medal" is a name of its own.
    if (at.length !== 1 || (next?.capital && /^(?:PROPN|NOUN)$/.test(next.pos))) continue;
    for (const i of own) if (i !== at[0]) beside.add(i);
    for (const i of officeBefore(tokens, own[0] ?? 0)) beside.add(i);
  }
  return beside;
}

/** "Danish Prime Minister Ana Ruiz": the words of the office, with a capital, right before the name. */
function officeBefore(tokens: readonly Token[], name: number): number[] {
  let first = name;
  let office = false;
  for (let i = name - 1; i >= 0; i--) {
    const t = tokens[i];
    if (!t?.capital || !/^(?:PROPN|ADJ|NOUN)$/.test(t.pos)) break;
    const role = ROLES.has(t.lower.replace(/\.$/, ''));
    // What stands before the role says of which state.
    if (!role && !office) break;
    if (
      !role &&
      !/(?:an|ese|ish|ch|ian|i|prime|foreign|defence|defense|finance|vice|deputy|us|u\.s\.|uk|u\.k\.|eu|prc)$/.test(
        t.lower,
      )
    )
      break;
    office = true;
    first = i;
  }
  return tokens.slice(first, name).map((_, k) => first + k);
}

const within = (tokens: readonly Token[], { start, end }: ActorMention): number[] =>
  tokens.flatMap((t, i) => (t.start >= start && t.end <= end ? [i] : []));

/** Times that a text must call a person by the first word of the name: a given name mostly, `Xi` in others. */
const OFTEN = 3;

/** "Queen Anne" is no "Anne". */
const RANK =
  /^(?:Queen|King|Prince|Princess|Pope|Emperor|Empress|Saint|St|Lord|Lady|Sir|Duke|Mother|Father)\b/;

/** A title of address in front. */
const TITLE = /^(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+/;

const kept = new WeakMap<ActorIndex, ReadonlyMap<string, string>>();
