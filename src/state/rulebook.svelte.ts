import { type Current, curate } from '../model/current.ts';
import { byOrder, type Edit, inOrder, type Rule } from '../model/edit.ts';
import type { TimelineEvent } from '../model/event.ts';
import { termPattern } from '../model/rules.ts';
import { type Bench, orderBefore } from './bench.svelte.ts';

/** A rule as a person gives it; its place in the order is behind the others. */
export type NewRule = Pick<Rule, 'term'> & Partial<Pick<Rule, 'where' | 'category' | 'status' | 'dismissed'>>;

/** A rule, and how many events are otherwise for it: what is set by hand or by a later rule is not its doing. */
export interface CountedRule {
  readonly rule: Rule;
  readonly count: number;
}

/** The rules that were made from corrections, and the verbs for them. */
export class Rulebook {
  readonly #bench: Bench;
  readonly #rules = $derived.by(() => byOrder(this.#bench.edits.filter((edit) => edit.kind === 'rule')));
  readonly #counted = $derived.by(() =>
    this.#rules.map((rule): CountedRule => {
      const others = this.#bench.edits.filter((edit) => edit !== rule);
      return { rule, count: changedBetween(this.#made(others), this.#bench.current).length };
    }),
  );

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** In their order, each with the number of events that it changes. */
  get rules(): readonly CountedRule[] {
    return this.#counted;
  }

  /** What a rule would change of what is there now, events as they are before it; nothing is changed. */
  try(rule: NewRule): readonly TimelineEvent[] {
    const tried = this.#ruleOf(rule, 'tried', this.#bench.lastOrder('rule') + 1);
    return changedBetween(this.#bench.current, this.#made(inOrder([...this.#bench.edits, tried])));
  }

  /** What other edits would make of what was read. */
  #made(edits: readonly Edit[]): Current {
    const { events, documents } = this.#bench.source;
    return curate({ events, documents, edits });
  }

  /** Adds a rule behind the others: it wins over them. @returns its id. */
  add(rule: NewRule): string {
    const edit = this.#ruleOf(rule, this.#bench.newIds('rule')(), this.#bench.lastOrder('rule') + 1);
    if (!termPattern(edit.term)) throw new RangeError(`found "${edit.term}", expected a term with a word`);
    this.#bench.do({ verb: 'rule', count: 1, what: edit.term }, [this.#bench.putting(edit)]);
    return edit.id;
  }

  /** Changes a rule. @param change a field that is there and undefined is taken away. */
  change(id: string, change: { readonly [K in keyof NewRule]?: NewRule[K] | undefined }): void {
    const before = this.#stored(id);
    const fields = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
    const after = Object.fromEntries(fields) as unknown as Rule;
    this.#bench.do({ verb: 'changeRule', count: 1, what: after.term }, [this.#bench.putting(after)]);
  }

  remove(id: string): void {
    const rule = this.#stored(id);
    this.#bench.do({ verb: 'removeRule', count: 1, what: rule.term }, this.#bench.removing(rule));
  }

  /** Puts a rule before another one; null: behind all. */
  move(id: string, before: string | null): void {
    const rule = this.#stored(id);
    const order = orderBefore(this.#rules, id, before);
    this.#bench.do({ verb: 'changeRule', count: 1, what: rule.term }, [
      this.#bench.putting({ ...rule, order }),
    ]);
  }

  #ruleOf(rule: NewRule, id: string, order: number): Rule {
    return {
      kind: 'rule',
      id,
      order,
      term: rule.term.trim(),
      where: rule.where ?? 'passage',
      ...(rule.category === undefined ? {} : { category: rule.category }),
      ...(rule.status === undefined ? {} : { status: rule.status }),
      ...(rule.dismissed ? { dismissed: true } : {}),
    };
  }

  #stored(id: string): Rule {
    return this.#bench.byKey(`rule/${id}`) as Rule;
  }
}

/** The events that are otherwise, on the timeline or off it; each as it was before, in time order. */
function changedBetween(before: Current, after: Current): readonly TimelineEvent[] {
  const now = new Map<string, TimelineEvent>();
  const off = new Set<string>();
  for (const event of after.events) now.set(event.id, event);
  for (const event of after.dismissed) {
    now.set(event.id, event);
    off.add(event.id);
  }
  const isOtherwise = (event: TimelineEvent, wasOff: boolean): boolean => {
    const is = now.get(event.id);
    if (!is || wasOff !== off.has(event.id)) return true;
    return is.category !== event.category || is.status !== event.status;
  };
  return [
    ...before.events.filter((event) => isOtherwise(event, false)),
    ...before.dismissed.filter((event) => isOtherwise(event, true)),
  ];
}
