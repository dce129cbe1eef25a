import { readEdtf } from '../../model/edtf.ts';
import type { Reading } from '../reading.ts';
import type { Occurrence } from './occurrence.ts';

/** Deeds told as done, behind a document's day, from which on that day is not the one it speaks from. */
const MANY = 3;

/**
 * What a verb in the past tells of a day behind the document's own has happened, where the document tells much of that
 * kind, or its day was only inferred: then it speaks from later. Plans stay plans: "will open", "to be closed by".
 */
export function settled(found: readonly Occurrence[], { document }: Reading): Occurrence[] {
  const { date } = document;
  const now = date && readEdtf(date.edtf);
  if (!date || !now || 'problem' in now || date.origin === 'given') return [...found];
  const late = found.filter((o) => isDone(o) && o.time.start >= now.end);
  const enough = date.origin === 'inferred' ? 1 : MANY;
  if (new Set(late.map((o) => o.time.start)).size < enough) return [...found];
  const instead = new Map<Occurrence, Occurrence>();
  for (const o of found) {
    const about = o.elaborates && (instead.get(o.elaborates) ?? o.elaborates);
    const done = o.status === 'planned' && (isDone(o) || isNamed(o));
    const same = !done && about === o.elaborates;
    instead.set(o, same ? o : { ...o, elaborates: about, status: done ? 'happened' : o.status });
  }
  return [...instead.values()];
}

/** Told in the simple past, of a day that nothing marks as an end or an aim: "opened on 3 May", not "extended until 3 May". */
function isDone({ clause, status, tokens, dated }: Occurrence): boolean {
  if (status !== 'planned' || !clause || !/^(?:past|participle)$/.test(clause.verb.tense)) return false;
  if (AIMING.has(clause.verb.lemma)) return false;
  return dated.every(([first, last]) => {
    const words = tokens.slice(Math.max(0, first - 1), last + 1).map((t) => t.lower);
    return !words.some((word, i) => i < 2 && /^(?:for|until|till|by|to|before)$/.test(word));
  });
}

/** A happening that a noun names in a sentence without a verb ahead. */
const isNamed = ({ kind, parse }: Occurrence): boolean =>
  kind !== 'clause' && !parse.clauses.some(({ verb }) => /^(?:future|modal)$/.test(verb.tense));

/** What such a verb dates may lie ahead of it. */
const AIMING = new Set(
  'plan schedule slate expect set intend book time announce agree promise vow propose extend order invite sentence call'.split(
    ' ',
  ),
);
