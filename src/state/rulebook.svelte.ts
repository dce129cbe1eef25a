import type { Rule } from '../model/edit.ts';
import { byOrder } from '../model/edit.ts';
import type { TimelineEvent } from '../model/event.ts';
import { applyRules, termPattern } from '../model/rules.ts';
import { type Bench, orderBefore } from './bench.svelte.ts';

/** A rule as a person gives it; its place in the order is behind the others. */
export type NewRule = Pick<Rule, 'term'> & Partial<Pick<Rule, 'where' | 'category' | 'status' | 'dismissed'>>;

/** A rule, and how many events it decides something about. */
export interface CountedRule {
  readonly rule: Rule;
  readonly count: number;
}

/** The rules that were made from corrections, and the verbs for them. */
export class Rulebook {
  readonly #bench: Bench;
  readonly #rules = $derived.by(() =>
    byOrder(this.#bench.edits.filter((edit) => edit.kind === 'rule')).map(
      (rule): CountedRule => ({ rule, count: this.#bench.current.ruled.get(rule.id) ?? 0 }),
    ),
  );

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** In their order, each with the number of events it decides something about. */
  get rules(): readonly CountedRule[] {
    return this.#rules;
  }

  /** How many events a rule would decide something about, and which; nothing is changed. */
  try(rule: NewRule): readonly TimelineEvent[] {
    const tried = this.#ruleOf(rule, 'tried', this.#bench.lastOrder('rule') + 1);
    const others = this.#rules.map((each) => each.rule);
    const { events } = this.#bench.source;
    return applyRules(events, [...others, tried]).flatMap(({ event, by }) =>
      by.includes('tried') ? [event] : [],
    );
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
    const order = orderBefore(
      this.#rules.map((each) => each.rule),
      id,
      before,
    );
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
