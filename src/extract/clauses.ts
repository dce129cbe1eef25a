import { borrow } from './clauses/borrowed.ts';
import type { Clause, Parse } from './clauses/clause.ts';
import { carriesClause, withHelper } from './clauses/heads.ts';
import { kindOf } from './clauses/kinds.ts';
import { mendVerbs } from './clauses/mend.ts';
import { owners } from './clauses/owners.ts';
import { skipOpening, startOf } from './clauses/starts.ts';
import { subjectIn } from './clauses/subjects.ts';
import { NO_DATES } from './clauses/words.ts';
import type { Token, VerbGroup } from './language.ts';

export type { Clause, ClauseKind, Parse } from './clauses/clause.ts';
export { SAYING } from './clauses/words.ts';

/**
 * Cuts a sentence into clauses, one for each finite verb and for each participle or gerund that carries a clause. Needs
 * no grammar: a clause begins at a word that opens one, at a hard stop, at a comma that has a verb before it, or at its
 * subject. Linear in the number of tokens times the length of a noun phrase.
 * @param dates tokens that say a date: they are nobody's subject.
 */
export function parseClauses(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  dates: ReadonlySet<number> = NO_DATES,
): Parse {
  const mended = mendVerbs(tokens, groups);
  const heads = mended.filter((g, i) => carriesClause(tokens, g, mended[i - 1]));
  const starts: number[] = [];
  heads.forEach((g, i) => {
    starts.push(startOf(tokens, g, heads[i - 1], heads));
  });
  const clauses: Clause[] = [];
  heads.forEach((head, i) => {
    const verb = withHelper(tokens, head, clauses[i - 1]?.verb, heads[i + 1]);
    const first = starts[i] ?? verb.first;
    const last = (starts[i + 1] ?? tokens.length) - 1;
    const kind = kindOf(tokens, first, verb, clauses[i - 1]);
    const opening = skipOpening(tokens, first, verb.first);
    const own = subjectIn(tokens, opening, verb, dates);
    const [subject, borrowed] = own ? [own, false] : [borrow(tokens, clauses, kind, first), true];
    clauses.push({
      kind,
      first,
      last,
      verb,
      opening,
      subject,
      borrowed,
      parent: kind === 'main' ? -1 : i - 1,
    });
  });
  return { clauses, owner: owners(tokens, clauses) };
}
