import type { Document } from '../model/document.ts';
import { blankMarks } from './blankMarks.ts';
import { findBlocks } from './blocks.ts';
import { castAdrift } from './dates/adrift.ts';
import { type Beside, holdAgainst, misprintsIn } from './dates/conflicts.ts';
import { addDaysAfter, countFromHappenings, type Standing } from './dates/counted.ts';
import { figuresRun, swapDays } from './dates/dayFirst.ts';
import { addBareDays } from './dates/diary.ts';
import { type Found, findDates, type Hearing } from './dates/find.ts';
import { lastingFrom } from './dates/lasting.ts';
import { mentionOf } from './dates/mention.ts';
import { momentOf, type Now } from './dates/moments.ts';
import { listsIn, passagesOf } from './dates/passages.ts';
import { anchorsOf, type BlockPlace, placeBlocks } from './dates/places.ts';
import { timexOf } from './dates/point.ts';
import { hearSpeakers, speakersDays } from './dates/quotes.ts';
import { tieRanges } from './dates/ranges.ts';
import { evidence, regimesOf } from './dates/regime.ts';
import { pointFromEdtf } from './dates/resolve.ts';
import { isTale } from './dates/tale.ts';
import { looksBack } from './dates/tense.ts';
import { opensByClock, topicOf } from './dates/topic.ts';
import { type Chosen, type Step, walk } from './dates/walk.ts';
import { dateDocument } from './documentDate.ts';
import { dateHeadings, type HeadingDate } from './headingDates.ts';
import type { Block, DatedMention, Reading, ReadOptions } from './reading.ts';
import { stepOf } from './steps.ts';

/** A date expression as the command `timex` prints it. */
export interface Timex {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: DatedMention['type'];
  readonly value: string;
}

/**
 * Reads a document: its blocks, its own date, and every date expression with what it means where it stands. Pure and
 * linear in the length of the text.
 */
