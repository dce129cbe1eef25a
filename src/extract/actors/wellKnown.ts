import organisations from '../../../data/organisations.json' with { type: 'json' };

/** Canonical name of a well-known organisation, or null. Letter case counts: `WHO` is one, `who` is none. */
export const knownOrganisation = (name: string): string | null => KNOWN.get(name) ?? null;

const KNOWN = new Map<string, string>();
for (const { name, others } of organisations) for (const each of [name, ...others]) KNOWN.set(each, name);
