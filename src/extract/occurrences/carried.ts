import type { TextSpan } from '../../model/document.ts';
import { readEdtf } from '../../model/edtf.ts';
import { type When, when } from '../../model/when.ts';
import { type Clause, SAYING } from '../clauses.ts';
import { STATIVE } from '../eventWords.ts';
import { isFiniteTense } from '../language.ts';
import type { BlockAnchor, Reading } from '../reading.ts';
import { habit, isAmount, type Judged, judgeVerb } from '../status.ts';
import { isEntry } from './entries.ts';
import { inherited, mayInherit } from './inherited.ts';
import { measured, measures } from './measured.ts';
import { decisions, mayDecide } from './minutes.ts';
import { carry, make, type Occurrence, type Sentence, timeFrom } from './occurrence.ts';
import { countedIn, stepsOf } from './scene.ts';

/**
 * Whether a sentence without a date is worth reading: it may go on about an event, open an entry under a dated heading,
 * or say how things stand now. Asked of the bare text, since most sentences are none of these.
 */
export function mayCarry(
  reading: Reading,
  block: number,
  index: number,
  span: TextSpan,
  last: Occurrence | null,
): boolean {
  if (last && isNear(block, index, last)) return true;
  if (reading.anchors[block] && (index === 0 || isEntry(reading, block))) return true;
  const text = reading.words.slice(span.start, span.end);
  return NOW.test(text) || (last?.block === block && mayInherit(text)) || mayDecide(reading, text);
}

const STILL = new Set(['now', 'today', 'currently', 'presently', 'still', 'nowadays']);

const NOW = /\b(?:now|currently|today|presently)\b/i;

const isNear = (block: number, index: number, last: Occurrence): boolean =>
  block === last.block ? index - last.sentence <= CARRY : index === 0;

/**
 * What the main clauses of an entry's sentence tell of its day where only a part of it is dated, and dated elsewhere:
 * "We visited the castle, which was built in 1533."
 * @param told what the dates in the sentence tell.
 */
export function besideDated(
  sentence: Sentence,
  told: readonly Occurrence[],
  last: Occurrence | null,
): Occurrence[] {
  const { reading, block, parse } = sentence;
  const anchor = reading.anchors[block] ?? null;
  if (!anchor || !isEntry(reading, block) || movedOn(anchor, last)) return [];
  if (told.some((o) => o.clause === null || o.clause.kind === 'main')) return [];
  const inMain = sentence.mentions.some((m) => {
    const first = sentence.tokens.findIndex((t) => t.end > m.start);
    return m.edtf !== null && parse.clauses[parse.owner[first] ?? -1]?.kind === 'main';
  });
  return inMain ? [] : ofEntry(sentence, anchor, null, told);
}

/** What a sentence without a date of its own tells, with a date from elsewhere; the last event told is `last`. */
export function undated(
  sentence: Sentence,
  last: Occurrence | null,
  recent: readonly Occurrence[],
): Occurrence[] {
  const anchor = sentence.reading.anchors[sentence.block] ?? null;
  if (anchor && isEntry(sentence.reading, sentence.block) && !movedOn(anchor, last))
    return ofEntry(sentence, anchor, last);
  const decided = decisions(sentence);
  if (decided.length > 0) return decided;
  const clause = sentence.parse.clauses.find((c) => c.kind === 'main');
  if (!clause || sentence.question || !isFiniteTense(clause.verb.tense)) return [];
  const near = last !== null && isNear(sentence.block, sentence.index, last);
  if (last && near && measures(sentence) && goesOn(sentence, clause, last))
    return [elaboration(sentence, clause, meant(sentence, clause, last, recent))];
  const now = stateOfNow(sentence, clause);
  if (now) return [now];
  if (habit(sentence, clause)) return [];
  const judged = judgeVerb(sentence, clause);
  if (!judged) return [];
  const { verb } = clause;
  const saying = SAYING.has(verb.lemma);
  const step = last?.block === sentence.block ? inherited(sentence, clause, judged, last, recent) : null;
  if (STATIVE.has(verb.lemma) && !verb.passive) return step ? [step] : [];
  const opens = sentence.index === 0 && followsHeading(sentence.reading, sentence.block);
  if (anchor && !last && opens) {
    if (verb.tense === 'present' && !verb.perfect && !verb.progressive) return [];
    return [
      carry(
        sentence,
        judged,
        anchored(anchor),
        anchor.mention,
        anchor.how,
        (saying ? 0.5 : 0.6) * judged.evidence * (verb.perfect || verb.progressive ? 0.6 : 1),
      ),
    ];
  }
  if (last && near && soonAfter(sentence) && verb.tense === 'past' && !verb.perfect) {
    const edtf = `${last.time.edtf.slice(0, MONTH_LENGTH).replace(/[~?%]$/, '')}~`;
    if (!('problem' in readEdtf(edtf)) && !last.time.edtf.includes('/')) {
      const how = `${last.mention.how} → soon afterwards`;
      return [carry(sentence, judged, when(edtf, 'inherited'), last.mention, how, 0.6 * judged.evidence)];
    }
  }
  if (step) return [step];
  const scene = last && near ? [...stepsOf(sentence, last, recent)] : [];
  if (last && near && scene.length === 0) scene.push(...countedIn(sentence, last));
  if (scene.length > 0) return scene;
  if (last && near && goesOn(sentence, clause, last))
    return [elaboration(sentence, clause, meant(sentence, clause, last, recent))];
  return [];
}

function elaboration(sentence: Sentence, clause: Clause, last: Occurrence): Occurrence {
  const how = `${last.mention.how} → the sentence before`;
  const judged: Judged = { clause, status: last.status, evidence: last.evidence };
  const time: When = { ...last.time, how: 'inherited' };
  return carry(sentence, judged, time, last.mention, how, last.evidence, last);
}