export function readDocument(document: Document, options: ReadOptions = {}): Reading {
  const blocks = findBlocks(document.text, document.format, document.parts);
  // Everything below reads words; only what is quoted is cut from the text itself.
  const text = blankMarks(document.text, document.format);
  const hearing = options.date === undefined ? 'text' : hearingOf(text, blocks.length);
  const utterance = hearing === 'request';
  const ancient = COUNTS_ERAS.test(text);
  const figures = figuresRun(text);
  const dayFirst = figures > 0;
  const tied = blocks.map((block) => {
    const dates = findDates(text, block, hearing, ancient);
    return tieRanges(text, dayFirst ? swapDays(text, dates) : dates);
  });
  const { added, found } = utterance
    ? { added: NONE, found: tied }
    : addDaysAfter(text, blocks, addBareDays(text, blocks, tied));
  const date = dateDocument(document, blocks, found, options);
  const speech = date ? pointFromEdtf(date.edtf) : null;
  const headings = new Map(
    utterance ? [] : dateHeadings(text, blocks, found, speech).map((each) => [each.block, each]),
  );
  const places = placeBlocks(text, blocks, found, headings, isTale(text, blocks, found) ? null : date);
  const regimes = regimesOf(
    blocks.map((block, i) => {
      if (block.kind === 'heading') return 0;
      const { speech: day, heading, anchor } = places[i]!;
      // A chapter headed by its years tells, an entry headed by its day reports, and so does what has a dateline.
      const chapter = heading
        ? heading.last.unit === 'day'
          ? 2
          : -1.5
        : anchor?.kind === 'dateline'
          ? 2
          : 0;
      const own = date?.at && date.at.start >= block.start && date.at.end <= block.end ? OWN_DATE : 0;
      return own + chapter + evidence(found[i]!, day, text.slice(block.start, block.end));
    }),
  );
  blocks.forEach((_, i) => {
    // "the former minister" dates nothing; only a history means the time before by it.
    if (regimes[i]!.regime === 'report') found[i] = found[i]!.filter((each) => !isFormer(text, each));
  });
  const sentences = blocks.map((block, i) => sentencesOf(block, found[i]!));
  const topic = topicOf(text, blocks, found, date);
  const steps: Step[] = [];
  const standings: Standing[] = [];
  blocks.forEach((block, i) => {
    for (const [nth, each] of found[i]!.entries()) {
      const sentence = block.sentences[sentences[i]![nth]!] ?? block;
      const at = sentences[i]![nth]!;
      const standing = { i, nth, each, sentence, at, utterance, regime: regimes[i]!.regime };
      const plain = stepOf(text, blocks, found, headings.get(i), places[i]!, standing);
      const step = topic && opensByClock(blocks, found, i, nth) ? { ...plain, topic } : plain;
      steps.push(step);
      standings.push({ found: each, sentence, step });
    }
  });
  let walked = walk(steps);
  const quoted =
    hearing === 'request' ? null : hearSpeakers(steps, speakersDays(text, blocks, standings), walked);
  if (quoted) walked = walk(quoted);
  const heard =
    hearing === 'text'
      ? walked
      : hearMoments(text, steps, walked, found, date ? nowOf(date.edtf, options.clock) : null);
  const counted = countFromHappenings(text, standings, heard);
  const drifted = castAdrift(text, standings, counted);
  const misprints = misprintsIn([...headings.values()]);
  const chosen = utterance
    ? counted
    : drifted.map((each, i) =>
        holdAgainst(steps[i]!, each, {
          ...besideOf(text, standings[i]!, headings, places, figures),
          misprint: inOwnHeading(standings[i]!, headings)
            ? (misprints.get(standings[i]!.step.block) ?? null)
            : null,
        }),
      );
  const lasting = utterance ? [] : lastingFrom(text, standings, chosen);
  const mentions: DatedMention[] = [];
  let at = 0;
  blocks.forEach((_, i) => {
    const own = found[i]!;
    own.forEach((each, nth) => {
      // The day after something that nothing dates is no date.
      if (added.has(each) && chosen[at]!.reading.edtf === null) {
        at++;
        return;
      }
      const next = nth + 1 < own.length ? chosen[at + 1] : undefined;
      const where = {
        block: i,
        sentence: sentences[i]![nth]!,
        heading: headings.get(i),
        lasting: lasting[at] ?? null,
      };
      const mention = mentionOf(document.text, each, steps[at]!, chosen[at]!, next, where);
      const { point } = chosen[at]!.reading;
      mentions.push(added.has(each) && point ? { ...mention, type: 'DATE', value: timexOf(point) } : mention);
      at++;
    });
  });
  const speaks = listsIn(
    blocks,
    regimes.map(({ regime }) => regime),
    places,
    headings,
  );
  const passages = utterance ? [] : passagesOf(blocks, speaks, places, headings);
  return {
    document: { ...document, date, passages },
    words: text,
    blocks,
    regimes: speaks,
    anchors: anchorsOf(blocks, places, mentions),
    mentions,
  };
}

/**
 * Reads the date expressions of a text. The same reader for every kind of text: whether it speaks from `dct`, from
 * the date its story has reached, or is a short utterance, it finds out by itself.
 * @param dct the day on which it was written, EDTF.
 * @param moment the day and the time of day, `2024-05-16T14:30`: what "in two hours" counts from.
 */
export function readTimexes(text: string, dct?: string, moment?: string): Timex[] {
  const document: Document = { id: 'text', name: 'text', title: '', text, format: 'text', date: null };
  const reading = readDocument(document, dct === undefined ? {} : { date: dct, ...clockOf(moment) });
  const asks = dct !== undefined && hearingOf(text, reading.blocks.length) === 'request';
  return reading.mentions.flatMap((each, i): Timex[] => {
    const { start, end, text: words, type, value } = each;
    if (!asks) return [{ start, end, text: words, type, value }];
    // Who asks for "Monday to Friday" means one stretch.
    if (i > 0 && reading.mentions[i - 1]!.range) return [];
    const last = each.range ? reading.mentions[i + 1] : undefined;
    if (!each.range || !last) return [{ start, end, text: words, type, value }];
    return [
      {
        ...each.range,
        text: text.slice(each.range.start, each.range.end),
        type,
        value: `${value}/${last.value}`,
      },
    ].map(({ start: from, end: to, text: whole, type: kind, value: both }) => ({
      start: from,
      end: to,
      text: whole,
      type: kind,
      value: both,
    }));
  });
}

