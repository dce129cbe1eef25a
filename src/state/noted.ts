import type { Collection } from '../model/collection.ts';
import type { Document } from '../model/document.ts';
import { sourceChange } from '../model/sourceChange.ts';
import type { StepName, StepVerb } from '../model/step.ts';
import type { Open } from './open.ts';

/** What is open before something is read. */
export interface Before {
  readonly source: Collection;
  readonly read: boolean;
}

/** What is open now, to be compared with what is open then. */
export const nowOf = ({ source, read }: Open): Before => ({ source, read });

/** Notes as a step what was just read. */
export function note(open: Open, name: StepName, before: Before): void {
  const { source, read } = open;
  const change = sourceChange(before.source, source);
  if (!change) {
    if (read !== before.read) open.changed();
    return;
  }
  const trust = read === before.read ? {} : { read: { before: before.read, after: read } };
  open.curation.noted(name, { ...change, ...trust });
}

/** Names a step by the documents that it is about. */
export function named(verb: StepVerb, documents: readonly Document[], ids: readonly string[]): StepName {
  const only = ids.length === 1 ? documents.find((document) => document.id === ids[0])?.name : undefined;
  return { verb, count: Math.max(1, ids.length), ...(only === undefined ? {} : { what: only }) };
}
