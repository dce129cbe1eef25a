import { ancientRange, isAncientYear } from './ancientYears.ts';
import { yearOf } from './calendar.ts';
import {
  COUNTED,
  isCode,
  isCounted,
  isHouse,
  isLawReport,
  isNumbered,
  isPage,
  isProduct,
  isSome,
  isTitle,
} from './notYears.ts';
import { type Match, type Piece, pattern } from './pattern.ts';

/** Years, with eras and short forms, decades and centuries. */
export const YEARS = [
  pattern('(the? unit)? year', (m) => {
    if (m.has('unit')) return m.word(m.index('unit')) === 'year' ? { type: 'DATE', ...yearOf(m) } : null;
    return isYear(m) ? { type: 'DATE', year: m.value('year')! } : null;
  }),
  pattern('(the? [unit units])? year [dash to and slash] year', (m) => {
    if (m.has('unit') && m.word(m.index('unit')) !== 'year') return null;
    const [first, second] = [m.value('year', 0)!, m.value('year', 1)!];
    if (second < first || second - first > 1000) return null;
    if (isCounted(m.word(m.to)) || isPage(m)) return null;
    // 1929 and 1933–34
    if (
      m.has('and') &&
      m.tokens.tags[m.to] === '-' &&
      m.glued(m.to) &&
      /[dns]/.test(m.tokens.tags[m.to + 1] ?? '')
    )
      return null;
    const at = m.index('year', 1);
    return [
      { from: m.from, to: m.index('year') + 1, said: { type: 'DATE', year: first } },
      { from: at, to: m.to, said: { type: 'DATE', year: second } },
    ];
  }),
  // 1990–94, 2023/24, fiscal year 2022-23
  pattern('(the? fiscal [unit units]?)? year [dash slash] [day num short]', (m) => {
    const [year, short] = [m.value('year')!, m.tokens.values[m.to - 1]!];
    const printed = m.printed(m.to - 1);
    const apart = !m.glued(m.to - 1) && !m.glued(m.to - 2);
    // 1999–00
    const next = (year + 1) % 100 === short;
    if (
      !/^['’]?\d\d$/.test(printed) ||
      (short <= year % 100 && !next) ||
      !((m.glued(m.to - 1) && m.glued(m.to - 2)) || (apart && m.word(m.from - 1) !== ','))
    )
      return null;
    const after = m.tokens.tags[m.to];
    if (after === '-' || after === '/') return null;
    return [
      { from: m.from, to: m.to - 2, said: { type: 'DATE', year } },
      {
        from: m.to - 1,
        to: m.to,
        said: { type: 'DATE', year: next ? year + 1 : Math.floor(year / 100) * 100 + short },
      },
    ];
  }),
  // 1848-9, 1870/1: the last digit of the second year
  pattern('(the? units)? year [dash slash] day', (m) => {
    const [year, digit, at] = [m.value('year')!, m.value('day')!, m.to - 1];
    if (digit > 9 || digit <= year % 10 || m.printed(at).length > 1) return null;
    if (!m.glued(at) || !m.glued(at - 1) || /[-/]/.test(m.tokens.tags[m.to] ?? ' ')) return null;
    // 2004-5 may be May of that year, 2004–5 is not.
    if (year >= 2000 && m.printed(at - 1) !== '–') return null;
    if (!m.has('units') && !isYear(m)) return null;
    return [
      { from: m.from, to: m.index('year') + 1, said: { type: 'DATE', year } },
      { from: at, to: m.to, said: { type: 'DATE', year: Math.floor(year / 10) * 10 + digit } },
    ];
  }),
  pattern('[year num day] era', (m) => {
    const value = m.tokens.values[m.from]!;
    if (value < 1) return null;
    return { type: 'DATE', year: m.value('era')! < 0 ? 1 - value : value };
  }),
  pattern('era [year num day]', (m) => {
    const value = m.tokens.values[m.to - 1]!;
    if (m.value('era')! < 0 || value < 1 || !m.printed(m.from).startsWith('A')) return null;
    return { type: 'DATE', year: value };
  }),
  pattern('[year num day] [dash to and] [year num day] era', eraRange),
  pattern('[year num day] era [dash to and] [year num day] era', eraRange),
  pattern('short', (m) => ({ type: 'DATE', shortYear: m.value('short')! })),
  // c. 314, in 328: three digits are a year where the words before say so and nothing is counted
  pattern('num', (m) => {
    if (isEarlyYear(m)) return { type: 'DATE', year: m.value('num')! };
    return isAncientYear(m) ? { type: 'DATE', year: m.value('num')!, eraless: true } : null;
  }),
  pattern('num [dash to and or] num', ancientRange),
  pattern('fiscal unit? [year short]', (m) => ({ type: 'DATE', ...yearOf(m) })),
];

/** 264–241 BC: the first end borrows the era of the second. */
function eraRange(m: Match): Piece[] | null {
  const numbers: number[] = [];
  for (let i = m.from; i < m.to; i++) if (/[Ynd]/.test(m.tokens.tags[i]!)) numbers.push(i);
  const [a, b] = numbers;
  if (a === undefined || b === undefined) return null;
  const before = m.value('era')! < 0;
  const firstEra = m.tokens.tags[a + 1] === 'a' ? m.tokens.values[a + 1]! < 0 : before;
  const secondEra = m.tokens.values[m.to - 1]! < 0;
  const year = (value: number, bc: boolean) => (bc ? 1 - value : value);
  const first = year(m.tokens.values[a]!, firstEra);
  const second = year(m.tokens.values[b]!, secondEra);
  if (second < first) return null;
  return [
    { from: a, to: m.tokens.tags[a + 1] === 'a' ? a + 2 : a + 1, said: { type: 'DATE', year: first } },
    { from: b, to: m.to, said: { type: 'DATE', year: second } },
  ];
}

const MADE =
  /^(?:built|rebuilt|founded|established|completed|consecrated|restored|renovated|born|died|crowned|opened|destroyed|burned|burnt|sacked|abandoned|erected|demolished|closed|dissolved|published)$/;

/** Four digits are a year unless something is counted, priced or numbered by them. */
function isYear(m: Match): boolean {
  const value = m.value('year')!;
  const { tags } = m.tokens;
  const before = m.word(m.from - 1);
  const after = m.word(m.to);
  const printedAfter = m.printed(m.to);
  if (m.glued(m.from) && /[-/.:=_@+\\]/.test(before.slice(-1)) && !/[-]/.test(before)) return false;
  if (m.glued(m.to) && /^[=_@+\\]/.test(after)) return false;
  if (isNumbered(m)) return false;
  if (tags[m.to] === '-' && tags[m.to + 1] === 'Y' && isPage(m)) return false;
  if (tags[m.from - 1] === '-' && tags[m.from - 2] === 'Y' && isPage(m, m.from - 2)) return false;
  // 020 7946 1918 is a telephone's number.
  if (tags[m.from - 1] === 'n' && !m.glued(m.from)) return false;
  // "Between 1500 and 2000 people": the first end counts what the second counts.
  if (/[t&~-]/.test(tags[m.to] ?? ' ') && tags[m.to + 1] === 'Y' && isCounted(m.word(m.to + 2))) return false;
  // "a Peugeot 2008"
  if (
    /^an?$/.test(m.word(m.from - 2)) &&
    /^\p{Lu}\p{Ll}+$/u.test(m.printed(m.from - 1)) &&
    tags[m.from - 1] === ' '
  )
    return false;
  if (m.glued(m.to) && tags[m.to] === '-' && /[dnY]/.test(tags[m.to + 1] ?? '') && m.glued(m.to + 1)) {
    // A part of a longer chain of numbers.
    if (tags[m.to + 2] === '-' || tags[m.to + 1] === 'n') return false;
  }
  if (
    m.glued(m.from) &&
    tags[m.from - 1] === '-' &&
    /[dnf ]/.test(tags[m.from - 2] ?? ' ') &&
    m.glued(m.from - 1) &&
    /\d/.test(m.word(m.from - 2))
  )
    return false;
  if (isCode(m) || isLawReport(m) || isSome(m) || isHouse(m) || isTitle(m) || isProduct(m)) return false;
  if (COUNTED.test(after) && /^(?:in|since)$/.test(before) && value % 100 !== 0 && value >= 1400 && acts(m))
    return true;
  if (COUNTED.test(after)) return after === 'per' && /^(?:in|of|by|since)$/.test(before);
  // a 2000 year old tree; "the 1998 season" is the one of that year
  if (
    tags[m.to] === 'U' &&
    /^(?:year|month|week|day|hour|minute)$/.test(after) &&
    !/[dwn]/.test(tags[m.to + 1] ?? '')
  )
    return false;
  if (tags[m.to] === '-' && m.glued(m.to) && /^(?:year|month|day|hour)$/.test(m.word(m.to + 1))) return false;
  const cued =
    /^(?:in|of|by|since|until|till|from|to|during|before|after|between|and|year|through|throughout|around|about|circa|the|for|than|on|its|\(|\*|•|\[|,|-|–|as|early|late|mid|at|summer|spring|autumn|winter|fall|his|her|their|'s|’s)$/.test(
      before,
    );
  // It was 1662 before a new one was bought.
  if (before === 'was' && /^(?:it|year)$/.test(m.word(m.from - 2))) return true;
  const modern = value >= 1900 && value <= 2030;
  // 410 F.3d 1021, 1030: a number behind a number is a page.
  if (before === ',' && !modern && /^\d+$/.test(m.word(m.from - 2)) && m.word(m.from - 3) !== '(')
    return false;
  if (
    /^\p{Ll}+s$/u.test(printedAfter) &&
    tags[m.to] === ' ' &&
    !/^(?:was|is|has|as|this|saw|its|his|thus|us|ties|does|elections|sales|levels)$/.test(after)
  ) {
    // "In 1549 rioters pulled down": behind "in" people who do something are not counted by it.
    const acted = /^(?:in|since|by)$/.test(before) && value >= 1400 && value % 100 !== 0 && acts(m);
    if (!(modern && cued) && !acted) return false;
    if (
      /^(?:of|about|around|to|than|by|some|the|and|between|from)$/.test(before) &&
      /^(?:about|around|than|some)$/.test(before)
    )
      return false;
  }
  if (tags[m.to] === 'V') return false;
  // built 1350, sacked 1241;
  if (MADE.test(before) && /^[,.;)]?$/.test(after)) return true;
  return modern || cued || m.startsSentence(m.from) || before === '';
}

/** Whether a plural and a verb in the past stand behind: "residents bought", "rioters pulled down". */
const acts = (m: Match): boolean =>
  /^\p{Ll}+s$|^(?:people|men|women|children)$/u.test(m.printed(m.to)) &&
  /^(?:\p{Ll}{3,}ed|bought|built|began|took|sold|held|made|sent|won|lost|met|came|went|set|put|paid|led|broke|drove|found|founded|gave|stole|struck|tore|threw|wrote|formed)$/u.test(
    m.word(m.to + 1),
  ) &&
  !/^(?:used|needed|called|named|based|owned|made)$/.test(m.word(m.to + 1)) &&
  !/^(?:by|in|at|from|for)$/.test(m.word(m.to + 2));

/** "In 348 he died", "(c. 314 – 368)", "the year 71". */
function isEarlyYear(m: Match): boolean {
  const value = m.value('num')!;
  if (value < 32 || value > 999 || !/^\d{2,3}$/.test(m.text)) return false;
  const { tags } = m.tokens;
  if (m.word(m.from - 1) === 'year' && m.word(m.from - 2) === 'the') return true;
  if (value < 100) return false;
  const circa = /^(?:c\.|ca\.|circa)$/.test(m.word(m.from - 1));
  if (circa) return true;
  if (tags[m.from - 1] === '-' && /^(?:c\.|ca\.|circa)$/.test(m.word(m.from - 3)))
    return m.word(m.to) === ')' || m.word(m.to) === ',';
  return (
    m.printed(m.from - 1) === 'In' &&
    /^(?:,|\p{Lu}\p{L}+)$/u.test(m.printed(m.to)) &&
    m.startsSentence(m.from - 1)
  );
}
