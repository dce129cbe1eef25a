import type { TextSpan } from '../../model/document.ts';
import type { Figure } from '../../model/event.ts';
import { findFigures } from '../figures.ts';
import { isFiniteTense, type Token, tokensOf, verbGroups } from '../language.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { bySentence } from '../occurrences.ts';
import type { Block, Reading } from '../reading.ts';
import { stretches } from '../stretches.ts';
import { asFigure, movesOn } from './owned.ts';

/** A passage that tells no event but gives figures of one told before it. */
export interface CarriedFigures {
  /** The occurrence whose figures they are; it elaborates no other. */
  readonly of: Occurrence;
  /** The sentence. */
  readonly passage: TextSpan;
  readonly figures: readonly Figure[];
}

/** Sentences of a paragraph over which an event is gone on about. */
const CARRY = 3;

/**
 * "The bridge opened in 1932. It cost £4 million": a sentence that tells no event and names no date goes on about what
 * was told last in its paragraph, and its figures are that event's. Below a headline the first sentence gives the
 * figures of what the headline tells. Questions and conditions give none.
 * @param occurrences of the document, in the order of its text.
 * @returns in the order of the text. Linear in the document.
 */
export function carriedFigures(reading: Reading, occurrences: readonly Occurrence[]): CarriedFigures[] {
  const told = new Map<string, Occurrence>();
  for (const o of occurrences) told.set(`${o.block} ${o.sentence}`, o);
  const dates = bySentence(reading.mentions);
  const carried: CarriedFigures[] = [];
  let headline: Occurrence | null = null;
  reading.blocks.forEach((block, b) => {
    if (block.kind === 'heading') {
      // A second line right below a headline is its subtitle.
      const under = reading.blocks[b - 1];
      const subtitle = headline !== null && under?.kind === 'heading' && under.level <= block.level;
      headline = told.get(`${b} 0`) ?? (subtitle ? headline : null);
      return;
    }
    if (!isRead(block)) return;
    let last = headline;
    let since = 0;
    headline = null;
    block.sentences.forEach((span, s) => {
      const own = told.get(`${b} ${s}`);
      const dated = (dates.get(`${b} ${s}`) ?? []).some((m) => m.edtf !== null);
      if (own || dated) {
        last = own?.kind === 'headline' ? null : (own ?? null);
        since = 0;
        return;
      }
      if (!last || ++since > (last.kind === 'headline' ? 1 : CARRY)) return;
      const of = last.elaborates ?? last;
      for (const passage of stretches(reading.words, span)) {
        const figures = figuresIn(reading, passage, of);
        if (figures.length > 0) carried.push({ of, passage, figures });
      }
    });
  });
  return carried;
}

const isRead = ({ kind }: Block): boolean => kind === 'paragraph' || kind === 'list' || kind === 'quote';

function figuresIn(reading: Reading, passage: TextSpan, of: Occurrence): Figure[] {
  const words = reading.words.slice(passage.start, passage.end);
  if (!COUNTS.test(words) || /\?["”’)]*\s*$/.test(words) || /^\W*(?:if|unless|suppose)\b/i.test(words))
    return [];
  const tokens = tokensOf(reading.words, passage.start, passage.end);
  const found = findFigures(reading.words, passage, tokens);
  if (found.length === 0) return [];
  // How things are is not how they were on the day of the event; a headline's day is the paper's.
  const period = of.kind === 'headline' || isOfNow(tokens) || movesOn(words) ? null : of.time.edtf;
  return found.map((figure) => asFigure(figure, period));
}

/** Whether a sentence speaks in the present: its first finite verb does, and is no perfect. */
function isOfNow(tokens: readonly Token[]): boolean {
  const verb = verbGroups(tokens).find((g) => isFiniteTense(g.tense));
  return verb !== undefined && verb.tense === 'present' && !verb.perfect;
}

/** Sentences without any of these hold no figure. */
const COUNTS =
  /\d|%|\b(?:half|both|third|quarter|fifth|tenth|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozen|hundred|thousand|million|billion|trillion|twice|thrice|doubled|tripled|halved)\b/i;
