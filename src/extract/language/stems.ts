/** A short stem that would have doubled its last letter, had it no silent e: `pav`. */
export const SHORT_STEM = /^[^aeiou]*[aeiou][bdfgklmnprstvz]$/;

/** Base form of a regular past: `carried` → `carry`, `planned` → `plan`, `paved` → `pave`. */
export function baseOfPast(past: string): string {
  const stem = past.slice(0, -2);
  if (/[^aeiou]i$/.test(stem)) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return SHORT_STEM.test(stem) ||
    /(?:[cvuz]|[aeiou]s|at|dg|ng|[^aeiou]l|[^aeou]ir|[^o]ur|[^aou]id|ut)$/.test(stem)
    ? `${stem}e`
    : stem;
}
