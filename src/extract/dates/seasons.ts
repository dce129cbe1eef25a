import { yearOf } from './calendar.ts';
import { pattern } from './pattern.ts';

/** Seasons, with or without their year: `spring 1916`, `the summer`, `winter`. */
export const SEASON_WORDS = [
  pattern('the? season (of|comma)? the? [year short]', (m) => {
    return { type: 'DATE', season: m.value('season')!, ...yearOf(m) };
  }),
  // the winter of 1776-77 is one, and begins in the first year
  pattern('the? season (of|comma)? year [dash slash] [day num year short]', (m) => {
    const [year, second] = [m.value('year')!, m.tokens.values[m.to - 1]!];
    const follows = second === year + 1 || second === (year + 1) % 100 || second === (year + 1) % 10;
    const joined = m.glued(m.to - 1) && m.glued(m.to - 2);
    return follows && joined ? { type: 'DATE', season: m.value('season')!, year } : null;
  }),
  // the summers of 1921 and 1922
  pattern('the? season of year [and or] year', (m) => {
    const [season, second] = [m.value('season')!, m.to - 1];
    return [
      { from: m.from, to: second - 1, said: { type: 'DATE', season, year: m.value('year')! } },
      { from: second, to: m.to, said: { type: 'DATE', season, year: m.value('year', 1)! } },
    ];
  }),
  // last year's winter, next year's summer
  pattern('[past next this] unit possessive season', (m) =>
    m.word(m.from + 1) === 'year'
      ? {
          type: 'DATE',
          season: m.value('season')!,
          within: {
            type: 'DATE',
            unit: 'year',
            step: m.has('past') ? -1 : m.has('next') ? 1 : 0,
            from: 'speech',
          },
        }
      : null,
  ),
  // the spring of 490 BC
  pattern('the? season (of|comma)? [year num day] era', (m) => {
    const value = m.tokens.values[m.to - 2]!;
    return { type: 'DATE', season: m.value('season')!, year: m.value('era')! < 0 ? 1 - value : value };
  }),
  pattern('the? season', (m) => {
    const word = m.word(m.index('season'));
    // Summers are many.
    if (word.endsWith('s')) return null;
    const before = m.word(m.from - 1);
    if (
      /^(?:to|will|would|may|might|can|could|must|should|and|they|it|we|of|down|water|hot|mineral)$/.test(
        before,
      ) &&
      word === 'fall'
    )
      return null;
    if (word === 'spring' && /^(?:to|will|would|hot|mineral|water)$/.test(before)) return null;
    if (
      (word === 'fall' || word === 'spring') &&
      !m.has('the') &&
      !/^(?:in|by|since|until|during|of|every|each|through)$/.test(before) &&
      /^\p{Ll}/u.test(m.text)
    )
      return null;
    if (word === 'fall' && /^(?:of|in|from|to)$/.test(m.word(m.to))) return null;
    // The Arab Spring, the Prague Spring: named for where it was. A Chinese Winter Offensive was in winter.
    const place = m.printed(m.from - 1);
    const named = /^\p{Lu}\p{Ll}+$/u.test(place) && m.tokens.tags[m.from - 1] === ' ';
    if (named && /^\p{Lu}/u.test(m.text) && !/^\p{Lu}/u.test(m.printed(m.to))) return null;
    // "the Grand, Summer Lane House": a name in a list of names.
    const listed = /^(?:,|and|&)$/.test(before) && m.tokens.tags[m.from - 2] === ' ';
    if (listed && /^\p{Lu}/u.test(m.text) && !m.has('the')) return null;
    // "a week after the fall" is no autumn, "the spring of the lock" no season; "in the fall" is.
    if (m.has('the') && (word === 'fall' || word === 'spring') && /^\p{Ll}/u.test(m.printed(m.to - 1))) {
      const timed =
        /^(?:in|during|by|until|till|since|through|throughout|over|for|from|to|and|or|of|between|this)$/;
      const loosely = word === 'spring' && /^(?:before|after|,|\()$/.test(before);
      if (!timed.test(before) && !loosely && !m.startsSentence(m.from)) return null;
    }
    // A season that qualifies a noun dates nothing: summer camp, the Winter Games.
    if (
      /^(?:olympics?|paralympics?|games|institute|palace|camps?|wheat|cleaning|break|school|term|semester|house|clothes|sports?|time|vacation|holidays?|crops?|rolls?|onions?|water|type|carnival|gardens?|solstice|equinox|squash|coats?|boots?|tyres?|tires?|jobs?|internships?|reading|blockbusters?|cottages?|residence|capital|fruits?|squashes|quarters)$/.test(
        m.word(m.to),
      )
    )
      return null;
    if (
      !m.has('the') &&
      /^\p{Ll}/u.test(m.text) &&
      !/^(?:in|by|since|until|till|during|of|through|throughout|from|and|or|to|,|\()$/.test(before)
    )
      return null;
    const said = { type: 'DATE' as const, season: m.value('season')! };
    // The Spring Offensive is named for its season; the article is the name's.
    const name =
      m.has('the') &&
      /^\p{Lu}/u.test(m.printed(m.to - 1)) &&
      /^\p{Lu}/u.test(m.printed(m.to)) &&
      !m.startsSentence(m.to);
    return name ? [{ from: m.to - 1, to: m.to, said }] : said;
  }),
  pattern('year season', (m) => {
    const year = m.value('year')!;
    // the 2012 Summer Games are of that year, and not always of its summer
    if (/^(?:olympics?|olympiad|paralympics?|games|universiade|deaflympics)$/.test(m.word(m.to)))
      return [{ from: m.from, to: m.from + 1, said: { type: 'DATE', year } }];
    return { type: 'DATE', season: m.value('season')!, year };
  }),
];
