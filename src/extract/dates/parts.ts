import { DAYPARTS, PHASES, UNITS } from './lexicon.ts';
import { type Match, prefix, type Said } from './pattern.ts';

/** Parts of a larger date: `early`, `the end of`, `mid-`, `October of`, `the last week of`. */
export const PART_PREFIXES = [
  prefix('the? phase dash? in?', phased),
  prefix('the? part of', phased),
  prefix('the? [before after] (in|on)?', (m, inner) => {
    // later that year, earlier this week
    const word = m.word(m.index(m.has('before') ? 'before' : 'after'));
    if (m.has('the') || (word !== 'earlier' && word !== 'later') || inner.unit === undefined) return null;
    return { ...inner, phase: word };
  }),
  // the night of 10 August, the morning of the next day
  prefix('the? [daypart noon] (of|on)', (m, inner) => {
    if (inner.type !== 'DATE' || m.has('noon')) return null;
    if (inner.day === undefined && inner.weekday === undefined && inner.unit !== 'day') return null;
    return { ...inner, daypart: DAYPARTS[m.value('daypart')!]! };
  }),
  prefix('the unit of', (m, inner) => {
    const unit = UNITS[m.value('unit')!]!;
    if ((unit !== 'week' && unit !== 'weekend') || inner.day === undefined) return null;
    // "the weekend of 4–5 May" is one stretch: weeksOf.ts
    if (/^[Mmv]?T?[do][-&t/]T?[do]/.test(m.tokens.tags.slice(m.to, m.to + 6))) return null;
    return { type: 'DATE', unit, within: inner };
  }),
  // the turn of the twentieth century: about 1900
  prefix('the? part of', (m, inner) =>
    inner.century !== undefined && m.word(m.index('part')) === 'turn' && !inner.phase
      ? { type: 'DATE', decade: inner.century, approximate: true, mod: 'APPROX' }
      : null,
  ),
  prefix('[month mon may] (of|in)?', (m, inner) => {
    if (inner.within || !isYearly(inner)) return null;
    return { type: 'DATE', month: m.value('month') ?? m.value('mon') ?? m.value('may')!, within: inner };
  }),
  prefix('[weekday wday] (of|from|in)?', (m, inner) =>
    inner.type === 'DATE' && inner.unit === 'week' && inner.step !== undefined && !inner.phase
      ? { type: 'DATE', weekday: m.value('weekday') ?? m.value('wday')!, within: inner }
      : null,
  ),
  prefix('the? [day dayth] of?', (m, inner) =>
    (m.has('of') || (m.has('dayth') && inner.month === undefined)) &&
    inner.type === 'DATE' &&
    inner.unit === 'month' &&
    inner.step !== undefined &&
    !inner.phase
      ? { type: 'DATE', day: m.value('day') ?? m.value('dayth')!, within: inner }
      : null,
  ),
  prefix('the? season of?', (m, inner) =>
    isYearly(inner) && inner.year === undefined
      ? { type: 'DATE', season: m.value('season')!, within: inner }
      : null,
  ),
  prefix('[month mon] the? [day dayth] of?', (m, inner) => {
    if (!isYearly(inner) || inner.year !== undefined) return null;
    return {
      type: 'DATE',
      month: m.value('month') ?? m.value('mon')!,
      day: m.value('day') ?? m.value('dayth')!,
      within: inner,
    };
  }),
  prefix('the? [day dayth] of? [month mon] of?', (m, inner) => {
    if (!isYearly(inner) || inner.year !== undefined) return null;
    return {
      type: 'DATE',
      month: m.value('month') ?? m.value('mon')!,
      day: m.value('day') ?? m.value('dayth')!,
      within: inner,
    };
  }),
  prefix('the? [ordinal dayth past] unit (of|in)', (m, inner) => {
    const unit = UNITS[m.value('unit')!]!;
    // The first day in May is like no other; "the third month in 1990" counts too.
    if (m.has('in') && m.word(m.to - 1) !== 'in') return null;
    if (unit !== 'week' && unit !== 'quarter' && unit !== 'weekend' && unit !== 'day' && unit !== 'month')
      return null;
    const ordinal = m.has('past') ? -1 : (m.value('ordinal') ?? m.value('dayth')!);
    // the last quarter of the 19th century
    if (unit === 'quarter' && inner.century !== undefined) {
      const nth = ordinal === -1 ? 4 : ordinal;
      return nth >= 1 && nth <= 4 && !inner.phase ? { ...inner, phase: `${nth as 1 | 2 | 3 | 4}/4` } : null;
    }
    return { type: 'DATE', unit, ordinal, within: inner };
  }),
  prefix('the? [ordinal dayth past] [weekday] (of|in)', (m, inner) => {
    if (m.has('past') && inner.year === undefined && inner.month === undefined) return null;
    const ordinal = m.has('past') ? -1 : (m.value('ordinal') ?? m.value('dayth')!);
    return { type: 'DATE', weekday: m.value('weekday')!, ordinal, within: inner };
  }),
  prefix('approx', (m, inner) =>
    inner.type === 'DATE' &&
    (inner.year !== undefined || inner.decade !== undefined || inner.month !== undefined) &&
    isAbout(m)
      ? { ...inner, mod: 'APPROX', approximate: true }
      : null,
  ),
];

const isAbout = (m: Match) => m.value('approx') === 0;

const isYearly = (said: Said) =>
  (said.unit === 'year' && said.step !== undefined && said.type === 'DATE' && said.from !== 'within') ||
  (said.year !== undefined && said.month === undefined);

function phased(m: Match, inner: Said): Said | null {
  if (inner.type !== 'DATE' || inner.phase || inner.reference || m.word(m.to - 2) === 'turn') return null;
  if (inner.weekday !== undefined && inner.month === undefined) return null;
  if (inner.day !== undefined || inner.unit === 'day') return null;
  const value = m.value('phase') ?? m.value('part')!;
  return { ...inner, phase: PHASES[value]! };
}
