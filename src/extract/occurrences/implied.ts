import type { TextSpan } from '../../model/document.ts';
import { edtfDate, type Precision, readEdtf } from '../../model/edtf.ts';
import type { DatedMention, Reading } from '../reading.ts';
import { agesIn, birthIn } from './ages.ts';
import type { Occurrence } from './occurrence.ts';
import { warsIn } from './wars.ts';

/**
 * The dates of a sentence, with those that it only implies: an age, a war or a death that the text dates elsewhere where
 * it says no other date, and the whole of "from 1983 until his retirement in 2003".
 * @param said what was read in the sentence. @param found what the document has told so far, in order.
 */
export function withImplied(
  reading: Reading,
  block: number,
  sentence: number,
  span: TextSpan,
  said: readonly DatedMention[],
  found: readonly Occurrence[],
): readonly DatedMention[] {
  const text = reading.words.slice(span.start, span.end);
  const ended = text.includes(' end') ? accountsIn(reading, said) : said;
  const whole = text.includes('til') ? untilAnEnd(reading, span, ended, found) : ended;
  if (whole.some((m) => m.edtf !== null)) return whole;
  const at = { block, sentence, span };
  const birth = birthIn(found);
  const ages = birth ? agesIn(reading, block, sentence, span, birth) : [];
  const others = ages.length > 0 ? ages : [...warsIn(reading, at, found), ...deathsIn(reading, at, found)];
  if (others.length === 0) return said;
  // What is found within an age, "six", is part of it.
  const apart = said.filter((m) => others.every((one) => m.end <= one.start || m.start >= one.end));
  return [...apart, ...others].sort((a, b) => a.start - b.start);
}

/** Where an implied date stands. */
export interface Standing {
  readonly block: number;
  readonly sentence: number;
  readonly span: TextSpan;
}

/** A date that words imply, as a mention. @param at from where to where it stands, in the text. */
export function implied(
  { words }: Reading,
  { block, sentence }: Standing,
  at: TextSpan,
  edtf: string,
  precision: Precision,
  from: string,
  confidence: number,
): DatedMention {
  const text = words.slice(at.start, at.end);
  return {
    ...at,
    text,
    type: 'DATE',
    value: edtf,
    mod: null,
    edtf,
    precision,
    route: 'inferred',
    how: `${text.replace(/\s+/g, ' ')} → ${from}`,
    confidence,
    alternatives: [],
    block,
    sentence,
    range: null,
  };
}

const DEATH = /\b(?:after|following|upon|on|at|until|till|before|since)\s+((?:his|her)\s+death)\b/gi;
/** So sure is that the death is of the one told of. */
const SURE = 0.7;

/** "After her death the villa passed to the town": the death that the document told or put behind the name. */
function deathsIn(reading: Reading, at: Standing, found: readonly Occurrence[]): DatedMention[] {
  const text = reading.words.slice(at.span.start, at.span.end);
  if (!text.includes('death')) return [];
  return [...text.matchAll(DEATH)].flatMap((match) => {
    const death = deathBefore(reading, at.span.start, found);
    const words = match[1];
    if (!death || words === undefined) return [];
    const end = at.span.start + match.index + match[0].length;
    const where = { start: end - words.length, end };
    const edtf = death.edtf.replace(/[~?%]$/, '');
    return [implied(reading, at, where, edtf, death.precision, `died ${edtf}`, SURE)];
  });
}

