import type { Token } from '../language.ts';
import type { Clause } from './clause.ts';

/** Fronted words before an embedded clause belong to the first clause behind it that stands for itself. */
export function owners(tokens: readonly Token[], clauses: readonly Clause[]): number[] {
  const owner = tokens.map(() => -1);
  // A clause in brackets lies within another; the shorter one owns its words.
  const order = clauses.map((_, c) => c).sort((a, b) => lengthOf(clauses[b]) - lengthOf(clauses[a]) || a - b);
  for (const c of order) {
    const clause = clauses[c];
    if (clause) for (let i = clause.first; i <= clause.last; i++) owner[i] = c;
  }
  const lead = clauses[0];
  if (lead && lead.first > 0) {
    const main = clauses.findIndex((c) => c.kind === 'main');
    // Before a relative clause stands a main clause whose verb was not seen.
    const unseen = lead.kind === 'relative' || lead.kind === 'content';
    const own = unseen ? -1 : Math.max(main, 0);
    for (let i = 0; i < lead.first; i++) owner[i] = own;
  }
  return owner;
}

const lengthOf = (clause: Clause | undefined): number => (clause ? clause.last - clause.first : 0);
