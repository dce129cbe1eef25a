import type { TextSpan } from '../../model/document.ts';
import { type Country, countryNamed } from '../countries.ts';
import type { Token } from '../language.ts';
import type { Block } from '../reading.ts';
import {
  calledAfter,
  calledBefore,
  isAgeAfter,
  isCredit,
  isDone,
  isHeOrShe,
  possessor,
  sharedVerb,
  verbAfter,
} from './beside.ts';
import { isCapital, isFirst, runEnd, startsName } from './nameBounds.ts';
import { type ActorKind, isActingVerb, isDoneToPersons, isHumanVerb } from './names.ts';
import { roleBefore, roleBehind, titleOf } from './offices.ts';

/** A name as it stands, before it is known what it is, with what its surroundings say. */
export interface Run extends TextSpan {
  /** Words of the name, without the titles and adjectives of a country before it. */
  readonly words: readonly string[];
  /** Where each word starts. */
  readonly starts: readonly number[];
  readonly name: string;
  readonly block: Block;
  /** `president`, `foreign minister` … where an office stands before or behind it. */
  readonly role: string | null;
  /** Countries whose adjective or possessive stands before it. */
  readonly of: readonly Country[];
  /** `Queen`, `Pope`: part of the name. */
  readonly noble: string | null;
  readonly honorific: boolean;
  /** `the` stands before it, as it does before no person's name. */
  readonly the: boolean;
  /** A title with a capital stands before it, as before persons' names only. */
  readonly styled: boolean;
  /** The preposition right before it, or empty. */
  readonly after: string;
  /** It is the subject of a verb of doing. */
  readonly acts: boolean;
  /** It is the subject of what only persons do, or has an age. */
  readonly human: boolean;
  readonly possessive: boolean;
  /** The short name in brackets behind it: `WHO`. */
  readonly acronym: string | null;
  /** In a heading, or first in its sentence with ordinary words: proves nothing by itself. */
  readonly weak: boolean;
  /** Every word of it is in the dictionary. */
  readonly ordinary: boolean;
  /** None is. */
  readonly unknown: boolean;
  /** What the words beside it call it: "Carlsen, a Danish brewer". */
  readonly called: ActorKind | null;
  /** Names the paper or agency that a text is from. */
  readonly credit: boolean;
}

/** Finds the runs of capitals in one block and appends them to `runs`. */
export function collectRuns(text: string, block: Block, tokens: readonly Token[], runs: Run[]): void {
  const heading = block.kind === 'heading';
  for (let i = 0; i < tokens.length; ) {
    if (!isCapital(tokens[i]) || !startsName(tokens, i, heading)) {
      i++;
      continue;
    }
    const last = runEnd(tokens, i, heading);
    addRun(text, block, tokens, i, last, runs);
    i = last + 1;
  }
}

function addRun(
  text: string,
  block: Block,
  tokens: readonly Token[],
  first: number,
  last: number,
  runs: Run[],
): void {
  const title = titleOf(tokens, first, last);
  const { from } = title;
  // "US President Joe Biden", "Institute Director Kirill Babaev": what stands before the office is a name of its own.
  if (title.body >= 0) addRun(text, block, tokens, first, title.body, runs);
  const before = tokens[first - 1];
  const next = tokens[last + 1];
  const [roleBeside, countries] = roleBefore(tokens, first);
  const role = title.role ?? roleBeside ?? roleBehind(tokens, last);
  const of = [...title.of, ...countries, ...possessor(tokens, first)];
  // "the president of Russia", "Vladimir Putin of Russia"
  const behind = next?.lower === 'of' && role ? countryNamed(tokens[last + 2]?.text ?? '') : null;
  if (behind) of.push(behind.country);
  const bracket = tokens[last + 2];
  const inBrackets = next?.text === '(' && bracket && tokens[last + 3]?.text === ')';
  const after =
    before?.pos === 'ADP' || /^(?:to|near|outside|off)$/.test(before?.lower ?? '')
      ? before!.lower
      : before?.lower === 'the' && tokens[first - 2]?.pos === 'ADP'
        ? tokens[first - 2]!.lower
        : '';
  const verb =
    after === '' || after === 'since' ? (verbAfter(tokens, last) ?? sharedVerb(tokens, last)) : null;
  const own = tokens.slice(from, last + 1);
  const ordinary = own.every((t) => t.common);
  runs.push({
    start: tokens[from]!.start,
    end: tokens[last]!.end,
    words: own.map((t) => t.text),
    starts: own.map((t) => t.start),
    name: text.slice(tokens[from]!.start, tokens[last]!.end).replace(/\s+/g, ' '),
    block,
    role,
    of,
    noble: title.noble,
    honorific: title.honorific,
    the: before?.lower === 'the' && from === first,
    styled: from > first && (title.honorific || title.role !== null),
    after,
    // "bought by Halden": who does it stands behind.
    acts: verb !== null ? isActingVerb(verb.lemma) : after === 'by' && isDone(tokens, first - 2),
    human:
      (verb !== null && isHumanVerb(verb.lemma)) ||
      isAgeAfter(tokens, last) ||
      (/^(?:|to|by|with|for|of|against)$/.test(after) && isHeOrShe(tokens, last)) ||
      (before?.pos === 'VERB' && isDoneToPersons(before.lemma)),
    possessive: next?.lower === "'s" || (next?.text === '’' && next.start === tokens[last]!.end),
    acronym: inBrackets && /^\p{Lu}[\p{L}\d.&-]{1,7}$/u.test(bracket.text) ? bracket.text : null,
    weak:
      block.kind === 'heading' ||
      (isFirst(tokens, first) && ordinary && !own.every((t) => t.pos === 'PROPN')),
    ordinary,
    unknown: own.every((t) => !t.common),
    called: calledAfter(tokens, last) ?? calledBefore(tokens, first),
    credit: isCredit(tokens, first, last, block),
  });
}
