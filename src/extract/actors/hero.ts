import type { Reading } from '../reading.ts';
import type { ActorMention } from './mentions.ts';

/** Whom a document is about, where it is about one person: a life, an obituary, a portrait. */
export interface Hero {
  readonly name: string;
  /** The pronoun that the document uses for that person. */
  readonly pronoun: 'he' | 'she';
}

/** Pronouns of one sex among all of them from which on they speak of one person. */
const MOSTLY = 0.65;
/** Fewer pronouns than this show nothing. */
const LEAST = 3;

/**
 * The person a document is about: named in its title or first sentence, named most of all persons, and of the sex of
 * most of its pronouns. null for a document about several persons or none.
 */
export function heroOf(
  reading: Reading,
  mentions: readonly ActorMention[],
  counts: ReadonlyMap<string, number>,
): Hero | null {
  let first = reading.blocks.findIndex((b) => b.kind === 'paragraph');
  if (first < 0) first = reading.blocks.length - 1;
  const end = reading.blocks[first]?.sentences[0]?.end ?? 0;
  const early = mentions.filter((m) => m.kind === 'person' && m.start < end);
  const persons = new Set(mentions.filter((m) => m.kind === 'person').map((m) => m.name));
  const most = Math.max(0, ...[...persons].map((name) => counts.get(name) ?? 0));
  const hero = early.find((m) => (counts.get(m.name) ?? 0) === most);
  if (!hero || most < 2) return null;
  let he = 0;
  let she = 0;
  for (const block of reading.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'list') continue;
    const words = reading.words.slice(block.start, block.end);
    he += words.match(/\b(?:he|his|him)\b/gi)?.length ?? 0;
    she += words.match(/\b(?:she|her|hers)\b/gi)?.length ?? 0;
  }
  if (he + she < LEAST || Math.max(he, she) < MOSTLY * (he + she)) return null;
  return { name: hero.name, pronoun: he > she ? 'he' : 'she' };
}

const WOMAN =
  /\b(?:mother|wife|widow|sister|daughter|aunt|niece|grandmother|queen|princess|duchess|empress|mrs\.?|ms\.?|miss|lady|madame|actress|nun)\b/i;
const MAN =
  /\b(?:father|husband|widower|brother|son|uncle|nephew|grandfather|king|prince|duke|emperor|mr\.?|sir|lord|monsieur|actor|monk|priest|rev\.?)\b/i;
/** Men's names that end as women's mostly do. */
const MEN_IN_A =
  /^(?:luca|joshua|ezra|elisha|noah|nikita|ilya|sasha|misha|kostya|akira|krishna|rama|attila|barnaba|andrea|jona)$/i;

/** Which pronoun a person's name and the words right around it allow; null where nothing shows it. */
export function pronounOf(name: string, around: string): 'he' | 'she' | null {
  const woman = WOMAN.test(around);
  const man = MAN.test(around);
  if (woman !== man) return woman ? 'she' : 'he';
  const given = name.split(' ')[0] ?? '';
  return name.includes(' ') && /\p{Ll}a$/u.test(given) && !MEN_IN_A.test(given) ? 'she' : null;
}
