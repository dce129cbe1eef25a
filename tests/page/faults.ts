import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** What is asked of a page. */
export interface Asked {
  /** A selector: of all of the page where absent. */
  readonly part?: string;
  /** All where none are named. */
  readonly rules?: string[];
}

/** What on a page stands in somebody's way, each in a line. */
export async function violations(page: Page, { part, rules = [] }: Asked = {}): Promise<string[]> {
  // Without frames of others nothing is to be put together in a further page, which costs as much as the looking does;
  // and what is found to be in order needs no list.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (rules.length > 0) axe.withRules(rules);
  const { violations: found } = await (part ? axe.include(part) : axe).analyze();
  return found.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`),
  );
}