/** "Half of its imports now come from China": a share or sum as of the day from which the document speaks. */
function stateOfNow(sentence: Sentence, clause: Clause): Occurrence | null {
  const { tokens, reading } = sentence;
  const date = sentence.reading.anchors[sentence.block] ?? reading.document.date;
  if (!date || clause.verb.tense !== 'present' || clause.verb.negated) return null;
  const now = tokens.find((t) => /^(?:now|currently|today|presently)$/.test(t.lower));
  const figure = now && measured(sentence, clause.first, tokens.length - 1)[0];
  if (!now || !figure) return null;
  const text = reading.words.slice(now.start, now.end);
  return make(sentence, {
    kind: 'figure',
    core: [clause.first, clause.last],
    clause,
    head: clause.verb.lemma,
    time: when(date.edtf, 'inferred'),
    mention: { start: now.start, end: now.end, text, how: `${text} → the document’s date` },
    dated: [],
    status: 'ongoing',
    evidence: 0.4,
  });
}

/** Characters of an EDTF month. */
const MONTH_LENGTH = 7;

/** "Soon afterwards", "Shortly after,": the next step of a story, a little later. */
const soonAfter = ({ tokens }: Sentence): boolean =>
  (/^(?:soon|shortly|immediately|directly)$/.test(tokens[0]?.lower ?? '') &&
    /^(?:after|afterwards?|thereafter)$/.test(tokens[1]?.lower ?? '') &&
    /^(?:,|he|she|it|they|the)$/.test(tokens[2]?.lower ?? ',')) ||
  /^(?:soon|shortly) afterwards?$/.test(`${tokens[0]?.lower} ${tokens[1]?.lower}`);

/** Of the events told of late, the one that names the sentence's subject; else the last. */
function meant(
  { tokens, block }: Sentence,
  clause: Clause,
  last: Occurrence,
  recent: readonly Occurrence[],
): Occurrence {
  const [first, end] = clause.subject ?? [0, -1];
  const names = new Set(
    tokens
      .slice(first, end + 1)
      .filter((t) => t.pos === 'PROPN')
      .map((t) => t.lower),
  );
  if (names.size === 0) return last;
  const fits = (o: Occurrence) =>
    o.block === block && o.tokens.slice(o.core[0], o.core[1] + 1).some((t) => names.has(t.lower));
  return recent.find(fits) ?? last;
}

/** Whether a sentence goes on about the event of one before: what it speaks of is known already. */
function goesOn({ tokens }: Sentence, clause: Clause, last: Occurrence): boolean {
  const counts = tokens.some(isAmount);
  if ((clause.verb.tense !== 'past' || clause.verb.perfect) && !counts) return false;
  if (!clause.subject) return false;
  const first = tokens[clause.subject[0]];
  if (!first) return false;
  if (/^(?:he|she|it|they|this|these|that|those|the|his|her|its|their|both)$/.test(first.lower)) return true;
  const told = new Set(last.tokens.filter((t) => t.pos === 'NOUN' || t.pos === 'PROPN').map((t) => t.lemma));
  const about = tokens.some(isAmount) ? tokens : tokens.slice(clause.subject[0], clause.subject[1] + 1);
  return about.some((t) => (t.pos === 'NOUN' || t.pos === 'PROPN') && told.has(t.lemma));
}

/** A text that has come to a later date since the heading has left its entry; to look back or ahead is not to leave. */
function movedOn(anchor: BlockAnchor, last: Occurrence | null): boolean {
  const span = readEdtf(anchor.edtf);
  return last !== null && last.status === 'happened' && !('problem' in span) && last.time.start >= span.end;
}

function ofEntry(
  sentence: Sentence,
  anchor: BlockAnchor,
  last: Occurrence | null,
  told: readonly Occurrence[] = [],
): Occurrence[] {
  const { tokens, parse } = sentence;
  if (sentence.question) return [];
  const found: Occurrence[] = [];
  parse.clauses.forEach((clause, c) => {
    const { verb } = clause;
    if (told.some((o) => o.clause === clause)) return;
    if (clause.kind !== 'main' || (c > 0 && clause.borrowed) || !isFiniteTense(verb.tense)) return;
    // "Engineers will warm it.": later than the entry's day.
    if (verb.tense === 'future') return;
    // "She chairs the board today.": how things are, not what the entry's day brought.
    const now = tokens.slice(clause.first, clause.last + 1).some((t) => STILL.has(t.lower));
    if (now && verb.tense === 'present' && !/^(?:day|time)$/.test(anchor.precision)) return;
    const judged = judgeVerb(sentence, clause);
    if (!judged || habit(sentence, clause) || (STATIVE.has(verb.lemma) && !verb.passive)) return;
    const pronoun = /^(?:it|they|this|these|that)$/.test(tokens[clause.subject?.[0] ?? -1]?.lower ?? '');
    if (pronoun && last && isNear(sentence.block, sentence.index, last)) {
      found.push(elaboration(sentence, clause, last));
      return;
    }
    const weight = SAYING.has(verb.lemma) ? 0.5 : sentence.index === 0 ? 0.75 : 0.68;
    found.push(
      carry(sentence, judged, anchored(anchor), anchor.mention, anchor.how, weight * judged.evidence),
    );
  });
  return found;
}

const followsHeading = ({ blocks }: Reading, b: number): boolean => {
  const before = blocks[b - 1];
  return before === undefined || before.kind === 'heading' || before.kind === 'byline';
};

const anchored = (anchor: BlockAnchor): When =>
  timeFrom(anchor.edtf, anchor.kind === 'heading' ? 'heading' : 'inherited', anchor.precision);

/** Sentences of a block over which an event is gone on about. */
const CARRY = 3;