function besideOf(
  text: string,
  standing: Standing,
  headings: ReadonlyMap<number, HeadingDate>,
  places: readonly BlockPlace[],
  figures: number,
): Omit<Beside, 'misprint'> {
  const { start, end } = standing.found;
  const { heading } = places[standing.step.block]!;
  return {
    words: text.slice(start, end),
    heading,
    headingWords: heading ? text.slice(heading.start, heading.end) : '',
    inHeading: inOwnHeading(standing, headings),
    figures,
  };
}

/** Whether an expression is the date of the heading that it stands in. */
function inOwnHeading(
  { found: { start }, step: { block } }: Standing,
  headings: ReadonlyMap<number, HeadingDate>,
): boolean {
  const own = headings.get(block);
  return own !== undefined && start >= own.start && start < own.end;
}

/** Times of day and what is counted in hours, from the moment of a request. */
function hearMoments(
  text: string,
  steps: readonly Step[],
  chosen: readonly Chosen[],
  found: readonly (readonly Found[])[],
  now: Now | null,
): Chosen[] {
  const all = found.flat();
  return chosen.map((each, i) => {
    const { start, end } = all[i]!;
    const alone =
      all.length === 1 && LEADS_IN.test(text.slice(0, start)) && !/[\p{L}\d]/u.test(text.slice(end));
    const reading = momentOf(steps[i]!.said, each.reading, now, alone);
    return reading ? { reading, others: [] } : each;
  });
}

const LEADS_IN =
  /^[^\p{L}\d]*(?:(?:at|on|by|in|from|around|about|between|approximately|anytime|sometimes?|for|since|until|till|through|after|before|right|just|the)\s+)*$/iu;

function nowOf(date: string, clock: number | undefined): Now | null {
  const point = pointFromEdtf(date);
  return point?.unit === 'day' ? { day: point.start, clock: clock ?? null } : null;
}

const NONE: ReadonlySet<Found> = new Set();

/** A passage that opens with the document's date speaks from it. */
const OWN_DATE = 2;

const isFormer = (text: string, { start, end }: Found) =>
  end - start === 6 && /^former$/i.test(text.slice(start, end));

/** A year with its era: 44 BC, AD 312, the 3rd century BCE. */
const COUNTS_ERAS = /\b(?:\d{1,4}|century) ?(?:BCE?|AD|CE|B\.C\.|A\.D\.)(?![\p{L}\d])|\bAD ?\d{1,4}\b/u;

/** A request or a note to oneself is short; a request tells nothing as past. */
const hearingOf = (text: string, blocks: number): Hearing =>
  text.length >= LONGEST_UTTERANCE || blocks > 2 ? 'text' : looksBack(text) ? 'note' : 'request';

const clockOf = (moment: string | undefined): { clock?: number } => {
  const time = /T([01]\d|2[0-3]):([0-5]\d)/.exec(moment ?? '');
  return time ? { clock: Number(time[1]) * 60 + Number(time[2]) } : {};
};

/** Longer than this is no longer a request or a note to oneself. */
const LONGEST_UTTERANCE = 250;

/** Index of the sentence in which each expression of a block begins. Both run in order, so one pass is enough. */
function sentencesOf(block: Block, found: readonly Found[]): number[] {
  let at = 0;
  return found.map(({ start }) => {
    while (at + 1 < block.sentences.length && block.sentences[at + 1]!.start <= start) at++;
    return at;
  });
}
