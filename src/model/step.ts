import type { Document } from './document.ts';
import { byText, type Edit, keyOf } from './edit.ts';
import type { SourceChange } from './sourceChange.ts';

/** What a step does, for its name. */
export const STEP_VERBS = [
  'edit',
  'confirm',
  'dismiss',
  'restore',
  'merge',
  'unmerge',
  'split',
  'unsplit',
  'add',
  'delete',
  'rule',
  'changeRule',
  'removeRule',
  'date',
  'undate',
  'addDocuments',
  'removeDocuments',
  'replace',
  'import',
  'sort',
  'readAgain',
  'tell',
  'untell',
  'retell',
  'rename',
  'reattach',
  'discard',
] as const;
export type StepVerb = (typeof STEP_VERBS)[number];

/** What a step is called: `merge 3 events`, `confirm “The mill burns”`. */
export interface StepName {
  readonly verb: StepVerb;
  /** How many events, documents, rules … it changes, ≥ 1. */
  readonly count: number;
  /** Title, term or name of what is changed, where it is one thing. */
  readonly what?: string;
}

/** One edit as it was and as it is; null where there is none. */
export interface Change {
  /** The edit's key. */
  readonly key: string;
  readonly before: Edit | null;
  readonly after: Edit | null;
}

/** Something that a person did, small enough to be kept for ever: only what it changed, and back. */
export interface Step {
  readonly name: StepName;
  /** At most one for a key. */
  readonly changes: readonly Change[];
  /** The collection's name, where it changes. */
  readonly rename?: { readonly before: string; readonly after: string };
  /** What reading has changed: documents and events that came, went or were read otherwise. */
  readonly source?: SourceChange & {
    /** Whether the events were read by this program, where that is another answer than before. */
    readonly read?: { readonly before: boolean; readonly after: boolean };
  };
  /** A document for which another version was put, with the same id; of steps that have no `source` yet. */
  readonly replaced?: { readonly before: Document; readonly after: Document };
}

/** Which side of a step is wanted: `after` does it, `before` takes it back. */
export type Side = 'before' | 'after';

/**
 * Edits with the changes of a step, or without them again.
 * @param edits in order, see `inOrder`. Not modified.
 * @returns in order.
 */
export function applyStep(edits: readonly Edit[], step: Step, side: Side): readonly Edit[] {
  if (step.changes.length === 0) return edits;
  const wanted = new Map(step.changes.map((change) => [change.key, change[side]]));
  const kept = edits.filter((edit) => !wanted.has(keyOf(edit)));
  const put = [...wanted].flatMap(([key, edit]) => (edit ? [{ key, edit }] : []));
  put.sort((a, b) => byText(a.key, b.key));
  const result: Edit[] = [];
  let next = 0;
  for (const edit of kept) {
    const key = keyOf(edit);
    while (next < put.length && put[next]!.key < key) result.push(put[next++]!.edit);
    result.push(edit);
  }
  while (next < put.length) result.push(put[next++]!.edit);
  return result;
}

/**
 * Two steps that are done as one; neither of them has read anything.
 * @param second follows `first`. @returns changes that lead nowhere are left out.
 */
export function joinSteps(first: Step, second: Step, name: StepName): Step {
  const changes = new Map(first.changes.map((change) => [change.key, change]));
  for (const change of second.changes) {
    const before = changes.get(change.key);
    changes.set(change.key, before ? { ...change, before: before.before } : change);
  }
  const rename =
    first.rename && second.rename
      ? { before: first.rename.before, after: second.rename.after }
      : (first.rename ?? second.rename);
  return {
    name,
    changes: [...changes.values()].filter(({ before, after }) => before !== null || after !== null),
    ...(rename ? { rename } : {}),
  };
}
