import type { TextSpan } from '../model/document.ts';
import { castOf } from './actors/cast.ts';
import { type Hero, heroOf } from './actors/hero.ts';
import { type ActorMention, addDescriptions, type Memory, mentionsOf } from './actors/mentions.ts';
import type { ActorKind } from './actors/names.ts';
import { collectRuns, type Run } from './actors/runs.ts';
import type { Token } from './language.ts';
import type { Block, Reading } from './reading.ts';

export type { Hero } from './actors/hero.ts';
export type { ActorMention } from './actors/mentions.ts';
export type { ActorKind } from './actors/names.ts';

/** The actors of one document. */
export interface ActorIndex {
  /** Sorted by start, without overlap. */
  readonly mentions: readonly ActorMention[];
  /** How often each canonical name is mentioned. */
  readonly counts: ReadonlyMap<string, number>;
  /** Names with a capital that are no actors, as far as can be told: places, things. Sorted, without overlap. */
  readonly others: readonly (TextSpan & { readonly name: string })[];
  /** Whom the document is about, where that is one person. */
  readonly hero: Hero | null;
}

/**
 * Finds persons, organisations and countries, and gives each one name within the document. Two passes: the first
 * collects names with their surroundings and decides what each is, the second marks every mention. Linear.
 * @param tokensOfBlock the tokens of a block's sentences in order.
 */
export function findActors(reading: Reading, tokensOfBlock: (block: Block) => readonly Token[]): ActorIndex {
  const text = reading.words;
  // What stands at the end of a document or around it names sources and menus, not who acts.
  const blocks = reading.blocks.filter(
    (b) => b.kind !== 'note' && b.kind !== 'navigation' && b.kind !== 'byline',
  );
  const runs: Run[] = [];
  for (const block of blocks) collectRuns(text, block, tokensOfBlock(block), runs);
  const cast = castOf(runs);

  const mentions: ActorMention[] = [];
  const others: (TextSpan & { name: string })[] = [];
  const memory: Memory = { inBlock: new Set(), bodies: new Map(), met: new Set() };
  let next = 0;
  for (const block of blocks) {
    const tokens = tokensOfBlock(block);
    const from = mentions.length;
    memory.inBlock.clear();
    for (; next < runs.length && runs[next]!.block === block; next++) {
      const run = runs[next]!;
      if (run.credit) continue;
      const found = mentionsOf(run, cast, memory, tokens);
      if (found.length > 0) mentions.push(...found);
      // An ordinary word that only begins a sentence is no name.
      else if (!run.weak) others.push({ start: run.start, end: run.end, name: run.name });
    }
    addDescriptions(tokens, cast, memory, mentions, from);
  }
  const apart = withoutOverlap(mentions);
  const counts = new Map<string, number>();
  for (const { name } of apart) counts.set(name, (counts.get(name) ?? 0) + 1);
  return { mentions: apart, counts, others, hero: heroOf(reading, apart, counts) };
}

/** The mentions that overlap a span, in order. O(log n + answer). */
export function actorsIn(index: ActorIndex, span: TextSpan): ActorMention[] {
  const { mentions } = index;
  const found: ActorMention[] = [];
  for (let i = firstEndingAfter(mentions, span.start); i < mentions.length; i++) {
    const mention = mentions[i]!;
    if (mention.start >= span.end) break;
    found.push(mention);
  }
  return found;
}

/** Canonical names of those who act in a span, each once: by how often the span names them, then in the order of the text. */
export function namesIn(index: ActorIndex, span: TextSpan): string[] {
  const counts = new Map<string, number>();
  for (const { name, aside } of actorsIn(index, span))
    if (!aside) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/**
 * The last actor that is mentioned before `offset`, whom a pronoun there most likely means.
 * @param within do not look before this offset. @param kind only actors of these kinds.
 */
export function nearestActor(
  index: ActorIndex,
  offset: number,
  { kind, within = 0 }: { readonly kind?: ActorKind | readonly ActorKind[]; readonly within?: number } = {},
): ActorMention | null {
  const kinds = kind === undefined ? null : typeof kind === 'string' ? [kind] : kind;
  let i = firstEndingAfter(index.mentions, offset);
  // A mention that reaches beyond the offset is not before it.
  for (i = i - 1; i >= 0; i--) {
    const mention = index.mentions[i]!;
    if (mention.start < within) return null;
    if (mention.end <= offset && (!kinds || kinds.includes(mention.kind))) return mention;
  }
  return null;
}

/** Which kinds a pronoun can mean; null for words that are no personal pronoun. */
export function kindsOfPronoun(lower: string): readonly ActorKind[] | null {
  if (/^(?:he|she|him|her|his|hers|himself|herself)$/.test(lower)) return ['person'];
  if (/^(?:it|its|itself)$/.test(lower)) return ['organisation', 'country'];
  if (/^(?:they|them|their|theirs|themselves)$/.test(lower))
    return ['group', 'organisation', 'country', 'person'];
  return null;
}

function firstEndingAfter(spans: readonly TextSpan[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sorted; of two that overlap, the first and longer stays. */
function withoutOverlap(mentions: ActorMention[]): ActorMention[] {
  const apart: ActorMention[] = [];
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = apart[apart.length - 1];
    if (!last || mention.start >= last.end) apart.push(mention);
  }
  return apart;
}
