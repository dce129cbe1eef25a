import { when } from '../../model/when.ts';
import { isFiniteTense } from '../language.ts';
import type { Reading } from '../reading.ts';
import { judgeVerb } from '../status.ts';
import { carry, type Occurrence, type Sentence } from './occurrence.ts';

/** What a meeting does, in the past tense of its minutes. */
const DECIDES =
  /\b(?:agreed|resolved|approved|awarded|adopted|rejected|refused|granted|elected|appointed|accepted|decided|instructed|objected|ratified|dismissed|authori[sz]ed|endorsed|carried|defeated|declared|ordered|nominated|confirmed)\b/;
const DECIDING = new Set(
  'agree resolve approve award adopt reject refuse grant elect appoint accept decide instruct object ratify dismiss authorise authorize endorse carry defeat declare order nominate confirm'.split(
    ' ',
  ),
);
/** Blocks from the top in which the word stands. */
const TOP = 4;
/** Characters of a line that may be their heading. */
const LINE = 200;
/** So sure is a decision without a date of its own, of the day of its meeting. */
const SURE = 0.7;

const known = new WeakMap<Reading, boolean>();

/** Whether a document is the minutes of one meeting or the record of a sitting, whose day is its own. */
export function isMinutes(reading: Reading): boolean {
  const cached = known.get(reading);
  if (cached !== undefined) return cached;
  const { blocks, document, words } = reading;
  const answer =
    document.date !== null &&
    /^\d{4}-\d\d-\d\d$/.test(document.date.edtf) &&
    blocks
      .slice(0, TOP)
      .some(({ start, end }) => end - start <= LINE && HEADING.test(words.slice(start, end)));
  known.set(reading, answer);
  return answer;
}

const HEADING =
  /^\P{L}*(?:\p{L}+ ){0,4}(?:minutes|proceedings|hansard|question time|sitting)\b(?! (?:ago|later|before|after|past|to))/iu;

/** Whether a sentence of minutes may tell what was decided. Asked of the bare text. */
export const mayDecide = (reading: Reading, text: string): boolean =>
  DECIDES.test(text) && isMinutes(reading);

/**
 * What a meeting decided, where the sentence names no date: "The committee awarded the contract to Vos & Sons" is of
 * the day of the meeting. What had been decided before it, and what was done by others since, is not.
 */
export function decisions(sentence: Sentence): Occurrence[] {
  const { reading, parse, tokens, question } = sentence;
  const { date } = reading.document;
  if (question || date === null || !isMinutes(reading)) return [];
  return parse.clauses.flatMap((clause): Occurrence[] => {
    const { verb, kind } = clause;
    if (kind !== 'main' || !DECIDING.has(verb.lemma) || !isFiniteTense(verb.tense)) return [];
    if (verb.tense !== 'past' || verb.perfect || verb.negated) return [];
    // "Apologies were accepted", "The minutes were approved": every meeting does.
    const subject = tokens.slice(clause.subject?.[0] ?? 0, (clause.subject?.[1] ?? -1) + 1);
    if (subject.some((t) => FORMAL.test(t.lower))) return [];
    const judged = judgeVerb(sentence, clause);
    if (!judged) return [];
    const at = date.at ?? { start: sentence.span.start, end: sentence.span.start };
    const mention = { ...at, text: '' };
    const time = when(date.edtf, 'inferred');
    return [carry(sentence, judged, time, mention, 'the day of the meeting', SURE * judged.evidence)];
  });
}

const FORMAL = /^(?:minutes?|apolog(?:y|ies)|agenda|meeting)$/;
