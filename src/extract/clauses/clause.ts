import type { VerbGroup } from '../language.ts';

/**
 * What a clause is to the sentence. `main`: it stands for itself. `content`: what someone says, thinks or shows.
 * `time`: after, before, when … `condition`: if, unless, whether. `ground`: because, although, so that. `relative`:
 * who, which, where. `reduced`: a participle for a relative clause ("the line opened in 1901"). `gerund`: "after
 * leaving Bonn", "becoming the first".
 */
export type ClauseKind =
  | 'main'
  | 'content'
  | 'time'
  | 'condition'
  | 'ground'
  | 'relative'
  | 'reduced'
  | 'gerund';

/** A verb with what belongs to it. Token indices into the sentence's tokens. */
export interface Clause {
  readonly kind: ClauseKind;
  /** First and last token of the stretch around the verb; fronted words before an embedded clause are not in it. */
  readonly first: number;
  readonly last: number;
  readonly verb: VerbGroup;
  /** Index of the first token behind the word that opens the clause (`after`, `which`, `and`). */
  readonly opening: number;
  /** The words that do it or to whom it is done, [first, last]; null where there are none. */
  readonly subject: readonly [number, number] | null;
  /** The subject stands elsewhere: in the clause before ("came and went") or before a `which`. */
  readonly borrowed: boolean;
  /** Index of the clause whose verb takes this one, or -1. */
  readonly parent: number;
}

/** The clauses of a sentence, and to which each token belongs. */
export interface Parse {
  readonly clauses: readonly Clause[];
  /** Index of a clause for each token, or -1 where the sentence has none. Parallel to the tokens. */
  readonly owner: readonly number[];
}