/** A life in years behind a name: "Axel Lind (1841–1919)". */
const LIFE = /\p{Lu}[\p{L}’'-]+\s+\((?:born\s+)?(?:c\.\s*)?\d{3,4}\s*[–—-]\s*(?:c\.\s*)?(1?\d{3}|20\d\d)\)/gu;
/** Characters behind which a life belongs to someone told of long ago. */
const NEAR = 4000;

/** The last death that a document told before a place, or the end of the only life that it put behind a name. */
function deathBefore(
  { words }: Reading,
  offset: number,
  found: readonly Occurrence[],
): { edtf: string; precision: Precision } | null {
  const told = found.findLast(({ head }) => head === 'die' || head === 'death');
  if (told && !told.time.edtf.includes('/')) return told.time;
  const from = Math.max(0, offset - NEAR);
  const ends = new Set([...words.slice(from, offset).matchAll(LIFE)].map((match) => match[1]!));
  const [year] = ends;
  return ends.size === 1 && year !== undefined
    ? { edtf: year.padStart(4, '0'), precision: 'year' as Precision }
    : null;
}

const PERIOD = /\b(?:(quarter)|(half)|(three|six|nine|twelve|3|6|9|12) months|(year))\b/i;
const MONTHS: Readonly<Record<string, number>> = { three: 3, six: 6, nine: 9, twelve: 12 };
const ENDED = /^,?\s*(?:which\s+|that\s+)?end(?:ed|ing|s)\s+(?:on\s+)?(?:the\s+)?$/;

/** "the third quarter of fiscal 2024, which ended on 31 March", "the six months ended 30 June": a period of accounts. */
function accountsIn({ words }: Reading, said: readonly DatedMention[]): readonly DatedMention[] {
  return said.map((m, i) => {
    const next = said[i + 1];
    const period = PERIOD.exec(m.text);
    const last = /^(\d{4})-(\d\d)(?:-\d\d)?$/.exec(next?.edtf ?? '');
    if (!next || !period || !last || !ENDED.test(words.slice(m.end, next.start))) return m;
    const length = period[1]
      ? 3
      : period[2]
        ? 6
        : period[4]
          ? 12
          : (MONTHS[period[3]!.toLowerCase()] ?? Number(period[3]));
    const end = Number(last[1]) * 12 + Number(last[2]) - 1;
    const edtf = `${month(end - length + 1)}/${month(end)}`;
    const how = `${m.text.replace(/\s+/g, ' ')} → ended ${next.edtf}`;
    const range = { start: m.start, end: next.end, edtf, precision: 'month' as const };
    return { ...m, type: 'DATE', edtf, precision: 'month', range, alternatives: [], how };
  });
}

const month = (n: number): string => edtfDate(Math.floor(n / 12), (n % 12) + 1);

const ENDS =
  'retirement|resignation|dismissal|departure|closure|abolition|demolition|abdication|dissolution|arrest|sale|merger|replacement|promotion|election|appointment|bankruptcy|death|marriage|return';
const TO_AN_END = new RegExp(
  `^,?\\s+(?:until|till|to)\\s+(?:his|her|its|their|the)\\s+(?:\\p{Ll}+\\s+)?(?:${ENDS})\\s+(?:in|on)\\s+$`,
  'u',
);
const TO_DEATH = /^,?\s+(?:until|till)\s+(?:his|her)\s+death(?!\s+(?:in|on)\b)/u;

/** "from 1983 until his retirement in 2003", "from 1966 until her death": one stretch, said with what ended it. */
function untilAnEnd(
  reading: Reading,
  span: TextSpan,
  said: readonly DatedMention[],
  found: readonly Occurrence[],
): readonly DatedMention[] {
  const { words } = reading;
  return said.map((m, i) => {
    if (m.edtf === null || m.range || m.edtf.includes('/') || m.precision === null) return m;
    if (!/\b(?:from|since)\s+$/i.test(words.slice(Math.max(span.start, m.start - 8), m.start))) return m;
    const next = said[i + 1];
    if (next?.edtf && !next.range && TO_AN_END.test(words.slice(m.end, next.start)))
      return stretch(m, next.edtf, next.end) ?? m;
    const ends = TO_DEATH.exec(words.slice(m.end, span.end));
    const death = ends && deathBefore(reading, m.start, found);
    return (death && stretch(m, death.edtf, m.end + ends[0].length)) ?? m;
  });
}

function stretch(m: DatedMention, last: string, end: number): DatedMention | null {
  const edtf = `${m.edtf?.replace(/[~?%]$/, '')}/${last.replace(/[~?%]$/, '')}`;
  const read = readEdtf(edtf);
  if ('problem' in read || m.precision === null || read.start >= read.end) return null;
  return { ...m, range: { start: m.start, end, edtf, precision: m.precision } };
}
