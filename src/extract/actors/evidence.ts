import { remembered } from '../memo.ts';
import type { Run } from './runs.ts';

/** Names are the same when their keys are. */
export const keyOf: (name: string) => string = remembered((name) =>
  name.toLowerCase().replace(/’/g, "'").replace(/\./g, '').replace(/^the /, ''),
);

/** Prepositions behind which places stand. */
export const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(
  'in at near to from outside across around into through via off toward towards throughout inside within'.split(
    ' ',
  ),
);

/** Everything the document says about one name. */
export interface Evidence {
  readonly name: string;
  readonly words: readonly string[];
  readonly ordinary: boolean;
  /** None of its words is in the dictionary. */
  readonly unknown: boolean;
  count: number;
  strong: number;
  acts: number;
  human: number;
  placed: number;
  titled: number;
  styled: number;
  the: number;
  possessive: number;
  credit: number;
  body: number;
  noble: string | null;
  readonly roles: Map<string, number>;
  readonly countries: Map<string, number>;
}

/** Gathers what all runs of a document say about each name. @returns by {@link keyOf} the name. */
export function weigh(runs: readonly Run[]): Map<string, Evidence> {
  const evidence = new Map<string, Evidence>();
  for (const run of runs) {
    const key = keyOf(run.name);
    let seen = evidence.get(key);
    if (!seen) {
      seen = {
        name: run.name,
        words: run.words,
        ordinary: run.ordinary,
        unknown: run.unknown,
        count: 0,
        strong: 0,
        acts: 0,
        human: 0,
        placed: 0,
        titled: 0,
        styled: 0,
        the: 0,
        possessive: 0,
        credit: 0,
        body: 0,
        noble: null,
        roles: new Map(),
        countries: new Map(),
      };
      evidence.set(key, seen);
    }
    seen.count++;
    if (!run.weak) seen.strong++;
    if (run.acts) seen.acts++;
    if (run.human) seen.human++;
    if (PLACE_PREPOSITIONS.has(run.after)) seen.placed++;
    if (run.role || run.honorific || run.noble) seen.titled++;
    if (run.styled) seen.styled++;
    if (run.the) seen.the++;
    if (run.possessive) seen.possessive++;
    if (run.credit) seen.credit++;
    if (run.called === 'organisation') seen.body++;
    seen.noble ??= run.noble;
    if (run.role) bump(seen.roles, run.role);
    if (run.noble) bump(seen.roles, run.noble.toLowerCase());
    for (const country of run.of) bump(seen.countries, country.name);
  }
  return evidence;
}

/** Counts up. @param map is changed. */
export const bump = (map: Map<string, number>, key: string, by = 1): void =>
  void map.set(key, (map.get(key) ?? 0) + by);
