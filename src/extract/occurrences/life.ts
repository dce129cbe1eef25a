import type { DatedMention, Reading } from '../reading.ts';
import { make, type Occurrence, readSentence, sourceMention, timeOf } from './occurrence.ts';

/** Characters of a name before the bracket. */
const LONGEST_NAME = 80;
const NAME =
  /(?:\p{Lu}[\p{L}.'’-]*\s+(?:(?:de|da|di|del|della|der|den|des|du|la|le|van|von|zu|af|bin|ibn|al|y|of)\s+)*)*\p{Lu}[\p{L}'’-]*$/u;
/** What may stand between bracket and birth: "born Ana Ruiz in Cadiz", "pronounced …;". */
const LEAD = /^(?:born\b|n\u00e9e?\b|b\.|\*|c\.|ca\.|;|[^()\d]{0,60};)?[^()\d]{0,60}$/u;

/**
 * "Ada Lund (3 May 1902 – 9 June 1980) was a physicist": the days of birth and death behind a name are two events.
 * Only where both, or the birth alone, are said to the day, as lives begin; years in passing tell no more than who
 * is meant.
 * @param mentions those of the document by `block sentence`.
 */
export function lifeIn(
  reading: Reading,
  block: number,
  mentions: ReadonlyMap<string, readonly DatedMention[]>,
): Occurrence[] {
  const span = reading.blocks[block]?.sentences[0];
  const own = mentions.get(`${block} 0`) ?? [];
  const birth = own[0];
  if (!span || birth?.precision !== 'day' || birth.edtf === null) return [];
  const text = reading.words;
  const open = text.lastIndexOf('(', birth.start);
  if (open <= span.start || !LEAD.test(text.slice(open + 1, birth.start))) return [];
  const close = text.indexOf(')', birth.end);
  if (close < 0 || close > span.end || text.slice(open + 1, birth.start).includes(')')) return [];
  const name = NAME.exec(text.slice(Math.max(span.start, open - LONGEST_NAME), open).trimEnd())?.[0];
  if (name === undefined || !/\s/.test(name.trim())) return [];
  if (!/^\s*(?:,[^,]{1,60},)?\s*(?:was|is)\b/.test(text.slice(close + 1, close + 80))) return [];
  const death = own.find(
    (m) =>
      m !== birth && m.end <= close && m.edtf !== null && /[–—-]\s*$/.test(text.slice(birth.end, m.start)),
  );
  return bornAndDied(reading, block, own, name, [open - name.length, open - 1], birth, death);
}

/**
 * "Ada Lund, physicist, born 3 May 1902; died 9 June 1980": the line with which obituaries end. Nothing else is told
 * by it.
 * @param mentions those of the document by `block sentence`.
 */
export function lifeLine(
  reading: Reading,
  block: number,
  mentions: ReadonlyMap<string, readonly DatedMention[]>,
): Occurrence[] {
  const span = reading.blocks[block];
  const own = mentions.get(`${block} 0`) ?? [];
  const [birth, death] = own;
  if (!span || own.length !== 2 || !birth?.edtf || !death?.edtf || span.end - death.end > 2) return [];
  const text = reading.words;
  const head = /^(\p{Lu}[^,;()]{2,60}), [^;()]{2,80}?,? born (?:on )?$/u.exec(
    text.slice(span.start, birth.start),
  );
  if (!head?.[1] || !NAME.test(head[1]) || !/^[;,.]? died (?:on )?$/.test(text.slice(birth.end, death.start)))
    return [];
  const ends = [span.start, span.start + head[1].length] as const;
  return bornAndDied(reading, block, own, head[1], ends, birth, death);
}

/** Birth and death of one who is named at some place. */
function bornAndDied(
  reading: Reading,
  block: number,
  own: readonly DatedMention[],
  name: string,
  [first, last]: readonly [number, number],
  birth: DatedMention,
  death: DatedMention | undefined,
): Occurrence[] {
  const span = reading.blocks[block]?.sentences[0];
  if (!span) return [];
  const sentence = readSentence(reading, block, 0, span, own);
  const at = (offset: number) =>
    Math.max(
      0,
      sentence.tokens.findIndex((t) => t.end > offset),
    );
  const who = name.replace(/\s+/g, ' ').trim();
  const event = (m: DatedMention, label: string, head: string): Occurrence => {
    const day = { ...m, range: null };
    return make(sentence, {
      kind: 'noun',
      core: [at(first), at(last)],
      clause: null,
      head,
      label,
      time: timeOf(day, '', null),
      mention: sourceMention(day),
      dated: [],
      status: 'happened',
      evidence: 0.8 * m.confidence,
    });
  };
  return [event(birth, `${who} born`, 'bear'), ...(death ? [event(death, `${who} dies`, 'die')] : [])];
}
