import { byOrder, type Rule } from './edit.ts';
import type { TimelineEvent } from './event.ts';

/** A rule's term is at most so long, UTF-16 units. */
export const LONGEST_TERM = 200;

/**
 * What finds a term in a text: its words in this order with any white space, hyphens or dashes between them, whatever
 * their case. A word of three letters or more may have a plural or possessive ending (`patrol` finds `patrols`), `*`
 * at its end stands for any ending. null where the term has no word.
 */
export function termPattern(term: string): RegExp | null {
  const words = term
    .normalize('NFC')
    .slice(0, LONGEST_TERM)
    .match(/[\p{L}\p{M}\p{N}'’]+\*?/gu);
  if (!words) return null;
  const parts = words.map((word) => {
    const stem = word.replace(/\*$/, '').replace(/['’]/g, "['’]");
    if (word.endsWith('*')) return `${stem}[\\p{L}\\p{M}\\p{N}]*`;
    return /^\p{L}{3,}$/u.test(word) ? `${stem}(?:(?:es|s)?(?:['’]s?)?)` : stem;
  });
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${parts.join('[\\s\\p{Pd}]+')}(?![\\p{L}\\p{M}\\p{N}])`, 'iu');
}

/** Whether a rule is about an event as it was extracted. */
export function ruleMatches(rule: Pick<Rule, 'term' | 'where'>, event: TimelineEvent): boolean {
  const pattern = termPattern(rule.term);
  return pattern !== null && stands(pattern, rule.where, event);
}

const stands = (pattern: RegExp, where: Rule['where'], event: TimelineEvent): boolean =>
  pattern.test(event.title.normalize('NFC')) ||
  (where === 'passage' && event.sources.some((source) => pattern.test(source.quote.normalize('NFC'))));

/** An event as the rules leave it. */
export interface Ruled {
  /** The same object where no rule changes it. */
  readonly event: TimelineEvent;
  readonly dismissed: boolean;
  /** Ids of the rules that decide something about it; a rule that a later one overrules is none. */
  readonly by: readonly string[];
}

/** Applies rules to events as extracted, in the order of the rules; the later wins. Pure; O(events × rules). */
export function applyRules(events: readonly TimelineEvent[], rules: readonly Rule[]): Ruled[] {
  const patterns = byOrder(rules).flatMap((rule) => {
    const pattern = termPattern(rule.term);
    return pattern ? [{ rule, pattern }] : [];
  });
  return events.map((event) => {
    let category: Rule | null = null;
    let status: Rule | null = null;
    let dismissed: Rule | null = null;
    for (const { rule, pattern } of patterns) {
      if (!stands(pattern, rule.where, event)) continue;
      if (rule.category !== undefined) category = rule;
      if (rule.status !== undefined) status = rule;
      if (rule.dismissed) dismissed = rule;
      else if (rule.category !== undefined || rule.status !== undefined) dismissed = null;
    }
    if (category?.category === event.category) category = null;
    if (status?.status === event.status) status = null;
    if (!category && !status && !dismissed) return { event, dismissed: false, by: NONE };
    const by = [...new Set([category, status, dismissed].flatMap((rule) => (rule ? [rule.id] : [])))];
    const changed =
      category || status
        ? {
            ...event,
            category: category?.category ?? event.category,
            status: status?.status ?? event.status,
          }
        : event;
    return { event: changed, dismissed: dismissed !== null, by };
  });
}

const NONE: readonly string[] = [];
